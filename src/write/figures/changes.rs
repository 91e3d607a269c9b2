//! The actors that changed most, each in a small chart by month, with its bursts.

use std::collections::BTreeMap;

use super::View;
use super::periods::Periods;
use crate::base::wording::grouped;
use crate::write::charts::{Drawn, Head, Multiples, Small, multiples};

/// The rows that the charts are chosen from.
const TOLD: &str = "changes_told";
/// Charts at most.
const MOST: usize = 12;

pub fn draw(view: &View<'_>) -> Drawn {
    let covered: Vec<&str> = view.texts("articles_by_month", "month").collect();
    let months = Periods::months(&covered);
    let names = view.names();
    let changed = changed(view);
    let mut values = shares(view, &changed, &months);
    let mut bursts = bursts(view, &months);
    let small = |(actor, note): (String, String)| Small {
        title: names.get(actor.as_str()).map_or(actor.as_str(), |name| name).to_owned(),
        note,
        values: values.remove(&actor).unwrap_or_default(),
        marks: bursts.remove(&actor).unwrap_or_default(),
    };
    let panels: Vec<Small> = changed.into_iter().map(small).collect();
    let gaps = if months.has_gaps() { "; dashed: no article in between" } else { "" };
    let marked = if panels.iter().any(|panel| !panel.marks.is_empty()) { "; shaded: bursts" } else { "" };
    multiples(&Multiples {
        head: Head {
            title: "How the share of actors changed".to_owned(),
            subtitle: format!(
                "Share of the articles of a month that mention the actor{gaps}{marked}{}; below the names: first half of the months with articles to \
                 second; {}",
                months.note(),
                view.base()
            ),
            nothing: "No actor is in enough articles of enough months to speak of change.".to_owned(),
        },
        axis: "share of the month's articles, 0 to 1".to_owned(),
        x: months.x,
        panels,
    })
}

/// The actors whose share changed most from month to month, with what is said of them: whose change is claimed first, whether it
/// rose or fell.
fn changed(view: &View<'_>) -> Vec<(String, String)> {
    let texts = |column: &'static str| view.texts(TOLD, column).collect::<Vec<&str>>();
    let counts = |column: &'static str| view.counts(TOLD, column).collect::<Vec<u64>>();
    let [kinds, periods, things, claims] = ["kind", "period", "thing", "claim"].map(texts);
    let [early, all_early, late, all_late] = ["articles_early", "all_early", "articles_late", "all_late"].map(counts);
    let changes: Vec<f64> = view.floats(TOLD, "change").map(|change| change.map_or(0.0, f64::abs)).collect();
    let of_actor = |at: &usize| kinds[*at] == "actor" && periods[*at] == "month";
    let rows = most((0..things.len()).filter(of_actor).collect(), &claims, &changes);
    let note = |at: usize| {
        let claim = if claims[at].is_empty() { "no clear trend" } else { claims[at] };
        let part = |n: u64, all: u64| format!("{} of {}", grouped(n), grouped(all));
        format!("{claim}: {} → {}", part(early[at], all_early[at]), part(late[at], all_late[at]))
    };
    rows.into_iter().map(|at| (things[at].to_owned(), note(at))).collect()
}

/// Those of `rows` that changed most; the claimed before all others.
fn most(mut rows: Vec<usize>, claims: &[&str], changes: &[f64]) -> Vec<usize> {
    rows.sort_by(|a, b| claims[*a].is_empty().cmp(&claims[*b].is_empty()).then(changes[*b].total_cmp(&changes[*a])));
    rows.truncate(MOST);
    rows
}

/// By actor of `changed`: its share of the articles of each month; absent where there are none.
fn shares(view: &View<'_>, changed: &[(String, String)], months: &Periods) -> BTreeMap<String, Vec<Option<f64>>> {
    let mut shares: BTreeMap<String, _> = changed.iter().map(|(id, _)| (id.clone(), months.values(0.0))).collect();
    let rows = view.texts("actors_by_month", "month").zip(view.texts("actors_by_month", "actor_id"));
    for ((month, actor), share) in rows.zip(view.floats("actors_by_month", "share")) {
        if let (Some(shares), Some(at)) = (shares.get_mut(actor), months.place(month)) {
            shares[at] = share;
        }
    }
    shares
}

/// By actor: the first and the last month of each burst.
fn bursts(view: &View<'_>, months: &Periods) -> BTreeMap<String, Vec<(usize, usize)>> {
    let texts = |column: &'static str| view.texts("bursts", column);
    let rows = texts("kind").zip(texts("period")).zip(texts("thing")).zip(texts("start").zip(texts("end")));
    let mut bursts: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (((kind, period), thing), (start, end)) in rows {
        let ends = (months.place(start), months.place(end));
        if let (true, (Some(start), Some(end))) = (kind == "actor" && period == "month", ends) {
            bursts.entry(thing.to_owned()).or_default().push((start, end));
        }
    }
    bursts.values_mut().for_each(|marks| marks.sort_unstable());
    bursts
}

#[cfg(test)]
mod tests {
    use super::most;

    #[test]
    fn what_fell_more_stands_before_what_rose_less_and_the_unclaimed_last() {
        // 14 rose by 0.01 to 0.14, one fell by 0.5, one by 0.6 without a claim.
        let mut claims = vec!["rose"; 14];
        claims.extend(["fell", ""]);
        let mut changes: Vec<f64> = (1..15).map(|n| f64::from(n) / 100.0).collect();
        changes.extend([0.5, 0.6]);
        assert_eq!(most((0..16).collect(), &claims, &changes), [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
        assert_eq!(most(vec![0, 15, 1], &claims, &changes), [1, 0, 15]);
    }
}
