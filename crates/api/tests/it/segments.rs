//! The past in large pieces, as a client downloads it.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::{
    house::{House, Wanted},
    sealed::seal,
    talk::{Reply, ask, send, with_token},
};
use khen_audit::{Note, Policy, SegmentManifest};
use khen_domain::{
    Role, StreamKey,
    campaign::Event,
    stories_kit::{Stage, campaign, grant, system},
};
use khen_export::{Coding, repr_digest};

const SEGMENTS: &str = "/export/v1/made-up/segments";
const MEGABYTES: usize = 64 << 20;

/// A house whose campaign is over, with more events behind its end.
async fn open() -> (House, String) {
    let closed = Event::CampaignClosed {
        explanations: Vec::new(),
    };
    let stage = Stage::ranked()
        .with(&system(), [(StreamKey::campaign(&campaign()), closed)])
        .then(
            &system(),
            grant("officer.tai-chinh", Role::ExportClient, "tai-chinh"),
        );
    let wanted = Wanted {
        stage,
        ..Wanted::default()
    };
    let house = House::with(wanted).await;
    let token = house.token("officer.tai-chinh", Role::ExportClient).await;
    (house, token)
}

async fn ask_with(house: &House, token: &str, path: &str, header: (&str, &str)) -> Reply {
    let request = with_token(Request::get(path), token).header(header.0, header.1);
    send(&house.public, request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn what_is_not_sealed_is_not_history() {
    let (house, token) = open().await;
    let list = ask(&house.public, &token, SEGMENTS).await.ok(200);
    let nothing = json!({ "segments": [], "next": 0, "has_more": false });
    assert_eq!(list, nothing);
}

#[tokio::test]
async fn a_segment_and_the_tail_are_the_feed_byte_for_byte() {
    let (house, token) = open().await;
    seal(&house, None).await;
    let list = ask(&house.public, &token, SEGMENTS).await.ok(200);
    let [segment] = list["segments"].as_array().unwrap().as_slice() else {
        panic!("{list}")
    };
    let end = list["next"].as_u64().unwrap();
    assert!(0 < end && end < house.size, "{list}");
    assert_eq!((&segment["from"], &segment["to"]), (&json!(0), &json!(end)));
    let path = segment["events"].as_str().unwrap();
    let file = ask(&house.public, &token, path).await;
    assert_eq!(file.header("content-type"), "application/zstd");
    assert_eq!(file.header("repr-digest"), repr_digest(&file.bytes));
    let hash = hex::encode(Sha256::digest(&file.bytes));
    assert_eq!(file.header("etag"), format!("\"{hash}\""));
    let lines = async |from: u64| {
        let path = format!("/export/v1/made-up/events?from={from}&limit=5000");
        let accept = ("accept", "application/x-ndjson");
        ask_with(&house, &token, &path, accept).await.bytes
    };
    let mut whole = Coding::Zstd.decode(file.bytes, MEGABYTES).unwrap();
    whole.extend(lines(end).await);
    assert!(whole == lines(0).await);
    let rest = ask(&house.public, &token, &format!("{SEGMENTS}?after={end}")).await;
    assert_eq!(rest.ok(200)["segments"], json!([]));
}

#[tokio::test]
async fn the_manifest_is_signed_and_names_the_file_of_the_readers_profile() {
    let (house, token) = open().await;
    seal(&house, None).await;
    let service = ask(&house.public, &token, "/export/v1/made-up").await;
    let service = service.ok(200);
    let policy = Policy::parse(service["log"]["policy"].as_str().unwrap()).unwrap();
    let list = ask(&house.public, &token, SEGMENTS).await.ok(200);
    let segment = &list["segments"][0];
    let reply = ask(&house.public, &token, segment["manifest"].as_str().unwrap()).await;
    let note = Note::parse(std::str::from_utf8(&reply.bytes).unwrap()).unwrap();
    let manifest = SegmentManifest::parse(note.text()).unwrap();
    let signer = manifest.signer(&note, &policy).unwrap().to_string();
    assert_eq!(service["signing"]["vkey"], signer);
    let file = ask(&house.public, &token, segment["events"].as_str().unwrap()).await;
    let sha256: [u8; 32] = Sha256::digest(&file.bytes).into();
    assert_eq!(
        (manifest.sha256, manifest.bytes),
        (sha256, file.bytes.len() as u64)
    );
    assert_eq!(manifest.range.end, list["next"].as_u64().unwrap());
}

#[tokio::test]
async fn a_download_that_broke_off_goes_on() {
    let (house, token) = open().await;
    seal(&house, None).await;
    let list = ask(&house.public, &token, SEGMENTS).await.ok(200);
    let path = list["segments"][0]["events"].as_str().unwrap();
    let whole = ask(&house.public, &token, path).await;
    let length = whole.bytes.len();
    let rest = ask_with(&house, &token, path, ("range", "bytes=100-")).await;
    assert_eq!(rest.status, StatusCode::PARTIAL_CONTENT);
    assert_eq!(rest.bytes, whole.bytes[100..]);
    let place = format!("bytes 100-{}/{length}", length - 1);
    assert_eq!(rest.header("content-range"), place);
    for name in ["etag", "repr-digest", "cache-control"] {
        assert_eq!(rest.header(name), whole.header(name), "{name}");
    }
    let beyond = format!("bytes={length}-");
    let beyond = ask_with(&house, &token, path, ("range", &beyond)).await;
    beyond.problem(416, "invalid-parameter");
    assert_eq!(beyond.header("content-range"), format!("bytes */{length}"));
    let known = ("if-none-match", whole.header("etag"));
    let again = ask_with(&house, &token, path, known).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn what_is_no_closed_segment_is_not_there() {
    let (house, token) = open().await;
    seal(&house, None).await;
    for name in ["0-1", "0-4096", "00-1", "1", "x"] {
        for file in ["events.ndjson.zst", "manifest.txt"] {
            let path = format!("{SEGMENTS}/{name}/{file}");
            let reply = ask(&house.public, &token, &path).await;
            reply.problem(404, "not-found");
        }
    }
}
