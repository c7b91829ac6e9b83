//! Made-up rows.

use jiff::Timestamp;

use khen_read_model::{
    AssignmentRow, Batch, CampaignRow, ClearValueRow, Folded, NominationRow, PersonRow, QueueRow,
    Spelled, UnitRow, word_order,
};

/// The campaign of all made-up rows.
pub(super) const CAMPAIGN: &str = "HQ-CCHC-2024";

/// `hours` after nine in the morning of 5 November 2024, in Vietnam.
pub(super) fn hour(hours: i64) -> Timestamp {
    const NINE_MICROSECONDS: i64 = 1_730_772_000_000_000;
    let time = NINE_MICROSECONDS + hours * 3_600_000_000;
    Timestamp::from_microsecond(time).expect("the hour is in range")
}

pub(crate) fn unit(unit: &str, name: &str) -> UnitRow {
    UnitRow {
        unit: unit.to_owned(),
        name: name.to_owned(),
        spelled: Spelled::of(name).as_str().to_owned(),
        folded: Folded::of(name).as_str().to_owned(),
        sort_key: word_order(name),
        kind: "specialised_agency".to_owned(),
        group_id: "agencies".to_owned(),
        staff: 8,
        valid_from: "2024-01-01".parse().expect("the day is well formed"),
        valid_until: None,
        position: 1,
    }
}

pub(crate) fn name_of(owner: &str, value: &str, text: &str) -> ClearValueRow {
    ClearValueRow::of(value, owner, text)
}

/// A draft of an individual whose name is the value `v<serial>`.
pub(super) fn draft(serial: u32, unit: &str) -> NominationRow {
    let nomination = format!("{CAMPAIGN}-{serial:04}");
    NominationRow {
        code: format!("{nomination}-K"),
        nomination,
        campaign: CAMPAIGN.to_owned(),
        unit: unit.to_owned(),
        kind: "individual".to_owned(),
        nominee_ref: format!("ref-{serial}"),
        name_value: Some(format!("v{serial}")),
        title_value: None,
        gate: "drafted".to_owned(),
        reason_code: None,
        rank: None,
        slot: None,
        place: None,
        substitute_reviewer: None,
        substitute_confirmer: None,
        reviewer: None,
        submission: None,
        receipt_no: None,
        legal_regime: None,
        council_session: None,
        presentation: None,
        decision: None,
        number: None,
        symbol: None,
        decided_on: None,
        role: Some("unit_officer".to_owned()),
        scope_unit: Some(unit.to_owned()),
        assignee: None,
        act: Some("propose_nominee".to_owned()),
        since: Some(hour(i64::from(serial))),
        counted_from: Some(hour(i64::from(serial))),
        due: None,
        carrier: None,
        drafted_at: hour(i64::from(serial)),
        proposed_at: None,
        endorsed_at: None,
        submitted_at: None,
        received_at: None,
        assigned_at: None,
        reviewed_at: None,
        listed_at: None,
        council_at: None,
        presented_at: None,
        chairman_at: None,
        signed_at: None,
        awarded_at: None,
        changed_at: hour(i64::from(serial)),
        version: 1,
        position: u64::from(serial),
    }
}

/// The same nomination, on the paper that carries it.
pub(super) fn carried(row: NominationRow, gate: &str, paper: &str) -> NominationRow {
    NominationRow {
        gate: gate.to_owned(),
        carrier: Some(paper.to_owned()),
        council_session: Some(paper.to_owned()).filter(|_| gate == "council_listed"),
        role: None,
        scope_unit: None,
        assignee: None,
        act: None,
        since: None,
        counted_from: None,
        ..row
    }
}

/// The campaign, with a deadline.
pub(super) fn campaign_due(due: Timestamp) -> CampaignRow {
    CampaignRow {
        campaign: CAMPAIGN.to_owned(),
        title: "Cải cách hành chính".to_owned(),
        year: 2024,
        criteria_version: 1,
        launched_on: None,
        due: Some(due),
        times: None,
        position: 1,
    }
}

/// A paper that waits for any desk of `role`.
pub(super) fn paper(item: &str, role: &str, hours: i64) -> QueueRow {
    QueueRow {
        item: item.to_owned(),
        campaign: Some(CAMPAIGN.to_owned()),
        unit: None,
        role: role.to_owned(),
        scope_unit: None,
        assignee: None,
        act: "check_presentation".to_owned(),
        memory: String::new(),
        since: hour(hours),
        counted_from: hour(hours),
        due: None,
        position: 1,
    }
}

/// Puts a person of that name, whose assignment bears the same id.
pub(super) fn put_assignment(batch: &mut Batch, id: &str, role: &str, name: &str) {
    let value = format!("name-{id}");
    batch.put(&name_of(&format!("org/person/{id}"), &value, name));
    batch.put(&PersonRow {
        person: id.to_owned(),
        name_value: value,
        category: "civil_servant".to_owned(),
        unit: "noi-vu".to_owned(),
        position: 1,
    });
    batch.put(&AssignmentRow {
        assignment: id.to_owned(),
        person: id.to_owned(),
        role: role.to_owned(),
        unit: None,
        title: "Chuyên viên".to_owned(),
        valid_from: "2024-01-01".parse().expect("the day is well formed"),
        valid_until: None,
        position: 1,
    });
}
