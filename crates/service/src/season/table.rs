//! The units of the season, their meetings and their nominees, as data.
//!
//! A season may be played several times over at once: each copy has the same units and people under
//! other names, and the quota is as many times as large.

use khen_domain::{NomineeKind, Role};

use super::people::{Who, who};

/// A unit that nominates, as the season tells of it.
struct UnitRow {
    slug: &'static str,
    /// How the handles of its people begin.
    prefix: &'static str,
    /// Handle of its head, where it does not begin so.
    head: Option<&'static str>,
    /// Handle of the one who stands in where the head is the nominee.
    deputy: Option<&'static str>,
    staff: u32,
    meetings: &'static [MeetingRow],
}

/// A meeting: its day, who came, and for each nominee the votes for and against.
struct MeetingRow {
    date: &'static str,
    present: u32,
    votes: &'static [(&'static str, u32, u32)],
}

const fn met(
    date: &'static str,
    present: u32,
    votes: &'static [(&'static str, u32, u32)],
) -> MeetingRow {
    MeetingRow {
        date,
        present,
        votes,
    }
}

const fn unit(
    slug: &'static str,
    prefix: &'static str,
    staff: u32,
    meetings: &'static [MeetingRow],
) -> UnitRow {
    UnitRow {
        slug,
        prefix,
        head: None,
        deputy: None,
        staff,
        meetings,
    }
}

const UNITS: &[UnitRow] = &[
    unit(
        "tai-chinh-ke-hoach",
        "TCKH",
        12,
        &[met("2024-11-12", 11, &[("C1", 11, 0)])],
    ),
    unit(
        "tu-phap",
        "TP",
        6,
        &[met(
            "2024-11-13",
            6,
            &[("C2", 6, 0), ("I3", 5, 0), ("I4", 3, 2)],
        )],
    ),
    unit(
        "kinh-te-ha-tang",
        "KTHT",
        11,
        &[met("2024-11-14", 10, &[("C7", 4, 6)])],
    ),
    unit(
        "dich-vu-nong-nghiep",
        "DVNN",
        15,
        &[met("2024-11-14", 13, &[("C3", 13, 0)])],
    ),
    // 12 of 19 are no quorum: 13 were needed, and nobody voted.
    unit(
        "an-phu",
        "APHU",
        19,
        &[
            met("2024-11-15", 12, &[("I12", 0, 0)]),
            met("2024-11-22", 14, &[("I12", 12, 1)]),
        ],
    ),
    unit(
        "tai-nguyen-moi-truong",
        "TNMT",
        9,
        &[met("2024-11-15", 8, &[("I5", 7, 0), ("I6", 5, 2)])],
    ),
    unit(
        "tan-khai",
        "TKHAI",
        24,
        &[met(
            "2024-11-18",
            21,
            &[("C4", 20, 1), ("I7", 19, 1), ("I8", 18, 2), ("I9", 14, 6)],
        )],
    ),
    unit(
        "van-phong",
        "VPH",
        18,
        &[met("2024-11-19", 16, &[("I1", 14, 1), ("I2", 13, 2)])],
    ),
    unit(
        "thanh-an",
        "TAN",
        22,
        &[met("2024-11-19", 18, &[("C5", 18, 0), ("I13", 16, 1)])],
    ),
    UnitRow {
        head: Some("TPNV"),
        ..unit("noi-vu", "NV", 8, &[met("2024-11-20", 7, &[("I14", 6, 0)])])
    },
    unit(
        "minh-duc",
        "MDUC",
        21,
        &[met("2024-11-20", 19, &[("C6", 17, 2)])],
    ),
    // The head is the nominee I10: the deputy chairs and signs.
    UnitRow {
        head: Some("I10"),
        deputy: Some("THUNG-PT"),
        ..unit(
            "tan-hung",
            "THUNG",
            20,
            &[met("2024-11-21", 17, &[("I10", 15, 1), ("I11", 8, 8)])],
        )
    },
];

/// Slugs of the units that nominate.
pub(crate) fn nominating_units() -> impl Iterator<Item = &'static str> {
    UNITS.iter().map(|unit| unit.slug)
}

