//! What a program shows at the door: a token that it was given, or one that it asks for by itself.

use std::{path::PathBuf, sync::Arc};

use clap::Args;
use jiff::{SignedDuration, Timestamp};
use reqwest::{StatusCode, Url, header};
use serde_json::{Value, json};
use tokio::sync::Mutex;

use super::{Speaker, Stop, facts, paper::unreadable, talk::is_passing, unanswered::unanswered};
use khen_accounts::{AssertionParts, PrivateKey, TOKEN_PATH};
use khen_ambient::{Chance, Clock as _, OsChance, SystemClock};
use khen_texts::{Language, Line};

/// How long before its end a token is not used any more: a question takes its way to the server.
const MARGIN: SignedDuration = SignedDuration::from_secs(30);

/// Who asks for tokens with a key, instead of holding one.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "A client that asks for tokens by itself")]
pub(crate) struct ClientArguments {
    /// The client's id, as the office told it
    #[arg(
        long = "client",
        env = "KHEN_CLIENT",
        value_name = "ID",
        requires = "key_file"
    )]
    id: Option<String>,
    /// File of its private key, made by `khen client key`
    #[arg(
        long = "key",
        id = "key_file",
        env = "KHEN_CLIENT_KEY_FILE",
        value_name = "FILE",
        requires = "id"
    )]
    key_file: Option<PathBuf>,
    /// Where tokens are asked for [default: /oauth/token below --url]
    #[arg(long, env = "KHEN_TOKEN_URL", value_name = "URL", requires = "id")]
    token_url: Option<Url>,
    /// What the office calls itself, where that is not --token-url: behind a gateway, the issuer that it tells
    #[arg(long, env = "KHEN_TOKEN_AUDIENCE", value_name = "URL", requires = "id")]
    token_audience: Option<String>,
}

/// What is shown.
#[derive(Clone)]
pub(super) enum Pass {
    /// A token that somebody issued.
    Held(String),
    /// The tokens of a client.
    Asked(Arc<AccessTokens>),
}

/// The tokens of a client, one after the other. Whoever shares them asks once.
pub(crate) struct AccessTokens {
    client_id: String,
    key: PrivateKey,
    url: Url,
    audience: String,
    language: Language,
    held: Mutex<Option<Held>>,
}

struct Held {
    token: String,
    until: Timestamp,
}

impl ClientArguments {
    /// The tokens of the client that is named, if one is.
    pub(crate) fn tokens(
        &self,
        server: &Url,
        language: Language,
    ) -> Result<Option<AccessTokens>, Stop> {
        let (Some(id), Some(file)) = (&self.id, &self.key_file) else {
            return Ok(None);
        };
        let text = std::fs::read_to_string(file).map_err(|error| unreadable(file, &error))?;
        let key = PrivateKey::parse(&text);
        let key = key.map_err(|error| {
            Stop::Terminal(anyhow::Error::new(error).context(file.display().to_string()))
        })?;
        let usual = || {
            let mut url = server.clone();
            url.set_path(&format!(
                "{}{TOKEN_PATH}",
                server.path().trim_end_matches('/')
            ));
            url
        };
        let url = self.token_url.clone().unwrap_or_else(usual);
        let audience = self.token_audience.clone();
        Ok(Some(AccessTokens {
            client_id: id.clone(),
            key,
            audience: audience.unwrap_or_else(|| url.to_string()),
            url,
            language,
            held: Mutex::default(),
        }))
    }
}

impl Pass {
    /// The token to show now.
    pub(super) async fn token(&self, http: &reqwest::Client) -> Result<String, Stop> {
        match self {
            Self::Held(token) => Ok(token.clone()),
            Self::Asked(tokens) => tokens.token(http).await,
        }
    }

    /// Gives up a token that was refused; answers whether there may be a better one.
    pub(super) async fn give_up(&self, refused: &str) -> bool {
        let Self::Asked(tokens) = self else {
            return false;
        };
        let mut held = tokens.held.lock().await;
        // Somebody else may have a fresh one already.
        if held.as_ref().is_some_and(|held| held.token == refused) {
            *held = None;
        }
        true
    }
}

impl AccessTokens {
    async fn token(&self, http: &reqwest::Client) -> Result<String, Stop> {
        let mut held = self.held.lock().await;
        if let Some(fresh) = held.as_ref().filter(|held| SystemClock.now() < held.until) {
            return Ok(fresh.token.clone());
        }
        let fresh = self.ask(http).await?;
        Ok(held.insert(fresh).token.clone())
    }

    async fn ask(&self, http: &reqwest::Client) -> Result<Held, Stop> {
        let (asked_at, chance): (_, &dyn Chance) = (SystemClock.now(), &OsChance);
        let assertion = self.key.assertion(AssertionParts {
            client_id: &self.client_id,
            audience: &self.audience,
            id: &hex::encode(chance.bytes::<16>()),
            now: asked_at,
        });
        let request = http
            .post(self.url.clone())
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT_LANGUAGE, self.language.as_str())
            .body(form(&assertion));
        let response = request.send().await;
        let response = response.map_err(|error| unanswered(&error, self.url.to_string()))?;
        let status = response.status();
        let answer = response.bytes().await.ok();
        let answer = answer.and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
        let url = self.url.to_string();
        let answer = answer.ok_or(Stop::Unclear { url: url.clone() })?;
        match (
            status,
            answer["access_token"].as_str(),
            answer["expires_in"].as_i64(),
        ) {
            (StatusCode::OK, Some(token), Some(seconds)) => Ok(Held {
                token: token.to_owned(),
                until: asked_at + SignedDuration::from_secs(seconds.clamp(0, 86_400)) - MARGIN,
            }),
            _ if is_passing(status, &answer) => Err(Stop::Later(answer)),
            _ if status.is_client_error() => Err(Stop::Refused(self.refused(&answer))),
            _ => Err(Stop::Unclear { url }),
        }
    }

    /// A refusal in the words of OAuth, as a problem.
    fn refused(&self, answer: &Value) -> Value {
        let Some(error) = answer["error"].as_str() else {
            return answer.clone();
        };
        let description = answer["error_description"].as_str().unwrap_or_default();
        let url = self.url.to_string();
        let told = [("url", url.as_str()), ("reason", description)];
        let words = Speaker::new(self.language).line(Line::NoAccess, &facts(told));
        json!({ "code": error, "title": words.said, "detail": words.detail })
    }
}

fn form(assertion: &str) -> String {
    let mut form = Url::parse("form:").expect("this is an address");
    form.query_pairs_mut().extend_pairs([
        ("grant_type", "client_credentials"),
        (
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        ),
        ("client_assertion", assertion),
    ]);
    form.query().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests;
