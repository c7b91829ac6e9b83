//! `POST /api/v1/documents`.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::{DefaultBodyLimit, FromRequestParts, State, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, request::Parts},
    routing::post,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tokio::sync::OwnedSemaphorePermit;
use tracing::warn;

use super::{
    media_type::MEDIA_TYPES,
    owner,
    refused::{checked_type, not_received, repeated},
};
use crate::{
    cases,
    door::{Purpose, Reader},
    extract::Query,
    limits::{DOCUMENT_BYTES_MAX, RETRY_AFTER_SECONDS},
    operation::{Answer, Body, Operation, Tag, Verb, members_of},
    parts::{Api, Shared},
    problem::{Problem, unavailable},
};
use khen_domain::{NominationId, access};
use khen_eventlog::{FileRecord, LedgerId, OwnerId};
use khen_privacy::{Kept, PrivacyError};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        verb: Verb::Post,
        tag: Tag::Documents,
        query: Some(members_of::<Bringing>()),
        body: Some(Body {
            media_types: MEDIA_TYPES,
            schema: None,
        }),
        answers: vec![Answer::json::<DocumentAnswer>(
            StatusCode::CREATED,
            "Kept, sealed. A command names it with these members and its `kind`.",
        )],
        problems: &[
            Slug::Malformed,
            Slug::NotFound,
            Slug::DocumentTruncated,
            Slug::DocumentTooLarge,
            Slug::DocumentMislabelled,
            Slug::DocumentRepeated,
            Slug::UnsupportedMediaType,
            Slug::Erased,
            Slug::ReadOnly,
        ],
        ..Operation::question(
            "upload_document",
            "/api/v1/documents",
            "Brings a document that a command will name.",
            post(upload).layer(DefaultBodyLimit::max(DOCUMENT_BYTES_MAX)),
        )
    }
}

/// How a document is brought.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Bringing {
    /// Under whose key it is kept: `nomination:<code>` for a paper about the nominee, `authority`
    /// for letters, minutes and decisions.
    #[schemars(extend("pattern" = "^(authority|nomination:.+)$"))]
    owner: String,
}

/// A document that is kept.
#[derive(Debug, Serialize, JsonSchema)]
struct DocumentAnswer {
    /// SHA-256 of the bytes: what a command names it by.
    #[schemars(extend("pattern" = "^[0-9a-f]{64}$"))]
    sha256: String,
    /// The media type found in the bytes.
    media_type: String,
    /// Bytes.
    size: u64,
}

/// One of the few places in which a document is received; taken before its bytes are.
struct Place(
    #[expect(dead_code, reason = "the place is free again when this is dropped")]
    OwnedSemaphorePermit,
);

impl FromRequestParts<Shared> for Place {
    type Rejection = Problem;

    async fn from_request_parts(_: &mut Parts, api: &Shared) -> Result<Self, Problem> {
        let place = api.uploads.clone().try_acquire_owned();
        let busy = |_| Problem::of(Slug::Unavailable).retry_after(RETRY_AFTER_SECONDS);
        place.map(Self).map_err(busy)
    }
}

async fn upload(
    State(api): State<Shared>,
    reader: Reader,
    place: Place,
    (headers, Query(bringing)): (HeaderMap, Query<Bringing>),
    bytes: Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, Json<DocumentAnswer>), Problem> {
    // Who gives no command has no papers to bring.
    if !access::gives_commands(reader.role) {
        return Err(Problem::of(Slug::Forbidden));
    }
    api.must_record()?;
    api.rates.take(&reader.token_id, Purpose::Upload)?;
    let owner = owner_named(&api, &reader, &bringing.owner).await?;
    let bytes = bytes.map_err(|error| not_received(&error))?;
    let media_type = checked_type(&headers, &bytes)?;
    let keeping = Keeping {
        api: Arc::clone(&api),
        ledger: reader.ledger,
        owner,
        media_type,
        bytes,
        place,
    };
    // A caller who leaves now must not leave half of it here.
    let kept = tokio::spawn(keeping.keep()).await;
    match kept.map_err(|error| unavailable(&error))?? {
        Kept::New(file) => Ok((StatusCode::CREATED, Json(DocumentAnswer::of(&file)))),
        Kept::Mended(file) => {
            warn!(
                blob = file.blob.as_str(),
                "a stored document was lost or damaged; the same bytes came again and mended it"
            );
            Ok((StatusCode::CREATED, Json(DocumentAnswer::of(&file))))
        }
        Kept::Known(file) => Err(repeated(&file)),
    }
}

/// What is kept, apart from whoever waits for it.
struct Keeping {
    api: Shared,
    ledger: LedgerId,
    owner: OwnerId,
    media_type: &'static str,
    bytes: Bytes,
    place: Place,
}

impl Keeping {
    async fn keep(self) -> Result<Kept, PrivacyError> {
        let documents = &self.api.parts.documents;
        let kept = documents
            .keep(&self.ledger, &self.owner, self.media_type, &self.bytes)
            .await;
        drop(self.place);
        kept
    }
}

async fn owner_named(api: &Api, reader: &Reader, text: &str) -> Result<OwnerId, Problem> {
    if text == "authority" {
        return Ok(owner::authority());
    }
    let wrong = || Problem::malformed("owner", "expected authority or nomination:<code>");
    let code = text
        .strip_prefix("nomination:")
        .filter(|code| !code.is_empty());
    let code = NominationId::parse(code.ok_or_else(wrong)?);
    let code = code.map_err(|_| Problem::of(Slug::NotFound))?;
    let seen = cases::seen(api, reader, &code).await?;
    owner::of_case(api, &reader.ledger, &seen.case).await
}

impl DocumentAnswer {
    fn of(file: &FileRecord) -> Self {
        Self {
            sha256: hex::encode(file.sha256),
            media_type: file.media_type.clone(),
            size: file.size,
        }
    }
}
