### Mỗi sự kiện một dòng, cho lịch sử hồ sơ.
###
### `.without_tally`: lời khi người đọc chưa được biết số phiếu.

## Danh bạ

event-org-authority_established = Ghi nhận cơ quan ban hành { $name }, hiệu lực từ { $valid_from }
event-org-calendar_set = Đặt lịch năm { $year }: { $holidays_count } ngày nghỉ, { $worked_count } ngày làm bù
event-org-unit_established = Ghi nhận đơn vị { $name } ({ $kind }, { $staff } người) từ { $valid_from }
event-org-person_registered = Ghi nhận { $category } { $name }, công tác tại { $unit }
event-org-assignment_granted = Phân công { $role } ({ $title }) từ { $from }
event-org-assignment_ended = Kết thúc phân công, ngày cuối { $to }

## Căn cứ pháp lý

event-legal_basis-regime_recorded = Ghi nhận mức tiền thưởng theo { $document_title }: cá nhân { $coefficients_individual_bp } %, tập thể { $coefficients_collective_bp } % lương cơ sở, { $coefficients_rounding }, từ { $valid_from }
event-legal_basis-base_wage_recorded = Ghi nhận lương cơ sở { $amount } đồng từ { $valid_from }

## Phong trào

event-campaign-plan_registered = Đăng ký kế hoạch “{ $plan_title }” của { $plan_issuer }
event-campaign-criteria_version_published = Công bố tiêu chuẩn phiên bản { $version }: { $criteria_count } tiêu chuẩn
event-campaign-gate_rules_set = Đặt quy tắc của các bước: chương trình phiên họp gửi trước { $rules_agenda_days } ngày làm việc, ghi nhận chậm nhất { $rules_recording_days } ngày làm việc
event-campaign-campaign_launched = Phát động phong trào ngày { $date }
event-campaign-deadline_announced = Thông báo thời hạn nộp hồ sơ: { $due }
event-campaign-deadline_extended = Gia hạn nộp hồ sơ đến { $due } cho mọi đơn vị ({ $cause }): { $reason }
event-campaign-plan_amended = Sửa đổi kế hoạch theo { $document_title }
event-campaign-rollout_confirmed = { $unit } xác nhận đã triển khai kế hoạch đến toàn thể cán bộ
event-campaign-reminder_recorded = Đôn đốc các đơn vị ngày { $date } bằng { $document_title }
event-campaign-inspection_recorded = Kiểm tra { $units_count } đơn vị ngày { $date }

## Số lượng khen thưởng

event-quota-quota_set = Đặt số lượng khen thưởng: { $collective } tập thể, { $individual } cá nhân
event-quota-eligible_units_determined = Xác định đơn vị đủ điều kiện đề nghị { $kind }: đã xét { $units_count } đơn vị
event-quota-quota_allocated = Phân bổ { $slots } suất { $kind } cho { $to }: { $reason }
event-quota-place_approved = Giữ chỗ { $kind } cho { $nomination } theo ý kiến đồng ý của Chủ tịch
event-quota-place_consumed = Dùng chỗ { $kind } cho { $nomination } theo quyết định đã ký
event-quota-quota_reallocated = Phân bổ lại { $slots } suất { $kind }: { $reason }
event-quota-place_released = Trả lại chỗ { $kind } của { $nomination }: { $reason_code }
event-slot-slots_granted = Được phân bổ { $slots } suất
event-slot-slot_taken = { $nomination } nhận một suất khi gửi hồ sơ
event-slot-slot_freed = { $nomination } trả lại suất: { $reason_code }
event-slot-group_ranked = Xếp thứ tự trong khối: { $ranking }
event-slot-slots_returned = Thu lại, còn { $slots } suất
event-slot-nominees_ranked = Thủ trưởng đơn vị xếp thứ tự: { $ranking }

## Mã hồ sơ

event-claim-nominee_claimed = Đối tượng được đề nghị tại { $nomination }
event-codes-code_given = Cấp mã hồ sơ thứ { $serial }

## Số liệu của năm

