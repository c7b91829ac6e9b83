//! Requests and answers.

use std::{net::IpAddr, sync::Arc, time::Duration};

use reqwest::{
    RequestBuilder, Response, StatusCode, Url,
    header::{self, HeaderMap},
};
use serde_json::Value;

use super::{
    Stop,
    pass::{AccessTokens, Pass},
    unanswered::unanswered,
};
use crate::tls;
use khen_domain::CommandKind;
use khen_texts::{Language, Problem};

/// Pauses before a request is sent again; what was recorded is not recorded twice.
const PAUSES: [Duration; 2] = [Duration::from_millis(200), Duration::from_secs(1)];
/// How long a connection may take to come about.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// How long an answer may take in all; the largest paper is 32 MiB.
pub(super) const TIMEOUT: Duration = Duration::from_mins(1);
/// Entries of a page, the most that the server gives at once.
const PAGE_ENTRY_COUNT: &str = "200";

/// Somebody at the door of a server.
#[derive(Clone)]
pub(crate) struct Client {
    http: reqwest::Client,
    url: Url,
    pass: Pass,
    language: Language,
    /// Whether it waits as long as it is told when it has asked too often.
    is_patient: bool,
}

/// Bytes as they were sent.
pub(crate) struct Fetched {
    pub(crate) status: u16,
    headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

/// One command, as it is sent.
pub(crate) struct Sent<'a> {
    /// The command.
    pub(crate) command: CommandKind,
    /// Its idempotency key.
    pub(crate) key: &'a str,
    /// Its body.
    pub(crate) body: &'a Value,
}

impl Client {
    pub(crate) fn new(url: Url, token: String, language: Language) -> anyhow::Result<Self> {
        Self::with(url, Pass::Held(token), language)
    }

    /// A client that asks for its tokens by itself.
    pub(crate) fn asking_for(
        tokens: AccessTokens,
        url: Url,
        language: Language,
    ) -> anyhow::Result<Self> {
        Self::with(url, Pass::Asked(Arc::new(tokens)), language)
    }

    fn with(url: Url, pass: Pass, language: Language) -> anyhow::Result<Self> {
        tls::provide();
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(TIMEOUT)
            .build()?;
        Ok(Self {
            http,
            url,
            pass,
            language,
            is_patient: false,
        })
    }

    /// The same client, which rests as long as the server says when it has asked too often, instead of
    /// giving up: for programs that have all the time there is.
    pub(crate) fn patient(self) -> Self {
        Self {
            is_patient: true,
            ..self
        }
    }

    /// Asks a question.
    pub(crate) async fn ask(&self, path: &str, query: &[(&str, &str)]) -> Result<Value, Stop> {
        self.answer(self.http.get(self.address(path, query))).await
    }

    /// Asks for something that is no JSON, or is kept as it came.
    pub(crate) async fn text(&self, path: &str, query: &[(&str, &str)]) -> Result<String, Stop> {
        let request = self.http.get(self.address(path, query));
        let fetched = self.patiently(request).await?;
        String::from_utf8(fetched.bytes).map_err(|_| self.unclear())
    }

    /// Fetches bytes as they are sent, with their headers; the server may take `patience` longer than
    /// usual.
    pub(crate) async fn fetch(
        &self,
        path: &str,
        query: &[(&str, &str)],
        headers: &[(&str, &str)],
        patience: Duration,
    ) -> Result<Fetched, Stop> {
        let request = self.asking(path, query, headers);
        self.patiently(request.timeout(TIMEOUT + patience)).await
    }

    /// A question with headers of its own.
    pub(super) fn asking(
        &self,
        path: &str,
        query: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> RequestBuilder {
        let request = self.http.get(self.address(path, query));
        headers
            .iter()
            .fold(request, |one, (name, value)| one.header(*name, *value))
    }

    /// Whether nobody between here and the server can change what it answers: it is asked over TLS, or on
    /// this machine.
    pub(crate) fn is_private(&self) -> bool {
        let host = self.url.host_str().unwrap_or_default();
        let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
        let is_here = host == "localhost" || address.is_ok_and(|address| address.is_loopback());
        self.url.scheme() == "https" || is_here
    }

    /// Asks for every page of a list.
    pub(crate) async fn all(&self, path: &str, query: &[(&str, &str)]) -> Result<Vec<Value>, Stop> {
        let mut items = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let mut query = query.to_vec();
            query.push(("limit", PAGE_ENTRY_COUNT));
            query.extend(after.as_deref().map(|after| ("after", after)));
            let mut page = self.ask(path, &query).await?;
            if let Value::Array(more) = page["items"].take() {
                items.extend(more);
            }
            match page["next"].take() {
                Value::String(next) => after = Some(next),
                Value::Null
                | Value::Bool(_)
                | Value::Number(_)
                | Value::Array(_)
                | Value::Object(_) => return Ok(items),
            }
        }
    }

    /// Gives a command.
    pub(crate) async fn command(&self, sent: Sent<'_>) -> Result<Value, Stop> {
        let path = format!("/api/v1/commands/{}", sent.command.as_str());
        let request = self.http.post(self.address(&path, &[]));
        let request = request.header("Idempotency-Key", sent.key).json(sent.body);
        self.answer(request).await
    }

