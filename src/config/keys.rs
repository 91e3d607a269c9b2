//! Every key of config.toml with its default and its rule.

use std::path::Path;

use super::measure;
use super::section::Section;
use super::size;
use super::source::Source;
use super::tables;
use super::{Columns, Config, Ingest, Lex, Run, Tabulate, Write};

/// Words that the long English stop list holds and that an analyst of international affairs needs.
/// One that is written with capitals is kept only where the text writes it so: "US", not "us"; "May", not "may".
const KEEP: &[&str] = &[
    "US",
    "UN",
    "UK",
    "RU",
    "KP",
    "KR",
    "CN",
    "May",
    "state",
    "states",
    "member",
    "members",
    "world",
    "order",
    "orders",
    "general",
    "group",
    "groups",
    "system",
    "interest",
    "interests",
    "information",
    "research",
    "problem",
    "problems",
    "fire",
    "goods",
    "area",
    "areas",
    "home",
    "young",
];

/// Words of reporting and of the calendar that the list lacks and that say nothing about an article.
const EXTRA: &[&str] = &[
    "told",
    "including",
    "cent",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "month",
    "months",
    "week",
    "weeks",
    "day",
    "days",
    "time",
    "times",
];

pub fn read(source: &mut Source, top: &mut Section<'_>, folder: &Path) -> Config {
    Config {
        ingest: ingest(source, top, folder),
        lex: lex(source, top),
        measure: measure::read(source, top, folder),
        tabulate: tabulate(source, top),
        write: write(source, top, folder),
        run: run(source, top),
    }
}

fn ingest(source: &mut Source, top: &mut Section<'_>, folder: &Path) -> Ingest {
    let mut section = top.section(source, "ingest");
    let input = section.value(source, "input", "input".to_owned(), |given| not_empty(given));
    let metadata = section.value(source, "metadata", String::new(), any);
    let encoding = section.value(source, "encoding", "auto".to_owned(), |given| encoding(given));
    let delimiter = section.value(source, "csv_delimiter", ",".to_owned(), |given| one_ascii(given));
    let max_article_mb =
        section.value(source, "max_article_mb", 16, |n: &u64| (*n == 0 || *n > 1024).then_some("from 1 to 1024"));
    let ignore = section.value(source, "ignore", Vec::new(), any);
    let columns = columns(source, &mut section);
    section.finish(source);
    Ingest {
        input: folder.join(input),
        apart: Vec::new(),
        metadata: (!metadata.is_empty()).then(|| folder.join(metadata)),
        encoding: (encoding != "auto").then_some(encoding),
        csv_delimiter: delimiter.chars().next().unwrap_or(','),
        max_article_mb,
        ignore,
        columns,
    }
}

fn columns(source: &mut Source, ingest: &mut Section<'_>) -> Columns {
    let mut section = ingest.section(source, "columns");
    let mut column = |name: &str| section.value(source, name, name.to_owned(), |given| not_empty(given));
    let columns = Columns {
        text: column("text"),
        title: column("title"),
        date: column("date"),
        outlet: column("outlet"),
        author: column("author"),
        language: column("language"),
        url: column("url"),
    };
    section.finish(source);
    columns
}

fn lex(source: &mut Source, top: &mut Section<'_>) -> Lex {
    let mut section = top.section(source, "lex");
    let lex = Lex {
        stop_languages: section.value(source, "stop_languages", vec!["en".to_owned()], |given| known_languages(given)),
        keep: section.value(source, "keep", owned(KEEP), any),
        extra: section.value(source, "extra", owned(EXTRA), any),
        min_length: section.value(source, "min_length", 2, one_or_more),
        numbers: section.value(source, "numbers", false, any),
        phrases: section.value(source, "phrases", true, any),
        phrase_min_n: section.value(source, "phrase_min_n", 5, |n: &u64| (*n < 2).then_some("2 or more")),
        phrase_min_npmi: section
            .value(source, "phrase_min_npmi", 0.5, |x: &f64| (!(-1.0..=1.0).contains(x)).then_some("from -1 to 1")),
    };
    section.finish(source);
    lex
}