/// Nominations of one season.
pub(crate) fn nominee_count() -> usize {
    nominees_of(UNITS).count()
}

fn nominees_of(units: &'static [UnitRow]) -> impl Iterator<Item = &'static str> {
    let last_meetings = units.iter().filter_map(|unit| unit.meetings.last());
    last_meetings.flat_map(|meeting| meeting.votes.iter().map(|(code, ..)| *code))
}

/// A unit that nominates.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    pub(crate) slug: String,
    pub(crate) officer: Who,
    pub(crate) secretary: Who,
    pub(crate) head: Who,
    /// Who chairs and signs: the head, or the deputy where the head is the nominee.
    pub(crate) chair: Who,
    pub(crate) staff: u32,
    pub(crate) meetings: Vec<Meeting>,
    pub(crate) nominees: Vec<Nominee>,
    /// The unit of the season that it plays.
    pub(crate) base: &'static str,
}

/// A meeting of a unit.
#[derive(Debug, Clone)]
pub(crate) struct Meeting {
    /// From 1.
    pub(crate) number: usize,
    pub(crate) date: &'static str,
    pub(crate) present: u32,
    /// Nominees by code, with votes for and against.
    pub(crate) votes: Vec<(String, u32, u32)>,
}

/// Somebody who is nominated.
#[derive(Debug, Clone)]
pub(crate) struct Nominee {
    /// `C1`, in a copy `C1.2`; of an individual the handle too.
    pub(crate) code: String,
    /// The nominee of the season that it plays.
    pub(crate) base: &'static str,
    pub(crate) kind: NomineeKind,
}

/// The units of a season that is played `copies` times over at once.
pub(crate) fn units(copies: usize) -> Vec<Unit> {
    let copies = 0..copies.max(1);
    copies
        .flat_map(|copy| UNITS.iter().map(move |row| row.copy(copy)))
        .collect()
}

/// A word of the season in a copy of it: `C1` is `C1.2` in the second.
pub(crate) fn in_copy(word: &str, copy: usize) -> String {
    match copy {
        0 => word.to_owned(),
        copy => format!("{word}.{}", copy + 1),
    }
}

/// A unit of the season in a copy of it: `tu-phap` is `tu-phap-2` in the second.
pub(crate) fn unit_in_copy(slug: &str, copy: usize) -> String {
    match copy {
        0 => slug.to_owned(),
        copy => format!("{slug}-{}", copy + 1),
    }
}

impl UnitRow {
    fn copy(&'static self, copy: usize) -> Unit {
        let handle = |handle: &str| in_copy(handle, copy);
        let own = |suffix: &str| handle(&format!("{}-{suffix}", self.prefix));
        let head = who(self.head.map_or_else(|| own("TT"), handle), Role::UnitHead);
        let chair = match self.deputy {
            None => head.clone(),
            Some(deputy) => who(handle(deputy), Role::UnitDeputy),
        };
        let meetings = self.meetings.iter().enumerate();
        let votes = |row: &MeetingRow| {
            let votes = row.votes.iter();
            votes
                .map(|(code, votes_for, votes_against)| (handle(code), *votes_for, *votes_against))
                .collect()
        };
        Unit {
            slug: unit_in_copy(self.slug, copy),
            officer: who(own("CB"), Role::UnitOfficer),
            secretary: who(own("TK"), Role::UnitSecretary),
            head,
            chair,
            staff: self.staff,
            meetings: meetings
                .map(|(index, row)| Meeting {
                    number: index + 1,
                    date: row.date,
                    present: row.present,
                    votes: votes(row),
                })
                .collect(),
            nominees: nominees_of(std::slice::from_ref(self))
                .map(|base| Nominee {
                    code: handle(base),
                    base,
                    kind: kind(base),
                })
                .collect(),
            base: self.slug,
        }
    }
}

fn kind(code: &str) -> NomineeKind {
    if code.starts_with('C') {
        NomineeKind::Collective
    } else {
        NomineeKind::Individual
    }
}
