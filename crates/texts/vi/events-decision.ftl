## Quyết định: thu hồi chữ ký, số; đính chính; quyết định sau

event-decision-number_voided = Hủy số { $number }/{ $symbol } ngày { $date } ({ $reason_code }); số này không cấp lại
event-decision-signature_voided = Chủ tịch hủy chữ ký trước khi ban hành ({ $reason_code })
event-decision-formal_correction_issued = Công văn đính chính { $letter_no } ngày { $date }: { $corrects }
event-decision-later_decision_issued = Ban hành quyết định { $decision } ({ $kind }){ $is_ended ->
    [true] ; quyết định này hết hiệu lực
   *[other] ; quyết định này vẫn còn hiệu lực
}
event-decision-recall_confirmed = { $recipient } xác nhận đã trả lại hoặc hủy văn bản thu hồi, ngày { $confirmed_on }
event-number_register-number_voided = Hủy số { $number } của quyết định { $decision } ({ $reason_code })

## Đề nghị: trước khi ban hành và sau khi khen thưởng

event-nomination-signature_voided = Chữ ký quyết định { $decision } bị hủy; ý kiến đồng ý của Chủ tịch vẫn còn
event-nomination-issue_despite_hold_recorded = Chủ tịch cho ban hành dù đang tạm dừng xem xét. Lý do: { $reason }
event-nomination-amendment_drafted = Dự thảo quyết định { $decision } sửa thông tin khen thưởng thành: { $details_name }{ $details_title_given ->
    [true] , { $details_title }
   *[other] {""}
}
event-nomination-award_amended = Quyết định { $number }/{ $symbol } ngày { $date } ({ $kind }){ $details_name_given ->
    [true] {" "}ghi lại thông tin khen thưởng: { $details_name }
   *[other] ; thông tin khen thưởng giữ nguyên
}
event-nomination-award_revoked = Quyết định { $number }/{ $symbol } ngày { $date } hủy khen thưởng. Căn cứ: { $ground }
event-nomination-conduct_noted = Ghi nhận sự việc từ { $conduct_from } đến { $conduct_until }; tự nó không làm mất khen thưởng. Ghi chú: { $note }

## Số lượng

event-quota-consumption_voided = Chữ ký bị hủy: chỗ { $kind } của { $nomination } trở lại trạng thái được đồng ý
