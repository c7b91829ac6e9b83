//! Waitlists, a quota that changes, and letters that ask to come late.

use super::{Wish, wish};
use crate::{
    NominationId, NomineeKind,
    quota::{ChangeQuota, ChangedAllocation, RestoreQuota},
    stories_kit::{
        approved, campaign, for_authority, group, head, moment, nomination, of_unit, paper,
        review_head,
    },
    stories_way as step,
    submission::{GrantLatePermission, LateCause, RequestLatePermission},
    waitlist::{PromoteFromWaitlist, RankForCouncil},
};

pub(super) fn waitlists() -> Vec<Wish> {
    [changes(), promotions(), late_letters()].concat()
}

/// Fewer places and more, with slots of both kinds.
fn changes() -> Vec<Wish> {
    let mut wishes = Vec::new();
    for change in [1, 2] {
        for (collective, individual) in [(0, 1), (1, 0), (2, 3), (5, 9), (6, 12)] {
            for slots in [0, 1] {
                let line = |kind, to| ChangedAllocation { kind, to, slots };
                let lines = [
                    line(NomineeKind::Collective, group("agencies")),
                    line(NomineeKind::Collective, group("communes")),
                    line(NomineeKind::Individual, of_unit("van-phong")),
                    line(NomineeKind::Individual, of_unit("tu-phap")),
                ];
                let command = ChangeQuota {
                    campaign: campaign(),
                    change,
                    collective,
                    individual,
                    allocations: lines.into(),
                    reason: "Điều chỉnh".into(),
                    document: paper("Quyết định điều chỉnh"),
                };
                wishes.push(wish(&for_authority(), command));
            }
        }
    }
    for nomination in step::both() {
        let document = paper("Quyết định");
        let command = RestoreQuota {
            nomination,
            document,
        };
        wishes.push(wish(&for_authority(), command));
    }
    wishes
}

fn promotions() -> Vec<Wish> {
    let head = approved(&review_head());
    let mut wishes = Vec::new();
    for serial in 1..6 {
        let nominations: Vec<NominationId> = vec![nomination(serial)];
        for kind in [NomineeKind::Collective, NomineeKind::Individual] {
            let ranking = nominations.clone();
            let rank = RankForCouncil {
                campaign: campaign(),
                kind,
                ranking,
            };
            wishes.push(wish(&head, rank));
        }
        let due = None;
        wishes.push(wish(&head, PromoteFromWaitlist { nominations, due }));
    }
    wishes
}

fn late_letters() -> Vec<Wish> {
    let mut wishes = Vec::new();
    for of in ["tai-chinh", "van-phong", "tu-phap"] {
        let reason_code = LateCause::Outage;
        let submission = step::submission(of);
        let request = RequestLatePermission {
            submission: submission.clone(),
            reason_code,
        };
        wishes.push(wish(&head(of), request));
        for until in ["2024-12-03T17:00", "2025-01-31T17:00"] {
            let grant = GrantLatePermission {
                submission: submission.clone(),
                until: moment(until),
                reason_code,
            };
            wishes.push(wish(&approved(&review_head()), grant));
        }
    }
    wishes
}
