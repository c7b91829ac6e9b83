//! `khen season`, and what it shares with `khen demo`.

mod theatre;

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context as _, bail};

use self::theatre::StageClock;
pub(super) use self::theatre::Theatre;
use crate::{
    cli::SeasonArguments,
    clock::DEMO_MARKER,
    config::Config,
    definitions::{Definitions, IdKind, People, Seat},
    directory::{DirectoryIds, ledger_of, load_directory},
    output,
    profile::Profile,
    season::{
        Cast, Outcome, Part, Played, Player, Script, Season, Until, at_once, outcome, report, who,
    },
    wiring,
    wiring::Rooms,
};
use khen_ambient::Stopwatch;
use khen_eventlog::LedgerId;
use khen_texts::Texts;

/// Tokens of the demo end by themselves soon: every start issues new ones.
const TOKEN_DAYS: u16 = 7;
/// Tokens issued at once.
const TOKENS_AT_ONCE: usize = 16;
/// Seasons up to this many nominations tell every step.
const TOLD_NOMINATIONS_MAX: usize = 50;

pub(crate) async fn run(config: &Config, arguments: &SeasonArguments) -> anyhow::Result<()> {
    let mut config = config.clone();
    let free: SocketAddr = (Ipv4Addr::LOCALHOST, 0).into();
    config.http.listen = free;
    config.http.internal_listen = free;
    let script = Script::of(arguments.profile.chosen)?;
    let copies = match arguments.scale {
        None => 1,
        Some(nominations) => usize::try_from(nominations)?.div_ceil(script.nominee_count()),
    };
    let until = arguments
        .until
        .or(script.end())
        .context("the season has no steps")?;
    let played_by = PlayedBy {
        profile: arguments.profile.chosen,
        until,
        copies,
        beside: None,
    };
    let against = arguments.against.clone();
    let demo = played(&config, script, played_by, against).await?;
    if let Theatre::Here(server) = demo.theatre {
        server.stop().await;
    }
    Ok(())
}

/// A played season whose servers go on serving.
pub(super) struct Demo {
    pub(super) theatre: Theatre,
    pub(super) season: Season,
    pub(super) outcome: Outcome,
}

/// How a season is played.
#[derive(Clone, Copy)]
pub(super) struct PlayedBy {
    /// On whose definitions.
    pub(super) profile: &'static Profile,
    /// Where it stops.
    pub(super) until: Until,
    /// How many times over.
    pub(super) copies: usize,
    /// An earlier season of the same people, played to its end first.
    pub(super) beside: Option<&'static Profile>,
}

/// Plays the season against a server on this configuration, or against those that are named, and prints
/// the report.
pub(super) async fn played(
    config: &Config,
    script: Script,
    played_by: PlayedBy,
    against: Vec<String>,
) -> anyhow::Result<Demo> {
    let PlayedBy {
        profile,
        until,
        copies,
        beside,
    } = played_by;
    let watch = Stopwatch::start();
    let StageClock { clock, move_to } = StageClock::of(config, &against)?;
    let earlier = beside.map(Script::of).transpose()?;
    let first = earlier.as_ref().unwrap_or(&script);
    move_to(crate::season::local(first.loaded_at())?)?;
    let rooms = wiring::open(config, clock).await?;
    demo_only(&rooms, &config.data, &played_by).await?;
    let units: Vec<&str> = script.nominating_units().collect();
    let definitions = Definitions::of_profile(profile)?.in_copies(copies, &units)?;
    let ledger = ledger_of(&rooms, &definitions).await?;
    let cast = load(&rooms, (&ledger, &definitions), copies).await?;
    let theatre = Theatre::open(config, rooms, against).await?;
    let is_told = copies * script.nominee_count() <= TOLD_NOMINATIONS_MAX;
    let on_step = Box::new(move |step: &str| {
        // Progress is for people; a closed stderr stops nothing.
        let _ = is_told.then(|| output::note(step));
    });
    if let Some((profile, script)) = beside.zip(earlier) {
        let (servers, clock) = (theatre.servers(), Arc::clone(&move_to));
        let player = Player::new(servers, clock, cast.clone(), Box::new(|_: &str| ()))
            .settling(theatre.settled(&ledger));
        play_to_its_end(player, profile, script).await?;
    }
    let player = Player::new(theatre.servers(), move_to, cast, on_step);
    let player = player.settling(theatre.settled(&ledger));
    let season = Season::new(player, script, (definitions, copies));
    season.play(until).await?;
    let outcome = outcome(&season).await?;
    if Some(until) >= season.end() {
        outcome.must_hold(&season)?;
    }
    let told = Played {
        until,
        folder: config.data.display().to_string(),
        took: watch.elapsed(),
        texts: &Texts::new(),
    };
    output::line(&report(&season, &outcome, &told)?)?;
    Ok(Demo {
        theatre,
        season,
        outcome,
    })
}

