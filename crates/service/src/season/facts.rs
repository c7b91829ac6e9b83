//! Step 2: what is attested of units and persons, first provisional, then final.

use serde_json::{Value, json};

use super::{
    launch::all_units,
    people::who,
    script::{Season, initiative_council, issuer, issuer_for_home_affairs, review_head},
    table::{Nominee, Unit},
};
use khen_domain::{NomineeKind, Role};

/// 31 October: results of all units, provisional. Nobody attests the own unit.
pub(super) async fn provisional(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-10-31T09:00")?;
    let units = all_units(season)?;
    let rows = units.iter().map(|unit| row(season, unit, Score::Known));
    import(season, ("provisional", "2024-10-31"), rows.collect()).await
}

/// 10 December: the recognised initiative of C3, and the final results of all that nominate. The
/// index of the year is not there yet.
pub(super) async fn results(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-10T14:00")?;
    let year_end = ("final", "2024-12-10");
    import(season, year_end, rows_of_nominating(season, Score::Open)).await
}

/// 10 December: the Initiative Council has recognised what C3 did.
pub(super) async fn initiatives(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-10T08:30")?;
    let units = season.units_of("dich-vu-nong-nghiep").enumerate();
    season
        .each(units, |(copy, unit)| async move {
            let content = json!({
                "unit": unit.slug,
                "year": 2024,
                "number": format!("{}/QĐ-HĐSK", 12 + copy),
                "date": "2024-12-06",
                "recognised_by": "Hội đồng sáng kiến huyện",
            });
            let command = ("record_initiative", unit.slug.as_str());
            season
                .act(&initiative_council(), command, content)
                .await
                .map(drop)
        })
        .await
}

/// 12 December: the index of the year, of the authority and of all units that nominate.
pub(super) async fn index(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-12T09:00")?;
    let index = json!({
        "year": 2024,
        "index": { "score_bp": 8_812, "prior_score_bp": 8_655, "scale": "100" },
        "status": "final",
    });
    season
        .act(&issuer(), ("record_authority_index", "1"), index)
        .await?;
    season.player.at("2024-12-12T10:00")?;
    let year_end = ("final", "2024-12-12");
    import(season, year_end, rows_of_nominating(season, Score::Known)).await
}

/// 13 December: heads rate their staff; who is a head is rated by the attesting office.
pub(super) async fn ratings(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-13T08:00")?;
    let individuals = season
        .nominees()
        .filter(|(_, nominee)| nominee.kind == NomineeKind::Individual);
    season
        .each(individuals, |(unit, nominee)| rate(season, unit, nominee))
        .await
}

async fn rate(season: &Season, unit: &Unit, nominee: &Nominee) -> anyhow::Result<()> {
    let person = who(nominee.code.as_str(), Role::Nominee);
    let content = json!({
        "person": season.player.cast().person(&person)?,
        "year": 2024,
        "rating": "completed_well",
        "status": "final",
    });
    let is_head = unit.head.handle == nominee.code;
    let rater = if is_head { issuer() } else { unit.head.clone() };
    let command = ("record_rating", nominee.code.as_str());
    season.act(&rater, command, content).await.map(drop)
}

/// 24 December: the Office hears that the province has awarded I8 for the same achievement.
pub(super) async fn past_award(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-24T10:00")?;
    let awarded = season
        .nominees()
        .filter(|(_, nominee)| nominee.base == "I8");
    season
        .each(awarded, |(_, nominee)| async move {
            let person = who(nominee.code.as_str(), Role::Nominee);
            let content = json!({
                "awardee": { "kind": "person", "person": season.player.cast().person(&person)? },
                "year": 2024,
                "award": {
                    "level": "province",
                    "form": "Bằng khen",
                    "number": "2210/QĐ-UBND",
                    "date": "2024-11-20",
                    "same_achievement": true,
                },
            });
            let command = ("record_past_award", nominee.code.as_str());
            season.act(&issuer(), command, content).await.map(drop)
        })
        .await
}

/// Imports the rows: those of Home Affairs by the Office, all others by the attesting officer.
async fn import(
    season: &Season,
    (status, cut_off): (&str, &str),
    rows: Vec<Value>,
) -> anyhow::Result<()> {
    let home = season.player.cast().part(&review_head())?.unit.clone();
    let (own, others): (Vec<Value>, Vec<Value>) = rows
        .into_iter()
        .partition(|row| row["unit"].as_str() == home.as_deref());
    for (attester, rows) in [(issuer(), others), (issuer_for_home_affairs(), own)] {
        let part = format!("{status}-{cut_off}-{}", attester.handle);
        let sheet = json!({ "year": 2024, "status": status, "cut_off": cut_off, "rows": rows });
        season
            .act(&attester, ("import_unit_results", &part), sheet)
            .await?;
    }
    Ok(())
}

/// Whether the index of the year is there.
#[derive(Clone, Copy)]
enum Score {
    Open,
    Known,
}

fn rows_of_nominating(season: &Season, score: Score) -> Vec<Value> {
    let units = season.units().iter();
    units.map(|unit| row(season, &unit.slug, score)).collect()
}

/// The made-up result of a unit.
///
/// Who nominates itself has done what it committed to, who nominates persons the tasks of the yearly
/// plan; of the others some have tasks open, and some have only held their score.
fn row(season: &Season, unit: &str, score: Score) -> Value {
    let nominates = |kind| {
        let mut nominees = season.nominees();
        nominees.any(|(of, nominee)| of.slug == unit && nominee.kind == kind)
    };
    let is_idle = season.units().iter().all(|of| of.slug != unit);
    let holds_its_score = is_idle && unit.len().is_multiple_of(2);
    let planned = nominates(NomineeKind::Individual) || holds_its_score;
    let committed = nominates(NomineeKind::Collective) || holds_its_score;
    let (planned, committed) = (
        if planned { 30 } else { 28 },
        if committed { 10 } else { 9 },
    );
    let score_bp = match score {
        Score::Open => None,
        Score::Known if holds_its_score => Some(8_500),
        Score::Known => Some(8_700 + unit.len()),
    };
    json!({
        "unit": unit,
        "result": {
            "planned": { "done": planned, "total": 30 },
            "on_time": planned - 1,
            "committed": { "done": committed, "total": 10 },
            "score_bp": score_bp,
            "prior_score_bp": 8_500,
            "scale": "100",
        },
    })
}
