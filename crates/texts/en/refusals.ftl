### Why a command is refused: the rule, the facts (.detail), what can be done (.remedy).
###
### This chapter: access, lists, papers, directory, legal basis, campaign, quota, facts.

## Access and time

refusal-role_not_allowed = This role may not do this
    .detail = Command: { $command }. Acting role: { $role }.
    .remedy = Use another assignment that may, or ask somebody who may.
refusal-assignment_unknown = Whoever acts holds an assignment
    .detail = There is no assignment { $assignment }, or it says something else than the actor does.
    .remedy = Check the assignment or have it recorded.
refusal-assignment_not_in_force = The assignment must be in force on the day of the act
    .detail = The assignment { $assignment } is not in force on { $date }.
    .remedy = Use an assignment in force, or have a new one granted.
refusal-not_on_behalf = Who records the act of another says whose it is
    .detail = The role { $role } may do this only on behalf of somebody who may.
    .remedy = Name the assignment of the person who acted.
refusal-on_behalf_not_covered = The one acted for must have the authority
    .detail = The assignment { $assignment } does not cover this.
    .remedy = Name the assignment of somebody who has the authority.
refusal-on_behalf_not_allowed = This is not done on behalf of another
    .detail = The role { $role } does this in its own right, not for the assignment { $assignment }.
    .remedy = Name nobody, or the Chairman's assignment where the Chairman approves it.
refusal-other_unit = This is done only for the own unit
    .detail = The act is about the unit { $unit }.
    .remedy = Ask somebody with an assignment in that unit.
refusal-own_unit = Nobody attests, allocates or ranks for the own unit
    .detail = The act is about { $unit }, the unit of the actor.
    .remedy = Ask the other office that is charged with it. Where the Chairman approves the act, it is recorded with on_behalf_of naming his assignment.
refusal-occurred_later = Nothing has happened later than now
    .detail = Said to have happened: { $occurred_at }. Now: { $now }.
    .remedy = Correct the time.
refusal-late_without_reason = Late recording needs a reason
    .detail = It happened on { $date } and may be recorded at most { $allowed_days ->
        [one] { $allowed_days } working day
       *[other] { $allowed_days } working days
    } later.
    .remedy = Give the reason for recording it late and send it again.

## Lists and papers

refusal-list_empty = A list names at least one nomination
    .detail = The list has no item.
    .remedy = Add at least one nomination.
refusal-listed_twice = A list names each nomination once
    .detail = { $nomination } stands there twice.
    .remedy = Remove the duplicate and send it again.
refusal-wrong_document_kind = The document must be of the right kind
    .detail = Asked for: { $expected }. Named: { $found }.
    .remedy = Choose the right document and send it again.
refusal-document_differs = The document named must be the one in the dossier
    .detail = Named: { $named }. Another lies in the dossier.
    .remedy = Open the document in the dossier, read it, and act on that one.

## Directory

refusal-authority_unknown = The issuing authority comes first
    .detail = This ledger has no issuing authority yet.
    .remedy = Establish the issuing authority, then go on.
refusal-unit_unknown = The unit must be in the directory
    .detail = There is no unit { $unit }.
    .remedy = Check the identifier or establish the unit.
refusal-person_unknown = The person must be in the directory
    .detail = There is no such person in the directory.
    .remedy = Check the identifier or register the person.
refusal-assignment_absent = The assignment must be in the directory
    .detail = There is no assignment { $assignment }.
    .remedy = Check the identifier.
refusal-exists_otherwise = What is recorded is not overwritten
    .detail = { $stream } is there with other content.
    .remedy = Compare with what is recorded; use another identifier for another thing.
refusal-period_backwards = The last day does not lie before the first
    .detail = First day: { $from }. Last day: { $to }.
    .remedy = Correct the period.
refusal-day_outside_year = A day of a calendar lies in its year
    .detail = { $date } is not in { $year }.
    .remedy = Put the day into the calendar of its year.
refusal-own_assignment = Nobody grants or ends a role of his or her own
    .detail = The assignment is that of the actor.
    .remedy = Ask another administrator.
refusal-unit_needed = A role of a unit names the unit
    .detail = The role { $role } names no unit.
    .remedy = Name the unit of the assignment.
