//! The names of the tables, for `[tabulate] tables`; what they hold is known to `tabulate` alone.

use strsim::damerau_levenshtein;

/// Every table, in the order of the report.
pub const NAMES: [&str; 30] = [
    "terms",
    "phrases",
    "dispersion",
    "keyness",
    "terms_by_month",
    "terms_by_outlet",
    "cooccurrence",
    "term_network",
    "term_network_edges",
    "actors",
    "actors_by_state",
    "actors_by_month",
    "actors_by_quarter",
    "actors_by_outlet",
    "actor_pairs",
    "actor_network",
    "actor_network_edges",
    "actor_terms",
    "collocates",
    "node_articles",
    "changes",
    "bursts",
    "mentions",
    "suggestions",
    "conflicts",
    "articles",
    "profile",
    "profile_by_outlet",
    "articles_by_month",
    "skipped",
];

/// Those that say something of actors, be it how many mentions an article has.
pub(super) const OF_ACTORS: [&str; 18] = [
    "keyness",
    "actors",
    "actors_by_state",
    "actors_by_month",
    "actors_by_quarter",
    "actors_by_outlet",
    "actor_pairs",
    "actor_network",
    "actor_network_edges",
    "actor_terms",
    "collocates",
    "node_articles",
    "changes",
    "bursts",
    "mentions",
    "suggestions",
    "conflicts",
    "articles",
];

/// What a list of tables must be, where it names one that is none, or none at all.
pub(super) fn refused(names: &[String]) -> Option<String> {
    let unknown = names.iter().find(|name| !NAMES.contains(&name.as_str()));
    match unknown {
        Some(name) => {
            let mut known = NAMES;
            // Stable: of equally near names the first of the report comes first.
            known.sort_by_key(|known| damerau_levenshtein(known, name));
            Some(format!("a list of known tables; there is no \"{name}\", but {}", known.join(", ")))
        }
        None if names.is_empty() => Some("a list of at least one table, such as [\"terms\"]".to_owned()),
        None => None,
    }
}
