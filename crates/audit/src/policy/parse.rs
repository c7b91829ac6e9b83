//! Reads a policy file.

use thiserror::Error;

use super::parties::{Group, NONE, Party, Quorum, Threshold};
use crate::{
    KeyKind, Policy, PolicyLog, PolicyWitness, VerifierKey, VerifierKeyError, decimal,
    note::name::is_control,
};

/// A text that is no policy.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line} of the policy: {problem}")]
pub struct PolicyParseError {
    /// The line, from 1; the one after the last when something is missing at the end.
    pub line: usize,
    /// What is wrong with it.
    pub problem: PolicyProblem,
}

/// What is wrong with a line of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PolicyProblem {
    /// The last line has no end.
    #[error("it has no end")]
    Unterminated,
    /// A control character other than a tab.
    #[error("it holds a control character")]
    Control,
    /// It is none of the four kinds of lines, or has too few words or too many.
    #[error("it is no line of a log, a witness, a group or a quorum")]
    Shape,
    /// The key cannot be read.
    #[error("{0}")]
    Key(VerifierKeyError),
    /// The key is not of the kind that a log or a witness signs with.
    #[error("a key of this kind does not sign so")]
    Kind,
    /// The same public key stands in an earlier line of this kind.
    #[error("its public key is in an earlier line")]
    KeyTwice,
    /// The name is taken, or is `none`.
    #[error("the name `{0}` is taken")]
    NameTaken(String),
    /// No earlier line defines this name.
    #[error("no earlier line defines `{0}`")]
    Undefined(String),
    /// A name is a member of a group already.
    #[error("`{0}` is a member of a group already")]
    MemberTwice(String),
    /// Not `any`, `all` or a number from 1 to the number of members.
    #[error("`{0}` is neither `any` nor `all` nor a number of its members")]
    Threshold(String),
    /// There is a quorum already.
    #[error("there is a quorum already")]
    QuorumTwice,
    /// There is no quorum in the whole file.
    #[error("there is no quorum")]
    NoQuorum,
}

impl Policy {
    /// Reads a policy file.
    ///
    /// # Errors
    /// [`PolicyParseError`] names the line and what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, PolicyParseError> {
        let mut reader = Reader::default();
        let mut last = 0;
        for (line, content) in (1..).zip(text.split_inclusive('\n')) {
            let read = reader.read(content);
            read.map_err(|problem| PolicyParseError { line, problem })?;
            last = line;
        }
        reader.finish().ok_or(PolicyParseError {
            line: last + 1,
            problem: PolicyProblem::NoQuorum,
        })
    }
}

/// What was read so far.
#[derive(Default)]
struct Reader {
    logs: Vec<PolicyLog>,
    parties: Vec<Party>,
    /// For each party whether it is in a group.
    is_member: Vec<bool>,
    quorum: Option<Quorum>,
}

impl Reader {
    fn finish(self) -> Option<Policy> {
        Some(Policy {
            logs: self.logs,
            parties: self.parties,
            quorum: self.quorum?,
        })
    }

    fn read(&mut self, line: &str) -> Result<(), PolicyProblem> {
        let line = line.strip_suffix('\n').ok_or(PolicyProblem::Unterminated)?;
        if line.contains(|one| one == '\u{7f}' || one != '\t' && is_control(one)) {
            return Err(PolicyProblem::Control);
        }
        let words = line.split([' ', '\t']).filter(|word| !word.is_empty());
        match words.collect::<Vec<_>>().as_slice() {
            [] => Ok(()),
            [first, ..] if first.starts_with('#') => Ok(()),
            ["log", key] => self.log(key, None),
            ["log", key, url] => self.log(key, Some(url)),
            ["witness", name, key] => self.witness(name, key, None),
            ["witness", name, key, url] => self.witness(name, key, Some(url)),
            ["group", name, threshold, members @ ..] if !members.is_empty() => {
                self.group(name, threshold, members)
            }
            ["quorum", name] => self.set_quorum(name),
            [..] => Err(PolicyProblem::Shape),
        }
    }

    fn log(&mut self, key: &str, url: Option<&str>) -> Result<(), PolicyProblem> {
        let others = self.logs.iter().map(|log| &log.key);
        let key = read_key(key, KeyKind::Note, others)?;
        let url = url.map(ToOwned::to_owned);
        self.logs.push(PolicyLog { key, url });
        Ok(())
    }

    fn witness(&mut self, name: &str, key: &str, url: Option<&str>) -> Result<(), PolicyProblem> {
        let name = self.free(name)?;
        let others = self.parties.iter().filter_map(|party| match party {
            Party::Witness(witness) => Some(&witness.key),
            Party::Group(_) => None,
        });
        let key = read_key(key, KeyKind::Cosignature, others)?;
        let url = url.map(ToOwned::to_owned);
        let witness = PolicyWitness { name, key, url };
        self.push(Party::Witness(Box::new(witness)));
        Ok(())
    }

    fn group(&mut self, name: &str, least: &str, names: &[&str]) -> Result<(), PolicyProblem> {
        let name = self.free(name)?;
        let mut members = Vec::new();
        for member in names {
            let place = self.place(member)?;
            if self.is_member[place] {
                return Err(PolicyProblem::MemberTwice((*member).to_owned()));
            }
            self.is_member[place] = true;
            members.push(place);
        }
        let threshold = read_threshold(least, members.len());
        self.push(Party::Group(Group {
            name,
            threshold: threshold.ok_or_else(|| PolicyProblem::Threshold(least.to_owned()))?,
            members,
        }));
        Ok(())
    }

    fn set_quorum(&mut self, name: &str) -> Result<(), PolicyProblem> {
        if self.quorum.is_some() {
            return Err(PolicyProblem::QuorumTwice);
        }
        self.quorum = Some(if name == NONE {
            Quorum::Nobody
        } else {
            Quorum::Party(self.place(name)?)
        });
        Ok(())
    }

    fn push(&mut self, party: Party) {
        self.parties.push(party);
        self.is_member.push(false);
    }

    fn place(&self, name: &str) -> Result<usize, PolicyProblem> {
        let place = self.parties.iter().position(|party| party.name() == name);
        place.ok_or_else(|| PolicyProblem::Undefined(name.to_owned()))
    }

    fn free(&self, name: &str) -> Result<String, PolicyProblem> {
        if name == NONE || self.place(name).is_ok() {
            return Err(PolicyProblem::NameTaken(name.to_owned()));
        }
        Ok(name.to_owned())
    }
}

fn read_key<'k>(
    vkey: &str,
    kind: KeyKind,
    mut others: impl Iterator<Item = &'k VerifierKey>,
) -> Result<VerifierKey, PolicyProblem> {
    let key = VerifierKey::parse(vkey).map_err(PolicyProblem::Key)?;
    if key.kind() != kind {
        return Err(PolicyProblem::Kind);
    }
    if others.any(|other| other.public_bytes() == key.public_bytes()) {
        return Err(PolicyProblem::KeyTwice);
    }
    Ok(key)
}

fn read_threshold(text: &str, member_count: usize) -> Option<Threshold> {
    match text {
        "any" => Some(Threshold::Any),
        "all" => Some(Threshold::All),
        number => {
            let least = decimal::parse(number)?.try_into().ok()?;
            let is_possible = (1..=member_count).contains(&least);
            is_possible.then_some(Threshold::AtLeast(least))
        }
    }
}
