//! The language of an answer.

use axum::http::{HeaderMap, header};

use khen_texts::Language;

/// The language that `Accept-Language` likes best among ours; Vietnamese when it names none.
pub(crate) fn of(headers: &HeaderMap) -> Language {
    let accepted = headers.get(header::ACCEPT_LANGUAGE);
    let accepted = accepted
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let mut best = (0.0, Language::default());
    for range in accepted.split(',') {
        let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
        let quality = parameters
            .trim()
            .strip_prefix("q=")
            .map_or(Some(1.0), |q| q.parse().ok());
        if let (Ok(language), Some(quality)) = (tag.parse(), quality)
            && quality > best.0
        {
            best = (quality, language);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn asked(text: &'static str) -> Language {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(text));
        of(&headers)
    }

    #[test]
    fn the_best_liked_language_wins() {
        assert_eq!(asked("en"), Language::En);
        assert_eq!(asked("fr, en-GB;q=0.7, vi;q=0.3"), Language::En);
        assert_eq!(asked("en;q=0.5, vi"), Language::Vi);
    }

    #[test]
    fn vietnamese_is_spoken_unless_asked_otherwise() {
        assert_eq!(of(&HeaderMap::new()), Language::Vi);
        for odd in ["fr", "*", "en;q=0", "en;q=x", ";;"] {
            assert_eq!(asked(odd), Language::Vi, "{odd}");
        }
    }
}
