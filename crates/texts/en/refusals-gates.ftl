### Why a command is refused: the rule, the facts (.detail), what can be done (.remedy).
###
### This chapter: the gates of a nomination, from the unit's meeting to the issued decision.

## Nomination

refusal-nomination_absent = The nomination must be drafted first
    .detail = There is no such nomination.
    .remedy = Check the code or draft the nomination.
refusal-out_of_scope = The unit must be within the scope of the plan
    .detail = { $unit } is outside the scope of the plan.
    .remedy = See whom the plan applies to.
refusal-nominee_claimed = A nominee has one live nomination in a campaign
    .detail = The nominee is claimed by { $nomination }.
    .remedy = Go on with that nomination.
refusal-nominee_elsewhere = An individual is nominated by the unit he or she works for
    .detail = The nominee does not work for { $unit }.
    .remedy = Have the nominee's own unit draft the nomination.
refusal-report_type = An achievement report is a PDF or DOCX file
    .detail = The file is of type { $media_type }.
    .remedy = Convert it to PDF or DOCX and upload it again.
refusal-report_missing = An achievement report must be attached
    .detail = { $nomination } has no report.
    .remedy = Attach the report, then go on.
refusal-out_of_hands = What is sent is out of the unit's hands
    .detail = { $nomination } stands at “{ $gate }”.
    .remedy = Wait for the result, or for a request for a supplement.
refusal-declaration_missing = The unit declares that no discipline is pending
    .detail = The declaration for { $nomination } is missing.
    .remedy = Check and declare it; if something is pending, do not propose.

## Unit session, ranking

refusal-unit_session_held = A recorded meeting is not overwritten
    .detail = { $session } is there with other content.
    .remedy = Compare with what is recorded; use the next number for another meeting.
refusal-unit_session_out_of_order = Meetings of a unit are numbered in order
    .detail = The meeting before { $session } is not recorded.
    .remedy = Record that meeting first, or use the right number.
refusal-meeting_ahead = A meeting is recorded after it was held
    .detail = Day of the meeting: { $date }.
    .remedy = Correct the day, or record it after the meeting.
refusal-meeting_before_proposal = A meeting votes on nominees that were proposed to it
    .detail = { $nomination } was proposed on { $proposed_on }, after the meeting of { $date }.
    .remedy = Correct the day of the meeting, or hold one after the proposal.
refusal-chair_unknown = The chair belongs to the unit on the day of the meeting
    .detail = The assignment { $chair } did not belong to the unit on { $date }.
    .remedy = Name the right assignment of the chair.
refusal-attendance_unsound = No more are present than belong to the unit
    .detail = Present: { $present }. Staff: { $total }.
    .remedy = Check the numbers in the minutes.
refusal-votes_unsound = Votes and recusals make up the attendance
    .detail = The votes on { $nomination } do not make up { $present } present.
    .remedy = Check the votes in the minutes.
refusal-nominee_stayed = A nominee takes no part in the own vote
    .detail = Nobody is recorded as stepping out of the vote on { $nomination }.
    .remedy = Record the recusal.
refusal-of_another_unit = A unit votes on its own nominations only
    .detail = { $nomination } is not of this unit or campaign.
    .remedy = Take it off the list.
refusal-not_of_group = Only collectives of the group are ranked
    .detail = { $nomination } is no collective of the group { $group }.
    .remedy = Take it off the ranking.
refusal-ranking_incomplete = Every endorsed collective of the group is ranked
    .detail = Left out: { $missing }.
    .remedy = Add what is left out.
refusal-endorsed_behind = A nomination that has a slot does not fall behind the slots
    .detail = { $nomination } has a slot.
    .remedy = Rank it within the slots.

## Review

refusal-wrong_gate = The nomination must stand at the right gate
    .detail = { $nomination } stands at “{ $gate }”; this needs “{ $expected }”.
    .remedy = Finish the steps before, or load the case again if this step is done.
