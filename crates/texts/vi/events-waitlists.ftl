### Những gì đã diễn ra: thay đổi số lượng khen thưởng, danh sách dự phòng, nộp quá hạn.

event-quota-quota_changed = Thay đổi số lượng khen thưởng lần { $change }: { $collective } tập thể, { $individual } cá nhân, theo { $document_title }: { $reason }
event-quota-quota_restored = Trả lại chỗ { $kind } mà { $nomination } đã dùng, theo { $document_title }
event-quota-council_ranked = Xếp thứ tự { $kind } trình Hội đồng: { $ranking }
event-submission-late_permission_requested = Đơn vị xin nộp quá hạn: { $reason_code }
event-submission-late_permission_granted = Cho phép nộp quá hạn đến { $until }: { $reason_code }
