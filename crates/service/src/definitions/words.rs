//! Words for what can be wrong with a definition: what it is, and what to do.

use jiff::civil::Date;

use khen_domain::{Role, UnitId};

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    /// Not TOML, or not the shape of its kind; the reader's own words.
    Unreadable { message: String },
    /// The slug is not one that a ledger may have.
    LedgerSlug { slug: String },
    /// Something that must be unique stands here again.
    Twice { word: String },
    /// A second authority among the files read together.
    SecondAuthority,
    /// A day of another year.
    DayOfAnotherYear { day: Date, year: i16 },
    /// A holiday that is no working day anyway.
    HolidayOnWeekend { day: Date },
    /// A worked day that is a working day anyway.
    WorkedWeekday { day: Date },
    /// Days that are not confirmed, with a paper cited for them.
    UnverifiedIsCited { name: String },
    /// Days that were read nowhere and pass for confirmed.
    NotSeenAnywhere { name: String },
    /// The last day lies before the first.
    EndsBeforeItStarts { from: Date, to: Date },
    /// A unit that the authority does not have.
    UnknownUnit { unit: UnitId },
    /// An instrument that the authority does not record.
    UnknownInstrument { instrument: String },
    /// A document that the file does not have.
    UnknownDocument { document: String },
    /// A key that neither the entry nor the defaults of the file give.
    NoDefault { key: &'static str },
    /// A role that nobody is granted.
    RoleNotGranted { role: Role },
    /// No share, or more than all.
    ImpossibleShare { part: u32, whole: u32 },
}

impl Problem {
    /// In Vietnamese.
    pub(super) fn vi(&self) -> String {
        match self {
            Self::Unreadable { message } => format!("{} [{message}]", reading(message).0),
            Self::LedgerSlug { slug } => {
                format!(
                    "mã sổ cái «{slug}» không hợp lệ: chỉ dùng chữ thường không dấu, chữ số và dấu -"
                )
            }
            Self::Twice { word } => {
                format!("«{word}» đã khai báo ở trên: xóa hoặc đổi một trong hai")
            }
            Self::SecondAuthority => {
                "đã có một cơ quan ban hành: mỗi lần chỉ nạp một định nghĩa cơ quan".to_owned()
            }
            Self::DayOfAnotherYear { day, year } => {
                format!("ngày {day} không thuộc năm {year}: chuyển sang lịch của năm đó")
            }
            Self::HolidayOnWeekend { day } => {
                format!("ngày nghỉ {day} rơi vào thứ Bảy, Chủ nhật: xóa ngày này")
            }
            Self::WorkedWeekday { day } => {
                format!("ngày làm bù {day} là ngày làm việc bình thường: xóa ngày này")
            }
            Self::UnverifiedIsCited { name } => format!(
                "«{name}» chưa được xác minh: xóa số, ngày của văn bản, hoặc xác minh rồi xóa khóa unverified"
            ),
            Self::NotSeenAnywhere { name } => format!(
                "«{name}» chưa có nơi đã đọc: thêm khóa seen_at, hoặc đặt unverified = true"
            ),
            Self::EndsBeforeItStarts { from, to } => {
                format!("ngày hết hiệu lực {to} trước ngày bắt đầu {from}: sửa một trong hai ngày")
            }
            Self::UnknownUnit { unit } => format!(
                "đơn vị «{unit}» không có trong định nghĩa cơ quan: sửa mã, hoặc thêm vào [[units]] hay [[bodies]]"
            ),
            Self::UnknownInstrument { instrument } => format!(
                "văn bản «{instrument}» không có trong định nghĩa cơ quan: sửa mã, hoặc thêm vào [[regimes]] hay [[base_wages]]"
            ),
            Self::UnknownDocument { document } => {
                format!(
                    "căn cứ «{document}» không có trong [documents]: sửa tên, hoặc thêm vào [documents]"
                )
            }
            Self::NoDefault { key } => {
                format!("thiếu khóa {key}: thêm vào đây, hoặc thêm vào [defaults]")
            }
            Self::RoleNotGranted { role } => {
                format!(
                    "vai trò «{}» không giao cho ai: chọn vai trò khác",
                    role.as_str()
                )
            }
            Self::ImpossibleShare { part, whole } => {
                format!("tỷ lệ {part}/{whole} không thể có: mẫu số từ 1, tử số không quá mẫu số")
            }
        }
    }

