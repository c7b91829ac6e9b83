### Why a command is refused: the rule, the facts (.detail), what can be done (.remedy).
###
### This chapter: holds, feedback.

## Holds

refusal-held = Nobody is considered while a matter about them is being verified
    .detail = { $nomination }: { $ground }; to be looked at again by { $review_by }.
    .remedy = Wait for the outcome. Refusals, returns and withdrawals are not affected.
refusal-hold_absent = There must be a hold with this number
    .detail = The subject has no hold { $hold }.
    .remedy = Check the number and the subject.
refusal-hold_out_of_order = Holds of a subject are numbered in order
    .detail = The number named: { $hold }; the next one: { $next }.
    .remedy = Use the next number.
refusal-hold_placed_otherwise = A recorded hold is not overwritten
    .detail = Hold { $hold } is there with other content.
    .remedy = Compare with what is recorded; another matter takes the next number.
refusal-hold_unfounded = A hold names the verifying body and its document
    .detail = Hold { $hold } names no verifying body or no document.
    .remedy = Add them and send it again. An anonymous letter is no ground.
refusal-hold_review_not_ahead = The day to look at a hold again lies ahead
    .detail = The day named: { $review_by }.
    .remedy = Choose a day after today.
refusal-hold_lifted = The hold is lifted already
    .detail = Hold { $hold } is lifted; outcome of the verification: { $outcome }.
    .remedy = A new matter takes the next number.
refusal-hold_lifted_otherwise = Two persons lift a hold with the same outcome
    .detail = Hold { $hold }: the first person named the outcome "{ $outcome }".
    .remedy = Agree on the outcome. To drop the request, review the hold and keep it.

## Feedback

refusal-feedback_absent = The feedback must have been filed
    .detail = There is no feedback { $feedback }.
    .remedy = Check the number of the feedback.
refusal-feedback_out_of_order = Feedback of a unit is numbered in order
    .detail = A number before { $feedback } is missing.
    .remedy = Use the next number of the unit.
refusal-feedback_filed_otherwise = Filed feedback is not overwritten
    .detail = { $feedback } is there with other content.
    .remedy = File new feedback under the next number.
refusal-feedback_answered = Answered feedback is not passed on
    .detail = { $feedback } is answered.
    .remedy = Nothing is left to do; it may be closed.
refusal-feedback_unanswered = Only answered feedback is closed
    .detail = { $feedback } has no answer yet.
    .remedy = Answer it, then close it.
refusal-feedback_closed = The feedback is closed
    .detail = { $feedback } is closed.
    .remedy = File a new matter as new feedback.
