//! What can be wrong with a definition; the words stand in the catalogues.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use khen_domain::{
    NomineeKind, Role, UnitId,
    campaign::{Body, DECISION_SYMBOL_CHARS_MAX, Flaw},
};
use khen_texts::{DefinitionLine as Line, Language, Texts};

static TEXTS: LazyLock<Texts> = LazyLock::new(Texts::new);

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    /// Not TOML, or not the shape of its kind; the reader's own words.
    Unreadable { message: String },
    /// The slug is not one that a ledger may have.
    LedgerSlug { slug: String },
    /// Something that must be unique stands here again.
    Twice { word: String },
    /// A second authority among the files read together.
    SecondAuthority,
    /// A day of another year.
    DayOfAnotherYear { day: Date, year: i16 },
    /// A holiday that is no working day anyway.
    HolidayOnWeekend { day: Date },
    /// A worked day that is a working day anyway.
    WorkedWeekday { day: Date },
    /// Days that are not confirmed, with a paper cited for them.
    UnverifiedIsCited { name: String },
    /// Days that were read nowhere and pass for confirmed.
    NotSeenAnywhere { name: String },
    /// The last day lies before the first.
    EndsBeforeItStarts { from: Date, to: Date },
    /// A unit that the authority does not have.
    UnknownUnit { unit: UnitId },
    /// An instrument that the authority does not record.
    UnknownInstrument { instrument: String },
    /// A document that the file does not have.
    UnknownDocument { document: String },
    /// A key that neither the entry nor the defaults of the file give.
    NoDefault { key: &'static str },
    /// A role that nobody is granted.
    RoleNotGranted { role: Role },
    /// A quota of nobody.
    EmptyQuota,
    /// The plan's words of the quota do not say its numbers.
    QuotaText { collective: u32, individual: u32 },
    /// No criterion for this kind of nominee.
    NoCriterion { kind: NomineeKind },
    /// Voting rules that nobody could keep.
    RulesUnsound { body: Body, flaw: Flaw },
    /// The symbol of the decision is empty or too long.
    DecisionSymbol { chars: usize },
    /// A text that must say something.
    Blank { key: &'static str },
}

impl Problem {
    /// In this language: what it is, and what to do.
    pub(super) fn words(&self, language: Language) -> String {
        let facts = match self.facts() {
            Value::Object(facts) => facts,
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => Map::new(),
        };
        TEXTS.definition(language, self.line(), &facts)
    }

    /// A stable word for programs.
    pub(super) fn code(&self) -> &'static str {
        self.line().as_str()
    }

    fn line(&self) -> Line {
        match self {
            Self::Unreadable { message } => reading(message),
            Self::LedgerSlug { .. } => Line::LedgerSlug,
            Self::Twice { .. } => Line::Twice,
            Self::SecondAuthority => Line::SecondAuthority,
            Self::DayOfAnotherYear { .. } => Line::DayOfAnotherYear,
            Self::HolidayOnWeekend { .. } => Line::HolidayOnWeekend,
            Self::WorkedWeekday { .. } => Line::WorkedWeekday,
            Self::UnverifiedIsCited { .. } => Line::UnverifiedIsCited,
            Self::NotSeenAnywhere { .. } => Line::NotSeenAnywhere,
            Self::EndsBeforeItStarts { .. } => Line::EndsBeforeItStarts,
            Self::UnknownUnit { .. } => Line::UnknownUnit,
            Self::UnknownInstrument { .. } => Line::UnknownInstrument,
            Self::UnknownDocument { .. } => Line::UnknownDocument,
            Self::NoDefault { .. } => Line::NoDefault,
            Self::RoleNotGranted { .. } => Line::RoleNotGranted,
            Self::EmptyQuota => Line::EmptyQuota,
            Self::QuotaText { .. } => Line::QuotaText,
            Self::NoCriterion { .. } => Line::NoCriterion,
            Self::RulesUnsound { .. } => Line::RulesUnsound,
            Self::DecisionSymbol { .. } => Line::DecisionSymbol,
            Self::Blank { .. } => Line::Blank,
        }
    }

    fn facts(&self) -> Value {
        match self {
            Self::Unreadable { message } => json!({ "message": message }),
            Self::LedgerSlug { slug } => json!({ "slug": slug }),
            Self::Twice { word } => json!({ "word": word }),
            Self::SecondAuthority | Self::EmptyQuota => Value::Null,
            Self::DayOfAnotherYear { day, year } => json!({ "day": day, "year": year }),
            Self::HolidayOnWeekend { day } | Self::WorkedWeekday { day } => json!({ "day": day }),
            Self::UnverifiedIsCited { name } | Self::NotSeenAnywhere { name } => {
                json!({ "name": name })
            }
            Self::EndsBeforeItStarts { from, to } => json!({ "from": from, "to": to }),
            Self::UnknownUnit { unit } => json!({ "slug": unit }),
            Self::UnknownInstrument { instrument } => json!({ "instrument": instrument }),
            Self::UnknownDocument { document } => json!({ "name": document }),
            Self::NoDefault { key } | Self::Blank { key } => json!({ "key": key }),
            Self::RoleNotGranted { role } => json!({ "slug": role }),
            Self::QuotaText {
                collective,
                individual,
            } => json!({ "collective": collective, "individual": individual }),
            Self::NoCriterion { kind } => json!({ "kind": kind }),
            Self::RulesUnsound { body, flaw } => json!({ "gate": body, "flaw": flaw }),
            Self::DecisionSymbol { chars } => {
                json!({ "chars": chars, "chars_max": DECISION_SYMBOL_CHARS_MAX })
            }
        }
    }
}

/// What to do about a message of the TOML reader, by how the message begins.
const READING: &[(&str, Line)] = &[
    ("unknown field", Line::UnknownKey),
    ("missing field", Line::MissingKey),
    ("unknown variant", Line::UnknownValue),
    ("invalid type", Line::WrongType),
    ("duplicate key", Line::DuplicateKey),
];

fn reading(message: &str) -> Line {
    let known = READING
        .iter()
        .find(|(beginning, _)| message.starts_with(beginning));
    known.map_or(Line::Unreadable, |(_, line)| *line)
}
