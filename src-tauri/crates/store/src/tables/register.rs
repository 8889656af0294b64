//! The registers: every kind of record that one form saves.

use hefu_domain::id::ProjectId;
use hefu_domain::noun::Noun;
use hefu_domain::register::{
    Action, Approval, ChangeRequest, Decision, Gate, GateCheck, HandOver, Issue, KeptKind, KeptRecord,
    Lesson, Letter, Risk, RiskMatrix,
};
use uuid::Uuid;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::{Record, record};

macro_rules! records {
    ($($kind:ident $fields:ident,)+) => {
        $(record!($kind);)+

        impl Reader<'_> {
            /// The records of one kind, of one project or of all, by number.
            pub fn kept(&self, kind: KeptKind, project: Option<ProjectId>) -> Result<Vec<KeptRecord>, StoreError> {
                match kind {
                    $(KeptKind::$kind => {
                        let records = self.register_of::<$kind>(project)?;
                        Ok(records.into_iter().map(KeptRecord::$kind).collect())
                    })+
                }
            }

            /// One record. Errors: it is not there.
            pub fn kept_one(&self, kind: KeptKind, id: Uuid) -> Result<KeptRecord, StoreError> {
                match kind {
                    $(KeptKind::$kind => Ok(KeptRecord::$kind(self.one(id)?)),)+
                }
            }
        }
    };
}
hefu_domain::kept_kinds!(records);

impl Reader<'_> {
    /// The records of one kind, of one project or of all, by number.
    pub fn register_of<R: Record>(&self, project: Option<ProjectId>) -> Result<Vec<R>, StoreError> {
        match project {
            Some(project) => self.list("project = ?1 ORDER BY number", [project.to_string()]),
            None => self.list("true ORDER BY project, number", []),
        }
    }

    /// Whether this record is there, and where its kind is of a project, whether it is of this one.
    pub fn is_of(&self, noun: Noun, id: Uuid, project: ProjectId) -> Result<bool, StoreError> {
        let table = noun.spec().table;
        let sql = match noun.field("project") {
            Some(_) => format!("SELECT count(*) FROM {table} WHERE id = ?1 AND project = ?2"),
            None => format!("SELECT count(*) FROM {table} WHERE id = ?1 AND ?2 <> ''"),
        };
        Ok(self.number(&sql, [id.to_string(), project.to_string()])? > 0)
    }
}
