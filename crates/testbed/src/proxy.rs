//! A TCP proxy that misbehaves on demand.

use std::{
    io::{self, Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::Arc,
    thread::{self, JoinHandle},
    time::Duration,
};

use crate::line::Line;

/// Which way bytes go through a [`TcpProxy`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// What the client says.
    FromClient,
    /// What the server answers.
    FromServer,
}

/// A proxy on a free port of 127.0.0.1 in front of one server; its controls work at once.
///
/// It has threads of its own, so that a test that blocks its runtime does not stop it. The end of
/// one direction ends the whole connection: no protocol tested here closes by halves.
#[derive(Debug)]
pub struct TcpProxy {
    line: Arc<Line>,
    address: SocketAddr,
    doorman: Option<JoinHandle<()>>,
}

impl TcpProxy {
    /// Starts a proxy in front of the server on this port of 127.0.0.1, which need not run yet.
    #[must_use]
    pub fn start(server_port: u16) -> Self {
        let server = SocketAddr::from(([127, 0, 0, 1], server_port));
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("there is a free port");
        let address = listener.local_addr();
        let line = Arc::new(Line::default());
        let for_doorman = Arc::clone(&line);
        Self {
            line,
            address: address.expect("a bound socket has an address"),
            doorman: Some(thread::spawn(move || {
                admit(&listener, server, &for_doorman);
            })),
        }
    }

    /// The port on 127.0.0.1.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Drops every connection; new ones are dropped as soon as they are made.
    pub fn cut(&self) {
        self.line.change(|state| {
            state.is_cut = true;
            state.drop_all();
        });
    }

    /// Lets new connections through again, after [`TcpProxy::cut`].
    pub fn mend(&self) {
        self.line.change(|state| state.is_cut = false);
    }

    /// Holds back every byte in both directions; connections stay, and new ones are made.
    pub fn freeze(&self) {
        self.line.change(|state| state.is_frozen = true);
    }

    /// Passes on what was held back, after [`TcpProxy::freeze`].
    pub fn thaw(&self) {
        self.line.change(|state| state.is_frozen = false);
    }

    /// Holds back every piece for so long, in both directions; zero ends it, also for pieces held.
    pub fn delay(&self, delay: Duration) {
        self.line.change(|state| state.delay = delay);
    }

    /// Passes on `bytes` more bytes in this direction and drops the connection at the next one.
    ///
    /// Counted over all connections from now on; it happens once, to the connection whose byte it
    /// is, and later connections are whole. With zero, not even the next byte passes.
    pub fn cut_after(&self, direction: Direction, bytes: u64) {
        self.line
            .change(|state| state.way(direction).left = Some(bytes));
    }

    /// How many connections were passed on since the start.
    #[must_use]
    pub fn connections(&self) -> u64 {
        self.line.change(|state| state.made)
    }

    /// How many bytes were passed on in this direction since the start.
    #[must_use]
    pub fn passed(&self, direction: Direction) -> u64 {
        self.line.change(|state| state.way(direction).passed)
    }
}

impl Drop for TcpProxy {
    fn drop(&mut self) {
        self.line.change(|state| {
            state.is_over = true;
            state.drop_all();
        });
        // The doorman looks up at the next caller only.
        let _ = TcpStream::connect(self.address);
        if let Some(doorman) = self.doorman.take() {
            // A doorman that panicked has said so on stderr.
            let _ = doorman.join();
        }
    }
}

fn admit(listener: &TcpListener, server: SocketAddr, line: &Arc<Line>) {
    for client in listener.incoming().flatten() {
        let (is_over, is_cut) = line.change(|state| (state.is_over, state.is_cut));
        if is_over {
            return;
        }
        if !is_cut {
            // A client whose server is not there is dropped, as a client of a cut line is.
            let _ = connect(client, server, line);
        }
    }
}

/// Starts the two threads that carry a connection's bytes, unless the line is cut meanwhile.
fn connect(client: TcpStream, server: SocketAddr, line: &Arc<Line>) -> io::Result<()> {
    let server = TcpStream::connect(server)?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let ends = [client.try_clone()?, server.try_clone()?];
    let (to_client, to_server) = (client.try_clone()?, server.try_clone()?);
    if let Some(number) = line.change(|state| state.take_in(ends)) {
        let (one, other) = (Arc::clone(line), Arc::clone(line));
        thread::spawn(move || carry(&one, number, Direction::FromClient, client, to_server));
        thread::spawn(move || carry(&other, number, Direction::FromServer, server, to_client));
    }
    Ok(())
}

/// Carries bytes until one of the two ends closes or the line drops the connection.
fn carry(line: &Line, number: u64, way: Direction, mut from: TcpStream, mut to: TcpStream) {
    let mut piece = [0; 16 * 1024];
    while let Ok(length @ 1..) = from.read(&mut piece) {
        let Some(passing) = line.pass(number, way, length) else {
            break;
        };
        if to.write_all(&piece[..passing]).is_err() || passing < length {
            break;
        }
    }
    line.change(|state| state.drop_one(number));
}