/// Plays a season whose people are loaded already.
async fn play_to_its_end(player: Player, profile: &Profile, script: Script) -> anyhow::Result<()> {
    let end = script.end().context("the season has no steps")?;
    let season = Season::new(player, script, (Definitions::of_profile(profile)?, 1));
    season.play(end).await?;
    outcome(&season).await?.must_hold(&season)
}

/// Made-up people must never get into the ledger of a real office, and one season not into that of
/// another profile or size.
async fn demo_only(rooms: &Rooms, data: &Path, played_by: &PlayedBy) -> anyhow::Result<()> {
    let marker = data.join(DEMO_MARKER);
    let wanted = format!(
        "Made by `khen demo` or `khen season`. Everything here is made up.\nProfile: {}\nCopies: {}\n",
        played_by.profile.name, played_by.copies
    );
    if marker.exists() {
        let found = read(&marker)?;
        if found != wanted {
            bail!(
                "{} holds a season of another profile or size: choose another folder with --data",
                data.display()
            );
        }
        return Ok(());
    }
    if !rooms.feed.ledgers().await?.is_empty() {
        bail!(
            "{} holds a ledger that no demo has made: choose another folder with --data",
            data.display()
        );
    }
    fs::write(&marker, wanted).with_context(|| format!("could not write {}", marker.display()))
}

fn read(file: &PathBuf) -> anyhow::Result<String> {
    fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))
}

/// Loads offices and people, and gives everybody a token.
async fn load(
    rooms: &Rooms,
    (ledger, definitions): (&LedgerId, &Definitions),
    copies: usize,
) -> anyhow::Result<Cast> {
    load_directory(rooms, ledger, definitions, at_once(copies)).await?;
    cast(rooms, ledger, definitions).await
}

async fn cast(rooms: &Rooms, ledger: &LedgerId, definitions: &Definitions) -> anyhow::Result<Cast> {
    use futures::{StreamExt as _, TryStreamExt as _};

    let ids = DirectoryIds::of(rooms, ledger).await?;
    let seats = definitions.people.iter().flat_map(People::seats);
    let parts = futures::stream::iter(seats)
        .map(|seat| part((rooms, ledger, &ids), definitions, seat))
        .buffer_unordered(TOKENS_AT_ONCE);
    parts
        .try_fold(Cast::default(), |mut cast, (who, part)| async move {
            cast.add(who, part);
            Ok(cast)
        })
        .await
}

async fn part(
    (rooms, ledger, ids): (&Rooms, &LedgerId, &DirectoryIds),
    definitions: &Definitions,
    seat: Seat<'_>,
) -> anyhow::Result<(crate::season::Who, Part)> {
    let assignment = ids.id(IdKind::Assignment, &seat.handle());
    let id = khen_domain::AssignmentId::parse(&assignment)?;
    let order = khen_accounts::Order::new(ledger.clone(), id, "demo");
    let order = khen_accounts::Order {
        days: TOKEN_DAYS,
        ..order
    };
    let handle = seat.person.handle();
    let authority = definitions.authority.as_ref();
    let unit_name = authority.and_then(|one| one.unit_name(seat.person.unit()));
    let part = Part {
        person: ids.id(IdKind::Person, handle),
        name: seat.person.name.clone(),
        title: seat.assignment.title.clone(),
        unit: seat.unit().map(ToString::to_string),
        unit_name: unit_name.unwrap_or_default().to_owned(),
        token: rooms.accounts.issue(order).await?.token.reveal().to_owned(),
        assignment,
    };
    Ok((who(handle, seat.role()), part))
}
