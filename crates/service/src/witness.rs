//! The witness over HTTP, and the way to one. Source: `c2sp.org/tlog-witness@v1.0.0`.

mod door;

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};

use khen_ambient::Clock;
use khen_audit::{
    Accepted, AddCheckpoint, Origin, PosixTime, Refusal, SignedCheckpoint, TLOG_SIZE_CONTENT_TYPE,
    TreeHead, Witness,
};
use khen_eventlog::{SignedStateError, SignedStates};

pub(crate) use door::HttpDoor;

/// Tries of a request that meets others for the same log.
const TRY_COUNT_MAX: usize = 8;

/// A witness at work.
pub(crate) struct Watching {
    /// Who decides.
    pub(crate) witness: Witness,
    /// The checkpoint of each log that was cosigned last.
    pub(crate) states: Arc<dyn SignedStates>,
    /// The time of cosignatures.
    pub(crate) clock: Arc<dyn Clock>,
}

/// Why no answer of the protocol can be given.
struct Broken;

impl IntoResponse for Broken {
    fn into_response(self) -> Response {
        StatusCode::SERVICE_UNAVAILABLE.into_response()
    }
}

/// The two paths of a witness.
pub(crate) fn router(watching: Watching) -> Router {
    Router::new()
        .route("/add-checkpoint", post(add_checkpoint))
        .route("/{origin_hash}/checkpoint", get(latest))
        .with_state(Arc::new(watching))
}

async fn add_checkpoint(
    State(watching): State<Arc<Watching>>,
    body: String,
) -> Result<Response, Broken> {
    let request = match AddCheckpoint::parse(&body) {
        Ok(request) => request,
        Err(error) => return Ok(refused(&Refusal::from(error))),
    };
    let origin = request.checkpoint.checkpoint().origin();
    for _ in 0..TRY_COUNT_MAX {
        let (kept, last) = watching.last(origin).await?;
        let decided = watching.witness.decide(&last, &request, watching.now());
        let accepted = match decided {
            Ok(accepted) => accepted,
            Err(refusal) => return Ok(refused(&refusal)),
        };
        if watching.keep(origin, kept.as_deref(), &accepted).await? {
            return Ok(accepted.body().into_response());
        }
    }
    Err(Broken)
}

/// The checkpoint that was cosigned last of the log with this hash of its origin.
async fn latest(
    State(watching): State<Arc<Watching>>,
    Path(origin_hash): Path<String>,
) -> Result<Response, Broken> {
    let mut origins = watching.witness.origins();
    let Some(origin) = origins.find(|origin| origin.sha256_hex() == origin_hash) else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let kept = watching.states.state(origin.as_str()).await;
    Ok(match kept.map_err(broken)? {
        Some(note) => note.into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    })
}

impl Watching {
    /// What is kept of a log, and the tree in it.
    async fn last(&self, origin: &Origin) -> Result<(Option<String>, TreeHead), Broken> {
        let kept = self.states.state(origin.as_str()).await.map_err(broken)?;
        let last = match &kept {
            Some(note) => {
                let signed = SignedCheckpoint::parse(note).map_err(broken)?;
                signed.checkpoint().tree()
            }
            None => TreeHead::empty(),
        };
        Ok((kept, last))
    }

    /// Keeps what is about to be answered; says no when another request came first.
    async fn keep(
        &self,
        origin: &Origin,
        last: Option<&str>,
        accepted: &Accepted,
    ) -> Result<bool, Broken> {
        let note = accepted.checkpoint.to_string();
        match self.states.replace(origin.as_str(), last, &note).await {
            Ok(()) => Ok(true),
            Err(SignedStateError::Moved) => Ok(false),
            Err(failure @ SignedStateError::Unavailable(_)) => Err(broken(failure)),
        }
    }

    fn now(&self) -> PosixTime {
        cosigned_at(&*self.clock)
    }
}

/// The time of a cosignature that is made now.
pub(crate) fn cosigned_at(clock: &dyn Clock) -> PosixTime {
    let seconds = u64::try_from(clock.now().as_second()).unwrap_or_default();
    PosixTime::try_new(seconds).expect("the clock shows a time of this era")
}

fn refused(refusal: &Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.status());
    let status = status.expect("the protocol names statuses of HTTP");
    let kind = if matches!(refusal, Refusal::OtherSize { .. }) {
        TLOG_SIZE_CONTENT_TYPE
    } else {
        "text/plain; charset=utf-8"
    };
    (status, [(header::CONTENT_TYPE, kind)], refusal.body()).into_response()
}

fn broken(failure: impl std::error::Error) -> Broken {
    tracing::error!(%failure, "What was cosigned cannot be read or kept");
    Broken
}
