//! A seat is the number under which a database stores an event: its ledger's number and its position.
//!
//! A ledger's events then lie side by side, in order, and one number names an event among all ledgers.

use std::ops::Range;

use crate::Position;

/// Bits of a seat that hold the position; a ledger ends after 2^40 events.
const POSITION_BITS: u32 = 40;

/// The largest number of a ledger that leaves its seats positive.
pub const LEDGER_NO_MAX: i64 = 4_194_303;

/// The number of a ledger in one database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LedgerNo(
    /// From 1 to [`LEDGER_NO_MAX`].
    pub i64,
);

impl LedgerNo {
    /// The seats of this ledger.
    #[must_use]
    pub fn seats(self) -> Range<i64> {
        self.0 << POSITION_BITS..(self.0 + 1) << POSITION_BITS
    }

    /// The seat of a position; the end of the ledger's seats for a position beyond them.
    #[must_use]
    pub fn seat(self, position: Position) -> i64 {
        let seats = self.seats();
        let seat = i64::try_from(position.0).map(|position| seats.start.saturating_add(position));
        seat.unwrap_or(i64::MAX).min(seats.end)
    }
}

/// The position at a seat, whichever ledger it belongs to.
#[must_use]
pub fn position(seat: i64) -> Position {
    let position = seat & ((1 << POSITION_BITS) - 1);
    Position(position.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_holds_ledger_and_position() {
        let (first, second) = (LedgerNo(1), LedgerNo(2));
        for place in [0, 1, (1 << POSITION_BITS) - 1] {
            let seat = first.seat(Position(place));
            assert!(first.seats().contains(&seat));
            assert_eq!(position(seat), Position(place));
        }
        assert_eq!(first.seats().end, second.seats().start);
        assert!(LedgerNo(LEDGER_NO_MAX).seats().end > 0);
    }

    #[test]
    fn a_position_beyond_the_ledger_has_no_seat() {
        for beyond in [1 << POSITION_BITS, u64::MAX] {
            let seat = LedgerNo(1).seat(Position(beyond));
            assert_eq!(seat, LedgerNo(1).seats().end);
        }
    }
}
