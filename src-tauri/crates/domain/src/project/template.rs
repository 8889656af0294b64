//! Stage templates: the stages a new project starts with, read from the library. Projects rename and reorder them.

use std::collections::HashSet;

use serde::Deserialize;
use thiserror::Error;

use crate::text::Words;

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TemplateError {
    #[error("not a list of templates: {0}")]
    Unreadable(String),
    #[error("{0:?} stands twice")]
    Twice(String),
    #[error("the template {0:?} has no stage")]
    Empty(String),
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageTemplate {
    /// `cn-public-sector`, `sea-commercial`, ….
    pub key: String,
    pub name: Words,
    /// In their order.
    #[serde(rename = "stage")]
    pub stages: Vec<TemplateStage>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateStage {
    /// `preliminary_acceptance`, `trial_run`, …: unique within the template.
    pub kind: String,
    pub title: Words,
}

/// Reads `library/templates/stages.toml`.
///
/// # Errors
/// When the text is not such a file, a key or kind stands twice, or a template has no stage.
pub fn parse_stage_templates(text: &str) -> Result<Vec<StageTemplate>, TemplateError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        template: Vec<StageTemplate>,
    }
    let file: File = toml::from_str(text).map_err(|error| TemplateError::Unreadable(error.to_string()))?;
    let mut keys = HashSet::new();
    for template in &file.template {
        let mut kinds = HashSet::new();
        if template.stages.is_empty() {
            return Err(TemplateError::Empty(template.key.clone()));
        }
        let twice = template.stages.iter().map(|stage| &stage.kind).find(|kind| !kinds.insert(*kind));
        if let Some(twice) = twice.or_else(|| (!keys.insert(&template.key)).then_some(&template.key)) {
            return Err(TemplateError::Twice(twice.clone()));
        }
    }
    Ok(file.template)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_of_the_library_read() {
        let text = include_str!("../../../../library/templates/stages.toml");
        let templates = parse_stage_templates(text).unwrap();
        let keys: Vec<&str> = templates.iter().map(|template| template.key.as_str()).collect();
        assert_eq!(keys, ["cn-public-sector", "cn-enterprise", "cn-subscription", "sea-commercial"]);
        let public: Vec<&str> = templates[0].stages.iter().map(|stage| stage.title.zh.as_str()).collect();
        assert_eq!(public, ["启动", "规划与设计", "交付", "上线", "初验", "试运行", "终验", "质保"]);
    }

    #[test]
    fn faulty_templates_are_refused() {
        let template = |key: &str, kinds: &[&str]| {
            let stages: String = kinds
                .iter()
                .map(|kind| {
                    format!("[[template.stage]]\nkind = '{kind}'\ntitle = {{ en = 'A', zh = '甲' }}\n")
                })
                .collect();
            format!("[[template]]\nkey = '{key}'\nname = {{ en = 'A', zh = '甲' }}\n{stages}")
        };
        let twice = |name: &str| Err(TemplateError::Twice(name.into()));
        assert_eq!(parse_stage_templates(&template("a", &["x", "x"])), twice("x"));
        let both = template("a", &["x"]) + &template("a", &["x"]);
        assert_eq!(parse_stage_templates(&both), twice("a"));
        assert!(matches!(parse_stage_templates(&template("a", &[])), Err(TemplateError::Unreadable(_))));
        let empty = "[[template]]\nkey = 'a'\nname = { en = 'A', zh = '甲' }\nstage = []\n";
        assert_eq!(parse_stage_templates(empty), Err(TemplateError::Empty("a".into())));
    }
}
