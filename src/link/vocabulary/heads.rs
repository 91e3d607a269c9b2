//! The words of a name that say what it names.

use super::Words;

/// Of a body of people: "Unification Ministry".
#[rustfmt::skip]
pub static BODIES_OF_PEOPLE: Words = Words::of(&[
    "academy", "administration", "agency", "airlines", "airways", "alliance", "army", "assembly", "association",
    "authority", "bank", "battalion", "board", "brigade", "bureau", "cabinet", "center", "centre", "chamber", "church",
    "club", "co", "coalition", "college", "command", "commission", "committee", "community", "company", "confederation",
    "conference", "congress", "consortium", "corp", "corporation", "corps", "council", "court", "department", "directorate",
    "exchange", "federation", "fleet", "force", "forces", "forum", "foundation", "front", "fund", "government", "group",
    "guard", "holdings", "inc", "industries", "institute", "league", "ltd", "ministry", "mission", "motors", "movement",
    "network", "office", "organisation", "organization", "parliament", "party", "police", "press", "regiment", "school",
    "senate", "service", "services", "society", "staff", "times", "trust", "union", "university", "watch",
]);

/// Of a stretch of land or water, or of a building: "Amur Region".
#[rustfmt::skip]
pub static LANDS: Words = Words::of(&[
    "airport", "avenue", "base", "basin", "bay", "bridge", "canal", "cape", "city", "coast", "county", "desert", "district",
    "gulf", "harbor", "harbour", "hill", "hills", "island", "islands", "krai", "lake", "mountain", "mountains", "oblast",
    "ocean", "palace", "park", "peninsula", "port", "prefecture", "province", "region", "river", "road", "sea", "square",
    "station", "strait", "street", "town", "valley", "village",
]);

/// Adjectives of more lands than one, of languages and systems, and words of faith: they name nobody who acts.
#[rustfmt::skip]
pub static REGIONAL: Words = Words::of(&[
    "african", "afro-asian", "allah", "american", "arab", "arabic", "asian", "atlantic", "balkan", "baltic", "bible",
    "buddhist", "caribbean", "catholic", "christ", "christian", "christmas", "communist", "easter", "eastern", "english",
    "european", "god", "hindu", "islam", "islamic", "islamist", "jew", "jewish", "koran", "latin", "mediterranean",
    "muslim", "nazi", "nordic", "northern", "orthodox", "people", "quran", "ramadan", "scandinavian", "slavic", "southern", "soviet",
    "western", "westerner", "zionist",
]);

/// Acronyms of things that nobody takes for an actor.
#[rustfmt::skip]
pub static THINGS: Words = Words::of(&[
    "aids", "am", "asap", "atm", "cd", "ceo", "cet", "cfo", "cv", "diy", "dna", "dvd", "edt", "est", "faq", "fy", "gdp",
    "gmt", "gnp", "gps", "hiv", "id", "iq", "ok", "pc", "pcs", "pdf", "pm", "pv", "sms", "suv", "tv", "tvs", "usb", "utc",
    "vat", "vip", "www",
]);

/// The points of the compass.
pub static WAYS: Words = Words::of(&["east", "north", "south", "west"]);