event-fact-unit_result_recorded = Ghi nhận kết quả ({ $status }) đến { $cut_off }: nhiệm vụ theo kế hoạch { $result_planned_done }/{ $result_planned_total }, đúng hạn { $result_on_time }, nhiệm vụ cam kết { $result_committed_done }/{ $result_committed_total }{ $result_score_bp_given ->
    [true] , chỉ số { $result_score_bp } %
   *[false] { "" }
}
event-fact-initiative_recorded = Ghi nhận sáng kiến số { $number } ngày { $date } của { $recognised_by }
event-fact-rating_recorded = Ghi nhận xếp loại ({ $status }): { $rating }
event-fact-discipline_recorded = Ghi nhận kỷ luật theo văn bản { $document_number }, ban hành ngày { $issued_on }{ $is_key_leader ->
    [true] , đối với lãnh đạo chủ chốt
   *[false] { "" }
}
event-fact-past_award_recorded = Ghi nhận { $award_form } ({ $award_level }) theo { $award_number } ngày { $award_date }{ $award_same_achievement ->
    [true] , cùng thành tích
   *[false] { "" }
}
event-fact-authority_index_recorded = Ghi nhận chỉ số của cơ quan ban hành ({ $status }): { $index_score_bp } %

## Đề nghị khen thưởng

event-nomination-nomination_drafted = { $nominee_kind_code ->
    [individual] { $unit } lập đề nghị khen thưởng cá nhân: { $nominee_name }, { $nominee_title }
   *[collective] { $unit } lập đề nghị khen thưởng tập thể
}
event-nomination-report_attached = Đính kèm báo cáo thành tích
event-nomination-achievement_report_confirmed = Xác nhận báo cáo thành tích
event-nomination-nominee_proposed = { $declares_no_discipline ->
    [true] Đề nghị đưa ra đơn vị bình xét; đơn vị cam đoan không có vụ việc đang xem xét kỷ luật
   *[false] Đề nghị đưa ra đơn vị bình xét
}
event-nomination-unit_endorsed = Đơn vị bình xét: { tally }; được tán thành
    .without_tally = Đơn vị bình xét: được tán thành
event-nomination-unit_not_endorsed = Đơn vị bình xét: { tally }; không được tán thành ({ $reason_code })
    .without_tally = Đơn vị bình xét: không được tán thành ({ $reason_code })
event-nomination-nomination_waitlisted = Chuyển vào danh sách dự phòng: { $reason_code }
event-nomination-waitlist_promoted = Ra khỏi danh sách dự phòng, xếp thứ { $rank }{ $due_given ->
    [true] , hạn gửi hồ sơ: { $due }
   *[false] { "" }
}
event-nomination-dossier_submitted = Đơn vị gửi hồ sơ gồm { $documents_count } thành phần tới cơ quan nội vụ
event-nomination-dossier_received = Tiếp nhận hồ sơ, số tiếp nhận { $receipt_no }; mức tiền thưởng theo { $legal_regime }
event-nomination-reviewer_assigned = Phân công chuyên viên thẩm định
event-nomination-criterion_assessed = Thẩm định tiêu chuẩn { $criterion }: { $value }{ $interpretation_given ->
    [true] {" "}(diễn giải số { $interpretation })
   *[false] { "" }
}{ $note_given ->
    [true] . Ghi chú: { $note }
   *[false] { "" }
}
event-nomination-review_recommended = Chuyên viên thẩm định đề xuất: { $recommendation }{ $criteria_given ->
    [true] {" "}(tiêu chuẩn không đạt: { $criteria })
   *[false] { "" }
}
event-nomination-review_passed = Kết quả thẩm định: đủ điều kiện, theo { $criteria_count } tiêu chuẩn, phiên bản { $criteria_version }
event-nomination-review_rejected = Kết quả thẩm định: không đủ điều kiện, tiêu chuẩn { $criteria } ({ $reason_code }). Lý do: { $reason }
event-nomination-nomination_listed = Đưa vào chương trình phiên họp thứ { $session_number } của Hội đồng
event-nomination-council_approved = Hội đồng biểu quyết: { tally }; đề nghị khen thưởng
    .without_tally = Hội đồng biểu quyết: đề nghị khen thưởng
event-nomination-council_rejected = Hội đồng biểu quyết: { tally }; không đề nghị khen thưởng ({ $reason_code })
    .without_tally = Hội đồng biểu quyết: không đề nghị khen thưởng ({ $reason_code })
