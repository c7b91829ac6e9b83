//! The first half of a season in stages, each the one before and a gate more, told by commands.

use super::{
    Stage, acting, assignment, campaign, campaign_manager, criteria, day, deputy, document,
    evidence_issuer, for_authority, gate_rules, head, nomination, nominee, officer, on_behalf,
    person_of, plan, review_head, sealed, secretary, unit,
};
use crate::{
    Actor, Command, DocumentKind, FactStatus, GroupId, NomineeKind, Role, Tally, UnitSessionId,
    campaign::{ApproveCriteria, LaunchCampaign, RegisterPlan, SetGateRules},
    fact::{ImportUnitResults, Tasks, UnitResult, UnitResultRow},
    nomination::{AttachReport, Candidate, ConfirmReport, DraftNomination, ProposeNominee},
    quota::{AllocateQuota, Allocation, DetermineEligibleUnits, SetQuota, SlotHolder},
    unit_session::{MeetingItem, RankGroup, RecordUnitMeeting},
};

/// Units whose results are imported; the inspectorate attests none of its own (SD11).
pub const UNITS_WITH_RESULTS: [&str; 5] =
    ["noi-vu", "van-phong", "tai-chinh", "tu-phap", "tan-khai"];

impl Stage {
    /// The campaign is launched with a quota of 5 and 10, on 15 March.
    #[must_use]
    #[track_caller]
    pub fn launched() -> Self {
        Self::registered()
            .then(&for_authority(), set_quota(5, 10))
            .then(&for_authority(), launch())
    }

    /// The plan, its criteria and rules are there; nothing is launched.
    #[must_use]
    #[track_caller]
    pub fn registered() -> Self {
        let [plan, criteria, rules] = definition();
        let manager = for_authority();
        Self::office()
            .at("2024-03-15T08:00")
            .then(&manager, plan)
            .then(&manager, criteria)
            .then(&manager, rules)
    }

    /// The facts are there and the units are eligible, on 31 October.
    #[must_use]
    #[track_caller]
    pub fn determined() -> Self {
        let results = UNITS_WITH_RESULTS.map(|of| (of, good_result()));
        Self::launched()
            .at("2024-10-31T09:00")
            .then(&evidence_issuer(), import(results, FactStatus::Provisional))
            .then(
                &approved(&review_head()),
                determine(NomineeKind::Collective),
            )
            .then(
                &approved(&review_head()),
                determine(NomineeKind::Individual),
            )
    }

    /// Two slots for the agencies, one for the communes; individuals: Văn phòng 1, Tư pháp 2.
    #[must_use]
    #[track_caller]
    pub fn allocated() -> Self {
        let manager = approved(&campaign_manager());
        let collectives = allocate(
            NomineeKind::Collective,
            [(group("agencies"), 2), (group("communes"), 1)],
        );
        let individuals = allocate(
            NomineeKind::Individual,
            [(of_unit("van-phong"), 1), (of_unit("tu-phap"), 2)],
        );
        Self::determined()
            .at("2024-10-31T14:00")
            .then(&manager, collectives)
            .then(&manager, individuals)
    }

    /// C1, the collective of `tai-chinh` (1), and I1, a person of `van-phong` (2), are proposed
    /// with confirmed reports, on 5 November.
    #[must_use]
    #[track_caller]
    pub fn proposed() -> Self {
        Self::allocated()
            .at("2024-11-05T09:00")
            .proposing(1, &draft_collective("tai-chinh"))
            .proposing(2, &draft_individual("van-phong"))
    }

    /// Both units have met and carried them, on 19 November; C1 waits for the ranking.
    #[must_use]
    #[track_caller]
    pub fn met() -> Self {
        Self::proposed()
            .at("2024-11-19T16:00")
            .then(
                &secretary("tai-chinh"),
                meeting("tai-chinh", [item(1, (11, 0), 0)]),
            )
            .then(
                &secretary("van-phong"),
                meeting("van-phong", [item(2, (9, 1), 1)]),
            )
    }

    /// The agencies are ranked: C1 and I1 are endorsed.
    #[must_use]
    #[track_caller]
    pub fn ranked() -> Self {
        Self::met().then(&approved(&review_head()), rank("agencies", [1]))
    }

    /// Drafts, proposes and reports on one more nomination, which becomes this serial. The deputy
    /// confirms the report on the head (SD10).
    #[must_use]
    #[track_caller]
    pub fn proposing(self, serial: u32, draft: &DraftNomination) -> Self {
        let of = draft.unit.as_str().to_owned();
        let report = document(DocumentKind::AchievementReport, 7);
        let sha256 = report.sha256.clone();
        let attach = AttachReport {
            nomination: nomination(serial),
            document: report,
        };
        let confirm = ConfirmReport {
            nomination: nomination(serial),
            sha256,
        };
        let is_head = matches!(
            &draft.candidate,
            Candidate::Individual { person, .. } if *person == person_of("head", &of)
        );
        let confirmer = if is_head { deputy(&of) } else { head(&of) };
        self.then(&officer(&of), draft.clone())
            .then(&officer(&of), attach)
            .then(&confirmer, confirm)
            .then(&officer(&of), propose(serial))
    }
}

/// The plan, its criteria and rules.
pub(crate) fn definition() -> [Command; 3] {
    let plan = RegisterPlan {
        campaign: campaign(),
        plan: Box::new(plan()),
    };
    let criteria = ApproveCriteria {
        campaign: campaign(),
        criteria: criteria(),
    };
    let rules = SetGateRules {
        campaign: campaign(),
        rules: gate_rules(),
    };
    [plan.into(), criteria.into(), rules.into()]
}

