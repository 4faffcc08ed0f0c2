// SPDX-License-Identifier: Apache-2.0
#include "serve/site/site_answers.hpp"

#include "base/error.hpp"
#include "publish/statement.hpp"
#include "serve/route.hpp"
#include "serve/site/activity_parts.hpp"
#include "serve/site/flow_table.hpp"
#include "serve/statement_of.hpp"
#include "store/browse_questions.hpp"

#include <fmt/format.h>

#include <set>
#include <string_view>
#include <utility>

namespace kept::serve {
namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t k_most_lines = 1000; ///< of sources that are published with what stands on them
constexpr std::size_t k_lines_of_part = 50;

/// Asks the API, and builds objects of several answers.
class Asker {
public:
  Asker(Api& api, std::shared_ptr<const State> state) : m_api(api), m_state(std::move(state)) {}

  const State& state() const { return *m_state; }

  std::string ask(std::string_view endpoint, Values parameters = {}) const {
    Request request;
    request.path = fmt::format("{}{}", k_api, endpoint);
    request.parameters = std::move(parameters);
    request.unlimited = true;
    const Answer answer = m_api.answer(request, m_state);
    if (answer->status != 200)
      throw Error(ErrorKind::internal, fmt::format("the API answers {} with {}", request.path, answer->body));
    return answer->body;
  }

private:
  Api& m_api;
  std::shared_ptr<const State> m_state;
};

/// {"name": answer, …}
class AnswerObject {
public:
  void add(std::string_view name, std::string_view answer) {
    publish::JsonWriter key;
    key.value(name);
    std::string text = key.take();
    text.pop_back(); // the line end
    while (!answer.empty() && answer.back() == '\n')
      answer.remove_suffix(1);
    m_text += fmt::format("{}{}: {}", m_text.empty() ? "{\n" : ",\n", text, answer);
  }
  std::string take() { return m_text.empty() ? "{}\n" : std::move(m_text) + "\n}\n"; }

private:
  std::string m_text;
};

std::string ranks(const Asker& asker, const std::string& indicator) {
  AnswerObject leagues;
  for (const std::string& group : asker.state().figures().area_group_names())
    if (!asker.state().figures().area_group(group, "", asker.state().as_of()).members.empty())
      leagues.add(group, asker.ask("ranks", {{"indicator", indicator}, {"group", group}}));
  return leagues.take();
}

/// The lines that stand behind the statements, those of a trail before those of a league; the first of them
/// where they are too many.
std::vector<measure::FactPlace> lines_behind(const State& state) {
  std::set<std::pair<std::string, std::uint32_t>> known;
  std::vector<measure::FactPlace> places;
  const auto take = [&](const measure::FactPlace& place) {
    if (place.line != 0 && places.size() < k_most_lines && known.emplace(place.source, place.line).second)
      places.push_back(place);
  };
  std::vector<std::shared_ptr<const measure::Assessment>> statements;
  for (const measure::Assessment& listed : state.report(state.as_of())->statements)
    statements.push_back(statement_of(state, listed.id, state.as_of()));
  for (const auto& statement : statements)
    for (const measure::TrailEntry& entry : statement->trail)
      take(entry.place);
  for (const auto& statement : statements)
    if (statement->league)
      for (const measure::LeagueRow& row : statement->league->rows)
        take(row.figure.place);
  return places;
}

/// The lines behind the statements that are of sources, not of the ledger.
std::vector<measure::FactPlace> published_lines(const State& state) {
  std::set<std::string> sources;
  for (const measure::SourceRecord& source : state.source_records())
    sources.insert(source.name);
  std::vector<measure::FactPlace> places = lines_behind(state);
  std::erase_if(places, [&](const measure::FactPlace& place) {
    return !sources.contains(place.source) && place.source != store::k_shipped_figures;
  });
  return places;
}

std::string name_of(const measure::FactPlace& place) {
  return fmt::format("{}:{}", place.source, place.line);
}

/// {"source:line": part, …}
std::string line_parts(const std::vector<measure::FactPlace>& lines) {
  AnswerObject parts;
  for (std::size_t i = 0; i < lines.size(); ++i)
    parts.add(name_of(lines[i]), std::to_string(i / k_lines_of_part));
  return parts.take();
}

/// {"source:line": answer, …} of one part.
std::string lines_of_part(const Asker& asker, const std::vector<measure::FactPlace>& lines,
                          std::size_t part) {
  AnswerObject answers;
  const std::size_t first = part * k_lines_of_part, last = std::min(lines.size(), first + k_lines_of_part);
  for (std::size_t i = first; i < last; ++i)
    answers.add(name_of(lines[i]), asker.ask("source-lines", {{"source", lines[i].source},
                                                              {"line", std::to_string(lines[i].line)}}));
  return answers.take();
}

/// Without the breaks and blanks between tokens; in strings no line breaks.
std::string on_few_lines(std::string_view json) {
  std::string out;
  out.reserve(json.size() / 2);
  for (std::size_t i = 0; i < json.size(); ++i)
    if (json[i] != '\n')
      out += json[i];
    else
      while (i + 1 < json.size() && json[i + 1] == ' ')
        ++i;
  return out + '\n';
}

} // namespace

std::vector<SiteAnswer> site_answers(Api& api, const std::shared_ptr<const State>& state) {
  const Asker asker(api, state);
  std::vector<SiteAnswer> answers;
  const auto add = [&](const std::string& name, std::function<std::string()> content) {
    answers.push_back({fmt::format("data/{}.json", name),
                       [content = std::move(content)] { return on_few_lines(content()); }});
  };
  const auto add_answer = [&](const std::string& name, const std::string& endpoint,
                              const Values& parameters = {}) {
    add(name, [=] { return asker.ask(endpoint, parameters); });
  };
  for (const char* name : {"framework", "statements", "organisations", "indicators", "groups", "coverage",
                           "sources", "codes", "transfers", "findings"})
    add_answer(name, name);
  add_answer("findings_summary", "findings/summary");
  add_answer("outlook", "outlook");
  for (const measure::Assessment& statement : state->report(state->as_of())->statements) {
    const std::string name = "statements/" + statement.id;
    add_answer(name, name);
    add_answer(name + "/trail", name + "/trail");
  }
  for (const facts::CatalogueIndicator& indicator : state->figures().indicators()) {
    add_answer("indicators/" + indicator.id, "indicators/" + indicator.id);
    add("ranks/" + indicator.id, [=] { return ranks(asker, indicator.id); });
  }
  add("flow_table", [state] { return flow_table(*state); });
  const auto lines = std::make_shared<const std::vector<measure::FactPlace>>(published_lines(*state));
  add("source_lines", [lines] { return line_parts(*lines); });
  for (std::size_t part = 0; part * k_lines_of_part < lines->size(); ++part)
    add(fmt::format("source_lines/{}", part),
        [asker, lines, part] { return lines_of_part(asker, *lines, part); });
  const auto parts = std::make_shared<const ActivityParts>(*state);
  add("activities", [parts, state] { return parts->list(); });
  for (std::size_t part = 0; part < parts->count(); ++part)
    add(fmt::format("activities/{}", part), [parts, state, part] { return parts->records(*state, part); });
  return answers;
}

} // namespace kept::serve
