//! What the command line says of its own accord.

use serde_json::{Map, Value};

use crate::{Facts, Language, Texts, facts};

macro_rules! lines {
    ($($(#[$doc:meta])+ $name:ident = $slug:literal),+ $(,)?) => {
        /// Something that the command line says to people.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Line { $($(#[$doc])+ $name),+ }

        impl Line {
            /// Every line.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its name in the catalogues, without the chapter.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $slug),+ }
            }
        }
    };
}

lines! {
    /// A command was recorded.
    Recorded = "recorded",
    /// A command had nothing new to record.
    NothingNew = "nothing-new",
    /// The first of two persons asked that a hold be lifted.
    HoldLiftAsked = "hold-lift-asked",
    /// Until when a hold stands unless it is lifted.
    HoldStands = "hold-stands",
    /// Who has the ball.
    WaitsFor = "waits-for",
    /// Since when something waits.
    Since = "since",
    /// Until when something is to be done.
    Due = "due",
    /// Until when something was to be done.
    Late = "late",
    /// Working days that are left, and who hears of it when it is missed.
    Escalates = "escalates",
    /// Working days that it is late, and who hears of it.
    Escalated = "escalated",
    /// How many collectives and individuals.
    Kinds = "kinds",
    /// The places of a kind.
    Places = "places",
    /// Which of them are used.
    PlacesUsed = "places-used",
    /// The slots of a unit or group.
    Slots = "slots",
    /// Which of them are taken.
    SlotsTaken = "slots-taken",
    /// What a fund holds.
    Fund = "fund",
    /// An amount of money.
    Money = "money",
    /// An empty queue.
    NothingWaits = "nothing-waits",
    /// An empty list.
    NothingFound = "nothing-found",
    /// The server was not reached.
    NoAnswer = "no-answer",
    /// The certificate of the server is not trusted.
    Untrusted = "untrusted",
    /// The server was reached, and what it answered is not known.
    Unclear = "unclear",
    /// How the line is repeated safely.
    RepeatWith = "repeat-with",
    /// Nobody said who acts.
    NoToken = "no-token",
    /// The token and its file were both said.
    TwoTokens = "two-tokens",
    /// There is a token, and a client that asks for one.
    TokenAndClient = "token-and-client",
    /// No access token was granted.
    NoAccess = "no-access",
    /// A file that cannot be read.
    Unreadable = "unreadable",
    /// A file cannot be written.
    Unwritable = "unwritable",
    /// A file of a kind that is not taken.
    UnknownFile = "unknown-file",
    /// Nobody answers to what was said.
    Nobody = "nobody",
    /// Several people answer to what was said.
    Several = "several",
    /// A note or a paper on a criterion without a finding.
    NoFinding = "no-finding",
    /// Votes that cannot be read.
    NoVote = "no-vote",
    /// A unit must be said.
    NoUnit = "no-unit",
    /// A register goes on behind this row.
    MoreRows = "more-rows",
    /// A page of a ledger is kept.
    Pulled = "pulled",
    /// How far a consumer of the export says that it is.
    Received = "received",
    /// A consumer of the export that has nothing yet.
    ReceivedNothing = "received-nothing",
    /// Documents that events name are kept.
    DocumentsKept = "documents-kept",
    /// The server no longer has what a mirror holds.
    RolledBack = "rolled-back",
    /// A log has signed for other events than those that a mirror holds.
    Forked = "forked",
    /// What was pulled does not check.
    Damaged = "damaged",
    /// What was pulled is not signed by the key of the export.
    Unsigned = "unsigned",
    /// A ledger that is mirrored is not listed any more.
    Unlisted = "unlisted",
    /// The office signs what it exports with another key than before.
    NewExportKey = "new-export-key",
}

/// A line for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineWords {
    /// What there is to say.
    pub said: String,
    /// What it means and what can be done, where something can.
    pub detail: Option<String>,
}

impl Texts {
    /// The words of a line about these facts.
    #[must_use]
    pub fn line(&self, language: Language, line: Line, facts: &Map<String, Value>) -> LineWords {
        let catalogue = self.catalogue(language);
        let id = format!("line-{}", line.as_str());
        let facts = facts::readable(catalogue, &Facts::default(), facts);
        LineWords {
            said: catalogue.text(&id, None, &facts),
            detail: catalogue.find(&id, Some("detail"), &facts),
        }
    }
}
