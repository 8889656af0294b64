//! The report as text, in the reader's language.

use chrono::{DateTime, FixedOffset};
use hefu_messages::*;
use hefu_signing::{
    Change, Finding, HeadCheck, Integrity, Method, Pair, Place, Proof, Report, Role, SignatureReport,
    TrailFacts,
};

/// The whole report.
pub(crate) fn report(report: &Report, path: &str, language: Language) -> String {
    let mut lines = Vec::new();
    let document = &report.document;
    let title = in_language(&document.title, language);
    if !(document.number.is_empty() && title.is_empty()) {
        lines.push(verify_document(language, &document.number, title));
    }
    if let Some(facts) = &report.trail {
        trail(facts, language, &mut lines);
    }
    let bytes = i64::try_from(report.bytes).unwrap_or(i64::MAX);
    lines.push(verify_file(language, path, bytes));
    lines.push(verify_digest(language, &report.sha256));
    lines.push(String::new());
    lines.push(match report.integrity {
        Integrity::Intact => verify_intact(language),
        Integrity::Changed => verify_changed(language),
        Integrity::NotSigned => verify_not_signed(language),
        Integrity::Unreadable => verify_unreadable(language),
    });
    if !report.findings.is_empty() {
        lines.push(verify_found(language));
        lines.extend(report.findings.iter().map(|found| format!("  • {}", finding(found, language))));
    }
    for (place, signed) in report.signatures.iter().enumerate() {
        lines.push(String::new());
        signature(signed, place + 1, language, &mut lines);
    }
    let outstanding: Vec<String> = report.unsigned_positions.iter().map(u32::to_string).collect();
    if !outstanding.is_empty() {
        lines.push(String::new());
        lines.push(verify_outstanding(language, outstanding.join(", ")));
    }
    if let Some(head) = &report.head {
        lines.push(String::new());
        lines.push(match head {
            HeadCheck::Stated if report.trail.is_some() => trail_told_head_stated(language),
            HeadCheck::NotStated { stated } if report.trail.is_some() => {
                trail_told_head_not_stated(language, stated.join("; "))
            }
            HeadCheck::OtherTrail { stated } => trail_told_head_other(language, stated.join("; ")),
            HeadCheck::Stated => verify_head_stated(language),
            HeadCheck::NotStated { stated } if stated.is_empty() => verify_head_none(language),
            HeadCheck::NotStated { stated } => verify_head_not_stated(language, stated.join("; ")),
        });
    }
    let lines: Vec<String> = lines.iter().map(|line| clean(line)).collect();
    lines.join("\n")
}

fn trail(facts: &TrailFacts, language: Language, lines: &mut Vec<String>) {
    let header = &facts.header;
    let title = match in_language(&header.title, language) {
        "" => trail_verify_own_chain(language),
        title => title.to_owned(),
    };
    lines.push(trail_told(language, title, &header.trail));
    lines.push(trail_told_workspace(language, &header.workspace.name, &header.workspace.id));
    if let Some(project) = &header.project {
        lines.push(trail_told_project(language, &project.number, in_language(&project.title, language)));
    }
    let at = moment(&header.exported_at, language);
    lines.push(trail_told_exported(language, header.exported_by.both(), at));
    let (first, last) = (number(header.first), number(header.last));
    lines.push(trail_told_entries(language, number(facts.entries), first, last));
    if facts.erased > 0 {
        lines.push(trail_told_erased(language, number(facts.erased)));
    }
    lines.push(trail_told_head(language, &header.head));
}

