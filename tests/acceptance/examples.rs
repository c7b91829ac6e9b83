//! Every example of every `--help` is a line that works: it is read, and what it sends is what the
//! API takes.

use std::{collections::BTreeSet, path::Path};

use crate::{counter::Counter, house::House};

/// Commands that `khen command` gives; what the server's machine loads is among them.
const GIVEN_AS_THEY_ARE: &[&str] = &[
    "allocate_quota",
    "amend_plan",
    "approve_criteria",
    "close_campaign_by_reorganisation",
    "close_revoked_awards",
    "confirm_rollout",
    "determine_eligible_units",
    "dissolve_unit",
    "end_assignment",
    "end_authority",
    "establish_authority",
    "establish_unit",
    "extend_deadline",
    "grant_assignment",
    "import_unit_results",
    "interpret_criterion",
    "merge_identity",
    "move_person",
    "open_award_files",
    "reassign_legal_regime",
    "record_authority_index",
    "record_base_wage",
    "record_discipline",
    "record_initiative",
    "record_inspection",
    "record_missed_deadlines",
    "record_past_award",
    "record_rating",
    "record_regime",
    "record_reminder",
    "record_reminders",
    "register_legacy_decision",
    "register_person",
    "register_plan",
    "set_calendar",
    "set_gate_rules",
    "set_quota",
    "transfer_campaign",
    "undo_identity_merge",
];

#[test]
fn every_example_sends_what_the_api_takes() {
    let house = House::new();
    let counter = Counter::open();
    let mut seen = 0;
    for verb in verbs(&house, &[]) {
        let help = help(&house, &verb);
        for example in examples(&help) {
            seen += 1;
            carry_out(&house, &counter, &example);
        }
    }
    assert!(seen > 60, "{seen} examples teach");
    let given: BTreeSet<String> = counter.commands();
    let missing: Vec<&String> = counter
        .known_commands()
        .filter(|command| !given.contains(*command))
        .filter(|command| !GIVEN_AS_THEY_ARE.contains(&command.as_str()))
        .collect();
    assert!(missing.is_empty(), "no example gives {missing:?}");
}

/// Runs one line as it stands there, in a folder with the papers that it names.
fn carry_out(house: &House, counter: &Counter, example: &[String]) {
    let folder = house.path("papers");
    std::fs::create_dir_all(&folder).unwrap();
    for word in example {
        let file = word.rsplit('=').next().unwrap_or(word);
        put(&folder, file);
    }
    let words: Vec<&str> = example.iter().map(String::as_str).collect();
    let output = house
        .khen(&words)
        .current_dir(&folder)
        .env("KHEN_URL", counter.url())
        .env("KHEN_TOKEN", "made-up")
        .output()
        .unwrap();
    assert!(
        output.status.success() && counter.complaints().is_empty(),
        "khen {}\n{}\n{:#?}",
        example.join(" "),
        String::from_utf8_lossy(&output.stderr),
        counter.complaints(),
    );
}

/// A paper with this name, if it is the name of one.
fn put(folder: &Path, name: &str) {
    let content = match name {
        "launch.json" => r#"{ "campaign": "HQ-CCHC-2024", "date": "2024-03-15" }"#,
        "deadline.json" => r#"{ "campaign": "HQ-CCHC-2024", "due": "2024-11-29T17:00:00+07:00" }"#,
        "checkpoint.txt" => {
            "khen.example/log/hon-quan\n1\nbWFkZSB1cA==\n\n— made-up bWFkZSB1cA==\n"
        }
        name if Path::new(name).extension() == Some("pdf".as_ref()) => "%PDF-1.4 made up",
        _ => return,
    };
    std::fs::write(folder.join(name), content).unwrap();
}

/// Every verb below this one that is asked of a server, whole ones only.
fn verbs(house: &House, path: &[String]) -> Vec<Vec<String>> {
    const ON_THE_SERVERS_MACHINE: &[&str] = &[
        "admin", "campaign", "client", "config", "demo", "doctor", "load", "log", "migrate",
        "province", "rebuild", "season", "serve", "token", "verify", "witness", "work",
    ];
    let help = help(house, path);
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = commands
        .take_while(|line| !line.is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next());
    let mut found = Vec::new();
    let is_here = |name: &str| path.is_empty() && ON_THE_SERVERS_MACHINE.contains(&name);
    for name in names.filter(|name| *name != "help" && !is_here(name)) {
        let path: Vec<String> = path.iter().cloned().chain([name.to_owned()]).collect();
        found.extend(verbs(house, &path));
    }
    if found.is_empty() && !path.is_empty() {
        found.push(path.to_vec());
    }
    found
}

fn help(house: &House, path: &[String]) -> String {
    let mut words: Vec<&str> = path.iter().map(String::as_str).collect();
    words.push("--help");
    house.succeed(&words)
}

/// The lines below "Example:", put together where they are broken, as words without `khen`.
fn examples(help: &str) -> Vec<Vec<String>> {
    let lines = help.lines().skip_while(|line| !line.starts_with("Example"));
    let lines = lines.skip(1).take_while(|line| !line.is_empty());
    let text = lines.collect::<Vec<_>>().join("\n").replace("\\\n", " ");
    let examples: Vec<Vec<String>> = text
        .lines()
        .map(|line| words(line.trim()))
        .map(|words| words.into_iter().skip(1).collect())
        .collect();
    assert!(!examples.is_empty(), "this help has no example:\n{help}");
    examples
}

/// Words as a shell splits them; the examples quote with ' only.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for (turn, part) in line.split('\'').enumerate() {
        let is_quoted = turn % 2 == 1;
        for (index, piece) in part.split(' ').enumerate() {
            if index > 0 && !is_quoted {
                words.push(String::new());
            } else if index > 0 {
                words.last_mut().unwrap().push(' ');
            }
            words.last_mut().unwrap().push_str(piece);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}
