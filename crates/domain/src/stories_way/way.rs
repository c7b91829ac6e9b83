//! The way of nominees from the launch to the award, command by command.

use std::sync::LazyLock;

use crate::{
    Actor, AwardCoefficients, Command, DocumentKind, Dong, FactStatus, FactSubject, Finding,
    NominationId, NomineeKind, Role, RoundingRule,
    campaign::AnnounceDeadline,
    council_session::Choice,
    decision::InitialAspect,
    fact::{Rating, RecordInitiative, RecordRating},
    legal_basis::{RecordBaseWage, RecordRegime},
    nomination::{AttachReport, ConfirmReport, RecordFinding},
    stories_kit::{
        Stage, UNITS_WITH_RESULTS, acting, allocate, approved, campaign, campaign_manager, day,
        determine, document, draft_collective, draft_person, evidence_issuer, good_result, group,
        head, import, instrument, item, meeting, moment, nomination, nominee, of_unit, officer,
        paper, person, person_of, propose, rank, review_head, secretary, system, unit,
    },
    stories_way as step,
    unit_session::RecordUnitMeeting,
};

/// Who asks for what, and when.
#[derive(Debug, Clone)]
pub struct Step {
    /// The time in Viet Nam: `2024-11-29T17:20`.
    pub at: &'static str,
    /// Who asks.
    pub actor: Actor,
    /// For what.
    pub command: Command,
}

/// Somebody on the way.
#[derive(Debug, Clone)]
pub(crate) struct Nominee {
    /// The serial of the nomination: nominees are drafted in this order.
    pub(crate) serial: u32,
    /// The unit.
    pub(crate) of: &'static str,
    /// The word of a person's role there; none for the unit itself.
    pub(crate) who: Option<String>,
}

