//! Who is in the room, who takes no part in what, and what leaves the list.

use crate::council_session::{Event, Sitting, Stay};

pub(super) fn evolve(sitting: &mut Sitting, event: &Event) {
    match event {
        Event::MemberArrived { member, at } => {
            let stays = sitting.stays.entry(member.clone()).or_default();
            stays.push(Stay {
                from: *at,
                to: None,
            });
        }
        Event::MemberDeparted { member, at } => {
            let stays = sitting.stays.get_mut(member);
            if let Some(stay) = stays.and_then(|stays| stays.last_mut()) {
                stay.to = Some(*at);
            }
        }
        Event::RecusalDeclared {
            member, nomination, ..
        }
        | Event::RecusalImposed {
            member, nomination, ..
        } => {
            sitting.recused.insert((nomination.clone(), member.clone()));
        }
        Event::ItemPulled { nomination, .. } => {
            sitting.pulled.insert(nomination.clone());
        }
        Event::ReferredToFullCouncil { nominations } => {
            sitting.referred.extend(nominations.iter().cloned());
        }
        Event::CouncilConvened { .. }
        | Event::NominationsListed { .. }
        | Event::AttendanceRecorded { .. }
        | Event::ConsultationSent { .. }
        | Event::MotionOpened { .. }
        | Event::BallotCast { .. }
        | Event::VotesRecorded { .. }
        | Event::WrittenOpinionRecorded { .. }
        | Event::TallyRecorded { .. }
        | Event::CouncilMotionClosed { .. }
        | Event::MotionAnnulled { .. }
        | Event::CouncilSessionClosed {}
        | Event::CouncilMinutesSigned { .. } => {}
    }
}
