//! A document from draft to signed, and what stands in its way.

use uuid::Uuid;

use super::*;
use crate::acceptance::{Blocking, Conclusion, Mark, OpenIssue};
use crate::id::{CriterionId, OpenIssueId, RoundId};
use crate::text::parity::{FigureKind, PartyNames};
use crate::text::{Language, Words};

const STATES: [DocumentState; 6] = [
    DocumentState::Draft,
    DocumentState::InReview,
    DocumentState::Issued,
    DocumentState::Signed,
    DocumentState::Superseded,
    DocumentState::Void,
];

#[test]
fn only_these_steps_are_taken() {
    use DocumentState::{Draft, InReview, Issued, Signed, Superseded, Void};
    let allowed = [
        (Draft, Step::SubmitForReview, InReview),
        (InReview, Step::Return, Draft),
        (Draft, Step::Issue, Issued),
        (InReview, Step::Issue, Issued),
        (Issued, Step::SignLast, Signed),
        (Issued, Step::Supersede, Superseded),
        (Signed, Step::Supersede, Superseded),
        (Draft, Step::Void, Void),
        (InReview, Step::Void, Void),
        (Issued, Step::Void, Void),
        (Signed, Step::Void, Void),
    ];
    for state in STATES {
        for step in
            [Step::SubmitForReview, Step::Return, Step::Issue, Step::SignLast, Step::Supersede, Step::Void]
        {
            let expected = allowed.iter().find(|(from, by, _)| (*from, *by) == (state, step)).map(|a| a.2);
            assert_eq!(next_state(state, step), expected.ok_or(WrongState { state, step }));
        }
    }
}

fn signer(n: u128, position: u32, outcome: SignerState) -> Signer {
    Signer {
        id: SignerId(Uuid::from_u128(n)),
        document: DocumentId(Uuid::nil()),
        position,
        person: PersonId(Uuid::from_u128(n)),
        role: SignerRole::Vendor,
        capacity: Text::reviewed("Delivery lead", "交付负责人"),
        outcome,
    }
}

fn at() -> DateTime<FixedOffset> {
    "2026-09-28T10:12:00+08:00".parse().unwrap()
}

fn signed() -> SignerState {
    SignerState::Signed {
        at: at(),
        method: SigningMethod::Drawn,
        revision: String::new(),
        certificate: String::new(),
        witnesses: vec![],
    }
}

#[test]
fn signatures_come_in_order_and_a_refusal_ends_them() {
    let id = |n| SignerId(Uuid::from_u128(n));
    let check =
        |signers: &[Signer], n| may_sign(DocumentState::Issued, signers, id(n)).map(|signer| signer.id);
    let waiting = [
        signer(1, 1, SignerState::Waiting),
        signer(2, 2, SignerState::Waiting),
        signer(3, 2, SignerState::Waiting),
    ];
    assert_eq!(check(&waiting, 1), Ok(id(1)));
    assert_eq!(check(&waiting, 2), Err(Refusal::NotYet { waiting_for: vec![id(1)] }));
    assert_eq!(check(&waiting, 9), Err(Refusal::NotASigner { signer: id(9) }));
    assert_eq!(
        may_sign(DocumentState::Superseded, &waiting, id(1)).map(|s| s.id),
        Err(Refusal::NotIssued { state: DocumentState::Superseded })
    );

    let one = [signer(1, 1, signed()), waiting[1].clone(), waiting[2].clone()];
    assert_eq!(signing(&one), Signing::Waiting { next: vec![id(2), id(3)], signed: 1, signers: 3 });
    assert_eq!(check(&one, 1), Err(Refusal::AlreadySigned));
    assert_eq!((check(&one, 2), check(&one, 3)), (Ok(id(2)), Ok(id(3))));

    let refused = SignerState::Refused { at: at(), reason: "The figure is wrong.".into() };
    let refused = [one[0].clone(), signer(2, 2, refused), waiting[2].clone()];
    assert_eq!(signing(&refused), Signing::Refused { by: id(2), signed: 1, signers: 3 });
    assert_eq!(check(&refused, 3), Err(Refusal::RefusedBy { signer: id(2) }));
    assert_eq!(check(&refused, 2), Err(Refusal::HasRefused));
    assert_eq!(
        refused.iter().map(|signer| turn(signer, &refused)).collect::<Vec<_>>(),
        [Turn::Done, Turn::Refused, Turn::Later]
    );

    let all = [signer(1, 1, signed()), signer(2, 2, signed())];
    assert_eq!(signing(&all), Signing::Complete { signers: 2 });
    assert_eq!(signing(&[]), Signing::NoSigners);
}

