//! The words that show whether the name of a capital is that of the government or of the city.

use super::Words;

/// Verbs that a government is the subject or the object of: saying, deciding, dealing with others. Those in -s, -ed and -ing are found too.
#[rustfmt::skip]
pub static VERBS: Words = Words::of(&[
    "abandon", "abstain", "accept", "accommodate", "accuse", "acknowledge", "acquire", "act", "add", "admit", "adopt",
    "agree", "aid", "aim", "alarm", "alienate", "allege", "allow", "amend", "anger", "announce", "annoy", "antagonise",
    "antagonize", "appear", "appease", "approve", "argue", "arm", "ask", "assail", "assert", "assist", "assure", "attempt",
    "avoid", "back", "balk", "ban", "became", "become", "began", "begin", "believe", "bind", "blame", "block", "boast",
    "bolster", "bow", "boycott", "break", "broke", "call", "cancel", "caution", "cede", "celebrate", "challenge", "choose",
    "chose", "chosen", "claim", "clash", "coerce", "collaborate", "comment", "commit", "compel", "compete", "complain",
    "comply", "concede", "conclude", "condemn", "confirm", "confront", "consider", "consult", "contend", "continue",
    "convince", "cooperate", "coordinate", "counter", "crave", "criticise", "criticize", "cut", "deal", "decide", "declare",
    "decline", "deepen", "defend", "defy", "delay", "deliver", "demand", "denounce", "denuclearise", "denuclearize", "deny",
    "depend", "depict", "deploy", "deprive", "describe", "desire", "deter", "develop", "dictate", "disagree", "discuss",
    "dismiss", "dispatch", "display", "dispute", "dominate", "drag", "draw", "drive", "driven", "drop", "echo", "embarrass",
    "embrace", "emphasise", "emphasize", "enable", "encourage", "end", "endorse", "engage", "enjoy", "ensure", "entitle",
    "envision", "escalate", "exchange", "exclude", "expand", "expect", "expel", "exploit", "explore", "export", "express",
    "extend", "face", "fail", "favor", "favour", "fear", "follow", "force", "foresee", "forge", "fund", "gain", "gave", "get",
    "give", "given", "grant", "grew", "grown", "hail", "halt", "held", "help", "hesitate", "hint", "hold", "hope", "host",
    "ignore", "import", "impose", "impress", "improve", "indicate", "influence", "inform", "infuriate", "insist", "intend",
    "intensify", "intervene", "invade", "invite", "irk", "irritate", "isolate", "join", "justify", "keep", "kept", "knew",
    "known", "label", "lack", "lash", "launch", "lean", "leave", "lecture", "led", "lend", "lift", "liken", "link", "lobby",
    "look", "loosen", "made", "maintain", "make", "manage", "mark", "mean", "meant", "mediate", "met", "mock", "modernise",
    "modernize", "moved", "mull", "need", "negotiate", "normalise", "normalize", "note", "object", "observe", "occupy",
    "offer", "oppose", "order", "outline", "owe", "own", "paid", "pay", "perceive", "permit", "persuade", "plan", "play",
    "pledge", "ponder", "portray", "postpone", "praise", "prefer", "prepare", "press", "pressure", "pretend", "prevent",
    "proceed", "proclaim", "produce", "promise", "propose", "protest", "prove", "provide", "provoke", "publish", "pull",
    "punish", "pursue", "push", "put", "question", "quit", "raise", "ran", "ratify", "react", "reaffirm", "reassure",
    "rebuff", "recall", "receive", "recognise", "recognize", "reconsider", "reduce", "reform", "refrain", "refuse", "regard",
    "reinforce", "reject", "release", "rely", "remain", "remind", "renew", "renounce", "reopen", "repay", "repeat", "reply",
    "report", "request", "require", "reserve", "resist", "resolve", "respond", "restore", "resume", "resupply", "retain",
    "retaliate", "return", "reveal", "revise", "reward", "rule", "rush", "said", "sanction", "saw", "say", "scold", "scorn",
    "scrap", "seal", "secure", "see", "seek", "seem", "sees", "seize", "sell", "send", "sent", "shift", "show", "shown",
    "shun", "side", "sign", "signal", "slam", "snub", "soften", "sought", "speak", "spend", "spent", "spoke", "sponsor",
    "squeeze", "stage", "start", "state", "stockpile", "stood", "stop", "strengthen", "stress", "strike", "struck", "submit",
    "subsidise", "subsidize", "suggest", "summon", "supply", "support", "surprise", "surrender", "suspect", "suspend", "sway",
    "swear", "take", "taken", "talk", "taunt", "tell", "test", "thank", "think", "thought", "threaten", "throw", "tighten",
    "told", "tolerate", "took", "tout", "trade", "transfer", "treat", "tried", "trust", "try", "turn", "undermine",
    "understand", "understood", "unleash", "unveil", "upset", "urge", "use", "value", "veto", "view", "violate", "voice",
    "vote", "vow", "wage", "wait", "want", "warn", "watch", "weigh", "welcome", "went", "wield", "win", "wish", "withdraw",
    "withdrawn", "withdrew", "withhold", "won", "worried", "worry", "write", "wrote", "yield",
]);

