//! Traceability: for every sentence of the plan, every invariant and every edge case the rule that
//! keeps it and the test that proves it.
//!
//! The list of what must be kept is `crates/domain/trace.toml`. Invariants and edge cases are found
//! where the doc of a rule or of a test names them (`INV-23`, `E13`); sentences of the plan name
//! theirs in the list. The page is generated, and a tidy rule fails when it is stale or has a gap.

mod list;
mod mentions;
mod page;

use list::Item;
use mentions::Mentions;
pub use page::PAGE;

use crate::workspace::Workspace;

/// What keeps one item of the list.
struct Traced<'l> {
    item: &'l Item,
    rules: Vec<String>,
    tests: Vec<String>,
}

impl Traced<'_> {
    fn gap(&self) -> Option<String> {
        let id = &self.item.id;
        let has_both = !self.rules.is_empty() && !self.tests.is_empty();
        if self.item.open.is_some() {
            return has_both.then(|| format!("{id} has rule and test, and is called open"));
        }
        if self.item.elsewhere.is_some() {
            return None;
        }
        match (self.rules.is_empty(), self.tests.is_empty()) {
            (true, true) => Some(format!("{id} has neither a rule nor a test")),
            (true, false) => Some(format!("{id} has no rule")),
            (false, true) => Some(format!("{id} has no test")),
            (false, false) => None,
        }
    }
}

/// The page, as it should be, and what is missing in it.
///
/// # Errors
/// When the list cannot be read.
pub fn page(workspace: &Workspace) -> anyhow::Result<(String, Vec<String>)> {
    let chapters = list::read(workspace)?;
    let mentions = Mentions::of(workspace);
    let mut gaps = Vec::new();
    let mut text = String::from(page::HEAD);
    for chapter in &chapters {
        let items = chapter.items.iter();
        let traced: Vec<_> = items
            .map(|item| trace(item, &mentions, &mut gaps))
            .collect();
        gaps.extend(traced.iter().filter_map(Traced::gap));
        page::write(&mut text, &chapter.title, &traced);
    }
    Ok((text, gaps))
}

fn trace<'l>(item: &'l Item, mentions: &Mentions, gaps: &mut Vec<String>) -> Traced<'l> {
    let named = item.rules.iter().chain(&item.tests);
    let strangers = named.filter(|name| !mentions.has(name));
    gaps.extend(strangers.map(|name| format!("{} names {name}, which is not there", item.id)));
    let mut rules = item.rules.clone();
    let mut tests = item.tests.clone();
    rules.extend(mentions.rules(&item.id));
    tests.extend(mentions.tests(&item.id));
    Traced { item, rules, tests }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::house;

    const RULE: (&str, &str) = (
        "crates/domain/src/quota.rs",
        "/// Refuses more than the quota (INV-24).\npub fn check() {}\n",
    );
    const STORY: (&str, &str) = (
        "crates/domain/src/quota/stories.rs",
        "/// INV-24.\n#[test]\nfn no_more_than_the_quota() {}\n",
    );
    const DECLARES: (&str, &str) = (
        "crates/domain/src/lib.rs",
        "mod quota;\n#[cfg(test)]\nmod tests {}\n",
    );

    fn gaps(list: &str, files: &[(&str, &str)]) -> Vec<String> {
        let mut all = vec![(list::PATH, list), DECLARES];
        all.extend_from_slice(files);
        page(&house(&all)).unwrap().1
    }

    const LIST: &str = "[[chapter]]\ntitle = \"Invariants\"\n\
                        [[chapter.items]]\nid = \"INV-24\"\nsays = \"Not beyond the quota.\"\n";

    #[test]
    fn an_item_with_rule_and_test_has_no_gap() {
        let story = ("crates/domain/tests/quota.rs", STORY.1);
        assert_eq!(gaps(LIST, &[RULE, story]), Vec::<String>::new());
    }

    #[test]
    fn an_item_without_test_or_without_both_is_a_gap() {
        assert_eq!(gaps(LIST, &[RULE]), ["INV-24 has no test"]);
        assert_eq!(gaps(LIST, &[]), ["INV-24 has neither a rule nor a test"]);
    }

    #[test]
    fn an_item_that_is_proven_elsewhere_says_why() {
        let list = format!("{LIST}elsewhere = \"by the audit\"\n");
        assert_eq!(gaps(&list, &[]), Vec::<String>::new());
    }

    #[test]
    fn an_item_is_open_until_it_has_rule_and_test() {
        let list = format!("{LIST}open = \"to be built\"\n");
        assert_eq!(gaps(&list, &[RULE]), Vec::<String>::new());
        let story = ("crates/domain/tests/quota.rs", STORY.1);
        let told = gaps(&list, &[RULE, story]);
        assert_eq!(told, ["INV-24 has rule and test, and is called open"]);
    }

    #[test]
    fn a_name_in_the_list_must_exist() {
        let list = format!("{LIST}rules = [\"crates/domain/src/quota.rs#gone\"]\n");
        let found = gaps(&list, &[RULE]);
        assert!(found[0].contains("#gone, which is not there"), "{found:?}");
    }

    #[test]
    fn an_id_is_found_whole() {
        let story = (
            "crates/a/tests/a.rs",
            "/// INV-241.\n#[test]\nfn other() {}\n",
        );
        assert_eq!(gaps(LIST, &[RULE, story]), ["INV-24 has no test"]);
    }
}
