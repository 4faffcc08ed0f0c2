#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Does to a store what happens to files: loads that are killed, full disks, closed folders, files that vanish under a
reader, two loads at once, clocks that are wrong. Afterwards the store is its old or its new state, whole.

usage: faults.py KEPT [--long] [--seed N] [--clock LIBRARY]

A load is killed at 5 moments (50 with --long), drawn from the seed, which is printed; so is the first load into a store,
and disks are full at 2 sizes (10). LIBRARY is jumping_clock.cpp. All input is made up."""

import argparse
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ACTIVITIES = 10_000


def write_activities(path, first, count):
    with open(path, "w", encoding="utf-8") as file:
        file.write('<iati-activities version="2.03" illustrative="true">\n')
        for n in range(first, first + count):
            file.write(f'<iati-activity default-currency="EUR"><iati-identifier>XE-{n}</iati-identifier>'
                       '<reporting-org ref="XE-EXAMPLE" type="10"><narrative>Example Agency</narrative></reporting-org>'
                       f'<title><narrative>Wells {n * 7919 % 10007}</narrative></title><transaction>'
                       '<transaction-type code="3"/><transaction-date iso-date="2024-03-15"/>'
                       f'<value value-date="2024-03-15">{n}.25</value></transaction></iati-activity>\n')
        file.write("</iati-activities>\n")


class Workplace:
    """A store in its old state, the input that makes the new one, and what was seen to go wrong."""

    def __init__(self, kept, folder):
        self.kept, self.folder, self.wrong = kept, folder, []
        self.store, self.kept_aside = folder / "test.kept", folder / "old.kept"
        self.small, self.large = folder / "small.xml", folder / "large.xml"
        write_activities(self.small, 0, 20)
        write_activities(self.large, 20, ACTIVITIES)
        self.must(self.load(self.small), "the first load")
        shutil.copy(self.store, self.kept_aside)
        tables = self.run("query", "--format", "csv", "SELECT table_schema || '.' || table_name FROM "
                          "information_schema.tables WHERE table_schema IN ('fact', 'derived') ORDER BY ALL")
        self.must(tables, "the list of tables")
        names = tables.stdout.splitlines()[1:]
        # What was loaded when is no part of the state.
        self.question = " UNION ALL ".join(
            f"SELECT '{name}', count(*), " + ("''" if "source" in name else "bit_xor(hash(t))::VARCHAR") +
            f" FROM {name} AS t" for name in names)
        self.old = self.state()
        start = time.monotonic()
        self.must(self.load(self.large), "the second load")
        self.seconds = time.monotonic() - start
        self.new, self.new_size = self.state(), self.store.stat().st_size
        self.expect(self.old is not None and self.new not in (None, self.old), "two states to tell apart")

    def command(self, *words, store=None):
        return [self.kept, words[0], "--store", str(store or self.store), *map(str, words[1:])]

    def run(self, *words, store=None, **options):
        return subprocess.run(self.command(*words, store=store), capture_output=True, text=True, check=False,
                              timeout=120, **options)

    def load(self, *paths, store=None, **options):
        return self.run("load", "--quiet", *paths, store=store, **options)

    def state(self, store=None):
        """A row for each table of facts; none when the store cannot be read."""
        answer = self.run("query", "--format", "csv", self.question, store=store)
        return sorted(answer.stdout.splitlines()) if answer.returncode == 0 else None

    def expect(self, holds, rule):
        if not holds:
            self.wrong.append(rule)
            print("WRONG:", rule)

    def must(self, answer, what):
        self.expect(answer.returncode == 0, f"{what}: exit code {answer.returncode}: {answer.stderr}")

    def back_to_old(self):
        for path in self.folder.glob("test.kept*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copy(self.kept_aside, self.store)

    def expect_whole(self, what):
        """The store is old or new; says whether it is new."""
        state = self.state()
        self.expect(state in (self.old, self.new), f"{what}: the store is neither its old nor its new state")
        return state == self.new

    def expect_loads(self, what):
        self.must(self.load(self.large), f"{what}: the next load")
        self.expect(self.state() == self.new, f"{what}: the next load makes the new state")
        left = sorted(path.name for path in self.folder.glob("test.kept?*"))
        self.expect(not left, f"{what}: {left} are left behind")


def killed(here, times, moments):
    """kill -9 at random moments, the whole load and a bit more covered."""
    new = 0
    for i in range(times):
        here.back_to_old()
        # One moment in each of as many parts of the load, so that few of them see all of it.
        moment = (i + moments.random()) / times * here.seconds * 1.2
        process = subprocess.Popen(here.command("load", "--quiet", here.large))
        time.sleep(moment)
        process.kill()
        process.wait()
        new += here.expect_whole(f"killed after {moment:.3f} s")
        if i % 5 == 0 or i + 1 == times:
            here.expect_loads(f"killed after {moment:.3f} s")
    return f"{times} loads killed within {here.seconds:.2f} s: {times - new} old, {new} new"


def killed_first(here, times, moments):
    """The same where there was no store: it is there whole, or not at all."""
    folder = here.folder / "first"
    store = folder / "first.kept"
    folder.mkdir()
    here.must(here.load(here.large, store=store), "a first load")
    whole, new = here.state(store), 0
    for i in range(times):
        store.unlink()
        moment = (i + moments.random()) / times * here.seconds * 1.2
        process = subprocess.Popen(here.command("load", "--quiet", here.large, store=store))
        time.sleep(moment)
        process.kill()
        process.wait()
        what = f"a first load killed after {moment:.3f} s"
        if store.exists():
            here.expect(here.state(store) == whole, f"{what}: the store is not whole")
            new += 1
        here.must(here.load(here.large, store=store), f"{what}: the next load")
        here.expect(here.state(store) == whole, f"{what}: the next load makes the whole state")
        here.expect([path.name for path in folder.iterdir()] == ["first.kept"], f"{what}: something is left behind")
    return f"{times} first loads killed: {times - new} without a store, {new} whole"


def interrupted(here):
    """Ctrl-C and a closed terminal."""
    for sent in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        here.back_to_old()
        process = subprocess.Popen(here.command("load", "--quiet", here.large), stderr=subprocess.DEVNULL)
        time.sleep(here.seconds / 2)
        process.send_signal(sent)
        process.wait()
        here.expect_whole(f"after {sent.name}")
    here.expect_loads("after signals")
    return "3 loads interrupted"


def file_limit(here, moments):
    """Files may not grow over a limit (ulimit -f)."""
    old, new = here.kept_aside.stat().st_size, here.new_size
    for _ in range(2):
        here.back_to_old()
        limit = moments.randrange(old // 2, new - 100_000)
        answer = here.load(here.large, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        here.expect(answer.returncode == 4 and "disk is full" in answer.stderr,
                    f"files of {limit} bytes: exit code {answer.returncode}: {answer.stderr}")
        here.expect(not here.expect_whole(f"files of {limit} bytes"), "a load that fails changes nothing")
    here.expect_loads("after a limit")
    return "2 loads beyond the size that files may have"


def mounted(folder, options):
    """A file system of its own at the folder; false where none can be mounted (that takes root)."""
    folder.mkdir(exist_ok=True)
    return subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True,
                          check=False).returncode == 0


def full_disks(here, times, moments):
    """Where no small disk can be had, files may not grow over a limit instead."""
    told = [full_disk(here, moments) for _ in range(times)]
    if None in told:
        return f"no small disk can be mounted here, so instead: {file_limit(here, moments)}"
    return f"disks of {', '.join(told)} MB were full"


def full_disk(here, moments):
    """A small file system of its own; its size is drawn and told, none where it cannot be mounted."""
    disk = here.folder / "disk"
    old, new = here.kept_aside.stat().st_size, here.new_size
    size = (old + moments.randrange(200_000, new)) // 4096 * 4096
    if not mounted(disk, f"size={size}"):
        return None
    try:
        store = disk / "test.kept"
        shutil.copy(here.kept_aside, store)
        answer = here.load(here.large, store=store)
        here.expect(answer.returncode == 4 and "disk is full" in answer.stderr,
                    f"a disk of {size} bytes: exit code {answer.returncode}: {answer.stderr}")
        here.expect(here.state(store) == here.old, f"a disk of {size} bytes: the store is in its old state")
        here.expect([path.name for path in disk.iterdir()] == ["test.kept"], "a full disk: nothing is left behind")
        (disk / "filler").write_bytes(b"\0" * (size - old - 65536))
        here.expect(here.state(store) == here.old, "a full disk: the store can be read")
    finally:
        subprocess.run(["umount", "-l", disk], check=False)
    return f"{size / 1e6:.1f}"


def closed_folder(here):
    """A folder and a store that may be read only: for root, who may write anywhere else, those of a disk that is."""
    here.back_to_old()
    closed, as_root = here.folder / "closed", os.geteuid() == 0
    closed.mkdir()
    if as_root and not mounted(closed, "size=64m"):
        return "closed folder: skipped, root may write anywhere, and no disk can be mounted here"
    store = closed / "test.kept"
    shutil.copy(here.kept_aside, store)
    if as_root:
        subprocess.run(["mount", "-o", "remount,ro", closed], check=True)
    else:
        store.chmod(0o444)
        closed.chmod(0o555)
    try:
        for path, where in ((store, "over a store"), (closed / "new.kept", "of a new store")):
            answer = here.load(here.large, store=path)
            here.expect(answer.returncode == 4 and "cannot be written" in answer.stderr,
                        f"a load {where} in a closed folder: exit code {answer.returncode}: {answer.stderr}")
        here.expect(here.state(store) == here.old, "a closed folder: the store can be read")
        here.expect([path.name for path in closed.iterdir()] == ["test.kept"], "a closed folder: something was left in it")
    finally:
        if as_root:
            subprocess.run(["umount", "-l", closed], check=False)
        else:
            closed.chmod(0o755)
    return f"a closed folder{', on a disk that may be read only' if as_root else ''}"


def opened(process, name):
    """Waits until the process has the file open for good (it looks into it first, to see what it is); false when it ends
    before."""
    looks = 0
    while process.poll() is None:
        try:
            has_it = any(os.readlink(f"/proc/{process.pid}/fd/{one}").endswith(name)
                         for one in os.listdir(f"/proc/{process.pid}/fd"))
        except OSError:
            has_it = False
        looks = looks + 1 if has_it else 0
        if looks == 50:
            return True
        time.sleep(0.001)
    return False


def under_a_reader(here):
    """The store is deleted, replaced or truncated while a question runs."""
    question = ("SELECT count(*) FROM transactions a, transactions b WHERE a.line % 8 = 1 "
                "AND (a.line * 7 + b.line) % 11 = 3 AND a.value <> b.value")
    here.back_to_old()
    here.must(here.load(here.large), "a load before the reader")
    new_store = here.folder / "new.kept"
    shutil.copy(here.store, new_store)
    expected = here.run("query", "--format", "csv", question).stdout

    def delete():
        here.store.unlink()

    def replace():
        other = here.folder / "other.kept"
        shutil.copy(here.kept_aside, other)
        other.rename(here.store)

    def truncate():
        os.truncate(here.store, here.store.stat().st_size // 3)

    seen = []
    for change in (delete, replace, truncate):
        here.back_to_old()
        shutil.copy(new_store, here.store)
        reader = subprocess.Popen(here.command("query", "--format", "csv", question), stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, text=True)
        there = opened(reader, "test.kept")
        change()
        output, error = reader.communicate(timeout=120)
        what = f"{change.__name__} under a reader"
        here.expect(there, f"{what}: the reader had the store open")
        if change is truncate:
            here.expect(reader.returncode in (0, 4), f"{what}: exit code {reader.returncode}: {error}")
            here.expect(reader.returncode == 4 or output == expected, f"{what}: another answer")
            here.expect(here.run("query", "SELECT 1").returncode in (0, 4), f"{what}: a question")
            here.expect(here.load(here.small).returncode in (0, 4), f"{what}: a load")
        else:
            here.expect(reader.returncode == 0 and output == expected,
                        f"{what}: exit code {reader.returncode}: {output} {error}")
        seen.append(f"{change.__name__} {reader.returncode}")
    here.store.unlink()
    answer = here.run("query", "SELECT 1")
    here.expect(answer.returncode == 4 and "there is no store" in answer.stderr, f"a deleted store: {answer.stderr}")
    return f"exit codes of readers: {', '.join(seen)}"


def two_loads(here):
    """The second says who holds the lock; a reader reads meanwhile; a lock whose holder died holds nobody up."""
    here.back_to_old()
    first = subprocess.Popen(here.command("load", "--quiet", here.large))
    here.expect(opened(first, "test.kept.lock"), "the first load takes the lock")
    time.sleep(here.seconds / 4)
    first.send_signal(signal.SIGSTOP)
    second = here.load(here.small)
    here.expect(second.returncode == 4 and f"process {first.pid}" in second.stderr,
                f"two loads: exit code {second.returncode}: {second.stderr}")
    here.expect(not here.expect_whole("two loads"), "a load under way is not seen")
    first.send_signal(signal.SIGCONT)
    here.expect(first.wait() == 0, "the first of two loads is done")
    here.expect(here.expect_whole("after two loads"), "the first of two loads is in the store")
    here.back_to_old()
    both = [subprocess.Popen(here.command("load", "--quiet", path), stderr=subprocess.DEVNULL)
            for path in (here.large, here.large)]
    codes = sorted(process.wait() for process in both)
    here.expect(codes in ([0, 0], [0, 4]), f"two loads at the same moment: exit codes {codes}")
    here.expect(here.expect_whole("two loads at the same moment"), "two loads at the same moment: one is in the store")
    (here.folder / "test.kept.lock").write_text("1\n")
    here.expect_loads("a lock that nobody holds")
    return "two loads at once"


def clocks(here, library):
    """A clock that jumps by decades while a load or a question runs changes no state, and no answer of a given day."""
    def report(**options):
        return here.run("report", "--format", "json", "--as-of", "2026-01-01", **options)

    expected = report()
    here.must(expected, "a report")
    for day in ("0001-01-01", "1970-01-01", "2038-01-20", "9999-12-31"):
        answer = here.run("report", "--format", "json", "--as-of", day)
        here.expect(answer.returncode == 0, f"a report as of {day}: exit code {answer.returncode}: {answer.stderr}")
    if library is None:
        return "days from 0001 to 9999 (without --clock the clock stays)"
    jumping = {**os.environ, "LD_PRELOAD": library}
    looks = subprocess.run([sys.executable, "-c", "import time; print(*{time.gmtime().tm_year for _ in range(9)})"],
                           capture_output=True, text=True, check=True, env=jumping).stdout.split()
    here.expect(len(looks) > 3, f"the clock jumps: it shows {looks}")
    for what in ("a load", "the next load"):
        here.back_to_old()
        here.must(here.load(here.large, env=jumping), f"{what} while the clock jumps")
        here.expect(here.state() == here.new, f"{what} while the clock jumps makes the new state")
        here.must(here.run("sources", "--format", "json"), f"the sources of {what} while the clock jumped")
    after = report()
    here.expect(report(env=jumping).stdout == after.stdout, "a report of a given day does not look at the clock")
    here.must(here.run("report", env=jumping), "a report of today while the clock jumps")
    here.must(here.load(here.large), "a load after the clock came back")
    here.expect(here.state() == here.new, "a load after the clock came back has nothing to do")
    return "days from 0001 to 9999, and a clock that jumps by decades"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kept")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--clock")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    options = parser.parse_args()
    moments = random.Random(options.seed)
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory(prefix="kept-faults-") as folder:
        here = Workplace(str(pathlib.Path(options.kept).resolve()), pathlib.Path(folder))
        kills = 50 if options.long else 5
        for fault in (lambda: killed(here, kills, moments), lambda: killed_first(here, kills // 5 + 1, moments),
                      lambda: interrupted(here), lambda: file_limit(here, moments),
                      lambda: full_disks(here, kills // 5 + 1, moments), lambda: closed_folder(here),
                      lambda: under_a_reader(here), lambda: two_loads(here), lambda: clocks(here, options.clock)):
            start = time.monotonic()
            print(f"{fault()} ({time.monotonic() - start:.1f} s)", flush=True)
    return 1 if here.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
