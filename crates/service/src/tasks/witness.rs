//! `khen witness`

use std::sync::Arc;

use anyhow::Context as _;
use tokio::net::TcpListener;

use crate::{
    cli::WitnessArguments,
    lifecycle, output,
    wiring::{witness_key, witness_states},
    witness,
};
use khen_ambient::SystemClock;
use khen_audit::{CosigningKey, Witness};

pub(crate) async fn run(arguments: &WitnessArguments) -> anyhow::Result<()> {
    let WitnessArguments {
        name,
        folder,
        logs,
        listen,
    } = arguments;
    let key = CosigningKey::from_seed(name.clone(), witness_key(folder)?);
    let vkey = key.verifier().to_string();
    let router = witness::router(witness::Watching {
        witness: Witness::new(key, logs.clone()),
        states: witness_states(folder)?,
        clock: Arc::new(SystemClock),
    });
    let listener = TcpListener::bind(listen).await;
    let listener = listener.with_context(|| format!("could not listen on {listen}"))?;
    let stop = lifecycle::stop_signal();
    output::line(&format!("vkey  {vkey}"))?;
    output::line(&format!("Witnessing on http://{}", listener.local_addr()?))?;
    Ok(axum::serve(listener, router)
        .with_graceful_shutdown(stop)
        .await?)
}
