### One line per event, for the timeline of a case.
###
### `.without_tally`: the words for readers who are not told the votes.

## Directory

event-org-authority_established = The issuing authority { $name } is established, valid from { $valid_from }
event-org-calendar_set = The calendar of { $year } is set: { $holidays_count } days off, { $worked_count } days worked instead
event-org-unit_established = The unit { $name } ({ $kind }, { $staff } staff) is established from { $valid_from }
event-org-person_registered = { $name } is registered ({ $category }), working for { $unit }
event-org-assignment_granted = Assigned as { $role } ({ $title }) from { $from }
event-org-assignment_ended = The assignment ends, last day { $to }

## Legal basis

event-legal_basis-regime_recorded = Rules of prize money by { $document_title } are recorded: individual { $coefficients_individual_bp }%, collective { $coefficients_collective_bp }% of the base wage, { $coefficients_rounding }, from { $valid_from }
event-legal_basis-base_wage_recorded = The base wage of VND { $amount } from { $valid_from } is recorded

## Campaign

event-campaign-plan_registered = The plan “{ $plan_title }” of { $plan_issuer } is registered
event-campaign-criteria_version_published = Version { $version } of the criteria is published: { $criteria_count } criteria
event-campaign-gate_rules_set = The rules of the gates are set: an agenda { $rules_agenda_days } working days ahead, recording at most { $rules_recording_days } working days late
event-campaign-campaign_launched = The campaign is launched on { $date }
event-campaign-deadline_announced = The deadline for dossiers is announced: { $due }
event-campaign-deadline_extended = Deadline extended to { $due } for all units ({ $cause }): { $reason }
event-campaign-plan_amended = Plan amended by { $document_title }
event-campaign-rollout_confirmed = { $unit } confirms that all its staff know the plan
event-campaign-reminder_recorded = Units urged on { $date } by { $document_title }
event-campaign-inspection_recorded = { $units_count } units checked on { $date }

## Quota

event-quota-quota_set = The quota is set: { $collective ->
    [one] { $collective } collective
   *[other] { $collective } collectives
}, { $individual ->
    [one] { $individual } individual
   *[other] { $individual } individuals
}
event-quota-eligible_units_determined = The eligible units for an { $kind } award are determined: { $units_count } units considered
event-quota-quota_allocated = { $slots ->
    [one] { $slots } { $kind } slot is
   *[other] { $slots } { $kind } slots are
} allocated to { $to }: { $reason }
event-quota-place_approved = One { $kind } place is held for { $nomination } by the Chairman's approval
event-quota-place_consumed = One { $kind } place is used for { $nomination } by a signed decision
event-quota-quota_reallocated = { $slots } slots for a { $kind } reallocated: { $reason }
event-quota-place_released = Place for a { $kind } of { $nomination } released: { $reason_code }
event-slot-slots_granted = { $slots ->
    [one] { $slots } slot is
   *[other] { $slots } slots are
} granted
event-slot-slot_taken = { $nomination } takes a slot with its submission
event-slot-slot_freed = { $nomination } frees its slot: { $reason_code }
event-slot-group_ranked = The group is ranked: { $ranking }
event-slot-slots_returned = Slots returned, { $slots } remain
event-slot-nominees_ranked = Ranked by the head of unit: { $ranking }

## Codes

event-claim-nominee_claimed = The nominee is claimed by { $nomination }
event-codes-code_given = Serial { $serial } is given

## Facts of the year

event-fact-unit_result_recorded = The result is recorded ({ $status }) as of { $cut_off }: planned tasks { $result_planned_done }/{ $result_planned_total }, on time { $result_on_time }, committed tasks { $result_committed_done }/{ $result_committed_total }{ $result_score_bp_given ->
    [true] , index { $result_score_bp }%
   *[false] { "" }
}
event-fact-initiative_recorded = Initiative { $number } of { $date }, recognised by { $recognised_by }, is recorded
event-fact-rating_recorded = The rating is recorded ({ $status }): { $rating }
event-fact-discipline_recorded = A discipline by { $document_number }, issued on { $issued_on }, is recorded{ $is_key_leader ->
    [true] , of a key leader
   *[false] { "" }
}
event-fact-past_award_recorded = Recorded { $award_form } ({ $award_level }) by { $award_number } of { $award_date }{ $award_same_achievement ->
    [true] , for the same achievement
   *[false] { "" }
}
event-fact-authority_index_recorded = Index of the issuing authority recorded ({ $status }): { $index_score_bp } %

## Nomination

event-nomination-nomination_drafted = { $nominee_kind_code ->
    [individual] { $unit } drafts a nomination of an individual: { $nominee_name }, { $nominee_title }
   *[collective] { $unit } drafts a nomination of the collective
}
event-nomination-report_attached = The achievement report is attached
event-nomination-achievement_report_confirmed = The achievement report is confirmed
event-nomination-nominee_proposed = { $declares_no_discipline ->
    [true] Proposed to the unit's meeting; the unit declares that no discipline is pending
   *[false] Proposed to the unit's meeting
}
event-nomination-unit_endorsed = Unit vote: { tally }; endorsed
    .without_tally = Unit vote: endorsed
