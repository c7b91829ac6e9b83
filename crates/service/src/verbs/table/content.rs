//! From what was typed to the content of a command.

use std::path::Path;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::{Kind, Take, case_with};
use crate::client::{Errand, Owner, Paper, Stop};
use khen_domain::{DocumentKind, NominationId, Role};
use khen_texts::Line;

/// The content: every member that was said. People are looked up and papers brought on the way.
pub(super) async fn content(
    takes: &[Take],
    typed: &ArgMatches,
    errand: &Errand,
) -> Result<Value, Stop> {
    let mut content = json!({});
    for take in takes {
        let mut values = Vec::new();
        for said in said(take, typed) {
            values.push(meant(take.kind(), &said, &content, errand).await?);
        }
        if let Some(value) = take.gathered(values) {
            *place(&mut content, take) = value;
        }
    }
    Ok(content)
}

/// The member, with the members around it.
fn place<'a>(content: &'a mut Value, take: &Take) -> &'a mut Value {
    let parts = take.member().split('.');
    parts.fold(content, |around, part| &mut around[part])
}

fn said(take: &Take, typed: &ArgMatches) -> Vec<Value> {
    match take.kind() {
        Kind::Always(word) => vec![word.into()],
        Kind::Flag => vec![typed.get_flag(take.member()).into()],
        Kind::Read(_)
        | Kind::Word(_)
        | Kind::Person(_)
        | Kind::Assignment(_)
        | Kind::Vote(_)
        | Kind::Paper(_)
        | Kind::CasePaper(_)
        | Kind::Hash => {
            let values = typed.get_many::<Value>(take.member());
            values.into_iter().flatten().cloned().collect()
        }
    }
}

/// What the server is told for what was said.
async fn meant(kind: Kind, said: &Value, content: &Value, errand: &Errand) -> Result<Value, Stop> {
    let text = said.as_str().unwrap_or_default();
    match kind {
        Kind::Read(_) | Kind::Word(_) | Kind::Flag | Kind::Always(_) => Ok(said.clone()),
        Kind::Person(_) if text == "me" => Ok(errand.client().myself().await?.into()),
        Kind::Person(roles) => Ok(errand.client().holder(text, roles).await?.into()),
        Kind::Assignment(roles) => Ok(errand.client().assignment(text, roles).await?.into()),
        Kind::Vote(roles) => vote(text, roles, errand).await,
        Kind::Paper(kind) => errand.bring(Path::new(text), Owner::Authority, kind).await,
        Kind::CasePaper(kind) => case_paper(text, kind, content, errand).await,
        Kind::Hash => Ok(Paper::read(Path::new(text))?.sha256().into()),
    }
}

async fn case_paper(
    file: &str,
    kind: DocumentKind,
    content: &Value,
    errand: &Errand,
) -> Result<Value, Stop> {
    let code = content["nomination"].as_str().unwrap_or_default();
    let case = NominationId::parse(code).expect("the case stands before its paper in the table");
    errand
        .bring(Path::new(file), Owner::Nomination(&case), kind)
        .await
}

/// `WHO=for,CODE=against`: a vote on all items, then those on single ones.
async fn vote(text: &str, roles: &[Role], errand: &Errand) -> Result<Value, Stop> {
    let wrong = || Stop::here(Line::NoVote, [("asked", text)]);
    let mut parts = text.split(',');
    let all = parts.next().and_then(|all| all.split_once('='));
    let (who, choice) = all.ok_or_else(wrong)?;
    let exception = |part: &str| {
        let (code, choice) = case_with(part).ok()?;
        Some(json!({ "nomination": code, "choice": choice }))
    };
    let exceptions: Option<Vec<Value>> = parts.map(exception).collect();
    Ok(json!({
        "member": errand.client().holder(who, roles).await?,
        "choice": choice,
        "exceptions": exceptions.ok_or_else(wrong)?,
    }))
}
