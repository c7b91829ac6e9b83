## Reminders, missed deadlines

command-record_reminders = Record reminders
command-record_missed_deadlines = Record missed deadlines

event-timer-reminder_sent = { $to_role } is reminded: { $act }, { $offset ->
    [-5] 5 working days left
    [-2] 2 working days left
    [-1] 1 working day left
    [0] due today
   *[other] overdue
} (due: { $due_code ->
    [on] { $due_on }
   *[at] { $due_at }
})
event-timer-deadline_missed = A deadline is missed: { $desk_role } has not carried out "{ $act }" (due: { $due_code ->
    [on] { $due_on }
   *[at] { $due_at }
}); { $escalated_to } is told

refusal-timer_not_watched = Reminders are for acts that have a deadline
    .detail = "{ $act }" has no deadline.
    .remedy = Leave this act out.
refusal-timer_item_elsewhere = Reminders are for cases and papers of the campaign
    .detail = { $item } does not belong to this campaign.
    .remedy = Send the reminders of each campaign on their own.
refusal-timer_due_otherwise = A deadline follows from the campaign's terms and the calendar
    .detail = { $on ->
    [0] { $item } has no deadline.
   *[other] { $item } is due on { $on }.
}
    .remedy = Count again by the terms in force, and record it again.
refusal-timer_warning_not_up = A warning is recorded when it is up
    .detail = { $item }: the warning { $offset } working days from the deadline is not up, or a later one is.
    .remedy = Count again from today, and record it again.
refusal-timer_not_missed = A deadline is missed once it has passed
    .detail = { $item } has time until { $on }.
    .remedy = Wait until the deadline has passed.
