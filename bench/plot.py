# SPDX-License-Identifier: Apache-2.0
"""Draws how time and memory grow with size, as SVG: two panels with logarithmic axes."""

import math

WIDTH, HEIGHT = 460, 340
LEFT, RIGHT, TOP, BOTTOM = 62, 24, 40, 46
COLOURS = ["#0b6e99", "#c2410c", "#4d7c0f", "#7e22ce", "#57534e"]


def _decades(values):
    return math.floor(math.log10(min(values))), max(math.ceil(math.log10(max(values))),
                                                    math.floor(math.log10(min(values))) + 1)


def _power(exponent):
    number = 10.0 ** exponent
    return f"{number:,.0f}" if exponent >= 0 else f"{number:.{-exponent}f}"


class Panel:
    """One diagram; `series` maps a name to points (x, y), all over 0."""

    def __init__(self, left, title, x_title, y_title, series):
        self.left, self.title, self.x_title, self.y_title, self.series = left, title, x_title, y_title, series
        self.x_decades = _decades([x for points in series.values() for x, _ in points])
        self.y_decades = _decades([y for points in series.values() for _, y in points])

    def _x(self, value):
        low, high = self.x_decades
        return self.left + LEFT + (math.log10(value) - low) / (high - low) * (WIDTH - LEFT - RIGHT)

    def _y(self, value):
        low, high = self.y_decades
        return TOP + (high - math.log10(value)) / (high - low) * (HEIGHT - TOP - BOTTOM)

    def _axes(self):
        bottom, left, right = HEIGHT - BOTTOM, self.left + LEFT, self.left + WIDTH - RIGHT
        for exponent in range(self.x_decades[0], self.x_decades[1] + 1):
            x = self._x(10.0 ** exponent)
            yield f'<line class="grid" x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{bottom}"/>'
            yield f'<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">{_power(exponent)}</text>'
        for exponent in range(self.y_decades[0], self.y_decades[1] + 1):
            y = self._y(10.0 ** exponent)
            yield f'<line class="grid" x1="{left}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}"/>'
            yield f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{_power(exponent)}</text>'
        yield f'<text class="title" x="{left}" y="18">{self.title}</text>'
        yield f'<text x="{left}" y="{TOP - 8}">{self.y_title}</text>'
        yield f'<text x="{(left + right) / 2:.1f}" y="{HEIGHT - 10}" text-anchor="middle">{self.x_title}</text>'

    def draw(self):
        yield from self._axes()
        for number, (name, points) in enumerate(self.series.items()):
            colour = COLOURS[number % len(COLOURS)]
            path = " ".join(f"{self._x(x):.1f},{self._y(y):.1f}" for x, y in points)
            yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
            for x, y in points:
                yield f'<circle cx="{self._x(x):.1f}" cy="{self._y(y):.1f}" r="3" fill="{colour}"/>'
            y = TOP + 16 + 16 * number
            yield f'<text x="{self.left + LEFT + 10}" y="{y}" style="fill:{colour}" class="name">{name}</text>'


def draw_growth(sizes):
    """The SVG of the results of bench/run --growth."""
    def series(names, value):
        found = {}
        for name in names:
            points = []
            for size in sizes:
                row = next((row for row in size["operations"] if row["operation"] == name and "wall" in row), None)
                if row:
                    points.append((size["bytes"] / 1e6, value(row)))
            if points:
                found[name] = points
        return found

    times = series(["kept load", "kept validate", "kept report", "kept query", "pugixml walk"],
                   lambda row: row["wall"])
    memory = series(["kept load", "kept validate", "kept report", "kept query"], lambda row: row["peak"] / 1e6)
    panels = [Panel(0, "Time", "size of the file, MB", "seconds", times),
              Panel(WIDTH, "Memory", "size of the file, MB", "peak, MB", memory)]
    body = "\n".join(line for panel in panels for line in panel.draw())
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {HEIGHT}" width="{2 * WIDTH}" '
            f'height="{HEIGHT}" role="img" aria-label="How time and memory of kept grow with the size of a file">\n'
            "<style>text{font:12px sans-serif;fill:#1c1917}.title{font-weight:bold;font-size:14px}"
            ".name{font-weight:bold;paint-order:stroke;stroke:#fff;stroke-width:3}.grid{stroke:#d6d3d1}</style>\n"
            f'<rect width="{2 * WIDTH}" height="{HEIGHT}" fill="#fff"/>\n{body}\n</svg>\n')
