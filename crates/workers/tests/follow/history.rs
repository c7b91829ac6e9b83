//! A small history: a unit, two persons, a campaign's way of two nominations to a decision.

use crate::house::House;
use khen_domain::{
    AssignmentId, CampaignId, CouncilSessionId, DecisionId, Document, DocumentKind, Event,
    FieldClass, GroupId, InstrumentId, Moment, NominationId, NomineeKind, NomineeRef, PersonId,
    PresentationId, StaffCategory, StreamKey, SubmissionId, Tally, UnitId, UnitKind, UnitSessionId,
    council_session::{Event as Session, Mode},
    decision::{Awardee, DecisionSubject, Event as Decision, InitialAspect},
    nomination::{Event as Nomination, Nominee, WaitGate, WaitReason},
    org::Event as Org,
    presentation::Event as Presentation,
    privacy::Event as Privacy,
    submission::Event as Submission,
};
use khen_eventlog::{LedgerId, OwnerId};
use khen_privacy::OwnerWord;

/// The name of the person who is nominated.
pub(crate) const NOMINEE: &str = "Trần Thị Minh Họa";
/// Their title.
pub(crate) const TITLE: &str = "Chuyên viên";

type Told = Vec<(StreamKey, Event)>;

fn id<T: TryFrom<String>>(text: &str) -> T {
    let id = T::try_from(text.to_owned()).ok();
    id.expect("the id is well formed")
}

pub(crate) fn campaign() -> CampaignId {
    id("HQ-CCHC-2024")
}

pub(crate) fn unit() -> UnitId {
    id("tu-phap")
}

/// The stream of a person.
pub(crate) fn person(of: &str) -> StreamKey {
    StreamKey::person(&id::<PersonId>(of))
}

/// A unit that is there since the beginning of the year.
pub(crate) fn established(unit: &str) -> (StreamKey, Event) {
    let unit: UnitId = id(unit);
    let established = Org::UnitEstablished {
        unit: unit.clone(),
        name: "Phòng Tư pháp".to_owned(),
        kind: UnitKind::SpecialisedAgency,
        group: id::<GroupId>("agencies"),
        functions: vec![],
        staff: 6,
        valid_from: "2024-01-01".parse().expect("the day is well formed"),
        valid_until: None,
    };
    (StreamKey::unit(&unit), established.into())
}

/// The person is registered under this name.
pub(crate) async fn registered(house: &House, at: &LedgerId, of: &str, name: &str) -> Told {
    let stream = person(of);
    let class = FieldClass::PersonName;
    let name = house
        .seal(at, (&stream, OwnerWord::Stream), class, name)
        .await;
    let registered = Org::PersonRegistered {
        name,
        category: StaffCategory::CivilServant,
        unit: unit(),
    };
    vec![(stream, registered.into())]
}

/// The person's key is destroyed, and the ledger says so.
pub(crate) async fn erased(house: &House, at: &LedgerId, of: &str) -> Told {
    let owner = OwnerId(person(of).to_string());
    let destroyed = house.vault.destroy(at, &owner).await;
    destroyed.expect("the key is destroyed");
    let shredded = Privacy::PersonalDataShredded {
        ground: "Theo yêu cầu của chủ thể dữ liệu".to_owned(),
    };
    vec![(StreamKey::privacy(&person(of)), shredded.into())]
}

/// The person is nominated under this serial.
pub(crate) async fn drafted(house: &House, at: &LedgerId, of: &str, serial: u32) -> Told {
    let owner = (&person(of), OwnerWord::Nominee);
    let name = house.seal(at, owner, FieldClass::PersonName, NOMINEE).await;
    let title = house.seal(at, owner, FieldClass::PersonTitle, TITLE).await;
    let owner = OwnerId(owner.0.to_string());
    let campaign = campaign();
    let reference = house
        .vault
        .keep_nominee_reference(at, &owner, campaign.as_str());
    let reference = reference.await.expect("the person has a key");
    let drafted = Nomination::NominationDrafted {
        campaign,
        unit: unit(),
        nominee_kind: NomineeKind::Individual,
        nominee_ref: id::<NomineeRef>(&reference),
        nominee: Nominee::Individual { name, title },
    };
    vec![(case(serial), drafted.into())]
}

/// The nomination of this serial is proposed to its unit.
pub(crate) fn proposed(serial: u32) -> (StreamKey, Event) {
    let proposed = Nomination::NomineeProposed {
        declares_no_discipline: true,
        criteria_version: 1,
    };
    (case(serial), proposed.into())
}

fn case(serial: u32) -> StreamKey {
    StreamKey::nomination(&NominationId::new(campaign(), serial))
}

/// Everything from two drafts to an initialled decision; the first nominee is erased on the way.
pub(crate) async fn season(house: &House, at: &LedgerId) -> Told {
    let mut told = vec![established("tu-phap")];
    told.extend(registered(house, at, "1", NOMINEE).await);
    told.extend(registered(house, at, "2", "Lê Văn Giả Định").await);
    told.extend(drafted(house, at, "1", 1).await);
    told.extend(drafted(house, at, "2", 2).await);
    for serial in [1, 2] {
        told.extend(to_the_submission(serial));
    }
    told.extend(erased(house, at, "1").await);
    told.extend(submission());
    told.extend(to_the_decision(2));
    told
}

