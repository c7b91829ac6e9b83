## Loại quyết định

word-grant = tặng giấy khen
word-supplementary_grant = tặng bổ sung
word-amend = sửa đổi
word-replace = thay thế
word-revoke = hủy bỏ

## Căn cứ hủy bỏ (Luật Thi đua, khen thưởng, Điều 93 khoản 2)

word-dishonest_declaration = kê khai không trung thực về thành tích
word-false_information_or_forged_dossier = cung cấp thông tin sai sự thật hoặc làm giả hồ sơ
word-procedure_violated = thẩm định, xét hoặc trình khen thưởng trái quy định
word-violation_concluded = có kết luận, bản án về vi phạm trong thời gian tính thành tích

## Số, chữ ký

word-khen = sổ của Khen
word-number_mistyped = nhập sai số
word-date_mistyped = nhập sai ngày
word-signature_voided = chữ ký bị hủy
word-news_of_awardee = có thông tin mới về người được khen
word-content_wrong = nội dung sai
word-signed_by_mistake = ký nhầm
word-own_office = đúng thẩm quyền
word-kt = ký thay (KT.)
word-tuq = thừa ủy quyền (TUQ.)
word-decision_replaced = quyết định được thay thế

## Lỗi hình thức

word-abstract = trích yếu
word-layout = thể thức, kỹ thuật trình bày
word-heading_place = địa danh

## Lệnh

command-void_number = Hủy số văn bản
command-void_signed_decision = Hủy chữ ký quyết định
command-issue_despite_hold = Cho ban hành dù đang tạm dừng
command-issue_formal_correction = Ban hành công văn đính chính
command-note_conduct = Ghi nhận sự việc
command-record_recall_confirmed = Ghi nhận xác nhận thu hồi
