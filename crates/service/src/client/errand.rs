//! One line of one person, carried out.

use std::{collections::BTreeSet, path::Path, process::ExitCode};

use serde_json::{Map, Value, json};

use super::{Acting, Client, Owner, Paper, Speaker, Stop, talk::Sent};
use crate::{cli::AnswerFormat, output, worded};
use khen_ambient::{Chance, OsChance};
use khen_domain::{CommandKind, DocumentKind, NominationId};
use khen_texts::Line;

/// Carries out one line: does `work`, tells what was done, and answers with the exit code.
pub(crate) async fn errand(
    acting: &Acting,
    work: impl AsyncFnOnce(&mut Errand) -> Result<(), Stop>,
) -> anyhow::Result<ExitCode> {
    let client = match acting.server.client() {
        Ok(client) => client,
        Err(stop) => return acting.server.stopped(&stop),
    };
    let mut errand = Errand::begin(acting, client);
    let ended = work(&mut errand).await;
    // What was recorded before a stop stands, and is told all the same.
    let told = errand.tell_where_it_stands().await;
    errand.end(ended.and(told))
}

/// What a line does at the server.
pub(crate) struct Errand {
    client: Client,
    speaker: Speaker,
    format: AnswerFormat,
    acting: Acting,
    key: String,
    done: Vec<Done>,
    concerned: BTreeSet<String>,
}

/// A command that was carried out.
struct Done {
    command: CommandKind,
    answer: Value,
}

impl Errand {
    fn begin(acting: &Acting, client: Client) -> Self {
        let chance: &dyn Chance = &OsChance;
        let fresh = || format!("{:032x}", u128::from_be_bytes(chance.bytes()));
        Self {
            client,
            speaker: acting.server.speaker(),
            format: acting.server.format,
            key: acting.key.clone().unwrap_or_else(fresh),
            acting: acting.clone(),
            done: Vec::new(),
            concerned: BTreeSet::new(),
        }
    }

    /// Who asks questions on the way.
    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Gives a command.
    pub(crate) async fn give(&mut self, command: CommandKind, content: Value) -> Result<(), Stop> {
        let body = self.body(content).await?;
        // The first command has the key of the line itself, so that it can be found by it.
        let key = match self.done.len() {
            0 => self.key.clone(),
            before => format!("{}/{}", self.key, before + 1),
        };
        let sent = Sent {
            command,
            key: &key,
            body: &body,
        };
        let answer = self.client.command(sent).await?;
        if self.format == AnswerFormat::Text {
            let line = match answer["events"].as_array() {
                Some(events) if !events.is_empty() => Line::Recorded,
                Some(_) | None => Line::NothingNew,
            };
            output::line(&self.speaker.done(line, command))?;
        }
        self.done.push(Done { command, answer });
        Ok(())
    }

    /// Cases that a command was about without touching them; where they stand is told as well.
    pub(crate) fn concerns(&mut self, cases: &[NominationId]) {
        self.concerned.extend(cases.iter().map(NominationId::code));
    }

    /// Whether the command given last recorded this event, such as `hold.hold_lifted`.
    pub(crate) fn has_recorded(&self, event: &str) -> bool {
        let last = self.done.last().map(|done| &done.answer["events"]);
        let events = last.and_then(Value::as_array).into_iter().flatten();
        let types = events.filter_map(|recorded| recorded["type"].as_str());
        // `vn.khen.hold.hold_lifted.v1`: the version of its form is nothing that people ask about.
        let mut names = types.filter_map(|full| full.strip_prefix("vn.khen.")?.rsplit_once(".v"));
        names.any(|(name, _)| name == event)
    }

    /// Says to a person what the server's answer does not.
    pub(crate) fn say(&self, line: Line, facts: &Map<String, Value>) -> Result<(), Stop> {
        if self.format == AnswerFormat::Text {
            output::line(&self.speaker.line(line, facts).said)?;
        }
        Ok(())
    }

    /// The case that this line began or touched first.
    pub(crate) fn first_case(&self) -> Option<NominationId> {
        let code = self.codes().into_iter().next()?;
        NominationId::parse(&code).ok()
    }

    /// Reads a paper and brings it; answers the document that a command names.
    pub(crate) async fn bring(
        &self,
        file: &Path,
        owner: Owner<'_>,
        kind: DocumentKind,
    ) -> Result<Value, Stop> {
        Paper::read(file)?.bring(&self.client, owner, kind).await
    }

    async fn body(&self, content: Value) -> Result<Value, Stop> {
        let mut body = json!({ "content": content });
        if let Some(asked) = &self.acting.on_behalf_of {
            body["on_behalf_of"] = self.client.assignment(asked, &[]).await?.into();
        }
        if let Some(time) = self.acting.occurred_at {
            body["occurred_at"] = json!(time);
        }
        if let Some(reason) = self.acting.backdating_reason {
            body["backdating_reason"] = json!(reason);
        }
        Ok(body)
    }

    /// Where the cases that were touched or concerned stand now, and what comes next.
    async fn tell_where_it_stands(&self) -> Result<(), Stop> {
        if self.format == AnswerFormat::Json {
            return Ok(());
        }
        let mut codes = self.codes();
        codes.extend(self.concerned.iter().cloned());
        for code in &codes {
            let Some(case) = self.case(code).await? else {
                continue;
            };
            if codes.len() == 1 {
                output::line(&worded::status(&case, &self.speaker))?;
            } else {
                output::line(&worded::standing(&case, &self.speaker))?;
            }
        }
        Ok(())
    }

    /// A case as it stands after this line; `None` where the one who acts does not see it.
    async fn case(&self, code: &str) -> Result<Option<Value>, Stop> {
        let positions = self.done.iter().map(|done| &done.answer["min_position"]);
        let position = positions.filter_map(Value::as_u64).max().unwrap_or(0);
        let path = format!("/api/v1/nominations/{code}");
        let query = [("min_position", position.to_string())];
        let query = query
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        match self.client.ask(&path, &query).await {
            Ok(case) => Ok(Some(case)),
            // The line itself is carried out; that its rows come later changes nothing about it.
            Err(Stop::Refused(_) | Stop::Later(_)) => Ok(None),
            Err(stop) => Err(stop),
        }
    }

    /// Mã hồ sơ of every case that was touched.
    fn codes(&self) -> BTreeSet<String> {
        let versions = |done: &'_ Done| done.answer["versions"].as_array().cloned();
        let all = self.done.iter().filter_map(versions).flatten();
        all.filter_map(|version| version["code"].as_str().map(str::to_owned))
            .collect()
    }

    fn end(self, ended: Result<(), Stop>) -> anyhow::Result<ExitCode> {
        let stop = ended.err();
        if self.format == AnswerFormat::Json {
            output::json(&self.document(stop.as_ref()))?;
        }
        let Some(stop) = stop else {
            return Ok(ExitCode::SUCCESS);
        };
        output::note(&stop.told(&self.speaker))?;
        if stop.is_unanswered() {
            let facts = super::facts([("key", &self.key)]);
            output::note(&self.speaker.line(Line::RepeatWith, &facts).said)?;
        }
        Ok(ExitCode::from(stop.exit_code()))
    }

    /// The whole line for machines.
    fn document(&self, stop: Option<&Stop>) -> Value {
        let command =
            |done: &Done| json!({ "command": done.command.as_str(), "answer": done.answer });
        let mut document = json!({
            "key": self.key,
            "commands": self.done.iter().map(command).collect::<Vec<_>>(),
        });
        if let Some(stop) = stop {
            document["problem"] = stop.problem(&self.speaker);
        }
        document
    }
}
