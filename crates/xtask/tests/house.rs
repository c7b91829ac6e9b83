//! Every rule of the house, as a test of its own.

use std::path::Path;

use khen_xtask::{Workspace, tidy};

fn holds(rule: &str) {
    let room = Path::new(env!("CARGO_MANIFEST_DIR"));
    let workspace = Workspace::load(room).expect("the repository can be read");
    let breach = tidy::check_one(&workspace, rule).expect("the exceptions can be read");
    if let Some(breach) = breach {
        panic!("{breach}");
    }
}

macro_rules! rules {
    ($($test:ident: $rule:literal,)+) => {
        $(#[test]
        fn $test() {
            holds($rule);
        })+

        #[test]
        fn every_rule_is_a_test_here() {
            let rules: Vec<&str> = tidy::RULES.iter().map(|rule| rule.name).collect();
            assert_eq!(rules, [$($rule),+]);
        }
    };
}

rules! {
    arrows_only_point_down: "arrows",
    outside_crates_stay_in_their_rooms: "outside-crates",
    every_room_says_its_duty_in_the_same_words: "duty",
    every_room_is_known_from_its_door: "doors",
    the_floor_plan_shows_every_room: "map",
    the_domain_knows_no_async_and_no_sql: "domain-is-pure",
    the_domain_knows_no_profile: "domain-knows-no-profile",
    only_the_desk_appends: "only-desk-appends",
    only_workers_move_rows: "only-workers-move-rows",
    only_the_wiring_names_adapters: "only-wiring-names-adapters",
    no_store_knows_what_a_nomination_is: "stores-know-no-nomination",
    files_stay_small: "file-sizes",
    nothing_is_silenced_or_unfinished: "forbidden-words",
    imports_stand_in_three_groups: "imports",
    sql_is_never_built_from_text: "sql-text",
    tests_are_named_with_sentences: "test-names",
    the_glossary_and_the_domain_use_the_same_words: "glossary",
    every_migration_has_its_partner: "migrations",
    the_top_of_the_repository_stays_clear: "top-level",
    every_rule_is_traced_to_its_test: "trace",
    the_repository_speaks_of_itself_only: "traces",
}
