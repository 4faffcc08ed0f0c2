// SPDX-License-Identifier: Apache-2.0
#include "read/who/read_who_gho.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/source_file.hpp"
#include "read/statistics/figure_table.hpp"
#include "read/statistics/repaired_text.hpp"
#include "read/text/json_input.hpp"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <map>

namespace kept::read::who {
namespace {

/// The fields of one figure, by their names in the OData service.
using Fields = std::map<std::string, std::string, std::less<>>;

std::string_view field(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

/// "SEX_BTSX" of the dimension "SEX" is "BTSX".
std::string_view without_type(std::string_view value, std::string_view type) {
  return value.size() > type.size() && value.starts_with(type) && value[type.size()] == '_'
             ? value.substr(type.size() + 1)
             : value;
}

/// "Age Group" in words is the service's "AGEGROUP".
std::string service_type(std::string_view words) {
  std::string type = upper(words);
  type.erase(std::remove(type.begin(), type.end(), ' '), type.end());
  return type;
}

/// Does the file's text begin like JSON?
bool begins_with_brace(const std::filesystem::path& path) {
  text::JsonInput input(path);
  while (std::string_view(" \t\r\n").find(input.Peek()) != std::string_view::npos)
    input.Take();
  return input.Peek() == '{';
}

/// GHO's codes for "all of it".
bool is_total(std::string_view value) {
  constexpr std::array<std::string_view, 5> totals{"BTSX", "TOTAL", "TOTL", "ALL", "ALLAGES"};
  return std::find(totals.begin(), totals.end(), value) != totals.end();
}

/// Hands one figure on; every format of GHO has the same fields under one name or another.
void take(statistics::ObservationBuilder& builder, const Fields& fields, std::uint32_t line) {
  statistics::RawObservation raw;
  raw.line = line;
  raw.indicator = field(fields, "IndicatorCode");
  raw.area = field(fields, "SpatialDim");
  raw.area_name = field(fields, "Location");
  raw.time = field(fields, "TimeDim");
  raw.value = field(fields, "NumericValue");
  raw.lower = field(fields, "Low");
  raw.upper = field(fields, "High");
  raw.unit = field(fields, "Unit");
  std::vector<statistics::Dimension> dimensions;
  for (const std::string_view number : {"1", "2", "3"}) {
    const std::string_view type = field(fields, fmt::format("Dim{}Type", number));
    const std::string_view value = without_type(field(fields, fmt::format("Dim{}", number)), type);
    if (upper(type) == "SEX")
      raw.sex = value;
    else if (!value.empty() && !is_total(value))
      dimensions.push_back({type, value});
  }
  raw.dimensions = dimensions;
  builder.take(raw);
}

void keep_newest(std::optional<Moment>& newest, std::string_view text) {
  if (const auto moment = Moment::parse(text); moment && (!newest || *newest < *moment))
    newest = *moment;
}

/// Receives what the JSON reader meets: {"value": [{…}, …]}.
struct OdataHandler : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, OdataHandler> {
  OdataHandler(text::JsonInput& from, statistics::ObservationBuilder& to, facts::Source& of,
               const statistics::ByteCount& c)
      : input(from), builder(to), source(of), count(c) {}

  bool Default() { return scalar({}); }
  bool Bool(bool value) { return scalar(value ? "true" : "false"); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) { return scalar({text, size}); }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return scalar(texts.take({text, size}, input.line()));
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    key = texts.take({text, size}, input.line());
    if (depth == 1) {
      in_value = key == "value";
      had_value |= in_value;
    }
    return true;
  }
  bool StartObject() {
    scalar("{…}");                  // no text that could be read, should it stand in the place of one
    if (++depth == 2 && in_value) { // the array does not count
      fields.clear();
      line = input.line();
    }
    return true;
  }
  bool StartArray() {
    scalar("[…]");
    depth += depth >= 2 ? 1 : 0; // one within a figure does
    return true;
  }
  bool EndArray(rapidjson::SizeType) {
    depth -= depth > 2 ? 1 : 0;
    return true;
  }
  bool EndObject(rapidjson::SizeType) {
    if (depth-- == 2 && in_value) {
      keep_newest(source.generated, field(fields, "Date"));
      take(builder, fields, line);
      if (++figures % 4096 == 0)
        count(input.bytes_read());
    }
    return true;
  }

  bool scalar(std::string_view text) {
    if (depth == 2 && in_value)
      fields[key] = text;
    return true;
  }

  text::JsonInput& input;
  statistics::ObservationBuilder& builder;
  facts::Source& source;
  const statistics::ByteCount& count;
  int depth = 0;
  bool in_value = false, had_value = false;
  statistics::RepairedText texts;
  std::string key;
  Fields fields;
  std::uint32_t line = 0;
  std::uint64_t figures = 0;
};

void read_json(const std::filesystem::path& path, facts::Source& source,
               statistics::ObservationBuilder& builder, const statistics::ByteCount& count) {
  text::JsonInput input(path);
  OdataHandler handler(input, builder, source, count);
  rapidjson::Reader reader;
  const auto result =
      reader.Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag>(input, handler);
  if (!result.IsError() && !handler.had_value)
    throw Error(ErrorKind::input, "is no answer of the Global Health Observatory's service", path.string(),
                "it begins {\"value\": [{\"IndicatorCode\": …");
  if (result.IsError())
    builder.add_finding(
        "damaged-file", facts::Severity::critical, input.line(),
        fmt::format("{} Nothing from this line on can be read.", rapidjson::GetParseError_En(result.Code())));
  handler.texts.report(builder);
}

/// A column of the download's CSV, folded, and the OData field that it is.
struct CsvField {
  std::string_view column, field;
};
constexpr std::array<CsvField, 16> k_csv_fields{{{"indicatorcode", "IndicatorCode"},
                                                 {"spatialdimvaluecode", "SpatialDim"},
                                                 {"location", "Location"},
                                                 {"period", "TimeDim"},
                                                 {"dim1 type", "Dim1Type"},
                                                 {"dim1valuecode", "Dim1"},
                                                 {"dim2 type", "Dim2Type"},
                                                 {"dim2valuecode", "Dim2"},
                                                 {"dim3 type", "Dim3Type"},
                                                 {"dim3valuecode", "Dim3"},
                                                 {"factvaluenumeric", "NumericValue"},
                                                 {"factvaluenumericlow", "Low"},
                                                 {"factvaluenumerichigh", "High"},
                                                 {"factvalueuom", "Unit"},
                                                 {"datemodified", "Date"},
                                                 {"language", "Language"}}};

void read_csv(const std::filesystem::path& path, facts::Source& source,
              statistics::ObservationBuilder& builder, const statistics::ByteCount& count) {
  statistics::FigureTable table(path, builder, count);
  source.illustrative = table.illustrative();
  if (!table.next() || !is_who_gho_csv(std::vector<std::string>(table.cells())))
    throw Error(ErrorKind::input, "is no table of the Global Health Observatory", path.string(),
                "its columns are IndicatorCode, SpatialDimValueCode, Period, FactValueNumeric …");
  table.set_columns();
  std::vector<std::pair<std::size_t, std::string>> places;
  for (const CsvField& known : k_csv_fields)
    if (const auto column = statistics::find_column(table.columns(), {known.column}))
      places.emplace_back(*column, known.field);
  Fields fields;
  while (table.next()) {
    for (const auto& [column, name] : places)
      fields[name] = table.cell(column);
    // The download gives a dimension's type in words ("Age Group"), its codes with the service's type before
    // them ("AGEGROUP_ALLAGES").
    for (const std::string_view type : {"Dim1Type", "Dim2Type", "Dim3Type"})
      if (const auto found = fields.find(type); found != fields.end())
        found->second = service_type(found->second);
    keep_newest(source.generated, field(fields, "Date"));
    take(builder, fields, table.line());
  }
}

} // namespace

void read_who_gho(const std::filesystem::path& path, facts::Source& source,
                  const statistics::Vocabulary& vocabulary, const statistics::ObservationSink& sink,
                  const statistics::ByteCount& count) {
  describe(path, source);
  source.publication = "WHO, Global Health Observatory";
  statistics::ObservationBuilder builder(vocabulary, sink);
  (begins_with_brace(path) ? read_json : read_csv)(path, source, builder, count);
  builder.finish();
}

bool is_who_gho_csv(std::span<const std::string> columns) {
  const auto has = [&](std::string_view name) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const std::string& column) { return fold(column) == name; });
  };
  return has("indicatorcode") && has("spatialdimvaluecode") && has("factvaluenumeric");
}

bool is_who_gho_json(std::string_view head) {
  head = head.substr(0, std::size_t{1} << 16);
  return head.find("\"SpatialDim\"") != std::string_view::npos &&
         head.find("\"NumericValue\"") != std::string_view::npos;
}

} // namespace kept::read::who
