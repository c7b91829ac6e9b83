### Lý do từ chối: quy tắc, thông tin của trường hợp này (.detail), cách xử lý (.remedy).
###
### Chương này: việc của đơn vị ngoài trình tự thông thường, và người làm thay.

## Đề nghị kết thúc, ý kiến về kết quả

refusal-own_nomination = Không ai tự làm việc này cho đề nghị về chính mình
    .detail = Người thực hiện là người được đề nghị tại { $nomination }.
    .remedy = Cấp phó của thủ trưởng thực hiện thay.
refusal-report_not_asked_for = Khi bổ sung hồ sơ, chỉ sửa phần được yêu cầu
    .detail = Báo cáo của { $nomination } không thuộc phần phải bổ sung.
    .remedy = Gửi đúng phần được yêu cầu.
refusal-details_of_collective = Tập thể được ghi theo tên đơn vị
    .detail = { $nomination } đề nghị cho một tập thể.
    .remedy = Sửa tên đơn vị trong danh bạ.
refusal-not_the_nominee = Chỉ sửa thông tin của chính người được đề nghị
    .detail = Người đã nêu không phải người được đề nghị tại { $nomination }.
    .remedy = Nêu đúng người được đề nghị.
refusal-decision_drafted = Chỉ sửa thông tin trước khi dự thảo quyết định
    .detail = { $nomination } đã có trong dự thảo { $decision }.
    .remedy = Đề nghị cơ quan nội vụ dự thảo lại quyết định.
refusal-nomination_ended = Đề nghị đã kết thúc thì không thay đổi được
    .detail = { $nomination }: { $gate }.
    .remedy = Lập đề nghị mới, hoặc nêu ý kiến về kết quả trong thời hạn.
refusal-nomination_signed = Sau khi ký, chỉ quyết định khác mới thay đổi được kết quả
    .detail = Quyết định về { $nomination } đã ký.
    .remedy = Liên hệ cơ quan nội vụ.
refusal-withdrawal_not_requested = Chủ tịch chỉ đồng ý khi đơn vị xin rút
    .detail = Chưa có đơn vị nào xin rút { $nomination }.
    .remedy = Chờ đơn vị xin rút.
refusal-not_for_another_unit = Chỉ đề nghị cho cá nhân được thay bằng đề nghị của đơn vị khác
    .detail = { $nomination } không thể thay bằng đề nghị của { $unit }.
    .remedy = Nêu đúng đơn vị khác của người này.
refusal-no_negative_result = Chỉ nêu ý kiến về kết quả không đạt
    .detail = { $nomination } đang ở bước “{ $gate }”.
    .remedy = Chờ kết quả.
refusal-objection_late = Ý kiến về kết quả phải nêu trong thời hạn
    .detail = { $nomination } có kết quả ngày { $ended_on }; hạn nêu ý kiến: { $due }.
    .remedy = Vẫn có thể khiếu nại theo quy định của pháp luật.

## Người thay cơ quan nội vụ

refusal-not_a_substitute = Người thay phải có phân công đúng vai trò còn hiệu lực
    .detail = Phân công { $assignment } không phải { $expected } còn hiệu lực vào ngày { $day }.
    .remedy = Phân công trước, hoặc nêu phân công khác.
refusal-substitutes_same_person = Người thẩm định không được tự xác nhận
    .detail = Hai người thay là cùng một người.
    .remedy = Cử hai người khác nhau.
refusal-substitutes_apart = Hai người thay phải cùng một cơ quan
    .detail = Hai người đã nêu không công tác cùng một cơ quan.
    .remedy = Cử hai người của cùng một cơ quan.
refusal-substitute_involved = Người thay không được là người được đề nghị hoặc cùng đơn vị
    .detail = Có người đã nêu liên quan đến { $nomination }.
    .remedy = Cử người của cơ quan khác.
refusal-office_has_nominee = Người thay phải thuộc cơ quan không có đối tượng được đề nghị
    .detail = { $unit } có đối tượng được đề nghị: { $nomination }.
    .remedy = Cử người của cơ quan khác.
refusal-home_affairs_reviews = Chỉ cử người thay khi đối tượng thuộc cơ quan nội vụ
    .detail = { $nomination } thuộc { $unit }.
    .remedy = Để cơ quan nội vụ thẩm định.
refusal-review_over = Phải cử người thay trước khi xác nhận thẩm định
    .detail = { $nomination } đang ở bước “{ $gate }”.
    .remedy = Nếu phải thẩm định lại thì mở lại thẩm định trước.

## Cuộc họp, xếp thứ tự

refusal-secretary_unknown = Thư ký cuộc họp phải là thư ký của đơn vị vào ngày họp
    .detail = Phân công { $secretary } không phải thư ký của đơn vị vào ngày { $date }.
    .remedy = Nêu đúng phân công của thư ký.
refusal-chair_is_nominee = Người được đề nghị không chủ trì cuộc họp bình xét chính mình
    .detail = Người chủ trì là người được đề nghị tại { $nomination }.
    .remedy = Cấp phó chủ trì cả cuộc họp.
