#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Gives hostile files to commands that read files of strangers, and measures memory.

usage: hostile.py KEPT [--long] [--commands NAME,NAME…] [--only WORD]

A command passes an input when it ends by itself within SECONDS, with an exit code of 0 to 4, within its bound of memory.
Bombs must be refused, naming the option that allows more. Every file is made here and made up. --long makes the large
ones sixteen times as large, and allows commands as much more time."""

import argparse
import contextlib
import csv
import gzip
import io
import json
import mmap
import multiprocessing
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

# Name -> arguments; {store} and {path} are filled in. All inputs go through each of them.
COMMANDS = {
    "load": ["load", "--quiet", "--store", "{store}", "{path}"],
    "validate": ["validate", "{path}"],
}
SECONDS = 60
# MiB of memory that a command may take, whatever it is given. One activity is held as a whole, as text and as a tree, up
# to 32 MB; a load holds what the database has not written yet besides.
MEGABYTES = {"load": 450, "validate": 450}
# Files whose names begin so are refused for how much they unpack to, and read with --max-ratio 0.
BOMB, ANY_RATIO = "bomb", "any-ratio"
REFUSED = {"load": {3}, "validate": {1, 3}}

SECRET = "what-the-neighbour-file-says"
NAMES = ["'); DROP TABLE activities; --", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "=1+1", "%s%n{}",
         "../../etc/passwd", "\u202egnp.exe", "a\tb"]

# File -> the title of its only activity (none where it has none), and the rules of what is found in it.
READ = {
    "entity-bomb.xml": ("&e11;", ""),
    "external-entity.xml": ("&x;", ""),
    "xinclude.xml": ("Wells", ""),
    "nested.xml": (None, "damaged-activity"),
    "nested-open.xml": (None, "damaged-activity"),
    "nested-outside.xml": ("Wells", ""),
    "without-end.xml": (None, "damaged-activity"),
    "root-without-end.xml": ("Wells", "damaged-file"),
    "comment-without-end.xml": (None, "damaged-file"),
    "nul-bytes.xml": (None, "damaged-activity"),
    "invalid-utf8.xml": ("\ufffd" * 11, "invalid-utf8"),
    "latin-as-utf8.xml": ("Puits \ufffd Gen\ufffdve", "invalid-utf8"),
    "utf8-as-ascii.xml": ("우물", ""),
    "utf8-as-utf16.xml": ("Wells", ""),
    "encoding-name.xml": (None, "damaged-file"),
    "utf16-mark.xml": ("Wells", ""),
    "utf16-little.xml": ("Wells", ""),
    "utf16-big.xml": ("Wells", ""),
    "utf16-odd.xml": ("Wells", "damaged-file"),
    "utf16-lone-surrogate.xml": ("W\ufffd", "invalid-utf8"),
    "carriage-returns.xml": ("Wells", ""),
    "no-line-end.xml": ("Wells", ""),
}


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace("'", "&apos;")


def activity(identifier="XE-1", content="", title="Wells"):
    return (f'<iati-activity default-currency="EUR">\n<iati-identifier>{identifier}</iati-identifier>\n'
            '<reporting-org ref="XE-EXAMPLE" type="10"><narrative>Example Agency</narrative></reporting-org>\n'
            f'<title><narrative>{title}</narrative></title>\n{content}\n<transaction><transaction-type code="3"/>'
            '<transaction-date iso-date="2024-03-15"/><value value-date="2024-03-15">5</value></transaction>\n'
            '</iati-activity>\n')


def document(content, before='<?xml version="1.0" encoding="UTF-8"?>\n'):
    return before + f'<iati-activities version="2.03" illustrative="true">\n{content}</iati-activities>\n'


def entity_bomb():
    entities = '<!ENTITY e0 "bomb">' + "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    return f"<!DOCTYPE iati-activities [{entities}]>\n"


def sdmx_ml(content, before=""):
    return (before + '<m:StructureSpecificData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message">'
            f"<m:DataSet>{content}</m:DataSet></m:StructureSpecificData>\n")


def texts(secret):
    """Name -> content of small files."""
    external = f'<!DOCTYPE iati-activities [<!ENTITY x SYSTEM "file://{secret}">]>\n'
    parameter = f'<!DOCTYPE iati-activities [<!ENTITY % x SYSTEM "file://{secret}"> %x;]>\n'
    whole = document(activity())
    return {
        "entity-bomb.xml": document(activity(title="&e11;"), entity_bomb()),
        "entity-bomb-attribute.xml": document(activity(content='<sector code="&e11;"/>'), entity_bomb()),
        "entity-bomb-sdmx.xml": sdmx_ml('<Obs REF_AREA="&e11;" TIME_PERIOD="2020" OBS_VALUE="1"/>', entity_bomb()),
        "entity-in-itself.xml": document(activity(title="&a;"), '<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'),
        "external-entity.xml": document(activity(title="&x;"), external),
        "external-parameter.xml": document(activity(title="x"), parameter),
        "external-sdmx.xml": sdmx_ml('<Obs REF_AREA="AFG" INDICATOR="&x;" TIME_PERIOD="2020" OBS_VALUE="1"/>', external),
        "xinclude.xml": document(activity(
            content=f'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="{secret}" parse="text"/>')),
        "many-declarations.xml": document(activity(), "<!DOCTYPE x [" + "<!-- > ]> -->" * 20_000 + "]>"),
        "nested.xml": document(activity(content="<a>" * 100_000 + "</a>" * 100_000)),
        "nested-outside.xml": document("<a>" * 100_000 + "</a>" * 100_000 + activity()),
        "nested-open.xml": document(activity(content="<a>" * 100_000)),
        "nested-narratives.xml": document(activity(content="<description><narrative>" * 50_000)),
        "nested-sdmx.xml": sdmx_ml("<Series>" * 100_000 + "</Series>" * 100_000),
        "nested-sdmx.json": '{"data":{"structures":[],"dataSets":[{"observations":' + '{"a":' * 100_000,
        "nested-lists-sdmx.json": '{"data":{"structures":[],"dataSets":' + "[" * 100_000 + "]" * 100_000 + "}}",
        "different-attributes.xml": document("<iati-activity " + " ".join(f'a{i}="x"' for i in range(30_000)) + "/>"),
        "same-attributes.xml": document("<iati-activity " + 'a="x" ' * 50_000 + "/>"),
        "without-end.xml": document("<iati-activity><iati-identifier>" * 100_000),
        "only-ends.xml": document("</iati-activity>" * 100_000),
        "root-without-end.xml": whole.replace("</iati-activities>", ""),
        "comment-without-end.xml": document("<!-- " + activity()),
        "cdata-without-end.xml": document("<iati-activity><![CDATA[ " + activity()),
        "angle-brackets.xml": document("<" * 200_000),
        "nul-bytes.xml": whole.replace("Wells", "We\0lls"),
        "nul-bytes-only.xml": "\0" * 100_000,
        "control-characters.xml": document(activity(title="".join(map(chr, range(1, 32))) + "&#0;&#1;&#xFFFFFFFFFF;")),
        "invalid-utf8.xml": whole.encode().replace(b"Wells", b"\xff\xfe\xc0\x80\xed\xa0\x80\xf4\x90\x80\x80"),
        "half-a-character.xml": whole.encode()[:-1] + b"\xe4",
        "latin-as-utf8.xml": whole.replace("Wells", "Puits à Genève").encode("latin-1"),
        "utf8-as-ascii.xml": whole.replace("UTF-8", "US-ASCII").replace("Wells", "우물"),
        "utf8-as-utf16.xml": whole.replace("UTF-8", "UTF-16"),
        "utf8-as-utf32.xml": whole.replace("UTF-8", "UTF-32"),
        "utf8-as-ebcdic.xml": whole.replace("UTF-8", "IBM037"),
        "utf8-as-utf7.xml": whole.replace("UTF-8", "UTF-7").replace("Wells", "+ADw-script+AD4-"),
        "stateful-encoding.xml": whole.replace("UTF-8", "ISO-2022-KR").encode() + b"\x1b$)C\x0e" * 1000,
        "encoding-name.xml": whole.replace("UTF-8", "../../../tmp/x//TRANSLIT"),
        "encoding-name-long.xml": whole.replace("UTF-8", "U" * 100_000),
        "utf16-mark.xml": whole.replace("UTF-8", "UTF-16").encode("utf-16"),
        "utf16-little.xml": whole.replace("UTF-8", "UTF-16").encode("utf-16-le"),
        "utf16-big.xml": whole.replace("UTF-8", "UTF-16").encode("utf-16-be"),
        "utf16-odd.xml": whole.encode("utf-16")[:-1] + b"\xd8",
        "utf16-lone-surrogate.xml": whole.replace("Wells", "W\ud800").encode("utf-16", "surrogatepass"),
        "carriage-returns.xml": whole.replace("\n", "\r"),
        "no-line-end.xml": whole.replace("\n", ""),
        "names.xml": document("".join(activity(escaped(name), title=escaped(name)) for name in NAMES)),
        "huge-numbers.xml": document(activity(
            content='<transaction><transaction-type code="3"/><transaction-date iso-date="2024-03-15"/>'
            f'<value value-date="2024-03-15">{"9" * 50_000}</value></transaction><recipient-country code="XA" '
            'percentage="1e999999999"/><sector code="1" percentage="' + "0." + "3" * 50_000 + '"/>')),
        "rates.csv": "currency,month,usd_per_unit\n" + '"' + "x" * 2_000_000,
        "table.csv": "DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE" + ",X" * 50_000 + "\nE,AFG,X,2020,1\n",
        "names.csv": "DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\n" +
                     "".join('E,"%s","%s",2020,1\n' % ((name.replace('"', '""'),) * 2) for name in NAMES),
        "gzip-in-gzip.xml.gz": gzip.compress(gzip.compress(whole.encode())),
        "gzip-truncated.xml.gz": gzip.compress(whole.encode() * 50)[:200],
        "gzip-damaged.xml.gz": bytes(b ^ (0x55 if i == 300 else 0) for i, b in
                                     enumerate(gzip.compress(os.urandom(300).hex().encode() + whole.encode()))),
        "zip-of-nothing.zip": b"PK\x03\x04" + b"\0" * 26,
        "a name with spaces and\na new line; $(touch x) `y`.xml": whole,
    }


PIECE = b"x" * (1 << 20)
COMMENTS = b"<!-- -->" * (1 << 17)


def write_large(folder, times):
    """Files whose size is the point, written piece by piece."""
    begin, end = document("MIDDLE").encode().split(b"MIDDLE")
    table = b"DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\nE,AFG,"

    def write(name, before, pieces, after, piece=PIECE):
        opener = (lambda path: gzip.open(path, "wb")) if name.endswith(".gz") else (
            lambda path: open(path, "wb"))
        with opener(folder / name) as file:
            file.write(before)
            for _ in range(pieces):
                file.write(piece)
            file.write(after)

    write("long-attribute.xml", begin + b'<iati-activity a="', 64 * times, b'"/>' + end)
    write("long-text.xml", begin + b"<iati-activity><iati-identifier>", 32 * times,
          b"</iati-identifier></iati-activity>" + end)
    write("long-comment.xml", begin + b"<!-- ", 64 * times, b" -->" + end)
    write("many-comments.xml", begin, 64 * times, end, COMMENTS)
    for name, element in (("elements", b"<a/>"), ("attributes", b'a="" '), ("transactions", b"<transaction/>")):
        before, after = (b"<iati-activity ", b"/>") if name == "attributes" else (b"<iati-activity>", b"</iati-activity>")
        write(f"many-{name}.xml", begin + before, 30, after + end, element * ((1 << 20) // len(element)))
    write("many-activities.xml", begin, 4 * times, end, b"<iati-activity/>" * (1 << 16))
    # Each as it is, refused for its ratio, and once more where any ratio is allowed.
    for name in (BOMB, ANY_RATIO):
        write(f"{name}-comment.xml.gz", begin + b"<!-- ", 64 * times, b" -->" + end)
        write(f"{name}-comments.xml.gz", begin, 64 * times, end, COMMENTS)
        write(f"{name}-attribute.xml.gz", begin + b'<iati-activity a="', 64 * times, b'"/>' + end)
    write(f"{BOMB}-table.csv.gz", b"", 64 * times, table, b"#" + PIECE + b"\n")
    write(f"{ANY_RATIO}-table.csv.gz", table, 64 * times, b"")
    write(f"{ANY_RATIO}-zeros.xml.gz", b"", 64 * times, b"", b"\0" * (1 << 20))
    with zipfile.ZipFile(folder / f"{BOMB}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("API_EX.csv", "w") as file:
            for _ in range(64 * times):
                file.write(PIECE)


def make_inputs(folder, times):
    """All of them; `folder` holds small ones in inputs, and large."""
    inputs = folder / "inputs"
    inputs.mkdir()
    (folder / "secret.txt").write_text(SECRET)
    for file, content in texts(folder / "secret.txt").items():
        (inputs / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    (folder / "large").mkdir()
    write_large(folder / "large", times)
    make_folder(inputs / "links")
    os.mkfifo(inputs / "pipe.xml")
    (inputs / "zeros.xml").symlink_to("/dev/zero")


def make_folder(folder):
    """A folder of links that lead in circles and of things that are no files."""
    folder.mkdir()
    (folder / "good.xml").write_text(document(activity("XE-GOOD")))
    (folder / "below").mkdir()
    (folder / "below" / "up").symlink_to("..")
    (folder / "itself").symlink_to("itself")
    (folder / "itself.xml").symlink_to("itself.xml")
    (folder / "there.xml").symlink_to("back.xml")
    (folder / "back.xml").symlink_to("there.xml")
    (folder / "dangling.xml").symlink_to("nowhere")
    (folder / "zeros.xml").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.xml")


class Trial:
    """Runs commands on inputs, and remembers what was wrong."""

    def __init__(self, kept, folder, seconds):
        self.kept, self.seconds, self.wrong, self.runs = kept, seconds, [], 0
        self.store = str(folder / "hostile.kept")
        self.peaks, self.slowest, self.longest = {}, (0, ""), (0, "")

    def begin_again(self):
        pathlib.Path(self.store).unlink(missing_ok=True)

    def run(self, command, path):
        words = [word.format(store=self.store, path=path) for word in COMMANDS[command]]
        if path.name.startswith(ANY_RATIO):
            words += ["--max-ratio", "0"]
        what = f"{command} {path.name!r}"
        start = time.monotonic()
        with tempfile.TemporaryFile() as file:
            process = subprocess.Popen([self.kept, *words], stdin=subprocess.DEVNULL, stdout=file, stderr=file)
            timer = threading.Timer(self.seconds, process.kill)
            timer.start()
            _, status, usage = os.wait4(process.pid, 0)
            timer.cancel()
            process.returncode = os.waitstatus_to_exitcode(status)
            self.longest = max(self.longest, (file.tell(), what))
            output = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) if os.fstat(file.fileno()).st_size else b""
        seconds, peak = time.monotonic() - start, usage.ru_maxrss / 1024
        self.runs += 1
        self.slowest = max(self.slowest, (seconds, what))
        if seconds >= self.seconds:
            self.wrong.append(f"{what}: not done within {self.seconds} s")
        elif process.returncode not in range(5):
            self.wrong.append(f"{what}: exit code {process.returncode}: {output[-300:].decode(errors='replace')}")
        is_bomb = path.name.startswith(BOMB) and (command == "load" or path.name.endswith(".xml.gz"))
        if is_bomb and (process.returncode not in REFUSED[command] or output.find(b"--max-ratio") < 0):
            self.wrong.append(f"{what}: not refused as a bomb: exit code {process.returncode}: {output[-300:]}")
        if output.find(SECRET.encode()) >= 0:
            self.wrong.append(f"{what}: tells what another file holds")
        self.peaks[command] = max(self.peaks.get(command, (0, "")), (peak, what))
        if peak > MEGABYTES[command]:
            self.wrong.append(f"{what}: {peak:.0f} MiB of memory")

    def ask(self, sql):
        """The rows of the answer, which must be sound JSON."""
        answer = subprocess.run([self.kept, "query", "--store", self.store, "--format", "json", sql],
                                capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            self.wrong.append(f"{sql}: {answer.stderr}")
            return []
        return json.loads(answer.stdout)

    def check_store(self):
        """What was loaded is data and nothing else; what is wrong with it."""
        self.wrong = []
        told = {row["title"] for row in self.ask("SELECT title FROM activities")}
        for name in NAMES:
            if name not in told and name.replace("\t", " ") not in told:
                self.wrong.append(f"the title {name!r} is not in the store")
        if any(self.ask(f"SELECT count(*) AS rows FROM {table} AS t WHERE t::VARCHAR LIKE '%{SECRET}%'") != [{"rows": 0}]
               for table in ("observations", "narratives", "activities")):
            self.wrong.append("the store holds what another file says")
        sources = {row["source"] for row in self.ask("SELECT source FROM sources")}
        if not any(name.endswith("good.xml") for name in sources):
            self.wrong.append("the good file of a folder with bad links is not in the store")
        if not any("a new line; $(touch x) `y`" in name for name in sources):
            self.wrong.append("a file whose name has a line end is not in the store")
        found = {pathlib.Path(row["source"]).name: (row["title"], row["rules"]) for row in self.ask(
            "SELECT source, (SELECT min(title) FROM activities a WHERE a.source = s.source) AS title, coalesce((SELECT "
            "string_agg(DISTINCT rule, ' ') FROM findings f WHERE f.source = s.source AND rule <> 'duplicate-activity'), "
            "'') AS rules FROM sources s")}
        self.wrong += [f"{name}: read as {found.get(name)}" for name, what in READ.items() if found.get(name) != what]
        for command in ("sources", "findings"):
            self.check_formats(command)
        return self.wrong

    def check_formats(self, command):
        """Names of any kind break no format: what is shown has as many cells in every row."""
        shown = {form: subprocess.run([self.kept, command, "--store", self.store, "--format", form],
                                      capture_output=True, text=True, check=False).stdout
                 for form in ("json", "csv", "md", "table")}
        rows = list(csv.reader(io.StringIO(shown["csv"], newline="")))
        entries = json.loads(shown["json"])
        entries = entries if isinstance(entries, list) else next(one for one in entries.values() if isinstance(one, list))
        lines = [line for line in shown["md"].splitlines() if line.startswith("|")]
        cells = {len(line.replace("\\|", "").split("|")) for line in lines}
        if len({len(row) for row in rows}) != 1 or len(rows) - 1 != len(entries):
            self.wrong.append(f"{command}: {len(rows) - 1} rows of CSV for {len(entries)} entries, or of several lengths")
        if len(cells) != 1 or len(lines) - 2 != len(entries):
            self.wrong.append(f"{command}: {len(lines) - 2} rows of Markdown for {len(entries)} entries, or of several lengths")
        if any(ord(c) < 32 and c != "\n" or c == "\x7f" for c in shown["table"]):
            self.wrong.append(f"{command}: control characters reach the terminal")


def elsewhere(function, *arguments):
    """Calls it in a process of its own: the most memory that this one ever had would count as that of the commands it
    starts."""
    with multiprocessing.Pool(1) as pool:
        return pool.apply(function, arguments)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kept")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--commands", default=",".join(COMMANDS), type=lambda text: text.split(","))
    parser.add_argument("--only", default="", help="inputs whose name has this in it")
    options = parser.parse_args()
    start = time.monotonic()
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kept-hostile-")))
        times = 16 if options.long else 1
        elsewhere(make_inputs, folder, times)
        # In memory, where there is such a place: how long a disk takes to be sure is not of interest here.
        store_folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(
            prefix="kept-hostile-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)))
        trial = Trial(str(pathlib.Path(options.kept).resolve()), store_folder, SECONDS * times)
        small = sorted(path for path in (folder / "inputs").iterdir() if options.only in path.name)
        large = sorted(path for path in (folder / "large").iterdir() if options.only in path.name)
        for command in options.commands:
            for path in small:
                trial.run(command, path)
            if command == "load" and not options.only:
                trial.wrong += elsewhere(trial.check_store)
            for path in large:
                trial.begin_again()  # so that what one file leaves in the store is not counted with the next
                trial.run(command, path)
    seconds, what = trial.slowest
    print(f"{trial.runs} runs in {time.monotonic() - start:.0f} s; slowest {seconds:.1f} s ({what})")
    print(f"longest output {trial.longest[0]} bytes ({trial.longest[1]})")
    for peak, what in trial.peaks.values():
        print(f"peak {peak:.0f} MiB ({what})")
    for one in trial.wrong:
        print(one)
    return 1 if trial.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
