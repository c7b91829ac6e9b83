//! What a newcomer does with papers: brings them twice, brings wrong ones, corrects the line.

use std::{path::PathBuf, process::Output};

use crate::house::{House, Serving};

const CODE: &str = "HQ-CCHC-2024-0001-N";
const OFFICER: &str = "VPH-CB.unit_officer";

/// A demo of which the units are about to begin, and a folder of papers.
struct Desk {
    house: House,
    serving: Serving,
}

impl Desk {
    fn open() -> Self {
        let house = House::new();
        let serving = house.serve("demo --until allocation");
        Self { house, serving }
    }

    fn paper(&self, name: &str, bytes: &str) -> String {
        let file: PathBuf = self.house.data().join(name);
        std::fs::write(&file, bytes).unwrap();
        file.display().to_string()
    }

    fn pdf(&self, name: &str) -> String {
        self.paper(name, &format!("%PDF-1.4\n{name}\n%%EOF\n"))
    }

    /// The line of whoever holds this token.
    fn line(&self, token: &str, words: &[&str]) -> Told {
        let token = self.house.data().join("tokens").join(token);
        let mut command = self.house.khen(words);
        command.env("KHEN_URL", &self.serving.url);
        Told::of(&command.env("KHEN_TOKEN_FILE", token).output().unwrap())
    }

    fn done(&self, token: &str, words: &[&str]) -> String {
        let told = self.line(token, words);
        assert_eq!(told.code, Some(0), "{words:?}: {told:?}");
        assert_eq!(told.stderr, "", "{words:?}");
        told.stdout
    }

    /// One proposed nominee of the Office, with this report.
    fn propose(&self, report: &str) {
        let person = ["--person", "Chu Thị Phương Án", "--title", "Chuyên viên"];
        let draft = ["nominate", "draft", "--campaign", "HQ-CCHC-2024"];
        self.done(
            OFFICER,
            &[&draft[..], &person, &["--report", report]].concat(),
        );
        self.done("VPH-TT.unit_head", &["nominate", "confirm", CODE, report]);
        let propose = ["nominate", "propose", CODE, "--declares-no-discipline"];
        self.done(OFFICER, &propose);
    }

    /// The Office's meeting with this many present.
    fn meet(&self, present: &str, minutes: &str) -> Told {
        let votes = format!("{CODE}=14-1-1");
        let meeting = ["meeting", "record", "HQ-CCHC-2024/van-phong/1"];
        let held = ["--date", "2024-11-01", "--place", "Phòng họp"];
        let people = ["--chair", "Chánh Văn phòng", "--total", "18"];
        let rest = ["--present", present, "--minutes", minutes, &votes];
        let words = [&meeting[..], &held, &people, &rest].concat();
        self.line("VPH-TK.unit_secretary", &words)
    }
}

#[derive(Debug)]
struct Told {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Told {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self {
            code: output.status.code(),
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
        }
    }

    /// A refusal, which no repetition helps.
    #[track_caller]
    fn is_refused(&self) {
        assert_eq!(self.code, Some(1), "{self:?}");
        assert!(!self.stderr.contains("--key"), "{self:?}");
    }
}

#[test]
fn a_line_is_corrected_with_the_papers_that_the_refused_one_brought() {
    let desk = Desk::open();
    let (report, minutes) = (desk.pdf("bao-cao.pdf"), desk.pdf("bien-ban.pdf"));
    desk.propose(&report);
    desk.meet("17", &minutes).is_refused();
    let corrected = desk.meet("16", &minutes);
    assert_eq!(corrected.code, Some(0), "{corrected:?}");
    assert_eq!(corrected.stderr, "");
}

#[test]
fn a_report_that_is_attached_already_says_nothing_new() {
    let desk = Desk::open();
    let report = desk.pdf("bao-cao.pdf");
    desk.propose(&report);
    let said = desk.done(OFFICER, &["nominate", "report", CODE, &report]);
    assert!(said.starts_with("Không có gì mới"), "{said}");
}

#[test]
fn a_file_that_is_not_what_its_name_says_is_named() {
    let desk = Desk::open();
    desk.propose(&desk.pdf("bao-cao.pdf"));
    let mislabelled = desk.paper("loi-ghi.pdf", "chỉ là chữ");
    let truncated = desk.paper("dut-doan.pdf", "%PDF-1.4\n");
    for file in [mislabelled, truncated] {
        let told = desk.line(OFFICER, &["nominate", "report", CODE, &file]);
        told.is_refused();
        assert!(told.stderr.starts_with(&format!("{file}: ")), "{told:?}");
    }
}

#[test]
fn a_list_that_is_refused_leaves_no_papers_behind() {
    let desk = Desk::open();
    desk.propose(&desk.pdf("bao-cao.pdf"));
    let (letter, extract) = (desk.pdf("to-trinh.pdf"), desk.pdf("trich-bien-ban.pdf"));
    let prepare = ["submit", "prepare", "HQ-CCHC-2024/van-phong/1", CODE];
    let papers = ["--letter", &letter, "--extract", &extract];
    let words = [&prepare[..], &papers].concat();
    let told = desk.line(OFFICER, &words);
    told.is_refused();
    assert_eq!(told.stdout.matches("Đã ghi nhận").count(), 1, "{told:?}");

    assert_eq!(desk.meet("16", &desk.pdf("bien-ban.pdf")).code, Some(0));
    let said = desk.done(OFFICER, &words);
    assert_eq!(said.matches("Đã ghi nhận").count(), 3, "{said}");
    assert!(said.contains("Đang chờ: Thủ trưởng đơn vị"), "{said}");
}

#[test]
fn a_hold_is_lifted_by_two_persons_and_the_first_is_told() {
    let desk = Desk::open();
    let source = ["--document", "Thông báo", "--document-date", "2024-11-01"];
    let held = ["--collective", "thanh-an"];
    let ground = ["hold", "place", "--because", "discipline"];
    let review = [
        "--verified-by",
        "Thanh tra huyện",
        "--review-by",
        "2024-11-15",
    ];
    let place = [&ground[..], &held, &review, &source].concat();
    let said = desk.done("SR.complaint_officer", &place);
    assert!(said.contains("15/11/2024"), "{said}");

    let lift = ["hold", "lift", "--outcome", "confirmed"];
    let lift = [&lift[..], &held, &source].concat();
    let asked = desk.done("SR.complaint_officer", &lift);
    assert!(asked.contains("cần người thứ hai"), "{asked}");
    let lifted = desk.done("TPNV.review_head", &lift);
    assert!(!lifted.contains("cần người thứ hai"), "{lifted}");
}
