//! What a document is called when it is saved.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Digits of the hash that tell two documents of one kind apart.
pub(crate) const MARK_CHARS: usize = 8;
/// What stands encoded in an extended value. Source: RFC 8187, section 3.2.1, `attr-char`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// The parts of a name.
pub(crate) struct FileName<'a> {
    /// The case, `HQ-CCHC-2024-0007-X`, or whatever else names it; ASCII.
    pub(crate) code: &'a str,
    /// What the document is, in words.
    pub(crate) kind: String,
    /// The first digits of its hash.
    pub(crate) mark: &'a str,
    pub(crate) extension: &'static str,
}

impl FileName<'_> {
    /// The value of `Content-Disposition` (RFC 6266): once for programs that know ASCII only, once in
    /// full.
    pub(crate) fn disposition(&self) -> String {
        let Self {
            code,
            kind,
            mark,
            extension,
        } = self;
        let full = format!("{code} {kind} {mark}.{extension}");
        let full = utf8_percent_encode(&full, ENCODED);
        format!("attachment; filename=\"{code}-{mark}.{extension}\"; filename*=UTF-8''{full}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vietnamese_name_is_written_twice() {
        let name = FileName {
            code: "HQ-CCHC-2024-0003",
            kind: "tờ trình".to_owned(),
            mark: "9f86d081",
            extension: "pdf",
        };
        assert_eq!(
            name.disposition(),
            "attachment; filename=\"HQ-CCHC-2024-0003-9f86d081.pdf\"; \
             filename*=UTF-8''HQ-CCHC-2024-0003%20t%E1%BB%9D%20tr%C3%ACnh%209f86d081.pdf"
        );
    }
}
