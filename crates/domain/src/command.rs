//! All commands, by name.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{
    award_files, campaign, certificate, complaint, conference, council_session, decision, fact,
    feedback, fund, hold, legal_basis, nomination, org, payout, presentation, publicity, quota,
    submission, timer, unit_session, waitlist,
};

macro_rules! commands {
    ($($module:ident: $($name:ident = $word:literal),+;)+) => {
        /// What somebody wishes.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Command {
            $($(
                #[doc = concat!("See [`", stringify!($module), "::", stringify!($name), "`].")]
                $name($module::$name),
            )+)+
        }

        /// The name of a command, without its content.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CommandKind {
            $($(
                #[doc = concat!("See [`", stringify!($module), "::", stringify!($name), "`].")]
                $name,
            )+)+
        }

        impl CommandKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$($(Self::$name),+),+];

            /// The word on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $($(Self::$name => $word),+),+ }
            }

            /// Reads the content of a command of this kind.
            ///
            /// # Errors
            /// The deserializer's, saying what is wrong with the content.
            pub fn read<'de, D: Deserializer<'de>>(self, content: D) -> Result<Command, D::Error> {
                match self {
                    $($(Self::$name => {
                        $module::$name::deserialize(content).map(Command::$name)
                    })+)+
                }
            }

            /// The JSON Schema of the content as the domain takes it, personal values sealed.
            pub fn schema(self, generator: &mut SchemaGenerator) -> Schema {
                match self {
                    $($(Self::$name => <$module::$name as JsonSchema>::json_schema(generator)),+),+
                }
            }
        }

        impl Command {
            /// The kind.
            #[must_use]
            pub fn kind(&self) -> CommandKind {
                match self { $($(Self::$name(_) => CommandKind::$name),+),+ }
            }
        }

        /// Written as its content, without its kind.
        impl Serialize for Command {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $($(Self::$name(content) => content.serialize(serializer)),+),+ }
            }
        }

        $($(impl From<$module::$name> for Command {
            fn from(content: $module::$name) -> Self {
                Self::$name(content)
            }
        })+)+
    };
}