refusal-not_a_reviewer = A reviewer holds an assignment as reviewer in force
    .detail = Assignment { $assignment }, role: { $role }.
    .remedy = Choose somebody who is assigned as reviewer.
refusal-reviewer_is_author = Who drafted a nomination or attached its report does not review it
    .detail = This person drafted { $nomination } or attached a report to it.
    .remedy = Assign another reviewer.
refusal-of_nominees_unit = Who belongs to the nominee's unit neither reviews nor confirms
    .detail = { $nomination } is of { $unit }, the unit of the actor.
    .remedy = Ask somebody of another unit.
refusal-not_the_reviewer = Only the assigned reviewer reviews
    .detail = { $nomination } is assigned to { $reviewer }.
    .remedy = Ask the assigned reviewer.
refusal-unknown_criterion = A criterion stands in the plan
    .detail = There is no criterion { $criterion } for { $nomination }.
    .remedy = Choose a criterion for this kind of nominee.
refusal-facts_not_final = A finding rests on final facts
    .detail = The facts on { $criterion } of { $nomination } are not final.
    .remedy = Record the finding as pending and wait for the final facts.
refusal-finding_contradicts_facts = A finding does not contradict the final facts
    .detail = Criterion { $criterion } of { $nomination }: { $facts_code ->
        [tasks] { $facts_tasks_done } of { $facts_tasks_total } tasks are done
        [scores] index { $facts_scores_score_bp }%, { $facts_scores_prior_score_bp }% the year before
        [rating] the yearly rating is { $facts_rating_is_good ->
            [true] good enough
           *[false] not good enough
        }
        [initiative] an initiative is recognised
       *[leader_discipline] { $facts_leader_discipline_is_recorded ->
            [true] a discipline of a key leader is recorded in the year
           *[false] no discipline of a key leader is recorded in the year
        }
    }.
    .remedy = Correct the finding, or ask the attesting office to check the facts.
refusal-interpretation_needed = What the plan leaves open needs a recorded interpretation
    .detail = Criterion { $criterion } needs an interpretation for { $nomination }.
    .remedy = Ask the head of the Home Affairs Office for an interpretation.
refusal-criteria_not_met = A pass means that every mandatory criterion is met
    .detail = Not met, or without a finding, for { $nomination }: { $criteria }.
    .remedy = Finish the review of these criteria, or recommend a rejection.
refusal-no_criterion_failed = A rejection names at least one criterion not met
    .detail = No criterion of { $nomination } is found not met.
    .remedy = Record the finding that a criterion is not met first.
refusal-not_recommended = A review is confirmed as the reviewer recommends
    .detail = The reviewer of { $nomination } recommends nothing yet, or something else.
    .remedy = Wait for the recommendation, or talk to the reviewer.
refusal-confirmer_is_reviewer = Who reviewed does not confirm
    .detail = This person reviewed { $nomination }.
    .remedy = Ask somebody else to confirm.
refusal-nominee_erased = A nominee whose data are erased cannot be considered
    .detail = The personal data of the nominee of { $nomination } are erased for ever.
    .remedy = Nothing more can be done with this nomination.

## Submission

refusal-submission_absent = The submission must be opened first
    .detail = There is no submission { $submission }.
    .remedy = Check the code or open a submission.
refusal-submission_sent = What is sent is not edited
    .detail = { $submission } is sent to the Home Affairs Office.
    .remedy = Wait for its intake.
refusal-submission_not_signed = The submission letter is signed before it is sent
    .detail = The letter of { $submission } is not signed.
    .remedy = Have the head of unit sign it, then send it.
refusal-submission_not_sent = Only what was sent is received
    .detail = { $submission } is not sent.
    .remedy = Wait until the unit sends it.
refusal-not_a_shared_part = Shared parts are the submission letter and the minutes extract
    .detail = Named: { $kind }.
    .remedy = Attach an achievement report to its nomination.
