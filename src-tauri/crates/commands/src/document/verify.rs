//! Verifying a signed PDF or a signed trail: what the other party's small program says too.

use std::path::Path;

use chrono::DateTime;
use hefu_api::document::{
    Fault, FaultWeight, HeadStanding, Identity, SignatureIntegrity, TrailText, Unjudged, Verdict,
    VerifiedDocument, VerifiedProject, VerifiedSignature, VerifiedTrail, VerifyFile, VerifyReport,
};
use hefu_domain::document::{SignerRole, SigningMethod};
use hefu_domain::text::Words;
use hefu_signing::{
    Finding, Given, HeadCheck, Integrity, Method, Pair, Proof, Report, Role, SignatureReport, TrailFacts,
    Weight,
};
use serde_json::{Map, Value};

use crate::failure::CommandError;
use crate::given::of_unread;
use crate::session::OnProgress as Told;

pub(crate) fn verify_file(request: VerifyFile, _: Told<'_>) -> Result<VerifyReport, CommandError> {
    let path = Path::new(&request.path);
    let file = hefu_signing::read(path).map_err(|error| of_unread(path, error))?;
    let head = request.head.filter(|head| !head.trim().is_empty());
    let report = hefu_signing::verify(&file, &Given { head, ..Given::default() });
    Ok(VerifyReport {
        path: request.path,
        verdict: match report.verdict {
            hefu_signing::Verdict::Unchanged => Verdict::Unchanged,
            hefu_signing::Verdict::Changed => Verdict::Changed,
            hefu_signing::Verdict::CannotBeJudged => Verdict::CannotBeJudged,
        },
        unjudged: report.unjudged.map(|why| match why {
            hefu_signing::Unjudged::NotSigned => Unjudged::NotSigned,
            hefu_signing::Unjudged::OtherProgram => Unjudged::OtherProgram,
            hefu_signing::Unjudged::Encrypted => Unjudged::Encrypted,
            hefu_signing::Unjudged::Unreadable => Unjudged::Unreadable,
            hefu_signing::Unjudged::NotFixed => Unjudged::NotFixed,
        }),
        document: document(&report),
        signatures: report.signatures.iter().map(signature).collect(),
        outstanding: report.unsigned_positions,
        head: report.head.map(|head| match head {
            HeadCheck::Stated => HeadStanding::Stated,
            HeadCheck::NotStated { .. } => HeadStanding::NotStated,
            HeadCheck::OtherTrail { .. } => HeadStanding::OtherTrail,
        }),
        faults: report.findings.iter().map(fault).collect(),
        sha256: report.sha256,
        trail: report.trail.as_ref().map(trail),
    })
}

fn trail(facts: &TrailFacts) -> VerifiedTrail {
    let header = &facts.header;
    VerifiedTrail {
        workspace: header.workspace.name.clone(),
        workspace_id: header.workspace.id.clone(),
        trail: header.trail.clone(),
        title: (header.title != Pair::default()).then(|| words(&header.title)),
        project: header
            .project
            .as_ref()
            .map(|project| VerifiedProject { number: project.number.clone(), title: words(&project.title) }),
        exported_at: header.exported_at,
        entries: facts.entries,
        first: header.first,
        last: header.last,
        erased: facts.erased,
        unproven: facts.unproven,
        left: facts.left.iter().map(|left| TrailText { seq: left.seq, text: left.text.clone() }).collect(),
        head: header.head.clone(),
    }
}

fn words(pair: &Pair) -> Words {
    Words { en: pair.en.clone(), zh: pair.zh.clone() }
}

/// None when the file carries no evidence record of Hefu.
fn document(report: &Report) -> Option<VerifiedDocument> {
    if report.document.id.is_empty() {
        return None;
    }
    let heads = report.signatures.iter().filter_map(|s| s.row.as_ref()).map(|row| row.journal_heads.clone());
    Some(VerifiedDocument {
        id: report.document.id.clone(),
        number: report.document.number.clone(),
        title: words(&report.document.title),
        heads: heads.into_iter().next().unwrap_or_default(),
    })
}

fn signature(found: &SignatureReport) -> VerifiedSignature {
    let row = found.row.as_ref();
    let (identity, attested_by, issuer) = match &found.proof {
        Some(Proof::Attested { by }) => (Identity::Attested, by.clone(), None),
        Some(Proof::SelfStated) => (Identity::SelfStated, Vec::new(), None),
        Some(Proof::Known) => (Identity::Known, Vec::new(), None),
        Some(Proof::Issued { by }) => (Identity::Issued, Vec::new(), Some(by.clone())),
        Some(Proof::Trusted { root }) => (Identity::Trusted, Vec::new(), Some(root.clone())),
        None => (Identity::Unknown, Vec::new(), None),
    };
    VerifiedSignature {
        position: found.position,
        signer: words(&found.signer),
        capacity: row.map(|row| words(&row.capacity)),
        role: found.role.map(|role| match role {
            Role::Vendor => SignerRole::Vendor,
            Role::Client => SignerRole::Client,
            Role::Supervisor => SignerRole::Supervisor,
            Role::Witness => SignerRole::Witness,
            Role::Approver => SignerRole::Approver,
        }),
        at: found.time.as_deref().and_then(|time| DateTime::parse_from_rfc3339(time).ok()),
        method: found.method.map(|method| match method {
            Method::Drawn => SigningMethod::Drawn,
            Method::Typed => SigningMethod::Typed,
            Method::OwnCertificate => SigningMethod::OwnCertificate,
            Method::VendorIdentity => SigningMethod::VendorIdentity,
        }),
        reason: row.map(|row| row.reason.clone()).unwrap_or_default(),
        integrity: match found.integrity {
            Integrity::Intact => SignatureIntegrity::Intact,
            Integrity::Changed => SignatureIntegrity::Broken,
        },
        identity,
        attested_by,
        issuer,
        certificate: found.certificate.as_ref().map(|facts| facts.sha256.clone()),
        changes_after: found.changes_after.iter().map(fault).collect(),
    }
}

/// A finding as code and arguments; where it is known, the place is among them.
fn fault(finding: &Finding) -> Fault {
    let mut args = match serde_json::to_value(&finding.change) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    };
    let code = args.remove("code").and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default();
    let place = &finding.place;
    let numbers = [
        ("revision", place.revision.map(u64::from)),
        ("after", place.after.map(u64::from)),
        ("object", place.object.map(u64::from)),
        ("page", place.page.map(u64::from)),
        ("from", place.bytes.map(|span| span.from as u64)),
        ("to", place.bytes.map(|span| span.to as u64)),
    ];
    args.extend(numbers.into_iter().filter_map(|(name, n)| n.map(|n| (name.to_owned(), n.into()))));
    let weight = match finding.change.weight() {
        Weight::Change => FaultWeight::Change,
        Weight::NotFixed => FaultWeight::NotFixed,
        Weight::Contradiction => FaultWeight::Contradiction,
    };
    Fault { code, weight, args }
}
