//! Whatever is wrong is told with file, line and what to do.

use super::SHIPPED;
use crate::definitions::{DefinitionError, Definitions, Source};
use khen_domain::Role;

/// Reads the demo with one piece of text changed.
fn read_with(file: &str, old: &str, new: &str) -> DefinitionError {
    let index = SHIPPED
        .iter()
        .position(|one| one.file.contains(file))
        .unwrap();
    let text = SHIPPED[index].text;
    assert!(text.contains(old), "{old}");
    let changed = text.replacen(old, new, 1);
    let mut sources = SHIPPED;
    sources[index] = Source {
        file: "office.toml",
        text: &changed,
    };
    Definitions::read(&sources).unwrap_err()
}

/// Checks the first fault: it stands in the line of `place`, and says these words.
fn check(file: &str, old: &str, new: &str, place: &str, says: &str) {
    let error = read_with(file, old, new);
    let text = SHIPPED
        .iter()
        .find(|one| one.file.contains(file))
        .unwrap()
        .text;
    let changed = text.replacen(old, new, 1);
    let byte = changed.find(place).unwrap();
    let line = changed[..byte].matches('\n').count() + 1;
    let told = error.to_string();
    assert!(
        told.starts_with(&format!("office.toml:{line}:")),
        "line {line}: {told}"
    );
    assert!(told.contains(says), "{told}");
}

#[test]
fn a_slip_in_the_shape_is_told_with_its_line() {
    let stranger = "place = \"Hớn Quản\"\ncolour = \"red\"";
    check(
        "authority",
        "place = \"Hớn Quản\"",
        stranger,
        "colour",
        "khóa lạ",
    );
    check(
        "authority",
        "staff = 6",
        "staff = \"six\"",
        "\"six\"",
        "sai kiểu giá trị",
    );
    check(
        "authority",
        "\"2024-01-01\"",
        "2024-01-01",
        "2024-01-01",
        "ngoặc kép",
    );
    check(
        "authority",
        "name = \"Phòng Tư pháp\"\n",
        "",
        "[[units]]\nunit = \"tu-phap\"",
        "thiếu một khóa",
    );
    check(
        "campaign",
        "check = \"score_rose\"",
        "check = \"luck\"",
        "\"luck\"",
        "giá trị ngoài danh sách",
    );
    check(
        "people",
        "unit = \"noi-vu\"",
        "unit = \"nội vụ\"",
        "\"nội vụ\"",
        "không đọc được",
    );
    check(
        "people",
        "kind = \"people\"",
        "kind = \"animals\"",
        "\"animals\"",
        "giá trị ngoài danh sách",
    );
    check(
        "campaign",
        "text = \"05",
        "text = 05",
        "05 tập",
        "không đọc được",
    );
}

#[test]
fn a_unit_that_does_not_exist_is_told_with_its_line() {
    let role = "role = \"reviewer\", title";
    let changed = "role = \"reviewer\", unit = \"noi-vvu\", title";
    check(
        "people",
        role,
        changed,
        "\"noi-vvu\"",
        "đơn vị «noi-vvu» không có",
    );
    check(
        "people",
        "unit = \"so-noi-vu\"",
        "unit = \"so\"",
        "unit = \"so\"",
        "đơn vị «so» không có",
    );
}

#[test]
fn an_assignment_without_ground_is_told_with_its_line() {
    check(
        "people",
        "document = \"council\"",
        "document = \"x\"",
        "document = \"x\"",
        "căn cứ «x»",
    );
    check(
        "people",
        "from = \"2024-01-01\"\n",
        "",
        "\"campaign_authority\"",
        "thiếu khóa from",
    );
    check(
        "people",
        "category = \"civil_servant\"\n",
        "",
        "\"TPNV\"",
        "thiếu khóa category",
    );
    check(
        "people",
        "document = \"staffing\"\n",
        "",
        "\"deputy_signatory\"",
        "thiếu khóa document",
    );
    check(
        "people",
        "document = \"staffing\"",
        "document = \"stuff\"",
        "\"stuff\"",
        "căn cứ «stuff»",
    );
    let admin = format!("role = \"{}\"", Role::Admin.as_str());
    check(
        "people",
        &admin,
        "role = \"system\"",
        "role = \"system\"",
        "không giao cho ai",
    );
    check(
        "people",
        "title = \"Văn thư\"",
        "title = \"Văn thư\", to = \"2023-01-01\"",
        "\"records_clerk\"",
        "trước ngày bắt đầu",
    );
}

