## Việc bên lề hồ sơ, quỹ: đang ở đâu

word-feedback_filed = đã gửi
word-feedback_routed = đã chuyển
word-feedback_answered = đã trả lời
word-feedback_closed = đã kết thúc
word-complaint_registered = đã nhận đơn
word-complaint_accepted = đã thụ lý
word-complaint_decided = đã giải quyết
word-complaint_withdrawn = đã rút đơn
word-publicity_planned = đã lên kế hoạch
word-broadcast_recorded = đã phát
word-story_published = đã đăng bài
word-story_withdrawn = đã gỡ bài
word-correction_required = phải đính chính
word-correction_broadcast_recorded = đã phát đính chính
word-conference_scheduled = đã lên lịch
word-award_ceremony_recorded = đã trao khen thưởng
word-summation_report_recorded = đã có báo cáo tổng kết
word-conference_closed = đã kết thúc
word-fund_credited = thu vào quỹ
word-funds_committed = bố trí kinh phí
word-fund_shortfall_recorded = thiếu kinh phí
word-prizes_paid = chi thưởng
word-commitment_released = thôi bố trí
word-money_returned = hoàn trả quỹ
