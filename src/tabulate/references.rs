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
pub const REFERENCES: [Reference; 30] = [
    reference(
        "Benjamini & Hochberg 1995",
        "Benjamini, Yoav & Hochberg, Yosef",
        1995,
        "Controlling the false discovery rate: a practical and powerful approach to multiple testing",
        "Journal of the Royal Statistical Society, Series B 57(1), 289–300",
    ),
    reference(
        "Blaheta & Johnson 2001",
        "Blaheta, Don & Johnson, Mark",
        2001,
        "Unsupervised learning of multi-word verbs",
        "Proceedings of the ACL/EACL 2001 Workshop on the Computational Extraction, Analysis and Exploitation of Collocations, 54–60",
    ),
    reference(
        "Bouma 2009",
        "Bouma, Gerlof",
        2009,
        "Normalized (pointwise) mutual information in collocation extraction",
        "Proceedings of the Biennial GSCL Conference 2009, 31–40",
    ),
    reference(
        "Brandes 2001",
        "Brandes, Ulrik",
        2001,
        "A faster algorithm for betweenness centrality",
        "Journal of Mathematical Sociology 25(2), 163–177",
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
        "Covington & McFall 2010",
        "Covington, Michael A. & McFall, Joe D.",
        2010,
        "Cutting the Gordian knot: the moving-average type–token ratio (MATTR)",
        "Journal of Quantitative Linguistics 17(2), 94–100",
    ),
    reference(
        "Daille 1994",
        "Daille, Béatrice",
        1994,
        "Approche mixte pour l’extraction automatique de terminologie: statistiques lexicales et filtres linguistiques",
        "PhD thesis, Université Paris 7",
    ),
    reference(
        "Dice 1945",
        "Dice, Lee R.",
        1945,
        "Measures of the amount of ecologic association between species",
        "Ecology 26(3), 297–302",
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
        "Evert 2022",
        "Evert, Stephanie",
        2022,
        "Measuring keyness",
        "Digital Humanities 2022: Conference Abstracts, Tokyo, 202–205",
    ),
    reference(
        "Freeman 1977",
        "Freeman, Linton C.",
        1977,
        "A set of measures of centrality based on betweenness",
        "Sociometry 40(1), 35–41",
    ),
    reference(
        "Fruchterman & Reingold 1991",
        "Fruchterman, Thomas M. J. & Reingold, Edward M.",
        1991,
        "Graph drawing by force-directed placement",
        "Software: Practice and Experience 21(11), 1129–1164",
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
        "Hardie 2014",
        "Hardie, Andrew",
        2014,
        "Log Ratio: an informal introduction",
        "ESRC Centre for Corpus Approaches to Social Science (CASS), Lancaster University",
    ),
    reference(
        "Juilland & Chang-Rodríguez 1964",
        "Juilland, Alphonse & Chang-Rodríguez, Eugenio",
        1964,
        "Frequency Dictionary of Spanish Words",
        "Mouton",
    ),
    reference("Kendall 1975", "Kendall, Maurice G.", 1975, "Rank Correlation Methods", "4th edition, Charles Griffin"),
    reference(
        "Kleinberg 2002",
        "Kleinberg, Jon",
        2002,
        "Bursty and hierarchical structure in streams",
        "Proceedings of the 8th ACM SIGKDD International Conference on Knowledge Discovery and Data Mining, 91–101",
    ),
    reference(
        "Lijffijt & Gries 2012",
        "Lijffijt, Jefrey & Gries, Stefan Th.",
        2012,
        "Correction to Stefan Th. Gries’ “Dispersions and adjusted frequencies in corpora”",
        "International Journal of Corpus Linguistics 17(1)",
    ),
    reference("Mann 1945", "Mann, Henry B.", 1945, "Nonparametric tests against trend", "Econometrica 13(3), 245–259"),
    reference(
        "McCarthy & Jarvis 2010",
        "McCarthy, Philip M. & Jarvis, Scott",
        2010,
        "MTLD, vocd-D, and HD-D: a validation study of sophisticated approaches to lexical diversity assessment",
        "Behavior Research Methods 42(2), 381–392",
    ),
    reference(
        "Rychlý 2008",
        "Rychlý, Pavel",
        2008,
        "A lexicographer-friendly association score",
        "Proceedings of Recent Advances in Slavonic Natural Language Processing (RASLAN) 2008",
    ),
    reference(
        "Sen 1968",
        "Sen, Pranab Kumar",
        1968,
        "Estimates of the regression coefficient based on Kendall’s tau",
        "Journal of the American Statistical Association 63(324), 1379–1389",
    ),
    reference(
        "Serrano et al. 2009",
        "Serrano, M. Ángeles; Boguñá, Marián & Vespignani, Alessandro",
        2009,
        "Extracting the multiscale backbone of complex weighted networks",
        "Proceedings of the National Academy of Sciences 106(16), 6483–6488",
    ),
    reference(
        "Spärck Jones 1972",
        "Spärck Jones, Karen",
        1972,
        "A statistical interpretation of term specificity and its application in retrieval",
        "Journal of Documentation 28(1), 11–21",
    ),
    reference(
        "Theil 1950",
        "Theil, Henri",
        1950,
        "A rank-invariant method of linear and polynomial regression analysis",
        "Proceedings of the Koninklijke Nederlandse Akademie van Wetenschappen 53, 386–392, 521–525, 1397–1412",
    ),
    reference(
        "Traag et al. 2019",
        "Traag, Vincent A.; Waltman, Ludo & van Eck, Nees Jan",
        2019,
        "From Louvain to Leiden: guaranteeing well-connected communities",
        "Scientific Reports 9, 5233",
    ),
];

/// The publication that a short source names.
pub fn reference_of(short: &str) -> Option<&'static Reference> {
    REFERENCES.iter().find(|reference| reference.short == short)
}
