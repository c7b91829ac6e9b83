//! `khen verify`: whether ledgers are still what was recorded, sealed and signed.

use std::{process::ExitCode, sync::Arc};

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::{cli, config::Config, output, wiring};
use khen_ambient::SystemClock;
use khen_eventlog::LedgerId;
use khen_workers::{Damage, DocumentVerifier, Rebuild, Verdict, Verifier, VerifierParts};

/// Exits with 1 when something is damaged.
pub(crate) async fn run(config: &Config, arguments: &cli::Verify) -> anyhow::Result<ExitCode> {
    let rooms = wiring::open_existing(config, Arc::new(SystemClock)).await?;
    let signer = rooms.signer.clone();
    let signer = signer.context(
        "the key of the logs cannot be read here; verify where logs are signed: on the server, or on a \
         worker",
    )?;
    let verifier = Verifier::new(VerifierParts {
        feed: Arc::clone(&rooms.feed),
        store: Arc::clone(&rooms.store),
        tiles: Arc::clone(&rooms.tiles),
        signer,
    });
    let ledgers = if let Some(slug) = &arguments.ledger {
        vec![LedgerId::parse(slug)?]
    } else {
        let known = rooms.feed.ledgers().await?.into_iter();
        known.map(|ledger| ledger.id).collect()
    };
    let mut verdicts = Vec::new();
    for ledger in &ledgers {
        let verdict = verifier.verify(ledger).await;
        verdicts.push(verdict.with_context(|| format!("the ledger {ledger}"))?);
    }
    if arguments.ledger.is_none() {
        verdicts.extend(verifier.orphans(&ledgers).await?);
    }
    if arguments.rows {
        let (feed, sets) = (Arc::clone(&rooms.feed), Arc::clone(&rooms.row_sets));
        let rebuild = Rebuild::new(feed, sets, rooms.vault.clone());
        for row in rebuild.differing(&mut |_| ()).await? {
            let of = |verdict: &&mut Verdict| verdict.ledger == row.ledger;
            if let Some(verdict) = verdicts.iter_mut().find(of) {
                verdict.damages.push(Damage::Row(row));
            }
        }
    }
    if arguments.documents {
        let (feed, index) = (Arc::clone(&rooms.feed), Arc::clone(&rooms.files));
        let documents = DocumentVerifier::new(feed, index, rooms.file_vault.clone());
        for verdict in &mut verdicts {
            let ledger = verdict.ledger.clone();
            // A ledger that is gone names none.
            if ledgers.contains(&ledger) {
                verdict.damages.extend(documents.verify(&ledger).await?);
            }
        }
    }
    if arguments.json {
        output::json(&verdicts.iter().map(told).collect())?;
    } else {
        verdicts.iter().try_for_each(print)?;
    }
    let is_whole = verdicts.iter().all(|verdict| verdict.damages.is_empty());
    Ok(ExitCode::from(u8::from(!is_whole)))
}

fn print(verdict: &Verdict) -> anyhow::Result<()> {
    let Verdict {
        ledger,
        event_count,
        sealed_count,
        checkpoint_count,
        damages,
    } = verdict;
    let word = if damages.is_empty() {
        "WHOLE"
    } else {
        "DAMAGED"
    };
    output::line(&format!(
        "{ledger}  {word}: {event_count} events, {sealed_count} of them sealed, and {checkpoint_count} \
         trees that were signed agree"
    ))?;
    for damage in damages {
        output::line(&format!("  {}: {damage}", damage.kind()))?;
    }
    Ok(())
}

fn told(verdict: &Verdict) -> Value {
    let damage = |damage: &Damage| {
        json!({
            "kind": damage.kind(),
            "position": damage.position().map(|position| position.0),
            "detail": damage.to_string(),
        })
    };
    json!({
        "ledger": verdict.ledger.as_str(),
        "is_whole": verdict.damages.is_empty(),
        "event_count": verdict.event_count,
        "sealed_count": verdict.sealed_count,
        "checkpoint_count": verdict.checkpoint_count,
        "damages": verdict.damages.iter().map(damage).collect::<Vec<_>>(),
    })
}
