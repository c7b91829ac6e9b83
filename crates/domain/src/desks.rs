//! Desks: for whom somebody answers, and how long an act may take (domain rules, section 4.10).
//!
//! Nothing here stands against a command: a late act is an act. What a rule refuses is refused by
//! the rule itself.

use jiff::{ToSpan, civil::Date};

use crate::{CommandKind, Moment, Role, calendar::Calendar};

/// Until when a desk has time for an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// So many working days after the day on which the clock started.
    WorkingDays(u32),
    /// The campaign's deadline for dossiers.
    OfCampaign,
    /// So many working days before a day of its own, for example that of a session.
    DaysAhead(u32),
}

/// The acts that have a deadline, besides those that are given a day of their own.
pub const DEADLINES: &[(CommandKind, Deadline)] = {
    use CommandKind as K;
    use Deadline::{DaysAhead, OfCampaign, WorkingDays};

    &[
        (K::AttachReport, OfCampaign),
        (K::ConfirmReport, OfCampaign),
        (K::ProposeNominee, OfCampaign),
        (K::RecordUnitMeeting, OfCampaign),
        (K::RankNominees, OfCampaign),
        (K::RankGroup, OfCampaign),
        (K::OpenSubmission, OfCampaign),
        (K::AttachPart, OfCampaign),
        (K::SetList, OfCampaign),
        (K::CertifyMinutesExtract, OfCampaign),
        (K::SignSubmissionLetter, OfCampaign),
        (K::SubmitSubmission, OfCampaign),
        (K::AcknowledgeSubmission, WorkingDays(1)),
        (K::AssignReviewer, WorkingDays(REVIEW_DAYS)),
        (K::RecordFinding, WorkingDays(REVIEW_DAYS)),
        (K::ConfirmReviews, WorkingDays(REVIEW_DAYS)),
        (K::ListNominations, DaysAhead(3)),
        (K::CheckPresentation, WorkingDays(CHAIRMAN_DAYS)),
        (K::DecidePresentation, WorkingDays(CHAIRMAN_DAYS)),
        (K::AssignNumber, WorkingDays(ISSUE_DAYS)),
        (K::ApplyOrganisationSignature, WorkingDays(ISSUE_DAYS)),
        (K::IssueDecision, WorkingDays(ISSUE_DAYS)),
        (K::AnswerFeedback, WorkingDays(5)),
    ]
};

/// From the receipt to the confirmed review.
const REVIEW_DAYS: u32 = 10;
/// From the presentation to the Chairman's decision.
const CHAIRMAN_DAYS: u32 = 5;
/// From the signature to number, seal and issue.
const ISSUE_DAYS: u32 = 1;

/// The deadline of an act; `None` for one that has none, or a day of its own.
#[must_use]
pub fn deadline(act: CommandKind) -> Option<Deadline> {
    let found = DEADLINES.iter().find(|(kind, _)| *kind == act);
    found.map(|(_, deadline)| *deadline)
}

/// What is known of something that waits for an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waits {
    /// The act.
    pub act: CommandKind,
    /// Since when its time runs.
    pub counted_from: Moment,
    /// A time of its own.
    pub own: Option<Moment>,
    /// The deadline of the campaign.
    pub campaign: Option<Moment>,
}

/// By when something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// By the end of a day.
    On(Date),
    /// By an hour.
    At(Moment),
}

impl Due {
    /// By when it is due, if ever.
    #[must_use]
    pub fn of(waits: Waits, calendar: &Calendar) -> Option<Self> {
        match (deadline(waits.act), waits.own) {
            (Some(Deadline::DaysAhead(days)), Some(own)) => {
                Some(Self::On(calendar.working_day_before(own.date(), days)))
            }
            (_, Some(own)) => Some(Self::At(own)),
            (Some(Deadline::WorkingDays(days)), None) => {
                let day = waits.counted_from.date();
                Some(Self::On(calendar.add_working_days(day, days)))
            }
            (Some(Deadline::OfCampaign), None) => waits.campaign.map(Self::At),
            (Some(Deadline::DaysAhead(_)) | None, None) => None,
        }
    }

    /// The day.
    #[must_use]
    pub fn day(self) -> Date {
        match self {
            Self::On(day) => day,
            Self::At(moment) => moment.date(),
        }
    }

    /// Whether it is past.
    #[must_use]
    pub fn is_past(self, now: Moment) -> bool {
        match self {
            Self::On(day) => day < now.date(),
            Self::At(moment) => moment < now,
        }
    }
}

/// The first day on which a clock of so many working days may have started without being past
/// `today`: whatever started earlier is late.
#[must_use]
pub fn first_day_in_time(calendar: &Calendar, today: Date, days: u32) -> Date {
    let mut first = today;
    while first > Date::MIN {
        let earlier = first.saturating_sub(1.day());
        if calendar.add_working_days(earlier, days) < today {
            return first;
        }
        first = earlier;
    }
    first
}

/// The first day for which something that is due `days` working days ahead of it is still in time.
/// On a day off, the next working day is the first on which it can be done.
#[must_use]
pub fn first_day_ahead_in_time(calendar: &Calendar, today: Date, days: u32) -> Date {
    let is_off = days > 0 && !calendar.is_working_day(today);
    calendar.add_working_days(today, days + u32::from(is_off))
}

