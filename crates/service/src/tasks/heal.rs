//! `khen admin heal`: puts back what a ledger has lost, and lifts its halt.

use std::{path::Path, sync::Arc};

use anyhow::{Context as _, bail, ensure};
use async_trait::async_trait;

use crate::{
    cli,
    config::Config,
    output,
    pull::MirrorFolder,
    seal,
    wiring::{self, Rooms},
};
use khen_ambient::SystemClock;
use khen_audit::TreeHead;
use khen_eventlog::{
    EventFeed, Ledger, LedgerId, Position, RecordedEvent, limits::PAGE_EVENT_COUNT_MAX,
};
use khen_workers::{Healed, Healer, HealerParts, Mirror, MirrorError, Signer, cosigned};

pub(crate) async fn run(config: &Config, arguments: &cli::Heal) -> anyhow::Result<()> {
    let rooms = wiring::open_existing(config, Arc::new(SystemClock)).await?;
    let signer = rooms.signer.clone();
    let signer = signer.context(
        "the key of the logs cannot be read here; heal where logs are signed: on the server, or on a \
         worker",
    )?;
    let opened = match &arguments.from {
        Some(place) => Some(open(place, arguments.ledger.as_deref()).await?),
        None => None,
    };
    let of_mirror = opened.as_ref().map(|(slug, _)| slug);
    let slug = arguments.ledger.as_ref().or(of_mirror);
    let ledger = LedgerId::parse(slug.context("name the ledger with --ledger")?)?;
    if let Some((slug, _)) = &opened {
        ensure!(slug == ledger.as_str(), "this is a mirror of {slug}");
    }
    let witnessed = witnessed(config, &rooms, (&signer, &ledger)).await?;
    let healer = Healer::new(HealerParts {
        feed: Arc::clone(&rooms.feed),
        restore: wiring::restore(config).await?,
        tiles: Arc::clone(&rooms.tiles),
        signer,
        book: Arc::clone(&rooms.halt_book),
    });
    let mirror = opened.as_ref().map(|(_, mirror)| &**mirror);
    let healing = healer.heal(&ledger, mirror, (&witnessed, arguments.with_unsigned));
    print(&ledger, &healing.await?)
}

/// The mirror at this place, and the slug of its ledger.
async fn open(place: &Path, ledger: Option<&str>) -> anyhow::Result<(String, Box<dyn Mirror>)> {
    if let Some(mirror) = MirrorFolder::open(place)? {
        return Ok((mirror.ledger().to_owned(), Box::new(mirror)));
    }
    let feed = wiring::backup(place)?;
    let ledgers = feed.ledgers().await?;
    let found = match ledger {
        Some(slug) => ledgers.into_iter().find(|known| known.id.as_str() == slug),
        None if ledgers.len() == 1 => ledgers.into_iter().next(),
        None => bail!(
            "{} holds several ledgers: name one with --ledger",
            place.display()
        ),
    };
    let ledger = found.with_context(|| format!("{} does not hold it", place.display()))?;
    Ok((ledger.id.to_string(), Box::new(Backup { feed, ledger })))
}

/// A ledger in a backup.
struct Backup {
    feed: Arc<dyn EventFeed>,
    ledger: Ledger,
}

#[async_trait]
impl Mirror for Backup {
    fn source(&self) -> &str {
        &self.ledger.source
    }

    async fn read(&self, from: Position) -> Result<Vec<RecordedEvent>, MirrorError> {
        let read = self
            .feed
            .read_from(&self.ledger.id, from, PAGE_EVENT_COUNT_MAX);
        read.await.map_err(|failure| MirrorError::Damaged {
            position: from,
            source: Box::new(failure),
        })
    }
}

/// What the witnesses of the configuration cosigned of this log. One that gives no answer is passed over
/// with a word: what is signed and remembered here must agree in any case.
async fn witnessed(
    config: &Config,
    rooms: &Rooms,
    (signer, id): (&Signer, &LedgerId),
) -> anyhow::Result<Vec<TreeHead>> {
    let Some(ledger) = rooms.feed.ledger(id).await? else {
        return Ok(Vec::new());
    };
    let mut trees = Vec::new();
    for witness in seal::asked(&config.seal.witness)? {
        match cosigned(signer, &witness, &ledger).await {
            Ok(tree) => trees.extend(tree),
            Err(failure) => {
                output::note(&format!("{}: {failure}", witness.key.name().as_str()))?;
            }
        }
    }
    Ok(trees)
}

fn print(ledger: &LedgerId, healed: &Healed) -> anyhow::Result<()> {
    let Healed {
        had,
        put_back,
        left_out,
        tree_count,
        was_halted,
    } = healed;
    output::line(&format!(
        "{ledger}  HEALED: it had {had} events, {put_back} were put back, and {tree_count} trees that \
         were signed agree{}",
        if *was_halted {
            "; the halt is lifted"
        } else {
            ""
        }
    ))?;
    if *left_out {
        output::note(
            "The mirror has further events that were never signed, and nothing proves them: they were left \
             out. Take them as well with --with-unsigned, if those who pulled them are to go on.",
        )?;
    }
    output::note(
        "Restart what follows the ledger (`khen serve`, `khen work`): stopped sinks go on then.",
    )
}
