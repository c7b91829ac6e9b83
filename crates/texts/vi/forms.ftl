### Dạng viết của ngày, giờ, số tiền và số phiếu.

# Thông tin mà lời từ chối hoặc sự kiện không nêu.
absent = chưa rõ

# Dữ liệu cá nhân: khóa đã hủy, hoặc người đọc không được xem.
erased = (đã xóa)
withheld = (không hiển thị)

date-on-screen = { $day_padded }/{ $month_padded }/{ $year }
date-in-document = ngày { $day_padded } tháng { $month_in_document } năm { $year }
moment = { $hour } giờ { $minute } ngày { $date } (giờ Việt Nam)
money = { $amount } đồng

tally = { $tally_votes_for } tán thành, { $tally_votes_against } không tán thành{ $tally_abstained ->
    [0] { "" }
   *[other] , { $tally_abstained } ý kiến khác
}
