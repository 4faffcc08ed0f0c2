// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/text.hpp"
#include "read/sdmx/data_message.hpp"
#include "read/sdmx/read_sdmx.hpp"
#include "read/source_file.hpp"
#include "read/text/decoded_input.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace kept::read::sdmx {
namespace {

constexpr std::array<std::string_view, 8> k_roots{
    "GenericData", "GenericTimeSeriesData", "StructureSpecificData", "StructureSpecificTimeSeriesData",
    "CompactData", "UtilityData",           "CrossSectionalData",    "MessageGroup"};
constexpr std::size_t k_deepest = 64; ///< elements within each other; messages have ten
constexpr std::size_t k_buffer = std::size_t{1} << 16;

std::string_view local(std::string_view name) {
  return name.substr(name.find(':') + 1);
}

/// "2.1" of a message's namespace "…/schemas/v2_1/message".
std::string version_in(std::string_view name_space) {
  const std::size_t at = name_space.find("/v");
  if (at == std::string_view::npos)
    return {};
  std::string version(name_space.substr(at + 2, name_space.find('/', at + 2) - at - 2));
  std::replace(version.begin(), version.end(), '_', '.');
  return version;
}

/// The id in "urn:sdmx:…=AGENCY:ID(1.0)" or a plain id.
std::string_view id_in(std::string_view text) {
  text = text.substr(text.find('=') == std::string_view::npos ? 0 : text.find('=') + 1);
  text = text.substr(text.find(':') == std::string_view::npos ? 0 : text.find(':') + 1);
  return trim(text.substr(0, text.find('(')));
}

/// The attributes of an element as expat hands them out.
class Attributes {
public:
  explicit Attributes(const XML_Char** pairs) : m_pairs(pairs) {}
  std::string_view get(std::string_view name) const {
    for (const XML_Char** pair = m_pairs; *pair != nullptr; pair += 2)
      if (local(*pair) == name)
        return pair[1];
    return {};
  }
  /// Those of a structure-specific element: every attribute without a prefix is a component.
  void add_to(Components& components) const {
    for (const XML_Char** pair = m_pairs; *pair != nullptr; pair += 2)
      if (std::string_view(*pair).find(':') == std::string_view::npos)
        components.push_back({*pair, pair[1]});
  }
  template <typename Each> void each(const Each& each) const {
    for (const XML_Char** pair = m_pairs; *pair != nullptr; pair += 2)
      each(std::string_view(*pair), std::string_view(pair[1]));
  }

private:
  const XML_Char** m_pairs;
};

/// Follows a message element by element.
class MessageReader {
public:
  MessageReader(XML_Parser parser, statistics::ObservationBuilder& builder, facts::Source& source)
      : m_parser(parser), m_message(builder), m_source(source) {}

  std::string refused; ///< why reading stopped
  void finish() { m_message.finish(); }
  bool is_message() const { return m_is_message; }

  void start(std::string_view name, const Attributes& attributes) {
    name = local(name);
    m_stack.emplace_back(name);
    m_text.clear();
    if (m_stack.size() == 1)
      return start_root(name, attributes);
    if (m_stack.size() > k_deepest)
      return stop(fmt::format("elements are nested more than {} deep", k_deepest));
    if (is_within("Header"))
      return start_in_header(name, attributes);
    start_in_data(name, attributes);
  }

  void end() {
    const std::string name = std::move(m_stack.back());
    m_stack.pop_back();
    if (name == "URN" && !m_structures.empty() && m_structures.back().structure.empty())
      m_structures.back().structure = id_in(trim(m_text));
    if (name == "Prepared") {
      if (const auto moment = Moment::parse(trim(m_text)))
        m_source.generated = *moment;
    } else if ((name == "Structure" || name == "StructureUsage" || name == "KeyFamilyRef" || name == "URN") &&
               m_message.structure.empty()) {
      m_message.structure = id_in(trim(m_text));
    } else if (is_within("Header")) {
      // what is called as data are is none there
    } else if (name == "Time") { // SDMX 2.0
      m_message.observation.push_back({"TIME_PERIOD", std::string(trim(m_text))});
    } else if (name == "Obs") {
      if (m_deletes)
        m_message.pass_over_deletion(m_line);
      else
        m_message.take(m_line, m_value);
      m_message.observation.clear();
    } else if (name == "Series") {
      m_message.series.clear();
    } else if (name == "Group") {
      m_message.add_group(std::exchange(m_group, {}));
    }
    m_text.clear();
  }

  void text(std::string_view text) {
    constexpr std::size_t most = 4096;
    if (m_text.size() < most)
      m_text += text;
  }

  void stop(std::string why) {
    refused = std::move(why);
    XML_StopParser(m_parser, XML_FALSE);
  }

private:
  /// A structure of the header, which data sets refer to by `id`.
  struct Announced {
    std::string id, structure, dimension_at_observation;
  };

  bool is_within(std::string_view name) const {
    return std::find(m_stack.begin(), m_stack.end(), name) != m_stack.end();
  }
  std::string_view parent() const { return m_stack[m_stack.size() - 2]; }

  void start_root(std::string_view name, const Attributes& attributes) {
    m_is_message = is_sdmx_ml(name);
    attributes.each([&](std::string_view attribute, std::string_view value) {
      if (attribute.starts_with("xmlns") && value.find("/message") != std::string_view::npos)
        m_source.version = version_in(value);
      if (local(attribute) == "illustrative" && (value == "true" || value == "1"))
        m_source.illustrative = true;
    });
    if (!m_is_message)
      stop(fmt::format("the root element {} is that of no data message", name));
  }