event-nomination-council_deferred = Hội đồng hoãn xét ({ $reason_code })
event-nomination-presented_to_chairman = Trình Chủ tịch
event-nomination-chairman_approved = Chủ tịch đồng ý khen thưởng
event-nomination-chairman_declined = Chủ tịch không đồng ý khen thưởng. Lý do: { $reason }
event-nomination-decision_drafted = Đưa vào dự thảo quyết định khen thưởng
event-nomination-left_out_of_draft = Đưa ra khỏi dự thảo quyết định khen thưởng
event-nomination-decision_signed = Quyết định khen thưởng được ký
event-nomination-awarded = Được khen thưởng theo Quyết định số { $number }/{ $symbol } ngày { $date }
event-nomination-nominee_details_corrected = Sửa thông tin đối tượng: { $name }, { $title }
event-nomination-draft_discarded = Bỏ bản soạn
event-nomination-endorsement_annulled = Hủy kết quả bình xét của đơn vị; bình xét lại
event-nomination-dossier_withdrawn = Đơn vị rút hồ sơ
event-nomination-dossier_refused = Không tiếp nhận hồ sơ ({ $reason_code }){ $reason_given ->
    [true] . Lý do: { $reason }
   *[false] { "" }
}
event-nomination-supplement_requested = Yêu cầu bổ sung { $items_count } nội dung ({ $stage }), hạn { $due }{ $note_given ->
    [true] . { $note }
   *[false] { "" }
}
event-nomination-dossier_resubmitted = Đơn vị bổ sung hồ sơ ({ $stage })
event-nomination-supplement_closed = Hết hạn bổ sung hồ sơ ({ $stage })
event-nomination-substitutes_named = Chủ tịch cử người thẩm định và người xác nhận thay cơ quan nội vụ
event-nomination-reviewer_reassigned = Phân công lại chuyên viên thẩm định ({ $reason_code })
event-nomination-opinion_requested = Lấy ý kiến { $body }, hạn { $due }: { $question }
event-nomination-opinion_received = { $body } có ý kiến: { $value }
event-nomination-returned_to_reviewer = Trả lại chuyên viên thẩm định: { $reason }
event-nomination-review_reopened = Thẩm định lại ({ $reason_code }): { $reason }
event-nomination-presentation_returned = Văn phòng trả lại tờ trình
event-nomination-chairman_returned = Chủ tịch trả lại ({ $to }): { $reason }
event-nomination-chairman_answered = Giải trình với Chủ tịch: { $answer }
event-nomination-approval_withdrawn = Chủ tịch rút ý kiến đồng ý: { $reason }
event-nomination-withdrawal_requested = Đơn vị xin rút đề nghị đang trình Chủ tịch: { $reason }
event-nomination-nomination_withdrawn = Rút đề nghị{ $reason_given ->
    [true] : { $reason }
   *[false] { "" }
}
event-nomination-honour_declined = Đối tượng xin không nhận khen thưởng
event-nomination-nomination_superseded = Chuyển sang đề nghị của { $in_favour_of }: { $reason }
event-nomination-objection_filed = Đơn vị kiến nghị về kết quả: { $text }

## Cuộc họp của đơn vị

event-unit_session-unit_session_opened = Đơn vị họp ngày { $date } tại { $place }, tổng số { $total } người
event-unit_session-attendance_recorded = Có mặt { $present } người
event-unit_session-recusal_declared = { $count } người không tham gia biểu quyết (có liên quan) về { $nomination }
event-unit_session-motion_opened = Mở biểu quyết về { $items }
event-unit_session-votes_recorded = Ghi nhận phiếu của { $items_count } đề nghị
event-unit_session-motion_closed = Kết thúc biểu quyết về { $items_count } đề nghị
event-unit_session-unit_session_closed = Kết thúc cuộc họp
event-unit_session-minutes_signed = Chủ trì và thư ký ký biên bản họp
event-unit_session-motion_annulled = Hủy kết quả biểu quyết ({ $reason_code })

## Hồ sơ của đơn vị

event-submission-submission_opened = Mở hồ sơ đề nghị { $submission }
event-submission-part_attached = Đính kèm { $document }
event-submission-list_set = Lập danh sách đề nghị: { $nominations }
event-submission-minutes_extract_certified = Chủ trì và thư ký chứng thực trích biên bản
event-submission-submission_letter_signed = Thủ trưởng đơn vị ký tờ trình
event-submission-submission_sent = Gửi hồ sơ tới cơ quan nội vụ{ $late_deadline_given ->
    [true] , sau thời hạn { $late_deadline } ({ $late_basis_code ->
        [permission] được cho phép
       *[promotion] được gọi từ danh sách dự phòng
    })
   *[false] { "" }
}: { $nominations }
event-submission-submission_received = Tiếp nhận hồ sơ, số tiếp nhận { $receipt_no }
event-submission-submission_returned = Trả hồ sơ cho đơn vị hoàn thiện { $items_count } nội dung, hạn { $due }
event-submission-submission_resubmitted = Đơn vị gửi lại hồ sơ
event-submission-submission_refused = Không tiếp nhận hồ sơ ({ $reason_code })
event-submission-submission_withdrawn = Đơn vị rút hồ sơ

## Phiên họp Hội đồng

