### Yêu cầu không thực hiện được, chưa xét đến quy tắc nghiệp vụ.

problem-malformed = Không đọc được yêu cầu
    .detail = Nội dung yêu cầu không đúng dạng. Hãy sửa theo chỗ được nêu rồi gửi lại.
problem-invalid-parameter = Tham số không hợp lệ
    .detail = Có tham số bị thiếu, bị lặp hoặc không đúng dạng. Hãy sửa theo từng tham số được nêu rồi gửi lại.
problem-not-acceptable = Không có định dạng được yêu cầu
    .detail = Dữ liệu ở đây không được cấp theo định dạng ghi ở Accept. Các định dạng được cấp: { $available }.
problem-no-key = Yêu cầu thiếu khóa chống lặp
    .detail = Mỗi lệnh phải mang một khóa riêng (Idempotency-Key) để không bị ghi hai lần. Hãy thêm khóa rồi gửi lại.
problem-unauthenticated = Chưa xác định được người gửi
    .detail = Mã truy cập bị thiếu, đã hết hạn hoặc đã bị thu hồi. Hãy gửi mã còn hiệu lực ở Authorization: Bearer, hoặc xin cấp mã mới.
problem-forbidden = Không có quyền
    .detail = Phân công hiện tại không cho phép việc này. Hãy dùng phân công khác hoặc liên hệ người có thẩm quyền.
problem-not-found = Không tìm thấy
    .detail = Không có mục hoặc địa chỉ này, hoặc người gửi không được biết đến nó. Hãy kiểm tra lại địa chỉ và mã trong đó; các địa chỉ được nêu ở /openapi.json.
problem-conflict = Nhiều người cùng ghi một lúc
    .detail = Yêu cầu đã được thử lại nhiều lần nhưng luôn có thay đổi khác đến trước. Chưa có gì được ghi; hãy gửi lại với cùng khóa.
problem-stale = Hồ sơ đã thay đổi
    .detail = Phiên bản mà người gửi đã xem không còn là mới nhất. Chưa có gì được ghi; hãy tải lại, đọc thay đổi rồi quyết định.
problem-key-reused = Khóa chống lặp đã dùng cho yêu cầu khác
    .detail = Cùng một khóa nhưng nội dung khác. Hãy dùng khóa mới cho yêu cầu mới.
problem-unknown-document = Chưa có tài liệu này
    .detail = Tài liệu mà yêu cầu nêu chưa được tải lên, hoặc đã được tải lên với dung lượng hay định dạng khác. Hãy tải lên trước, hoặc nêu đúng dung lượng và định dạng mà hệ thống đã trả lời, rồi gửi lại.
problem-document-truncated = Tài liệu chưa đến đủ
    .detail = Tệp bị đứt trên đường truyền hoặc đã hỏng từ trước: phần đầu đúng định dạng nhưng không có phần kết. Không có gì được lưu; hãy mở thử tệp gốc rồi tải lên lại.
problem-document-too-large = Tài liệu quá lớn
    .detail = Tài liệu, hoặc nội dung sau khi giải nén của nó, vượt quá giới hạn { $max_bytes } byte. Không có gì được lưu; hãy quét ở độ phân giải thấp hơn hoặc tách tài liệu.
problem-document-mislabelled = Nội dung tài liệu không đúng định dạng đã khai
    .detail = Content-Type { $announced_type ->
        [none] không được khai
       *[other] khai là { $announced_type }
    }, nội dung tệp { $found_type ->
        [unknown] không thuộc định dạng nào được nhận
       *[other] là { $found_type }
    }. Không có gì được lưu; hãy gửi đúng định dạng của tệp. Các định dạng được nhận: { $accepted }.
problem-document-repeated = Tài liệu này đã được tải lên
    .detail = Nội dung này đã được lưu trước đó (SHA-256 { $sha256 }) và không được lưu thêm lần nữa. Hãy dẫn chiếu tài liệu đó bằng sha256, media_type và size nêu ở facts.
problem-unknown-person = Chưa có người này
    .detail = Yêu cầu nêu một người chưa có trong danh bạ. Hãy ghi nhận người đó trước, hoặc tìm mã của người đó ở /api/v1/people.
problem-erased = Dữ liệu cá nhân đã được xóa
    .detail = Dữ liệu của người này đã được xóa vĩnh viễn theo yêu cầu hợp pháp, không thể ghi thêm hoặc đọc lại.
problem-rate-limited = Quá nhiều yêu cầu
    .detail = Hãy chờ theo thời gian nêu ở Retry-After rồi gửi lại.
problem-unavailable = Tạm thời không phục vụ được
    .detail = Hệ thống chưa trả lời được. Hãy gửi lại sau ít phút với cùng khóa; lệnh đã ghi sẽ không bị ghi lần nữa.
problem-rows-behind = Số liệu đang được cập nhật
    .detail = Bảng tra cứu chưa đến vị trí được yêu cầu. Việc đã ghi không bị mất; hãy hỏi lại sau giây lát.