commands! {
    org: EstablishAuthority = "establish_authority",
        SetCalendar = "set_calendar",
        EstablishUnit = "establish_unit",
        DissolveUnit = "dissolve_unit",
        RegisterPerson = "register_person",
        GrantAssignment = "grant_assignment",
        EndAuthority = "end_authority",
        MovePerson = "move_person",
        MergeIdentity = "merge_identity",
        UndoIdentityMerge = "undo_identity_merge",
        EndAssignment = "end_assignment",
        GrantDelegation = "grant_delegation",
        EndDelegation = "end_delegation";
    legal_basis: RecordRegime = "record_regime",
        RecordBaseWage = "record_base_wage";
    campaign: RegisterPlan = "register_plan",
        ApproveCriteria = "approve_criteria",
        SetGateRules = "set_gate_rules",
        LaunchCampaign = "launch_campaign",
        AnnounceDeadline = "announce_deadline",
        ExtendDeadline = "extend_deadline",
        AmendPlan = "amend_plan",
        InterpretCriterion = "interpret_criterion",
        ConfirmRollout = "confirm_rollout",
        RecordReminder = "record_reminder",
        RecordInspection = "record_inspection",
        CloseSelection = "close_selection",
        TransferCampaign = "transfer_campaign",
        CloseCampaignByReorganisation = "close_campaign_by_reorganisation",
        CloseCampaign = "close_campaign",
        TransferToArchive = "transfer_to_archive";
    quota: SetQuota = "set_quota",
        DetermineEligibleUnits = "determine_eligible_units",
        AllocateQuota = "allocate_quota",
        ReallocateQuota = "reallocate_quota",
        ChangeQuota = "change_quota",
        RestoreQuota = "restore_quota";
    waitlist: PromoteFromWaitlist = "promote_from_waitlist",
        RankForCouncil = "rank_for_council";
    fact: ImportUnitResults = "import_unit_results",
        RecordInitiative = "record_initiative",
        RecordRating = "record_rating",
        RecordDiscipline = "record_discipline",
        RecordPastAward = "record_past_award",
        RecordAuthorityIndex = "record_authority_index";
    hold: PlaceHold = "place_hold",
        ReviewHold = "review_hold",
        LiftHold = "lift_hold";
    nomination: DraftNomination = "draft_nomination",
        AttachReport = "attach_report",
        ConfirmReport = "confirm_report",
        ProposeNominee = "propose_nominee",
        AssignReviewer = "assign_reviewer",
        RecordFinding = "record_finding",
        RecommendPass = "recommend_pass",
        RecommendReject = "recommend_reject",
        ConfirmReviews = "confirm_reviews",
        CorrectNomineeDetails = "correct_nominee_details",
        DiscardDraft = "discard_draft",
        Withdraw = "withdraw",
        ConsentToWithdrawal = "consent_to_withdrawal",
        DeclineHonour = "decline_honour",
        Supersede = "supersede",
        FileObjection = "file_objection",
        NameSubstitutes = "name_substitutes",
        ReassignReviewer = "reassign_reviewer",
        RequestOpinion = "request_opinion",
        RecordOpinion = "record_opinion",
        RequestSupplement = "request_supplement",
        ReturnToReviewer = "return_to_reviewer",
        ReopenReview = "reopen_review",
        ReassignLegalRegime = "reassign_legal_regime",
        NameAlternateSigner = "name_alternate_signer";
    unit_session: RecordUnitMeeting = "record_unit_meeting",
        RankGroup = "rank_group",
        RankNominees = "rank_nominees",
        AnnulMotion = "annul_motion",
        NameAlternateBody = "name_alternate_body";
    submission: OpenSubmission = "open_submission",
        AttachPart = "attach_part",
        SetList = "set_list",
        CertifyMinutesExtract = "certify_minutes_extract",
        SignSubmissionLetter = "sign_submission_letter",
        RequestLatePermission = "request_late_permission",
        GrantLatePermission = "grant_late_permission",
        SubmitSubmission = "submit_submission",
        AcknowledgeSubmission = "acknowledge_submission",
        Resubmit = "resubmit",
        CloseSupplement = "close_supplement",
        WithdrawSubmission = "withdraw_submission";
    council_session: ConveneCouncil = "convene_council",
        ListNominations = "list_nominations",
        RecordAttendance = "record_attendance",
        DeclareRecusal = "declare_recusal",
        OpenMotion = "open_motion",
        CastBallot = "cast_ballot",
        CloseMotion = "close_motion",
        CloseCouncilSession = "close_council_session",
        SignMinutes = "sign_minutes",
        ImposeRecusal = "impose_recusal",
        SendConsultation = "send_consultation",
        RecordArrival = "record_arrival",
        RecordDeparture = "record_departure",
        PullItem = "pull_item",
        ReferToFullCouncil = "refer_to_full_council",
        RecordVotes = "record_votes",
        RecordWrittenOpinion = "record_written_opinion",
        RecordTally = "record_tally";
    presentation: PresentToChairman = "present_to_chairman",
        CheckPresentation = "check_presentation",
        DecidePresentation = "decide_presentation",
        ReturnPresentation = "return_presentation",
        AnswerChairman = "answer_chairman",
        WithdrawApproval = "withdraw_approval";
    decision: DraftDecision = "draft_decision",
        InitialDraft = "initial_draft",
        SignDecision = "sign_decision",
        AssignNumber = "assign_number",
        ApplyOrganisationSignature = "apply_organisation_signature",
        IssueDecision = "issue_decision",
        ConfirmAwardDetails = "confirm_award_details",
        Dispatch = "dispatch",
        RecordReceipt = "record_receipt",
        RecallDocument = "recall_document",
        SendResultNotices = "send_result_notices",
        VoidNumber = "void_number",
        VoidSignedDecision = "void_signed_decision",
        IssueDespiteHold = "issue_despite_hold",
        IssueFormalCorrection = "issue_formal_correction",
        NoteConduct = "note_conduct",
        RecordRecallConfirmed = "record_recall_confirmed",
        RegisterLegacyDecision = "register_legacy_decision";
    feedback: FileFeedback = "file_feedback",
        RouteFeedback = "route_feedback",
        AnswerFeedback = "answer_feedback",
        CloseFeedback = "close_feedback";
    complaint: RegisterComplaint = "register_complaint",
        AcceptComplaint = "accept_complaint",
        DecideComplaint = "decide_complaint",
        WithdrawComplaint = "withdraw_complaint",
        ReopenByComplaint = "reopen_by_complaint";
    timer: RecordReminders = "record_reminders",
        RecordMissedDeadlines = "record_missed_deadlines";
    award_files: OpenAwardFiles = "open_award_files",
        CloseRevokedAwards = "close_revoked_awards";
    certificate: PrintCertificates = "print_certificates",
        SignCertificates = "sign_certificates",
        SealCertificates = "seal_certificates",
        HandOverCertificate = "hand_over_certificate",
        ReissueCertificate = "reissue_certificate",
        RecordSpoiltStock = "record_spoilt_stock",
        RecordCertificateRecovered = "record_certificate_recovered";
    payout: ComputePrizes = "compute_prizes",
        PayPrizes = "pay_prizes",
        ReturnPrize = "return_prize",
        RecordPrizeRecovered = "record_prize_recovered";
    fund: CreditFund = "credit_fund",
        CommitFunds = "commit_funds",
        RecordFundShortfall = "record_fund_shortfall";
    publicity: PlanPublicity = "plan_publicity",
        RecordBroadcast = "record_broadcast",
        PublishStory = "publish_story",
        WithdrawStory = "withdraw_story",
        RecordCorrectionBroadcast = "record_correction_broadcast";
    conference: ScheduleConference = "schedule_conference",
        RecordAwardCeremony = "record_award_ceremony",
        RecordSummationReport = "record_summation_report",
        CloseConference = "close_conference";
}

impl CommandKind {
    /// The kind with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == word)
    }
}

/// Written as its word.
impl Serialize for CommandKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CommandKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        let unknown = || D::Error::custom(format_args!("there is no command {word}"));
        Self::parse(&word).ok_or_else(unknown)
    }
}

/// A word: which there are is not part of an event's shape.
impl JsonSchema for CommandKind {
    fn schema_name() -> Cow<'static, str> {
        "CommandKind".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "command" })
    }
}
