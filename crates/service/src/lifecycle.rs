//! When to stop.

use tokio::signal;

/// Resolves when the process is asked to stop: Ctrl-C, or SIGTERM from a service manager.
///
/// It listens from the call on, not from the first wait: who tells others that the process serves
/// calls it before.
#[cfg(unix)]
pub(crate) fn stop_signal() -> impl Future<Output = ()> {
    use signal::unix::SignalKind;

    let interrupt = signal::unix::signal(SignalKind::interrupt());
    let terminate = signal::unix::signal(SignalKind::terminate());
    async move {
        tokio::select! {
            () = received(interrupt) => {}
            () = received(terminate) => {}
        }
    }
}

/// Without a handler the default action of the signal ends the process.
#[cfg(unix)]
async fn received(listener: std::io::Result<signal::unix::Signal>) {
    match listener {
        Ok(mut listener) => {
            listener.recv().await;
        }
        Err(_) => std::future::pending::<()>().await,
    }
}

/// Resolves when the process is asked to stop.
#[cfg(not(unix))]
pub(crate) async fn stop_signal() {
    if signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
