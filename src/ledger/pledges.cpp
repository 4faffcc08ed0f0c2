// SPDX-License-Identifier: Apache-2.0
#include "ledger/read_records.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::ledger {

namespace {

constexpr int k_most_baseline_years = 20;

bool counts_money(Measure measure) {
  return measure == Measure::money || measure == Measure::spend;
}

/// The `amount` of money or the `count` of anything else, whichever the measure takes.
std::optional<Decimal> read_quantity(const Record& record, Measure measure) {
  const std::string_view own = counts_money(measure) ? "amount" : "count";
  const std::string_view other = counts_money(measure) ? "count" : "amount";
  if (record.has(other))
    record.problem(other, fmt::format("a {} pledge has `{}`, not `{}`", to_string(measure), own, other));
  else if (!record.has(own))
    record.draft().problem(record.position(), fmt::format("{} needs `{}`", record.name(), own));
  const std::optional<Decimal> quantity = record.positive_number(own);
  if (quantity && !counts_money(measure) && quantity->rescaled(0) != *quantity)
    record.problem(own, fmt::format("`{}` must be a whole number", own));
  return quantity;
}

Target read_target(const Record& pledge, Measure measure) {
  Target target;
  const YamlNode* const node = pledge.value("target");
  if (!node || (node->kind == YamlNode::Kind::scalar && node->text == "open"))
    return target;
  if (node->kind == YamlNode::Kind::scalar) {
    pledge.problem("target",
                   fmt::format("`target` must be `open` or a map such as {}, not `{}`",
                               counts_money(measure) ? "{amount: 10000000, currency: USD}" : "{count: 1000}",
                               node->text));
    return target;
  }
  const Record record(*node, keys::target, pledge.draft());
  if (node->kind != YamlNode::Kind::map)
    return target;
  target.amount = read_quantity(record, measure);
  target.currency = record.text("currency");
  if (!counts_money(measure) && !target.currency.empty())
    record.problem("currency", fmt::format("a {} pledge has no `currency`", to_string(measure)));
  else if (counts_money(measure) && !record.has("currency"))
    pledge.draft().problem(record.position(), "a target of money needs `currency`");
  else if (!target.currency.empty() && !is_currency_code(target.currency))
    record.problem("currency",
                   fmt::format("`currency` must be a code of three capitals such as USD (ISO 4217), not `{}`",
                               target.currency));
  return target;
}

Window read_window(const Record& pledge) {
  Window window;
  const YamlNode* const node = pledge.value("window");
  if (!node)
    return window;
  const Record record(*node, keys::window, pledge.draft());
  const std::optional<Date> from = record.day("from");
  window.from = from.value_or(Date());
  window.to = record.day("to");
  if (from && window.to && *window.to < *from)
    record.problem("to", fmt::format("the window ends on {}, before it begins on {}", window.to->to_string(),
                                     from->to_string()));
  return window;
}

std::vector<Waypoint> read_waypoints(const Record& pledge, Measure measure, const Window& window,
                                     const Target& target) {
  std::vector<Waypoint> waypoints;
  if (pledge.has("waypoints") && !target.amount)
    pledge.problem("waypoints", "an open target has no expected path; leave `waypoints` out");
  pledge.each("waypoints", [&](const YamlNode& node) {
    const Record record(node, keys::waypoint, pledge.draft());
    const std::optional<Date> date = record.day("date");
    const std::optional<Decimal> amount = read_quantity(record, measure);
    if (!date || !amount)
      return;
    if (*date < window.from || (window.to && *date > *window.to))
      record.problem("date", "a waypoint must lie within the window");
    if (!waypoints.empty() && *date <= waypoints.back().date)
      record.problem("date", "waypoints must be in the order of their dates");
    const std::string_view key = counts_money(measure) ? "amount" : "count";
    if (!waypoints.empty() && *amount < waypoints.back().amount)
      record.problem(key, "a waypoint says what is there in all; it cannot be less than the one before");
    if (target.amount && *amount > *target.amount)
      record.problem(key, "a waypoint cannot be over the target");
    waypoints.push_back({*date, *amount});
  });
  return waypoints;
}

std::optional<int> read_baseline_years(const Record& pledge) {
  const YamlNode* const node = pledge.value("additional");
  if (!node)
    return std::nullopt;
  const Record record(*node, keys::additional, pledge.draft());
  return record.whole_number("baseline_years", 1, k_most_baseline_years);
}

/// A list of participants knows a person's country and nothing else that a filter asks for.
void check_filter_of_participants(const Record& pledge) {
  const YamlNode* const filter = pledge.value("filter");
  if (!filter)
    return;
  for (const YamlEntry& entry : filter->entries)
    if (const std::string& key = entry.key->text; key != "countries" && key != "group")
      pledge.draft().problem(
          entry.key->position,
          fmt::format("people from `participants` are filtered by `countries` or `group`, not "
                      "by `{}`",
                      key));
}

PeopleRule read_people(const Record& pledge) {
  PeopleRule people;
  const YamlNode* const node = pledge.value("people");
  if (!node)
    return people;
  const Record record(*node, keys::people, pledge.draft());
  const auto from = record.word("from", k_people_origins);
  people.from = from.value_or(PeopleRule::From::participants);
  people.programmes = record.texts("programmes");
  people.sex = record.word("sex", k_sexes).value_or("");
  people.indicators = record.texts("indicators");
  people.cumulative = record.word("periods", k_periods).value_or(false);
  if (!from)
    return people;

  const bool by_indicator = *from == PeopleRule::From::indicator;
  const auto needs = [&](std::string_view key) {
    if (!record.has(key))
      record.draft().problem(record.position(), fmt::format("people from `{}` need `{}`",
                                                            text_of(k_people_origins, *from), key));
  };
  const auto refuses = [&](std::string_view key) {
    if (record.has(key))
      record.problem(key, fmt::format("`{}` does not belong to people from `{}`", key,
                                      text_of(k_people_origins, *from)));
  };
  for (const std::string_view key : {"indicators", "periods"})
    by_indicator ? needs(key) : refuses(key);
  by_indicator ? refuses("programmes") : needs("programmes");
  if (!by_indicator)
    check_filter_of_participants(pledge);
  return people;
}

MeetingRule read_meetings(const Record& pledge) {
  const YamlNode* const node = pledge.value("meetings");
  if (!node)
    return {};
  const Record record(*node, keys::meetings, pledge.draft());
  if (const YamlNode* const target = pledge.value("target");
      record.has("per") && target && target->kind == YamlNode::Kind::scalar && target->text == "open")
    record.problem("per", "an open target states no number for a period; leave `per` out");
  if (record.has("per") && pledge.has("waypoints"))
    record.problem("per", "a target per period is its own path; leave `per` or `waypoints` out");
  return {record.texts("kinds"), record.word("per", k_meeting_periods)};
}

std::vector<Step> read_steps(const Record& pledge) {
  std::vector<Step> steps;
  pledge.each("steps", [&](const YamlNode& node) {
    const Record record(node, keys::step, pledge.draft());
    Step step;
    step.id = record.text("id");
    if (std::any_of(steps.begin(), steps.end(), [&](const Step& other) { return other.id == step.id; }))
      record.problem("id", fmt::format("step `{}` is there twice", step.id));
    check_id(step.id, record.position_of("id"), pledge.draft());
    step.title = read_title(record, step.id);
    step.due = record.day("due");
    step.done = record.day("done");
    step.document = read_document(record, "document");
    if (step.done && !step.document)
      record.problem("done",
                     fmt::format("{} is done and needs the `document` that attests it", record.name()));
    if (step.document && !record.has("done"))
      record.problem("document",
                     fmt::format("{} has a document and needs the day it was `done`", record.name()));
    steps.push_back(std::move(step));
  });
  if (const YamlNode* const node = pledge.value("steps");
      node && node->kind == YamlNode::Kind::list && node->items.empty())
    pledge.problem("steps", "`steps` is an empty list; a milestone has at least one step");
  return steps;
}

/// A countries pledge counts out of a group that the ledger names or lists.
void check_places(const Record& pledge, const Pledge& result) {
  if (result.measure == Measure::countries && pledge.has("filter") && result.filter.group.empty() &&
      result.filter.countries.empty())
    pledge.problem("filter", "a countries pledge needs the `group` or the `countries` that it counts out of");
  if (result.measure == Measure::countries && result.target.amount && !result.filter.countries.empty() &&
      *result.target.amount > Decimal(static_cast<int>(result.filter.countries.size())))
    pledge.problem("target", fmt::format("the target is over the {} countries that the filter lists",
                                         result.filter.countries.size()));
}

} // namespace

