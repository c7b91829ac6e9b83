### Lý do từ chối: quy tắc, thông tin của trường hợp này (.detail), cách xử lý (.remedy).
###
### Chương này: quyền, danh sách, văn bản, danh bạ, căn cứ pháp lý, phong trào, số lượng, số liệu.

## Quyền và thời gian

refusal-role_not_allowed = Vai trò này không được làm việc đã chọn
    .detail = Việc: { $command }. Vai trò đang dùng: { $role }.
    .remedy = Dùng phân công khác có thẩm quyền hoặc chuyển cho người có thẩm quyền.
refusal-assignment_unknown = Người thực hiện phải có phân công
    .detail = Không có phân công { $assignment }, hoặc nội dung phân công không khớp với người thực hiện.
    .remedy = Kiểm tra mã phân công hoặc đề nghị ghi nhận phân công.
refusal-assignment_not_in_force = Phân công phải còn hiệu lực vào ngày thực hiện
    .detail = Phân công { $assignment } không có hiệu lực vào ngày { $date }.
    .remedy = Dùng phân công còn hiệu lực hoặc đề nghị cơ quan quản lý phân công lại.
refusal-not_on_behalf = Người ghi thay phải nêu ghi việc của ai
    .detail = Vai trò { $role } chỉ được ghi việc này thay cho người có thẩm quyền.
    .remedy = Nêu phân công của người có thẩm quyền đã thực hiện việc này.
refusal-on_behalf_not_covered = Người được ghi thay phải có thẩm quyền
    .detail = Phân công { $assignment } không bao gồm việc này.
    .remedy = Nêu đúng phân công của người có thẩm quyền.
refusal-on_behalf_not_allowed = Việc này không được làm thay người khác
    .detail = Vai trò { $role } tự làm việc này, không làm thay phân công { $assignment }.
    .remedy = Bỏ nội dung làm thay, hoặc nêu phân công của Chủ tịch nếu việc này cần Chủ tịch duyệt.
refusal-other_unit = Chỉ được làm việc của đơn vị mình
    .detail = Việc này thuộc đơn vị { $unit }.
    .remedy = Chuyển cho người có phân công tại đơn vị đó.
refusal-own_unit = Không ai xác nhận, phân bổ hoặc xếp thứ tự cho đơn vị của chính mình
    .detail = Việc này liên quan đến đơn vị { $unit }, là đơn vị của người thực hiện.
    .remedy = Chuyển cho người của cơ quan khác được giao việc này. Việc do Chủ tịch phê duyệt thì được ghi nhận với on_behalf_of là phân công của Chủ tịch.
refusal-occurred_later = Thời điểm xảy ra không được sau thời điểm ghi nhận
    .detail = Thời điểm nêu ra: { $occurred_at }. Hiện tại: { $now }.
    .remedy = Sửa lại thời điểm xảy ra.
refusal-late_without_reason = Ghi nhận muộn phải nêu lý do
    .detail = Việc xảy ra ngày { $date }, được ghi nhận chậm nhất sau { $allowed_days } ngày làm việc.
    .remedy = Nêu lý do ghi nhận muộn rồi gửi lại.

## Danh sách và văn bản

refusal-list_empty = Danh sách phải có ít nhất một đề nghị
    .detail = Danh sách đã gửi không có mục nào.
    .remedy = Bổ sung ít nhất một đề nghị.
refusal-listed_twice = Mỗi đề nghị chỉ được nêu một lần trong danh sách
    .detail = { $nomination } xuất hiện hai lần.
    .remedy = Bỏ dòng trùng rồi gửi lại.
refusal-wrong_document_kind = Phải nêu đúng loại văn bản
    .detail = Cần { $expected }, đã nêu { $found }.
    .remedy = Chọn đúng văn bản rồi gửi lại.
refusal-document_differs = Văn bản nêu ra phải là văn bản đang có trong hồ sơ
    .detail = Văn bản được nêu: { $named }, khác văn bản đang có.
    .remedy = Mở văn bản đang có trong hồ sơ, đọc lại rồi thực hiện trên văn bản đó.

## Danh bạ

refusal-authority_unknown = Phải ghi nhận cơ quan ban hành trước
    .detail = Sổ này chưa có cơ quan ban hành.
    .remedy = Ghi nhận cơ quan ban hành rồi làm tiếp.
refusal-unit_unknown = Đơn vị phải có trong danh bạ
    .detail = Không có đơn vị { $unit }.
    .remedy = Kiểm tra mã đơn vị hoặc ghi nhận đơn vị.
refusal-person_unknown = Người phải có trong danh bạ
    .detail = Không có người này trong danh bạ.
    .remedy = Kiểm tra mã hoặc ghi nhận người này.
refusal-assignment_absent = Phân công phải có trong danh bạ
    .detail = Không có phân công { $assignment }.
    .remedy = Kiểm tra mã phân công.
