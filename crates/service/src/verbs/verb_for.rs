//! Which verb gives a command.

use khen_domain::CommandKind as K;

/// Commands that a verb of their own gives.
const VERBS: &[(K, &str)] = &[
    (K::DraftNomination, "nominate draft"),
    (K::AttachReport, "nominate report"),
    (K::ConfirmReport, "nominate confirm"),
    (K::ProposeNominee, "nominate propose"),
    (K::RecordUnitMeeting, "meeting record"),
    (K::RankGroup, "meeting rank-group"),
    (K::OpenSubmission, "submit prepare"),
    (K::AttachPart, "submit attach"),
    (K::SetList, "submit list"),
    (K::CertifyMinutesExtract, "submit certify"),
    (K::SignSubmissionLetter, "submit sign"),
    (K::SubmitSubmission, "submit send"),
    (K::AcknowledgeSubmission, "receive acknowledge"),
    (K::AssignReviewer, "review assign"),
    (K::RecordFinding, "review find"),
    (K::RecommendPass, "review recommend"),
    (K::RecommendReject, "review recommend"),
    (K::ConfirmReviews, "review confirm"),
    (K::ConveneCouncil, "council convene"),
    (K::ListNominations, "council list"),
    (K::RecordAttendance, "council attend"),
    (K::DeclareRecusal, "council recuse"),
    (K::OpenMotion, "council open"),
    (K::CastBallot, "council vote"),
    (K::CloseMotion, "council count"),
    (K::CloseCouncilSession, "council close"),
    (K::SignMinutes, "council minutes"),
    (K::PresentToChairman, "present make"),
    (K::CheckPresentation, "present check"),
    (K::DecidePresentation, "decide"),
    (K::DraftDecision, "sign draft"),
    (K::InitialDraft, "sign initial"),
    (K::SignDecision, "sign decision"),
    (K::AssignNumber, "number"),
    (K::ApplyOrganisationSignature, "issue"),
    (K::IssueDecision, "issue"),
];

/// The verb that gives a command, by the command's word; `command` gives all others.
pub(crate) fn verb_for(command: &str) -> String {
    let mut verbs = VERBS.iter();
    let verb = verbs.find(|(kind, _)| kind.as_str() == command);
    verb.map_or_else(
        || format!("command {command}"),
        |(_, verb)| (*verb).to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Cli;

    #[test]
    fn every_verb_that_is_named_is_there() {
        for (kind, path) in VERBS {
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
