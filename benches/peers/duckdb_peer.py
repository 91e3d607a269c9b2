"""DuckDB: SQL over JSON lines; on all cores."""

import duckdb

import common

WORDS = f"regexp_extract_all(%s, '{common.WORD_RE2.replace(chr(39), chr(39) * 2)}')"
SENTENCE = common.SENTENCE_END.replace("'", "''")


def main():
    common.output.mkdir(parents=True, exist_ok=True)
    base = duckdb.connect()
    base.execute(
        "CREATE TABLE texts AS SELECT row_number() OVER () AS article, text FROM "
        f"read_json({common.files!r}, format = 'newline_delimited', columns = {{text: 'VARCHAR'}})"
    )
    base.execute("CREATE TABLE stop AS SELECT unnest(?) AS term", [sorted(common.STOP)])
    base.execute(
        f"""CREATE TABLE terms AS
        WITH words AS (SELECT article, unnest({WORDS % 'lower(text)'}) AS term FROM texts),
        by_article AS (SELECT article, term, count(*) AS n FROM words GROUP BY ALL)
        SELECT term, sum(n)::BIGINT AS n, count(*) AS articles FROM by_article ANTI JOIN stop USING (term) GROUP BY term
        ORDER BY n DESC, term"""
    )
    save(base, "terms", "SELECT * FROM terms ORDER BY n DESC, term")
    if common.with_pairs:
        pairs(base)
    if common.with_aliases:
        mentions(base)


def pairs(base):
    base.execute(f"CREATE TABLE top AS SELECT term FROM terms ORDER BY n DESC, term LIMIT {common.PAIR_TERMS}")
    base.execute(
        f"""CREATE TABLE places AS
        WITH sentences AS (
            SELECT article, unnest(string_split_regex(lower(text), '{SENTENCE}')) AS sentence,
                generate_subscripts(string_split_regex(lower(text), '{SENTENCE}'), 1) AS number FROM texts),
        cut AS (SELECT article, number, {WORDS % 'sentence'} AS words FROM sentences),
        words AS (SELECT article, number, unnest(words) AS term, generate_subscripts(words, 1) AS place FROM cut)
        SELECT article, number, place, term FROM words SEMI JOIN top USING (term)"""
    )
    save(
        base,
        "pairs",
        f"""WITH steps AS (SELECT unnest(range(1, {common.WINDOW + 1})) AS step),
        shifted AS (SELECT article, number, place + step AS place, term FROM places, steps)
        SELECT least(one.term, two.term) AS term_a, greatest(one.term, two.term) AS term_b, count(*) AS n
        FROM shifted AS one JOIN places AS two USING (article, number, place) WHERE one.term <> two.term
        GROUP BY ALL ORDER BY ALL""",
    )


def mentions(base):
    names = sorted({" ".join(common.words(alias)) for alias in common.aliases()} - {""})
    longest = max(name.count(" ") + 1 for name in names)
    base.execute("CREATE TABLE names AS SELECT unnest(?) AS alias", [names])
    # Runs of one word and more that are a name; it counts a name inside a longer one too.
    runs = " UNION ALL ".join(f"SELECT article, unnest({run(length)}) AS alias FROM cut" for length in range(1, longest + 1))
    save(
        base,
        "aliases",
        f"""WITH cut AS MATERIALIZED (SELECT article, {WORDS % 'text'} AS words FROM texts), runs AS ({runs}),
        by_article AS (SELECT article, alias, count(*) AS n FROM runs SEMI JOIN names USING (alias) GROUP BY ALL)
        SELECT alias, sum(n)::BIGINT AS n, count(*) AS articles FROM by_article GROUP BY alias ORDER BY alias""",
    )


def run(length):
    """All runs of so many words, as an expression: the words zipped with themselves, each time one further on."""
    further = ", ".join(["words", *(f"words[{place}:]" for place in range(2, length + 1))])
    joined = ", ".join(f"zipped[{place}]" for place in range(1, length + 1))
    return f"list_transform(list_zip({further}, true), lambda zipped: concat_ws(' ', {joined}))" if length > 1 else "words"


def save(base, name, query):
    base.execute(f"COPY ({query}) TO '{common.output / name}.csv' (HEADER)")


if __name__ == "__main__":
    main()
