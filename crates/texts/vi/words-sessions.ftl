## Phiên họp, người thay

word-full = Hội đồng toàn thể
word-written = lấy ý kiến bằng văn bản
word-full_council = Hội đồng toàn thể
word-written_consultation = lấy ý kiến bằng văn bản
word-tie_without_half = quy tắc ngang phiếu chỉ dùng cho đa số quá bán
word-size_unsound = số thành viên của Hội đồng phải được ghi, của đơn vị thì không
word-recused_eligible = người không tham gia biểu quyết không thể thuộc mẫu số
word-referred = chuyển Hội đồng toàn thể
word-open = biểu quyết công khai
word-secret = bỏ phiếu kín
word-paper = phiếu giấy
word-chair_recused = người chủ trì không tham gia, Phó Chủ tịch chủ trì
word-unanimous_secret = phiếu kín cùng một ý kiến nên lộ phiếu của mọi người
word-all_involved = mọi người trong đơn vị đều có liên quan
word-too_few_staff = đơn vị quá ít người để họp
command-send_consultation = Gửi phiếu lấy ý kiến
command-record_arrival = Ghi thành viên đến
command-record_departure = Ghi thành viên về
command-pull_item = Tách nội dung để biểu quyết riêng
command-refer_to_full_council = Chuyển Hội đồng toàn thể
command-record_votes = Ghi phiếu của các thành viên
command-record_written_opinion = Ghi ý kiến bằng văn bản
command-record_tally = Ghi kết quả kiểm phiếu
command-name_alternate_body = Cử nơi họp thay
command-name_alternate_signer = Cử người ký thay
