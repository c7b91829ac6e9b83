//! Papers that a command names: of the right kind, and the very bytes that lie there.

use crate::{Document, DocumentKind};

refusals! {
    /// Why a paper is refused.
    pub enum Refusal {
        /// It plays another part.
        #[error("a document of kind {expected:?} is asked for, not {found:?}")]
        WrongKind {
            /// What is asked for.
            expected: DocumentKind,
            /// What was named.
            found: DocumentKind,
        } = "wrong_document_kind",
        /// The bytes are not those that lie there.
        ///
        /// What lies there is not told: who names a hash has it from the paper, not from here.
        #[error("the document that lies there is not {named}")]
        Differs {
            /// Hash that was named.
            named: String,
        } = "document_differs",
    }
}

/// Refuses a document of another kind.
pub(crate) fn must_be(document: &Document, expected: DocumentKind) -> Result<(), Refusal> {
    if document.kind == expected {
        return Ok(());
    }
    let found = document.kind;
    Err(Refusal::WrongKind { expected, found })
}

/// Refuses a hash that is not the hash of what lies there: people act on what they have read.
pub(crate) fn must_match(attached: &str, named: &str) -> Result<(), Refusal> {
    if attached == named {
        return Ok(());
    }
    Err(Refusal::Differs {
        named: named.to_owned(),
    })
}
