//! `GET /export/v1/{ledger}/segments/{segment}/…`: the events and the manifest.

use axum::{
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{MethodRouter, get},
};

use super::{Named, PATH, SEGMENTS, ranged::Wanted, shelf::SegmentFile};
use crate::{
    export::{
        client::Client,
        sending::{self, FOR_EVER, REPR_DIGEST, is_among, text, valued},
    },
    extract::{NoQuery, Path},
    operation::{Answer, Operation, Tag},
    parts::Shared,
    problem::{Complaint, Problem, unavailable},
};
use khen_audit::SegmentManifest;
use khen_export::root_at;
use khen_texts::Problem as Slug;

const ZSTD: &str = "application/zstd";
const TEXT: &str = "text/plain; charset=utf-8";

pub(crate) fn events() -> Operation {
    Operation {
        odd_problems: &[(StatusCode::RANGE_NOT_SATISFIABLE, Slug::InvalidParameter)],
        ..operation(
            ("export_segment_events", SegmentManifest::EVENTS_PATH),
            ("The events of a segment.", get(send_events)),
            (
                "The events as they stand in the feed, one a line, compressed with zstd (RFC 8878). \
                 `Range` asks for a part.",
                &[ZSTD],
            ),
        )
    }
}

pub(crate) fn manifest() -> Operation {
    operation(
        ("export_segment_manifest", SegmentManifest::PATH),
        ("What a segment consists of.", get(send_manifest)),
        (
            "A signed note: range, root of the log up to there, hash and length of the file.",
            &["text/plain"],
        ),
    )
}

fn operation(
    (id, file): (&str, &str),
    (summary, handler): (&str, MethodRouter<Shared>),
    (description, media_types): (&'static str, &'static [&'static str]),
) -> Operation {
    Operation {
        tag: Tag::Export,
        path_parameters: PATH,
        answers: vec![Answer {
            status: StatusCode::OK,
            description,
            media_types,
            schema: None,
        }],
        problems: &[Slug::Malformed, Slug::Forbidden, Slug::NotFound],
        ..Operation::question(
            id,
            &format!("{SEGMENTS}/{{segment}}/{file}"),
            summary,
            handler,
        )
    }
}

async fn send_events(
    State(api): State<Shared>,
    client: Client,
    Path((ledger, segment)): Path<(String, String)>,
    _: NoQuery,
    asked: HeaderMap,
) -> Result<Response, Problem> {
    let named = Named::find(&api, &client, &ledger, &segment).await?;
    let wanted = (client.profile, named.range);
    let feed = &*api.parts.feed;
    let file = api.segments.file(feed, &named.ledger, wanted).await?;
    Ok(part(&file, &client, &asked))
}

/// The file, the part of it that is asked for, or nothing to who has it.
fn part(file: &SegmentFile, client: &Client, asked: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", hex::encode(file.sha256));
    let length = file.bytes.len();
    let mut headers: Vec<(HeaderName, String)> = client.left.headers().into();
    headers.extend([
        (header::ETAG, tag.clone()),
        (header::CACHE_CONTROL, FOR_EVER.to_owned()),
        (header::ACCEPT_RANGES, "bytes".to_owned()),
    ]);
    if is_among(&tag, &text(asked, &header::IF_NONE_MATCH)) {
        return (StatusCode::NOT_MODIFIED, valued(headers)).into_response();
    }
    let (status, bytes): (StatusCode, Bytes) = match Wanted::of(asked, &tag, length) {
        Wanted::Whole => (StatusCode::OK, file.bytes.clone()),
        Wanted::Part(range) => {
            let place = format!("bytes {}-{}/{length}", range.start, range.end - 1);
            headers.push((header::CONTENT_RANGE, place));
            (StatusCode::PARTIAL_CONTENT, file.bytes.slice(range))
        }
        Wanted::Beyond => return beyond(length),
    };
    headers.push((header::CONTENT_TYPE, ZSTD.to_owned()));
    // Of the whole file, whatever part is sent (RFC 9530 section 3).
    headers.push((REPR_DIGEST, file.digest.clone()));
    (status, valued(headers), Body::from(bytes)).into_response()
}

fn beyond(length: usize) -> Response {
    let complaint = Complaint {
        place: "Range".to_owned(),
        detail: format!("the file has {length} bytes"),
    };
    let problem = Problem::invalid([complaint]).with_status(StatusCode::RANGE_NOT_SATISFIABLE);
    let place = valued(vec![(header::CONTENT_RANGE, format!("bytes */{length}"))]);
    (place, problem).into_response()
}

async fn send_manifest(
    State(api): State<Shared>,
    client: Client,
    Path((ledger, segment)): Path<(String, String)>,
    _: NoQuery,
    asked: HeaderMap,
) -> Result<Response, Problem> {
    let named = Named::find(&api, &client, &ledger, &segment).await?;
    let none = || Problem::of(Slug::NotFound);
    let key = named.seal.key(&api).ok_or_else(none)?;
    let wanted = (client.profile, named.range.clone());
    let feed = &*api.parts.feed;
    let file = api.segments.file(feed, &named.ledger, wanted).await?;
    let tiles = &*api.parts.tiles;
    let root = root_at(tiles, &named.ledger.id, named.range.end).await;
    let manifest = SegmentManifest {
        origin: named.seal.origin.ok_or_else(none)?,
        range: named.range,
        root: root.map_err(|error| unavailable(&error))?,
        sha256: file.sha256,
        bytes: file.bytes.len() as u64,
    };
    let note = manifest.sign(&key).map_err(|error| unavailable(&error))?;
    let answer = sending::Answer {
        // With another key the signature is another one.
        tag: format!("{}-{}", hex::encode(file.sha256), key.verifier().id()),
        bytes: note.to_string().into_bytes(),
        content_type: TEXT.to_owned(),
        cache_control: FOR_EVER,
        headers: Vec::new(),
        signer: None,
    };
    answer.to(&client, &asked).await
}