refusal-dossier_part_missing = A dossier has all three parts
    .detail = Missing: { $part }{ $nomination_given ->
        [true] {" "}of { $nomination }
       *[false] { "" }
    }.
    .remedy = Attach what is missing, then go on.
refusal-report_not_confirmed = The nominee confirms the achievement report
    .detail = The report of { $nomination } is not confirmed.
    .remedy = Ask the nominee to read and confirm it.
refusal-submission_list_missing = A submission letter has a list
    .detail = { $submission } has no list.
    .remedy = Set the list.
refusal-extract_not_certified = The minutes extract is certified
    .detail = The extract of { $submission } is not certified.
    .remedy = Have chair and secretary of the meeting certify it.
refusal-nomination_of_another_unit = A unit lists its own nominations only
    .detail = { $nomination } is not of this unit or campaign.
    .remedy = Take it off the list.
refusal-session_of_another_unit = The meeting must be the unit's own
    .detail = The meeting { $session } is not of this unit or campaign.
    .remedy = Name the right meeting.
refusal-not_endorsed_in_session = The list holds only what the meeting endorsed
    .detail = { $nomination } was not endorsed in the meeting { $session }.
    .remedy = Name the right meeting, or take the nomination off the list.
refusal-session_after_letter = A letter is not older than the meeting it rests on
    .detail = Meeting: { $held_on }. Letter: { $letter_date }.
    .remedy = Check both dates.
refusal-no_free_slot = No more are submitted than slots are free
    .detail = { $holder } has { $free } free, { $asked } asked for.
    .remedy = Take nominations off in ranking order, or ask for more slots.
refusal-deadline_not_announced = The deadline is announced before dossiers are sent
    .detail = The campaign has no deadline yet.
    .remedy = Wait for the announcement of the Home Affairs Office.
refusal-deadline_passed = Dossiers are sent before the deadline
    .detail = Deadline: { $due }. Now: { $now }.
    .remedy = Contact the Home Affairs Office.
refusal-no_regime_in_force = At intake a rule of prize money must be in force
    .detail = No rule of prize money of the plan is in force on { $day }.
    .remedy = Record the instrument, then go on.

## Council session

refusal-council_session_absent = The session must be convened first
    .detail = There is no session { $session }.
    .remedy = Check the code or convene a session.
refusal-council_session_convened = The session is convened already
    .detail = { $session } is convened with other content.
    .remedy = Use the next number for another session.
refusal-council_notice_too_short = Members know the agenda in time
    .detail = Day asked for: { $asked }. Earliest day: { $earliest }.
    .remedy = Choose a later day.
refusal-no_seat_in_council = A member holds an assignment in the Council in force
    .detail = The assignment { $assignment } gives no seat on { $day } (role: { $role }).
    .remedy = Name the member's assignment in the Council.
refusal-council_member_twice = A person has one seat
    .detail = { $member } is named twice.
    .remedy = Remove one of the assignments.
refusal-council_needs_one_chair = A session has exactly one chair
    .detail = Chairs on the roster: { $chairs }.
    .remedy = Name exactly one chair.
refusal-agenda_closed = The roll call closes the agenda
    .detail = The agenda of { $session } is closed.
    .remedy = List the nomination in another session.
refusal-nomination_of_another_campaign = A session considers one campaign
    .detail = { $nomination } is of another campaign.
    .remedy = Take it off the list.
refusal-council_session_not_due = The session has not begun
    .detail = It is convened for { $at }.
    .remedy = Call the roll when it begins.
refusal-council_roll_called = The roll is called already
    .detail = The roll of { $session } was called otherwise.
    .remedy = Compare with what is recorded.
refusal-not_a_council_member = Only members count
    .detail = { $member } is not on the roster.
    .remedy = Check the roster.
refusal-council_session_not_open = The session must be open
    .detail = The roll of { $session } is not called, or it is over.
    .remedy = Call the roll first, or convene another session.
