//! Text with its marks, whatever its case and however it was typed.

use unicode_normalization::UnicodeNormalization;

/// Text in which case, spaces, composition and the place of a tone mark make no difference, and
/// diacritics do: `HOÀ`, `Hòa` and `hoà` are spelled alike, `hoa` is not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spelled(String);

/// Huyền, ngã, sắc, hỏi, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{303}', '\u{301}', '\u{309}', '\u{323}'];

impl Spelled {
    /// How `text` is spelled.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let lower = text.to_lowercase();
        let words: Vec<String> = lower.split_whitespace().map(word).collect();
        Self(words.join(" "))
    }

    /// The spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An open syllable in `oa`, `oe` or `uy` is written with its tone on either vowel; here it stands
/// on the first. In `quý` the `u` is no vowel.
fn word(typed: &str) -> String {
    let mut letters: Vec<char> = typed.nfd().collect();
    match letters.as_mut_slice() {
        [.., 'q', 'u', 'y', _] => {}
        [.., 'o', last @ ('a' | 'e'), tone] | [.., 'u', last @ 'y', tone]
            if TONES.contains(tone) =>
        {
            std::mem::swap(last, tone);
        }
        _ => {}
    }
    letters.into_iter().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_composition_and_the_place_of_a_tone_make_no_difference() {
        for (typed, spelled) in [
            ("ĐẶNG THỊ KỊCH  BẢN", "đặng thị kịch bản"),
            ("Hoà Hòa", "hòa hòa"),
            ("Thuý Thúy", "thúy thúy"),
            ("khoẻ", "khỏe"),
            ("Quý quỳ", "quý quỳ"),
            ("Hoàn Toản", "hoàn toản"),
            ("hoạ", "họa"),
            ("hoa oa", "hoa oa"),
        ] {
            assert_eq!(Spelled::of(typed).as_str(), spelled, "{typed}");
            let decomposed: String = typed.nfd().collect();
            assert_eq!(
                Spelled::of(&decomposed).as_str(),
                spelled,
                "{typed} decomposed"
            );
        }
    }

    #[test]
    fn diacritics_make_a_difference() {
        assert_ne!(Spelled::of("Hoa"), Spelled::of("Hòa"));
        assert_ne!(Spelled::of("Dung"), Spelled::of("Đung"));
    }
}
