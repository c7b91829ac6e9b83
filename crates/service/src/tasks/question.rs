//! `khen status CODE` and `khen timeline CODE`: questions to a running server.

use anyhow::{Context as _, bail};
use serde_json::Value;

use crate::{
    cli::{AnswerFormat, Question},
    output,
};

/// Where a nomination stands.
pub(crate) async fn status(question: &Question) -> anyhow::Result<()> {
    let answer = ask(question, "").await?;
    match question.format {
        AnswerFormat::Json => output::json(&answer),
        AnswerFormat::Text => {
            output::line(&crate::worded::status(&answer, question.language.as_str()))
        }
    }
}

/// How it came to stand there.
pub(crate) async fn timeline(question: &Question) -> anyhow::Result<()> {
    let answer = ask(question, "/timeline").await?;
    match question.format {
        AnswerFormat::Json => output::json(&answer),
        AnswerFormat::Text => output::line(&crate::worded::timeline(
            &answer,
            question.language.as_str(),
        )),
    }
}

async fn ask(question: &Question, part: &str) -> anyhow::Result<Value> {
    let url = format!(
        "{}/api/v1/nominations/{}{part}",
        question.url, question.code
    );
    let response = reqwest::Client::new()
        .get(&url)
        .bearer_auth(&question.token)
        .header("Accept-Language", question.language.as_str())
        .send()
        .await
        .with_context(|| {
            format!(
                "no server answers at {}; is `khen serve` running?",
                question.url
            )
        })?;
    let status = response.status();
    let answer: Value = response.json().await.context("the answer is not JSON")?;
    if !status.is_success() {
        bail!(
            "{}",
            crate::worded::problem(&answer, question.language.as_str())
        );
    }
    Ok(answer)
}
