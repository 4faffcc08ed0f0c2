// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/xml/tree.hpp"

namespace kept::read::xml {

/// Makes a tree in the order of the text.
class TreeBuilder {
public:
  explicit TreeBuilder(Tree& tree) : m_tree(tree) {
    tree.m_nodes.clear();
    tree.m_attributes.clear();
    tree.m_root = nullptr;
  }

  /// The innermost element that is open; nullptr where none is.
  const NodeRecord* innermost() const { return m_open; }
  std::size_t depth() const { return m_depth; }
  /// Elements and texts so far.
  std::size_t count() const { return m_count; }

  /// Appends an element or a text to the innermost element, or the root.
  NodeRecord* append(NodeRecord::Kind kind, std::size_t offset, std::string_view content) {
    ++m_count;
    NodeRecord* const node = m_tree.m_nodes.make();
    *node = {content, m_open, nullptr, nullptr, nullptr, static_cast<std::uint32_t>(offset), kind, false};
    if (m_last != nullptr)
      m_last->next = node;
    else if (m_open != nullptr)
      m_open->first_child = node;
    else
      m_tree.m_root = node;
    m_last = node;
    return node;
  }
  /// A further attribute of `element`; `last` is the one before it, or nullptr.
  AttributeRecord* append_attribute(NodeRecord& element, AttributeRecord* last, std::string_view name,
                                    std::string_view value) {
    AttributeRecord* const attribute = m_tree.m_attributes.make();
    *attribute = {name, value, nullptr};
    (last != nullptr ? last->next : element.first_attribute) = attribute;
    return attribute;
  }
  /// What is appended from now on stands within `element`, which was appended last.
  void open(NodeRecord* element) {
    m_open = element;
    m_last = nullptr;
    ++m_depth;
  }
  void close() {
    m_last = m_open;
    m_open = m_open->parent;
    --m_depth;
  }
  /// Is nothing yet within the innermost element?
  bool is_empty() const { return m_last == nullptr; }

private:
  Tree& m_tree;
  NodeRecord *m_open = nullptr, *m_last = nullptr; ///< the innermost element and the last node within it
  std::size_t m_depth = 0, m_count = 0;
};

} // namespace kept::read::xml
