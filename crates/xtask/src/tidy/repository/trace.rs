//! Every sentence of the plan, every invariant and every edge case has its rule and its test.

use crate::{
    tidy::{Finding, Rule},
    trace,
    workspace::Workspace,
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "trace",
    why: "an auditor asks where a sentence of the plan went; a rule without a test, or a sentence without a rule, is a promise that nobody keeps",
    remedy: "name the item in the doc of its rule and of its test, or say in crates/domain/trace.toml why it is elsewhere; then run `cargo xtask trace`",
    check,
};

fn check(workspace: &Workspace) -> Vec<Finding> {
    let (page, gaps) = match trace::page(workspace) {
        Ok(traced) => traced,
        Err(error) => return vec![Finding::in_file(trace::PAGE, format!("{error:#}"))],
    };
    let mut findings: Vec<_> = gaps
        .into_iter()
        .map(|gap| Finding::in_file(trace::PAGE, gap))
        .collect();
    let is_current = workspace
        .file(trace::PAGE)
        .is_some_and(|file| file.text == page);
    if !is_current {
        findings.push(Finding::in_file(trace::PAGE, "is stale"));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::{house, wrongs};

    const LIST: (&str, &str) = (
        "crates/domain/trace.toml",
        "[[chapter]]\ntitle = \"Cases\"\n[[chapter.items]]\nid = \"E01\"\nsays = \"Said.\"\n",
    );

    #[test]
    fn a_gap_and_a_stale_page_are_found() {
        let found = wrongs(check(&house(&[LIST, (trace::PAGE, "old")])));
        assert_eq!(found, ["E01 has neither a rule nor a test", "is stale"]);
    }

    #[test]
    fn a_missing_list_is_found() {
        let found = wrongs(check(&house(&[])));
        assert_eq!(found, ["crates/domain/trace.toml is missing"]);
    }
}
