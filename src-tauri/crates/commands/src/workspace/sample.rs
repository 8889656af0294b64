//! The sample workspace: the story of Harbour City, ready to play and to throw away.

mod history;

use std::path::Path;

use hefu_api::Failure;
use hefu_api::workspace::{CreateSample, OpenWorkspace};
use hefu_store::tables::{Profile, ProfileId, Purpose};
use uuid::Uuid;

use super::open::{new_file, replace, view};
use crate::failure::CommandError;
use crate::session::{OnProgress, Open, Session, in_story};

/// Published on purpose: the sample holds nothing real.
pub const SAMPLE_PASSPHRASE: &str = "harbour-city-health-cloud";

pub(crate) fn create_sample(
    session: &mut Session,
    request: CreateSample,
    _: OnProgress<'_>,
) -> Result<OpenWorkspace, CommandError> {
    let story = hefu_sample::story().map_err(|e| Failure::Internal { reason: e.to_string() })?;
    let passphrase = request.passphrase.as_deref().unwrap_or(SAMPLE_PASSPHRASE);
    let store = new_file(session, Path::new(&request.path), passphrase)?;
    let owner = story.people.iter().find(|person| person.id == story.owner);
    let profile = Profile {
        id: ProfileId(Uuid::new_v5(&Uuid::NAMESPACE_OID, b"hefu sample workspace")),
        name: format!("{} {}", story.title.en.words, story.title.zh.words),
        actor: owner.map(|person| person.name.words()).unwrap_or_default(),
        purpose: Purpose::Sample,
        today: Some(story.today),
        person: owner.map(|person| person.id),
    };
    let now = in_story(&profile, session.outside.now());
    let mut salts = || session.outside.bytes::<16>();
    let store = history::seed(store, &profile, &story, now, &mut salts)?;
    replace(session, Open::new(store, profile)?)?;
    view(session)
}
