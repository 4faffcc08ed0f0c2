// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/text.hpp"
#include "read/sdmx/concepts.hpp"
#include "read/sdmx/json_structure.hpp"
#include "read/sdmx/read_sdmx.hpp"
#include "read/source_file.hpp"
#include "read/statistics/repaired_text.hpp"
#include "read/text/json_input.hpp"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <charconv>

namespace kept::read::sdmx {
namespace {

/// The number that a data set points with; none for null and for values that stand there themselves.
std::optional<std::size_t> number_in(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && !text.empty() && end == text.data() + text.size() ? std::optional(number)
                                                                                   : std::nullopt;
}

/// The components that "0:1:0" means; `wrong` says why there are none.
Components components_of(std::string_view key, const std::vector<JsonComponent>& dimensions,
                         std::string& wrong) {
  Components components;
  const std::vector<std::string_view> numbers =
      key.empty() ? std::vector<std::string_view>() : split(key, ':');
  if (numbers.size() != dimensions.size()) {
    wrong = fmt::format("the key {} has {} numbers, and the dimensions are {}", excerpt(key), numbers.size(),
                        dimensions.size());
    return components;
  }
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto number = number_in(numbers[i]);
    if (!number || *number >= dimensions[i].values.size()) {
      wrong = fmt::format("the key {} points at no value of {}", excerpt(key), dimensions[i].id);
      return {};
    }
    components.push_back({dimensions[i].id, dimensions[i].values[*number]});
  }
  return components;
}

/// Does an attribute say what a figure means?
bool matters(std::string_view id) {
  const Role role = role_of(id);
  return role != Role::dimension && role != Role::passed_over && role != Role::data_source;
}

/// The attributes that a list of numbers or of values means; `wrong` says which one of weight is not there.
void add_attributes(const std::vector<std::string>& pointers, std::size_t from,
                    const std::vector<JsonComponent>& attributes, Components& components,
                    std::string& wrong) {
  for (std::size_t i = from; i < pointers.size() && i - from < attributes.size(); ++i) {
    const JsonComponent& attribute = attributes[i - from];
    if (pointers[i].empty())
      continue;
    // Numbers point only where there are values to point at.
    const auto number = attribute.values.empty() ? std::nullopt : number_in(pointers[i]);
    if (!number)
      components.push_back({attribute.id, pointers[i], true});
    else if (*number < attribute.values.size())
      components.push_back({attribute.id, attribute.values[*number], true});
    else if (matters(attribute.id))
      wrong = fmt::format("the attribute {} has no value number {}", attribute.id, *number);
  }
}

struct StoredObservation {
  std::string key;
  std::vector<std::string> values; ///< value, then attributes
  std::uint32_t line = 0;
};

/// Follows the data sets of a message.
class DataHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, DataHandler> {
public:
  DataHandler(const text::JsonInput& input, const JsonHeader& header, statistics::ObservationBuilder& builder,
              const statistics::ByteCount& count)
      : m_input(input), m_header(header), m_message(builder), m_count(count) {}

  std::string refused; ///< why reading stopped
  const statistics::RepairedText& texts() const { return m_texts; }
  void finish() { m_message.finish(); }

  bool Default() { return scalar({}); }
  bool Bool(bool value) { return scalar(value ? "true" : "false"); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) { return scalar({text, size}); }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return scalar(m_texts.take({text, size}, m_input.line()));
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    m_frames.back().key = m_texts.take({text, size}, m_input.line());
    if (m_data && depth() == 3 && key(1) == "dimensionGroupAttributes" && !std::exchange(m_told_groups, true))
      m_message.warn_of_groups(m_input.line());
    return true;
  }
  bool StartObject() { return open(false); }
  bool StartArray() { return open(true); }

  bool EndObject(rapidjson::SizeType) {
    if (is_in_series() && depth() == 4)
      end_series();
    m_frames.pop_back();
    return true;
  }

  bool EndArray(rapidjson::SizeType) {
    if (m_list == m_frames.size())
      end_list();
    if (m_data && m_frames.size() == *m_data + 1)
      m_data.reset();
    m_frames.pop_back();
    return true;
  }

private:
  struct Frame {
    bool array = false;
    std::string key; ///< of an object, the one in hand
  };

