//! Whether a checkpoint is to be believed.

use thiserror::Error;

use super::parties::{Party, Policy, Quorum};
use crate::{BadSignature, KeyName, Origin, PosixTime, SignedCheckpoint, TreeHead};

/// A checkpoint that is to be believed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnessed {
    /// Which log it is of.
    pub origin: Origin,
    /// The tree.
    pub tree: TreeHead,
    /// Which witnesses of the policy cosigned it, in the policy's order; more than the quorum needs
    /// when there are more.
    pub cosignatures: Vec<Cosigned>,
}

/// A witness that cosigned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosigned {
    /// What the policy calls it.
    pub witness: String,
    /// The name of its key.
    pub key: KeyName,
    /// When, by the witness's clock.
    pub at: PosixTime,
}

/// A checkpoint that is not to be believed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PolicyError {
    /// The policy has no such log.
    #[error("the policy has no log {origin}")]
    UnknownLog {
        /// The log of the checkpoint.
        origin: Origin,
    },
    /// The log did not sign.
    #[error("the log {origin} has not signed")]
    NotSigned {
        /// The log of the checkpoint.
        origin: Origin,
    },
    /// A key of the policy did not sign what its line says.
    #[error(transparent)]
    BadSignature(#[from] BadSignature),
    /// Not enough witnesses cosigned.
    #[error("the quorum `{quorum}` is not met by {cosigned:?}")]
    NoQuorum {
        /// What the policy calls its quorum.
        quorum: String,
        /// The witnesses that did.
        cosigned: Vec<String>,
    },
}

impl Policy {
    /// Whether `signed` is to be believed: one of the policy's logs signed it under its own name,
    /// and the quorum of witnesses cosigned it.
    ///
    /// How old a cosignature may be is for the caller to say.
    ///
    /// # Errors
    /// [`PolicyError`] says why it is not. A signature that does not fit of any key of the policy is
    /// reason enough.
    pub fn check(&self, signed: &SignedCheckpoint) -> Result<Witnessed, PolicyError> {
        self.check_log(signed)?;
        let mut cosignatures = Vec::new();
        let mut has_witnessed: Vec<bool> = Vec::new();
        for party in &self.parties {
            let has = match party {
                Party::Witness(witness) => {
                    let verified = signed.note().verified_by(&witness.key)?;
                    let at = verified.and_then(|verified| verified.at);
                    cosignatures.extend(at.map(|at| Cosigned {
                        witness: witness.name.clone(),
                        key: witness.key.name().clone(),
                        at,
                    }));
                    at.is_some()
                }
                Party::Group(group) => {
                    let members = group.members.iter();
                    group.has_enough(members.filter(|member| has_witnessed[**member]).count())
                }
            };
            has_witnessed.push(has);
        }
        let is_met = match self.quorum {
            Quorum::Nobody => true,
            Quorum::Party(place) => has_witnessed[place],
        };
        if !is_met {
            let cosigned = cosignatures.into_iter().map(|one| one.witness);
            return Err(PolicyError::NoQuorum {
                quorum: self.quorum().to_owned(),
                cosigned: cosigned.collect(),
            });
        }
        let checkpoint = signed.checkpoint();
        Ok(Witnessed {
            origin: checkpoint.origin().clone(),
            tree: checkpoint.tree(),
            cosignatures,
        })
    }

    /// Whether one of the policy's logs signed it under its own name, whoever cosigned.
    ///
    /// # Errors
    /// [`PolicyError`] says why it is not the log's.
    pub fn check_log(&self, signed: &SignedCheckpoint) -> Result<(), PolicyError> {
        let origin = signed.checkpoint().origin();
        let keys = self.logs.iter().map(|log| &log.key);
        let mut keys = keys
            .filter(|key| key.name().as_str() == origin.as_str())
            .peekable();
        if keys.peek().is_none() {
            let origin = origin.clone();
            return Err(PolicyError::UnknownLog { origin });
        }
        let mut is_signed = false;
        for key in keys {
            is_signed |= signed.note().verified_by(key)?.is_some();
        }
        is_signed
            .then_some(())
            .ok_or_else(|| PolicyError::NotSigned {
                origin: origin.clone(),
            })
    }
}
