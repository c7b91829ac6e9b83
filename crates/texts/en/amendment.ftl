# Criteria amended, and a more favourable law

event-nomination-reassessment_ordered = To be assessed again by version { $criteria_version } of the criteria
event-nomination-legal_regime_reassigned = Prize money by { $legal_regime } from now on, resting on { $basis_title }

command-reassign_legal_regime = Reassign prize rules

word-keep = each keeps its version of the criteria
word-reassess = all are assessed again

refusal-criteria_unchanged = These criteria are in force
    .detail = Version { $version } of { $campaign } has exactly these criteria; what becomes of reviewed cases is decided once, together with the version.
    .remedy = Amend the criteria, or only the words of the plan.
refusal-reviewed_case_beyond_review = A reassessment concerns all reviewed cases
    .detail = Cases beyond the review: { $cases }; the first is { $nomination }, at { $gate }.
    .remedy = Bring these back to the review first, or let all reviewed cases keep their version.
refusal-regime_not_pinned = There are no prize rules to replace
    .detail = { $nomination } is not received; prize rules are pinned at receipt.
    .remedy = Wait for the receipt.
refusal-regime_basis_missing = Other prize rules need a basis
    .detail = The reassignment to { $legal_regime } names no document.
    .remedy = Name the document, such as the transitional provision.
refusal-regime_not_in_force = These prize rules are not in force
    .detail = { $legal_regime } is no set of prize rules in force on { $day }.
    .remedy = Choose rules in force, or record the new rules first.
refusal-regime_not_more_favourable = Only more favourable prize rules are reassigned
    .detail = For { $nomination }, { $legal_regime } gives no more than { $pinned }, which was pinned at receipt.
    .remedy = Keep the pinned rules.
