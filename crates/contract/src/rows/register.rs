//! Clauses on registers: their statements mean the same in every store.

use super::{
    HERE, apply, batch,
    made::{CAMPAIGN, campaign_due, draft, hour, name_of, unit},
};
use khen_read_model::{
    DecisionRow, NominationRow, PageSize, RegisterFilter, RowStore, register_of_awards,
    register_of_decisions, register_of_units,
};

const DECISION: &str = "decision/HQ-CCHC-2024-1";

fn filter(changed_since: u64) -> RegisterFilter {
    RegisterFilter {
        changed_since,
        after: None,
        size: PageSize::default(),
    }
}

/// A draft that became an award, last changed at this position.
fn awarded(serial: u32, gate: &str, position: u64) -> NominationRow {
    NominationRow {
        gate: gate.to_owned(),
        decision: Some(DECISION.to_owned()),
        number: Some(4385),
        symbol: Some("QĐ-UBND".to_owned()),
        decided_on: "2024-12-27".parse().ok(),
        awarded_at: Some(hour(1_000)),
        position,
        ..draft(serial, "tu-phap")
    }
}

fn issued(position: u64) -> DecisionRow {
    DecisionRow {
        decision: DECISION.to_owned(),
        campaign: CAMPAIGN.to_owned(),
        kind: "grant".to_owned(),
        is_legacy: false,
        stage: "issued".to_owned(),
        presentation: None,
        refers_to: None,
        collectives: 0,
        individuals: 3,
        number: Some(4385),
        symbol: Some("QĐ-UBND".to_owned()),
        folded: None,
        decided_on: "2024-12-27".parse().ok(),
        drafted_at: hour(900),
        signed_at: Some(hour(950)),
        issued_at: Some(hour(1_000)),
        version: 4,
        position,
    }
}

/// A held award, a revoked one, one of a person who is erased, and a draft.
async fn four_nominations(rows: &dyn RowStore) {
    let mut first = batch(HERE, 0, 30);
    first.put(&unit("tu-phap", "Phòng Tư pháp"));
    first.put(&campaign_due(hour(500)));
    first.put(&issued(20));
    first.put(&awarded(1, "awarded", 21));
    first.put(&awarded(2, "award_revoked", 29));
    first.put(&awarded(3, "awarded", 22));
    first.put(&draft(4, "tu-phap"));
    first.put(&name_of("org/person/1", "v1", "Trần Thị Minh Họa"));
    first.put(&name_of("org/person/2", "v2", "Đặng Thị Kịch Bản"));
    first.put(&name_of("org/person/4", "v4", "Lê Văn Giả Định"));
    apply(rows, first).await;
}

/// A register of awards holds what was ever issued, names whoever holds an award, and tells what has
/// changed: erased persons every time.
pub async fn a_register_names_only_held_awards(rows: &dyn RowStore) {
    four_nominations(rows).await;
    let told = async |since| {
        let read = register_of_awards(rows, HERE, &filter(since)).await;
        let read = read.expect("the register is read");
        assert_eq!(read.as_of.0, 30);
        let items = read.page.items.into_iter();
        let told = items.map(|one| (one.code.clone(), one.name.clone(), one.is_erased()));
        told.collect::<Vec<_>>()
    };
    let code = |serial| format!("{CAMPAIGN}-{serial:04}-K");
    let name = "Trần Thị Minh Họa".to_owned();
    let held = (code(1), Some(name), false);
    let revoked = (code(2), None, false);
    let erased = (code(3), None, true);
    let all = [held, revoked.clone(), erased.clone()];
    assert_eq!(told(0).await, all);
    assert_eq!(told(1).await, all, "unit and campaign stand at position 1");
    assert_eq!(told(23).await, [revoked, erased.clone()]);
    assert_eq!(told(30).await, [erased]);
}

/// A register of decisions counts the awards that are held, and pages of a register follow its keys.
pub async fn a_register_follows_its_keys(rows: &dyn RowStore) {
    four_nominations(rows).await;
    let read = register_of_decisions(rows, HERE, &filter(20)).await;
    let read = read.expect("the register is read");
    let [decision] = &read.page.items[..] else {
        panic!("one decision is issued: {read:?}");
    };
    assert_eq!(decision.row, issued(20));
    assert_eq!((decision.held_award_count, decision.is_ended()), (2, false));
    let first = RegisterFilter {
        size: PageSize::try_new(2).expect("two rows are a page"),
        ..filter(0)
    };
    let page = register_of_awards(rows, HERE, &first).await;
    let page = page.expect("the register is read").page;
    let rest = RegisterFilter {
        after: page.next,
        ..first
    };
    let page = register_of_awards(rows, HERE, &rest).await;
    let page = page.expect("the register is read").page;
    let codes: Vec<_> = page.items.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(codes, [format!("{CAMPAIGN}-0003-K")]);
    assert_eq!(page.next, None);
}

/// A register without news says how many events it knows.
pub async fn a_register_without_news_says_how_far_it_is(rows: &dyn RowStore) {
    four_nominations(rows).await;
    let read = register_of_units(rows, HERE, &filter(2)).await;
    let read = read.expect("the register is read");
    assert_eq!((read.as_of.0, read.page.items.len()), (30, 0));
}
