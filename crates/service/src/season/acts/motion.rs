//! The Council votes on a motion: every member casts the own ballot.

use serde_json::{Value, json};

use crate::season::{
    fill::{Filler, Scope},
    people::parse_who,
    player::Step,
    script::{Motion, StepRow},
    stage::Season,
};

/// Opens the motion, casts the ballots, closes it.
pub(super) async fn play(season: &Season, step: &StepRow, motion: &Motion) -> anyhow::Result<()> {
    let scope = Scope::default();
    let secretary = step.actor(&scope)?;
    let filler = Filler {
        season,
        scope,
        actor: &secretary,
    };
    let session = json!({ "campaign": season.campaign(), "number": motion.session });
    let number = motion.number;
    let this = json!({ "session": session, "motion": number });
    let opened = json!({
        "session": session,
        "motion": number,
        "items": filler.fill(&motion.items).await?,
    });
    let named = format!("{}-{number}", motion.session);
    let sent = |command, content: Value| Step {
        who: &secretary,
        command,
        at: &step.at,
        part: &named,
        content,
    };
    season.player.act(sent("open_motion", opened)).await?;
    for (member, choice) in &motion.ballots {
        let member = parse_who(member)?;
        let ballot = json!({
            "session": session,
            "motion": number,
            "member": season.player.cast().person(&member)?,
            "choice": choice,
        });
        let part = format!("{named}-{}", member.handle);
        let cast = Step {
            who: &member,
            part: &part,
            ..sent("cast_ballot", ballot)
        };
        season.player.act(cast).await?;
    }
    season.player.act(sent("close_motion", this)).await?;
    Ok(())
}
