## Giải thể, sáp nhập đơn vị

command-dissolve_unit = Ghi nhận đơn vị giải thể, sáp nhập

event-org-unit_dissolved = Đơn vị kết thúc hoạt động, ngày cuối { $on }; tiếp nhận: { $successors }
event-org-unit_succeeded = Tiếp nhận nhiệm vụ của { $predecessor }

refusal-unit_over = Đơn vị chỉ kết thúc một lần, không muộn hơn ngày cuối đã ghi
    .detail = { $unit } có ngày cuối { $last }.
    .remedy = Đối chiếu với văn bản sắp xếp đơn vị.
refusal-successor_unfit = Đơn vị tiếp nhận phải là đơn vị khác, đang hoạt động vào ngày kế tiếp
    .detail = { $successor } không tiếp nhận được từ ngày { $day }.
    .remedy = Thành lập đơn vị tiếp nhận trước, hoặc nêu đơn vị khác.

## Điều động; cơ quan chấm dứt hoạt động; chuyển giao phong trào

command-move_person = Ghi nhận điều động sang đơn vị khác
command-end_authority = Ghi nhận ngày cuối của cơ quan ban hành
command-transfer_campaign = Chuyển giao phong trào
command-close_campaign_by_reorganisation = Kết thúc phong trào do sắp xếp tổ chức

event-org-person_moved = Chuyển công tác đến { $to } từ ngày { $from }
event-org-authority_ended = Cơ quan ban hành kết thúc hoạt động, ngày cuối { $on }
event-campaign-campaign_transferred = Chuyển giao phong trào cho { $to }
event-campaign-campaign_closed_by_reorganisation = Kết thúc phong trào do sắp xếp tổ chức, theo { $document_title }

word-transferred = đã chuyển cho cơ quan tiếp nhận

refusal-authority_over = Cơ quan ban hành chỉ kết thúc một lần, không muộn hơn ngày cuối đã ghi
    .detail = Ngày cuối đã ghi là { $last }.
    .remedy = Đối chiếu với văn bản sắp xếp đơn vị hành chính.
refusal-unit_not_there = Chỉ chuyển công tác đến đơn vị đang hoạt động
    .detail = { $unit } không hoạt động vào ngày { $day }.
    .remedy = Chọn đơn vị khác, hoặc đối chiếu ngày trong quyết định điều động.
refusal-moved_later = Việc điều động được ghi theo thứ tự thời gian
    .detail = Lần điều động gần nhất có hiệu lực từ { $last }.
    .remedy = Nêu ngày sau ngày đó.
refusal-works_there = Người này đã thuộc đơn vị đó
    .detail = Đơn vị hiện tại: { $unit }.
    .remedy = Không cần ghi thêm.
refusal-issuer_over = Phong trào phải được chuyển giao trước khi cơ quan ban hành kết thúc
    .detail = Ngày cuối của cơ quan là { $last }.
    .remedy = Kết thúc phong trào do sắp xếp tổ chức.
refusal-issuer_goes_on = Chưa ghi nhận ngày cuối của cơ quan ban hành
    .detail = Chưa có văn bản nào cho biết cơ quan ban hành kết thúc hoạt động.
    .remedy = Ghi nhận ngày cuối của cơ quan trước.
refusal-campaign_closed = Phong trào đã kết thúc
    .detail = { $campaign } kết thúc ngày { $date }.
    .remedy = Không cần kết thúc lần nữa.
refusal-current_unit_unheard = Đơn vị nơi người được đề nghị đang công tác phải được hỏi ý kiến
    .detail = { $nomination }: người được đề nghị nay thuộc { $unit }; đơn vị này chưa được hỏi hoặc chưa trả lời mà còn hạn.
    .remedy = Xin ý kiến của đơn vị đó, ghi đúng tên đơn vị; chờ trả lời hoặc hết hạn.
