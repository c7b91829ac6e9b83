//! The way of C1 and I1 from the launch to the award, command by command.

use std::sync::LazyLock;

use crate::{
    Actor, AwardCoefficients, Command, DocumentKind, Dong, FactStatus, FactSubject, NomineeKind,
    Role, RoundingRule,
    campaign::AnnounceDeadline,
    council_session::Choice,
    decision::InitialAspect,
    fact::{Rating, RecordInitiative, RecordRating},
    legal_basis::{RecordBaseWage, RecordRegime},
    nomination::{AttachReport, ConfirmReport},
    stories_kit::{
        Stage, UNITS_WITH_RESULTS, acting, allocate, approved, campaign, campaign_manager, day,
        determine, document, draft_collective, draft_individual, evidence_issuer, good_result,
        group, head, import, instrument, item, meeting, moment, nomination, nominee, of_unit,
        officer, paper, person, person_of, propose, rank, review_head, secretary, system, unit,
    },
    stories_way as step,
};

/// Who asks for what, and when.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) at: &'static str,
    pub(super) actor: Actor,
    pub(super) command: Command,
}

/// The stage before the first step: launched, with the law of 2024.
pub(super) fn beginning() -> Stage {
    static BEGINNING: LazyLock<Stage> = LazyLock::new(|| {
        Stage::launched()
            .then(&system(), regime())
            .then(&system(), base_wage())
            .knowing(nominee("nominee.van-phong"), 2024, subject())
    });
    BEGINNING.clone()
}

/// All steps, in order.
pub(super) fn way() -> Vec<Step> {
    let parts = [
        slots(),
        proposals(),
        meetings(),
        submissions(),
        reviews(),
        council(),
        decision(),
    ];
    parts.into_iter().flatten().collect()
}

fn step(at: &'static str, actor: Actor, command: impl Into<Command>) -> Step {
    Step {
        at,
        actor,
        command: command.into(),
    }
}

fn slots() -> Vec<Step> {
    let at = "2024-10-31T09:00";
    let results = UNITS_WITH_RESULTS.map(|of| (of, good_result()));
    let (head, manager) = (approved(&review_head()), approved(&campaign_manager()));
    let collectives = [(group("agencies"), 2), (group("communes"), 1)];
    let individuals = [(of_unit("van-phong"), 1), (of_unit("tu-phap"), 2)];
    let deadline = AnnounceDeadline {
        campaign: campaign(),
        due: moment("2024-11-29T17:00"),
    };
    vec![
        step(
            at,
            evidence_issuer(),
            import(results, FactStatus::Provisional),
        ),
        step(at, head.clone(), determine(NomineeKind::Collective)),
        step(at, head, determine(NomineeKind::Individual)),
        step(
            at,
            manager.clone(),
            allocate(NomineeKind::Collective, collectives),
        ),
        step(at, manager, allocate(NomineeKind::Individual, individuals)),
        step("2024-11-01T08:00", review_head(), deadline),
    ]
}

fn proposals() -> Vec<Step> {
    let at = "2024-11-05T09:00";
    let drafts = [
        (1, "tai-chinh", draft_collective("tai-chinh")),
        (2, "van-phong", draft_individual("van-phong")),
    ];
    let proposal = |(serial, of, draft)| {
        let report = document(DocumentKind::AchievementReport, 7);
        let confirm = ConfirmReport {
            nomination: nomination(serial),
            sha256: report.sha256.clone(),
        };
        let attach = AttachReport {
            nomination: nomination(serial),
            document: report,
        };
        [
            step(at, officer(of), Command::DraftNomination(draft)),
            step(at, officer(of), attach),
            step(at, head(of), confirm),
            step(at, officer(of), propose(serial)),
        ]
    };
    drafts.into_iter().flat_map(proposal).collect()
}

fn meetings() -> Vec<Step> {
    let at = "2024-11-19T16:00";
    let of_tai_chinh = meeting("tai-chinh", [item(1, (11, 0), 0)]);
    let of_van_phong = meeting("van-phong", [item(2, (9, 1), 1)]);
    vec![
        step(at, secretary("tai-chinh"), of_tai_chinh),
        step(at, secretary("van-phong"), of_van_phong),
        step("2024-11-20T09:00", review_head(), rank("agencies", [1])),
    ]
}