refusal-role_of_nobody = No person holds this role
    .detail = Role: { $role }.
    .remedy = Choose another role.
refusal-assignment_over = The assignment has ended
    .detail = The assignment { $assignment } has ended, last day { $last }.
    .remedy = Nothing if the day is right; otherwise have a new assignment granted.
refusal-assignment_not_extended = An end makes no assignment longer
    .detail = The last day of the assignment { $assignment } is { $last }; { $to } is later.
    .remedy = Name a day not later than that, or have a new assignment granted.

## Legal basis

refusal-instrument_recorded_otherwise = A recorded instrument is not overwritten
    .detail = { $instrument } is there with other content.
    .remedy = Compare with what is recorded; use another identifier for another instrument.
refusal-in_force_backwards = The last day in force does not lie before the first
    .detail = In force from { $from } until { $until }.
    .remedy = Correct the period.
refusal-no_wage = A base wage is more than nothing
    .detail = The amount named: VND { $amount }.
    .remedy = Enter the base wage again.

## Campaign

refusal-campaign_absent = The campaign must be launched first
    .detail = There is no such campaign, or it is not launched.
    .remedy = Check the code or wait for the launch.
refusal-plan_missing = The plan must be registered first
    .detail = { $campaign } has no plan.
    .remedy = Register the plan, then go on.
refusal-plan_registered = A campaign has one plan
    .detail = Another plan is registered for { $campaign }.
    .remedy = Compare with the registered plan; use another code for another campaign.
refusal-decision_symbol = The symbol of decisions has 1 to { $chars_max } characters
    .detail = The symbol in the plan has { $chars } characters.
    .remedy = Shorten the symbol and register the plan again.
refusal-campaign_launched = What the launch has fixed does not change
    .detail = { $campaign } was launched on { $date }.
    .remedy = Go by what is fixed.
refusal-criteria_missing = Each kind of nominee has criteria
    .detail = There is no criterion for the kind: { $kind }.
    .remedy = Add criteria and send it again.
refusal-criterion_twice = Each criterion has a code of its own
    .detail = The code { $criterion } stands there twice.
    .remedy = Change one of the codes and send it again.
refusal-rules_unsound = Rules of voting must be such as can be kept
    .detail = Rules of the { $gate }: { $flaw }.
    .remedy = Correct the rules and send them again.
refusal-campaign_not_ready = A launch needs everything in place
    .detail = Still missing: { $missing }.
    .remedy = Add what is missing, then launch.
refusal-launch_ahead = A launch is not recorded before its day
    .detail = Day of the launch: { $date }.
    .remedy = Record it on that day, or correct the day.
refusal-deadline_announced = The deadline is announced already
    .detail = Dossiers are due at { $due }.
    .remedy = Go by the deadline announced.
refusal-deadline_too_near = A deadline is announced at least one working day ahead
    .detail = The earliest day is { $earliest }.
    .remedy = Choose a later deadline.
refusal-nothing_to_extend = Only an announced deadline is extended
    .detail = No deadline is announced.
    .remedy = Announce the deadline first.
refusal-deadline_not_later = An extension moves the deadline later, never earlier
    .detail = The deadline now: { $due }.
    .remedy = Choose a time after the deadline as it is.
refusal-deadline_behind = The new deadline lies ahead
    .detail = The new deadline named, { $due }, has passed.
    .remedy = Choose a time after now.
refusal-extension_reason_missing = An extension tells all units why
    .detail = The reason is missing.
    .remedy = Give the reason and send it again.
refusal-plan_part_fixed = After the launch this part of the plan stands
    .detail = The part that would change: { $part }. Running cases rest on it.
    .remedy = Keep this part; only the words of the plan can be amended.
refusal-campaign_paper_untitled = The paper that it rests on has a title
    .detail = The title is missing.
    .remedy = Name the paper and send it again.
refusal-feedback_elsewhere = The feedback named is about this campaign
    .detail = { $feedback } is not about the campaign { $campaign }.
    .remedy = Choose feedback on this campaign.
refusal-campaign_day_ahead = Nothing is recorded of a day that lies ahead
    .detail = The day named: { $date }.
    .remedy = Correct the day.

## Quota

refusal-quota_absent = The quota must be set first
    .detail = The campaign has no quota.
    .remedy = Set the quota of the plan, then go on.