/// Slots of a unit for persons.
pub(crate) type UnitSlots = (&'static str, u32);

/// The stage before the first step: launched, with the law of 2024.
pub(crate) fn beginning() -> Stage {
    static BEGINNING: LazyLock<Stage> = LazyLock::new(|| {
        Stage::launched()
            .then(&system(), regime())
            .then(&system(), base_wage())
            .knowing(
                nominee("nominee.van-phong"),
                2024,
                subject("nominee", "van-phong"),
            )
    });
    BEGINNING.clone()
}

/// All steps of C1 and I1, in order.
pub(crate) fn way() -> Vec<Step> {
    let c1 = Nominee {
        serial: 1,
        of: "tai-chinh",
        who: None,
    };
    let i1 = Nominee {
        serial: 2,
        of: "van-phong",
        who: Some("nominee".to_owned()),
    };
    let slots = [("van-phong", 1), ("tu-phap", 2)];
    way_of(&[c1, i1], &slots, FactStatus::Provisional)
}

/// All steps of these nominees, in order, beginning with results of this status.
pub(crate) fn way_of(nominees: &[Nominee], slots: &[UnitSlots], results: FactStatus) -> Vec<Step> {
    let parts = [
        self::slots(slots, results),
        nominees.iter().flat_map(proposal).collect(),
        meetings(nominees),
        submissions(nominees),
        reviews(nominees),
        council(&cases(nominees)),
        decision(&cases(nominees)),
    ];
    parts.into_iter().flatten().collect()
}

pub(crate) fn step(at: &'static str, actor: Actor, command: impl Into<Command>) -> Step {
    Step {
        at,
        actor,
        command: command.into(),
    }
}

fn cases(nominees: &[Nominee]) -> Vec<NominationId> {
    let nominees = nominees.iter();
    nominees.map(|one| nomination(one.serial)).collect()
}

/// The units of the nominees, each once, with its own.
fn by_unit(nominees: &[Nominee]) -> Vec<(&'static str, Vec<&Nominee>)> {
    let mut units: Vec<(&'static str, Vec<&Nominee>)> = Vec::new();
    for one in nominees {
        match units.iter_mut().find(|(of, _)| *of == one.of) {
            Some((_, nominees)) => nominees.push(one),
            None => units.push((one.of, vec![one])),
        }
    }
    units
}

fn slots(individuals: &[UnitSlots], status: FactStatus) -> Vec<Step> {
    let at = "2024-10-31T09:00";
    let results = UNITS_WITH_RESULTS.map(|of| (of, good_result()));
    let (head, manager) = (approved(&review_head()), approved(&campaign_manager()));
    let collectives = [(group("agencies"), 2), (group("communes"), 1)];
    let individuals = individuals.iter();
    let individuals = individuals.map(|(of, slots)| (of_unit(of), *slots));
    let deadline = AnnounceDeadline {
        campaign: campaign(),
        due: moment("2024-11-29T17:00"),
    };
    vec![
        step(at, evidence_issuer(), import(results, status)),
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

fn proposal(nominee: &Nominee) -> [Step; 4] {
    let (at, of) = ("2024-11-05T09:00", nominee.of);
    let draft = match &nominee.who {
        None => draft_collective(of),
        Some(who) => draft_person(who, of),
    };
    let report = document(DocumentKind::AchievementReport, 7);
    let confirm = ConfirmReport {
        nomination: nomination(nominee.serial),
        sha256: report.sha256.clone(),
    };
    let attach = AttachReport {
        nomination: nomination(nominee.serial),
        document: report,
    };
    [
        step(at, officer(of), draft),
        step(at, officer(of), attach),
        step(at, head(of), confirm),
        step(at, officer(of), propose(nominee.serial)),
    ]
}

fn meetings(nominees: &[Nominee]) -> Vec<Step> {
    let at = "2024-11-19T16:00";
    let held = by_unit(nominees)
        .into_iter()
        .map(|(of, nominees)| step(at, secretary(of), held(of, &nominees)));
    let ranking = rank("agencies", collectives(nominees));
    held.chain([step("2024-11-20T09:00", review_head(), ranking)])
        .collect()
}

/// Nobody steps out for the unit itself; each person steps out for the own case.
fn held(of: &str, nominees: &[&Nominee]) -> RecordUnitMeeting {
    let voted = |one: &&Nominee| match one.who {
        None => item(one.serial, (11, 0), 0),
        Some(_) => item(one.serial, (9, 1), 1),
    };
    meeting(of, nominees.iter().map(voted))
}

fn collectives(nominees: &[Nominee]) -> impl Iterator<Item = u32> {
    let units = nominees.iter().filter(|one| one.who.is_none());
    units.map(|one| one.serial)
}

fn submissions(nominees: &[Nominee]) -> Vec<Step> {
    let intake = acting("tiep-nhan", Role::IntakeOfficer);
    let of_unit = |(of, nominees): (&'static str, Vec<&Nominee>)| {
        let at = "2024-11-26T09:00";
        let certify = step::certify_of(&held(of, &nominees));
        let list = nominees.iter().map(|one| nomination(one.serial)).collect();
        [
            step(at, officer(of), step::open_submission(of)),
            step(at, officer(of), step::attach(of, step::letter())),
            step(at, officer(of), step::attach(of, step::extract())),
            step(at, officer(of), step::set_list(of, list)),
            step(at, secretary(of), certify),
            step(at, head(of), step::sign_letter(of)),
            step(at, head(of), step::submit(of)),
            step("2024-11-27T08:00", intake.clone(), step::acknowledge(of)),
        ]
    };
    by_unit(nominees).into_iter().flat_map(of_unit).collect()
}

fn reviews(nominees: &[Nominee]) -> Vec<Step> {
    let (at, cases) = ("2024-12-13T09:00", cases(nominees));
    let results = UNITS_WITH_RESULTS.map(|of| (of, good_result()));
    let mut steps = vec![
        step(at, review_head(), step::assign(cases.clone())),
        step(at, evidence_issuer(), import(results, FactStatus::Final)),
        step(at, evidence_issuer(), initiative()),
    ];
    let rated = |one: &Nominee| {
        let rating = rating(one.who.as_ref()?, one.of);
        Some(step(at, head(one.of), rating))
    };
    steps.extend(nominees.iter().filter_map(rated));
    steps.extend(
        nominees
            .iter()
            .map(|one| step(at, step::reviewer(), found_met(one))),
    );
    steps.extend([
        step(at, step::reviewer(), step::recommend_pass(cases.clone())),
        step("2024-12-16T09:00", review_head(), step::pass(cases)),
    ]);
    steps
}

fn found_met(nominee: &Nominee) -> RecordFinding {
    let criteria = match nominee.who {
        None => ["C1", "C2", "C3", "C4x", "C5"],
        Some(_) => ["I1", "I2", "I3", "I4", "I5"],
    };
    let met = criteria.map(|code| (code, Finding::Met));
    step::find(nomination(nominee.serial), &met)
}

fn council(cases: &[NominationId]) -> Vec<Step> {
    let (at, secretary) = ("2024-12-20T08:00", step::council_secretary);
    let members = step::MEMBERS.map(|(who, _)| who);
    let ballots = members.map(|who| {
        let ballot = step::ballot(1, person(who), Choice::For);
        step(at, step::council_secretary(), ballot)
    });
    let mut steps = vec![
        step("2024-12-17T09:00", secretary(), step::convene()),
        step("2024-12-17T09:00", secretary(), step::list(cases.to_vec())),
        step(at, secretary(), step::attend(&members)),
        step(at, secretary(), step::open_motion(1, cases.to_vec())),
    ];
    steps.extend(ballots);
    steps.extend([
        step(at, secretary(), step::close_motion(1)),
        step(at, secretary(), step::close_session()),
        step(
            at,
            step::member("chu-tich"),
            step::sign_minutes(step::all_for(cases)),
        ),
    ]);
    steps
}

fn decision(cases: &[NominationId]) -> Vec<Step> {
    let signed = step::sign(1, "2024-12-27T09:00");
    let number = step::assign_number(1, 4385, "2024-12-27");
    let draft = step::draft(1, cases.to_vec());
    let content = step::initial(1, InitialAspect::Content);
    let form = step::initial(1, InitialAspect::Form);
    vec![
        step(
            "2024-12-23T09:00",
            review_head(),
            step::present(1, cases.to_vec()),
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

fn subject(who: &str, of: &str) -> FactSubject {
    let subject = FactSubject::parse(&format!("subject.{who}.{of}"));
    subject.expect("the way's subject is an identifier")
}

fn rating(who: &str, of: &str) -> RecordRating {
    RecordRating {
        person: person_of(who, of),
        subject: subject(who, of),
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

pub(crate) fn regime() -> RecordRegime {
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

pub(crate) fn base_wage() -> RecordBaseWage {
    RecordBaseWage {
        instrument: instrument("luong-co-so"),
        amount: Dong(2_340_000),
        valid_from: day("2024-07-01"),
        document: paper("Nghị định về lương cơ sở"),
    }
}
