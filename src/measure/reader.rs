//! Pass one: what each article says, as numbers for written forms, and its mentions; texts are forgotten here.

use super::forms::{APOSTROPHE, BREAK, FIRST, Forms, SENTENCE};
use super::reading::{Page, Read};
use super::shelf::{Shelf, Shelved};
use super::signature::{Signature, shingles};
use super::spots::Spot;
use super::{details, spots, stream};
use crate::base::narrow::narrow;
use crate::base::packed::{Pack, Unpack};
use crate::config::dictionary::Form;
use crate::ingest::article::Article;
use crate::lex;
use crate::lex::stop::Rules;
use crate::lex::token::{Gap, Lexed};
use crate::link::alone::Alone;
use crate::link::mentions::Found;
use crate::link::opens::Beginnings;
use crate::link::tree::Part;
use crate::link::{Linker, Text, Tokens, hits, link};

/// The reader of one thread: its forms, and buffers that are filled again with each article.
pub struct Reader<'r> {
    rules: &'r Rules,
    linker: &'r Linker,
    thread: usize,
    forms: Forms,
    shelf: Shelf,
    lexed: Lexed,
    /// By token: its form.
    numbers: Vec<u32>,
    hashes: Vec<u64>,
    /// Tokens that may begin an alias.
    begins: Beginnings,
}

/// Where the next article of a page is.
#[derive(Default)]
pub struct Next {
    article: usize,
    unit: usize,
}

/// The tokens of an article, with the parts that an alias may have.
struct Parts<'t> {
    numbers: &'t [u32],
    forms: &'t Forms,
}

impl<'t> Tokens<'t> for Parts<'t> {
    fn parts(&self, at: usize) -> &'t [Part] {
        self.forms.parts(self.numbers[at])
    }
}

impl<'r> Reader<'r> {
    pub fn new(rules: &'r Rules, linker: &'r Linker, thread: usize) -> Self {
        Self {
            rules,
            linker,
            thread,
            forms: Forms::default(),
            shelf: Shelf::default(),
            lexed: Lexed::default(),
            numbers: Vec::new(),
            hashes: Vec::new(),
            begins: Beginnings::default(),
        }
    }

    /// What it met.
    pub fn finish(mut self) -> Forms {
        self.forms.settle();
        self.forms
    }

    /// An empty page for the next articles.
    pub fn page(&self) -> Page {
        Page::of(self.thread)
    }

    /// Adds an article to a page that is this reader's.
    pub fn read(&mut self, article: &Article, page: &mut Page) {
        lex::lex_into(&article.text, &mut self.lexed);
        let text = &article.text;
        self.numbers.clear();
        self.hashes.clear();
        self.begins.clear();
        self.numbers.reserve(self.lexed.tokens.len());
        self.hashes.reserve(self.lexed.tokens.len());
        let pairs = self.linker.tree.pairs();
        self.forms.meet(text, &self.lexed.tokens, self.rules, self.linker, |met| {
            self.begins.add(self.numbers.len(), met.opens, met.hash, pairs);
            self.numbers.push(met.number);
            self.hashes.push(met.hash);
        });
        let before = (page.stream.len(), page.spots.len());
        self.find(article, page.articles.len(), page);
        self.stream(&mut page.stream);
        page.signatures.extend(Signature::of(shingles(&self.hashes)).0);
        details::write(article, &mut page.details);
        page.outlets.push(article.meta.outlet.clone());
        let spots = &page.spots[before.1..];
        page.articles.push(Read {
            place: article.place,
            id: details::number(&article.id),
            date: article.meta.date,
            guessed: article.meta.encoding.is_some_and(|encoding| encoding.guessed),
            outlet: None,
            tokens: self.numbers.len() as u64,
            sentences: narrow(self.lexed.sentences.len()),
            mentions: mentions_of(spots),
            spots: narrow(spots.len()),
            stream: narrow(page.stream.len() - before.0),
        });
    }

