//! How fast all measures are, and in how much memory: 200,000 terms in 40,000 articles, and 5 million pairs.
//!
//! ```sh
//! cargo bench --bench measures
//! ```
//!
//! It prints tables in Markdown. The counts are drawn (`made`) and not read, so that what is measured is the statistics alone; the
//! way from files to counts is measured by [whole_run](../whole_run/main.rs).

mod made;
#[path = "../generator/random.rs"]
mod random;
mod watch;

use newsgauge::base::parallel::Threads;
use newsgauge::base::spill::Spill;
use newsgauge::config::dictionary::Dictionary;
use newsgauge::config::{Config, Tabulate, load};
use newsgauge::measure::key_groups::key_groups;
use newsgauge::measure::reading::Reading;
use newsgauge::measure::results::Measures;
use newsgauge::tabulate::parts::parted;
use newsgauge::tabulate::{self, Source};

use made::{ARTICLES, PAIRED, PARTS, TERMS};
use watch::{Watch, peak};

/// Every pair occurs, so that each of the three units has all.
const PAIRS: usize = 3 * PAIRED * (PAIRED - 1) / 2;

fn main() {
    // `cargo bench` says so; `cargo test --benches` does not, and nobody who tests waits for a minute.
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("measures: nothing is measured; cargo bench --bench measures does");
        return;
    }
    let (config, spill) = (config(), Spill::none());
    let threads = Threads::new(0).expect("the system starts threads");
    let corpus = made::corpus();
    let postings = made::postings(&corpus, &spill);
    let pairs = made::pairs();
    let mut watch = Watch::begin();
    let measures = measures(made::Counts { corpus, postings, pairs }, (&config, &spill, &threads), &mut watch);
    let reading = Reading::new(&spill);
    let dictionary = Dictionary::default();
    let source = Source::new(&reading, &measures, &dictionary, &[], &config);
    let before = peak();
    tables(&source, &threads);
    watch.ended("tables, sorted: the large ones in parts");
    watch.print(&format!("{TERMS} terms in {ARTICLES} articles, {PAIRS} pairs, {} threads", threads.count()));
    print_memory(before);
}

/// The shipped configuration, with every pair and all measures of it.
fn config() -> Config {
    let text = format!(
        "[measure]\npair_terms = {PAIRED}\npair_min_n = 1\nmore_measures = [\"mi3\", \"chi2\", \"dice\", \"z_score\"]\n"
    );
    let (config, problems) = load::parse("config.toml", env!("CARGO_MANIFEST_DIR").as_ref(), &text);
    assert_eq!(problems, []);
    let tables = [
        &["terms", "dispersion", "keyness", "terms_by_month", "terms_by_outlet"][..],
        &["cooccurrence", "term_network", "term_network_edges", "changes", "bursts"],
    ];
    Config {
        tabulate: Tabulate { tables: tables.concat().into_iter().map(str::to_owned).collect(), ..config.tabulate },
        ..config
    }
}

/// Everything that the tables are made of.
fn measures(
    counts: made::Counts<'_>,
    (config, spill, threads): (&Config, &Spill, &Threads),
    watch: &mut Watch,
) -> Measures {
    let counted = counts.tally(config, threads);
    watch.ended("counts, stories, parts with DPnorm, dispersion, changes and bursts by month and week");
    let groups = key_groups((&counted.frame, &counted.sets, &counted.terms), config, spill, threads);
    let groups = groups.expect("all is in memory");
    watch.ended("key terms of all groups");
    assert_eq!(groups.len(), PARTS);
    assert!(
        groups.iter().all(|group| group.terms.rows.len() > config.tabulate.key_rows),
        "each group has some on each side"
    );
    let mut measures = newsgauge::measure::results::results(counted);
    measures.key_groups = groups;
    measures.link(config, threads);
    watch.ended("network of terms");
    measures
}

/// All tables as a run makes them: those that come in parts are forgotten part by part.
fn tables(source: &Source<'_>, threads: &Threads) {
    // A few rare terms were not drawn at all.
    let drawn = source.measures.terms.tally.counts.iter().filter(|count| count.n > 0).count();
    let parts = || {
        for parted in parted(source) {
            let rows = |part| parted.part(part).expect("polars takes it").rows();
            let rows: usize = threads.map((0..parted.count()).collect(), rows).into_iter().sum();
            match parted.spec.name {
                "terms" => assert_eq!(rows, drawn),
                "cooccurrence" => assert_eq!(rows, PAIRS),
                "changes" => assert!(rows > 0),
                name => assert!(rows > TERMS, "each term is in some rows of {name}"),
            }
        }
    };
    threads.both(|| tabulate::tables(source, threads).expect("polars takes them"), parts);
}

/// The peak beside the cells of the pair table: eight bytes a number, sixteen a text.
fn print_memory(before: Option<u64>) {
    let bytes = (PAIRS * (16 * 8 + 3 * 16)) as f64;
    println!("\n| memory | MB | times the pair table |\n|---|---|---|\n| pair table | {:.0} | 1.0 |", bytes / 1e6);
    for (name, peak) in [("peak before it", before), ("peak", peak())] {
        if let Some(peak) = peak {
            println!("| {name} | {:.0} | {:.1} |", peak as f64 / 1e6, peak as f64 / bytes);
        }
    }
}
