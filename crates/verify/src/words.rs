//! What the program says, in Vietnamese and English.

mod plain;

use crate::{Counted, Verdict, What};
use khen_audit::ProofError;

/// One thing said in two languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

fn said(vi: impl Into<String>, en: impl Into<String>) -> Said {
    Said {
        vi: vi.into(),
        en: en.into(),
    }
}

impl Verdict {
    /// The verdict as a sentence.
    #[must_use]
    pub fn words(self) -> Said {
        match self {
            Self::Ok => said(
                "ĐẠT: mọi điều đã kiểm tra đều đúng.",
                "OK: everything that was checked holds.",
            ),
            Self::ProofFailed => said(
                "KHÔNG ĐẠT: có nội dung khác với nội dung đã ký.",
                "FAILED: something is not what was signed.",
            ),
            Self::PolicyNotMet => said(
                "CHƯA ĐỦ: thiếu chữ ký mà chính sách yêu cầu.",
                "NOT ENOUGH: signatures that the policy asks for are missing.",
            ),
            Self::Malformed => said(
                "KHÔNG ĐỌC ĐƯỢC: tệp không đúng định dạng.",
                "UNREADABLE: a file is not in its format.",
            ),
        }
    }
}

impl Counted {
    /// The word for programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Segments => "segments",
            Self::Events => "events",
            Self::Withheld => "withheld",
            Self::Unsealed => "unsealed",
            Self::Unrooted => "unrooted",
            Self::Proofs => "proofs",
            Self::Documents => "documents",
            Self::Checkpoints => "checkpoints",
            Self::Compared => "compared",
            Self::Tiles => "tiles",
            Self::NotHere => "not-here",
        }
    }

    /// What was done with them.
    #[must_use]
    pub fn words(self) -> Said {
        match self {
            Self::Files => said(
                "tệp đã đối chiếu với MANIFEST.txt",
                "files held against MANIFEST.txt",
            ),
            Self::Segments => said(
                "đoạn lịch sử đã đối chiếu với bản kê đã ký",
                "segments held against their signed manifests",
            ),
            Self::Events => said(
                "sự kiện đã dựng lại lá và đối chiếu datahash",
                "events whose leaf was rebuilt and whose data was held against datahash",
            ),
            Self::Withheld => said(
                "sự kiện trong số đó không kèm nội dung, chỉ kiểm tra được lá",
                "of these events without data: only the leaf was checked",
            ),
            Self::Unsealed => said(
                "sự kiện nằm sau điểm niêm phong, chưa có gì chứng minh",
                "events behind the checkpoint, not proven by anything yet",
            ),
            Self::Unrooted => said(
                "sự kiện chưa đối chiếu với cây băm, chỉ có chữ ký của bản kê",
                "events not held against a tree: only the signature of the manifest speaks for them",
            ),
            Self::Proofs => said(
                "bằng chứng nằm trong nhật ký đúng",
                "proofs of inclusion that hold",
            ),
            Self::Documents => said(
                "tài liệu đã đối chiếu với sự kiện nêu tên nó",
                "documents held against the events that name them",
            ),
            Self::Checkpoints => said(
                "điểm niêm phong trước đây là phần đầu của nhật ký này",
                "earlier checkpoints that this log grew from",
            ),
            Self::Compared => said(
                "điểm niêm phong do nhật ký ký, đã đối chiếu với nhau",
                "checkpoints that the log signed, held against each other",
            ),
            Self::Tiles => said(
                "ô băm đã đối chiếu với các lá",
                "tiles held against the leaves",
            ),
            Self::NotHere => said(
                "tài liệu được sự kiện nêu tên mà không có ở đây: chưa được cấp, đã xóa hoặc bị lấy đi",
                "documents that events name and that are not here: not handed out, erased or taken away",
            ),
        }
    }
}

