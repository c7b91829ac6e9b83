//! Problems of transport: what went wrong before a rule was asked.

use serde_json::{Map, Value};

use crate::{Facts, Language, Texts, facts};

macro_rules! problems {
    ($($(#[$doc:meta])+ $name:ident = $slug:literal),+ $(,)?) => {
        /// A problem that is no refusal, by the last part of its `type`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Problem { $($(#[$doc])+ $name),+ }

        impl Problem {
            /// Every problem.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The slug on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $slug),+ }
            }
        }
    };
}

problems! {
    /// The request cannot be read.
    Malformed = "malformed",
    /// A parameter of the export is missing or has another form.
    InvalidParameter = "invalid-parameter",
    /// No form of the answer is one that the asker takes.
    NotAcceptable = "not-acceptable",
    /// The request carries no idempotency key.
    NoKey = "no-key",
    /// Nobody knows who asks.
    Unauthenticated = "unauthenticated",
    /// Who asks may not have this.
    Forbidden = "forbidden",
    /// There is no such thing.
    NotFound = "not-found",
    /// Others were faster, again and again.
    Conflict = "conflict",
    /// The asker had seen an older version.
    Stale = "stale",
    /// The idempotency key belongs to another request.
    KeyReused = "key-reused",
    /// A document that was never uploaded.
    UnknownDocument = "unknown-document",
    /// A document that broke off on its way.
    DocumentTruncated = "document-truncated",
    /// A document beyond the limit.
    DocumentTooLarge = "document-too-large",
    /// A document that is not what it is announced as.
    DocumentMislabelled = "document-mislabelled",
    /// A document that is here already.
    DocumentRepeated = "document-repeated",
    /// A person whom the directory does not know.
    UnknownPerson = "unknown-person",
    /// A person whose data are erased.
    Erased = "erased",
    /// Too many requests.
    RateLimited = "rate-limited",
    /// Something that Khen needs gives no answer.
    Unavailable = "unavailable",
    /// The rows have not reached the position asked for.
    RowsBehind = "rows-behind",
    /// What happened is in no signed checkpoint yet.
    NotSealed = "not-sealed",
    /// A case rests on more than a bundle holds.
    EvidenceTooLarge = "evidence-too-large",
    /// A checkpoint that this log never signed.
    ForeignCheckpoint = "foreign-checkpoint",
    /// A checkpoint that the log signed, of another history than it has now.
    CheckpointForked = "checkpoint-forked",
    /// A checkpoint that the log signed, of more events than are sealed now.
    CheckpointAhead = "checkpoint-ahead",
    /// The position asked for is beyond the end of the ledger.
    CursorAheadOfLog = "cursor-ahead-of-log",
    /// A consumer of the export that belongs to another client.
    ForeignConsumer = "foreign-consumer",
    /// A client that has as many consumers as it may have.
    TooManyConsumers = "too-many-consumers",
    /// A consumer that is not where it was seen.
    ConsumerMoved = "consumer-moved",
    /// Fewer events acknowledged than before.
    AckRegression = "ack-regression",
    /// A root that is not the log's at that size.
    RootMismatch = "root-mismatch",
    /// The ledger is not what was signed for; nothing is recorded or handed out.
    IntegrityHalt = "integrity-halt",
    /// Nothing is recorded for a while; what is there is still read.
    ReadOnly = "read-only",
    /// The request is too large.
    TooLarge = "too-large",
    /// The body is in a form that is not read here.
    UnsupportedMediaType = "unsupported-media-type",
    /// The thing is there, and this cannot be done with it.
    MethodNotAllowed = "method-not-allowed",
    /// A defect of Khen.
    Internal = "internal",
}

/// A problem for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemWords {
    /// What went wrong.
    pub title: String,
    /// What it means and what can be done.
    pub detail: String,
}

impl Problem {
    /// The problem with this slug.
    #[must_use]
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|problem| problem.as_str() == slug)
    }
}

impl Texts {
    /// The words of a problem about these facts.
    #[must_use]
    pub fn problem(
        &self,
        language: Language,
        problem: Problem,
        facts: &Map<String, Value>,
    ) -> ProblemWords {
        let catalogue = self.catalogue(language);
        let id = format!("problem-{}", problem.as_str());
        let facts = facts::readable(catalogue, &Facts::default(), facts);
        ProblemWords {
            title: catalogue.text(&id, None, &facts),
            detail: catalogue.text(&id, Some("detail"), &facts),
        }
    }
}
