//! The sample workspace: the story of Harbour City, ready to play and to throw away.

use std::path::Path;

use hefu_api::Failure;
use hefu_api::workspace::{CreateSample, OpenWorkspace};
use hefu_domain::journal::Act;
use hefu_sample::Story;
use hefu_store::journal::Moment;
use hefu_store::tables::{Profile, ProfileId, Purpose};
use hefu_store::{Deed, Door, Store};
use uuid::Uuid;

use super::open::{new_file, replace, view};
use crate::failure::Trouble;
use crate::session::{Open, Report, Session, in_story};

/// Published on purpose: the sample holds nothing real.
pub const SAMPLE_PASSPHRASE: &str = "harbour-city-health-cloud";

pub(crate) fn create_sample(
    session: &mut Session,
    request: CreateSample,
    _: Report<'_>,
) -> Result<OpenWorkspace, Trouble> {
    let story = hefu_sample::story().map_err(|e| Failure::Internal { reason: e.to_string() })?;
    let passphrase = request.passphrase.as_deref().unwrap_or(SAMPLE_PASSPHRASE);
    let store = new_file(session, Path::new(&request.path), passphrase)?;
    let owner = story.people.iter().find(|person| person.id == story.owner);
    let profile = Profile {
        id: ProfileId(Uuid::new_v5(&Uuid::NAMESPACE_OID, b"hefu sample workspace")),
        name: story.title.en.words.clone(),
        actor: owner.map(|person| person.name.zh.words.clone()).unwrap_or_default(),
        purpose: Purpose::Sample,
        today: Some(story.today),
    };
    let at = in_story(&profile, session.outside.now());
    let moment = Moment { at, actor: profile.actor.clone(), salt: session.outside.bytes()? };
    let seeded = seed(store, &moment, &profile, &story);
    replace(session, Open { store: seeded?, profile })?;
    view(session)
}

fn seed(mut store: Store, moment: &Moment, profile: &Profile, story: &Story) -> Result<Store, Trouble> {
    store.write::<_, Trouble>(moment, |door| {
        door.put(profile)?;
        put_story(door, story)?;
        let trails = story.stacks.iter().map(|stack| stack.id).collect();
        Ok((Deed { act: Act::SampleMade, project: None, trails }, ()))
    })?;
    Ok(store)
}

fn put_story(door: &Door<'_>, story: &Story) -> Result<(), Trouble> {
    macro_rules! put {
        ($($records:ident)+) => {$(for record in &story.$records { door.put(record)?; })+};
    }
    put!(organisations people projects stages stacks contracts payments requirements deliverables chapters
        criteria links rounds findings open_issues documents sections signers);
    for held in &story.evidence {
        if let Some(bytes) = held.bytes {
            door.keep_file(bytes)?;
        }
        door.put(&held.evidence)?;
    }
    Ok(())
}
