### Lý do từ chối: quy tắc, thông tin của trường hợp này (.detail), cách xử lý (.remedy).
###
### Chương này: các bước của một đề nghị, từ bình xét tại đơn vị đến ban hành quyết định.

## Đề nghị khen thưởng

refusal-nomination_absent = Phải lập đề nghị trước
    .detail = Không có đề nghị này.
    .remedy = Kiểm tra mã hồ sơ hoặc lập đề nghị.
refusal-out_of_scope = Đơn vị phải thuộc phạm vi của kế hoạch
    .detail = Đơn vị { $unit } nằm ngoài phạm vi của kế hoạch.
    .remedy = Xem đối tượng áp dụng trong kế hoạch.
refusal-nominee_claimed = Mỗi đối tượng chỉ có một đề nghị đang xét trong một phong trào
    .detail = Đối tượng này đã được đề nghị tại { $nomination }.
    .remedy = Làm tiếp trên đề nghị đó.
refusal-nominee_elsewhere = Cá nhân được đề nghị phải công tác tại đơn vị đề nghị
    .detail = Người này không công tác tại { $unit }.
    .remedy = Đơn vị nơi người này công tác lập đề nghị.
refusal-report_type = Báo cáo thành tích phải là tệp PDF hoặc DOCX
    .detail = Tệp đã gửi thuộc loại { $media_type }.
    .remedy = Chuyển sang PDF hoặc DOCX rồi tải lại.
refusal-report_missing = Phải đính kèm báo cáo thành tích
    .detail = { $nomination } chưa có báo cáo thành tích.
    .remedy = Đính kèm báo cáo rồi làm tiếp.
refusal-out_of_hands = Hồ sơ đã gửi thì đơn vị không sửa được
    .detail = { $nomination } đang ở bước “{ $gate }”.
    .remedy = Chờ kết quả, hoặc chờ yêu cầu bổ sung.
refusal-declaration_missing = Đơn vị phải cam đoan không có vụ việc đang xem xét kỷ luật
    .detail = { $nomination } chưa có cam đoan này.
    .remedy = Kiểm tra và cam đoan; nếu có vụ việc đang xem xét thì không đề nghị.

## Cuộc họp của đơn vị, xếp thứ tự

refusal-unit_session_held = Cuộc họp đã ghi nhận không được ghi đè
    .detail = { $session } đã có với nội dung khác.
    .remedy = Đối chiếu với nội dung đã ghi nhận; dùng số tiếp theo cho cuộc họp khác.
refusal-unit_session_out_of_order = Các cuộc họp của đơn vị đánh số liên tục
    .detail = Cuộc họp trước { $session } chưa được ghi nhận.
    .remedy = Ghi nhận cuộc họp trước, hoặc dùng đúng số.
refusal-meeting_ahead = Không ghi nhận cuộc họp chưa diễn ra
    .detail = Ngày họp: { $date }.
    .remedy = Sửa lại ngày họp, hoặc ghi nhận sau khi họp.
refusal-meeting_before_proposal = Cuộc họp chỉ bình xét đối tượng đã được đề nghị
    .detail = { $nomination } được đề nghị ngày { $proposed_on }, sau cuộc họp ngày { $date }.
    .remedy = Sửa lại ngày họp, hoặc tổ chức họp sau khi đề nghị.
refusal-chair_unknown = Người chủ trì phải thuộc đơn vị vào ngày họp
    .detail = Phân công { $chair } không thuộc đơn vị vào ngày { $date }.
    .remedy = Nêu đúng phân công của người chủ trì.
refusal-attendance_unsound = Số người có mặt không được vượt tổng số của đơn vị
    .detail = Có mặt { $present }, tổng số { $total }.
    .remedy = Kiểm tra lại số người trong biên bản.
refusal-votes_unsound = Số phiếu và số người không biểu quyết phải bằng số người có mặt
    .detail = Số liệu về { $nomination } không khớp với { $present } người có mặt.
    .remedy = Kiểm tra lại số phiếu trong biên bản.
refusal-nominee_stayed = Người được đề nghị không tham gia biểu quyết về chính mình
    .detail = Chưa ghi nhận ai không tham gia biểu quyết về { $nomination }.
    .remedy = Ghi nhận người không tham gia biểu quyết (có liên quan).
refusal-of_another_unit = Cuộc họp chỉ bình xét đề nghị của đơn vị mình
    .detail = { $nomination } không thuộc đơn vị hoặc phong trào này.
    .remedy = Bỏ đề nghị này khỏi danh sách.
refusal-not_of_group = Chỉ xếp thứ tự các tập thể trong khối
    .detail = { $nomination } không phải là tập thể của khối { $group }.
    .remedy = Bỏ đề nghị này khỏi danh sách.
