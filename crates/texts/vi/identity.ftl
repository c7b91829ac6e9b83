## Hai hồ sơ của cùng một người

command-merge_identity = Ghi nhận hai hồ sơ là của cùng một người
command-undo_identity_merge = Ghi nhận hai hồ sơ là của hai người khác nhau

event-org-identity_merged = Hồ sơ này và hồ sơ { $with } là của cùng một người, theo { $document_title }
event-org-identity_merge_undone = Hồ sơ này và hồ sơ { $with } là của hai người khác nhau, theo { $document_title }

refusal-identity_merged_with_itself = Phải nêu hai hồ sơ khác nhau
    .detail = Hai mã đã nêu là một.
    .remedy = Nêu mã của hồ sơ còn lại.
refusal-own_identity = Không ai tự ghép, tách hồ sơ của mình
    .detail = Một trong hai hồ sơ là của người đang thao tác.
    .remedy = Đề nghị người quản trị khác thực hiện.
refusal-identity_unfounded = Ghép, tách hồ sơ phải có văn bản làm căn cứ
    .detail = Chưa nêu văn bản.
    .remedy = Nêu văn bản xác minh.
refusal-identity_merged_through_others = Hai hồ sơ được ghép thông qua hồ sơ thứ ba
    .detail = Không có lần ghép trực tiếp nào giữa hai hồ sơ này.
    .remedy = Tách từng hồ sơ khỏi hồ sơ thứ ba.
refusal-nominated_twice = Một người chỉ có một đề nghị trong một phong trào
    .detail = Người được đề nghị tại { $nomination } cũng được đề nghị tại { $other } theo hồ sơ khác.
    .remedy = Kết thúc một trong hai đề nghị, hoặc tách hồ sơ nếu là hai người.
