//! Clauses on questions: the statements of `read-model` mean the same in every store.

use super::{
    HERE, apply, batch,
    made::{CAMPAIGN, carried, draft, hour, name_of, paper, put_assignment, unit},
};
use khen_read_model::{
    AssignmentFilter, Folded, NominationFilter, NominationRow, PageSize, QueueAfter, QueueFilter,
    RowStore, assignments, load, nomination, nominations, queue, units,
};

fn two() -> PageSize {
    PageSize::try_new(2).expect("two rows are a page")
}

/// Three nominations of two units, with their names; the third is carried by a session.
async fn three_nominations(rows: &dyn RowStore) {
    let session = "council_session/HQ-CCHC-2024-1";
    let mut first = batch(HERE, 0, 1);
    first.put(&unit("tu-phap", "Phòng Tư pháp"));
    first.put(&draft(1, "tu-phap"));
    first.put(&draft(2, "noi-vu"));
    first.put(&carried(draft(3, "tu-phap"), "council_listed", session));
    first.put(&name_of("org/person/1", "v1", "Trần Thị Minh Họa"));
    first.put(&name_of("org/person/2", "v2", "Đặng Thị Kịch Bản"));
    first.put(&name_of("org/person/3", "v3", "Lê Văn Giả Định"));
    first.put(&paper(session, "council_secretary", 9));
    apply(rows, first).await;
}

/// What is written reads back, every kind of cell and every missing one included.
pub async fn every_cell_reads_back(rows: &dyn RowStore) {
    let full = NominationRow {
        number: Some(4385),
        symbol: Some("QĐ-UBND".to_owned()),
        decided_on: "2024-12-27".parse().ok(),
        awarded_at: Some(hour(1_000)),
        ..draft(1, "tu-phap")
    };
    let mut first = batch(HERE, 0, 1);
    first.put(&full);
    first.put(&draft(2, "tu-phap"));
    apply(rows, first).await;
    let keys = [&full, &draft(2, "tu-phap")].map(|row| row.nomination.clone());
    let loaded = load::<NominationRow>(rows, HERE, &keys).await;
    let loaded = loaded.expect("the rows are loaded");
    assert_eq!(
        loaded.into_values().collect::<Vec<_>>(),
        [full, draft(2, "tu-phap")]
    );
}

/// Pages follow each other without gap or overlap, and the last one says so.
pub async fn a_list_is_read_in_pages(rows: &dyn RowStore) {
    let mut first = batch(HERE, 0, 1);
    for id in ["a", "b", "c", "d", "e"] {
        first.put(&unit(id, "Phòng"));
    }
    apply(rows, first).await;
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let page = units(rows, HERE, after.as_deref(), two()).await;
        let page = page.expect("the page is read");
        seen.extend(page.items.into_iter().map(|unit| unit.unit));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen, ["a", "b", "c", "d", "e"]);
}

/// A nomination comes with its nominee's name, its unit's name and the desk of its paper.
pub async fn a_nomination_comes_with_names_and_desk(rows: &dyn RowStore) {
    three_nominations(rows).await;
    let read = async |serial| {
        let id = format!("{CAMPAIGN}-{serial:04}");
        let found = nomination(rows, HERE, &id).await;
        found.expect("the nomination is read")
    };
    let own = read(1).await.expect("there is such a nomination");
    assert_eq!(own.name.as_deref(), Some("Trần Thị Minh Họa"));
    assert_eq!(own.unit_name.as_deref(), Some("Phòng Tư pháp"));
    let desk = own.desk.expect("somebody acts next");
    assert_eq!(
        (desk.role.as_str(), desk.unit.as_deref()),
        ("unit_officer", Some("tu-phap"))
    );
    assert!(!own.is_before_council);
    let other = read(2).await.expect("there is such a nomination");
    assert_eq!((other.unit_name, other.title), (None, None));
    let listed = read(3).await.expect("there is such a nomination");
    let desk = listed.desk.expect("somebody acts next");
    assert_eq!(
        (desk.role.as_str(), desk.since),
        ("council_secretary", hour(9))
    );
    assert!(listed.is_before_council);
    assert_eq!(read(9).await, None);
}

/// Each filter narrows a list by itself.
pub async fn nominations_are_found_by_each_filter(rows: &dyn RowStore) {
    three_nominations(rows).await;
    let word = |word: &str| Some(word.to_owned());
    let none = NominationFilter::default;
    for (filter, serials) in [
        (none(), vec![1, 2, 3]),
        (
            NominationFilter {
                unit: word("tu-phap"),
                ..none()
            },
            vec![1, 3],
        ),
        (
            NominationFilter {
                gate: word("drafted"),
                ..none()
            },
            vec![1, 2],
        ),
        (
            NominationFilter {
                kind: word("collective"),
                ..none()
            },
            vec![],
        ),
        (
            NominationFilter {
                campaign: word(CAMPAIGN),
                ..none()
            },
            vec![1, 2, 3],
        ),
        (
            NominationFilter {
                nominee_ref: word("ref-2"),
                ..none()
            },
            vec![2],
        ),
        (
            NominationFilter {
                decision: word("decision/1"),
                ..none()
            },
            vec![],
        ),
    ] {
        assert_eq!(found(rows, &filter).await, numbered(&serials), "{filter:?}");
    }
}

async fn found(rows: &dyn RowStore, filter: &NominationFilter) -> Vec<String> {
    let page = nominations(rows, HERE, filter, None, PageSize::default()).await;
    let page = page.expect("the nominations are read");
    page.items
        .into_iter()
        .map(|one| one.row.nomination)
        .collect()
}

