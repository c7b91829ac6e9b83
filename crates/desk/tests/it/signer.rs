//! One of many units of a group, and what it does until its letter is signed. Units and the
//! nominations of their collectives are counted alike.

use khen_domain::{
    Actor, AssignmentId, Command, DocumentKind, GroupId, NominationId, Outcome, PresentationId,
    Role, StaffCategory, SubmissionId, UnitId, UnitKind,
    minutes::{Stated, StatedItem},
    nomination::{AttachReport, ConfirmReport},
    org::{EstablishUnit, RegisterPerson},
    stories_kit::{
        assignment, campaign, day, document, draft_collective, grant, item, meeting, nomination,
        person_of, propose, sealed, system, unit,
    },
    submission::{
        AttachPart, CertifyMinutesExtract, OpenSubmission, SetList, SignSubmissionLetter,
    },
};

/// The group of all of them.
pub(crate) const GROUP: &str = "agencies";
/// Who acts for each.
const SEATS: [(&str, Role); 3] = [
    ("officer", Role::UnitOfficer),
    ("secretary", Role::UnitSecretary),
    ("head", Role::UnitHead),
];

/// Who asks for what.
pub(crate) type Step = (Actor, Command);

/// One of the units.
#[derive(Debug, Clone)]
pub(crate) struct Signer {
    pub(crate) serial: u32,
    pub(crate) unit: UnitId,
}

impl Signer {
    pub(crate) fn new(serial: u32) -> Self {
        let unit = unit(&format!("don-vi-{serial}"));
        Self { serial, unit }
    }

    pub(crate) fn nomination(&self) -> NominationId {
        nomination(self.serial)
    }

    pub(crate) fn submission(&self) -> SubmissionId {
        SubmissionId {
            campaign: campaign(),
            unit: self.unit.clone(),
            number: 1,
        }
    }

    /// What carries it alone to the Chairman.
    pub(crate) fn presentation(&self) -> PresentationId {
        PresentationId {
            campaign: campaign(),
            number: self.serial,
        }
    }

    /// The assignment of the head, who signs and sends.
    pub(crate) fn head(&self) -> AssignmentId {
        self.acting("head", Role::UnitHead).assignment
    }

    fn acting(&self, who: &str, role: Role) -> Actor {
        Actor {
            principal: person_of(who, self.unit.as_str()),
            assignment: assignment(&format!("{who}.{}", self.unit), role),
            role,
            unit: Some(self.unit.clone()),
            on_behalf_of: None,
        }
    }

    fn by_officer(&self, command: impl Into<Command>) -> Step {
        (self.acting("officer", Role::UnitOfficer), command.into())
    }

    fn by_secretary(&self, command: impl Into<Command>) -> Step {
        (
            self.acting("secretary", Role::UnitSecretary),
            command.into(),
        )
    }

    fn by_head(&self, command: impl Into<Command>) -> Step {
        (self.acting("head", Role::UnitHead), command.into())
    }

    /// The unit is established, and somebody in each of its roles.
    pub(crate) fn established(&self) -> Vec<Step> {
        let of = &self.unit;
        let establish = EstablishUnit {
            unit: of.clone(),
            name: format!("Đơn vị {of}"),
            kind: UnitKind::SpecialisedAgency,
            group: GroupId::parse(GROUP).unwrap(),
            functions: Vec::new(),
            staff: 12,
            valid_from: day("2024-01-01"),
            valid_until: None,
        };
        let mut steps = vec![(system(), establish.into())];
        for (who, role) in SEATS {
            let register = RegisterPerson {
                person: person_of(who, of.as_str()),
                name: sealed("Nguyễn Văn Ví Dụ"),
                category: StaffCategory::CivilServant,
                unit: of.clone(),
            };
            let grant = grant(&format!("{who}.{of}"), role, of.as_str());
            steps.extend([(system(), register.into()), (system(), grant.into())]);
        }
        steps
    }

    /// Its collective is proposed, with a confirmed report.
    pub(crate) fn proposed(&self) -> Vec<Step> {
        let nomination = self.nomination();
        let report = document(DocumentKind::AchievementReport, 7);
        let confirm = ConfirmReport {
            nomination: nomination.clone(),
            sha256: report.sha256.clone(),
        };
        let attach = AttachReport {
            nomination,
            document: report,
        };
        vec![
            self.by_officer(draft_collective(self.unit.as_str())),
            self.by_officer(attach),
            self.by_head(confirm),
            self.by_officer(propose(self.serial)),
        ]
    }

    /// Its meeting has carried the collective.
    pub(crate) fn met(&self) -> Vec<Step> {
        let item = item(self.serial, (11, 0), 0);
        vec![self.by_secretary(meeting(self.unit.as_str(), [item]))]
    }

    /// Its letter is signed, with a certified extract and the collective on its list.
    pub(crate) fn signed(&self) -> Vec<Step> {
        let submission = || self.submission();
        let letter = document(DocumentKind::SubmissionLetter, 0x11);
        let extract = document(DocumentKind::MinutesExtract, 0x12);
        let list = SetList {
            submission: submission(),
            session: meeting(self.unit.as_str(), []).session,
            nominations: vec![self.nomination()],
        };
        let held = meeting(self.unit.as_str(), [item(self.serial, (11, 0), 0)]);
        let certify = CertifyMinutesExtract {
            submission: submission(),
            sha256: extract.sha256.clone(),
            chair: held.chair,
            secretary: held.secretary,
            stated: Stated {
                present: held.present,
                total: held.total,
                items: vec![StatedItem {
                    nomination: self.nomination(),
                    tally: held.items[0].tally,
                    outcome: Outcome::Carried,
                }],
            },
        };
        let sign = SignSubmissionLetter {
            submission: submission(),
            sha256: letter.sha256.clone(),
        };
        let attach = |document| AttachPart {
            submission: submission(),
            document,
        };
        let open = OpenSubmission {
            submission: submission(),
        };
        vec![
            self.by_officer(open),
            self.by_officer(attach(letter)),
            self.by_officer(attach(extract)),
            self.by_officer(list),
            self.by_secretary(certify),
            self.by_head(sign),
        ]
    }
}
