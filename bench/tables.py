# SPDX-License-Identifier: Apache-2.0
"""Results as tables, for the terminal and for docs/performance.md."""

import re

from baselines import BASELINES

MEGA = 1_000_000


def seconds(value):
    return f"{value:.3f}" if value < 10 else f"{value:.1f}"


def megabytes(value):
    return "" if value is None else f"{value / MEGA:,.1f}" if value < 100 * MEGA else f"{value / MEGA:,.0f}"


def throughput(row):
    if "bytes" in row:
        return f"{row['bytes'] / MEGA / row['wall']:,.1f} MB/s"
    return f"{row['rows'] / row['wall']:,.0f} rows/s"


def ratio(row, heading):
    found = row.get("ratios", {}).get(heading)
    return "" if found is None else f"{found:.2f}" if found < 10 else f"{found:,.0f}"


def comparison(size, least_peak):
    """The header and the rows of one size."""
    header = ["Operation", "Size", "Wall s", "CPU s", "Speed", "Peak MB", "Store MB"]
    header += [f"× {heading}" for heading in BASELINES]
    rows = []
    for row in size["operations"]:
        name, label = row["operation"], size["label"]
        if "files" in row:
            name, label = f"{name} ({row['files']:,})", f"{megabytes(row['bytes'])} MB"
        if "left_out" in row:
            rows.append([name, label, f"left out: {row['left_out']}"] + [""] * (len(header) - 3))
            continue
        peak = ("≤ " if row["peak"] <= least_peak * 1.1 else "") + megabytes(row["peak"])
        rows.append([name, label, seconds(row["wall"]), seconds(row["cpu"]), throughput(row), peak,
                     megabytes(row.get("store"))] + [ratio(row, heading) for heading in BASELINES])
    return header, rows


def growth(sizes):
    """How wall time and memory grow: one row for each size."""
    header = ["Size", "MB", "Transactions", "validate s", "load s", "load MB/s", "load peak MB", "Store MB",
              "report s", "explain s", "query s"]
    rows = []
    for size in sizes:
        of = {row["operation"].removeprefix("kept "): row for row in size["operations"] if "wall" in row}
        load = of["load"]
        row = [size["label"], megabytes(size["bytes"]), f"{size['transactions']:,}", seconds(of["validate"]["wall"])]
        row += [seconds(load["wall"]), f"{size['bytes'] / MEGA / load['wall']:,.1f}"]
        row += [megabytes(load["peak"]), megabytes(load["store"])]
        rows.append(row + [seconds(of[name]["wall"]) for name in ("report", "explain", "query")])
    return header, rows


def conditions(results):
    """Sentences about what was measured with."""
    machine = results["machine"]
    memory = f"{machine['memory'] / 2**30:.0f} GiB" if machine["memory"] else "unknown"
    threads = f"{results['threads']} threads" if results["threads"] else "as many threads as cores"
    runs = "one run each" if results["runs"] == 1 else f"medians of up to {results['runs']} runs"
    changed = " with changes not committed" if machine["uncommitted_changes"] else ""
    return (f"{machine['date']}, commit {machine['commit']}{changed}; {machine['processor']}, {machine['cores']} cores, "
            f"{memory} of memory, {machine['system']}; load average before the run {machine['load_before']}; "
            f"{runs}, {threads}, seed {results['seed']}; libxml2 {machine['xmllint'] or 'absent'}. The least peak memory "
            f"that can be told is {megabytes(results['least_peak'])} MB.")


def as_text(header, rows):
    """Aligned columns; a cell that says why a row was left out may be as long as it likes."""
    widths = [max(len(row[i]) for row in [header, *rows] if not row[i].startswith("left out")) for i in
              range(len(header))]
    lines = []
    for row in [header, *rows]:
        cells = [cell.ljust(width) if i < 2 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths))]
        lines.append("  ".join(cells).rstrip())
    return "\n".join([lines[0], "─" * max(map(len, lines)), *lines[1:]])


def as_markdown(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|---|---|" + "---:|" * (len(header) - 2)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def replace_between_markers(text, name, body):
    """`text` with what stands between <!-- bench:name --> and <!-- /bench:name --> replaced."""
    pattern = re.compile(rf"(<!-- bench:{name} -->\n).*?(<!-- /bench:{name} -->)", re.DOTALL)
    replaced, count = pattern.subn(lambda match: f"{match.group(1)}{body}\n{match.group(2)}", text)
    if count != 1:
        raise SystemExit(f"bench: the page needs one pair of markers <!-- bench:{name} -->")
    return replaced
