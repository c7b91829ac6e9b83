//! A nomination, worded for its reader.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::told::Told;
use crate::{
    days::{Days, DueAnswer, Waiting},
    problem::Problem,
};
use khen_domain::Role;
use khen_eventlog::{OfficeError, wire_time};
use khen_read_model::{Desk, Nomination, NominationRow};
use khen_texts::{Audience, GateWords, Language, Texts};

/// A nomination (đề nghị khen thưởng).
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Nomination")]
pub(super) struct NominationAnswer {
    /// Mã hồ sơ, with its check letter.
    code: String,
    /// The nomination's id; its stream is `nomination/<id>`.
    nomination: String,
    /// The campaign.
    campaign: String,
    /// The nominating unit.
    unit: String,
    /// The present name of the unit.
    unit_name: Option<String>,
    /// `collective` or `individual`.
    kind: String,
    /// Họ và tên of an individual; null for a collective, and for a person who is erased.
    name: Option<String>,
    /// Chức vụ of an individual.
    title: Option<String>,
    /// Where it stands, as the reader is told.
    state: &'static str,
    /// The state in Vietnamese.
    state_vi: String,
    /// The state in English.
    state_en: String,
    /// What comes next, in Vietnamese.
    next_step_vi: String,
    /// What comes next, in English.
    next_step_en: String,
    /// Who has the ball, in Vietnamese; null when nothing is left to do.
    ball_with_vi: Option<String>,
    /// Who has the ball, in English.
    ball_with_en: Option<String>,
    /// The gate itself; missing while it would tell the unit more than the state does.
    #[serde(skip_serializing_if = "Option::is_none")]
    gate: Option<&'static str>,
    /// The status of the National Public Service Portal that the state comes to, 1 to 10.
    dvcqg_code: Option<u8>,
    /// That something is being verified about the nominee; told to the office and to the head of
    /// the unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    hold: Option<HoldAnswer>,
    /// Its place in the recorded ranking of its unit or group, from 1.
    rank: Option<u64>,
    /// Why it was refused, put off or made to wait at this gate.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason_code: Option<String>,
    /// Whose desk it waits at; outside the office only the own one is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    waits_for: Option<DeskAnswer>,
    /// Number of the receipt.
    receipt_no: Option<String>,
    /// The decision that awards it.
    decision: Option<DecisionOf>,
    /// When it passed each gate, as far as the reader is told.
    dates: Dates,
    /// Version of its stream: what to send in `If-Match`.
    version: u64,
}

/// Whose desk something waits at.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "WaitsFor")]
struct DeskAnswer {
    /// The role.
    role: String,
    /// The unit; any desk of the role when null.
    unit: Option<String>,
    /// The command that comes next.
    act: String,
    /// Since when.
    since: String,
    /// By when it is due, if it has a time.
    due: Option<DueAnswer>,
}

/// That something is being verified about a nominee.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Hold")]
struct HoldAnswer {
    /// In Vietnamese.
    label_vi: String,
    /// In English.
    label_en: String,
    /// What comes next, in Vietnamese.
    next_step_vi: String,
    /// What comes next, in English.
    next_step_en: String,
    /// Who has the ball, in Vietnamese.
    ball_with_vi: String,
    /// Who has the ball, in English.
    ball_with_en: String,
}

/// The decision that awards a nomination.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "AwardedBy")]
struct DecisionOf {
    /// Its number.
    number: u64,
    /// The symbol of its series.
    symbol: Option<String>,
    /// Its date.
    date: Option<String>,
}

/// When a nomination passed each gate.
#[derive(Debug, Serialize, JsonSchema)]
struct Dates {
    drafted_at: String,
    proposed_at: Option<String>,
    endorsed_at: Option<String>,
    submitted_at: Option<String>,
    received_at: Option<String>,
    assigned_at: Option<String>,
    reviewed_at: Option<String>,
    listed_at: Option<String>,
    council_at: Option<String>,
    presented_at: Option<String>,
    chairman_at: Option<String>,
    signed_at: Option<String>,
    awarded_at: Option<String>,
}

