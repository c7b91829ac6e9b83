//! `GET /api/v1/campaigns/{campaign}/board`.

use std::collections::BTreeMap;

use axum::{Json, extract::State, http::StatusCode, routing::get};
use jiff::{ToSpan, civil::date};
use schemars::JsonSchema;
use serde::Serialize;

use super::get::{Asking, PATH, known};
use crate::{
    days::Days,
    door::Reader,
    extract::{Path, Query},
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
};
use khen_domain::nomination::Gate;
use khen_read_model::{Standing, Step, Taken, standings, steps};
use khen_texts::{Audience, CouncilMinutes, Language, Problem as Slug, Texts};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Campaigns,
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<BoardAnswer>(StatusCode::OK, "The board.")],
        problems: &[Slug::Malformed, Slug::NotFound, Slug::RowsBehind],
        ..Operation::question(
            "get_campaign_board",
            "/api/v1/campaigns/{campaign}/board",
            "How many cases stand where, by state and by unit, and how many working days each step \
             takes; for the office.",
            get(show),
        )
    }
}

/// The board of a campaign.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Board")]
struct BoardAnswer {
    /// Cases in all.
    count: u64,
    /// By state, in the order of the way; states without a case are left out.
    states: Vec<StateCount>,
    /// By unit and state.
    units: Vec<UnitCount>,
    /// How long the steps take, in the order of the way.
    steps: Vec<StepAnswer>,
}

/// How many cases are in a state.
#[derive(Debug, Serialize, JsonSchema)]
struct StateCount {
    /// The gate.
    state: &'static str,
    /// In Vietnamese.
    state_vi: String,
    /// In English.
    state_en: String,
    /// Collectives.
    collective: u64,
    /// Individuals.
    individual: u64,
}

/// How many cases of a unit are in a state.
#[derive(Debug, Serialize, JsonSchema)]
struct UnitCount {
    /// The unit.
    unit: String,
    /// The gate.
    state: String,
    /// `collective` or `individual`.
    kind: String,
    /// How many.
    count: u64,
}

/// How long a step takes, in working days; what is still at it counts until today.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Step")]
struct StepAnswer {
    /// `unit`, `intake`, `review`, `council`, `presentation`, `chairman`, `signature` or `issue`.
    step: &'static str,
    /// Cases that have taken it.
    done: u64,
    /// Cases that are at it.
    at: u64,
    /// The median; null where no case has come to it.
    median_days: Option<u32>,
    /// The longest.
    max_days: Option<u32>,
}

async fn show(
    State(api): State<Shared>,
    reader: Reader,
    Path(name): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<BoardAnswer>, Problem> {
    if !reader.audience().is_office() {
        return Err(Problem::of(Slug::Forbidden));
    }
    known(&api, &reader, &name, &asking).await?;
    let (rows, ledger) = (&*api.parts.rows, reader.ledger.as_str());
    let days = Days::of(&api, &reader.ledger).await?;
    let over = Gate::ALL.iter().filter(|gate| gate.is_terminal());
    let over: Vec<&str> = over.map(|gate| gate.as_str()).collect();
    let standings = standings(rows, ledger, &name).await?;
    let taken = steps(rows, ledger, &name, &over).await?;
    let texts = &api.parts.texts;
    let states = Gate::ALL.iter();
    let states =
        states.filter_map(|gate| StateCount::of(texts, reader.audience(), *gate, &standings));
    let steps = Step::ALL.iter();
    Ok(Json(BoardAnswer {
        count: standings.iter().map(|one| one.count).sum(),
        states: states.collect(),
        steps: steps
            .map(|step| StepAnswer::of(&days, *step, &taken))
            .collect(),
        units: standings.into_iter().map(UnitCount::of).collect(),
    }))
}

impl StateCount {
    fn of(texts: &Texts, audience: Audience, gate: Gate, standings: &[Standing]) -> Option<Self> {
        let of_kind = |kind: &str| -> u64 {
            let found = standings
                .iter()
                .filter(|one| one.gate == gate.as_str() && one.kind == kind);
            found.map(|one| one.count).sum()
        };
        let (collective, individual) = (of_kind("collective"), of_kind("individual"));
        let label = |language| {
            texts
                .gate(language, gate, audience, CouncilMinutes::Signed)
                .label
        };
        (collective + individual > 0).then(|| Self {
            state: gate.as_str(),
            state_vi: label(Language::Vi),
            state_en: label(Language::En),
            collective,
            individual,
        })
    }
}

impl UnitCount {
    fn of(one: Standing) -> Self {
        Self {
            unit: one.unit,
            state: one.gate,
            kind: one.kind,
            count: one.count,
        }
    }
}

impl StepAnswer {
    fn of(days: &Days, step: Step, taken: &[Taken]) -> Self {
        let of_step = || taken.iter().filter(move |one| one.step == step);
        let mut lengths: BTreeMap<u32, u64> = BTreeMap::new();
        for one in of_step() {
            *lengths.entry(length(days, one)).or_default() += one.count;
        }
        let sum = |is_done: bool| -> u64 {
            let found = of_step().filter(|one| one.to.is_some() == is_done);
            found.map(|one| one.count).sum()
        };
        Self {
            step: step.as_str(),
            done: sum(true),
            at: sum(false),
            median_days: median(&lengths),
            max_days: lengths.last_key_value().map(|(days, _)| *days),
        }
    }
}

/// Working days of a step, until today where it is not done.
fn length(days: &Days, taken: &Taken) -> u32 {
    let day = |count: i64| date(1970, 1, 1).saturating_add(count.days());
    let to = taken.to.map_or(days.now.date(), day);
    days.calendar.working_days_between(day(taken.from), to)
}

/// The lower median of lengths that occur so often.
fn median(lengths: &BTreeMap<u32, u64>) -> Option<u32> {
    let half = lengths.values().sum::<u64>().div_ceil(2);
    let mut seen = 0;
    let mut all = lengths.iter();
    all.find(|(_, count)| {
        seen += **count;
        seen >= half
    })
    .map(|(days, _)| *days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_length_in_the_middle() {
        let of = |lengths: &[(u32, u64)]| median(&lengths.iter().copied().collect());
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[(3, 1)]), Some(3));
        assert_eq!(of(&[(1, 1), (9, 1)]), Some(1));
        assert_eq!(of(&[(1, 2), (5, 1), (9, 2)]), Some(5));
    }
}
