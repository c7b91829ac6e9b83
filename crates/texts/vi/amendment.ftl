# Sửa đổi tiêu chuẩn và áp dụng quy định có lợi hơn

event-nomination-reassessment_ordered = Thẩm định lại theo tiêu chuẩn phiên bản { $criteria_version }
event-nomination-legal_regime_reassigned = Áp dụng mức tiền thưởng theo { $legal_regime }, căn cứ { $basis_title }

command-reassign_legal_regime = Áp dụng quy định tiền thưởng có lợi hơn

word-keep = giữ phiên bản tiêu chuẩn đã thẩm định
word-reassess = thẩm định lại tất cả

refusal-criteria_unchanged = Tiêu chuẩn này đang có hiệu lực
    .detail = Phiên bản { $version } của { $campaign } có đúng các tiêu chuẩn này; việc xử lý hồ sơ đã thẩm định được quyết định một lần, cùng với phiên bản tiêu chuẩn.
    .remedy = Sửa đổi tiêu chuẩn, hoặc chỉ sửa đổi lời văn của kế hoạch.
refusal-reviewed_case_beyond_review = Thẩm định lại phải áp dụng cho tất cả hồ sơ đã thẩm định
    .detail = Số hồ sơ đã qua khâu thẩm định: { $cases }; đầu tiên là { $nomination }, đang ở bước { $gate }.
    .remedy = Đưa các hồ sơ đó về khâu thẩm định trước, hoặc giữ phiên bản tiêu chuẩn cho tất cả hồ sơ đã thẩm định.
refusal-regime_not_pinned = Chưa có quy định tiền thưởng để thay thế
    .detail = { $nomination } chưa được tiếp nhận; quy định tiền thưởng được xác định khi tiếp nhận hồ sơ.
    .remedy = Chờ tiếp nhận hồ sơ.
refusal-regime_basis_missing = Áp dụng quy định khác phải có căn cứ
    .detail = Việc áp dụng { $legal_regime } không nêu văn bản căn cứ.
    .remedy = Nêu tên văn bản, ví dụ điều khoản chuyển tiếp.
refusal-regime_not_in_force = Quy định tiền thưởng này không có hiệu lực
    .detail = { $legal_regime } không phải là quy định tiền thưởng có hiệu lực ngày { $day }.
    .remedy = Chọn quy định đang có hiệu lực, hoặc ghi nhận quy định mới trước.
refusal-regime_not_more_favourable = Chỉ áp dụng quy định có lợi hơn
    .detail = Đối với { $nomination }, { $legal_regime } không có mức cao hơn { $pinned } đã xác định khi tiếp nhận.
    .remedy = Giữ quy định đã xác định.
