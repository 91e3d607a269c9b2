"""What all peers in Python share: the task, the words, the files in pieces, the result.

A peer is called as `peer.py TASK ALIASES OUTPUT FILE...`. The tasks, each with all before it:
  terms    each word but stop words, in small letters: occurrences and articles
  pairs    each two of the 500 most frequent terms at most 5 words apart in a sentence: occurrences
  aliases  each of the names in the file ALIASES, as it is written there, the longest where several fit: occurrences, articles
  statistics  how evenly each term is spread over the articles (DP, DPnorm), terms by month and by outlet, the terms of which a
           month or an outlet has the most more than the rest (G2), and the pairs of sentences and articles too, all with NPMI,
           logDice and G2
Each FILE is JSON lines with a field `text`, for statistics also `date` and `outlet`. OUTPUT is a folder for the tables as CSV.
A peer that a task is not made for ends with exit code 4 and a line that says so.
"""

import csv
import os
import pathlib
import re
import sys

WORD = r"[^\W_]+(?:['’.-][^\W_]+)*"
# The same for regular expressions of Rust and RE2.
WORD_RE2 = r"[\p{L}\p{N}]+(?:['’.\-][\p{L}\p{N}]+)*"
SENTENCE_END = r"[.!?][\"”]?\s+|\n+"
WINDOW = 5
PAIR_TERMS = 500
TASKS = ["terms", "pairs", "aliases", "statistics"]
# Rarer terms have no statistics, and so many key terms a group.
MIN_N = 5
KEY_TERMS = 50
STOP = frozenset(pathlib.Path(__file__).with_name("stop-words.txt").read_text(encoding="utf-8").split())

words = re.compile(WORD).findall
sentences = re.compile(SENTENCE_END).split

task, aliases_file, output = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
files = sys.argv[4:]
with_pairs = task in TASKS[1:]
with_aliases = task in TASKS[2:]
with_statistics = task == "statistics"


def aliases():
    return [line for line in pathlib.Path(aliases_file).read_text(encoding="utf-8").split("\n") if line]


def write(name, header, rows):
    """Writes a table; rows are sorted by their counts, then by name."""
    output.mkdir(parents=True, exist_ok=True)
    with open(output / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def not_made_for(what):
    print(f"{pathlib.Path(sys.argv[0]).stem}: {what}", file=sys.stderr)
    sys.exit(4)


if with_statistics and pathlib.Path(sys.argv[0]).stem != "polars_peer":
    not_made_for("it is not written for statistics")


def pieces(count):
    """The files in about `count` pieces for as many processes: path, first byte, byte behind the last."""
    size = max(sum(os.path.getsize(path) for path in files) // count, 1)
    found = []
    for path in files:
        end = os.path.getsize(path)
        found += [(path, start, min(start + size, end)) for start in range(0, end, size)]
    return found


def lines(piece):
    """The lines that begin in a piece."""
    path, start, end = piece
    with open(path, "rb") as file:
        if start > 0:
            # A line that begins before belongs to the piece before.
            file.seek(start - 1)
            file.readline()
        while file.tell() < end:
            line = file.readline()
            if not line:
                break
            yield line
