//! What holds after every fault.

use std::collections::BTreeMap;

use crate::{
    book::{Entries, Told},
    cluster::Cluster,
    load::Load,
    seed::say,
    truth::Truth,
};
use khen_eventlog::{CommandId, RecordedEvent};

/// Ends the load and the processes, and holds the clients' book against the ledger, the stream of those
/// who subscribe against it too, and the rows against a fresh fold of it.
pub(crate) fn all_is_well(mut cluster: Cluster, mut load: Load) {
    load.stop();
    // It waits for the workers, which follow to the end.
    let followed = cluster.settings.succeed(&["rebuild", "--hash-only"]);
    let events = cluster.truth.events();
    say(&format!("{} events are in the ledger", events.len()));
    is_dense(&events);
    is_what_clients_were_told(&events, &load.book().entries());
    is_streamed(&cluster.truth, &events);
    assert_eq!(cluster.truth.stops(), [], "no sink has stopped");
    let workers = cluster.workers.iter_mut();
    let processes = workers.map(|worker| &mut worker.process);
    for process in processes.chain(&mut cluster.webs) {
        assert!(process.stop().success(), "it stops in good order");
    }
    let folded = cluster.settings.succeed(&["rebuild"]);
    assert_eq!(content(&followed), content(&folded), "{followed}{folded}");
}

/// Positions and versions count without a gap, and time never stands still.
fn is_dense(events: &[RecordedEvent]) {
    let (mut versions, mut last) = (BTreeMap::new(), None);
    for (index, event) in events.iter().enumerate() {
        assert_eq!(event.position.0, index as u64);
        let version = versions.entry(&event.stream).or_insert(0);
        *version += 1;
        assert_eq!(event.version.0, *version, "{}", event.stream);
        let recorded_at = Some(event.recorded_at);
        assert!(last < recorded_at, "time stands still at {index}");
        last = recorded_at;
    }
}

/// Position p is message p + 1, with the same id and the same hash.
fn is_streamed(truth: &Truth, events: &[RecordedEvent]) {
    truth.until("everything has gone out", |truth| {
        (truth.streamed() == events.len() as u64).then_some(())
    });
    for event in events {
        let mark = truth.streamed_at(event.position);
        let mark = mark.expect("an event stands at every position");
        assert_eq!(mark.id, event.id.to_string());
        assert_eq!(mark.data_hash, event.data_hash.to_string());
    }
}

/// Each acknowledged command is there once, where it was told; nothing refused is there; and of what
/// the clients write there is nothing else.
fn is_what_clients_were_told(events: &[RecordedEvent], entries: &Entries) {
    let mut found: BTreeMap<CommandId, Told> = BTreeMap::new();
    for event in events {
        let told = found.entry(event.command).or_default();
        told.push((event.position, event.stream.as_str().to_owned()));
    }
    let Entries {
        acknowledged,
        refused,
        ..
    } = entries;
    let (some, none) = (acknowledged.len(), refused.len());
    say(&format!(
        "{some} commands were acknowledged, {none} refused"
    ));
    for (command, told) in acknowledged {
        assert_eq!(found.get(command), Some(told), "{command} was acknowledged");
    }
    assert!(none > 0, "the load was refused something");
    for command in refused {
        assert_eq!(found.get(command), None, "{command} was refused");
    }
    found.retain(|_, told| {
        told.iter()
            .any(|(_, stream)| stream.starts_with("feedback/"))
    });
    assert_eq!(found.len(), some, "nothing is there that nobody was told");
}

/// The hash of the rows' content: the last word.
fn content(said: &str) -> &str {
    said.split_whitespace().last().unwrap()
}