problem-cursor-ahead-of-log = Vị trí được yêu cầu chưa tồn tại
    .detail = Yêu cầu nêu vị trí { $position } nhưng sổ sự kiện mới có { $log_size } sự kiện. Hãy gửi vị trí mà hệ thống đã trả lời; nếu đúng là số đó thì sổ đã bị quay lui hoặc gửi nhầm cơ quan: hãy báo cho quản trị hệ thống, không bắt đầu lại từ 0.
problem-foreign-consumer = Tên bản sao thuộc bên khác
    .detail = Bên nhận khác của sổ này đã dùng tên này để xác nhận. Hãy đặt tên khác cho bản sao này.
problem-too-many-consumers = Quá nhiều bản sao
    .detail = Mỗi bên nhận có tối đa { $max } bản sao của một sổ. Hãy tiếp tục với một bản sao đã có, hoặc đề nghị quản trị xóa bản sao không dùng nữa.
problem-consumer-moved = Bản sao không còn ở vị trí đã xem
    .detail = Vị trí của bản sao không khớp với If-Match. Chưa có gì thay đổi; hãy hỏi lại vị trí rồi quyết định.
problem-ack-regression = Trước đây đã xác nhận nhiều hơn
    .detail = Bản sao này đã xác nhận nhận đủ { $expected } sự kiện và xác nhận đó vẫn giữ nguyên. Nếu bản sao mất sự kiện, đừng tiếp tục với tên này: hãy tìm nguyên nhân, rồi đề nghị quản trị xóa tên trước khi nhận lại từ đầu.
problem-root-mismatch = Mã gốc không phải của sổ này
    .detail = Mã gốc của { $next } sự kiện đầu tiên ở đây là { $expected }. Bên tính ra mã khác đang giữ sự kiện không phải của sổ này, hoặc sổ đã bị sửa: hãy giữ nguyên bản sao và báo động cho quản trị hệ thống cùng đơn vị đồng ký niêm phong.
problem-integrity-halt = Sổ sự kiện này đang tạm dừng
    .detail = Nội dung sổ không khớp với những gì đã được ký xác nhận trước đây: đã có { $last_witnessed_size } sự kiện. Sổ đã bị phục hồi từ bản sao lưu cũ hoặc bị sửa. Từ { $since } không ghi thêm và không xuất dữ liệu của sổ này; sổ của các cơ quan khác vẫn hoạt động. Hãy báo cho quản trị hệ thống, không gửi lại trước khi sổ được khôi phục.
problem-read-only = Hệ thống tạm thời chỉ cho đọc
    .detail = Hệ thống đang bảo trì hoặc đang chuyển máy chủ dữ liệu: việc xem và xuất dữ liệu vẫn bình thường, nhưng chưa nhận lệnh. Chưa có gì được ghi. Hãy gửi lại sau, với cùng khóa chống lặp.
problem-not-sealed = Sổ chưa được niêm phong
    .detail = Nội dung được hỏi chưa được niêm phong. Hãy hỏi lại sau giây lát; nếu vẫn vậy, báo cho quản trị.
problem-evidence-too-large = Hồ sơ quá lớn cho một gói bằng chứng
    .detail = Hồ sơ và những gì hồ sơ viện dẫn vượt quá giới hạn của một gói. Hãy dùng `khen pull` để lấy toàn bộ sổ.
problem-foreign-checkpoint = Điểm niêm phong không phải của nhật ký này
    .detail = Nội dung gửi kèm không phải là điểm niêm phong do nhật ký { $origin } ký. Hãy gửi đúng bản đã lấy từ nhật ký này, nguyên vẹn, hoặc bỏ nó ra.
problem-checkpoint-forked = Nhật ký có hai lịch sử
    .detail = Nhật ký đã ký mã gốc { $root } cho { $size } sự kiện đầu tiên, nhưng đó không phải là phần đầu của những gì nhật ký đang ký. Chỉ người giữ khóa mới ký được cả hai: hãy giữ điểm niêm phong này làm bằng chứng và báo động cho quản trị hệ thống cùng đơn vị đồng ký niêm phong.
problem-checkpoint-ahead = Nhật ký đã bị quay lui
    .detail = Nhật ký đã ký cho { $size } sự kiện, nhưng hiện chỉ niêm phong { $sealed_size } sự kiện. Hãy giữ điểm niêm phong này làm bằng chứng và báo động cho quản trị hệ thống.
problem-too-large = Yêu cầu quá lớn
    .detail = Nội dung vượt quá giới hạn { $max_bytes } byte. Hãy chia nhỏ hoặc giảm dung lượng tài liệu.
problem-unsupported-media-type = Không đọc được định dạng này
    .detail = Nội dung, hoặc định dạng ghi ở Content-Type, không được nhận ở đây. Các định dạng được nhận: { $accepted }.
problem-method-not-allowed = Thao tác không áp dụng được
    .detail = Địa chỉ này có, nhưng không nhận thao tác đã gửi. Hãy xem các thao tác nêu ở Allow.
problem-internal = Lỗi của hệ thống
    .detail = Đã xảy ra lỗi ngoài dự kiến và đã được ghi nhận. Hãy báo cho quản trị hệ thống kèm mã yêu cầu.