fn document(state: DocumentState, edition: Edition) -> Document {
    Document {
        id: DocumentId(Uuid::nil()),
        project: ProjectId(Uuid::nil()),
        kind: DocumentKind::AcceptanceReport,
        subject: Subject::Project,
        number: "HC-2026-014 / PA-01".into(),
        title: Text::reviewed("Preliminary Acceptance Report", "初步验收报告"),
        version: 1,
        state,
        date: NaiveDate::from_ymd_opt(2026, 9, 28),
        edition,
        look: Look::Formal,
        issued: None,
        revision: None,
        supersedes: None,
        void_reason: String::new(),
    }
}

/// A project of the vendor's own, with two signers that are his.
const VENDOR_ALONE: SigningFacts<'_> = SigningFacts {
    signers: &[],
    standing: &[VENDOR, VENDOR],
    without_authority: &[],
    parties: VENDOR,
    waived: &[],
};
const VENDOR: &[Party] = &[Party::Vendor];

fn whole_round<P>(marks: &[(CriterionId, Mark)]) -> Vec<Obstacle<P>> {
    report_obstacles(Some(concluded(marks)))
}

fn concluded(marks: &[(CriterionId, Mark)]) -> RoundFacts<'_> {
    RoundFacts { conclusion: Some(Conclusion::Passed), marks, issues: &[] }
}

#[test]
fn a_whole_document_may_be_issued() {
    let document = document(DocumentState::Draft, Edition::SideBySide);
    let (text, blank) = (Text::reviewed("30 of 30 restored", "30/30 份恢复"), Text::default());
    let texts = [PlacedText { place: "measured", text: &text }, PlacedText { place: "remark", text: &blank }];
    let marks = [(CriterionId(Uuid::nil()), Mark::Passed)];
    let signers = [signer(1, 1, SignerState::Waiting)];
    let facts = IssueFacts {
        document: &document,
        texts: &texts,
        parties: &[],
        signing: SigningFacts { signers: &signers, ..VENDOR_ALONE },
        own: &whole_round(&marks),
    };
    assert_eq!(obstacles(&facts), []);
}

#[test]
fn everything_that_stands_in_the_way_is_said_at_once() {
    let criterion = CriterionId(Uuid::from_u128(7));
    let issue = OpenIssue {
        id: OpenIssueId(Uuid::from_u128(2)),
        project: ProjectId(Uuid::nil()),
        round: RoundId(Uuid::nil()),
        criterion: Some(criterion),
        number: "OI-02".into(),
        text: Text::default(),
        owner: None,
        due: None,
        blocking: Blocking::Blocks,
        closed: None,
    };
    let mut document = document(DocumentState::Issued, Edition::SideBySide);
    document.date = None;
    let stale = Text::reviewed("Within 60 seconds", "60 秒内")
        .revise(&Words { en: "Within 74 seconds".into(), zh: "60 秒内".into() });
    let half = Text::draft(&Words { en: "Hechao Cloud signs".into(), zh: String::new() });
    let named = Text::reviewed("Hechao Cloud signs", "乙方签署");
    let texts = [
        PlacedText { place: "3.4", text: &stale },
        PlacedText { place: "half", text: &half },
        PlacedText { place: "named", text: &named },
    ];
    let parties = [PartyNames { en: vec!["Hechao Cloud".into()], zh: vec!["合潮云".into()] }];
    let signers = [
        signer(1, 1, SignerState::Waiting),
        Signer { person: PersonId(Uuid::from_u128(1)), ..signer(2, 2, SignerState::Waiting) },
    ];
    let marks = [(criterion, Mark::NotTested)];
    let facts = IssueFacts {
        document: &document,
        texts: &texts,
        parties: &parties,
        signing: SigningFacts {
            signers: &signers,
            without_authority: &[PersonId(Uuid::from_u128(1))],
            ..VENDOR_ALONE
        },
        own: &report_obstacles(Some(RoundFacts {
            conclusion: Some(Conclusion::Conditional),
            marks: &marks,
            issues: std::slice::from_ref(&issue),
        })),
    };
    let text = |place, language, fault| Obstacle::Text { place, language, fault };
    let found = obstacles(&facts);
    assert_eq!(found[0], Obstacle::WrongState { state: DocumentState::Issued });
    assert_eq!(found[1], Obstacle::NoDate);
    assert_eq!(found[2], text("3.4", Language::En, SideFault::Draft));
    assert_eq!(found[3], text("3.4", Language::Zh, SideFault::Stale));
    assert!(
        matches!(&found[4], Obstacle::Parity { place: "3.4", finding } if finding.kind == FigureKind::Duration)
    );
    assert_eq!(found[5], text("half", Language::En, SideFault::Draft));
    assert_eq!(found[6], text("half", Language::Zh, SideFault::Missing));
    assert!(
        matches!(&found[7], Obstacle::Parity { place: "named", finding } if finding.kind == FigureKind::Party)
    );
    assert_eq!(found[8], Obstacle::CriteriaNotTested { criteria: vec![criterion] });
    assert!(matches!(&found[9], Obstacle::ConclusionNotAdmissible { obstacles, .. } if obstacles.len() == 3));
    assert_eq!(found[10], Obstacle::SignerWithoutAuthority { signer: signers[0].id });
    assert_eq!(found[11], Obstacle::SignerTwice { signer: signers[1].id });
    assert_eq!(found[12], Obstacle::SignerWithoutAuthority { signer: signers[1].id });
    assert_eq!(found.len(), 13);

    let bare = IssueFacts {
        signing: SigningFacts { signers: &[], ..VENDOR_ALONE },
        own: &report_obstacles(None),
        ..facts
    };
    let found = obstacles(&bare);
    assert_eq!(found[8..], [Obstacle::NoRound, Obstacle::PartyUnsigned { party: Party::Vendor }]);
    let open: Vec<Obstacle<()>> =
        report_obstacles(Some(RoundFacts { conclusion: None, ..concluded(&marks) }));
    assert_eq!(open[1..], [Obstacle::NoConclusion]);
}

