//! The shipped letters: their sizes on a chart, and how wide a text is in them.

use plotters::style::{FontDesc, FontFamily, FontStyle, register_font};
use std::sync::OnceLock;

/// A size and weight of the one typeface.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    /// Pixels of one em.
    pub size: i32,
    pub bold: bool,
}

pub const TITLE: Face = Face { size: 20, bold: true };
pub const LABEL: Face = Face { size: 13, bold: false };
pub const SMALL: Face = Face { size: 12, bold: false };

/// A CSS list, since plotters writes it into the SVG as it is: a browser without Noto Sans takes the next one.
pub const FAMILY: &str = "Noto Sans, Helvetica, Arial, sans-serif";
pub const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf");
pub const BOLD: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Bold.ttf");

/// Room for a browser that shows the next font of the list, which may run wider.
const SLACK: f64 = 1.04;
/// plotters scales a font so that its height (1.069 + 0.293 em here) is the size asked for;
/// at this size one em is a thousand pixels, and a width comes back in thousandths of an em.
const THOUSAND_PER_EM: f64 = 1362.0;

impl Face {
    pub const fn plain(size: i32) -> Face {
        Face { size, bold: false }
    }

    /// Pixels from one line of a paragraph to the next.
    pub fn leading(self) -> i32 {
        (f64::from(self.size) * 1.25).round() as i32
    }

    /// The same where paragraphs stand close side by side, so that lines of one are nearer to each other than to the next.
    pub fn tight(self) -> i32 {
        (f64::from(self.size) * 1.1).round() as i32
    }

    /// Pixels that `text` takes at most, rounded up.
    pub fn width(self, text: &str) -> i32 {
        text.chars().map(|c| self.advance(c)).sum::<f64>().ceil() as i32
    }

    /// Pixels that one character takes. Kerning is left out: it mostly pulls letters together.
    pub fn advance(self, c: char) -> f64 {
        let ems = match c {
            _ if is_shipped(c) => f64::from(thousandths(c, self.bold)) / 1000.0,
            '\u{1F000}'.. => 1.3,
            _ => 1.0,
        };
        ems * f64::from(self.size) * SLACK
    }
}

/// Latin, Greek, Cyrillic and general punctuation; other scripts come from an installed font of unknown width.
fn is_shipped(c: char) -> bool {
    matches!(c, '\0'..='\u{52F}' | '\u{1D00}'..='\u{20BF}' | '\u{20F0}'..='\u{215F}')
}

fn thousandths(c: char, bold: bool) -> i32 {
    static FACES: OnceLock<[FontDesc<'static>; 2]> = OnceLock::new();
    let faces = FACES.get_or_init(|| [load(FontStyle::Normal, REGULAR), load(FontStyle::Bold, BOLD)]);
    let measured = faces[usize::from(bold)].layout_box(c.encode_utf8(&mut [0; 4]));
    measured.map_or(1000, |(_, (width, _))| width)
}

fn load(style: FontStyle, bytes: &'static [u8]) -> FontDesc<'static> {
    // A font that cannot be read makes every measurement an error, and `thousandths` then assumes one em.
    let _ = register_font(FAMILY, style, bytes);
    FontDesc::new(FontFamily::Name(FAMILY), THOUSAND_PER_EM, style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font_file_with_slack() {
        // "0" is 572 units of 1000 wide in Noto Sans Regular and Bold alike.
        assert_eq!(thousandths('0', false), 572);
        assert_eq!(Face::plain(100).width("00"), (2.0 * 57.2 * SLACK_IN_TEST).ceil() as i32);
        assert!(TITLE.width("minimum") > Face::plain(20).width("minimum"));
    }

    const SLACK_IN_TEST: f64 = 1.04;

    #[test]
    fn scripts_that_the_font_lacks_count_one_em_each() {
        assert_eq!(Face::plain(100).width("国务"), 208);
    }
}
