//! Words for the person at the terminal.

use serde_json::{Map, Value};

use khen_domain::CommandKind;
use khen_texts::{Language, Line, LineWords, Texts};

/// Words everything in one language.
pub(crate) struct Speaker {
    texts: Texts,
    language: Language,
}

impl Speaker {
    pub(crate) fn new(language: Language) -> Self {
        let texts = Texts::new();
        Self { texts, language }
    }

    /// What the command line says itself.
    pub(crate) fn line(&self, line: Line, facts: &Map<String, Value>) -> LineWords {
        self.texts.line(self.language, line, facts)
    }

    /// What was done with a command.
    pub(crate) fn done(&self, line: Line, command: CommandKind) -> String {
        self.line(line, &facts([("command", command.as_str())]))
            .said
    }

    /// The member of an answer that is there in both languages: `state` is `state_vi`.
    pub(crate) fn pick<'a>(&self, answer: &'a Value, name: &str) -> &'a str {
        let worded = &answer[format!("{name}_{}", self.language)];
        worded.as_str().unwrap_or_default()
    }
}

/// Facts of a line, by name.
pub(crate) fn facts<const N: usize>(members: [(&str, &str); N]) -> Map<String, Value> {
    let member = |(name, fact): (&str, &str)| (name.to_owned(), Value::from(fact));
    members.into_iter().map(member).collect()
}
