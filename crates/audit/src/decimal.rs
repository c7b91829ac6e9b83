//! Numbers as the formats of C2SP write them.

/// The number that `text` writes in ASCII digits, without sign and without a leading zero.
///
/// `u64::from_str` also takes `+5` and `007`; here a number is written in one way.
pub(crate) fn parse(text: &str) -> Option<u64> {
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let has_leading_zero = text.len() > 1 && text.starts_with('0');
    if !is_digits || has_leading_zero {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_in_one_way() {
        assert_eq!(parse("0"), Some(0));
        assert_eq!(parse("18446744073709551615"), Some(u64::MAX));
        for other in [
            "",
            "00",
            "05",
            "+5",
            "-5",
            " 5",
            "5 ",
            "0x5",
            "٥",
            "18446744073709551616",
        ] {
            assert_eq!(parse(other), None, "{other:?}");
        }
    }
}
