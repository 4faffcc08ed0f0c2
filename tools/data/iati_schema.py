#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compiles the standard's XML Schema of one version into the tables of src/validate/schema.

usage: iati_schema.py XSD_FOLDER VERSION OUTPUT_FOLDER

Writes activities-VERSION.txt and organisations-VERSION.txt: for each kind of element its attributes, its text and its
children in their order. Refuses what the tables cannot say, so that nothing gets lost."""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

X = "{http://www.w3.org/2001/XMLSchema}"
HEAD = """# The elements of IATI {version}, {root} files, in the order that the standard demands.
# Made by tools/data/iati_schema.py from the standard's XML Schema; read by src/validate/schema.cpp.
#   global NAME TYPE          an element that is declared for itself
#   attribute NAME TYPE USE   element NAME TYPE LEAST MOST   text TYPE   foreign-…: of another namespace
#   anything                  the schema does not say what it holds
"""


class Compiler:
    def __init__(self, folder, name):
        self.elements, self.types, self.attributes, self.lines, self.written, self.nodes = {}, {}, {}, [], {}, {}
        for file in ("iati-common.xsd", name):
            for node in ElementTree.parse(folder / file).getroot():
                if node.tag == X + "element":
                    self.elements[node.get("name")] = node
                elif node.tag == X + "attribute":
                    self.attributes[node.get("name")] = node
                elif node.tag == X + "complexType":
                    self.types[node.get("name")] = node

    def compile(self, root):
        self.lines.append(f"root {root} {self.type_of_element(self.elements[root], '')}")
        for name in sorted(self.elements):
            self.lines.append(f"global {name} {self.type_of_element(self.elements[name], '')}")
        for name in sorted(self.written):
            self.lines += ["", f"type {name}", *self.written[name]]
        return "\n".join(self.lines) + "\n"

    def type_of_element(self, node, parent):
        """The name of the element's type, which is written when it is met first."""
        given, own = node.get("type"), node.find(X + "complexType")
        if given and given.startswith("xsd:"):
            self.written.setdefault(given, [f"  text {given[4:]}"])
            return given
        if not given and own is None:
            self.written.setdefault("anything", ["  anything"])
            return "anything"
        name = given or (parent + "/" if parent else "") + node.get("name")
        definition = self.types[given] if given else own
        if self.nodes.setdefault(name, definition) is not definition:
            raise SystemExit(f"{name}: two types have this name")
        if name not in self.written:
            self.written[name] = []
            self.written[name] += self.content(definition, name)
        return name

    def content(self, node, name):
        text, attributes, children, foreign = None, [], [], False
        if node.get("mixed") or node.get("abstract"):
            raise SystemExit(f"{name}: mixed and abstract types have no place in the table")
        for part in node:
            if part.tag == X + "annotation":
                continue
            if part.tag in (X + "simpleContent", X + "complexContent"):
                extension = part.find(X + "extension")
                if extension is None:
                    raise SystemExit(f"{name}: a restriction has no place in the table")
                base = extension.get("base")
                if base.startswith("xsd:"):
                    text = base[4:]
                else:
                    inherited = self.content(self.types[base], name)
                    text = next((line.split()[1] for line in inherited if line.startswith("  text ")), None)
                    attributes += [line for line in inherited if line.startswith("  attribute ")]
                    children += [line for line in inherited if line.split()[0] in ("element", "foreign-elements")]
                    foreign |= "  foreign-attributes" in inherited
                part = extension
                parts = list(extension)
            else:
                parts = [part]
            for inner in parts:
                if inner.tag == X + "sequence":
                    children += self.sequence(inner, name)
                elif inner.tag == X + "attribute":
                    attributes.append(self.attribute(inner))
                elif inner.tag == X + "anyAttribute":
                    self.check_foreign(inner, name)
                    foreign = True
                elif inner.tag != X + "annotation":
                    raise SystemExit(f"{name}: {inner.tag} has no place in the table")
        lines = [f"  text {text}"] if text else []
        return lines + attributes + (["  foreign-attributes"] if foreign else []) + children

    def sequence(self, node, name):
        if node.attrib:
            raise SystemExit(f"{name}: a repeated sequence has no place in the table")
        lines = []
        for part in node:
            least, most = part.get("minOccurs", "1"), part.get("maxOccurs", "1").replace("unbounded", "*")
            if part.tag == X + "any":
                self.check_foreign(part, name)
                if (least, most) != ("0", "*"):
                    raise SystemExit(f"{name}: a number of foreign elements has no place in the table")
                lines.append("  foreign-elements")
            elif part.tag == X + "element":
                reference = part.get("ref")
                kind = self.type_of_element(self.elements[reference], "") if reference else self.type_of_element(part, name)
                lines.append(f"  element {reference or part.get('name')} {kind} {least} {most}")
            elif part.tag != X + "annotation":
                raise SystemExit(f"{name}: {part.tag} has no place in the table")
        return lines

    def check_foreign(self, node, name):
        if node.get("namespace") != "##other" or node.get("processContents") != "lax":
            raise SystemExit(f"{name}: only lax wildcards of other namespaces have a place in the table")

    def attribute(self, node):
        if node.get("use") == "prohibited" or node.get("default") or node.get("fixed"):
            raise SystemExit(f"attribute {node.get('name')}: its use has no place in the table")
        use = "required" if node.get("use") == "required" else "optional"
        if node.get("ref") == "xml:lang":
            return f"  attribute xml:lang lang {use}"
        if node.get("ref"):
            node = self.attributes[node.get("ref")]
        inner = node.find(f"{X}simpleType/{X}restriction")
        given = node.get("type") or (inner.get("base") if inner is not None else "xsd:string")
        if not given.startswith("xsd:") or (inner is not None and len(inner)):
            raise SystemExit(f"attribute {node.get('name')}: its type has no place in the table")
        return f"  attribute {node.get('name')} {given[4:]} {use}"


def main():
    folder, version, output = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    for root, name in (("iati-activities", "iati-activities-schema.xsd"), ("iati-organisations", "iati-organisations-schema.xsd")):
        table = HEAD.format(version=version, root=root) + Compiler(folder, name).compile(root)
        (output / f"{root.removeprefix('iati-')}-{version}.txt").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
