# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs all programs by turns. What a program is asked to do is in tests/bench/peers."""
import collections
import json
import os
import shlex
import shutil
import subprocess

import measure

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCRIPTS = os.path.join(ROOT, "tests", "bench", "peers")
PEERS = ("morgue", "fts5", "lucene", "scriptindex", "postgresql", "groonga", "ripgrep")
NAMES = {"morgue": "morgue", "fts5": "SQLite FTS5", "lucene": "Lucene", "scriptindex": "Omega scriptindex",
         "postgresql": "PostgreSQL", "groonga": "Groonga", "ripgrep": "ripgrep"}


def morgue(build):
    return os.environ.get("BENCH_MORGUE") or os.path.join(build, "src/cli/morgue")


class Peers(list):
    left_out = ()


def installed(wanted, install, say):
    """Those of the peers that are there, or can be had."""
    peers, left_out = Peers(), []
    for peer in wanted:
        packages = subprocess.run([os.path.join(SCRIPTS, peer), "packages"], capture_output=True, text=True,
                                  env=dict(os.environ, BENCH_BUILD="")).stdout.split()
        if packages and install:
            subprocess.run([os.path.join(ROOT, "scripts/install-packages"), *("+" + name for name in packages)])
        state = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Status}\n", *packages], capture_output=True,
                               text=True) if packages else None
        if state and (state.returncode != 0 or set(state.stdout.split()) != {"installed"}):
            left_out.append((peer, packages))
            say(f"{NAMES[peer]} is left out: packages {' '.join(packages)} are missing")
        else:
            peers.append(peer)
    peers.left_out = left_out
    return peers


