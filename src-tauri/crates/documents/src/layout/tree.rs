//! The structure tree: what the marks on the pages mean, in reading order.

use hefu_domain::text::Language;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct NodeId(pub(crate) u32);

/// Standard structure types of PDF 1.7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Section,
    Heading1,
    Heading2,
    Heading3,
    Paragraph,
    Span,
    Table,
    TableRow,
    /// Heads the cells below it.
    ColumnHead,
    /// Heads the rows below it.
    RowHead,
    Data,
    Form,
    Figure,
}

impl Role {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Section => "Sect",
            Self::Heading1 => "H1",
            Self::Heading2 => "H2",
            Self::Heading3 => "H3",
            Self::Paragraph => "P",
            Self::Span => "Span",
            Self::Table => "Table",
            Self::TableRow => "TR",
            Self::ColumnHead | Self::RowHead => "TH",
            Self::Data => "TD",
            Self::Form => "Form",
            Self::Figure => "Figure",
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Kid {
    Node(NodeId),
    /// Marked content: page (from 0) and its number on that page.
    Mark {
        page: usize,
        mark: u32,
    },
    /// A form field: page (from 0) and index among the page's fields.
    Field {
        page: usize,
        field: usize,
    },
}

#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) role: Role,
    pub(crate) parent: Option<NodeId>,
    /// Where it differs from the document's.
    pub(crate) language: Option<Language>,
    /// Columns that a cell spans.
    pub(crate) columns: u8,
    /// What a figure is to someone who does not see it, and where it stands: left, bottom, right and top in
    /// points from the lower left corner of the page.
    pub(crate) figure: Option<(String, [f32; 4])>,
    pub(crate) kids: Vec<Kid>,
}

#[derive(Debug)]
pub(crate) struct Tree {
    /// The document's.
    pub(crate) language: Language,
    nodes: Vec<Node>,
}

impl Tree {
    pub(crate) const ROOT: NodeId = NodeId(0);

    pub(crate) fn new(language: Language) -> Self {
        let root = Node {
            role: Role::Document,
            parent: None,
            language: None,
            columns: 1,
            figure: None,
            kids: Vec::new(),
        };
        Self { language, nodes: vec![root] }
    }

    pub(crate) fn add(&mut self, parent: NodeId, role: Role, language: Option<Language>) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node {
            role,
            parent: Some(parent),
            language,
            columns: 1,
            figure: None,
            kids: Vec::new(),
        });
        self.node_mut(parent).kids.push(Kid::Node(id));
        id
    }

    /// Where words in `language` belong within `node`: the node itself when it speaks that language, else a
    /// span of it; the last one, when nothing came between.
    pub(crate) fn speaking(&mut self, node: NodeId, language: Language) -> NodeId {
        if self.language_of(node) == language {
            return node;
        }
        if let Some(Kid::Node(last)) = self.node(node).kids.last()
            && self.node(*last).role == Role::Span
            && self.node(*last).language == Some(language)
        {
            return *last;
        }
        self.add(node, Role::Span, Some(language))
    }

    fn language_of(&self, node: NodeId) -> Language {
        let mut at = Some(node);
        while let Some(node) = at.map(|id| self.node(id)) {
            if let Some(language) = node.language {
                return language;
            }
            at = node.parent;
        }
        self.language
    }

    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    pub(crate) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.0 as usize]
    }

    pub(crate) fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}
