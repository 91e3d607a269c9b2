//! News-like text from a seed, the same on every machine: Zipf-distributed words with a growing vocabulary, names of the
//! dictionary, sentences and articles as long as in real news.

/// Articles of together at least `bytes` bytes.
pub fn texts(bytes: usize, names: &[String]) -> Vec<String> {
    let mut random = Random(0x6e65_7773_6761_7567);
    let mut texts = Vec::new();
    let mut size = 0;
    while size < bytes {
        let text = article(&mut random, names);
        size += text.len();
        texts.push(text);
    }
    texts
}

/// 8 to 40 sentences in paragraphs of three, about 2,500 bytes: what wire reports have.
fn article(random: &mut Random, names: &[String]) -> String {
    let sentences = 8 + random.below(33);
    let mut text = String::new();
    for number in 0..sentences {
        sentence(random, names, &mut text);
        text.push_str(if number % 3 == 2 { "\n\n" } else { " " });
    }
    text
}

/// 8 to 34 words; every ninth place is a name, every twentieth a number, every twelfth word ends with a comma.
fn sentence(random: &mut Random, names: &[String], text: &mut String) {
    let words = 8 + random.below(27);
    for place in 0..words {
        let start = text.len();
        match random.below(180) {
            0..20 => text.push_str(&names[random.zipf(names.len())]),
            20..30 => text.push_str(&(1900 + random.below(3000)).to_string()),
            30..33 => text.push_str("the U.S."),
            33..90 => text.push_str(FUNCTION_WORDS[random.zipf(FUNCTION_WORDS.len())]),
            _ => content_word(random, text),
        }
        if place == 0 {
            capitalise(text, start);
        }
        let end = if place + 1 == words {
            "."
        } else if random.below(12) == 0 {
            ", "
        } else {
            " "
        };
        text.push_str(end);
    }
}

/// A made-up word that is the same for the same rank; ranks reach so far that new words keep coming (Heaps' law).
fn content_word(random: &mut Random, text: &mut String) {
    let mut rank = random.zipf(2_000_000) + 1;
    while rank > 0 {
        text.push_str(SYLLABLES[rank % SYLLABLES.len()]);
        rank /= SYLLABLES.len();
    }
    text.push_str(ENDINGS[random.below(ENDINGS.len())]);
}

fn capitalise(text: &mut String, start: usize) {
    if let Some(first) = text[start..].chars().next().filter(char::is_ascii_lowercase) {
        text.replace_range(start..=start, &first.to_ascii_uppercase().to_string());
    }
}

const SYLLABLES: [&str; 24] = [
    "ra", "ten", "mi", "sor", "ka", "lun", "pe", "dri", "von", "sta", "el", "gri", "mo", "thi", "bar", "nes", "co",
    "fal", "ju", "win", "ter", "qua", "zo", "hem",
];
const ENDINGS: [&str; 8] = ["", "", "s", "ing", "ed", "er", "ation", "al"];
const FUNCTION_WORDS: [&str; 24] = [
    "the", "of", "and", "to", "in", "a", "that", "for", "on", "with", "as", "was", "is", "by", "at", "from", "it",
    "has", "said", "be", "its", "which", "have", "not",
];

/// SplitMix64 (Steele, Lea & Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `n`.
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    /// A rank below `n` with probability about 1 / (rank + 1): the inverse of the logarithm that sums them.
    fn zipf(&mut self, n: usize) -> usize {
        let share = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        let rank = ((n as f64 + 1.0).ln() * share).exp() - 1.0;
        (rank as usize).min(n - 1)
    }
}
