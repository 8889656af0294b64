//! From pages to a PDF file. Documents and layout know only [`Writer`]; what engine draws stays in here.

mod attachment;
mod draw;
mod dress;
mod form;
mod metadata;
mod outline;
mod profile;
mod structure;

use chrono::{DateTime, FixedOffset};

use crate::error::DocumentError;
use crate::layout::flow::Anchor;
use crate::layout::page::Page;
use crate::layout::tree::Tree;

pub(crate) use draw::PrintpdfWriter;
pub(crate) use form::rect as field_rect;

/// Draws pages one after the other and makes a file of them.
pub(crate) trait Writer {
    fn page(&mut self, page: &Page);
    /// The bytes of the file; the same pages and the same dress give the same bytes.
    fn finish(self, dress: Dress<'_>) -> Result<Vec<u8>, DocumentError>;
}

/// What a file carries beside its pages.
#[derive(Clone, Copy)]
pub(crate) enum Dress<'a> {
    /// Nothing, and not compressed: pages to be drawn at once and thrown away.
    None,
    /// Nothing: a drawing to be placed in another file.
    Plain,
    /// PDF/A-3a and PDF/UA-1.
    Archival(&'a Archival<'a>),
}

pub(crate) struct Archival<'a> {
    pub(crate) title: &'a str,
    pub(crate) subject: &'a str,
    pub(crate) author: &'a str,
    /// BCP 47.
    pub(crate) language: &'static str,
    pub(crate) at: DateTime<FixedOffset>,
    /// Identity of the document and of this version of it.
    pub(crate) id: [[u8; 16]; 2],
    pub(crate) pages: &'a [Page],
    pub(crate) tree: &'a Tree,
    pub(crate) anchors: &'a [Anchor],
    /// None for a paper whose facts nobody needs apart from it.
    pub(crate) attachment: Option<Attachment<'a>>,
}

#[derive(Clone, Copy)]
pub(crate) struct Attachment<'a> {
    pub(crate) name: &'static str,
    pub(crate) mime: &'static str,
    pub(crate) description: &'a str,
    pub(crate) bytes: &'a [u8],
}