refusal-ranking_incomplete = Phải xếp thứ tự mọi tập thể của khối đã được tán thành
    .detail = Còn thiếu: { $missing }.
    .remedy = Bổ sung các đề nghị còn thiếu.
refusal-endorsed_behind = Đề nghị đã có suất thì không bị xếp ra ngoài số suất
    .detail = { $nomination } đã có suất.
    .remedy = Xếp đề nghị này trong số suất được phân bổ.

## Thẩm định

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
    .remedy = Chuyển cho người của đơn vị khác.
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

## Hồ sơ của đơn vị

refusal-submission_absent = Phải mở hồ sơ trước
    .detail = Không có hồ sơ { $submission }.
    .remedy = Kiểm tra mã hoặc mở hồ sơ.
refusal-submission_sent = Hồ sơ đã gửi thì không sửa được
    .detail = { $submission } đã gửi tới cơ quan nội vụ.
    .remedy = Chờ cơ quan nội vụ tiếp nhận.
refusal-submission_not_signed = Tờ trình phải được ký trước khi gửi
    .detail = Tờ trình của { $submission } chưa ký.
    .remedy = Thủ trưởng đơn vị ký tờ trình rồi gửi.
refusal-submission_not_sent = Chỉ tiếp nhận hồ sơ đã gửi
    .detail = { $submission } chưa gửi.
    .remedy = Chờ đơn vị gửi hồ sơ.
refusal-not_a_shared_part = Phần chung của hồ sơ chỉ gồm tờ trình và trích biên bản
    .detail = Đã nêu: { $kind }.
    .remedy = Đính kèm báo cáo thành tích vào từng đề nghị.
refusal-dossier_part_missing = Hồ sơ phải đủ ba thành phần
    .detail = Còn thiếu { $part }{ $nomination_given ->
        [true] {" "}của { $nomination }
       *[false] { "" }
    }.
    .remedy = Đính kèm phần còn thiếu rồi làm tiếp.
refusal-report_not_confirmed = Báo cáo thành tích phải được người được đề nghị xác nhận
    .detail = Báo cáo của { $nomination } chưa được xác nhận.
    .remedy = Đề nghị người được đề nghị đọc và xác nhận báo cáo.
refusal-submission_list_missing = Tờ trình phải có danh sách đề nghị
    .detail = { $submission } chưa có danh sách.
    .remedy = Lập danh sách đề nghị.
refusal-extract_not_certified = Trích biên bản phải được chứng thực
    .detail = Trích biên bản của { $submission } chưa được chứng thực.
    .remedy = Chủ trì và thư ký cuộc họp chứng thực trích biên bản.
refusal-nomination_of_another_unit = Danh sách chỉ gồm đề nghị của đơn vị mình
    .detail = { $nomination } không thuộc đơn vị hoặc phong trào này.
    .remedy = Bỏ đề nghị này khỏi danh sách.
refusal-session_of_another_unit = Cuộc họp phải là của đơn vị mình
    .detail = Cuộc họp { $session } không thuộc đơn vị hoặc phong trào này.
    .remedy = Nêu đúng cuộc họp.
refusal-not_endorsed_in_session = Danh sách chỉ gồm đề nghị đã được cuộc họp tán thành
    .detail = { $nomination } không được tán thành tại cuộc họp { $session }.
    .remedy = Nêu đúng cuộc họp, hoặc bỏ đề nghị này khỏi danh sách.
refusal-session_after_letter = Tờ trình không được có trước cuộc họp
    .detail = Cuộc họp ngày { $held_on }, tờ trình ngày { $letter_date }.
    .remedy = Kiểm tra lại ngày họp và ngày ký tờ trình.
refusal-no_free_slot = Số đề nghị không được vượt số suất còn lại
    .detail = { $holder } còn { $free } suất, danh sách cần { $asked }.
    .remedy = Bớt đề nghị theo thứ tự đã xếp, hoặc đề nghị phân bổ thêm.
refusal-deadline_not_announced = Phải thông báo thời hạn trước khi nhận hồ sơ
    .detail = Phong trào chưa có thời hạn nộp hồ sơ.
    .remedy = Chờ cơ quan nội vụ thông báo thời hạn.
refusal-deadline_passed = Hồ sơ phải gửi trong thời hạn
    .detail = Thời hạn: { $due }. Hiện tại: { $now }.
    .remedy = Liên hệ cơ quan nội vụ.
