// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "validate/rule_parts.hpp"

#include <algorithm>

namespace kept::validate {
namespace {

/// The children of an activity that rules are about, by name.
struct Parts {
  explicit Parts(Element activity) {
    for (const Element child : activity.children()) {
      const std::string_view name = child.name();
      for (auto& [wanted, nodes] : lists())
        if (name == wanted) {
          nodes->push_back(child);
          break;
        }
    }
  }

  Nodes transactions, sectors, countries, regions, dates, other_identifiers, aid_types, related, participants,
      policy_markers, budgets, planned, results, country_budget_items;

private:
  std::array<std::pair<std::string_view, Nodes*>, 14> lists() {
    return {{{"transaction", &transactions},
             {"sector", &sectors},
             {"result", &results},
             {"recipient-country", &countries},
             {"recipient-region", &regions},
             {"activity-date", &dates},
             {"other-identifier", &other_identifiers},
             {"default-aid-type", &aid_types},
             {"related-activity", &related},
             {"participating-org", &participants},
             {"policy-marker", &policy_markers},
             {"budget", &budgets},
             {"planned-disbursement", &planned},
             {"country-budget-items", &country_budget_items}}};
  }
};

bool is_given(Element element, const char* attribute, std::string_view value) {
  const auto found = value_of(element, attribute);
  return found && *found == value;
}

template <typename Test> Nodes those(const Nodes& nodes, const Test& test) {
  Nodes found;
  std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(found), test);
  return found;
}

/// The vocabularies other than `but` that the elements name, each once, in the order of the file.
std::vector<std::string_view> vocabularies(const Nodes& nodes, std::string_view but) {
  std::vector<std::string_view> found;
  for (const Element node : nodes)
    if (const auto vocabulary = value_of(node, "vocabulary");
        vocabulary && *vocabulary != but && std::find(found.begin(), found.end(), *vocabulary) == found.end())
      found.push_back(*vocabulary);
  return found;
}

Nodes of_vocabulary(const Nodes& nodes, std::string_view vocabulary) {
  return those(nodes, [&](Element node) { return is_given(node, "vocabulary", vocabulary); });
}

void check_identifiers(Element activity, const Parts& parts, const RuleContext& context,
                       FindingMaker& findings) {
  const Element identifier = activity.child("iati-identifier"), reporter = activity.child("reporting-org");
  check_identifier(identifier, "", "1.3.1", "1.3.13", findings);
  check_identifier(reporter, "ref", "1.14.1", "1.14.13", findings);
  if (reporter)
    check_agency(reporter, "1.14.8", context, findings);
  for (const Element other : parts.other_identifiers) {
    if (is_given(other, "type", "B1"))
      check_identifier(other, "ref", "1.16.1", "", findings);
    else if (is_given(other, "type", "A3"))
      check_identifier(other, "ref", "1.6.1", "", findings);
    for (const Element owner : other.children("owner-org")) {
      check_is_named(owner, "6.8.1", findings);
      check_identifier(owner, "ref", "1.11.1", "1.11.13", findings);
    }
  }
  for (const Element related : parts.related)
    check_identifier(related, "ref", "1.7.1", "", findings);
  for (const Element participant : parts.participants) {
    check_is_named(participant, "6.10.1", findings);
    check_identifier(participant, "ref", "1.8.1", "1.8.13", findings);
    check_identifier(participant, "activity-id", "1.9.1", "", findings);
  }
  if (!identifier)
    return;
  const std::string_view text = identifier.text();
  const auto ref = value_of(reporter, "ref");
  if (ref && *ref == text)
    findings.add("1.1.3", identifier, {}, text);
  bool begins = ref && text.starts_with(std::string(*ref) + "-");
  for (const Element other : parts.other_identifiers)
    if (const auto former = value_of(other, "ref"); former && is_given(other, "type", "B1"))
      begins |= text.starts_with(std::string(*former) + "-");
  if (!begins)
    findings.add("1.1.21", identifier, {}, text, ref.value_or("ORGANISATION"));
}

void check_dates(Element activity, const Parts& parts, const RuleContext& context, FindingMaker& findings) {
  check_not_future(activity, "last-updated-datetime", "11.1.1", context, findings);
  const auto date_of = [&](std::string_view type) {
    const auto found = std::find_if(parts.dates.begin(), parts.dates.end(),
                                    [&](Element date) { return is_given(date, "type", type); });
    return found == parts.dates.end() ? Element() : *found;
  };
  const auto check_order = [&](std::string_view rule, Element start, Element end) {
    const auto first = day_of(start, "iso-date"), last = day_of(end, "iso-date");
    if (first && last && *first > *last)
      findings.add(rule, start, "iso-date", first->to_string(), last->to_string());
  };
  const Element actual_start = date_of("2"), actual_end = date_of("4");
  check_order("11.1.2", date_of("1"), date_of("3"));
  check_order("11.1.3", actual_start, actual_end);
  check_not_future(actual_start, "iso-date", "11.1.4", context, findings);
  check_not_future(actual_end, "iso-date", "11.1.5", context, findings);
  for (const Element transaction : parts.transactions) {
    check_not_future(transaction.child("transaction-date"), "iso-date", "11.2.1", context, findings);
    check_not_future(transaction.child("value"), "value-date", "11.2.2", context, findings);
  }
  if (!date_of("1") && !date_of("2"))
    findings.add("6.11.1", activity);
}

void check_sectors(Element activity, const Parts& parts, FindingMaker& findings) {
  const Nodes dac = those(parts.sectors, is_dac);
  check_shares(dac, {"2.1.1", "2.1.2", "2.1.4"}, activity, "1", findings);
  for (const std::string_view vocabulary : vocabularies(parts.sectors, "1"))
    if (!vocabulary.empty()) // the official rule on their sum never holds, so that it is left out
      check_shares(of_vocabulary(parts.sectors, vocabulary), {"2.1.1", "", "2.1.4"}, activity, vocabulary,
                   findings);
  check_range(parts.sectors, "12.3.1", findings);
  const Nodes own = those(parts.sectors, [](Element sector) {
    return is_given(sector, "vocabulary", "98") || is_given(sector, "vocabulary", "99");
  });
  const auto described =
      std::count_if(own.begin(), own.end(), [](Element sector) { return has(sector, "narrative"); });
  if (described < static_cast<std::ptrdiff_t>(own.size()))
    findings.add("2.2.1", own.front());
  if (!parts.sectors.empty() && dac.empty())
    findings.add("102.1.1", parts.sectors.front());
  const auto with = std::count_if(parts.transactions.begin(), parts.transactions.end(),
                                  [](Element transaction) { return has(transaction, "sector"); });
  if (parts.sectors.empty() && with == 0)
    findings.add("6.2.2", activity);
  if (!parts.sectors.empty() && with != 0)
    findings.add("6.6.2", activity);
  if (parts.sectors.empty())
    for (const Element transaction : parts.transactions)
      if (!has(transaction, "sector"))
        findings.add("6.7.2", transaction);
}

void check_places(Element activity, const Parts& parts, FindingMaker& findings) {
  const auto names_place = [](Element transaction) {
    return has(transaction, "recipient-country") || has(transaction, "recipient-region");
  };
  const auto with = std::count_if(parts.transactions.begin(), parts.transactions.end(), names_place);
  if (parts.countries.empty() && parts.regions.empty()) {
    if (with != static_cast<std::ptrdiff_t>(parts.transactions.size()))
      findings.add("3.7.2", activity);
  } else if (with != 0) {
    findings.add("3.6.2", activity);
  }
  if (parts.regions.empty())
    check_shares(parts.countries, {"3.1.1", "3.1.2", "3.1.4"}, activity, "", findings);
  for (const std::string_view vocabulary : vocabularies(parts.regions, "")) {
    const Nodes regions = of_vocabulary(parts.regions, vocabulary);
    check_shares(regions, {"3.4.1", "", parts.countries.empty() ? "3.4.4" : ""}, activity, vocabulary,
                 findings);
    Nodes all = regions;
    all.insert(all.end(), parts.countries.begin(), parts.countries.end());
    check_shares(all, {"", "3.4.2", ""}, activity, vocabulary, findings);
  }
  check_range(parts.countries, "12.1.1", findings);
  check_range(parts.regions, "12.1.1", findings);
}

void check_budgets(Element activity, const Parts& parts, FindingMaker& findings) {
  for (const Element budget : parts.budgets) {
    check_period(budget, "8.6.3", findings);
    check_period_length(budget, "7.5.3", findings);
  }
  for (const Element planned : parts.planned)
    check_period(planned, "8.6.3", findings);
  Nodes capital, items;
  for (const Element spend : activity.children("capital-spend"))
    capital.push_back(spend);
  for (const Element group : parts.country_budget_items) {
    Nodes own;
    for (const Element item : group.children("budget-item"))
      own.push_back(item);
    items.insert(items.end(), own.begin(), own.end());
    if (const auto vocabulary = value_of(group, "vocabulary")) {
      const auto has_percentage = [](Element item) { return bool(item.attribute("percentage")); };
      if (own.size() > 1 && std::none_of(own.begin(), own.end(), has_percentage))
        findings.add("7.9.1", group, {}, *vocabulary);
      check_shares(own, {"", "7.9.2", "7.9.4"}, group, *vocabulary, findings);
    }
  }
  check_range(capital, "12.2.1", findings);
  check_range(items, "12.2.1", findings);
}

/// One code for each vocabulary; those of the DAC are one.
void check_aid_types(const Nodes& aid_types, Element about, std::string_view rule, FindingMaker& findings) {
  if (those(aid_types, is_dac).size() > 1)
    findings.add(rule, about, {}, "1");
  for (const std::string_view vocabulary : vocabularies(aid_types, "1"))
    if (!vocabulary.empty() && of_vocabulary(aid_types, vocabulary).size() > 1)
      findings.add(rule, about, {}, vocabulary);
}

void check_organisations(Element parent, FindingMaker& findings) {
  for (const Element provider : parent.children("provider-org")) {
    check_is_named(provider, "6.9.1", findings);
    check_identifier(provider, "ref", "1.10.1", "1.10.13", findings);
    check_identifier(provider, "provider-activity-id", "1.4.1", "", findings);
  }
  for (const Element receiver : parent.children("receiver-org")) {
    check_is_named(receiver, "6.9.2", findings);
    check_identifier(receiver, "ref", "1.15.1", "1.15.13", findings);
    check_identifier(receiver, "receiver-activity-id", "1.5.1", "", findings);
  }
}

void check_transactions(Element activity, const Parts& parts, FindingMaker& findings) {
  bool any_aid_type = false, any_dac = false;
  for (const Element transaction : parts.transactions) {
    check_organisations(transaction, findings);
    Nodes aid_types;
    for (const Element aid_type : transaction.children("aid-type"))
      aid_types.push_back(aid_type);
    if (aid_types.empty())
      continue;
    any_aid_type = true;
    any_dac |= std::any_of(aid_types.begin(), aid_types.end(), is_dac);
    check_aid_types(aid_types, transaction, "107.2.2", findings);
  }
  if (any_aid_type && !any_dac)
    findings.add("107.2.1", activity);
  for (const Element planned : parts.planned)
    check_organisations(planned, findings);
}

struct ValueRules {
  std::string_view missing, no_number, not_qualitative;
};

/// A value that an indicator's measure asks for, or forbids.
void check_indicator_value(Element element, std::string_view measure, const ValueRules& rules,
                           FindingMaker& findings) {
  const auto value = value_of(element, "value");
  if (measure == "5") {
    if (value)
      findings.add(rules.not_qualitative, element, "value", *value);
  } else if (measure == "1" || measure == "2" || measure == "3" || measure == "4") {
    if (!value)
      findings.add(rules.missing, element);
    else if (!number_of(element, "value"))
      findings.add(rules.no_number, element, "value", *value);
  }
}

void check_results(const Parts& parts, FindingMaker& findings) {
  for (const Element result : parts.results)
    for (const Element indicator : result.children("indicator")) {
      if (has(indicator, "reference") && has(result, "reference"))
        findings.add("8.11.1", indicator);
      const std::string_view measure = indicator.attribute("measure").value();
      for (const Element baseline : indicator.children("baseline"))
        check_indicator_value(baseline, measure, {"8.8.1", "8.8.2", "8.8.3"}, findings);
      for (const Element period : indicator.children("period")) {
        check_period(period, "8.6.1", findings);
        for (const Element target : period.children("target"))
          check_indicator_value(target, measure, {"8.9.1", "8.9.2", "8.9.3"}, findings);
        for (const Element actual : period.children("actual"))
          check_indicator_value(actual, measure, {"8.10.1", "8.10.2", "8.10.3"}, findings);
      }
    }
}

} // namespace

void check_activity(Element activity, const RuleContext& context, FindingMaker& findings) {
  const Parts parts(activity);
  check_identifiers(activity, parts, context, findings);
  check_dates(activity, parts, context, findings);
  check_sectors(activity, parts, findings);
  check_places(activity, parts, findings);
  check_budgets(activity, parts, findings);
  check_aid_types(parts.aid_types, activity, "107.1.2", findings);
  if (!parts.aid_types.empty() && those(parts.aid_types, is_dac).empty())
    findings.add("107.1.1", parts.aid_types.front());
  check_transactions(activity, parts, findings);
  check_results(parts, findings);
  for (const Element marker : parts.policy_markers) {
    if (is_dac(marker) && !marker.attribute("significance"))
      findings.add("6.14.1", marker);
    if (is_given(marker, "vocabulary", "99") && !has(marker, "narrative"))
      findings.add("6.13.1", marker);
  }
  check_texts(activity, findings);
  check_languages(activity, "4.1.1", findings);
  check_currencies(activity, "7.8.1", findings);
}

} // namespace kept::validate
