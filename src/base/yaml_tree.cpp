// SPDX-License-Identifier: Apache-2.0
#include "base/yaml_tree.hpp"

#include "base/text.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_map>

namespace kept {

namespace {

/// Reads from a text without copying it.
class TextBuffer : public std::streambuf {
public:
  explicit TextBuffer(std::string_view text) {
    char* const start = const_cast<char*>(text.data()); // the get area is never written to
    setg(start, start, start + text.size());
  }
};

/// Turns the parser's marks (lines and bytes from 0) into positions.
class Positions {
public:
  Positions(std::string_view text, std::string file) : m_lines(split(text, '\n')), m_file(std::move(file)) {}

  Position at(int line, int byte) const {
    Position position{m_file, std::max(line, 0) + 1, std::max(byte, 0) + 1};
    if (line < 0 || static_cast<std::size_t>(line) >= m_lines.size())
      return position;
    // The parser counts on behind the end of a line with bytes that no YAML may hold.
    const std::string_view before =
        m_lines[static_cast<std::size_t>(line)].substr(0, static_cast<std::size_t>(std::max(byte, 0)));
    position.column = 1 + static_cast<int>(std::count_if(before.begin(), before.end(),
                                                         [](char c) { return (c & '\xC0') != '\x80'; }));
    return position;
  }
  Position at(const YAML::Mark& mark) const { return at(mark.line, mark.column); }

  /// Of the first bytes that are not UTF-8; the text must have some.
  Position of_damage() const {
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
      const std::string sound = repair_utf8(m_lines[line]);
      const auto [in_line, in_sound] =
          std::mismatch(m_lines[line].begin(), m_lines[line].end(), sound.begin(), sound.end());
      if (in_line != m_lines[line].end())
        return at(static_cast<int>(line), static_cast<int>(in_line - m_lines[line].begin()));
    }
    return at(0, 0);
  }

private:
  std::vector<std::string_view> m_lines;
  std::string m_file;
};

/// Of the escapes \N and \_ (U+0085 and U+00A0) the parser makes single bytes, without the C2 before them.
/// What it gives is UTF-8 otherwise.
std::string with_whole_escapes(const std::string& text) {
  if (is_utf8(text))
    return text;
  std::string whole;
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    const std::size_t size = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (size == 1 && first >= 0x80)
      whole += '\xC2';
    whole.append(text, i, size);
    i += size;
  }
  return whole;
}

/// Thrown by the builder to stop the parser.
struct Refused {
  Position position;
  std::string message;
};

/// Builds the tree from the parser's events.
class TreeBuilder : public YAML::EventHandler {
public:
  explicit TreeBuilder(const Positions& positions) : m_positions(positions) {}

  YamlPointer root() const { return m_root; }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(leaf(YamlNode::Kind::null, mark, {}), anchor, 1);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    // A plain `null` or `~` arrives as a scalar; in quotes (tag "!") it is a text.
    const bool null = tag == "?" && (value.empty() || value == "~" || value == "null");
    add(leaf(null ? YamlNode::Kind::null : YamlNode::Kind::scalar, mark, value), anchor, 1);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = m_anchors.find(anchor);
    if (found == m_anchors.end())
      throw Refused{m_positions.at(mark), "an alias cannot stand inside the value that it repeats"};
    add(found->second.node, YAML::NullAnchor, found->second.values);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::list, mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::map, mark, anchor);
  }
  void OnMapEnd() override { close(); }

private:
  struct Open {
    std::shared_ptr<YamlNode> node;
    YAML::anchor_t anchor;
    std::size_t values = 1; ///< its own and those of everything in it
    YamlPointer key;        ///< of a map: waits for its value
  };
  struct Anchored {
    YamlPointer node;
    std::size_t values;
  };

  std::shared_ptr<YamlNode> leaf(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& text) const {
    auto node = std::make_shared<YamlNode>();
    node->kind = kind;
    node->position = m_positions.at(mark);
    node->text = with_whole_escapes(text);
    return node;
  }

  void open(YamlNode::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (m_open.size() == k_max_yaml_depth)
      throw Refused{m_positions.at(mark),
                    fmt::format("values are nested more than {} deep", k_max_yaml_depth)};
    m_open.push_back({leaf(kind, mark, {}), anchor, 1, {}});
  }

  void close() {
    const Open closed = std::move(m_open.back());
    m_open.pop_back();
    add(closed.node, closed.anchor, closed.values);
  }

  /// Puts a finished node into the one that is open.
  void add(YamlPointer node, YAML::anchor_t anchor, std::size_t values) {
    if (anchor != YAML::NullAnchor)
      m_anchors[anchor] = {node, values};
    if (m_open.empty()) {
      m_root = std::move(node);
      return;
    }
    Open& parent = m_open.back();
    parent.values += values;
    if (parent.values > k_max_yaml_values)
      throw Refused{node->position, fmt::format("holds more than {} values", k_max_yaml_values)};
    if (parent.node->kind == YamlNode::Kind::list)
      parent.node->items.push_back(std::move(node));
    else if (!parent.key)
      parent.key = std::move(node);
    else
      parent.node->entries.push_back({std::exchange(parent.key, {}), std::move(node)});
  }

  const Positions& m_positions;
  YamlPointer m_root;
  std::vector<Open> m_open;
  std::unordered_map<YAML::anchor_t, Anchored> m_anchors;
};

} // namespace

YamlPointer read_yaml(std::string_view text, const std::string& file, std::vector<Problem>& problems) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark))
    text.remove_prefix(byte_order_mark.size());

  const Positions positions(text, file);
  const auto refuse_at = [&](Position position, std::string message) -> YamlPointer {
    problems.push_back({std::move(position), std::move(message)});
    return nullptr;
  };
  if (text.size() > k_max_yaml_bytes)
    return refuse_at(
        positions.at(0, 0),
        fmt::format("is larger than {} MiB; split it and `include` the parts", k_max_yaml_bytes >> 20));
  if (!is_utf8(text))
    return refuse_at(positions.of_damage(), "is not UTF-8 text");

  TextBuffer buffer(text);
  std::istream stream(&buffer);
  TreeBuilder builder(positions);
  try {
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder) || !builder.root())
      return refuse_at(positions.at(0, 0), "is empty");
    YamlPointer root = builder.root();
    if (parser.HandleNextDocument(builder))
      return refuse_at(builder.root()->position, "a second YAML document begins here; a ledger file has one");
    return root;
  } catch (const YAML::Exception& refused) {
    return refuse_at(positions.at(refused.mark), "not YAML: " + repair_utf8(refused.msg));
  } catch (const Refused& refused) {
    return refuse_at(refused.position, refused.message);
  }
}

} // namespace kept
