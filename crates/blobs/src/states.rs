//! What a signer remembers, one file an origin.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::Arc,
};

use async_trait::async_trait;

use crate::folder;
use khen_eventlog::{SignedStateError, SignedStates};

/// Held while a state is compared and replaced, by one at a time.
const LOCK_FILE: &str = "states.lock";

/// States in a folder, which lies on another disk than the ledgers if it is to be of any use. Clones are
/// the same folder, and so are those of other processes.
#[derive(Debug, Clone)]
pub struct FolderStates {
    folder: Arc<PathBuf>,
}

impl FolderStates {
    /// Opens the folder, making it where it is missing.
    ///
    /// # Errors
    /// What the system said.
    pub fn open(folder: &Path) -> io::Result<Self> {
        folder::make(folder)?;
        Ok(Self {
            folder: Arc::new(folder.to_owned()),
        })
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Path) -> io::Result<T> + Send + 'static,
    ) -> Result<T, SignedStateError> {
        let folder = Arc::clone(&self.folder);
        let done = tokio::task::spawn_blocking(move || work(&folder)).await;
        let done = done.map_err(|failure| SignedStateError::Unavailable(Box::new(failure)))?;
        done.map_err(|failure| SignedStateError::Unavailable(Box::new(failure)))
    }
}

#[async_trait]
impl SignedStates for FolderStates {
    async fn state(&self, origin: &str) -> Result<Option<String>, SignedStateError> {
        let name = file_name(origin);
        self.run(move |folder| read(&folder.join(name))).await
    }

    async fn replace(
        &self,
        origin: &str,
        expected: Option<&str>,
        new: &str,
    ) -> Result<(), SignedStateError> {
        let (name, new) = (file_name(origin), new.to_owned());
        let expected = expected.map(ToOwned::to_owned);
        let replacing = self.run(move |folder| {
            let _lock = locked(folder)?;
            let place = folder.join(&name);
            if read(&place)? != expected {
                return Ok(false);
            }
            write(folder, &name, &new)?;
            Ok(true)
        });
        let is_replaced = replacing.await?;
        is_replaced.then_some(()).ok_or(SignedStateError::Moved)
    }
}

/// An origin as the name of a file: letters, digits, `-` and `.` stand for themselves, everything else
/// for its bytes as `%2F`. The first character is never a dot.
fn file_name(origin: &str) -> String {
    let written = origin.bytes().map(|byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.') {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    });
    format!("origin-{}", written.collect::<String>())
}

fn locked(folder: &Path) -> io::Result<File> {
    let lock = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(folder.join(LOCK_FILE))?;
    lock.lock()?;
    Ok(lock)
}

fn read(place: &Path) -> io::Result<Option<String>> {
    match fs::read_to_string(place) {
        Ok(state) => Ok(Some(state)),
        Err(failure) if failure.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// Beside it first, flushed, and then in its place: whoever reads finds the old state or the new one.
fn write(folder: &Path, name: &str, state: &str) -> io::Result<()> {
    let unfinished = folder.join(format!("{name}.new"));
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&unfinished)?;
    file.write_all(state.as_bytes())?;
    file.sync_all()?;
    fs::rename(&unfinished, folder.join(name))?;
    folder::flush(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_names_one_file_in_the_folder() {
        assert_eq!(
            file_name("khen.example/log/hon-quan"),
            "origin-khen.example%2Flog%2Fhon-quan"
        );
        assert_eq!(file_name("../%2F"), "origin-..%2F%252F");
    }
}
