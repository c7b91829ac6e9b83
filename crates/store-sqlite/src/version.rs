//! The version of SQLite that is built in.

use crate::OpenError;

/// The oldest SQLite that may open our files, as SQLite counts: 3.51.3.
///
/// Older ones may corrupt a database in WAL mode that two connections use while the log starts
/// anew (the "WAL-reset bug"), which is how this room works. Source: `SQLite` release notes 3.51.3.
pub const SQLITE_VERSION_MIN: i32 = 3_051_003;

/// The version of SQLite that runs, for example `3.53.2`.
#[must_use]
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

pub(crate) fn refuse_old_sqlite(found: i32) -> Result<(), OpenError> {
    if found < SQLITE_VERSION_MIN {
        return Err(OpenError::SqliteTooOld {
            found: in_words(found),
            needed: in_words(SQLITE_VERSION_MIN),
        });
    }
    Ok(())
}

fn in_words(number: i32) -> String {
    format!(
        "{}.{}.{}",
        number / 1_000_000,
        number / 1_000 % 1_000,
        number % 1_000
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sqlite_with_the_reset_bug_is_refused() {
        let refused = refuse_old_sqlite(3_051_002).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "SQLite 3.51.2 is too old: 3.51.3 or later is needed"
        );
        assert!(refuse_old_sqlite(rusqlite::version_number()).is_ok());
    }
}
