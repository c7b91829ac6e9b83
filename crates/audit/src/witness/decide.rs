//! Whether a witness cosigns.

use crate::{
    AddCheckpoint, CosigningKey, Origin, PosixTime, Refusal, SignatureLine, SignedCheckpoint,
    TreeHead, VerifierKey, verify_consistency,
};

/// Keys of one log that are tried. A change of keys needs two.
const LOG_KEYS_MAX: usize = 16;

/// A witness: its key, and the logs that it watches.
#[derive(Debug, Clone)]
pub struct Witness {
    key: CosigningKey,
    logs: Vec<VerifierKey>,
}

/// A checkpoint that is cosigned once its tree is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// What to keep as the tree cosigned last.
    pub tree: TreeHead,
    /// The witness's own line.
    pub line: SignatureLine,
    /// The checkpoint with the signatures that were checked and the witness's own; what a monitor
    /// reads under `<SHA-256 of the origin>/checkpoint`.
    pub checkpoint: SignedCheckpoint,
}

impl Accepted {
    /// The body of the HTTP response, whose status is 200.
    #[must_use]
    pub fn body(&self) -> String {
        format!("{}\n", self.line)
    }
}

impl Witness {
    /// A witness of the logs that sign with these keys. The name of a log's key is its origin; a log
    /// that changes its key has two, and none more than 16.
    #[must_use]
    pub fn new(key: CosigningKey, logs: Vec<VerifierKey>) -> Self {
        Self { key, logs }
    }

    /// What others check its cosignatures with.
    #[must_use]
    pub fn verifier(&self) -> &VerifierKey {
        self.key.verifier()
    }

    /// The logs that it watches; one twice where it has two keys.
    pub fn origins(&self) -> impl Iterator<Item = Origin> {
        self.logs.iter().map(|key| Origin::from(key.name().clone()))
    }

    /// Decides on `request` at `now`, with `last` the tree of this log that it cosigned last,
    /// [`TreeHead::empty`] when it never did.
    ///
    /// The answer must not leave before [`Accepted::tree`] is kept for good, in the place of `last`
    /// and only if that still stands there: of two requests at once, one would take leaves back.
    ///
    /// # Errors
    /// [`Refusal`] says why the checkpoint is not cosigned; nothing is to be kept then.
    pub fn decide(
        &self,
        last: &TreeHead,
        request: &AddCheckpoint,
        now: PosixTime,
    ) -> Result<Accepted, Refusal> {
        let known = self.signed_by(&request.checkpoint)?;
        let tree = request.checkpoint.checkpoint().tree();
        check_growth(last, request, &tree)?;
        let line = self.key.cosign(request.checkpoint.checkpoint(), now);
        let checkpoint = served(&request.checkpoint, &known, &line);
        Ok(Accepted {
            tree,
            line,
            checkpoint,
        })
    }

    /// The known keys of the log that signed.
    fn signed_by(&self, signed: &SignedCheckpoint) -> Result<Vec<&VerifierKey>, Refusal> {
        let origin = signed.checkpoint().origin();
        let keys = self.logs.iter();
        let keys = keys.filter(|key| key.name().as_str() == origin.as_str());
        let keys: Vec<&VerifierKey> = keys.take(LOG_KEYS_MAX).collect();
        if keys.is_empty() {
            let origin = origin.clone();
            return Err(Refusal::UnknownLog { origin });
        }
        let verified = signed.note().verify(keys);
        let verified = verified.map_err(|_| Refusal::NotSigned {
            origin: origin.clone(),
        })?;
        Ok(verified.into_iter().map(|one| one.key).collect())
    }
}

/// Checks in the order of the standard, so that the status is the one that it asks for.
fn check_growth(last: &TreeHead, request: &AddCheckpoint, tree: &TreeHead) -> Result<(), Refusal> {
    let (old, size) = (request.old_size, tree.size);
    if old > size {
        return Err(Refusal::OldLarger { old, size });
    }
    if old != last.size {
        let cosigned = last.size;
        return Err(Refusal::OtherSize { cosigned });
    }
    if size == last.size && tree.root != last.root {
        return Err(Refusal::Forked {
            size,
            cosigned: last.root,
            signed: tree.root,
        });
    }
    verify_consistency(last, tree, &request.proof).map_err(Refusal::NotProven)
}

/// The checkpoint with the lines of known keys and the witness's own.
fn served(
    signed: &SignedCheckpoint,
    known: &[&VerifierKey],
    own: &SignatureLine,
) -> SignedCheckpoint {
    let mut checkpoint = signed.clone();
    checkpoint.retain(|line| known.iter().any(|key| line.is_by(key)));
    checkpoint
        .put(own.clone())
        .expect("a note has room for one line more than a log has keys");
    checkpoint
}
