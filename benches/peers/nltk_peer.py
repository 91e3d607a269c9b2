"""NLTK: its tokenizer, FreqDist, BigramCollocationFinder with a window, MWETokenizer. It uses one core."""

import json

from nltk import FreqDist
from nltk.collocations import BigramCollocationFinder
from nltk.tokenize import MWETokenizer, RegexpTokenizer

import common


def texts():
    for path in common.files:
        with open(path, encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)["text"]


def main():
    tokenize = RegexpTokenizer(common.WORD).tokenize
    n, articles = FreqDist(), FreqDist()
    for text in texts():
        words = tokenize(text.lower())
        n.update(words)
        articles.update(set(words))
    kept = (row for row in n.items() if row[0] not in common.STOP)
    ranked = sorted(kept, key=lambda row: (-row[1], row[0]))
    common.write("terms", ["term", "n", "articles"], ((term, count, articles[term]) for term, count in ranked))
    if common.with_pairs:
        top = {term for term, _ in ranked[: common.PAIR_TERMS]}
        counts = FreqDist()
        for text in texts():
            for words in map(tokenize, common.sentences(text.lower())):
                # The window of NLTK counts the word itself. Words that are not asked for keep their places.
                kept = [word if word in top else None for word in words]
                finder = BigramCollocationFinder.from_words(kept, window_size=common.WINDOW + 1)
                for (one, other), count in finder.ngram_fd.items():
                    if one != other:
                        counts[(one, other) if one < other else (other, one)] += count
        common.write("pairs", ["term_a", "term_b", "n"], sorted((*pair, count) for pair, count in counts.items()))
    if common.with_aliases:
        names = [tuple(tokenize(alias)) for alias in common.aliases()]
        single = {name[0] for name in names if len(name) == 1}
        multi = MWETokenizer([name for name in names if len(name) > 1], separator=" ")
        n, articles = FreqDist(), FreqDist()
        for text in texts():
            found = [word for word in multi.tokenize(tokenize(text)) if " " in word or word in single]
            n.update(found)
            articles.update(set(found))
        common.write("aliases", ["alias", "n", "articles"], sorted((alias, n[alias], articles[alias]) for alias in n))


if __name__ == "__main__":
    main()
