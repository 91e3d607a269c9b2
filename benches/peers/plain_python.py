"""The standard library alone, on all cores."""

import json
import multiprocessing
import os
from collections import Counter

import common


def terms(piece):
    n, articles = Counter(), Counter()
    for line in common.lines(piece):
        found = common.words(json.loads(line)["text"].lower())
        n.update(found)
        articles.update(set(found))
    return n, articles


def pairs(arguments):
    piece, top = arguments
    n = Counter()
    for line in common.lines(piece):
        for sentence in common.sentences(json.loads(line)["text"].lower()):
            # Only places of top terms are looked at; stop words keep theirs.
            places = [(at, top[word]) for at, word in enumerate(common.words(sentence)) if word in top]
            for first, (at, one) in enumerate(places):
                for later, other in places[first + 1 : first + 1 + common.WINDOW]:
                    if later - at > common.WINDOW:
                        break
                    if one != other:
                        n[(one, other) if one < other else (other, one)] += 1
    return n


def mentions(arguments):
    piece, by_first = arguments
    n, articles = Counter(), Counter()
    for line in common.lines(piece):
        found, seen = common.words(json.loads(line)["text"]), []
        at = 0
        while at < len(found):
            step = 1
            for alias in by_first.get(found[at], ()):
                if tuple(found[at : at + len(alias)]) == alias:
                    seen.append(alias)
                    step = len(alias)
                    break
            at += step
        n.update(seen)
        articles.update(set(seen))
    return n, articles


def merged(results):
    n, articles = Counter(), Counter()
    for more_n, more_articles in results:
        n.update(more_n)
        articles.update(more_articles)
    return n, articles


def main():
    cores = os.cpu_count()
    with multiprocessing.Pool(cores) as pool:
        pieces = common.pieces(cores * 4)
        n, articles = merged(pool.imap_unordered(terms, pieces))
        for word in common.STOP:
            n.pop(word, None)
        ranked = sorted(n.items(), key=lambda row: (-row[1], row[0]))
        common.write("terms", ["term", "n", "articles"], ((term, count, articles[term]) for term, count in ranked))
        if common.with_pairs:
            names = [term for term, _ in ranked[: common.PAIR_TERMS]]
            top = {term: number for number, term in enumerate(names)}
            counts = Counter()
            for more in pool.imap_unordered(pairs, [(piece, top) for piece in pieces]):
                counts.update(more)
            rows = sorted((*sorted((names[a], names[b])), count) for (a, b), count in counts.items())
            common.write("pairs", ["term_a", "term_b", "n"], rows)
        if common.with_aliases:
            by_first = {}
            # The longest first, so that the first that fits is the longest.
            for alias in sorted((tuple(common.words(alias)) for alias in common.aliases()), key=len, reverse=True):
                if alias:
                    by_first.setdefault(alias[0], []).append(alias)
            n, articles = merged(pool.imap_unordered(mentions, [(piece, by_first) for piece in pieces]))
            rows = sorted((" ".join(alias), count, articles[alias]) for alias, count in n.items())
            common.write("aliases", ["alias", "n", "articles"], rows)


if __name__ == "__main__":
    main()
