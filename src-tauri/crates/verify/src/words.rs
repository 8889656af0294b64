//! What was found, and where, in the reader's language.

use chrono::{DateTime, FixedOffset};
use hefu_messages::*;
use hefu_signing::{Change, Finding, Place, Role};

pub(crate) fn finding(finding: &Finding, language: Language) -> String {
    let what = change(&finding.change, language);
    let place = place(&finding.place, language);
    match (place.is_empty(), language) {
        (true, _) => what,
        (false, Language::Zh) => format!("{what}（{}）", place.join("，")),
        (false, _) => format!("{what} ({})", place.join(", ")),
    }
}

fn place(place: &Place, language: Language) -> Vec<String> {
    let mut parts = Vec::new();
    match place.revision {
        Some(0) => parts.push(verify_place_base(language)),
        Some(revision) => parts.push(verify_place_revision(language, i64::from(revision))),
        None => {}
    }
    if let Some(after) = place.after {
        parts.push(verify_place_after(language, i64::from(after)));
    }
    if let Some(page) = place.page {
        parts.push(verify_place_page(language, i64::from(page)));
    }
    if let Some(object) = place.object {
        parts.push(verify_place_object(language, object.to_string()));
    }
    if let Some(span) = place.bytes {
        let count = |place: usize| i64::try_from(place).unwrap_or(i64::MAX);
        parts.push(verify_place_bytes(language, count(span.from), count(span.to)));
    }
    parts
}

pub(crate) fn number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn change(change: &Change, language: Language) -> String {
    match change {
        Change::BytesAltered => verify_change_bytes_altered(language),
        Change::CutAtEnd => verify_change_cut_at_end(language),
        Change::Appended => verify_change_appended(language),
        Change::BlankAppended => verify_change_blank_appended(language),
        Change::WrittenAnew => verify_change_written_anew(language),
        Change::RevisionForm => verify_change_revision_form(language),
        Change::BaseUpdated => verify_change_base_updated(language),
        Change::IssuedForm => verify_change_issued_form(language),
        Change::SignatureInIssued => verify_change_signature_in_issued(language),
        Change::Dangling => verify_change_dangling(language),
        Change::SignedChanged => verify_change_signed_changed(language),
        Change::ByteRange => verify_change_byte_range(language),
        Change::Container => verify_change_container(language),
        Change::Certificate => verify_change_certificate(language),
        Change::Signature => verify_change_signature(language),
        Change::ForeignSignature => verify_change_foreign_signature(language),
        Change::PageAdded => verify_change_page_added(language),
        Change::PageRemoved => verify_change_page_removed(language),
        Change::PagesReordered => verify_change_pages_reordered(language),
        Change::PageContent => verify_change_page_content(language),
        Change::PageProperty => verify_change_page_property(language),
        Change::AnnotationAdded => verify_change_annotation_added(language),
        Change::AnnotationRemoved => verify_change_annotation_removed(language),
        Change::AnnotationChanged => verify_change_annotation_changed(language),
        Change::Attachment { name } => verify_change_attachment(language, name),
        Change::Metadata => verify_change_metadata(language),
        Change::Structure => verify_change_structure(language),
        Change::Outline => verify_change_outline(language),
        Change::Catalog { key } => verify_change_catalog(language, key),
        Change::Field { name } => verify_change_field(language, name),
        Change::Form => verify_change_form(language),
        Change::ObjectChanged => verify_change_object_changed(language),
        Change::ObjectAdded => verify_change_object_added(language),
        Change::Active { key } => verify_change_active(language, key),
        Change::SignatureField => verify_change_signature_field(language),
        Change::RecordMissing => verify_change_record_missing(language),
        Change::RecordOfOtherDocument { stated, actual } => {
            verify_change_record_of_other_document(language, stated, actual)
        }
        Change::RecordOfOtherRevision { stated, actual } => {
            verify_change_record_of_other_revision(language, stated, actual)
        }
        Change::RecordContradicts { key } => verify_change_record_contradicts(language, key),
        Change::OtherSigner { stated, actual } => verify_change_other_signer(language, stated, actual),
        Change::OtherRole { stated, actual } => {
            verify_change_other_role(language, role_of(stated, language), role_of(actual, language))
        }
        Change::OtherHeads => verify_change_other_heads(language),
        Change::NotFixed { key } => verify_change_not_fixed(language, key),
        Change::CertificateOfOther { stated, actual } => {
            verify_change_certificate_of_other(language, stated, actual)
        }
        Change::BeforeIssue { stated, actual } => {
            verify_change_before_issue(language, said(stated, language), said(actual, language))
        }
        Change::BeforePrevious { stated, actual } => {
            verify_change_before_previous(language, said(stated, language), said(actual, language))
        }
        Change::OutsideCertificate { stated, from, until } => verify_change_outside_certificate(
            language,
            said(stated, language),
            said(from, language),
            said(until, language),
        ),
        Change::TrailForm { line } => verify_change_trail_form(language, number(*line)),
        Change::EntryChanged { seq } => verify_change_entry_changed(language, number(*seq)),
        Change::EntryMissing { seq } => verify_change_entry_missing(language, number(*seq)),
        Change::EntryOutOfPlace { seq } => verify_change_entry_out_of_place(language, number(*seq)),
        Change::TimeWentBack { seq, at, before, times } => verify_change_time_went_back(
            language,
            number(*seq),
            said(at, language),
            said(before, language),
            number(*times),
        ),
        Change::TrailHead { stated, actual } => verify_change_trail_head(language, stated, actual),
        Change::OtherFile { expected, actual } => verify_change_other_file(language, expected, actual),
    }
}

/// A role by its code.
fn role_of(code: &str, language: Language) -> String {
    Role::from_code(code).map_or_else(|| code.to_owned(), |found| role(found, language))
}

/// A moment as a report writes it.
fn said(stated: &str, language: Language) -> String {
    let read = DateTime::parse_from_rfc3339(stated);
    read.map_or_else(|_| stated.to_owned(), |read| moment(&read, language))
}

pub(crate) fn role(role: Role, language: Language) -> String {
    match role {
        Role::Vendor => verify_role_vendor(language),
        Role::Client => verify_role_client(language),
        Role::Supervisor => verify_role_supervisor(language),
        Role::Witness => verify_role_witness(language),
        Role::Approver => verify_role_approver(language),
    }
}

/// A date whose day and month cannot be mistaken for each other, with its distance to UTC.
pub(crate) fn moment(at: &DateTime<FixedOffset>, language: Language) -> String {
    let form = match language {
        Language::Zh => "%Y年%-m月%-d日 %H:%M:%S（UTC%:z）",
        Language::En | Language::Pseudo => "%-d %B %Y, %H:%M:%S (UTC%:z)",
    };
    at.format(form).to_string()
}
