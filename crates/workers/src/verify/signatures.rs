//! What was signed of a log, held against the tree that was found.

use super::{
    damage::{Damage, Part},
    examiner::Examiner,
};
use crate::{LogIdentity, sink::chain};
use khen_audit::{SignedCheckpoint, TreeHead};
use khen_eventlog::{KeptCheckpoint, SealedLog};

/// Trees that somebody signed or remembers.
#[derive(Debug, Default)]
pub(crate) struct Claims(Vec<(Part, TreeHead)>);

impl Claims {
    /// Those of the kept checkpoints, and what is wrong with their signatures.
    pub(crate) fn of(identity: &LogIdentity, log: &SealedLog) -> (Self, Vec<Damage>) {
        let (mut claims, mut damages) = (Self::default(), Vec::new());
        let kept = [
            (Part::Signed, &log.signed),
            (Part::Witnessed, &log.witnessed),
        ];
        for (part, kept) in kept {
            let Some(kept) = kept else { continue };
            match claimed(identity, kept) {
                Ok(tree) => claims.add(part, tree),
                Err(reason) => damages.push(Damage::Checkpoint { part, reason }),
            }
        }
        (claims, damages)
    }

    pub(crate) fn add(&mut self, part: Part, tree: TreeHead) {
        self.0.push((part, tree));
    }

    /// The trees themselves.
    pub(crate) fn trees(self) -> Vec<TreeHead> {
        self.0.into_iter().map(|(_, tree)| tree).collect()
    }

    /// Of which sizes the root must be known.
    pub(super) fn sizes(&self) -> impl Iterator<Item = u64> {
        self.0.iter().map(|(_, tree)| tree.size)
    }

    /// How many of them agree with the tree that was found, and what is wrong with the others.
    pub(super) fn hold(&self, found: &Examiner) -> (usize, Vec<Damage>) {
        let mut damages = Vec::new();
        for &(part, TreeHead { size, root }) in &self.0 {
            match found.root(size) {
                Some(found) if found == root => {}
                Some(_) => damages.push(Damage::Forked { part, size }),
                None => damages.push(Damage::RolledBack { part, size }),
            }
        }
        (self.0.len() - damages.len(), damages)
    }
}

/// The tree of a kept checkpoint, which one of the log's own keys must have signed.
fn claimed(identity: &LogIdentity, kept: &KeptCheckpoint) -> Result<TreeHead, String> {
    let signed = SignedCheckpoint::parse(&kept.note).map_err(|failure| chain(&failure))?;
    if *signed.checkpoint().origin() != identity.origin {
        return Err("it is of another log".to_owned());
    }
    if signed.checkpoint().tree().size != kept.size.0 {
        return Err("it is kept under another size".to_owned());
    }
    let own: Vec<String> = identity.verifiers().map(ToString::to_string).collect();
    if kept
        .keys
        .lines()
        .any(|key| !own.iter().any(|own| own == key))
    {
        return Err("a key that is handed out with it is none of the log's".to_owned());
    }
    let mut is_signed = false;
    for key in identity.verifiers() {
        let verified = signed.note().verified_by(key);
        is_signed |= verified.map_err(|failure| chain(&failure))?.is_some();
    }
    if is_signed {
        Ok(signed.checkpoint().tree())
    } else {
        Err("no key of the log has signed it".to_owned())
    }
}
