## Delegation of the power to sign

role-deputy_signatory = Deputy signatory
command-grant_delegation = Delegate the power to sign
command-end_delegation = End a delegation

word-decide_presentation = deciding on presentations
word-sign_decision = signing decisions
word-sign_certificates = signing certificates

event-org-delegation_granted = { $delegator } delegates to { $delegate }, { $form }, from { $from } to { $to }: { $acts }
event-org-delegation_ended = The delegation ends, last day { $to }

refusal-delegation_absent = A delegation is recorded before anybody signs under it
    .detail = There is no delegation { $delegation }.
    .remedy = The Office records the Chairman's written delegation.
refusal-delegation_without_acts = A delegation names what it covers
    .detail = No act is named.
    .remedy = Name at least one act.
refusal-delegated_power = What was delegated is not delegated on
    .detail = { $assignment } has the power to sign by delegation only.
    .remedy = The Chairman delegates to the signer himself.
refusal-power_of_another = Only the holder of a power delegates it
    .detail = The power of { $assignment } is not theirs who delegate.
    .remedy = Name the delegator's own assignment, or record it for the delegator.
refusal-delegate_unfit = The delegate is somebody else, a deputy signatory, and in office
    .detail = Nothing is delegated to { $assignment } from { $day }.
    .remedy = Assign the role of deputy signatory first, or choose somebody else.
refusal-delegation_over = The delegation has ended
    .detail = { $delegation } ended on { $last }.
    .remedy = Delegate anew if needed.
refusal-delegation_not_extended = An end never makes a delegation longer
    .detail = { $delegation } ends on { $last }, before { $to }.
    .remedy = Delegate anew for the time after { $last }.
refusal-delegation_not_named = A deputy signatory names the delegation
    .detail = { $assignment } signs under a delegation only, and names none.
    .remedy = Name the delegation.
refusal-delegated_to_another = The delegation is somebody else's
    .detail = { $delegation } is not given to { $assignment }.
    .remedy = Name the delegation that is given to the signer.
refusal-delegation_not_in_force = The delegation must be in force on the day
    .detail = { $delegation } is in force from { $from }{ $to_given ->
        [true] {" "}to { $to }
       *[other] {""}
    }; the day is { $day }.
    .remedy = The Chairman acts himself, or delegates anew.
refusal-act_not_delegated = The delegation does not cover this act
    .detail = { $delegation } does not cover: { $wanted }.
    .remedy = The Chairman acts himself, or delegates this act.
refusal-delegator_not_in_office = Whoever delegated must hold the office
    .detail = The delegator's assignment { $assignment } is not in force on { $day }.
    .remedy = The holder of the office delegates anew.