event-nomination-unit_not_endorsed = Unit vote: { tally }; not endorsed ({ $reason_code })
    .without_tally = Unit vote: not endorsed ({ $reason_code })
event-nomination-nomination_waitlisted = Moved to the waitlist: { $reason_code }
event-nomination-waitlist_promoted = Promoted from the waitlist, ranked { $rank }{ $due_given ->
    [true] , its dossier is due at { $due }
   *[false] { "" }
}
event-nomination-dossier_submitted = The unit sends the dossier of { $documents_count } parts to the Home Affairs Office
event-nomination-dossier_received = The dossier is received, receipt { $receipt_no }; prize money by { $legal_regime }
event-nomination-reviewer_assigned = A reviewer is assigned
event-nomination-criterion_assessed = Criterion { $criterion } is assessed: { $value }{ $interpretation_given ->
    [true] {" "}(interpretation { $interpretation })
   *[false] { "" }
}{ $note_given ->
    [true] . Note: { $note }
   *[false] { "" }
}
event-nomination-review_recommended = The reviewer recommends: { $recommendation }{ $criteria_given ->
    [true] {" "}(criteria not met: { $criteria })
   *[false] { "" }
}
event-nomination-review_passed = Review: passed, on { $criteria_count } criteria of version { $criteria_version }
event-nomination-review_rejected = Review: rejected on { $criteria } ({ $reason_code }). Reason: { $reason }
event-nomination-nomination_listed = Listed on the agenda of session { $session_number } of the Council
event-nomination-council_approved = Council vote: { tally }; proposed for the award
    .without_tally = Council vote: proposed for the award
event-nomination-council_rejected = Council vote: { tally }; not proposed ({ $reason_code })
    .without_tally = Council vote: not proposed ({ $reason_code })
event-nomination-council_deferred = Deferred by the Council ({ $reason_code })
event-nomination-presented_to_chairman = Presented to the Chairman
event-nomination-chairman_approved = Approved by the Chairman
event-nomination-chairman_declined = Declined by the Chairman. Reason: { $reason }
event-nomination-decision_drafted = In the draft of the decision
event-nomination-left_out_of_draft = Left out of the draft of the decision
event-nomination-decision_signed = The decision is signed
event-nomination-awarded = Awarded by Decision { $number }/{ $symbol } of { $date }
event-nomination-nominee_details_corrected = Details of the nominee corrected: { $name }, { $title }
event-nomination-draft_discarded = Draft discarded
event-nomination-endorsement_annulled = The unit vote is annulled; the unit votes again
event-nomination-dossier_withdrawn = The unit took the submission back
event-nomination-dossier_refused = Dossier refused ({ $reason_code }){ $reason_given ->
    [true] . Reason: { $reason }
   *[false] { "" }
}
event-nomination-supplement_requested = Supplement of { $items_count } items requested ({ $stage }), due { $due }{ $note_given ->
    [true] . { $note }
   *[false] { "" }
}
event-nomination-dossier_resubmitted = The unit supplemented the dossier ({ $stage })
event-nomination-supplement_closed = The supplement did not come in time ({ $stage })
event-nomination-substitutes_named = The Chairman named a substitute reviewer and confirmer
event-nomination-reviewer_reassigned = Another reviewer is assigned ({ $reason_code })
event-nomination-opinion_requested = { $body } asked for an opinion by { $due }: { $question }
event-nomination-opinion_received = { $body } answered: { $value }
event-nomination-returned_to_reviewer = Returned to the reviewer: { $reason }
event-nomination-review_reopened = Review reopened ({ $reason_code }): { $reason }
event-nomination-presentation_returned = The Office returned the presentation
event-nomination-chairman_returned = Sent back by the Chairman ({ $to }): { $reason }
event-nomination-chairman_answered = The Chairman is answered: { $answer }
event-nomination-approval_withdrawn = The Chairman withdrew the approval: { $reason }
event-nomination-withdrawal_requested = The unit asks to withdraw the case before the Chairman: { $reason }
event-nomination-nomination_withdrawn = Nomination withdrawn{ $reason_given ->
    [true] : { $reason }
   *[false] { "" }
}
event-nomination-honour_declined = The nominee declines the honour
event-nomination-nomination_superseded = Superseded in favour of { $in_favour_of }: { $reason }
event-nomination-objection_filed = The unit objects to the result: { $text }

## Unit session

event-unit_session-unit_session_opened = The unit meets on { $date } at { $place }, { $total } staff in all
event-unit_session-attendance_recorded = { $present } are present
event-unit_session-recusal_declared = { $count ->
    [one] { $count } person takes
   *[other] { $count } persons take
} no part in the vote on { $nomination } (recusal)
event-unit_session-motion_opened = A motion is opened on { $items }
event-unit_session-votes_recorded = The votes on { $items_count ->
    [one] { $items_count } nomination
   *[other] { $items_count } nominations
} are recorded
event-unit_session-motion_closed = The motion on { $items_count ->
    [one] { $items_count } nomination
   *[other] { $items_count } nominations
} is closed
event-unit_session-unit_session_closed = The meeting closes
event-unit_session-minutes_signed = Chair and secretary sign the minutes
event-unit_session-motion_annulled = Vote annulled ({ $reason_code })

