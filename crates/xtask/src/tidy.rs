//! The rules of the house.
//!
//! Frozen event schemas, the `OpenAPI` document and other generated files are compared with their
//! source by the tests of the rooms that generate them, not here.

mod absences;
mod code;
#[cfg(test)]
pub(crate) mod made_up;
mod repository;
mod rooms;

use std::fmt;

pub use code::file_sizes::summary;

use crate::{
    allow::{self, Allowances},
    rust_file::RustFile,
    workspace::Workspace,
};

/// One rule.
pub struct Rule {
    /// What messages and exceptions call it.
    pub name: &'static str,
    /// Why the house wants it.
    pub why: &'static str,
    /// What a person who broke it should do.
    pub remedy: &'static str,
    /// Finds every place where it is broken.
    pub check: fn(&Workspace) -> Vec<Finding>,
}

/// One place where a rule is broken.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file, from the root of the repository.
    pub path: String,
    /// The line, counted from 1, where there is one.
    pub line: Option<usize>,
    /// What is wrong there.
    pub wrong: String,
}

/// A broken rule and every place where it is broken.
pub struct Breach {
    rule: &'static Rule,
    findings: Vec<Finding>,
}

/// All rules, in the order in which they are reported.
pub const RULES: &[&Rule] = &[
    &rooms::arrows::RULE,
    &rooms::outside_crates::RULE,
    &rooms::duty::RULE,
    &rooms::doors::RULE,
    &rooms::map::RULE,
    &absences::domain_is_pure::RULE,
    &absences::domain_knows_no_profile::RULE,
    &absences::only_desk_appends::RULE,
    &absences::only_workers_move_rows::RULE,
    &absences::only_wiring_names_adapters::RULE,
    &absences::stores_know_no_nomination::RULE,
    &code::file_sizes::RULE,
    &code::forbidden_words::RULE,
    &code::imports::RULE,
    &code::sql_text::RULE,
    &code::test_names::RULE,
    &repository::glossary::RULE,
    &repository::migrations::RULE,
    &repository::top_level::RULE,
    &repository::trace::RULE,
    &repository::traces::RULE,
];

/// Asks every rule.
///
/// # Errors
/// When `allow.toml` cannot be read.
pub fn check(workspace: &Workspace) -> anyhow::Result<Vec<Breach>> {
    let allowances = Allowances::parse(workspace.allowances())?;
    for name in allowances.rules() {
        let is_known = RULES.iter().any(|rule| rule.name == name);
        anyhow::ensure!(
            is_known,
            "{} excuses `{name}`, which is no rule",
            allow::PATH
        );
    }
    Ok(RULES
        .iter()
        .filter_map(|rule| breach(rule, workspace, &allowances))
        .collect())
}

/// Asks the rule of this name.
///
/// # Errors
/// When `allow.toml` cannot be read or there is no such rule.
pub fn check_one(workspace: &Workspace, name: &str) -> anyhow::Result<Option<Breach>> {
    let allowances = Allowances::parse(workspace.allowances())?;
    match RULES.iter().find(|rule| rule.name == name) {
        Some(rule) => Ok(breach(rule, workspace, &allowances)),
        None => anyhow::bail!("there is no rule `{name}`"),
    }
}

fn breach(rule: &'static Rule, workspace: &Workspace, allowances: &Allowances) -> Option<Breach> {
    let found = (rule.check)(workspace);
    let mut findings: Vec<Finding> = allowances
        .of_rule(rule.name)
        .filter(|one| {
            !found
                .iter()
                .any(|finding| one.excuses(&finding.path, &finding.wrong))
        })
        .map(|stale| Finding {
            path: allow::PATH.to_owned(),
            line: None,
            wrong: format!(
                "the exception for {} excuses nothing any more: delete it",
                stale.path
            ),
        })
        .collect();
    findings.extend(found.into_iter().filter(|finding| {
        !allowances
            .of_rule(rule.name)
            .any(|one| one.excuses(&finding.path, &finding.wrong))
    }));
    (!findings.is_empty()).then_some(Breach { rule, findings })
}

impl Finding {
    fn in_file(path: &str, wrong: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line: None,
            wrong: wrong.into(),
        }
    }

    fn at(file: &RustFile, offset: usize, wrong: impl Into<String>) -> Self {
        Self {
            path: file.path.clone(),
            line: Some(file.line_at(offset)),
            wrong: wrong.into(),
        }
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{} is broken", self.rule.name)?;
        for finding in &self.findings {
            match finding.line {
                Some(line) => writeln!(out, "  {}:{line}: {}", finding.path, finding.wrong)?,
                None => writeln!(out, "  {}: {}", finding.path, finding.wrong)?,
            }
        }
        writeln!(out, "  Why: {}", self.rule.why)?;
        writeln!(out, "  Do:  {}", self.rule.remedy)
    }
}

#[cfg(test)]
mod tests {
    use super::{made_up::house, *};

    const BROKEN: (&str, &str) = ("crates/desk/tests/a.rs", "fn test_a() {}");

    fn excuse(path: &str) -> String {
        format!("[[allow]]\nrule = \"test-names\"\npath = \"{path}\"\nreason = \"for this test\"\n")
    }

    #[test]
    fn a_message_says_what_why_and_what_to_do() {
        let breach = check_one(&house(&[BROKEN]), "test-names").unwrap().unwrap();
        let message = breach.to_string();
        for part in ["test-names", "crates/desk/tests/a.rs:1", "Why:", "Do:"] {
            assert!(message.contains(part), "{message}");
        }
    }

    #[test]
    fn an_exception_excuses_a_breach() {
        let allow = excuse(BROKEN.0);
        let workspace = house(&[BROKEN, (allow::PATH, &allow)]);
        assert!(check_one(&workspace, "test-names").unwrap().is_none());
    }

    #[test]
    fn an_exception_that_excuses_nothing_is_a_breach() {
        let allow = excuse("crates/desk/src/b.rs");
        let workspace = house(&[(allow::PATH, &allow)]);
        let breach = check_one(&workspace, "test-names").unwrap().unwrap();
        assert_eq!(breach.findings[0].path, allow::PATH);
    }

    #[test]
    fn an_exception_to_an_unknown_rule_is_an_error() {
        let allow = excuse(BROKEN.0).replace("test-names", "nonsense");
        assert!(check(&house(&[(allow::PATH, &allow)])).is_err());
    }
}
