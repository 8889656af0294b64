//! For which party somebody signs.

use uuid::Uuid;

use super::super::*;
use super::*;
use crate::id::{OrganisationId, PersonId, ProjectId, SignerId};
use crate::text::Text;

const fn organisation(n: u128) -> OrganisationId {
    OrganisationId(Uuid::from_u128(n))
}

const VENDOR: OrganisationId = organisation(1);
const CLIENT: OrganisationId = organisation(2);
const SUPERVISOR: OrganisationId = organisation(3);
const PARTNER: OrganisationId = organisation(4);
const BRANCH: OrganisationId = organisation(5);
const STRANGER: OrganisationId = organisation(6);

fn project(supervisor: Option<OrganisationId>) -> Project {
    Project {
        id: ProjectId(Uuid::nil()),
        number: "HC-2026-014".into(),
        title: Text::default(),
        summary: Text::default(),
        client: CLIENT,
        vendor: VENDOR,
        supervisor,
        partners: vec![PARTNER],
        manager: PersonId(Uuid::nil()),
        jurisdictions: vec![],
    }
}

#[test]
fn the_party_follows_from_the_nearest_organisation_with_a_part() {
    let table: [(&str, &[OrganisationId], &[Party]); 9] = [
        ("the vendor", &[VENDOR], &[Party::Vendor]),
        ("the client", &[CLIENT], &[Party::Client]),
        ("the supervisor", &[SUPERVISOR], &[Party::Supervisor]),
        ("a branch of the client", &[BRANCH, CLIENT], &[Party::Client]),
        ("a branch of a branch", &[STRANGER, BRANCH, VENDOR], &[Party::Vendor]),
        ("a partner signs for nobody", &[PARTNER], &[]),
        ("not even where it belongs to the vendor", &[PARTNER, VENDOR], &[]),
        ("an assessor", &[STRANGER], &[]),
        ("nobody at all", &[], &[]),
    ];
    for (who, lineage, parties) in table {
        assert_eq!(stands_for(&project(Some(SUPERVISOR)), lineage), parties, "{who}");
    }
    assert_eq!(stands_for(&project(None), &[SUPERVISOR]), [], "a supervisor of other projects");
    let own = Project { client: VENDOR, ..project(None) };
    assert_eq!(stands_for(&own, &[VENDOR]), [Party::Vendor, Party::Client], "a project for oneself");
}

#[test]
fn only_what_is_true_can_be_chosen() {
    use SignerRole::{Approver, Client, Vendor, Witness};
    assert_eq!(roles(&[Party::Vendor]), [Vendor, Witness, Approver]);
    assert_eq!(roles(&[Party::Vendor, Party::Client]), [Vendor, Client, Witness, Approver]);
    assert_eq!(roles(&[]), [Witness, Approver]);
    for party in Party::ALL {
        assert_eq!((party.role().party(), party.waiver().waives()), (Some(party), Some(party)));
    }
    assert_eq!((Witness.party(), Part::Signature.waives()), (None, None));
}

/// Who signs: the place in the order tells the signer, the role what she would sign as, the party what she is of.
type Signs = (SignerRole, &'static [Party]);

fn found(parties: &[Party], signers: &[Signs], waived: &[Party]) -> Vec<Obstacle<()>> {
    let records: Vec<Signer> = (1..)
        .zip(signers)
        .map(|(n, (role, _))| Signer {
            id: SignerId(Uuid::from_u128(n)),
            document: DocumentId(Uuid::nil()),
            position: u32::try_from(n).unwrap(),
            person: PersonId(Uuid::from_u128(n)),
            role: *role,
            capacity: Text::default(),
            outcome: SignerState::Waiting,
        })
        .collect();
    let standing: Vec<&[Party]> = signers.iter().map(|(_, standing)| *standing).collect();
    let mut out = Vec::new();
    let signing =
        SigningFacts { signers: &records, standing: &standing, without_authority: &[], parties, waived };
    super::super::issuing::signer_obstacles(&signing, &mut out);
    out
}

#[test]
fn every_party_signs_as_what_it_is_or_is_excused() {
    use Party::{Client, Supervisor, Vendor};
    let both: &[Party] = &[Vendor, Client];
    let three: &[Party] = &[Vendor, Client, Supervisor];
    let vendor: Signs = (SignerRole::Vendor, &[Vendor]);
    let client: Signs = (SignerRole::Client, &[Client]);
    let supervisor: Signs = (SignerRole::Supervisor, &[Supervisor]);
    let unsigned = |party| Obstacle::PartyUnsigned { party };
    let contradicted = |party| Obstacle::WaiverContradicted { party };
    let other = |n| Obstacle::SignerOfAnotherParty { signer: SignerId(Uuid::from_u128(n)) };
    type Case<'a> = (&'a str, &'a [Party], &'a [Signs], &'a [Party], Vec<Obstacle<()>>);
    let table: [Case<'_>; 13] = [
        ("both sign", both, &[vendor, client], &[], vec![]),
        ("all three sign", three, &[vendor, client, supervisor], &[], vec![]),
        ("the client alone", both, &[client], &[], vec![unsigned(Vendor)]),
        ("no supervisor", three, &[vendor, client], &[], vec![unsigned(Supervisor)]),
        ("the supervisor is excused", three, &[vendor, client], &[Supervisor], vec![]),
        (
            "the vendor signs as the client",
            both,
            &[(SignerRole::Client, &[Vendor]), client],
            &[],
            vec![other(1), unsigned(Vendor)],
        ),
        (
            "both as the client",
            both,
            &[(SignerRole::Client, &[Vendor]), (SignerRole::Client, &[])],
            &[],
            vec![other(1), other(2), unsigned(Vendor), unsigned(Client)],
        ),
        (
            "a supervisor the project has not",
            both,
            &[vendor, client, (SignerRole::Supervisor, &[])],
            &[],
            vec![other(3)],
        ),
        ("a witness of any organisation", both, &[vendor, client, (SignerRole::Witness, &[])], &[], vec![]),
        (
            "a witness is no signer of the party",
            both,
            &[vendor, (SignerRole::Witness, &[Client])],
            &[],
            vec![unsigned(Client)],
        ),
        ("excused and signing", both, &[vendor, client], &[Client], vec![contradicted(Client)]),
        ("excused without a part", both, &[vendor, client], &[Supervisor], vec![contradicted(Supervisor)]),
        ("nobody, all excused", both, &[], both, vec![Obstacle::NoSigners]),
    ];
    for (case, parties, signers, waived, expected) in table {
        assert_eq!(found(parties, signers, waived), expected, "{case}");
    }
}
