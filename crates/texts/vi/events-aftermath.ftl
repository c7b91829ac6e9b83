## Sau khi ban hành

event-certificate-certificate_opened = { $nomination } vào sổ đăng ký khen thưởng số { $number } ngày { $date } theo quyết định { $decision }
event-certificate-certificate_printed = In giấy khen
event-certificate-certificate_signed = Chủ tịch ký giấy khen
event-certificate-certificate_sealed = Đóng dấu giấy khen
event-certificate-certificate_handed_over = Trao giấy khen{ $presented_to_given ->
    [true] {" "}cho { $presented_to } nhận thay
   *[other] { "" }
}
event-certificate-certificate_reissued = Cấp lại giấy khen, giữ nguyên số ({ $reason_code }). Ghi chú: { $note }
event-certificate-spoilt_stock_recorded = Hủy { $sheets } tờ giấy khen hỏng, có biên bản
event-certificate-certificate_cancelled = Dừng làm giấy khen: khen thưởng bị hủy bỏ theo quyết định { $decision }
event-certificate-certificate_recovery_opened = Phải thu hồi giấy khen theo quyết định { $decision }
event-certificate-certificate_recovered = Đã thu hồi giấy khen
event-payout-payout_opened = Mở hồ sơ tiền thưởng của { $nomination } ({ $kind }) theo quyết định { $decision }, ban hành ngày { $issued_on }, mức theo { $legal_regime }
event-payout-prize_computed = Tính tiền thưởng { $kind }: { $prize_amount } đồng ({ $prize_coefficient_bp } của lương cơ sở { $prize_base_wage } đồng ngày { $issued_on } theo { $base_wage_series }, { $prize_rounding }; mức theo { $legal_regime })
event-payout-prize_committed = Bố trí tiền thưởng từ quỹ năm { $year }
event-payout-prize_paid = Chi tiền thưởng { $amount } đồng
event-payout-prize_returned = Tiền thưởng trở lại quỹ ({ $reason_code })
event-payout-payout_cancelled = Dừng chi tiền thưởng: khen thưởng bị hủy bỏ theo quyết định { $decision }
event-payout-prize_recovery_opened = Phải thu hồi tiền thưởng theo quyết định { $decision }
event-payout-prize_recovered = Thu hồi tiền thưởng lần { $instalment }: { $amount } đồng
event-fund-fund_credited = Quỹ thi đua – khen thưởng năm { $year }, khoản thu { $credit }: { $amount } đồng theo { $document_title } (sau năm ngân sách: { $after_year_end })
event-fund-funds_committed = Bố trí { $amount } đồng cho { $prizes } suất thưởng của quyết định { $decision }{ $is_late ->
    [true] , sau năm ngân sách
   *[other] { "" }
}
event-fund-fund_shortfall_recorded = Quỹ thiếu kinh phí cho quyết định { $decision }: cần { $needed } đồng, còn { $available } đồng
event-fund-prizes_paid = Chi { $amount } đồng tiền thưởng của quyết định { $decision }
event-fund-commitment_released = Thôi bố trí { $amount } đồng của quyết định { $decision }
event-fund-money_returned = { $amount } đồng của { $nomination } trở lại quỹ ({ $reason_code })
event-publicity-publicity_planned = Kế hoạch tuyên truyền { $campaign } ({ $channel }) ngày { $planned_for }{ $nomination_given ->
    [true] {" "}về { $nomination }
   *[other] { "" }
}
event-publicity-broadcast_recorded = Phát ngày { $date }, nêu tên { $nominations_count } trường hợp được khen thưởng
event-publicity-story_published = Đăng bài nêu gương ngày { $date }{ $nomination_given ->
    [true] {" "}về { $nomination }
   *[other] { "" }
}
event-publicity-story_withdrawn = Gỡ bài ({ $reason_code })
event-publicity-correction_required = Phải đính chính về { $nominations_count } trường hợp bị hủy bỏ khen thưởng theo quyết định { $decision }
event-publicity-correction_broadcast_recorded = Phát đính chính ngày { $date }
event-publicity-publicity_cancelled = Bỏ kế hoạch tuyên truyền: khen thưởng bị hủy bỏ theo quyết định { $decision }
event-conference-conference_scheduled = Tổng kết { $campaign } trong { $within }, { $starts_at }
event-conference-award_ceremony_recorded = Lễ trao khen thưởng theo { $decisions_count } quyết định
event-conference-summation_report_recorded = Ghi nhận báo cáo tổng kết
event-conference-conference_closed = Kết thúc hội nghị
event-campaign-selection_closed = Kết thúc xét chọn
event-campaign-campaign_closed = Kết thúc phong trào, { $explanations_count } giấy khen chưa trao có nêu lý do
event-campaign-archive_transferred = Nộp lưu hồ sơ theo { $document_title }, bảo quản { $retention_years } năm
event-nomination-nomination_lapsed = Đề nghị hết hiệu lực ({ $reason_code })
event-number_register-award_entered = Vào sổ đăng ký khen thưởng số { $number } ngày { $date }: { $nomination }
