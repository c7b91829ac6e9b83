//! Fills in what the content of a step refers to.
//!
//! | In the file | In the command |
//! |---|---|
//! | `"@campaign"` | the campaign's id |
//! | `"@numbered:1"` | the first session, presentation or decision of the campaign |
//! | `"@unit"`, `"@unit:tu-phap"` | the unit the step is done for; a unit |
//! | `"@of_unit:1"` | the first meeting or submission of the unit the step is done for |
//! | `"@units"` | in a list: all units in the scope of the campaign |
//! | `"@candidate"` | the nominee the step is done for, as a draft names it |
//! | `"@nomination"`, `"@nomination:C3"` | the nomination of the nominee the step is done for; of a nominee |
//! | `"@nominations:C1,C2"` | in a list: the nominations of these nominees, in every copy |
//! | `"@copies:I14"` | in a list: those of this nominee in every copy but the first |
//! | `"@person"`, `"@person:CM/reviewer"` | the nominee the step is done for; the person in a role |
//! | `"@assignment:CM/reviewer"`, `"@assignment:chair"` | the assignment in a role |
//! | `{ paper = "minutes", title = "…", by = "officer", of = "nomination:{nomination}" }` | a paper that is uploaded first; without `by` by the one who acts, without `of` the authority's |
//! | `{ sha256_of = "…" }` | the hash of the paper of this title |
//! | `{ times_copies = 2 }` | a number, as many times as the season is played at once |
//! | `{ per_copy = … }` | in a list: once for each copy, where `@unit:…` and `@nomination:…` are of that copy |
//! | `{ stated_by = 1 }` | what the extract of the unit's first meeting states |
//! | `{ carried = [ … ], for = 4, against = 0 }`, `{ lost = … }` | in a list: what minutes state of each of these |
//! | `{ results = { of = "nominating", score = true } }` | rows of a sheet, made up |
//!
//! In every other text `{campaign}`, `{unit}`, `{nominee}` and `{nomination}` are filled in.

use std::ops::Range;

use anyhow::{Context as _, anyhow, bail};
use futures::{FutureExt as _, future::BoxFuture};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{
    acts::stated,
    papers,
    people::{Who, parse_who, who},
    results::Rows,
    stage::Season,
    units::{Nominee, Unit, in_copy, unit_in_copy},
};
use khen_domain::{NomineeKind, Role};

/// For what a step is done.
#[derive(Clone, Copy, Default)]
pub(super) struct Scope<'a> {
    pub(super) unit: Option<&'a Unit>,
    pub(super) nominee: Option<&'a Nominee>,
    /// The one whose step it is, where it is done for everybody of a role.
    pub(super) head: Option<(&'a Who, &'a str)>,
    /// The copy, where it is done in one.
    pub(super) copy: Option<usize>,
}

/// Fills in content for one actor.
pub(super) struct Filler<'a> {
    pub(super) season: &'a Season,
    pub(super) scope: Scope<'a>,
    pub(super) actor: &'a Who,
}

/// A paper as content asks for it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PaperRow {
    paper: String,
    title: String,
    by: Option<String>,
    of: Option<String>,
}

