//! Workbooks (Office Open XML).

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};
use thiserror::Error;

use super::{Sheet, Value, looks_like_a_formula};

/// A table does not fit a workbook.
#[derive(Debug, Error)]
#[error("the table does not fit a workbook")]
pub struct XlsxError(#[from] rust_xlsxwriter::XlsxError);

/// Characters that a column is wide.
const COLUMN_WIDTH: f64 = 22.0;

/// How values look.
struct Looks {
    header: Format,
    date: Format,
    /// Marks a text as typed with an apostrophe, so that no edit makes a formula of it.
    prefixed: Format,
}

pub(super) fn write(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks {
        header: Format::new().set_bold(),
        date: Format::new().set_num_format("dd/mm/yyyy"),
        prefixed: Format::new().set_quote_prefix(),
    };
    let mut workbook = Workbook::new();
    // A time of its own would make other bytes of the same content.
    let created = ExcelDateTime::from_ymd(2024, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    for sheet in sheets {
        fill(workbook.add_worksheet(), sheet, &looks)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn fill(tab: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), XlsxError> {
    tab.set_name(&sheet.name)?;
    tab.set_freeze_panes(1, 0)?;
    for (column, name) in (0..).zip(&sheet.columns) {
        tab.write_string_with_format(0, column, *name, &looks.header)?;
        tab.set_column_width(column, COLUMN_WIDTH)?;
    }
    for (row, values) in (1..).zip(&sheet.rows) {
        for (column, value) in (0..).zip(values) {
            put(tab, (row, column), value, looks)?;
        }
    }
    Ok(())
}

fn put(
    tab: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match value {
        Value::Empty => {}
        // Numbers of a workbook are exact up to 2^53, which no count or position reaches.
        #[expect(clippy::cast_precision_loss, reason = "see above")]
        Value::Number(number) => {
            tab.write_number(row, column, *number as f64)?;
        }
        Value::Text(text) if looks_like_a_formula(text) => {
            tab.write_string_with_format(row, column, text, &looks.prefixed)?;
        }
        Value::Text(text) => {
            tab.write_string(row, column, text)?;
        }
        Value::Date(date) => {
            let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
            let date = ExcelDateTime::from_ymd(date.year().unsigned_abs(), month, day)?;
            tab.write_datetime_with_format(row, column, &date, &looks.date)?;
        }
    }
    Ok(())
}
