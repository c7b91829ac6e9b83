//! The columns of the register of awards.

use crate::{register::decision_number, sheet::Value};
use khen_read_model::{Cursor, RegisteredAward};

/// `LoaiHinhKhenThuong`: this house awards at the end of thematic campaigns only.
const THEMATIC: &str = "chuyên đề";
/// `MaHinhThucKhenThuong`: the one form of award that this house gives, Giấy khen.
const CERTIFICATE_OF_MERIT: &str = "GIAY_KHEN";

/// Names that receiving systems know, in their order, and behind them what they do not know.
pub(super) const COLUMNS: &[&str] = &[
    "MaDonVi",
    "TenDonVi",
    "LoaiHinhKhenThuong",
    "NoiDungKhenThuong",
    "SoQuyetDinh",
    "NgayQuyetDinh",
    "MaCanBo",
    "TenCanBo",
    "TenChucVu",
    "MaHinhThucKhenThuong",
    "TenTapThe",
    "LinhVucHoatDong",
    "PosAsOf",
    "MaHoSo",
    "MaTrangThai",
    "TrangThai",
];

pub(super) fn row(
    award: RegisteredAward,
    as_of: Cursor,
    word: impl Fn(&str) -> String,
) -> Vec<Value> {
    let (state, state_vi) = state(&award);
    let number = decision_number(award.number, award.symbol.as_deref());
    let is_person = award.kind == "individual";
    let of_person = |value: Option<String>| Value::from(value.filter(|_| is_person));
    let of_collective = |value: Option<String>| Value::from(value.filter(|_| !is_person));
    vec![
        award.unit.into(),
        award.unit_name.clone().into(),
        THEMATIC.into(),
        award.campaign.into(),
        number.into(),
        award.decided_on.into(),
        of_person(Some(award.nominee_ref)),
        of_person(award.name),
        of_person(award.title),
        CERTIFICATE_OF_MERIT.into(),
        of_collective(award.unit_name),
        of_collective(award.unit_kind.as_deref().map(word)),
        as_of.0.into(),
        award.code.into(),
        state.into(),
        state_vi.into(),
    ]
}

/// Where an award stands, as a word and as people read it.
fn state(award: &RegisteredAward) -> (&'static str, &'static str) {
    if !award.is_held() {
        ("revoked", "Đã hủy khen thưởng")
    } else if award.is_erased() {
        ("erased", "Đã khen thưởng, dữ liệu cá nhân đã xóa")
    } else {
        ("awarded", "Đã khen thưởng")
    }
}