impl What {
    /// What is wrong, as a sentence.
    #[must_use]
    pub fn words(&self) -> Said {
        match self {
            Self::Unreadable(why) => said(
                format!("không đúng định dạng ({why})"),
                format!("is not in its format: {why}"),
            ),
            Self::BadSignature { key } => said(
                format!("chữ ký của {key} không khớp với văn bản"),
                format!("the signature of {key} does not fit the text"),
            ),
            Self::OtherMember { member } => said(
                format!("trường `{member}` không suy ra được từ loại sự kiện"),
                format!("the member `{member}` does not follow from the type"),
            ),
            Self::Gap { expected } => said(
                format!("thiếu sự kiện ở vị trí {expected}"),
                format!("the event at position {expected} is missing"),
            ),
            Self::StreamGap { stream, expected } => said(
                format!("thiếu phiên bản {expected} của {stream}"),
                format!("version {expected} of {stream} is missing"),
            ),
            Self::NoProof { position } => said(
                format!("thiếu bằng chứng cho vị trí {position}"),
                format!("there is no proof for position {position}"),
            ),
            Self::NotIncluded(why) => said(
                format!("sự kiện không nằm trong nhật ký: {}", in_vietnamese(*why)),
                format!("the event is not proven to be in the log: {why}"),
            ),
            Self::NotGrown(why) => said(
                format!("nhật ký không lớn lên từ điểm này: {}", in_vietnamese(*why)),
                format!("the log did not grow from this checkpoint: {why}"),
            ),
            Self::OtherState { member } => other_state(member),
            Self::OtherKey { key } => other_key(key),
            Self::RolledBack { signed, size } => rolled_back(*signed, *size),
            Self::Fork { size, other } => fork(*size, other),
            Self::UnknownLog { origin } => unknown_log(origin),
            Self::NotSigned { origin } => not_signed(origin),
            Self::NoQuorum { quorum, cosigned } => no_quorum(quorum, cosigned),
            Self::Absent
            | Self::Missing
            | Self::Unlisted
            | Self::OtherBytes
            | Self::OtherTree
            | Self::OtherPolicy
            | Self::OtherData
            | Self::OtherSource
            | Self::OutOfOrder
            | Self::OtherRange
            | Self::NoSubject
            | Self::StrayProof
            | Self::OtherIndex
            | Self::OtherCheckpoint
            | Self::OtherName
            | Self::Uncited
            | Self::OtherCopies
            | Self::OtherTile
            | Self::OtherLeaf
            | Self::OtherRoot
            | Self::OtherForm
            | Self::BehindEnd
            | Self::Repacked => plain::words(self.code()),
        }
    }
}

fn other_state(member: &str) -> Said {
    said(
        format!("`{member}` khác với các tệp của bản sao"),
        format!("`{member}` is not what the files of the mirror say"),
    )
}

fn other_key(key: &str) -> Said {
    said(
        format!("bản sao tin khóa {key} mà chính sách không có"),
        format!("the mirror believes the key {key}, which the policy does not name"),
    )
}

fn rolled_back(signed: u64, size: u64) -> Said {
    said(
        format!("nhật ký đã ký cho {signed} sự kiện, ở đây chỉ có {size}: bản sao cũ hoặc bị cắt"),
        format!("the log signed for {signed} events, {size} are here: an older copy, or a cut one"),
    )
}

fn unknown_log(origin: &str) -> Said {
    said(
        format!("chính sách không có nhật ký {origin}"),
        format!("the policy does not know the log {origin}"),
    )
}

fn not_signed(origin: &str) -> Said {
    said(
        format!("nhật ký {origin} chưa ký"),
        format!("the log {origin} has not signed"),
    )
}

fn fork(size: u64, other: &str) -> Said {
    said(
        format!("nhật ký đã ký mã gốc khác cho cùng {size} sự kiện ở {other}: có hai lịch sử"),
        format!("the log signed another root for the same {size} events in {other}: two histories"),
    )
}

fn no_quorum(quorum: &str, cosigned: &[String]) -> Said {
    let (vi, en) = (names(cosigned, "không ai"), names(cosigned, "nobody"));
    said(
        format!("chưa đủ bên chứng kiến `{quorum}`; đã ký: {vi}"),
        format!("the quorum `{quorum}` is not met; cosigned by {en}"),
    )
}

fn names(names: &[String], nobody: &str) -> String {
    if names.is_empty() {
        nobody.to_owned()
    } else {
        names.join(", ")
    }
}

fn in_vietnamese(why: ProofError) -> String {
    match why {
        ProofError::NoSuchLeaf { index, size } => {
            format!("nhật ký có {size} lá, không có lá số {index}")
        }
        ProofError::OldLarger { old, size } => format!("{size} nhỏ hơn {old}"),
        ProofError::TooShort => "bằng chứng quá ngắn".to_owned(),
        ProofError::TooLong => "bằng chứng quá dài".to_owned(),
        ProofError::OtherRoot => "bằng chứng dẫn đến mã gốc khác".to_owned(),
        ProofError::OtherOldRoot => "bằng chứng bắt đầu từ mã gốc cũ khác".to_owned(),
    }
}