  /// Of the frames from the list of data sets on: 1 the list, 2 a data set, 3 its series …
  std::size_t depth() const { return m_data ? m_frames.size() - *m_data : 0; }
  const std::string& key(std::size_t at) const { return m_frames[*m_data + at].key; }
  bool is_in_series() const { return m_data && depth() >= 2 && key(1) == "series"; }
  bool is_list(std::size_t at, std::string_view first, std::size_t attributes_at) const {
    return m_data && depth() == at && key(1) == first && key(attributes_at) == "attributes";
  }
  /// Is the next value an observation of the object in hand?
  bool is_before_observation() const {
    return (depth() == 5 && key(1) == "series" && key(3) == "observations" && !m_frames.back().array) ||
           (depth() == 3 && key(1) == "observations" && !m_frames.back().array);
  }
  bool is_observation() const {
    if (!m_data || !m_frames.back().array)
      return false;
    return (depth() == 6 && key(1) == "series" && key(3) == "observations") ||
           (depth() == 4 && key(1) == "observations");
  }

  bool open(bool array) {
    if (m_frames.size() == k_deepest) {
      refused = fmt::format("lists and objects are nested more than {} deep.", k_deepest);
      return false;
    }
    if (m_list == m_frames.size())
      m_values.emplace_back("[…]"); // keeps the place, and is neither a number nor nothing
    if (!array && is_before_observation())
      refuse_observation();
    if (array && !m_data && !m_frames.empty() && m_frames.size() <= 2 && m_frames.back().key == "dataSets")
      m_data = m_frames.size();
    m_frames.push_back({array, {}});
    if (m_data && depth() == 2) {
      m_structure = 0;
      m_deletes = m_told_structure = false;
      begin_data_set({});
    }
    const bool list = array && !m_list && m_data && depth() >= 3;
    if (list && (is_observation() || (depth() == 3 && key(1) == "attributes") || is_list(5, "series", 3))) {
      m_values.clear();
      m_line = m_input.line();
      m_list = m_frames.size();
    }
    return true;
  }

  /// A list of values or of pointers is whole.
  void end_list() {
    m_list.reset();
    if (is_observation()) {
      const bool flat = key(1) == "observations";
      m_series.push_back({key(flat ? 2 : 4), std::exchange(m_values, {}), m_line});
      if (flat)
        end_series();
    } else if (is_list(5, "series", 3)) {
      m_series_attributes = std::exchange(m_values, {});
    } else {
      begin_data_set(std::exchange(m_values, {}));
    }
  }

  bool scalar(std::string_view text) {
    if (m_list == m_frames.size()) {
      m_values.emplace_back(text);
    } else if (m_data && is_before_observation()) {
      refuse_observation();
    } else if (m_data && depth() == 2 && key(1) == "structure") {
      m_structure = number_in(text).value_or(m_header.structures.size());
      begin_data_set({});
    } else if (m_data && depth() == 2 && key(1) == "action") {
      m_deletes = text == "Delete";
    }
    return true;
  }

  void refuse_observation() {
    m_message.refuse(m_input.line(),
                     fmt::format("the observation {} is no list of values", excerpt(m_frames.back().key)));
  }

  const JsonStructure* structure() const {
    return m_structure < m_header.structures.size() ? &m_header.structures[m_structure] : nullptr;
  }

  void begin_data_set(const std::vector<std::string>& attributes) {
    m_message.begin_data_set();
    m_wrong_data_set.clear();
    const JsonStructure* const structure = this->structure();
    if (structure == nullptr)
      return;
    m_message.structure = structure->id;
    for (const JsonComponent& dimension : structure->dimensions.data_set)
      if (!dimension.values.empty())
        m_message.data_set.push_back({dimension.id, dimension.values.front()});
    add_attributes(attributes, 0, structure->attributes.data_set, m_message.data_set, m_wrong_data_set);
  }

