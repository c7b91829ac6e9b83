//! Where the server is and how it lets Khen in.

use std::{io, path::Path};

use async_nats::{ConnectOptions, ServerAddr};
use percent_encoding::percent_decode_str;

use crate::BusError;

/// The servers of one cluster, and what to show at the door.
pub(crate) struct Login {
    pub(crate) servers: Vec<ServerAddr>,
    key: Key,
}

/// What the door asks for. The file formats are those of NATS.
enum Key {
    Nothing,
    Token(String),
    Password {
        user: String,
        password: String,
    },
    /// The content of a `.creds` file: a JWT and the seed that proves it.
    Credentials(String),
    /// The seed of a user's nkey.
    Seed(String),
}

impl Login {
    /// Reads URLs separated by commas, and the file with credentials, if there is one.
    ///
    /// `nats://user:password@host:port` holds a password and `nats://token@host:port` a token; they
    /// are used for every server of the list. The file holds `.creds` or the seed of an nkey; it
    /// goes before what the URL holds.
    pub(crate) async fn read(urls: &str, file: Option<&Path>) -> Result<Self, BusError> {
        let servers: io::Result<Vec<ServerAddr>> = urls.split(',').map(server).collect();
        let servers = servers.map_err(BusError::Address)?;
        let key = match file {
            Some(file) => in_file(file).await?,
            None => servers.iter().find_map(in_url).unwrap_or(Key::Nothing),
        };
        let servers = servers.into_iter().map(without_key).collect();
        Ok(Self { servers, key })
    }

    /// The client's settings with the key in them.
    pub(crate) fn options(&self) -> Result<ConnectOptions, BusError> {
        let options = ConnectOptions::new();
        match &self.key {
            Key::Nothing => Ok(options),
            Key::Token(token) => Ok(options.token(token.clone())),
            Key::Password { user, password } => {
                Ok(options.user_and_password(user.clone(), password.clone()))
            }
            Key::Credentials(text) => options.credentials(text).map_err(BusError::Credentials),
            Key::Seed(seed) => Ok(options.nkey(seed.clone())),
        }
    }
}

fn server(url: &str) -> io::Result<ServerAddr> {
    let server: ServerAddr = url.trim().parse()?;
    // The client takes a URL without a host and fails over it later.
    match server.clone().into_inner().host_str() {
        None | Some("") => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "the URL names no host",
        )),
        Some(_) => Ok(server),
    }
}

async fn in_file(file: &Path) -> Result<Key, BusError> {
    let text = tokio::fs::read_to_string(file).await;
    let text = text.map_err(BusError::Credentials)?;
    // Seeds of users begin so; a file of credentials begins with a line of dashes.
    if text.trim_start().starts_with("SU") {
        Ok(Key::Seed(text.trim().to_owned()))
    } else {
        Ok(Key::Credentials(text))
    }
}

/// The client knows nothing of credentials in URLs.
fn in_url(server: &ServerAddr) -> Option<Key> {
    let user = decoded(server.username()?);
    Some(match server.password() {
        Some(password) => Key::Password {
            user,
            password: decoded(password),
        },
        None => Key::Token(user),
    })
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// The client logs addresses; they go without the key.
fn without_key(server: ServerAddr) -> ServerAddr {
    let mut url = server.clone().into_inner();
    // Refused only for URLs without a host, which were refused above.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    ServerAddr::from_url(url).unwrap_or(server)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(urls: &str) -> Login {
        let login = Login::read(urls, None).await;
        login.unwrap_or_else(|error| panic!("{urls} is read: {error}"))
    }

    #[tokio::test]
    async fn a_password_in_the_url_is_found_and_taken_out_of_it() {
        let login = read("nats://khen:m%40t@one:4222,nats://two").await;
        assert!(
            matches!(&login.key, Key::Password { user, password } if user == "khen" && password == "m@t")
        );
        let urls = login.servers.iter().map(ServerAddr::as_url_str);
        assert_eq!(urls.collect::<Vec<_>>(), ["nats://one:4222", "nats://two"]);
    }

    #[tokio::test]
    async fn a_lone_name_in_the_url_is_a_token() {
        let login = read("nats://s3cret@one:4222").await;
        assert!(matches!(&login.key, Key::Token(token) if token == "s3cret"));
        assert!(matches!(read("one").await.key, Key::Nothing));
    }

    #[tokio::test]
    async fn what_is_no_url_of_a_server_is_refused() {
        for wrong in [
            "",
            "nats://",
            "http://one",
            "nats://one:port",
            "nats://one,",
        ] {
            let read = Login::read(wrong, None).await;
            assert!(matches!(read, Err(BusError::Address(_))), "{wrong}");
        }
    }
}
