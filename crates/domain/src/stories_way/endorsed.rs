//! Where the second half begins: C1 and I1 are endorsed by their units and hold no slot yet. What
//! else a story needs is told as history, so that it is about the second half alone.

use crate::{
    AwardCoefficients, DocumentKind, Event, FactStatus, FactSubject, NominationId, NomineeKind,
    NomineeRef, Outcome, Role, RoundingRule, StreamKey, Tally,
    campaign::AnnounceDeadline,
    fact::{self, Rating, RecordRating, UnitResult},
    hold, legal_basis,
    nomination::{self, Nominee},
    quota::{self, SlotHolder},
    slot,
    stories_kit::{
        Stage, assignment, campaign, campaign_manager, day, document, evidence_issuer, gate_rules,
        good_result, head, import, instrument, moment, nomination as serial, nominee, officer,
        paper, person_of, review_head, sealed, secretary, system, unit,
    },
    stories_way::{base_wage, meeting},
    unit_session::{self, ItemOutcome},
};

/// Tập thể Phòng Tài chính – Kế hoạch.
pub(crate) fn c1() -> NominationId {
    serial(1)
}

/// A person of Văn phòng.
pub(crate) fn i1() -> NominationId {
    serial(2)
}

/// Both.
pub(crate) fn both() -> Vec<NominationId> {
    vec![c1(), i1()]
}

/// C1 and I1 are endorsed, a slot is free for each, the facts of the year are final, and it is the
/// morning of 25 November, four days before the deadline.
#[track_caller]
pub(crate) fn endorsed() -> Stage {
    let announce = AnnounceDeadline {
        campaign: campaign(),
        due: moment("2024-11-29T17:00"),
    };
    endorsed_before_the_deadline().then(&review_head(), announce)
}

/// The same, but no deadline is announced yet.
#[track_caller]
pub(crate) fn endorsed_before_the_deadline() -> Stage {
    let results = ["tai-chinh", "van-phong"].map(|of| (of, good_result()));
    let rating = RecordRating {
        person: person_of("nominee", "van-phong"),
        subject: subject_of(&i1()),
        year: 2024,
        rating: Rating::CompletedWell,
        status: FactStatus::Final,
    };
    Stage::ranked()
        .at("2024-11-25T08:00")
        .with_regime("ND-98-2023", "2024-01-01", Some("2025-06-30"))
        .with_regime("ND-152-2025", "2025-07-01", None)
        .then(&system(), base_wage())
        .then(&evidence_issuer(), import(results, FactStatus::Final))
        .then(&head("van-phong"), rating)
        .knowing(nominee("nominee.van-phong"), 2024, subject_of(&i1()))
}

/// Who is nominated: the unit itself, or a person who dies with a key.
pub(crate) fn nominee_of(id: &NominationId, of: &str, kind: NomineeKind) -> NomineeRef {
    match kind {
        NomineeKind::Collective => {
            NomineeRef::parse(of).expect("a unit's id names it as a nominee")
        }
        NomineeKind::Individual => nominee(&id.to_string()),
    }
}

/// A person as a subject of facts.
pub(crate) fn subject_of(id: &NominationId) -> FactSubject {
    let subject = FactSubject::parse(&format!("subject.{id}"));
    subject.expect("the story's subject is an identifier")
}

impl Stage {
    /// The law as it was before any rule of the plan.
    pub(crate) fn without_regimes(self) -> Self {
        self.with_regime("ND-98-2023", "2017-10-01", Some("2017-12-31"))
            .with_regime("ND-152-2025", "2025-07-01", None)
    }

    /// The series of base wages names none: another instrument stands in its place.
    pub(crate) fn without_base_wage(self) -> Self {
        self.with_regime("luong-co-so", "2024-01-01", None)
    }

    fn with_regime(self, id: &str, from: &str, until: Option<&str>) -> Self {
        let event = legal_basis::Event::RegimeRecorded {
            instrument: instrument(id),
            coefficients: AwardCoefficients {
                individual_bp: 3_000,
                collective_bp: 6_000,
                rounding: RoundingRule::Ceil10k,
            },
            valid_from: day(from),
            valid_until: until.map(day),
            document: paper("Nghị định"),
        };
        let stream = StreamKey::legal_basis(&instrument(id));
        self.with(&system(), [(stream, event)])
    }

    pub(crate) fn with_quota(self, collective: u32, individual: u32) -> Self {
        let event = quota::Event::QuotaSet {
            collective,
            individual,
        };
        self.with(
            &campaign_manager(),
            [(StreamKey::quota(&campaign()), event)],
        )
    }