/// The roles whose work waits for the holder of `role`: deputies stand in for their heads, and
/// whoever leads the Council also votes.
#[must_use]
pub fn answers_for(role: Role) -> &'static [Role] {
    use Role as R;

    match role {
        R::CampaignManager => &[R::CampaignManager],
        R::CampaignAuthority => &[R::CampaignAuthority],
        R::UnitOfficer => &[R::UnitOfficer],
        R::UnitSecretary => &[R::UnitSecretary],
        R::UnitHead => &[R::UnitHead],
        R::UnitDeputy => &[R::UnitDeputy, R::UnitHead],
        R::Nominee => &[R::Nominee],
        R::IntakeOfficer => &[R::IntakeOfficer],
        R::Reviewer => &[R::Reviewer],
        R::ReviewHead => &[R::ReviewHead],
        R::SubstituteReviewer => &[R::SubstituteReviewer, R::Reviewer],
        R::SubstituteConfirmer => &[R::SubstituteConfirmer],
        R::ComplaintOfficer => &[R::ComplaintOfficer],
        R::CouncilChair => &[R::CouncilChair, R::CouncilMember],
        R::CouncilViceChair => &[R::CouncilViceChair, R::CouncilMember],
        R::CouncilMember => &[R::CouncilMember],
        R::CouncilSecretary => &[R::CouncilSecretary],
        R::Chairman => &[R::Chairman],
        R::ChairmanOffice => &[R::ChairmanOffice],
        R::RecordsClerk => &[R::RecordsClerk],
        R::FinanceOfficer => &[R::FinanceOfficer],
        R::EvidenceIssuer => &[R::EvidenceIssuer],
        R::Auditor => &[R::Auditor],
        R::Admin => &[R::Admin],
        R::System => &[R::System],
    }
}

#[cfg(test)]
mod stories {
    use jiff::civil::date;

    use super::*;
    use crate::stories_kit::moment;

    fn due(act: CommandKind, own: Option<&str>) -> Option<Due> {
        let waits = Waits {
            act,
            counted_from: moment("2024-11-28T09:00"),
            own: own.map(moment),
            campaign: Some(moment("2024-11-29T17:00")),
        };
        Due::of(waits, &Calendar::default())
    }

    #[test]
    fn each_kind_of_deadline_leads_to_its_day() {
        use CommandKind as K;

        for (act, own, expected) in [
            (K::AcknowledgeSubmission, None, Some(date(2024, 11, 29))),
            (K::ConfirmReviews, None, Some(date(2024, 12, 12))),
            (K::SubmitSubmission, None, Some(date(2024, 11, 29))),
            (
                K::Resubmit,
                Some("2024-12-06T17:00"),
                Some(date(2024, 12, 6)),
            ),
            (
                K::ListNominations,
                Some("2024-12-20T08:00"),
                Some(date(2024, 12, 17)),
            ),
            (K::ListNominations, None, None),
            (K::SignDecision, None, None),
        ] {
            assert_eq!(due(act, own).map(Due::day), expected, "{act:?}");
        }
    }

    #[test]
    fn a_day_is_past_on_the_next_day_and_an_hour_at_once() {
        let day = Due::On(date(2024, 11, 29));
        assert!(!day.is_past(moment("2024-11-29T23:59")));
        assert!(day.is_past(moment("2024-11-30T00:00")));
        let hour = Due::At(moment("2024-11-29T17:00"));
        assert!(!hour.is_past(moment("2024-11-29T17:00")));
        assert!(hour.is_past(moment("2024-11-29T17:20")));
    }

    #[test]
    fn what_started_before_the_first_day_in_time_is_late_and_nothing_else() {
        let calendar = Calendar::default();
        for today in [date(2024, 11, 29), date(2024, 12, 1), date(2024, 12, 2)] {
            for days in [0, 1, 3, 10] {
                let first = first_day_in_time(&calendar, today, days);
                let is_late = |day| calendar.add_working_days(day, days) < today;
                assert!(!is_late(first), "{today} {days}");
                assert!(is_late(first.saturating_sub(1.day())), "{today} {days}");
            }
        }
    }

    #[test]
    fn on_a_day_off_the_next_working_day_is_the_first_to_act_on() {
        let calendar = Calendar::default();
        let (friday, saturday) = (date(2024, 11, 15), date(2024, 11, 16));
        for (today, days, expected) in [
            (friday, 3, date(2024, 11, 20)),
            (saturday, 3, date(2024, 11, 21)),
            (saturday, 0, saturday),
        ] {
            let first = first_day_ahead_in_time(&calendar, today, days);
            assert_eq!(first, expected, "{today}, {days}");
            let is_in_time = |day| days == 0 || calendar.working_day_before(day, days) >= today;
            assert!(is_in_time(first));
        }
    }

    #[test]
    fn everybody_answers_for_the_own_role() {
        for role in Role::ALL {
            assert!(answers_for(*role).contains(role), "{role:?}");
        }
    }
}
