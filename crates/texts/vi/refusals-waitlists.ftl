### Lý do từ chối: quy tắc, thông tin của trường hợp này (.detail), cách xử lý (.remedy).
###
### Chương này: thay đổi số lượng khen thưởng, danh sách dự phòng, cho phép nộp quá hạn.

## Số lượng khen thưởng

refusal-quota_changed_otherwise = Mỗi lần thay đổi số lượng có một số riêng
    .detail = Lần thay đổi số { $change } đã ghi nhận với nội dung khác.
    .remedy = Dùng số tiếp theo.
refusal-quota_change_out_of_order = Các lần thay đổi số lượng được đánh số liên tục
    .detail = Đã nêu số { $change }, số tiếp theo là { $next }.
    .remedy = Dùng số tiếp theo.
refusal-quota_unchanged = Lần thay đổi phải thay đổi một số lượng hoặc một phân bổ
    .detail = Số lượng và phân bổ đã nêu giống hiện tại.
    .remedy = Nêu số lượng hoặc phân bổ mới.
refusal-quota_below_used = Số lượng không được thấp hơn số chỗ đã giữ và đã dùng
    .detail = Đã giữ và đã dùng { $used } chỗ { $kind }, số lượng mới là { $limit }.
    .remedy = Nêu số lượng từ { $used } trở lên.
refusal-council_rank_first = Phải xếp thứ tự trước khi chuyển vào danh sách dự phòng
    .detail = Các đề nghị { $kind } đã qua thẩm định chưa được xếp thứ tự đầy đủ.
    .remedy = Xếp thứ tự trình Hội đồng trước, rồi gửi lại.
refusal-quota_paper_untitled = Phải nêu tên văn bản làm căn cứ
    .detail = Văn bản đã nêu không có tên.
    .remedy = Nêu tên văn bản.
refusal-no_place_consumed = Chỉ trả lại chỗ đã dùng
    .detail = { $nomination } không dùng chỗ nào trong số lượng khen thưởng.
    .remedy = Kiểm tra lại mã đề nghị.

## Danh sách dự phòng

refusal-waiting_unranked = Người trong danh sách dự phòng được gọi theo thứ tự đã xếp
    .detail = { $nomination } chưa có trong thứ tự nào.
    .remedy = Xếp thứ tự trước.
refusal-promoted_out_of_rank = Người trong danh sách dự phòng được gọi theo thứ tự đã xếp
    .detail = { $next } đứng trước { $nomination }.
    .remedy = Gọi { $next } trước, hoặc gọi cả hai.
refusal-promoted_otherwise = Thời hạn gửi hồ sơ của người được gọi đã ấn định
    .detail = { $nomination } đã được gọi{ $due_given ->
        [true] , hạn gửi hồ sơ: { $due }
       *[false] , theo thời hạn chung
    }.
    .remedy = Giữ thời hạn đã ấn định, hoặc cho phép nộp quá hạn.
refusal-promotion_due_behind = Thời hạn gửi hồ sơ phải ở phía trước
    .detail = { $due } đã qua.
    .remedy = Nêu thời hạn muộn hơn.
refusal-ranked_other_kind = Chỉ xếp thứ tự các đề nghị cùng loại của một phong trào
    .detail = { $nomination } thuộc loại khác hoặc phong trào khác.
    .remedy = Bỏ đề nghị này khỏi danh sách.
refusal-council_ranking_incomplete = Phải xếp thứ tự đủ các đề nghị đã qua thẩm định
    .detail = Còn thiếu: { $missing }.
    .remedy = Bổ sung các đề nghị còn thiếu.

## Nộp quá hạn

refusal-late_permission_not_requested = Chỉ cho phép nộp quá hạn khi đơn vị xin
    .detail = Chưa có đề nghị nộp quá hạn cho { $submission }.
    .remedy = Chờ đơn vị xin nộp quá hạn.
refusal-late_permission_empty = Thời hạn cho phép phải sau thời hạn chung và sau hiện tại
    .detail = Cho phép đến { $until }; thời hạn chung: { $deadline }; hiện tại: { $now }.
    .remedy = Nêu thời hạn muộn hơn.
