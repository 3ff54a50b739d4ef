# SPDX-License-Identifier: GPL-2.0-or-later
"""A large generated dump, ingested in one go and in ten increments: does anything get slower as the archive grows?"""
import collections
import itertools
import json
import os
import shutil
import subprocess

import measure

MEGABYTE = 1e6


def text_bytes(dump):
    """Bytes of headlines, summaries and bodies."""
    total = 0
    with open(dump, "rb") as lines:
        for line in lines:
            record = json.loads(line)
            total += sum(len(record.get(name, "").encode()) for name in ("headline", "summary", "body"))
    return total


def rates(places, size, articles):
    """Articles a second in each tenth of the reading. Articles are as long at the end of a dump as at its beginning."""
    def when(share):
        wanted = share * size
        for (t0, p0), (t1, p1) in zip(places, places[1:]):
            if p1 >= wanted:
                return t0 + (t1 - t0) * (wanted - p0) / max(1, p1 - p0)
        return places[-1][0]
    begin = [0 if tenth == 0 else when(tenth / 10) for tenth in range(11)]
    return [articles / 10 / max(1e-9, b - a) for a, b in zip(begin, begin[1:])]


def read_until(cost):
    """When the last of the dump had been read: what follows is for the index."""
    return next((seconds for seconds, place in cost.places if place == cost.places[-1][1]), cost.seconds)


def segments(archive):
    return sum(entry.is_dir() for entry in os.scandir(os.path.join(archive, "index")))


def asked_of(dump):
    """The commonest words and topics of the beginning of a dump."""
    words, topics = collections.Counter(), collections.Counter()
    with open(dump, "rb") as lines:
        for line in itertools.islice(lines, 2000):
            record = json.loads(line)
            words.update({word for word in record["body"].split() if word.isascii() and word.isalpha() and len(word) > 3})
            topics.update(record.get("topics", []))
    common = [word for word, _ in words.most_common(60)]
    return common[20], common[40], topics.most_common(1)[0][0]


def queries(morgue, archive, dump):
    """Whole processes, warm."""
    word, other, topic = asked_of(dump)
    asked = {
        "search, a word, best 10": ["search", "-n", "10", word],
        "search, two words": ["search", "-n", "10", word, other],
        "search, everything, newest 10": ["search", "-n", "10", "--sort", "newest", "*"],
        "search, a topic": ["search", "-n", "10", "topic:=" + topic],
        "count, everything": ["count", "*"],
        "facets of topics, everything": ["facets", "topic", "*"],
        "facets of authors, everything": ["facets", "author", "*"],
        "facets of sources, everything": ["facets", "source", "*"],
        "timeline by year, everything": ["timeline", "--by", "year", "*"],
        "status": ["status"],
    }
    table = []
    for name, command in asked.items():
        times = [measure.run([morgue, "--archive", archive, "--no-pager", *command], accept=(0, 1, 4)) for _ in range(6)]
        table.append((name, 1000 * measure.median([cost.seconds for cost in times[1:]]), times[-1].peak / MEGABYTE))
    return table


def print_rows(heads, rows, out):
    out("| " + " | ".join(heads) + " |")
    out("|" + "---|" * len(heads))
    for row in rows:
        out("| " + " | ".join(str(cell) for cell in row) + " |")
    out("")


def one_go(morgue, dump, articles, text, work, out, log):
    archive = os.path.join(work, "at-once")
    cost = measure.run([morgue, "--archive", archive, "-q", "ingest", dump], watch=dump, accept=(0, 3), log=log)
    speeds = rates(cost.places, os.path.getsize(dump), articles)
    read = read_until(cost)
    out(f"One go: {articles} articles, {text / MEGABYTE:.0f} MB of text in {cost.seconds:.0f} s ({cost.processor:.0f} s of "
        f"processors), {articles / cost.seconds:.0f} articles a second; reading and storing {read:.0f} s.\n")
    print_rows(["tenth"] + [str(i + 1) for i in range(10)] + ["last : first"],
               [["articles/s"] + [f"{speed:.0f}" for speed in speeds] + [f"{speeds[-1] / speeds[0]:.2f}"]], out)
    full = measure.run([morgue, "--archive", archive, "-q", "reindex", "--full"], accept=(0, 3), log=log)
    size = measure.size_of(archive)
    print_rows(["", "ingest", "reindex --full"], [
        ["seconds", f"{cost.seconds:.0f}", f"{full.seconds:.0f}"],
        ["peak MB", f"{cost.peak / MEGABYTE:.0f}", f"{full.peak / MEGABYTE:.0f}"],
        ["written : text", f"{cost.written / text:.2f}", f"{full.written / text:.2f}"],
        ["sent to disk : text", f"{cost.to_disk / text:.2f}", f"{full.to_disk / text:.2f}"],
        ["archive : text", "", f"{size / text:.2f}"],
        ["index : text", "", f"{measure.size_of(os.path.join(archive, 'index')) / text:.2f}"],
        ["segments", "", segments(archive)]], out)
    print_rows(["query, whole process", "median ms", "peak MB"],
               [[name, f"{ms:.1f}", f"{peak:.0f}"] for name, ms, peak in queries(morgue, archive, dump)], out)
    return archive


def increments(morgue, dump, articles, text, work, out, log):
    archive = os.path.join(work, "by-and-by")
    rows, seconds, written, peak = [], 0.0, 0, 0
    with open(dump, "rb") as lines:
        for part in range(10):
            piece = os.path.join(work, "piece.jsonl")
            with open(piece, "wb") as file:
                for _ in range(articles * (part + 1) // 10 - articles * part // 10):
                    file.write(lines.readline())
            cost = measure.run([morgue, "--archive", archive, "-q", "ingest", piece], watch=piece, accept=(0, 3), log=log)
            read = read_until(cost)
            rows.append([part + 1, f"{cost.seconds:.1f}", f"{read:.1f}", f"{articles / 10 / cost.seconds:.0f}",
                         segments(archive), f"{cost.peak / MEGABYTE:.0f}", f"{cost.written / text * 10:.2f}"])
            seconds += cost.seconds
            written += cost.written
            peak = max(peak, cost.peak)
            os.remove(piece)
    print_rows(["increment", "s", "of it reading", "articles/s", "segments", "peak MB", "written : its text"], rows, out)
    out(f"Ten increments: {seconds:.0f} s, {articles / seconds:.0f} articles a second, peak {peak / MEGABYTE:.0f} MB, "
        f"written : text {written / text:.2f}, archive : text {measure.size_of(archive) / text:.2f}.\n")
    return archive


def run(morgue, generate, articles, work, out, parts=("once", "increments"), keep=False):
    dump = os.path.join(work, f"generated-{articles}.jsonl")
    if not os.path.exists(dump):
        with open(dump + ".part", "wb") as file:
            subprocess.run([generate, "--articles", str(articles)], stdout=file, check=True)
        os.rename(dump + ".part", dump)
    text = text_bytes(dump)
    log = os.path.join(work, "growth.log")
    for name, part in (("once", one_go), ("increments", increments)):
        if name not in parts:
            continue
        archive = part(morgue, dump, articles, text, work, out, log)
        if not keep:
            shutil.rmtree(archive)
    if not keep:
        os.remove(dump)
