//! `GET /export/v1/{ledger}/events/{pos}/proof`.
//!
//! A proof leads to a checkpoint, and of those only the newest signed and the newest witnessed one are
//! kept. One of each second or of each time that witnesses cosign would be millions of rows in some years,
//! for a question that has an answer elsewhere: a path to any size follows from the tiles, which are kept
//! for ever, and whoever wants an older checkpoint has it, in a mirror, a bundle or a proof of that time.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::Response,
    routing::get,
};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    LEDGER,
    client::Client,
    seal::Seal,
    sending::{Answer, EACH_TIME, FOR_EVER},
};
use crate::{
    extract::{Bound, Path, Query},
    names::WITNESSED_SIZE,
    operation::{self, Operation, Parameter, Tag, members_of},
    parts::Shared,
    problem::{Problem, unavailable},
};
use khen_audit::{SignedCheckpoint, TlogProof};
use khen_eventlog::{KeptCheckpoint, Position};
use khen_export::inclusion_path;
use khen_texts::Problem as Slug;

const MEDIA_TYPE: &str = "text/plain; charset=utf-8";

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Export,
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        answers: vec![operation::Answer {
            status: StatusCode::OK,
            description: "The proof, as c2sp.org/tlog-proof@v1 has it: the path, and the checkpoint that it \
                          leads to. `Content-Location` says of which size.",
            media_types: &["text/plain"],
            schema: None,
        }],
        problems: &[Slug::Malformed, Slug::NotFound, Slug::IntegrityHalt],
        ..Operation::question(
            "export_proof",
            "/export/v1/{ledger}/events/{pos}/proof",
            "That an event is in the log of its ledger.",
            get(prove),
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
];

/// Under which checkpoint.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// The size of the newest witnessed checkpoint or of the newest signed one: no others are kept. Unless
    /// said, the witnessed one where it holds the event, else the signed one.
    size: Option<Bound>,
}

async fn prove(
    State(api): State<Shared>,
    client: Client,
    Path((named, position)): Path<(String, u64)>,
    Query(asking): Query<Asking>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let ledger = client.ledger(&api, &named).await?;
    let seal = Seal::of(&api, &ledger.id).await?;
    let witnessed_size = seal.witnessed_size();
    let kept = chosen(&seal, position, asking.size.map(Position::from))?;
    let size = kept.size.0;
    let checkpoint = SignedCheckpoint::parse(&kept.note).map_err(|error| unavailable(&error))?;
    let path = inclusion_path(&*api.parts.tiles, &ledger.id, position, size).await;
    let proof = TlogProof {
        extra: None,
        index: position,
        path: path.map_err(|error| unavailable(&error))?,
        checkpoint,
    };
    let place = format!("/export/v1/{named}/events/{position}/proof?size={size}");
    let is_witnessed = size == witnessed_size;
    let answer = Answer {
        bytes: proof.to_string().into_bytes(),
        content_type: MEDIA_TYPE.to_owned(),
        tag: format!("{position}-{size}-{}", mark(is_witnessed)),
        cache_control: asking.size.map_or(EACH_TIME, |_| FOR_EVER),
        headers: vec![
            (header::CONTENT_LOCATION, place),
            (
                HeaderName::from_static(WITNESSED_SIZE),
                witnessed_size.to_string(),
            ),
        ],
        signer: None,
    };
    answer.to(&client, &headers).await
}

/// The checkpoint of this size, or the best one; it holds the event.
fn chosen(seal: &Seal, position: u64, size: Option<Position>) -> Result<&KeptCheckpoint, Problem> {
    let known = [seal.log.witnessed.as_ref(), seal.log.signed.as_ref()];
    let known = known.into_iter().flatten();
    let is_wanted = |kept: &&KeptCheckpoint| {
        size.is_none_or(|size| kept.size == size) && kept.size.0 > position
    };
    known.clone().find(is_wanted).ok_or_else(|| {
        let mut sizes: Vec<u64> = known.map(|kept| kept.size.0).collect();
        sizes.dedup();
        Problem::of(Slug::NotFound).with_fact("sizes", sizes)
    })
}

fn mark(is_witnessed: bool) -> &'static str {
    if is_witnessed { "witnessed" } else { "signed" }
}
