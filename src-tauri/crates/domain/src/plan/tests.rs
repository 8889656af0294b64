//! A plan read from a project, generalised, and made a project again.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::*;
use crate::id::{OrganisationId, PersonId, ProjectId};
use crate::money::MoneyError;
use crate::text::{SideState, Words};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn words(en: &str, zh: &str) -> Words {
    Words { en: en.into(), zh: zh.into() }
}

fn project() -> Project {
    Project {
        id: ProjectId(Uuid::from_u128(1)),
        number: "HC-2027-001".into(),
        title: Text::reviewed("Phase two", "二期"),
        summary: Text::default(),
        client: OrganisationId(Uuid::from_u128(2)),
        vendor: OrganisationId(Uuid::from_u128(3)),
        supervisor: None,
        partners: Vec::new(),
        manager: PersonId(Uuid::from_u128(4)),
        jurisdictions: vec!["SG".into()],
    }
}

fn milestone(share: &str, price: Option<&str>) -> PlannedMilestone {
    PlannedMilestone {
        title: Text::reviewed("Payment", "款项"),
        share: share.parse().unwrap(),
        price: price.map(|amount| Price { currency: "CNY".into(), amount: Some(amount.parse().unwrap()) }),
        trigger: Trigger::GoodsReceived,
        invoice_within_days: None,
    }
}

fn plan() -> Plan {
    let text = |en: &str, zh: &str| Text::reviewed(en, zh);
    Plan {
        jurisdictions: vec!["CN".into()],
        stages: vec![text("Initiation", "启动"), text("Delivery", "交付")],
        stacks: vec![PlannedStack {
            title: text("Stack", "云栈"),
            jurisdiction: "CN".into(),
            calendar: "cn".into(),
        }],
        milestones: vec![milestone("0.3", None), milestone("0.3", None), milestone("0.4", None)],
        requirements: vec![PlannedRequirement {
            number: "R-001".into(),
            title: text("Two zones", "双可用区"),
            priority: Priority::Must,
            stack: Some(0),
            source: "annex 1".into(),
        }],
        deliverables: vec![PlannedDeliverable {
            number: "D-01".into(),
            title: text("Cloud", "云平台"),
            stack: None,
            organisation: None,
            due: Some(30),
        }],
        chapters: vec![text("Platform", "平台")],
        criteria: vec![PlannedCriterion {
            chapter: 0,
            number: "1.1".into(),
            text: text("Both zones answer", "两区均可访问"),
            method: Method::Test,
        }],
        links: vec![
            PlannedLink::Delivers { requirement: 0, deliverable: 0 },
            PlannedLink::Proves { requirement: 0, criterion: 0 },
        ],
        rounds: vec![PlannedRound {
            number: "PA-01".into(),
            kind: RoundKind::Preliminary,
            planned: Some(60),
        }],
        documents: vec![PlannedDocument {
            kind: DocumentKind::AcceptanceReport,
            round: Some(0),
            number_after: " / PA-01".into(),
            title: text("Report", "报告"),
            date: None,
            edition: Edition::SideBySide,
            look: Look::Formal,
            paragraphs: vec![PlannedParagraph {
                part: Part::Basis, text: text("As agreed.", "按约定。")
            }],
            signers: Vec::new(),
        }],
        terms: None,
    }
}

fn make(plan: &Plan, start: Option<&str>, amount: Option<&str>) -> Structure {
    let price =
        Price { currency: "CNY".into(), amount: amount.map(|amount| amount.parse::<Decimal>().unwrap()) };
    let beginning = Beginning { project: project(), start: start.map(day), price: &price };
    let mut next = 100;
    let mut fresh = || {
        next += 1;
        Ok::<_, MoneyError>(Uuid::from_u128(next))
    };
    plan.make(&beginning, &mut fresh).unwrap()
}

