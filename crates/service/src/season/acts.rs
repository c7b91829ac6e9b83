//! What takes more than one command, or content that is made and not written.

mod letter;
mod meeting;
mod motion;
mod register;

pub(super) use letter::stated;

use super::{
    script::{Act, StepRow},
    stage::Season,
};

/// Plays an act at the time of its step.
pub(super) async fn play(season: &Season, step: &StepRow, act: &Act) -> anyhow::Result<()> {
    match act {
        Act::RegisterCampaign => register::play(season, step).await,
        Act::Meet(meeting) => meeting::play(season, &step.at, meeting).await,
        Act::PrepareLetter(letter) => letter::play(season, &step.at, letter).await,
        Act::Vote(motion) => motion::play(season, step, motion).await,
    }
}
