//! Work packages: who answers for each, how a partner's stands, and how partners keep their word.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hefu_api::work_package::{PackageState, PartnerRow, WorkPackageRow, WorkPackages, WorkPackagesOf};
use hefu_delivery::partner::{self, PackageWork, PartnerQuestion, PartnerWork};
use hefu_delivery::raci::{self, RaciProblem, RaciRow};
use hefu_delivery::small_supplier::{self, AcceptanceTerm, Buyer, SupplierPayment, SupplierPaymentDue};
use hefu_domain::acceptance::Mark;
use hefu_domain::calendar::Calendar;
use hefu_domain::id::{OrganisationId, PersonId, ProjectId, WorkPackageId};
use hefu_domain::party::{Organisation, Person};
use hefu_domain::project::Project;
use hefu_domain::register::{Direction, Letter, Look, Payer, WorkPackage};
use hefu_store::Reader;

use crate::count::count;
use crate::failure::CommandError;
use crate::library;
use crate::session::Query;

pub(crate) fn work_packages(
    query: &mut Query<'_>,
    request: WorkPackagesOf,
) -> Result<WorkPackages, CommandError> {
    let (reader, today) = (query.reader(), query.today);
    let packages: Vec<WorkPackage> = reader.register_of(Some(request.project))?;
    let calendars = Calendars::read(&reader, request.project, &packages)?;
    let partners = partners(&reader, request.project, &packages, &calendars, today)?;
    let faults = faults(&packages);
    let rows: Vec<WorkPackageRow> = packages
        .into_iter()
        .map(|record| WorkPackageRow {
            state: state(&record, today),
            faults: faults.get(&record.id).cloned().unwrap_or_default(),
            payment: payment(&record, &calendars),
            record,
        })
        .collect();
    Ok(WorkPackages {
        today,
        partners,
        faulty: count(rows.iter().filter(|row| !row.faults.is_empty()).count()),
        late: count(rows.iter().filter(|row| row.state == PackageState::Late).count()),
        packages: rows,
    })
}

/// How a package stands on a day.
pub(crate) fn state(package: &WorkPackage, today: NaiveDate) -> PackageState {
    if let Some(look) = package.last_look() {
        return match look.mark {
            Mark::Passed => PackageState::Accepted,
            Mark::PassedWithRemark => PackageState::AcceptedWithRemark,
            Mark::Failed => PackageState::Returned,
            Mark::NotTested => PackageState::HandedOver,
        };
    }
    match (package.partner, package.handed_over, package.planned) {
        (None, ..) => PackageState::Own,
        (_, Some(_), _) => PackageState::HandedOver,
        (.., None) => PackageState::Undated,
        (.., Some(day)) if day < today => PackageState::Late,
        (.., Some(day)) if package.forecast.is_some_and(|forecast| forecast > day) => {
            PackageState::ExpectedLate
        }
        _ => PackageState::Planned,
    }
}

/// What is wrong with the people of each package. A part whose people are not named has those of the whole.
fn faults(packages: &[WorkPackage]) -> BTreeMap<WorkPackageId, Vec<RaciProblem>> {
    let names = |people: &[PersonId]| people.iter().map(ToString::to_string).collect();
    let is_named = |package: &&WorkPackage| {
        let all = [&package.responsible, &package.accountable, &package.consulted, &package.informed];
        package.part_of.is_none() || all.into_iter().any(|people| !people.is_empty())
    };
    let rows: Vec<RaciRow> = packages
        .iter()
        .filter(is_named)
        .map(|package| RaciRow {
            package: package.id.to_string(),
            responsible: names(&package.responsible),
            accountable: names(&package.accountable),
            consulted: names(&package.consulted),
            informed: names(&package.informed),
        })
        .collect();
    let mut found: BTreeMap<WorkPackageId, Vec<RaciProblem>> = BTreeMap::new();
    for fault in raci::faults(&rows) {
        if let Some(package) = packages.iter().find(|package| package.id.to_string() == fault.package) {
            found.entry(package.id).or_default().push(fault.problem);
        }
    }
    found
}

