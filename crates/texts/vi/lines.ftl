### Điều dòng lệnh nói với người dùng, ngoài những gì máy chủ đã trả lời.

line-recorded = Đã ghi nhận: { $command }.
line-nothing-new = Không có gì mới để ghi, việc này đã được ghi trước đó: { $command }.
line-hold-lift-asked = Đây mới là đề nghị, việc tạm dừng vẫn còn hiệu lực; cần người thứ hai ghi cùng kết quả bằng khen hold lift.
line-hold-stands = Tạm dừng có hiệu lực đến khi được gỡ; xem lại chậm nhất ngày { $day }.
line-waits-for = Đang chờ: { $who }
line-since = chờ từ { $since }
line-due = hạn { $due }
line-late = quá hạn từ { $due }
line-escalates = còn { $left } ngày làm việc, quá hạn sẽ báo { $who }
line-escalated = trễ { $late } ngày làm việc, báo { $who }
line-kinds = { $collective } tập thể, { $individual } cá nhân
line-places = { $kind }: số lượng { $limit }, đã phân bổ { $allocated }, chưa phân bổ { $reserve }
line-places-used = Chủ tịch đã duyệt { $approved }, đã ký { $consumed }, còn { $free }
line-slots = được phân bổ { $granted }
line-slots-taken = đã dùng { $taken }, còn { $free }
line-fund = Quỹ năm { $year }: thu { $credited } đồng, đã giữ chi { $committed }, đã chi { $paid }, còn { $available }
line-money = { $amount } đồng
line-nothing-waits = Không có việc nào đang chờ ông, bà.
line-nothing-found = Không có gì để hiển thị.
line-no-answer = Máy chủ { $url } không trả lời.
    .detail = Việc này chưa được gửi đi. Kiểm tra địa chỉ (--url) và đường truyền rồi thử lại.
line-untrusted = Không tin được chứng thư của máy chủ { $url }.
    .detail = Chưa gửi gì đi. Kiểm tra lại địa chỉ. Chỉ chứng thư mà hệ điều hành tin mới được chấp nhận; đặt SSL_CERT_FILE trỏ tới tệp (PEM) có chứng thư khác.
line-unclear = Không nhận được câu trả lời đọc được của máy chủ { $url }.
    .detail = Chưa rõ lệnh đã được ghi hay chưa; gửi lại cùng một khóa thì không ghi lần thứ hai.
line-repeat-with = Khi lặp lại đúng dòng lệnh này, thêm --key { $key }.
line-no-token = Chưa có mã truy cập.
    .detail = Chỉ tệp chứa mã bằng --token-file hoặc KHEN_TOKEN_FILE, hoặc đặt mã vào KHEN_TOKEN. Quản trị viên cấp mã bằng khen token issue.
line-two-tokens = Có cả mã truy cập lẫn tệp chứa mã.
    .detail = Bỏ một trong hai: --token (KHEN_TOKEN) hoặc --token-file (KHEN_TOKEN_FILE).
line-token-and-client = Vừa có mã truy cập, vừa có chương trình tự xin mã truy cập.
    .detail = Hãy bỏ một trong hai: --token hoặc --token-file (KHEN_TOKEN, KHEN_TOKEN_FILE), hoặc --client (KHEN_CLIENT).
line-no-access = Máy chủ { $url } không cấp mã truy cập
    .detail = Máy chủ trả lời: { $reason }
line-unreadable = Không đọc được { $file }.
    .detail = Lý do: { $reason }.
line-unwritable = Không ghi được { $file }.
    .detail = Lý do: { $reason }.
line-unknown-file = Không nhận loại tệp của { $file }.
    .detail = Các loại được nhận: { $accepted }.
line-nobody = Không tìm thấy ai theo { $asked }.
    .detail = Ghi họ tên, chức vụ, tên vai trò hoặc mã; xem khen people.
line-several = Có nhiều người theo { $asked }.
    .detail = Ghi rõ hơn, hoặc ghi mã ở đầu một trong các dòng sau.
line-no-finding = Tiêu chí { $asked } chưa có kết quả trong dòng lệnh này.
    .detail = Ghi kết quả của tiêu chí đó cùng với ghi chú hoặc minh chứng.
line-no-vote = Không đọc được phiếu { $asked }.
    .detail = Ghi NGƯỜI=PHIẾU, rồi ,MÃ HỒ SƠ=PHIẾU cho từng hồ sơ có phiếu khác.
line-no-unit = Phân công này không thuộc đơn vị nào.
    .detail = Ghi đơn vị bằng --unit.
line-more-rows = Sổ còn tiếp: gọi lại với --after { $after } để lấy phần sau.
line-pulled = { $ledger }: đã lưu { $kept } trên { $log_size } sự kiện.
line-received = { $profile ->
        [so_noi_vu_v1] Sở
       *[other] Bản sao
    } đã nhận đến sự kiện số { $position } lúc { $at } ({ $consumer })
line-received-nothing = { $profile ->
        [so_noi_vu_v1] Sở
       *[other] Bản sao
    } chưa nhận sự kiện nào, báo lúc { $at } ({ $consumer })
line-documents-kept = { $ledger }: lưu thêm { $kept } tài liệu.
line-rolled-back = BÁO ĐỘNG: { $ledger } không còn đủ { $kept } sự kiện của bản sao này; máy chủ báo có { $log_size }.
    .detail = Máy chủ đã bị quay lui, hoặc đây là sổ khác. Bản sao ở đây không bị thay đổi. Hãy báo cho quản trị hệ thống của cả hai bên và giữ bản sao này: có thể đó là bản duy nhất của phần bị mất. Không bắt đầu lại từ 0.
line-forked = BÁO ĐỘNG: { $ledger } có hai lịch sử: nhật ký đã ký cho { $size } sự kiện khác với sự kiện của bản sao này.
    .detail = Sự kiện và xác nhận đã ký gần nhất ở đây được giữ nguyên. Các xác nhận đã ký nằm trong { $evidence }: hãy giữ chúng cùng bản sao này và báo cho quản trị hệ thống của cả hai bên; người giữ khóa của nhật ký phải giải trình về cả hai.
line-damaged = BÁO ĐỘNG: dữ liệu nhận của { $ledger } không đúng như đã ghi: { $reason }.
    .detail = Không lưu gì của phần này. Có gì đó trên đường truyền sửa nội dung, hoặc máy chủ bị hỏng; hãy báo cho quản trị hệ thống của cả hai bên.
line-unsigned = BÁO ĐỘNG: trang của { $ledger } từ vị trí { $position } không mang chữ ký của khóa xuất dữ liệu.
    .detail = Không lưu gì của trang này; nội dung nhận được mô tả trong { $evidence }. Có gì đó trên đường truyền sửa nội dung, hoặc cơ quan ký bằng khóa chưa công bố: hãy đối chiếu khóa với bản đã thông báo bằng giấy.
line-unlisted = BÁO ĐỘNG: máy chủ không còn liệt kê { $ledger }.
    .detail = Sổ bị dừng, hoặc token không còn quyền đọc sổ này. Bản sao được giữ nguyên và được nối tiếp khi sổ được liệt kê lại. Hãy hỏi quản trị hệ thống của cơ quan lý do.
line-new-export-key = LƯU Ý: { $ledger } nay được ký bằng khóa xuất dữ liệu khác, { $key_id }.
    .detail = Tài liệu dịch vụ nêu khóa này, và nhật ký vẫn ký cho các sự kiện của bản sao này bằng khóa đã biết. Khóa đã được thêm vào { $file }: hãy đối chiếu với thông báo của cơ quan, và xóa dòng của khóa bị lộ.
