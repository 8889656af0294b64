//! The fixed words of the open-issue list.

use hefu_domain::acceptance::Blocking;
use hefu_paper_words as messages;

use crate::paper::words::Phrase;

pub(super) fn blocking(blocking: Blocking) -> Phrase {
    match blocking {
        Blocking::Blocks => messages::document_open_issue_list_blocks,
        Blocking::DoesNotBlock => messages::document_open_issue_list_does_not_block,
    }
}
