#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the tables of src/validate/schema with the standard's XML Schema, in three ways:

1. the tables of older versions are what tools/data/iati_schema_older.py makes of those of 2.03;
2. from the root down, each element has in table and schema the same attributes, text and children (this reads the schema
   on its own, without tools/data/iati_schema.py);
3. small files, one change each (an attribute less, a child too many, out of order, of another namespace …), are right
   or wrong alike by the table and by xmllint with the schema.

usage: schema_tables.py [XSD_FOLDER VERSION]

Without arguments: the shared schema of 2.03. Exit 0 when all agree, 1 with a line for each that does not, 77 where the
schema is not at hand."""

import itertools
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import quoteattr

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLES = ROOT / "src" / "validate" / "schema"
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "tools" / "data"))
import iati_schema_older  # noqa: E402

X = "{http://www.w3.org/2001/XMLSchema}"
KINDS = {"activities": "iati-activities", "organisations": "iati-organisations"}
GOOD = {"string": "text", "decimal": "-1.50", "date": "2020-02-29", "dateTime": "2020-02-29T12:00:00Z", "anyURI": "http://example.org/a",
        "boolean": "true", "int": "-7", "nonNegativeInteger": "0", "positiveInteger": "2020", "NMTOKEN": "a-b", "lang": "en"}
BAD = {"decimal": "1e3", "date": "2019-02-29", "dateTime": "2020-02-29", "boolean": "yes", "int": "2147483648",
       "nonNegativeInteger": "-1", "positiveInteger": "0", "NMTOKEN": "a b", "lang": "en_GB"}
FOREIGN = "x:foreign"


class Table:
    def __init__(self, file):
        _, root, lines = iati_schema_older.read(file.read_text(encoding="utf-8"))
        self.root_type = root.split()[2]
        self.globals = dict(line.split()[1:] for line in lines.pop("globals"))
        self.types = {}
        for name, of_type in lines.items():
            words = [line.split() for line in of_type]
            self.types[name] = {
                "text": next((w[1] for w in words if w[0] == "text"), None),
                "attributes": {w[1]: (w[2], w[3] == "required") for w in words if w[0] == "attribute"},
                "foreign": ["foreign-attributes"] in words, "anything": ["anything"] in words,
                "children": [tuple(w[1:]) if w[0] == "element" else FOREIGN for w in words if w[0] in ("element", "foreign-elements")]}


class OfficialSchema:
    """What an element of the schema may have, in the shape of Table.types, but with the child's node for its type."""

    def __init__(self, folder, kind):
        files = [folder / "iati-common.xsd", folder / f"iati-{kind}-schema.xsd"]
        top = [node for file in files for node in ElementTree.parse(file).getroot()]
        self.named = {(node.tag.removeprefix(X), node.get("name")): node for node in top}

    def description(self, element):
        given = element.get("type", "")
        found = {"text": None, "attributes": {}, "foreign": False, "anything": False, "children": []}
        if given.startswith("xsd:"):
            found["text"] = given[4:]
        elif given:
            self.add(self.named["complexType", given], found)
        elif element.find(X + "complexType") is not None:
            self.add(element.find(X + "complexType"), found)
        else:
            found["anything"] = True
        return found

    def add(self, node, found):
        for part in node:
            tag = part.tag.removeprefix(X)
            if tag in ("simpleContent", "complexContent"):
                self.add(part, found)
            elif tag == "extension":
                base = part.get("base")
                if base.startswith("xsd:"):
                    found["text"] = base[4:]
                else:
                    self.add(self.named["complexType", base], found)
                self.add(part, found)
            elif tag == "sequence":
                assert not part.attrib
                self.add(part, found)
            elif tag == "any":
                assert part.attrib == {"namespace": "##other", "processContents": "lax", "minOccurs": "0", "maxOccurs": "unbounded"}
                found["children"].append(FOREIGN)
            elif tag == "element":
                target = self.named["element", part.get("ref")] if part.get("ref") else part
                least, most = part.get("minOccurs", "1"), part.get("maxOccurs", "1").replace("unbounded", "*")
                found["children"].append((target.get("name"), target, least, most))
            elif tag == "anyAttribute":
                assert part.attrib == {"namespace": "##other", "processContents": "lax"}
                found["foreign"] = True
            elif tag == "attribute":
                reference = part.get("ref")
                if reference == "xml:lang":
                    name, kind = reference, "lang"
                else:
                    target = self.named["attribute", reference] if reference else part
                    name, kind = target.get("name"), target.get("type").removeprefix("xsd:")
                found["attributes"][name] = (kind, part.get("use") == "required")
            else:
                assert tag == "annotation", tag