/// Launches the campaign.
pub(crate) fn launch() -> LaunchCampaign {
    LaunchCampaign {
        campaign: campaign(),
        date: day("2024-03-15"),
    }
}

/// The actor, with the Chairman's approval (SD11).
#[must_use]
pub fn approved(actor: &Actor) -> Actor {
    on_behalf(actor, "chu-tich", Role::Chairman)
}

/// Everything done, and a better score than last year.
#[must_use]
pub fn good_result() -> UnitResult {
    let all = Tasks {
        done: 20,
        total: 20,
    };
    UnitResult {
        planned: all,
        on_time: 19,
        committed: all,
        score_bp: Some(9_100),
        prior_score_bp: Some(8_900),
        scale: "100".into(),
        prior_scale: None,
    }
}

/// Sets the quota.
#[must_use]
pub fn set_quota(collective: u32, individual: u32) -> SetQuota {
    SetQuota {
        campaign: campaign(),
        collective,
        individual,
    }
}

/// A sheet of results, taken on 30 October.
#[must_use]
pub fn import<'a>(
    rows: impl IntoIterator<Item = (&'a str, UnitResult)>,
    status: FactStatus,
) -> ImportUnitResults {
    let rows = rows.into_iter().map(|(of, result)| UnitResultRow {
        unit: unit(of),
        result,
    });
    ImportUnitResults {
        year: 2024,
        status,
        cut_off: day("2024-10-30"),
        rows: rows.collect(),
    }
}

/// Determines who of the units with results may nominate.
#[must_use]
pub fn determine(kind: NomineeKind) -> DetermineEligibleUnits {
    DetermineEligibleUnits {
        campaign: campaign(),
        kind,
        units: UNITS_WITH_RESULTS.map(unit).into(),
    }
}

/// Allocates slots.
#[must_use]
pub fn allocate(
    kind: NomineeKind,
    lines: impl IntoIterator<Item = (SlotHolder, u32)>,
) -> AllocateQuota {
    let lines = lines.into_iter();
    AllocateQuota {
        campaign: campaign(),
        kind,
        allocations: lines.map(|(to, slots)| Allocation { to, slots }).collect(),
        reason: "Theo kết quả cải cách hành chính".into(),
    }
}

/// A group as a holder of slots.
#[must_use]
pub fn group(id: &str) -> SlotHolder {
    SlotHolder::Group(group_id(id))
}

/// A unit as a holder of slots.
#[must_use]
pub fn of_unit(id: &str) -> SlotHolder {
    SlotHolder::Unit(unit(id))
}

fn group_id(id: &str) -> GroupId {
    GroupId::parse(id).expect("the story's group is an identifier")
}

/// Drafts the unit itself.
#[must_use]
pub fn draft_collective(of: &str) -> DraftNomination {
    DraftNomination {
        campaign: campaign(),
        unit: unit(of),
        candidate: Candidate::Collective {},
    }
}

/// Drafts the person `nominee` of the unit.
#[must_use]
pub fn draft_individual(of: &str) -> DraftNomination {
    draft_person("nominee", of)
}

/// Drafts a person of the unit by the word of their role there.
#[must_use]
pub fn draft_person(who: &str, of: &str) -> DraftNomination {
    DraftNomination {
        campaign: campaign(),
        unit: unit(of),
        candidate: Candidate::Individual {
            person: person_of(who, of),
            nominee_ref: nominee(&format!("{who}.{of}")),
            name: sealed("Trần Thị Minh Họa"),
            title: sealed("Chuyên viên"),
        },
    }
}

/// Proposes, declaring that nothing is pending.
#[must_use]
pub fn propose(serial: u32) -> ProposeNominee {
    ProposeNominee {
        nomination: nomination(serial),
        declares_no_discipline: true,
    }
}

/// An item with votes for and against, and how many stepped out.
#[must_use]
pub fn item(serial: u32, (votes_for, votes_against): (u32, u32), recused: u32) -> MeetingItem {
    MeetingItem {
        nomination: nomination(serial),
        tally: Tally {
            votes_for,
            votes_against,
            abstained: 0,
        },
        recused,
    }
}

/// The first meeting of a unit, on 19 November: 11 of 12 came.
#[must_use]
pub fn meeting(of: &str, items: impl IntoIterator<Item = MeetingItem>) -> RecordUnitMeeting {
    RecordUnitMeeting {
        secretary: assignment(&format!("secretary.{of}"), Role::UnitSecretary),
        session: UnitSessionId {
            campaign: campaign(),
            unit: unit(of),
            number: 1,
        },
        date: day("2024-11-19"),
        place: "Phòng họp".into(),
        chair: assignment(&format!("head.{of}"), Role::UnitHead),
        present: 11,
        total: 12,
        items: items.into_iter().collect(),
        minutes: document(DocumentKind::Minutes, 8),
    }
}

/// Ranks a group, best first.
#[must_use]
pub fn rank(of: &str, serials: impl IntoIterator<Item = u32>) -> RankGroup {
    RankGroup {
        campaign: campaign(),
        group: group_id(of),
        ranking: serials.into_iter().map(nomination).collect(),
    }
}

/// Who attests for Home Affairs and the inspectorate: the Office.
#[must_use]
pub fn office_issuer() -> Actor {
    acting("vp-to-trinh", Role::EvidenceIssuer)
}
