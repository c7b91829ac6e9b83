//! `khen province`

use std::fs;

use anyhow::{Context as _, ensure};
use futures::{StreamExt as _, TryStreamExt as _, stream};

use crate::{
    cli::Province,
    clock::{self, DEMO_MARKER},
    config::Config,
    definitions::{Definitions, IdKind, Source},
    directory::{DirectoryIds, IN_ORDER, Loaders, ledger_of, load_campaigns, load_directory},
    output,
    profile::{self, Profile},
    wiring,
    wiring::Rooms,
};
use khen_ambient::Stopwatch;
use khen_domain::Role;

/// Whose definitions every authority is made of.
const PROFILE: &str = "commune-2025";
/// The slug of the profile's ledger, which every authority has another of.
const SLUG: &str = "tan-khai";
/// The name of the profile's authority, likewise.
const NAME: &str = "UBND xã Tân Khai";
/// The campaign of the profile, and those that authorities have.
const CAMPAIGN: &str = "TK-CDS-2025";
const CAMPAIGNS: [&str; 2] = ["XA-CDS-2025", "XA-CCHC-2025"];
/// Authorities loaded at once.
const AT_ONCE: usize = 32;
/// After so many, progress is told.
const TOLD_EVERY: usize = 100;
/// Content of the marker.
const MADE_UP: &str = "Made by `khen province`. Everything here is made up.\n";

pub(crate) async fn run(config: &Config, arguments: &Province) -> anyhow::Result<()> {
    let rooms = wiring::open(config, clock::of(config)).await?;
    must_be_made_up(config, &rooms).await?;
    let profile = profile::named(PROFILE).map_err(anyhow::Error::msg)?;
    let watch = Stopwatch::start();
    let mut loading = stream::iter(1..=arguments.authorities)
        .map(|number| authority(&rooms, profile, number, arguments.campaigns))
        .buffer_unordered(AT_ONCE);
    let (mut authorities, mut commands) = (0, 0);
    while let Some(count) = loading.try_next().await? {
        authorities += 1;
        commands += count;
        if authorities % TOLD_EVERY == 0 {
            output::note(&format!("{authorities} authorities, {commands} commands"))?;
        }
    }
    output::line(&format!(
        "{authorities} authorities with {} campaigns each: {commands} commands in {:.1} s",
        arguments.campaigns,
        watch.elapsed().as_secs_f64()
    ))
}

/// Made-up authorities must never stand among real ones.
async fn must_be_made_up(config: &Config, rooms: &Rooms) -> anyhow::Result<()> {
    let marker = config.data.join(DEMO_MARKER);
    if marker.exists() {
        return Ok(());
    }
    ensure!(
        rooms.feed.ledgers().await?.is_empty(),
        "there are ledgers that were not made up: a province to try is made in an empty database"
    );
    fs::write(&marker, MADE_UP).with_context(|| format!("could not write {}", marker.display()))
}

/// Loads one authority with its people and campaigns; answers how many commands that took.
async fn authority(
    rooms: &Rooms,
    profile: &Profile,
    number: usize,
    campaigns: usize,
) -> anyhow::Result<usize> {
    let slug = format!("xa-{number:04}");
    let [authority, people, campaign] = profile.definitions;
    let own = authority
        .text
        .replace(&format!("\"{SLUG}\""), &format!("\"{slug}\""))
        .replace(&format!("/{SLUG}\""), &format!("/{slug}\""))
        .replace(NAME, &format!("UBND xã Mẫu Số {number}"));
    let mut texts = vec![(authority.file, own), (people.file, people.text.to_owned())];
    for name in CAMPAIGNS.iter().take(campaigns) {
        texts.push((campaign.file, campaign.text.replace(CAMPAIGN, name)));
    }
    let sources: Vec<Source<'_>> = texts
        .iter()
        .map(|(file, text)| Source { file, text })
        .collect();
    let definitions = Definitions::read(&sources)?;
    let ledger = ledger_of(rooms, &definitions).await?;
    let directory = load_directory(rooms, &ledger, &definitions, IN_ORDER).await?;
    let ids = DirectoryIds::of(rooms, &ledger).await?;
    let holder = |role: Role| {
        let mut people = definitions.people.iter();
        let seat = people.find_map(|people| people.seat_of(role));
        let seat = seat.with_context(|| format!("nobody is {}", role.as_str()))?;
        anyhow::Ok(ids.id(IdKind::Assignment, &seat.handle()))
    };
    let (manager, authority) = (
        holder(Role::CampaignManager)?,
        holder(Role::CampaignAuthority)?,
    );
    let loaders = Loaders {
        manager: Some(&manager),
        authority: Some(&authority),
    };
    let campaigns = load_campaigns(rooms, &ledger, &definitions, loaders).await?;
    Ok(directory.commands + campaigns.commands)
}