refusal-quota_empty = A quota is more than nothing
    .detail = The quota named has no place for a collective or an individual.
    .remedy = Enter the quota of the plan.
refusal-nothing_named = At least one unit or group is named
    .detail = The list has no item.
    .remedy = Add at least one item.
refusal-unit_twice = Each unit is named once
    .detail = The unit { $unit } stands there twice.
    .remedy = Remove the duplicate and send it again.
refusal-slot_holder_twice = Each unit or group is given slots once in a list
    .detail = { $holder } stands there twice.
    .remedy = Remove the duplicate and send it again.
refusal-wrong_slot_holder = Slots for collectives go to groups, slots for individuals to units
    .detail = { $holder } cannot hold slots of the kind: { $kind }.
    .remedy = Choose a group for collectives, a unit for individuals.
refusal-unit_not_eligible = Only an eligible unit may nominate or be given slots
    .detail = The unit { $unit }, for the kind { $kind }; reason: { $reason_code }.
    .remedy = Add what is missing in the results and determine eligible units again, if there are grounds.
refusal-group_not_eligible = A group needs at least one eligible unit
    .detail = No unit of the group { $holder } is eligible.
    .remedy = Allocate to another group, or keep the slots in reserve.
refusal-quota_exceeded = Allocations do not exceed the quota
    .detail = { $allocated } slots of the kind: { $kind }; the quota is { $limit }.
    .remedy = Allocate fewer and send it again.
refusal-slots_not_lowered = An allocation takes no slots away
    .detail = { $holder } has { $granted ->
        [one] { $granted } slot
       *[other] { $granted } slots
    } granted.
    .remedy = Keep at least the slots granted.
refusal-allocation_reason_missing = An allocation says why
    .detail = The reason is missing.
    .remedy = Give the reason and send it again.
refusal-reallocated_otherwise = A recorded reallocation is not overwritten
    .detail = Reallocation { $reallocation } is there with other content.
    .remedy = Compare with what is recorded; another one takes the next number.
refusal-reallocation_out_of_order = Reallocations are numbered in order
    .detail = The number named: { $reallocation }; the next one: { $next }.
    .remedy = Use the next number.
refusal-nothing_moves = A reallocation moves at least one slot somewhere else
    .detail = No slot would move.
    .remedy = Name the slots, and a giver and a taker that differ.
refusal-slots_in_use = Slots never fall below those taken
    .detail = { $holder } has { $granted } slots, { $taken } of them taken.
    .remedy = Move fewer slots.
refusal-rank_first = Nominees are ranked before slots are taken away
    .detail = { $holder } would have fewer slots than endorsed nominees, and they are not ranked.
    .remedy = Have the unit rank its nominees, then reallocate.

## Facts of the year

refusal-no_row = A sheet has at least one row
    .detail = The sheet has no row.
    .remedy = Add the result of at least one unit.
refusal-row_twice = Each unit has one row in a sheet
    .detail = The unit { $unit } has two rows.
    .remedy = Remove the duplicate and send it again.
refusal-result_unsound = The numbers of a unit do not contradict each other
    .detail = The numbers of { $unit } contradict each other: more is done than was given, or more is on time than done.
    .remedy = Check the numbers and send them again.
refusal-result_final = A final result is not replaced by a provisional one
    .detail = The result of { $unit } is final.
    .remedy = Send a final result if something changed.
refusal-rating_final = A final rating is not replaced by a provisional one
    .detail = The rating of this person is final.
    .remedy = Send a final rating if something changed.
refusal-fact_day_ahead = No fact is recorded of a day that lies ahead
    .detail = The day named: { $date }.
    .remedy = Correct the day.
refusal-about_oneself = Nobody attests facts about himself or herself
    .detail = The fact is about the actor.
    .remedy = Ask somebody else of the attesting office.
refusal-fact_recorded_otherwise = A recorded paper is not overwritten
    .detail = { $number } is there with other content.
    .remedy = Compare with what is recorded.
refusal-authority_index_final = A final index is not replaced by a provisional one
    .detail = The index of { $year } is final.
    .remedy = Send a final index if something changed.
refusal-past_award_unnumbered = A past award is known by the number of its decision
    .detail = The number is missing.
    .remedy = Add the number of the decision and send it again.
