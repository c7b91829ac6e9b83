### Reasons of refusal: the rule, the facts of this case (.detail), what to do (.remedy).
###
### This chapter: what units do beside the straight way, and who takes whose place.

## Nominations that end, and what is said about it

refusal-own_nomination = Nobody acts on the own nomination
    .detail = The one who acts is the nominee of { $nomination }.
    .remedy = The deputy acts in the head's place.
refusal-report_not_asked_for = While a dossier is supplemented, only what was asked for may change
    .detail = No new report of { $nomination } was asked for.
    .remedy = Send what was asked for.
refusal-details_of_collective = A collective is named by its unit
    .detail = { $nomination } nominates a collective.
    .remedy = Correct the name of the unit in the directory.
refusal-not_the_nominee = Only the nominee's details are corrected
    .detail = The person named is not the nominee of { $nomination }.
    .remedy = Name the nominee.
refusal-decision_drafted = Details are corrected before the decision is drafted
    .detail = { $nomination } is in the draft { $decision }.
    .remedy = Ask Home Affairs to draft the decision anew.
refusal-nomination_ended = Nothing more happens to a nomination that has ended
    .detail = { $nomination }: { $gate }.
    .remedy = Draft a new nomination, or object to the result within the term.
refusal-nomination_signed = After the signature only another decision changes the result
    .detail = The decision on { $nomination } is signed.
    .remedy = Turn to Home Affairs.
refusal-withdrawal_not_requested = The Chairman consents only to what a unit has asked for
    .detail = Nobody has asked to withdraw { $nomination }.
    .remedy = Wait for the unit's request.
refusal-not_for_another_unit = A nomination of a person ends in favour of another unit
    .detail = { $nomination } cannot end in favour of { $unit }.
    .remedy = Name the other unit of the person.
refusal-no_negative_result = A unit objects to a negative result only
    .detail = { $nomination } stands at “{ $gate }”.
    .remedy = Wait for the result.
refusal-objection_late = Objections come within the term
    .detail = { $nomination } ended on { $ended_on }; objections were due on { $due }.
    .remedy = A complaint may still be filed as the law says.

## Substitutes for Home Affairs

refusal-not_a_substitute = A substitute holds the role in force
    .detail = The assignment { $assignment } is not in force as { $expected } on { $day }.
    .remedy = Grant the assignment first, or name another one.
refusal-substitutes_same_person = Who reviews does not confirm
    .detail = Both substitutes are one person.
    .remedy = Name two persons.
refusal-substitutes_apart = Both substitutes are of one office
    .detail = The persons named do not work for the same office.
    .remedy = Name two persons of one office.
refusal-substitute_involved = A substitute is neither the nominee nor of the nominee's unit
    .detail = A person named is involved in { $nomination }.
    .remedy = Name persons of another office.
refusal-office_has_nominee = Substitutes come from an office without nominees
    .detail = { $unit } has a nominee: { $nomination }.
    .remedy = Name persons of another office.
refusal-home_affairs_reviews = Substitutes review only nominees of Home Affairs
    .detail = { $nomination } is of { $unit }.
    .remedy = Leave the review to Home Affairs.
refusal-review_over = Substitutes are named before the review is confirmed
    .detail = { $nomination } stands at “{ $gate }”.
    .remedy = If the review has to be done again, open it first.

## Meetings and rankings

refusal-secretary_unknown = The secretary of the unit keeps the minutes
    .detail = The assignment { $secretary } was not that of the unit's secretary on { $date }.
    .remedy = Name the right assignment of the secretary.
refusal-chair_is_nominee = Nobody presides over the vote on the own nomination
    .detail = The one who presided is the nominee of { $nomination }.
    .remedy = The deputy presides over the whole meeting.
refusal-staff_differs = The quorum is counted on the staff of the directory
    .detail = { $unit }: staff { $staff } in the directory, { $total } in the minutes.
    .remedy = Check the minutes, or have the directory corrected.
refusal-not_individual_of = Only individuals of the unit are ranked
    .detail = { $nomination } is no individual of { $unit }.
    .remedy = Take it off the list.
refusal-unit_session_absent = The meeting must have been held
    .detail = { $session } is not recorded.
    .remedy = Check the number of the meeting.
refusal-submitted_since = A vote is annulled before anybody it carried is submitted
    .detail = { $nomination } stands at “{ $gate }”.
    .remedy = Withdraw the submission first, if it is not received.

## Submissions, returned and supplemented

refusal-submission_out_of_order = Submissions of a unit are numbered in order
    .detail = The submission before { $submission } is not opened.
    .remedy = Use the next number.
refusal-list_out_of_rank = The list follows the recorded ranking
    .detail = { $nomination } is ranked before somebody who is listed before it.
    .remedy = Put the list in the order of the ranking.
refusal-in_another_letter = A nominee is in one submission only
    .detail = { $nomination } is listed in { $submission }.
    .remedy = Take it off one of the lists.
refusal-not_lead_of_session = Chair or secretary of the meeting certify its extract
    .detail = The one who acts neither presided over { $session } nor kept its minutes.
    .remedy = Ask the chair or the secretary of that meeting.
refusal-not_in_submission = The nomination is in the submission
    .detail = { $nomination } is not in { $submission }, or no longer.
    .remedy = Check the list of the submission.
refusal-nothing_to_acknowledge = A submission with nobody left is not acknowledged
    .detail = Nobody in { $submission } waits for intake any more.
    .remedy = The unit withdraws the submission.
refusal-submission_not_returned = Only what went back to the unit can be closed
    .detail = { $submission } was not returned.
    .remedy = Acknowledge the submission first.
refusal-returned_as_a_whole = What is returned for a shared part goes back as a whole
    .detail = { $submission } cannot be returned and judged item by item at once.
    .remedy = Return it, or name single dossiers.
refusal-nothing_wrong = A return says what is wrong
    .detail = Nothing is named.
    .remedy = Name the parts and what is wrong with them.
refusal-not_a_single_part = A single dossier goes back for its report or its evidence
    .detail = Named: { $part }.
    .remedy = Return the whole submission for a shared part.
refusal-due_behind = The last day lies ahead
    .detail = Last day named: { $due }; today: { $today }.
    .remedy = Choose a later day.
refusal-supplement_late = What was asked for comes by the last day
    .detail = Last day: { $due }; today: { $today }.
    .remedy = Turn to Home Affairs.
refusal-supplement_still_due = What may still come is not closed
    .detail = Last day: { $due }; today: { $today }.
    .remedy = Wait until the last day is over.
refusal-part_not_replaced = A part that was found wrong is replaced
    .detail = Unchanged: { $part }{ $nomination_given ->
        [true] {" "}of { $nomination }
       *[false] { "" }
    }.
    .remedy = Attach the corrected part.
refusal-part_not_delivered = Everything that was asked for comes at once
    .detail = { $nomination } lacks: { $part }.
    .remedy = Add it and send it again.
refusal-part_not_asked_for = Only what was asked for is supplemented
    .detail = Not asked for in { $nomination }: { $part }.
    .remedy = Leave it out; a new report is attached to its nomination.
refusal-submission_received = What is received is not taken back
    .detail = { $submission } is received.
    .remedy = Withdraw single nominations.
