//! A network: circles for names, lines for what binds them, each name beside its circle as long as there is room for it.

use super::canvas::{Canvas, MARGIN, WIDTH};
use super::circles::{Circle, by_size, circles};
use super::face::{Face, SMALL};
use super::head::{head, nothing};
use super::key::{communities, letter, measures};
use super::palette::{AXIS, Color, GREY, LEADER, WHITE, letters_on, pale, series};
use super::plate::Plate;
use super::svg::svg;
use super::tag::{Tag, extent, ground, lines};
use super::tags::{Around, tags};
use super::threads::threads;
use super::words::{Align, Words};
use super::{Drawn, Head};
use crate::base::wording::plural;

/// Communities with a colour of their own: the eight of the palette. The others are grey.
pub const COLORED: u32 = 8;
/// From this radius a circle has room for the letter of its community.
const LETTERED: i32 = 8;
/// More names than this are written smaller.
const MANY: usize = 60;

/// What to draw. Where the circles stand is the caller's choice; those that would cover each other are pushed apart.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    pub head: Head,
    pub nodes: Vec<GraphNode>,
    pub edges: Vec<GraphEdge>,
    /// What the communities are called, such as their strongest members, the largest community first.
    pub legend: Vec<String>,
    /// What the size of a circle means, such as "mentions".
    pub size_note: String,
    /// What the width of a line means, such as "sentences that name both".
    pub edge_note: String,
}

/// A circle, whose area stands for `size`.
#[derive(Clone, Debug, Default)]
pub struct GraphNode {
    pub label: String,
    /// From left to right; the extremes of all nodes fill the sheet, whatever they are.
    pub x: f64,
    /// From top to bottom.
    pub y: f64,
    pub size: f64,
    /// The community, 0 for the largest.
    pub group: u32,
}

/// A line between the nodes at two indices, whose width stands for `weight`; one to nowhere or of no weight is not drawn.
#[derive(Clone, Debug, Default)]
pub struct GraphEdge {
    pub a: usize,
    pub b: usize,
    pub weight: f64,
}

/// Draws the network, or a sentence if it has no nodes.
pub fn graph(chart: &Graph) -> Drawn {
    if chart.nodes.is_empty() {
        return nothing(&chart.head, "Network");
    }
    let (names, links) = (chart.nodes.len() as u64, chart.edges.len() as u64);
    svg(&sheet(chart), &chart.head, &format!("Network of {} and {}", plural(names, "name"), plural(links, "link")))
}

fn sheet(chart: &Graph) -> Canvas {
    let mut canvas = Canvas::new();
    let top = head(&mut canvas, &chart.head);
    let top = communities(&mut canvas, chart, top) + 4;
    let height = (240.0 + 50.0 * (chart.nodes.len() as f64).sqrt()).min(900.0) as i32;
    // A few circles would be lost in a wide plane.
    let width = (height * 7 / 4).min(WIDTH - 2 * MARGIN);
    let left = (WIDTH - width) / 2;
    let face = if chart.nodes.len() > MANY { Face::plain(11) } else { SMALL };
    let names: Vec<Vec<String>> = chart.nodes.iter().map(|node| lines(&node.label, face)).collect();
    let extents: Vec<(i32, i32)> = names.iter().map(|lines| extent(lines, face)).collect();
    let (circles, sizes) = circles(&chart.nodes, &extents, &Plate::new(left, top, left + width, top + height));
    let threads = threads(chart, &circles);
    for thread in &threads {
        canvas.line(vec![thread.from, thread.to], thread.color, thread.width);
    }
    let sheet = Plate::new(MARGIN, top, WIDTH - MARGIN, top + height);
    let around = Around { circles: &circles, threads: &threads, sheet };
    let tags = tags(&names, &by_size(&chart.nodes), &around, face);
    layers(&mut canvas, chart, &circles, &tags);
    let left_out = tags.iter().zip(&names).filter(|(tag, name)| tag.is_none() && !name.is_empty()).count();
    let bottom = measures(&mut canvas, chart, &sizes, top + height + 8);
    let bottom = note(&mut canvas, left_out, bottom);
    canvas.end(bottom);
    canvas
}

