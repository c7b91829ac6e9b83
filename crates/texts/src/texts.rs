//! The catalogues of all languages.

use std::fmt;

use crate::{Language, catalogue::Catalogue};
use khen_domain::{CommandKind, DocumentKind, Role};

/// Words everything, in every language. Made once, shared by all.
pub struct Texts {
    vi: Catalogue,
    en: Catalogue,
}

impl Texts {
    /// The embedded catalogues.
    #[must_use]
    pub fn new() -> Self {
        let catalogue = |language| Catalogue::read(language).0;
        Self {
            vi: catalogue(Language::Vi),
            en: catalogue(Language::En),
        }
    }

    /// What a role is called.
    #[must_use]
    pub fn role(&self, language: Language, role: Role) -> String {
        self.catalogue(language)
            .plain(&format!("role-{}", role.as_str()))
    }

    /// What a command is called, as on a list of what somebody may do.
    #[must_use]
    pub fn command(&self, language: Language, command: CommandKind) -> String {
        self.catalogue(language)
            .plain(&format!("command-{}", command.as_str()))
    }

    /// What a document is called by the part that it plays.
    #[must_use]
    pub fn document_kind(&self, language: Language, kind: DocumentKind) -> String {
        self.catalogue(language)
            .plain(&format!("word-{}", kind.as_str()))
    }

    /// Any other word of the domain, for example a reason.
    #[must_use]
    pub fn word(&self, language: Language, word: &str) -> String {
        self.catalogue(language).plain(&format!("word-{word}"))
    }

    pub(crate) fn catalogue(&self, language: Language) -> &Catalogue {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        }
    }
}

impl Default for Texts {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").finish_non_exhaustive()
    }
}
