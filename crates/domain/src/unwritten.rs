//! Rules that are being written. Each moves to its aggregate; this file then goes.

use crate::{
    Context, Effect, Refusal, World, council_session, decision, nomination, presentation,
    submission, unit_session,
};

type Decided = Result<Vec<Effect>, Refusal>;

pub(crate) fn correct_nominee_details(
    _: &World,
    _: &Context,
    _: &nomination::CorrectNomineeDetails,
) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn discard_draft(_: &World, _: &Context, _: &nomination::DiscardDraft) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn withdraw(_: &World, _: &Context, _: &nomination::Withdraw) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn consent_to_withdrawal(
    _: &World,
    _: &Context,
    _: &nomination::ConsentToWithdrawal,
) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn decline_honour(_: &World, _: &Context, _: &nomination::DeclineHonour) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn supersede(_: &World, _: &Context, _: &nomination::Supersede) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn file_objection(_: &World, _: &Context, _: &nomination::FileObjection) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn name_substitutes(_: &World, _: &Context, _: &nomination::NameSubstitutes) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn reassign_reviewer(
    _: &World,
    _: &Context,
    _: &nomination::ReassignReviewer,
) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn request_opinion(_: &World, _: &Context, _: &nomination::RequestOpinion) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn record_opinion(_: &World, _: &Context, _: &nomination::RecordOpinion) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn request_supplement(
    _: &World,
    _: &Context,
    _: &nomination::RequestSupplement,
) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn return_to_reviewer(
    _: &World,
    _: &Context,
    _: &nomination::ReturnToReviewer,
) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn reopen_review(_: &World, _: &Context, _: &nomination::ReopenReview) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn rank_nominees(_: &World, _: &Context, _: &unit_session::RankNominees) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn annul_motion(_: &World, _: &Context, _: &unit_session::AnnulMotion) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn resubmit(_: &World, _: &Context, _: &submission::Resubmit) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn close_supplement(_: &World, _: &Context, _: &submission::CloseSupplement) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn withdraw_submission(
    _: &World,
    _: &Context,
    _: &submission::WithdrawSubmission,
) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn impose_recusal(
    _: &World,
    _: &Context,
    _: &council_session::ImposeRecusal,
) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn return_presentation(
    _: &World,
    _: &Context,
    _: &presentation::ReturnPresentation,
) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn answer_chairman(_: &World, _: &Context, _: &presentation::AnswerChairman) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn withdraw_approval(
    _: &World,
    _: &Context,
    _: &presentation::WithdrawApproval,
) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn confirm_award_details(
    _: &World,
    _: &Context,
    _: &decision::ConfirmAwardDetails,
) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn dispatch(_: &World, _: &Context, _: &decision::Dispatch) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn record_receipt(_: &World, _: &Context, _: &decision::RecordReceipt) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn recall_document(_: &World, _: &Context, _: &decision::RecallDocument) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn send_result_notices(
    _: &World,
    _: &Context,
    _: &decision::SendResultNotices,
) -> Decided {
    Ok(Vec::new())
}
