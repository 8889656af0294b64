//! Reading a pack: its size and depth before anything else, then its form, then whether everything it names is there.

use std::collections::{BTreeMap, BTreeSet};

use hefu_domain::text::Words;
use sha2::{Digest, Sha256};

use super::fault::{missing, wrong};
use super::{Choice, Conclusion, LEVELS, MOST_BYTES, Pack, Possible, Rule, Table, conditions, reliance};
use crate::error::PackError;
use crate::form::{self, Combine, Of};
use crate::value::{FactType, FactValue, Span, is_country};

/// How deep brackets may be nested in the text.
const DEEPEST_TEXT: usize = 32;
const MOST_OF_A_KIND: usize = 2_000;
/// A title, question or reason; a quotation of a law that is longer does not belong in a pack.
const LONGEST_TEXT: usize = 700;

impl Pack {
    /// Reads and checks a pack.
    ///
    /// # Errors
    /// Why the text is no pack; nothing of it is used then.
    pub fn parse(text: &str) -> Result<Self, PackError> {
        if text.len() > MOST_BYTES {
            return Err(PackError::TooLarge { bytes: text.len(), most: MOST_BYTES });
        }
        shallow(text)?;
        let not_a_pack = |what: String| PackError::NotAPack { what: what.chars().take(300).collect() };
        let table: toml::Table =
            text.parse().map_err(|e: toml::de::Error| not_a_pack(e.message().to_owned()))?;
        let digest = digest(&table).map_err(not_a_pack)?;
        let file: form::File =
            table.try_into().map_err(|e: toml::de::Error| not_a_pack(e.message().to_owned()))?;
        compile(file, digest)
    }
}

/// Brackets are counted before the text is handed to any reader. Those inside quotes count too, which refuses no pack
/// that a person would write.
fn shallow(text: &str) -> Result<(), PackError> {
    for (line, words) in (1..).zip(text.lines()) {
        let mut depth = 0_usize;
        let dots = words.split('=').next().map_or(0, |key| key.matches('.').count());
        for byte in words.bytes() {
            match byte {
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > DEEPEST_TEXT || dots > DEEPEST_TEXT {
                return Err(PackError::NestedTooDeep { line });
            }
        }
    }
    Ok(())
}

/// SHA-256 of the pack as canonical JSON (RFC 8785), so that spaces, comments and the order of keys do not count.
fn digest(table: &toml::Table) -> Result<String, String> {
    let json = json(&toml::Value::Table(table.clone()));
    let bytes = serde_json_canonicalizer::to_vec(&json).map_err(|e| e.to_string())?;
    Ok(base16ct::lower::encode_string(&Sha256::digest(bytes)))
}

fn json(value: &toml::Value) -> serde_json::Value {
    match value {
        toml::Value::String(text) => serde_json::json!(text),
        toml::Value::Integer(number) => serde_json::json!(number.to_string()),
        toml::Value::Float(number) => serde_json::json!(number.to_string()),
        toml::Value::Boolean(is) => serde_json::json!(is),
        toml::Value::Datetime(day) => serde_json::json!(day.to_string()),
        toml::Value::Array(parts) => parts.iter().map(json).collect(),
        toml::Value::Table(parts) => parts.iter().map(|(key, value)| (key.clone(), json(value))).collect(),
    }
}

fn compile(file: form::File, digest: String) -> Result<Pack, PackError> {
    counts(&file)?;
    identities(&file)?;
    let head = file.pack;
    if head.effective_until.is_some_and(|until| until <= head.effective_from) {
        return Err(PackError::Reversed);
    }
    if !is_country(&head.jurisdiction) {
        return Err(wrong("pack", "jurisdiction"));
    }
    let tables = file.table.into_iter().map(table).collect::<Result<Vec<_>, _>>()?;
    let mut pack = Pack {
        head,
        digest,
        fact_index: file.fact.iter().zip(0..).map(|(fact, at)| (fact.id.clone(), at)).collect(),
        sources: file.source,
        facts: file.fact,
        tables,
        decisions: Vec::new(),
        rules: Vec::new(),
        cases: cases(&file.given, file.test),
    };
    pack.decisions =
        file.decision.iter().map(|each| choice(each, &file.rule, &pack)).collect::<Result<_, _>>()?;
    for rule in &file.rule {
        let read = self::rule(rule, &pack, &file.rule)?;
        pack.rules.push(read);
    }
    for (at, rule) in file.rule.iter().enumerate() {
        for (decision, conclusion) in &rule.then {
            let index = pack.decision(decision).ok_or_else(|| missing(&rule.id, "decision", decision))?;
            let read = self::conclusion(&rule.id, conclusion, index, &pack)?;
            pack.decisions[index].rules.push((at, read));
        }
    }
    reliance::settle(&mut pack)?;
    Ok(pack)
}

/// Tests with what is given for all of them.
fn cases(given: &BTreeMap<String, FactValue>, tests: Vec<form::Case>) -> Vec<form::Case> {
    let whole = |mut test: form::Case| {
        let mut facts = given.clone();
        facts.extend(test.facts);
        facts.retain(|fact, _| !test.unknown.contains(fact));
        test.facts = facts;
        test
    };
    tests.into_iter().map(whole).collect()
}

fn counts(file: &form::File) -> Result<(), PackError> {
    let all = [
        ("sources", file.source.len()),
        ("facts", file.fact.len()),
        ("tables", file.table.len()),
        ("decisions", file.decision.len()),
        ("rules", file.rule.len()),
        ("tests", file.test.len()),
    ];
    for (what, count) in all {
        if count > MOST_OF_A_KIND {
            return Err(PackError::TooMany { what: what.to_owned(), count, most: MOST_OF_A_KIND });
        }
    }
    Ok(())
}

/// Letters, digits, dots, dashes and underscores, and nothing that reads as a way through folders.
fn is_id(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    (1..=80).contains(&id.len())
        && id.bytes().all(plain)
        && !id.contains("..")
        && id.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric())
}

