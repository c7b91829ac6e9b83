//! All canned audits.

use super::{
    Audit, backdated::Backdated, before_meeting::BeforeMeeting, corrections::Corrections,
    delegation::Delegation, draft_hash::DraftHash, hours::Hours, incomplete::Incomplete,
    late::Late, leader_discipline::LeaderDiscipline, numbers::Numbers, pace::Pace, quota::Quota,
    same_report::SameReport, silent_units::SilentUnits, two_gates::TwoGates, votes::Votes,
    withheld::Withheld,
};
use khen_texts::AuditLine;

/// One canned audit, as auditors choose it.
pub struct CannedAudit {
    /// Its number, from 1.
    pub number: u8,
    /// What it looks for; its slug is the code of the audit.
    pub title: AuditLine,
    /// What it rests on: sections of the plan, articles of the law, rules of the domain.
    pub source: &'static str,
    /// What it cannot see, where the ledger does not carry it.
    pub limit: Option<AuditLine>,
    pub(super) start: fn() -> Box<dyn Audit>,
}

impl std::fmt::Debug for CannedAudit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02} {}", self.number, self.title.as_str())
    }
}

fn boxed<A: Audit + Default + 'static>() -> Box<dyn Audit> {
    Box::new(A::default())
}

const fn audit(
    number: u8,
    title: AuditLine,
    source: &'static str,
    limit: Option<AuditLine>,
    start: fn() -> Box<dyn Audit>,
) -> CannedAudit {
    CannedAudit {
        number,
        title,
        source,
        limit,
        start,
    }
}

/// Every canned audit, in the order of its number.
pub const AUDITS: &[CannedAudit] = &[
    audit(
        1,
        AuditLine::TwoGates,
        "SD1, SD2, SD6, SD7, SD8",
        None,
        boxed::<TwoGates>,
    ),
    audit(2, AuditLine::Late, "plan V.4; INV-15", None, boxed::<Late>),
    audit(
        3,
        AuditLine::Incomplete,
        "plan III.3; INV-11",
        None,
        boxed::<Incomplete>,
    ),
    audit(
        4,
        AuditLine::Votes,
        "plan V.1; INV-18, INV-20, INV-22; SD4",
        Some(AuditLine::VotesLimit),
        boxed::<Votes>,
    ),
    audit(
        5,
        AuditLine::Quota,
        "plan III.1.b; INV-24",
        None,
        boxed::<Quota>,
    ),
    audit(6, AuditLine::DraftHash, "INV-27", None, boxed::<DraftHash>),
    audit(
        7,
        AuditLine::BeforeMeeting,
        "plan V.1; INV-09",
        None,
        boxed::<BeforeMeeting>,
    ),
    audit(
        8,
        AuditLine::Numbers,
        "INV-28",
        Some(AuditLine::NumbersLimit),
        boxed::<Numbers>,
    ),
    audit(
        9,
        AuditLine::Delegation,
        "INV-06, INV-29",
        None,
        boxed::<Delegation>,
    ),
    audit(10, AuditLine::Pace, "INV-14", None, boxed::<Pace>),
    audit(
        11,
        AuditLine::SameReport,
        "plan III.3; Law on Emulation and Commendation 2022, art. 93.2",
        Some(AuditLine::SameReportLimit),
        boxed::<SameReport>,
    ),
    audit(
        12,
        AuditLine::LeaderDiscipline,
        "plan III.2.a",
        None,
        boxed::<LeaderDiscipline>,
    ),
    audit(
        13,
        AuditLine::SilentUnits,
        "plan II.2, V.4",
        None,
        boxed::<SilentUnits>,
    ),
    audit(
        14,
        AuditLine::Hours,
        "practice",
        Some(AuditLine::HoursLimit),
        boxed::<Hours>,
    ),
    audit(15, AuditLine::Backdated, "INV-05", None, boxed::<Backdated>),
    audit(
        16,
        AuditLine::Corrections,
        "practice",
        None,
        boxed::<Corrections>,
    ),
    audit(
        17,
        AuditLine::Withheld,
        "INV-36",
        Some(AuditLine::WithheldLimit),
        boxed::<Withheld>,
    ),
];
