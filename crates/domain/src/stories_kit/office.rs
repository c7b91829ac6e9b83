//! A small made-up office: eight units, and somebody in every role.

use super::{Stage, day, paper, person, sealed, unit};
use crate::{
    Actor, AssignmentId, Command, GroupId, OfficeFunction, PersonId, Role, StaffCategory, UnitKind,
    org::{EstablishAuthority, EstablishUnit, GrantAssignment, RegisterPerson, SetCalendar},
};

/// A unit: id, kind, group, staff, function.
type UnitRow = (
    &'static str,
    UnitKind,
    &'static str,
    u32,
    Option<OfficeFunction>,
);

/// The units of the office; those that nominate have twelve staff each, so that one count of votes
/// fits every meeting.
const UNITS: &[UnitRow] = &[
    ("lanh-dao", UnitKind::Other, "leaders", 3, None),
    (
        "noi-vu",
        UnitKind::SpecialisedAgency,
        "agencies",
        12,
        Some(OfficeFunction::HomeAffairsOffice),
    ),
    (
        "van-phong",
        UnitKind::SpecialisedAgency,
        "agencies",
        12,
        Some(OfficeFunction::ChairmanOffice),
    ),
    (
        "tai-chinh",
        UnitKind::SpecialisedAgency,
        "agencies",
        12,
        Some(OfficeFunction::FinanceOffice),
    ),
    ("tu-phap", UnitKind::SpecialisedAgency, "agencies", 12, None),
    (
        "thanh-tra",
        UnitKind::SpecialisedAgency,
        "agencies",
        12,
        Some(OfficeFunction::Inspectorate),
    ),
    ("tan-khai", UnitKind::CommuneCommittee, "communes", 12, None),
    ("lien-doan", UnitKind::Other, "guests", 4, None),
];

/// Who holds what, where.
const SEATS: &[(&str, Role, &str)] = &[
    ("chu-tich", Role::Chairman, "lanh-dao"),
    ("chu-tich", Role::CampaignAuthority, "lanh-dao"),
    ("chu-tich", Role::CouncilChair, "lanh-dao"),
    ("pho-chu-tich", Role::CouncilViceChair, "lanh-dao"),
    ("pho-chu-tich", Role::DeputySignatory, "lanh-dao"),
    ("head.noi-vu", Role::ReviewHead, "noi-vu"),
    ("head.noi-vu", Role::CouncilMember, "noi-vu"),
    ("chuyen-mon", Role::CampaignManager, "noi-vu"),
    ("chuyen-mon", Role::Reviewer, "noi-vu"),
    ("chuyen-mon", Role::CouncilSecretary, "noi-vu"),
    ("tiep-nhan", Role::IntakeOfficer, "noi-vu"),
    ("cong-doan", Role::CouncilMember, "lien-doan"),
    ("vp-to-trinh", Role::ChairmanOffice, "van-phong"),
    ("vp-to-trinh", Role::EvidenceIssuer, "van-phong"),
    ("van-thu", Role::RecordsClerk, "van-phong"),
    ("quan-tri", Role::Admin, "van-phong"),
    ("ke-toan", Role::FinanceOfficer, "tai-chinh"),
    ("thu-quy", Role::FinanceOfficer, "tai-chinh"),
    ("van-hoa", Role::PublicityOfficer, "van-phong"),
    ("dai", Role::Broadcaster, "van-phong"),
    ("chanh-thanh-tra", Role::EvidenceIssuer, "thanh-tra"),
    ("chanh-thanh-tra", Role::ComplaintOfficer, "thanh-tra"),
    ("pho-thanh-tra", Role::ComplaintOfficer, "thanh-tra"),
    ("thanh-tra-vien", Role::SubstituteReviewer, "thanh-tra"),
    ("pho-thanh-tra", Role::SubstituteConfirmer, "thanh-tra"),
];

/// Roles that every unit has: person `officer.tu-phap` and so on.
const UNIT_ROLES: &[(&str, Role)] = &[
    ("officer", Role::UnitOfficer),
    ("secretary", Role::UnitSecretary),
    ("head", Role::UnitHead),
    ("deputy", Role::UnitDeputy),
    ("nominee", Role::Nominee),
];

/// The loader of definitions.
#[must_use]
pub fn system() -> Actor {
    Actor {
        principal: person("system"),
        assignment: assignment("system", Role::System),
        role: Role::System,
        unit: None,
        on_behalf_of: None,
    }
}

/// Somebody of the office in one of their roles.
#[must_use]
pub fn acting(who: &str, role: Role) -> Actor {
    let mut seats = seats().into_iter();
    let seat = seats.find(|(person, seat_role, _)| person == who && *seat_role == role);
    let (_, _, home) = seat.expect("the story's actor has a seat in the office");
    Actor {
        principal: person(who),
        assignment: assignment(who, role),
        role,
        unit: Some(unit(home)),
        on_behalf_of: None,
    }
}

/// The actor, recording the act of somebody else.
#[must_use]
pub fn on_behalf(actor: &Actor, who: &str, role: Role) -> Actor {
    Actor {
        on_behalf_of: Some(assignment(who, role)),
        ..actor.clone()
    }
}

