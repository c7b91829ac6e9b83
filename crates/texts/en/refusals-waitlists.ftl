### Reasons for refusals: the rule, the facts of this case (.detail), what to do (.remedy).
###
### This chapter: changes of the quota, waitlists, late permission.

## The quota

refusal-quota_changed_otherwise = Every change of the quota has a number of its own
    .detail = Change { $change } is recorded with other content.
    .remedy = Use the next number.
refusal-quota_change_out_of_order = Changes of the quota are numbered in order
    .detail = Number { $change } was named, the next is { $next }.
    .remedy = Use the next number.
refusal-quota_unchanged = A change changes a number or an allocation
    .detail = Numbers and allocations are as they are now.
    .remedy = Name another number or allocation.
refusal-quota_below_used = The quota is not below the places approved and used up
    .detail = { $used } places of the kind: { $kind } are approved or used up; the new quota is { $limit }.
    .remedy = Name { $used } or more.
refusal-council_rank_first = A ranking says who goes on the waitlist
    .detail = Not every nomination of the kind: { $kind } that passed the review is ranked.
    .remedy = Rank them for the Council first, then send it again.
refusal-quota_paper_untitled = The act that it rests on is named
    .detail = The act has no title.
    .remedy = Name its title.
refusal-no_place_consumed = Only a place that was used up is given back
    .detail = { $nomination } uses up no place of the quota.
    .remedy = Check the code of the nomination.

## Waitlists

refusal-waiting_unranked = Whoever waits is called in the order of a recorded ranking
    .detail = { $nomination } is on no ranking.
    .remedy = Record the ranking first.
refusal-promoted_out_of_rank = Whoever waits is called in the order of a recorded ranking
    .detail = { $next } is ranked before { $nomination }.
    .remedy = Promote { $next } first, or both.
refusal-promoted_otherwise = The time for a promoted dossier is fixed
    .detail = { $nomination } is promoted{ $due_given ->
        [true] , its dossier is due at { $due }
       *[false] , within the common deadline
    }.
    .remedy = Keep that time, or grant a late permission.
refusal-promotion_due_behind = The time for a promoted dossier lies ahead
    .detail = { $due } has passed.
    .remedy = Name a later time.
refusal-ranked_other_kind = A ranking names nominations of one kind and one campaign
    .detail = { $nomination } is of another kind or campaign.
    .remedy = Take it off the list.
refusal-council_ranking_incomplete = A ranking names everybody who passed the review
    .detail = Missing: { $missing }.
    .remedy = Add whoever is missing.

## Late permission

refusal-late_permission_not_requested = A late permission answers a request
    .detail = Nobody asks to send { $submission } late.
    .remedy = Wait for the request of the unit.
refusal-late_permission_empty = A permission ends after the deadline and after now
    .detail = Permitted until { $until }; deadline: { $deadline }; now: { $now }.
    .remedy = Name a later time.