/// Words that make a subject of the name before them, whatever verb follows.
#[rustfmt::skip]
pub static AUXILIARIES: Words = Words::of(&[
    "can", "cannot", "could", "did", "do", "does", "had", "has", "have", "may", "might", "must", "should", "will", "would",
]);

/// Words between a subject and its verb.
#[rustfmt::skip]
pub static BETWEEN: Words = Words::of(&[
    "all", "already", "also", "always", "apparently", "both", "consistently", "continually", "currently", "eagerly", "even",
    "ever", "finally", "first", "formally", "frequently", "fully", "generally", "gradually", "had", "has", "have",
    "immediately", "initially", "instead", "itself", "just", "largely", "later", "long", "meanwhile", "merely", "never",
    "nevertheless", "no", "not", "now", "obviously", "officially", "often", "once", "only", "openly", "partly", "previously",
    "privately", "probably", "promptly", "publicly", "quickly", "quietly", "readily", "recently", "regularly", "repeatedly",
    "reportedly", "seldom", "simply", "since", "soon", "still", "strongly", "subsequently", "successfully", "suddenly",
    "then", "therefore", "thus", "today", "together", "too", "traditionally", "usually", "vehemently", "yesterday",
]);

/// Forms of to be: the name before them is a subject, of what follows them.
#[rustfmt::skip]
pub static BEING: Words = Words::of(&[
    "are", "be", "been", "being", "is", "was", "were",
]);

/// What a city is and no government.
#[rustfmt::skip]
pub static PLACE_STATES: Words = Words::of(&[
    "abuzz", "alive", "based", "besieged", "bombed", "built", "burning", "clean", "cloudy", "cold", "colder", "covered",
    "crowded", "dark", "deserted", "destroyed", "dry", "empty", "expensive", "flooded", "full", "hit", "home", "hot", "huge",
    "humid", "icy", "large", "located", "lovely", "modern", "noisy", "old", "packed", "polluted", "populated", "quiet",
    "rainy", "rebuilt", "safe", "shaken", "shelled", "situated", "small", "snowy", "struck", "sunny", "surrounded", "the",
    "uninhabitable", "warm", "warmer", "wet", "windy",
]);

/// Words before a place.
#[rustfmt::skip]
pub static AT: Words = Words::of(&[
    "across", "around", "at", "beside", "from", "in", "inside", "into", "leave", "leaving", "left", "near", "outside", "over",
    "reach", "reached", "reaching", "through", "throughout", "to", "toward", "towards", "via", "visit", "visited", "visiting",
    "within",
]);

/// Words before an actor as often as before a place.
#[rustfmt::skip]
pub static WITH: Words = Words::of(&[
    "against", "alienate", "between", "by", "despite", "or", "than", "unlike", "versus", "vs", "with", "without",
]);

/// What goes to, comes from or is turned on a government.
#[rustfmt::skip]
pub static RELATIONS: Words = Words::of(&[
    "access", "according", "aid", "aim", "aligned", "allegiance", "alliance", "allied", "allies", "ally", "ambassador",
    "anger", "answer", "apology", "appeal", "approach", "arms", "assent", "assistance", "assurances", "attitude", "backing",
    "benefit", "blow", "boost", "bow", "challenge", "challenges", "close", "closer", "commitment", "concern", "concession",
    "concessions", "condemnation", "control", "cooperation", "cost", "credit", "criticism", "damage", "debt", "defection",
    "deference", "defiance", "deliveries", "delivery", "demand", "demands", "dependence", "dependent", "distance", "envoy",
    "exports", "favor", "favour", "fealty", "friendly", "gift", "guarantee", "guarantees", "handed", "hands", "help", "hint",
    "hostile", "hostility", "indebted", "influence", "interests", "invitation", "leaning", "letter", "lifeline", "loan",
    "loans", "loyal", "loyalty", "message", "messages", "mission", "money", "note", "obligations", "offer", "offers",
    "opposition", "orders", "payments", "permission", "pledge", "policy", "pressure", "pressured", "promise", "promises",
    "proposal", "proposals", "protest", "protests", "pull", "rapprochement", "reaction", "reassurance", "rebuke",
    "recognition", "reliance", "request", "response", "rival", "sanctions", "setback", "shipments", "signal", "signals",
    "silence", "snub", "statement", "submission", "subordinate", "subservient", "subsidies", "superior", "supplies",
    "support", "supportive", "sympathetic", "sympathy", "technology", "thanks", "threat", "threats", "ties", "trade",
    "troops", "turn", "turned", "turning", "ultimatum", "unacceptable", "visible", "warning", "warnings", "weapons", "word",
    "worry",
]);

