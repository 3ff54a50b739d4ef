#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a terminal shows (text with SGR sequences, as `tmux capture-pane -e -p` prints it) as SVG: terminal_svg.py COLUMNS"""
import re
import sys
import unicodedata
from html import escape

CELL, LINE, MARGIN = 8.4, 18, 12
INK, PAPER = "#d8d8d8", "#1c1f24"
NAMED = ["#3b4048", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d8d8d8",
         "#7f848e", "#ff7a85", "#b5e890", "#ffd68a", "#82c7ff", "#e29bf5", "#7fdbe6", "#ffffff"]


def indexed(number):
    if number < 16:
        return NAMED[number]
    if number < 232:
        level = lambda value: 0 if value == 0 else 55 + 40 * value  # noqa: E731
        number -= 16
        return "#%02x%02x%02x" % (level(number // 36), level(number // 6 % 6), level(number % 6))
    return "#%02x%02x%02x" % ((8 + 10 * (number - 232),) * 3)


class Look:
    def __init__(self):
        self.reset()

    def reset(self):
        self.bold = self.dim = self.reverse = self.underline = False
        self.ink = self.paper = None

    def apply(self, codes):
        codes = [int(code or 0) for code in codes.split(";")]
        while codes:
            code = codes.pop(0)
            if code == 0:
                self.reset()
            elif code in (1, 2, 4, 7):
                setattr(self, {1: "bold", 2: "dim", 4: "underline", 7: "reverse"}[code], True)
            elif code == 22:
                self.bold = self.dim = False
            elif code in (24, 27):
                setattr(self, {24: "underline", 27: "reverse"}[code], False)
            elif code in (38, 48) and codes[:1] == [5]:
                setattr(self, "ink" if code == 38 else "paper", indexed(codes[1]))
                del codes[:2]
            elif code in (39, 49):
                setattr(self, "ink" if code == 39 else "paper", None)
            elif 30 <= code <= 37 or 90 <= code <= 97:
                self.ink = indexed(code - 30 if code < 90 else code - 82)
            elif 40 <= code <= 47 or 100 <= code <= 107:
                self.paper = indexed(code - 40 if code < 100 else code - 92)

    def colours(self):
        ink, paper = self.ink or INK, self.paper or PAPER
        return (paper, ink) if self.reverse else (ink, paper)


def columns(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def runs(line, look):
    """(text, look) one after the other; `look` goes on from line to line."""
    line = re.sub(r"\x1b\]8;[^\x1b\x07]*(?:\x1b\\|\x07)", "", line)
    for codes, text in re.findall(r"(?:\x1b\[([0-9;]*)m)?([^\x1b]*)", line):
        if codes or line.startswith("\x1b[m"):
            look.apply(codes)
        if text:
            yield text


def main():
    width = int(sys.argv[1])
    lines = sys.stdin.read().rstrip("\n").split("\n")
    look, boxes, texts = Look(), [], []
    for row, line in enumerate(lines):
        x = 0
        for text in runs(line, look):
            size = columns(text)
            ink, paper = look.colours()
            left, top = MARGIN + x * CELL, MARGIN + row * LINE
            if paper != PAPER:
                boxes.append(f'<rect x="{left:.1f}" y="{top}" width="{size * CELL:.1f}" height="{LINE}" fill="{paper}"/>')
            if text.strip():
                style = "".join([' font-weight="bold"' if look.bold else "", ' opacity="0.65"' if look.dim else "",
                                 ' text-decoration="underline"' if look.underline else ""])
                texts.append(f'<text x="{left:.1f}" y="{top + 13.5}" textLength="{size * CELL:.1f}" fill="{ink}"{style}>'
                             f'{escape(text)}</text>')
            x += size
    right, bottom = 2 * MARGIN + width * CELL, 2 * MARGIN + len(lines) * LINE
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {right:.0f} {bottom}" width="{right:.0f}" '
          f'height="{bottom}">\n<rect width="100%" height="100%" rx="6" fill="{PAPER}"/>')
    print("\n".join(boxes))
    print('<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" xml:space="preserve" style="white-space: pre">')
    print("\n".join(texts))
    print("</g>\n</svg>")


main()
