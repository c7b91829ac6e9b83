//! Keys by which texts stand in the order of a Vietnamese dictionary.
//!
//! The keys are stored with the rows, so that every database orders alike, without a collation of
//! its own. A later release of the collator may give other keys: rows are made anew then.

use std::sync::LazyLock;

use icu_collator::{CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;

use super::Spelled;

/// `a ă â b … d đ e ê … o ô ơ … u ư`, tones after letters.
static VIETNAMESE: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    CollatorBorrowed::try_new(locale!("vi").into(), CollatorOptions::default())
        .expect("the collator carries its data")
});

/// Ends the key of a part of a name: smaller than every byte of a key.
const PART_END: u8 = 0;

/// The key of a person's name: the given name (the last word) first, then the middle names, then
/// the family name (the first word). A name of one word is a given name.
#[must_use]
pub fn name_order(name: &str) -> String {
    let name = Spelled::of(name);
    let words: Vec<&str> = name.as_str().split(' ').collect();
    let (family, middle, given) = match words.as_slice() {
        [] => ("", String::new(), ""),
        [given] => ("", String::new(), *given),
        [family, middle @ .., given] => (*family, middle.join(" "), *given),
    };
    hex(&[given, &middle, family])
}

/// The key of any other text, for example the name of a unit.
#[must_use]
pub fn word_order(text: &str) -> String {
    hex(&[Spelled::of(text).as_str()])
}

/// Digits in base 16 stand in one order under every collation of a database.
fn hex(parts: &[&str]) -> String {
    let mut key = Vec::new();
    for part in parts {
        let Ok(()) = VIETNAMESE.write_sort_key_to(part, &mut key);
        key.push(PART_END);
    }
    let digits = key.iter().flat_map(|byte| [byte >> 4, byte & 0x0f]);
    digits.map(digit).collect()
}

fn digit(half: u8) -> char {
    char::from_digit(u32::from(half), 16).expect("half a byte is a digit in base 16")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In order: given name, middle names, family name.
    const PEOPLE: &[&str] = &[
        "Mẫu",
        "Lê Ăn Mẫu",
        "Lê Ân Mẫu",
        "Bùi Thị Mẫu",
        "Bùi Văn Mẫu",
        "Đinh Văn Mẫu",
        "Lê Văn Mẫu",
        "Lê Văn Mậu",
    ];

    fn sorted<'a>(texts: &[&'a str], key: fn(&str) -> String) -> Vec<&'a str> {
        let mut sorted: Vec<&str> = texts.iter().rev().copied().collect();
        sorted.sort_by_key(|text| key(text));
        sorted
    }

    #[test]
    fn letters_stand_as_in_a_vietnamese_dictionary() {
        let letters = [
            "a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ", "ẫ", "ấ",
            "ậ", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ",
            "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y",
        ];
        assert_eq!(sorted(&letters, word_order), letters);
    }

    #[test]
    fn people_stand_by_given_name_then_middle_then_family_name() {
        assert_eq!(sorted(PEOPLE, name_order), PEOPLE);
    }

    #[test]
    fn the_made_up_people_stand_by_their_given_names() {
        let people = [
            "Phạm Thị Mô Phỏng",
            "Trần Thị Minh Họa",
            "Bùi Văn Tình Huống",
            "Võ Thị Dữ Liệu",
            "Dương Thị Bản Mẫu",
            "Hoàng Văn Thử Nghiệm",
            "Đặng Thị Kịch Bản",
            "Lê Văn Giả Định",
            "Ngô Văn Kiểm Thử",
            "Lý Văn Tham Chiếu",
            "Thị Minh Họa",
            "Điểu Ví Dụ",
            "Nguyễn Văn Ví Dụ",
        ];
        assert_eq!(
            sorted(&people, name_order),
            [
                "Đặng Thị Kịch Bản",
                "Lý Văn Tham Chiếu",
                "Nguyễn Văn Ví Dụ",
                "Điểu Ví Dụ",
                "Lê Văn Giả Định",
                "Thị Minh Họa",
                "Trần Thị Minh Họa",
                "Bùi Văn Tình Huống",
                "Võ Thị Dữ Liệu",
                "Dương Thị Bản Mẫu",
                "Hoàng Văn Thử Nghiệm",
                "Phạm Thị Mô Phỏng",
                "Ngô Văn Kiểm Thử",
            ]
        );
    }

    #[test]
    fn a_longer_given_name_comes_after_its_beginning_whatever_stands_before_it() {
        let people = ["Vũ Văn Mẫu", "An Thị Mẫun"];
        assert_eq!(sorted(&people, name_order), people);
    }

    #[test]
    fn one_name_typed_in_two_ways_has_one_key() {
        assert_eq!(name_order("Lê Thị HOÀ"), name_order("lê thị  Hòa"));
        assert_ne!(name_order("Lê Mẫu"), name_order("Lê Mậu"));
    }
}
