//! How far those who pull a ledger say that they have it.

use std::fmt;

use async_trait::async_trait;
use jiff::Timestamp;
use thiserror::Error;

use crate::{LedgerId, NameError, OfficeError, Position, limits, names::checked};

/// What a client calls one of its copies of a ledger, for example `so-noi-vu`.
///
/// Lower-case ASCII letters, digits and `-`; at most [`limits::CONSUMER_NAME_BYTES_MAX`] bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConsumerId(String);

impl ConsumerId {
    /// # Errors
    /// [`NameError`] says which rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        checked(text, limits::CONSUMER_NAME_BYTES_MAX, slug).map(|text| Self(text.to_owned()))
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ConsumerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// "We have stored the first `next` events", as a consumer said it last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ack {
    /// The ledger.
    pub ledger: LedgerId,
    /// Which copy of it.
    pub consumer: ConsumerId,
    /// Who keeps the copy, and alone may say more of it: the assignment of the token.
    pub client: String,
    /// Under which profile of disclosure it reads.
    pub profile: String,
    /// How many events it has.
    pub next: Position,
    /// The root of the tree over them, as it computed it.
    pub root: [u8; 32],
    /// When it first said so.
    pub at: Timestamp,
}

/// Why an acknowledgement was not kept.
#[derive(Debug, Error)]
pub enum AckError {
    /// The consumer belongs to another client.
    #[error("the consumer belongs to another client")]
    OtherClient,
    /// More than this was acknowledged before.
    #[error("{} events were acknowledged before", stands.next)]
    Regression {
        /// What was said before, and stands.
        stands: Box<Ack>,
    },
    /// As many were acknowledged before, under another root.
    #[error("as many events were acknowledged before, under another root")]
    OtherRoot {
        /// What was said before, and stands.
        stands: Box<Ack>,
    },
    /// The consumer is not where it was believed to be.
    #[error("the consumer was moved by somebody else")]
    Moved,
    /// The client has as many consumers as it may have.
    #[error("a client has at most {max} consumers")]
    TooMany {
        /// Consumers of a client in one ledger.
        max: usize,
    },
    /// The office gave no answer.
    #[error("the acknowledgement could not be kept")]
    Office(#[from] OfficeError),
}

/// Keeps the last acknowledgement of every consumer. It never goes back.
#[async_trait]
pub trait AckBook: Send + Sync {
    /// Keeps an acknowledgement that goes further than the last one of its consumer, and makes the
    /// consumer where there is none; answers what stands afterwards. The same once more changes nothing.
    ///
    /// With `seen`, the consumer must still stand there. A client makes at most
    /// [`limits::CONSUMER_COUNT_MAX`] consumers in a ledger; of several made at the very same moment,
    /// one or two more may come through.
    ///
    /// # Errors
    /// [`AckError`]; nothing was kept.
    async fn acknowledge(&self, ack: &Ack, seen: Option<Position>) -> Result<Ack, AckError>;

    /// What a consumer said last, or `None`.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn ack(
        &self,
        ledger: &LedgerId,
        consumer: &ConsumerId,
    ) -> Result<Option<Ack>, OfficeError>;

    /// What the consumers of a ledger said last, by name.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn acks_of(&self, ledger: &LedgerId) -> Result<Vec<Ack>, OfficeError>;

    /// What all consumers said last, by ledger and consumer.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn acks(&self) -> Result<Vec<Ack>, OfficeError>;

    /// Forgets a consumer, which may then begin anew; answers whether there was one.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn forget_consumer(
        &self,
        ledger: &LedgerId,
        consumer: &ConsumerId,
    ) -> Result<bool, OfficeError>;
}

impl Ack {
    /// What came of an acknowledgement that the book did not keep, where `stands` is what it has now.
    ///
    /// # Errors
    /// [`AckError`], unless the same was kept before.
    pub fn unkept(&self, stands: Option<Self>, seen: Option<Position>) -> Result<Self, AckError> {
        let Some(stands) = stands else {
            let max = limits::CONSUMER_COUNT_MAX;
            return Err(seen.map_or(AckError::TooMany { max }, |_| AckError::Moved));
        };
        if stands.client != self.client {
            return Err(AckError::OtherClient);
        }
        if stands.next == self.next {
            let is_same = stands.root == self.root;
            let other = |stands| AckError::OtherRoot {
                stands: Box::new(stands),
            };
            return if is_same {
                Ok(stands)
            } else {
                Err(other(stands))
            };
        }
        if seen.is_some_and(|seen| seen != stands.next) || stands.next < self.next {
            return Err(AckError::Moved);
        }
        Err(AckError::Regression {
            stands: Box::new(stands),
        })
    }
}
