//! Papers come out, keep, and are the same each time.
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

use lopdf::{Document, Object};
use serde_json::{Value, json};

use khen_documents::TypstPress;
use khen_export::{Layout, Paper, Press as _};

fn printed(layout: Layout, content: Value) -> Vec<u8> {
    let paper = Paper {
        layout,
        title: "Hồ sơ HQ-CCHC-2024-0007: Trần Thị Mẫu".to_owned(),
        dated: "2024-12-27T03:00:00Z".parse().unwrap(),
        content,
    };
    TypstPress.print(&paper).unwrap()
}

fn case(event_count: u64) -> Value {
    let event = |position| {
        json!({
            "position": position,
            "what": "Đơn vị nộp hồ sơ *đề nghị* #khen [thưởng] \u{1f409}",
            "facts": [
                ["Người thực hiện", "Chuyên viên Mẫu"],
                ["Mã gốc", "a".repeat(300)],
                ["Ghi chú", "= không phải tiêu đề\n- không phải danh sách"],
            ],
        })
    };
    json!({
        "facts": [["Mã hồ sơ", "HQ-CCHC-2024-0007"]],
        "events": (0..event_count).map(event).collect::<Vec<_>>(),
        "documents": [
            { "name": "Tờ trình.pdf", "signer": "Phòng Nội vụ" },
            { "name": "Báo cáo.docx", "signer": null },
        ],
    })
}

fn form() -> Value {
    json!({
        "source": "Thông tư mẫu",
        "note": "Số liệu đếm từ sổ sự kiện.",
        "facts": [["Kỳ", "2024"]],
        "lines": [
            { "code": "1", "label": "Tổng số", "count": 3, "positions": [7, 12, 90] },
            { "code": "1.1", "label": "Tập thể", "count": 0, "positions": [] },
        ],
    })
}

fn text(document: &Document) -> String {
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).unwrap()
}

fn catalog<'a>(document: &'a Document, name: &[u8]) -> &'a Object {
    document.catalog().unwrap().get(name).unwrap()
}

#[test]
fn a_paper_says_that_it_keeps_and_can_be_read_aloud() {
    for bytes in [
        printed(Layout::Case, case(3)),
        printed(Layout::Form, form()),
    ] {
        let document = Document::load_mem(&bytes).unwrap();
        assert_eq!(catalog(&document, b"Lang").as_str().unwrap(), b"vi");
        assert!(catalog(&document, b"MarkInfo").as_dict().is_ok());
        let (_, metadata) = document
            .dereference(catalog(&document, b"Metadata"))
            .unwrap();
        let metadata = metadata.as_stream().unwrap();
        let xmp = String::from_utf8_lossy(&metadata.content).into_owned();
        for claim in [
            "<pdfaid:part>2<",
            "<pdfaid:conformance>A<",
            "<pdfuaid:part>1<",
        ] {
            assert!(xmp.contains(claim), "{claim}: {xmp}");
        }
        assert!(xmp.contains("2024-12-27T03:00:00"), "{xmp}");
    }
}

#[test]
fn what_stands_on_a_paper_is_no_mark_up_and_never_stops_it() {
    let bytes = printed(Layout::Case, case(1));
    let text = text(&Document::load_mem(&bytes).unwrap());
    let text = text.replace(char::is_whitespace, "");
    assert!(
        text.contains("0.Đơnvịnộphồsơ*đềnghị*#khen[thưởng]?"),
        "{text}"
    );
    assert!(
        text.contains("=khôngphảitiêuđề-khôngphảidanhsách"),
        "{text}"
    );
    assert!(text.contains("Tờtrình.pdf,kýbởiPhòngNộivụ"), "{text}");
}

#[test]
fn a_long_case_goes_over_pages() {
    let bytes = printed(Layout::Case, case(40));
    let document = Document::load_mem(&bytes).unwrap();
    let count = document.get_pages().len();
    assert!(count > 5, "{count}");
    assert!(text(&document).contains(&format!("{count}/{count}")));
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let (one, other) = (printed(Layout::Form, form()), printed(Layout::Form, form()));
    assert_eq!(one, other);
    let later = json!({ "source": "", "note": "", "facts": [], "lines": [] });
    assert_ne!(one, printed(Layout::Form, later));
}
