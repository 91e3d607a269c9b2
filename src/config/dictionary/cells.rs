//! What a cell of the CSV holds: a text or a list, and the mark that keeps a spreadsheet from taking it for a formula.

/// Between the items of a list.
const BETWEEN: char = '|';
/// Before a mark that is part of an item, and before itself.
const ESCAPE: char = '\\';
/// Before a cell that would else be a formula.
const GUARD: char = '\'';

/// A list as one cell.
pub fn list<'i>(items: impl IntoIterator<Item = &'i str>) -> String {
    let escaped = items.into_iter().map(|item| item.replace(ESCAPE, r"\\").replace(BETWEEN, r"\|"));
    escaped.collect::<Vec<_>>().join(" | ")
}

/// The items of a cell, without the space around them.
pub fn items(cell: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut rest = cell.chars().peekable();
    while let Some(c) = rest.next() {
        let marked = (c == ESCAPE).then(|| rest.next_if(|next| matches!(*next, ESCAPE | BETWEEN))).flatten();
        match (marked, items.last_mut()) {
            (None, _) if c == BETWEEN => items.push(String::new()),
            (_, Some(item)) => item.push(marked.unwrap_or(c)),
            (_, None) => {}
        }
    }
    items.iter().map(|item| item.trim().to_owned()).collect()
}

/// A cell that no spreadsheet takes for a formula.
pub fn guarded(cell: String) -> String {
    if is_formula(cell.trim_start_matches(GUARD)) { format!("{GUARD}{cell}") } else { cell }
}

/// A cell without space around it and without the guard.
pub fn bare(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix(GUARD).filter(|rest| is_formula(rest.trim_start_matches(GUARD))).unwrap_or(cell)
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_back_whatever_its_items_hold() {
        let given = ["a|b", r"c\", r"\|", "d, \"e\"", r"\\"];
        assert_eq!(items(&list(given)), given);
        assert_eq!(items("Kim|  Pak |Ri"), ["Kim", "Pak", "Ri"]);
        assert_eq!(items(r"a\b"), [r"a\b"]);
    }

    #[test]
    fn a_formula_is_guarded_and_an_apostrophe_stays() {
        for cell in ["=1+1", "'=1", "'Ndrangheta", "+7", "@a", "Kim", "''-"] {
            assert_eq!(bare(&guarded(cell.to_owned())), cell);
        }
        assert_eq!([bare(" '=1 "), bare("'Ndrangheta")], ["=1", "'Ndrangheta"]);
    }
}
