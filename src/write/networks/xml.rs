//! XML 1.0 as text: elements with attributes, whose every value is escaped.

use std::fmt::{Display, Write};

/// A document that grows.
pub struct Xml {
    text: String,
    open: Vec<&'static str>,
}

/// A name and its value.
pub type Attribute<'a> = (&'static str, &'a dyn Display);

impl Xml {
    pub fn new() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() }
    }

    /// Begins an element that others go into.
    pub fn begin(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.tag(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// Ends the element that was begun last.
    pub fn end(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push_str(">\n");
        }
    }

    /// An element without content.
    pub fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.tag(name, attributes);
        self.text.push_str("/>\n");
    }

    /// An element with text alone.
    pub fn text(&mut self, name: &'static str, attributes: &[Attribute<'_>], content: &dyn Display) {
        self.tag(name, attributes);
        self.text.push('>');
        self.escaped(content);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push_str(">\n");
    }

    /// The document, with all its elements ended.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.end();
        }
        self.text
    }

    fn tag(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.indent();
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.escaped(value);
            self.text.push('"');
        }
    }

    fn indent(&mut self) {
        self.open.iter().for_each(|_| self.text.push_str("  "));
    }

    fn escaped(&mut self, value: &dyn Display) {
        // Writing to a String never fails.
        let _ = write!(Escaped(&mut self.text), "{value}");
    }
}

struct Escaped<'a>(&'a mut String);

impl Write for Escaped<'_> {
    fn write_str(&mut self, value: &str) -> std::fmt::Result {
        for c in value.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // As they are, a parser would make spaces or line feeds of them.
                '\t' => self.0.push_str("&#9;"),
                '\n' => self.0.push_str("&#10;"),
                '\r' => self.0.push_str("&#13;"),
                c => self.0.push(allowed(c)),
            }
        }
        Ok(())
    }
}

/// What stands for a character: where XML 1.0 forbids it, even escaped, its picture (U+2400 and on), so that two texts that differ
/// in it still do, or the replacement character.
pub fn allowed(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' => c,
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'),
        '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn elements_stand_in_each_other_and_values_are_escaped() {
        let mut xml = Xml::new();
        xml.begin("a", &[("b", &"<\"&'>\n\u{1}\u{FFFE}")]);
        xml.empty("c", &[("d", &1), ("e", &0.5)]);
        xml.text("f", &[], &"]]> & <x>");
        assert_eq!(
            xml.finish(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&lt;&quot;&amp;'&gt;&#10;\u{2401}\u{FFFD}\">\n  \
             <c d=\"1\" e=\"0.5\"/>\n  <f>]]&gt; &amp; &lt;x&gt;</f>\n</a>\n"
        );
    }
}
