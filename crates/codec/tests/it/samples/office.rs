//! The directory, the law, facts and keys.

use khen_domain::{
    AwardCoefficients, DelegationId, Dong, Event, FactStatus, FieldClass, GroupId, InstrumentId,
    OfficeFunction, Role, RoundingRule, SealOwner, Sealed, SourceDocument, StaffCategory,
    StreamKey, UnitKind,
    fact::{self, AuthorityIndex, AwardLevel, PastAward, Rating},
    legal_basis,
    org::{self, DelegatedAct, DelegationForm},
    privacy,
    stories_kit::{assignment, day, document, good_result, person, unit},
};

pub(crate) fn events() -> Vec<(StreamKey, Event)> {
    [directory(), people(), identities(), law(), facts(), keys()].concat()
}

/// A value sealed for the stream's owner.
pub(crate) fn sealed(class: FieldClass, owner: SealOwner) -> Sealed {
    Sealed {
        sealed: "bm9uY2UsIGNpcGhlcnRleHQgYW5kIHRhZw==".into(),
        class,
        id: "0123456789abcdef0123456789abcdef".into(),
        owner,
    }
}

pub(crate) fn paper() -> SourceDocument {
    SourceDocument {
        title: "Quyết định về việc phân công nhiệm vụ".into(),
        number: Some("1204/QĐ-UBND".into()),
        date: Some(day("2024-01-02")),
    }
}

pub(crate) fn delegation() -> DelegationId {
    DelegationId::parse("KT-01-2024").unwrap()
}

fn directory() -> Vec<(StreamKey, Event)> {
    let established = org::Event::AuthorityEstablished {
        name: "UBND huyện Hớn Quản".into(),
        parent: "UBND tỉnh Bình Phước".into(),
        place: "Hớn Quản".into(),
        signatory_title: "Chủ tịch UBND huyện".into(),
        valid_from: day("2009-11-01"),
        valid_until: Some(day("2025-06-30")),
        document: paper(),
    };
    let calendar = org::Event::CalendarSet {
        year: 2024,
        holidays: vec![day("2024-04-29"), day("2024-04-30")],
        worked: vec![day("2024-05-04")],
        document: paper(),
    };
    let of_unit = org::Event::UnitEstablished {
        unit: unit("noi-vu"),
        name: "Phòng Nội vụ".into(),
        kind: UnitKind::SpecialisedAgency,
        group: GroupId::parse("agencies").unwrap(),
        functions: vec![OfficeFunction::HomeAffairsOffice],
        staff: 8,
        valid_from: day("2009-11-01"),
        valid_until: Some(day("2025-06-30")),
    };
    let succeeded = org::Event::UnitSucceeded {
        predecessor: unit("tu-phap"),
        from: day("2024-12-01"),
    };
    let dissolved = org::Event::UnitDissolved {
        on: day("2024-11-30"),
        successors: vec![unit("noi-vu")],
        document: paper(),
    };
    let authority_ended = org::Event::AuthorityEnded {
        on: day("2025-06-30"),
        document: paper(),
    };
    vec![
        (StreamKey::authority(), established.into()),
        (StreamKey::authority(), authority_ended.into()),
        (StreamKey::authority(), calendar.into()),
        (StreamKey::unit(&unit("noi-vu")), of_unit.into()),
        (StreamKey::unit(&unit("noi-vu")), succeeded.into()),
        (StreamKey::unit(&unit("tu-phap")), dissolved.into()),
    ]
}

fn people() -> Vec<(StreamKey, Event)> {
    let who = person("head.tu-phap");
    let seat = assignment("head.tu-phap", Role::UnitHead);
    let registered = org::Event::PersonRegistered {
        name: sealed(FieldClass::PersonName, SealOwner::Stream),
        category: StaffCategory::CivilServant,
        unit: unit("tu-phap"),
    };
    let moved = org::Event::PersonMoved {
        to: unit("noi-vu"),
        from: day("2024-12-01"),
        document: paper(),
    };
    let granted = org::Event::AssignmentGranted {
        assignment: seat.clone(),
        person: who.clone(),
        role: Role::UnitHead,
        unit: Some(unit("tu-phap")),
        title: "Trưởng phòng".into(),
        is_key_leader: true,
        from: day("2021-07-01"),
        to: Some(day("2026-06-30")),
        document: paper(),
    };
    let requested = org::Event::AssignmentRequested {
        assignment: seat.clone(),
        person: who.clone(),
        role: Role::UnitHead,
        unit: Some(unit("tu-phap")),
        title: "Trưởng phòng".into(),
        is_key_leader: true,
        from: day("2021-07-01"),
        to: Some(day("2026-06-30")),
        document: paper(),
    };
    let noted = org::Event::AssignmentNoted {
        assignment: seat.clone(),
    };
    let ended = org::Event::AssignmentEnded {
        to: day("2024-12-31"),
        document: paper(),
    };
    let delegated = org::Event::DelegationGranted {
        delegator: assignment("chu-tich", Role::Chairman),
        delegate: assignment("pho-chu-tich", Role::DeputySignatory),
        form: DelegationForm::Kt,
        acts: vec![DelegatedAct::SignDecision, DelegatedAct::SignCertificates],
        from: day("2024-12-23"),
        to: day("2024-12-31"),
        document: paper(),
    };
    let delegation_ended = org::Event::DelegationEnded {
        to: day("2024-12-28"),
        document: paper(),
    };
    vec![
        (StreamKey::person(&who), registered.into()),
        (StreamKey::person(&who), moved.into()),
        (StreamKey::assignment(&seat), requested.into()),
        (StreamKey::assignment(&seat), granted.into()),
        (StreamKey::person(&who), noted.into()),
        (StreamKey::assignment(&seat), ended.into()),
        (StreamKey::delegation(&delegation()), delegated.into()),
        (
            StreamKey::delegation(&delegation()),
            delegation_ended.into(),
        ),
    ]
}

