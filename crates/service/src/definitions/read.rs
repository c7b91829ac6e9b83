//! Reads several definitions together.

use toml::Spanned;

use super::{
    Authority, Campaign, DefinitionError, Fault, Kind, People, Source, kind::kind_of,
    words::Problem,
};

/// Definitions that were read together and fit each other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Definitions {
    /// The authority, if it is among them.
    pub(crate) authority: Option<Authority>,
    /// People, file by file.
    pub(crate) people: Vec<People>,
    /// Campaigns, file by file.
    pub(crate) campaigns: Vec<Campaign>,
}

impl Definitions {
    /// Reads the files. Units and instruments are looked up in the authority where it is among
    /// them; where it is not, the desk will refuse what the ledger does not know.
    ///
    /// # Errors
    /// [`DefinitionError`] with everything that is wrong; of a file that cannot be read, the
    /// first thing.
    pub(crate) fn read(sources: &[Source<'_>]) -> Result<Self, DefinitionError> {
        let (read, faults) = Self::read_as_far_as_possible(sources);
        if faults.is_empty() {
            Ok(read)
        } else {
            Err(DefinitionError { faults })
        }
    }

    /// What could be read, and everything that is wrong.
    pub(crate) fn read_as_far_as_possible(sources: &[Source<'_>]) -> (Self, Vec<Fault>) {
        let mut read = Self::default();
        let mut faults = Vec::new();
        for (source, kind) in by_kind(sources, &mut faults) {
            let wrong = read.take(source, &kind);
            faults.extend(wrong);
        }
        (read, faults)
    }

    /// Takes one file in, and says what is wrong with it.
    fn take(&mut self, source: Source<'_>, kind: &Spanned<Kind>) -> Vec<Fault> {
        let taken = match kind.get_ref() {
            Kind::Authority if self.authority.is_some() => {
                Err(source.fault(kind.span(), Problem::SecondAuthority))
            }
            Kind::Authority => source.parse().map(|mut authority: Authority| {
                authority.lines = source.lines();
                let faults = authority.faults(source);
                self.authority = Some(authority);
                faults
            }),
            Kind::People => source.parse().map(|mut people: People| {
                people.lines = source.lines();
                let faults = people.faults(source, self.authority.as_ref());
                self.people.push(people);
                faults
            }),
            Kind::Campaign => source.parse().map(|mut campaign: Campaign| {
                campaign.lines = source.lines();
                let faults = campaign.faults(source, self.authority.as_ref());
                self.campaigns.push(campaign);
                faults
            }),
        };
        taken.unwrap_or_else(|fault| vec![fault])
    }
}

/// The files with their kinds, authorities first: the others are checked against them.
fn by_kind<'a>(
    sources: &[Source<'a>],
    faults: &mut Vec<Fault>,
) -> Vec<(Source<'a>, Spanned<Kind>)> {
    let mut kinds = Vec::new();
    for source in sources {
        match kind_of(*source) {
            Ok(kind) => kinds.push((*source, kind)),
            Err(fault) => faults.push(fault),
        }
    }
    kinds.sort_by_key(|(_, kind)| *kind.get_ref() != Kind::Authority);
    kinds
}
