//! What a log makes of a witness's answer.

use thiserror::Error;

use crate::{
    BadSignature, PosixTime, SignatureLine, SignatureLineError, SignedCheckpoint, VerifierKey,
    decimal,
};

/// The answer of a witness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WitnessAnswer {
    /// It cosigned: the line belongs into the checkpoint ([`SignedCheckpoint::put`]).
    Cosigned {
        /// The line, checked.
        line: SignatureLine,
        /// When, by the witness's clock.
        at: PosixTime,
    },
    /// It last cosigned a tree of this size: ask again with a proof from there. When the log has
    /// never been as large, it was rolled back.
    OtherSize {
        /// The size; 0 when it never cosigned.
        cosigned: u64,
    },
    /// It refuses.
    Refused {
        /// The status of the HTTP response.
        status: u16,
    },
}

/// An answer that is not to be believed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WitnessAnswerError {
    /// A line is no signature line, or the last one has no end.
    #[error(transparent)]
    Line(#[from] SignatureLineError),
    /// The witness did not cosign, although it says so.
    #[error("the witness's own line is missing, or there are two")]
    NotOneLine,
    /// Its signature does not fit.
    #[error(transparent)]
    BadSignature(#[from] BadSignature),
    /// The key is none of a witness.
    #[error("the key is of a log and tells no time")]
    NoTime,
}

impl WitnessAnswer {
    /// Reads the response to a request for a cosignature of `asked` by `witness`. Lines of other
    /// keys are ignored.
    ///
    /// # Errors
    /// [`WitnessAnswerError`] when the witness says that it cosigned, and did not.
    pub fn read(
        status: u16,
        body: &str,
        asked: &SignedCheckpoint,
        witness: &VerifierKey,
    ) -> Result<Self, WitnessAnswerError> {
        match status {
            200 => {
                let line = own_line(body, witness)?;
                let verified = witness.check(asked.note().text(), &line)?;
                let at = verified.at.ok_or(WitnessAnswerError::NoTime)?;
                Ok(Self::Cosigned { line, at })
            }
            409 => {
                let cosigned = body.strip_suffix('\n').and_then(decimal::parse);
                let other = cosigned.map(|cosigned| Self::OtherSize { cosigned });
                Ok(other.unwrap_or(Self::Refused { status }))
            }
            _ => Ok(Self::Refused { status }),
        }
    }
}

fn own_line(body: &str, witness: &VerifierKey) -> Result<SignatureLine, WitnessAnswerError> {
    let lines = body.strip_suffix('\n').ok_or(SignatureLineError)?;
    let lines = lines.split('\n').map(SignatureLine::parse);
    let lines = lines.collect::<Result<Vec<_>, _>>()?;
    let mut own = lines.into_iter().filter(|line| line.is_by(witness));
    match (own.next(), own.next()) {
        (Some(line), None) => Ok(line),
        (None, _) | (Some(_), Some(_)) => Err(WitnessAnswerError::NotOneLine),
    }
}