## Submission

event-submission-submission_opened = The submission { $submission } is opened
event-submission-part_attached = Attached: { $document }
event-submission-list_set = The list is set: { $nominations }
event-submission-minutes_extract_certified = Chair and secretary certify the minutes extract
event-submission-submission_letter_signed = The head of unit signs the submission letter
event-submission-submission_sent = Sent to the Home Affairs Office{ $late_deadline_given ->
    [true] , after the deadline of { $late_deadline } ({ $late_basis_code ->
        [permission] by a permission
       *[promotion] by a promotion from the waitlist
    })
   *[false] { "" }
}: { $nominations }
event-submission-submission_received = Received, receipt { $receipt_no }
event-submission-submission_returned = Returned to the unit to complete { $items_count } items, due { $due }
event-submission-submission_resubmitted = Sent again by the unit
event-submission-submission_refused = Submission refused ({ $reason_code })
event-submission-submission_withdrawn = The unit withdrew the submission

## Council session

event-council_session-council_convened = The { $mode } is convened at { $at }, { $place }, with { $roster_count } members
event-council_session-nominations_listed = Listed on the agenda: { $nominations }
event-council_session-attendance_recorded = The session opens, { $present_count } members present
event-council_session-recusal_declared = A member takes no part in the vote on { $nomination } (recusal)
event-council_session-motion_opened = Motion { $motion } is opened on { $items }
event-council_session-ballot_cast = A member votes on motion { $motion }: { $choice }{ $exceptions_count ->
    [0] { "" }
   *[other] , otherwise on { $exceptions_count }
}
event-council_session-council_motion_closed = Motion { $motion } is closed on { $items_count ->
    [one] { $items_count } nomination
   *[other] { $items_count } nominations
}
event-council_session-council_session_closed = The session closes
event-council_session-council_minutes_signed = Chair and secretary sign the minutes of the Council
event-council_session-recusal_imposed = The chair imposes a recusal ({ $ground }) on { $nomination }
event-council_session-motion_annulled = Motion { $motion } annulled ({ $reason_code })

## Presentation

event-presentation-presented_to_chairman = { $nominations_count ->
    [one] { $nominations_count } nomination
   *[other] { $nominations_count } nominations
} of the session { $session } presented to the Chairman
event-presentation-presentation_checked = The Office has checked the presentation slip
event-presentation-chairman_decided = The Chairman approves { $approved_count } and declines { $declined_count }
event-presentation-presentation_returned = Returned by the Office ({ $reason_code })
event-presentation-chairman_answered = { $nominations_count } nominations answered, before the Chairman again
event-presentation-approvals_withdrawn = The Chairman withdrew { $nominations_count } approvals

## Decision

event-decision-decision_drafted = The decision { $decision } ({ $subject_kind }) is drafted about { $awardees_count ->
    [one] { $awardees_count } award
   *[other] { $awardees_count } awards
}
event-decision-draft_initialled = The draft is initialled for its { $aspect }
event-decision-decision_signed = The decision is signed ({ $signature }, { $authority }) at { $signed_at }: { $collectives ->
    [one] { $collectives } collective
   *[other] { $collectives } collectives
}, { $individuals ->
    [one] { $individuals } individual
   *[other] { $individuals } individuals
}
event-decision-number_assigned = The number { $number }/{ $symbol } of { $date } is assigned by { $source }{ $out_of_order ->
    [true] {" "}(warning: numbers and dates do not run in the same order)
   *[other] {""}
}
event-decision-organisation_signed = The organisation's signature or seal is applied
event-decision-decision_issued = The decision is issued at { $issued_at }
event-decision-award_details_confirmed = The unit confirmed the details of { $nomination }
event-decision-decision_dispatched = Dispatched to { $recipients_count } recipients
event-decision-receipt_recorded = Received by { $recipient } on { $received_on }
event-decision-document_recalled = Recalled from { $recipient } ({ $reason_code })
event-decision-result_notices_sent = Results of { $nominations_count } nominations notified

## Number register

event-number_register-number_given = Number { $number } of { $date } is given to the decision { $decision }

## Personal data

event-privacy-sealing_key_created = A sealing key is created
event-privacy-personal_data_shredded = The key is destroyed, personal data are erased for ever. Ground: { $ground }

## Holds

event-hold-hold_placed = Held ({ $ground }); { $verifying_body } verifies by { $document_title }, to be looked at again by { $review_by }
event-hold-hold_reviewed = Hold kept, to be looked at again by { $review_by }
event-hold-hold_lift_requested = Asked to lift the hold ({ $outcome }) by { $document_title }
event-hold-hold_lifted = Hold lifted ({ $outcome })

## Feedback

event-feedback-feedback_filed = { $unit } reports a difficulty ({ $topic }): { $text }
event-feedback-feedback_routed = Passed on to { $to }
event-feedback-feedback_answered = Answered{ $general ->
    [true] {" "}to all units
   *[false] { "" }
}: { $answer }
event-feedback-feedback_closed = Closed
