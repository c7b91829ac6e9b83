//! What the manifests of bundles and segments have in common: lines that are read one after the other,
//! and who may sign them.

use std::{ops::Range, str::Split};

use crate::{BadSignature, Note, Origin, Policy, PolicyError, VerifierKey, decimal};

/// Lines, each with its end, of which none is passed over.
pub(crate) struct Lines<'a> {
    lines: Split<'a, char>,
    line: usize,
}

impl<'a> Lines<'a> {
    /// `None` where the last line has no end.
    pub(crate) fn of(text: &'a str) -> Option<Self> {
        let text = text.strip_suffix('\n')?;
        Some(Self {
            lines: text.split('\n'),
            line: 0,
        })
    }

    /// What `parse` makes of the next line behind `prefix`.
    ///
    /// # Errors
    /// The number of the line, from 1, where it is missing or wrong.
    pub(crate) fn read<T>(
        &mut self,
        prefix: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, usize> {
        self.line += 1;
        let rest = self.lines.next().and_then(|line| line.strip_prefix(prefix));
        rest.and_then(parse).ok_or(self.line)
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.lines.clone().next().is_none()
    }
}

/// `<first> <behind the last>`, at least one.
pub(crate) fn parse_range(text: &str) -> Option<Range<u64>> {
    let (start, end) = text.split_once(' ')?;
    let range = decimal::parse(start)?..decimal::parse(end)?;
    (!range.is_empty()).then_some(range)
}

/// Hexadecimal in lower case: of two ways to write a hash, only one is right.
pub(crate) fn parse_sha256(text: &str) -> Option<[u8; 32]> {
    let hash = hex::decode(text).ok()?.try_into().ok()?;
    (hex::encode(hash) == text).then_some(hash)
}

/// The key of `policy` that signed `note`: one that the policy lists as a log, under the name of the log
/// or under `own_name`.
///
/// # Errors
/// [`PolicyError`] when the policy has no such key, or none of them signed.
pub(crate) fn signer<'p>(
    note: &Note,
    policy: &'p Policy,
    origin: &Origin,
    own_name: &str,
) -> Result<&'p VerifierKey, PolicyError> {
    let origin = origin.clone();
    let names = [origin.as_str(), own_name];
    let keys = policy.logs().iter().map(|log| &log.key);
    let mut keys = keys
        .filter(|key| names.contains(&key.name().as_str()))
        .peekable();
    if keys.peek().is_none() {
        return Err(PolicyError::UnknownLog { origin });
    }
    let checked = keys.map(|key| note.verified_by(key));
    let signers = checked.filter_map(Result::transpose);
    let signers = signers.collect::<Result<Vec<_>, BadSignature>>()?;
    let first = signers.first().map(|signer| signer.key);
    first.ok_or(PolicyError::NotSigned { origin })
}
