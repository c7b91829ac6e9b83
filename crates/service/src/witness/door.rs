//! The way to a witness.

use std::time::Duration;

use anyhow::Context as _;
use async_trait::async_trait;
use reqwest::{Client, StatusCode, Url, header};

use khen_workers::WitnessDoor;

/// How long a witness may take: it keeps what it cosigns before it answers.
const TIMEOUT: Duration = Duration::from_secs(10);

/// A witness at a URL.
pub(crate) struct HttpDoor {
    http: Client,
    /// Where its paths begin, with a slash at the end.
    base: Url,
}

impl HttpDoor {
    /// The way to the witness whose paths lie below `url`.
    pub(crate) fn new(url: &str) -> anyhow::Result<Self> {
        let mut url = Url::parse(url).with_context(|| format!("{url} is no URL"))?;
        url.set_path(&format!("{}/", url.path().trim_end_matches('/')));
        let http = Client::builder().timeout(TIMEOUT).build()?;
        Ok(Self { http, base: url })
    }
}

#[async_trait]
impl WitnessDoor for HttpDoor {
    async fn add_checkpoint(
        &self,
        body: String,
    ) -> Result<(u16, String), Box<dyn std::error::Error + Send + Sync>> {
        let request = self.http.post(self.base.join("add-checkpoint")?);
        let request = request.header(header::CONTENT_TYPE, "text/plain; charset=utf-8");
        let answer = request.body(body).send().await?;
        Ok((answer.status().as_u16(), answer.text().await?))
    }

    async fn checkpoint(
        &self,
        origin_hash: &str,
    ) -> Result<Option<String>, Box<dyn std::error::Error + Send + Sync>> {
        let url = self.base.join(&format!("{origin_hash}/checkpoint"))?;
        let answer = self.http.get(url).send().await?;
        if answer.status() == StatusCode::NOT_FOUND {
            return Ok(None);
        }
        Ok(Some(answer.error_for_status()?.text().await?))
    }
}
