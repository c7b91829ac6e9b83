//! Rules that are being written. Each moves to its aggregate; this file then goes.

use crate::{Context, Effect, Refusal, World, decision, presentation};

type Decided = Result<Vec<Effect>, Refusal>;

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
