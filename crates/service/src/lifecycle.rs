//! When to stop.

use tokio::signal;

/// Resolves when the process is asked to stop: Ctrl-C, or SIGTERM from a service manager.
pub(crate) async fn stop_signal() {
    let interrupt = async {
        if signal::ctrl_c().await.is_err() {
            // Without a handler the default action of the signal ends the process.
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupt => {}
        () = terminate() => {}
    }
}

#[cfg(unix)]
async fn terminate() {
    match signal::unix::signal(signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            terminate.recv().await;
        }
        Err(_) => std::future::pending::<()>().await,
    }
}

#[cfg(not(unix))]
async fn terminate() {
    std::future::pending::<()>().await;
}
