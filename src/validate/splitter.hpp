// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/text/decoded_input.hpp"
#include "read/xml/parser.hpp"
#include "validate/place.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::validate {

/// A child of the root element, or text between such.
struct Child {
  std::size_t offset = 0, size = 0; ///< within the block's text
  std::size_t name_size = 0;        ///< of the element's name, behind its '<'; 0 for text
};

/// Some consecutive children of the root. Owns its bytes.
struct Block {
  std::size_t sequence = 0; ///< from 0
  std::unique_ptr<char[]> bytes;
  std::string_view text; ///< of them
  PlaceCounter begin;    ///< where the text begins
  std::vector<Child> children;

  std::string_view text_of(const Child& child) const { return text.substr(child.offset, child.size); }
  std::string_view name_of(const Child& child) const { return text_of(child).substr(1, child.name_size); }
};

/// Splits an XML file below its root element, front to back, in memory for one block and the longest child.
class Splitter {
public:
  static constexpr std::size_t longest = std::size_t{32} << 20; ///< bytes of a child

  explicit Splitter(read::text::DecodedInput& input) : m_input(input) {}

  /// Reads up to the root element. False when there is none: then `broken` says why.
  bool read_root();
  /// The next block with at least one child; false behind the last one, or when the file is broken.
  bool next(Block& block);

  std::string_view root_name() const { return m_root_name; }
  /// The root's start tag, as an empty element.
  const std::string& root_tag() const { return m_root_tag; }
  /// Where it stands.
  const PlaceCounter& root_begin() const { return m_root_begin; }
  std::uint32_t root_line() const { return m_root_begin.place().line; }

  struct Broken {
    Place place;
    std::string why;
  };
  const std::optional<Broken>& broken() const { return m_broken; }

private:
  enum class Step { taken, more_needed, done };

  std::string_view text() const { return {m_bytes.get(), m_end}; }
  Step take();
  Step take_markup();
  Step take_element(std::size_t tag_end, std::string_view name, bool empty);
  Step take_epilogue();
  bool fill();
  void make_room();
  bool check_prolog(std::size_t root_at);
  void hand_over(Block& block);
  void drop_taken();
  void fail(std::size_t at, std::string why);
  bool is_sound(std::optional<read::xml::Damage> damage, std::size_t from);

  read::text::DecodedInput& m_input;
  std::unique_ptr<char[]> m_bytes;
  std::size_t m_capacity = 0, m_end = 0;
  std::size_t m_at = 0; ///< up to where it is taken
  PlaceCounter m_begin; ///< of the first byte
  std::vector<Child> m_children;
  std::string m_root_name, m_root_tag;
  PlaceCounter m_root_begin;
  bool m_behind_root = false, m_input_ended = false;
  std::size_t m_sequence = 0;
  std::optional<Broken> m_broken;
};

} // namespace kept::validate
