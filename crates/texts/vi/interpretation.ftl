### Diễn giải tiêu chuẩn: việc, sự kiện, từ ngữ và lý do từ chối.

command-interpret_criterion = Diễn giải tiêu chuẩn

word-no_score = năm xét không có điểm chỉ số
word-different_scales = hai năm dùng hai thang điểm khác nhau
word-no_prior_score = năm liền kề trước không có điểm chỉ số

event-campaign-criterion_interpreted = Diễn giải số { $number }: tiêu chuẩn { $criterion }, trường hợp { $situation } được kết luận { $finding }. Lý do: { $reason } ({ $document_title })

refusal-criterion_absent = Tiêu chuẩn phải có trong kế hoạch
    .detail = Kế hoạch không có tiêu chuẩn { $criterion }.
    .remedy = Chọn tiêu chuẩn đang áp dụng của phong trào.
refusal-nothing_to_interpret = Chỉ diễn giải trường hợp mà lời văn của tiêu chuẩn để ngỏ
    .detail = Tiêu chuẩn { $criterion } không để ngỏ trường hợp { $situation }.
    .remedy = Kết luận theo số liệu hoặc theo nhận xét của người thẩm định.
refusal-interpretation_open = Diễn giải phải kết luận đạt hoặc không đạt
    .detail = Diễn giải tiêu chuẩn { $criterion } chưa kết luận; không có việc miễn tiêu chuẩn.
    .remedy = Chọn đạt hoặc không đạt.
refusal-interpreted_otherwise = Các trường hợp giống nhau phải được đối xử như nhau
    .detail = Tiêu chuẩn { $criterion }, trường hợp { $situation }, đã có diễn giải số { $number }.
    .remedy = Áp dụng diễn giải đã có.
refusal-interpretation_reason_missing = Diễn giải phải nêu lý do
    .detail = Chưa có lý do.
    .remedy = Nêu lý do cho mọi đơn vị biết; không nêu tên người.
refusal-interpretation_elsewhere = Kết luận phải dẫn đúng diễn giải của tiêu chuẩn
    .detail = Diễn giải số { $number } không phải về tiêu chuẩn { $criterion }, dẫn cho { $nomination }.
    .remedy = Dẫn số của diễn giải về tiêu chuẩn này.
refusal-interpretation_unneeded = Chỉ dẫn diễn giải cho trường hợp để ngỏ
    .detail = Tiêu chuẩn { $criterion } của { $nomination } không cần diễn giải.
    .remedy = Kết luận theo số liệu, không dẫn diễn giải.