refusal-no_regime_in_force = Khi tiếp nhận phải có mức tiền thưởng đang có hiệu lực
    .detail = Không có mức tiền thưởng nào của kế hoạch có hiệu lực vào ngày { $day }.
    .remedy = Ghi nhận văn bản quy định mức tiền thưởng rồi làm tiếp.

## Phiên họp Hội đồng

refusal-council_session_absent = Phải triệu tập phiên họp trước
    .detail = Không có phiên họp { $session }.
    .remedy = Kiểm tra mã hoặc triệu tập phiên họp.
refusal-council_session_convened = Phiên họp đã được triệu tập
    .detail = { $session } đã được triệu tập với nội dung khác.
    .remedy = Dùng số tiếp theo cho phiên họp khác.
refusal-council_notice_too_short = Chương trình phải gửi trước đủ số ngày làm việc
    .detail = Ngày họp đã chọn { $asked }, ngày sớm nhất là { $earliest }.
    .remedy = Chọn ngày họp muộn hơn.
refusal-no_seat_in_council = Thành viên phiên họp phải có phân công trong Hội đồng còn hiệu lực
    .detail = Phân công { $assignment } không có ghế trong Hội đồng vào ngày { $day } (vai trò: { $role }).
    .remedy = Chọn đúng phân công của thành viên Hội đồng.
refusal-council_member_twice = Mỗi người chỉ có một ghế
    .detail = { $member } được nêu hai lần.
    .remedy = Bỏ một trong hai phân công.
refusal-council_needs_one_chair = Phiên họp có đúng một người chủ trì
    .detail = Danh sách có { $chairs } người chủ trì.
    .remedy = Nêu đúng một Chủ tịch Hội đồng.
refusal-agenda_closed = Chương trình đã chốt khi điểm danh
    .detail = Chương trình của { $session } đã chốt.
    .remedy = Đưa vào chương trình một phiên họp khác.
refusal-nomination_of_another_campaign = Phiên họp chỉ xét đề nghị của phong trào này
    .detail = { $nomination } thuộc phong trào khác.
    .remedy = Bỏ đề nghị này khỏi danh sách.
refusal-council_session_not_due = Chưa đến giờ họp
    .detail = Phiên họp được triệu tập vào { $at }.
    .remedy = Điểm danh khi phiên họp bắt đầu.
refusal-council_roll_called = Phiên họp đã điểm danh
    .detail = { $session } đã điểm danh với danh sách khác.
    .remedy = Đối chiếu với danh sách đã ghi nhận.
refusal-not_a_council_member = Chỉ thành viên của phiên họp mới được tính
    .detail = { $member } không có trong danh sách thành viên.
    .remedy = Kiểm tra lại danh sách.
refusal-council_session_not_open = Phiên họp phải đang diễn ra
    .detail = { $session } chưa điểm danh hoặc đã kết thúc.
    .remedy = Điểm danh trước, hoặc triệu tập phiên họp khác.
refusal-council_member_absent = Người vắng mặt không biểu quyết
    .detail = { $member } không có mặt.
    .remedy = Chỉ ghi phiếu của người có mặt.
refusal-no_proxy_in_council = Không ai biểu quyết thay
    .detail = Chỉ { $member } hoặc thư ký ghi nhận được làm việc này.
    .remedy = Thành viên tự biểu quyết, hoặc thư ký ghi nhận.
refusal-not_on_agenda = Chỉ biểu quyết nội dung có trong chương trình
    .detail = { $nomination } không có trong chương trình.
    .remedy = Bỏ đề nghị này khỏi lần biểu quyết.
refusal-item_voted_already = Mỗi đề nghị chỉ biểu quyết một lần trong phiên họp
    .detail = { $nomination } đã biểu quyết ở lần { $motion }.
    .remedy = Bỏ đề nghị này khỏi lần biểu quyết.
refusal-motion_out_of_order = Các lần biểu quyết đánh số liên tục
    .detail = Số tiếp theo là { $expected }.
    .remedy = Dùng số tiếp theo.
refusal-motion_open = Mỗi lúc chỉ có một lần biểu quyết
    .detail = Lần biểu quyết { $motion } chưa kết thúc.
    .remedy = Kết thúc lần biểu quyết đang mở trước.
refusal-recusal_missing = Người công tác tại đơn vị của đối tượng không tham gia biểu quyết (có liên quan)
    .detail = { $member } công tác tại { $unit }, là đơn vị của { $nomination }.
    .remedy = Ghi nhận không tham gia biểu quyết trước khi mở biểu quyết.
refusal-motion_absent = Phải mở biểu quyết trước
    .detail = Không có lần biểu quyết { $motion }.
    .remedy = Mở biểu quyết rồi làm tiếp.
