"""scikit-learn: CountVectorizer. It uses one core, and counts no pairs in a window."""

import json

from sklearn.feature_extraction.text import CountVectorizer

import common


def texts():
    for path in common.files:
        with open(path, encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)["text"]


def rows(vectorizer, matrix):
    n = matrix.sum(axis=0).A1
    articles = matrix.getnnz(axis=0)
    found = zip(vectorizer.get_feature_names_out(), n, articles)
    return sorted((row for row in found if row[1]), key=lambda row: (-row[1], row[0]))


def main():
    if common.task == "pairs":
        common.not_made_for("it counts no pairs in a window")
    vectorizer = CountVectorizer(token_pattern=common.WORD, stop_words=sorted(common.STOP))
    common.write("terms", ["term", "n", "articles"], rows(vectorizer, vectorizer.fit_transform(texts())))
    if common.with_aliases:
        names = sorted({" ".join(common.words(alias)) for alias in common.aliases()} - {""})
        longest = max(name.count(" ") + 1 for name in names)
        # It counts a name inside a longer one too.
        vectorizer = CountVectorizer(
            token_pattern=common.WORD, lowercase=False, ngram_range=(1, longest), vocabulary=names
        )
        common.write("aliases", ["alias", "n", "articles"], rows(vectorizer, vectorizer.transform(texts())))


if __name__ == "__main__":
    main()
