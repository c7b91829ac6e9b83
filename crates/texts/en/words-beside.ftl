## Where matters beside the cases stand, and what moved in the fund

word-feedback_filed = filed
word-feedback_routed = passed on
word-feedback_answered = answered
word-feedback_closed = closed
word-complaint_registered = registered
word-complaint_accepted = taken up
word-complaint_decided = decided
word-complaint_withdrawn = withdrawn
word-publicity_planned = planned
word-broadcast_recorded = broadcast
word-story_published = published
word-story_withdrawn = withdrawn
word-correction_required = to be corrected
word-correction_broadcast_recorded = corrected
word-conference_scheduled = scheduled
word-award_ceremony_recorded = awards handed over
word-summation_report_recorded = report recorded
word-conference_closed = closed
word-fund_credited = credited
word-funds_committed = committed
word-fund_shortfall_recorded = short
word-prizes_paid = paid
word-commitment_released = released
word-money_returned = came back