fn to_the_submission(serial: u32) -> Told {
    let events = [
        Nomination::NomineeProposed {
            declares_no_discipline: true,
            criteria_version: 1,
        },
        Nomination::UnitEndorsed {
            session: UnitSessionId {
                campaign: campaign(),
                unit: unit(),
                number: 1,
            },
            tally: Tally::default(),
        },
        Nomination::NominationWaitlisted {
            gate: WaitGate::Unit,
            reason_code: WaitReason::NoSlot,
        },
        Nomination::WaitlistPromoted {
            gate: WaitGate::Unit,
            rank: serial,
            due: None,
            to: None,
        },
    ];
    events.map(|event| (case(serial), event.into())).into()
}

fn document(kind: DocumentKind) -> Document {
    Document {
        sha256: "ab".repeat(32),
        media_type: "application/pdf".to_owned(),
        size: 1,
        kind,
    }
}

fn submission() -> Told {
    let submission = SubmissionId {
        campaign: campaign(),
        unit: unit(),
        number: 1,
    };
    let stream = StreamKey::submission(&submission);
    let attached = |kind| Submission::PartAttached {
        document: document(kind),
    };
    let events = [
        Submission::SubmissionOpened { submission },
        attached(DocumentKind::SubmissionLetter),
        attached(DocumentKind::MinutesExtract),
        Submission::SubmissionSent {
            late: None,
            nominations: vec![],
        },
        Submission::SubmissionReceived {
            receipt_no: "12".to_owned(),
        },
    ];
    events.map(|event| (stream.clone(), event.into())).into()
}

fn to_the_decision(serial: u32) -> Told {
    let number = 1;
    let campaign = campaign();
    let session = CouncilSessionId {
        campaign: campaign.clone(),
        number,
    };
    let presentation = PresentationId {
        campaign: campaign.clone(),
        number,
    };
    let decision = DecisionId { campaign, number };
    let mut told = council(&session);
    told.extend(nominated(serial, &session, &presentation, &decision));
    let presented = Presentation::PresentedToChairman {
        presentation: presentation.clone(),
        session,
        nominations: vec![],
        letter: document(DocumentKind::PresentationLetter),
    };
    told.push((StreamKey::presentation(&presentation), presented.into()));
    let drafted = Decision::DecisionDrafted {
        recipients: vec!["Sở Nội vụ".to_owned()],
        decision: decision.clone(),
        subject: DecisionSubject::Grant { presentation },
        awardees: vec![Awardee {
            nomination: NominationId::new(self::campaign(), serial),
            kind: NomineeKind::Individual,
        }],
        document: document(DocumentKind::Decision),
    };
    let initialled = Decision::DraftInitialled {
        aspect: InitialAspect::Content,
        sha256: "ab".repeat(32),
    };
    let stream = StreamKey::decision(&decision);
    told.push((stream.clone(), drafted.into()));
    told.push((stream, initialled.into()));
    told
}

fn council(session: &CouncilSessionId) -> Told {
    let events = [
        Session::CouncilConvened {
            session: session.clone(),
            mode: Mode::Standing,
            at: Moment::new(
                "2024-12-20T01:00:00Z"
                    .parse()
                    .expect("the time is well formed"),
            ),
            place: "Phòng họp số 1".to_owned(),
            roster: vec![],
        },
        Session::MotionOpened {
            motion: 1,
            items: vec![],
            ballot: khen_domain::council_session::BallotForm::Open,
        },
        Session::CouncilMotionClosed {
            motion: 1,
            items: vec![],
        },
        Session::CouncilSessionClosed {},
    ];
    let stream = StreamKey::council_session(session);
    events.map(|event| (stream.clone(), event.into())).into()
}

fn nominated(
    serial: u32,
    session: &CouncilSessionId,
    presentation: &PresentationId,
    decision: &DecisionId,
) -> Told {
    let chairman: AssignmentId = id("a2");
    let events = [
        Nomination::DossierReceived {
            receipt_no: "12".to_owned(),
            legal_regime: id::<InstrumentId>("ND-98-2023"),
            submitted_at: Moment::new("2024-11-20T01:00:00Z".parse().expect("it is a time")),
        },
        Nomination::ReviewerAssigned { reviewer: id("a1") },
        Nomination::NominationListed {
            session: session.clone(),
        },
        Nomination::CouncilApproved {
            session: session.clone(),
            tally: Tally::default(),
        },
        Nomination::PresentedToChairman {
            presentation: presentation.clone(),
        },
        Nomination::ChairmanApproved {
            presentation: presentation.clone(),
            approved_by: chairman,
        },
        Nomination::DecisionDrafted {
            decision: decision.clone(),
        },
    ];
    events.map(|event| (case(serial), event.into())).into()
}
