//! A mirror behind a gateway that ends TLS and changes what passes: nothing that was changed is kept.

use std::{
    convert::Infallible,
    fs, mem,
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderName, Response, StatusCode},
};
use futures::{StreamExt as _, stream};

use crate::{
    house::{House, Serving},
    pull::{assert_code, once, pull, state},
    pull_log::{DAMAGED, LOOK_COUNT_MAX, UNSIGNED, served},
};

/// An answer on its way.
pub(crate) struct Passing {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    /// Bytes of the body behind which the line stands still for ever.
    pub(crate) holds_after: Option<usize>,
}

impl Passing {
    pub(crate) fn put(&mut self, name: &'static str, value: &str) {
        let name = HeaderName::from_static(name);
        self.headers.insert(name, value.parse().unwrap());
    }

    fn header(&self, name: &str) -> String {
        self.headers[name].to_str().unwrap().to_owned()
    }

    fn into_body(mut self) -> Body {
        let Some(passed) = self.holds_after else {
            return Body::from(self.body);
        };
        self.body.truncate(passed);
        let body = stream::iter([Ok::<_, Infallible>(self.body)]);
        Body::from_stream(body.chain(stream::pending()))
    }
}

/// What a gateway makes of the answer to a path.
pub(crate) type Change = dyn Fn(&str, &mut Passing) + Send + Sync;

/// A gateway before the server at `url`.
pub(crate) fn gateway(
    url: &str,
    change: impl Fn(&str, &mut Passing) + Send + Sync + 'static,
) -> String {
    let (url, change): (Arc<str>, Arc<Change>) = (url.into(), Arc::new(change));
    let client = crate::house::http();
    served(Router::new().fallback(move |request: Request| {
        let (url, change, client) = (Arc::clone(&url), Arc::clone(&change), client.clone());
        async move {
            let path = request.uri().to_string();
            let mut asked = request.headers().clone();
            asked.remove("host");
            let asking = client.get(format!("{url}{path}")).headers(asked);
            let answer = asking.send().await.unwrap();
            let mut passing = Passing {
                status: answer.status(),
                headers: answer.headers().clone(),
                body: answer.bytes().await.unwrap().to_vec(),
                holds_after: None,
            };
            change(&path, &mut passing);
            passing.headers.remove("content-length");
            passing.headers.remove("transfer-encoding");
            let mut response = Response::default();
            *response.status_mut() = passing.status;
            *response.headers_mut() = mem::take(&mut passing.headers);
            response.map(|()| passing.into_body())
        }
    }))
}

/// Waits until the log is signed for all that is there, and answers a mirror with that.
pub(crate) fn sealed(house: &House, serving: &Serving) -> PathBuf {
    let first = house.path("first");
    let is_sealed = |_| {
        assert_code(&once(house, serving, &first), 0);
        let note = fs::read_to_string(first.join("hon-quan/checkpoint"));
        let size = note.ok().and_then(|note| note.lines().nth(1)?.parse().ok());
        size == state(&first)["next"].as_u64()
    };
    assert!((0..LOOK_COUNT_MAX).any(is_sealed), "the log is signed");
    first
}

fn is_empty(mirror: &Path) -> bool {
    let entries = fs::read_dir(mirror.join("hon-quan")).unwrap();
    let mut names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    !names.any(|name| name.ends_with(".ndjson"))
}

fn flipped(text: &str, at: usize) -> String {
    let mut bytes = text.as_bytes().to_vec();
    bytes[at] ^= 1;
    String::from_utf8(bytes).unwrap()
}

/// What is changed, of which answer, how the mirror ends, and the change.
type Case = (&'static str, &'static str, i32, fn(&mut Passing));

#[test]
fn whatever_a_gateway_changes_is_refused() {
    let house = House::new();
    let serving = house.serve("demo --until launch");
    sealed(&house, &serving);
    let changes: [Case; 10] = [
        ("a byte of the events", "/events?", DAMAGED, |page| {
            let middle = page.body.len() / 2;
            page.body[middle] ^= 1;
        }),
        ("events and digest", "/events?", UNSIGNED, |page| {
            page.body.clear();
            page.headers.remove("content-encoding");
            page.put("repr-digest", &khen_export::repr_digest(b""));
        }),
        ("the end of the log", "/events?", UNSIGNED, |page| {
            let changed = flipped(&page.header("khen-log-size"), 0);
            page.put("khen-log-size", &changed);
        }),
        ("the next position", "/events?", UNSIGNED, |page| {
            let changed = flipped(&page.header("khen-next"), 0);
            page.put("khen-next", &changed);
        }),
        ("the content type", "/events?", UNSIGNED, |page| {
            let changed = flipped(&page.header("content-type"), 0);
            page.put("content-type", &changed);
        }),
        ("the status", "/events?", UNSIGNED, |page| {
            page.status = StatusCode::NON_AUTHORITATIVE_INFORMATION;
        }),
        ("the signature", "/events?", UNSIGNED, |page| {
            let changed = flipped(&page.header("signature"), 12);
            page.put("signature", &changed);
        }),
        ("what is signed", "/events?", UNSIGNED, |page| {
            let changed = page
                .header("signature-input")
                .replace("created=", "created=1");
            page.put("signature-input", &changed);
        }),
        ("no signature", "/events?", UNSIGNED, |page| {
            page.headers.remove("signature");
        }),
        ("a byte of the checkpoint", "/checkpoint", DAMAGED, |note| {
            note.body[40] ^= 1;
        }),
    ];
    for (number, (name, place, code, change)) in (0..).zip(changes) {
        let mirror = house.path(&format!("mirror-{number}"));
        let url = gateway(&serving.url, move |path, passing| {
            if path.contains(place) {
                change(passing);
            }
        });
        let output = pull(&house, &url, &mirror, &["--once"]).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{name}: {told}");
        assert!(is_empty(&mirror), "{name}");
        if code == UNSIGNED {
            let note = fs::read_to_string(mirror.join("hon-quan/alarm/0.unsigned")).unwrap();
            assert!(
                note.contains("khen-log-size: ") && note.contains("known: "),
                "{note}"
            );
        }
    }
}
