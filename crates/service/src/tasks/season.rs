//! `khen season`, and what it shares with `khen demo`.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr},
    path::Path,
};

use anyhow::{Context as _, bail};

use crate::{
    config::Config,
    definitions::{IdKind, People, shipped},
    directory::{DirectoryIds, ledger_of, load_directory},
    output,
    season::{Cast, Part, Player, play, report},
    server::Server,
    wiring,
    wiring::Rooms,
};
use khen_ambient::MovableClock;

/// The morning before the launch: offices, people and the law are loaded.
const LOADED_AT: &str = "2024-03-15T07:00";
/// Tokens of the demo end by themselves soon: every start issues new ones.
const TOKEN_DAYS: u16 = 7;
/// Tells that a folder is a demo's.
const MARKER: &str = "DEMO";

pub(crate) async fn run(config: &Config) -> anyhow::Result<()> {
    let mut config = config.clone();
    let free: SocketAddr = (Ipv4Addr::LOCALHOST, 0).into();
    config.http.listen = free;
    config.http.internal_listen = free;
    let (server, _) = played(&config).await?;
    server.stop().await;
    Ok(())
}

/// Plays the season against a server on this configuration and prints the report; the server goes
/// on serving.
pub(super) async fn played(config: &Config) -> anyhow::Result<(Server, Demo)> {
    let clock = MovableClock::default();
    clock.move_to(crate::season::local(LOADED_AT)?);
    let rooms = wiring::open(config, std::sync::Arc::new(clock.clone()))?;
    demo_only(&rooms, &config.data).await?;
    let cast = load(&rooms).await?;
    let server = Server::start(config, rooms).await?;
    let on_step = Box::new(|step: &str| {
        // Progress is for people; a closed stderr stops nothing.
        let _ = output::note(step);
    });
    let mut player = Player::new(server.url().to_owned(), clock, cast, on_step);
    let played = play(&mut player).await?;
    output::line(&report(&player, &played, &config.data).await?)?;
    Ok((
        server,
        Demo {
            cast: player.into_cast(),
            code: played.individual_code()?,
        },
    ))
}

/// What the demo tells after the report.
pub(super) struct Demo {
    pub(super) cast: Cast,
    pub(super) code: String,
}

/// Made-up people must never get into the ledger of a real office.
async fn demo_only(rooms: &Rooms, data: &Path) -> anyhow::Result<()> {
    let marker = data.join(MARKER);
    if marker.exists() {
        return Ok(());
    }
    if !rooms.feed.ledgers().await?.is_empty() {
        bail!(
            "{} holds a ledger that no demo has made: choose another folder with --data",
            data.display()
        );
    }
    fs::write(
        &marker,
        "Made by `khen demo` or `khen season`. Everything here is made up.\n",
    )
    .with_context(|| format!("could not write {}", marker.display()))
}

async fn load(rooms: &Rooms) -> anyhow::Result<Cast> {
    let definitions = shipped()?;
    let ledger = ledger_of(rooms, &definitions).await?;
    load_directory(rooms, &ledger, &definitions).await?;
    let ids = DirectoryIds::of(rooms, &ledger).await?;
    let mut cast = Cast::default();
    for seat in definitions.people.iter().flat_map(People::seats) {
        let assignment = ids.id(IdKind::Assignment, &seat.handle());
        let id = khen_domain::AssignmentId::parse(&assignment)?;
        let order = khen_accounts::Order::new(ledger.clone(), id, "demo");
        let order = khen_accounts::Order {
            days: TOKEN_DAYS,
            ..order
        };
        let part = Part {
            person: ids.id(IdKind::Person, seat.person.handle()),
            title: seat.assignment.title.clone(),
            token: rooms.accounts.issue(order).await?.token.reveal().to_owned(),
            assignment,
        };
        cast.add(seat.person.handle().to_owned(), seat.role(), part);
    }
    Ok(cast)
}
