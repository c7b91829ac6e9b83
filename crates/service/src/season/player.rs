//! Plays steps over the public HTTP API, each at its own time.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
};

use anyhow::{Context as _, anyhow, bail, ensure};
use futures::future::BoxFuture;
use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use super::people::{Cast, Who};
use crate::{client, tls};

/// Uploads sent at once: what the API takes at once.
const UPLOADS_AT_ONCE: usize = 4;

/// People at the door: knows tokens, moves the clock, remembers how far the ledger has come.
pub(crate) struct Player {
    http: reqwest::Client,
    servers: Vec<String>,
    /// Whose turn it is among the servers.
    turn: AtomicUsize,
    clock: MoveClock,
    cast: Cast,
    /// Told after each step; the season prints it as progress.
    on_step: Box<dyn Fn(&str) + Send + Sync>,
    commands: AtomicUsize,
    /// Whether the last command had been carried out before.
    is_repeating: AtomicBool,
    min_position: AtomicU64,
    uploads: Semaphore,
    /// Waits for what follows from the events before a position by itself.
    settled: Option<Settled>,
}

/// Waits for what follows from the events before a position by itself.
pub(crate) type Settled = Box<dyn Fn(u64) -> BoxFuture<'static, anyhow::Result<()>> + Send + Sync>;

/// Moves the clock of all servers.
pub(crate) type MoveClock = Arc<dyn Fn(jiff::Timestamp) -> anyhow::Result<()> + Send + Sync>;

/// Commands from whose events something follows by itself: the next step may build on it.
const REACTED_TO: &[&str] = &["issue_decision"];

/// One step of the script.
pub(crate) struct Step<'a> {
    /// Who acts.
    pub(crate) who: &'a Who,
    /// The command.
    pub(crate) command: &'a str,
    /// When, local time; part of the idempotency key.
    pub(crate) at: &'a str,
    /// Tells this step from others with the same command at the same time; part of the key too.
    pub(crate) part: &'a str,
    /// Its content.
    pub(crate) content: Value,
}

impl Step<'_> {
    /// As it is told: when, who, what.
    fn told(&self) -> String {
        format!("{}  {}  {}  {}", self.at, self.who, self.command, self.part)
    }
}

impl Player {
    /// A player who sends one request after the other to these servers in turn; `clock` is theirs.
    pub(crate) fn new(
        servers: Vec<String>,
        clock: MoveClock,
        cast: Cast,
        on_step: Box<dyn Fn(&str) + Send + Sync>,
    ) -> Self {
        tls::provide();
        Self {
            http: reqwest::Client::new(),
            servers,
            turn: AtomicUsize::new(0),
            clock,
            cast,
            on_step,
            commands: AtomicUsize::new(0),
            is_repeating: AtomicBool::new(false),
            min_position: AtomicU64::new(0),
            uploads: Semaphore::new(UPLOADS_AT_ONCE),
            settled: None,
        }
    }

    /// The same player, who waits for what follows by itself.
    pub(crate) fn settling(self, settled: Settled) -> Self {
        Self {
            settled: Some(settled),
            ..self
        }
    }

    fn server(&self) -> &str {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        &self.servers[turn % self.servers.len()]
    }

    /// The people and their tokens.
    pub(crate) fn cast(&self) -> &Cast {
        &self.cast
    }

    /// Commands carried out so far.
    pub(crate) fn commands(&self) -> usize {
        self.commands.load(Ordering::Relaxed)
    }

    /// Moves the clock to a local time in Viet Nam, `2024-03-15T08:00`.
    pub(crate) fn at(&self, time: &str) -> anyhow::Result<()> {
        (self.clock)(local(time)?)
    }

    /// Carries out one step.
    pub(crate) async fn act(&self, step: Step<'_>) -> anyhow::Result<Value> {
        self.carry_out(step, None).await
    }

    /// Carries out one step that records somebody else's act, or that somebody else approves.
    pub(crate) async fn act_for(&self, step: Step<'_>, principal: &Who) -> anyhow::Result<Value> {
        self.carry_out(step, Some(principal)).await
    }

    async fn carry_out(&self, step: Step<'_>, principal: Option<&Who>) -> anyhow::Result<Value> {
        let told = step.told();
        let is_reacted_to = REACTED_TO.contains(&step.command);
        let (status, answer) = self.send(step, principal).await?;
        ensure!(status.is_success(), "{told}: answered {status}: {answer:#}");
        if let Some(position) = answer["min_position"].as_u64() {
            self.min_position.fetch_max(position, Ordering::Relaxed);
            if let Some(settled) = &self.settled
                && is_reacted_to
            {
                settled(position).await?;
            }
        }
        let is_repeat = answer["is_repeat"].as_bool().unwrap_or_default();
        self.is_repeating.store(is_repeat, Ordering::Relaxed);
        self.commands.fetch_add(1, Ordering::Relaxed);
        (self.on_step)(&told);
        Ok(answer)
    }

