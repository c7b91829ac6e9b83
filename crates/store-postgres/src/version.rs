//! Which servers may be used.

use std::ops::RangeInclusive;

use tokio_postgres::Client;

use crate::OpenError;

/// The major versions of Postgres that were tried. Source: the clustered profile.
const POSTGRES_VERSIONS: RangeInclusive<u32> = 15..=18;

/// The version of a server, for example `15.14`.
///
/// # Errors
/// [`OpenError::Version`] for one that may not be used; [`OpenError::SetUp`].
pub(crate) async fn server_version(client: &Client) -> Result<String, OpenError> {
    let asked = client.query_one("SHOW server_version", &[]).await;
    let found: String = asked
        .and_then(|row| row.try_get(0))
        .map_err(OpenError::SetUp)?;
    refuse_unknown(&found)?;
    Ok(found)
}

fn refuse_unknown(found: &str) -> Result<(), OpenError> {
    let digits: String = found.chars().take_while(char::is_ascii_digit).collect();
    let major = digits.parse().ok();
    if major.is_some_and(|major| POSTGRES_VERSIONS.contains(&major)) {
        return Ok(());
    }
    let (first, last) = (POSTGRES_VERSIONS.start(), POSTGRES_VERSIONS.end());
    Err(OpenError::Version {
        found: found.to_owned(),
        supported: format!("one of the versions {first} to {last}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_that_were_not_tried_are_refused() {
        for known in ["15.14 (Debian 15.14-0+deb12u1)", "16.0", "18beta1"] {
            assert!(refuse_unknown(known).is_ok(), "{known}");
        }
        for unknown in ["14.9", "19devel", "9.6.24", ""] {
            assert!(refuse_unknown(unknown).is_err(), "{unknown}");
        }
        assert_eq!(
            refuse_unknown("14.9").unwrap_err().to_string(),
            "Postgres 14.9 is not supported: one of the versions 15 to 18 is needed"
        );
    }
}
