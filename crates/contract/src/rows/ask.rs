//! Clauses on questions: the statements of `read-model` mean the same in every store.

use super::{
    HERE, apply, batch,
    made::{CAMPAIGN, campaign_due, carried, draft, hour, name_of, paper, put_assignment, unit},
};
use khen_read_model::{
    AssignmentFilter, Desks, LateRule, Lateness, NominationFilter, NominationRow, NominationSort,
    PageSize, QueueAfter, QueueFilter, RowStore, Search, UnitFilter, assignments, load, nomination,
    nominations, queue, units,
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
        let every = UnitFilter::default();
        let page = units(rows, HERE, &every, after.as_deref(), two()).await;
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
    let none = NominationFilter::default;
    assert_eq!(found(rows, &none()).await, numbered(&[1, 2, 3]));
    for (set, word, serials) in [
        (unit_is as SetFilter, "tu-phap", vec![1, 3]),
        (|filter, word| filter.gate = word, "drafted", vec![1, 2]),
        (|filter, word| filter.kind = word, "collective", vec![]),
        (
            |filter, word| filter.campaign = word,
            CAMPAIGN,
            vec![1, 2, 3],
        ),
        (|filter, word| filter.nominee_ref = word, "ref-2", vec![2]),
        (|filter, word| filter.group = word, "agencies", vec![1, 3]),
        (
            |filter, word| filter.desk = word,
            "council_secretary",
            vec![3],
        ),
        (|filter, word| filter.paper = word, "decision/1", vec![]),
        (|filter, word| filter.paper = word, "nothing/1", vec![]),
        (
            |filter, word| filter.paper = word,
            "council_session/HQ-CCHC-2024-1",
            vec![3],
        ),
    ] {
        let mut filter = none();
        set(&mut filter, Some(word.to_owned()));
        assert_eq!(found(rows, &filter).await, numbered(&serials), "{filter:?}");
    }
}

type SetFilter = fn(&mut NominationFilter, Option<String>);

fn unit_is(filter: &mut NominationFilter, word: Option<String>) {
    filter.unit = word;
}

async fn found(rows: &dyn RowStore, filter: &NominationFilter) -> Vec<String> {
    listed(rows, filter, NominationSort::Code).await
}

/// The whole list, read two by two.
async fn listed(
    rows: &dyn RowStore,
    filter: &NominationFilter,
    sort: NominationSort,
) -> Vec<String> {
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let page = nominations(rows, HERE, filter, sort, after.as_ref(), two()).await;
        let page = page.expect("the nominations are read");
        seen.extend(page.items.into_iter().map(|one| one.row.nomination));
        let Some(next) = page.next else { return seen };
        after = Some(sort.place(&next).expect("a page names its next one"));
    }
}

fn numbered(serials: &[u32]) -> Vec<String> {
    let serials = serials.iter();
    serials
        .map(|serial| format!("{CAMPAIGN}-{serial:04}"))
        .collect()
}

/// A nominee is found by any part of the name, with or without diacritics, by the unit and by the
/// code; no letter is a wildcard.
pub async fn names_are_found_without_diacritics(rows: &dyn RowStore) {
    three_nominations(rows).await;
    for (text, serials) in [
        ("Minh Họa", vec![1]),
        ("minh hoa", vec![1]),
        ("minh hoạ", vec![1]),
        ("ĐẶNG", vec![2]),
        ("dang thi", vec![2]),
        ("thi", vec![1, 2]),
        ("tu phap", vec![1, 3]),
        ("2024-0003", vec![3]),
        ("hq-cchc-2024-0003-k", vec![3]),
        ("%", vec![]),
        ("_", vec![]),
    ] {
        let filter = NominationFilter {
            search: Search::of(text),
            ..NominationFilter::default()
        };
        assert_eq!(found(rows, &filter).await, numbered(&serials), "{text}");
    }
}

