//! skipped: what could not be read, and why.

use super::Source;
use super::table::{Cells, Fill, Spec, Values, field};

pub const SPEC: Spec = Spec {
    name: "skipped",
    title: "Skipped",
    about: "One row a file, a row of a file or a value that could not be read. A run with such rows ends with exit code 3.",
    columns: &[
        field("path", "file below the input folder"),
        field("line", "line in it").unit("lines, from 1").empty("where the whole file is meant"),
        field("reason", "what is wrong with it"),
    ],
    thresholds: &[],
    order: &[("path", false), ("line", false), ("reason", false)],
    parts: None,
    fill: Fill::Whole(fill),
};

fn fill(source: &Source<'_>) -> Cells {
    let rows = source.skipped;
    let columns = vec![
        Values::texts(rows.iter().map(|row| row.path.as_str())),
        Values::Count(rows.iter().map(|row| row.line).collect()),
        Values::texts(rows.iter().map(|row| row.reason.as_str())),
    ];
    columns.into()
}
