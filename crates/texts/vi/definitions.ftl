### Định nghĩa của cơ quan, con người và phong trào: ý nghĩa, sai sót, điều bất thường.

## Sai sót: là gì và sửa thế nào

definition-unreadable = không đọc được: sửa chỗ này theo lời báo [{ $message }]
definition-unknown-key = khóa lạ: sửa tên khóa theo danh sách, hoặc xóa [{ $message }]
definition-missing-key = thiếu một khóa: thêm khóa này vào [{ $message }]
definition-unknown-value = giá trị ngoài danh sách: chọn một giá trị trong danh sách [{ $message }]
definition-wrong-type = sai kiểu giá trị: sửa theo kiểu yêu cầu; ngày và chữ đặt trong ngoặc kép [{ $message }]
definition-duplicate-key = khóa khai báo hai lần: xóa một [{ $message }]
definition-ledger-slug = mã sổ cái «{ $slug }» không hợp lệ: chỉ dùng chữ thường không dấu, chữ số và dấu -
definition-twice = «{ $word }» đã khai báo ở trên: xóa hoặc đổi một trong hai
definition-second-authority = đã có một cơ quan ban hành: mỗi lần chỉ nạp một định nghĩa cơ quan
definition-day-of-another-year = ngày { $day } không thuộc năm { $year }: chuyển sang lịch của năm đó
definition-holiday-on-weekend = ngày nghỉ { $day } rơi vào thứ Bảy, Chủ nhật: xóa ngày này
definition-worked-weekday = ngày làm bù { $day } là ngày làm việc bình thường: xóa ngày này
definition-unverified-is-cited = «{ $name }» chưa được xác minh: xóa số, ngày của văn bản, hoặc xác minh rồi xóa khóa unverified
definition-not-seen-anywhere = «{ $name }» chưa có nơi đã đọc: thêm khóa seen_at, hoặc đặt unverified = true
definition-ends-before-it-starts = ngày hết hiệu lực { $to } trước ngày bắt đầu { $from }: sửa một trong hai ngày
definition-unknown-unit = đơn vị «{ $slug }» không có trong định nghĩa cơ quan: sửa mã, hoặc thêm vào [[units]] hay [[bodies]]
definition-unknown-instrument = văn bản «{ $instrument }» không có trong định nghĩa cơ quan: sửa mã, hoặc thêm vào [[regimes]] hay [[base_wages]]
definition-unknown-document = căn cứ «{ $name }» không có trong [documents]: sửa tên, hoặc thêm vào [documents]
definition-no-default = thiếu khóa { $key }: thêm vào đây, hoặc thêm vào [defaults]
definition-role-not-granted = vai trò «{ $slug }» không giao cho ai: chọn vai trò khác
definition-empty-quota = số lượng 0 tập thể và 0 cá nhân thì không ai được khen thưởng: ghi số lượng của kế hoạch
definition-quota-text = lời của kế hoạch trong khóa text không nêu { $collective } tập thể và { $individual } cá nhân: sửa lời hoặc sửa số
definition-no-criterion = chưa có tiêu chuẩn nào cho { $kind }: thêm vào [[criteria]]
definition-rules-unsound = quy tắc biểu quyết của { $gate } không thực hiện được ({ $flaw }): sửa quy tắc
definition-decision-symbol = ký hiệu của quyết định có { $chars } ký tự: cần từ 1 đến { $chars_max } ký tự
definition-blank = khóa { $key } để trống: ghi nội dung

## Giải thích phong trào

definition-plan-section = Kế hoạch
definition-timetable-section = Thời gian
definition-scope-section = Đối tượng
definition-quota-section = Hình thức và số lượng
definition-criteria-section = Tiêu chuẩn đối với { $kind }
definition-rules-section = Quy tắc của các bước
definition-dossier-section = Hồ sơ
definition-prize-section = Tiền thưởng
definition-error-section = Sai sót phải sửa
definition-warning-section = Điều cần xem lại

definition-campaign = { $campaign }: “{ $title }”
definition-issuer = Ban hành: { $issuer }; người ký: { $signer }
definition-plan-document = Số, ký hiệu: { $symbol_given ->
    [true] { $symbol }
   *[other] để trống
 }; ngày: { $date_given ->
    [true] { $date }
   *[other] để trống
 }