fn identities(file: &form::File) -> Result<(), PackError> {
    let kinds: [(&str, Vec<&String>); 6] = [
        ("sources", file.source.iter().map(|each| &each.id).collect()),
        ("facts", file.fact.iter().map(|each| &each.id).collect()),
        ("tables", file.table.iter().map(|each| &each.id).collect()),
        ("decisions", file.decision.iter().map(|each| &each.id).collect()),
        ("rules", file.rule.iter().map(|each| &each.id).collect()),
        ("tests", file.test.iter().map(|each| &each.id).collect()),
    ];
    for id in [&file.pack.id, &file.pack.version]
        .into_iter()
        .chain(kinds.iter().flat_map(|(_, ids)| ids.iter().copied()))
    {
        if !is_id(id) {
            return Err(PackError::BadId { id: id.chars().take(80).collect() });
        }
    }
    for (what, ids) in kinds {
        let mut seen = BTreeSet::new();
        if let Some(id) = ids.into_iter().find(|id| !seen.insert(*id)) {
            return Err(PackError::Twice { what: what.to_owned(), id: id.clone() });
        }
    }
    let texts = file.rule.iter().map(|rule| (&rule.id, &rule.text));
    let asked = file.fact.iter().map(|fact| (&fact.id, &fact.ask));
    let told = [(&file.pack.id, &file.pack.title), (&file.pack.id, &file.pack.scope)];
    texts.chain(asked).chain(told).try_for_each(|(place, words)| short(place, words))
}

fn short(place: &str, words: &Words) -> Result<(), PackError> {
    let letters = words.en.chars().count().max(words.zh.chars().count());
    if letters > LONGEST_TEXT {
        return Err(PackError::TextTooLong { place: place.to_owned(), letters, most: LONGEST_TEXT });
    }
    Ok(())
}

fn table(raw: form::Table) -> Result<Table, PackError> {
    let width = raw.rows.first().map_or(0, Vec::len);
    let mut rows = Vec::new();
    for mut row in raw.rows {
        match (row.len() == width, row.pop()) {
            (true, Some(value)) if !row.is_empty() => rows.push((row, value)),
            _ => return Err(wrong(&raw.id, "row")),
        }
    }
    Ok(Table { id: raw.id, rows })
}

/// A decision with every value it can come to: the outcomes it lists, the scale of levels, or what its rules say.
fn choice(raw: &form::Decision, rules: &[form::Rule], pack: &Pack) -> Result<Choice, PackError> {
    let mut values: Vec<Possible> = Vec::new();
    let mut classes: BTreeMap<String, usize> = BTreeMap::new();
    match raw.of {
        Of::Outcomes => {
            for outcome in &raw.outcome {
                let effect = outcome.effect.clone().unwrap_or_else(|| format!("={}", outcome.id));
                let next = classes.len();
                let class = *classes.entry(effect).or_insert(next);
                values.push(Possible { text: outcome.id.clone(), rank: outcome.severity.into(), class });
                let within = outcome.clock.as_ref().map(|clock| clock.within.parse::<Span>());
                if !is_id(&outcome.id) || within.is_some_and(|span| span.is_err()) {
                    return Err(wrong(&raw.id, &outcome.id));
                }
            }
        }
        Of::Levels => {
            values.extend(LEVELS.iter().zip(0..).map(|(level, rank)| Possible {
                text: (*level).to_owned(),
                rank,
                class: usize::try_from(rank).unwrap_or_default(),
            }));
        }
        Of::Spans | Of::Places => {
            for text in said(raw, rules, pack) {
                let class = values.len();
                let rank = match (raw.of, text.parse::<Span>()) {
                    (Of::Spans, Ok(span)) => span.minutes(),
                    (Of::Places, _) if is_country(&text) => 0,
                    _ => return Err(wrong(&raw.id, &text)),
                };
                values.push(Possible { text, rank, class });
            }
        }
    }
    let fits = match raw.of {
        Of::Places => raw.combine == Combine::Intersect,
        Of::Spans => matches!(raw.combine, Combine::Min | Combine::Max | Combine::FirstMatch),
        Of::Levels => raw.combine == Combine::Max,
        Of::Outcomes => raw.combine != Combine::Intersect,
    };
    let unique: BTreeSet<&str> = values.iter().map(|value| value.text.as_str()).collect();
    if !fits || unique.len() != values.len() || (raw.of != Of::Outcomes && !raw.outcome.is_empty()) {
        return Err(wrong(&raw.id, "decision"));
    }
    Ok(Choice {
        id: raw.id.clone(),
        combine: raw.combine,
        title: raw.title.clone(),
        outcomes: raw.outcome.clone(),
        values,
        rules: Vec::new(),
        facts: Vec::new(),
    })
}

