## Sessions, alternates

event-council_session-consultation_sent = The form of a written consultation goes to every member, to be answered by { $due }
event-council_session-member_arrived = A member arrives at { $at }
event-council_session-member_departed = A member leaves at { $at }
event-council_session-item_pulled = A member asks for a motion of its own on { $nomination }
event-council_session-referred_to_full_council = Left to the full Council: { $nominations }
event-council_session-votes_recorded = The votes of { $votes_count } members on motion { $motion } are recorded
event-council_session-written_opinion_recorded = The written opinion of an absent member on motion { $motion } is recorded
event-council_session-tally_recorded = A count of the secret ballot on motion { $motion } is recorded
event-unit_session-alternate_body_named = The Chairman named who votes in the place of the unit ({ $reason_code })
event-nomination-alternate_signer_named = The Chairman named who signs and presides in the head's place
