//! What is measured of a corpus, in rounds: everything once, then everything again, so that a slow minute of the machine
//! hits all alike. The best of each counts.

use std::fs;

use crate::corpus::Corpus;
use crate::generator;
use crate::program::{Measured, Program, wc};
use crate::settings::Settings;

/// Which run it is, and the best measurement.
pub type Case = (&'static str, Measured);

pub struct Best {
    pub cases: Vec<Case>,
    pub wc: Option<f64>,
}

pub const ALL: &str = "all tables";
const AGAIN: &str = "again, nothing new";
const LATER: &str = "again, 1 % new articles";
const ONE: &str = "all tables, 1 thread";
const TERMS: &str = "terms.csv alone";
const ALIASES: &str = "all tables, large dictionary";

pub fn measure(corpus: &Corpus, settings: &Settings) -> Best {
    let programs = Programs::new(corpus, settings);
    let mut best = Best { cases: Vec::new(), wc: None };
    for round in 1..=settings.rounds {
        eprintln!("{}: round {round} of {}", corpus.name, settings.rounds);
        for (name, measured) in programs.round(corpus) {
            match best.cases.iter_mut().find(|(known, _)| *known == name) {
                Some((_, before)) if before.seconds <= measured.seconds => {}
                Some((_, before)) => *before = measured,
                None => best.cases.push((name, measured)),
            }
        }
        best.wc = [best.wc, wc(&corpus.plain)].into_iter().flatten().reduce(f64::min);
    }
    programs.forget();
    best
}

struct Programs {
    all: Program,
    terms: Program,
    aliases: Program,
}

impl Programs {
    fn new(corpus: &Corpus, settings: &Settings) -> Self {
        let folder = settings.folder.join("runs");
        let large = folder.join("large-actors.toml");
        fs::create_dir_all(&folder).expect("the target folder can be written");
        let dictionary = generator::dictionary();
        fs::write(&large, generator::extended(&dictionary, settings.aliases)).expect("the target folder has room");
        let program = |name: &str, dictionary, tables: &[&str]| {
            Program::new(&settings.config, &folder.join(name), &corpus.input, dictionary, tables)
        };
        Self {
            all: program("all", &dictionary, &[]),
            terms: program("terms", &dictionary, &["terms"]),
            aliases: program("aliases", &large, &[]),
        }
    }

    /// Each case once, each but the repeated runs without any earlier run.
    fn round(&self, corpus: &Corpus) -> Vec<Case> {
        self.forget();
        let all = self.all.run(0);
        assert!(all.tokens > all.articles, "{} articles with {} tokens are none", all.articles, all.tokens);
        assert!(corpus.articles.is_none_or(|articles| articles == all.articles), "not all articles were read");
        let again = self.all.run(0);
        assert!(again.outputs == all.outputs, "an unchanged run left other files");
        let added = corpus.add_later().expect("the target folder has room");
        let later = self.all.run(0);
        corpus.forget_later().expect("the target folder can be written");
        assert_eq!(later.articles, all.articles + added.articles, "the new articles are not all there");
        self.all.forget();
        let one = self.all.run(1);
        assert!(one.outputs == all.outputs, "one thread left other files");
        let terms = self.terms.run(0);
        assert!(table(&terms, "terms") == table(&all, "terms"), "terms.csv alone is another one");
        let aliases = self.aliases.run(0);
        assert_eq!(aliases.tokens, all.tokens, "tokens depend on the dictionary");
        vec![(ALL, all), (AGAIN, again), (LATER, later), (ONE, one), (TERMS, terms), (ALIASES, aliases)]
    }

    fn forget(&self) {
        for program in [&self.all, &self.terms, &self.aliases] {
            program.forget();
        }
    }
}

/// The manifest's entry of a table.
fn table<'a>(measured: &'a Measured, name: &str) -> &'a serde_json::Value {
    let path = format!("tables/{name}.csv");
    let outputs = measured.outputs.as_array().expect("manifest.json lists outputs");
    outputs.iter().find(|output| output["path"] == path.as_str()).unwrap_or_else(|| panic!("there is no {path}"))
}
