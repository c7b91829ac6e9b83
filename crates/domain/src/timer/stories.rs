//! Stories of reminders: counted again, told once, and no case moves.

use super::*;
use crate::{
    CommandKind, NominationId, Role, StreamKey,
    calendar::Calendar,
    campaign::{AnnounceDeadline, ExtendDeadline, ExtensionCause},
    desks::{Due, Times},
    stories_kit::{Stage, campaign, day, gate_rules, given, moment, review_head, system, unit},
};

/// Dossiers are due on Friday 29 November 2024 at 17:00.
fn stage(now: &str) -> Stage {
    let due = moment("2024-11-29T17:00");
    let announced = AnnounceDeadline {
        campaign: campaign(),
        due,
    };
    let stage = Stage::launched().at("2024-11-05T09:00");
    stage.then(&review_head(), announced).at(now)
}

fn case(serial: u32) -> About {
    let id = format!("HQ-CCHC-2024-{serial:04}");
    let nomination = NominationId::parse(&id).expect("the code is well formed");
    StreamKey::nomination(&nomination).into()
}

fn head_of(name: &str) -> WatchedDesk {
    WatchedDesk {
        role: Role::UnitHead,
        unit: Some(unit(name)),
        assignment: None,
    }
}

fn waiting(about: About) -> OnDesk {
    OnDesk {
        about,
        act: CommandKind::SubmitSubmission,
        desk: head_of("tan-khai"),
        counted_from: moment("2024-11-06T08:00"),
        own: None,
    }
}

fn rules(now: &str) -> Rules {
    Rules {
        times: Times::from(&gate_rules()),
        deadline: Some(moment("2024-11-29T17:00")),
        calendar: Calendar::default(),
        now: moment(now),
    }
}

fn reminders(count: u32, now: &str) -> RecordReminders {
    let waiting: Vec<OnDesk> = (1..=count).map(|one| waiting(case(one))).collect();
    let plan = plan(&campaign(), &waiting, &rules(now));
    plan.reminders.expect("a warning is up")
}

fn missed(now: &str) -> RecordMissedDeadlines {
    let plan = plan(&campaign(), &[waiting(case(1))], &rules(now));
    plan.missed.expect("the deadline is past")
}

fn timer() -> StreamKey {
    StreamKey::timer(&campaign())
}

fn due() -> Due {
    Due::At(moment("2024-11-29T17:00"))
}

fn told(offset: i8) -> Event {
    Event::ReminderSent {
        act: CommandKind::SubmitSubmission,
        about: vec![case(1)],
        due: due(),
        offset,
        to: head_of("tan-khai"),
    }
}

/// Domain rules 4.10.
#[test]
fn a_desk_is_warned_once_per_warning() {
    let now = "2024-11-28T08:00";
    given(stage(now))
        .when(&system(), reminders(1, now))
        .then([(timer(), told(-1))]);
    let warned = stage(now).then(&system(), reminders(1, now));
    given(warned)
        .when(&system(), reminders(1, now))
        .then_nothing_happens();
}

#[test]
fn a_later_warning_is_told_after_an_earlier_one() {
    let (before, now) = ("2024-11-28T08:00", "2024-11-29T08:00");
    let warned = stage(before).then(&system(), reminders(1, before)).at(now);
    given(warned)
        .when(&system(), reminders(1, now))
        .then([(timer(), told(0))]);
}

/// Domain rules 4.10.
#[test]
fn a_missed_deadline_is_told_once_to_whom_the_table_names() {
    let now = "2024-11-29T17:20";
    let event = Event::DeadlineMissed {
        act: CommandKind::SubmitSubmission,
        about: vec![case(1)],
        due: due(),
        desk: head_of("tan-khai"),
        escalated_to: Role::ReviewHead,
    };
    given(stage(now))
        .when(&system(), missed(now))
        .then([(timer(), event)]);
    let known = stage(now).then(&system(), missed(now));
    given(known)
        .when(&system(), missed(now))
        .then_nothing_happens();
}

/// Domain rules 4.10.
#[test]
fn a_prize_not_paid_in_time_is_warned_of_and_then_missed() {
    let prize = NominationId::new(campaign(), 1);
    let unpaid = OnDesk {
        about: StreamKey::payout(&prize).into(),
        act: CommandKind::PayPrizes,
        desk: WatchedDesk {
            role: Role::FinanceOfficer,
            unit: None,
            assignment: None,
        },
        counted_from: moment("2024-11-28T09:00"),
        own: None,
    };
    let planned = |now| plan(&campaign(), std::slice::from_ref(&unpaid), &rules(now));
    let (last, after) = ("2025-01-09T23:00", "2025-01-10T08:00");
    let warned = planned(last);
    assert_eq!(warned.missed, None);
    let warned = warned.reminders.expect("the last day is warned of");
    let stage = stage(last).then(&system(), warned).at(after);
    let missed = planned(after).missed.expect("the term is over");
    let event = Event::DeadlineMissed {
        act: CommandKind::PayPrizes,
        about: vec![unpaid.about.clone()],
        due: Due::On(day("2025-01-09")),
        desk: unpaid.desk.clone(),
        escalated_to: Role::ChairmanOffice,
    };
    given(stage)
        .when(&system(), missed)
        .then([(timer(), event)]);
}

