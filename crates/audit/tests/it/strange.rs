//! Texts that are almost right.

/// Every text that differs from `text` in the lowest bit of one character. An em dash is left whole,
/// since half of one is no text.
pub(crate) fn flipped(text: &str) -> impl Iterator<Item = String> {
    let ascii = text.char_indices().filter(|(_, one)| one.is_ascii());
    ascii.map(|(place, one)| {
        let other = char::from(u8::try_from(one).unwrap() ^ 1);
        format!("{}{other}{}", &text[..place], &text[place + 1..])
    })
}

/// The text with the last line's base64 in a second form: stray bits before the padding.
pub(crate) fn with_stray_bits(text: &str) -> String {
    let place = text.rfind('=').unwrap();
    let place = text[..place].trim_end_matches('=').len() - 1;
    let digit = char::from(text.as_bytes()[place] + 1);
    format!("{}{digit}{}", &text[..place], &text[place + 1..])
}
