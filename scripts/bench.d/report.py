# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the results as Markdown, between two markers of a file."""
import os

import chart
from contest import NAMES
from measure import median

DEFAULT = "BENCHMARKS.md"
CHART = "benchmarks.svg"
BEGIN, END = "<!-- scripts/bench: begin -->", "<!-- scripts/bench: end -->"


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]) + "\n"


def times(value, digits=2):
    return "" if value is None else f"{value:.{digits}f}"


def ingest(facts, result):
    seconds = {run: median([cost.seconds for cost in costs]) for run, costs in result["costs"].items()}
    ours = min((value for (peer, _), value in seconds.items() if peer == "morgue"), default=None)
    rows = []
    for (peer, threads), value in seconds.items():
        costs = result["costs"][peer, threads]
        index, whole = result["sizes"][peer]
        served = peer == "postgresql"  # by processes that are not ours to count
        rows.append([NAMES[peer], threads, len(costs), f"{value:.1f}", f"{facts['articles'] / value:.0f}",
                     f"{facts['text'] / value / 1e6:.1f}", times(value / ours if ours else None),
                     "" if served else f"{max(cost.peak for cost in costs) / 1e6:.0f}",
                     "" if served else times(median([cost.written for cost in costs]) / facts["text"]),
                     times(index / facts["text"] if index else None), times(whole / facts["text"])])
    return ("## Ingest, whole\n\nMetadata, texts and a full-text index with positions, durable at the end.\n\n" +
            table(["program", "threads", "runs", "s", "articles/s", "MB/s", "time : morgue's best", "peak MB",
                   "written : text", "index : text", "whole store : text"], rows))


def build(_facts, lines):
    peer = next(float(line[1]) for line in lines if line[0] == "SQLite FTS5")
    rows = [[name, seconds, f"{int(text) / float(seconds) / 1e6:.1f}", times(peer / float(seconds)),
             times(int(size) / int(text))] for name, seconds, text, size in lines]
    return ("## Index alone, texts in memory\n\n" +
            table(["builder", "s", "MB/s", "times FTS5's speed", "index : text"], rows))


def search(_facts, cells):
    return ("## Queries, in one process each, warm\n\nHits are means, times medians and 95th percentiles over all "
            "queries of a kind. FTS5 as in *Search* above; Lucene's index is one segment, its query cache is off; what it "
            "says of wildcards is about stems.\n\n" + table(cells[0], cells[1:]))


def start(_facts, rows):
    return ("## Whole processes, warm\n\n" +
            table(["command", "median ms", "95 % ms"], [[name, f"{mid:.1f}", f"{most:.1f}"] for name, mid, most in rows]))


def update(facts, costs):
    seconds = {peer: median([cost.seconds for cost in runs]) for peer, runs in costs.items()}
    rows = [[NAMES[peer], len(costs[peer]), times(value), times(value / seconds["morgue"]) if "morgue" in seconds else "",
             "" if peer == "postgresql" else f"{median([cost.written for cost in costs[peer]]) / 1e6:.0f}"]
            for peer, value in seconds.items()]
    return (f"## Update\n\n{facts['new']:,} new and {facts['changed']:,} changed articles into {facts['articles']:,}.\n\n" +
            table(["program", "runs", "s", "time : morgue's", "written MB"], rows))


SECTIONS = {"ingest": ingest, "build": build, "search": search, "start": start, "update": update}


def text_of(machine, versions, facts, results, left_out, picture):
    parts = [f"# Beside other programs\n\n`scripts/bench`: {facts['what']}, {facts['articles']:,} articles, "
             f"{facts['text'] / 1e6:.0f} MB of text. {machine}. Medians; all programs by turns in one go.\n\n"
             + "; ".join(version for _, version in versions) + ".\n"]
    for peer, packages in left_out:
        parts.append(f"{NAMES[peer]} was left out: the packages {' '.join(packages)} could not be installed.\n")
    if picture:
        parts.append(f"![Articles a second of each program, and the medians of queries]({picture})\n")
    parts += [SECTIONS[part](facts, result) for part, result in results.items()]
    return "\n".join(parts)


def put_between(old, new):
    """Replaces what is between the markers, or adds markers and all at the end."""
    block = f"{BEGIN}\n{new}\n{END}\n"
    if BEGIN not in old or END not in old:
        return (old.rstrip("\n") + "\n\n" if old else "") + block
    before, rest = old.split(BEGIN, 1)
    return before + block + rest.split(END, 1)[1].lstrip("\n")


def write(output, root, machine, versions, facts, results, left_out):
    path = output or os.path.join(root, DEFAULT)
    picture = os.path.join(os.path.dirname(os.path.abspath(path)), CHART)
    drawn = chart.draw(facts, results)
    if drawn:
        with open(picture, "w", encoding="utf-8") as file:
            file.write(drawn)
    old = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
    with open(path, "w", encoding="utf-8") as file:
        file.write(put_between(old, text_of(machine, versions, facts, results, left_out, CHART if drawn else "")))
