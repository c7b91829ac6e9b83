//! Rules that are being written. Each moves to its aggregate; this file then goes.

use crate::{
    Context, Effect, Refusal, World, campaign, council_session, decision, fact, feedback,
    presentation, quota, unit_session,
};

type Decided = Result<Vec<Effect>, Refusal>;

pub(crate) fn extend_deadline(_: &World, _: &Context, _: &campaign::ExtendDeadline) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn amend_plan(_: &World, _: &Context, _: &campaign::AmendPlan) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn confirm_rollout(_: &World, _: &Context, _: &campaign::ConfirmRollout) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn record_reminder(_: &World, _: &Context, _: &campaign::RecordReminder) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn record_inspection(_: &World, _: &Context, _: &campaign::RecordInspection) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn reallocate_quota(_: &World, _: &Context, _: &quota::ReallocateQuota) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn record_past_award(_: &World, _: &Context, _: &fact::RecordPastAward) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn record_authority_index(
    _: &World,
    _: &Context,
    _: &fact::RecordAuthorityIndex,
) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn annul_motion(_: &World, _: &Context, _: &unit_session::AnnulMotion) -> Decided {
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

pub(crate) fn file_feedback(_: &World, _: &Context, _: &feedback::FileFeedback) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn route_feedback(_: &World, _: &Context, _: &feedback::RouteFeedback) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn answer_feedback(_: &World, _: &Context, _: &feedback::AnswerFeedback) -> Decided {
    Ok(Vec::new())
}

pub(crate) fn close_feedback(_: &World, _: &Context, _: &feedback::CloseFeedback) -> Decided {
    Ok(Vec::new())
}
