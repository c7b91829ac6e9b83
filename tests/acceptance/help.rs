//! What `--help` teaches.

use crate::house::House;

fn help(words: &[&str]) -> String {
    let mut words = words.to_vec();
    words.push("--help");
    // Lines are as long as on any terminal of this width.
    let mut command = House::new().khen(&words);
    let output = command.env("COLUMNS", "100").output().unwrap();
    assert!(output.status.success(), "{words:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_whole_program_is_told_on_one_page() {
    insta::assert_snapshot!("help@khen", help(&[]));
}

#[test]
fn a_verb_tells_what_belongs_to_it() {
    insta::assert_snapshot!("help@submit", help(&["submit"]));
}

#[test]
fn a_line_is_taught_by_examples_before_its_options() {
    insta::assert_snapshot!("help@nominate_draft", help(&["nominate", "draft"]));
    insta::assert_snapshot!("help@council_vote", help(&["council", "vote"]));
}
