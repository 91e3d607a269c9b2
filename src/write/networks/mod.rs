//! Networks as files for programs that show and measure graphs: GEXF for Gephi, GraphML for most others.
//!
//! Both say the same. A file has no date, so that equal runs write equal bytes.

mod gexf;
mod graphml;
mod shown;
pub mod tables;
mod xml;

pub use gexf::gexf;
pub use graphml::graphml;

/// A network that is ready to be written. All texts may come from the news and may hold any character.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn<'a> {
    pub title: &'a str,
    /// What its pairs count, and by which threshold they were chosen.
    pub description: &'a str,
    pub nodes: Vec<Node<'a>>,
    pub edges: Vec<Edge>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// Differs from that of every other node.
    pub id: &'a str,
    pub label: &'a str,
    /// What it is: person, state, term ...
    pub kind: &'a str,
    /// How often it occurs at all; nothing is written where that is not known.
    pub n: Option<u64>,
    pub degree: u32,
    pub strength: u64,
    /// From 0 to 1.
    pub betweenness: f64,
    pub community: u32,
    /// Red, green, blue.
    pub colour: [u8; 3],
    /// From the left and from the top, from 0 to 1 each.
    pub x: f64,
    pub y: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Indices of the nodes at its ends.
    pub a: u32,
    pub b: u32,
    pub weight: u64,
    /// p of the disparity filter, from 0 to 1.
    pub alpha: f64,
}

