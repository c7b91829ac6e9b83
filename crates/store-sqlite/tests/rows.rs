//! What only this adapter can show of its rows: the file, its columns, its plans.

use std::{fs, path::Path, sync::Mutex};

use async_trait::async_trait;
use rusqlite::Connection;
use sea_query::{SelectStatement, SqliteQueryBuilder};

use khen_read_model::{
    Batch, CellKind, ClearValueRow, Cursor, Desks, NominationFilter, NominationSort, PageSize,
    QueryError, QueueFilter, Row, RowReader, RowStore, TABLES, nominations, queue,
};
use khen_store_sqlite::{ROWS_FILE, SqliteRows};

const LEDGER: &str = "hon-quan";
const NAME: &str = "Phạm Thị Mô Phỏng";

fn name() -> ClearValueRow {
    ClearValueRow::of("v1", "org/person/1", NAME)
}

fn open(folder: &Path) -> SqliteRows {
    SqliteRows::open(folder).expect("the folder opens")
}

fn batch(from: u64, to: u64) -> Batch {
    Batch::new(LEDGER, Cursor(from), Cursor(to))
}

async fn with_a_name(folder: &Path) -> SqliteRows {
    let rows = open(folder);
    let mut first = batch(0, 2);
    first.put(&name());
    rows.apply(first).await.expect("the batch is applied");
    rows
}

#[tokio::test]
async fn rows_and_cursor_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let rows = with_a_name(folder.path()).await;
    let content = rows.content_hash(LEDGER).await.unwrap();
    drop(rows);
    let rows = open(folder.path());
    assert_eq!(rows.cursor(LEDGER).await.unwrap(), Cursor(2));
    assert_eq!(rows.content_hash(LEDGER).await.unwrap(), content);
}

#[tokio::test]
async fn two_processes_share_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let rows = with_a_name(folder.path()).await;
    let other = open(folder.path());
    other.apply(batch(2, 3)).await.unwrap();
    assert_eq!(rows.cursor(LEDGER).await.unwrap(), Cursor(3));
}

/// Every byte of the folder, the write-ahead log included.
fn holds(folder: &Path, text: &str) -> bool {
    let files = fs::read_dir(folder).expect("the folder is read");
    files.into_iter().any(|file| {
        let bytes = fs::read(file.expect("the folder is read").path()).expect("the file is read");
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    })
}

#[tokio::test]
async fn a_forgotten_name_is_wiped_from_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let rows = with_a_name(folder.path()).await;
    let name = name();
    let texts = [NAME.to_owned(), name.spelled, name.folded, name.sort_key];
    assert!(texts.iter().all(|text| holds(folder.path(), text)));
    let mut second = batch(2, 3);
    second.forget("org/person/1");
    rows.apply(second).await.unwrap();
    assert!(!texts.iter().any(|text| holds(folder.path(), text)));
}

#[tokio::test]
async fn a_reset_wipes_the_names_of_a_ledger() {
    let folder = tempfile::tempdir().unwrap();
    let rows = with_a_name(folder.path()).await;
    rows.reset(LEDGER).await.unwrap();
    assert!(!holds(folder.path(), NAME));
}

#[test]
fn the_migration_has_the_columns_of_read_model() {
    let folder = tempfile::tempdir().unwrap();
    drop(open(folder.path()));
    let connection = Connection::open(folder.path().join(ROWS_FILE)).unwrap();
    for table in TABLES {
        let sql = "SELECT name, type FROM pragma_table_info(?1) ORDER BY cid";
        let mut statement = connection.prepare(sql).unwrap();
        let found = statement.query_map([table.name], |row| Ok((row.get(0)?, row.get(1)?)));
        let found: Vec<(String, String)> = found.unwrap().map(Result::unwrap).collect();
        let kind = |kind| match kind {
            CellKind::Int => "INTEGER".to_owned(),
            CellKind::Text => "TEXT".to_owned(),
        };
        let declared = table.columns.iter();
        let declared: Vec<_> = declared
            .map(|column| (column.name.to_owned(), kind(column.kind)))
            .collect();
        assert_eq!(found, declared, "{}", table.name);
    }
}

/// Answers nothing and remembers what it was asked.
#[derive(Default)]
struct Ear(Mutex<Vec<SelectStatement>>);

#[async_trait]
impl RowReader for Ear {
    async fn select(&self, statement: SelectStatement) -> Result<Vec<Row>, QueryError> {
        self.0.lock().expect("nobody panicked").push(statement);
        Ok(Vec::new())
    }

    async fn cursor(&self, _ledger: &str) -> Result<Cursor, QueryError> {
        Ok(Cursor(0))
    }
}

/// How SQLite would answer what the ear heard.
fn plan(ear: &Ear) -> String {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    drop(open(folder.path()));
    let file = folder.path().join(ROWS_FILE);
    let connection = Connection::open(file).expect("the file opens");
    let heard = ear.0.lock().expect("nobody panicked");
    let sql = format!(
        "EXPLAIN QUERY PLAN {}",
        heard[0].to_string(SqliteQueryBuilder)
    );
    let mut statement = connection.prepare(&sql).expect("the statement is sound");
    let steps = statement.query_map([], |row| row.get::<_, String>(3));
    let steps = steps.expect("the plan is told");
    let steps: Vec<String> = steps.map(|step| step.expect("a step is text")).collect();
    steps.join("\n")
}

#[tokio::test]
async fn a_units_nominations_are_read_along_an_index() {
    let ear = Ear::default();
    let filter = NominationFilter {
        unit: Some("tu-phap".to_owned()),
        ..NominationFilter::default()
    };
    let sort = NominationSort::Code;
    let after = sort.place("a").ok();
    let page = nominations(
        &ear,
        LEDGER,
        &filter,
        sort,
        after.as_ref(),
        PageSize::default(),
    )
    .await;
    assert!(page.unwrap().items.is_empty());
    let plan = plan(&ear);
    assert!(plan.contains("USING INDEX nomination_v1_by_unit"), "{plan}");
    assert!(
        !plan.contains("SCAN") && !plan.contains("TEMP B-TREE"),
        "{plan}"
    );
}

#[tokio::test]
async fn a_queue_is_found_along_both_indexes() {
    let ear = Ear::default();
    let filter = QueueFilter {
        desks: Desks::Own {
            roles: vec!["unit_officer".to_owned()],
            unit: Some("tu-phap".to_owned()),
            assignment: "a1".to_owned(),
        },
        campaign: None,
        act: None,
        late: None,
    };
    let page = queue(&ear, LEDGER, &filter, None, PageSize::default()).await;
    assert!(page.unwrap().items.is_empty());
    let plan = plan(&ear);
    assert!(plan.contains("INDEX nomination_v1_by_role"), "{plan}");
    assert!(plan.contains("INDEX queue_v1_by_role"), "{plan}");
}
