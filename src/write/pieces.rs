//! Tables that grow with the corpus: their CSV is written piece by piece, and only their first rows stay in memory.

use super::{File, Output, csv};
use crate::base::disk::staged::{Growing, Staged};
use crate::base::problem::{Failure, Problem};
use crate::config::Write;
use crate::tabulate::Source;
use crate::tabulate::parts::parted;
use crate::tabulate::table::{Spec, Table};

/// Writes the tables that come in parts, and ends those that came with the reading: their files, and the first rows of each.
pub fn write(
    evidence: Vec<Pieces>,
    source: &Source<'_>,
    output: &Output<'_>,
) -> Result<(Vec<File>, Vec<Table>), Failure> {
    let config = &source.config.write;
    let (mut files, mut tables) = (Vec::new(), Vec::new());
    let mut all = evidence;
    for table in parted(source) {
        let mut pieces = Pieces::begin(table.spec, output.folder, config)?;
        let mut parts = 0..table.count();
        let work = |(): &mut (), part| Ok(Piece::of(table.part(part)?, config));
        output.threads.stream(|| Ok(parts.next()), |_| (), work, |piece| Ok(pieces.add(piece)?))?;
        all.push(pieces);
        source.reading.spill.give_back();
    }
    for pieces in all {
        let (file, table) = pieces.end()?;
        files.push(file);
        tables.extend(table);
    }
    Ok((files, tables))
}

/// A table in the making.
pub struct Pieces {
    spec: &'static Spec,
    file: Growing,
    bom: bool,
    /// The first rows, for the report.
    head: Option<Table>,
    /// How many rows of a piece and of all pieces stay.
    most: (usize, usize),
}

/// The rows of a piece as CSV. Any thread may make them, and `Pieces::add` puts them in order.
pub struct Piece {
    table: Table,
    csv: Vec<u8>,
}

impl Piece {
    pub fn of(table: Table, config: &Write) -> Self {
        let mut csv = Vec::new();
        csv::rows(&table, config, &mut csv);
        Self { table, csv }
    }
}

impl Pieces {
    pub fn begin(spec: &'static Spec, folder: &Staged, config: &Write) -> Result<Self, Problem> {
        let file = folder.grow(&csv::path(spec))?;
        // Of a table in parts the report shows the first rows of each.
        let all = if spec.parts.is_some() { usize::MAX } else { config.report_rows };
        Ok(Self { spec, file, bom: config.bom, head: None, most: (config.report_rows, all) })
    }

    pub fn add(&mut self, piece: Piece) -> Result<(), Problem> {
        if self.head.is_none() {
            self.file.append(&csv::head(&piece.table.fields, self.bom))?;
        }
        self.file.append(&piece.csv)?;
        let (each, all) = self.most;
        match &mut self.head {
            Some(head) => head.grow(&piece.table, each.min(all.saturating_sub(head.here()))),
            None => {
                self.head = Some(piece.table.first(each)?);
                Ok(())
            }
        }
    }

    /// The file, and the first rows; `None` of a table to which no piece was added.
    pub fn end(mut self) -> Result<(File, Option<Table>), Problem> {
        if self.head.is_none() {
            self.file.append(&csv::head(&self.spec.columns.iter().collect::<Vec<_>>(), self.bom))?;
        }
        let rows = self.head.as_ref().map_or(0, Table::rows);
        let file = File { path: csv::path(self.spec), rows: Some(rows), written: self.file.finish()? };
        Ok((file, self.head.map(Table::grown)))
    }
}
