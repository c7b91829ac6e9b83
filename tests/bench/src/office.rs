//! Whole commands through the desk: sealed keys, access, rules, codec and append together.

use std::{path::Path, sync::Arc};

use serde_json::{Value, json};

use crate::{machine::Timed, store::crowd};
use khen_ambient::{OsChance, RandomIds, SystemClock};
use khen_desk::{Desk, DeskParts, SYSTEM, Wish};
use khen_domain::CommandKind;
use khen_eventlog::LedgerId;
use khen_privacy::{MasterKey, Vault};
use khen_store_sqlite::{LocalBell, SqliteLedger, SqliteOffice};

/// Units that facts are recorded of.
const UNIT_COUNT: u64 = 64;
const ISSUER: &str = "a-issuer";

/// A desk, and the commands that it is given: facts of one unit and year after the other, each to a
/// stream of its own.
pub struct Office {
    desk: Arc<Desk>,
    ledger: LedgerId,
    next: u64,
}

impl Office {
    /// A desk over this ledger, with an office's records in `folder` and a small directory.
    ///
    /// # Errors
    /// When the desk refuses.
    pub async fn open(
        folder: &Path,
        store: &Arc<SqliteLedger>,
        ledger: &LedgerId,
    ) -> anyhow::Result<Self> {
        let master = MasterKey::create(&folder.join("master.key"), &OsChance)?;
        let office = Arc::new(SqliteOffice::open(folder)?);
        let keys = Arc::<SqliteOffice>::clone(&office);
        let desk = Desk::new(DeskParts {
            store: Arc::<SqliteLedger>::clone(store),
            bell: Arc::new(LocalBell::default()),
            vault: Vault::new(keys, master, Arc::new(OsChance)),
            files: office,
            clock: Arc::new(SystemClock),
            halts: khen_eventlog::Halts::default(),
            ids: Arc::new(RandomIds),
            chance: Arc::new(OsChance),
        });
        let this = Self {
            desk: Arc::new(desk),
            ledger: ledger.clone(),
            next: 0,
        };
        for (index, (command, content)) in directory().into_iter().enumerate() {
            let wish = this.wish(SYSTEM, command, format!("load-{index}"), content)?;
            this.desk.carry_out(wish).await?;
        }
        Ok(this)
    }

    /// The next `count` commands.
    ///
    /// # Errors
    /// When a command is unknown.
    pub fn next(&mut self, count: usize) -> anyhow::Result<Vec<Wish>> {
        let first = self.next;
        self.next += count as u64;
        (first..self.next).map(|number| self.fact(number)).collect()
    }

    fn fact(&self, number: u64) -> anyhow::Result<Wish> {
        let content = json!({
            "unit": unit(number % UNIT_COUNT),
            "year": number / UNIT_COUNT + 1,
            "number": format!("{number}/QĐ-HĐSK"),
            "date": "2024-10-15",
            "recognised_by": "Hội đồng sáng kiến minh họa",
        });
        self.wish(
            ISSUER,
            "record_initiative",
            format!("fact-{number}"),
            content,
        )
    }

    fn wish(
        &self,
        assignment: &str,
        command: &str,
        key: String,
        content: Value,
    ) -> anyhow::Result<Wish> {
        let kind = CommandKind::parse(command);
        Ok(Wish {
            ledger: self.ledger.clone(),
            assignment: assignment.to_owned(),
            kind: kind.ok_or_else(|| anyhow::anyhow!("there is no command {command}"))?,
            content,
            correlation: key.clone(),
            key,
            occurred_at: None,
            backdating_reason: None,
            on_behalf_of: None,
            expected: None,
        })
    }

    /// Carries out all commands with `writer_count` people, each waiting for the answer before the
    /// next.
    ///
    /// # Errors
    /// When a command is refused.
    pub async fn carry_out(&self, wishes: Vec<Wish>, writer_count: usize) -> anyhow::Result<Timed> {
        let desk = Arc::clone(&self.desk);
        let carry_out = move |wish| {
            let desk = Arc::clone(&desk);
            async move { Ok(desk.carry_out(wish).await.map(drop)?) }
        };
        crowd(wishes, writer_count, carry_out).await
    }
}

fn unit(number: u64) -> String {
    format!("unit-{number:02}")
}

fn directory() -> Vec<(&'static str, Value)> {
    let paper = json!({ "title": "Quyết định minh họa" });
    let authority = json!({
        "name": "UBND minh họa",
        "parent": "UBND tỉnh minh họa",
        "place": "Minh Họa",
        "signatory_title": "Chủ tịch",
        "valid_from": "2000-01-01",
        "document": paper,
    });
    let person = json!({
        "person": "p-issuer",
        "name": "Nguyễn Văn Ví Dụ",
        "category": "civil_servant",
        "unit": "thanh-tra",
    });
    let seat = json!({
        "assignment": ISSUER,
        "person": "p-issuer",
        "role": "evidence_issuer",
        "unit": "thanh-tra",
        "title": "Chuyên viên",
        "from": "2000-01-01",
        "document": paper,
    });
    let establish = |unit: String| {
        let content = json!({
            "unit": unit,
            "name": format!("Đơn vị {unit}"),
            "kind": "specialised_agency",
            "group": "agencies",
            "staff": 6,
            "valid_from": "2000-01-01",
        });
        ("establish_unit", content)
    };
    let mut commands = vec![("establish_authority", authority)];
    commands.extend(
        (0..UNIT_COUNT)
            .map(unit)
            .chain(["thanh-tra".to_owned()])
            .map(establish),
    );
    commands.extend([("register_person", person), ("grant_assignment", seat)]);
    commands
}
