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

/// The first project of the sample, its first round and its first document.
pub async fn of_sample(window: &Window) -> Result<Places> {
    let projects = ask(window, "list_projects", json!({})).await?;
    let project = first_id(&projects);
    let rounds = ask(window, "list_rounds", json!({ "project": project })).await?;
    let documents = ask(window, "list_documents", json!({ "project": project })).await?;
    Ok(Places(BTreeMap::from([
        ("project", project),
        ("round", first_id(&rounds)),
        ("document", first_id(&documents)),
    ])))
}

/// The first `id` anywhere in a view, in the order of its writing.
fn first_id(view: &Value) -> String {
    fn find(value: &Value) -> Option<&str> {
        match value {
            Value::Object(fields) => {
                fields.get("id").and_then(Value::as_str).or_else(|| fields.values().find_map(find))
            }
            Value::Array(items) => items.iter().find_map(find),
            _ => None,
        }
    }
    find(view).unwrap_or_else(|| panic!("no id in {view}")).to_owned()
}
