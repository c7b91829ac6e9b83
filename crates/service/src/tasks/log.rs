//! `khen log …`

use std::sync::Arc;

use anyhow::Context as _;
use jiff::Timestamp;

use crate::{
    cli::LogTask,
    client::{Speaker, facts},
    config::{Config, WitnessConfig},
    output, wiring,
};
use khen_ambient::SystemClock;
use khen_audit::{SignedCheckpoint, VerifierKey};
use khen_eventlog::{Ack, KeptCheckpoint, LedgerId, wire_time};
use khen_texts::{Language, Line};

pub(crate) async fn run(config: &Config, task: LogTask) -> anyhow::Result<()> {
    let LogTask::Show { ledger: slug } = task;
    let rooms = wiring::open_existing(config, Arc::new(SystemClock)).await?;
    let ledger = LedgerId::parse(&slug)?;
    let known = rooms.feed.ledger(&ledger).await?;
    let known = known.with_context(|| format!("there is no ledger {slug}"))?;
    let log = rooms.tiles.log(&ledger).await?.unwrap_or_default();
    let signed = log.signed.with_context(|| {
        format!("the log of {slug} is not signed yet: start `khen serve`, or a worker")
    })?;
    show(&signed)?;
    match &log.witnessed {
        Some(witnessed) => cosigned(witnessed, &config.seal.witness)?,
        None => output::line("witnessed   by nobody")?,
    }
    for ack in rooms.acks.acks_of(&ledger).await? {
        received(&ack)?;
    }
    let behind = known.size.0.saturating_sub(signed.size.0);
    if behind > 0 {
        output::note(&format!("{behind} events are not under a checkpoint yet"))?;
    }
    Ok(())
}

/// The checkpoint, and whether the keys beside it signed it.
fn show(signed: &KeptCheckpoint) -> anyhow::Result<()> {
    let checkpoint = SignedCheckpoint::parse(&signed.note)?;
    let tree = checkpoint.checkpoint().tree();
    let origin = checkpoint.checkpoint().origin();
    output::line(&format!("origin      {origin}"))?;
    for key in signed.keys.lines() {
        let key = VerifierKey::parse(key)?;
        checkpoint
            .note()
            .verified_by(&key)?
            .with_context(|| format!("{key} did not sign"))?;
        output::line(&format!("vkey        {key}"))?;
    }
    output::line(&format!("size        {}", tree.size))?;
    output::line(&format!("root        {}", hex::encode(tree.root.0)))?;
    output::line(&format!("            {}", tree.root))?;
    output::line(&format!("signed      {}", signed.at))
}

/// How far somebody who pulls says that they are.
fn received(ack: &Ack) -> anyhow::Result<()> {
    let (last, at) = (ack.next.0.checked_sub(1), wire_time(ack.at));
    let position = last.unwrap_or_default().to_string();
    let line = last.map_or(Line::ReceivedNothing, |_| Line::Received);
    let told = facts([
        ("profile", &*ack.profile),
        ("position", &position),
        ("at", &at),
        ("consumer", ack.consumer.as_str()),
    ]);
    let [vi, en] = [Language::Vi, Language::En].map(|one| Speaker::new(one).line(line, &told).said);
    output::line(&format!("received    {vi} / {en}"))
}

/// Which of the witnesses that are asked cosigned the newest witnessed checkpoint, and when.
fn cosigned(witnessed: &KeptCheckpoint, asked: &[WitnessConfig]) -> anyhow::Result<()> {
    let checkpoint = SignedCheckpoint::parse(&witnessed.note)?;
    let root = hex::encode(checkpoint.checkpoint().tree().root.0);
    output::line(&format!("witnessed   size {}, root {root}", witnessed.size))?;
    for witness in asked {
        let key = VerifierKey::parse(&witness.vkey)?;
        let verified = checkpoint.note().verified_by(&key)?;
        let Some(at) = verified.and_then(|verified| verified.at) else {
            continue;
        };
        let at = Timestamp::from_second(i64::try_from(at.seconds())?)?;
        output::line(&format!("            by {} at {at}", key.name()))?;
    }
    Ok(())
}
