//! The columns of the register of units.

use crate::sheet::Value;
use khen_read_model::{Cursor, UnitRow};

/// Names as in the register of awards, where it has them.
pub(super) const COLUMNS: &[&str] = &[
    "MaDonVi",
    "TenDonVi",
    "LoaiDonVi",
    "MaKhoi",
    "TuNgay",
    "DenNgay",
    "PosAsOf",
    "MaTrangThai",
    "TrangThai",
];

pub(super) fn row(unit: UnitRow, as_of: Cursor, word: impl Fn(&str) -> String) -> Vec<Value> {
    // No clock: what was told of the same events is told again.
    let (state, state_vi) = match unit.valid_until {
        None => ("established", "Đang hoạt động"),
        Some(_) => ("ending", "Có ngày kết thúc"),
    };
    vec![
        unit.unit.into(),
        unit.name.into(),
        word(&unit.kind).into(),
        unit.group_id.into(),
        unit.valid_from.into(),
        unit.valid_until.into(),
        as_of.0.into(),
        state.into(),
        state_vi.into(),
    ]
}
