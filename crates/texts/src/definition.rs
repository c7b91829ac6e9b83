//! What is said about a definition: what it means, what is wrong with it, what is unusual.

use serde_json::{Map, Value};

use crate::{Language, Texts, family::lines};

lines! {
    /// One thing to say about a definition, by the last part of its message `definition-<slug>`.
    DefinitionLine;

    /// Not TOML, or something that is read otherwise; the reader's own words.
    Unreadable = "unreadable" { message },
    /// A key that the shape does not have.
    UnknownKey = "unknown-key" { message },
    /// A key that the shape must have.
    MissingKey = "missing-key" { message },
    /// A value outside the list.
    UnknownValue = "unknown-value" { message },
    /// A value of the wrong type.
    WrongType = "wrong-type" { message },
    /// A key that stands twice.
    DuplicateKey = "duplicate-key" { message },
    /// The slug is not one that a ledger may have.
    LedgerSlug = "ledger-slug" { slug },
    /// Something that must be unique stands again.
    Twice = "twice" { word },
    /// A second authority among the files read together.
    SecondAuthority = "second-authority" {},
    /// A day of another year.
    DayOfAnotherYear = "day-of-another-year" { day, year },
    /// A holiday that is no working day anyway.
    HolidayOnWeekend = "holiday-on-weekend" { day },
    /// A worked day that is a working day anyway.
    WorkedWeekday = "worked-weekday" { day },
    /// Days that are not confirmed, with a paper cited for them.
    UnverifiedIsCited = "unverified-is-cited" { name },
    /// Days that were read nowhere and pass for confirmed.
    NotSeenAnywhere = "not-seen-anywhere" { name },
    /// The last day lies before the first.
    EndsBeforeItStarts = "ends-before-it-starts" { from, to },
    /// A unit that the authority does not have.
    UnknownUnit = "unknown-unit" { slug },
    /// An instrument that the authority does not record.
    UnknownInstrument = "unknown-instrument" { instrument },
    /// A document that the file does not have.
    UnknownDocument = "unknown-document" { name },
    /// A key that neither the entry nor the defaults of the file give.
    NoDefault = "no-default" { key },
    /// A role that nobody is granted.
    RoleNotGranted = "role-not-granted" { slug },
    /// A quota of nobody.
    EmptyQuota = "empty-quota" {},
    /// The words of the quota do not say its numbers.
    QuotaText = "quota-text" { collective, individual },
    /// No criterion for a kind of nominee.
    NoCriterion = "no-criterion" { kind },
    /// Rules of a body that nobody could keep.
    RulesUnsound = "rules-unsound" { gate, flaw },
    /// The symbol of the decision is empty or too long.
    DecisionSymbol = "decision-symbol" { chars, chars_max },
    /// A text that must say something.
    Blank = "blank" { key },

    /// Heading: the plan.
    PlanSection = "plan-section" {},
    /// Heading: the timetable.
    TimetableSection = "timetable-section" {},
    /// Heading: who may be nominated.
    ScopeSection = "scope-section" {},
    /// Heading: form and quota.
    QuotaSection = "quota-section" {},
    /// Heading: the criteria of a kind.
    CriteriaSection = "criteria-section" { kind },
    /// Heading: the rules of the gates.
    RulesSection = "rules-section" {},
    /// Heading: the parts of a dossier.
    DossierSection = "dossier-section" {},
    /// Heading: prize money.
    PrizeSection = "prize-section" {},
    /// Heading: errors.
    ErrorSection = "error-section" {},
    /// Heading: warnings.
    WarningSection = "warning-section" {},

    /// The campaign.
    Campaign = "campaign" { campaign, title },
    /// Who issues the plan, and who signs.
    Issuer = "issuer" { issuer, signer },
    /// Number and date of the plan.
    PlanDocument = "plan-document" { symbol, date },
    /// What the plan rests on.
    LegalBasis = "legal-basis" { title },
    /// The year of achievement.
    Year = "year" { year },
    /// The deadline is announced later.
    Deadline = "deadline" {},
    /// The agenda goes out some working days ahead.
    Agenda = "agenda" { days },
    /// Meetings are recorded within some working days.
    Recording = "recording" { days },
    /// How long each desk has.
    Terms = "terms" { intake_days, review_days, chairman_days, feedback_days, objection_days, promotion_days, payout_days },
    /// How often, and for how long, more may be asked for.
    Supplements = "supplements" { rounds, days },
    /// How many may be awarded.
    Quota = "quota" { collective, individual },
    /// A criterion in the plan's words.
    Criterion = "criterion" { criterion, text },
    /// How a criterion is checked, and by what evidence.
    CriterionCheck = "criterion-check" { how, evidence },
    /// A reviewer's finding.
    CheckFinding = "check-finding" {},
    /// All tasks committed to the Chairman are done.
    CheckCommittedTasksDone = "check-committed_tasks_done" {},
    /// All tasks of the yearly plan are done.
    CheckPlannedTasksDone = "check-planned_tasks_done" {},
    /// A recognised initiative, or a finding.
    CheckInitiativeOrFinding = "check-initiative_or_finding" {},
    /// No key leader is disciplined.
    CheckNoLeaderDisciplined = "check-no_leader_disciplined" {},
    /// The score rose.
    CheckScoreRose = "check-score_rose" {},
    /// Rated well.
    CheckRatedGood = "check-rated_good" {},
    /// How a unit's meeting decides.
    UnitRules = "unit-rules" { members, quorum, is_half, at_least, share, denominator, has_tie, tie, eligible_min },
    /// How the Standing Committee decides.
    StandingRules = "standing-rules" { members, quorum, is_half, at_least, share, denominator, has_tie, tie, eligible_min },
    /// How the full Council decides.
    FullRules = "full-rules" { members, quorum, is_half, at_least, share, denominator, has_tie, tie, eligible_min },
    /// How a written consultation decides.
    WrittenRules = "written-rules" { members, quorum, is_half, at_least, share, denominator, has_tie, tie, eligible_min, days },
    /// The rule of prize money.
    PrizeRule = "prize-rule" { instrument, collective, individual, rounding },
    /// What the prizes come to with one base wage.
    PrizeAmounts = "prize-amounts" { from, base_wage, collective, individual, total },
    /// The amounts need the authority's definition.
    PrizeUnknown = "prize-unknown" { instruments },

    /// Number or date of the plan are blank.
    PlanUndated = "plan-undated" {},
    /// The plan rests on nothing.
    NoLegalBasis = "no-legal-basis" {},
    /// The plan goes to nobody.
    NoRecipient = "no-recipient" {},
    /// Criteria for a kind of nominee of whom none may be awarded.
    UnusedCriteria = "unused-criteria" { kind },
    /// No criterion excludes units whose leader is disciplined.
    NoExclusion = "no-exclusion" {},
    /// A criterion without evidence.
    NoEvidence = "no-evidence" { criterion },
    /// A dossier of other parts than letter, extract and report.
    DossierParts = "dossier-parts" { parts },
    /// A quorum of less than half.
    SmallQuorum = "small-quorum" { gate, quorum },
    /// One person could decide alone.
    LoneVoter = "lone-voter" { gate },
    /// The agenda may go out on the day itself.
    NoAgendaTime = "no-agenda-time" {},
    /// Meetings may be recorded long afterwards.
    LongRecording = "long-recording" { days },
    /// No rule of prize money is in force in the year.
    NoRegime = "no-regime" { year },
    /// Values of the law that were not confirmed.
    UnverifiedLaw = "unverified-law" { instrument, values, note },

    /// Nothing is wrong.
    Sound = "sound" { warnings },
    /// Something is wrong.
    Unsound = "unsound" { errors },
}

impl Texts {
    /// A line about a definition, with these facts.
    #[must_use]
    pub fn definition(
        &self,
        language: Language,
        line: DefinitionLine,
        facts: &Map<String, Value>,
    ) -> String {
        self.member(language, &format!("definition-{}", line.as_str()), facts)
    }
}
