//! What stands for the parameters of the window's routes in the sample.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::sample::ask;
use crate::window::{Result, Window};

/// Parameter → id in the open sample.
#[derive(Debug)]
pub struct Places(BTreeMap<&'static str, String>);

impl Places {
    /// The id for a parameter of a route.
    ///
    /// # Panics
    /// When a route has a parameter that nothing stands for yet: name it in [`of_sample`].
    pub fn of(&self, parameter: &str) -> String {
        self.0
            .get(parameter)
            .unwrap_or_else(|| panic!("nothing of the sample stands for :{parameter}"))
            .clone()
    }
}

/// The sample's project of which an acceptance round has a report, that round, and the report.
pub async fn of_sample(window: &Window) -> Result<Places> {
    let list = ask(window, "list_projects", json!({})).await?;
    let projects = list["projects"].as_array().into_iter().flatten().map(|line| &line["project"]["id"]);
    for project in projects {
        let list = ask(window, "list_rounds", json!({ "project": project })).await?;
        let Some(round) = list["rounds"].get(0) else { continue };
        let view = ask(window, "acceptance_round", json!({ "round": round["id"] })).await?;
        if view["document"].is_null() {
            continue;
        }
        return Ok(Places(BTreeMap::from([
            ("project", text(project)),
            ("round", text(&round["id"])),
            ("document", text(&view["document"])),
            ("page", "acceptance".to_owned()),
            ("noun", "document".to_owned()),
            ("id", text(&view["document"])),
        ])));
    }
    panic!("no project of the sample has a report of acceptance: {list}")
}

fn text(id: &Value) -> String {
    id.as_str().unwrap_or_else(|| panic!("{id} is no id")).to_owned()
}
