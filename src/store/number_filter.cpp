// SPDX-License-Identifier: Apache-2.0
#include "store/number_filter.hpp"

#include "base/error.hpp"
#include "store/duckdb_database.hpp"
#include "store/packed_numbers.hpp"

#include <duckdb.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace kept::store {
namespace {

/// Numbers, for questions about many others.
class NumberSet {
public:
  explicit NumberSet(std::vector<std::int64_t> numbers) : m_numbers(std::move(numbers)) {
    std::sort(m_numbers.begin(), m_numbers.end());
    m_one_bit_each = !m_numbers.empty() && m_numbers.front() >= 0 && m_numbers.back() < k_most_bits;
    const std::size_t bits =
        m_one_bit_each ? static_cast<std::size_t>(m_numbers.back()) : k_bits_each * m_numbers.size();
    m_marks.resize(std::bit_ceil(bits / 64 + 1));
    for (const std::int64_t number : m_numbers)
      m_marks[word_of(number)] |= bit_of(number);
  }
  bool contains(std::int64_t number) const {
    const std::size_t word = static_cast<std::uint64_t>(number) / 64;
    if (m_one_bit_each)
      return word < m_marks.size() && (m_marks[word] & bit_of(number)) != 0;
    return (m_marks[word_of(number)] & bit_of(number)) != 0 &&
           std::binary_search(m_numbers.begin(), m_numbers.end(), number);
  }

private:
  static constexpr std::int64_t k_most_bits = std::int64_t{1} << 20; ///< of numbers with one bit each
  static constexpr std::size_t k_bits_each = 32; ///< of others: one in 32 is met by chance

  std::size_t word_of(std::int64_t number) const {
    return static_cast<std::uint64_t>(number) / 64 & (m_marks.size() - 1);
  }
  static std::uint64_t bit_of(std::int64_t number) {
    return std::uint64_t{1} << (static_cast<std::uint64_t>(number) % 64);
  }

  std::vector<std::int64_t> m_numbers; ///< sorted
  std::vector<std::uint64_t> m_marks;
  bool m_one_bit_each = false; ///< else numbers may share bits
};

/// What DuckDB holds of a call: it copies and deletes these.
using Held = std::shared_ptr<const NumberSet>;

std::optional<NumberSet> parse(std::string_view list) {
  std::vector<std::int64_t> numbers;
  while (!list.empty()) {
    const std::string_view item = list.substr(0, list.find(','));
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(item.data(), item.data() + item.size(), number);
    if (error != std::errc() || end != item.data() + item.size())
      return std::nullopt;
    numbers.push_back(number);
    list.remove_prefix(std::min(item.size() + 1, list.size()));
  }
  return NumberSet(std::move(numbers));
}

/// The text of an argument that is constant.
std::optional<std::string> constant_text(duckdb_bind_info info, idx_t argument) {
  duckdb_expression expression = duckdb_scalar_function_bind_get_argument(info, argument);
  duckdb_client_context context = nullptr;
  duckdb_scalar_function_get_client_context(info, &context);
  duckdb_value value = nullptr;
  if (duckdb_expression_is_foldable(expression)) {
    duckdb_error_data error = duckdb_expression_fold(context, expression, &value);
    duckdb_destroy_error_data(&error);
  }
  std::optional<std::string> text;
  if (value != nullptr && !duckdb_is_null_value(value)) {
    const std::unique_ptr<char, decltype(&duckdb_free)> bytes(duckdb_get_varchar(value), &duckdb_free);
    text = bytes.get();
  }
  duckdb_destroy_value(&value);
  duckdb_destroy_client_context(&context);
  duckdb_destroy_expression(&expression);
  return text;
}

void bind_numbers(duckdb_bind_info info) {
  const auto text = constant_text(info, 1);
  auto numbers = text ? parse(*text) : std::nullopt;
  if (!numbers) {
    duckdb_scalar_function_bind_set_error(
        info, "the list of numbers is a constant text of whole numbers: '3,17,29'");
    return;
  }
  duckdb_scalar_function_set_bind_data(info, new Held(std::make_shared<const NumberSet>(*std::move(numbers))),
                                       [](void* held) { delete static_cast<Held*>(held); });
  duckdb_scalar_function_set_bind_data_copy(
      info, [](void* held) -> void* { return new Held(*static_cast<Held*>(held)); });
}

bool holds(const NumberSet& numbers, std::int64_t number) {
  return numbers.contains(number);
}
bool holds(const NumberSet& numbers, duckdb_string_t packed) {
  const std::string_view bytes(duckdb_string_t_data(&packed), duckdb_string_t_length(packed));
  return any_packed_number(bytes, [&](std::int64_t number) { return numbers.contains(number); });
}

/// Answers for a column of `Value`: of those that are null too, which nobody looks at. A text that is null
/// may be anything and is not looked at.
template <typename Value>
void find_numbers(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
  const NumberSet& numbers = **static_cast<const Held*>(duckdb_scalar_function_get_bind_data(info));
  duckdb_vector column = duckdb_data_chunk_get_vector(input, 0);
  const auto* const asked = static_cast<const Value*>(duckdb_vector_get_data(column));
  std::uint64_t* const validity = duckdb_vector_get_validity(column);
  auto* const found = static_cast<bool*>(duckdb_vector_get_data(output));
  const idx_t count = duckdb_data_chunk_get_size(input);
  const auto is_null = [&](idx_t i) {
    return validity != nullptr && !duckdb_validity_row_is_valid(validity, i);
  };
  for (idx_t i = 0; i < count; ++i)
    if constexpr (std::is_same_v<Value, duckdb_string_t>)
      found[i] = !is_null(i) && holds(numbers, asked[i]);
    else
      found[i] = holds(numbers, asked[i]);
  if (validity == nullptr)
    return;
  duckdb_vector_ensure_validity_writable(output);
  std::uint64_t* const of_output = duckdb_vector_get_validity(output);
  for (idx_t i = 0; i < count; ++i)
    duckdb_validity_set_row_validity(of_output, i, !is_null(i));
}

/// One for each kind of column that it takes.
class Overloads {
public:
  explicit Overloads(const char* name) : m_name(name), m_set(duckdb_create_scalar_function_set(name)) {}
  Overloads(const Overloads&) = delete;
  Overloads& operator=(const Overloads&) = delete;
  ~Overloads() { duckdb_destroy_scalar_function_set(&m_set); }