refusal-motion_closed = Lần biểu quyết đã kết thúc thì không ghi thêm phiếu
    .detail = Lần biểu quyết { $motion } đã kết thúc.
    .remedy = Không thể ghi thêm; kết quả đã được chốt.
refusal-council_member_recused = Người có liên quan không biểu quyết
    .detail = { $member } không tham gia biểu quyết nội dung nào của lần { $motion }.
    .remedy = Không ghi phiếu của người này.
refusal-not_in_motion = Ngoại lệ phải là nội dung của lần biểu quyết
    .detail = { $nomination } không có trong lần biểu quyết { $motion }.
    .remedy = Bỏ ngoại lệ này.
refusal-council_items_undecided = Phải biểu quyết hết chương trình trước khi kết thúc
    .detail = Chưa biểu quyết: { $nominations }.
    .remedy = Biểu quyết các nội dung còn lại.
refusal-council_session_not_closed = Biên bản được ký sau khi kết thúc phiên họp
    .detail = { $session } chưa kết thúc.
    .remedy = Kết thúc phiên họp trước.
refusal-council_minutes_signed = Biên bản đã ký không được thay
    .detail = { $session } đã có biên bản khác được ký.
    .remedy = Đối chiếu với biên bản đã ký.

## Trình Chủ tịch

refusal-presentation_absent = Phải có tờ trình của Hội đồng trước
    .detail = Không có tờ trình { $presentation }.
    .remedy = Kiểm tra mã hoặc trình Chủ tịch trước.
refusal-presentation_made = Tờ trình đã gửi không được thay
    .detail = { $presentation } đã trình với nội dung khác.
    .remedy = Dùng số tiếp theo cho tờ trình khác.
refusal-council_minutes_missing = Biên bản họp Hội đồng phải được ký trước khi trình
    .detail = Biên bản của { $session } chưa ký.
    .remedy = Ký biên bản rồi trình.
refusal-approved_in_another_session = Danh sách trình chỉ gồm đề nghị được phiên họp này thông qua
    .detail = { $nomination } không được thông qua tại { $session }.
    .remedy = Nêu đúng phiên họp, hoặc bỏ đề nghị này khỏi danh sách.
refusal-places_exceeded = Số trình không được vượt số lượng khen thưởng
    .detail = { $kind }: trình { $asked }, đã dùng { $taken } trong { $quota }.
    .remedy = Bớt đề nghị theo thứ tự đã xếp.
refusal-presentation_not_checked = Văn phòng phải kiểm tra phiếu trình trước
    .detail = { $presentation } chưa được kiểm tra.
    .remedy = Chờ Văn phòng kiểm tra.
refusal-not_presented = Chủ tịch chỉ quyết định đề nghị có trong danh sách trình
    .detail = { $nomination } không có trong danh sách.
    .remedy = Bỏ đề nghị này khỏi lệnh.
refusal-presentation_decided = Tờ trình đã được quyết định
    .detail = Chủ tịch đã quyết định { $presentation } theo cách khác.
    .remedy = Đối chiếu với quyết định đã ghi nhận.

## Quyết định

refusal-decision_absent = Phải dự thảo quyết định trước
    .detail = Không có quyết định { $decision }.
    .remedy = Kiểm tra mã hoặc dự thảo quyết định.
refusal-decision_signed = Quyết định đã ký thì không sửa được
    .detail = { $decision } đã được ký.
    .remedy = Sai sót sau khi ký xử lý bằng văn bản đính chính hoặc quyết định khác.
refusal-presentation_undecided = Chủ tịch phải quyết định tờ trình trước
    .detail = { $presentation } chưa được quyết định.
    .remedy = Chờ Chủ tịch quyết định.
refusal-not_approved_by_chairman = Dự thảo chỉ gồm đề nghị được Chủ tịch đồng ý
    .detail = { $nomination } không được đồng ý tại { $presentation }.
    .remedy = Bỏ đề nghị này khỏi dự thảo.
refusal-in_another_draft = Mỗi đề nghị chỉ ở trong một dự thảo
    .detail = { $nomination } đã có trong dự thảo { $decision }.
    .remedy = Bỏ đề nghị này khỏi một trong hai dự thảo.
refusal-initial_not_yours = Cơ quan nội vụ ký nháy nội dung, Văn phòng ký nháy thể thức
    .detail = Vai trò { $role } không ký nháy về { $aspect }.
    .remedy = Chuyển cho người có thẩm quyền ký nháy.
refusal-initials_missing = Dự thảo phải đủ hai chữ ký nháy trước khi ký
    .detail = Còn thiếu ký nháy về { $aspects }.
    .remedy = Chờ đủ ký nháy rồi trình ký.
