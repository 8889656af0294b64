use hefu_domain::payment::PaymentMilestone;
use hefu_domain::project::{Contract, Project, Stack, Stage};

use crate::record::record;

record!(Project in "project":
    id, number, title as json, summary as json, client, vendor, supervisor, partners as json, manager,
    jurisdictions as json);
record!(Stage in "stage": id, project, position, title as json, started, ended);
record!(Stack in "stack": id, project, position, title as json, jurisdiction, calendar);
record!(Contract in "contract":
    id, project, number, date, title as json, currency, amount, vat_rate, prevailing_language,
    deemed_acceptance as json);
record!(PaymentMilestone in "payment_milestone":
    id, project, position, title as json, share, amount, currency, trigger, triggered, paid,
    invoice_within_days);
