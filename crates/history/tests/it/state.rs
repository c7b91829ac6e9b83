//! The state of a case at a version.

use crate::script::{Script, draft, unit_vote};
use khen_domain::{NominationId, nomination::Gate};
use khen_eventlog::Version;

#[tokio::test]
async fn a_case_is_seen_as_it_was_at_any_of_its_versions() {
    let script = Script::new();
    draft(&script).await;
    unit_vote(&script);
    let nomination = Script::nomination();
    let at = |version| {
        script
            .history
            .case_state(&script.ledger, &nomination, version)
    };
    let gates = [
        Gate::Drafted,
        Gate::Drafted,
        Gate::Drafted,
        Gate::Proposed,
        Gate::UnitEndorsed,
    ];
    for (version, gate) in (1..).zip(gates) {
        let version = Version(version);
        let (found, case) = at(Some(version)).await.expect("readable").expect("there");
        assert_eq!((found, case.gate), (version, gate));
    }
    let (version, case) = at(None).await.expect("readable").expect("there");
    assert_eq!((version, case.gate), (Version(5), Gate::UnitEndorsed));
}

#[tokio::test]
async fn a_version_that_never_was_is_not_there() {
    let script = Script::new();
    draft(&script).await;
    let nomination = Script::nomination();
    for version in [Version::NONE, Version(5)] {
        let found = script
            .history
            .case_state(&script.ledger, &nomination, Some(version))
            .await;
        assert_eq!(found.expect("readable"), None);
    }
    let other = NominationId::new(Script::campaign(), 9);
    let found = script
        .history
        .case_state(&script.ledger, &other, None)
        .await;
    assert_eq!(found.expect("readable"), None);
}
