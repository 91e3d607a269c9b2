//! The dictionary compiled: the tree of all written forms, and what rules ask of actors, offices and bodies.

use rustc_hash::{FxHashMap, FxHashSet};

use super::facts::{Post, Who};
use super::patterns::{BODIES, Pattern};
use super::sorts::Sorts;
use super::spelling::{bare, capitalised, case, last, possessives, pronounced, slug, spellings};
use super::tree::{Case, End, Means, Tree, cut};
use super::variants::{self, Name, Sets, variants};
use super::vocabulary::{FUNCTION, known};
use crate::base::narrow::narrow;
use crate::config::dictionary::{Alias, Dictionary, Form, Kind};
use crate::lex::normal::normal;

/// Everything that linking needs of a dictionary.
pub struct Linker {
    pub tree: Tree,
    pub(super) actors: Vec<Who>,
    pub(super) offices: Vec<Post>,
    /// By title: the offices that are called so.
    pub(super) titles: Vec<Vec<u32>>,
    pub(super) bodies: Vec<Body>,
    /// By actor: the offices whose holder is its head.
    pub(super) led: FxHashMap<u32, Vec<u32>>,
    /// First names of persons, in small letters.
    pub(super) given: FxHashSet<String>,
}

/// A body of a state or a party.
pub(super) struct Body {
    pub id: String,
    pub name: String,
    pub pattern: Pattern,
}

impl Linker {
    /// One that finds nothing.
    pub fn none() -> Self {
        Self::new(&Dictionary::default())
    }

    pub fn new(dictionary: &Dictionary) -> Self {
        let ids: FxHashMap<&str, u32> =
            (0..).zip(&dictionary.actors).map(|(at, actor)| (actor.id.as_str(), at)).collect();
        let mut linker = Self {
            tree: Tree::default(),
            actors: dictionary.actors.iter().map(|actor| Who::of(actor, &ids)).collect(),
            offices: dictionary.offices.iter().map(|office| Post::of(office, &ids)).collect(),
            titles: Vec::new(),
            bodies: Vec::new(),
            led: FxHashMap::default(),
            given: FxHashSet::default(),
        };
        linker.seats(dictionary, &ids);
        let possessives = possessives(dictionary);
        for (at, actor) in (0..).zip(&dictionary.actors) {
            actor.aliases.iter().for_each(|alias| linker.add_alias(at, actor.kind, alias, &possessives));
        }
        linker.derive(dictionary);
        if !dictionary.actors.is_empty() {
            let nobody = dictionary.nobody.iter().flat_map(|phrase| spellings(phrase));
            nobody.for_each(|phrase| linker.tree.add(&phrase, Case::Capital, Means::Nobody));
            linker.tree.add("delegation", Case::Any, Means::Delegation);
        }
        linker.add_bodies(dictionary);
        linker.add_offices(dictionary);
        let of_actor = |(at, actor): (u32, &Who)| {
            let person = if actor.kind == Kind::Person { Sorts::PERSON } else { Sorts::default() };
            person.and(if linker.led.contains_key(&at) { Sorts::LED } else { Sorts::default() })
        };
        let of_actor = (0..).zip(&linker.actors).map(of_actor).collect();
        linker.tree.finish(of_actor);
        linker
    }

    /// The actor of the dictionary with an id.
    pub(super) fn with_id(&self, id: &str) -> Option<u32> {
        // The dictionary is sorted by id.
        self.actors.binary_search_by(|actor| (*actor.id).cmp(id)).ok().map(narrow)
    }

    fn seats(&mut self, dictionary: &Dictionary, ids: &FxHashMap<&str, u32>) {
        for (state, actor) in (0..).zip(&dictionary.actors) {
            for seat in actor.capital.iter().chain(&actor.seats) {
                if let Some(place) = ids.get(seat.as_str()) {
                    self.actors[*place as usize].seat_of = Some(state);
                }
            }
        }
    }

    fn add_alias(&mut self, actor: u32, kind: Kind, alias: &Alias, possessives: &FxHashSet<String>) {
        let Alias { text, form, strong } = alias;
        let (form, mut strong) = (*form, *strong);
        let mut name = bare(text);
        let required = name.len() < text.len() && !strong;
        // "Russia's Security Council" holds a mention of Russia and the short name of a body.
        if kind == Kind::Organization
            && let Some((state, rest)) = name.split_once("'s ").or_else(|| name.split_once("’s "))
            && possessives.contains(state)
        {
            (name, strong) = (rest, false);
        }
        if form == Form::Abbr && pronounced(name) {
            let means = Means::Actor { actor, form, strong, made: true };
            self.tree.add(&capitalised(name), Case::Exact, means);
        }
        for name in spellings(name) {
            let means = Means::Actor { actor, form, strong, made: false };
            let case = case(kind, form, strong, &name);
            if required { self.tree.add_behind_the(&name, case, means) } else { self.tree.add(&name, case, means) }
        }
    }

