### Definitions of an authority, its people and campaigns: meaning, mistakes, what is unusual.

## Mistakes: what it is, and what to do

definition-unreadable = this cannot be read: correct it as told [{ $message }]
definition-unknown-key = unknown key: correct its name by the list, or delete it [{ $message }]
definition-missing-key = a key is missing: add it [{ $message }]
definition-unknown-value = a value outside the list: choose one of the list [{ $message }]
definition-wrong-type = a value of the wrong type: correct it; dates and texts stand in quotes [{ $message }]
definition-duplicate-key = a key stands twice: delete one [{ $message }]
definition-ledger-slug = `{ $slug }` is no ledger's slug: use lower-case ASCII letters, digits and - only
definition-twice = `{ $word }` stands above already: delete or change one
definition-second-authority = there is an authority already: load one authority at a time
definition-day-of-another-year = { $day } is not a day of { $year }: move it to the calendar of its year
definition-holiday-on-weekend = the holiday { $day } is a weekend: delete it
definition-worked-weekday = { $day } is worked anyway: delete it
definition-unverified-is-cited = `{ $name }` is unverified: delete number and date of the paper, or verify the days and delete `unverified`
definition-not-seen-anywhere = `{ $name }` was seen nowhere: add `seen_at`, or set `unverified = true`
definition-ends-before-it-starts = the last day { $to } lies before the first { $from }: correct one of them
definition-unknown-unit = the authority has no unit `{ $slug }`: correct it, or add it under [[units]] or [[bodies]]
definition-unknown-instrument = the authority records no `{ $instrument }`: correct it, or add it under [[regimes]] or [[base_wages]]
definition-unknown-document = there is no document `{ $name }`: correct it, or add it under [documents]
definition-no-default = the key `{ $key }` is missing: add it here or under [defaults]
definition-role-not-granted = nobody is granted `{ $slug }`: choose another role
definition-empty-quota = with a quota of 0 collectives and 0 individuals nobody can be awarded: write the plan's numbers
definition-quota-text = the plan's words in `text` do not say { $collective } collectives and { $individual } individuals: correct the words or the numbers
definition-no-criterion = there is no criterion for { $kind_code ->
    [collective] collectives
   *[other] individuals
 }: add one under [[criteria]]
definition-rules-unsound = nobody could keep the voting rules of the { $gate } ({ $flaw }): correct them
definition-decision-symbol = the symbol of the decision has { $chars } characters: it needs 1 to { $chars_max }
definition-blank = the key `{ $key }` is blank: write its text

## A campaign explained

definition-plan-section = Plan
definition-timetable-section = Timetable
definition-scope-section = Who may be nominated
definition-quota-section = Form and quota
definition-criteria-section = Criteria for { $kind_code ->
    [collective] collectives
   *[other] individuals
 }
definition-rules-section = Rules of the gates
definition-dossier-section = Dossier
definition-prize-section = Prize money
definition-error-section = Mistakes to correct
definition-warning-section = To look at again

definition-campaign = { $campaign }: “{ $title }”
definition-issuer = Issued by: { $issuer }; signed by: { $signer }
definition-plan-document = Number: { $symbol_given ->
    [true] { $symbol }
   *[other] blank
 }; date: { $date_given ->
    [true] { $date }
   *[other] blank
 }
definition-legal-basis = Rests on: { $title }
definition-year = Year of achievement: { $year }
definition-deadline = Deadline for dossiers: announced after the allocation, at least 1 working day ahead
definition-agenda = Standing Committee: the list goes out at least { $days } working days ahead
definition-recording = Meetings and signatures on paper: recorded within { $days } working days
definition-terms = Terms in working days: intake { $intake_days }, review { $review_days }, the Chairman { $chairman_days }, answers to feedback { $feedback_days }, objections { $objection_days }, dossiers promoted from the waitlist { $promotion_days }, payment of prizes { $payout_days }
definition-supplements = Supplements in review: at most { $rounds }, each with at least { $days } working days
definition-quota = At most { $collective } collectives and { $individual } individuals
definition-criterion = { $criterion }. { $text }
definition-criterion-check = Checked by: { $how }. Evidence: { $evidence }
definition-check-finding = the reviewer's finding, met or not
definition-check-committed_tasks_done = committed tasks done equal those committed, and there are some
definition-check-planned_tasks_done = planned tasks done equal those given, and there are some
definition-check-initiative_or_finding = the number of a recognised initiative, or the reviewer's finding of an equal merit
definition-check-no_leader_disciplined = no key leader of the unit disciplined in the year and up to the signature
definition-check-score_rose = a score higher than the preceding year's on the same scale; an equal score does not meet it
definition-check-rated_good = rated "completed well" or better
definition-unit-rules = Meeting of the unit: at least { $quorum } of the staff; { $at_least ->
    [true] at least { $share }
   *[other] more than { $is_half ->
        [true] half
       *[other] { $share }
    }
 } of { $denominator } for it; { $has_tie ->
    [true] a tie: { $tie }; { "" }
   *[other] { "" }
 }at least { $eligible_min } eligible for each item
definition-standing-rules = Standing Committee, { $members } members: at least { $quorum } of them; { $at_least ->
    [true] at least { $share }
   *[other] more than { $is_half ->
        [true] half
       *[other] { $share }
    }
 } of { $denominator } for it; { $has_tie ->
    [true] a tie: { $tie }; { "" }
   *[other] { "" }
 }at least { $eligible_min } eligible for each item
definition-full-rules = Full Council, { $members } members: at least { $quorum } of them; { $at_least ->
    [true] at least { $share }
   *[other] more than { $is_half ->
        [true] half
       *[other] { $share }
    }
 } of { $denominator } for it; { $has_tie ->
    [true] a tie: { $tie }; { "" }
   *[other] { "" }
 }at least { $eligible_min } eligible for each item
definition-written-rules = Written consultation of { $members } members within { $days } working days: at least { $quorum } answer; { $at_least ->
    [true] at least { $share }
   *[other] more than { $is_half ->
        [true] half
       *[other] { $share }
    }
 } of { $denominator } for it; { $has_tie ->
    [true] a tie: { $tie }; { "" }
   *[other] { "" }
 }at least { $eligible_min } eligible for each item
definition-prize-rule = By { $instrument }: { $collective } for a collective, { $individual } for an individual, of the base wage; { $rounding }
definition-prize-amounts = Issued from { $from } (base wage { $base_wage }): { $collective } for a collective, { $individual } for an individual; { $total } for the whole quota
definition-prize-unknown = By { $instruments }; for the amounts add --authority with the file of the authority

## What is unusual

definition-plan-undated = number or date of the plan are blank
definition-no-legal-basis = the plan rests on nothing
definition-no-recipient = the plan goes to nobody
definition-unused-criteria = there are criteria for { $kind_code ->
    [collective] collectives
   *[other] individuals
 }, and their quota is 0
definition-no-exclusion = no criterion excludes a collective whose key leader is disciplined
definition-no-evidence = criterion { $criterion } names no evidence
definition-dossier-parts = a dossier has { $parts } parts; Khen takes three: letter, extract of the minutes, achievement report
definition-small-quorum = { $gate }: { $quorum } of all is not more than half
definition-lone-voter = { $gate }: one person could decide alone
definition-no-agenda-time = the list may go out on the day of the session
definition-long-recording = meetings may be recorded { $days } working days late
definition-no-regime = no rule of prize money is in force in { $year }
definition-unverified-law = { $instrument }: { $values } not confirmed from the text; used for computing, never cited. { $note }

definition-sound = No mistakes; { $warnings } to look at again.
definition-unsound = { $errors } to correct before loading.
