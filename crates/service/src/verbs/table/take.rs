//! An argument that is a member of a command's content.

use clap::{
    Arg, ArgAction,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser as _},
};
use serde::Serialize;
use serde_json::{Value, json};

use crate::client::{Text, local_time, nomination};
use khen_domain::{DocumentKind, Dong, NominationId, Role};

/// An argument.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Take {
    /// The member that it becomes; a dot stands between a member and what is in it.
    member: &'static str,
    /// Its name as an option; none for what is told by its place.
    name: Option<&'static str>,
    /// How often it is said.
    often: Often,
    /// What it is.
    kind: Kind,
    /// What stands in the help.
    help: &'static str,
}

/// How often an argument is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Often {
    Once,
    AtMostOnce,
    /// This is meant when it is left out.
    Unless(&'static str),
    /// At least once; the member is an array.
    Several,
    /// An array, also when it is left out.
    AnyNumber,
    /// An array, unless it is left out.
    AnyNumberOrNone,
}

/// What an argument is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    /// What is read from the text alone.
    Read(fn(&str) -> Result<Value, String>),
    /// A word of the domain.
    Word(fn() -> Vec<PossibleValue>),
    /// A person who holds one of these roles; `me` is whoever acts.
    Person(&'static [Role]),
    /// The assignment of somebody with one of these roles; any role when there are none.
    Assignment(&'static [Role]),
    /// A vote of somebody with one of these roles, and other votes on single items:
    /// `WHO=for,CODE=against`.
    Vote(&'static [Role]),
    /// A paper of the authority.
    Paper(DocumentKind),
    /// A paper of the case that the member `nomination` names.
    CasePaper(DocumentKind),
    /// A paper that lies here: its hash.
    Hash,
    /// Whether the option is there.
    Flag,
    /// Nothing that is said: the same word always.
    Always(&'static str),
}

/// An option that must be said.
pub(crate) const fn plain(
    member: &'static str,
    name: &'static str,
    kind: Kind,
    help: &'static str,
) -> Take {
    Take {
        member,
        name: Some(name),
        often: Often::Once,
        kind,
        help,
    }
}

/// An option that may be left out.
pub(crate) const fn optional(
    member: &'static str,
    name: &'static str,
    kind: Kind,
    help: &'static str,
) -> Take {
    Take {
        often: Often::AtMostOnce,
        ..plain(member, name, kind, help)
    }
}

/// What is told by its place.
pub(crate) const fn position(member: &'static str, kind: Kind, help: &'static str) -> Take {
    Take {
        member,
        name: None,
        often: Often::Once,
        kind,
        help,
    }
}

impl Take {
    /// What the member is without a word of whoever types.
    pub(crate) const fn always(member: &'static str, word: &'static str) -> Self {
        position(member, Kind::Always(word), "")
    }

    /// The same, once or several times.
    pub(crate) const fn several(self) -> Self {
        let often = Often::Several;
        Self { often, ..self }
    }

    /// The same, any number of times.
    pub(crate) const fn any(self) -> Self {
        let often = Often::AnyNumber;
        Self { often, ..self }
    }

    /// The same, any number of times; left out, it is not told at all.
    pub(crate) const fn any_or_none(self) -> Self {
        let often = Often::AnyNumberOrNone;
        Self { often, ..self }
    }

    /// The same, with what it is when it is left out.
    pub(crate) const fn or(self, default: &'static str) -> Self {
        let often = Often::Unless(default);
        Self { often, ..self }
    }

    pub(super) fn member(&self) -> &'static str {
        self.member
    }

    pub(super) fn kind(&self) -> Kind {
        self.kind
    }

    /// What was said, as the member is: one value, an array, or nothing to tell.
    pub(super) fn gathered(&self, mut values: Vec<Value>) -> Option<Value> {
        match self.often {
            Often::Once | Often::AtMostOnce | Often::Unless(_) => values.pop(),
            Often::Several | Often::AnyNumber => Some(values.into()),
            Often::AnyNumberOrNone => (!values.is_empty()).then(|| values.into()),
        }
    }

    /// An option is repeated; what is told by its place stands there several times.
    fn repeated(&self, argument: Arg) -> Arg {
        match self.name {
            Some(_) => argument.action(ArgAction::Append),
            None => argument.num_args(1..),
        }
    }

    /// How it is read and taught; none where nothing is said.
    pub(super) fn teach(&self) -> Option<Arg> {
        let mut argument = Arg::new(self.member).help(self.help);
        argument = match self.name {
            Some(name) => argument.long(name).value_name(name.to_uppercase()),
            None => argument.value_name(value_name(self.member)),
        };
        argument = match self.kind {
            Kind::Read(read) => argument.value_parser(read),
            Kind::Word(words) => {
                argument.value_parser(PossibleValuesParser::new(words()).map(Value::from))
            }
            Kind::Person(_) | Kind::Assignment(_) => argument.value_parser(text).value_name("WHO"),
            Kind::Vote(_) => argument.value_parser(text).value_name("WHO=VOTE"),
            Kind::Paper(_) | Kind::CasePaper(_) | Kind::Hash => {
                argument.value_parser(text).value_name("FILE")
            }
            Kind::Flag => return Some(argument.action(ArgAction::SetTrue)),
            Kind::Always(_) => return None,
        };
        Some(match self.often {
            Often::Once => argument.required(true),
            Often::AtMostOnce => argument,
            Often::Unless(default) => argument.default_value(default),
            Often::Several => self.repeated(argument).required(true),
            Often::AnyNumber | Often::AnyNumberOrNone => self.repeated(argument),
        })
    }
}

/// `content.awardees` is one of them on the line: AWARDEE.
fn value_name(member: &'static str) -> String {
    let last = member.rsplit('.').next().unwrap_or(member);
    last.trim_end_matches('s').to_uppercase()
}

/// Mã hồ sơ of the one case.
pub(crate) const CASE: Take = position("nomination", Kind::Read(case), "Mã hồ sơ");
/// Mã hồ sơ of the cases.
pub(crate) const CASES: Take = position("nominations", Kind::Read(case), "Mã hồ sơ").several();
/// The number of a motion.
pub(crate) const MOTION: Take = plain(
    "motion",
    "motion",
    Kind::Read(whole),
    "Number of the motion, from 1",
)
.or("1");
/// The paper that says so, in words.
pub(crate) const SOURCE: Take = plain(
    "document.title",
    "document",
    Kind::Read(text),
    "The document that says so, in words",
);
/// Its number.
pub(crate) const SOURCE_NUMBER: Take = optional(
    "document.number",
    "document-number",
    Kind::Read(text),
    "Its number and symbol",
);
/// Its date.
pub(crate) const SOURCE_DATE: Take = optional(
    "document.date",
    "document-date",
    Kind::Read(date),
    "Its date, YYYY-MM-DD",
);

/// What was read, as JSON.
pub(crate) fn json_of<T: Serialize>(read: Result<T, String>) -> Result<Value, String> {
    read.map(|read| json!(read))
}

/// Words of a person.
pub(crate) fn text(text: &str) -> Result<Value, String> {
    json_of(text.parse::<Text>())
}

/// A day.
pub(crate) fn date(text: &str) -> Result<Value, String> {
    let day = text.parse::<jiff::civil::Date>();
    json_of(day.map_err(|_| "expected a day, for example 2025-01-10".to_owned()))
}

/// A time.
pub(crate) fn time(text: &str) -> Result<Value, String> {
    json_of(local_time(text))
}

/// A number of things.
pub(crate) fn whole(text: &str) -> Result<Value, String> {
    json_of(
        text.parse::<u32>()
            .map_err(|_| "expected a number".to_owned()),
    )
}

/// An amount of money, in đồng.
pub(crate) fn amount(text: &str) -> Result<Value, String> {
    let dong = text.replace('.', "").parse::<i64>();
    json_of(
        dong.map(Dong)
            .map_err(|_| "expected đồng, for example 1.404.000".to_owned()),
    )
}

/// Mã hồ sơ.
pub(crate) fn case(code: &str) -> Result<Value, String> {
    json_of(nomination(code))
}

/// Cases that are told one by one.
pub(crate) const fn cases(member: &'static str) -> Take {
    position(member, Kind::Read(case), "Mã hồ sơ").several()
}

/// A case and what is said of it, apart by `=`.
pub(crate) fn case_with(text: &str) -> Result<(NominationId, &str), String> {
    let missing = "expected `=` between mã hồ sơ and what is said of it";
    let (code, said) = text.split_once('=').ok_or(missing)?;
    Ok((nomination(code)?, said.trim()))
}
