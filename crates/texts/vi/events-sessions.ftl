## Phiên họp, người thay

event-council_session-consultation_sent = Gửi phiếu lấy ý kiến bằng văn bản đến mọi thành viên, trả lời trước hết ngày { $due }
event-council_session-member_arrived = Một thành viên đến lúc { $at }
event-council_session-member_departed = Một thành viên về lúc { $at }
event-council_session-item_pulled = Một thành viên đề nghị biểu quyết riêng { $nomination }
event-council_session-referred_to_full_council = Chuyển Hội đồng toàn thể: { $nominations }
event-council_session-votes_recorded = Ghi nhận phiếu của { $votes_count } thành viên, lần biểu quyết { $motion }
event-council_session-written_opinion_recorded = Ghi nhận ý kiến bằng văn bản của thành viên vắng mặt, lần biểu quyết { $motion }
event-council_session-tally_recorded = Ghi nhận kết quả kiểm phiếu kín, lần biểu quyết { $motion }
event-unit_session-alternate_body_named = Chủ tịch cử nơi họp thay đơn vị ({ $reason_code })
event-nomination-alternate_signer_named = Chủ tịch cử người ký và chủ trì thay thủ trưởng
