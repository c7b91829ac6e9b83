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
event-slot-slots_granted = { $slots ->
    [one] { $slots } slot is
   *[other] { $slots } slots are
} granted
event-slot-slot_taken = { $nomination } takes a slot with its submission
event-slot-slot_freed = { $nomination } frees its slot: { $reason_code }
event-slot-group_ranked = The group is ranked: { $ranking }

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
event-nomination-waitlist_promoted = Promoted from the waitlist, ranked { $rank }
event-nomination-dossier_submitted = The unit sends the dossier of { $documents_count } parts to the Home Affairs Office
event-nomination-dossier_received = The dossier is received, receipt { $receipt_no }; prize money by { $legal_regime }
event-nomination-reviewer_assigned = A reviewer is assigned
event-nomination-criterion_assessed = Criterion { $criterion } is assessed: { $value }{ $note_given ->
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
event-nomination-decision_signed = The decision is signed
event-nomination-awarded = Awarded by Decision { $number }/{ $symbol } of { $date }

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

## Submission

event-submission-submission_opened = The submission { $submission } is opened
event-submission-part_attached = Attached: { $document }
event-submission-list_set = The list is set: { $nominations }
event-submission-minutes_extract_certified = Chair and secretary certify the minutes extract
event-submission-submission_letter_signed = The head of unit signs the submission letter
event-submission-submission_sent = Sent to the Home Affairs Office: { $nominations }
event-submission-submission_received = Received, receipt { $receipt_no }

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

## Presentation

event-presentation-presented_to_chairman = { $nominations_count ->
    [one] { $nominations_count } nomination
   *[other] { $nominations_count } nominations
} of the session { $session } presented to the Chairman
event-presentation-presentation_checked = The Office has checked the presentation slip
event-presentation-chairman_decided = The Chairman approves { $approved_count } and declines { $declined_count }

## Decision

event-decision-decision_drafted = The decision { $decision } is drafted with { $awardees_count ->
    [one] { $awardees_count } awardee
   *[other] { $awardees_count } awardees
}
event-decision-draft_initialled = The draft is initialled for its { $aspect }
event-decision-decision_signed = The decision is signed ({ $signature }) at { $signed_at }: { $collectives ->
    [one] { $collectives } collective
   *[other] { $collectives } collectives
}, { $individuals ->
    [one] { $individuals } individual
   *[other] { $individuals } individuals
}
event-decision-number_assigned = The number { $number }/{ $symbol } of { $date } is assigned by the { $source }
event-decision-organisation_signed = The organisation's signature or seal is applied
event-decision-decision_issued = The decision is issued at { $issued_at }

## Number register

event-number_register-number_given = Number { $number } of { $date } is given to the decision { $decision }

## Personal data

event-privacy-sealing_key_created = A sealing key is created
event-privacy-personal_data_shredded = The key is destroyed, personal data are erased for ever. Ground: { $ground }
