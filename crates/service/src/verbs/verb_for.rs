//! Which verb gives a command.

use super::{aftermath, council, decision, office, table::Table, unit};
use khen_domain::CommandKind as K;

/// Commands that a verb of their own gives.
const VERBS: &[(K, &str)] = &[
    (K::DraftNomination, "nominate draft"),
    (K::AttachReport, "nominate report"),
    (K::ConfirmReport, "nominate confirm"),
    (K::ProposeNominee, "nominate propose"),
    (K::CorrectNomineeDetails, "nominate correct"),
    (K::DiscardDraft, "nominate discard"),
    (K::FileObjection, "nominate object"),
    (K::Withdraw, "withdraw ask"),
    (K::ConsentToWithdrawal, "withdraw consent"),
    (K::DeclineHonour, "withdraw decline"),
    (K::Supersede, "withdraw supersede"),
    (K::RecordUnitMeeting, "meeting record"),
    (K::RankNominees, "meeting rank"),
    (K::RankGroup, "meeting rank-group"),
    (K::OpenSubmission, "submit prepare"),
    (K::AttachPart, "submit attach"),
    (K::SetList, "submit list"),
    (K::CertifyMinutesExtract, "submit certify"),
    (K::SignSubmissionLetter, "submit sign"),
    (K::SubmitSubmission, "submit send"),
    (K::Resubmit, "submit again"),
    (K::WithdrawSubmission, "submit take-back"),
    (K::AcknowledgeSubmission, "receive acknowledge"),
    (K::CloseSupplement, "receive expire"),
    (K::NameSubstitutes, "review substitutes"),
    (K::AssignReviewer, "review assign"),
    (K::RecordFinding, "review find"),
    (K::ReassignReviewer, "review assign"),
    (K::RequestSupplement, "review supplement"),
    (K::RequestOpinion, "review ask"),
    (K::RecordOpinion, "review heard"),
    (K::RecommendPass, "review recommend"),
    (K::RecommendReject, "review recommend"),
    (K::ConfirmReviews, "review confirm"),
    (K::ReturnToReviewer, "review return"),
    (K::ReopenReview, "review reopen"),
    (K::PlaceHold, "hold place"),
    (K::ReviewHold, "hold keep"),
    (K::LiftHold, "hold lift"),
    (K::ConveneCouncil, "council convene"),
    (K::ListNominations, "council list"),
    (K::RecordAttendance, "council attend"),
    (K::DeclareRecusal, "council recuse"),
    (K::ImposeRecusal, "council recuse"),
    (K::OpenMotion, "council open"),
    (K::CastBallot, "council vote"),
    (K::CloseMotion, "council count"),
    (K::CloseCouncilSession, "council close"),
    (K::SignMinutes, "council minutes"),
    (K::PresentToChairman, "present make"),
    (K::CheckPresentation, "present check"),
    (K::ReturnPresentation, "present return"),
    (K::AnswerChairman, "present answer"),
    (K::WithdrawApproval, "present take-back"),
    (K::DecidePresentation, "decide"),
    (K::DraftDecision, "sign draft"),
    (K::InitialDraft, "sign initial"),
    (K::ConfirmAwardDetails, "sign names"),
    (K::SignDecision, "sign decision"),
    (K::AssignNumber, "number"),
    (K::ApplyOrganisationSignature, "issue"),
    (K::IssueDecision, "issue"),
    (K::Dispatch, "dispatch send"),
    (K::RecordReceipt, "dispatch receipt"),
    (K::RecallDocument, "dispatch recall"),
    (K::SendResultNotices, "dispatch notices"),
    (K::AnnulMotion, "council annul"),
    (K::FileFeedback, "feedback file"),
    (K::RouteFeedback, "feedback route"),
    (K::AnswerFeedback, "feedback answer"),
    (K::CloseFeedback, "feedback close"),
];

/// The verb that gives a command, by the command's word; `command` gives all others.
pub(crate) fn verb_for(command: &str) -> String {
    let mut verbs = verbs();
    let verb = verbs.find(|(kind, _)| kind.as_str() == command);
    verb.map_or_else(|| format!("command {command}"), |(_, verb)| verb)
}

/// Every command that a verb gives, with the verb.
fn verbs() -> impl Iterator<Item = (K, String)> {
    let written = VERBS.iter().map(|(kind, verb)| (*kind, (*verb).to_owned()));
    written
        .chain(tabled::<unit::Late>())
        .chain(tabled::<unit::Alternate>())
        .chain(tabled::<office::Quota>())
        .chain(tabled::<office::Complaint>())
        .chain(tabled::<council::Sitting>())
        .chain(tabled::<decision::Delegate>())
        .chain(tabled::<decision::Later>())
        .chain(tabled::<decision::Correct>())
        .chain(tabled::<aftermath::Certificate>())
        .chain(tabled::<aftermath::Prize>())
        .chain(tabled::<aftermath::Publicity>())
        .chain(tabled::<aftermath::Conference>())
        .chain(tabled::<aftermath::Close>())
}

fn tabled<T: Table>() -> impl Iterator<Item = (K, String)> {
    let verbs = T::DEEDS.iter();
    verbs.map(|deed| (deed.command, format!("{} {}", T::VERB, deed.word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Cli;

    #[test]
    fn every_verb_that_is_named_is_there() {
        for (kind, path) in verbs() {
            let mut verb = Cli::teaching();
            for word in path.split(' ') {
                let found = verb.find_subcommand(word).cloned();
                verb = found.unwrap_or_else(|| panic!("no {path} for {}", kind.as_str()));
            }
            assert!(!verb.has_subcommands(), "{path} is not a whole verb");
        }
    }

    #[test]
    fn what_has_no_verb_is_given_as_it_is() {
        assert_eq!(verb_for("sign_decision"), "sign decision");
        assert_eq!(verb_for("allocate_quota"), "command allocate_quota");
    }
}
