//! Which commands are known: three tables, through which a command moves as it grows old.
//!
//! Ids of commands are hashes. In one large index each append would dirty a page of its own, which
//! measured at half of the whole cost of an append. So a command is taken up in a small table; when
//! that is full, all of it moves on in sorted order, and many of its rows meet on one page.

use rusqlite::{Connection, OptionalExtension, params};

use crate::{
    fault::Fault,
    limits::{NEW_COMMAND_COUNT_MAX, RECENT_COMMAND_COUNT_MAX},
    sql,
};
use khen_eventlog::{
    CommandId, Position,
    seat::{self, LedgerNo},
};

/// Where the first event of a command stands, if the command is known.
pub(super) fn find(
    connection: &Connection,
    ledger: LedgerNo,
    command: CommandId,
) -> Result<Option<Position>, Fault> {
    let seats = ledger.seats();
    let mut statement = connection.prepare_cached(sql::FIND_COMMAND)?;
    let first = statement.query_row(
        params![prefix(command), seats.start, seats.end, command.as_bytes()],
        |row| row.get(0),
    );
    Ok(first.optional()?.map(seat::position))
}

/// Takes up a command whose first event is at `first`.
pub(super) fn insert(
    connection: &Connection,
    ledger: LedgerNo,
    command: CommandId,
    first: Position,
) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(sql::INSERT_COMMAND)?;
    statement.execute([prefix(command), ledger.seat(first)])?;
    Ok(())
}

/// How many commands the small table holds.
pub(super) fn count_new(connection: &Connection) -> Result<usize, Fault> {
    count(connection, sql::COUNT_NEW_COMMANDS)
}

/// Moves commands on where a table is full; answers with how many the small table now holds.
pub(super) fn move_on(connection: &Connection, new_count: usize) -> Result<usize, Fault> {
    if new_count < NEW_COMMAND_COUNT_MAX {
        return Ok(new_count);
    }
    execute(connection, sql::MOVE_NEW_COMMANDS)?;
    execute(connection, sql::DELETE_NEW_COMMANDS)?;
    if count(connection, sql::COUNT_RECENT_COMMANDS)? >= RECENT_COMMAND_COUNT_MAX {
        execute(connection, sql::MOVE_RECENT_COMMANDS)?;
        execute(connection, sql::DELETE_RECENT_COMMANDS)?;
    }
    Ok(0)
}

fn execute(connection: &Connection, statement: &str) -> Result<(), Fault> {
    connection.prepare_cached(statement)?.execute([])?;
    Ok(())
}

fn count(connection: &Connection, statement: &str) -> Result<usize, Fault> {
    let mut statement = connection.prepare_cached(statement)?;
    let count: i64 = statement.query_row([], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// The first 8 bytes of a command's id, as the tables keep them.
fn prefix(command: CommandId) -> i64 {
    let mut first = [0; 8];
    first.copy_from_slice(&command.as_bytes()[..8]);
    i64::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::migrations;

    const LEDGER: LedgerNo = LedgerNo(1);

    fn known() -> CommandId {
        CommandId::from_bytes([7; 16])
    }

    /// A ledger whose fourth event was caused by [`known`].
    fn ledger() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        migrations::migrate(&mut connection, migrations::LEDGER).unwrap();
        connection
            .execute_batch(
                "INSERT INTO ledger VALUES (1, 'hon-quan', 'https://khen.example/hon-quan');
                 INSERT INTO stream VALUES (1, 1, 'slot/1');
                 INSERT INTO event VALUES (
                     (1 << 40) + 3, 1, 1, zeroblob(16), '', 0, 0, '',
                     x'07070707070707070707070707070707', '', zeroblob(32), x'', zeroblob(32)
                 );",
            )
            .unwrap();
        connection
    }

    fn fill_recent(connection: &Connection) {
        let numbers = "INSERT INTO command_recent
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?1)
            SELECT n * 1000003, n FROM number";
        connection
            .execute(numbers, [i64::try_from(RECENT_COMMAND_COUNT_MAX).unwrap()])
            .unwrap();
    }

    #[test]
    fn a_command_is_found_in_whichever_table_it_is() {
        let connection = ledger();
        assert_eq!(find(&connection, LEDGER, known()).unwrap(), None);
        insert(&connection, LEDGER, known(), Position(3)).unwrap();
        let is_found = || find(&connection, LEDGER, known()).unwrap() == Some(Position(3));
        assert!(is_found());
        assert_eq!(move_on(&connection, 1).unwrap(), 1);
        assert_eq!(count_new(&connection).unwrap(), 1);
        assert_eq!(move_on(&connection, NEW_COMMAND_COUNT_MAX).unwrap(), 0);
        assert_eq!(count_new(&connection).unwrap(), 0);
        assert_eq!(count(&connection, sql::COUNT_RECENT_COMMANDS).unwrap(), 1);
        assert!(is_found());
        fill_recent(&connection);
        move_on(&connection, NEW_COMMAND_COUNT_MAX).unwrap();
        assert_eq!(count(&connection, sql::COUNT_RECENT_COMMANDS).unwrap(), 0);
        assert!(is_found());
    }

    #[test]
    fn two_commands_with_one_prefix_are_told_apart() {
        let connection = ledger();
        insert(&connection, LEDGER, known(), Position(3)).unwrap();
        let mut bytes = *known().as_bytes();
        bytes[15] = 0;
        let other = CommandId::from_bytes(bytes);
        assert_eq!(prefix(other), prefix(known()));
        assert_eq!(find(&connection, LEDGER, other).unwrap(), None);
        assert_eq!(find(&connection, LedgerNo(2), known()).unwrap(), None);
    }
}
