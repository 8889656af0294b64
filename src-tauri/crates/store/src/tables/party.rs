use hefu_domain::party::{Organisation, Person, PersonName, VendorProfile};

use crate::record::{record, selection};

record!(Organisation in "organisation":
    id, kind, name as json, short_name as json, legal_id, calendar, jurisdiction, parent);
record!(Person in "person":
    id, organisation, name as json, role as json, language, time_zone, email, may_sign as json, internal_note);
selection!(PersonName in "person": id, name as json);
record!(VendorProfile in "vendor_profile":
    id, organisation, address as json, telephone, email, website, logo as json);
