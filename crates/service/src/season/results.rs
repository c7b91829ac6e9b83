//! The made-up results of units: what would be attested of them.

use serde::Deserialize;
use serde_json::{Value, json};

use super::stage::Season;
use khen_domain::NomineeKind;

/// Rows of a sheet, as content asks for them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rows {
    of: Of,
    /// All but these units.
    #[serde(default)]
    but: Vec<String>,
    /// Only these units.
    only: Option<Vec<String>>,
    /// Whether the score of the year is there yet.
    score: bool,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Of {
    Every,
    Nominating,
}

impl Rows {
    /// The rows of these units.
    pub(super) fn of(&self, season: &Season) -> Vec<Value> {
        let units: Vec<String> = match self.of {
            Of::Every => season.all_units(),
            Of::Nominating => season
                .units()
                .iter()
                .map(|unit| unit.slug.clone())
                .collect(),
        };
        let is_asked = |unit: &&String| {
            let is_among = self.only.as_ref().is_none_or(|only| only.contains(unit));
            is_among && !self.but.contains(unit)
        };
        let units = units.iter().filter(is_asked);
        units.map(|unit| row(season, unit, self.score)).collect()
    }
}

/// Who nominates itself has done what it committed to, who nominates persons the tasks of the yearly
/// plan; of the others some have tasks open, and some have only held their score.
fn row(season: &Season, unit: &str, has_score: bool) -> Value {
    let nominates = |kind| {
        let mut nominees = season.nominees();
        nominees.any(|(of, nominee)| of.slug == unit && nominee.kind == kind)
    };
    let results = &season.script.cast.results;
    let is_idle = season.units().iter().all(|of| of.slug != unit);
    let holds_its_score = is_idle && unit.len().is_multiple_of(2);
    let done = |total: usize, kind| {
        if holds_its_score || nominates(kind) {
            total
        } else {
            total - 1
        }
    };
    let planned = done(results.planned, NomineeKind::Individual);
    let committed = done(results.committed, NomineeKind::Collective);
    let score_bp = match (has_score, holds_its_score) {
        (false, _) => None,
        (true, true) => Some(results.prior_score_bp),
        (true, false) => Some(results.prior_score_bp + 200 + unit.len()),
    };
    json!({
        "unit": unit,
        "result": {
            "planned": { "done": planned, "total": results.planned },
            "on_time": planned - 1,
            "committed": { "done": committed, "total": results.committed },
            "score_bp": score_bp,
            "prior_score_bp": results.prior_score_bp,
            "scale": results.scale,
        },
    })
}