    /// The variants of all persons' names, when all given names are known: what is given goes before what is derived.
    fn derive(&mut self, dictionary: &Dictionary) {
        let sets = Sets::of(&dictionary.transliterations);
        for (at, person) in (0..).zip(&dictionary.actors).filter(|(_, actor)| actor.kind == Kind::Person) {
            let state = self.actors[at as usize].state;
            let surname_first = state.is_some_and(|state| dictionary.actors[state as usize].surname_first);
            let full = |alias: &&Alias| alias.strong && alias.form == Form::Name;
            for alias in person.aliases.iter().filter(full) {
                let name = Name { text: &alias.text, surname_first, surname: person.surname.as_deref() };
                if let (false, Some(first)) = (surname_first, alias.text.split(' ').next()) {
                    self.given.insert(first.to_lowercase());
                }
                for variant in variants(&name, &sets) {
                    self.add_variant(at, variant);
                }
            }
        }
    }

    fn add_variant(&mut self, actor: u32, variant: variants::Variant) {
        let own = |end: &&End| end.actor() == Some(actor);
        let surname = variant.text.rsplit(' ').next().unwrap_or("");
        let is_strong = |means: Means| matches!(means, Means::Actor { strong: true, .. });
        let (form, strong) = match variant.kind {
            variants::Kind::Full => (Form::Name, true),
            // Initials say no more than the surname.
            variants::Kind::Initials => {
                (Form::Name, self.tree.find(surname).iter().filter(own).any(|end| is_strong(end.means)))
            }
            variants::Kind::Surname | variants::Kind::Patronymic => (Form::Short, false),
        };
        let words = cut(&variant.text);
        let taken = self.tree.find_cut(&words).iter().any(|end| !own(&end) && is_strong(end.means));
        let common = !variant.text.contains(' ') && (known(&FUNCTION, &variant.text) || variant.text.len() < 2);
        if common || (strong && taken) {
            return;
        }
        let means = Means::Actor { actor, form, strong, made: true };
        self.tree.add_cut(&words, case(Kind::Person, form, strong, &variant.text), means);
    }

    fn add_bodies(&mut self, dictionary: &Dictionary) {
        let mut known: FxHashSet<String> = FxHashSet::default();
        for (names, pattern) in BODIES {
            let number = self.body(names[0], pattern);
            for name in names {
                known.insert(normal(name));
                self.tree.add(name, Case::Capital, Means::Body(number));
            }
        }
        // Of those that only offices know a single word is no pattern: "US state".
        let bodies = dictionary.offices.iter().flat_map(|office| &office.bodies).flat_map(|body| spellings(body));
        for body in bodies.filter(|body| body.contains(' ')) {
            if known.insert(normal(&body)) {
                let number = self.body(&body, Pattern::OfState);
                self.tree.add(&body, Case::Capital, Means::Body(number));
            }
        }
    }

    fn body(&mut self, name: &str, pattern: Pattern) -> u32 {
        self.bodies.push(Body { id: slug(name), name: name.to_owned(), pattern });
        narrow(self.bodies.len() - 1)
    }

    fn add_offices(&mut self, dictionary: &Dictionary) {
        let mut numbers: FxHashMap<(String, bool), u32> = FxHashMap::default();
        for (at, office) in (0..).zip(&dictionary.offices) {
            for alias in &office.aliases {
                self.tree.add(bare(alias), Case::Any, Means::Office(at));
            }
            let of = &dictionary.actors[self.offices[at as usize].of as usize];
            if office.titles.iter().any(|title| title == "head of state") {
                for adjective in of.aliases.iter().filter(|alias| alias.form == Form::Adjective) {
                    self.tree.add(&format!("head of the {} state", adjective.text), Case::Any, Means::Office(at));
                }
            }
            for title in office.titles.iter().flat_map(|title| spellings(title)) {
                let last = last(&title).to_owned();
                let whole = last == title;
                self.add_title(title, false, at, &mut numbers);
                if !whole {
                    self.add_title(last, true, at, &mut numbers);
                }
            }
            for body in &office.bodies {
                for name in of.aliases.iter().filter(|alias| alias.strong) {
                    for text in [format!("{} {body}", name.text), format!("{body} of {}", name.text)] {
                        let actor = self.tree.find(&text).iter().find_map(End::actor);
                        if let Some(actor) = actor {
                            let led = self.led.entry(actor).or_default();
                            if !led.contains(&at) {
                                led.push(at);
                            }
                        }
                    }
                }
            }
        }
    }

    fn add_title(&mut self, title: String, last: bool, office: u32, numbers: &mut FxHashMap<(String, bool), u32>) {
        let number = *numbers.entry((normal(&title), last)).or_insert_with(|| {
            self.titles.push(Vec::new());
            narrow(self.titles.len() - 1)
        });
        let offices = &mut self.titles[number as usize];
        if !offices.contains(&office) {
            offices.push(office);
        }
        self.tree.add(&title, Case::Any, Means::Title { title: number, last });
    }

    /// The strong aliases that several actors claim, with the ids of those, in order.
    pub fn shared(&self) -> Vec<(String, Vec<String>)> {
        let mut shared = Vec::new();
        for ends in self.tree.all() {
            let strong = ends.iter().filter(|end| matches!(end.means, Means::Actor { strong: true, made: false, .. }));
            let mut actors: Vec<u32> = strong.clone().filter_map(End::actor).collect();
            actors.sort_unstable();
            actors.dedup();
            if let (Some(first), true) = (strong.clone().next(), actors.len() > 1) {
                let ids = actors.iter().map(|actor| self.actors[*actor as usize].id.to_string());
                shared.push((first.written.to_string(), ids.collect()));
            }
        }
        shared.sort();
        shared
    }
}
