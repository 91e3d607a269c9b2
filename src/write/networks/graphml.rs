//! A network as GraphML, which NetworkX, igraph, yEd and Gephi read. The colours, places and sizes are columns with the names that
//! Gephi knows: r, g, b, x, y, size.
//!
//! An id of GraphML is one name without spaces (NMTOKEN), so that nodes are n0, n1 ...; their own ids are the column `thing`.

use super::shown::{self, Holds};
use super::xml::Xml;
use super::{Drawn, Node};

/// Columns of nodes beside those that every format has.
const MORE: [(&str, Holds); 8] = [
    ("thing", Holds::Text),
    ("label", Holds::Text),
    ("r", Holds::Whole),
    ("g", Holds::Whole),
    ("b", Holds::Whole),
    ("x", Holds::Real),
    ("y", Holds::Real),
    ("size", Holds::Real),
];

/// The text of a .graphml file. An edge whose end is not among the nodes is left out.
pub fn graphml(drawn: &Drawn<'_>) -> String {
    let mut xml = Xml::new();
    xml.begin("graphml", &[("xmlns", &"http://graphml.graphdrawing.org/xmlns")]);
    xml.text("desc", &[], &drawn.about());
    MORE.iter().chain(&shown::NODE).for_each(|column| key(&mut xml, "node", column));
    [("weight", Holds::Whole), ("alpha", Holds::Real)].iter().for_each(|column| key(&mut xml, "edge", column));
    xml.begin("graph", &[("id", &"network"), ("edgedefault", &"undirected")]);
    for (at, (node, size)) in drawn.nodes.iter().zip(shown::sizes(drawn)).enumerate() {
        xml.begin("node", &[("id", &format_args!("n{at}"))]);
        let more = MORE.iter().zip(more(node, size).map(Some));
        for ((name, _), value) in more.chain(shown::NODE.iter().zip(shown::of_node(node))) {
            if let Some(value) = value {
                xml.text("data", &[("key", name)], &value);
            }
        }
        xml.end();
    }
    for (edge, ..) in drawn.ends() {
        xml.begin("edge", &[("source", &format_args!("n{}", edge.a)), ("target", &format_args!("n{}", edge.b))]);
        xml.text("data", &[("key", &"weight")], &edge.weight);
        xml.text("data", &[("key", &"alpha")], &shown::alpha(edge));
        xml.end();
    }
    xml.finish()
}

fn key(xml: &mut Xml, class: &str, (name, holds): &(&str, Holds)) {
    let kind = match holds {
        Holds::Text => "string",
        Holds::Whole => "long",
        Holds::Real => "double",
    };
    xml.empty("key", &[("id", name), ("for", &class), ("attr.name", name), ("attr.type", &kind)]);
}

fn more(node: &Node<'_>, size: String) -> [String; MORE.len()] {
    let [r, g, b] = node.colour.map(|part| part.to_string());
    let (x, y) = shown::place(node);
    [node.id.to_owned(), node.label.to_owned(), r, g, b, x, y, size]
}
