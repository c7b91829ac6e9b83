### Lý do từ chối: quy tắc, thông tin của trường hợp này (.detail), cách xử lý (.remedy).
###
### Chương này: thẩm định.

refusal-wrong_gate = Đề nghị phải ở đúng bước
    .detail = { $nomination } đang ở bước “{ $gate }”, việc này cần bước “{ $expected }”.
    .remedy = Hoàn thành các bước trước, hoặc tải lại hồ sơ nếu bước này đã xong.
refusal-not_a_reviewer = Người thẩm định phải có phân công thẩm định còn hiệu lực
    .detail = Phân công { $assignment }, vai trò: { $role }.
    .remedy = Chọn người có phân công thẩm định.
refusal-reviewer_is_author = Người lập đề nghị hoặc đính kèm báo cáo không được thẩm định
    .detail = Người này đã lập hoặc đính kèm tài liệu của { $nomination }.
    .remedy = Phân công người khác thẩm định.
refusal-of_nominees_unit = Người cùng đơn vị với đối tượng không được thẩm định hoặc xác nhận
    .detail = { $nomination } thuộc đơn vị { $unit }, là đơn vị của người thực hiện.
    .remedy = Chuyển cho người của đơn vị khác; hồ sơ của cơ quan nội vụ do người thay thế Chủ tịch chỉ định thẩm định.
refusal-not_the_reviewer = Chỉ người được phân công mới được thẩm định
    .detail = { $nomination } được phân công cho { $reviewer }.
    .remedy = Chuyển cho người được phân công.
refusal-unknown_criterion = Tiêu chuẩn phải có trong kế hoạch
    .detail = Không có tiêu chuẩn { $criterion } cho { $nomination }.
    .remedy = Chọn tiêu chuẩn áp dụng cho loại đối tượng này.
refusal-facts_not_final = Kết luận phải dựa trên số liệu chính thức
    .detail = Số liệu về tiêu chuẩn { $criterion } của { $nomination } chưa chính thức.
    .remedy = Ghi “chưa đủ minh chứng” và chờ số liệu chính thức.
refusal-finding_contradicts_facts = Kết luận không được trái với số liệu chính thức
    .detail = Tiêu chuẩn { $criterion } của { $nomination }: { $facts_code ->
        [tasks] hoàn thành { $facts_tasks_done }/{ $facts_tasks_total } nhiệm vụ
        [scores] chỉ số { $facts_scores_score_bp } %, năm trước { $facts_scores_prior_score_bp } %
        [rating] xếp loại trong năm { $facts_rating_is_good ->
            [true] đạt yêu cầu
           *[false] không đạt yêu cầu
        }
        [initiative] đã có sáng kiến được công nhận
        [unit_exists] tập thể { $facts_unit_exists_exists ->
            [true] vẫn tồn tại
           *[false] không còn tồn tại
        }
       *[leader_discipline] { $facts_leader_discipline_is_recorded ->
            [true] có kỷ luật đối với lãnh đạo chủ chốt trong năm
           *[false] không có kỷ luật đối với lãnh đạo chủ chốt trong năm
        }
    }.
    .remedy = Sửa kết luận theo số liệu, hoặc đề nghị cơ quan xác nhận kiểm tra số liệu.
refusal-interpretation_needed = Trường hợp kế hoạch chưa rõ phải có hướng dẫn được ghi nhận
    .detail = Tiêu chuẩn { $criterion } của { $nomination } cần được hướng dẫn cách áp dụng.
    .remedy = Đề nghị thủ trưởng cơ quan nội vụ hướng dẫn.
refusal-criteria_not_met = Đủ điều kiện nghĩa là mọi tiêu chuẩn bắt buộc đều đạt
    .detail = { $nomination } chưa đạt hoặc chưa có kết luận: { $criteria }.
    .remedy = Hoàn thành thẩm định các tiêu chuẩn này, hoặc đề xuất không đủ điều kiện.
refusal-no_criterion_failed = Không đủ điều kiện phải nêu ít nhất một tiêu chuẩn không đạt
    .detail = { $nomination } chưa có tiêu chuẩn nào được kết luận không đạt.
    .remedy = Ghi kết luận không đạt cho tiêu chuẩn liên quan trước.
refusal-not_recommended = Chỉ xác nhận theo đề xuất của người thẩm định
    .detail = Người thẩm định { $nomination } chưa đề xuất, hoặc đề xuất khác.
    .remedy = Chờ đề xuất, hoặc trao đổi lại với người thẩm định.
