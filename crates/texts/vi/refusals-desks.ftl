### Lý do từ chối: quy tắc, thông tin của trường hợp này (.detail), cách xử lý (.remedy).
###
### Chương này: tạm dừng xem xét, phản ánh, vướng mắc.

## Tạm dừng xem xét

refusal-held = Không xem xét người, tập thể đang được xác minh
    .detail = { $nomination }: { $ground }; xem lại trước ngày { $review_by }.
    .remedy = Chờ kết luận xác minh. Việc từ chối, trả, rút hồ sơ không bị ảnh hưởng.
refusal-hold_absent = Phải có tạm dừng xem xét mang số này
    .detail = Không có tạm dừng xem xét số { $hold } đối với đối tượng này.
    .remedy = Kiểm tra lại số và đối tượng.
refusal-hold_out_of_order = Các lần tạm dừng xem xét của một đối tượng được đánh số liên tục
    .detail = Số đã nêu: { $hold }; số tiếp theo: { $next }.
    .remedy = Dùng số tiếp theo.
refusal-hold_placed_otherwise = Tạm dừng xem xét đã ghi nhận không được ghi đè
    .detail = Số { $hold } đã có với nội dung khác.
    .remedy = Đối chiếu với nội dung đã ghi nhận; vụ việc khác dùng số tiếp theo.
refusal-hold_unfounded = Tạm dừng xem xét phải nêu cơ quan xác minh và văn bản
    .detail = Số { $hold } thiếu cơ quan xác minh hoặc tên văn bản.
    .remedy = Bổ sung rồi gửi lại. Đơn nặc danh không phải là căn cứ.
refusal-hold_review_not_ahead = Ngày xem lại phải ở phía trước
    .detail = Ngày đã nêu: { $review_by }.
    .remedy = Chọn một ngày sau hôm nay.
refusal-hold_lifted = Tạm dừng xem xét đã được gỡ
    .detail = Số { $hold } đã gỡ; kết quả xác minh: { $outcome }.
    .remedy = Vụ việc mới dùng số tiếp theo.
refusal-hold_lifted_otherwise = Hai người gỡ tạm dừng xem xét phải nêu cùng một kết quả xác minh
    .detail = Số { $hold }: người thứ nhất nêu kết quả "{ $outcome }".
    .remedy = Thống nhất kết quả. Muốn bỏ đề nghị gỡ, hãy xem lại và giữ tạm dừng xem xét.

## Phản ánh, vướng mắc

refusal-feedback_absent = Phản ánh phải đã được gửi
    .detail = Không có phản ánh { $feedback }.
    .remedy = Kiểm tra lại số của phản ánh.
refusal-feedback_out_of_order = Phản ánh của một đơn vị được đánh số liên tục
    .detail = Trước phản ánh { $feedback } còn thiếu một số.
    .remedy = Dùng số tiếp theo của đơn vị.
refusal-feedback_filed_otherwise = Phản ánh đã gửi không được ghi đè
    .detail = Phản ánh { $feedback } đã có với nội dung khác.
    .remedy = Gửi phản ánh mới với số tiếp theo.
refusal-feedback_answered = Phản ánh đã được trả lời thì không chuyển tiếp
    .detail = Phản ánh { $feedback } đã có câu trả lời.
    .remedy = Không cần làm gì thêm; có thể kết thúc phản ánh.
refusal-feedback_unanswered = Chỉ kết thúc phản ánh đã được trả lời
    .detail = Phản ánh { $feedback } chưa có câu trả lời.
    .remedy = Trả lời rồi mới kết thúc.
refusal-feedback_closed = Phản ánh đã kết thúc
    .detail = Phản ánh { $feedback } đã kết thúc.
    .remedy = Vấn đề mới gửi thành phản ánh mới.
