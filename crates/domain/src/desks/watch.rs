//! Which acts have a deadline, whose it is, when the desk is warned, who hears of a miss.

use super::Times;
use crate::{CommandKind, Role};

/// Until when a desk has time for an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// So many working days after the day on which the clock started, as the campaign says.
    Within(Term),
    /// The next working day, whatever a campaign says. Source: NĐ 30/2020, for number, date, seal and
    /// issue.
    NextWorkingDay,
    /// The campaign's deadline for dossiers.
    OfCampaign,
    /// The campaign's agenda days before a day of its own, that of a session.
    AheadOfSession,
    /// The day that it was given with, and no other.
    OfItsOwn,
}

/// A term of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Intake acknowledges.
    Intake,
    /// From the receipt to the confirmed review.
    Review,
    /// From the presentation to the Chairman's decision.
    Chairman,
    /// Feedback is answered.
    Feedback,
    /// From the issue of the decision to the paid prize.
    Payout,
}

/// The watch over the deadline of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Watch {
    /// The act.
    pub act: CommandKind,
    /// Until when.
    pub deadline: Deadline,
    /// Whose it is by default; whoever stands in for that role is named by the desk itself.
    pub owner: Role,
    /// Working days from the day it is due to each warning, in order: -1 is the day before.
    pub warn_at: &'static [i8],
    /// Who hears of it when it is missed.
    pub escalates_to: Role,
}

/// Warnings of a term of several days. Source: domain practice, 4.10.
const OFTEN: &[i8] = &[-5, -2, -1, 0, 1];
/// Warnings of a term of a day or so: the rest would come before its clock starts.
const BRIEF: &[i8] = &[0, 1];

/// The acts that have a deadline. Whatever is not here may take as long as it takes.
pub const WATCHES: &[Watch] = {
    use CommandKind as K;
    use Deadline::{AheadOfSession, NextWorkingDay, OfCampaign, OfItsOwn, Within};
    use Role::{
        Chairman, ChairmanOffice, ComplaintOfficer, CouncilSecretary, CouncilViceChair,
        FinanceOfficer, IntakeOfficer, RecordsClerk, ReviewHead, Reviewer, UnitHead, UnitOfficer,
        UnitSecretary,
    };

    &[
        often(K::AttachReport, OfCampaign, UnitOfficer, ReviewHead),
        often(K::ConfirmReport, OfCampaign, UnitHead, ReviewHead),
        often(K::ProposeNominee, OfCampaign, UnitOfficer, ReviewHead),
        often(K::RecordUnitMeeting, OfCampaign, UnitSecretary, ReviewHead),
        often(K::RankNominees, OfCampaign, UnitHead, ReviewHead),
        often(K::RankGroup, OfCampaign, ReviewHead, ChairmanOffice),
        often(K::OpenSubmission, OfCampaign, UnitOfficer, ReviewHead),
        often(K::AttachPart, OfCampaign, UnitOfficer, ReviewHead),
        often(K::SetList, OfCampaign, UnitOfficer, ReviewHead),
        often(
            K::CertifyMinutesExtract,
            OfCampaign,
            UnitSecretary,
            ReviewHead,
        ),
        often(K::SignSubmissionLetter, OfCampaign, UnitHead, ReviewHead),
        often(K::SubmitSubmission, OfCampaign, UnitHead, ReviewHead),
        often(K::Resubmit, OfItsOwn, UnitHead, ReviewHead),
        brief(
            K::AcknowledgeSubmission,
            Within(Term::Intake),
            IntakeOfficer,
            ReviewHead,
        ),
        often(
            K::AssignReviewer,
            Within(Term::Review),
            ReviewHead,
            ChairmanOffice,
        ),
        often(K::RecordFinding, Within(Term::Review), Reviewer, ReviewHead),
        often(
            K::ConfirmReviews,
            Within(Term::Review),
            ReviewHead,
            ChairmanOffice,
        ),
        often(
            K::ListNominations,
            AheadOfSession,
            CouncilSecretary,
            CouncilViceChair,
        ),
        often(
            K::CheckPresentation,
            Within(Term::Chairman),
            ChairmanOffice,
            Chairman,
        ),
        often(
            K::DecidePresentation,
            Within(Term::Chairman),
            Chairman,
            ChairmanOffice,
        ),
        brief(
            K::AssignNumber,
            NextWorkingDay,
            RecordsClerk,
            ChairmanOffice,
        ),
        brief(
            K::ApplyOrganisationSignature,
            NextWorkingDay,
            RecordsClerk,
            ChairmanOffice,
        ),
        brief(
            K::IssueDecision,
            NextWorkingDay,
            RecordsClerk,
            ChairmanOffice,
        ),
        often(
            K::AnswerFeedback,
            Within(Term::Feedback),
            ReviewHead,
            ChairmanOffice,
        ),
        often(
            K::ComputePrizes,
            Within(Term::Payout),
            FinanceOfficer,
            ChairmanOffice,
        ),
        often(
            K::CommitFunds,
            Within(Term::Payout),
            FinanceOfficer,
            ChairmanOffice,
        ),
        often(
            K::PayPrizes,
            Within(Term::Payout),
            FinanceOfficer,
            ChairmanOffice,
        ),
        often(K::ReviewHold, OfItsOwn, ComplaintOfficer, ReviewHead),
        often(K::LiftHold, OfItsOwn, ComplaintOfficer, ReviewHead),
    ]
};

const fn often(act: CommandKind, deadline: Deadline, owner: Role, escalates_to: Role) -> Watch {
    Watch {
        act,
        deadline,
        owner,
        warn_at: OFTEN,
        escalates_to,
    }
}

const fn brief(act: CommandKind, deadline: Deadline, owner: Role, escalates_to: Role) -> Watch {
    Watch {
        warn_at: BRIEF,
        ..often(act, deadline, owner, escalates_to)
    }
}

/// The watch over an act; `None` for one that has no deadline.
#[must_use]
pub fn watch(act: CommandKind) -> Option<&'static Watch> {
    WATCHES.iter().find(|watch| watch.act == act)
}

impl Term {
    /// Working days of the term.
    #[must_use]
    pub fn days(self, times: &Times) -> u32 {
        let terms = &times.terms;
        match self {
            Self::Intake => terms.intake_days,
            Self::Review => terms.review_days,
            Self::Chairman => terms.chairman_days,
            Self::Feedback => terms.feedback_days,
            Self::Payout => terms.payout_days,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::access::rule;

    #[test]
    fn an_act_is_watched_once_and_its_owner_may_do_it() {
        let acts: BTreeSet<CommandKind> = WATCHES.iter().map(|watch| watch.act).collect();
        assert_eq!(acts.len(), WATCHES.len());
        for watch in WATCHES {
            assert!(rule(watch.act).scope(watch.owner).is_some(), "{watch:?}");
        }
    }

    #[test]
    fn warnings_stand_in_order_and_a_miss_is_told_to_somebody_else() {
        for watch in WATCHES {
            assert!(watch.warn_at.is_sorted(), "{watch:?}");
            assert_ne!(watch.owner, watch.escalates_to, "{watch:?}");
        }
    }
}
