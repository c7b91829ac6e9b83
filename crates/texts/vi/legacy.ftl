## Quyết định giấy của phong trào trước

command-register_legacy_decision = Nhập quyết định giấy của phong trào trước

event-decision-legacy_decision_registered = Nhập quyết định giấy số { $paper_number }/{ $paper_symbol } ngày { $paper_date } của { $paper_issuer }: { $collectives } tập thể, { $individuals } cá nhân
event-fact-legacy_award_recorded = Nhập từ quyết định giấy: { $award_form } ({ $award_level }) theo { $award_number } ngày { $award_date }

refusal-decision_made_on_paper = Quyết định giấy chỉ được nhập để tra cứu
    .detail = { $decision } là quyết định giấy của phong trào trước.
    .remedy = Việc sửa đổi, thu hồi quyết định này thực hiện trên giấy.
refusal-legacy_decision_registered_otherwise = Mỗi quyết định giấy chỉ nhập một lần
    .detail = { $decision } đã có với nội dung khác.
    .remedy = Kiểm tra lại mã quyết định.
refusal-legacy_campaign_runs_here = Quyết định của phong trào trên hệ thống không nhập như quyết định giấy
    .detail = Phong trào { $campaign } được thực hiện trên hệ thống.
    .remedy = Dự thảo, ký và cấp số theo trình tự của phong trào.
refusal-legacy_day_differs = Quyết định giấy được ghi vào đúng ngày của nó
    .detail = Ngày quyết định: { $date }. Ngày khai là ngày xảy ra: { $occurred_on }.
    .remedy = Khai ngày xảy ra đúng ngày ghi trên quyết định.
refusal-legacy_scan_missing = Nhập quyết định giấy phải kèm bản chụp
    .detail = Chưa nêu bản chụp nào.
    .remedy = Tải lên bản chụp quyết định và danh sách kèm theo.
refusal-legacy_award_twice = Mỗi đối tượng chỉ có một dòng trong danh sách
    .detail = Có đối tượng được nêu hai lần theo quyết định { $number }.
    .remedy = Bỏ dòng trùng.
