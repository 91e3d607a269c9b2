//! The ' that keeps a spreadsheet from taking a text cell for a formula: written by one run, read back by another.

pub const GUARD: char = '\'';

/// Whether a spreadsheet would run a text (OWASP, CSV Injection); the full-width forms of the signs work too.
pub fn risky(text: &str) -> bool {
    match text.as_bytes().first() {
        Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n') => true,
        // The first byte of the full-width forms.
        Some(0xef) => text.starts_with(['＝', '＋', '－', '＠']),
        _ => false,
    }
}

/// A cell without its guard.
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix(GUARD).filter(|rest| risky(rest)).unwrap_or(cell)
}
