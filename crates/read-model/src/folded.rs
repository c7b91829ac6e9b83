//! Text as it is searched and sorted.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Text in which diacritics and case make no difference: decomposed, marks dropped, `đ` as `d`,
/// lower case, single spaces.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Folded(String);

impl Folded {
    /// `text`, folded.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let plain = text.nfd().filter(|one| !is_combining_mark(*one));
        let lower: String = plain
            .flat_map(char::to_lowercase)
            .map(without_bar)
            .collect();
        let words: Vec<&str> = lower.split_whitespace().collect();
        Self(words.join(" "))
    }

    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A person's name as lists order it: the given name (the last word), then the others from the
    /// right; names that fold alike are told apart by their marks.
    ///
    /// It orders letters as Unicode does after folding, which is coarser than a Vietnamese
    /// dictionary: `ă` and `â` stand with `a`.
    #[must_use]
    pub fn sort_key(name: &str) -> String {
        let folded = Self::of(name);
        let words: Vec<&str> = folded.0.split(' ').rev().collect();
        let typed: String = name.nfd().collect();
        format!("{} / {typed}", words.join(" "))
    }
}

/// The letters that Unicode does not decompose.
fn without_bar(letter: char) -> char {
    match letter {
        'đ' | 'ð' => 'd',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diacritics_and_case_make_no_difference() {
        for (text, folded) in [
            ("ĐẶNG THỊ KỊCH BẢN", "dang thi kich ban"),
            ("Điểu  Ví Dụ ", "dieu vi du"),
            ("Ðường", "duong"),
            ("hoà, hòa", "hoa, hoa"),
            ("Ư Ơ Ă Â Ê Ô", "u o a a e o"),
        ] {
            assert_eq!(Folded::of(text).as_str(), folded, "{text}");
            let decomposed: String = text.nfd().collect();
            assert_eq!(
                Folded::of(&decomposed).as_str(),
                folded,
                "{text} decomposed"
            );
        }
    }

    #[test]
    fn people_stand_in_the_order_of_their_given_names() {
        let mut names = [
            "Nguyễn Văn Ví Dụ",
            "Điểu Ví Dụ",
            "Dương Thị Bản Mẫu",
            "Ngô Văn Kiểm Thử",
            "Hoàng Văn Thử Nghiệm",
            "Thị Minh Họa",
        ];
        names.sort_by_key(|name| Folded::sort_key(name));
        assert_eq!(
            names,
            [
                "Điểu Ví Dụ",
                "Nguyễn Văn Ví Dụ",
                "Thị Minh Họa",
                "Dương Thị Bản Mẫu",
                "Hoàng Văn Thử Nghiệm",
                "Ngô Văn Kiểm Thử",
            ]
        );
    }

    #[test]
    fn names_that_fold_alike_keep_one_order() {
        assert_ne!(Folded::sort_key("Lê Mẫu"), Folded::sort_key("Lê Mậu"));
    }
}
