//! The submissions that a unit has opened, from the first on.

use super::State;
use crate::{CampaignId, Need, StreamKey, SubmissionId, UnitId, World};

/// The submissions in view, one after the other.
pub(super) fn submissions<'w>(
    world: &'w World,
    campaign: &CampaignId,
    unit: &UnitId,
) -> impl Iterator<Item = (SubmissionId, &'w State)> {
    (1..).map_while(|number| {
        let submission = numbered(campaign, unit, number);
        let is_shown = world.shows(&StreamKey::submission(&submission));
        let state = is_shown.then(|| world.submission(&submission))?;
        (*state != State::Absent).then_some((submission, state))
    })
}

/// What it takes to see them all: each, and that there is no other.
pub(super) fn needs(world: &World, campaign: &CampaignId, unit: &UnitId) -> Vec<Need> {
    let last = submissions(world, campaign, unit).last();
    let next = last.map_or(1, |(submission, _)| submission.number + 1);
    (1..=next)
        .map(|number| Need::read(StreamKey::submission(&numbered(campaign, unit, number))))
        .collect()
}

/// The submission before this one; the first has none.
pub(super) fn previous(submission: &SubmissionId) -> Option<SubmissionId> {
    let number = submission.number.checked_sub(1);
    let number = number.filter(|number| *number > 0)?;
    Some(numbered(&submission.campaign, &submission.unit, number))
}

fn numbered(campaign: &CampaignId, unit: &UnitId, number: u32) -> SubmissionId {
    SubmissionId {
        campaign: campaign.clone(),
        unit: unit.clone(),
        number,
    }
}
