### Từ ngữ: số lượng khen thưởng, danh sách dự phòng, nộp quá hạn.

command-change_quota = Thay đổi số lượng khen thưởng
command-restore_quota = Trả lại chỗ đã dùng
command-promote_from_waitlist = Gọi từ danh sách dự phòng
command-rank_for_council = Xếp thứ tự trình Hội đồng
command-request_late_permission = Xin nộp quá hạn
command-grant_late_permission = Cho phép nộp quá hạn
word-waitlisted = chuyển vào danh sách dự phòng
word-quota_restored = chỗ đã dùng được trả lại
word-quota_lowered = số lượng khen thưởng đã giảm
word-meeting_repeated = phải họp lại
word-paper_outstanding = văn bản của cơ quan khác đến muộn
word-slots = số suất
word-fewer_than_slots = ít hồ sơ hơn số suất
