//! The literature behind the columns: each short source that a `Field` names, with what finds it in a library.

/// A publication.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// As the columns cite it: "Bouma 2009". Authors and year begin with it.
    pub short: &'static str,
    pub authors: &'static str,
    pub year: u16,
    pub title: &'static str,
    /// Journal with volume and issue, proceedings, or book with its publisher.
    pub venue: &'static str,
}

const fn reference(
    short: &'static str,
    authors: &'static str,
    year: u16,
    title: &'static str,
    venue: &'static str,
) -> Reference {
    Reference { short, authors, year, title, venue }
}

/// By short source, in byte order.
pub const REFERENCES: [Reference; 11] = [
    reference(
        "Bouma 2009",
        "Bouma, Gerlof",
        2009,
        "Normalized (pointwise) mutual information in collocation extraction",
        "Proceedings of the Biennial GSCL Conference 2009, 31–40",
    ),
    reference(
        "Broder 1997",
        "Broder, Andrei Z.",
        1997,
        "On the resemblance and containment of documents",
        "Proceedings of Compression and Complexity of Sequences 1997, 21–29",
    ),
    reference(
        "Church & Hanks 1990",
        "Church, Kenneth Ward & Hanks, Patrick",
        1990,
        "Word association norms, mutual information, and lexicography",
        "Computational Linguistics 16(1), 22–29",
    ),
    reference(
        "Church et al. 1991",
        "Church, Kenneth; Gale, William; Hanks, Patrick & Hindle, Donald",
        1991,
        "Using statistics in lexical analysis",
        "Uri Zernik (ed.), Lexical Acquisition: Exploiting On-Line Resources to Build a Lexicon, 115–164, Lawrence Erlbaum",
    ),
    reference(
        "Dunning 1993",
        "Dunning, Ted",
        1993,
        "Accurate methods for the statistics of surprise and coincidence",
        "Computational Linguistics 19(1), 61–74",
    ),
    reference(
        "Evert 2008",
        "Evert, Stefan",
        2008,
        "Corpora and collocations",
        "Anke Lüdeling & Merja Kytö (eds.), Corpus Linguistics: An International Handbook, Mouton de Gruyter",
    ),
    reference(
        "Gries 2008",
        "Gries, Stefan Th.",
        2008,
        "Dispersions and adjusted frequencies in corpora",
        "International Journal of Corpus Linguistics 13(4), 403–437",
    ),
    reference(
        "Gries 2013",
        "Gries, Stefan Th.",
        2013,
        "50-something years of work on collocations: what is or should be next …",
        "International Journal of Corpus Linguistics 18(1)",
    ),
    reference(
        "Lijffijt & Gries 2012",
        "Lijffijt, Jefrey & Gries, Stefan Th.",
        2012,
        "Correction to Stefan Th. Gries’ “Dispersions and adjusted frequencies in corpora”",
        "International Journal of Corpus Linguistics 17(1)",
    ),
    reference(
        "Rychlý 2008",
        "Rychlý, Pavel",
        2008,
        "A lexicographer-friendly association score",
        "Proceedings of Recent Advances in Slavonic Natural Language Processing (RASLAN) 2008",
    ),
    reference(
        "Spärck Jones 1972",
        "Spärck Jones, Karen",
        1972,
        "A statistical interpretation of term specificity and its application in retrieval",
        "Journal of Documentation 28(1), 11–21",
    ),
];

/// The publication that a short source names.
pub fn reference_of(short: &str) -> Option<&'static Reference> {
    REFERENCES.iter().find(|reference| reference.short == short)
}