/// The calendars that the partners work by.
struct Calendars(BTreeMap<OrganisationId, &'static Calendar>);

impl Calendars {
    /// Of a partner whose calendar is not known the vendor's counts.
    fn read(reader: &Reader<'_>, project: ProjectId, packages: &[WorkPackage]) -> Result<Self, CommandError> {
        let vendor: Organisation = reader.one(reader.one::<Project>(project.0)?.vendor.0)?;
        let mut calendars = BTreeMap::new();
        for partner in packages.iter().filter_map(|package| package.partner) {
            let own: Organisation = reader.one(partner.0)?;
            let calendar = library::calendar(&own.calendar).or_else(|| library::calendar(&vendor.calendar));
            calendars.extend(calendar.map(|calendar| (partner, calendar)));
        }
        Ok(Self(calendars))
    }
}

fn payment(package: &WorkPackage, calendars: &Calendars) -> Option<SupplierPaymentDue> {
    let (terms, delivered) = (package.payment.as_ref()?, package.handed_over?);
    let payment = SupplierPayment {
        buyer: match terms.payer {
            Payer::PublicBody => Buyer::PublicBody,
            Payer::LargeCompany => Buyer::LargeCompany,
            Payer::Other => Buyer::Other,
        },
        supplier_is_small: terms.partner_is_small,
        delivered,
        agreed_days: terms.agreed_days,
        acceptance: terms
            .on_acceptance
            .then(|| AcceptanceTerm { period: terms.acceptance_period, accepted: package.accepted() }),
        pay_when_paid: terms.pay_when_paid,
    };
    Some(small_supplier::due(&payment, calendars.0.get(&package.partner?)?))
}

fn partners(
    reader: &Reader<'_>,
    project: ProjectId,
    packages: &[WorkPackage],
    calendars: &Calendars,
    today: NaiveDate,
) -> Result<Vec<PartnerRow>, CommandError> {
    let letters: Vec<Letter> = reader.register_of(Some(project))?;
    let mut open = BTreeMap::new();
    for issue in reader.open_issues_in(project)?.iter().filter(|issue| issue.closed.is_none()) {
        if let Some(owner) = issue.owner {
            *open.entry(reader.one::<Person>(owner.0)?.organisation).or_insert(0_u32) += 1;
        }
    }
    let mut rows: Vec<PartnerRow> = Vec::new();
    for partner in packages.iter().filter_map(|package| package.partner) {
        if rows.iter().any(|row| row.organisation == partner) {
            continue;
        }
        let Some(calendar) = calendars.0.get(&partner) else { continue };
        let work = PartnerWork {
            partner: partner.to_string(),
            packages: packages.iter().filter(|package| package.partner == Some(partner)).map(work).collect(),
            open_issues: Some(open.get(&partner).copied().unwrap_or_default()),
            questions: letters.iter().filter_map(|letter| question(letter, partner)).collect(),
        };
        let record = partner::records(&[work], calendar, today).into_iter().next();
        rows.extend(record.map(|record| PartnerRow { organisation: partner, record }));
    }
    Ok(rows)
}

fn work(package: &WorkPackage) -> PackageWork {
    PackageWork {
        id: package.id.to_string(),
        planned: package.planned,
        handed_over: package.handed_over,
        looks: package.looks.iter().map(Look::lets_pass).collect(),
    }
}

/// Of a letter to the partner that asks for a reply, or had one.
fn question(letter: &Letter, partner: OrganisationId) -> Option<PartnerQuestion> {
    let is_asked = letter.reply_due.is_some() || letter.replied.is_some();
    let is_ours = letter.direction == Direction::Outgoing && letter.to == Some(partner) && is_asked;
    letter.date.filter(|_| is_ours).map(|asked| PartnerQuestion { asked, answered: letter.replied })
}
