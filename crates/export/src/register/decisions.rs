//! The columns of the register of decisions.

use crate::{register::decision_number, sheet::Value};
use khen_read_model::{Cursor, RegisteredDecision};

/// Names as in the register of awards, where it has them.
pub(super) const COLUMNS: &[&str] = &[
    "MaQuyetDinh",
    "SoQuyetDinh",
    "NgayQuyetDinh",
    "LoaiQuyetDinh",
    "NoiDungKhenThuong",
    "SoTapThe",
    "SoCaNhan",
    "SoKhenThuongConHieuLuc",
    "VeQuyetDinh",
    "PosAsOf",
    "MaTrangThai",
    "TrangThai",
];

pub(super) fn row(
    decision: RegisteredDecision,
    as_of: Cursor,
    word: impl Fn(&str) -> String,
) -> Vec<Value> {
    let (state, state_vi) = if decision.is_ended() {
        ("ended", "Không còn hiệu lực")
    } else {
        ("in_force", "Có hiệu lực")
    };
    let row = decision.row;
    // Of a decision made on paper the ledger knows the counts alone.
    let held = (!row.is_legacy).then_some(decision.held_award_count);
    vec![
        row.decision.into(),
        decision_number(row.number, row.symbol.as_deref()).into(),
        row.decided_on.into(),
        word(&row.kind).into(),
        decision.campaign.into(),
        row.collectives.into(),
        row.individuals.into(),
        held.into(),
        row.refers_to.into(),
        as_of.0.into(),
        state.into(),
        state_vi.into(),
    ]
}
