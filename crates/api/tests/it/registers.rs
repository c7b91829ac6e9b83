//! What is in force now, for those outside: rows, states, names, forms.

use std::io::Cursor;

use axum::http::StatusCode;
use calamine::Reader as _;
use serde_json::{Value, json};

use crate::{
    house::{House, Wanted},
    seed::NAME,
    talk::{Reply, ask, ask_with},
};
use khen_domain::{
    DecisionId, DocumentKind, Event, GroupId, NomineeKind, PresentationId, Role, StreamKey,
    UnitKind,
    decision::{self, Awardee, DecisionKind, DecisionSubject, NumberSource, RevocationGround},
    nomination, org, privacy,
    stories_kit::{
        Stage, campaign, day, document, draft_individual, draft_person, grant, moment,
        nomination as serial, person_of, system, unit,
    },
};

const REGISTER: &str = "/export/v1/made-up/register";
/// Awarded: a collective (1) and three persons (2, 3, 4); 3 is revoked, 4 is erased.
const ROWS: usize = 4;

fn decision_id(number: u32) -> DecisionId {
    DecisionId {
        campaign: campaign(),
        number,
    }
}

fn awardee(number: u32, kind: NomineeKind) -> Awardee {
    Awardee {
        nomination: serial(number),
        kind,
    }
}

/// A decision that grants to four, drafted, numbered and issued.
fn issued() -> Vec<(StreamKey, Event)> {
    let stream = StreamKey::decision(&decision_id(1));
    let drafted = decision::Event::DecisionDrafted {
        decision: decision_id(1),
        subject: DecisionSubject::Grant {
            presentation: PresentationId {
                campaign: campaign(),
                number: 1,
            },
        },
        awardees: vec![
            awardee(1, NomineeKind::Collective),
            awardee(2, NomineeKind::Individual),
            awardee(3, NomineeKind::Individual),
            awardee(4, NomineeKind::Individual),
        ],
        recipients: Vec::new(),
        document: document(DocumentKind::Decision, 9),
    };
    let numbered = decision::Event::NumberAssigned {
        number: 4385,
        symbol: "QĐ-UBND".into(),
        date: day("2024-12-27"),
        source: NumberSource::Khen,
        out_of_order: false,
    };
    let issued = decision::Event::DecisionIssued {
        issued_at: moment("2024-12-27T15:00"),
        kind: DecisionKind::Grant,
        cases: 4,
    };
    let of_decision = [drafted, numbered, issued];
    let mut told: Vec<(StreamKey, Event)> = of_decision
        .map(|event| (stream.clone(), event.into()))
        .into();
    told.extend((1..=4).map(|number| {
        let awarded = nomination::Event::Awarded {
            decision: decision_id(1),
            number: 4385,
            symbol: "QĐ-UBND".into(),
            date: day("2024-12-27"),
        };
        (StreamKey::nomination(&serial(number)), awarded.into())
    }));
    told
}

/// One award is revoked, one awardee is erased, and a unit is named like a formula.
fn later() -> Vec<(StreamKey, Event)> {
    let revoked = nomination::Event::AwardRevoked {
        decision: decision_id(2),
        number: 4400,
        symbol: "QĐ-UBND".into(),
        date: day("2025-01-10"),
        ground: RevocationGround::DishonestDeclaration,
    };
    let erased = privacy::Event::PersonalDataShredded {
        ground: "Theo yêu cầu".into(),
    };
    let formula = org::Event::UnitEstablished {
        unit: unit("cong-thuc"),
        name: "=cmd|' /C calc'!A0".into(),
        kind: UnitKind::SpecialisedAgency,
        group: GroupId::parse("agencies").unwrap(),
        functions: Vec::new(),
        staff: 3,
        valid_from: day("2024-12-01"),
        valid_until: None,
    };
    vec![
        (StreamKey::nomination(&serial(3)), revoked.into()),
        (
            StreamKey::privacy(&StreamKey::person(&person_of("nominee", "tai-chinh"))),
            erased.into(),
        ),
        (StreamKey::unit(&unit("cong-thuc")), formula.into()),
    ]
}

pub(crate) async fn open() -> House {
    let stage = Stage::ranked()
        .proposing(3, &draft_individual("tu-phap"))
        .proposing(4, &draft_person("nominee", "tai-chinh"))
        .then(
            &system(),
            grant("officer.tai-chinh", Role::ExportClient, "tai-chinh"),
        )
        .with(&system(), issued())
        .with(&system(), later());
    House::with(Wanted {
        stage,
        ..Wanted::default()
    })
    .await
}