/// Leaders first, then the circles, and the names on top.
fn layers(canvas: &mut Canvas, chart: &Graph, circles: &[Circle], tags: &[Option<Tag>]) {
    for leader in tags.iter().flatten().filter_map(|tag| tag.leader) {
        canvas.line(leader.to_vec(), AXIS, 1);
    }
    let has_letters = chart.nodes.iter().any(|node| node.group != chart.nodes[0].group);
    for (circle, node) in circles.iter().zip(&chart.nodes) {
        disc(canvas, circle, node.group, has_letters);
    }
    for words in tags.iter().flatten().flat_map(|tag| &tag.words) {
        // White under the name, or a line might run through it.
        let (left, top, width, height) = ground(words).pixels();
        canvas.fill(left, top, width, height, WHITE);
        canvas.write(words.clone());
    }
}

/// A circle with a white rim, which keeps it apart from the lines and circles behind it.
pub fn disc(canvas: &mut Canvas, circle: &Circle, group: u32, has_letter: bool) {
    let color = color(group);
    canvas.disc(circle.at, circle.radius + 1, WHITE);
    canvas.disc(circle.at, circle.radius, color);
    // Colours fade in print and to some eyes; and a letter, unlike a number, is not taken for a count.
    if let Some(letter) = letter(group).filter(|_| has_letter && circle.radius >= LETTERED) {
        let face = Face::plain((circle.radius + 2).clamp(11, 14));
        let words = Words::new(&letter, circle.at, face).color(letters_on(color));
        canvas.write(words.align(Align::Centre));
    }
}

/// The colour of a community as red, green and blue, for files that show the same network.
pub fn community_color(group: u32) -> [u8; 3] {
    let color = color(group);
    [color.0, color.1, color.2]
}

/// The colour of a community.
pub fn color(group: u32) -> Color {
    if group < COLORED { series(group as usize) } else { AXIS }
}

fn note(canvas: &mut Canvas, left_out: usize, bottom: i32) -> i32 {
    if left_out == 0 {
        return bottom;
    }
    let note = format!("{} left out for want of room", plural(left_out as u64, "name"));
    canvas.write(Words::new(&note, (MARGIN, bottom + 8), SMALL).color(GREY));
    bottom + 18
}

/// The colour of a line: that of a community, thinned, for a line inside it, grey between communities.
pub fn thread_color(one: u32, other: u32) -> Color {
    if one == other && one < COLORED { pale(color(one)) } else { LEADER }
}

#[cfg(test)]
mod tests {
    use super::super::canvas::{Area, Mark};
    use super::*;

    const NAMES: [&str; 6] = [
        "Democratic People's Republic of Korea",
        "Choe Son-hui",
        "Госдума",
        "김정은",
        "Central Commission for Discipline Inspection of the Communist Party of China",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    ];

    /// Nodes on a spiral, so that the middle is crowded; each is tied to the first and to the next.
    fn chart(nodes: usize) -> Graph {
        let node = |index: usize| {
            let (sine, cosine) = (index as f64 * 2.4).sin_cos();
            let far = (index as f64 / nodes as f64).powi(2);
            let label = format!("{} #{index}", NAMES[index % NAMES.len()]);
            let size = (1000 / (index + 1)) as f64;
            GraphNode { label, x: 0.5 + far * cosine / 2.0, y: 0.5 + far * sine / 2.0, size, group: index as u32 % 11 }
        };
        let edge = |index: usize| {
            [(0, index), (index, (index + 1) % nodes)].map(|(a, b)| GraphEdge { a, b, weight: index as f64 })
        };
        Graph {
            nodes: (0..nodes).map(node).collect(),
            edges: (0..nodes).flat_map(edge).collect(),
            legend: NAMES.map(str::to_owned).to_vec(),
            size_note: "mentions".to_owned(),
            edge_note: "sentences that name both".to_owned(),
            ..Graph::default()
        }
    }

    /// The circles of the nodes without their rims, in the order of the nodes.
    fn discs(sheet: &Canvas) -> Vec<((i32, i32), i32)> {
        let discs = sheet.marks.iter().filter_map(|mark| match mark {
            Mark::Disc(at, radius, color) if *color != WHITE && at.1 > 60 => Some((*at, *radius)),
            _ => None,
        });
        discs.collect()
    }