  void start_in_header(std::string_view name, const Attributes& attributes) {
    const std::string_view at = attributes.get("dimensionAtObservation");
    if (!at.empty())
      m_message.dimension_at_observation = at;
    if (const std::string_view id = attributes.get("structureID"); !id.empty())
      m_structures.push_back({std::string(id), {}, std::string(at)});
    if (name == "Ref" && !attributes.get("id").empty()) {
      m_message.structure = attributes.get("id");
      if (!m_structures.empty() && m_structures.back().structure.empty())
        m_structures.back().structure = m_message.structure;
      const std::string_view agency = attributes.get("agencyID");
      m_source.publication = fmt::format("{}{}{}", agency, agency.empty() ? "" : ":", attributes.get("id"));
    }
  }

  void start_in_data(std::string_view name, const Attributes& attributes) {
    if (name == "DataSet") {
      begin_data_set(attributes);
    } else if (name == "Series") {
      m_message.series.clear();
      attributes.add_to(m_message.series);
    } else if (name == "Group") {
      m_group.clear();
      attributes.add_to(m_group);
      std::erase_if(m_group, [](const Component& component) { return component.id == "type"; });
    } else if (name == "Obs") {
      m_line = static_cast<std::uint32_t>(XML_GetCurrentLineNumber(m_parser));
      m_value.clear();
      m_message.observation.clear();
      attributes.add_to(m_message.observation);
      std::erase_if(m_message.observation, [](const Component& component) { return component.id == "type"; });
    } else if (name == "ObsDimension") {
      const std::string_view id = attributes.get("id");
      m_message.observation.push_back({std::string(id.empty() ? m_message.dimension_at_observation : id),
                                       std::string(attributes.get("value"))});
    } else if (name == "ObsValue") {
      m_value = attributes.get("value");
    } else if (name == "Value") {
      add_value(attributes);
    }
  }

  void begin_data_set(const Attributes& attributes) {
    m_message.begin_data_set();
    m_message.series.clear();
    // Structure-specific ones have their attributes here, among those of the element itself.
    attributes.add_to(m_message.data_set);
    for (Component& component : m_message.data_set)
      component.attribute = true;
    m_deletes = attributes.get("action") == "Delete";
    for (const Announced& announced : m_structures)
      if (announced.id == attributes.get("structureRef")) {
        if (!announced.structure.empty())
          m_message.structure = announced.structure;
        if (!announced.dimension_at_observation.empty())
          m_message.dimension_at_observation = announced.dimension_at_observation;
      }
  }

  /// <generic:Value id="FREQ" value="M"/>; SDMX 2.0 writes `concept` for `id`.
  void add_value(const Attributes& attributes) {
    const std::string_view id =
        attributes.get("id").empty() ? attributes.get("concept") : attributes.get("id");
    Component component{std::string(id), std::string(attributes.get("value")), parent() == "Attributes"};
    if (is_within("Group"))
      m_group.push_back(std::move(component));
    else if (is_within("Obs"))
      m_message.observation.push_back(std::move(component));
    else if (is_within("Series"))
      m_message.series.push_back(std::move(component));
    else
      m_message.data_set.push_back(std::move(component));
  }

  XML_Parser m_parser;
  DataMessage m_message;
  facts::Source& m_source;
  std::vector<std::string> m_stack;
  std::string m_text, m_value;
  std::uint32_t m_line = 0;
  Components m_group;
  std::vector<Announced> m_structures;
  bool m_is_message = false;
  bool m_deletes = false; ///< the data set
};

MessageReader& reader_of(void* user) {
  return *static_cast<MessageReader*>(user);
}

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

} // namespace

void read_sdmx_ml(const std::filesystem::path& path, facts::Source& source,
                  const statistics::Vocabulary& vocabulary, const statistics::ObservationSink& sink,
                  const statistics::ByteCount& count) {
  describe(path, source);
  text::DecodedInput input(path);
  statistics::ObservationBuilder builder(vocabulary, sink);
  // The text is UTF-8 whatever the declaration says: DecodedInput has converted it.
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser(XML_ParserCreate("UTF-8"));
  MessageReader reader(parser.get(), builder, source);
  XML_SetUserData(parser.get(), &reader);
  XML_SetElementHandler(
      parser.get(),
      [](void* user, const XML_Char* name, const XML_Char** pairs) {
        reader_of(user).start(name, Attributes(pairs));
      },
      [](void* user, const XML_Char*) { reader_of(user).end(); });
  XML_SetCharacterDataHandler(parser.get(), [](void* user, const XML_Char* text, int size) {
    reader_of(user).text({text, static_cast<std::size_t>(size)});
  });
  XML_SetStartDoctypeDeclHandler(
      parser.get(), [](void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        reader_of(user).stop("it has a document type declaration, and none is ever followed");
      });

  std::vector<char> buffer(k_buffer);
  XML_Status status = XML_STATUS_OK;
  for (std::size_t size = 1; size != 0 && status == XML_STATUS_OK;) {
    size = input.read(buffer);
    status = XML_Parse(parser.get(), buffer.data(), static_cast<int>(size), size == 0);
    count(input.bytes_read());
  }
  if (status != XML_STATUS_OK) {
    const std::string why =
        reader.refused.empty() ? XML_ErrorString(XML_GetErrorCode(parser.get())) : reader.refused;
    if (!reader.is_message())
      throw Error(ErrorKind::input, "is no SDMX-ML data message: " + why, path.string(),
                  "check that the file is whole");
    builder.add_finding("damaged-file", facts::Severity::critical,
                        static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser.get())),
                        why + ": nothing from this line on can be read");
  } else {
    reader.finish();
  }
  builder.finish();
}

bool is_sdmx_ml(std::string_view root_name) {
  return std::find(k_roots.begin(), k_roots.end(), root_name) != k_roots.end();
}

} // namespace kept::read::sdmx
