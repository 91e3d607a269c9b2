//! Common English words that somebody may take for a name.

use super::Words;

/// Words of everyday news that are names of persons, places or organizations too. Those of the stop list are not repeated here.
#[rustfmt::skip]
pub static ENGLISH_WORDS: Words = Words::of(&[
    "academy", "agency", "alliance", "amazon", "apple", "april", "army", "assembly", "august", "authority", "baker", "ball",
    "bank", "bath", "black", "block", "board", "bolt", "brook", "cabinet", "capital", "center", "central", "centre",
    "chairman", "chancellor", "chief", "church", "cloud", "coach", "colony", "commission", "committee", "commons",
    "company", "congress", "cook", "cork", "council", "court", "cross", "crown", "dawn", "day", "deal", "defence",
    "defense", "democracy", "director", "eagle", "east", "economist", "embassy", "emirates", "express", "faith",
    "federation", "field", "fleet", "force", "forces", "foreign", "fortune", "forum", "fox", "free", "freedom", "front",
    "fund", "gap", "general", "god", "government", "grace", "grant", "gray", "green", "guard", "guardian", "gulf",
    "headquarters", "herald", "holder", "hope", "house", "hunt", "independent", "institute", "interior", "island", "joy",
    "judge", "june", "justice", "lake", "law", "leader", "league", "liberty", "love", "mail", "major", "march", "marshal",
    "media", "meta", "mill", "minister", "ministry", "mirror", "mission", "mobile", "moon", "movement", "nation",
    "national", "nature", "navy", "news", "nice", "north", "observer", "oracle", "orange", "order", "page", "palace",
    "park", "parliament", "party", "patriot", "peace", "people", "pioneer", "police", "pool", "post", "power", "premier",
    "president", "press", "price", "prince", "pyramid", "queen", "reading", "red", "reform", "republic", "revolution",
    "rose", "sake", "school", "sea", "secretary", "security", "senate", "service", "shell", "silver", "sky", "smith",
    "snow", "south", "spark", "split", "spring", "standard", "star", "state", "stone", "strait", "street", "summer", "sun",
    "target", "telegraph", "time", "times", "treasury", "truth", "union", "unity", "university", "visa", "war", "white",
    "winter", "wood",
]);
