//! `GET /api/v1/nominations/{code}/documents/{sha256}`.

use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use metrics::counter;

use super::{
    file_name::{FileName, MARK_CHARS},
    find::{Opened, open},
    media_type::{self, MEDIA_TYPES},
};
use crate::{
    cases,
    door::Reader,
    extract::{NoQuery, Path},
    names::PII_READS,
    operation::{Answer, Operation, Parameter, Tag},
    parts::Shared,
    problem::Problem,
};
use khen_codec::Decoded;
use khen_domain::{Document, Event, NominationId, access};
use khen_texts::{Language, Problem as Slug};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Documents,
        path_parameters: PATH,
        answers: vec![Answer {
            status: StatusCode::OK,
            description: "The document's bytes.",
            media_types: MEDIA_TYPES,
            schema: None,
        }],
        problems: &[Slug::Malformed, Slug::NotFound],
        odd_problems: &[(StatusCode::GONE, Slug::Erased)],
        ..Operation::question(
            "get_document",
            "/api/v1/nominations/{code}/documents/{sha256}",
            "A document that a nomination names.",
            get(download),
        )
    }
}

const PATH: &[Parameter] = &[
    Parameter {
        name: "code",
        is_required: true,
        description: "The nomination, with or without its check letter.",
        pattern: None,
    },
    Parameter {
        name: "sha256",
        is_required: true,
        description: "SHA-256 of the bytes.",
        pattern: None,
    },
];

async fn download(
    State(api): State<Shared>,
    reader: Reader,
    Path((code, sha256)): Path<(String, String)>,
    _: NoQuery,
) -> Result<Response, Problem> {
    let none = || Problem::of(Slug::NotFound);
    let id = NominationId::parse(&code).map_err(|_| none())?;
    let seen = cases::seen(&api, &reader, &id).await?;
    let document = named(&seen.events, &reader, &sha256).ok_or_else(none)?;
    let Opened { file, bytes } =
        open(&api, &reader.ledger, Some(&seen.case), &document.sha256).await?;
    counter!(PII_READS, "role" => reader.role.as_str()).increment(1);
    let kind = api.parts.texts.document_kind(Language::Vi, document.kind);
    let name = FileName {
        code: &id.code(),
        kind,
        extension: media_type::extension(&file.media_type),
        mark: &sha256[..MARK_CHARS],
    };
    Ok((headers(&file.media_type, &name), bytes).into_response())
}

/// The document with this hash, if the case names it and the reader reads documents of its class.
fn named<'a>(events: &'a [Decoded], reader: &Reader, sha256: &str) -> Option<&'a Document> {
    let told = events.iter().flat_map(|one| {
        let Event::Nomination(event) = &one.event else {
            return Vec::new();
        };
        let told = one.evidence.iter();
        told.filter(|document| reader.reads(access::class_of(event, document)))
            .collect()
    });
    told.into_iter().find(|document| document.sha256 == sha256)
}

/// Nothing in a document runs or fetches anything, wherever it is opened.
pub(crate) const SANDBOX: &str = "default-src 'none'; sandbox";

/// A document is kept by nobody on the way, and never shown inside a page of this host.
fn headers(media_type: &str, name: &FileName<'_>) -> [(HeaderName, HeaderValue); 4] {
    let text = |value: &str| {
        HeaderValue::from_str(value).expect("media types and encoded names are visible ASCII")
    };
    [
        (header::CONTENT_TYPE, text(media_type)),
        (header::CONTENT_DISPOSITION, text(&name.disposition())),
        (header::CACHE_CONTROL, text("private, no-store")),
        (header::CONTENT_SECURITY_POLICY, text(SANDBOX)),
    ]
}
