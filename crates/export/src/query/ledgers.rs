//! What a reader asks of the list of ledgers.

use super::number;
use crate::{Complaint, limits::WAIT_SECONDS_MAX};

/// A question for the ledgers that a reader may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LedgersQuery {
    /// How long to wait for a ledger that grows when none has.
    pub wait_seconds: u64,
}

impl LedgersQuery {
    /// Reads the parameters of a query.
    ///
    /// # Errors
    /// A [`Complaint`] about each parameter that is unknown, repeated, or has another form.
    pub fn parse<'a>(
        parameters: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<Complaint>> {
        let (mut wait, mut complaints) = (None, Vec::new());
        for (parameter, text) in parameters {
            let read = match parameter {
                "wait" if wait.is_some() => Err("is given twice".to_owned()),
                "wait" => number(text, 0..=WAIT_SECONDS_MAX).map(|seconds| wait = Some(seconds)),
                _ => Err("is not known here".to_owned()),
            };
            complaints.extend(read.err().map(|detail| Complaint {
                parameter: parameter.to_owned(),
                detail,
            }));
        }
        if complaints.is_empty() {
            let wait_seconds = wait.unwrap_or(0);
            Ok(Self { wait_seconds })
        } else {
            Err(complaints)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_bounded_and_given_once() {
        let read = |pairs: &[(&'static str, &'static str)]| {
            LedgersQuery::parse(pairs.iter().copied()).map(|query| query.wait_seconds)
        };
        assert_eq!(read(&[]), Ok(0));
        assert_eq!(read(&[("wait", "60")]), Ok(60));
        for wrong in [
            &[("wait", "61")][..],
            &[("wait", "soon")],
            &[("wait", "1"), ("wait", "1")],
            &[("from", "0")],
        ] {
            assert_eq!(read(wrong).unwrap_err().len(), 1, "{wrong:?}");
        }
    }
}
