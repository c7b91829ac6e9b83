## Phân công bởi hai người

event-org-assignment_requested = Đề nghị phân công vai trò { $role } từ { $from }, chờ người quản trị thứ hai
event-org-assignment_noted = Ghi phân công { $assignment } vào hồ sơ của người được phân công

refusal-assignment_asked_otherwise = Người thứ hai chỉ phân công đúng như đã đề nghị
    .detail = { $assignment } đã được đề nghị với nội dung khác.
    .remedy = Gửi đúng nội dung đã đề nghị, hoặc đề nghị một phân công mới.
refusal-auditor_in_body = Người kiểm toán không đồng thời tham gia Hội đồng
    .detail = Người này đang giữ vai trò { $role } theo phân công { $assignment }.
    .remedy = Kết thúc phân công kia trước, hoặc chọn người khác.
