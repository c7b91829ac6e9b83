//! `GET /export/v1/{ledger}/events/{pos}/blobs/sha256/{hex}`.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::Response,
    routing::get,
};
use metrics::counter;

use super::{LEDGER, client::Client, ranged::RangedFile};
use crate::{
    documents::{
        download::SANDBOX,
        file_name::{FileName, MARK_CHARS},
        find::{Opened, open},
        media_type::{MEDIA_TYPES, extension},
    },
    extract::{NoQuery, Path},
    names::PII_READS,
    operation::{Answer, Operation, Parameter, Tag},
    parts::{Api, Shared},
    problem::{Problem, unavailable},
    streams,
};
use khen_accounts::Scope;
use khen_codec::{Decoded, stream_key};
use khen_domain::{
    Document, Event, State as Understood, StreamKey,
    access::DataClass,
    decision::{Event as OfDecision, State as Decision},
    nomination::State as Nomination,
};
use khen_eventlog::{Ledger, Payload, Position};
use khen_export::repr_digest;
use khen_texts::{Language, Problem as Slug};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Export,
        scope: Some(Scope::Blobs),
        path_parameters: PATH,
        answers: vec![Answer {
            status: StatusCode::OK,
            description: "The document's bytes, as they were brought. `Range` asks for a part.",
            media_types: MEDIA_TYPES,
            schema: None,
        }],
        problems: &[Slug::Malformed, Slug::NotFound, Slug::IntegrityHalt],
        odd_problems: &[
            (StatusCode::GONE, Slug::Erased),
            (StatusCode::RANGE_NOT_SATISFIABLE, Slug::InvalidParameter),
        ],
        ..Operation::question(
            "export_blob",
            "/export/v1/{ledger}/events/{pos}/blobs/sha256/{hex}",
            "A document that an event names, by its hash.",
            get(send),
        )
    }
}

const PATH: &[Parameter] = &[
    LEDGER,
    Parameter {
        name: "pos",
        is_required: true,
        description: "The position of the event, from 0.",
        pattern: None,
    },
    Parameter {
        name: "hex",
        is_required: true,
        description: "SHA-256 of the bytes, as `data.evidence` of the event has it.",
        pattern: None,
    },
];

async fn send(
    State(api): State<Shared>,
    client: Client,
    Path((named, position, hex)): Path<(String, u64, String)>,
    _: NoQuery,
    asked: HeaderMap,
) -> Result<Response, Problem> {
    let none = || Problem::of(Slug::NotFound);
    let ledger = client.ledger(&api, &named).await?;
    let told = Naming::find(&api, &client, &ledger, Position(position)).await?;
    let document = told.document(&hex).ok_or_else(none)?;
    let state = told.state(&api, &ledger).await?;
    if !client.reader.reads(DataClass::Ledger) && !is_public(&told.event.event, &state, document) {
        return Err(none());
    }
    let case = if let Understood::Nomination(Nomination::Present(case)) = &state {
        Some(&**case)
    } else {
        None
    };
    let Opened { file, bytes } = open(&api, &ledger.id, case, &document.sha256).await?;
    counter!(PII_READS, "role" => client.reader.role.as_str()).increment(1);
    let name = FileName {
        code: &format!("{}-{position}", ledger.id),
        kind: api.parts.texts.document_kind(Language::Vi, document.kind),
        extension: extension(&file.media_type),
        mark: &hex[..MARK_CHARS],
    };
    let sent = RangedFile {
        digest: repr_digest(&bytes),
        bytes: &bytes.into(),
        sha256: hex.clone(),
        headers: vec![
            (header::CONTENT_DISPOSITION, name.disposition()),
            (header::CONTENT_TYPE, file.media_type),
            (header::CONTENT_SECURITY_POLICY, SANDBOX.to_owned()),
        ],
    };
    Ok(sent.to(&client, &asked))
}

/// Whether a document goes to whoever pulls, and not to those alone who read the ledger itself: what was
/// signed of a decision that is issued, and letters about that.
fn is_public(event: &Event, state: &Understood, document: &Document) -> bool {
    let Event::Decision(event) = event else {
        return false;
    };
    let Understood::Decision(decision) = state else {
        return false;
    };
    match decision {
        Decision::Issued(_, signature, ..) => {
            signature.scan_sha256 == document.sha256
                || matches!(event, OfDecision::FormalCorrectionIssued { .. })
        }
        Decision::Legacy(_) => true,
        Decision::Absent
        | Decision::Drafted(_)
        | Decision::Signed(..)
        | Decision::Numbered(..)
        | Decision::Sealed(..)
        | Decision::Voided(_) => false,
    }
}

/// The event that is said to name a document.
struct Naming {
    stream: StreamKey,
    event: Decoded,
}

impl Naming {
    /// The event at this position, if its payload is told to the client.
    async fn find(
        api: &Api,
        client: &Client,
        ledger: &Ledger,
        position: Position,
    ) -> Result<Self, Problem> {
        let none = || Problem::of(Slug::NotFound);
        if position >= ledger.size {
            return Err(none());
        }
        let found = api.parts.feed.read_from(&ledger.id, position, 1).await?;
        let record = found.first().ok_or_else(none)?;
        if client.profile.payload(&record.event_type) != Payload::Whole {
            return Err(none());
        }
        Ok(Self {
            stream: stream_key(&record.stream).ok_or_else(none)?,
            event: khen_codec::read(record).map_err(|error| unavailable(&error))?,
        })
    }

    fn document(&self, sha256: &str) -> Option<&Document> {
        let mut told = self.event.evidence.iter();
        told.find(|document| document.sha256 == sha256)
    }

    /// What the stream of the event has come to by now.
    async fn state(&self, api: &Api, ledger: &Ledger) -> Result<Understood, Problem> {
        let events = streams::events(&*api.parts.store, &ledger.id, &self.stream).await?;
        Ok(streams::folded(&self.stream, &events))
    }
}
