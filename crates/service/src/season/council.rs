//! Step 10: the Standing Committee, with a recusal and a tie.

use serde_json::{Value, json};

use super::{
    people::{Who, who},
    review,
    script::{Season, first, secretary},
};
use khen_domain::Role;

/// Seats of the Standing Committee: the Chairman, the vice-chair, the standing vice-chair, the
/// Labour Federation.
fn members() -> [Who; 4] {
    [
        who("CT", Role::CouncilChair),
        who("PCT", Role::CouncilViceChair),
        who("TPNV", Role::CouncilMember),
        who("LD", Role::CouncilMember),
    ]
}

/// Of the office whose head sits in the Council.
const RECUSED: &str = "I14";
/// Two for, two against: the chair's side decides.
const TIED: &str = "I5";

/// 17 to 20 December.
pub(super) async fn play(season: &Season) -> anyhow::Result<()> {
    convene(season).await?;
    open(season).await?;
    let recused = season.nomination(RECUSED)?;
    let tied = season.nominations(&[TIED])?;
    let list: Vec<String> = review::passed(season)?
        .into_iter()
        .filter(|one| *one != recused && !tied.contains(one))
        .collect();
    let all_for = ["for"; 4];
    vote(season, 1, &list, &all_for).await?;
    vote(season, 2, &[recused], &["for", "for", "", "for"]).await?;
    vote(season, 3, &tied, &["for", "against", "for", "against"]).await?;
    close(season).await
}

/// 17 December: three working days ahead.
async fn convene(season: &Season) -> anyhow::Result<()> {
    let cast = season.player.cast();
    let assignments: Vec<String> = members()
        .iter()
        .map(|member| cast.assignment(member).map(ToOwned::to_owned))
        .collect::<anyhow::Result<_>>()?;
    season.player.at("2024-12-17T09:00")?;
    let convened = json!({
        "session": first(),
        "mode": "standing",
        "at": "2024-12-20T14:00:00+07:00",
        "place": "Phòng họp UBND huyện",
        "members": assignments,
    });
    season
        .act(&secretary(), ("convene_council", "1"), convened)
        .await?;
    season.player.at("2024-12-17T09:30")?;
    let listed = json!({ "session": first(), "nominations": review::passed(season)? });
    season
        .act(&secretary(), ("list_nominations", "1"), listed)
        .await?;
    Ok(())
}

/// 20 December, 14:00: all four are there; the head of Home Affairs takes no part in I14.
async fn open(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-20T14:00")?;
    let persons: Vec<String> = members()
        .iter()
        .map(|member| person(season, member))
        .collect::<anyhow::Result<_>>()?;
    let attendance = json!({ "session": first(), "present": persons });
    season
        .act(&secretary(), ("record_attendance", "1"), attendance)
        .await?;
    let [_, _, head, _] = members();
    let recusal = json!({
        "session": first(),
        "member": person(season, &head)?,
        "nomination": season.nomination(RECUSED)?,
        "ground": "directly_manages",
    });
    season.act(&head, ("declare_recusal", "1"), recusal).await?;
    Ok(())
}

/// One motion: every member casts the own ballot; an empty choice is none.
async fn vote(
    season: &Season,
    motion: u32,
    items: &[String],
    choices: &[&str; 4],
) -> anyhow::Result<()> {
    season.player.at(&format!("2024-12-20T14:{motion}0"))?;
    let part = motion.to_string();
    let opened = json!({ "session": first(), "motion": motion, "items": items });
    season
        .act(&secretary(), ("open_motion", &part), opened)
        .await?;
    for (member, choice) in members().iter().zip(choices) {
        if choice.is_empty() {
            continue;
        }
        let ballot = json!({
            "session": first(),
            "motion": motion,
            "member": person(season, member)?,
            "choice": choice,
        });
        let cast = format!("{motion}-{}", member.handle);
        season.act(member, ("cast_ballot", &cast), ballot).await?;
    }
    let closed = json!({ "session": first(), "motion": motion });
    season
        .act(&secretary(), ("close_motion", &part), closed)
        .await?;
    Ok(())
}

/// The same afternoon: the session closes, its minutes are signed.
async fn close(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-20T15:00")?;
    let this: Value = json!({ "session": first() });
    season
        .act(&secretary(), ("close_council_session", "1"), this)
        .await?;
    season.player.at("2024-12-20T16:00")?;
    let paper = ("minutes", "Bien ban hop Thuong truc Hoi dong");
    let minutes = season
        .player
        .upload(&secretary(), "authority", paper)
        .await?;
    let signed = json!({ "session": first(), "document": minutes });
    season
        .act(&secretary(), ("sign_minutes", "1"), signed)
        .await?;
    Ok(())
}

fn person(season: &Season, member: &Who) -> anyhow::Result<String> {
    season.player.cast().person(member).map(ToOwned::to_owned)
}
