// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace kept::read::xml {

// A tree of views into the text that it was parsed from (parser.hpp), which must outlive the tree. Handles
// are small and passed by value; one that refers to nothing answers with empty texts and further such
// handles.

/// Equal? Names are short and mostly differ in their length or first letter, so that a look at these saves a
/// call.
inline bool is_same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && !a.empty() && a.front() == b.front() && a == b;
}

struct AttributeRecord {
  std::string_view name, value; ///< with its prefix; references resolved, white space as blanks
  const AttributeRecord* next = nullptr;
};

struct NodeRecord {
  enum class Kind : std::uint8_t { element, text, cdata };
  std::string_view content; ///< an element's name with its prefix; else text, references resolved
  NodeRecord* parent = nullptr;
  const NodeRecord *first_child = nullptr, *next = nullptr;
  const AttributeRecord* first_attribute = nullptr;
  std::uint32_t offset = 0; ///< of its '<', or of the text's first byte, in the parsed text
  Kind kind = Kind::element;
  bool declares_names = false; ///< has an attribute xmlns or xmlns:…
};

class Attribute {
public:
  Attribute() = default;
  explicit Attribute(const AttributeRecord* record) : m_record(record) {}
  explicit operator bool() const { return m_record != nullptr; }
  std::string_view name() const { return m_record != nullptr ? m_record->name : std::string_view(); }
  std::string_view value() const { return m_record != nullptr ? m_record->value : std::string_view(); }
  Attribute next() const { return Attribute(m_record != nullptr ? m_record->next : nullptr); }

private:
  const AttributeRecord* m_record = nullptr;
};

/// The range of what begins with one handle and goes on with next().
template <typename Handle> class Siblings {
public:
  class Iterator {
  public:
    explicit Iterator(Handle at) : m_at(at) {}
    Handle operator*() const { return m_at; }
    Iterator& operator++() {
      m_at = m_at.next();
      return *this;
    }
    bool operator!=(const Iterator& other) const { return bool(m_at) != bool(other.m_at); } // against the end

  private:
    Handle m_at;
  };
  explicit Siblings(Handle first) : m_first(first) {}
  Iterator begin() const { return Iterator(m_first); }
  Iterator end() const { return Iterator(Handle()); }

private:
  Handle m_first;
};

/// An element or a text.
class Node {
public:
  using Kind = NodeRecord::Kind;
  Node() = default;
  explicit Node(const NodeRecord* record) : m_record(record) {}
  explicit operator bool() const { return m_record != nullptr; }
  bool is_element() const { return m_record != nullptr && m_record->kind == Kind::element; }
  Kind kind() const { return m_record->kind; }
  /// Of a text.
  std::string_view content() const { return m_record->content; }
  Node next() const { return Node(m_record->next); }
  const NodeRecord* record() const { return m_record; }

private:
  const NodeRecord* m_record = nullptr;
};

class Element {
public:
  Element() = default;
  /// `record`: of an element, or nullptr.
  explicit Element(const NodeRecord* record) : m_record(record) {}
  explicit operator bool() const { return m_record != nullptr; }

  std::string_view name() const { return m_record != nullptr ? m_record->content : std::string_view(); }
  /// Of its '<' in the parsed text.
  std::uint32_t offset() const { return m_record->offset; }
  bool declares_names() const { return m_record->declares_names; }
  Element parent() const { return Element(m_record != nullptr ? m_record->parent : nullptr); }

  Siblings<Attribute> attributes() const {
    return Siblings(Attribute(m_record != nullptr ? m_record->first_attribute : nullptr));
  }
  Attribute attribute(std::string_view name) const {
    for (const Attribute attribute : attributes())
      if (is_same_name(attribute.name(), name))
        return attribute;
    return {};
  }

  /// Elements and texts.
  Siblings<Node> nodes() const {
    return Siblings(Node(m_record != nullptr ? m_record->first_child : nullptr));
  }
  Siblings<Element> children() const {
    return Siblings(element_from(m_record != nullptr ? m_record->first_child : nullptr));
  }
  /// Those with this name.
  class Named;
  Named children(std::string_view name) const;
  /// The first child element with this name.
  Element child(std::string_view name) const {
    for (const Element child : children())
      if (is_same_name(child.name(), name))
        return child;
    return {};
  }
  /// The next element beside this one.
  Element next() const { return element_from(m_record->next); }
  /// Its first text that is not blank, or is all that it holds.
  std::string_view text() const {
    for (const Node node : nodes())
      if (!node.is_element())
        return node.content();
    return {};
  }

private:
  static Element element_from(const NodeRecord* record) {
    while (record != nullptr && record->kind != NodeRecord::Kind::element)
      record = record->next;
    return Element(record);
  }

  const NodeRecord* m_record = nullptr;
};

/// The children of an element that have one name.
class Element::Named {
public:
  class Iterator {
  public:
    Iterator(Element at, std::string_view name) : m_at(at), m_name(name) { skip_others(); }
    Element operator*() const { return m_at; }
    Iterator& operator++() {
      m_at = m_at.next();
      skip_others();
      return *this;
    }
    bool operator!=(const Iterator& other) const { return bool(m_at) != bool(other.m_at); } // against the end

  private:
    void skip_others() {
      while (m_at && !is_same_name(m_at.name(), m_name))
        m_at = m_at.next();
    }
    Element m_at;
    std::string_view m_name;
  };
  Named(Element parent, std::string_view name) : m_parent(parent), m_name(name) {}
  Iterator begin() const { return {*m_parent.children().begin(), m_name}; }
  Iterator end() const { return {Element(), m_name}; }

private:
  Element m_parent;
  std::string_view m_name;
};

inline Element::Named Element::children(std::string_view name) const {
  return {*this, name};
}

/// Records at places that stay, made anew as often as one likes.
template <typename Record> class RecordPool {
public:
  Record* make() {
    if (m_next == m_end)
      begin_chunk();
    return m_next++;
  }
  void clear() {
    m_begun = 0;
    m_next = m_end = nullptr;
  }

private:
  void begin_chunk() {
    if (m_begun == m_chunks.size())
      m_chunks.push_back(std::make_unique<Record[]>(k_chunk));
    m_next = m_chunks[m_begun++].get();
    m_end = m_next + k_chunk;
  }

  static constexpr std::size_t k_chunk = 1024;
  std::vector<std::unique_ptr<Record[]>> m_chunks;
  std::size_t m_begun = 0; ///< chunks in use; the last one up to m_next
  Record *m_next = nullptr, *m_end = nullptr;
};

/// Holds the records of one element and of all within it. Its memory is used again for the next one.
class Tree {
public:
  Element root() const { return Element(m_root); }

private:
  friend class TreeBuilder;
  RecordPool<NodeRecord> m_nodes;
  RecordPool<AttributeRecord> m_attributes;
  const NodeRecord* m_root = nullptr;
};

} // namespace kept::read::xml
