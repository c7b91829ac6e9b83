### Vai trò, việc làm và các từ khác của nghiệp vụ.

## Vai trò

role-campaign_manager = Chuyên viên phụ trách phong trào thi đua
role-campaign_authority = Người có thẩm quyền phê duyệt kế hoạch
role-unit_officer = Cán bộ đầu mối của đơn vị
role-unit_secretary = Thư ký cuộc họp của đơn vị
role-unit_head = Thủ trưởng đơn vị
role-nominee = Người được đề nghị
role-intake_officer = Cán bộ tiếp nhận hồ sơ
role-reviewer = Chuyên viên thẩm định
role-review_head = Thủ trưởng cơ quan nội vụ
role-council_chair = Chủ tịch Hội đồng
role-council_vice_chair = Phó Chủ tịch Hội đồng
role-council_member = Ủy viên Hội đồng
role-council_secretary = Thư ký Hội đồng
role-chairman = Chủ tịch UBND
role-chairman_office = Văn phòng
role-records_clerk = Văn thư
role-finance_officer = Kế toán quỹ thi đua, khen thưởng
role-evidence_issuer = Cơ quan xác nhận số liệu
role-auditor = Kiểm toán viên
role-admin = Quản trị hệ thống
role-system = Hệ thống

## Việc làm

command-establish_authority = Ghi nhận cơ quan ban hành
command-set_calendar = Đặt lịch nghỉ và làm bù
command-establish_unit = Ghi nhận đơn vị
command-register_person = Ghi nhận người
command-grant_assignment = Phân công nhiệm vụ
command-end_assignment = Kết thúc phân công
command-record_regime = Ghi nhận mức tiền thưởng
command-record_base_wage = Ghi nhận mức lương cơ sở
command-register_plan = Đăng ký kế hoạch
command-approve_criteria = Phê duyệt tiêu chuẩn
command-set_gate_rules = Đặt quy tắc của các bước
command-launch_campaign = Phát động phong trào
command-announce_deadline = Thông báo thời hạn nộp hồ sơ
command-set_quota = Đặt số lượng khen thưởng
command-determine_eligible_units = Xác định đơn vị đủ điều kiện
command-allocate_quota = Phân bổ số lượng
command-import_unit_results = Nhập kết quả của các đơn vị
command-record_initiative = Ghi nhận sáng kiến
command-record_rating = Ghi nhận xếp loại
command-record_discipline = Ghi nhận kỷ luật
command-draft_nomination = Lập đề nghị khen thưởng
command-attach_report = Đính kèm báo cáo thành tích
command-confirm_report = Xác nhận báo cáo thành tích
command-propose_nominee = Đề nghị đưa ra bình xét
command-assign_reviewer = Phân công thẩm định
command-record_finding = Ghi kết quả thẩm định từng tiêu chuẩn
command-recommend_pass = Đề xuất đủ điều kiện
command-recommend_reject = Đề xuất không đủ điều kiện
command-confirm_reviews = Xác nhận kết quả thẩm định
command-record_unit_meeting = Ghi nhận cuộc họp bình xét
command-rank_group = Xếp thứ tự trong khối
command-open_submission = Mở hồ sơ đề nghị
command-attach_part = Đính kèm thành phần hồ sơ
command-set_list = Lập danh sách đề nghị
command-certify_minutes_extract = Chứng thực trích biên bản
command-sign_submission_letter = Ký tờ trình của đơn vị
command-submit_submission = Gửi hồ sơ đề nghị
command-acknowledge_submission = Tiếp nhận hồ sơ
command-convene_council = Triệu tập phiên họp Hội đồng
command-list_nominations = Đưa vào chương trình phiên họp
command-record_attendance = Điểm danh phiên họp
command-declare_recusal = Ghi nhận không tham gia biểu quyết (có liên quan)
command-open_motion = Mở biểu quyết
command-cast_ballot = Biểu quyết
command-close_motion = Kết thúc biểu quyết
command-close_council_session = Kết thúc phiên họp
command-sign_minutes = Ký biên bản họp Hội đồng
command-present_to_chairman = Trình Chủ tịch
command-check_presentation = Kiểm tra phiếu trình
command-decide_presentation = Quyết định về tờ trình
command-draft_decision = Dự thảo quyết định
command-initial_draft = Ký nháy dự thảo
command-sign_decision = Ký quyết định
command-assign_number = Cấp số văn bản
command-apply_organisation_signature = Đóng dấu, ký số của cơ quan
command-issue_decision = Ban hành quyết định

## Đối tượng, đơn vị, người

