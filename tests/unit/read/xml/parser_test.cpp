// SPDX-License-Identifier: Apache-2.0
#include "read/xml/parser.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kept::read::xml {
namespace {

std::string damage_of(std::string_view element) {
  Tree tree;
  Arena resolved;
  const auto damage = parse(element, 0, tree, resolved);
  return damage ? std::to_string(damage->at) + " " + damage->why : "";
}

/// The tree as text: <name attribute=[value]>[text]{cdata}</name>
std::string outline(Element element) {
  std::string out = "<" + std::string(element.name());
  for (const Attribute attribute : element.attributes())
    out += " " + std::string(attribute.name()) + "=[" + std::string(attribute.value()) + "]";
  out += ">";
  for (const Node node : element.nodes()) {
    if (node.is_element())
      out += outline(Element(node.record()));
    else if (node.kind() == Node::Kind::text)
      out += "[" + std::string(node.content()) + "]";
    else
      out += "{" + std::string(node.content()) + "}";
  }
  return out + "</" + std::string(element.name()) + ">";
}

std::string outline(std::string_view text) {
  Tree tree;
  Arena resolved;
  const auto damage = parse(text, 0, tree, resolved);
  return damage ? damage->why : outline(tree.root());
}

} // namespace

TEST_CASE("what is no well-formed XML is found where it stands") {
  CHECK(damage_of("<a b='1'><c/>text &amp; &#x41;<!-- c --><?p i?><![CDATA[<]]></a>").empty());
  CHECK(damage_of("<a></b>").starts_with("3 the end tag"));
  CHECK(damage_of("<a b='1' b='2'/>").starts_with("9 the attribute"));
  CHECK(damage_of("<a b=1/>").starts_with("5 an attribute's value without quotes"));
  CHECK(damage_of("<a b='<'/>").starts_with("6 a \"<\" within an attribute"));
  CHECK(damage_of("<a>&nbsp;</a>").starts_with("3 the reference"));
  CHECK(damage_of("<a>&</a>").starts_with("3 an \"&\""));
  CHECK(damage_of("<a>&#0;</a>").starts_with("3 the reference"));
  CHECK(damage_of("<a>]]></a>").starts_with("3 \"]]>\""));
  CHECK(damage_of(std::string("<a>\0</a>", 8)).starts_with("3 a character"));
  CHECK(damage_of("<a><!-- -- --></a>").starts_with("3 a comment"));
  CHECK(damage_of("<a b='1'c='2'/>").starts_with("8 no blank"));
  CHECK(damage_of("<a>").starts_with("3 the element is not closed"));
  CHECK(damage_of("<a/>b").starts_with("4 something follows"));
  std::string deep;
  for (int i = 0; i < 300; ++i)
    deep += "<a>";
  CHECK(damage_of(deep).find("nested more than 256 deep") != std::string::npos);
}

TEST_CASE("a tree holds elements, attributes and texts as XML passes them on") {
  CHECK(outline("<a><b x='1' y=\"2\"/>t<c>u</c></a>") == "<a><b x=[1] y=[2]></b>[t]<c>[u]</c></a>");
  CHECK(outline("<a b='\"' c=\"it's\"/>") == "<a b=[\"] c=[it's]></a>");
  CHECK(outline("<a>&lt;&#65;&#x4E2D;&apos;</a>") == "<a>[<A中']</a>");
  CHECK(outline("<a>x<![CDATA[<&amp;]]>y</a>") == "<a>[x]{<&amp;}[y]</a>");
  CHECK(outline("<a>one<!-- c -->two<?p i?></a>") == "<a>[one][two]</a>");
}

TEST_CASE("blank text is kept where it is all that an element holds") {
  CHECK(outline("<a> \n <b/> </a>") == "<a><b></b></a>");
  CHECK(outline("<a> <!-- c -->  </a>") == "<a>[  ]</a>");
  CHECK(outline("<a>&#32;</a>") == "<a>[ ]</a>");
}

TEST_CASE("line ends become LF in text and blanks in attributes, those of references stay (XML 1.0, 2.11 and "
          "3.3.3)") {
  CHECK(outline("<a>1\r\n2\r3\n</a>") == "<a>[1\n2\n3\n]</a>");
  CHECK(outline("<a b='1\r\n2\t3&#10;4'/>") == "<a b=[1 2 3\n4]></a>");
  CHECK(outline("<a><![CDATA[\r\n]]></a>") == "<a>{\n}</a>");
}

TEST_CASE("special bytes are found wherever they stand within sixteen") {
  for (std::size_t before = 0; before < 40; ++before) {
    const std::string plain(before, 'x');
    CHECK(outline("<a>" + plain + "&amp;" + plain + "</a>") == "<a>[" + plain + "&" + plain + "]</a>");
    CHECK(damage_of("<a>" + plain + "\x01</a>") ==
          std::to_string(3 + before) + " a character that XML does not allow");
    CHECK(damage_of("<a>" + plain + "\xEF\xBF\xBF</a>") ==
          std::to_string(3 + before) + " a character that XML does not allow");
    CHECK(outline("<a>" + plain + "\xEF\xBC\x81\t</a>") == "<a>[" + plain + "\xEF\xBC\x81\t]</a>");
  }
}

TEST_CASE("references that mean nothing are damage, or stay as text") {
  const std::string text = "<a b='&no; &'>&big; & &lt;</a>";
  CHECK(outline(text) == "the reference \"&no;\" means nothing");
  Tree tree;
  Arena resolved;
  REQUIRE_FALSE(parse(text, 0, tree, resolved, {0, MeaninglessReferences::stay_as_text}));
  CHECK(outline(tree.root()) == "<a b=[&no; &]>[&big; & <]</a>");
}

TEST_CASE("an XML declaration has a version first, and nothing that is not its own (XML 1.0, section 2.8)") {
  for (const char* good :
       {"<?xml version='1.0'?>", "<?xml version=\"1.0\" encoding='UTF-8' standalone='no' ?>"})
    CHECK_FALSE_MESSAGE(find_damage_in_declaration(good), good);
  for (const char* bad :
       {"<?xml ?>", "<?xml encoding='UTF-8'?>", "<?xml version='1.0' encNE\"?>",
        "<?xml version='1.0' standalone='no' encoding='UTF-8'?>", "<?xml version='1.0' x='1'?>"})
    CHECK_MESSAGE(find_damage_in_declaration(bad), bad);
}

TEST_CASE("a tree is used again for the next element; names stay where they stood") {
  Tree tree;
  Arena resolved;
  for (const std::string text : {"<a><b/></a>", "<c d='1'/>"}) {
    const std::string whole = "..." + text; // that the tree views
    REQUIRE_FALSE(parse(whole, 3, tree, resolved));
    CHECK(tree.root().offset() == 3);
    CHECK(tree.root().name() == text.substr(1, 1));
  }
}

TEST_CASE("children and attributes are asked for by name; what is not there answers with nothing") {
  Tree tree;
  Arena resolved;
  const std::string text = "<a><b n='1'/>t<c/><b n='2' xmlns:p='u'/></a>";
  REQUIRE_FALSE(parse(text, 0, tree, resolved));
  const Element root = tree.root();
  std::string found;
  for (const Element child : root.children("b"))
    found += child.attribute("n").value();
  CHECK(found == "12");
  CHECK(root.text() == "t");
  CHECK_FALSE(root.child("z").child("y").attribute("x"));
  CHECK(root.child("z").text().empty());
  CHECK(root.child("c").parent().name() == "a");
  CHECK_FALSE(root.child("b").declares_names());
  CHECK(root.child("c").next().declares_names());
}

} // namespace kept::read::xml
