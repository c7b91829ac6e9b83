//! `GET /export/v1/{ledger}/segments/{segment}/…`: the events and the manifest.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::Response,
    routing::{MethodRouter, get},
};

use super::{Named, PATH, SEGMENTS};
use crate::{
    export::{
        client::Client,
        ranged::RangedFile,
        sending::{self, EACH_TIME},
    },
    extract::{NoQuery, Path},
    operation::{Answer, Operation, Tag},
    parts::Shared,
    problem::{Problem, unavailable},
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
        problems: &[Slug::Malformed, Slug::NotFound],
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
    let sent = RangedFile {
        bytes: &file.bytes,
        sha256: hex::encode(file.sha256),
        digest: file.digest.clone(),
        headers: vec![(header::CONTENT_TYPE, ZSTD.to_owned())],
    };
    Ok(sent.to(&client, &asked))
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
        // With another key the signature is another one, on the same address.
        tag: format!("{}-{}", hex::encode(file.sha256), key.verifier().id()),
        bytes: note.to_string().into_bytes(),
        content_type: TEXT.to_owned(),
        cache_control: EACH_TIME,
        headers: Vec::new(),
        signer: None,
    };
    answer.to(&client, &asked).await
}
