//! Problems that are the same wherever they are met.

use super::{Said, said};

/// Code, Vietnamese, English.
const PLAIN: &[(&str, &str, &str)] = &[
    (
        "absent",
        "thiếu tệp cần để kiểm tra",
        "a file that the check needs is not there",
    ),
    (
        "missing",
        "thiếu tệp đã được ký",
        "a file that was signed for is not there",
    ),
    (
        "unlisted",
        "tệp thừa, không ai ký",
        "a file that nobody signed for",
    ),
    (
        "other-bytes",
        "nội dung tệp khác với tệp đã ký",
        "the file is not the one that was signed for",
    ),
    (
        "other-tree",
        "nhật ký, kích thước hoặc mã gốc không thống nhất với nhau",
        "log, size or root do not agree with each other",
    ),
    (
        "other-policy",
        "chính sách khác với chính sách đã ký",
        "the policy is not the one that was signed for",
    ),
    (
        "other-data",
        "nội dung sự kiện không khớp datahash: đã bị sửa",
        "the data is not what `datahash` says: it was changed",
    ),
    (
        "other-source",
        "sự kiện thuộc sổ khác",
        "the event is of another ledger",
    ),
    (
        "out-of-order",
        "sai thứ tự vị trí, phiên bản hoặc thời điểm ghi",
        "positions, versions or times of recording do not ascend",
    ),
    (
        "other-range",
        "sự kiện đầu hoặc cuối khác với phạm vi đã ký",
        "the events do not begin or end as signed for",
    ),
    (
        "no-subject",
        "không có sự kiện nào của hồ sơ",
        "no event of the case itself is there",
    ),
    (
        "stray-proof",
        "bằng chứng không thuộc sự kiện nào",
        "the proof is for no event of the bundle",
    ),
    (
        "other-index",
        "bằng chứng dành cho vị trí khác",
        "the proof is for another position",
    ),
    (
        "other-checkpoint",
        "bằng chứng dẫn đến điểm niêm phong khác",
        "the proof leads to another checkpoint",
    ),
    (
        "other-name",
        "tên tài liệu không phải là mã băm của nó",
        "the name of the document is not its hash",
    ),
    (
        "uncited",
        "không sự kiện nào nêu tài liệu này",
        "no event names this document",
    ),
    (
        "other-copies",
        "trang mang theo bản sao khác với gói",
        "the page carries other texts than the bundle",
    ),
    (
        "other-tile",
        "không phải là thứ các lá tạo ra",
        "is not what the leaves make",
    ),
    (
        "other-leaf",
        "lá của sự kiện khác với lá đã niêm phong",
        "the leaf is not the one that was sealed",
    ),
    (
        "other-root",
        "các lá không cho ra mã gốc của điểm niêm phong",
        "the leaves do not make the root of the checkpoint",
    ),
    (
        "other-form",
        "không viết theo dạng duy nhất của nó",
        "is not written in the only form that it has",
    ),
    (
        "behind-end",
        "dòng nằm sau điểm cuối mà state.json nêu: lần sao chép bị ngắt, hoặc có người thêm vào",
        "the line stands behind the end that state.json tells: a pull broke off, or somebody added it",
    ),
    (
        "repacked",
        "gói được nén khác với cách của phiên bản này; các tệp bên trong không bị ảnh hưởng",
        "the archive is packed otherwise than this version does it; the files inside are not concerned",
    ),
];

/// The words of a problem without facts of its own.
pub(super) fn words(code: &str) -> Said {
    let row = PLAIN.iter().find(|(known, _, _)| *known == code);
    let (_, vi, en) =
        row.expect("every problem without facts has its row, as the tests of words say");
    said(*vi, *en)
}
