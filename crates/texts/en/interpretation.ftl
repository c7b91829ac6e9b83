### Interpretation of criteria: command, event, words and refusals.

command-interpret_criterion = Interpret a criterion

word-no_score = no score for the year
word-different_scales = scores of both years by different scales
word-no_prior_score = no score for the year before

event-campaign-criterion_interpreted = Interpretation { $number }: criterion { $criterion }, where there is { $situation }, is found { $finding }. Reason: { $reason } ({ $document_title })

refusal-criterion_absent = The criterion stands in the plan
    .detail = The plan has no criterion { $criterion }.
    .remedy = Choose a criterion in force in the campaign.
refusal-nothing_to_interpret = Only what the words of a criterion leave open is interpreted
    .detail = { $criterion } does not leave this open: { $situation }.
    .remedy = Find by the facts, or by the reviewer's own finding.
refusal-interpretation_open = An interpretation says met or not met
    .detail = The interpretation of { $criterion } settles nothing; a criterion is never waived.
    .remedy = Choose met or not met.
refusal-interpreted_otherwise = Like cases are treated alike
    .detail = { $criterion } is interpreted by number { $number } already: { $situation }.
    .remedy = Apply the interpretation that there is.
refusal-interpretation_reason_missing = An interpretation says why
    .detail = There is no reason.
    .remedy = Give the reason for all units; name nobody.
refusal-interpretation_elsewhere = A finding cites an interpretation of its own criterion
    .detail = Interpretation { $number } is not about { $criterion }, where { $nomination } cites it.
    .remedy = Cite the number of the interpretation of this criterion.
refusal-interpretation_unneeded = An interpretation is cited only where a case is open
    .detail = { $criterion } of { $nomination } needs no interpretation.
    .remedy = Find by the facts, without citing one.
