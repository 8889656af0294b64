//! The report as text, in the reader's language.

use hefu_messages::*;
use hefu_signing::{
    Change, HeadCheck, Integrity, Method, Pair, Proof, Report, SignatureReport, TrailFacts, Unjudged, Verdict,
};

use crate::words::{finding, moment, number, role};

/// The whole report, the verdict first.
pub(crate) fn report(report: &Report, path: &str, language: Language) -> String {
    let mut lines = vec![verdict(report, language)];
    if !report.findings.is_empty() {
        lines.push(match report.verdict {
            Verdict::Unchanged => verify_contradictions(language),
            Verdict::Changed | Verdict::CannotBeJudged => verify_found(language),
        });
        lines.extend(report.findings.iter().map(|found| format!("  • {}", finding(found, language))));
    }
    lines.push(String::new());
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
    let lines: Vec<String> = lines.iter().map(|line| shown::line(line)).collect();
    lines.join("\n")
}

/// The one sentence that matters most.
fn verdict(report: &Report, language: Language) -> String {
    let (signed, open) = (report.signatures.len(), report.unsigned_positions.len());
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    match (report.verdict, report.unjudged, report.findings.first().map(|found| &found.change)) {
        (Verdict::CannotBeJudged, why, _) => match why {
            Some(Unjudged::NotSigned) => verify_not_signed(language),
            Some(Unjudged::OtherProgram) => verify_other_program(language),
            Some(Unjudged::Encrypted) => verify_encrypted(language),
            Some(Unjudged::NotFixed) => verify_not_fixed(language),
            Some(Unjudged::Unreadable) | None => verify_unreadable(language),
        },
        (Verdict::Changed, _, Some(Change::WrittenAnew)) => verify_changed_anew(language),
        (Verdict::Changed, _, Some(Change::BlankAppended)) => verify_changed_blank(language),
        (Verdict::Changed, ..) => verify_changed(language),
        (Verdict::Unchanged, ..) if report.trail.is_some() => verify_intact(language),
        (Verdict::Unchanged, ..) if open > 0 => verify_open(language, count(signed), count(signed + open)),
        (Verdict::Unchanged, ..) => verify_complete(language, count(signed)),
    }
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
    for left in &facts.left {
        lines.push(trail_told_left(language, number(left.seq), &left.text));
    }
    if facts.unproven > 0 {
        lines.push(trail_told_unproven(language, number(facts.unproven)));
    }
    lines.push(trail_told_head(language, &header.head));
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
    // What it was stands under the verdict, with its place.
    if !signed.changes_after.is_empty() {
        line(verify_signature_changed_later(language));
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

fn method(method: Method, language: Language) -> String {
    match method {
        Method::Drawn => verify_method_drawn(language),
        Method::Typed => verify_method_typed(language),
        Method::OwnCertificate => verify_method_own_certificate(language),
        Method::VendorIdentity => verify_method_vendor_identity(language),
    }
}

fn in_language(pair: &Pair, language: Language) -> &str {
    let (first, second) = match language {
        Language::Zh => (&pair.zh, &pair.en),
        Language::En | Language::Pseudo => (&pair.en, &pair.zh),
    };
    if first.is_empty() { second } else { first }
}
