# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the chart: bars of articles a second, and a dot a program for each kind of query, on scales of tens. Readable on
light and dark ground: nothing is painted behind it, and text takes its colour from what the reader has set."""
import math
from xml.sax.saxutils import escape

from contest import NAMES
from measure import median

WIDTH, LEFT, RIGHT, ROW = 860, 330, 40, 22
STYLE = """<style>
text { font: 13px system-ui, sans-serif; fill: #24292f } .small { font-size: 11px; fill: #57606a }
.head { font-weight: 600; font-size: 15px } .grid { stroke: #d0d7de } .join { stroke: #8c959f; stroke-width: 1.5 }
.morgue { fill: #cf222e } .fts5 { fill: #0969da } .lucene { fill: #1a7f37 } .other { fill: #8c959f }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 } .small { fill: #9198a1 } .grid { stroke: #3d444d } .join { stroke: #656c76 }
.morgue { fill: #ff7b72 } .fts5 { fill: #58a6ff } .lucene { fill: #3fb950 } .other { fill: #7d8590 } }
</style>"""


class Scale:
    """Tens between the ends of what is shown."""

    def __init__(self, values):
        self.low = math.floor(math.log10(min(values)))
        self.high = max(self.low + 1, math.ceil(math.log10(max(values))))

    def x(self, value):
        return LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(value) - self.low) / (self.high - self.low)

    def grid(self, top, bottom):
        for power in range(self.low, self.high + 1):
            x = self.x(10.0 ** power)
            label = f"{10 ** power:,}" if power >= 0 else f"{10.0 ** power:g}"
            yield f'<line class="grid" x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}"/>'
            yield f'<text class="small" text-anchor="middle" x="{x:.1f}" y="{bottom + 14}">{label}</text>'


def kind(peer):
    return peer if peer in ("morgue", "fts5", "lucene") else "other"


def label(text, y):
    return f'<text text-anchor="end" x="{LEFT - 12}" y="{y + 4}">{escape(text)}</text>'


def bars(facts, result, top):
    rates = sorted(((facts["articles"] / median([cost.seconds for cost in costs]), run)
                    for run, costs in result["costs"].items()), reverse=True)
    scale = Scale([rate for rate, _ in rates] + [min(rate for rate, _ in rates) / 3])
    parts = [f'<text class="head" x="12" y="{top}">Ingest: articles a second</text>']
    y = top + 24
    bottom = y + ROW * len(rates) - 8
    parts += scale.grid(top + 10, bottom)
    for rate, (peer, threads) in rates:
        name = NAMES[peer] + (f", {threads} threads" if threads > 1 else ", 1 thread")
        parts.append(label(name, y))
        parts.append(f'<rect class="{kind(peer)}" x="{LEFT}" y="{y - 7}" width="{scale.x(rate) - LEFT:.1f}" height="14" '
                     'rx="2"/>')
        parts.append(f'<text class="small" x="{scale.x(rate) + 5:.1f}" y="{y + 4}">{rate:,.0f}</text>')
        y += ROW
    return parts, bottom + 50


def dots(cells, top):
    heads = cells[0]
    columns = [(peer, heads.index(head)) for peer, head in
               (("lucene", "Lucene median ms"), ("fts5", "FTS5 median ms"), ("morgue", "median ms")) if head in heads]
    rows = [(row[0], [(peer, float(row[at])) for peer, at in columns if row[at]]) for row in cells[1:]]
    rows = [(name, [(peer, max(ms, 1e-4)) for peer, ms in found]) for name, found in rows if found]
    if not rows:
        return [], top
    scale = Scale([ms for _, found in rows for _, ms in found])
    parts = [f'<text class="head" x="12" y="{top}">Queries: median milliseconds</text>']
    x = LEFT
    for peer, _ in reversed(columns):
        parts.append(f'<circle class="{peer}" cx="{x + 6}" cy="{top - 4}" r="6"/>')
        parts.append(f'<text x="{x + 18}" y="{top}">{NAMES[peer]}</text>')
        x += 140
    y = top + 28
    bottom = y + ROW * len(rows) - 8
    parts += scale.grid(top + 12, bottom)
    for name, found in rows:
        parts.append(label(name.replace("total and best 10", "total, best 10"), y))
        places = [scale.x(ms) for _, ms in found]
        parts.append(f'<line class="join" x1="{min(places):.1f}" y1="{y}" x2="{max(places):.1f}" y2="{y}"/>')
        for peer, ms in found:
            parts.append(f'<circle class="{peer}" cx="{scale.x(ms):.1f}" cy="{y}" r="6"><title>{NAMES[peer]}: {ms:g} ms'
                         '</title></circle>')
        y += ROW
    return parts, bottom + 30


def draw(facts, results):
    """None: there is nothing to draw."""
    parts, y = [], 28
    if results.get("ingest") and results["ingest"]["costs"]:
        drawn, y = bars(facts, results["ingest"], y)
        parts += drawn
    if results.get("search"):
        drawn, y = dots(results["search"], y)
        parts += drawn
    if not parts:
        return None
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" width="{WIDTH}" height="{y}" role="img">'
            f"\n{STYLE}\n" + "\n".join(parts) + "\n</svg>\n")
