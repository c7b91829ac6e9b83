### What happened: changes of the quota, waitlists, late permission.

event-quota-quota_changed = Change { $change } of the quota: { $collective } collectives, { $individual } individuals, by { $document_title }: { $reason }
event-quota-quota_restored = The place of the kind: { $kind } that { $nomination } had used up is there again, by { $document_title }
event-quota-council_ranked = Ranked for the Council, { $kind }: { $ranking }
event-submission-late_permission_requested = The unit asks to send late: { $reason_code }
event-submission-late_permission_granted = Permitted to send late until { $until }: { $reason_code }