event-council_session-council_convened = Triệu tập { $mode } họp lúc { $at } tại { $place }, gồm { $roster_count } thành viên
event-council_session-nominations_listed = Đưa vào chương trình: { $nominations }
event-council_session-attendance_recorded = Khai mạc, có mặt { $present_count } thành viên
event-council_session-recusal_declared = Một thành viên không tham gia biểu quyết (có liên quan) về { $nomination }
event-council_session-motion_opened = Mở biểu quyết lần { $motion } về { $items }
event-council_session-ballot_cast = Một thành viên biểu quyết lần { $motion }: { $choice }{ $exceptions_count ->
    [0] { "" }
   *[other] , khác đối với { $exceptions_count } đề nghị
}
event-council_session-council_motion_closed = Kết thúc biểu quyết lần { $motion } về { $items_count } đề nghị
event-council_session-council_session_closed = Bế mạc phiên họp
event-council_session-council_minutes_signed = Chủ trì và thư ký ký biên bản họp Hội đồng
event-council_session-recusal_imposed = Chủ trì yêu cầu một thành viên không tham gia biểu quyết ({ $ground }) về { $nomination }
event-council_session-motion_annulled = Hủy kết quả biểu quyết lần { $motion } ({ $reason_code })

## Trình Chủ tịch

event-presentation-presented_to_chairman = Trình Chủ tịch { $nominations_count } đề nghị của phiên họp { $session }
event-presentation-presentation_checked = Văn phòng đã kiểm tra phiếu trình
event-presentation-chairman_decided = Chủ tịch đồng ý { $approved_count } đề nghị, không đồng ý { $declined_count } đề nghị
event-presentation-presentation_returned = Văn phòng trả lại tờ trình ({ $reason_code })
event-presentation-chairman_answered = Giải trình { $nominations_count } đề nghị, trình lại Chủ tịch
event-presentation-approvals_withdrawn = Chủ tịch rút ý kiến đồng ý đối với { $nominations_count } đề nghị

## Quyết định

event-decision-decision_drafted = Dự thảo quyết định { $decision } ({ $subject_kind }) về { $awardees_count } trường hợp
event-decision-draft_initialled = Ký nháy dự thảo về { $aspect }
event-decision-decision_signed = Ký quyết định ({ $signature }, { $authority }) lúc { $signed_at }: { $collectives } tập thể, { $individuals } cá nhân
event-decision-number_assigned = Cấp số { $number }/{ $symbol } ngày { $date }, số của { $source }{ $out_of_order ->
    [true] {" "}(cảnh báo: số và ngày không theo thứ tự)
   *[other] {""}
}
event-decision-organisation_signed = Đóng dấu, ký số của cơ quan
event-decision-decision_issued = Ban hành quyết định lúc { $issued_at }
event-decision-award_details_confirmed = Đơn vị xác nhận thông tin khen thưởng của { $nomination }
event-decision-decision_dispatched = Phát hành đến { $recipients_count } nơi nhận
event-decision-receipt_recorded = { $recipient } nhận ngày { $received_on }
event-decision-document_recalled = Thu hồi văn bản gửi { $recipient } ({ $reason_code })
event-decision-result_notices_sent = Thông báo kết quả của { $nominations_count } đề nghị

## Sổ đăng ký số

event-number_register-number_given = Cấp số { $number } ngày { $date } cho quyết định { $decision }

## Dữ liệu cá nhân

event-privacy-sealing_key_created = Tạo khóa niêm phong dữ liệu
event-privacy-personal_data_shredded = Hủy khóa, xóa vĩnh viễn dữ liệu cá nhân. Căn cứ: { $ground }

## Tạm dừng xem xét

event-hold-hold_placed = Tạm dừng xem xét ({ $ground }); { $verifying_body } xác minh theo { $document_title }, xem lại trước { $review_by }
event-hold-hold_reviewed = Tiếp tục tạm dừng xem xét, xem lại trước { $review_by }
event-hold-hold_lift_requested = Đề nghị chấm dứt tạm dừng xem xét ({ $outcome }) theo { $document_title }
event-hold-hold_lifted = Chấm dứt tạm dừng xem xét ({ $outcome })

## Phản ánh, vướng mắc

event-feedback-feedback_filed = { $unit } phản ánh ({ $topic }): { $text }
event-feedback-feedback_routed = Chuyển đến { $to }
event-feedback-feedback_answered = Trả lời{ $general ->
    [true] {" "}cho mọi đơn vị
   *[false] { "" }
}: { $answer }
event-feedback-feedback_closed = Kết thúc phản ánh