refusal-exists_otherwise = Nội dung đã ghi nhận không được ghi đè
    .detail = { $stream } đã có với nội dung khác.
    .remedy = Đối chiếu với nội dung đã ghi nhận; dùng mã khác nếu là mục khác.
refusal-period_backwards = Ngày cuối không được trước ngày đầu
    .detail = Ngày đầu: { $from }. Ngày cuối: { $to }.
    .remedy = Sửa lại thời hạn.
refusal-day_outside_year = Ngày trong lịch phải thuộc năm của lịch
    .detail = Ngày { $date } không thuộc năm { $year }.
    .remedy = Chuyển ngày này sang lịch của năm tương ứng.
refusal-own_assignment = Không ai tự giao hoặc tự kết thúc phân công của mình
    .detail = Phân công này là của chính người thực hiện.
    .remedy = Chuyển cho người quản trị khác thực hiện.
refusal-unit_needed = Vai trò của đơn vị phải gắn với một đơn vị
    .detail = Vai trò { $role } chưa nêu đơn vị.
    .remedy = Nêu đơn vị của phân công.
refusal-role_of_nobody = Vai trò này không giao cho người nào
    .detail = Vai trò: { $role }.
    .remedy = Chọn vai trò khác.
refusal-assignment_over = Phân công đã kết thúc
    .detail = Phân công { $assignment } đã kết thúc, ngày cuối là { $last }.
    .remedy = Không cần làm gì nếu ngày đã đúng; nếu sai, ghi nhận phân công mới.
refusal-assignment_not_extended = Kết thúc phân công không được kéo dài thời hạn
    .detail = Phân công { $assignment } có ngày cuối là { $last }, ngày nêu ra là { $to }.
    .remedy = Chọn ngày không sau ngày cuối, hoặc ghi nhận phân công mới.

## Căn cứ pháp lý

refusal-instrument_recorded_otherwise = Văn bản quy phạm đã ghi nhận không được ghi đè
    .detail = { $instrument } đã có với nội dung khác.
    .remedy = Đối chiếu với nội dung đã ghi nhận; dùng mã khác cho văn bản khác.
refusal-in_force_backwards = Ngày hết hiệu lực không được trước ngày có hiệu lực
    .detail = Có hiệu lực từ { $from }, hết hiệu lực { $until }.
    .remedy = Sửa lại thời hạn hiệu lực.
refusal-no_wage = Mức lương cơ sở phải lớn hơn không
    .detail = Mức đã nêu: { $amount } đồng.
    .remedy = Nhập lại mức lương cơ sở.

## Phong trào thi đua

refusal-campaign_absent = Phong trào phải được phát động trước
    .detail = Không có phong trào này, hoặc phong trào chưa được phát động.
    .remedy = Kiểm tra mã phong trào hoặc chờ phát động.
refusal-plan_missing = Phải đăng ký kế hoạch trước
    .detail = { $campaign } chưa có kế hoạch.
    .remedy = Đăng ký kế hoạch rồi làm tiếp.
refusal-plan_registered = Mỗi phong trào chỉ có một kế hoạch
    .detail = { $campaign } đã có kế hoạch khác.
    .remedy = Đối chiếu với kế hoạch đã đăng ký; dùng mã khác cho phong trào khác.
refusal-decision_symbol = Ký hiệu quyết định phải có từ 1 đến { $chars_max } ký tự
    .detail = Ký hiệu ghi trong kế hoạch có { $chars } ký tự.
    .remedy = Rút gọn ký hiệu rồi đăng ký lại kế hoạch.
refusal-campaign_launched = Nội dung đã chốt không được sửa sau khi phát động
    .detail = { $campaign } đã phát động ngày { $date }.
    .remedy = Thực hiện theo nội dung đã chốt.
refusal-criteria_missing = Mỗi loại đối tượng phải có tiêu chuẩn
    .detail = Chưa có tiêu chuẩn cho { $kind }.
    .remedy = Bổ sung tiêu chuẩn rồi gửi lại.
refusal-criterion_twice = Mỗi tiêu chuẩn có một mã riêng
    .detail = Mã { $criterion } xuất hiện hai lần.
    .remedy = Đổi một trong hai mã rồi gửi lại.
refusal-rules_unsound = Quy tắc biểu quyết phải thực hiện được
    .detail = Quy tắc của { $gate }: { $flaw }.
    .remedy = Sửa quy tắc rồi gửi lại.
refusal-campaign_not_ready = Phải đủ điều kiện mới được phát động
    .detail = Còn thiếu: { $missing }.
    .remedy = Bổ sung phần còn thiếu rồi phát động.
refusal-launch_ahead = Không ghi nhận việc phát động trước ngày phát động
    .detail = Ngày phát động: { $date }.
    .remedy = Ghi nhận vào ngày phát động hoặc sửa lại ngày.
refusal-deadline_announced = Thời hạn đã được thông báo
    .detail = Thời hạn nộp hồ sơ: { $due }.
    .remedy = Thực hiện theo thời hạn đã thông báo.
