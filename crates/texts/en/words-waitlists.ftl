### Words: the quota, waitlists, late permission.

command-change_quota = Change the quota
command-restore_quota = Restore a place of the quota
command-promote_from_waitlist = Promote from the waitlist
command-rank_for_council = Rank for the Council
command-request_late_permission = Ask to send late
command-grant_late_permission = Permit to send late
word-waitlisted = moved to the waitlist
word-quota_restored = the used place is there again
word-quota_lowered = the quota was lowered
word-meeting_repeated = the meeting had to be held again
word-paper_outstanding = a paper of another office came late
word-slots = the slots
word-fewer_than_slots = fewer submissions than slots