/// Whoever bears the searched text with its very diacritics comes first.
pub async fn the_better_hits_come_first(rows: &dyn RowStore) {
    let mut first = batch(HERE, 0, 1);
    for (serial, name) in [
        (1, "Lê Thị Hoa Mẫu"),
        (2, "Lê Thị Họa Mẫu"),
        (3, "Lê Thị Hòa Mẫu"),
        (4, "Lê Thị Hoạ Thử"),
    ] {
        first.put(&draft(serial, "tu-phap"));
        first.put(&name_of(
            &format!("org/person/{serial}"),
            &format!("v{serial}"),
            name,
        ));
    }
    apply(rows, first).await;
    for (text, serials) in [("hoa", [1, 2, 3, 4]), ("họa", [2, 4, 1, 3])] {
        let filter = NominationFilter {
            search: Search::of(text),
            ..NominationFilter::default()
        };
        assert_eq!(found(rows, &filter).await, numbered(&serials), "{text}");
    }
}

/// A list stands in the order that is asked for, page by page.
pub async fn nominations_stand_in_the_order_asked_for(rows: &dyn RowStore) {
    three_nominations(rows).await;
    let mut second = batch(HERE, 1, 2);
    let changed = |serial, hours| NominationRow {
        changed_at: hour(hours),
        ..draft(serial, "tu-phap")
    };
    second.put(&changed(1, 7));
    second.put(&changed(2, 7));
    second.put(&changed(3, 5));
    second.put(&NominationRow {
        kind: "collective".to_owned(),
        name_value: None,
        ..changed(4, 3)
    });
    apply(rows, second).await;
    for (sort, serials) in [
        (NominationSort::Code, [1, 2, 3, 4]),
        (NominationSort::Changed, [4, 3, 1, 2]),
        // Bản, Định, Họa; and the unit by its whole name, which begins with a P.
        (NominationSort::Name, [2, 3, 1, 4]),
    ] {
        let every = NominationFilter::default();
        let seen = listed(rows, &every, sort).await;
        assert_eq!(seen, numbered(&serials), "{sort:?}");
    }
}

/// What waits too long for its command, what waits behind a deadline, and what has a time of its
/// own are late.
pub async fn what_is_late_is_found(rows: &dyn RowStore) {
    let mut first = batch(HERE, 0, 1);
    let waiting = |serial, act: &str, due| NominationRow {
        act: Some(act.to_owned()),
        due,
        ..draft(serial, "tu-phap")
    };
    first.put(&waiting(1, "assign_reviewer", None));
    first.put(&waiting(2, "propose_nominee", None));
    first.put(&waiting(3, "assign_reviewer", Some(hour(9))));
    first.put(&waiting(4, "withdraw", Some(hour(7))));
    first.put(&waiting(5, "assign_reviewer", None));
    first.put(&campaign_due(hour(6)));
    apply(rows, first).await;
    let late = |now| Lateness {
        now: hour(now),
        waits_since: vec![LateRule {
            campaign: CAMPAIGN.to_owned(),
            acts: vec!["assign_reviewer".to_owned()],
            before: hour(now - 6),
        }],
        ahead_of: vec![],
        before_deadline: vec!["propose_nominee".to_owned()],
    };
    for (now, serials) in [(6, vec![]), (8, vec![1, 2, 4]), (12, vec![1, 2, 3, 4, 5])] {
        let filter = NominationFilter {
            late: Some(late(now)),
            ..NominationFilter::default()
        };
        assert_eq!(found(rows, &filter).await, numbered(&serials), "{now}");
    }
}

fn desk(role: &str, unit: Option<&str>, assignment: &str) -> QueueFilter {
    QueueFilter {
        desks: Desks::Own {
            roles: vec![role.to_owned()],
            unit: unit.map(str::to_owned),
            assignment: assignment.to_owned(),
        },
        campaign: None,
        act: None,
        late: None,
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
    assert_eq!(seen, ["5", "2", "1", "4", "3"]);
}
