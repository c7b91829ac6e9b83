//! Facts of a refusal or an event, made readable.
//!
//! Members become variables of the message: `deadline` is `$deadline`, `votes_for` of `tally` is
//! `$tally_votes_for`. What comes in one of several forms, `{"tasks": {"done": 1}}` in `facts`, says
//! which in `$facts_code`, beside `$facts_tasks_done`.

use fluent_bundle::{FluentArgs, FluentValue};
use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::{Facts, Opened, catalogue::Catalogue, format, words};
use khen_domain::{Event, Moment, UnitId};

/// Members of one JSON object.
pub(crate) type Members = Map<String, Value>;

/// The members of a refusal; its code among them.
pub(crate) fn members(facts: &impl Serialize) -> Members {
    match serde_json::to_value(facts) {
        Ok(Value::Object(members)) => members,
        Ok(_) | Err(_) => Members::new(),
    }
}

/// An event's name and members: `{"nomination": {"nominee_proposed": {…}}}` without its shells.
pub(crate) fn named_content(event: &Event) -> (String, Members) {
    let inside = |members: Members| members.into_iter().next();
    let content = inside(members(event)).map(|(_, named)| members(&named));
    content
        .and_then(inside)
        .map(|(name, content)| (name, members(&content)))
        .unwrap_or_default()
}

/// The variables for a message about these members.
pub(crate) fn readable(
    catalogue: &Catalogue,
    facts: &Facts,
    members: &Members,
) -> FluentArgs<'static> {
    let mut reader = Reader {
        catalogue,
        facts,
        variables: FluentArgs::new(),
    };
    reader.read(None, members);
    reader.variables
}

struct Reader<'a> {
    catalogue: &'a Catalogue,
    facts: &'a Facts,
    variables: FluentArgs<'static>,
}

impl Reader<'_> {
    fn read(&mut self, parent: Option<&str>, members: &Members) {
        for (member, value) in members {
            let name = match parent {
                None => member.clone(),
                Some(parent) => format!("{parent}_{member}"),
            };
            self.read_member(&name, member, value);
        }
    }

    fn read_member(&mut self, name: &str, member: &str, value: &Value) {
        if let Some(said) = self.said(member, value) {
            if let (true, Some(code)) = (words::is_word(member), value.as_str()) {
                self.variables.set(format!("{name}_code"), code.to_owned());
            }
            if let Some(number) = value.get("number") {
                self.variables
                    .set(format!("{name}_number"), number.to_string());
            }
            self.give(name, said);
            return;
        }
        match value {
            Value::Object(members) => {
                if let (1, Some(kind)) = (members.len(), members.keys().next()) {
                    self.variables.set(format!("{name}_code"), kind.clone());
                }
                self.read(Some(name), members);
            }
            Value::Array(items) => {
                self.variables.set(format!("{name}_count"), items.len());
                let texts: Option<Vec<_>> =
                    items.iter().map(|item| self.said(member, item)).collect();
                if let Some(texts) = texts {
                    let texts: Vec<_> = texts.into_iter().map(|text| self.as_text(text)).collect();
                    self.give(name, texts.join(", ").into());
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn give(&mut self, name: &str, said: FluentValue<'static>) {
        self.variables.set(format!("{name}_given"), "true");
        self.variables.set(name.to_owned(), said);
    }

    /// A value that is one thing to a reader; `None` for lists and for things with parts.
    fn said(&self, member: &str, value: &Value) -> Option<FluentValue<'static>> {
        match value {
            Value::Null | Value::Array(_) => None,
            Value::Bool(answer) => Some(answer.to_string().into()),
            Value::Number(number) => number.as_i64().map(|number| self.number(member, number)),
            Value::String(text) => Some(self.text(member, text).into()),
            Value::Object(members) => self.thing(members).map(Into::into),
        }
    }

    fn number(&self, member: &str, number: i64) -> FluentValue<'static> {
        let language = self.catalogue.language();
        match member {
            "year" => number.to_string().into(),
            // Numbers of documents below 10 have a leading zero. Source: NĐ 30/2020, annex I.
            "number" => format!("{number:02}").into(),
            rate if rate.ends_with("_bp") => format::percentage(language, number).into(),
            _ => number.into(),
        }
    }

    fn text(&self, member: &str, text: &str) -> String {
        if let Some(message) = words::message_of(member, text) {
            let word = self.catalogue.find(&message, None, &FluentArgs::new());
            return word.unwrap_or_else(|| text.to_owned());
        }
        if member == "unit" {
            return self.unit(text);
        }
        if let Ok(date) = text.parse::<Date>()
            && date.to_string() == text
        {
            return self.catalogue.date(date);
        }
        match text.parse::<Timestamp>().map(Moment::new) {
            Ok(moment) if moment.to_string() == text => self.catalogue.moment(moment),
            Ok(_) | Err(_) => text.to_owned(),
        }
    }

    fn unit(&self, id: &str) -> String {
        let name = UnitId::parse(id)
            .ok()
            .and_then(|id| self.facts.units.get(&id));
        name.map_or_else(|| id.to_owned(), Clone::clone)
    }

    /// Keys, holders of slots, documents and sealed values: objects that are read as one word.
    fn thing(&self, members: &Members) -> Option<String> {
        let text = |name: &str| members.get(name).and_then(Value::as_str);
        let mut names: Vec<&str> = members.keys().map(String::as_str).collect();
        names.sort_unstable();
        match names.as_slice() {
            ["unit"] => text("unit").map(|id| self.unit(id)),
            ["group"] => text("group").map(ToOwned::to_owned),
            ["campaign", "number"] => {
                Some(format!("{}-{}", text("campaign")?, members.get("number")?))
            }
            ["campaign", "number", "unit"] => Some(format!(
                "{}-{}-{}",
                text("campaign")?,
                text("unit")?,
                members.get("number")?
            )),
            ["kind", "media_type", "sha256", "size"] => Some(self.text("kind", text("kind")?)),
            ["box", "class", "id", "owner"] => Some(self.personal(text("id")?)),
            _ => None,
        }
    }

    fn personal(&self, id: &str) -> String {
        match self.facts.sealed.get(id) {
            Some(Opened::Clear(text)) => text.clone(),
            Some(Opened::Erased) => self.catalogue.plain("erased"),
            None => self.catalogue.plain("withheld"),
        }
    }

    fn as_text(&self, said: FluentValue<'static>) -> String {
        match said {
            FluentValue::String(text) => text.into_owned(),
            FluentValue::Number(number) => number.as_string().into_owned(),
            FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => {
                self.catalogue.plain("absent")
            }
        }
    }
}
