//! Profile `so_noi_vu_v1`: how campaigns went, and nothing of how somebody voted, judged or complained.
//!
//! Shown are campaigns and the law they stand on, quota, what each gate said with reason codes and
//! tallies, submissions, presentations, decisions with their numbers, missed deadlines, and totals of
//! prize money. Withheld are persons and offices (`org`), facts about them, keys, feedback and
//! complaints, ballots, attendance, recusals, opinions, rankings, findings on single criteria, papers of
//! a dossier, and what is paid or handed to a single awardee.

/// Streams that are shown but for some events.
const STREAMS: &[(&str, &[&str])] = &[
    ("campaign", &[]),
    ("decision", &[]),
    ("legal_basis", &[]),
    ("number_register", &[]),
    ("presentation", &[]),
    ("quota", &["council_ranked"]),
    ("slot", &["group_ranked", "nominees_ranked"]),
    ("submission", &["part_attached"]),
    // Reminders go to single desks.
    ("timer", &["reminder_sent"]),
    ("fund", &["money_returned"]),
    (
        "unit_session",
        &["attendance_recorded", "recusal_declared", "votes_recorded"],
    ),
];

/// Events that are shown of streams that are withheld otherwise.
const EVENTS: &[(&str, &[&str])] = &[
    (
        "council_session",
        &[
            "consultation_sent",
            "council_minutes_signed",
            "council_motion_closed",
            "council_session_closed",
            "motion_annulled",
            "motion_opened",
            "nominations_listed",
            "referred_to_full_council",
            "tally_recorded",
        ],
    ),
    ("nomination", NOMINATION),
];

/// The gates of a case, in the order of the process. A person's name among them is sealed.
const NOMINATION: &[&str] = &[
    "nomination_drafted",
    "nominee_proposed",
    "draft_discarded",
    "unit_endorsed",
    "unit_not_endorsed",
    "endorsement_annulled",
    "nomination_waitlisted",
    "waitlist_promoted",
    "dossier_withdrawn",
    "dossier_received",
    "dossier_refused",
    "supplement_closed",
    "legal_regime_reassigned",
    "review_passed",
    "review_rejected",
    "review_reopened",
    "reassessment_ordered",
    "reopened_by_complaint",
    "nomination_listed",
    "council_approved",
    "council_deferred",
    "council_rejected",
    "presented_to_chairman",
    "presentation_returned",
    "chairman_approved",
    "chairman_declined",
    "chairman_returned",
    "decision_drafted",
    "left_out_of_draft",
    "decision_signed",
    "signature_voided",
    "awarded",
    "award_amended",
    "award_revoked",
    "honour_declined",
    "nomination_withdrawn",
    "nomination_superseded",
    "nomination_lapsed",
];

/// Whether the payload of `<stream>.<event>` is shown.
pub(super) fn shows(name: &str) -> bool {
    let Some((stream, event)) = name.split_once('.') else {
        return false;
    };
    let of = |table: &'static [(&str, &'static [&'static str])]| {
        let mut rows = table.iter();
        rows.find(|(named, _)| *named == stream)
            .map(|(_, events)| *events)
    };
    match (of(STREAMS), of(EVENTS)) {
        (Some(but), _) => !but.contains(&event),
        (None, Some(only)) => only.contains(&event),
        (None, None) => false,
    }
}