pub(crate) async fn client(house: &House) -> String {
    house.token("officer.tai-chinh", Role::ExportClient).await
}

/// Asks for what the rows say once they know everything.
async fn register(house: &House, token: &str, rest: &str) -> Reply {
    let arrived = format!("{REGISTER}/units?changed_since={}", house.size);
    ask(&house.public, token, &arrived).await.ok(200);
    ask(&house.public, token, &format!("{REGISTER}/{rest}")).await
}

fn items(answer: &Value) -> &Vec<Value> {
    answer["items"].as_array().unwrap()
}

#[tokio::test]
async fn awards_stand_in_the_columns_that_receiving_systems_know() {
    let house = open().await;
    let token = client(&house).await;
    let answer = register(&house, &token, "awards").await.ok(200);
    assert_eq!(answer["asof"], house.size);
    let rows = items(&answer);
    assert_eq!(rows.len(), ROWS);
    let expected = json!({
        "MaDonVi": "van-phong",
        "TenDonVi": "Đơn vị van-phong",
        "LoaiHinhKhenThuong": "chuyên đề",
        "NoiDungKhenThuong": rows[0]["NoiDungKhenThuong"],
        "SoQuyetDinh": "4385/QĐ-UBND",
        "NgayQuyetDinh": "2024-12-27",
        "MaCanBo": rows[1]["MaCanBo"],
        "TenCanBo": NAME,
        "TenChucVu": NAME,
        "MaHinhThucKhenThuong": "GIAY_KHEN",
        "TenTapThe": null,
        "LinhVucHoatDong": null,
        "PosAsOf": house.size,
        "MaHoSo": rows[1]["MaHoSo"],
        "MaTrangThai": "awarded",
        "TrangThai": "Đã khen thưởng",
    });
    assert_eq!(rows[1], expected);
    assert_eq!(rows[0]["TenTapThe"], "Đơn vị tai-chinh");
    assert_eq!(rows[0]["TenCanBo"], Value::Null);
    assert_eq!(rows[0]["LinhVucHoatDong"], "cơ quan chuyên môn");
    assert!(rows[0]["NoiDungKhenThuong"].is_string());
}

#[tokio::test]
async fn neither_a_revoked_nor_an_erased_awardee_is_named() {
    let house = open().await;
    let token = client(&house).await;
    let answer = register(&house, &token, "awards").await.ok(200);
    let states: Vec<_> = items(&answer)
        .iter()
        .map(|row| (&row["MaTrangThai"], row["TenCanBo"].is_string()))
        .collect();
    let (awarded, revoked, erased) = (json!("awarded"), json!("revoked"), json!("erased"));
    assert_eq!(
        states,
        [
            (&awarded, false),
            (&awarded, true),
            (&revoked, false),
            (&erased, false)
        ]
    );
    for format in ["json", "csv"] {
        let reply = register(&house, &token, &format!("awards?format={format}")).await;
        let text = String::from_utf8(reply.bytes).unwrap();
        let names = text.matches(NAME).count();
        assert_eq!(names, 2, "one name and one title: {text}");
    }
}

#[tokio::test]
async fn what_has_changed_is_told_and_an_erasure_every_time() {
    let house = open().await;
    let token = client(&house).await;
    let whole = register(&house, &token, "awards").await.ok(200);
    let as_of = whole["asof"].as_u64().unwrap();
    let news = async |since: u64| {
        let rest = format!("awards?changed_since={since}");
        let answer = register(&house, &token, &rest).await.ok(200);
        let states = items(&answer).iter().map(|row| row["MaTrangThai"].clone());
        states.collect::<Vec<_>>()
    };
    assert_eq!(news(as_of).await, ["erased"]);
    // The revocation is the third event from the end.
    assert_eq!(news(as_of - 3).await, ["revoked", "erased"]);
    assert_eq!(news(1).await.len(), ROWS);
    let beyond = format!("awards?changed_since={}", as_of + 1);
    let problem = register(&house, &token, &beyond).await;
    problem.problem(409, "cursor-ahead-of-log");
}

