//! `khen doctor`: what is wrong or unsafe here, and what to do.

use std::{path::Path, process::ExitCode, sync::Arc};

use jiff::Timestamp;

use crate::{config::Config, directory, output, wiring, wiring::Rooms};
use khen_ambient::SystemClock;
use khen_domain::Moment;
use khen_eventlog::{LedgerId, limits::PARTITION_COUNT};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Good,
    Unsafe,
    Wrong,
}

struct Finding {
    level: Level,
    text: String,
}

fn good(text: impl Into<String>) -> Finding {
    Finding {
        level: Level::Good,
        text: text.into(),
    }
}

fn unsafe_here(text: impl Into<String>) -> Finding {
    Finding {
        level: Level::Unsafe,
        text: text.into(),
    }
}

fn wrong(text: impl Into<String>) -> Finding {
    Finding {
        level: Level::Wrong,
        text: text.into(),
    }
}

/// Exits with 1 when something is wrong, 0 when it is only unsafe.
pub(crate) async fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let mut findings = vec![folder(&config.data), engine(config).await];
    if config.data.is_dir() {
        findings.push(master_key(config));
        findings.push(log_key(config));
        findings.push(second_path(config)?);
        match wiring::open_existing(config, Arc::new(SystemClock)).await {
            Ok(rooms) => {
                findings.extend(office(&rooms).await?);
                findings.extend(clients(config, &rooms).await?);
            }
            Err(error) => findings.push(wrong(format!("the office does not open: {error:#}"))),
        }
    }
    for finding in &findings {
        let mark = match finding.level {
            Level::Good => "ok    ",
            Level::Unsafe => "unsafe",
            Level::Wrong => "WRONG ",
        };
        output::line(&format!("{mark}  {}", finding.text))?;
    }
    for (name, value) in limits() {
        output::line(&format!("limit   {name} = {value}"))?;
    }
    let is_wrong = findings.iter().any(|finding| finding.level == Level::Wrong);
    Ok(if is_wrong {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

async fn engine(config: &Config) -> Finding {
    // Opening refuses one that is unsafe; said here so that a report tells the version.
    match wiring::engine(config).await {
        Ok(engine) => good(engine),
        Err(error) => wrong(format!("the database does not answer: {error:#}")),
    }
}

fn folder(data: &Path) -> Finding {
    if !data.is_dir() {
        return wrong(format!(
            "the folder {} does not exist: load an authority (`khen load`), or name another folder \
             with --data",
            data.display()
        ));
    }
    open_to_others(data, "the folder")
}

fn master_key(config: &Config) -> Finding {
    let file = config.master_key_file();
    if !file.exists() {
        return wrong(format!(
            "the master key {} is missing: without it nothing sealed can be read; restore it from \
             its backup",
            file.display()
        ));
    }
    let permissions = open_to_others(&file, "the master key");
    if permissions.level == Level::Good && file.starts_with(&config.data) {
        return unsafe_here(format!(
            "the master key lies in the data folder ({}): whoever copies the folder can read it; \
             set KHEN_MASTER_KEY_FILE to a place with a backup of its own",
            file.display()
        ));
    }
    permissions
}

fn log_key(config: &Config) -> Finding {
    let file = config.log_key_file();
    if file.exists() {
        return open_to_others(&file, "the key of the logs");
    }
    unsafe_here(format!(
        "the key of the logs {} is not here: no log is signed on this machine",
        file.display()
    ))
}

/// Whether anything outside what a backup brings back together knows how long the ledgers were.
fn second_path(config: &Config) -> anyhow::Result<Finding> {
    if !config.seal.witness.is_empty() {
        return Ok(good(format!(
            "{} witnesses are asked to cosign the logs: that ledgers were turned back to an older state \
             is noticed there",
            config.seal.witness.len()
        )));
    }
    let state = config.seal_state();
    let is_apart = config.database.url()?.is_some() || !state.starts_with(&config.data);
    Ok(if is_apart {
        good(format!(
            "what was signed of the logs is kept in {}, apart from the ledgers: that they were turned \
             back to an older state is noticed there",
            state.display()
        ))
    } else {
        unsafe_here(format!(
            "what was signed of the logs lies in the data folder ({}): a rollback of the whole folder \
             to an older state cannot be noticed from here; name a place on another disk with \
             KHEN_SEAL__STATE or a witness, and keep what `khen log show` prints with your backups",
            state.display()
        ))
    })
}

#[cfg(unix)]
fn open_to_others(path: &Path, what: &str) -> Finding {
    use std::os::unix::fs::PermissionsExt as _;
    match std::fs::metadata(path) {
        Ok(data) if !is_open(data.permissions().mode()) => {
            good(format!("{what} {} is closed to others", path.display()))
        }
        Ok(_) => unsafe_here(format!(
            "{what} {} is open to others: chmod go-rwx {}",
            path.display(),
            path.display()
        )),
        Err(error) => wrong(format!("{what} {} cannot be seen: {error}", path.display())),
    }
}

/// Whether group or others may do anything.
#[cfg(unix)]
fn is_open(mode: u32) -> bool {
    const OTHERS: u32 = 0o077;
    mode & OTHERS > 0
}

#[cfg(not(unix))]
fn open_to_others(path: &Path, what: &str) -> Finding {
    good(format!("{what} {} is there", path.display()))
}

/// Who works on the ledgers, and where work has stopped.
async fn workers(rooms: &Rooms) -> anyhow::Result<Vec<Finding>> {
    let holders = rooms.leases.holders().await?.into_iter().map(|holder| {
        let count = holder.leases.len();
        good(format!(
            "{} is at work on {count} of {PARTITION_COUNT} partitions",
            holder.name
        ))
    });
    let stops = rooms.stops.stops().await?.into_iter().map(|stop| {
        wrong(format!(
            "ledger {}: {} has stopped at position {}, on {}: {}",
            stop.ledger, stop.sink, stop.position, stop.at, stop.reason
        ))
    });
    Ok(holders.chain(stops).collect())
}

async fn office(rooms: &Rooms) -> anyhow::Result<Vec<Finding>> {
    let mut findings = workers(rooms).await?;
    let ledgers = rooms.feed.ledgers().await?;
    if ledgers.is_empty() {
        findings.push(wrong("there is no ledger: load an authority (`khen load`)"));
    }
    for ledger in ledgers {
        let cursor = rooms.rows.cursor(ledger.id.as_str()).await?.0;
        let behind = ledger.size.0.saturating_sub(cursor);
        findings.push(if behind == 0 {
            good(format!(
                "ledger {}: {} events, rows up to date",
                ledger.id, ledger.size
            ))
        } else {
            unsafe_here(format!(
                "ledger {}: {} events, rows {behind} behind: `khen serve` catches up, or \
                 `khen rebuild`",
                ledger.id, ledger.size
            ))
        });
        let now = rooms.clock.now();
        findings.extend(authority(rooms, &ledger.id, now).await?);
        let tokens = rooms.accounts.list(&ledger.id).await?;
        let live = tokens
            .iter()
            .filter(|token| token.revoked_at.is_none() && token.expires_at > now)
            .count();
        findings.push(if live == 0 {
            unsafe_here(format!(
                "ledger {}: no live token: `khen token issue --ledger {}`",
                ledger.id, ledger.id
            ))
        } else {
            good(format!("ledger {}: {live} live tokens", ledger.id))
        });
    }
    Ok(findings)
}

/// Whether clients can reach this server under the name that it gives itself.
async fn clients(config: &Config, rooms: &Rooms) -> anyhow::Result<Option<Finding>> {
    let clients = rooms.clients.clients().await?;
    let held = clients.iter().filter(|client| client.revoked_at.is_none());
    let (count, listen) = (held.count(), config.http.listen);
    if count == 0 {
        return Ok(None);
    }
    let finding = match &config.oauth.issuer {
        Some(issuer) => good(format!("{count} clients get their tokens from {issuer}")),
        None if listen.ip().is_loopback() => good(format!(
            "{count} clients get their tokens on this machine alone, from http://{listen}"
        )),
        None => unsafe_here(format!(
            "{count} clients are registered, and this server calls itself http://{listen}, which nobody \
             outside does: an assertion for its real address is refused; set KHEN_OAUTH__ISSUER to the \
             address at which clients know it"
        )),
    };
    Ok(Some(finding))
}

/// Whether the authority still exists, and whether it knows the days off of this year.
async fn authority(
    rooms: &Rooms,
    ledger: &LedgerId,
    now: Timestamp,
) -> anyhow::Result<Vec<Finding>> {
    let Some(authority) = directory::authority(rooms, ledger).await? else {
        return Ok(vec![wrong(format!(
            "ledger {ledger}: no authority is loaded (`khen load`)"
        ))]);
    };
    let today = Moment::new(now).date();
    let mut findings = Vec::new();
    if !authority.validity.contains(today) {
        findings.push(unsafe_here(format!(
            "ledger {ledger}: {} does not exist today: campaigns cannot be launched, decisions \
             cannot be signed or issued",
            authority.name
        )));
    }
    if authority.calendar.year(today.year()).is_none() {
        findings.push(unsafe_here(format!(
            "ledger {ledger}: the days off of {} are not known: deadlines count them as working \
             days; load a calendar",
            today.year()
        )));
    }
    Ok(findings)
}

/// The limits an operator may run into.
fn limits() -> Vec<(&'static str, String)> {
    use khen_desk::limits as desk;
    use khen_eventlog::limits as ledger;
    vec![
        (
            "append.event_count_max",
            ledger::APPEND_EVENT_COUNT_MAX.to_string(),
        ),
        (
            "append.stream_count_max",
            ledger::APPEND_STREAM_COUNT_MAX.to_string(),
        ),
        (
            "event.data_bytes_max",
            ledger::EVENT_DATA_BYTES_MAX.to_string(),
        ),
        (
            "feed.page_event_count_max",
            ledger::PAGE_EVENT_COUNT_MAX.to_string(),
        ),
        ("command.tries_max", desk::TRIES_MAX.to_string()),
        ("command.key_chars_max", desk::KEY_CHARS_MAX.to_string()),
        (
            "file.bytes_max",
            khen_privacy::limits::FILE_BYTES_MAX.to_string(),
        ),
    ]
}