fn submissions() -> Vec<Step> {
    let intake = acting("tiep-nhan", Role::IntakeOfficer);
    let of_unit = |(serial, of)| {
        let at = "2024-11-26T09:00";
        [
            step(at, officer(of), step::open_submission(of)),
            step(at, officer(of), step::attach(of, step::letter())),
            step(at, officer(of), step::attach(of, step::extract())),
            step(
                at,
                officer(of),
                step::set_list(of, vec![nomination(serial)]),
            ),
            step(at, secretary(of), step::certify(of)),
            step(at, head(of), step::sign_letter(of)),
            step(at, head(of), step::submit(of)),
            step("2024-11-27T08:00", intake.clone(), step::acknowledge(of)),
        ]
    };
    [(1, "tai-chinh"), (2, "van-phong")]
        .into_iter()
        .flat_map(of_unit)
        .collect()
}

fn reviews() -> Vec<Step> {
    use crate::Finding::Met;

    let at = "2024-12-13T09:00";
    let results = UNITS_WITH_RESULTS.map(|of| (of, good_result()));
    let collective = ["C1", "C2", "C3", "C4x", "C5"].map(|code| (code, Met));
    let individual = ["I1", "I2", "I3", "I4", "I5"].map(|code| (code, Met));
    vec![
        step(at, review_head(), step::assign(step::both())),
        step(at, evidence_issuer(), import(results, FactStatus::Final)),
        step(at, evidence_issuer(), initiative()),
        step(at, head("van-phong"), rating()),
        step(at, step::reviewer(), step::find(step::c1(), &collective)),
        step(at, step::reviewer(), step::find(step::i1(), &individual)),
        step(at, step::reviewer(), step::recommend_pass(step::both())),
        step("2024-12-16T09:00", review_head(), step::pass(step::both())),
    ]
}

fn council() -> Vec<Step> {
    let (at, secretary) = ("2024-12-20T08:00", step::council_secretary);
    let members = step::MEMBERS.map(|(who, _)| who);
    let ballots = members.map(|who| {
        let ballot = step::ballot(1, person(who), Choice::For);
        step(at, step::council_secretary(), ballot)
    });
    let mut steps = vec![
        step("2024-12-17T09:00", secretary(), step::convene()),
        step("2024-12-17T09:00", secretary(), step::list(step::both())),
        step(at, secretary(), step::attend(&members)),
        step(at, secretary(), step::open_motion(1, step::both())),
    ];
    steps.extend(ballots);
    steps.extend([
        step(at, secretary(), step::close_motion(1)),
        step(at, secretary(), step::close_session()),
        step(at, step::member("chu-tich"), step::sign_minutes()),
    ]);
    steps
}

fn decision() -> Vec<Step> {
    let signed = step::sign(1, "2024-12-27T09:00");
    let number = step::assign_number(1, 4385, "2024-12-27");
    let draft = step::draft(1, step::both());
    let content = step::initial(1, InitialAspect::Content);
    let form = step::initial(1, InitialAspect::Form);
    vec![
        step(
            "2024-12-23T09:00",
            review_head(),
            step::present(1, step::both()),
        ),
        step("2024-12-24T09:00", step::office(), step::check(1)),
        step("2024-12-26T08:00", step::chairman(), step::decide(1, &[])),
        step("2024-12-26T14:00", campaign_manager(), draft),
        step("2024-12-26T14:00", review_head(), content),
        step("2024-12-26T14:00", step::office(), form),
        step("2024-12-27T09:00", step::chairman(), signed),
        step("2024-12-27T09:40", step::clerk(), number),
        step("2024-12-27T09:40", step::clerk(), step::seal(1)),
        step("2024-12-27T10:00", step::clerk(), step::issue(1)),
    ]
}

fn subject() -> FactSubject {
    FactSubject::parse("subject.nominee.van-phong").expect("the way's subject is an identifier")
}

fn rating() -> RecordRating {
    RecordRating {
        person: person_of("nominee", "van-phong"),
        subject: subject(),
        year: 2024,
        rating: Rating::CompletedWell,
        status: FactStatus::Final,
    }
}

fn initiative() -> RecordInitiative {
    RecordInitiative {
        unit: unit("tai-chinh"),
        year: 2024,
        number: "12/QĐ-HĐSK".into(),
        date: day("2024-10-01"),
        recognised_by: "Hội đồng sáng kiến".into(),
        document: None,
    }
}

fn regime() -> RecordRegime {
    RecordRegime {
        instrument: instrument("ND-98-2023"),
        coefficients: AwardCoefficients {
            individual_bp: 3_000,
            collective_bp: 6_000,
            rounding: RoundingRule::Ceil10k,
        },
        valid_from: day("2024-01-01"),
        valid_until: Some(day("2025-06-30")),
        document: paper("Nghị định 98"),
    }
}

fn base_wage() -> RecordBaseWage {
    RecordBaseWage {
        instrument: instrument("luong-co-so"),
        amount: Dong(2_340_000),
        valid_from: day("2024-07-01"),
        document: paper("Nghị định về lương cơ sở"),
    }
}