refusal-staff_differs = Số người dự họp được tính trên tổng số trong danh bạ
    .detail = { $unit }: danh bạ có { $staff } người, biên bản ghi tổng số { $total }.
    .remedy = Kiểm tra lại biên bản, hoặc đề nghị sửa danh bạ.
refusal-not_individual_of = Chỉ xếp thứ tự các cá nhân của đơn vị
    .detail = { $nomination } không phải cá nhân của { $unit }.
    .remedy = Bỏ đề nghị này khỏi danh sách.
refusal-unit_session_absent = Cuộc họp phải đã được ghi nhận
    .detail = Chưa ghi nhận { $session }.
    .remedy = Kiểm tra lại số cuộc họp.
refusal-submitted_since = Chỉ hủy kết quả bình xét khi chưa gửi hồ sơ
    .detail = { $nomination } đang ở bước “{ $gate }”.
    .remedy = Nếu hồ sơ chưa được tiếp nhận thì rút hồ sơ trước.

## Hồ sơ, trả lại và bổ sung

refusal-submission_out_of_order = Hồ sơ của đơn vị đánh số liên tục
    .detail = Hồ sơ trước { $submission } chưa được mở.
    .remedy = Dùng số tiếp theo.
refusal-list_out_of_rank = Danh sách phải theo thứ tự đã xếp
    .detail = { $nomination } được xếp trước đề nghị đứng trên trong danh sách.
    .remedy = Sắp danh sách theo thứ tự đã xếp.
refusal-in_another_letter = Mỗi đề nghị chỉ nằm trong một hồ sơ
    .detail = { $nomination } đã có trong danh sách của { $submission }.
    .remedy = Bỏ đề nghị này khỏi một trong hai danh sách.
refusal-not_lead_of_session = Chủ trì hoặc thư ký cuộc họp chứng thực trích biên bản
    .detail = Người thực hiện không chủ trì và không ghi biên bản { $session }.
    .remedy = Đề nghị chủ trì hoặc thư ký của cuộc họp đó.
refusal-not_in_submission = Đề nghị phải thuộc hồ sơ này
    .detail = { $nomination } không có, hoặc không còn, trong { $submission }.
    .remedy = Kiểm tra danh sách của hồ sơ.
refusal-nothing_to_acknowledge = Hồ sơ không còn đề nghị nào thì không tiếp nhận
    .detail = Không còn đề nghị nào trong { $submission } chờ tiếp nhận.
    .remedy = Đơn vị rút hồ sơ.
refusal-submission_not_returned = Chỉ đóng hồ sơ đã trả lại đơn vị
    .detail = { $submission } chưa bị trả lại.
    .remedy = Tiếp nhận hồ sơ trước.
refusal-returned_as_a_whole = Trả lại vì phần chung thì trả lại cả hồ sơ
    .detail = Không thể vừa trả lại { $submission } vừa nêu từng đề nghị.
    .remedy = Trả lại cả hồ sơ, hoặc chỉ nêu từng đề nghị.
refusal-nothing_wrong = Trả lại phải nêu điểm chưa đạt
    .detail = Chưa nêu điểm nào.
    .remedy = Nêu phần hồ sơ và điểm chưa đạt.
refusal-not_a_single_part = Trả lại một đề nghị chỉ vì báo cáo hoặc minh chứng
    .detail = Đã nêu: { $part }.
    .remedy = Phần chung chưa đạt thì trả lại cả hồ sơ.
refusal-due_behind = Hạn bổ sung không được ở trước hôm nay
    .detail = Hạn đã nêu: { $due }; hôm nay: { $today }.
    .remedy = Chọn ngày muộn hơn.
refusal-supplement_late = Phần bổ sung phải gửi trong thời hạn
    .detail = Hạn: { $due }; hôm nay: { $today }.
    .remedy = Liên hệ cơ quan nội vụ.
refusal-supplement_still_due = Chưa hết hạn bổ sung thì chưa đóng
    .detail = Hạn: { $due }; hôm nay: { $today }.
    .remedy = Chờ hết hạn.
refusal-part_not_replaced = Phần chưa đạt phải được thay
    .detail = Chưa thay: { $part }{ $nomination_given ->
        [true] {" "}của { $nomination }
       *[false] { "" }
    }.
    .remedy = Đính kèm phần đã sửa.
refusal-part_not_delivered = Phải gửi đủ phần được yêu cầu bổ sung
    .detail = { $nomination } còn thiếu: { $part }.
    .remedy = Bổ sung rồi gửi lại.
refusal-part_not_asked_for = Chỉ bổ sung phần được yêu cầu
    .detail = { $nomination } không cần: { $part }.
    .remedy = Bỏ phần này; báo cáo mới thì đính kèm vào đề nghị.
refusal-submission_received = Hồ sơ đã tiếp nhận thì không rút được
    .detail = { $submission } đã được tiếp nhận.
    .remedy = Rút từng đề nghị.