word-collective = tập thể
word-individual = cá nhân
word-specialised_agency = cơ quan chuyên môn
word-public_service_unit = đơn vị sự nghiệp
word-commune_committee = UBND xã, thị trấn
word-other = đơn vị khác
word-home_affairs_office = cơ quan nội vụ
word-chairman_office = Văn phòng
word-culture_office = cơ quan văn hóa, thông tin
word-broadcaster = đài truyền thanh, truyền hình
word-inspectorate = cơ quan thanh tra
word-finance_office = cơ quan tài chính
word-cadre = cán bộ
word-civil_servant = công chức
word-public_employee = viên chức
word-worker = người lao động

## Văn bản

word-plan = kế hoạch
word-submission_letter = tờ trình của đơn vị
word-minutes_extract = trích biên bản họp
word-achievement_report = báo cáo thành tích
word-minutes = biên bản họp
word-evidence = minh chứng
word-presentation_letter = tờ trình của Hội đồng
word-decision = quyết định
word-content = nội dung
word-form = thể thức
word-wet = chữ ký trên giấy
word-external = hệ thống quản lý văn bản

## Tiêu chuẩn và số liệu

word-met = đạt
word-not_met = không đạt
word-pending = chưa đủ minh chứng
word-not_applicable = không áp dụng
word-provisional = tạm tính
word-final = chính thức
word-finding = nhận định của người thẩm định
word-committed_tasks_done = hoàn thành nhiệm vụ đã cam kết
word-planned_tasks_done = hoàn thành nhiệm vụ theo kế hoạch
word-initiative_or_finding = có sáng kiến được công nhận hoặc nhận định tương đương
word-no_leader_disciplined = lãnh đạo chủ chốt không bị kỷ luật
word-score_rose = kết quả cao hơn năm liền kề trước
word-rated_good = được xếp loại hoàn thành tốt nhiệm vụ trở lên
word-not_completed = không hoàn thành nhiệm vụ
word-completed = hoàn thành nhiệm vụ
word-completed_well = hoàn thành tốt nhiệm vụ
word-completed_excellently = hoàn thành xuất sắc nhiệm vụ
word-ceil_10k = làm tròn lên hàng chục nghìn đồng
word-nearest_10k = làm tròn đến hàng chục nghìn đồng gần nhất
word-none = không làm tròn

## Biểu quyết

word-carried = được tán thành
word-lost = không được tán thành
word-no_quorum = không đủ số người dự họp
word-deferred = hoãn
word-for = tán thành
word-against = không tán thành
word-abstain = ý kiến khác
word-standing = Thường trực Hội đồng
word-chair = Chủ tịch Hội đồng
word-vice_chair = Phó Chủ tịch Hội đồng
word-member = Ủy viên
word-total_members = tổng số thành viên
word-present = số người có mặt
word-eligible_after_recusal = số người có mặt được biểu quyết
word-chair_side = theo ý kiến của người chủ trì

## Lý do

word-eligible = đủ điều kiện
word-no_result = chưa có kết quả của đơn vị
word-planned_tasks_open = chưa hoàn thành hết nhiệm vụ theo kế hoạch
word-committed_tasks_open = chưa hoàn thành hết nhiệm vụ đã cam kết
word-score_not_higher = kết quả không cao hơn năm liền kề trước
word-out_of_scope = ngoài phạm vi của kế hoạch
word-below_threshold = không đủ tỷ lệ tán thành
word-tie = số phiếu bằng nhau
word-tie_unbroken = số phiếu bằng nhau, không có người chủ trì để quyết định
word-too_few_eligible = không đủ số người được biểu quyết
word-no_slot = chưa được phân bổ số lượng
word-group_unranked = khối chưa được xếp thứ tự
word-unit_unranked = đơn vị chưa xếp thứ tự
word-ranked_behind = xếp sau số lượng được phân bổ
word-pass = đủ điều kiện
word-reject = không đủ điều kiện
word-criterion_not_met = có tiêu chuẩn bắt buộc không đạt
word-excluded = thuộc trường hợp không được xét
word-review_rejected = thẩm định không đủ điều kiện
word-council_rejected = Hội đồng không đề nghị
word-chairman_declined = Chủ tịch không đồng ý

## Phong trào và quy tắc

word-unit_session = cuộc họp của đơn vị
word-standing_committee = Thường trực Hội đồng
word-criteria = tiêu chuẩn
word-gate_rules = quy tắc của các bước
word-quota = số lượng khen thưởng
word-no_share = tỷ lệ lớn hơn toàn bộ hoặc của số không
word-minority_carries = thiểu số cũng có thể thông qua
word-nobody_votes = không yêu cầu người biểu quyết
word-chair_unknown = ý kiến của người chủ trì không xác định được, hoặc không phải đa số quá bán