    /// Asks for one step that a rule refuses with this code.
    ///
    /// What was refused left nothing behind: a season that is played again does not ask again, because
    /// it would be judged by what came later.
    pub(crate) async fn is_refused(&self, step: Step<'_>, code: &str) -> anyhow::Result<()> {
        if self.is_repeating.load(Ordering::Relaxed) {
            return Ok(());
        }
        let told = step.told();
        let (status, answer) = self.send(step, None).await?;
        ensure!(
            status == StatusCode::UNPROCESSABLE_ENTITY && answer["code"] == code,
            "{told}: should be refused with {code}, answered {status}: {answer:#}"
        );
        (self.on_step)(&format!("{told}  ({code})"));
        Ok(())
    }

    async fn send(
        &self,
        step: Step<'_>,
        principal: Option<&Who>,
    ) -> anyhow::Result<(StatusCode, Value)> {
        let mut body = json!({ "content": step.content });
        if let Some(principal) = principal {
            body["on_behalf_of"] = json!(self.cast.assignment(principal)?);
        }
        let url = format!("{}/api/v1/commands/{}", self.server(), step.command);
        let request = self
            .http
            .post(url)
            .bearer_auth(&self.cast.part(step.who)?.token)
            .header(
                "Idempotency-Key",
                format!("season/{}/{}/{}", step.command, step.at, step.part),
            )
            .json(&body);
        answer(request).await
    }

    /// Uploads a paper of the season; answers its document of the given kind.
    pub(crate) async fn upload(
        &self,
        who: &Who,
        owner: &str,
        (kind, title): (&str, &str),
    ) -> anyhow::Result<Value> {
        let permit = self.uploads.acquire().await?;
        let request = self
            .http
            .post(format!("{}/api/v1/documents?owner={owner}", self.server()))
            .bearer_auth(&self.cast.part(who)?.token)
            .header("Content-Type", "application/pdf")
            .body(super::papers::paper(title));
        let (status, answer) = answer(request).await?;
        drop(permit);
        // A paper that was brought before is kept once, and told of in the facts.
        let is_repeated = client::is_repeated_document(&answer);
        ensure!(
            status.is_success() || is_repeated,
            "uploading {title}: {status}: {answer:#}"
        );
        let kept = if is_repeated {
            &answer["facts"]
        } else {
            &answer
        };
        Ok(client::document(kept, kind))
    }

    /// Asks a question, after the rows have seen everything this player has done.
    pub(crate) async fn ask(&self, who: &Who, path: &str) -> anyhow::Result<Value> {
        let joint = if path.contains('?') { '&' } else { '?' };
        let position = self.min_position.load(Ordering::Relaxed);
        let url = format!("{}{path}{joint}min_position={position}", self.server());
        let request = self.http.get(url).bearer_auth(&self.cast.part(who)?.token);
        let (status, answer) = answer(request).await?;
        ensure!(
            status.is_success(),
            "asking {path} as {who}: {status}: {answer:#}"
        );
        Ok(answer)
    }
}

/// The stream of this kind that an answer has written.
pub(crate) fn stream(answer: &Value, kind: &str) -> anyhow::Result<String> {
    let prefix = format!("{kind}/");
    answer["events"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|event| event["stream"].as_str())
        .find_map(|stream| stream.strip_prefix(&prefix))
        .map(str::to_owned)
        .ok_or_else(|| anyhow!("the answer names no {kind}: {answer}"))
}

async fn answer(request: reqwest::RequestBuilder) -> anyhow::Result<(StatusCode, Value)> {
    let response = request.send().await.context("the server did not answer")?;
    let status = response.status();
    let bytes = response.bytes().await.context("the answer broke off")?;
    let Ok(answer) = serde_json::from_slice(&bytes) else {
        bail!("answered {status} and no JSON");
    };
    Ok((status, answer))
}

/// A local time in Viet Nam as an instant.
pub(crate) fn local(at: &str) -> anyhow::Result<jiff::Timestamp> {
    let civil: jiff::civil::DateTime = at.parse().with_context(|| format!("{at} is no time"))?;
    Ok(civil.to_zoned(khen_domain::viet_nam())?.timestamp())
}
