//! Documents that are not taken: each reason is a problem of its own and leaves nothing behind.

use std::{
    fs,
    io::Error,
    path::{Path, PathBuf},
};

use axum::{
    body::{Body, Bytes},
    http::Request,
};
use futures::stream;
use rusqlite::Connection;
use serde_json::json;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

use super::{PDF, bring, upload};
use crate::{
    house::House,
    talk::{Reply, send, with_token},
};
use khen_domain::Role;
use khen_store_sqlite::OFFICE_FILE;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\xaeB`\x82";
const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x04..\xff\xda\0\x02data\xff\xd9";
/// An archive with nothing in it but its directory.
const ZIP: &[u8] = b"PK\x03\x04PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\x04\0\0\0\0\0";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Every file of the folder of documents, and the rows of each table of the office.
#[derive(Debug, PartialEq, Eq)]
struct Kept {
    files: Vec<PathBuf>,
    owner_keys: i64,
    references: i64,
    credentials: i64,
    stored_files: i64,
}

impl Kept {
    fn of(house: &House) -> Self {
        let mut files = Vec::new();
        list(&house.folder().join("files"), &mut files);
        files.sort();
        let office = Connection::open(house.folder().join(OFFICE_FILE)).unwrap();
        let counting = "SELECT (SELECT count(*) FROM owner_key), (SELECT count(*) FROM reference),
            (SELECT count(*) FROM credential), (SELECT count(*) FROM stored_file)";
        let counted = office.query_one(counting, [], |row| {
            Ok(Self {
                files,
                owner_keys: row.get(0)?,
                references: row.get(1)?,
                credentials: row.get(2)?,
                stored_files: row.get(3)?,
            })
        });
        counted.unwrap()
    }
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            list(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// A house with one document, somebody who brings another, and what was there before.
async fn before() -> (House, String, Kept) {
    let house = House::open().await;
    let token = house.token("officer.van-phong", Role::UnitOfficer).await;
    upload(&house, &token, "authority", "image/png", PNG)
        .await
        .ok(201);
    let kept = Kept::of(&house);
    assert_eq!((kept.stored_files, kept.files.len()), (1, 2), "{kept:?}");
    (house, token, kept)
}

#[tokio::test]
async fn a_document_that_breaks_off_is_truncated() {
    let (house, token, before) = before().await;
    for (kind, bytes) in [
        ("application/pdf", &PDF[..PDF.len() - 6]),
        ("image/png", &PNG[..PNG.len() - 1]),
        ("image/jpeg", &JPEG[..JPEG.len() - 1]),
        (DOCX, &ZIP[..ZIP.len() - 1]),
        // Whatever it is announced as: nobody knows what it would have become.
        ("image/png", &PDF[..PDF.len() - 6]),
    ] {
        let reply = upload(&house, &token, "authority", kind, bytes).await;
        reply.problem(400, "document-truncated");
        assert_eq!(Kept::of(&house), before);
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_is_truncated() {
    let (house, token, before) = before().await;
    let torn = [
        Ok(Bytes::from_static(PDF)),
        Err(Error::other("the connection is gone")),
    ];
    let request = with_token(Request::post("/api/v1/documents?owner=authority"), &token)
        .header("Content-Type", "application/pdf")
        .body(Body::from_stream(stream::iter(torn)));
    let reply = send(&house.public, request.unwrap()).await;
    reply.problem(400, "document-truncated");
    assert_eq!(Kept::of(&house), before);
}

#[tokio::test]
async fn a_body_shorter_than_its_length_is_truncated() {
    let (house, token, before) = before().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let serving = axum::serve(listener, house.public.clone());
    let serving = tokio::spawn(serving.into_future());
    let mut caller = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "POST /api/v1/documents?owner=authority HTTP/1.1\r\nHost: khen\r\n\
         Authorization: Bearer {token}\r\nContent-Type: application/pdf\r\n\
         Content-Length: {}\r\n\r\n",
        PDF.len() + 1
    );
    caller.write_all(head.as_bytes()).await.unwrap();
    caller.write_all(PDF).await.unwrap();
    caller.shutdown().await.unwrap();
    let mut answer = String::new();
    caller.read_to_string(&mut answer).await.unwrap();
    serving.abort();
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    assert!(answer.contains("document-truncated"), "{answer}");
    assert_eq!(Kept::of(&house), before);
}

#[tokio::test]
async fn a_document_beyond_the_limit_is_too_large() {
    let (house, token, before) = before().await;
    let bytes = vec![b' '; khen_api::limits::DOCUMENT_BYTES_MAX + 1];
    let reply = upload(&house, &token, "authority", "application/pdf", &bytes).await;
    let problem = reply.problem(413, "document-too-large");
    assert_eq!(
        problem["facts"]["max_bytes"],
        khen_api::limits::DOCUMENT_BYTES_MAX
    );
    assert_eq!(Kept::of(&house), before);
}

#[tokio::test]
async fn an_archive_that_unpacks_to_too_much_is_too_large() {
    let (house, token, before) = before().await;
    let crowd = b"PK\x01\x02".repeat(khen_api::limits::ARCHIVE_ENTRY_COUNT_MAX + 1);
    let bytes = [b"PK\x03\x04", &*crowd].concat();
    let reply = upload(&house, &token, "authority", DOCX, &bytes).await;
    reply.problem(413, "document-too-large");
    assert_eq!(Kept::of(&house), before);
}

#[tokio::test]
async fn a_document_that_is_not_what_it_is_called_is_mislabelled() {
    let (house, token, before) = before().await;
    for (kind, bytes, found) in [
        ("application/pdf", JPEG, "image/jpeg"),
        ("image/jpeg", PDF, "application/pdf"),
        ("application/octet-stream", PDF, "application/pdf"),
        ("application/pdf", b"<html>", "unknown"),
        ("application/pdf", b"", "unknown"),
        (DOCX, ZIP, "unknown"),
    ] {
        let reply = upload(&house, &token, "authority", kind, bytes).await;
        let facts = &reply.problem(415, "document-mislabelled")["facts"];
        assert_eq!(
            (&facts["announced_type"], &facts["found_type"]),
            (&json!(kind), &json!(found))
        );
        assert_eq!(Kept::of(&house), before);
    }
}

#[tokio::test]
async fn a_document_that_nobody_reads_here_is_unsupported() {
    let (house, token, before) = before().await;
    for (kind, bytes) in [
        ("text/html", &b"<html>"[..]),
        ("application/zip", ZIP),
        ("", b"MZ"),
    ] {
        let reply = upload(&house, &token, "authority", kind, bytes).await;
        reply.problem(415, "unsupported-media-type");
        assert_eq!(Kept::of(&house), before);
    }
}

#[tokio::test]
async fn the_same_document_again_is_repeated() {
    let (house, token, _) = before().await;
    let first = bring(&house, &token, "authority").await.ok(201);
    let before = Kept::of(&house);
    let reply = bring(&house, &token, "authority").await;
    let facts = &reply.problem(409, "document-repeated")["facts"];
    assert_eq!(facts, &first, "the facts are what a command must name");
    assert_eq!(Kept::of(&house), before);
}

#[tokio::test]
async fn a_document_that_was_lost_or_damaged_comes_back_by_the_same_bytes() {
    let (house, token, before) = before().await;
    let lock = house.folder().join("files/incoming.lock");
    let blob = before.files.iter().find(|file| **file != lock).unwrap();
    let again = async || -> Reply { upload(&house, &token, "authority", "image/png", PNG).await };
    again().await.problem(409, "document-repeated");
    fs::write(blob, b"damaged").unwrap();
    again().await.ok(201);
    again().await.problem(409, "document-repeated");
    fs::remove_file(blob).unwrap();
    again().await.ok(201);
    again().await.problem(409, "document-repeated");
    assert_eq!(Kept::of(&house), before);
}
