### Mùa khen thưởng minh họa và bản dùng thử.

season-title = MÙA KHEN THƯỞNG MINH HỌA (DỮ LIỆU MINH HỌA)
season-folder = Thư mục dữ liệu: { $folder }
season-campaign = Phong trào { $campaign }, dừng ở bước: { $stop }
season-work = Đã thực hiện { $commands } lệnh qua API cho { $nominations } đề nghị trong { $seconds } giây
season-count = { $count } × { $state }
season-nominee = { $code } { $nomination } { $name }: { $state }
season-decision = Quyết định { $decision }: { $collective } tập thể, { $individual } cá nhân
season-prizes = Tiền thưởng theo quy định: { $collective } mỗi tập thể, { $individual } mỗi cá nhân, tổng cộng { $total }
season-as-it-must = Kết quả đúng như kịch bản.
season-people = Người dùng thử (DỮ LIỆU MINH HỌA); mã truy cập nằm trong các tệp:
season-desks = Việc đang chờ; dán từng dòng để xem:
season-desk = { $count } việc chờ { $role }, { $name } ({ $unit_name }):
season-one-nomination = Xem một hồ sơ, { $code }:
