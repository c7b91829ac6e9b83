//! The exceptions: each names a rule, a place and a reason.

use serde::Deserialize;

/// Where the exceptions are written down.
pub(crate) const PATH: &str = "crates/xtask/allow.toml";

/// One exception.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allowance {
    /// The name of the rule that may be broken.
    pub rule: String,
    /// The path at which it may be broken.
    pub path: String,
    /// A piece of the message, for a path where only one breach is excused.
    pub saying: Option<String>,
    /// Why the rule does more harm than good here.
    pub reason: String,
}

/// All exceptions.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allowances {
    #[serde(default)]
    allow: Vec<Allowance>,
}

impl Allowances {
    /// Reads the text of `allow.toml`.
    ///
    /// # Errors
    /// When it is not TOML, has an unknown field, or leaves out a reason.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        let allowances: Self = toml::from_str(text)?;
        for allowance in &allowances.allow {
            anyhow::ensure!(
                allowance.reason.trim().len() >= 10,
                "the exception for `{}` at {} gives no reason",
                allowance.rule,
                allowance.path
            );
        }
        Ok(allowances)
    }

    /// The exceptions to this rule.
    pub fn of_rule<'a>(&'a self, rule: &'a str) -> impl Iterator<Item = &'a Allowance> {
        self.allow.iter().filter(move |one| one.rule == rule)
    }

    /// The rules that have an exception.
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        self.allow.iter().map(|one| one.rule.as_str())
    }
}

impl Allowance {
    /// Whether this exception excuses such a breach.
    #[must_use]
    pub fn excuses(&self, path: &str, wrong: &str) -> bool {
        let said = self
            .saying
            .as_deref()
            .is_none_or(|saying| wrong.contains(saying));
        self.path == path && said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_without_a_reason_is_not_read() {
        let text = "[[allow]]\nrule = \"file-sizes\"\npath = \"a.rs\"\nreason = \"\"\n";
        assert!(Allowances::parse(text).is_err());
    }

    #[test]
    fn an_exception_excuses_one_place() {
        let text = "[[allow]]\nrule = \"x\"\npath = \"a.rs\"\nsaying = \"`b`\"\nreason = \"the law says so\"\n";
        let allowances = Allowances::parse(text).unwrap();
        let allowance = allowances.of_rule("x").next().unwrap();
        assert!(allowance.excuses("a.rs", "names `b`"));
        assert!(!allowance.excuses("a.rs", "names `c`"));
        assert!(!allowance.excuses("c.rs", "names `b`"));
    }
}
