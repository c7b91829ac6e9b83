//! What the shipped definitions ask of the desk.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::shipped;
use crate::definitions::{Acting, IdKind, PlannedCommand};
use khen_domain::{CommandKind, Role};

fn made_up_id(kind: IdKind, handle: &str) -> String {
    let letter = match kind {
        IdKind::Person => 'p',
        IdKind::Assignment => 'a',
    };
    format!("{letter}-{:032x}", handle.len())
}

fn all() -> Vec<PlannedCommand> {
    let definitions = shipped();
    let campaign = definitions.campaign_commands().unwrap();
    let mut commands = definitions.authority.unwrap().commands();
    commands.extend(definitions.people[0].commands(&made_up_id));
    commands.extend(campaign);
    commands
}

#[test]
fn every_content_is_one_that_the_domain_takes() {
    for PlannedCommand {
        kind,
        mut content,
        key,
        ..
    } in all()
    {
        if kind == CommandKind::RegisterPerson {
            content["name"] = json!({
                "box": "", "class": "person_name", "id": "", "owner": "stream",
            });
        }
        assert!(kind.read(content).is_ok(), "{key}");
    }
}

#[test]
fn keys_differ_and_are_the_same_at_every_load() {
    let keys: Vec<String> = all().into_iter().map(|one| one.key).collect();
    let different: BTreeSet<&String> = keys.iter().collect();
    assert_eq!(different.len(), keys.len());
    for key in [
        "load/authority/hon-quan",
        "load/calendar/2024",
        "load/unit/tu-phap",
        "load/unit/lanh-dao-ubnd",
        "load/regime/ND-98-2023",
        "load/base-wage/LUONG-CO-SO/2024-07-01",
        "load/person/CT",
        "load/assignment/CT/chairman",
        "load/campaign/HQ-CCHC-2024/plan",
    ] {
        assert!(keys.iter().any(|one| one == key), "{key}");
    }
}

#[test]
fn the_campaign_is_its_managers_act_and_is_not_launched() {
    let campaign = shipped().campaign_commands().unwrap();
    let kinds: Vec<CommandKind> = campaign.iter().map(|one| one.kind).collect();
    assert_eq!(
        kinds,
        [
            CommandKind::RegisterPlan,
            CommandKind::ApproveCriteria,
            CommandKind::SetGateRules,
            CommandKind::SetQuota,
        ]
    );
    let manager = Acting::Handle("CM/campaign_manager".to_owned());
    assert!(campaign.iter().all(|one| one.acting == manager));
}

#[test]
fn a_unit_is_valid_as_long_as_its_authority() {
    let commands = all();
    let mut units = commands
        .iter()
        .filter(|one| one.kind == CommandKind::EstablishUnit);
    assert!(units.all(|unit| {
        unit.content["valid_from"] == "2024-01-01"
            && unit.content["valid_until"] == "2025-06-30"
            && unit.acting == Acting::System
    }));
}

#[test]
fn an_assignment_names_person_and_document() {
    let commands = all();
    let mut grants = commands
        .iter()
        .filter(|one| one.key == "load/assignment/TPNV/unit_head");
    let grant: &Value = &grants.next().unwrap().content;
    assert_eq!(
        grant["assignment"],
        made_up_id(IdKind::Assignment, "TPNV/unit_head")
    );
    assert_eq!(grant["person"], made_up_id(IdKind::Person, "TPNV"));
    assert_eq!(grant["role"], Role::UnitHead.as_str());
    assert_eq!(grant["unit"], "noi-vu");
    assert_eq!(grant["is_key_leader"], true);
    assert!(grant["document"]["title"].is_string());
}
