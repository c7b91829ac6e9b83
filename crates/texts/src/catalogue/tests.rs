//! The catalogues say everything that the domain can say, and nothing else.

mod ftl;
mod schema;

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentArgs;
use serde_json::Value;
use unicode_normalization::is_nfc;

use self::{
    ftl::Message,
    schema::{Said, Schema},
};
use super::{Catalogue, chapters};
use crate::{
    AuditLine, DefinitionLine, Facts, Language, Line, Problem, SeasonLine, Standing, facts,
    standing::HOLD, words,
};
use khen_domain::{CommandKind, Event, Refusal, Role};

/// Messages that the code itself asks for.
const FORMS: &[&str] = &[
    "absent",
    "erased",
    "withheld",
    "date-on-screen",
    "date-in-document",
    "moment",
    "money",
];

/// Variables of the forms, filled by the code itself.
const FORM_VARIABLES: &[&str] = &[
    "day",
    "day_padded",
    "month",
    "month_padded",
    "month_in_document",
    "year",
    "hour",
    "minute",
    "date",
    "amount",
];

fn messages(language: Language) -> BTreeMap<String, Message> {
    let mut all = BTreeMap::new();
    for chapter in chapters(language) {
        for (id, message) in ftl::read(chapter) {
            assert!(
                all.insert(id.clone(), message).is_none(),
                "{id} stands twice"
            );
        }
    }
    all
}

/// Every message that can be asked for, with what the domain says there.
/// Where a matter beside the cases stands, and what moved in a fund, is told by the name of an event.
fn stands(events: &Schema) -> Vec<String> {
    const KINDS: [&str; 5] = [
        "feedback-",
        "complaint-",
        "publicity-",
        "conference-",
        "fund-",
    ];
    let names = events.said();
    let names = names.filter_map(|said| {
        let kind = KINDS.iter().find(|kind| said.name.starts_with(**kind))?;
        said.name.strip_prefix(kind).map(str::to_owned)
    });
    names.map(|name| format!("word-{name}")).collect()
}

fn asked_for() -> BTreeMap<String, Vec<facts::Members>> {
    let refusals = schema::refusals();
    let events = schema::events();
    let mut all: BTreeMap<String, Vec<facts::Members>> = BTreeMap::new();
    for Said { name, members } in refusals.said() {
        all.entry(format!("refusal-{name}"))
            .or_default()
            .push(members);
    }
    for Said { name, members } in events.said() {
        all.entry(format!("event-{name}"))
            .or_default()
            .push(members);
    }
    let names = [
        FORMS.iter().map(ToString::to_string).collect::<Vec<_>>(),
        Standing::ALL.iter().map(|one| one.message()).collect(),
        vec![HOLD.to_owned()],
        Role::ALL
            .iter()
            .map(|one| format!("role-{}", one.as_str()))
            .collect(),
        CommandKind::ALL
            .iter()
            .map(|one| format!("command-{}", one.as_str()))
            .collect(),
        refusals
            .words()
            .map(|word| format!("word-{word}"))
            .collect(),
        events.words().map(|word| format!("word-{word}")).collect(),
        stands(&events),
    ];
    all.extend(names.into_iter().flatten().map(|name| (name, Vec::new())));
    let definitions = DefinitionLine::ALL.iter();
    all.extend(definitions.map(|one| line("definition", one.as_str(), one.fact_names())));
    let seasons = SeasonLine::ALL.iter();
    all.extend(seasons.map(|one| line("season", one.as_str(), one.fact_names())));
    let audits = AuditLine::ALL.iter();
    all.extend(audits.map(|one| line("audit", one.as_str(), one.fact_names())));
    all.extend(Problem::ALL.iter().map(|one| {
        let said = facts_of(*one).into_iter().collect();
        (format!("problem-{}", one.as_str()), said)
    }));
    all.extend(Line::ALL.iter().map(|one| {
        let said = facts_of_line(*one).into_iter().collect();
        (format!("line-{}", one.as_str()), said)
    }));
    all
}

/// A message of a family, with a sample of its facts.
fn line(family: &str, slug: &str, facts: &[&str]) -> (String, Vec<facts::Members>) {
    let facts = facts.iter();
    let said: facts::Members = facts.map(|name| ((*name).into(), "abc-1".into())).collect();
    let said = (!said.is_empty()).then_some(said).into_iter().collect();
    (format!("{family}-{slug}"), said)
}