    /// Notes where the names of the dictionary stand in the article that was added to a page last.
    pub fn note(&self, article: &Article, page: &Page, alone: &mut Alone<'r>) {
        let Some(number) = page.articles.len().checked_sub(1).map(narrow) else { return };
        let mentions = &page.found.mentions;
        let own = &mentions[mentions.partition_point(|mention| mention.article < number)..];
        let text = Text::new(&article.text, &self.lexed, number, article.meta.date);
        let tokens = Parts { numbers: &self.numbers, forms: &self.forms };
        alone.add(&hits(&text, self.begins.all(), &tokens, &self.linker.tree), &article.text, own);
    }

    /// The page that was packed, or `None` of anything else; its files are those from `first` on.
    pub fn unpack(&mut self, packed: Unpack<'_>, first: usize) -> Option<Page> {
        let shelved = Shelved::unpack(packed, first, self.thread)?;
        Some(shelved.tell(|written, kind, n| self.forms.take_in(written, kind, n, self.rules, self.linker)))
    }

    /// Appends a page that is this reader's; its mentions are packed apart (`shelf_found`).
    pub fn pack(&mut self, page: &Page, first: usize, pack: &mut Pack) {
        self.shelf.pack(page, &self.forms, first, pack);
    }

    /// Finds the mentions of the next article of a page that was unpacked; one in which no alias can begin is not even
    /// cut into tokens.
    ///
    /// False if it is another article.
    pub fn find_again(&mut self, article: &Article, next: &mut Next, page: &mut Page) -> bool {
        let Some(length) = page.articles.get(next.article).map(|read| read.stream as usize) else { return false };
        self.numbers.clear();
        self.begins.clear();
        let pairs = self.linker.tree.pairs();
        stream::numbers(&page.stream[next.unit..next.unit + length], |number| {
            if number >= FIRST {
                let form = self.forms.form(number);
                self.begins.add(self.numbers.len(), form.opens, form.hash, pairs);
                self.numbers.push(number);
            }
        });
        if !self.begins.all().is_empty() {
            lex::lex_into(&article.text, &mut self.lexed);
            if self.lexed.tokens.len() != self.numbers.len() {
                return false;
            }
            let before = page.spots.len();
            self.find(article, next.article, page);
            let (spots, read) = (&page.spots[before..], &mut page.articles[next.article]);
            (read.mentions, read.spots) = (mentions_of(spots), narrow(spots.len()));
        }
        *next = Next { article: next.article + 1, unit: next.unit + length };
        true
    }

    fn find(&self, article: &Article, number: usize, page: &mut Page) {
        if self.begins.all().is_empty() {
            return;
        }
        let Found { mentions, .. } = &page.found;
        let first = mentions.len();
        let text = Text::new(&article.text, &self.lexed, narrow(number), article.meta.date);
        let tokens = Parts { numbers: &self.numbers, forms: &self.forms };
        link(&text, self.begins.all(), &tokens, self.linker, &mut page.found);
        page.spots.extend(page.found.mentions[first..].iter().map(spots::of));
    }

    /// The forms of an article in order, with what separates them.
    fn stream(&self, into: &mut Vec<u16>) {
        into.reserve(self.numbers.len() + self.lexed.sentences.len() * 4);
        for sentence in &self.lexed.sentences {
            for (token, number) in self.lexed.tokens[sentence.indices()].iter().zip(&self.numbers[sentence.indices()]) {
                match token.gap {
                    Gap::First | Gap::Open => {}
                    Gap::Break => stream::push(into, BREAK),
                    Gap::Apostrophe => stream::push(into, APOSTROPHE),
                }
                stream::push(into, *number);
            }
            stream::push(into, SENTENCE);
        }
    }
}

fn mentions_of(spots: &[Spot]) -> u32 {
    narrow(spots.iter().filter(|spot| spots::form(**spot) != Form::Adjective).count())
}
