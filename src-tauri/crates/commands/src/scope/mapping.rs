//! How a client's tables are read, kept for the next one.

use hefu_api::scope::{ListMappings, MappingRef, MappingSaved, Mappings, Removed, SaveMapping};
use hefu_domain::id::MappingId;
use hefu_domain::journal::Act;
use hefu_domain::mapping::Mapping;
use hefu_domain::project::Project;
use hefu_store::Record;

use crate::act::{added, edited};
use crate::failure::{CommandError, filled};
use crate::session::{Action, Query};

pub(crate) fn list_mappings(query: &mut Query<'_>, request: ListMappings) -> Result<Mappings, CommandError> {
    let project: Project = query.reader().one(request.project.0)?;
    Ok(Mappings { mappings: query.reader().mappings_of(project.client)? })
}

/// Kept under its name among those of the project's client: of the same name it is written over.
pub(crate) fn save_mapping(
    action: &mut Action<'_>,
    request: SaveMapping,
) -> Result<MappingSaved, CommandError> {
    let name = filled("mapping", "name", &request.name)?.to_owned();
    let project: Project = action.reader().one(request.project.0)?;
    let target = serde_json::to_value(request.target).ok();
    let target = target.and_then(|target| target.as_str().map(str::to_owned)).unwrap_or_default();
    let fresh = MappingId(action.outside.id()?);
    action.write(None, Vec::new(), |tx| {
        let before = tx.mappings_of(project.client)?.into_iter().find(|mapping| mapping.name == name);
        let is_new = before.is_none();
        let id = before.map_or(fresh, |mapping| mapping.id);
        let mapping = Mapping { id, organisation: project.client, name, target, reading: request.reading };
        tx.put(&mapping)?;
        Ok((if is_new { added(&mapping) } else { edited(&mapping) }, MappingSaved { mapping: id }))
    })
}

pub(crate) fn remove_mapping(action: &mut Action<'_>, request: MappingRef) -> Result<Removed, CommandError> {
    action.write(None, Vec::new(), |tx| {
        let mapping: Mapping = tx.one(request.mapping.0)?;
        let called = mapping.called();
        tx.remove::<Mapping>(mapping.id.0)?;
        Ok((Act::RecordRemoved { noun: Mapping::NOUN, en: called.en, zh: called.zh }, Removed {}))
    })
}
