//! The keys that sign the logs and the export, and where the signer of the logs remembers.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::Path,
    sync::Arc,
};

use anyhow::{Context as _, bail};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use zeroize::Zeroizing;

use super::folder::private_folder;
use crate::config::Config;
use khen_ambient::{Chance, OsChance};
use khen_blobs::FolderStates;
use khen_eventlog::SignedStates;
use khen_export::ExportKey;
use khen_workers::{LogKeys, LogNames, LogSeed, SignedMemory, Signer};

/// The signer of this office, whose key is there.
pub(super) fn signer(config: &Config) -> anyhow::Result<Signer> {
    let states = states(&config.seal_state())?;
    let previous = config.seal.previous_key_file.as_deref();
    let keys = LogKeys::new(
        config.seal.host.clone(),
        load(&config.log_key_file())?,
        previous.map(load).transpose()?,
    );
    Ok(Signer::new(keys, states))
}

/// What the signer remembers. Where its key is not at hand, the folder is read if it can be reached.
pub(super) fn memory(config: &Config, signer: Option<&Signer>) -> anyhow::Result<SignedMemory> {
    if let Some(signer) = signer {
        return Ok(signer.memory());
    }
    let folder = config.seal_state();
    let states = folder.is_dir().then(|| states(&folder)).transpose()?;
    let names = LogNames::new(config.seal.host.clone());
    Ok(SignedMemory::new(names, states))
}

/// What is remembered in a folder.
pub(super) fn states(folder: &Path) -> anyhow::Result<Arc<dyn SignedStates>> {
    let states = FolderStates::open(folder);
    let states = states.with_context(|| format!("could not open {}", folder.display()))?;
    Ok(Arc::new(states))
}

/// The key of a witness in this folder, made at its first start.
pub(super) fn witness_key(folder: &Path) -> anyhow::Result<LogSeed> {
    private_folder(folder)?;
    let file = folder.join("witness.key");
    if !file.exists() {
        create(&file, &OsChance).with_context(|| format!("could not write {}", file.display()))?;
    }
    load(&file)
}

/// Makes the key, unless it is there. Where there are logs, or a signer remembers some, a new one would be
/// a key that nobody knows.
pub(super) fn make_key(config: &Config, has_logs: bool) -> anyhow::Result<()> {
    let file = config.log_key_file();
    if file.exists() {
        return Ok(());
    }
    let remembered = fs::read_dir(config.seal_state()).ok();
    if has_logs || remembered.is_some_and(|mut states| states.next().is_some()) {
        bail!(
            "the key {} is missing, with which the logs are signed: restore it from its backup; if it is \
             lost, see the runbook, since whoever checks the logs must learn of a new one",
            file.display()
        );
    }
    make(&file)
}

/// The key of the export, made at the first start. One that was lost gives way to a new one: the service
/// document tells it, and what is older is proven by the logs.
pub(super) fn export_key(config: &Config) -> anyhow::Result<ExportKey> {
    let file = config.export_key_file();
    if !file.exists() {
        make(&file)?;
    }
    load(&file).map(ExportKey::new)
}

fn make(file: &Path) -> anyhow::Result<()> {
    if let Some(folder) = file.parent() {
        private_folder(folder)?;
    }
    create(file, &OsChance).with_context(|| format!("could not write {}", file.display()))
}

/// 32 bytes in base64; secret stores tend to drop the line feed behind them.
pub(super) fn load(file: &Path) -> anyhow::Result<LogSeed> {
    let text = fs::read_to_string(file).map(Zeroizing::new);
    let text = text.with_context(|| format!("could not read the key {}", file.display()))?;
    let bytes = STANDARD.decode(text.trim_end()).map(Zeroizing::new).ok();
    let seed = bytes.and_then(|bytes| <[u8; 32]>::try_from(bytes.as_slice()).ok());
    let seed = seed.with_context(|| format!("{} is not 32 bytes in base64", file.display()))?;
    Ok(Zeroizing::new(seed))
}

/// Of two first starts at once, one makes the key.
fn create(file: &Path, chance: &dyn Chance) -> io::Result<()> {
    let seed = Zeroizing::new(chance.bytes::<32>());
    let text = Zeroizing::new(format!("{}\n", STANDARD.encode(*seed)));
    match write_new(file, text.as_bytes()) {
        Err(failure) if failure.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    }
}

/// Writes a file that nobody else may read; one that is there stays as it is.
pub(super) fn write_new(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut made = new_file(file)?;
    made.write_all(bytes)?;
    made.sync_all()
}

#[cfg(unix)]
fn new_file(file: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600).open(file)
}

#[cfg(not(unix))]
fn new_file(file: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use khen_ambient::SeededChance;

    #[test]
    fn a_key_is_made_once_and_read_back() {
        let folder = tempfile::tempdir().expect("there is a temporary folder");
        let mut config = Config::of(folder.path());
        make_key(&config, false).expect("the key is made");
        let file = config.log_key_file();
        let seed = load(&file).expect("the key is read");
        make_key(&config, true).expect("the key is there");
        create(&file, &SeededChance::new(1)).expect("the other's key is the key");
        assert_eq!(load(&file).expect("the key is read"), seed);
        config.seal.key_file = Some(folder.path().join("another.key"));
        let refused = make_key(&config, true).expect_err("logs were signed");
        assert!(refused.to_string().contains("another.key"), "{refused}");
    }

    #[test]
    fn the_key_of_the_export_is_made_again_when_it_is_lost() {
        let folder = tempfile::tempdir().expect("there is a temporary folder");
        let config = Config::of(folder.path());
        let seed = || {
            export_key(&config).expect("there is a key");
            load(&config.export_key_file()).expect("the key is read")
        };
        let first = seed();
        assert_eq!(seed(), first);
        fs::remove_file(config.export_key_file()).expect("the file is there");
        assert_ne!(seed(), first);
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let folder = tempfile::tempdir().expect("there is a temporary folder");
        let file = folder.path().join("log.key");
        let whole = STANDARD.encode([7; 32]);
        for (text, is_key) in [(&*whole, true), (&whole[4..], false), ("x", false)] {
            fs::write(&file, text).expect("the file is written");
            assert_eq!(load(&file).is_ok(), is_key, "{text}");
        }
    }
}