fn identities() -> Vec<(StreamKey, Event)> {
    let merged = org::Event::IdentityMerged {
        with: person("head.noi-vu"),
        document: paper(),
    };
    let parted = org::Event::IdentityMergeUndone {
        with: person("head.noi-vu"),
        document: paper(),
    };
    let stream = StreamKey::person(&person("head.tu-phap"));
    let both = [merged, parted];
    both.map(|event| (stream.clone(), event.into())).into()
}

fn law() -> Vec<(StreamKey, Event)> {
    let instrument = InstrumentId::parse("nd-98-2023").unwrap();
    let wages = InstrumentId::parse("luong-co-so").unwrap();
    let regime = legal_basis::Event::RegimeRecorded {
        instrument: instrument.clone(),
        coefficients: AwardCoefficients {
            individual_bp: 3_000,
            collective_bp: 6_000,
            rounding: RoundingRule::Ceil10k,
        },
        valid_from: day("2024-01-01"),
        valid_until: Some(day("2025-12-31")),
        document: paper(),
    };
    let base_wage = legal_basis::Event::BaseWageRecorded {
        instrument: wages.clone(),
        amount: Dong(2_340_000),
        valid_from: day("2024-07-01"),
        document: paper(),
    };
    vec![
        (StreamKey::legal_basis(&instrument), regime.into()),
        (StreamKey::legal_basis(&wages), base_wage.into()),
    ]
}

fn facts() -> Vec<(StreamKey, Event)> {
    let result = fact::Event::UnitResultRecorded {
        result: good_result(),
        status: FactStatus::Provisional,
        cut_off: day("2024-10-30"),
    };
    let initiative = fact::Event::InitiativeRecorded {
        number: "87/QĐ-UBND".into(),
        date: day("2024-09-20"),
        recognised_by: "UBND huyện Hớn Quản".into(),
        document: Some(document(khen_domain::DocumentKind::Evidence, 3)),
    };
    let rating = fact::Event::RatingRecorded {
        rating: Rating::CompletedExcellently,
        status: FactStatus::Final,
    };
    let discipline = fact::Event::DisciplineRecorded {
        is_key_leader: true,
        issued_on: day("2024-06-03"),
        document_number: "55/QĐ-UBND".into(),
    };
    let past_award = fact::Event::PastAwardRecorded {
        award: PastAward {
            level: AwardLevel::Province,
            form: "Bằng khen".into(),
            number: "1020/QĐ-UBND".into(),
            date: day("2024-12-20"),
            same_achievement: true,
        },
    };
    let index = fact::Event::AuthorityIndexRecorded {
        index: AuthorityIndex {
            score_bp: 8_750,
            prior_score_bp: Some(8_512),
            scale: "100".into(),
        },
        status: FactStatus::Final,
    };
    let all = [result, initiative, rating, discipline, past_award];
    let stream = StreamKey::fact(&(&unit("tu-phap")).into(), 2024);
    let all = all.map(|event| (stream.clone(), event.into()));
    let index = (StreamKey::authority_index(2024), index.into());
    all.into_iter().chain([index]).collect()
}

fn keys() -> Vec<(StreamKey, Event)> {
    let created = privacy::Event::SealingKeyCreated {
        key_sha256: "5e".repeat(32),
    };
    let shredded = privacy::Event::PersonalDataShredded {
        ground: "Theo yêu cầu của chủ thể dữ liệu".into(),
    };
    let stream = StreamKey::privacy(&StreamKey::person(&person("head.tu-phap")));
    [created, shredded]
        .map(|event| (stream.clone(), event.into()))
        .into()
}
