//! A network as GEXF 1.3, the format of Gephi, with places, sizes and colours as its `viz` module has them.

use super::Drawn;
use super::shown::{self, Holds};
use super::xml::Xml;

/// The text of a .gexf file. An edge whose end is not among the nodes is left out.
pub fn gexf(drawn: &Drawn<'_>) -> String {
    let mut xml = Xml::new();
    let viz = "http://gexf.net/1.3/viz";
    xml.begin("gexf", &[("xmlns", &"http://gexf.net/1.3"), ("xmlns:viz", &viz), ("version", &"1.3")]);
    xml.begin("meta", &[]);
    xml.text("creator", &[], &"newsgauge");
    xml.text("description", &[], &drawn.about());
    xml.end();
    xml.begin("graph", &[("defaultedgetype", &"undirected"), ("idtype", &"string"), ("mode", &"static")]);
    columns(&mut xml, "node", &shown::NODE);
    columns(&mut xml, "edge", &[("alpha", Holds::Real)]);
    nodes(&mut xml, drawn);
    edges(&mut xml, drawn);
    xml.finish()
}

fn columns(xml: &mut Xml, class: &str, columns: &[(&str, Holds)]) {
    xml.begin("attributes", &[("class", &class)]);
    for (name, holds) in columns {
        let kind = match holds {
            Holds::Text => "string",
            Holds::Whole => "long",
            Holds::Real => "double",
        };
        xml.empty("attribute", &[("id", name), ("title", name), ("type", &kind)]);
    }
    xml.end();
}

fn nodes(xml: &mut Xml, drawn: &Drawn<'_>) {
    xml.begin("nodes", &[("count", &drawn.nodes.len())]);
    for (node, size) in drawn.nodes.iter().zip(shown::sizes(drawn)) {
        xml.begin("node", &[("id", &node.id), ("label", &node.label)]);
        xml.begin("attvalues", &[]);
        for ((name, _), value) in shown::NODE.iter().zip(shown::of_node(node)) {
            if let Some(value) = value {
                xml.empty("attvalue", &[("for", name), ("value", &value)]);
            }
        }
        xml.end();
        let [r, g, b] = node.colour;
        let (x, y) = shown::place(node);
        xml.empty("viz:color", &[("r", &r), ("g", &g), ("b", &b)]);
        xml.empty("viz:position", &[("x", &x), ("y", &y)]);
        xml.empty("viz:size", &[("value", &size)]);
        xml.end();
    }
    xml.end();
}

fn edges(xml: &mut Xml, drawn: &Drawn<'_>) {
    let edges: Vec<_> = drawn.ends().collect();
    xml.begin("edges", &[("count", &edges.len())]);
    for (id, (edge, a, b)) in edges.into_iter().enumerate() {
        xml.begin("edge", &[("id", &id), ("source", &a.id), ("target", &b.id), ("weight", &edge.weight)]);
        xml.begin("attvalues", &[]);
        xml.empty("attvalue", &[("for", &"alpha"), ("value", &shown::alpha(edge))]);
        xml.end();
        xml.end();
    }
    xml.end();
}
