## Decision: voided signatures and numbers, corrections, later decisions

event-decision-number_voided = The number { $number }/{ $symbol } of { $date } is voided ({ $reason_code }) and never given again
event-decision-signature_voided = The Chairman voided the signature before the issue ({ $reason_code })
event-decision-formal_correction_issued = The letter { $letter_no } of { $date } corrects the form: { $corrects }
event-decision-later_decision_issued = The decision { $decision } ({ $kind }) is issued{ $is_ended ->
    [true] ; this one is in force no more
   *[other] ; this one stays in force
}
event-decision-recall_confirmed = { $recipient } confirmed on { $confirmed_on } that the recalled document was returned or destroyed
event-number_register-number_voided = The number { $number } of the decision { $decision } is voided ({ $reason_code })

## Nomination: before the issue, and after the award

event-nomination-signature_voided = The signature of the decision { $decision } is voided; the Chairman's approval stands
event-nomination-issue_despite_hold_recorded = The Chairman has it issued although it is held. Reason: { $reason }
event-nomination-amendment_drafted = The draft of the decision { $decision } names the awardee: { $details_name }{ $details_title_given ->
    [true] , { $details_title }
   *[other] {""}
}
event-nomination-award_amended = The decision { $number }/{ $symbol } of { $date } ({ $kind }) { $details_name_given ->
    [true] names the awardee: { $details_name }
   *[other] leaves the awardee named as before
}
event-nomination-award_revoked = The decision { $number }/{ $symbol } of { $date } revokes the award. Ground: { $ground }
event-nomination-conduct_noted = Conduct of { $conduct_from } to { $conduct_until } is noted; by itself it revokes nothing. Note: { $note }

## Quota

event-quota-consumption_voided = The signature is voided: the place of { $nomination } ({ $kind }) is held by the approval again