    /// Puts something in its place.
    pub(crate) async fn put(&self, path: &str, body: &Value) -> Result<Value, Stop> {
        self.answer(self.http.put(self.address(path, &[])).json(body))
            .await
    }

    /// Brings the bytes of a paper; one that was brought before is there already, and is as good.
    pub(crate) async fn upload(
        &self,
        owner: &str,
        media_type: &str,
        bytes: Vec<u8>,
    ) -> Result<Value, Stop> {
        let address = self.address("/api/v1/documents", &[("owner", owner)]);
        let request = self.http.post(address);
        let request = request.header(header::CONTENT_TYPE, media_type).body(bytes);
        match self.answer(request).await {
            Err(Stop::Refused(mut problem)) if is_repeated_document(&problem) => {
                Ok(problem["facts"].take())
            }
            answered => answered,
        }
    }

    fn address(&self, path: &str, query: &[(&str, &str)]) -> Url {
        let mut url = self.url.clone();
        url.set_path(&format!("{}{path}", self.url.path().trim_end_matches('/')));
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }

    /// Sends a request; the answer is JSON.
    async fn answer(&self, request: RequestBuilder) -> Result<Value, Stop> {
        let fetched = self.patiently(request).await?;
        serde_json::from_slice(&fetched.bytes).map_err(|_| self.unclear())
    }

    /// Sends a request until an answer stands, a few times at most.
    async fn patiently(&self, request: RequestBuilder) -> Result<Fetched, Stop> {
        for pause in PAUSES {
            let Some(again) = request.try_clone() else {
                break;
            };
            match self.once(again).await {
                Err(stop) if stop.is_passing() => tokio::time::sleep(pause).await,
                answered => return answered,
            }
        }
        self.once(request).await
    }

    async fn once(&self, request: RequestBuilder) -> Result<Fetched, Stop> {
        let response = self.answered(request).await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await.map_err(|_| self.unclear())?;
        Ok(Fetched {
            status,
            headers,
            bytes: bytes.into(),
        })
    }

    /// An answer that is no problem.
    pub(super) async fn answered(&self, mut request: RequestBuilder) -> Result<Response, Stop> {
        loop {
            let again = request.try_clone().filter(|_| self.is_patient);
            match (self.proven(request).await, again) {
                (Err(stop), Some(again)) if let Some(rest) = stop.rest() => {
                    tokio::time::sleep(rest).await;
                    request = again;
                }
                (answered, _) => return answered,
            }
        }
    }

    /// Says who asks, and once more with a fresh token if that was what it lacked.
    async fn proven(&self, request: RequestBuilder) -> Result<Response, Stop> {
        let again = request.try_clone();
        let token = self.pass.token(&self.http).await?;
        match (self.shown_with(&token, request).await, again) {
            (Err(stop), Some(again)) if stop.is_stranger() && self.pass.give_up(&token).await => {
                let token = self.pass.token(&self.http).await?;
                self.shown_with(&token, again).await
            }
            (answered, _) => answered,
        }
    }

    /// Sends a request with this token, in the language of who asks.
    async fn shown_with(&self, token: &str, request: RequestBuilder) -> Result<Response, Stop> {
        let request = request
            .bearer_auth(token)
            .header(header::ACCEPT_LANGUAGE, self.language.as_str());
        let response = request.send().await;
        let response = response.map_err(|error| unanswered(&error, self.shown()))?;
        let status = response.status();
        if status.is_success() || status == StatusCode::NOT_MODIFIED {
            return Ok(response);
        }
        let bytes = response.bytes().await.map_err(|_| self.unclear())?;
        let problem: Value = serde_json::from_slice(&bytes).map_err(|_| self.unclear())?;
        if is_passing(status, &problem) {
            Err(Stop::Later(problem))
        } else {
            Err(Stop::Refused(problem))
        }
    }

    /// What was answered cannot be read.
    pub(crate) fn unclear(&self) -> Stop {
        Stop::Unclear { url: self.shown() }
    }

    /// The address of the server, for people.
    pub(super) fn shown(&self) -> String {
        self.url.as_str().trim_end_matches('/').to_owned()
    }
}

impl Fetched {
    /// A header of the answer.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        header_of(&self.headers, name)
    }
}

pub(super) fn header_of<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

/// Whether what is answered so may be granted later, unchanged.
pub(super) fn is_passing(status: StatusCode, answer: &Value) -> bool {
    status.is_server_error() && answer["code"] != Problem::IntegrityHalt.as_str()
        || status == StatusCode::TOO_MANY_REQUESTS
        || status == StatusCode::CONFLICT && !stands(answer)
}

/// Whether a conflict is none with other writers, so that waiting does not help.
fn stands(problem: &Value) -> bool {
    let standing = [
        Problem::CursorAheadOfLog,
        Problem::AckRegression,
        Problem::TooManyConsumers,
    ];
    is_repeated_document(problem) || standing.iter().any(|one| problem["code"] == one.as_str())
}

/// Whether this problem tells of a paper that was brought before; its facts are those of the first.
pub(crate) fn is_repeated_document(problem: &Value) -> bool {
    problem["code"] == Problem::DocumentRepeated.as_str()
}