refusal-council_member_absent = Who is absent does not vote
    .detail = { $member } is not present.
    .remedy = Record votes of members present only.
refusal-no_proxy_in_council = Nobody votes for another
    .detail = Only { $member }, or the secretary recording it, may do this.
    .remedy = Have the member vote, or the secretary record it.
refusal-not_on_agenda = Only what is on the agenda is voted on
    .detail = { $nomination } is not on the agenda.
    .remedy = Leave it out of the motion.
refusal-item_voted_already = A nomination is voted on once in a session
    .detail = { $nomination } was voted on in motion { $motion }.
    .remedy = Leave it out of the motion.
refusal-motion_out_of_order = Motions are numbered in order
    .detail = The next number is { $expected }.
    .remedy = Use the next number.
refusal-motion_open = One motion is open at a time
    .detail = Motion { $motion } is still open.
    .remedy = Close it first.
refusal-recusal_missing = Who works for the nominee's unit takes no part in the vote (recusal)
    .detail = { $member } works for { $unit }, the unit of { $nomination }.
    .remedy = Declare the recusal before opening the motion.
refusal-motion_absent = The motion must be opened first
    .detail = There is no motion { $motion }.
    .remedy = Open it, then go on.
refusal-motion_closed = A closed motion takes no votes
    .detail = Motion { $motion } is closed.
    .remedy = Nothing can be added; its outcome stands.
refusal-council_member_recused = Who is recused does not vote
    .detail = { $member } takes no part in any item of motion { $motion }.
    .remedy = Record no vote of this member.
refusal-not_in_motion = An exception is an item of the motion
    .detail = { $nomination } is not in motion { $motion }.
    .remedy = Remove the exception.
refusal-council_items_undecided = A session closes when the whole agenda is voted on
    .detail = Not voted on: { $nominations }.
    .remedy = Put the remaining items to the vote.
refusal-council_session_not_closed = Minutes are signed after the session
    .detail = { $session } is not closed.
    .remedy = Close the session first.
refusal-council_minutes_signed = Signed minutes are not replaced
    .detail = Other minutes of { $session } are signed.
    .remedy = Compare with the signed minutes.

## Presentation

refusal-presentation_absent = The Council presents first
    .detail = There is no presentation { $presentation }.
    .remedy = Check the code, or present to the Chairman first.
refusal-presentation_made = A presentation is not replaced
    .detail = { $presentation } is presented with other content.
    .remedy = Use the next number for another presentation.
refusal-council_minutes_missing = The Council's minutes are signed before it presents
    .detail = The minutes of { $session } are not signed.
    .remedy = Sign the minutes, then present.
refusal-approved_in_another_session = A session presents what it approved
    .detail = { $nomination } was not approved in { $session }.
    .remedy = Name the right session, or take the nomination off the list.
refusal-places_exceeded = No more are presented than the quota has places
    .detail = Kind: { $kind }. Asked for: { $asked }. Taken: { $taken } of { $quota }.
    .remedy = Take nominations off in ranking order.
refusal-presentation_not_checked = The Office checks the presentation slip first
    .detail = { $presentation } is not checked.
    .remedy = Wait for the Office.
refusal-not_presented = The Chairman decides what is presented
    .detail = { $nomination } is not on the list.
    .remedy = Leave it out.
refusal-presentation_decided = The presentation is decided already
    .detail = The Chairman decided { $presentation } otherwise.
    .remedy = Compare with what is recorded.

## Decision

refusal-decision_absent = The decision must be drafted first
    .detail = There is no decision { $decision }.
    .remedy = Check the code or draft the decision.
refusal-decision_signed = A signed decision does not change
    .detail = { $decision } is signed.
    .remedy = Mistakes after the signature are met by a formal correction or another decision.
refusal-presentation_undecided = The Chairman decides the presentation first
    .detail = { $presentation } is not decided.
    .remedy = Wait for the Chairman.