refusal-signed_in_future = Thời điểm ký không được ở tương lai
    .detail = Thời điểm ký: { $signed_at }. Hiện tại: { $now }.
    .remedy = Sửa lại thời điểm ký.
refusal-signed_before_ready = Chỉ ký dự thảo đã hoàn chỉnh
    .detail = Thời điểm ký: { $signed_at }. Dự thảo hoàn chỉnh: { $ready_at }.
    .remedy = Sửa lại thời điểm ký, hoặc ký lại trên dự thảo đã hoàn chỉnh.
refusal-issuer_not_valid = Cơ quan ban hành phải đang hoạt động vào ngày này
    .detail = Ngày { $day }; cơ quan hoạt động từ { $valid_from } đến { $valid_until }.
    .remedy = Kiểm tra lại ngày; sau khi cơ quan kết thúc, việc chuyển cho cơ quan kế thừa.
refusal-signer_not_in_office = Người ký phải đương chức vào ngày ký
    .detail = Phân công { $assignment } không có hiệu lực vào ngày { $day }.
    .remedy = Người đương chức ký quyết định.
refusal-approver_changed = Người đã đồng ý phải còn đương chức khi ký
    .detail = Phân công { $assignment }, theo đó { $nomination } được đồng ý, đã kết thúc.
    .remedy = Người kế nhiệm quyết định lại.
refusal-no_place_held = Mỗi trường hợp khen thưởng phải có chỗ trong số lượng
    .detail = Chưa giữ chỗ { $kind } cho { $nomination }.
    .remedy = Kiểm tra ý kiến đồng ý của Chủ tịch và số lượng khen thưởng.
refusal-decision_not_signed = Cấp số, đóng dấu và ban hành chỉ sau khi ký
    .detail = { $decision } chưa ký.
    .remedy = Chờ ký quyết định.
refusal-numbered_by_signer = Người ký không được tự cấp số
    .detail = Người này đã ký { $decision }.
    .remedy = Chuyển cho văn thư khác cấp số.
refusal-number_date_out_of_range = Ngày văn bản là ngày ký hoặc ngày làm việc tiếp theo
    .detail = Ngày đã chọn { $date }; được chọn { $earliest } hoặc { $latest }.
    .remedy = Chọn lại ngày.
refusal-number_not_positive = Số văn bản bắt đầu từ 01
    .detail = Số đã nhập nhỏ hơn một.
    .remedy = Nhập lại số.
refusal-number_taken = Số văn bản là duy nhất trong năm
    .detail = Số { $number }/{ $symbol } năm { $year } đã cấp cho { $bearer }.
    .remedy = Nhập số khác.
refusal-decision_numbered = Quyết định đã có số
    .detail = { $decision } đã có số { $number } ngày { $date }.
    .remedy = Dùng số đã cấp.
refusal-decision_not_numbered = Đóng dấu, ký số của cơ quan chỉ sau khi cấp số
    .detail = { $decision } chưa có số.
    .remedy = Cấp số trước.
refusal-organisation_signature_missing = Chỉ ban hành văn bản đã đóng dấu hoặc ký số của cơ quan
    .detail = { $decision } chưa đóng dấu, chưa ký số của cơ quan.
    .remedy = Đóng dấu hoặc ký số của cơ quan trước.
refusal-handled_by_signer = Người ký không được tự đóng dấu, ban hành
    .detail = Người này đã ký { $decision }.
    .remedy = Chuyển cho văn thư khác thực hiện.
refusal-issued_before_signature = Không ban hành trước khi ký
    .detail = { $decision } được ký lúc { $signed_at }, thời điểm ban hành nêu ra là { $issued_at }.
    .remedy = Sửa lại thời điểm ban hành.
refusal-scan_is_draft = Bản quét phải là bản quét của văn bản đã ký
    .detail = Tệp nêu ra cho { $decision } chính là tệp dự thảo.
    .remedy = Quét văn bản đã ký, tải lên rồi nêu tệp đó.
refusal-issued_before_date = Không ban hành trước ngày ghi trên văn bản
    .detail = { $decision } ghi ngày { $date }, hôm nay là { $day }.
    .remedy = Ban hành vào ngày ghi trên văn bản.
refusal-submission_ended = Hồ sơ đã kết thúc
    .detail = { $submission } đã bị từ chối hoặc đã rút.
    .remedy = Mở hồ sơ mới với số tiếp theo.
refusal-submission_returned = Hồ sơ đang được trả lại để hoàn thiện
    .detail = { $submission } được cơ quan nội vụ trả lại.
    .remedy = Thay các thành phần được nêu rồi gửi lại (resubmit).
