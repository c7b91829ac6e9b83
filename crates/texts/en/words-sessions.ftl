## Sessions, alternates

word-full = full Council
word-written = written consultation
word-full_council = full Council
word-written_consultation = written consultation
word-tie_without_half = a rule for ties is for a simple majority only
word-size_unsound = the seats of a council are counted, those of a unit are not
word-recused_eligible = who takes no part cannot be in the denominator
word-referred = left to the full Council
word-open = open vote
word-secret = secret ballot
word-paper = paper
word-chair_recused = the chair took no part, a vice-chair presided
word-unanimous_secret = a secret ballot of one voice tells how everybody voted
word-all_involved = everybody of the unit is involved
word-too_few_staff = too few belong to the unit to meet
command-send_consultation = Send the consultation
command-record_arrival = Record an arrival
command-record_departure = Record a departure
command-pull_item = Take an item out of the list
command-refer_to_full_council = Refer to the full Council
command-record_votes = Record the votes of members
command-record_written_opinion = Record a written opinion
command-record_tally = Record a tally
command-name_alternate_body = Name an alternate body
command-name_alternate_signer = Name an alternate signer