def differences(table, official, root):
    """A line for each place where table and schema differ; and how many elements were compared."""
    top = {name: node for (tag, name), node in official.named.items() if tag == "element"}
    breaches, compared = [], 0
    if set(top) != set(table.globals):
        breaches.append(f"declared for themselves: {sorted(set(top) ^ set(table.globals))}")
    waiting = [(root, table.root_type, top[root])] + [(name, table.globals[name], top[name]) for name in top if name in table.globals]
    while waiting:
        path, name, node = waiting.pop()
        ours, theirs = table.types[name], official.description(node)
        compared += 1
        for part in ("text", "attributes", "foreign", "anything"):
            if ours[part] != theirs[part]:
                breaches.append(f"{path}: {part}: {ours[part]}, in the schema {theirs[part]}")
        shapes = [[child if child == FOREIGN else (child[0], *child[2:]) for child in of["children"]] for of in (ours, theirs)]
        if shapes[0] != shapes[1]:
            breaches.append(f"{path}: children: {shapes[0]}, in the schema {shapes[1]}")
            continue
        waiting += [(f"{path}/{child[0]}", child[1], other[1])
                    for child, other in zip(ours["children"], theirs["children"]) if child != FOREIGN]
    return breaches, compared


class Samples:
    """Small files and whether the table finds them right. An element: (name, {attribute: value}, [child or text])."""

    def __init__(self, table, root):
        self.table, self.root = table, root

    def least(self, name, type_name):
        kind = self.table.types[type_name]
        attributes = {attribute: GOOD[of] for attribute, (of, required) in kind["attributes"].items() if required}
        children = [GOOD[kind["text"]]] if kind["text"] else [
            self.least(child[0], child[1]) for child in kind["children"] if child != FOREIGN and child[2] != "0"]
        return name, attributes, children

    def full(self, name, type_name):
        kind = self.table.types[type_name]
        _, _, children = self.least(name, type_name)
        return (name, {attribute: GOOD[of] for attribute, (of, _) in kind["attributes"].items()}, children if kind["text"] else [
            self.least(child[0], child[1]) for child in kind["children"] if child != FOREIGN])

    def paths(self):
        """For each type one way from the root to it: the (name, type) of each step."""
        found, waiting = {}, [[(self.root, self.table.root_type)]]
        while waiting:
            path = waiting.pop(0)
            if path[-1][1] not in found:
                found[path[-1][1]] = path
                waiting += [path + [child[:2]] for child in self.table.types[path[-1][1]]["children"] if child != FOREIGN]
        return found.values()

    def within(self, path, element):
        """The element at the end of a path, with no more around it than must be."""
        for name, type_name in reversed(path[:-1]):
            _, attributes, children = self.least(name, type_name)
            order = [child[0] for child in self.table.types[type_name]["children"] if child != FOREIGN]
            others = [child for child in children if child[0] != element[0]]
            at = sum(order.index(child[0]) < order.index(element[0]) for child in others)
            element = name, attributes, others[:at] + [element] + others[at:]
        return element

    def variants(self, name, type_name):
        kind = self.table.types[type_name]
        element = self.least(name, type_name)
        full = self.full(name, type_name)
        yield element
        yield full
        _, attributes, children = full
        for attribute, (of, _) in kind["attributes"].items():
            yield name, {key: value for key, value in attributes.items() if key != attribute}, children
            for value in filter(None, [BAD.get(of)]):
                yield name, {**attributes, attribute: value}, children
        for attribute, value in (("added", "1"), ("x:added", "1"), ("xml:lang", GOOD["lang"]), ("xml:lang", BAD["lang"])):
            yield name, {**attributes, attribute: value}, children
        yield name, attributes, children + ["text"]
        yield name, attributes, []
        if kind["text"]:
            yield name, attributes, [BAD.get(kind["text"], "")]
            children = []
        for foreign in ((FOREIGN, {}, []), ("added", {}, [])):
            for at in range(len(children) + 1):
                yield name, attributes, children[:at] + [foreign] + children[at:]
        for at, child in enumerate(children):
            yield name, attributes, children[:at] + children[at + 1:]
            for between in ((), ((FOREIGN, {}, []),)):
                yield name, attributes, children[:at] + [child, *between, child, *between] + children[at + 1:]
            for times in (2, 3):
                yield name, attributes, children[:at] + [child] * times + children[at + 1:]
            yield name, attributes, children[:at] + children[at + 1:at + 2] + [child] + children[at + 2:]

    def all(self):
        for path in self.paths():
            for element in self.variants(*path[-1]):
                yield self.within(path, element)
        name, attributes, children = self.least(self.root, self.table.root_type)
        for declared, type_name in self.table.globals.items():
            right = self.least(declared, type_name)
            for inner in (right, (declared, {**right[1], "added": "1"}, right[2])):
                yield name, attributes, children + [(FOREIGN, {"added": "1"}, [inner, "text"])]
        yield name, attributes, children + [(FOREIGN, {"xml:lang": BAD["lang"]}, [])]

    def is_right(self, element, type_name):
        """What the table says of an element; `type_name` is None for one of another namespace."""
        _, attributes, children = element
        kind = self.table.types[type_name] if type_name else {"anything": True}
        if attributes.get("xml:lang") == BAD["lang"]:
            return False
        if kind["anything"]:
            return all(self.is_right(child, self.table.globals.get(child[0])) for child in children if not isinstance(child, str))
        for attribute, value in attributes.items():
            of = kind["attributes"].get(attribute)
            if of is None and (not kind["foreign"] or ":" not in attribute):
                return False
            if of and value == BAD.get(of[0]):
                return False
        if any(required and attribute not in attributes for attribute, (_, required) in kind["attributes"].items()):
            return False
        if kind["text"]:
            text = "".join(child for child in children if isinstance(child, str))
            return all(isinstance(child, str) for child in children) and (
                kind["text"] in ("string", "anyURI") or text == GOOD[kind["text"]])
        if any(isinstance(child, str) for child in children):
            return False
        rest = list(children)
        for rule, following in itertools.zip_longest(kind["children"], kind["children"][1:]):
            wanted, inner, least, most = (FOREIGN, None, "0", "*") if rule == FOREIGN else rule
            # libxml2, and with it the official validator, lets a child without limit and the elements of other
            # namespaces that directly follow it in the schema alternate, though XML Schema would not.
            together = {wanted, FOREIGN} if most == "*" and following == FOREIGN else {wanted}
            taken = list(itertools.takewhile(lambda child: child[0] in together, rest))
            if least != "0" and (not taken or taken[0][0] != wanted) or most != "*" and len(taken) > int(most):
                return False
            if not all(self.is_right(child, inner if child[0] == wanted else None) for child in taken):
                return False
            rest = rest[len(taken):]
        return not rest