fn tabulate(source: &mut Source, top: &mut Section<'_>) -> Tabulate {
    let mut section = top.section(source, "tabulate");
    let tabulate = Tabulate {
        tables: section.value(source, "tables", owned(&tables::NAMES), |given| tables::refused(given)),
        term_min_n: section.value(source, "term_min_n", 1, at_least_one),
        by_min_n: section.value(source, "by_min_n", 5, at_least_one),
        key_rows: section
            .value(source, "key_rows", 50, |n: &usize| (!(1..=100_000).contains(n)).then_some("from 1 to 100000")),
        suggest_min_n: section.value(source, "suggest_min_n", 5, |n: &u64| (*n < 2).then_some("2 or more")),
        suggest_rows: section
            .value(source, "suggest_rows", 500, |n: &usize| (!(1..=10_000).contains(n)).then_some("from 1 to 10000")),
    };
    section.finish(source);
    tabulate
}

fn write(source: &mut Source, top: &mut Section<'_>, folder: &Path) -> Write {
    let mut section = top.section(source, "write");
    let write = Write {
        output: folder.join(section.value(source, "output", "output".to_owned(), |given| not_empty(given))),
        bom: section.value(source, "bom", true, any),
        guard_formulas: section.value(source, "guard_formulas", true, any),
        chart_rows: section
            .value(source, "chart_rows", 20, |n: &usize| (!(1..=500).contains(n)).then_some("from 1 to 500")),
        png: section.value(source, "png", true, any),
        report_rows: section
            .value(source, "report_rows", 50, |n: &usize| (!(1..=1000).contains(n)).then_some("from 1 to 1000")),
    };
    section.finish(source);
    write
}

fn run(source: &mut Source, top: &mut Section<'_>) -> Run {
    let mut section = top.section(source, "run");
    let jobs = section.value(source, "jobs", 0, |n: &usize| (*n > 256).then_some("at most 256 (0: one for each core)"));
    let memory = section.value(source, "memory", "auto".to_owned(), |given| size::memory(given).err());
    let cache_limit = section.value(source, "cache_limit", "4 GB".to_owned(), |given| size::cache_limit(given).err());
    let run = Run {
        jobs,
        // What a rule refused has become the default, which is an amount.
        memory: size::memory(&memory).unwrap_or_default(),
        cache_limit: size::cache_limit(&cache_limit).unwrap_or_default(),
        min_articles: section.value(source, "min_articles", 1, at_least_one),
        keep_runs: section.value(source, "keep_runs", 30, |n: &usize| {
            (*n < 2).then_some("2 or more: the latest and the one before it")
        }),
    };
    section.finish(source);
    run
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

pub(super) fn any<T>(_: &T) -> Option<&'static str> {
    None
}

pub(super) fn not_empty(text: &str) -> Option<&'static str> {
    text.trim().is_empty().then_some("a name, not empty")
}

fn one_or_more(n: &usize) -> Option<&'static str> {
    (*n == 0).then_some("1 or more")
}

pub(super) fn at_least_one(n: &u64) -> Option<&'static str> {
    (*n == 0).then_some("1 or more")
}

fn one_ascii(text: &str) -> Option<&'static str> {
    (text.len() != 1 || text == "\"" || text == "\n")
        .then_some("one ASCII character that is no quote, such as \",\", \";\" or \"\\t\"")
}

fn encoding(label: &str) -> Option<&'static str> {
    let known = label == "auto" || encoding_rs::Encoding::for_label(label.as_bytes()).is_some();
    (!known)
        .then_some("\"auto\" or an encoding of the WHATWG standard, such as \"utf-8\", \"windows-1251\" or \"euc-kr\"")
}

fn known_languages(codes: &[String]) -> Option<String> {
    let unknown = codes.iter().find(|code| stop_words::lookup(code).is_none())?;
    let known = stop_words::available_languages().join(" ");
    Some(format!("a list of known languages; there is no stop list for \"{unknown}\", but for {known}"))
}