    #[test]
    fn no_name_is_cut_or_covers_a_name_or_a_circle() {
        for nodes in [1, 2, 3, 12, 40, 150, 400] {
            let sheet = sheet(&chart(nodes));
            sheet.assert_legible();
            for (text, area) in sheet.boxes().into_iter().filter(|(text, _)| text.chars().count() > 1) {
                for (at, radius) in discs(&sheet) {
                    let Area { left, top, width, height } = area;
                    let plate = Plate::new(left, top, left + width, top + height);
                    assert!(!plate.meets_disc(at, radius), "{nodes}: {text:?} covers the circle at {at:?}");
                }
            }
        }
    }

    #[test]
    fn every_circle_is_drawn_and_the_note_counts_the_names_that_are_not() {
        for nodes in [2, 12, 150, 400] {
            let chart = Graph { legend: vec![], edge_note: String::new(), size_note: String::new(), ..chart(nodes) };
            let sheet = sheet(&chart);
            assert!(discs(&sheet).len() >= nodes);
            let boxes = sheet.boxes();
            // Each name ends with the number of its node, whatever lines it is broken into.
            let ends = |index: usize| boxes.iter().any(|(text, _)| text.ends_with(&format!("#{index}")));
            let written = (0..nodes).filter(|&index| ends(index)).count();
            let note = boxes
                .iter()
                .find_map(|(text, _)| text.split_once(" name").filter(|(_, rest)| rest.ends_with("want of room")));
            let left_out = note.map_or(0, |(number, _)| number.parse().expect("a number"));
            assert_eq!(written + left_out, nodes);
            assert!(nodes > 12 || left_out == 0, "{left_out} of {nodes}");
        }
    }

    #[test]
    fn the_strongest_have_their_names_even_in_a_crowd() {
        let boxes = sheet(&chart(150)).boxes();
        let is_there = |number: usize| boxes.iter().any(|(text, _)| text.ends_with(&format!("#{number}")));
        assert!((1..4).all(is_there), "{boxes:?}");
    }

    #[test]
    fn long_notes_and_legends_stay_on_the_sheet() {
        let long = "Ministry of Foreign Affairs ".repeat(30);
        let odd = Graph { legend: vec![long.clone(); 8], size_note: long.clone(), edge_note: long, ..chart(60) };
        sheet(&odd).assert_legible();
    }

    #[test]
    fn a_single_community_has_neither_letters_nor_legend() {
        let mut chart = chart(12);
        chart.nodes.iter_mut().for_each(|node| node.group = 9);
        let boxes = sheet(&chart).boxes();
        let is_letter = |text: &str| text.len() == 1 && text.chars().all(char::is_alphabetic);
        assert!(boxes.iter().all(|(text, _)| !is_letter(text) && !text.contains("communities")), "{boxes:?}");
    }

    #[test]
    fn no_nodes_draw_a_sentence() {
        let edges = chart(3).edges;
        assert!(graph(&Graph { edges, ..Graph::default() }).is_ok_and(|svg| svg.contains("Nothing to show")));
    }

    #[test]
    fn what_is_not_a_number_never_reaches_the_svg_and_the_same_data_give_the_same_bytes() {
        let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 1e300, 0.3, 0.0];
        let mut chart = chart(30);
        for (index, node) in chart.nodes.iter_mut().enumerate() {
            (node.x, node.y, node.size) = (odd[index % 7], odd[index / 3 % 7], odd[index / 2 % 7]);
        }
        for (index, edge) in chart.edges.iter_mut().enumerate() {
            (edge.a, edge.weight) = (edge.a + index % 3 * 20, odd[index % 7]);
        }
        let svg = graph(&chart).expect("it can be drawn");
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
        assert_eq!(svg, graph(&chart).expect("it can be drawn"));
        sheet(&chart).assert_legible();
    }

    #[test]
    fn thousands_of_nodes_end() {
        sheet(&chart(3_000)).assert_legible();
    }
}