refusal-deadline_too_near = Thời hạn phải được thông báo trước ít nhất một ngày làm việc
    .detail = Thời hạn sớm nhất là ngày { $earliest }.
    .remedy = Chọn thời hạn muộn hơn.

## Số lượng khen thưởng

refusal-quota_absent = Phải đặt số lượng khen thưởng trước
    .detail = Phong trào chưa có số lượng khen thưởng.
    .remedy = Đặt số lượng khen thưởng theo kế hoạch rồi làm tiếp.
refusal-quota_empty = Số lượng khen thưởng phải lớn hơn không
    .detail = Số lượng đã nêu không có chỗ nào cho tập thể hoặc cá nhân.
    .remedy = Nhập số lượng theo kế hoạch.
refusal-nothing_named = Phải nêu ít nhất một đơn vị hoặc khối
    .detail = Danh sách đã gửi không có mục nào.
    .remedy = Bổ sung ít nhất một mục.
refusal-unit_twice = Mỗi đơn vị chỉ được nêu một lần
    .detail = Đơn vị { $unit } xuất hiện hai lần.
    .remedy = Bỏ dòng trùng rồi gửi lại.
refusal-slot_holder_twice = Mỗi đơn vị hoặc khối chỉ được phân bổ một lần trong danh sách
    .detail = { $holder } xuất hiện hai lần.
    .remedy = Bỏ dòng trùng rồi gửi lại.
refusal-wrong_slot_holder = Số lượng tập thể phân bổ cho khối, số lượng cá nhân phân bổ cho đơn vị
    .detail = { $holder } không thể nhận số lượng { $kind }.
    .remedy = Chọn khối cho tập thể, đơn vị cho cá nhân.
refusal-unit_not_eligible = Chỉ đơn vị đủ điều kiện mới được đề nghị hoặc được phân bổ
    .detail = Đơn vị { $unit }, đối tượng: { $kind }; lý do: { $reason_code }.
    .remedy = Bổ sung kết quả của đơn vị rồi xác định lại đơn vị đủ điều kiện, nếu có căn cứ.
refusal-group_not_eligible = Khối phải có ít nhất một đơn vị đủ điều kiện
    .detail = Khối { $holder } không có đơn vị nào đủ điều kiện.
    .remedy = Phân bổ cho khối khác hoặc để lại phần chưa phân bổ.
refusal-quota_exceeded = Tổng phân bổ không được vượt số lượng khen thưởng
    .detail = Phân bổ { $allocated } { $kind }, số lượng khen thưởng là { $limit }.
    .remedy = Giảm số phân bổ rồi gửi lại.
refusal-slots_not_lowered = Phân bổ không được rút bớt suất đã giao
    .detail = { $holder } đã được giao { $granted } suất.
    .remedy = Giữ ít nhất số suất đã giao.
refusal-allocation_reason_missing = Phân bổ phải nêu lý do
    .detail = Chưa nêu lý do phân bổ.
    .remedy = Nêu lý do rồi gửi lại.

## Số liệu của năm

refusal-no_row = Bảng kết quả phải có ít nhất một dòng
    .detail = Bảng đã gửi không có dòng nào.
    .remedy = Bổ sung kết quả của ít nhất một đơn vị.
refusal-row_twice = Mỗi đơn vị chỉ có một dòng trong bảng
    .detail = Đơn vị { $unit } có hai dòng.
    .remedy = Bỏ dòng trùng rồi gửi lại.
refusal-result_unsound = Số liệu của một đơn vị không được mâu thuẫn
    .detail = Số liệu của { $unit } mâu thuẫn: số đã hoàn thành vượt số được giao, hoặc số đúng hạn vượt số đã hoàn thành.
    .remedy = Kiểm tra lại số liệu rồi gửi lại.
refusal-result_final = Kết quả chính thức không thay bằng kết quả tạm tính
    .detail = Kết quả của { $unit } đã là chính thức.
    .remedy = Gửi kết quả chính thức nếu có thay đổi.
refusal-rating_final = Xếp loại chính thức không thay bằng xếp loại tạm tính
    .detail = Xếp loại của người này đã là chính thức.
    .remedy = Gửi xếp loại chính thức nếu có thay đổi.
refusal-fact_day_ahead = Không ghi nhận số liệu của ngày chưa đến
    .detail = Ngày đã nêu: { $date }.
    .remedy = Sửa lại ngày.
refusal-about_oneself = Không ai xác nhận số liệu về chính mình
    .detail = Số liệu này là của chính người thực hiện.
    .remedy = Chuyển cho người khác của cơ quan xác nhận.
refusal-fact_recorded_otherwise = Văn bản đã ghi nhận không được ghi đè
    .detail = Văn bản số { $number } đã có với nội dung khác.
    .remedy = Đối chiếu với nội dung đã ghi nhận.