#[test]
fn an_edition_in_one_language_asks_for_that_side_alone() {
    let text = Text { zh: crate::text::Side::default(), ..Text::reviewed("30 days", "") };
    let texts = [PlacedText { place: (), text: &text }];
    let marks = [(CriterionId(Uuid::nil()), Mark::Passed)];
    let signers = [signer(1, 1, SignerState::Waiting)];
    for (edition, expected) in [
        (Edition::En, vec![]),
        (Edition::Zh, vec![Obstacle::Text { place: (), language: Language::Zh, fault: SideFault::Missing }]),
    ] {
        let document = document(DocumentState::InReview, edition);
        let facts = IssueFacts {
            document: &document,
            texts: &texts,
            parties: &[],
            signing: SigningFacts { signers: &signers, ..VENDOR_ALONE },
            own: &whole_round(&marks),
        };
        assert_eq!(obstacles(&facts), expected);
    }
}

#[test]
fn a_list_asks_for_an_owner_and_a_day_of_every_issue_that_is_open() {
    let day = NaiveDate::from_ymd_opt(2026, 10, 20);
    let issue = |n, owner: Option<u128>, due, closed| OpenIssue {
        id: OpenIssueId(Uuid::from_u128(n)),
        project: ProjectId(Uuid::nil()),
        round: RoundId(Uuid::nil()),
        criterion: None,
        number: format!("OI-{n:02}"),
        text: Text::default(),
        owner: owner.map(|n| PersonId(Uuid::from_u128(n))),
        due,
        blocking: Blocking::DoesNotBlock,
        closed,
    };
    let whole = issue(1, Some(1), day, None);
    let unowned = issue(2, None, day, None);
    let undated = issue(3, Some(1), None, None);
    let closed = issue(4, None, None, day);
    let found: Vec<Obstacle<()>> = list_obstacles(&[whole.clone(), unowned.clone(), undated.clone(), closed]);
    assert_eq!(found, [Obstacle::IssuesUnassigned { issues: vec![unowned.id, undated.id] }]);
    assert_eq!(list_obstacles::<()>(&[whole]), []);
}

#[test]
fn every_kind_is_signed_and_prints_its_parts_in_their_order() {
    for kind in DocumentKind::ALL {
        let parts = kind.parts();
        assert!(parts.is_sorted(), "{kind:?}");
        for part in [Part::Signature, Part::Language].into_iter().chain(Party::ALL.map(Party::waiver)) {
            assert!(parts.contains(&part), "{kind:?}: {part:?}");
        }
        for part in parts {
            assert_eq!(serde_json::to_value(part).unwrap(), part.code(), "as it is kept");
        }
    }
}

#[test]
fn a_document_keeps_what_it_is_of_beside_its_other_fields() {
    let mut of_round = document(DocumentState::Draft, Edition::En);
    let round = RoundId(Uuid::from_u128(9));
    of_round.subject = Subject::from(Some(round));
    let kept = serde_json::to_value(&of_round).unwrap();
    assert_eq!((&kept["subject"], &kept["round"]), (&"round".into(), &round.to_string().into()));
    assert_eq!(serde_json::from_value::<Document>(kept).unwrap(), of_round);
    let kept = serde_json::to_value(document(DocumentState::Draft, Edition::En)).unwrap();
    assert_eq!((&kept["subject"], kept.get("round")), (&"project".into(), None));
}