impl Scope<'_> {
    /// What tells this scope from others: part of the idempotency key.
    pub(super) fn label(&self) -> String {
        let nominee = self.nominee.map(|nominee| nominee.code.clone());
        let unit = self.unit.map(|unit| unit.slug.clone());
        let head = self.head.map(|(_, unit)| unit.to_owned());
        nominee.or(unit).or(head).unwrap_or_default()
    }

    /// The unit that it is done for.
    fn unit_id(&self) -> anyhow::Result<&str> {
        let nominating = self.unit.map(|unit| unit.slug.as_str());
        let unit = nominating.or(self.head.map(|(_, unit)| unit));
        unit.context("the step is done for no unit")
    }

    fn nominee(&self) -> anyhow::Result<&Nominee> {
        self.nominee.context("the step is done for no nominee")
    }

    /// Somebody: `handle/role`, or a part in the unit that the step is done for.
    pub(super) fn who(&self, word: &str) -> anyhow::Result<Who> {
        if word.contains('/') {
            return parse_who(word);
        }
        if let ("head", Some((head, _))) = (word, self.head) {
            return Ok(head.clone());
        }
        let unit = self
            .unit
            .with_context(|| format!("{word} of which unit?"))?;
        let is_own = self
            .nominee
            .is_some_and(|nominee| nominee.code == unit.head.handle);
        let found = match word {
            "officer" => &unit.officer,
            "secretary" => &unit.secretary,
            "chair" => &unit.chair,
            "confirmer" if is_own => &unit.chair,
            "head" | "confirmer" => &unit.head,
            _ => bail!("{word} is nobody: write handle/role"),
        };
        Ok(found.clone())
    }
}

