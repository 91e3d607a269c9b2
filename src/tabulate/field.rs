//! One column of a table, said part by part: what the methods page, the report's tooltips and the README's test are made of.

/// A column: its name, what a cell means, and how the number in it was made. A part that does not apply is "".
///
/// Formulas are Unicode text that reads as it stands (Σ, ·, √, −, ≤), with columns of the table by their names.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    pub meaning: &'static str,
    pub formula: &'static str,
    /// The base of its logarithm: "2", "e".
    pub base: &'static str,
    /// What is counted, or what the number is measured in: "articles", "bits".
    pub unit: &'static str,
    /// N, what the number is set against: "N = n_units".
    pub of: &'static str,
    /// The correction for small counts or many tests; "none" where one is usual and none is made.
    pub correction: &'static str,
    /// When a cell is empty: "where every unit has both".
    pub empty: &'static str,
    /// Short sources, as `sources` lists them: "Gries 2008; Lijffijt & Gries 2012".
    pub source: &'static str,
    /// Whether a cell is a chance, which can be very small and means something yet: it is written with all its digits.
    pub is_chance: bool,
}

/// A column that needs no more than a sentence; the parts follow by the methods of their names.
pub const fn field(name: &'static str, meaning: &'static str) -> Field {
    Field {
        name,
        meaning,
        formula: "",
        base: "",
        unit: "",
        of: "",
        correction: "",
        empty: "",
        source: "",
        is_chance: false,
    }
}

impl Field {
    pub const fn formula(self, formula: &'static str) -> Self {
        Self { formula, ..self }
    }

    pub const fn base(self, base: &'static str) -> Self {
        Self { base, ..self }
    }

    pub const fn unit(self, unit: &'static str) -> Self {
        Self { unit, ..self }
    }

    pub const fn of(self, of: &'static str) -> Self {
        Self { of, ..self }
    }

    pub const fn correction(self, correction: &'static str) -> Self {
        Self { correction, ..self }
    }

    pub const fn empty(self, empty: &'static str) -> Self {
        Self { empty, ..self }
    }

    pub const fn source(self, source: &'static str) -> Self {
        Self { source, ..self }
    }

    pub const fn chance(self) -> Self {
        Self { is_chance: true, ..self }
    }

    /// The short sources one by one.
    pub fn sources(&self) -> impl Iterator<Item = &'static str> {
        self.source.split("; ").filter(|source| !source.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use crate::tabulate::SPECS;

    #[test]
    fn the_columns_that_are_chances_are_written_as_such() {
        let columns = SPECS.into_iter().flat_map(|spec| spec.columns.iter().map(|field| (spec.name, field)));
        let chances: Vec<String> = columns
            .filter(|(_, field)| field.is_chance)
            .map(|(table, field)| format!("{table}.{}", field.name))
            .collect();
        let known = [
            "keyness.p",
            "keyness.q",
            "term_network_edges.alpha",
            "actor_network_edges.alpha",
            "changes.p",
            "changes.q",
        ];
        assert_eq!(chances, known);
    }
}
