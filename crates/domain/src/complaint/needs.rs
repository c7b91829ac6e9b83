//! What the commands on complaints read and write.

use super::{
    AcceptComplaint, DecideComplaint, RegisterComplaint, ReopenByComplaint, WithdrawComplaint,
    decide::previous,
};
use crate::{ComplaintId, Need, StreamKey, World, nomination::gates, waitlist::pool};

/// The complaint before it shows that the series has no gap.
pub(crate) fn register_complaint(command: &RegisterComplaint, _: &World) -> Vec<Need> {
    let complaint = &command.complaint;
    let mut needs = vec![
        written(complaint),
        Need::read(StreamKey::campaign(&complaint.campaign)),
    ];
    let before = previous(complaint);
    needs.extend(before.map(|before| Need::read(StreamKey::complaint(&before))));
    needs.extend(
        command
            .subject
            .iter()
            .map(StreamKey::nomination)
            .map(Need::read),
    );
    needs
}

pub(crate) fn accept_complaint(command: &AcceptComplaint, world: &World) -> Vec<Need> {
    let mut needs = with_subject(&command.complaint, world);
    needs.push(Need::read(StreamKey::campaign(&command.complaint.campaign)));
    needs
}

pub(crate) fn decide_complaint(command: &DecideComplaint, world: &World) -> Vec<Need> {
    with_subject(&command.complaint, world)
}

pub(crate) fn withdraw_complaint(command: &WithdrawComplaint, world: &World) -> Vec<Need> {
    with_subject(&command.complaint, world)
}

/// The complaint, the claim on the nominee, and whose slots are free.
pub(crate) fn reopen_by_complaint(command: &ReopenByComplaint, world: &World) -> Vec<Need> {
    let campaign = command.nomination.campaign();
    let mut needs = gates::with_slots(std::slice::from_ref(&command.nomination), world);
    needs.push(Need::read(StreamKey::complaint(&command.complaint)));
    needs.push(Need::read(StreamKey::campaign(campaign)));
    if let Some(case) = gates::in_view(world, &command.nomination) {
        needs.push(Need::read(StreamKey::claim(campaign, &case.nominee_ref)));
    }
    needs.extend(pool::needs(campaign, world));
    needs
}

/// The unit of the nomination that it is about judges nothing here (SD11).
fn with_subject(complaint: &ComplaintId, world: &World) -> Vec<Need> {
    let mut needs = vec![written(complaint)];
    if world.shows(&StreamKey::complaint(complaint)) {
        let complaint = world.complaint(complaint).complaint();
        let subject = complaint.and_then(|one| one.subject.as_ref());
        needs.extend(subject.map(StreamKey::nomination).map(Need::read));
    }
    needs
}

fn written(complaint: &ComplaintId) -> Need {
    Need::write(StreamKey::complaint(complaint))
}
