// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/text.hpp"
#include "read/sdmx/json_structure.hpp"
#include "read/sdmx/read_sdmx.hpp"
#include "read/source_file.hpp"
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

/// The components that "0:1:0" means.
Components components_of(std::string_view key, const std::vector<JsonComponent>& dimensions) {
  Components components;
  const std::vector<std::string_view> numbers = split(key, ':');
  for (std::size_t i = 0; i < std::min(numbers.size(), dimensions.size()); ++i)
    if (const auto number = number_in(numbers[i]); number && *number < dimensions[i].values.size())
      components.push_back({dimensions[i].id, dimensions[i].values[*number]});
  return components;
}

/// The attributes that a list of numbers or of values means.
void add_attributes(const std::vector<std::string>& pointers, std::size_t from,
                    const std::vector<JsonComponent>& attributes, Components& components) {
  for (std::size_t i = from; i < pointers.size() && i - from < attributes.size(); ++i) {
    const JsonComponent& attribute = attributes[i - from];
    if (const auto number = number_in(pointers[i]); number && *number < attribute.values.size())
      components.push_back({attribute.id, attribute.values[*number], true});
    else if (!pointers[i].empty() && !number)
      components.push_back({attribute.id, pointers[i], true});
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

  std::uint64_t taken() const { return m_message.taken(); }

  bool Default() { return scalar({}); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) { return scalar({text, size}); }
  bool String(const char* text, rapidjson::SizeType size, bool) { return scalar({text, size}); }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    m_frames.back().key.assign(text, size);
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
    if (is_observation()) {
      const bool flat = key(1) == "observations";
      m_series.push_back({key(flat ? 2 : 4), std::exchange(m_values, {}), m_line});
      if (flat)
        end_series();
    } else if (is_list(5, "series", 3)) {
      m_series_attributes = std::exchange(m_values, {});
    } else if (m_data && depth() == 3 && key(1) == "attributes") {
      begin_data_set(std::exchange(m_values, {}));
    }
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
  bool is_observation() const {
    if (!m_data || !m_frames.back().array)
      return false;
    return (depth() == 6 && key(1) == "series" && key(3) == "observations") ||
           (depth() == 4 && key(1) == "observations");
  }

  bool open(bool array) {
    if (array && !m_data && !m_frames.empty() && m_frames.size() <= 2 && m_frames.back().key == "dataSets")
      m_data = m_frames.size();
    m_frames.push_back({array, {}});
    if (m_data && depth() == 2)
      begin_data_set({});
    const bool list = array && m_data && depth() >= 3;
    if (list && (is_observation() || key(1) == "attributes" || is_list(5, "series", 3))) {
      m_values.clear();
      m_line = m_input.line();
    }
    return true;
  }

  bool scalar(std::string_view text) {
    if (m_data && depth() == 2 && key(1) == "structure") {
      m_structure = number_in(text).value_or(0);
      begin_data_set({});
    } else if (m_data && m_frames.back().array) {
      m_values.emplace_back(text);
    }
    return true;
  }

  const JsonStructure* structure() const {
    return m_structure < m_header.structures.size() ? &m_header.structures[m_structure] : nullptr;
  }

  void begin_data_set(const std::vector<std::string>& attributes) {
    m_message.begin_data_set();
    const JsonStructure* const structure = this->structure();
    if (structure == nullptr)
      return;
    m_message.structure = structure->id;
    for (const JsonComponent& dimension : structure->dimensions.data_set)
      if (!dimension.values.empty())
        m_message.data_set.push_back({dimension.id, dimension.values.front()});
    add_attributes(attributes, 0, structure->attributes.data_set, m_message.data_set);
  }

  /// The attributes of a series may stand behind its observations, which therefore wait for its end.
  void end_series() {
    const JsonStructure* const structure = this->structure();
    if (structure != nullptr) {
      const bool flat = key(1) == "observations";
      m_message.series = flat ? Components() : components_of(key(2), structure->dimensions.series);
      add_attributes(m_series_attributes, 0, structure->attributes.series, m_message.series);
      for (const StoredObservation& stored : m_series) {
        m_message.observation = components_of(stored.key, structure->dimensions.observation);
        add_attributes(stored.values, 1, structure->attributes.observation, m_message.observation);
        m_message.take(stored.line, stored.values.empty() ? std::string_view() : stored.values.front());
      }
    }
    m_series.clear();
    m_series_attributes.clear();
    m_count(m_input.bytes_read());
  }

  const text::JsonInput& m_input;
  const JsonHeader& m_header;
  DataMessage m_message;
  const statistics::ByteCount& m_count;
  std::vector<Frame> m_frames;
  std::optional<std::size_t> m_data; ///< the frame of the list of data sets
  std::size_t m_structure = 0;
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
        fmt::format("{} Nothing from this line on can be read.", rapidjson::GetParseError_En(result.Code())));
  else if (handler.taken() == 0)
    builder.add_finding("no-figures", facts::Severity::warning, 1, "the message holds no observations");
  builder.finish();
}

bool is_sdmx_json(std::string_view head) {
  const auto has = [&](std::string_view key) { return head.find(key) != std::string_view::npos; };
  return has("\"dataSets\"") || (has("\"structure") && has("\"dimensions\"")) || has("sdmx-json");
}

} // namespace kept::read::sdmx
