//! One language's messages as read from its Fluent files.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::{parser, serializer};

/// The functions a message may call; both runtimes know them.
const FUNCTIONS: [&str; 1] = ["NUMBER"];

/// One text that can be said: a message's value or one of its attributes.
#[derive(Debug, Default)]
pub(crate) struct Message {
    /// The file that defines it, as `en/scope.ftl`.
    pub(crate) file: String,
    /// The entry as written, for the documentation of its function.
    pub(crate) source: String,
    /// The variables it needs, in order of appearance, those of referenced messages included.
    pub(crate) variables: Vec<String>,
    /// Messages and terms (`-name`) it refers to.
    references: Vec<String>,
    /// Functions it calls.
    functions: Vec<String>,
}

/// All messages of one language: `id` or `id.attribute` → message. Terms are kept under `-id`.
#[derive(Debug)]
pub(crate) struct Catalogue {
    pub(crate) tag: String,
    pub(crate) messages: BTreeMap<String, Message>,
}

impl Catalogue {
    /// Reads the files of one language. Errors are whole sentences, all of them at once: text that does not
    /// parse, an id defined twice, a reference to what is not there, an unknown function, a circle.
    pub(crate) fn read(tag: &str, sources: &[(String, String)]) -> Result<Self, Vec<String>> {
        let mut read = Self { tag: tag.to_owned(), messages: BTreeMap::new() };
        let mut reasons = Vec::new();
        for (file, text) in sources {
            read.add(file, text, &mut reasons);
        }
        read.resolve(&mut reasons);
        if reasons.is_empty() { Ok(read) } else { Err(reasons) }
    }

    fn add(&mut self, file: &str, text: &str, reasons: &mut Vec<String>) {
        let resource = match parser::parse(text) {
            Ok(resource) => resource,
            Err((_, errors)) => {
                for error in errors {
                    let line = text[..error.pos.start.min(text.len())].matches('\n').count() + 1;
                    reasons.push(format!("i18n/{file}:{line} does not parse: {}", error.kind));
                }
                return;
            }
        };
        for entry in resource.body {
            let (id, value, attributes) = match &entry {
                Entry::Message(message) => {
                    (message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
                }
                Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
                _ => continue,
            };
            let source = serializer::serialize(&Resource { body: vec![entry.clone()] });
            let texts = value
                .map(|pattern| (id.clone(), pattern))
                .into_iter()
                .chain(attributes.iter().map(|each| (format!("{id}.{}", each.id.name), &each.value)));
            for (id, pattern) in texts {
                let mut message =
                    Message { file: file.to_owned(), source: source.clone(), ..Message::default() };
                message.read_pattern(pattern);
                if let Some(earlier) = self.messages.get(&id) {
                    reasons.push(format!("i18n/{file} defines `{id}` again; i18n/{} has it", earlier.file));
                } else {
                    self.messages.insert(id, message);
                }
            }
        }
    }

    /// Checks what messages refer to, and gives each the variables of the messages it refers to.
    fn resolve(&mut self, reasons: &mut Vec<String>) {
        for (id, message) in &self.messages {
            for name in message.references.iter().filter(|name| !self.messages.contains_key(*name)) {
                reasons
                    .push(format!("i18n/{}: `{id}` refers to `{name}`, which is not defined", message.file));
            }
            for name in message.functions.iter().filter(|name| !FUNCTIONS.contains(&name.as_str())) {
                reasons.push(format!("i18n/{}: `{id}` calls the unknown function {name}", message.file));
            }
        }
        let ids: Vec<String> = self.messages.keys().cloned().collect();
        for id in ids {
            let mut variables = Vec::new();
            if self.gather(&id, &mut vec![], &mut variables) {
                self.messages.entry(id).or_default().variables = variables;
            } else {
                reasons.push(format!("i18n/{}: `{id}` refers to itself", self.messages[&id].file));
            }
        }
    }

    /// Collects variables through references; false when the path comes back to where it was. A term sees
    /// only the arguments written at its reference, so its own variables are not asked of the caller.
    fn gather(&self, id: &str, path: &mut Vec<String>, variables: &mut Vec<String>) -> bool {
        if path.iter().any(|earlier| earlier == id) {
            return false;
        }
        let Some(message) = self.messages.get(id) else { return true };
        path.push(id.to_owned());
        let of_term = path.iter().any(|step| step.starts_with('-'));
        for name in message.variables.iter().filter(|_| !of_term) {
            if !variables.contains(name) {
                variables.push(name.clone());
            }
        }
        let straight = message.references.iter().all(|name| self.gather(name, path, variables));
        path.pop();
        straight
    }
}

impl Message {
    fn read_pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                for variant in variants {
                    self.read_pattern(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        let reference = |id: &str, attribute: Option<&str>| match attribute {
            Some(attribute) => format!("{id}.{attribute}"),
            None => id.to_owned(),
        };
        match inline {
            InlineExpression::VariableReference { id } => {
                if !self.variables.iter().any(|name| name == id.name) {
                    self.variables.push(id.name.to_owned());
                }
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.references.push(reference(id.name, attribute.as_ref().map(|each| each.name)));
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let term = format!("-{}", id.name);
                self.references.push(reference(&term, attribute.as_ref().map(|each| each.name)));
                for named in arguments.iter().flat_map(|all| &all.named) {
                    self.read_inline(&named.value);
                }
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.push(id.name.to_owned());
                for positional in &arguments.positional {
                    self.read_inline(positional);
                }
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}
