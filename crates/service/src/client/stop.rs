//! Why a line was not carried out to its end.

use std::{path::Path, time::Duration};

use serde_json::{Map, Value, json};

use super::{Speaker, facts};
use crate::worded;
use khen_texts::Line;

/// What stopped a line.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The server answered with a problem that stands.
    Refused(Value),
    /// The server answered with a problem that passes by itself.
    Later(Value),
    /// No server was reached.
    NoAnswer {
        /// Its address.
        url: String,
    },
    /// What was sent may have arrived; nothing readable came back.
    Unclear {
        /// Its address.
        url: String,
    },
    /// Something is wrong on this side; nothing more was sent.
    Here {
        /// What to say.
        line: Line,
        /// Its facts.
        facts: Map<String, Value>,
        /// What there is to choose from, one line each.
        choices: Vec<String>,
    },
    /// What a mirror is told does not fit what it holds: somebody must look.
    Alarm {
        /// What is wrong.
        alarm: Alarm,
        /// Its facts.
        facts: Map<String, Value>,
    },
    /// The terminal itself.
    Terminal(anyhow::Error),
}

/// What is wrong with the source of a mirror.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Alarm {
    /// It no longer has the events that the mirror holds.
    RolledBack,
    /// Its log has signed for other events than those that the mirror holds.
    Forked,
    /// What it sent is not what it says.
    Damaged,
    /// The key of the export did not sign what it sent.
    Unsigned,
    /// It does not list the ledger any more.
    Unlisted,
}

impl Alarm {
    fn line(self) -> Line {
        match self {
            Self::RolledBack => Line::RolledBack,
            Self::Forked => Line::Forked,
            Self::Damaged => Line::Damaged,
            Self::Unsigned => Line::Unsigned,
            Self::Unlisted => Line::Unlisted,
        }
    }
}

impl Stop {
    pub(crate) fn here<const N: usize>(line: Line, members: [(&str, &str); N]) -> Self {
        Self::Here {
            line,
            facts: facts(members),
            choices: Vec::new(),
        }
    }

    /// The exit code, as `khen --help` documents it.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Refused(_) | Self::Terminal(_) => 1,
            Self::Here { .. } => 2,
            Self::Later(_) | Self::NoAnswer { .. } | Self::Unclear { .. } => 3,
            Self::Alarm { alarm, .. } => match alarm {
                Alarm::Unlisted => 1,
                Alarm::RolledBack => 5,
                Alarm::Damaged => 6,
                Alarm::Forked => 7,
                Alarm::Unsigned => 8,
            },
        }
    }

    /// Whether the same may succeed a moment later, without anybody doing anything.
    pub(crate) fn is_passing(&self) -> bool {
        match self {
            Self::Later(_) | Self::Unclear { .. } => true,
            Self::Refused(_)
            | Self::NoAnswer { .. }
            | Self::Here { .. }
            | Self::Alarm { .. }
            | Self::Terminal(_) => false,
        }
    }

    /// How long to wait before the same is asked again, where the server said so.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Later(problem) => {
                let seconds = problem["facts"]["retry_after"].as_u64();
                seconds.map(Duration::from_secs)
            }
            Self::Refused(_)
            | Self::NoAnswer { .. }
            | Self::Unclear { .. }
            | Self::Here { .. }
            | Self::Alarm { .. }
            | Self::Terminal(_) => None,
        }
    }

    /// How long to wait because more was asked than may be, where that is the reason.
    pub(super) fn rest(&self) -> Option<Duration> {
        let rated = khen_texts::Problem::RateLimited.as_str();
        let is_rated = matches!(self, Self::Later(problem) if problem["code"] == rated);
        self.retry_after().filter(|_| is_rated)
    }

    /// Whether the server does not know, or no longer, who asks.
    pub(super) fn is_stranger(&self) -> bool {
        let stranger = khen_texts::Problem::Unauthenticated.as_str();
        matches!(self, Self::Refused(problem) if problem["code"] == stranger)
    }

    /// Whether the very same line, with its key, is how to go on: nobody answered, or not yet.
    pub(crate) fn is_unanswered(&self) -> bool {
        match self {
            Self::Later(_) | Self::NoAnswer { .. } | Self::Unclear { .. } => true,
            Self::Refused(_) | Self::Here { .. } | Self::Alarm { .. } | Self::Terminal(_) => false,
        }
    }

    /// Names the file that the server's problem is about.
    pub(crate) fn about(mut self, file: &Path) -> Self {
        match &mut self {
            Self::Refused(problem) | Self::Later(problem) => {
                problem["file"] = file.display().to_string().into();
            }
            Self::NoAnswer { .. }
            | Self::Unclear { .. }
            | Self::Here { .. }
            | Self::Alarm { .. }
            | Self::Terminal(_) => {}
        }
        self
    }

    /// For people.
    pub(crate) fn told(&self, speaker: &Speaker) -> String {
        match self {
            Self::Refused(problem) | Self::Later(problem) => worded::problem(problem, speaker),
            Self::NoAnswer { url } => spoken(speaker, Line::NoAnswer, &facts([("url", url)])),
            Self::Unclear { url } => spoken(speaker, Line::Unclear, &facts([("url", url)])),
            Self::Here {
                line,
                facts,
                choices,
            } => {
                let said = spoken(speaker, *line, facts);
                let choices = choices.iter().map(|choice| format!("\n  {choice}"));
                [said].into_iter().chain(choices).collect()
            }
            Self::Alarm { alarm, facts } => spoken(speaker, alarm.line(), facts),
            Self::Terminal(error) => format!("{error:#}"),
        }
    }

    /// For machines: the server's problem, or one of the same form.
    pub(crate) fn problem(&self, speaker: &Speaker) -> Value {
        let own = |line: Line, facts: &Map<String, Value>| {
            let words = speaker.line(line, facts);
            json!({ "code": line.as_str(), "title": words.said, "detail": words.detail })
        };
        match self {
            Self::Refused(problem) | Self::Later(problem) => problem.clone(),
            Self::NoAnswer { url } => own(Line::NoAnswer, &facts([("url", url)])),
            Self::Unclear { url } => own(Line::Unclear, &facts([("url", url)])),
            Self::Here {
                line,
                facts,
                choices,
            } => {
                let mut problem = own(*line, facts);
                problem["choices"] = json!(choices);
                problem
            }
            Self::Alarm { alarm, facts } => {
                let mut problem = own(alarm.line(), facts);
                problem["facts"] = json!(facts);
                problem
            }
            Self::Terminal(error) => json!({ "code": "terminal", "title": format!("{error:#}") }),
        }
    }
}

impl From<anyhow::Error> for Stop {
    fn from(error: anyhow::Error) -> Self {
        Self::Terminal(error)
    }
}

fn spoken(speaker: &Speaker, line: Line, facts: &Map<String, Value>) -> String {
    let words = speaker.line(line, facts);
    let detail = words.detail.map(|detail| format!("\n  {detail}"));
    words.said + &detail.unwrap_or_default()
}
