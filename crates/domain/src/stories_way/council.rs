//! Up to the Council's signed minutes.

use crate::{
    Actor, CouncilSessionId, Document, DocumentKind, NominationId, Outcome, PersonId, Role, Tally,
    council_session::{
        BallotForm, CastBallot, Choice, CloseCouncilSession, CloseMotion, ConveneCouncil,
        DeclareRecusal, ListNominations, Mode, OpenMotion, RecordAttendance, RecusalGround,
        SignMinutes,
    },
    minutes::{Stated, StatedItem},
    stories_kit::{Stage, acting, assignment, campaign, document, moment, person},
};

/// The four members of the Standing Committee.
pub(crate) const MEMBERS: [(&str, Role); 4] = [
    ("chu-tich", Role::CouncilChair),
    ("pho-chu-tich", Role::CouncilViceChair),
    ("head.noi-vu", Role::CouncilMember),
    ("cong-doan", Role::CouncilMember),
];

/// The session of 20 December.
pub(crate) fn session() -> CouncilSessionId {
    CouncilSessionId {
        campaign: campaign(),
        number: 1,
    }
}

/// Who keeps agenda and minutes.
pub(crate) fn council_secretary() -> Actor {
    acting("chuyen-mon", Role::CouncilSecretary)
}

/// A member in person.
pub(crate) fn member(who: &str) -> Actor {
    let mut members = MEMBERS.iter();
    let seat = members.find(|(member, _)| *member == who);
    let (_, role) = seat.expect("the story's member has a seat");
    acting(who, *role)
}

/// The signed minutes.
pub(crate) fn minutes() -> Document {
    document(DocumentKind::Minutes, 0x31)
}

pub(crate) fn convene() -> ConveneCouncil {
    ConveneCouncil {
        session: session(),
        mode: Mode::Standing,
        at: moment("2024-12-20T08:00"),
        place: "Phòng họp 1".into(),
        members: MEMBERS.map(|(who, role)| assignment(who, role)).into(),
    }
}

pub(crate) fn list(nominations: Vec<NominationId>) -> ListNominations {
    ListNominations {
        session: session(),
        nominations,
    }
}

pub(crate) fn attend(present: &[&str]) -> RecordAttendance {
    RecordAttendance {
        session: session(),
        present: present.iter().map(|who| person(who)).collect(),
        guests: Vec::new(),
    }
}

pub(crate) fn recuse(who: &str, nomination: NominationId) -> DeclareRecusal {
    DeclareRecusal {
        ground: RecusalGround::DirectlyManages,
        session: session(),
        member: person(who),
        nomination,
    }
}

pub(crate) fn open_motion(motion: u32, items: Vec<NominationId>) -> OpenMotion {
    OpenMotion {
        session: session(),
        motion,
        items,
        ballot: BallotForm::Open,
    }
}

pub(crate) fn ballot(motion: u32, member: PersonId, choice: Choice) -> CastBallot {
    CastBallot {
        session: session(),
        motion,
        member,
        choice,
        exceptions: Vec::new(),
    }
}

pub(crate) fn close_motion(motion: u32) -> CloseMotion {
    CloseMotion {
        session: session(),
        motion,
    }
}

pub(crate) fn close_session() -> CloseCouncilSession {
    CloseCouncilSession { session: session() }
}

/// Minutes that state these figures, signed by the chair and the secretary.
pub(crate) fn sign_minutes(stated: Stated) -> SignMinutes {
    SignMinutes {
        session: session(),
        document: minutes(),
        chair: assignment("chu-tich", Role::CouncilChair),
        secretary: council_secretary().assignment,
        stated,
    }
}

/// Four of four were for each of these.
pub(crate) fn all_for(nominations: &[NominationId]) -> Stated {
    let items = nominations.iter().map(|nomination| StatedItem {
        nomination: nomination.clone(),
        tally: Tally {
            votes_for: 4,
            ..Tally::default()
        },
        outcome: Outcome::Carried,
    });
    Stated {
        present: 4,
        total: 4,
        items: items.collect(),
    }
}

impl Stage {
    /// The Council is convened for 20 December, and these are on its agenda.
    #[track_caller]
    pub(crate) fn listed(self, nominations: Vec<NominationId>) -> Self {
        let secretary = council_secretary();
        self.at("2024-12-17T09:00")
            .then(&secretary, convene())
            .then(&secretary, list(nominations))
    }

    /// The roll is called.
    #[track_caller]
    pub(crate) fn attended(self, present: &[&str]) -> Self {
        self.at("2024-12-20T08:00")
            .then(&council_secretary(), attend(present))
    }

    /// Everybody present votes on a motion, as the secretary records it.
    #[track_caller]
    pub(crate) fn voted(self, motion: u32, votes: &[(&str, Choice)]) -> Self {
        votes.iter().fold(self, |stage, (who, choice)| {
            let ballot = ballot(motion, person(who), *choice);
            stage.then(&council_secretary(), ballot)
        })
    }

    /// The session of 20 December approved these, one voice for all, and its minutes are signed.
    #[track_caller]
    pub(crate) fn council_approved(self, nominations: &[NominationId]) -> Self {
        let secretary = council_secretary();
        let everybody = MEMBERS.map(|(who, _)| who);
        self.listed(nominations.to_vec())
            .attended(&everybody)
            .then(&secretary, open_motion(1, nominations.to_vec()))
            .voted(1, &everybody.map(|who| (who, Choice::For)))
            .then(&secretary, close_motion(1))
            .then(&secretary, close_session())
            .then(&member("chu-tich"), sign_minutes(all_for(nominations)))
    }
}
