## Giao ký thay, ủy quyền

role-deputy_signatory = Người ký thay, ký thừa ủy quyền
command-grant_delegation = Giao ký thay, ủy quyền
command-end_delegation = Kết thúc việc giao ký thay, ủy quyền

word-decide_presentation = quyết định tờ trình
word-sign_decision = ký quyết định
word-sign_certificates = ký giấy khen

event-org-delegation_granted = { $delegator } giao { $delegate } { $form } từ { $from } đến { $to }: { $acts }
event-org-delegation_ended = Kết thúc việc giao ký thay, ủy quyền, ngày cuối { $to }

refusal-delegation_absent = Văn bản giao ký thay, ủy quyền phải được ghi nhận trước
    .detail = Chưa có { $delegation }.
    .remedy = Văn phòng ghi nhận văn bản giao ký thay, ủy quyền của Chủ tịch.
refusal-delegation_without_acts = Văn bản giao ký thay, ủy quyền phải nêu phạm vi
    .detail = Chưa nêu việc nào được giao.
    .remedy = Nêu ít nhất một việc.
refusal-delegated_power = Người được giao không được giao lại cho người khác
    .detail = { $assignment } chỉ có quyền ký do được giao.
    .remedy = Chủ tịch giao trực tiếp cho người ký.
refusal-power_of_another = Chỉ người có thẩm quyền mới được giao quyền ký của mình
    .detail = Quyền ký của { $assignment } không thuộc người giao.
    .remedy = Nêu đúng phân công của người giao, hoặc ghi nhận thay cho người đó.
refusal-delegate_unfit = Chỉ giao cho người khác, được phân công ký thay và đang đương nhiệm
    .detail = { $assignment } không nhận được việc giao từ ngày { $day }.
    .remedy = Phân công vai trò ký thay trước, hoặc chọn người khác.
refusal-delegation_over = Việc giao ký thay, ủy quyền đã kết thúc
    .detail = { $delegation } đã kết thúc ngày { $last }.
    .remedy = Giao mới nếu cần.
refusal-delegation_not_extended = Kết thúc không kéo dài thời hạn giao
    .detail = { $delegation } có ngày cuối { $last }, trước ngày { $to }.
    .remedy = Giao mới cho thời gian sau ngày { $last }.
refusal-delegation_not_named = Người ký thay phải nêu văn bản giao
    .detail = { $assignment } chỉ được ký khi được giao, mà chưa nêu văn bản nào.
    .remedy = Nêu văn bản giao ký thay, ủy quyền.
refusal-delegated_to_another = Văn bản giao ký thay, ủy quyền là của người khác
    .detail = { $delegation } không giao cho { $assignment }.
    .remedy = Nêu đúng văn bản giao cho người ký.
refusal-delegation_not_in_force = Việc giao ký thay, ủy quyền phải còn hiệu lực vào ngày ký
    .detail = { $delegation } có hiệu lực từ { $from }{ $to_given ->
        [true] {" "}đến { $to }
       *[other] {""}
    }; ngày ký: { $day }.
    .remedy = Chủ tịch tự ký, hoặc có văn bản giao mới.
refusal-act_not_delegated = Việc này ngoài phạm vi được giao
    .detail = { $delegation } không gồm việc: { $wanted }.
    .remedy = Chủ tịch tự thực hiện, hoặc có văn bản giao đúng phạm vi.
refusal-delegator_not_in_office = Người giao phải đang giữ chức vụ
    .detail = Phân công { $assignment } của người giao không có hiệu lực ngày { $day }.
    .remedy = Người đương nhiệm giao lại.
