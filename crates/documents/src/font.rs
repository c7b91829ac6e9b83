//! The font, and what it covers.

use typst::{
    foundations::Bytes,
    text::{Font, FontBook},
};

/// Tinos, whose letters measure what those of Times New Roman do; see `fonts/LICENSE.txt`.
const FILES: [&[u8]; 3] = [
    include_bytes!("../fonts/Tinos-Regular.ttf"),
    include_bytes!("../fonts/Tinos-Bold.ttf"),
    include_bytes!("../fonts/Tinos-Italic.ttf"),
];
/// Stands for whatever the font lacks.
const REPLACEMENT: char = '?';

/// Regular, bold and italic.
pub(crate) fn fonts() -> Vec<Font> {
    let files = FILES.iter().map(|file| Bytes::new(*file));
    files.flat_map(Font::iter).collect()
}

/// What the layouts may choose from.
pub(crate) fn book(fonts: &[Font]) -> FontBook {
    FontBook::from_fonts(fonts)
}

/// The text in characters that every one of these fonts has. PDF/A knows neither missing nor private ones.
pub(crate) fn covered(fonts: &[Font], text: &str) -> String {
    let has = |one: char| {
        fonts
            .iter()
            .all(|font| font.info().coverage.contains(one.into()))
    };
    let is_private = |one: char| ('\u{e000}'..='\u{f8ff}').contains(&one);
    let set = text.chars().map(|one| match one {
        one if one.is_whitespace() || one.is_control() => ' ',
        one if has(one) && !is_private(one) => one,
        _ => REPLACEMENT,
    });
    set.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_is_covered_whole() {
        let text = "Ủy ban nhân dân huyện Hớn Quản ẵ ặ ỡ ự ỹ đ Đ “trích” – 1.490.000 đồng…";
        assert_eq!(covered(&fonts(), text), text);
    }

    #[test]
    fn what_the_font_lacks_is_replaced() {
        assert_eq!(covered(&fonts(), "a\u{e001}龍🐉\tb\nc"), "a??? b c");
    }
}
