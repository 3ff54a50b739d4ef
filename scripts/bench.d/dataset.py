# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the folder that all programs read from: the same articles in the form each of them takes. None of this is timed.

articles.jsonl     as `morgue extract` writes them: read by morgue and the SQLite program
articles.tsv       columns as PostgreSQL's COPY reads them: read by PostgreSQL and the Lucene program
articles.omega     read by scriptindex
articles.groonga   a load command
update.*           the same for 1,000 new articles and 1,000 known ones with another text
"""
import json
import os
import random

COLUMNS = ("key", "published", "order", "updated", "source", "section", "language", "url", "authors", "topics",
           "headline", "summary", "body")
CHANGED = 1000


def text_of(article):
    return sum(len((article.get(name) or "").encode()) for name in ("headline", "summary", "body"))


def order(published):
    """Seconds since 1970, dates without a time from midnight; empty: unknown."""
    import datetime
    try:
        text = published + "-01-01"[len(published) - 4:] if len(published) < 10 else published
        moment = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return ""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.timezone.utc)
    return str(int(moment.timestamp()))


def values(article):
    """Strings by column; lists are joined by the unit separator."""
    row = {}
    for name in COLUMNS:
        value = article.get(name)
        row[name] = "\x1f".join(value) if isinstance(value, list) else (value or "").replace("\0", "")
    row["order"] = order(row["published"]) if row["published"] else ""
    if not row["order"]:
        row["published"] = ""
    return row


class Forms:
    """Writes articles in every form."""

    def __init__(self, stem):
        self.lines = open(stem + ".jsonl", "w", encoding="utf-8")
        self.tsv = open(stem + ".tsv", "w", encoding="utf-8", newline="\n")
        self.omega = open(stem + ".omega", "w", encoding="utf-8", newline="\n")
        self.groonga = open(stem + ".groonga", "w", encoding="utf-8", newline="\n")
        self.groonga.write("load --table Articles\n[")
        self.first = True

    def write(self, article):
        self.lines.write(json.dumps(article, ensure_ascii=False, separators=(",", ":")) + "\n")
        row = values(article)
        escape = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
        self.tsv.write("\t".join(value.translate(escape) if value else "\\N" for value in row.values()) + "\n")
        for name, value in row.items():
            for one in value.split("\x1f") if name in ("authors", "topics") else (value,):
                if one:
                    self.omega.write(name + "=" + one.replace("\r", "").replace("\n", "\n=") + "\n")
        self.omega.write("\n")
        record = {"_key" if name == "key" else name: value for name, value in row.items() if value}
        for name in ("authors", "topics"):
            record[name] = [one.strip()[:1000] for one in row[name].split("\x1f") if one.strip()]
        if row["order"]:
            record["order"] = int(row["order"])
        self.groonga.write(("\n" if self.first else ",\n") + json.dumps(record, ensure_ascii=False))
        self.first = False

    def close(self):
        self.groonga.write("\n]\n")
        for file in (self.lines, self.tsv, self.omega, self.groonga):
            file.close()


def prepare(extracted, folder):
    """From one file of `morgue extract`. Gives the number of articles and the bytes of their texts, update apart."""
    with open(extracted, "rb") as lines:
        count = sum(1 for _ in lines)
    held_back = min(CHANGED, count // 10)
    kept = count - held_back
    changed = set(random.Random(1).sample(range(kept), min(CHANGED, kept // 10)))
    main, update = Forms(os.path.join(folder, "articles")), Forms(os.path.join(folder, "update"))
    text = 0
    with open(extracted, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            article = json.loads(line)
            # Programs that know articles by key need one.
            article["key"] = f"{number}-{article.get('key') or ''}"[:200]
            if number >= kept:
                update.write(article)
                continue
            main.write(article)
            text += text_of(article)
            if number in changed:
                words = (article.get("body") or "").split(" ")
                article["body"] = " ".join(words[: len(words) // 2] + ["emended", "thrice"] + words[len(words) // 2 :])
                update.write(article)
    main.close()
    update.close()
    return kept, text, held_back, len(changed)
