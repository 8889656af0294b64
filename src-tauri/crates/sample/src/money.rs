//! Payment milestones, with the day the money came from the invoices.

use std::collections::HashMap;

use hefu_domain::id::{PaymentMilestoneId, ProjectId};
use hefu_domain::payment::PaymentMilestone;

use crate::SampleError;
use crate::identity::Identity;
use crate::source::Source;

pub(crate) fn payments(source: &Source) -> Result<Vec<PaymentMilestone>, SampleError> {
    let mut positions: HashMap<&str, u32> = HashMap::new();
    let mut out = Vec::new();
    for entry in &source.projects.payment_milestone {
        let by_contract = || {
            let contract = source.projects.contract.iter().find(|c| Some(&c.id) == entry.contract.as_ref());
            contract.map(|contract| contract.project.as_str())
        };
        let project = entry.project.as_deref().or_else(by_contract);
        let project = project.ok_or_else(|| SampleError::Unknown(entry.id.clone()))?;
        let invoice = source.commercial.invoice.iter().find(|invoice| invoice.about == entry.id);
        let position = positions.entry(project).or_default();
        *position += 1;
        out.push(PaymentMilestone {
            id: PaymentMilestoneId::of(&entry.id),
            project: ProjectId::of(project),
            position: *position,
            title: entry.title.reviewed(),
            share: entry.share,
            amount: entry.amount,
            currency: entry.currency.clone(),
            trigger: entry.trigger,
            triggered: entry.triggered.map(|day| day.0),
            paid: invoice.and_then(|invoice| invoice.received).map(|day| day.0),
            invoice_within_days: entry.invoice_within_days,
        });
    }
    Ok(out)
}