fn numbered(serials: &[u32]) -> Vec<String> {
    let serials = serials.iter();
    serials
        .map(|serial| format!("{CAMPAIGN}-{serial:04}"))
        .collect()
}

/// A name is found by any part of it, with or without diacritics; no letter is a wildcard.
pub async fn names_are_found_without_diacritics(rows: &dyn RowStore) {
    three_nominations(rows).await;
    for (text, serials) in [
        ("Minh Họa", vec![1]),
        ("minh hoa", vec![1]),
        ("ĐẶNG", vec![2]),
        ("dang thi", vec![2]),
        ("thi", vec![1, 2]),
        ("%", vec![]),
        ("_", vec![]),
    ] {
        let filter = NominationFilter {
            name: Some(Folded::of(text)),
            ..NominationFilter::default()
        };
        assert_eq!(found(rows, &filter).await, numbered(&serials), "{text}");
    }
}

fn desk(role: &str, unit: Option<&str>, assignment: &str) -> QueueFilter {
    QueueFilter {
        roles: vec![role.to_owned()],
        unit: unit.map(str::to_owned),
        assignment: assignment.to_owned(),
        campaign: None,
    }
}

async fn waiting(rows: &dyn RowStore, filter: &QueueFilter) -> Vec<String> {
    let page = queue(rows, HERE, filter, None, PageSize::default()).await;
    let page = page.expect("the queue is read");
    page.items.into_iter().map(|entry| entry.item).collect()
}

/// A desk sees nominations and papers of its role, its unit and its own assignment, the oldest first.
pub async fn a_queue_holds_what_waits_for_the_desk(rows: &dyn RowStore) {
    let mut first = batch(HERE, 0, 1);
    first.put(&draft(5, "tu-phap"));
    first.put(&draft(2, "noi-vu"));
    first.put(&carried(
        draft(3, "tu-phap"),
        "council_listed",
        "council_session/1",
    ));
    let mut own = paper("submission/1", "unit_officer", 4);
    own.scope_unit = Some("tu-phap".to_owned());
    first.put(&own);
    first.put(&paper("presentation/1", "chairman_office", 1));
    let assigned = NominationRow {
        role: Some("reviewer".to_owned()),
        assignee: Some("reviewer-1".to_owned()),
        scope_unit: None,
        ..draft(6, "tu-phap")
    };
    first.put(&assigned);
    apply(rows, first).await;
    let five = &numbered(&[5])[0];
    let of_unit = desk("unit_officer", Some("tu-phap"), "a");
    assert_eq!(waiting(rows, &of_unit).await, ["submission/1", five]);
    assert_eq!(
        waiting(rows, &desk("unit_officer", Some("noi-vu"), "a")).await,
        numbered(&[2])
    );
    assert!(
        waiting(rows, &desk("unit_officer", None, "a"))
            .await
            .is_empty()
    );
    assert_eq!(
        waiting(rows, &desk("chairman_office", None, "a")).await,
        ["presentation/1"]
    );
    assert_eq!(
        waiting(rows, &desk("reviewer", Some("noi-vu"), "reviewer-1")).await,
        numbered(&[6])
    );
    assert!(
        waiting(rows, &desk("reviewer", None, "reviewer-2"))
            .await
            .is_empty()
    );
    let other = QueueFilter {
        campaign: Some("HQ-2023".to_owned()),
        ..of_unit
    };
    assert!(waiting(rows, &other).await.is_empty());
}

/// Pages of a queue follow each other, also where several things wait since one moment.
pub async fn a_queue_is_read_in_pages(rows: &dyn RowStore) {
    let mut first = batch(HERE, 0, 1);
    for (item, hours) in [("b", 1), ("a", 1), ("d", 1), ("c", 0), ("e", 2)] {
        first.put(&paper(item, "chairman", hours));
    }
    apply(rows, first).await;
    let mut seen = Vec::new();
    let mut after: Option<QueueAfter> = None;
    loop {
        let page = queue(
            rows,
            HERE,
            &desk("chairman", None, "a"),
            after.as_ref(),
            two(),
        )
        .await;
        let page = page.expect("the page is read");
        seen.extend(page.items.into_iter().map(|entry| entry.item));
        let Some(next) = page.next else { break };
        after = Some(QueueAfter::parse(&next).expect("a page names its next one"));
    }
    assert_eq!(seen, ["c", "a", "b", "d", "e"]);
}

/// People are listed by their given names, page by page; a nameless one comes first.
pub async fn people_stand_in_the_order_of_their_names(rows: &dyn RowStore) {
    let mut first = batch(HERE, 0, 1);
    for (id, name) in [
        ("1", "Nguyễn Văn Ví Dụ"),
        ("2", "Đặng Thị Kịch Bản"),
        ("3", "Trần Thị Minh Họa"),
        ("4", "Điểu Ví Dụ"),
        ("5", "Lê Văn Giả Định"),
    ] {
        put_assignment(&mut first, id, "reviewer", name);
    }
    put_assignment(&mut first, "6", "chairman", "Bùi Văn Tình Huống");
    apply(rows, first).await;
    let mut second = batch(HERE, 1, 2);
    second.forget("org/person/5");
    apply(rows, second).await;
    let filter = AssignmentFilter {
        role: Some("reviewer".to_owned()),
        ..AssignmentFilter::default()
    };
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let page = assignments(rows, HERE, &filter, after.as_deref(), two()).await;
        let page = page.expect("the page is read");
        seen.extend(page.items.into_iter().map(|one| one.row.assignment));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen, ["5", "2", "4", "1", "3"]);
}
