## Units that end

command-dissolve_unit = Dissolve a unit

event-org-unit_dissolved = The unit ends, last day { $on }; who goes on: { $successors }
event-org-unit_succeeded = Goes on with the work of { $predecessor }

refusal-unit_over = A unit ends once, and not later than the last day recorded
    .detail = The last day of { $unit } is { $last }.
    .remedy = Compare with the document that dissolves the unit.
refusal-successor_unfit = Who goes on is another unit, there on the day after
    .detail = { $successor } does not go on from { $day }.
    .remedy = Establish the successor first, or name another unit.

## Moves; an authority that ends; a campaign handed over

command-move_person = Move a person to another unit
command-end_authority = Record the last day of the authority
command-transfer_campaign = Hand the campaign over
command-close_campaign_by_reorganisation = Close the campaign by reorganisation

event-org-person_moved = Goes to { $to } on { $from }
event-org-authority_ended = The authority ends, last day { $on }
event-campaign-campaign_transferred = The campaign is handed over to { $to }
event-campaign-campaign_closed_by_reorganisation = The campaign ends by reorganisation, by { $document_title }

word-transferred = the authority that goes on with the campaign has it

refusal-authority_over = An authority ends once, and not later than the last day recorded
    .detail = The last day recorded is { $last }.
    .remedy = Compare with the act that reorganises the authorities.
refusal-unit_not_there = Whoever moves goes to a unit that exists
    .detail = { $unit } does not exist on { $day }.
    .remedy = Name another unit, or compare the day with the decision.
refusal-moved_later = Moves are recorded in their order
    .detail = The last move was on { $last }.
    .remedy = Name a later day.
refusal-works_there = The person works for that unit already
    .detail = The unit is { $unit }.
    .remedy = Nothing is to be recorded.
refusal-issuer_over = A campaign is handed over before its issuer ends
    .detail = The last day of the authority was { $last }.
    .remedy = Close the campaign by reorganisation.
refusal-issuer_goes_on = No end of the issuing authority is recorded
    .detail = No document says that the issuing authority ends.
    .remedy = Record the last day of the authority first.
refusal-campaign_closed = The campaign is closed
    .detail = { $campaign } was closed on { $date }.
    .remedy = Nothing is to be closed.
refusal-current_unit_unheard = The unit that the nominee works for now is heard
    .detail = { $nomination }: the nominee works for { $unit } now, which was not asked, or may still answer.
    .remedy = Ask the opinion of that unit, under its full name; wait for the answer or for its day to pass.