  /// The attributes of a series may stand behind its observations, which therefore wait for its end.
  void end_series() {
    const JsonStructure* const structure = this->structure();
    if (m_deletes) // whose keys may be open
      for (const StoredObservation& stored : m_series)
        m_message.pass_over_deletion(stored.line);
    else if (structure != nullptr)
      take_series(*structure);
    else if (!m_series.empty() && !std::exchange(m_told_structure, true))
      m_message.refuse(m_series.front().line,
                       fmt::format("the data set has the structure {}, and the message has {}: "
                                   "none of its figures is taken",
                                   m_structure, m_header.structures.size()));
    m_series.clear();
    m_series_attributes.clear();
    m_count(m_input.bytes_read());
  }

  void take_series(const JsonStructure& structure) {
    std::string wrong_series = m_wrong_data_set;
    const bool flat = key(1) == "observations";
    m_message.series = flat ? Components() : components_of(key(2), structure.dimensions.series, wrong_series);
    add_attributes(m_series_attributes, 0, structure.attributes.series, m_message.series, wrong_series);
    for (const StoredObservation& stored : m_series) {
      std::string wrong = wrong_series;
      m_message.observation = components_of(stored.key, structure.dimensions.observation, wrong);
      const std::size_t measures = std::max<std::size_t>(structure.measures.size(), 1);
      add_attributes(stored.values, measures, structure.attributes.observation, m_message.observation, wrong);
      if (wrong.empty())
        take_measures(structure.measures, stored);
      else
        m_message.refuse(stored.line, std::move(wrong));
    }
  }

  void take_measures(const std::vector<std::string>& measures, const StoredObservation& stored) {
    if (measures.size() < 2)
      return m_message.take(stored.line, stored.values.empty() ? std::string_view() : stored.values.front());
    for (std::size_t i = 0; i < std::min(measures.size(), stored.values.size()); ++i) {
      m_message.observation.push_back({"MEASURE", measures[i]});
      m_message.take(stored.line, stored.values[i]);
      m_message.observation.pop_back();
    }
  }

  const text::JsonInput& m_input;
  const JsonHeader& m_header;
  DataMessage m_message;
  const statistics::ByteCount& m_count;
  statistics::RepairedText m_texts;
  std::vector<Frame> m_frames;
  std::optional<std::size_t> m_data; ///< the frame of the list of data sets
  std::optional<std::size_t> m_list; ///< the number of frames down to the list in hand
  std::size_t m_structure = 0;
  bool m_deletes = false;        ///< the data set
  bool m_told_structure = false; ///< that the data set has none
  bool m_told_groups = false;    ///< that attributes of groups are not read
  std::string m_wrong_data_set;  ///< why none of its figures can be taken
  std::vector<std::string> m_values, m_series_attributes;
  std::vector<StoredObservation> m_series;
  std::uint32_t m_line = 0;
};

} // namespace

void read_sdmx_json(const std::filesystem::path& path, facts::Source& source,
                    const statistics::Vocabulary& vocabulary, const statistics::ObservationSink& sink,
                    const statistics::ByteCount& count) {
  describe(path, source);
  const JsonHeader header = read_json_header(path);
  if (header.structures.empty())
    throw Error(ErrorKind::input, "names no structure", path.string(),
                "an SDMX-JSON data message has `structure` or `structures`; check that the file is whole");
  source.version = header.version;
  if (!header.structures.empty())
    source.publication = header.structures.front().name;
  source.generated = header.prepared;
  statistics::ObservationBuilder builder(vocabulary, sink);
  text::JsonInput input(path);
  DataHandler handler(input, header, builder, count);
  rapidjson::Reader reader;
  const auto result =
      reader.Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag>(input, handler);
  if (result.IsError())
    builder.add_finding(
        "damaged-file", facts::Severity::critical, input.line(),
        fmt::format("{} Nothing from this line on can be read.",
                    handler.refused.empty() ? rapidjson::GetParseError_En(result.Code()) : handler.refused));
  else
    handler.finish();
  handler.texts().report(builder);
  builder.finish();
}

bool is_sdmx_json(std::string_view head) {
  const auto has = [&](std::string_view key) { return head.find(key) != std::string_view::npos; };
  return has("\"dataSets\"") || (has("\"structure") && has("\"dimensions\"")) || has("sdmx-json");
}

} // namespace kept::read::sdmx