/// Before to, from, for or of it shows that a place follows.
#[rustfmt::skip]
pub static MOTION: Words = Words::of(&[
    "airport", "arrive", "arrived", "arriving", "bound", "bus", "capital", "center", "centre", "city", "depart", "departed",
    "downtown", "drive", "drove", "east", "embassy", "flew", "flight", "flights", "fly", "flying", "go", "goes", "going",
    "gone", "headed", "heading", "heart", "journey", "journeyed", "kilometers", "kilometres", "km", "land", "landed", "live",
    "lived", "lives", "living", "mayor", "miles", "move", "moved", "near", "north", "northeast", "northwest", "outskirts",
    "people", "plane", "railway", "resident", "residents", "return", "returned", "returning", "road", "route", "sail",
    "sailed", "south", "southeast", "southwest", "stay", "stayed", "streets", "suburb", "suburbs", "summit", "take", "took",
    "train", "trains", "travel", "traveled", "traveling", "travelled", "travelling", "trip", "trips", "university", "visit",
    "walked", "way", "went", "west",
]);

/// What belongs to a city and not to a government: "Moscow's streets".
#[rustfmt::skip]
pub static POSSESSED_PLACE: Words = Words::of(&[
    "airport", "airports", "airspace", "architecture", "avenue", "avenues", "bar", "bars", "beach", "boroughs", "bridge",
    "bridges", "cafes", "cathedral", "cathedrals", "center", "central", "centre", "church", "churches", "climate", "clubs",
    "district", "districts", "downtown", "east", "fashion", "football", "garden", "gardens", "gates", "hospital", "hospitals",
    "hotel", "hotels", "inhabitants", "landmark", "landmarks", "libraries", "main", "map", "mayor", "metro", "monuments",
    "museum", "museums", "neighborhoods", "neighbourhoods", "nightlife", "north", "old", "outskirts", "palace", "palaces",
    "park", "parks", "population", "port", "prison", "prisons", "railway", "residents", "restaurant", "restaurants", "river",
    "roads", "schools", "shops", "skyline", "skyscrapers", "south", "square", "squares", "stadium", "stadiums", "station",
    "stations", "street", "streets", "suburb", "suburbs", "subway", "theatre", "theatres", "tower", "towers", "traffic",
    "transport", "underground", "universities", "university", "wall", "walls", "waterfront", "weather", "west", "winter",
    "zoo",
]);

/// What stands behind a capital's name as an adjective and makes a government of it: "Moscow officials".
#[rustfmt::skip]
pub static POSSESSED_BY_GOVERNMENT: Words = Words::of(&[
    "administration", "agenda", "agreement", "agreements", "alliance", "allies", "ally", "ambassador", "ambassadors",
    "ambition", "ambitions", "apparatchik", "apparatchiks", "army", "attitude", "authorities", "axis", "backers",
    "bureaucrats", "cabinet", "capacity", "charge", "claim", "claims", "commitment", "confrontation", "cooperation",
    "criticism", "decision", "decisions", "defector", "defectors", "delegation", "demand", "demands", "dialogue", "diplomacy",
    "diplomat", "diplomats", "effort", "efforts", "elite", "envoy", "envoys", "establishment", "expert", "experts", "forces",
    "foreign", "goals", "government", "hardliners", "ideologue", "ideologues", "influence", "insiders", "intelligence",
    "intention", "intentions", "interests", "leaders", "leadership", "line", "lobbying", "loyalist", "loyalists", "military",
    "ministries", "ministry", "mission", "missions", "negotiations", "negotiator", "negotiators", "nuclear", "offer",
    "offers", "officers", "official", "officials", "pact", "partnership", "plan", "plans", "policies", "policy",
    "policymakers", "politicians", "position", "positions", "power", "pressure", "propaganda", "proposal", "proposals",
    "rapprochement", "reaction", "regime", "regimes", "relations", "relationship", "representative", "representatives",
    "response", "rhetoric", "rivalry", "role", "rule", "rulers", "sanctions", "side", "sources", "spies", "spokesman",
    "spokesperson", "spokeswoman", "stance", "statement", "statements", "strategists", "strategy", "support", "threats",
    "ties", "tradition", "treaty", "troops", "view", "views", "warning",
]);

/// Verbs whose receiver is a government: "sold drones to Moscow".
#[rustfmt::skip]
pub static GIVING: Words = Words::of(&[
    "concede", "deliver", "export", "give", "grant", "lend", "offer", "pay", "provide", "sell", "send", "supply", "transfer",
]);

/// What is turned on a place when "on" follows.
#[rustfmt::skip]
pub static ATTACKS: Words = Words::of(&["advance", "assault", "attack", "attacks", "fired", "march", "marched", "strike", "strikes"]);

/// Words beside which a capital is a government: "ally Washington".
#[rustfmt::skip]
pub static PARTNERS: Words = Words::of(&[
    "adversaries", "adversary", "allies", "ally", "backer", "enemy", "foe", "neighbor", "neighbour", "opponent", "partner",
    "patron", "rival",
]);

/// Offices of a city or a state of a country, not of its government.
#[rustfmt::skip]
pub static LOCAL: Words = Words::of(&[
    "bishop", "chief", "governor", "judge", "mayor", "prosecutor", "senator",
]);
