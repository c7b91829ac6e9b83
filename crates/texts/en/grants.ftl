## Assignments by two people

event-org-assignment_requested = Assignment of { $role } from { $from } is asked for, and waits for a second administrator
event-org-assignment_noted = The assignment { $assignment } is noted with its person

refusal-assignment_asked_otherwise = The second person grants exactly what was asked for
    .detail = { $assignment } was asked for with other content.
    .remedy = Send what was asked for, or ask for a new assignment.
refusal-auditor_in_body = Whoever audits has no seat in the Council at the same time
    .detail = This person is { $role } by the assignment { $assignment }.
    .remedy = End that assignment first, or choose somebody else.