#[test]
fn what_must_differ_is_told_where_it_stands_again() {
    let again = "unit = \"tan-khai\"";
    check(
        "authority",
        "unit = \"an-khuong\"",
        again,
        "unit = \"tan-khai\"\nname = \"UBND xã",
        "«tan-khai»",
    );
    check(
        "people",
        "handle = \"PCT\"",
        "handle = \"CT\"",
        "handle = \"CT\"\nname = \"Trần",
        "«CT»",
    );
    check(
        "campaign",
        "code = \"C2\"",
        "code = \"C1\"",
        "[[criteria]]\ncode = \"C1\"\nkind = \"collective\"\ntext = \"Thực hiện",
        "«C1»",
    );
    let authority = SHIPPED[0];
    let error = Definitions::read(&[authority, authority]).unwrap_err();
    assert!(
        error.to_string().contains("đã có một cơ quan ban hành"),
        "{error}"
    );
}

#[test]
fn a_calendar_that_cannot_be_is_told() {
    let day = |old, new, name: &str, says| {
        let place = format!("[[calendars.occasions]]\nname = \"{name}");
        check("authority", old, new, &place, says);
    };
    day(
        "[\"2024-01-01\"]",
        "[\"2023-01-02\"]",
        "Tết Dương lịch",
        "không thuộc năm 2024",
    );
    day(
        "\"2024-02-09\"",
        "\"2024-02-10\"",
        "Tết Nguyên đán",
        "thứ Bảy, Chủ nhật",
    );
    day(
        "\"2024-05-04\"",
        "\"2024-05-03\"",
        "Ngày Chiến thắng",
        "ngày làm việc bình thường",
    );
}

#[test]
fn days_nobody_has_confirmed_are_told() {
    let (name, place) = (
        "của Bộ Lao động – Thương binh và Xã hội\"",
        "[[calendars.occasions]]\nname = \"Tết Nguyên đán Giáp Thìn",
    );
    let cited = format!("{name}, number = \"1/TB\"");
    check("authority", name, &cited, place, "chưa được xác minh");
    let seen = "seen_at = \"https://xaydungchinhsach.chinhphu.vn/nguoi-lao-dong.html\"\n";
    let place = "[[calendars.occasions]]\nname = \"Giỗ Tổ";
    check("authority", seen, "", place, "thêm khóa seen_at");
}

#[test]
fn a_campaign_that_cannot_be_is_told() {
    check(
        "campaign",
        "part = 2, whole = 3",
        "part = 4, whole = 3",
        "[rules]",
        "không thực hiện được",
    );
    check(
        "campaign",
        "\"LUONG-CO-SO\"",
        "\"LUONG\"",
        "[plan]",
        "văn bản «LUONG»",
    );
    check(
        "authority",
        "\"hon-quan\"",
        "\"Hớn Quản\"",
        "slug = \"Hớn Quản\"",
        "mã sổ cái",
    );
    let backwards = "valid_until = \"2020-06-30\"";
    check(
        "authority",
        "valid_until = \"2025-06-30\"",
        backwards,
        "[authority]",
        "trước ngày bắt đầu",
    );
}

#[test]
fn a_quota_of_nobody_and_words_that_say_other_numbers_are_told() {
    let numbers = "collective = 5\nindividual = 10";
    let place = "[quota]";
    let nobody = "collective = 0\nindividual = 0";
    check(
        "campaign",
        numbers,
        nobody,
        place,
        "không ai được khen thưởng",
    );
    let more = "collective = 6\nindividual = 10";
    check("campaign", numbers, more, place, "sửa lời hoặc sửa số");
}

#[test]
fn what_a_plan_leaves_out_is_told() {
    let symbol = "decision_symbol = \"QĐ-UBND\"";
    let blank = "decision_symbol = \"\"";
    check("campaign", symbol, blank, "[plan]", "có 0 ký tự");
    let signer = "signer = \"CHỦ TỊCH\"";
    check(
        "campaign",
        signer,
        "signer = \" \"",
        "[plan]",
        "khóa signer",
    );
    let tie = "tie = \"lost\"";
    let chair = "tie = \"chair_side\"";
    check("campaign", tie, chair, "[rules]", "cuộc họp của đơn vị");
}

#[test]
fn everything_wrong_is_told_at_once_in_both_languages() {
    let people = SHIPPED[1]
        .text
        .replace("unit = \"so-noi-vu\"", "unit = \"so\"");
    let campaign = SHIPPED[2].text.replace("\"LUONG-CO-SO\"", "\"LUONG\"");
    let sources = [
        Source {
            file: "campaign.toml",
            text: &campaign,
        },
        Source {
            file: "people.toml",
            text: &people,
        },
        SHIPPED[0],
    ];
    let error = Definitions::read(&sources).unwrap_err();
    assert_eq!(error.faults.len(), 2);
    let told = error.to_string();
    for words in [
        "campaign.toml:",
        "people.toml:",
        "the authority has no unit `so`",
    ] {
        assert!(told.contains(words), "{told}");
    }
}
