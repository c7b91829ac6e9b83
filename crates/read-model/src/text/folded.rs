//! Text without its marks.

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
}