#[tokio::test]
async fn pages_follow_each_other_by_their_links() {
    let house = open().await;
    let token = client(&house).await;
    let mut path = "awards?limit=3".to_owned();
    let mut seen = Vec::new();
    loop {
        let reply = register(&house, &token, &path).await;
        let answer = reply.ok(200);
        seen.extend(items(&answer).iter().map(|row| row["MaHoSo"].clone()));
        assert_eq!(answer["next"].is_null(), reply.header("link").is_empty());
        let Some(link) = reply.header("link").strip_prefix('<') else {
            break;
        };
        let (next, _) = link.split_once('>').unwrap();
        path = next
            .strip_prefix(&format!("{REGISTER}/"))
            .unwrap()
            .to_owned();
    }
    assert_eq!(seen.len(), ROWS);
}

#[tokio::test]
async fn decisions_and_units_have_registers_of_their_own() {
    let house = open().await;
    let token = client(&house).await;
    let decisions = register(&house, &token, "decisions").await.ok(200);
    let row = &items(&decisions)[0];
    assert_eq!(row["SoQuyetDinh"], "4385/QĐ-UBND");
    assert_eq!(row["LoaiQuyetDinh"], "tặng giấy khen");
    assert_eq!((&row["SoTapThe"], &row["SoCaNhan"]), (&json!(1), &json!(3)));
    assert_eq!(row["SoKhenThuongConHieuLuc"], 3, "one award is revoked");
    assert_eq!(row["MaTrangThai"], "in_force");
    let units = register(&house, &token, "units").await.ok(200);
    let odd = items(&units)
        .iter()
        .find(|row| row["MaDonVi"] == "cong-thuc");
    assert_eq!(odd.unwrap()["TenDonVi"], "=cmd|' /C calc'!A0");
}

#[tokio::test]
async fn a_formula_reaches_no_table_as_one() {
    let house = open().await;
    let token = client(&house).await;
    let csv = register(&house, &token, "units?format=csv").await;
    assert_eq!(
        csv.header("content-type"),
        "text/csv; charset=utf-8; header=present"
    );
    let text = String::from_utf8(csv.bytes).unwrap();
    assert!(text.starts_with("\u{feff}MaDonVi,TenDonVi,"), "{text}");
    assert!(
        text.contains("\r\ncong-thuc,'=cmd|' /C calc'!A0,"),
        "{text}"
    );
    let xlsx = register(&house, &token, "units?format=xlsx").await;
    assert_eq!(xlsx.status, StatusCode::OK);
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(xlsx.bytes)).unwrap();
    assert!(book.worksheet_formula("units").unwrap().is_empty());
}

#[tokio::test]
async fn the_same_rows_are_not_sent_twice() {
    let house = open().await;
    let token = client(&house).await;
    for format in ["json", "csv", "xlsx"] {
        let rest = format!("awards?format={format}");
        let first = register(&house, &token, &rest).await;
        let again = register(&house, &token, &rest).await;
        assert_eq!(first.bytes, again.bytes, "{format}");
        assert_eq!(first.header("khen-as-of"), house.size.to_string());
        let file = format!("attachment; filename=\"awards-{}.{format}\"", house.size);
        assert_eq!(first.header("content-disposition"), file);
        let known = [("if-none-match", first.header("etag"))];
        let path = format!("{REGISTER}/{rest}");
        let reply = ask_with(&house, &token, &path, &known).await;
        assert_eq!(reply.status, StatusCode::NOT_MODIFIED, "{format}");
    }
}

#[tokio::test]
async fn what_is_asked_wrongly_or_by_others_is_refused() {
    let house = open().await;
    let token = client(&house).await;
    for (wrong, parameter) in [
        ("changed_since=soon", "changed_since"),
        ("limit=0", "limit"),
        ("limit=10001", "limit"),
        ("format=pdf", "format"),
        ("format=csv&format=csv", "format"),
        ("after=%00", "after"),
        ("unit=tu-phap", "unit"),
    ] {
        let reply = register(&house, &token, &format!("awards?{wrong}")).await;
        let problem = reply.problem(400, "invalid-parameter");
        assert_eq!(problem["errors"][0]["place"], parameter, "{problem}");
    }
    let officer = house.token("officer.tu-phap", Role::UnitOfficer).await;
    for kind in ["awards", "decisions", "units"] {
        let path = format!("{REGISTER}/{kind}");
        ask(&house.public, "", &path)
            .await
            .problem(401, "unauthenticated");
        ask(&house.public, &officer, &path)
            .await
            .problem(403, "forbidden");
        let other = format!("/export/v1/elsewhere/register/{kind}");
        ask(&house.public, &token, &other)
            .await
            .problem(404, "not-found");
    }
}