/// The facts that the words of a problem name.
fn facts_of(problem: Problem) -> Option<facts::Members> {
    let facts = match problem.as_str() {
        "too-large" | "document-too-large" => serde_json::json!({ "max_bytes": 1 << 20 }),
        "document-mislabelled" => serde_json::json!({
            "accepted": ["application/pdf"],
            "announced_type": "none",
            "found_type": "image/png",
        }),
        "cursor-ahead-of-log" => serde_json::json!({ "position": 12, "log_size": 7 }),
        "too-many-consumers" => serde_json::json!({ "max": 16 }),
        "ack-regression" => serde_json::json!({ "expected": 12 }),
        "foreign-checkpoint" => serde_json::json!({ "origin": "khen.example/log/hon-quan" }),
        "checkpoint-forked" => serde_json::json!({ "size": 12, "root": "47DEQpj8" }),
        "checkpoint-ahead" => serde_json::json!({ "size": 12, "sealed_size": 7 }),
        "root-mismatch" => serde_json::json!({ "next": 12, "expected": "47DEQpj8" }),
        "integrity-halt" => serde_json::json!({
            "last_witnessed_size": 12, "since": "2024-11-05T01:00:00.000000Z",
        }),
        "not-acceptable" => serde_json::json!({ "available": ["application/x-ndjson"] }),
        "document-repeated" => serde_json::json!({ "sha256": "9f86d081884c7d65" }),
        "unsupported-media-type" => serde_json::json!({ "accepted": ["application/pdf"] }),
        _ => return None,
    };
    facts.as_object().cloned()
}

/// The facts that a line of the command line names.
fn facts_of_line(line: Line) -> Option<facts::Members> {
    let facts = match line {
        Line::Recorded | Line::NothingNew => serde_json::json!({ "command": "draft_nomination" }),
        Line::WaitsFor => serde_json::json!({ "who": "Phòng Nội vụ" }),
        Line::Since => serde_json::json!({ "since": "2024-11-05T01:00:00.000000Z" }),
        Line::Kinds => serde_json::json!({ "collective": 5, "individual": 10 }),
        Line::Places => serde_json::json!({
            "kind": "collective", "limit": 5, "allocated": 4, "reserve": 1,
        }),
        Line::PlacesUsed => serde_json::json!({ "approved": 5, "consumed": 4, "free": 1 }),
        Line::Slots => serde_json::json!({ "granted": 2 }),
        Line::SlotsTaken => serde_json::json!({ "taken": 1, "free": 1 }),
        Line::Due | Line::Late => serde_json::json!({ "due": "2024-11-29" }),
        Line::NoAnswer | Line::Untrusted | Line::Unclear => {
            serde_json::json!({ "url": "http://127.0.0.1:8080" })
        }
        Line::RepeatWith => serde_json::json!({ "key": "0123456789abcdef" }),
        Line::MoreRows => serde_json::json!({ "after": "HQ-CCHC-2024-0007" }),
        Line::NoAccess => serde_json::json!({ "url": "http://127.0.0.1:8080", "reason": "-" }),
        Line::Unwritable => serde_json::json!({ "file": "log.xes", "reason": "-" }),
        Line::Unreadable => serde_json::json!({ "file": "to-trinh.pdf", "reason": "-" }),
        Line::UnknownFile => serde_json::json!({ "file": "anh.gif", "accepted": ["pdf", "png"] }),
        Line::Nobody | Line::Several | Line::NoFinding | Line::NoVote => {
            serde_json::json!({ "asked": "Ví Dụ" })
        }
        Line::Escalates | Line::Escalated => {
            serde_json::json!({ "who": "Phòng Nội vụ", "left": "2", "late": "0" })
        }
        Line::Fund => serde_json::json!({
            "year": "2024", "credited": 100_000_000, "committed": 0, "paid": 1_404_000,
            "available": 98_596_000,
        }),
        Line::Money => serde_json::json!({ "amount": 1_404_000 }),
        Line::Received | Line::ReceivedNothing => serde_json::json!({
            "profile": "so_noi_vu_v1", "position": "40", "consumer": "so-noi-vu",
            "at": "2024-11-05T01:00:00.000000Z",
        }),
        Line::Pulled | Line::RolledBack => serde_json::json!({
            "ledger": "hon-quan", "kept": "4096", "log_size": "5000",
        }),
        Line::Forked => serde_json::json!({
            "ledger": "hon-quan", "size": "4096", "evidence": "mirror/hon-quan/alarm",
        }),
        Line::Damaged => serde_json::json!({ "ledger": "hon-quan", "reason": "-" }),
        Line::Unlisted => serde_json::json!({ "ledger": "hon-quan" }),
        Line::DocumentsKept => serde_json::json!({ "ledger": "hon-quan", "kept": "3" }),
        Line::Unsigned => serde_json::json!({
            "ledger": "hon-quan", "position": "4096", "evidence": "mirror/hon-quan/alarm",
        }),
        Line::NewExportKey => serde_json::json!({
            "ledger": "hon-quan", "key_id": "export-0a1b2c3d",
            "file": "mirror/hon-quan/export-vkey",
        }),
        Line::HoldStands => serde_json::json!({ "day": "15/11/2024" }),
        Line::HoldLiftAsked
        | Line::NothingWaits
        | Line::NothingFound
        | Line::NoToken
        | Line::TwoTokens
        | Line::TokenAndClient
        | Line::NoUnit => return None,
    };
    facts.as_object().cloned()
}