definition-legal-basis = Căn cứ: { $title }
definition-year = Năm lập thành tích: { $year }
definition-deadline = Hạn nộp hồ sơ: thông báo sau khi phân bổ, trước ít nhất 1 ngày làm việc
definition-agenda = Họp Thường trực Hội đồng: gửi danh sách trước ít nhất { $days } ngày làm việc
definition-recording = Cuộc họp và chữ ký trên giấy: ghi vào hệ thống trong { $days } ngày làm việc
definition-terms = Thời hạn (ngày làm việc): tiếp nhận { $intake_days }, thẩm định { $review_days }, Chủ tịch quyết định { $chairman_days }, trả lời vướng mắc { $feedback_days }, kiến nghị về kết quả { $objection_days }, gửi hồ sơ khi được gọi từ danh sách dự phòng { $promotion_days }, chi tiền thưởng { $payout_days }
definition-supplements = Bổ sung hồ sơ khi thẩm định: nhiều nhất { $rounds } lần, mỗi lần ít nhất { $days } ngày làm việc
definition-quota = Nhiều nhất { $collective } tập thể và { $individual } cá nhân
definition-criterion = { $criterion }. { $text }
definition-criterion-check = Cách xét: { $how }. Minh chứng: { $evidence }
definition-check-finding = người thẩm định nhận xét đạt hay không đạt
definition-check-committed_tasks_done = số nhiệm vụ đã cam kết hoàn thành bằng số đã cam kết, và có cam kết
definition-check-planned_tasks_done = số nhiệm vụ theo kế hoạch hoàn thành bằng số được giao, và có giao
definition-check-initiative_or_finding = có số quyết định công nhận sáng kiến, hoặc người thẩm định nhận xét có thành tích tương đương
definition-check-no_leader_disciplined = không lãnh đạo chủ chốt nào của đơn vị bị kỷ luật trong năm, đến ngày ký
definition-check-score_rose = điểm năm nay cao hơn năm liền kề trước, cùng thang điểm; bằng điểm là không đạt
definition-check-rated_good = được xếp loại từ hoàn thành tốt nhiệm vụ trở lên
definition-unit-rules = Họp đơn vị: ít nhất { $quorum } số người của đơn vị; { $at_least ->
    [true] ít nhất { $share }
   *[other] { $is_half ->
        [true] quá nửa
       *[other] trên { $share }
    }
 } { $denominator } tán thành; { $has_tie ->
    [true] ngang phiếu: { $tie }; { "" }
   *[other] { "" }
 }mỗi đề nghị ít nhất { $eligible_min } người được biểu quyết
definition-standing-rules = Thường trực Hội đồng, { $members } thành viên: ít nhất { $quorum } có mặt; { $at_least ->
    [true] ít nhất { $share }
   *[other] { $is_half ->
        [true] quá nửa
       *[other] trên { $share }
    }
 } { $denominator } tán thành; { $has_tie ->
    [true] ngang phiếu: { $tie }; { "" }
   *[other] { "" }
 }mỗi đề nghị ít nhất { $eligible_min } người được biểu quyết
definition-full-rules = Hội đồng toàn thể, { $members } thành viên: ít nhất { $quorum } có mặt; { $at_least ->
    [true] ít nhất { $share }
   *[other] { $is_half ->
        [true] quá nửa
       *[other] trên { $share }
    }
 } { $denominator } tán thành; { $has_tie ->
    [true] ngang phiếu: { $tie }; { "" }
   *[other] { "" }
 }mỗi đề nghị ít nhất { $eligible_min } người được biểu quyết
definition-written-rules = Lấy ý kiến bằng văn bản { $members } thành viên trong { $days } ngày làm việc: ít nhất { $quorum } trả lời; { $at_least ->
    [true] ít nhất { $share }
   *[other] { $is_half ->
        [true] quá nửa
       *[other] trên { $share }
    }
 } { $denominator } tán thành; { $has_tie ->
    [true] ngang phiếu: { $tie }; { "" }
   *[other] { "" }
 }mỗi đề nghị ít nhất { $eligible_min } người được biểu quyết
definition-prize-rule = Theo { $instrument }: tập thể { $collective }, cá nhân { $individual } lần mức lương cơ sở; { $rounding }
definition-prize-amounts = Ban hành từ { $from } (lương cơ sở { $base_wage }): tập thể { $collective }, cá nhân { $individual }; đủ số lượng là { $total }
definition-prize-unknown = Theo { $instruments }; để tính ra tiền, thêm --authority với tệp định nghĩa cơ quan

## Điều bất thường

definition-plan-undated = số hoặc ngày của kế hoạch để trống
definition-no-legal-basis = kế hoạch không nêu căn cứ
definition-no-recipient = kế hoạch không nêu nơi nhận
definition-unused-criteria = có tiêu chuẩn cho { $kind } nhưng số lượng là 0
definition-no-exclusion = không có tiêu chuẩn loại trừ tập thể có lãnh đạo chủ chốt bị kỷ luật
definition-no-evidence = tiêu chuẩn { $criterion } không nêu minh chứng
definition-dossier-parts = hồ sơ có { $parts } thành phần; hệ thống nhận ba: tờ trình, trích biên bản, báo cáo thành tích
definition-small-quorum = { $gate }: { $quorum } số người là chưa đến quá nửa
definition-lone-voter = { $gate }: một người cũng quyết định được
definition-no-agenda-time = danh sách có thể gửi ngay trong ngày họp
definition-long-recording = cuộc họp có thể ghi vào hệ thống chậm đến { $days } ngày làm việc
definition-no-regime = không có mức tiền thưởng nào đang có hiệu lực trong năm { $year }
definition-unverified-law = { $instrument }: { $values } chưa được đối chiếu với văn bản, dùng để tính nhưng không viện dẫn. { $note }

definition-sound = Không có sai sót; { $warnings } điều cần xem lại.
definition-unsound = { $errors } sai sót phải sửa trước khi nạp.
