//! Plays steps over the public HTTP API, each at its own time.

use anyhow::{Context as _, anyhow, bail};
use reqwest::StatusCode;
use serde_json::{Value, json};

use super::people::{Cast, Who};
use khen_ambient::MovableClock;

/// A person at the door: knows tokens, moves the clock, remembers what it was answered.
pub(crate) struct Player {
    http: reqwest::Client,
    base: String,
    clock: MovableClock,
    cast: Cast,
    /// Told after each step; the season prints it as progress.
    on_step: Box<dyn Fn(&str) + Send + Sync>,
    commands: usize,
    min_position: u64,
}

/// One step of the script.
pub(crate) struct Step<'a> {
    /// Local time in Viet Nam, `2024-03-15T08:00`.
    pub(crate) at: &'a str,
    /// Who acts.
    pub(crate) who: Who,
    /// The command.
    pub(crate) command: &'a str,
    /// Names the step; the idempotency key.
    pub(crate) key: &'a str,
    /// Its content.
    pub(crate) content: Value,
}

impl Player {
    pub(crate) fn new(
        base: String,
        clock: MovableClock,
        cast: Cast,
        on_step: Box<dyn Fn(&str) + Send + Sync>,
    ) -> Self {
        let http = reqwest::Client::new();
        Self {
            http,
            base,
            clock,
            cast,
            on_step,
            commands: 0,
            min_position: 0,
        }
    }

    /// The people and their tokens.
    pub(crate) fn cast(&self) -> &Cast {
        &self.cast
    }

    /// The people, when the play is over.
    pub(crate) fn into_cast(self) -> Cast {
        self.cast
    }

    /// Commands carried out so far.
    pub(crate) fn commands(&self) -> usize {
        self.commands
    }

    /// Carries out one step.
    pub(crate) async fn act(&mut self, step: Step<'_>) -> anyhow::Result<Value> {
        self.act_for(step, None).await
    }

    /// Carries out a command once in the season, or once for each `part`.
    pub(crate) async fn once(
        &mut self,
        at: &str,
        who: Who,
        (command, part): (&str, &str),
        content: Value,
    ) -> anyhow::Result<()> {
        let key = format!("season/{command}/{part}");
        let step = Step {
            at,
            who,
            command,
            key: &key,
            content,
        };
        self.act(step).await.map(drop)
    }

    /// Carries out one step that records somebody else's act.
    pub(crate) async fn act_for(
        &mut self,
        step: Step<'_>,
        principal: Option<Who>,
    ) -> anyhow::Result<Value> {
        self.move_clock(step.at)?;
        let mut body = json!({ "content": step.content });
        if let Some(principal) = principal {
            body["on_behalf_of"] = json!(self.cast.assignment(principal)?);
        }
        let url = format!("{}/api/v1/commands/{}", self.base, step.command);
        let request = self
            .http
            .post(url)
            .bearer_auth(self.cast.token(step.who)?)
            .header("Idempotency-Key", step.key)
            .json(&body);
        let answer = answer(request).await.with_context(|| {
            format!(
                "{} {} by {} ({})",
                step.at, step.command, step.who, step.key
            )
        })?;
        if let Some(position) = answer["min_position"].as_u64() {
            self.min_position = self.min_position.max(position);
        }
        self.commands += 1;
        (self.on_step)(&format!("{}  {}  {}", step.at, step.who, step.key));
        Ok(answer)
    }

    /// Uploads a paper of the demo; answers its document of the given kind. A season that is played
    /// again brings the same papers, which are there already.
    pub(crate) async fn upload(
        &mut self,
        at: &str,
        who: Who,
        owner: &str,
        (kind, title): (&str, &str),
    ) -> anyhow::Result<Value> {
        self.move_clock(at)?;
        let request = self
            .http
            .post(format!("{}/api/v1/documents?owner={owner}", self.base))
            .bearer_auth(self.cast.token(who)?)
            .header("Content-Type", "application/pdf")
            .body(super::papers::paper(title));
        let uploading = async {
            let (status, answer) = told(request).await?;
            if answer["code"] == "document-repeated" {
                return Ok(answer["facts"].clone());
            }
            succeeded(status, answer)
        };
        let mut document = uploading
            .await
            .with_context(|| format!("uploading {title}"))?;
        document["kind"] = json!(kind);
        Ok(document)
    }

    /// Asks a question, after the rows have seen everything this player has done.
    pub(crate) async fn ask(&self, who: Who, path: &str) -> anyhow::Result<Value> {
        let request = self
            .http
            .get(format!(
                "{}{path}?min_position={}",
                self.base, self.min_position
            ))
            .bearer_auth(self.cast.token(who)?);
        answer(request)
            .await
            .with_context(|| format!("asking {path} as {who}"))
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

    fn move_clock(&self, at: &str) -> anyhow::Result<()> {
        self.clock.move_to(local(at)?);
        Ok(())
    }
}

/// The answer to a request that succeeds.
async fn answer(request: reqwest::RequestBuilder) -> anyhow::Result<Value> {
    let (status, answer) = told(request).await?;
    succeeded(status, answer)
}

/// The answer to a request, whatever it is.
async fn told(request: reqwest::RequestBuilder) -> anyhow::Result<(StatusCode, Value)> {
    let response = request.send().await.context("the server did not answer")?;
    let status = response.status();
    let answer = response.json().await.context("the answer is not JSON")?;
    Ok((status, answer))
}

fn succeeded(status: StatusCode, answer: Value) -> anyhow::Result<Value> {
    if !status.is_success() {
        bail!("answered {status}: {answer:#}");
    }
    Ok(answer)
}

/// A local time in Viet Nam as an instant.
pub(crate) fn local(at: &str) -> anyhow::Result<jiff::Timestamp> {
    let civil: jiff::civil::DateTime = at.parse().with_context(|| format!("{at} is no time"))?;
    Ok(civil.to_zoned(khen_domain::viet_nam())?.timestamp())
}
