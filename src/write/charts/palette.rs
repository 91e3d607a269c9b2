//! The colours: text and rules, the series, and the ramp from low to high.

use plotters::style::RGBColor;

pub type Color = RGBColor;

pub const WHITE: Color = RGBColor(255, 255, 255);
pub const INK: Color = RGBColor(33, 33, 33);
pub const GREY: Color = RGBColor(89, 89, 89);
pub const AXIS: Color = RGBColor(120, 120, 120);
pub const RULE: Color = RGBColor(226, 226, 226);
/// The letters of a zero: they can be read, but the eye finds the other numbers first.
pub const FAINT: Color = RGBColor(112, 112, 112);
/// A cell without a value.
pub const UNSEEN: Color = RGBColor(242, 242, 242);
pub const LEADER: Color = RGBColor(206, 206, 206);

/// Okabe and Ito's eight, which people with any common colour blindness can tell apart, darkest on white first
/// but for black, which reads as "total". Their yellow (F0E442) cannot be seen on white paper, so it is darkened here.
/// Source: Okabe and Ito, "Color Universal Design" (2008).
const SERIES: [Color; 8] = [
    RGBColor(0x00, 0x72, 0xB2),
    RGBColor(0xD5, 0x5E, 0x00),
    RGBColor(0x00, 0x9E, 0x73),
    RGBColor(0xCC, 0x79, 0xA7),
    RGBColor(0xE6, 0x9F, 0x00),
    RGBColor(0x56, 0xB4, 0xE9),
    RGBColor(0x00, 0x00, 0x00),
    RGBColor(0xA8, 0x9B, 0x1A),
];

/// `ColorBrewer`'s "Blues", whose lightness falls evenly; its first, near-white step is left out, for low is not nothing.
const RAMP: [Color; 8] = [
    RGBColor(0xE6, 0xF0, 0xF9),
    RGBColor(0xC6, 0xDB, 0xEF),
    RGBColor(0x9E, 0xCA, 0xE1),
    RGBColor(0x6B, 0xAE, 0xD6),
    RGBColor(0x42, 0x92, 0xC6),
    RGBColor(0x21, 0x71, 0xB5),
    RGBColor(0x08, 0x51, 0x9C),
    RGBColor(0x08, 0x30, 0x6B),
];

/// The colour of the series at `index`; a ninth begins again, told apart by its marker.
pub fn series(index: usize) -> Color {
    SERIES[index % SERIES.len()]
}

/// Half way to white: for what leads the eye without being data.
pub fn pale(color: Color) -> Color {
    let half = |part: u8| part / 2 + 128;
    RGBColor(half(color.0), half(color.1), half(color.2))
}

/// Light for 0, dark for 1.
pub fn ramp(share: f64) -> Color {
    let place = share.clamp(0.0, 1.0) * (RAMP.len() - 1) as f64;
    let below = (place.floor() as usize).min(RAMP.len() - 2);
    let (from, to, part) = (RAMP[below], RAMP[below + 1], place - below as f64);
    let mix = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * part).round() as u8;
    RGBColor(mix(from.0, to.0), mix(from.1, to.1), mix(from.2, to.2))
}

/// Dark or white letters, whichever stand out more on `ground`.
pub fn letters_on(ground: Color) -> Color {
    if contrast(ground, WHITE) > contrast(ground, INK) { WHITE } else { INK }
}

/// The contrast ratio of WCAG 2.2: 1 for the same colour, 21 for black on white.
fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(color: Color) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color.0) + 0.7152 * linear(color.1) + 0.0722 * linear(color.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ramp_only_gets_darker() {
        let shades: Vec<f64> = (0..=100).map(|step| luminance(ramp(f64::from(step) / 100.0))).collect();
        assert!(shades.is_sorted_by(|lighter, darker| lighter > darker));
    }

    #[test]
    fn numbers_can_be_read_on_every_shade() {
        for step in 0..=100 {
            let ground = ramp(f64::from(step) / 100.0);
            assert!(contrast(ground, letters_on(ground)) >= 4.0, "{ground:?}");
        }
    }

    #[test]
    fn a_zero_can_be_read_but_stands_back() {
        assert!(contrast(ramp(0.0), FAINT) >= 4.0 && contrast(ramp(0.0), FAINT) < contrast(ramp(0.0), GREY));
    }

    #[test]
    fn no_series_vanishes_on_white() {
        for index in 0..8 {
            assert!(contrast(series(index), WHITE) > 2.0);
        }
    }
}
