"""polars in Python: regular expressions, groups, shifted columns, Aho-Corasick; on all cores."""

import polars as pl

import common
import polars_statistics


def scan():
    frame = pl.scan_ndjson(common.files, schema={"text": pl.String}, ignore_errors=False)
    return frame.with_row_index("article")


def save(frame, name):
    common.output.mkdir(parents=True, exist_ok=True)
    frame.write_csv(common.output / f"{name}.csv")


def by_article():
    words = scan().select(
        "article", term=pl.col("text").str.to_lowercase().str.extract_all(common.WORD_RE2)
    ).explode("term")
    return words.drop_nulls().group_by("article", "term").agg(n=pl.len())


def terms(counts):
    kept = counts.group_by("term").agg(n=pl.col("n").sum(), articles=pl.len())
    kept = kept.filter(~pl.col("term").is_in(list(common.STOP)))
    return kept.sort(["n", "term"], descending=[True, False]).collect(engine="streaming")


def numbered(top):
    return pl.DataFrame({"term": top, "id": range(len(top))}, schema={"term": pl.String, "id": pl.UInt16})


def places(terms):
    """Each word of each sentence, as the number of its term or null."""
    sentences = (
        scan()
        .select("article", text=pl.col("text").str.to_lowercase().str.replace_all(common.SENTENCE_END, "\n").str.split("\n"))
        .explode("text")
        .with_row_index("sentence")
        .select("article", "sentence", term=pl.col("text").str.extract_all(common.WORD_RE2))
        .explode("term")
        .drop_nulls("term")
    )
    return sentences.join(terms.lazy(), on="term", how="left", maintain_order="left").select("article", "sentence", "id").collect()


def pairs(places, terms):
    counts = []
    for step in range(1, common.WINDOW + 1):
        shifted = places.lazy().with_columns(other=pl.col("id").shift(-step), later=pl.col("sentence").shift(-step))
        both = shifted.filter(
            (pl.col("sentence") == pl.col("later")) & pl.col("id").is_not_null() & pl.col("other").is_not_null()
        ).filter(pl.col("id") != pl.col("other"))
        pair = {"a": pl.min_horizontal("id", "other"), "b": pl.max_horizontal("id", "other")}
        counts.append(both.select(**pair).group_by("a", "b").len())
    counted = pl.concat(counts).group_by("a", "b").agg(n=pl.col("len").sum()).collect()
    return named(counted, terms).sort("term_a", "term_b")


def named(counted, terms):
    both = counted.join(terms, left_on="a", right_on="id").join(terms, left_on="b", right_on="id", suffix="_b")
    return both.select(term_a=pl.min_horizontal("term", "term_b"), term_b=pl.max_horizontal("term", "term_b"), n="n")


def mentions(names):
    # Automata know no words: a name inside a word counts here. A longer name before a shorter one: the first that fits wins.
    names = sorted(names, key=len, reverse=True)
    found = scan().select("article", alias=pl.col("text").str.extract_many(names, leftmost=True)).explode("alias")
    counts = found.drop_nulls().group_by("article", "alias").len()
    counts = counts.group_by("alias").agg(n=pl.col("len").sum(), articles=pl.len())
    return counts.sort("alias").collect(engine="streaming")


def main():
    counts = by_article()
    if common.with_statistics:
        # Asked for twice.
        counts = counts.collect(engine="streaming").lazy()
    counted = terms(counts)
    save(counted, "terms")
    if common.with_pairs:
        top = numbered(counted["term"].head(common.PAIR_TERMS).to_list())
        told = places(top)
        window = pairs(told, top)
        save(window, "pairs")
    if common.with_aliases:
        save(mentions(common.aliases()), "aliases")
    if common.with_statistics:
        polars_statistics.statistics(counts.collect(), told, window, top, (named, save))


if __name__ == "__main__":
    main()