/// A line with nothing in it that a terminal obeys or that turns its direction: names come out
/// of the file, and must not be able to write lines of their own.
fn clean(line: &str) -> String {
    let obeyed = |character: char| {
        character.is_control()
            || matches!(character, '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    line.chars().map(|character| if obeyed(character) { '\u{fffd}' } else { character }).collect()
}

fn signature(signed: &SignatureReport, place: usize, language: Language, lines: &mut Vec<String>) {
    let number = signed.position.map_or_else(|| place.to_string(), |position| position.to_string());
    lines.push(verify_signature(language, number, signed.signer.both()));
    let mut line = |text: String| lines.push(format!("  {text}"));
    if let Some(row) = &signed.row {
        let capacity = in_language(&row.capacity, language);
        line(match capacity.is_empty() {
            true => verify_signature_role(language, role(row.role, language)),
            false => verify_signature_capacity(language, role(row.role, language), capacity),
        });
        line(verify_signature_time(language, moment(&row.time, language), method(row.method, language)));
        if !row.reason.is_empty() {
            line(verify_signature_reason(language, &row.reason));
        }
    }
    line(match signed.integrity {
        Integrity::Intact => verify_signature_intact(language),
        _ => verify_signature_changed(language),
    });
    if let Some(proof) = &signed.proof {
        line(self::proof(proof, language));
    }
    if let Some(facts) = &signed.certificate {
        line(verify_signature_certificate(language, &facts.subject, &facts.sha256));
    }
    if !signed.changes_after.is_empty() {
        line(verify_signature_changed_later(language));
        for found in &signed.changes_after {
            line(format!("  • {}", finding(found, language)));
        }
    }
}

fn proof(proof: &Proof, language: Language) -> String {
    match proof {
        Proof::Attested { by } => {
            let comma = match language {
                Language::Zh => "、",
                Language::En | Language::Pseudo => ", ",
            };
            verify_proof_attested(language, by.join(comma))
        }
        Proof::SelfStated => verify_proof_self_stated(language),
        Proof::Known => verify_proof_known(language),
        Proof::Issued { by } => verify_proof_issued(language, by),
        Proof::Trusted { root } => verify_proof_trusted(language, root),
    }
}

fn role(role: Role, language: Language) -> String {
    match role {
        Role::Vendor => verify_role_vendor(language),
        Role::Client => verify_role_client(language),
        Role::Supervisor => verify_role_supervisor(language),
        Role::Witness => verify_role_witness(language),
        Role::Approver => verify_role_approver(language),
    }
}

fn method(method: Method, language: Language) -> String {
    match method {
        Method::Drawn => verify_method_drawn(language),
        Method::Typed => verify_method_typed(language),
        Method::OwnCertificate => verify_method_own_certificate(language),
        Method::VendorIdentity => verify_method_vendor_identity(language),
    }
}

/// A date whose day and month cannot be mistaken for each other, with its distance to UTC.
fn moment(at: &DateTime<FixedOffset>, language: Language) -> String {
    let form = match language {
        Language::Zh => "%Y年%-m月%-d日 %H:%M:%S（UTC%:z）",
        Language::En | Language::Pseudo => "%-d %B %Y, %H:%M:%S (UTC%:z)",
    };
    at.format(form).to_string()
}

fn in_language(pair: &Pair, language: Language) -> &str {
    let (first, second) = match language {
        Language::Zh => (&pair.zh, &pair.en),
        Language::En | Language::Pseudo => (&pair.en, &pair.zh),
    };
    if first.is_empty() { second } else { first }
}

fn finding(finding: &Finding, language: Language) -> String {
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

fn number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn change(change: &Change, language: Language) -> String {
    match change {
        Change::BytesAltered => verify_change_bytes_altered(language),
        Change::CutAtEnd => verify_change_cut_at_end(language),
        Change::Appended => verify_change_appended(language),
        Change::RevisionForm => verify_change_revision_form(language),
        Change::BaseUpdated => verify_change_base_updated(language),
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
        Change::TrailForm { line } => verify_change_trail_form(language, number(*line)),
        Change::EntryChanged { seq } => verify_change_entry_changed(language, number(*seq)),
        Change::EntryMissing { seq } => verify_change_entry_missing(language, number(*seq)),
        Change::EntryOutOfPlace { seq } => verify_change_entry_out_of_place(language, number(*seq)),
        Change::TrailHead { stated, actual } => verify_change_trail_head(language, stated, actual),
        Change::OtherFile { expected, actual } => verify_change_other_file(language, expected, actual),
    }
}
