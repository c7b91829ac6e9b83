//! Why a request has no answer.

use std::{error::Error as _, io};

use super::Stop;
use khen_texts::Line;

/// What is told of a request to the server at `url` that got none.
pub(super) fn unanswered(error: &reqwest::Error, url: String) -> Stop {
    if !error.is_connect() {
        Stop::Unclear { url }
    } else if is_untrusted(error) {
        Stop::here(Line::Untrusted, [("url", &url)])
    } else {
        Stop::NoAnswer { url }
    }
}

/// Whether a connection came to nothing because of the server's certificate, or whatever else TLS refuses.
fn is_untrusted(error: &reqwest::Error) -> bool {
    let mut cause = error.source();
    while let Some(one) = cause {
        if one.is::<rustls::Error>() {
            return true;
        }
        // An error of input passes over what it holds when it is asked for its source.
        cause = match one.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(inner) => Some(inner),
            None => one.source(),
        };
    }
    false
}