  template <typename Value> Overloads& add(duckdb_type column) {
    duckdb_scalar_function function = duckdb_create_scalar_function();
    duckdb_scalar_function_set_name(function, m_name);
    for (const duckdb_type type : {column, DUCKDB_TYPE_VARCHAR}) {
      duckdb_logical_type parameter = duckdb_create_logical_type(type);
      duckdb_scalar_function_add_parameter(function, parameter);
      duckdb_destroy_logical_type(&parameter);
    }
    duckdb_logical_type answer = duckdb_create_logical_type(DUCKDB_TYPE_BOOLEAN);
    duckdb_scalar_function_set_return_type(function, answer);
    duckdb_destroy_logical_type(&answer);
    duckdb_scalar_function_set_bind(function, bind_numbers);
    duckdb_scalar_function_set_function(function, find_numbers<Value>);
    m_taken = duckdb_add_scalar_function_to_set(m_set, function) == DuckDBSuccess && m_taken;
    duckdb_destroy_scalar_function(&function);
    return *this;
  }
  void register_with(const Connection& connection) {
    if (!m_taken || duckdb_register_scalar_function_set(connection.handle(), m_set) != DuckDBSuccess)
      throw Error(ErrorKind::internal, std::string("DuckDB does not take the function ") + m_name);
  }

private:
  const char* m_name;
  duckdb_scalar_function_set m_set;
  bool m_taken = true;
};

constexpr const char* k_is_one_of = "kept_is_one_of";
constexpr const char* k_has_one_of = "kept_has_one_of";

std::string call(const char* function, std::string_view expression, std::span<const std::int64_t> numbers) {
  return numbers.empty() ? "false"
                         : fmt::format("{}({}, '{}')", function, expression, fmt::join(numbers, ","));
}

} // namespace

void register_number_filters(const Connection& connection) {
  Overloads(k_is_one_of)
      .add<std::int32_t>(DUCKDB_TYPE_INTEGER)
      .add<std::uint32_t>(DUCKDB_TYPE_UINTEGER)
      .register_with(connection);
  Overloads(k_has_one_of).add<duckdb_string_t>(DUCKDB_TYPE_BLOB).register_with(connection);
}

std::string is_one_of(std::string_view expression, std::span<const std::int64_t> numbers) {
  if (numbers.size() == 1) // which row groups may be left out by
    return fmt::format("{} = {}", expression, numbers.front());
  return call(k_is_one_of, expression, numbers);
}

std::string has_one_of(std::string_view expression, std::span<const std::int64_t> numbers) {
  return call(k_has_one_of, expression, numbers);
}

} // namespace kept::store
