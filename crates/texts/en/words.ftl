### Roles, commands and other words of the trade.

## Roles

role-campaign_manager = Campaign manager
role-campaign_authority = Campaign authority
role-unit_officer = Unit officer
role-unit_secretary = Unit secretary
role-unit_head = Head of unit
role-nominee = Nominee
role-intake_officer = Intake officer
role-reviewer = Reviewer
role-review_head = Head of the Home Affairs Office
role-council_chair = Chair of the Council
role-council_vice_chair = Vice-chair of the Council
role-council_member = Member of the Council
role-council_secretary = Secretary of the Council
role-chairman = Chairman
role-chairman_office = Office of the Chairman
role-records_clerk = Records clerk
role-finance_officer = Finance officer
role-evidence_issuer = Evidence issuer
role-auditor = Auditor
role-admin = Administrator
role-system = System

## Commands

command-establish_authority = Establish the issuing authority
command-set_calendar = Set holidays and worked days
command-establish_unit = Establish a unit
command-register_person = Register a person
command-grant_assignment = Grant an assignment
command-end_assignment = End an assignment
command-record_regime = Record the rules of prize money
command-record_base_wage = Record the base wage
command-register_plan = Register the plan
command-approve_criteria = Approve the criteria
command-set_gate_rules = Set the rules of the gates
command-launch_campaign = Launch the campaign
command-announce_deadline = Announce the deadline
command-set_quota = Set the quota
command-determine_eligible_units = Determine the eligible units
command-allocate_quota = Allocate the quota
command-import_unit_results = Import the results of units
command-record_initiative = Record an initiative
command-record_rating = Record a rating
command-record_discipline = Record a discipline
command-draft_nomination = Draft a nomination
command-attach_report = Attach the achievement report
command-confirm_report = Confirm the achievement report
command-propose_nominee = Propose the nominee
command-assign_reviewer = Assign a reviewer
command-record_finding = Record a finding
command-recommend_pass = Recommend a pass
command-recommend_reject = Recommend a rejection
command-confirm_reviews = Confirm reviews
command-record_unit_meeting = Record the unit's meeting
command-rank_group = Rank the group
command-open_submission = Open a submission
command-attach_part = Attach a part of the dossier
command-set_list = Set the list
command-certify_minutes_extract = Certify the minutes extract
command-sign_submission_letter = Sign the submission letter
command-submit_submission = Send the submission
command-acknowledge_submission = Acknowledge the submission
command-convene_council = Convene the Council
command-list_nominations = List nominations on the agenda
command-record_attendance = Record the attendance
command-declare_recusal = Declare a recusal
command-open_motion = Open a motion
command-cast_ballot = Cast a ballot
command-close_motion = Close the motion
command-close_council_session = Close the session
command-sign_minutes = Sign the minutes of the Council
command-present_to_chairman = Present to the Chairman
command-check_presentation = Check the presentation
command-decide_presentation = Decide the presentation
command-draft_decision = Draft the decision
command-initial_draft = Initial the draft
command-sign_decision = Sign the decision
command-assign_number = Assign the number
command-apply_organisation_signature = Apply the organisation's signature
command-issue_decision = Issue the decision

## Nominees, units, people

word-collective = collective
word-individual = individual
word-specialised_agency = specialised agency
word-public_service_unit = public service unit
word-commune_committee = commune people's committee
word-other = other unit
word-home_affairs_office = Home Affairs Office
word-chairman_office = Office of the Chairman
word-culture_office = culture and information office
word-broadcaster = broadcasting station
word-inspectorate = inspectorate
word-finance_office = finance office
word-cadre = elected or appointed official
word-civil_servant = civil servant
word-public_employee = public employee
word-worker = worker

## Documents

word-plan = plan
word-submission_letter = submission letter
word-minutes_extract = minutes extract
word-achievement_report = achievement report
word-minutes = minutes
word-evidence = evidence
word-presentation_letter = presentation letter
word-decision = decision
word-content = content
word-form = form
word-wet = signature on paper
word-external = document system

## Criteria and facts

word-met = met
word-not_met = not met
word-pending = evidence not yet available
word-not_applicable = not applicable
word-provisional = provisional
word-final = final
word-finding = finding of the reviewer
word-committed_tasks_done = all committed tasks done
word-planned_tasks_done = all planned tasks done
word-initiative_or_finding = recognised initiative, or an equal finding
word-no_leader_disciplined = no key leader disciplined
word-score_rose = result higher than the preceding year
word-rated_good = rated "completed well" or better
word-not_completed = tasks not completed
word-completed = tasks completed
word-completed_well = tasks completed well
word-completed_excellently = tasks completed excellently
word-ceil_10k = rounded up to ten thousand đồng
word-nearest_10k = rounded to the nearest ten thousand đồng
word-none = not rounded

## Votes

word-carried = carried
word-lost = not carried
word-no_quorum = no quorum
word-deferred = deferred
word-for = for
word-against = against
word-abstain = abstention
word-standing = Standing Committee of the Council
word-chair = chair
word-vice_chair = vice-chair
word-member = member
word-total_members = all members
word-present = members present
word-eligible_after_recusal = members present who may vote
word-chair_side = the chair's side

## Reasons

word-eligible = eligible
word-no_result = no result is recorded for the unit
word-planned_tasks_open = planned tasks are not all done
word-committed_tasks_open = committed tasks are not all done
word-score_not_higher = the result is not higher than the preceding year
word-out_of_scope = outside the scope of the plan
word-below_threshold = too few votes for
word-tie = a tie
word-tie_unbroken = a tie that no chair could break
word-too_few_eligible = too few members who may vote
word-no_slot = no slot is allocated
word-group_unranked = the group is not ranked yet
word-unit_unranked = the unit has not ranked its nominees
word-ranked_behind = ranked behind the slots
word-pass = pass
word-reject = rejection
word-criterion_not_met = a mandatory criterion is not met
word-excluded = an exclusion applies
word-review_rejected = rejected in review
word-council_rejected = rejected by the Council
word-chairman_declined = declined by the Chairman

## Campaign and rules

word-unit_session = unit's meeting
word-standing_committee = Standing Committee of the Council
word-criteria = criteria
word-gate_rules = rules of the gates
word-quota = quota
word-no_share = a share of more than all, or of nothing
word-minority_carries = less than half could carry
word-nobody_votes = nobody needs to be eligible
word-chair_unknown = the chair's side cannot be known, or the majority is not simple