#[test]
fn what_is_made_of_a_plan_is_read_as_that_plan() {
    let mut expected = plan();
    // The price of the new project is in its contract and milestones now.
    let made = make(&expected, Some("2027-03-01"), None);
    for milestone in &mut expected.milestones {
        milestone.price = Some(Price { currency: "CNY".into(), amount: Some("0.00".parse().unwrap()) });
    }
    for paragraph in expected.documents.iter_mut().flat_map(|document| &mut document.paragraphs) {
        paragraph.text = Text::draft(&paragraph.text.words());
    }
    assert_eq!(made.plan(), expected);
    assert_eq!(made.project.jurisdictions, ["CN"]);
}

#[test]
fn days_are_counted_from_the_first_or_not_set() {
    let made = make(&plan(), Some("2027-03-01"), None);
    assert_eq!(made.deliverables[0].due, Some(day("2027-03-31")));
    assert_eq!(made.rounds[0].planned, Some(day("2027-04-30")));
    assert_eq!(
        made.stages.iter().map(|stage| stage.started).collect::<Vec<_>>(),
        [Some(day("2027-03-01")), None]
    );
    let timeless = make(&plan(), None, None);
    assert_eq!(
        (timeless.deliverables[0].due, timeless.rounds[0].planned, timeless.stages[0].started),
        (None, None, None)
    );
}

#[test]
fn shares_that_make_a_whole_add_up_to_the_price() {
    let amounts = |made: &Structure| made.milestones.iter().map(|m| m.amount.to_string()).collect::<Vec<_>>();
    assert_eq!(amounts(&make(&plan(), None, Some("100.01"))), ["30.00", "30.00", "40.01"]);
    let part = Plan { milestones: vec![milestone("0.3", None), milestone("0.3", None)], ..plan() };
    assert_eq!(amounts(&make(&part, None, Some("100.01"))), ["30.00", "30.00"]);
    let priced = Plan { milestones: vec![milestone("0.3", Some("7.50"))], ..plan() };
    assert_eq!(amounts(&make(&priced, None, Some("100.01"))), ["7.50"]);
}

#[test]
fn links_are_confirmed_between_the_new_records() {
    let made = make(&plan(), None, None);
    let expected = crate::trace::fingerprint(&made.requirements[0].title, &made.criteria[0].text);
    assert_eq!(made.links[1].fingerprint, expected);
    assert!(make(&Plan { requirements: Vec::new(), ..plan() }, None, None).links.is_empty());
}

#[test]
fn a_general_plan_has_neither_names_nor_money_nor_paragraphs_of_one_project() {
    let names = Names::new([
        ("Harbour City Hospital Group".to_owned(), words("the client", "甲方")),
        ("Harbour City".to_owned(), words("the client", "甲方")),
        ("港城医院".to_owned(), words("the client", "甲方")),
        ("Li".to_owned(), words("the person in charge", "负责人")),
    ]);
    let mut own = plan();
    own.requirements[0].title =
        Text::reviewed("Harbour City Hospital Group sees the Lights of Li", "港城医院可查看");
    own.requirements[0].source = "Harbour City, annex 1".into();
    own.milestones = vec![milestone("1", Some("7.50"))];
    let said = |en: &str, zh: &str| PlannedParagraph { part: Part::Scope, text: Text::reviewed(en, zh) };
    own.documents[0].paragraphs = vec![
        said("As agreed with Harbour City.", "按与港城医院的约定。"),
        said("Signed on 2 March 2026.", "签订于 2026年3月2日。"),
        said("The price is CNY 3,240,000.00.", "价款为人民币 3,240,000.00 元。"),
    ];
    let general = own.general(&names);
    let title = &general.requirements[0].title;
    assert_eq!(
        (title.en.words.as_str(), title.zh.words.as_str()),
        ("the client sees the Lights of the person in charge", "甲方可查看")
    );
    assert_eq!(title.en.state, SideState::Draft, "it has to be read again");
    assert_eq!(general.requirements[0].source, "the client, annex 1");
    assert_eq!(general.milestones[0].price, None);
    let kept: Vec<&str> = general.documents[0].paragraphs.iter().map(|p| p.text.zh.words.as_str()).collect();
    assert_eq!(kept, ["按与甲方的约定。"]);
}
