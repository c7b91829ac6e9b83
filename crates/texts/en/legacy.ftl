## Paper decisions of earlier campaigns

command-register_legacy_decision = Register a paper decision of an earlier campaign

event-decision-legacy_decision_registered = The paper decision { $paper_number }/{ $paper_symbol } of { $paper_date } by { $paper_issuer } is taken over: { $collectives } collectives, { $individuals } individuals
event-fact-legacy_award_recorded = Taken over from a paper decision: { $award_form } ({ $award_level }) by { $award_number } of { $award_date }

refusal-decision_made_on_paper = A paper decision is taken over for reference only
    .detail = { $decision } was made on paper in an earlier campaign.
    .remedy = Amend or revoke it on paper.
refusal-legacy_decision_registered_otherwise = A paper decision is taken over once
    .detail = { $decision } is known already, with other content.
    .remedy = Check the decision's code.
refusal-legacy_campaign_runs_here = What is decided in a campaign here is not taken over from paper
    .detail = The campaign { $campaign } runs in this system.
    .remedy = Draft, sign and number the decision in the campaign.
refusal-legacy_day_differs = A paper decision is recorded on its own day
    .detail = The decision is dated { $date }; it is said to have happened on { $occurred_on }.
    .remedy = Give the date of the decision as the day on which it happened.
refusal-legacy_scan_missing = A paper decision is taken over with scans
    .detail = No scan is named.
    .remedy = Upload scans of the decision and of its lists.
refusal-legacy_award_twice = An awardee is on the list once
    .detail = An awardee is named twice for { $number }.
    .remedy = Remove the second line.