    /// In English.
    pub(super) fn en(&self) -> String {
        match self {
            Self::Unreadable { message } => format!("{} [{message}]", reading(message).1),
            Self::LedgerSlug { slug } => {
                format!(
                    "`{slug}` is no ledger's slug: use lower-case ASCII letters, digits and - only"
                )
            }
            Self::Twice { word } => format!("`{word}` stands above already: delete or change one"),
            Self::SecondAuthority => {
                "there is an authority already: load one authority at a time".to_owned()
            }
            Self::DayOfAnotherYear { day, year } => {
                format!("{day} is not a day of {year}: move it to the calendar of its year")
            }
            Self::HolidayOnWeekend { day } => format!("the holiday {day} is a weekend: delete it"),
            Self::WorkedWeekday { day } => format!("{day} is worked anyway: delete it"),
            Self::UnverifiedIsCited { name } => format!(
                "`{name}` is unverified: delete number and date of the paper, or verify the days and delete `unverified`"
            ),
            Self::NotSeenAnywhere { name } => {
                format!("`{name}` was seen nowhere: add `seen_at`, or set `unverified = true`")
            }
            Self::EndsBeforeItStarts { from, to } => {
                format!("the last day {to} lies before the first {from}: correct one of them")
            }
            Self::UnknownUnit { unit } => format!(
                "the authority has no unit `{unit}`: correct it, or add it under [[units]] or [[bodies]]"
            ),
            Self::UnknownInstrument { instrument } => format!(
                "the authority records no `{instrument}`: correct it, or add it under [[regimes]] or [[base_wages]]"
            ),
            Self::UnknownDocument { document } => {
                format!(
                    "there is no document `{document}`: correct it, or add it under [documents]"
                )
            }
            Self::NoDefault { key } => {
                format!("the key `{key}` is missing: add it here or under [defaults]")
            }
            Self::RoleNotGranted { role } => {
                format!("nobody is granted `{}`: choose another role", role.as_str())
            }
            Self::ImpossibleShare { part, whole } => {
                format!(
                    "{part}/{whole} is no share: the whole is 1 or more, the part at most the whole"
                )
            }
        }
    }
}

/// What to do about a message of the TOML reader, by how the message begins.
const READING: &[(&str, &str, &str)] = &[
    (
        "unknown field",
        "khóa lạ: sửa tên khóa theo danh sách, hoặc xóa",
        "unknown key: correct its name by the list, or delete it",
    ),
    (
        "missing field",
        "thiếu một khóa: thêm khóa này vào",
        "a key is missing: add it",
    ),
    (
        "unknown variant",
        "giá trị ngoài danh sách: chọn một giá trị trong danh sách",
        "a value outside the list: choose one of the list",
    ),
    (
        "invalid type",
        "sai kiểu giá trị: sửa theo kiểu yêu cầu; ngày và chữ đặt trong ngoặc kép",
        "a value of the wrong type: correct it; dates and texts stand in quotes",
    ),
    (
        "duplicate key",
        "khóa khai báo hai lần: xóa một",
        "a key stands twice: delete one",
    ),
];

fn reading(message: &str) -> (&'static str, &'static str) {
    let known = READING
        .iter()
        .find(|(beginning, ..)| message.starts_with(beginning));
    known.map_or(
        (
            "không đọc được: sửa chỗ này theo lời báo",
            "this cannot be read: correct it as told",
        ),
        |(_, vi, en)| (vi, en),
    )
}