impl Drawn<'_> {
    /// Title and description as one text.
    fn about(&self) -> String {
        let parts = [self.title, self.description];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
    }

    /// Each edge between two of the nodes, with these.
    fn ends(&self) -> impl Iterator<Item = (&Edge, &Node<'_>, &Node<'_>)> {
        self.edges
            .iter()
            .filter_map(|edge| Some((edge, self.nodes.get(edge.a as usize)?, self.nodes.get(edge.b as usize)?)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use roxmltree::{Document, Node as Element};

    use super::xml::allowed;
    use super::{Drawn, Edge, Node, gexf, graphml};

    fn node<'a>(id: &'a str, label: &'a str) -> Node<'a> {
        Node {
            id,
            label,
            kind: "state",
            n: Some(12),
            degree: 1,
            strength: 7,
            betweenness: 0.25,
            community: 3,
            colour: [0, 114, 178],
            x: 0.25,
            y: 1.0,
        }
    }

    fn two<'a>(label: &'a str) -> Drawn<'a> {
        let far = Node { n: None, strength: 28, x: 0.75, y: 0.0, ..node("prk", label) };
        let edge = Edge { a: 0, b: 1, weight: 7, alpha: 0.000_012_345 };
        Drawn {
            title: "Actors",
            description: "per article",
            nodes: vec![node("rus", "Russia"), far],
            edges: vec![edge],
        }
    }

    fn all<'a>(document: &'a Document<'_>, name: &str) -> Vec<Element<'a, 'a>> {
        document.descendants().filter(|element| element.tag_name().name() == name).collect()
    }

    /// Names and values below a node or an edge: of attvalues, or of data.
    fn values<'a>(element: Element<'a, 'a>) -> Vec<(&'a str, &'a str)> {
        element
            .descendants()
            .filter_map(|value| match value.tag_name().name() {
                "attvalue" => Some((value.attribute("for")?, value.attribute("value")?)),
                "data" => Some((value.attribute("key")?, value.text().unwrap_or(""))),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn gexf_says_what_each_node_is_and_where_it_stands() {
        let text = gexf(&two("North Korea"));
        let document = Document::parse(&text).unwrap();
        assert_eq!(document.root_element().attribute("version"), Some("1.3"));
        assert_eq!(document.root_element().tag_name().namespace(), Some("http://gexf.net/1.3"));
        assert_eq!(all(&document, "description")[0].text(), Some("Actors: per article"));
        let nodes = all(&document, "node");
        assert_eq!((nodes[0].attribute("id"), nodes[0].attribute("label")), (Some("rus"), Some("Russia")));
        let expected = [
            ("kind", "state"),
            ("n", "12"),
            ("degree", "1"),
            ("strength", "7"),
            ("betweenness", "0.25"),
            ("community", "3"),
        ];
        assert_eq!(values(nodes[0]), expected);
        assert_eq!(values(nodes[1]).iter().find(|(name, _)| *name == "n"), None);
        let viz = |name, attribute| {
            let shown: Vec<_> = all(&document, name).iter().map(|element| element.attribute(attribute)).collect();
            (all(&document, name)[0].tag_name().namespace(), shown)
        };
        let module = Some("http://gexf.net/1.3/viz");
        assert_eq!(viz("position", "x"), (module, vec![Some("-250"), Some("250")]));
        assert_eq!(viz("position", "y"), (module, vec![Some("-500"), Some("500")]));
        assert_eq!(viz("size", "value"), (module, vec![Some("15"), Some("30")]));
        assert_eq!(viz("color", "g"), (module, vec![Some("114"), Some("114")]));
    }

    #[test]
    fn gexf_says_which_nodes_an_edge_ties_and_how_strongly() {
        let text = gexf(&two("North Korea"));
        let document = Document::parse(&text).unwrap();
        let edges = all(&document, "edge");
        let said: Vec<_> = ["source", "target", "weight"].map(|name| edges[0].attribute(name)).into();
        assert_eq!(said, [Some("rus"), Some("prk"), Some("7")]);
        assert_eq!(values(edges[0]), [("alpha", "1.2345e-5")]);
    }

    #[test]
    fn every_value_belongs_to_a_declared_column() {
        for text in [gexf(&two("x")), graphml(&two("x"))] {
            let document = Document::parse(&text).unwrap();
            let declared: Vec<_> = [all(&document, "attribute"), all(&document, "key")].concat();
            let declared: Vec<_> = declared.iter().filter_map(|column| column.attribute("id")).collect();
            for element in [all(&document, "node"), all(&document, "edge")].concat() {
                assert!(!values(element).is_empty());
                assert!(values(element).iter().all(|(name, _)| declared.contains(name)), "{text}");
            }
        }
    }

    #[test]
    fn graphml_says_the_same() {
        let text = graphml(&two("North Korea"));
        let document = Document::parse(&text).unwrap();
        let nodes = all(&document, "node");
        assert_eq!((nodes[0].attribute("id"), nodes[1].attribute("id")), (Some("n0"), Some("n1")));
        let said = values(nodes[1]);
        for pair in
            [("thing", "prk"), ("label", "North Korea"), ("x", "250"), ("y", "500"), ("b", "178"), ("strength", "28")]
        {
            assert!(said.contains(&pair), "{pair:?} is not in {said:?}");
        }
        let edges = all(&document, "edge");
        assert_eq!((edges[0].attribute("source"), edges[0].attribute("target")), (Some("n0"), Some("n1")));
        assert_eq!(values(edges[0]), [("weight", "7"), ("alpha", "1.2345e-5")]);
    }

    #[test]
    fn a_network_of_nothing_is_a_whole_document() {
        for text in [gexf(&Drawn::default()), graphml(&Drawn::default())] {
            let document = Document::parse(&text).unwrap();
            assert_eq!(all(&document, "graph").len(), 1);
            assert_eq!(all(&document, "node").len() + all(&document, "edge").len(), 0);
        }
    }

    #[test]
    fn an_edge_to_nowhere_is_left_out() {
        let mut drawn = two("x");
        drawn.edges.push(Edge { a: 0, b: 2, weight: 1, alpha: 0.1 });
        for text in [gexf(&drawn), graphml(&drawn)] {
            assert_eq!(all(&Document::parse(&text).unwrap(), "edge").len(), 1);
        }
    }

    proptest! {
        #[test]
        fn any_label_comes_back_but_for_what_xml_forbids(
            label in prop_oneof![any::<String>(), "[<>&\"'\\]\\[\t\r\n \\x00-\\x1f\u{7f}-\u{9f}\u{fffd}-\u{ffff}a-c-]{0,20}"],
        ) {
            let expected: String = label.chars().map(allowed).collect();
            let drawn = Drawn { title: &label, ..two(&label) };
            let (text, other) = (gexf(&drawn), graphml(&drawn));
            let (document, other) = (Document::parse(&text), Document::parse(&other));
            prop_assert!(document.is_ok() && other.is_ok(), "{:?} {:?}", document.err(), other.err());
            let (document, other) = (document.unwrap(), other.unwrap());
            prop_assert_eq!(all(&document, "node")[1].attribute("label"), Some(expected.as_str()));
            let said = values(all(&other, "node")[1]);
            prop_assert!(said.contains(&("label", expected.as_str())), "{:?}", said);
            if !expected.is_empty() {
                let about = format!("{expected}: per article");
                prop_assert_eq!(all(&document, "description")[0].text(), Some(about.as_str()));
            }
        }
    }
}
