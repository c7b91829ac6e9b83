//! `GET /export/v1/{ledger}`.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
    routing::get,
};
use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{
    LEDGER,
    client::Client,
    keys::{LogAnswer, SigningAnswer},
    links::LinksAnswer,
    seal::Seal,
    sending,
};
use crate::{
    extract::{NoQuery, Path},
    limits::EXPORT_WAITS_AT_ONCE_MAX,
    operation::{Answer, Operation, Tag},
    parts::{Api, Shared},
    problem::{Problem, unavailable},
    streams,
};
use khen_codec::event_types;
use khen_domain::{State as Understood, StreamKey};
use khen_eventlog::{EventType, Ledger, LedgerId, Payload};
use khen_export::{
    Format, Profile,
    limits::{PAGE_BYTES_MAX, PAGE_EVENT_COUNT_MAX, WAIT_SECONDS_MAX},
};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Export,
        path_parameters: &[LEDGER],
        answers: vec![Answer::json::<ServiceAnswer>(
            StatusCode::OK,
            "What can be pulled, and how.",
        )],
        problems: &[Slug::Malformed, Slug::NotFound, Slug::IntegrityHalt],
        ..Operation::question(
            "export_service",
            "/export/v1/{ledger}",
            "What the token may pull of a ledger, within which limits.",
            get(show),
        )
    }
}

/// What can be pulled of a ledger.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExportService")]
struct ServiceAnswer {
    /// Full name of the authority whose ledger it is; none before it is loaded.
    agency: Option<String>,
    /// The slug of the ledger.
    ledger: String,
    /// The log that seals the ledger.
    log: LogAnswer,
    /// The key that signs pages and manifests; none before the log is signed for the first time.
    signing: Option<SigningAnswer>,
    /// Its fixed source, part of every event.
    source: String,
    /// The profile of disclosure that the token reads under.
    profile: &'static str,
    /// What becomes of events when a person's data are erased.
    erasure: &'static str,
    /// How much may be asked.
    limits: LimitsAnswer,
    /// Media types of a page.
    formats: Vec<&'static str>,
    /// Every type of event, and what the profile shows of it.
    types: Vec<TypeAnswer>,
    /// Where to go on.
    links: LinksAnswer,
}

/// How much may be asked.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExportLimits")]
struct LimitsAnswer {
    /// Events of a page.
    page_events: usize,
    /// Bytes of a page before it is compressed.
    page_bytes: usize,
    /// Seconds of a wait.
    wait_seconds: u64,
    /// Requests that wait at once.
    waits_at_once: usize,
    /// Requests in a minute.
    requests_per_minute: u32,
}

/// A type of event.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExportedType")]
struct TypeAnswer {
    /// The type.
    #[serde(rename = "type")]
    name: &'static str,
    /// Whether the profile shows the payload.
    is_shown: bool,
    /// Where its schema is.
    schema: String,
}

const ERASURE: &str = "Exported bytes never change. Personal values in them are sealed; erasing a person \
                       destroys the keys and is told by vn.khen.privacy.personal_data_shredded.";
/// It changes with a release, with keys, and with the name of the authority.
pub(super) const CACHE_CONTROL: &str = "private, max-age=300";

async fn show(
    State(api): State<Shared>,
    client: Client,
    Path(named): Path<String>,
    _: NoQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let ledger = client.ledger(&api, &named).await?;
    let seal = Seal::of(&api, &ledger.id).await?;
    let agency = agency(&api, &ledger.id).await?;
    let answer = ServiceAnswer::of(&api, (ledger, agency), &seal, client.profile);
    let bytes = serde_json::to_vec(&answer).map_err(|error| unavailable(&error))?;
    let answer = sending::Answer {
        tag: hex::encode(Sha256::digest(&bytes)),
        bytes,
        content_type: "application/json".to_owned(),
        cache_control: CACHE_CONTROL,
        headers: Vec::new(),
        signer: None,
    };
    answer.to(&client, &headers).await
}

/// The name of the authority, as the ledger has it.
async fn agency(api: &Api, ledger: &LedgerId) -> Result<Option<String>, Problem> {
    let stream = StreamKey::authority();
    let events = streams::events(&*api.parts.store, ledger, &stream).await?;
    let Understood::Org(org) = streams::folded(&stream, &events) else {
        return Ok(None);
    };
    Ok(org.authority().map(|authority| authority.name.clone()))
}

impl ServiceAnswer {
    fn of(
        api: &Api,
        (ledger, agency): (Ledger, Option<String>),
        seal: &Seal,
        profile: Profile,
    ) -> Self {
        let base = format!("/export/v1/{}", ledger.id);
        let key = seal.key(api);
        Self {
            agency,
            ledger: ledger.id.to_string(),
            log: LogAnswer::of(api, seal, key.as_ref()),
            signing: key.map(|key| SigningAnswer::of(key.verifier())),
            profile: profile.as_str(),
            erasure: ERASURE,
            limits: LimitsAnswer {
                page_events: PAGE_EVENT_COUNT_MAX,
                page_bytes: PAGE_BYTES_MAX,
                wait_seconds: WAIT_SECONDS_MAX,
                waits_at_once: EXPORT_WAITS_AT_ONCE_MAX,
                requests_per_minute: api.parts.allowance.exports_per_minute,
            },
            formats: Format::ALL
                .iter()
                .map(|format| format.media_type())
                .collect(),
            types: event_types()
                .map(|event_type| TypeAnswer::of(&base, event_type, profile))
                .collect(),
            links: LinksAnswer::of(&ledger.id, api.parts.access.issuer()),
            source: ledger.source,
        }
    }
}

impl TypeAnswer {
    fn of(base: &str, event_type: &'static EventType, profile: Profile) -> Self {
        let (name, version) = event_type.name_and_version();
        Self {
            name: event_type.as_str(),
            is_shown: profile.payload(event_type) == Payload::Whole,
            schema: format!("{base}/schemas/{name}/v{version}"),
        }
    }
}