class Contest:
    def __init__(self, peers, build, data, work, options, facts, say):
        self.peers, self.data, self.work, self.options, self.facts, self.say = peers, data, work, options, facts, say
        self.build_folder = build
        self.log = os.path.join(work, "log")
        self.env = dict(os.environ, BENCH_BUILD=build, BENCH_WORK=work, LC_ALL="C.UTF-8")
        self.stores = {}

    def __enter__(self):
        for peer in self.peers:
            self.do(peer, "setup")
        return self

    def __exit__(self, *_):
        if "postgresql" in self.peers:
            self.do("postgresql", "stop")

    def do(self, peer, *verb, accept=(0,)):
        # From a folder that everyone may enter.
        return measure.run([os.path.join(SCRIPTS, peer), *map(str, verb)], env=self.env, cwd="/", log=self.log,
                           accept=accept)

    def versions(self):
        return [(peer, self.do(peer, "version").out.strip()) for peer in self.peers]

    def number(self, peer, *verb):
        out = self.do(peer, *verb).out.strip()
        return int(float(out)) if out else None  # awk writes large numbers as 2.2e+09

    def ingest(self):
        """(peer, threads) -> costs of each round, and sizes."""
        runs = [(peer, int(threads)) for peer in self.peers for threads in self.do(peer, "threads").out.split()]
        costs = collections.defaultdict(list)
        for number in range(self.options.rounds):
            for peer, threads in runs:
                if costs[peer, threads] and costs[peer, threads][0].seconds > self.options.patience:
                    continue
                store = os.path.join(self.work, f"store-{peer}")
                shutil.rmtree(store, ignore_errors=True)
                os.sync()
                cost = self.do(peer, "ingest", self.data, store, threads)
                self.say(f"round {number + 1}: {NAMES[peer]}, threads: {threads}, {cost.seconds:.1f} s")
                costs[peer, threads].append(cost)
                self.stores[peer] = store
        sizes = {}
        for peer, store in self.stores.items():
            whole = self.number(peer, "store-bytes", store) if peer == "postgresql" else measure.size_of(store)
            sizes[peer] = (self.number(peer, "index-bytes", store), whole)
        return {"costs": dict(costs), "sizes": sizes}

    def need_stores(self):
        """Where ingests were not measured."""
        for peer in self.peers:
            if peer not in self.stores and self.do(peer, "threads").out.strip():
                self.stores[peer] = os.path.join(self.work, f"store-{peer}")
                if not os.path.exists(self.stores[peer]):
                    self.do(peer, "ingest", self.data, self.stores[peer], 1)

    def build(self):
        bench = os.path.join(self.build_folder, "tests/bench/morgue_build_bench")
        out = measure.run([bench, os.path.join(self.data, "articles.jsonl"), str(self.options.rounds)], log=self.log).out
        return [line.split("\t") for line in out.splitlines()]

    def search(self):
        """The table of tests/bench/search.cpp as rows of cells, heads first."""
        self.need_stores()
        command = [os.path.join(self.build_folder, "tests/bench/morgue_search_bench"), self.stores["morgue"],
                   "--peer", os.path.join(self.work, "search.fts5.db"), "--morgue", morgue(self.build_folder),
                   "--rounds", str(self.options.query_rounds), "--instances", str(self.options.instances), "--markdown"]
        if "lucene" in self.peers:
            self.say("merging Lucene's index into one segment")
            self.do("lucene", "merge", self.stores["lucene"])
            command += ["--lucene", shlex.join([os.path.join(SCRIPTS, "lucene"), "serve", self.stores["lucene"]])]
        self.say("queries")
        lines = measure.run(command, env=self.env, log=self.log).out.splitlines()
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        return [cells[0]] + cells[2:]

    def words(self):
        """Five common words: in a tenth of the articles or fewer."""
        seen, articles = collections.Counter(), 0
        with open(os.path.join(self.data, "articles.jsonl"), encoding="utf-8") as lines:
            for line in lines:
                articles += 1
                if articles > 5000:
                    break
                body = json.loads(line).get("body") or ""
                seen.update({word for word in body.split() if word.isascii() and word.islower() and len(word) > 3})
        common = [word for word, count in seen.most_common() if count * 10 <= articles and word.isalpha()]
        return common[:50:10]

    def start(self):
        """Whole processes: medians over words and rounds, in milliseconds."""
        self.need_stores()
        words, rounds = self.words(), max(3, self.options.query_rounds)
        program = morgue(self.build_folder)
        tasks = {"morgue --version": [program, "--version"],
                 "morgue count WORD": [program, "--archive", self.stores["morgue"], "count"],
                 "morgue search WORD, best 10": [program, "--archive", self.stores["morgue"], "search", "-n", "10"]}
        for peer in self.peers:
            if peer not in ("morgue", "lucene"):
                tasks[f"{NAMES[peer]}: best 10"] = [os.path.join(SCRIPTS, peer), "find",
                                                    self.stores.get(peer, self.data)]
        tasks["ripgrep: articles with WORD"] = tasks.pop("ripgrep: best 10", None)
        times = collections.defaultdict(list)
        for number in range(rounds + 1):
            for name, command in tasks.items():
                if command is None:
                    continue
                for word in words[:1] if name.endswith("--version") else words:
                    cost = measure.run(command + ([] if name.endswith("--version") else [word]), env=self.env, cwd="/",
                                       accept=(0, 1), log=self.log)
                    if number > 0:
                        times[name].append(1000 * cost.seconds)
        return [(name, measure.median(samples), sorted(samples)[int(0.95 * (len(samples) - 1) + 0.5)])
                for name, samples in times.items()]

    def update(self):
        """peer -> costs of each round, each on a copy of the store (PostgreSQL: once, on the store itself)."""
        self.need_stores()
        costs = collections.defaultdict(list)
        for number in range(self.options.rounds):
            for peer, store in self.stores.items():
                if costs[peer] and (peer == "postgresql" or costs[peer][0].seconds > self.options.patience):
                    continue
                copy = os.path.join(self.work, "copy")
                shutil.rmtree(copy, ignore_errors=True)
                shutil.copytree(store, copy)
                os.sync()
                cost = self.do(peer, "update", self.data, copy)
                self.say(f"update {number + 1}: {NAMES[peer]}, {cost.seconds:.1f} s")
                costs[peer].append(cost)
        shutil.rmtree(os.path.join(self.work, "copy"), ignore_errors=True)
        return dict(costs)