def xml(element):
    name, attributes, children = element
    spaces = " xmlns:x='urn:x'" if name.startswith("iati-") or name == FOREIGN else ""
    inner = "".join(child if isinstance(child, str) else xml(child) for child in children)
    return f"<{name}{spaces}{''.join(f' {key}={quoteattr(value)}' for key, value in attributes.items())}>{inner}</{name}>"


def check_samples(samples, schema):
    """A line for each sample on which table and xmllint differ; how many samples, how many of them right."""
    wanted = {xml(element): samples.is_right(element, samples.table.root_type) for element in samples.all()}
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder, f"{n}.xml") for n in range(len(wanted))]
        for file, text in zip(files, wanted):
            file.write_text(text, encoding="utf-8")
        answers = {}
        for begin in range(0, len(files), 500):
            process = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", str(schema), *map(str, files[begin:begin + 500])],
                                     capture_output=True, text=True)
            for line in process.stderr.splitlines():
                file, _, answer = line.partition(" ")
                if answer in ("validates", "fails to validate"):
                    answers[file] = answer == "validates"
    breaches = [f"{'right' if right else 'wrong'} by the table, xmllint {answers.get(str(file))}: {text}"
                for file, (text, right) in zip(files, wanted.items()) if answers.get(str(file)) != right]
    return breaches, len(wanted), sum(wanted.values())


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 2 else ROOT.parent / "shared" / "standard" / "xsd"
    version = sys.argv[2] if len(sys.argv) > 2 else "2.03"
    failed = 0
    for (older, kind), text in iati_schema_older.tables(TABLES).items():
        if (TABLES / f"{kind}-{older}.txt").read_text(encoding="utf-8") != text:
            print(f"{kind}-{older}.txt is not what tools/data/iati_schema_older.py makes")
            failed += 1
    if not folder.is_dir():
        print("skipped: the standard's schema is not here")
        return 1 if failed else 77
    for kind, root in KINDS.items():
        table = Table(TABLES / f"{kind}-{version}.txt")
        breaches, compared = differences(table, OfficialSchema(folder, kind), root)
        print(f"{kind} {version}: {compared} elements compared, {len(breaches)} differ", *breaches[:20], sep="\n  ")
        failed += len(breaches)
        if shutil.which("xmllint") is None:
            print("no xmllint here: the samples are left out")
            continue
        breaches, count, right = check_samples(Samples(table, root), folder / f"iati-{kind}-schema.xsd")
        print(f"{kind} {version}: {count} samples ({right} right), {len(breaches)} differ", *breaches[:20], sep="\n  ")
        failed += len(breaches)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