/// Every text that rules conclude for a decision, tables included, once each.
fn said(raw: &form::Decision, rules: &[form::Rule], pack: &Pack) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for value in rules.iter().filter_map(|rule| rule.then.get(&raw.id)) {
        match value {
            toml::Value::String(text) => drop(all.insert(text.clone())),
            toml::Value::Array(texts) => {
                all.extend(texts.iter().filter_map(|text| text.as_str().map(str::to_owned)));
            }
            toml::Value::Table(table) => {
                let id = table.get("lookup").and_then(toml::Value::as_str).unwrap_or_default();
                let table = pack.tables.iter().find(|table| table.id == id);
                all.extend(
                    table.into_iter().flat_map(|table| table.rows.iter().map(|(_, value)| value.clone())),
                );
            }
            _ => {}
        }
    }
    all
}

fn rule(raw: &form::Rule, pack: &Pack, all: &[form::Rule]) -> Result<Rule, PackError> {
    let overrides = raw
        .overrides
        .iter()
        .map(|id| all.iter().position(|rule| rule.id == *id).ok_or_else(|| missing(&raw.id, "rule", id)));
    let overrides = overrides.collect::<Result<Vec<_>, _>>()?;
    for citation in &raw.cite {
        if !pack.sources.iter().any(|source| source.id == citation.source) {
            return Err(missing(&raw.id, "source", &citation.source));
        }
    }
    if raw.from.zip(raw.until).is_some_and(|(from, until)| until <= from) {
        return Err(PackError::Reversed);
    }
    if raw.then.is_empty() {
        return Err(wrong(&raw.id, "then"));
    }
    Ok(Rule {
        id: raw.id.clone(),
        when: conditions::read(&raw.id, &raw.when, pack)?,
        cite: raw.cite.clone(),
        conf: raw.conf,
        text: raw.text.clone(),
        contested: raw.contested,
        from: raw.from,
        until: raw.until,
        rows: raw.rows.clone(),
        overrides,
        overridden_by: Vec::new(),
        facts: Vec::new(),
    })
}

fn conclusion(rule: &str, raw: &toml::Value, at: usize, pack: &Pack) -> Result<Conclusion, PackError> {
    let choice = &pack.decisions[at];
    let value = |text: &str| {
        let found = choice.values.iter().position(|value| value.text == text);
        found.ok_or_else(|| missing(rule, "value", text))
    };
    let fact = |id: &str| pack.fact_index.get(id).copied().ok_or_else(|| missing(rule, "fact", id));
    let several = matches!(choice.combine, Combine::Union | Combine::Intersect);
    match raw {
        toml::Value::String(text) if !several => Ok(Conclusion::Values(vec![value(text)?])),
        toml::Value::Array(texts) if several => {
            let texts = texts.iter().map(|text| text.as_str().ok_or_else(|| wrong(rule, &choice.id)));
            Ok(Conclusion::Values(texts.map(|text| value(text?)).collect::<Result<_, _>>()?))
        }
        toml::Value::Table(table) if !several => {
            let word = |key: &str| table.get(key).and_then(toml::Value::as_str);
            if let (Some(id), 1) = (word("fact"), table.len()) {
                let fact = fact(id)?;
                let values = pack.facts[fact].values.iter().map(|word| value(word));
                return match pack.facts[fact].kind {
                    FactType::Enum => Ok(Conclusion::OfFact(fact, values.collect::<Result<_, _>>()?)),
                    _ => Err(wrong(rule, id)),
                };
            }
            let id = word("lookup").ok_or_else(|| wrong(rule, &choice.id))?;
            let looked =
                pack.tables.iter().find(|table| table.id == id).ok_or_else(|| missing(rule, "table", id))?;
            let by = table.get("by").and_then(toml::Value::as_array).ok_or_else(|| wrong(rule, id))?;
            let by =
                by.iter().map(|key| fact(key.as_str().unwrap_or_default())).collect::<Result<Vec<_>, _>>()?;
            let rows = looked.rows.iter().map(|(keys, text)| Ok((keys.clone(), value(text)?)));
            let fits = looked.rows.first().is_some_and(|(keys, _)| keys.len() == by.len())
                && by.iter().all(|fact| pack.facts[*fact].kind == FactType::Enum);
            if !fits {
                return Err(wrong(rule, id));
            }
            Ok(Conclusion::Lookup { by, rows: rows.collect::<Result<_, PackError>>()? })
        }
        _ => Err(wrong(rule, &choice.id)),
    }
}
