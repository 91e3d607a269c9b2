"""What polars makes of counts: dispersion, terms by month and outlet with their key terms, measures of association."""

import polars as pl

import common


def statistics(counts, places, window, terms, helpers):
    """`counts`: of each article and term, stop words among them."""
    named, save = helpers
    sizes = counts.group_by("article").agg(tokens=pl.col("n").sum())
    counts = counts.filter(~pl.col("term").is_in(list(common.STOP)))
    counts = counts.with_columns(pl.col("term").cast(pl.Categorical))
    counts = counts.filter(pl.col("n").sum().over("term") >= common.MIN_N).join(sizes, on="article")
    save(dispersion(counts, sizes), "dispersion")
    meta = pl.scan_ndjson(common.files, schema={"date": pl.String, "outlet": pl.String})
    month = pl.col("date").str.slice(0, 7)
    groups = meta.with_row_index("article").select("article", "outlet", month=month).collect()
    groups = groups.with_columns(pl.col("outlet", "month").cast(pl.Categorical))
    counts, sizes = counts.join(groups, on="article"), sizes.join(groups, on="article")
    for name in ("month", "outlet"):
        cells = counts.group_by(name, "term").agg(n=pl.col("n").sum(), articles=pl.len())
        size = sizes.group_by(name).agg(size=pl.col("tokens").sum())
        cells = cells.join(size, on=name).with_columns(per_million=pl.col("n") * 1e6 / pl.col("size"))
        save(cells.drop("size").sort([name, "n", "term"], descending=[False, True, False]), f"terms_by_{name}")
        save(key_terms(cells, name, sizes["tokens"].sum()), f"keyness_by_{name}")
    for unit, table in {"window": windows(places, window, terms), **sets(places, terms, named)}.items():
        save(table.sort(["n", "term_a", "term_b"], descending=[True, False, False]), f"pairs_by_{unit}")


def dispersion(counts, sizes):
    """DP and DPnorm over articles (Gries 2008, Lijffijt & Gries 2012)."""
    whole, smallest = sizes["tokens"].sum(), sizes["tokens"].min()
    share = pl.col("tokens") / whole
    apart = (pl.col("n") / pl.col("n").sum() - share).abs().sum() + 1 - share.sum()
    terms = counts.group_by("term").agg(n=pl.col("n").sum(), range=pl.len(), dp=apart / 2)
    terms = terms.with_columns(dp_norm=pl.col("dp") / (1 - smallest / whole))
    return terms.sort(["n", "term"], descending=[True, False])


def key_terms(cells, name, whole):
    """The terms with the largest G2 of each group, of those that it has more than the rest."""
    cells = cells.with_columns(all=pl.col("n").sum().over("term"))
    cells = cells.filter(pl.col("n") / pl.col("size") > pl.col("all") / whole)
    cells = cells.with_columns(g2=g2(pl.col("n"), pl.col("size"), pl.col("all"), whole))
    largest = cells.sort("term").filter(pl.col("g2").rank("ordinal", descending=True).over(name) <= common.KEY_TERMS)
    return largest.sort([name, "g2", "term"], descending=[False, True, False])


def windows(places, window, terms):
    """The pairs of windows, whose units are places beside places."""
    told = places.select("sentence", "id").with_row_index("at")
    ends = told.group_by("sentence").agg(first=pl.col("at").min(), last=pl.col("at").max())
    near = [(pl.col("at") - pl.col("first")), (pl.col("last") - pl.col("at"))]
    told = told.join(ends, on="sentence").select("id", near=sum(side.clip(upper_bound=common.WINDOW) for side in near))
    single = told.drop_nulls("id").group_by("id").agg(single=pl.col("near").cast(pl.UInt64).sum())
    whole = told["near"].cast(pl.UInt64).sum()
    return associated(window, single.join(terms, on="id").select("term", "single"), whole)


def sets(places, terms, named):
    """The pairs that stand in the same sentences and in the same articles."""
    found = {}
    for unit in ("sentence", "article"):
        members = places.lazy().select(unit, "id").drop_nulls().unique().collect(engine="streaming")
        joined = members.lazy().join(members.lazy(), on=unit).filter(pl.col("id") < pl.col("id_right"))
        both = joined.group_by(a="id", b="id_right").agg(n=pl.len()).collect(engine="streaming")
        single = members.group_by("id").agg(single=pl.len()).join(terms, on="id").select("term", "single")
        found[unit] = associated(named(both, terms), single, places[unit].n_unique())
    return found


def associated(pairs, single, whole):
    pairs = pairs.join(single, left_on="term_a", right_on="term").join(single, left_on="term_b", right_on="term", suffix="_b")
    n, a, b = pl.col("n"), pl.col("single"), pl.col("single_b")
    pmi = (n * float(whole) / (a * b.cast(pl.Float64))).log()
    return pairs.select(
        "term_a",
        "term_b",
        "n",
        npmi=pmi / (n / whole).log().neg(),
        log_dice=14 + (2 * n / (a + b)).log(2),
        g2=g2(n, a, b, whole),
    )


def g2(n, a, b, whole):
    """Dunning's log-likelihood over the four cells of a table with margins a and b."""
    n, a, b = n.cast(pl.Float64), a.cast(pl.Float64), b.cast(pl.Float64)
    cells = [(n, a * b), (a - n, a * (whole - b)), (b - n, (whole - a) * b), (whole - a - b + n, (whole - a) * (whole - b))]
    part = [pl.when(cell > 0).then(cell * (cell * whole / expected).log()).otherwise(0.0) for cell, expected in cells]
    return 2 * sum(part[1:], part[0])