void read_pledge(const YamlNode& node, Draft& draft) {
  const Record record(node, keys::pledge, draft);
  Pledge pledge;
  pledge.position = record.position();
  pledge.id = record.define_id(IdKind::pledge);
  pledge.title = read_title(record, pledge.id);
  pledge.agreement = record.mention("agreement", IdKind::agreement);
  pledge.by = record.mention("by", IdKind::party);
  if (record.has("to"))
    pledge.to = record.mention("to", IdKind::party);
  if (record.has("by") && record.has("to") && pledge.to == pledge.by)
    record.problem("to", fmt::format("`to` is the promising party `{}` itself", pledge.by));
  pledge.window = read_window(record);
  pledge.filter = read_filter(record);
  pledge.people = read_people(record);
  pledge.meetings = read_meetings(record);
  pledge.steps = read_steps(record);
  pledge.baseline_years = read_baseline_years(record);
  pledge.basis = record.word("basis", k_bases).value_or(Basis::payments);
  pledge.level = record.word("level", k_levels).value_or(Level::lowest);
  pledge.source = read_document(record, "source");

  // What a target and its waypoints may say depends on the measure; an unknown one has been told already.
  if (const std::optional<Measure> measure = record.word("measure", k_measures)) {
    pledge.measure = *measure;
    check_kind_keys(record, "pledge", to_string(*measure), measure_keys(), keys_by_measure());
    if (*measure != Measure::milestone) {
      pledge.target = read_target(record, *measure);
      pledge.waypoints = read_waypoints(record, *measure, pledge.window, pledge.target);
    }
    check_places(record, pledge);
  }
  draft.framework.pledges.push_back(std::move(pledge));
}

} // namespace kept::ledger
