//! Who reads what: one exhaustive table, role by class of data.
//!
//! Source: interfaces F.5, with the nominee's right to the own case.

use crate::{Document, DocumentKind, Role, nomination::Event};

macro_rules! classes {
    ($($(#[$doc:meta])+ $name:ident = $word:literal in $column:ident),+ $(,)?) => {
        /// A class of data: what is read together or not at all.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum DataClass { $($(#[$doc])+ $name),+ }

        impl DataClass {
            /// Every class.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its name.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }
        }

        /// What a role reads, class by class.
        #[derive(Debug, Clone, Copy)]
        struct Row { $($column: Reach),+ }

        impl Row {
            fn of(self, class: DataClass) -> Reach {
                match class { $(DataClass::$name => self.$column),+ }
            }
        }
    };
}

classes! {
    /// That there is a case: who is nominated by which unit for what, and where it stands, in the
    /// words for the reader.
    Case = "case" in case,
    /// Báo cáo thành tích.
    Report = "report" in report,
    /// What the unit brings besides: letter and extract tell of others on the same list, and of
    /// the votes.
    UnitPapers = "unit_papers" in unit_papers,
    /// What is brought by whoever works on the case.
    OfficePapers = "office_papers" in office_papers,
    /// Decisions before they are issued.
    OpenDecisions = "open_decisions" in open_decisions,
    /// Who works where, and in which role.
    Directory = "directory" in directory,
    /// The ledger itself: any event and any state, open votes among them, and what audits find.
    Ledger = "ledger" in ledger,
}

/// Whose data of a class a role reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Nobody's.
    Nothing,
    /// Those of the own case.
    OwnCase,
    /// Those of the own unit.
    OwnUnit,
    /// All.
    Everything,
}

use Reach::{Everything, Nothing, OwnCase, OwnUnit};

/// A unit reads what is its own.
const UNIT: Row = Row {
    case: OwnUnit,
    report: OwnUnit,
    unit_papers: OwnUnit,
    office_papers: Nothing,
    open_decisions: Nothing,
    directory: OwnUnit,
    ledger: Nothing,
};
/// A nominee knows the own case, not the directory.
const NOMINEE: Row = Row {
    case: OwnCase,
    report: OwnCase,
    unit_papers: Nothing,
    office_papers: Nothing,
    open_decisions: Nothing,
    directory: Nothing,
    ledger: Nothing,
};
/// Who works on cases.
const OFFICE: Row = Row {
    case: Everything,
    report: Everything,
    unit_papers: Everything,
    office_papers: Everything,
    open_decisions: Everything,
    directory: Everything,
    ledger: Nothing,
};
/// Who audits them reads the ledger itself besides.
const AUDITOR: Row = Row {
    ledger: Everything,
    ..OFFICE
};
/// Neither who numbers nor who pays needs the papers.
const COUNTER: Row = Row {
    report: Nothing,
    unit_papers: Nothing,
    office_papers: Nothing,
    ..OFFICE
};
/// Who attests facts, pulls exports, administers or loads sees no case here.
const OUTSIDE: Row = Row {
    case: Nothing,
    report: Nothing,
    unit_papers: Nothing,
    office_papers: Nothing,
    open_decisions: Nothing,
    directory: Nothing,
    ledger: Nothing,
};

fn row(role: Role) -> Row {
    match role {
        Role::UnitOfficer | Role::UnitSecretary | Role::UnitHead | Role::UnitDeputy => UNIT,
        Role::Nominee => NOMINEE,
        Role::CampaignManager
        | Role::CampaignAuthority
        | Role::IntakeOfficer
        | Role::Reviewer
        | Role::ReviewHead
        | Role::SubstituteReviewer
        | Role::SubstituteConfirmer
        | Role::ComplaintOfficer
        | Role::CouncilChair
        | Role::CouncilViceChair
        | Role::CouncilMember
        | Role::CouncilSecretary
        | Role::Chairman
        | Role::DeputySignatory
        | Role::ChairmanOffice => OFFICE,
        Role::Auditor => AUDITOR,
        Role::RecordsClerk | Role::FinanceOfficer | Role::PublicityOfficer | Role::Broadcaster => {
            COUNTER
        }
        Role::EvidenceIssuer | Role::ExportClient | Role::Admin | Role::System => OUTSIDE,
    }
}

/// Whose data of this class a role reads.
#[must_use]
pub fn reach(role: Role, class: DataClass) -> Reach {
    row(role).of(class)
}

/// The class of a document that an event of a case names: whatever the unit does not bring is the
/// office's.
#[must_use]
pub fn class_of(event: &Event, document: &Document) -> DataClass {
    let is_of_unit = matches!(
        event,
        Event::ReportAttached { .. }
            | Event::DossierSubmitted { .. }
            | Event::DossierResubmitted { .. }
            | Event::ObjectionFiled { .. }
            | Event::HonourDeclined { .. }
    );
    if !is_of_unit {
        return DataClass::OfficePapers;
    }
    match document.kind {
        DocumentKind::AchievementReport => DataClass::Report,
        DocumentKind::Plan
        | DocumentKind::SubmissionLetter
        | DocumentKind::MinutesExtract
        | DocumentKind::Minutes
        | DocumentKind::Evidence
        | DocumentKind::PresentationLetter
        | DocumentKind::Decision
        | DocumentKind::Certificate
        | DocumentKind::SummationReport => DataClass::UnitPapers,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAPERS: [DataClass; 3] = [
        DataClass::Report,
        DataClass::UnitPapers,
        DataClass::OfficePapers,
    ];

    #[test]
    fn papers_are_read_only_through_a_case() {
        for role in Role::ALL {
            for papers in PAPERS {
                assert!(
                    reach(*role, papers) <= reach(*role, DataClass::Case),
                    "{role:?}"
                );
            }
        }
    }

    #[test]
    fn who_reads_of_the_own_only_reads_no_more_in_any_class() {
        for role in Role::ALL {
            let most = reach(*role, DataClass::Case);
            for class in DataClass::ALL {
                assert!(reach(*role, *class) <= most, "{role:?} {class:?}");
            }
        }
    }

    #[test]
    fn who_attests_exports_or_administers_reads_nothing() {
        for role in [
            Role::EvidenceIssuer,
            Role::ExportClient,
            Role::Admin,
            Role::System,
        ] {
            for class in DataClass::ALL {
                assert_eq!(reach(role, *class), Nothing);
            }
        }
    }

    #[test]
    fn an_auditor_reads_everything() {
        for class in DataClass::ALL {
            assert_eq!(reach(Role::Auditor, *class), Everything);
        }
    }

    #[test]
    fn only_an_auditor_reads_the_ledger_itself() {
        for role in Role::ALL {
            let reads = reach(*role, DataClass::Ledger) != Nothing;
            assert_eq!(reads, *role == Role::Auditor, "{role:?}");
        }
    }
}
