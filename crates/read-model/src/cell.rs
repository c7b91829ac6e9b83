//! Rows as both databases can give them: numbers and texts.

use jiff::{Timestamp, civil::Date};

use crate::QueryError;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// A 64-bit integer: counts, booleans (0 and 1), times in microseconds since the Unix epoch.
    Int,
    /// Text.
    Text,
}

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Null,
    /// A number.
    Int(i64),
    /// A text.
    Text(String),
}

/// The values of one row, in the order of the statement's columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row(pub Vec<Cell>);

/// A Rust type that one column holds.
pub trait Field: Sized {
    /// What the column holds.
    const KIND: CellKind;

    /// The value as a cell.
    fn cell(&self) -> Cell;

    /// The value of a cell; `None` when the cell holds something else.
    fn read(cell: Cell) -> Option<Self>;
}

/// Takes the cells of a row one after the other, naming table and column when one does not parse.
pub struct Cells {
    table: &'static str,
    cells: std::vec::IntoIter<Cell>,
}

impl Cells {
    /// The cells of `row`, which was read from `table`.
    #[must_use]
    pub fn new(table: &'static str, row: Row) -> Self {
        Self {
            table,
            cells: row.0.into_iter(),
        }
    }

    /// The next cell, which is the column `column`.
    ///
    /// # Errors
    /// [`QueryError::Corrupt`] when the cell is missing or holds something else.
    pub fn take<F: Field>(&mut self, column: &str) -> Result<F, QueryError> {
        let cell = self.cells.next();
        cell.and_then(F::read).ok_or_else(|| QueryError::Corrupt {
            place: format!("table {}, column {column}", self.table),
        })
    }
}

impl Field for String {
    const KIND: CellKind = CellKind::Text;

    fn cell(&self) -> Cell {
        Cell::Text(self.clone())
    }

    fn read(cell: Cell) -> Option<Self> {
        match cell {
            Cell::Text(text) => Some(text),
            Cell::Null | Cell::Int(_) => None,
        }
    }
}

impl Field for i64 {
    const KIND: CellKind = CellKind::Int;

    fn cell(&self) -> Cell {
        Cell::Int(*self)
    }

    fn read(cell: Cell) -> Option<Self> {
        match cell {
            Cell::Int(number) => Some(number),
            Cell::Null | Cell::Text(_) => None,
        }
    }
}

/// A count or a place, which is never negative.
impl Field for u64 {
    const KIND: CellKind = CellKind::Int;

    fn cell(&self) -> Cell {
        Cell::Int(self.cast_signed())
    }

    fn read(cell: Cell) -> Option<Self> {
        i64::read(cell).and_then(|number| Self::try_from(number).ok())
    }
}

impl Field for bool {
    const KIND: CellKind = CellKind::Int;

    fn cell(&self) -> Cell {
        Cell::Int(i64::from(*self))
    }

    fn read(cell: Cell) -> Option<Self> {
        match i64::read(cell)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

/// Microseconds, so that both databases compare times as numbers.
impl Field for Timestamp {
    const KIND: CellKind = CellKind::Int;

    fn cell(&self) -> Cell {
        Cell::Int(self.as_microsecond())
    }

    fn read(cell: Cell) -> Option<Self> {
        i64::read(cell).and_then(|number| Self::from_microsecond(number).ok())
    }
}

/// `2024-12-27`, which sorts as text.
impl Field for Date {
    const KIND: CellKind = CellKind::Text;

    fn cell(&self) -> Cell {
        Cell::Text(self.to_string())
    }

    fn read(cell: Cell) -> Option<Self> {
        String::read(cell).and_then(|text| text.parse().ok())
    }
}

impl<F: Field> Field for Option<F> {
    const KIND: CellKind = F::KIND;

    fn cell(&self) -> Cell {
        self.as_ref().map_or(Cell::Null, F::cell)
    }

    fn read(cell: Cell) -> Option<Self> {
        if cell == Cell::Null {
            Some(None)
        } else {
            F::read(cell).map(Some)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_does_not_parse_names_its_table_and_column() {
        let mut cells = Cells::new("unit_v1", Row(vec![Cell::Int(7)]));
        let wrong = cells.take::<String>("name").unwrap_err();
        assert_eq!(
            wrong.to_string(),
            "the store disagrees with itself at table unit_v1, column name"
        );
        assert!(cells.take::<i64>("staff").is_err(), "the row is too short");
    }

    #[test]
    fn what_is_written_reads_back() {
        fn check<F: Field + PartialEq + std::fmt::Debug>(value: F) {
            assert_eq!(F::read(value.cell()), Some(value));
        }
        check("Hớn Quản".to_owned());
        check(-1_i64);
        check(7_u64);
        check(true);
        check("2024-11-05T02:10:00.000001Z".parse::<Timestamp>().unwrap());
        check("2024-12-27".parse::<Date>().unwrap());
        check(None::<bool>);
        check(Some(false));
    }

    #[test]
    fn a_wrong_number_is_no_value() {
        assert_eq!(bool::read(Cell::Int(2)), None);
        assert_eq!(u64::read(Cell::Int(-1)), None);
        assert_eq!(Date::read(Cell::Text("tomorrow".into())), None);
        assert_eq!(Option::<bool>::read(Cell::Text("yes".into())), None);
    }
}
