//! Which server is asked, who asks, and in which form the answer is wanted.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use reqwest::Url;
use serde_json::{Value, json};

use super::{Client, ClientArguments, Speaker, Stop};
use crate::{
    cli::{AnswerFormat, AnswerLanguage},
    output,
};
use khen_texts::{Language, Line};

/// The server, and who asks.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "The server, and who asks")]
pub(crate) struct Server {
    /// The server
    #[arg(
        long,
        global = true,
        env = "KHEN_URL",
        default_value = "http://127.0.0.1:8080"
    )]
    url: Url,
    /// File that holds the token: it says who acts, in which role
    #[arg(long, global = true, env = "KHEN_TOKEN_FILE", value_name = "FILE")]
    token_file: Option<PathBuf>,
    /// The token itself; other users of this machine can see a command line, not an environment
    #[arg(long, global = true, env = "KHEN_TOKEN", hide_env_values = true)]
    token: Option<String>,
    /// For people or for machines
    #[arg(long, global = true, value_enum, default_value_t = AnswerFormat::Text)]
    pub(crate) format: AnswerFormat,
    /// Language of the answer
    #[arg(
        long,
        global = true,
        env = "KHEN_LANGUAGE",
        value_enum,
        default_value_t = AnswerLanguage::Vi
    )]
    language: AnswerLanguage,
}

impl Server {
    /// Goes to the door.
    pub(crate) fn client(&self) -> Result<Client, Stop> {
        let token = self.token()?;
        Ok(Client::new(self.url.clone(), token, self.language())?)
    }

    /// Goes to the door as a client that asks for its tokens by itself, or else with a token.
    pub(crate) fn client_of(&self, arguments: &ClientArguments) -> Result<Client, Stop> {
        let Some(tokens) = arguments.tokens(&self.url, self.language())? else {
            return self.client();
        };
        // Which of the two would act must not depend on an order that nobody remembers.
        if self.token.is_some() || self.token_file.is_some() {
            return Err(Stop::here(Line::TokenAndClient, []));
        }
        let client = Client::asking_for(tokens, self.url.clone(), self.language());
        Ok(client?)
    }

    /// Who words the answer.
    pub(crate) fn speaker(&self) -> Speaker {
        Speaker::new(self.language())
    }

    /// Asks one question and tells the answer: as `told` words it, or as it is.
    pub(crate) async fn question(
        &self,
        asked: impl AsyncFnOnce(&Client) -> Result<Value, Stop>,
        told: impl FnOnce(&Value, &Speaker) -> String,
    ) -> anyhow::Result<ExitCode> {
        let answered = match self.client() {
            Ok(client) => asked(&client).await,
            Err(stop) => Err(stop),
        };
        match (answered, self.format) {
            (Err(stop), _) => self.stopped(&stop),
            (Ok(answer), AnswerFormat::Json) => output::json(&answer).map(|()| ExitCode::SUCCESS),
            (Ok(answer), AnswerFormat::Text) => {
                output::line(&told(&answer, &self.speaker())).map(|()| ExitCode::SUCCESS)
            }
        }
    }

    /// Tells what stopped a line before anything was done.
    pub(crate) fn stopped(&self, stop: &Stop) -> anyhow::Result<ExitCode> {
        let speaker = self.speaker();
        if self.format == AnswerFormat::Json {
            output::json(&json!({ "problem": stop.problem(&speaker) }))?;
        }
        output::note(&stop.told(&speaker))?;
        Ok(ExitCode::from(stop.exit_code()))
    }

    fn language(&self) -> Language {
        self.language.texts()
    }

    fn token(&self) -> Result<String, Stop> {
        let token = match (&self.token, &self.token_file) {
            (None, None) => String::new(),
            // Which of the two would act must not depend on an order that nobody remembers.
            (Some(_), Some(_)) => return Err(Stop::here(Line::TwoTokens, [])),
            (Some(token), None) => token.clone(),
            (None, Some(file)) => {
                let read = std::fs::read_to_string(file);
                read.map_err(|error| super::paper::unreadable(file, &error))?
            }
        };
        match token.trim() {
            "" => Err(Stop::here(Line::NoToken, [])),
            token => Ok(token.to_owned()),
        }
    }
}