/// Cán bộ đầu mối of a unit.
#[must_use]
pub fn officer(of: &str) -> Actor {
    acting(&format!("officer.{of}"), Role::UnitOfficer)
}

/// The secretary of a unit.
#[must_use]
pub fn secretary(of: &str) -> Actor {
    acting(&format!("secretary.{of}"), Role::UnitSecretary)
}

/// Thủ trưởng of a unit.
#[must_use]
pub fn head(of: &str) -> Actor {
    acting(&format!("head.{of}"), Role::UnitHead)
}

/// Phó thủ trưởng of a unit.
#[must_use]
pub fn deputy(of: &str) -> Actor {
    acting(&format!("deputy.{of}"), Role::UnitDeputy)
}

/// The officer of Home Affairs who runs the campaign.
#[must_use]
pub fn campaign_manager() -> Actor {
    acting("chuyen-mon", Role::CampaignManager)
}

/// The same officer, drafting what the authority of the campaign decides.
#[must_use]
pub fn for_authority() -> Actor {
    on_behalf(&campaign_manager(), "chu-tich", Role::CampaignAuthority)
}

/// The head of Home Affairs.
#[must_use]
pub fn review_head() -> Actor {
    acting("head.noi-vu", Role::ReviewHead)
}

/// Who attests facts: the inspectorate.
#[must_use]
pub fn evidence_issuer() -> Actor {
    acting("chanh-thanh-tra", Role::EvidenceIssuer)
}

/// Who handles holds: the inspectorate.
#[must_use]
pub fn complaint_officer() -> Actor {
    acting("chanh-thanh-tra", Role::ComplaintOfficer)
}

/// The assignment of somebody's role.
#[must_use]
pub fn assignment(who: &str, role: Role) -> AssignmentId {
    let id = format!("{who}.{}", role.as_str());
    AssignmentId::parse(&id).expect("the story's assignment is an identifier")
}

/// The person behind a unit's role, for example `officer` of `tu-phap`.
#[must_use]
pub fn person_of(role: &str, of: &str) -> PersonId {
    person(&format!("{role}.{of}"))
}

impl Stage {
    /// The office, loaded on the first working day of 2024.
    #[must_use]
    #[track_caller]
    pub fn office() -> Self {
        let loading = office().into_iter();
        loading.fold(Self::default(), |stage, command| {
            stage.then(&system(), command)
        })
    }
}

/// What is loaded, in order.
pub(crate) fn office() -> Vec<Command> {
    let mut commands = vec![establish_authority().into(), calendar_2024().into()];
    commands.extend(UNITS.iter().map(establish));
    for (who, role, home) in seats() {
        commands.push(register(&who, home).into());
        commands.push(grant(&who, role, home).into());
    }
    commands
}

fn establish((id, kind, group, staff, function): &UnitRow) -> Command {
    let unit = EstablishUnit {
        unit: unit(id),
        name: format!("Đơn vị {id}"),
        kind: *kind,
        group: GroupId::parse(group).expect("the office's group is an identifier"),
        functions: function.iter().copied().collect(),
        staff: *staff,
        valid_from: day("2024-01-01"),
        valid_until: None,
    };
    unit.into()
}

fn seats() -> Vec<(String, Role, &'static str)> {
    let named = SEATS
        .iter()
        .map(|(who, role, home)| ((*who).to_owned(), *role, *home));
    let of_units = UNITS.iter().flat_map(|(id, ..)| {
        let roles = UNIT_ROLES.iter();
        roles.map(move |(word, role)| (format!("{word}.{id}"), *role, *id))
    });
    named.chain(of_units).collect()
}

/// The authority of the office.
#[must_use]
pub fn establish_authority() -> EstablishAuthority {
    EstablishAuthority {
        name: "UBND huyện Ví Dụ".into(),
        parent: "UBND tỉnh Minh Họa".into(),
        place: "Ví Dụ".into(),
        signatory_title: "Chủ tịch UBND huyện".into(),
        valid_from: day("2009-11-01"),
        valid_until: Some(day("2025-06-30")),
        document: paper("Nghị quyết thành lập"),
    }
}

fn calendar_2024() -> SetCalendar {
    SetCalendar {
        year: 2024,
        holidays: [
            "2024-01-01",
            "2024-04-29",
            "2024-04-30",
            "2024-05-01",
            "2024-09-02",
        ]
        .map(day)
        .into(),
        worked: vec![day("2024-05-04")],
        document: paper("Thông báo nghỉ lễ"),
    }
}

/// Registers a person of a unit.
pub(crate) fn register(who: &str, home: &str) -> RegisterPerson {
    RegisterPerson {
        person: person(who),
        name: sealed("Nguyễn Văn Ví Dụ"),
        category: StaffCategory::CivilServant,
        unit: unit(home),
    }
}

/// Grants a role of the office.
#[must_use]
pub fn grant(who: &str, role: Role, home: &str) -> GrantAssignment {
    GrantAssignment {
        assignment: assignment(who, role),
        person: person(who),
        role,
        unit: Some(unit(home)),
        title: "Chuyên viên".into(),
        is_key_leader: role == Role::UnitHead,
        from: day("2024-01-01"),
        to: None,
        document: paper("Quyết định phân công"),
    }
}
