// SPDX-License-Identifier: Apache-2.0
#include "validate/rule_parts.hpp"

#include "base/text.hpp"
#include "validate/simple_types.hpp"

#include <algorithm>

namespace kept::validate {
namespace {

constexpr auto npos = std::string_view::npos;

bool has_narrative_text(Element element) {
  for (const Element narrative : element.children())
    if (narrative.name() == "narrative")
      for (const read::xml::Node node : narrative.nodes())
        if (!node.is_element())
          return true;
  return false;
}

/// Calls visit(element) for every element below.
template <typename Visit> void for_each_below(Element element, const Visit& visit) {
  for (const Element child : element.children()) {
    visit(child);
    for_each_below(child, visit);
  }
}

} // namespace

std::optional<std::string_view> value_of(Element element, const char* attribute) {
  const Attribute found = element.attribute(attribute);
  return found ? std::optional<std::string_view>(found.value()) : std::nullopt;
}

void check_texts(Element record, FindingMaker& findings) {
  for_each_below(record, [&](Element element) {
    const std::string_view name = element.name();
    if ((name == "title" || name == "description") && !has_narrative_text(element))
      findings.add(name == "title" ? "4.3.1" : "4.4.1", element);
  });
}

std::optional<Date> day_of(Element element, const char* attribute) {
  const auto text = value_of(element, attribute);
  if (!text)
    return std::nullopt;
  const auto date = Date::parse(trim(*text).substr(0, 10));
  return date ? std::optional(*date) : std::nullopt;
}

std::optional<Decimal> number_of(Element element, const char* attribute) {
  const auto text = value_of(element, attribute);
  if (!text || !is_valid(SimpleType::decimal, *text))
    return std::nullopt;
  const auto number = Decimal::parse(trim(*text));
  return number ? std::optional(*number) : std::nullopt;
}

bool is_dac(Element element) {
  const auto vocabulary = value_of(element, "vocabulary");
  return !vocabulary || vocabulary->empty() || *vocabulary == "1";
}

void check_identifier(Element element, const char* attribute, std::string_view blanks,
                      std::string_view symbols, FindingMaker& findings) {
  const bool text = *attribute == '\0';
  const auto value = text ? std::optional<std::string_view>(element.text()) : value_of(element, attribute);
  if (!value || value->empty())
    return;
  if (!blanks.empty() && trim(*value) != *value)
    findings.add(blanks, element, attribute, *value, trim(*value));
  if (!symbols.empty() && value->find_first_of("/&|?") != npos)
    findings.add(symbols, element, attribute, *value);
}

void check_agency(Element organisation, std::string_view rule, const RuleContext& context,
                  FindingMaker& findings) {
  const auto ref = value_of(organisation, "ref");
  if (context.org_prefixes == nullptr || !ref)
    return;
  for (std::size_t hyphen = ref->find('-'); hyphen != npos; hyphen = ref->find('-', hyphen + 1))
    if (std::binary_search(context.org_prefixes->begin(), context.org_prefixes->end(),
                           ref->substr(0, hyphen)))
      return;
  findings.add(rule, organisation, "ref", *ref);
}

void check_is_named(Element organisation, std::string_view rule, FindingMaker& findings) {
  if (!organisation.attribute("ref") && !has(organisation, "narrative"))
    findings.add(rule, organisation);
}

void check_period(Element element, std::string_view rule, FindingMaker& findings) {
  const Element start = element.child("period-start"), end = element.child("period-end");
  const auto first = day_of(start, "iso-date"), last = day_of(end, "iso-date");
  if (first && last && *first > *last)
    findings.add(rule, element, {}, first->to_string(), last->to_string());
}

void check_period_length(Element element, std::string_view rule, FindingMaker& findings) {
  const auto first = day_of(element.child("period-start"), "iso-date");
  const auto last = day_of(element.child("period-end"), "iso-date");
  if (first && last && *last > first->plus_years(1))
    findings.add(rule, element, {}, first->to_string(), last->to_string());
}

void check_not_future(Element element, const char* attribute, std::string_view rule,
                      const RuleContext& context, FindingMaker& findings) {
  if (const auto day = day_of(element, attribute); day && *day > context.today)
    findings.add(rule, element, attribute, day->to_string());
}

void check_languages(Element record, std::string_view rule, FindingMaker& findings) {
  if (record.attribute("xml:lang"))
    return;
  for_each_below(record, [&](Element element) {
    if (std::string_view(element.name()) == "narrative" && !element.attribute("xml:lang"))
      findings.add(rule, element);
  });
}

void check_currencies(Element record, std::string_view rule, FindingMaker& findings) {
  if (record.attribute("default-currency"))
    return;
  for_each_below(record, [&](Element element) {
    const std::string_view name = element.name();
    if ((name == "value" || name == "loan-status" || name == "forecast") && !element.attribute("currency")) {
      Finding& finding = findings.add(rule, element);
      finding.amount = element.text();
    }
  });
}

void check_shares(const Nodes& shares, const ShareRules& rules, Element about, std::string_view vocabulary,
                  FindingMaker& findings) {
  const auto with = std::count_if(shares.begin(), shares.end(),
                                  [](Element share) { return bool(share.attribute("percentage")); });
  if (shares.size() == 1) {
    const auto only = number_of(shares[0], "percentage");
    if (!rules.single.empty() && only && *only != Decimal(100))
      findings.add(rules.single, shares[0], "percentage", only->to_string(), vocabulary);
    return;
  }
  if (shares.size() < 2)
    return;
  if (!rules.missing.empty() && with != static_cast<std::ptrdiff_t>(shares.size()))
    findings.add(rules.missing, about, {}, vocabulary);
  if (rules.sum.empty() || with == 0)
    return;
  Decimal sum;
  for (const Element share : shares)
    sum = sum + number_of(share, "percentage").value_or(Decimal());
  if (sum != Decimal(100)) // exactly, as the official program has it
    findings.add(rules.sum, about, {}, sum.to_string(), vocabulary);
}

void check_range(const Nodes& shares, std::string_view rule, FindingMaker& findings) {
  for (const Element share : shares)
    if (const auto percent = number_of(share, "percentage");
        percent && (*percent < Decimal(0) || *percent > Decimal(100))) {
      findings.add(rule, share, "percentage", percent->to_string());
      return;
    }
}

} // namespace kept::validate
