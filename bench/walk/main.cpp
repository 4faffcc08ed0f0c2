// SPDX-License-Identifier: Apache-2.0
// The least that a reader built on pugixml has to do: cuts a file behind each "</iati-activity>", in bounded
// memory, parses each piece in place on one thread and visits every node. Nothing is checked, kept or
// derived.
#include <fmt/format.h>
#include <pugixml.hpp>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace {

struct Counts {
  std::uint64_t bytes = 0, elements = 0, transactions = 0, text = 0;
};

void visit(pugi::xml_node parent, Counts& counts) {
  for (pugi::xml_node node = parent.first_child(); node; node = node.next_sibling()) {
    if (node.type() != pugi::node_element) {
      counts.text += std::strlen(node.value());
      continue;
    }
    ++counts.elements;
    counts.transactions += std::strcmp(node.name(), "transaction") == 0 ? 1 : 0;
    for (const pugi::xml_attribute attribute : node.attributes())
      counts.text += std::strlen(attribute.value());
    visit(node, counts);
  }
}

/// Whole activities at the front of `text` are visited; returns where the rest begins, or nothing on damage.
bool visit_activities(std::vector<char>& text, std::size_t& filled, Counts& counts) {
  constexpr std::string_view k_end = "</iati-activity>";
  const std::string_view all(text.data(), filled);
  const std::size_t last = all.rfind(k_end);
  const std::size_t begin = all.find("<iati-activity ");
  if (last == std::string_view::npos || begin == std::string_view::npos || begin > last)
    return true;
  const std::size_t end = last + k_end.size();
  const std::vector<char> rest(text.begin() + static_cast<std::ptrdiff_t>(end),
                               text.begin() + static_cast<std::ptrdiff_t>(filled));
  pugi::xml_document document;
  const auto parsed = document.load_buffer_inplace(
      text.data() + begin, end - begin, pugi::parse_default | pugi::parse_fragment, pugi::encoding_utf8);
  if (!parsed)
    return false;
  visit(document, counts);
  std::copy(rest.begin(), rest.end(), text.begin());
  filled = rest.size();
  return true;
}

bool walk(std::FILE* file, Counts& counts) {
  constexpr std::size_t k_piece = std::size_t{1} << 20;
  std::vector<char> text;
  std::size_t filled = 0;
  for (;;) {
    if (text.size() < filled + k_piece)
      text.resize(filled + 2 * k_piece);
    const std::size_t read = std::fread(text.data() + filled, 1, k_piece, file);
    filled += read;
    counts.bytes += read;
    if (read == 0)
      return true;
    if (!visit_activities(text, filled, counts))
      return false;
  }
}

} // namespace

int main(int argc, char** argv) {
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  const std::unique_ptr<std::FILE, Close> file(argc == 2 ? std::fopen(argv[1], "rb") : nullptr);
  if (!file) {
    fmt::print(stderr, "usage: walk FILE\n");
    return 2;
  }
  Counts counts;
  if (!walk(file.get(), counts)) {
    fmt::print(stderr, "walk: {} is damaged\n", argv[1]);
    return 1;
  }
  fmt::print("{{\"bytes\": {}, \"elements\": {}, \"transactions\": {}, \"text\": {}}}\n", counts.bytes,
             counts.elements, counts.transactions, counts.text);
  return 0;
}
