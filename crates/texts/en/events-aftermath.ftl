## After the issue

event-certificate-certificate_opened = { $nomination } is entered in the register of awards as number { $number } on { $date }, by decision { $decision }
event-certificate-certificate_printed = The certificate is printed
event-certificate-certificate_signed = The Chairman signs the certificate
event-certificate-certificate_sealed = The certificate is sealed
event-certificate-certificate_handed_over = The certificate is handed over{ $presented_to_given ->
    [true] {" "}to { $presented_to } for the awardee
   *[other] { "" }
}
event-certificate-certificate_reissued = The certificate is reissued under its number ({ $reason_code }). Note: { $note }
event-certificate-spoilt_stock_recorded = { $sheets } spoilt sheets are destroyed, with minutes
event-certificate-certificate_cancelled = The certificate is given up: decision { $decision } revokes the award
event-certificate-certificate_recovery_opened = The certificate is to be recovered by decision { $decision }
event-certificate-certificate_recovered = The certificate is recovered
event-payout-payout_opened = A prize is due to { $nomination } ({ $kind }) by decision { $decision }, issued on { $issued_on }, by the rules of { $legal_regime }
event-payout-prize_computed = The prize of the { $kind } is { $prize_amount } đồng ({ $prize_coefficient_bp } of the base wage { $prize_base_wage } đồng on { $issued_on } by { $base_wage_series }, { $prize_rounding }; by the rules of { $legal_regime })
event-payout-prize_committed = The prize is committed from the fund of { $year }
event-payout-prize_paid = The prize of { $amount } đồng is paid
event-payout-prize_returned = The prize goes back to the fund ({ $reason_code })
event-payout-payout_cancelled = The prize is not paid: decision { $decision } revokes the award
event-payout-prize_recovery_opened = The prize is to be recovered by decision { $decision }
event-payout-prize_recovered = Instalment { $instalment } of the prize is recovered: { $amount } đồng
event-fund-fund_credited = Credit { $credit } of the reward fund of { $year }: { $amount } đồng by { $document_title } (after the year: { $after_year_end })
event-fund-funds_committed = { $amount } đồng are committed for { $prizes } prizes of decision { $decision }{ $is_late ->
    [true] , after the budget year
   *[other] { "" }
}
event-fund-fund_shortfall_recorded = The fund is short for decision { $decision }: { $needed } đồng are needed, there are { $available } đồng
event-fund-prizes_paid = { $amount } đồng of prizes of decision { $decision } are paid
event-fund-commitment_released = { $amount } đồng for decision { $decision } are free again
event-fund-money_returned = { $amount } đồng of { $nomination } come back ({ $reason_code })
event-publicity-publicity_planned = Publicity of { $campaign } is planned ({ $channel }) for { $planned_for }{ $nomination_given ->
    [true] {" "}about { $nomination }
   *[other] { "" }
}
event-publicity-broadcast_recorded = Broadcast on { $date }, naming { $nominations_count } awardees
event-publicity-story_published = A story is published on { $date }{ $nomination_given ->
    [true] {" "}about { $nomination }
   *[other] { "" }
}
event-publicity-story_withdrawn = The story is withdrawn ({ $reason_code })
event-publicity-correction_required = A correction about { $nominations_count } awards revoked by decision { $decision } has to be broadcast
event-publicity-correction_broadcast_recorded = The correction is broadcast on { $date }
event-publicity-publicity_cancelled = The plan is given up: decision { $decision } revokes the award
event-conference-conference_scheduled = The summation of { $campaign } is held inside { $within }, { $starts_at }
event-conference-award_ceremony_recorded = The awards of { $decisions_count } decisions are presented
event-conference-summation_report_recorded = The summation report is recorded
event-conference-conference_closed = The conference is closed
event-campaign-selection_closed = The selection is closed
event-campaign-campaign_closed = The campaign is closed; { $explanations_count } certificates stay, with reasons
event-campaign-archive_transferred = The files go to the archive by { $document_title }, for { $retention_years } years
event-nomination-nomination_lapsed = The nomination lapses ({ $reason_code })
event-number_register-award_entered = Number { $number } of the register of awards, { $date }: { $nomination }