refusal-not_approved_by_chairman = A draft holds only what the Chairman approved
    .detail = { $nomination } is not approved in { $presentation }.
    .remedy = Leave it out of the draft.
refusal-in_another_draft = A nomination is in one draft
    .detail = { $nomination } is in the draft of { $decision }.
    .remedy = Take it out of one of the drafts.
refusal-initial_not_yours = Home Affairs initials the content, the Office the form
    .detail = The role { $role } does not initial for: { $aspect }.
    .remedy = Ask the one who does.
refusal-initials_missing = A draft has both initials before it is signed
    .detail = Initials missing for: { $aspects }.
    .remedy = Wait for the initials, then sign.
refusal-signed_in_future = Nobody signs ahead of time
    .detail = Signed: { $signed_at }. Now: { $now }.
    .remedy = Correct the time of the signature.
refusal-signed_before_ready = Only a finished draft is signed
    .detail = Signed: { $signed_at }. Draft finished: { $ready_at }.
    .remedy = Correct the time of the signature, or sign the finished draft.
refusal-issuer_not_valid = The issuing authority must exist on that day
    .detail = Day: { $day }. The authority exists from { $valid_from } to { $valid_until }.
    .remedy = Check the day; after the end of the authority its successor acts.
refusal-signer_not_in_office = The signer is in office on the day of the signature
    .detail = The assignment { $assignment } is not in force on { $day }.
    .remedy = Have the one in office sign.
refusal-approver_changed = Who approved is still in office at the signature
    .detail = The assignment { $assignment }, under which { $nomination } was approved, has ended.
    .remedy = The successor decides again.
refusal-no_place_held = Every award has a place in the quota
    .detail = No { $kind } place is held for { $nomination }.
    .remedy = Check the Chairman's approval and the quota.
refusal-decision_not_signed = Number, seal and issue come after the signature
    .detail = { $decision } is not signed.
    .remedy = Wait for the signature.
refusal-numbered_by_signer = The signer does not assign the number
    .detail = This person signed { $decision }.
    .remedy = Ask another records clerk.
refusal-number_date_out_of_range = The date is the day of the signature or the next working day
    .detail = Date: { $date }. Allowed: { $earliest } or { $latest }.
    .remedy = Choose another date.
refusal-number_not_positive = Numbers start at 01
    .detail = The number is below one.
    .remedy = Enter the number again.
refusal-number_taken = A number is unique within its year
    .detail = { $number }/{ $symbol } of { $year } is the number of { $bearer }.
    .remedy = Enter another number.
refusal-decision_numbered = The decision bears a number already
    .detail = { $decision } bears the number { $number } of { $date }.
    .remedy = Use that number.
refusal-decision_not_numbered = The organisation's signature or seal comes after the number
    .detail = { $decision } bears no number.
    .remedy = Assign the number first.
refusal-organisation_signature_missing = Issued is what bears the organisation's signature or seal
    .detail = { $decision } bears neither.
    .remedy = Apply it first.
refusal-handled_by_signer = The signer neither seals nor issues
    .detail = This person signed { $decision }.
    .remedy = Ask another records clerk.
refusal-issued_before_signature = Nothing is issued before it is signed
    .detail = { $decision } was signed at { $signed_at }; issued, it is said, at { $issued_at }.
    .remedy = Correct the time of issue.
refusal-scan_is_draft = The scan shows the signed paper
    .detail = The file named for { $decision } is its draft.
    .remedy = Scan the signed paper, upload it and name that file.
refusal-issued_before_date = Nothing is issued before the date it bears
    .detail = { $decision } bears the date { $date }, today is { $day }.
    .remedy = Issue it on that date.
refusal-submission_ended = The submission has ended
    .detail = { $submission } was refused or withdrawn.
    .remedy = Open a new submission with the next number.
refusal-submission_returned = The submission was returned to be completed
    .detail = { $submission } was returned by Home Affairs.
    .remedy = Replace the parts that are named, then resubmit it.