#[test]
fn nothing_is_missed_before_the_hour() {
    given(stage("2024-11-29T17:00"))
        .when(&system(), missed("2024-11-29T17:20"))
        .then_refused("timer_not_missed");
}

#[test]
fn a_warning_that_is_not_up_is_refused() {
    given(stage("2024-11-27T08:00"))
        .when(&system(), reminders(1, "2024-11-28T08:00"))
        .then_refused("timer_warning_not_up");
}

/// E34.
#[test]
fn after_an_extension_the_old_deadline_is_neither_warned_of_nor_missed() {
    let now = "2024-11-29T17:20";
    let extended = ExtendDeadline {
        campaign: campaign(),
        due: moment("2024-11-29T19:00"),
        cause: ExtensionCause::Outage,
        reason: "Mất điện toàn huyện từ 16 giờ.".into(),
    };
    let extended = stage("2024-11-29T16:50")
        .then(&review_head(), extended)
        .at(now);
    given(extended)
        .when(&system(), missed(now))
        .then_refused("timer_due_otherwise");
}

/// E34.
#[test]
fn an_extended_deadline_is_missed_anew() {
    let later = "2024-11-29T17:20";
    let extended = ExtendDeadline {
        campaign: campaign(),
        due: moment("2024-12-02T17:00"),
        cause: ExtensionCause::Outage,
        reason: "Mất điện toàn huyện.".into(),
    };
    let stage = stage(later)
        .then(&system(), missed(later))
        .then(&review_head(), extended)
        .at("2024-12-02T17:01");
    let mut rules = rules("2024-12-02T17:01");
    rules.deadline = Some(moment("2024-12-02T17:00"));
    let again = plan(&campaign(), &[waiting(case(1))], &rules).missed;
    let effects = given(stage)
        .when(&system(), again.expect("the later deadline is past"))
        .then_effects();
    assert_eq!(effects.len(), 1);
}

#[test]
fn what_belongs_to_another_campaign_is_refused() {
    let now = "2024-11-28T08:00";
    let mut command = reminders(1, now);
    let other = StreamKey::parse("nomination/HQ-2023-0001").expect("a stream's name");
    command.reminders[0].waiting[0].about = other.into();
    given(stage(now))
        .when(&system(), command)
        .then_refused("timer_item_elsewhere");
}

#[test]
fn an_act_without_a_deadline_is_not_watched() {
    let now = "2024-11-28T08:00";
    let mut command = reminders(1, now);
    command.reminders[0].act = CommandKind::SignDecision;
    given(stage(now))
        .when(&system(), command)
        .then_refused("timer_not_watched");
}

#[test]
fn only_the_system_tells() {
    let now = "2024-11-28T08:00";
    given(stage(now))
        .when(&review_head(), reminders(1, now))
        .then_refused("role_not_allowed");
}

/// E55.
#[test]
fn reminders_of_2700_cases_go_into_one_append_in_events_of_bounded_size() {
    let now = "2024-11-28T08:00";
    let effects = given(stage(now))
        .when(&system(), reminders(2_700, now))
        .then_effects();
    assert_eq!(effects.len(), 6);
    assert!(effects.iter().all(|effect| effect.stream == timer()));
    let mut about = 0;
    for effect in &effects {
        let crate::Event::Timer(Event::ReminderSent { about: some, .. }) = &effect.event else {
            panic!("a reminder tells nothing else: {effect:?}");
        };
        about += some.len();
    }
    assert_eq!(about, 2_700);
}

#[test]
fn a_case_that_is_named_twice_is_told_of_once() {
    let now = "2024-11-28T08:00";
    let mut command = reminders(1, now);
    command.reminders.push(command.reminders[0].clone());
    given(stage(now))
        .when(&system(), command)
        .then([(timer(), told(-1))]);
}

#[test]
fn what_waits_is_gathered_by_desk_and_what_has_no_deadline_is_left_out() {
    let mut signature = waiting(case(3));
    signature.act = CommandKind::SignDecision;
    let mut elsewhere = waiting(case(4));
    elsewhere.desk = head_of("an-khuong");
    let waiting = [waiting(case(1)), waiting(case(2)), signature, elsewhere];
    let plan = plan(&campaign(), &waiting, &rules("2024-11-28T08:00"));
    let reminders = plan.reminders.expect("warnings are up").reminders;
    let counts: Vec<usize> = reminders.iter().map(|one| one.waiting.len()).collect();
    assert_eq!(counts, [1, 2]);
    assert_eq!(plan.missed, None);
    assert_eq!(reminders[0].due.day(), day("2024-11-29"));
}
