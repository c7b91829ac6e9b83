### Why a command is refused: the rule, the facts (.detail), what can be done (.remedy).
###
### This chapter: the review.

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
    .remedy = Ask somebody of another unit; a case of Home Affairs is for the substitutes whom the Chairman names.
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
        [unit_exists] the unit { $facts_unit_exists_exists ->
            [true] exists
           *[false] exists no more
        }
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
refusal-substitute_named = Only the substitute whom the Chairman named does this
    .detail = { $nomination } is for the assignment { $assignment }.
    .remedy = Ask the one who is named.
refusal-no_substitutes = A substitute acts only where substitutes are named
    .detail = No substitutes are named for { $nomination }.
    .remedy = Ask the Chairman to name substitutes, or leave the review to Home Affairs.
refusal-is_the_nominee = Nobody reviews or confirms the own case
    .detail = This person is the nominee of { $nomination }.
    .remedy = Ask somebody else.
refusal-reviewer_assigned = A reviewer is replaced only for a reason
    .detail = { $nomination } is assigned to { $reviewer }.
    .remedy = Reassign the reviewer and choose the reason.
refusal-past_awards_unanswered = The reviewer answers for other awards of the same year
    .detail = { $nomination } has { $awards } recorded awards of the year and no finding on L3.
    .remedy = Record a finding on L3: met for another achievement, not met for the same one.
refusal-achievement_shared_unanswered = The reviewer answers for a report that a person shares with the own collective
    .detail = { $nomination } has the same report as the collective in { $collective } and no finding on L3.
    .remedy = Record a finding on L3: met for an achievement of the person's own, not met for the same one.
refusal-unit_dissolved = A nominated unit must exist
    .detail = { $unit }, the nominee of { $nomination }, was dissolved or merged.
    .remedy = Record a finding on L4, not met, and recommend to reject.
refusal-supplement_rounds_used_up = No more supplements are asked for than the rules allow
    .detail = { $nomination } had all { $max } rounds of supplement.
    .remedy = Conclude on the dossier as it is.
refusal-supplement_without_items = A request for a supplement says what is missing
    .detail = Nothing is asked for { $nomination }.
    .remedy = Choose at least one part of the dossier.
refusal-supplement_due_too_soon = The unit must have its time to supplement
    .detail = Due on { $due }; the earliest day is { $earliest }.
    .remedy = Choose the earliest day or a later one.
refusal-opinion_pending = A body that was asked answers before it is asked again
    .detail = { $body } is asked about { $nomination }, due on { $due }.
    .remedy = Wait for the answer and record it.
refusal-opinion_due_passed = An opinion is not due in the past
    .detail = Due on { $due }, today is { $today }.
    .remedy = Choose today or a later day.
refusal-opinion_not_asked = Only a body that was asked gives its opinion
    .detail = { $body } was not asked about { $nomination }.
    .remedy = Ask for the opinion first.
refusal-opinion_answered = One question has one answer
    .detail = { $body } answered about { $nomination }: { $value }.
    .remedy = Ask again if the body has changed its mind.
refusal-reopening_reason = The reason to open a review again fits where the case stands
    .detail = { $nomination } stands at “{ $gate }”, the reason is: { $reason_code }.
    .remedy = Choose another reason.
