//! The PNG of an SVG, drawn with the shipped font first and installed fonts for the scripts it lacks.

use super::face::{BOLD, REGULAR};
use png::{BitDepth, ColorType, Compression, Encoder, EncodingError};
use resvg::tiny_skia::{IntSize, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, FaceInfo, Source, Stretch, Style, Weight};
use resvg::usvg::{Options, Tree};
use std::sync::{Arc, OnceLock};

/// About 250 MB while drawing; a taller chart is drawn at a smaller scale rather than not at all.
const MOST_PIXELS: f32 = 64_000_000.0;
const SHIPPED: &str = "Noto Sans";

/// The PNG of `svg` at `scale` times its size, on white.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, String> {
    let options = Options { font_family: SHIPPED.to_owned(), fontdb: Arc::clone(fonts()), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|problem| format!("the chart is not valid SVG: {problem}"))?;
    let size = tree.size();
    let scale = scale.min((MOST_PIXELS / (size.width() * size.height())).sqrt());
    let (width, height) = ((size.width() * scale).round() as u32, (size.height() * scale).round() as u32);
    // White as it is made: to make it blank and then fill it goes twice over memory.
    let white = vec![u8::MAX; width as usize * height as usize * 4];
    let mut sheet = IntSize::from_wh(width, height)
        .and_then(|size| Pixmap::from_vec(white, size))
        .ok_or(format!("a picture of {width} by {height} pixels cannot be made"))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut sheet.as_mut());
    packed(&sheet).map_err(|problem| format!("the picture cannot be written as PNG: {problem}"))
}

/// A picture that is nowhere transparent, packed fast: at the usual level of the encoder packing took longer than drawing, a
/// twentieth of a run over 100 MB of text.
fn packed(sheet: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, sheet.width(), sheet.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    encoder.write_header()?.write_image_data(&colours(sheet.data()))?;
    Ok(bytes)
}

/// Red, green and blue of each pixel, whose fourth byte says how transparent it is. Four pixels are moved at a time: one by one
/// took longer than filtering them.
fn colours(pixels: &[u8]) -> Vec<u8> {
    let mut colours = Vec::with_capacity(pixels.len() / 4 * 3);
    let (fours, rest) = pixels.as_chunks::<16>();
    for four in fours {
        let colour = |at: usize| u128::from(u32::from_le_bytes([four[at], four[at + 1], four[at + 2], 0]));
        let twelve = colour(0) | colour(4) << 24 | colour(8) << 48 | colour(12) << 72;
        colours.extend_from_slice(&twelve.to_le_bytes()[..12]);
    }
    rest.chunks_exact(4).for_each(|pixel| colours.extend_from_slice(&pixel[..3]));
    colours
}

/// The shipped faces, then the installed ones, best first. Reading the font folders takes long, so it is done once.
fn fonts() -> &'static Arc<Database> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    FONTS.get_or_init(|| {
        let mut fonts = Database::new();
        for bytes in [REGULAR, BOLD] {
            fonts.load_font_source(Source::Binary(Arc::new(bytes)));
        }
        fonts.set_sans_serif_family(SHIPPED);
        fonts.set_serif_family(SHIPPED);
        for face in installed() {
            fonts.push_face_info(face);
        }
        Arc::new(fonts)
    })
}

/// resvg takes the first face that has a missing letter, in the order of the database, and folders are read in any order:
/// sorted, the fallback is a plain sans-serif where there is one, and the same on every run.
fn installed() -> Vec<FaceInfo> {
    let mut system = Database::new();
    system.load_system_fonts();
    let mut faces: Vec<FaceInfo> = system.faces().cloned().collect();
    faces.sort_by_cached_key(|face| (oddness(face), face.post_script_name.clone(), face.index));
    faces
}

/// How far a face is from plain sans-serif text; simplified Chinese comes before the other styles of Han characters.
fn oddness(face: &FaceInfo) -> u8 {
    let family = face.families.first().map_or("", |(name, _)| name.as_str());
    let is_plain = face.style == Style::Normal && face.weight == Weight::NORMAL && face.stretch == Stretch::Normal;
    let is_sans = family.contains("Sans") && !face.monospaced && !family.contains("Mono");
    match (is_plain, is_sans) {
        (true, true) if family.starts_with(SHIPPED) && family.ends_with("CJK SC") => 0,
        (true, true) if family.starts_with(SHIPPED) => 1,
        (true, true) => 2,
        (true, false) => 3,
        (false, _) => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::{colours, png};

    #[test]
    fn a_chart_becomes_a_png_of_twice_its_size() {
        let svg = "<svg width=\"30\" height=\"20\" viewBox=\"0 0 30 20\" xmlns=\"http://www.w3.org/2000/svg\"/>";
        let bytes = png(svg, 2.0).expect("an empty picture can be drawn");
        assert_eq!(&bytes[1..4], b"PNG");
        assert_eq!(bytes[16..24], [0, 0, 0, 60, 0, 0, 0, 40]);
    }

    #[test]
    fn a_pixel_keeps_its_colour_whether_it_is_one_of_four_or_left_over() {
        let pixels: Vec<u8> = (0..4 * 11).collect();
        let expected: Vec<u8> = (0..4 * 11).filter(|at| at % 4 < 3).collect();
        for count in 0..=11 {
            assert_eq!(colours(&pixels[..4 * count]), expected[..3 * count]);
        }
    }

    #[test]
    fn what_is_no_svg_is_refused_in_plain_words() {
        assert!(png("<svg", 2.0).is_err_and(|problem| problem.contains("not valid SVG")));
    }
}
