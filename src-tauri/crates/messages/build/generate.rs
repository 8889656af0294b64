//! Rust text: one documented, typed function per message, and the tables of files and ids.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::check::Agreed;

/// Words that cannot be a function's or an argument's name as they are.
const RESERVED: [&str; 12] =
    ["as", "for", "if", "in", "let", "loop", "match", "move", "ref", "type", "use", "where"];

/// The generated module; or a sentence for every two ids that would get the same function.
pub(crate) fn rust(messages: &[Agreed<'_>]) -> Result<String, Vec<String>> {
    let mut functions: BTreeMap<String, &str> = BTreeMap::new();
    let mut reasons = Vec::new();
    let mut code = String::new();
    for message in messages {
        let name = ident(message.id);
        if let Some(earlier) = functions.insert(name.clone(), message.id) {
            reasons.push(format!(
                "i18n/{}: `{}` and `{earlier}` would both be the function {name}",
                message.en.file, message.id
            ));
        }
        function(&mut code, &name, message);
    }
    if !reasons.is_empty() {
        return Err(reasons);
    }
    code.push_str("/// Every message: its id (`id` or `id.attribute`) and the variables it needs.\n");
    code.push_str("pub const CATALOGUE: &[(&str, &[&str])] = &[\n");
    for message in messages {
        let _ = writeln!(code, "    ({:?}, &{:?}),", message.id, message.en.variables);
    }
    code.push_str("];\n");
    for (table, files) in [
        ("EN", messages.iter().map(|each| &each.en.file).collect::<BTreeSet<_>>()),
        ("ZH", messages.iter().map(|each| &each.zh.file).collect()),
    ] {
        let _ = writeln!(code, "pub(crate) const {table}: &[&str] = &[");
        for file in files {
            let path = format!("/../../../i18n/{file}");
            let _ = writeln!(code, "    include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?})),");
        }
        code.push_str("];\n");
    }
    Ok(code)
}

fn function(code: &mut String, name: &str, message: &Agreed<'_>) {
    for (file, source) in [(&message.en.file, &message.en.source), (&message.zh.file, &message.zh.source)] {
        let _ = writeln!(code, "/// `{file}`\n/// ```text");
        for line in source.trim_end().lines() {
            let _ = writeln!(code, "/// {line}");
        }
        code.push_str("/// ```\n");
    }
    let variables = &message.en.variables;
    let lifetime = if variables.is_empty() { "" } else { "<'a>" };
    let _ = write!(code, "pub fn {name}{lifetime}(language: Language");
    for variable in variables {
        let _ = write!(code, ", {}: impl Into<Arg<'a>>", ident(variable));
    }
    let _ = write!(code, ") -> String {{\n    crate::format(language, {:?}, &[", message.id);
    for variable in variables {
        let _ = write!(code, "({variable:?}, {}.into()), ", ident(variable));
    }
    code.push_str("])\n}\n\n");
}

/// A Fluent id as a Rust name: `scope-title.label` → `scope_title_label`.
fn ident(id: &str) -> String {
    let name = id.replace(['-', '.'], "_").to_lowercase();
    if RESERVED.contains(&name.as_str()) { format!("r#{name}") } else { name }
}
