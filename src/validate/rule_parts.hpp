// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/decimal.hpp"
#include "validate/rules.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Tests that several rules share. Where a value is missing or no value of its type, a rule has nothing to
// say: the schema has said it.

namespace kept::validate {

using Nodes = std::vector<Element>;

/// The value of an attribute; none when it is not there.
std::optional<std::string_view> value_of(Element element, const char* attribute);
/// Has it this child?
inline bool has(Element element, const char* child) {
  return bool(element.child(child));
}
/// Titles and descriptions, wherever they stand, without a narrative that holds text (4.3.1, 4.4.1).
void check_texts(Element record, FindingMaker& findings);

/// The day that an attribute names; a time behind it is left out.
std::optional<Date> day_of(Element element, const char* attribute);
std::optional<Decimal> number_of(Element element, const char* attribute);
/// Is the vocabulary the DAC's: "1", empty, or not given?
bool is_dac(Element element);

/// "1.14": the rules 1.14.1 (blanks around it) and 1.14.13 (/, &, | or ?) on an identifier.
void check_identifier(Element element, const char* attribute, std::string_view blanks,
                      std::string_view symbols, FindingMaker& findings);
/// Does it begin with an approved agency code and a hyphen?
void check_agency(Element organisation, std::string_view rule, const RuleContext& context,
                  FindingMaker& findings);
/// An organisation needs a reference or a name.
void check_is_named(Element organisation, std::string_view rule, FindingMaker& findings);
/// period-start must not be later than period-end.
void check_period(Element element, std::string_view rule, FindingMaker& findings);
/// … and at most a year before it.
void check_period_length(Element element, std::string_view rule, FindingMaker& findings);
/// A day that must not be in the future.
void check_not_future(Element element, const char* attribute, std::string_view rule,
                      const RuleContext& context, FindingMaker& findings);
/// Narratives without a language, where the record has none.
void check_languages(Element record, std::string_view rule, FindingMaker& findings);
/// Amounts without a currency, where the record has none.
void check_currencies(Element record, std::string_view rule, FindingMaker& findings);

/// The percentages of shares that should add up to 100. `rules`: of several without a percentage each, of a
/// sum that is not 100, of one that has another than 100; an empty id leaves one out. `vocabulary`: for the
/// message.
struct ShareRules {
  std::string_view missing, sum, single;
};
void check_shares(const Nodes& shares, const ShareRules& rules, Element about, std::string_view vocabulary,
                  FindingMaker& findings);
/// A percentage below 0 or over 100: one finding for all of them.
void check_range(const Nodes& shares, std::string_view rule, FindingMaker& findings);

} // namespace kept::validate
