//! A sheet as SVG text, through plotters.

use super::canvas::{Canvas, Mark};
use super::clean::clean;
use super::face::FAMILY;
use super::palette::WHITE;
use super::words::{Align, Turn, Words};
use super::{Drawn, Head};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::prelude::SVGBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, FontTransform, TextStyle};

/// plotters takes the height of a line for the size of its letters and divides by this; asking for more gives what was meant.
const LINE_PER_EM: f64 = 1.24;

/// No line is so thick: this width stands for the dashes that plotters draws one by one; see `named`.
const DASHED: u32 = 97;

/// The SVG of `canvas`, named after `head`; `kind` tells a screen reader what sort of picture it is.
pub fn svg(canvas: &Canvas, head: &Head, kind: &str) -> Drawn {
    let size = (canvas.width.max(1) as u32, canvas.height.max(1) as u32);
    let mut text = String::new();
    {
        let sheet = SVGBackend::with_string(&mut text, size).into_drawing_area();
        let drawn = sheet.fill(&WHITE).and_then(|()| canvas.marks.iter().try_for_each(|mark| draw(&sheet, mark)));
        drawn.and_then(|()| sheet.present()).map_err(|problem| format!("the chart cannot be drawn: {problem}"))?;
    }
    Ok(named(&text, head, kind))
}

type Sheet<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Result<'a> = std::result::Result<(), plotters::drawing::DrawingAreaErrorKind<std::io::Error>>;

fn draw<'a>(sheet: &Sheet<'a>, mark: &Mark) -> Result<'a> {
    match mark {
        Mark::Fill(area, color) => {
            let corners = [(area.left, area.top), (area.left + area.width, area.top + area.height)];
            sheet.draw(&Rectangle::new(corners, color.filled()))
        }
        Mark::Line(points, color, stroke) => sheet.draw(&PathElement::new(points.clone(), color.stroke_width(*stroke))),
        Mark::Dashes(points, color) => sheet.draw(&PathElement::new(points.clone(), color.stroke_width(DASHED))),
        Mark::Shape(points, color) => sheet.draw(&Polygon::new(points.clone(), color.filled())),
        Mark::Disc(centre, radius, color) => sheet.draw(&Circle::new(*centre, *radius, color.filled())),
        Mark::Words(words) => {
            // plotters centres the small letters; a pixel lower, capitals and digits look centred too.
            let at = if words.turn == Turn::Flat { (words.at.0, words.at.1 + 1) } else { words.at };
            sheet.draw(&Text::new(words.text.as_str(), at, style(words)))
        }
    }
}

fn style(words: &Words) -> TextStyle<'_> {
    let weight = if words.face.bold { FontStyle::Bold } else { FontStyle::Normal };
    let across = match words.align {
        Align::Left => HPos::Left,
        Align::Centre => HPos::Center,
        Align::Right => HPos::Right,
    };
    let turn = match words.turn {
        Turn::Flat => FontTransform::None,
        Turn::Upright => FontTransform::Rotate270,
        // Stands for the 45 degrees that plotters lacks; see `named`.
        Turn::Slant => FontTransform::Rotate180,
    };
    let font = FontDesc::new(FontFamily::Name(FAMILY), f64::from(words.face.size) * LINE_PER_EM, weight);
    TextStyle::from(font.transform(turn)).color(&words.color).pos(Pos::new(across, VPos::Center))
}

/// Adds what plotters leaves out: the slant of the slanted words, the dashes of the broken lines,
/// and a name and description for those who cannot see the chart.
fn named(text: &str, head: &Head, kind: &str) -> String {
    // Safe among any labels: a quotation mark inside a label is escaped, so this can only be an attribute.
    let text = text.replace("transform=\"rotate(180, ", "transform=\"rotate(-45, ");
    let dashed = format!("stroke-width=\"{DASHED}\"");
    let text = text.replace(&dashed, "stroke-width=\"1\" stroke-dasharray=\"3 3\"");
    // What asking for 13 comes back as; no number that plotters could be asked for gives 13 itself.
    let text = text.replace("font-size=\"13.000000000000002\"", "font-size=\"13\"");
    let title = escape(&clean(&head.title));
    let description = escape(&clean(&format!("{kind}. {}", head.subtitle)));
    let names = format!(">\n<title>{title}</title>\n<desc>{description}</desc>");
    text.replacen("<svg ", "<svg role=\"img\" ", 1).replacen('>', &names, 1)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::canvas::WIDTH;
    use super::super::face::{LABEL, SMALL, TITLE};
    use super::*;
    use resvg::usvg::{Options, Tree};

    #[test]
    fn hostile_text_gives_xml_that_parses() {
        let hostile = "a<b>&\"'\u{1}\u{202E}]]>\u{FFFE} transform=\"rotate(180, 1";
        let mut canvas = Canvas::new();
        canvas.write(Words::new(hostile, (0, 20), LABEL));
        let head = Head { title: hostile.to_owned(), subtitle: hostile.to_owned(), nothing: String::new() };
        let text = svg(&canvas, &head, "Test").expect("a sheet of text can be drawn");
        assert!(Tree::from_str(&text, &Options::default()).is_ok(), "{text}");
        assert!(!text.contains("rotate(-45"), "a label cannot be taken for an attribute");
    }

    #[test]
    fn a_broken_line_is_one_thin_dashed_element() {
        let mut canvas = Canvas::new();
        canvas.dashes(vec![(10, 10), (90, 40)], WHITE);
        let text = svg(&canvas, &Head::default(), "Test").expect("a line can be drawn");
        assert_eq!(text.matches("stroke-width=\"1\" stroke-dasharray=").count(), 1, "{text}");
        assert!(!text.contains("97"));
    }

    #[test]
    fn letters_have_the_size_that_was_meant() {
        for face in [TITLE, LABEL, SMALL] {
            let mut canvas = Canvas::new();
            canvas.write(Words::new("word", (0, 20), face));
            let text = svg(&canvas, &Head::default(), "Test").expect("a word can be drawn");
            assert!(text.contains(&format!("font-size=\"{}\"", face.size)), "{text}");
        }
    }

    #[test]
    fn the_root_has_a_view_box_a_role_and_a_name() {
        let head = Head { title: "Who & what".to_owned(), subtitle: "2024".to_owned(), nothing: String::new() };
        let text = svg(&Canvas::new(), &head, "Bar chart").expect("an empty sheet can be drawn");
        assert!(text.starts_with("<svg role=\"img\" "));
        assert!(text.contains(&format!("viewBox=\"0 0 {WIDTH} 48\"")));
        assert!(text.contains("<title>Who &amp; what</title>\n<desc>Bar chart. 2024</desc>"));
    }
}
