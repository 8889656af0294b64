//! Links of the trace: made, removed, confirmed.

use hefu_api::scope::{LinkRef, LinkRequest, Linked, Removed};
use hefu_domain::id::LinkId;
use hefu_domain::journal::Act;
use hefu_domain::scope::{Criterion, Deliverable, Link, LinkEnds, Requirement};
use hefu_domain::text::Text;
use hefu_domain::trace::fingerprint;
use hefu_store::Reader;

use crate::act::trails;
use crate::failure::CommandError;
use crate::session::Action;

/// Number and text of both ends as they stand now.
struct Ends {
    from: (String, Text),
    to: (String, Text),
}

fn ends(reader: &Reader<'_>, ends: LinkEnds) -> Result<Ends, CommandError> {
    let requirement =
        |id: hefu_domain::id::RequirementId| reader.one::<Requirement>(id.0).map(|r| (r.number, r.title));
    let deliverable =
        |id: hefu_domain::id::DeliverableId| reader.one::<Deliverable>(id.0).map(|d| (d.number, d.title));
    let criterion =
        |id: hefu_domain::id::CriterionId| reader.one::<Criterion>(id.0).map(|c| (c.number, c.text));
    let (from, to) = match ends {
        LinkEnds::Delivers { requirement: r, deliverable: d } => (requirement(r)?, deliverable(d)?),
        LinkEnds::Proves { requirement: r, criterion: c } => (requirement(r)?, criterion(c)?),
        LinkEnds::Examines { deliverable: d, criterion: c } => (deliverable(d)?, criterion(c)?),
    };
    Ok(Ends { from, to })
}

impl Ends {
    fn fingerprint(&self) -> String {
        fingerprint(&self.from.1, &self.to.1)
    }
}

pub(crate) fn link(action: &mut Action<'_>, request: LinkRequest) -> Result<Linked, CommandError> {
    let trails = trails(&action.reader(), request.project, None)?;
    let fresh = LinkId(action.outside.id()?);
    action.write(request.project, trails, |tx| {
        let ends = ends(tx, request.ends)?;
        let link =
            Link { id: fresh, project: request.project, ends: request.ends, fingerprint: ends.fingerprint() };
        tx.put(&link)?;
        Ok((Act::LinkMade { from: ends.from.0, to: ends.to.0 }, Linked { link }))
    })
}

pub(crate) fn unlink(action: &mut Action<'_>, request: LinkRef) -> Result<Removed, CommandError> {
    let link: Link = action.reader().one(request.link.0)?;
    let trails = trails(&action.reader(), link.project, None)?;
    action.write(link.project, trails, |tx| {
        let ends = ends(tx, link.ends)?;
        tx.remove::<Link>(link.id.0)?;
        Ok((Act::LinkRemoved { from: ends.from.0, to: ends.to.0 }, Removed {}))
    })
}

/// The link as it is once both its ends, as they stand now, are confirmed.
pub(super) fn confirmed(reader: &Reader<'_>, link: &Link) -> Result<Link, CommandError> {
    Ok(Link { fingerprint: ends(reader, link.ends)?.fingerprint(), ..link.clone() })
}

/// A person has looked at both ends: the link holds as they stand now.
pub(crate) fn confirm_link(action: &mut Action<'_>, request: LinkRef) -> Result<Linked, CommandError> {
    let link: Link = action.reader().one(request.link.0)?;
    let trails = trails(&action.reader(), link.project, None)?;
    action.write(link.project, trails, |tx| {
        let ends = ends(tx, link.ends)?;
        let link = Link { fingerprint: ends.fingerprint(), ..link };
        tx.put(&link)?;
        Ok((Act::LinkConfirmed { from: ends.from.0, to: ends.to.0 }, Linked { link }))
    })
}