    /// Something is being verified about the subject.
    pub(crate) fn with_hold(self, subject: &FactSubject) -> Self {
        let placed = hold::Event::HoldPlaced {
            hold: 1,
            ground: hold::HoldGround::Discipline,
            verifying_body: "Thanh tra huyện".into(),
            document: paper("Thông báo xem xét kỷ luật"),
            review_by: day("2024-12-20"),
        };
        self.with(&review_head(), [(StreamKey::hold(subject), placed)])
    }

    pub(crate) fn with_slots(self, kind: NomineeKind, holder: &SlotHolder, slots: u32) -> Self {
        let stream = StreamKey::slot(&campaign(), kind, holder);
        let event = slot::Event::SlotsGranted {
            slots,
            live_max: None,
        };
        self.with(&campaign_manager(), [(stream, event)])
    }

    pub(crate) fn with_results(self, of: &str, status: FactStatus, result: &UnitResult) -> Self {
        let subject = FactSubject::parse(of).expect("a unit's id names it as a subject");
        let event = fact::Event::UnitResultRecorded {
            result: result.clone(),
            status,
            cut_off: day("2024-11-20"),
        };
        self.with(
            &evidence_issuer(),
            [(StreamKey::fact(&subject, 2024), event)],
        )
    }

    pub(crate) fn with_rating(self, id: &NominationId, rating: Rating, status: FactStatus) -> Self {
        let event = fact::Event::RatingRecorded { rating, status };
        let stream = StreamKey::fact(&subject_of(id), 2024);
        self.with(&evidence_issuer(), [(stream, event)])
    }

    /// A nomination with a confirmed report, endorsed in the first meeting of its unit.
    pub(crate) fn nominated(self, id: &NominationId, of: &str, kind: NomineeKind) -> Self {
        self.nominated_and_erased(id, of, kind).knowing(
            nominee_of(id, of, kind),
            2024,
            subject_of(id),
        )
    }

    /// The same, but nobody can tell any more who the nominee is.
    pub(crate) fn nominated_and_erased(
        self,
        id: &NominationId,
        of: &str,
        kind: NomineeKind,
    ) -> Self {
        let nominee = match kind {
            NomineeKind::Collective => Nominee::Collective { unit: unit(of) },
            NomineeKind::Individual => Nominee::Individual {
                name: sealed("Trần Thị Minh Họa"),
                title: sealed("Chuyên viên"),
            },
        };
        let report = document(DocumentKind::AchievementReport, 7);
        let sha256 = report.sha256.clone();
        let history = [
            nomination::Event::NominationDrafted {
                campaign: campaign(),
                unit: unit(of),
                nominee_kind: kind,
                nominee_ref: nominee_of(id, of, kind),
                nominee,
            },
            nomination::Event::ReportAttached { document: report },
            nomination::Event::AchievementReportConfirmed { sha256 },
            nomination::Event::NomineeProposed {
                declares_no_discipline: true,
                criteria_version: 1,
            },
            nomination::Event::UnitEndorsed {
                session: meeting(of),
                tally: TALLY,
            },
        ];
        let stream = StreamKey::nomination(id);
        let history = history.map(|event| (stream.clone(), event));
        let stream = StreamKey::unit_session(&meeting(of));
        let has_met = *self.state(&stream) != crate::State::initial(stream.kind());
        // One meeting voted on all of them: it opens once.
        let meeting = held(id, of).into_iter().skip(usize::from(has_met));
        self.with(&officer(of), history)
            .with(&secretary(of), meeting)
    }
}

const TALLY: Tally = Tally {
    votes_for: 10,
    votes_against: 1,
    abstained: 0,
};

/// The unit's meeting of 19 November.
fn held(id: &NominationId, of: &str) -> [(StreamKey, Event); 4] {
    let opened = unit_session::Event::UnitSessionOpened {
        secretary: assignment(&format!("secretary.{of}"), Role::UnitSecretary),
        session: meeting(of),
        date: day("2024-11-19"),
        place: "Phòng họp".into(),
        chair: assignment(&format!("head.{of}"), Role::UnitHead),
        total: 12,
        rules: gate_rules().unit_session,
    };
    let closed = unit_session::Event::MotionClosed {
        items: vec![ItemOutcome {
            nomination: id.clone(),
            tally: TALLY,
            outcome: Outcome::Carried,
        }],
    };
    let signed = unit_session::Event::MinutesSigned {
        document: document(DocumentKind::Minutes, 0x22),
    };
    let attended = unit_session::Event::AttendanceRecorded { present: 11 };
    [opened, attended, closed, signed]
        .map(|event| (StreamKey::unit_session(&meeting(of)), event.into()))
}