fn attributes_of(id: &str, message: &Message) -> Vec<&'static str> {
    let has_tally = message.value.contains("{ tally }");
    match id.split_once('-').map(|(chapter, _)| chapter) {
        Some("refusal") => vec!["detail", "remedy"],
        Some("problem") => vec!["detail"],
        Some("line") if message.attributes.contains_key("detail") => vec!["detail"],
        Some("standing") if message.attributes.contains_key("ball") => vec!["ball", "next"],
        Some("standing") => vec!["next"],
        Some("event") if has_tally => vec!["without_tally"],
        _ => Vec::new(),
    }
}

#[test]
fn the_schemas_name_every_refusal() {
    let said: BTreeSet<String> = schema::refusals().said().map(|said| said.name).collect();
    let all = Refusal::codes();
    let codes: BTreeSet<String> = all.iter().map(ToString::to_string).collect();
    assert_eq!(said, codes);
    assert_eq!(
        codes.len(),
        all.len(),
        "two refusals with one code would share their words"
    );
}

#[test]
fn every_catalogue_is_sound_fluent_in_nfc() {
    for language in Language::ALL {
        let (_, faults) = Catalogue::read(*language);
        assert_eq!(faults, Vec::<String>::new(), "{language}");
        for chapter in chapters(*language) {
            assert!(is_nfc(chapter), "{language}");
        }
    }
}

#[test]
fn everything_that_can_be_said_has_its_message() {
    let asked_for = asked_for();
    for language in Language::ALL {
        let messages = messages(*language);
        let missing: Vec<_> = asked_for
            .keys()
            .filter(|id| !messages.contains_key(*id))
            .collect();
        assert!(
            missing.is_empty(),
            "{language} has no words for {missing:#?}"
        );
    }
}

#[test]
fn no_message_is_dead() {
    let asked_for = asked_for();
    for language in Language::ALL {
        let messages = messages(*language);
        let referenced: BTreeSet<&str> = messages.values().flat_map(Message::references).collect();
        let is_dead =
            |id: &&String| !asked_for.contains_key(*id) && !referenced.contains(id.as_str());
        let dead: Vec<_> = messages.keys().filter(is_dead).collect();
        assert!(dead.is_empty(), "{language} never says {dead:#?}");
    }
}

#[test]
fn every_message_has_its_parts() {
    for language in Language::ALL {
        for (id, message) in messages(*language) {
            let parts: Vec<_> = message.attributes.keys().map(String::as_str).collect();
            assert_eq!(parts, attributes_of(&id, &message), "{language} {id}");
        }
    }
}

#[test]
fn every_variable_is_filled_by_a_fact() {
    let asked_for = asked_for();
    for language in Language::ALL {
        let (catalogue, _) = Catalogue::read(*language);
        let messages = messages(*language);
        for (id, message) in &messages {
            let Some(said) = asked_for.get(id).filter(|said| !said.is_empty()) else {
                let form =
                    |name: &&str| FORM_VARIABLES.contains(name) || name.starts_with("tally_");
                assert!(message.variables().iter().all(form), "{language} {id}");
                continue;
            };
            let filled: BTreeSet<String> = said
                .iter()
                .flat_map(|members| names(&facts::readable(&catalogue, &Facts::default(), members)))
                .collect();
            for variable in message.variables() {
                assert!(
                    filled.contains(variable),
                    "{language} {id}: ${variable}, not {filled:?}"
                );
            }
        }
    }
}

#[test]
fn every_message_reads_as_plain_text() {
    for language in Language::ALL {
        let (catalogue, _) = Catalogue::read(*language);
        for (id, said) in asked_for() {
            for members in &said {
                let facts = facts::readable(&catalogue, &Facts::default(), members);
                for part in [None, Some("detail"), Some("remedy"), Some("without_tally")] {
                    let text = catalogue.find(&id, part, &facts).unwrap_or_default();
                    let is_plain = !text.contains(['{', '}', '$']) && !text.contains("  ");
                    assert!(is_plain && text.trim() == text, "{language} {id}: {text}");
                }
            }
        }
    }
}

#[test]
fn every_member_that_holds_words_is_translated() {
    for members in [
        schema::refusals().word_members(),
        schema::events().word_members(),
    ] {
        for member in members {
            assert!(words::is_word(&member), "{member}");
        }
    }
}

#[test]
fn every_event_and_refusal_of_the_schema_can_be_read_by_the_domain() {
    for Said { name, members } in schema::events().said() {
        let (stream, event) = name
            .split_once('-')
            .expect("an event has a stream and a name");
        let json = serde_json::json!({ stream: { event: Value::Object(members) } });
        let event: Event =
            serde_json::from_value(json).expect("a sample of the schema is an event");
        let (again, _) = facts::named_content(&event);
        assert_eq!(name, format!("{}-{again}", event.kind().as_str()));
    }
}

fn names(facts: &FluentArgs<'_>) -> Vec<String> {
    facts.iter().map(|(name, _)| name.to_owned()).collect()
}
