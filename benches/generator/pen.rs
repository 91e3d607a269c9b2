//! Writing word after word: the spaces and the count of tokens.

pub struct Pen {
    pub text: String,
    /// Words and numbers of the sentence so far.
    pub tokens: u64,
    /// The next word follows without a space.
    joined: bool,
}

impl Pen {
    pub fn new() -> Self {
        Self { text: String::new(), tokens: 0, joined: true }
    }

    /// The text with the next word's space before its end; the caller writes the word.
    pub fn begin(&mut self) -> &mut String {
        if !std::mem::take(&mut self.joined) {
            self.text.push(' ');
        }
        self.tokens += 1;
        &mut self.text
    }

    pub fn word(&mut self, word: &str) {
        self.begin().push_str(word);
    }

    /// What stands before a word: a quotation mark, a parenthesis.
    pub fn open(&mut self, mark: &str) {
        if !self.joined {
            self.text.push(' ');
        }
        self.text.push_str(mark);
        self.joined = true;
    }

    /// What stands behind a word.
    pub fn close(&mut self, mark: &str) {
        self.text.push_str(mark);
    }

    /// The break between paragraphs: no space follows.
    pub fn join(&mut self, mark: &str) {
        self.text.push_str(mark);
        self.joined = true;
    }
}