refusal-confirmer_is_reviewer = Người thẩm định không được tự xác nhận
    .detail = Người này đã thẩm định { $nomination }.
    .remedy = Chuyển cho người khác xác nhận.
refusal-nominee_erased = Không xét được đối tượng đã xóa dữ liệu
    .detail = Dữ liệu cá nhân của đối tượng tại { $nomination } đã được xóa vĩnh viễn.
    .remedy = Không thể làm tiếp với đề nghị này.
refusal-substitute_named = Chỉ người thay thế do Chủ tịch chỉ định được làm việc này
    .detail = { $nomination } được giao cho phân công { $assignment }.
    .remedy = Chuyển cho người được chỉ định.
refusal-no_substitutes = Người thay thế chỉ làm việc với hồ sơ đã có quyết định chỉ định
    .detail = Chưa có người thay thế được chỉ định cho { $nomination }.
    .remedy = Trình Chủ tịch chỉ định người thay thế, hoặc để cơ quan nội vụ thẩm định.
refusal-is_the_nominee = Người được đề nghị không được thẩm định hoặc xác nhận hồ sơ của mình
    .detail = Người này là người được đề nghị tại { $nomination }.
    .remedy = Chuyển cho người khác.
refusal-reviewer_assigned = Đổi người thẩm định phải nêu lý do
    .detail = { $nomination } đã được phân công cho { $reviewer }.
    .remedy = Dùng việc “phân công lại” và chọn lý do.
refusal-past_awards_unanswered = Khen thưởng khác trong cùng năm phải được người thẩm định trả lời
    .detail = { $nomination } có { $awards } lần khen thưởng đã ghi nhận trong năm, chưa có kết luận L3.
    .remedy = Ghi kết luận về kiểm tra L3: đạt nếu khác thành tích, không đạt nếu cùng thành tích.
refusal-achievement_shared_unanswered = Cá nhân và tập thể của mình dùng chung báo cáo thì phải được trả lời
    .detail = { $nomination } có cùng báo cáo thành tích với tập thể tại { $collective }, chưa có kết luận L3.
    .remedy = Ghi kết luận về kiểm tra L3: đạt nếu là thành tích riêng của cá nhân, không đạt nếu cùng thành tích.
refusal-unit_dissolved = Tập thể được đề nghị phải còn tồn tại
    .detail = { $unit }, tập thể được đề nghị tại { $nomination }, đã giải thể hoặc sáp nhập.
    .remedy = Ghi kết luận L4 không đạt và đề xuất không đủ điều kiện.
refusal-supplement_rounds_used_up = Không yêu cầu bổ sung quá số lần quy định
    .detail = { $nomination } đã được yêu cầu bổ sung đủ { $max } lần.
    .remedy = Kết luận trên hồ sơ hiện có.
refusal-supplement_without_items = Yêu cầu bổ sung phải nêu nội dung
    .detail = Chưa nêu nội dung nào cần bổ sung cho { $nomination }.
    .remedy = Chọn ít nhất một phần hồ sơ cần bổ sung.
refusal-supplement_due_too_soon = Đơn vị phải có đủ thời gian bổ sung
    .detail = Hạn { $due }; sớm nhất là { $earliest }.
    .remedy = Chọn hạn từ ngày sớm nhất trở đi.
refusal-opinion_pending = Cơ quan đã được hỏi phải trả lời trước khi hỏi lại
    .detail = { $body } được hỏi về { $nomination }, hạn trả lời { $due }.
    .remedy = Chờ trả lời rồi ghi nhận.
refusal-opinion_due_passed = Hạn trả lời không được ở quá khứ
    .detail = Hạn { $due }, hôm nay là { $today }.
    .remedy = Chọn hạn từ hôm nay trở đi.
refusal-opinion_not_asked = Chỉ ghi nhận ý kiến của cơ quan đã được hỏi
    .detail = { $body } chưa được hỏi về { $nomination }.
    .remedy = Gửi yêu cầu cho ý kiến trước.
refusal-opinion_answered = Mỗi lần hỏi chỉ có một câu trả lời
    .detail = { $body } đã trả lời về { $nomination }: { $value }.
    .remedy = Hỏi lại nếu cơ quan thay đổi ý kiến.
refusal-reopening_reason = Lý do thẩm định lại phải phù hợp với bước hiện tại
    .detail = { $nomination } đang ở bước “{ $gate }”, lý do: { $reason_code }.
    .remedy = Chọn lý do khác.