impl NominationAnswer {
    /// The nomination in the words for the holder of `role`.
    pub(super) fn of(
        texts: &Texts,
        days: &Days,
        role: Role,
        nomination: Nomination,
    ) -> Result<Self, Problem> {
        let audience = Audience::of(role);
        let told = Told::of(&nomination, audience).ok_or_else(|| corrupt(&nomination.row))?;
        let words = |language| texts.standing(language, told.standing);
        let (vi, en): (GateWords, GateWords) = (words(Language::Vi), words(Language::En));
        let Nomination {
            row,
            name,
            title,
            unit_name,
            desk,
            campaign_due,
            is_held,
            is_before_council: _,
        } = nomination;
        let is_whole = told.gate.is_some();
        let is_office = audience.is_office();
        // Outside, only one's own desk is told.
        let is_own = |desk: &Desk| audience == Audience::Unit && desk.unit.is_some();
        let desk = desk.filter(|desk| is_office || is_own(desk));
        let is_hold_told = is_office || matches!(role, Role::UnitHead | Role::RecordsClerk);
        let waits_for =
            desk.map(|desk| DeskAnswer::of(texts, days, (&row.campaign, campaign_due), desk));
        Ok(Self {
            waits_for,
            dates: Dates::of(&row, is_whole),
            decision: DecisionOf::of(&row),
            code: row.code,
            nomination: row.nomination,
            campaign: row.campaign,
            unit: row.unit,
            unit_name,
            kind: row.kind,
            name,
            title,
            state: told.standing.as_str(),
            state_vi: vi.label,
            state_en: en.label,
            next_step_vi: vi.next_step,
            next_step_en: en.next_step,
            ball_with_vi: vi.ball_with,
            ball_with_en: en.ball_with,
            gate: told.gate.map(khen_domain::nomination::Gate::as_str),
            reason_code: row.reason_code.filter(|_| is_whole),
            dvcqg_code: vi.dvcqg,
            hold: (is_held && is_hold_told).then(|| HoldAnswer::of(texts)),
            rank: row.rank.filter(|_| is_office || audience == Audience::Unit),
            receipt_no: row.receipt_no,
            version: row.version,
        })
    }
}

fn corrupt(row: &NominationRow) -> Problem {
    let place = format!("the gate {:?} of {}", row.gate, row.nomination);
    OfficeError::Corrupt { place }.into()
}

impl DeskAnswer {
    fn of(
        texts: &Texts,
        days: &Days,
        (campaign, campaign_due): (&str, Option<Timestamp>),
        desk: Desk,
    ) -> Self {
        let due = days.due(Waiting {
            act: &desk.act,
            campaign: Some(campaign),
            counted_from: desk.counted_from,
            own: desk.due,
            campaign_due,
        });
        Self {
            due: due.map(|due| days.told(texts, due)),
            role: desk.role,
            unit: desk.unit,
            act: desk.act,
            since: wire_time(desk.since),
        }
    }
}

impl HoldAnswer {
    fn of(texts: &Texts) -> Self {
        let (vi, en) = (texts.hold(Language::Vi), texts.hold(Language::En));
        Self {
            label_vi: vi.label,
            label_en: en.label,
            next_step_vi: vi.next_step,
            next_step_en: en.next_step,
            ball_with_vi: vi.ball_with,
            ball_with_en: en.ball_with,
        }
    }
}

impl DecisionOf {
    fn of(row: &NominationRow) -> Option<Self> {
        Some(Self {
            number: row.number?,
            symbol: row.symbol.clone(),
            date: row.decided_on.map(|date| date.to_string()),
        })
    }
}

impl Dates {
    /// `is_whole`: whether dates after the receipt are told as well; they would give away that the
    /// review passed, or that the Council has voted.
    fn of(row: &NominationRow, is_whole: bool) -> Self {
        let told = |time: Option<Timestamp>| time.map(wire_time);
        let later = |time: Option<Timestamp>| told(time.filter(|_| is_whole));
        Self {
            drafted_at: wire_time(row.drafted_at),
            proposed_at: told(row.proposed_at),
            endorsed_at: told(row.endorsed_at),
            submitted_at: told(row.submitted_at),
            received_at: told(row.received_at),
            assigned_at: later(row.assigned_at),
            reviewed_at: later(row.reviewed_at),
            listed_at: later(row.listed_at),
            council_at: later(row.council_at),
            presented_at: later(row.presented_at),
            chairman_at: later(row.chairman_at),
            signed_at: later(row.signed_at),
            awarded_at: later(row.awarded_at),
        }
    }
}