impl Filler<'_> {
    /// A value with everything in it filled in.
    pub(super) fn fill<'b>(&'b self, value: &'b Value) -> BoxFuture<'b, anyhow::Result<Value>> {
        async move {
            Ok(match value {
                Value::String(text) => self.text(text)?,
                Value::Array(items) => {
                    let mut filled = Vec::new();
                    for item in items {
                        filled.extend(self.item(item).await?);
                    }
                    Value::Array(filled)
                }
                Value::Object(members) => self.object(members).await?,
                Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
            })
        }
        .boxed()
    }

    /// One thing of a list may stand for several.
    async fn item(&self, item: &Value) -> anyhow::Result<Vec<Value>> {
        if let Some(each) = item.get("per_copy") {
            let mut filled = Vec::new();
            for copy in self.copies() {
                let scope = Scope {
                    copy: Some(copy),
                    ..self.scope
                };
                filled.push(Filler { scope, ..*self }.fill(each).await?);
            }
            return Ok(filled);
        }
        for outcome in ["carried", "lost"] {
            if let Some(decided) = item.get(outcome) {
                return self.decided(item, (outcome, decided)).await;
            }
        }
        let several = item.as_str().map(|text| self.several(text)).transpose()?;
        match several.flatten() {
            Some(several) => Ok(several.into_iter().map(Value::String).collect()),
            None => Ok(vec![self.fill(item).await?]),
        }
    }

    /// What minutes state of items that were decided alike.
    async fn decided(
        &self,
        item: &Value,
        (outcome, decided): (&str, &Value),
    ) -> anyhow::Result<Vec<Value>> {
        let filled = self.fill(decided).await?;
        let nominations = filled.as_array().context("what is decided is a list")?;
        let tally = json!({ "votes_for": item["for"], "votes_against": item["against"] });
        let stated =
            |nomination| json!({ "nomination": nomination, "tally": tally, "outcome": outcome });
        Ok(nominations.iter().map(stated).collect())
    }

    fn several(&self, text: &str) -> anyhow::Result<Option<Vec<String>>> {
        Ok(match text.split_once(':') {
            Some(("@nominations", codes)) => {
                Some(self.season.nominations(codes.split(','), &self.copies())?)
            }
            Some(("@copies", code)) => Some(
                self.season
                    .nominations([code], &(1..self.season.copies()))?,
            ),
            _ if text == "@units" => Some(self.season.all_units()),
            _ => None,
        })
    }

    /// The copies that lists are about.
    fn copies(&self) -> Range<usize> {
        match self.scope.copy {
            Some(copy) => copy..copy + 1,
            None => 0..self.season.copies(),
        }
    }

    async fn object(&self, members: &Map<String, Value>) -> anyhow::Result<Value> {
        if members.contains_key("paper") {
            let row: PaperRow = serde_json::from_value(Value::Object(members.clone()))?;
            return self.upload(&row).await;
        }
        if let Some(title) = members.get("sha256_of").and_then(Value::as_str) {
            return Ok(json!(papers::sha256(&self.interpolated(title)?)));
        }
        if let Some(times) = members.get("times_copies").and_then(Value::as_u64) {
            return Ok(json!(times * u64::try_from(self.season.copies())?));
        }
        if let Some(number) = members.get("stated_by").and_then(Value::as_u64) {
            let unit = self.scope.unit.context("the extract of which unit?")?;
            let stated = stated(self.season, unit, u32::try_from(number)?)?;
            return Ok(stated["stated"].clone());
        }
        if let Some(rows) = members.get("results") {
            let rows: Rows = serde_json::from_value(rows.clone())?;
            return Ok(Value::Array(rows.of(self.season)));
        }
        let mut filled = Map::new();
        for (name, value) in members {
            filled.insert(name.clone(), self.fill(value).await?);
        }
        Ok(Value::Object(filled))
    }

    async fn upload(&self, row: &PaperRow) -> anyhow::Result<Value> {
        let by = row.by.as_ref().map(|by| self.scope.who(by)).transpose()?;
        let owner = row.of.as_deref().unwrap_or("authority");
        let title = self.interpolated(&row.title)?;
        let paper = (row.paper.as_str(), title.as_str());
        let by = by.as_ref().unwrap_or(self.actor);
        let owner = self.interpolated(owner)?;
        self.season.player.upload(by, &owner, paper).await
    }

    fn text(&self, text: &str) -> anyhow::Result<Value> {
        let Some(reference) = text.strip_prefix('@') else {
            return self.interpolated(text).map(Value::String);
        };
        let (word, argument) = reference.split_once(':').unwrap_or((reference, ""));
        let campaign = self.season.campaign();
        let cast = self.season.player.cast();
        Ok(match (word, argument) {
            ("campaign", _) => json!(campaign),
            ("numbered", number) => {
                json!({ "campaign": campaign, "number": number.parse::<u32>()? })
            }
            ("of_unit", number) => json!({
                "campaign": campaign,
                "unit": self.scope.unit_id()?,
                "number": number.parse::<u32>()?,
            }),
            ("unit", "") => json!(self.scope.unit_id()?),
            ("unit", base) => json!(unit_in_copy(base, self.copy())),
            ("nomination", "") => json!(self.season.nomination(&self.scope.nominee()?.code)?),
            ("nomination", base) => json!(self.season.nomination(&in_copy(base, self.copy()))?),
            ("person", "") => {
                let nominee = who(self.scope.nominee()?.code.as_str(), Role::Nominee);
                json!(cast.person(&nominee)?)
            }
            ("person", somebody) => json!(cast.person(&self.scope.who(somebody)?)?),
            ("assignment", somebody) => json!(cast.assignment(&self.scope.who(somebody)?)?),
            ("candidate", _) => self.candidate()?,
            _ => return Err(anyhow!("@{reference} refers to nothing")),
        })
    }

    fn copy(&self) -> usize {
        self.scope.copy.unwrap_or_default()
    }

    fn candidate(&self) -> anyhow::Result<Value> {
        let nominee = self.scope.nominee()?;
        Ok(match nominee.kind {
            NomineeKind::Collective => json!({ "kind": "collective" }),
            NomineeKind::Individual => {
                let person = who(nominee.code.as_str(), Role::Nominee);
                let part = self.season.player.cast().part(&person)?;
                json!({
                    "kind": "individual",
                    "person": part.person,
                    "name": part.name,
                    "title": part.title,
                })
            }
        })
    }

    fn interpolated(&self, text: &str) -> anyhow::Result<String> {
        let mut filled = text.replace("{campaign}", self.season.campaign());
        if filled.contains("{unit}") {
            filled = filled.replace("{unit}", self.scope.unit_id()?);
        }
        if filled.contains("{nominee}") {
            filled = filled.replace("{nominee}", &self.scope.nominee()?.code);
        }
        if filled.contains("{nomination}") {
            let nomination = self.season.nomination(&self.scope.nominee()?.code)?;
            filled = filled.replace("{nomination}", &nomination);
        }
        Ok(filled)
    }
}
