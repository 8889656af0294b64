//! The structure tree as objects of the file.

use hefu_domain::text::Language;
use lopdf::{Dictionary, Document, Object, ObjectId, text_string};

use crate::layout::page::Page;
use crate::layout::tree::{Kid, Node, Role, Tree};

/// Adds the tree; `widgets` are the form fields in the order of pages and of fields on a page. Gives back the
/// root of the tree.
pub(super) fn add(
    document: &mut Document,
    tree: &Tree,
    pages: &[Page],
    page_ids: &[ObjectId],
    widgets: &[ObjectId],
) -> ObjectId {
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = tree.nodes().iter().map(|_| document.new_object_id()).collect();
    let first_field: Vec<usize> = pages
        .iter()
        .scan(0, |next, page| {
            let first = *next;
            *next += page.fields.len();
            Some(first)
        })
        .collect();
    let places = Places { root, ids: &ids, pages: page_ids, widgets, first_field: &first_field };
    for (node, id) in tree.nodes().iter().zip(&ids) {
        document.set_object(*id, element(node, &places));
    }
    let mut numbers = Vec::new();
    for (key, page) in pages.iter().enumerate() {
        let marks: Vec<Object> =
            page.marks.iter().map(|node| Object::Reference(ids[node.0 as usize])).collect();
        numbers.extend([integer(key), Object::Reference(document.add_object(marks))]);
    }
    let fields = pages.iter().flat_map(|page| &page.fields);
    for (key, field) in fields.enumerate() {
        numbers.extend([integer(pages.len() + key), Object::Reference(ids[field.node.0 as usize])]);
    }
    let mut parents = Dictionary::new();
    parents.set("Nums", numbers);
    let mut top = Dictionary::new();
    top.set("Type", "StructTreeRoot");
    top.set("K", vec![Object::Reference(ids[Tree::ROOT.0 as usize])]);
    top.set("ParentTree", document.add_object(parents));
    top.set("ParentTreeNextKey", integer(pages.len() + widgets.len()));
    document.set_object(root, top);
    root
}

/// Where what an element names lies in the file.
struct Places<'a> {
    root: ObjectId,
    /// Of the nodes.
    ids: &'a [ObjectId],
    pages: &'a [ObjectId],
    widgets: &'a [ObjectId],
    /// The number of the first field of each page, among all.
    first_field: &'a [usize],
}

/// One node as an element of the structure.
fn element(node: &Node, places: &Places<'_>) -> Dictionary {
    let mut element = Dictionary::new();
    element.set("S", node.role.name());
    element.set("P", node.parent.map_or(places.root, |parent| places.ids[parent.0 as usize]));
    if let Some(language) = node.language {
        element.set("Lang", text_string(tag(language)));
    }
    if let Some((alternative, _)) = &node.figure {
        element.set("Alt", text_string(alternative));
    }
    if let Some(attributes) = attributes(node) {
        element.set("A", attributes);
    }
    let own_page = node.kids.iter().find_map(|kid| match kid {
        Kid::Mark { page, .. } => Some(*page),
        Kid::Node(_) | Kid::Field { .. } => None,
    });
    if let Some(page) = own_page {
        element.set("Pg", places.pages[page]);
    }
    let mut kids: Vec<Object> = node.kids.iter().map(|kid| places.kid(kid, own_page)).collect();
    match kids.len() {
        0 => {}
        // pyHanko knows a field again only where it is its element's one kid, not one in a list.
        1 => element.set("K", kids.remove(0)),
        _ => element.set("K", kids),
    }
    element
}

impl Places<'_> {
    fn kid(&self, kid: &Kid, own_page: Option<usize>) -> Object {
        match kid {
            Kid::Node(kid) => Object::Reference(self.ids[kid.0 as usize]),
            Kid::Mark { page, mark } if own_page == Some(*page) => Object::Integer(i64::from(*mark)),
            Kid::Mark { page, mark } => {
                let mut reference = Dictionary::new();
                reference.set("Type", "MCR");
                reference.set("Pg", self.pages[*page]);
                reference.set("MCID", Object::Integer(i64::from(*mark)));
                Object::Dictionary(reference)
            }
            Kid::Field { page, field } => {
                let mut reference = Dictionary::new();
                reference.set("Type", "OBJR");
                reference.set("Pg", self.pages[*page]);
                reference.set("Obj", self.widgets[self.first_field[*page] + field]);
                Object::Dictionary(reference)
            }
        }
    }
}

pub(super) fn tag(language: Language) -> &'static str {
    match language {
        Language::En => "en",
        Language::Zh => "zh-CN",
    }
}

fn attributes(node: &Node) -> Option<Dictionary> {
    if let Some((_, corners)) = &node.figure {
        let mut attributes = Dictionary::new();
        attributes.set("O", "Layout");
        attributes.set("Placement", "Block");
        attributes.set("BBox", corners.iter().map(|points| Object::Real(*points)).collect::<Vec<_>>());
        return Some(attributes);
    }
    let scope = match node.role {
        Role::ColumnHead => Some("Column"),
        Role::RowHead => Some("Row"),
        _ => None,
    };
    if scope.is_none() && node.columns <= 1 {
        return None;
    }
    let mut attributes = Dictionary::new();
    attributes.set("O", "Table");
    if let Some(scope) = scope {
        attributes.set("Scope", scope);
    }
    if node.columns > 1 {
        attributes.set("ColSpan", Object::Integer(i64::from(node.columns)));
    }
    Some(attributes)
}

fn integer(value: usize) -> Object {
    Object::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}
