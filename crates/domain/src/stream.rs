//! Streams, by kind and key.

use std::fmt;

use crate::{
    AssignmentId, CampaignId, ComplaintId, ConferenceId, CouncilSessionId, DecisionId,
    DelegationId, FactSubject, FeedbackId, InstrumentId, NominationId, NomineeKind, NomineeRef,
    PersonId, PresentationId, PublicityId, SubmissionId, UnitId, UnitSessionId, quota::SlotHolder,
};

macro_rules! kinds {
    ($($(#[$doc:meta])+ $name:ident = $word:literal),+ $(,)?) => {
        /// A kind of stream: the first part of a stream's name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum StreamKind { $($(#[$doc])+ $name),+ }

        impl StreamKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }

            /// The kind with this word.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.as_str() == word)
            }
        }
    };
}

kinds! {
    /// Authority, unit, person, assignment, delegation.
    Org = "org",
    /// Instrument.
    LegalBasis = "legal_basis",
    /// Campaign.
    Campaign = "campaign",
    /// Quota of a campaign.
    Quota = "quota",
    /// Slots of a unit or group.
    Slot = "slot",
    /// Claim on a nominee.
    Claim = "claim",
    /// Codes of a series.
    Codes = "codes",
    /// Facts of a subject and year.
    Fact = "fact",
    /// Matters being verified, of a subject.
    Hold = "hold",
    /// Nomination.
    Nomination = "nomination",
    /// Meeting of a unit.
    UnitSession = "unit_session",
    /// Submission of a unit.
    Submission = "submission",
    /// Session of the Council.
    CouncilSession = "council_session",
    /// Presentation to the Chairman.
    Presentation = "presentation",
    /// Decision.
    Decision = "decision",
    /// Number register of an issuer, series and year.
    NumberRegister = "number_register",
    /// Feedback of a unit on the campaign.
    Feedback = "feedback",
    /// Complaint, denunciation or petition.
    Complaint = "complaint",
    /// Reminders and missed deadlines of a campaign.
    Timer = "timer",
    /// Certificate of an awardee.
    Certificate = "certificate",
    /// Prize money of an awardee.
    Payout = "payout",
    /// Reward fund of a budget year.
    Fund = "fund",
    /// Ticket of publicity.
    Publicity = "publicity",
    /// Conference.
    Conference = "conference",
    /// Sealing key of an owner.
    Privacy = "privacy",
}

/// The name of a stream: its kind and its key. `Display` writes `kind/key`, the form on the wire.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamKey {
    kind: StreamKind,
    key: String,
}

impl StreamKey {
    fn new(kind: StreamKind, key: impl fmt::Display) -> Self {
        Self {
            kind,
            key: key.to_string(),
        }
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> StreamKind {
        self.kind
    }

    /// The key within the kind.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Reads the form on the wire; `None` for a kind that is not ours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, key) = text.split_once('/')?;
        StreamKind::parse(kind).map(|kind| Self::new(kind, key))
    }

    /// The issuing authority of the ledger.
    #[must_use]
    pub fn authority() -> Self {
        Self::new(StreamKind::Org, "authority")
    }

    /// A unit of the directory.
    #[must_use]
    pub fn unit(unit: &UnitId) -> Self {
        Self::new(StreamKind::Org, format_args!("unit/{unit}"))
    }

    /// A person of the directory.
    #[must_use]
    pub fn person(person: &PersonId) -> Self {
        Self::new(StreamKind::Org, format_args!("person/{person}"))
    }

    /// An assignment.
    #[must_use]
    pub fn assignment(assignment: &AssignmentId) -> Self {
        Self::new(StreamKind::Org, format_args!("assignment/{assignment}"))
    }

    /// A delegation of the power to sign.
    #[must_use]
    pub fn delegation(delegation: &DelegationId) -> Self {
        Self::new(StreamKind::Org, format_args!("delegation/{delegation}"))
    }

    /// A legal instrument.
    #[must_use]
    pub fn legal_basis(instrument: &InstrumentId) -> Self {
        Self::new(StreamKind::LegalBasis, instrument)
    }

    /// A campaign.
    #[must_use]
    pub fn campaign(campaign: &CampaignId) -> Self {
        Self::new(StreamKind::Campaign, campaign)
    }

    /// The quota of a campaign.
    #[must_use]
    pub fn quota(campaign: &CampaignId) -> Self {
        Self::new(StreamKind::Quota, campaign)
    }

    /// The slots of a unit or group: `slot/HQ-CCHC-2024/individual/unit/tu-phap`. A group may bear
    /// the word of a unit, so the name says which it is.
    #[must_use]
    pub fn slot(campaign: &CampaignId, kind: NomineeKind, holder: &SlotHolder) -> Self {
        let holder_kind = match holder {
            SlotHolder::Unit(_) => "unit",
            SlotHolder::Group(_) => "group",
        };
        Self::new(
            StreamKind::Slot,
            format_args!("{campaign}/{kind}/{holder_kind}/{holder}"),
        )
    }

    /// The claim on a nominee.
    #[must_use]
    pub fn claim(campaign: &CampaignId, nominee: &NomineeRef) -> Self {
        Self::new(StreamKind::Claim, format_args!("{campaign}/{nominee}"))
    }

    /// The serials of a campaign's nominations.
    #[must_use]
    pub fn nomination_codes(campaign: &CampaignId) -> Self {
        Self::new(StreamKind::Codes, format_args!("{campaign}/nomination"))
    }

    /// Facts of a subject within a year.
    #[must_use]
    pub fn fact(subject: &FactSubject, year: i16) -> Self {
        Self::new(StreamKind::Fact, format_args!("{subject}/{year}"))
    }

    /// The index of the issuing authority in a year. Three parts: no subject bears such a name.
    #[must_use]
    pub fn authority_index(year: i16) -> Self {
        Self::new(StreamKind::Fact, format_args!("authority/index/{year}"))
    }

    /// What is being verified about a subject, whatever the year.
    #[must_use]
    pub fn hold(subject: &FactSubject) -> Self {
        Self::new(StreamKind::Hold, subject)
    }

    /// Feedback of a unit.
    #[must_use]
    pub fn feedback(feedback: &FeedbackId) -> Self {
        Self::new(StreamKind::Feedback, feedback)
    }

    /// A complaint, denunciation or petition.
    #[must_use]
    pub fn complaint(complaint: &ComplaintId) -> Self {
        Self::new(StreamKind::Complaint, complaint)
    }

    /// A nomination.
    #[must_use]
    pub fn nomination(nomination: &NominationId) -> Self {
        Self::new(StreamKind::Nomination, nomination)
    }

    /// A meeting of a unit.
    #[must_use]
    pub fn unit_session(session: &UnitSessionId) -> Self {
        Self::new(StreamKind::UnitSession, session)
    }

    /// A submission of a unit.
    #[must_use]
    pub fn submission(submission: &SubmissionId) -> Self {
        Self::new(StreamKind::Submission, submission)
    }

    /// A session of the Council.
    #[must_use]
    pub fn council_session(session: &CouncilSessionId) -> Self {
        Self::new(StreamKind::CouncilSession, session)
    }

    /// A presentation to the Chairman.
    #[must_use]
    pub fn presentation(presentation: &PresentationId) -> Self {
        Self::new(StreamKind::Presentation, presentation)
    }

    /// A decision.
    #[must_use]
    pub fn decision(decision: &DecisionId) -> Self {
        Self::new(StreamKind::Decision, decision)
    }

    /// The numbers that an issuer gives in a series within a year. Issuer and symbol are people's
    /// writing (`QĐ-UBND`), so they stand percent-encoded in the name.
    #[must_use]
    pub fn number_register(issuer: &str, series: &str, year: i16) -> Self {
        let (issuer, series) = (percent_encoded(issuer), percent_encoded(series));
        Self::new(
            StreamKind::NumberRegister,
            format_args!("{issuer}/{series}/{year}"),
        )
    }

    /// What a timer told about a campaign.
    #[must_use]
    pub fn timer(campaign: &CampaignId) -> Self {
        Self::new(StreamKind::Timer, campaign)
    }

    /// The register of awards of a year. Two parts: the registers of other series have an issuer too.
    #[must_use]
    pub fn award_register(year: i16) -> Self {
        Self::new(StreamKind::NumberRegister, format_args!("awards/{year}"))
    }

    /// The certificate of an awardee.
    #[must_use]
    pub fn certificate(nomination: &NominationId) -> Self {
        Self::new(StreamKind::Certificate, nomination)
    }

    /// The prize money of an awardee.
    #[must_use]
    pub fn payout(nomination: &NominationId) -> Self {
        Self::new(StreamKind::Payout, nomination)
    }

    /// The reward fund of the authority in a budget year.
    #[must_use]
    pub fn fund(year: i16) -> Self {
        Self::new(StreamKind::Fund, year)
    }

    /// A ticket of publicity.
    #[must_use]
    pub fn publicity(publicity: &PublicityId) -> Self {
        Self::new(StreamKind::Publicity, publicity)
    }

    /// The numbers of a campaign's tickets of publicity.
    #[must_use]
    pub fn publicity_codes(campaign: &CampaignId) -> Self {
        Self::new(StreamKind::Codes, format_args!("{campaign}/publicity"))
    }

    /// A conference.
    #[must_use]
    pub fn conference(conference: &ConferenceId) -> Self {
        Self::new(StreamKind::Conference, conference)
    }

    /// The sealing key of the owner that is this stream.
    #[must_use]
    pub fn privacy(owner: &Self) -> Self {
        Self::new(StreamKind::Privacy, owner)
    }
}

/// `text` in the characters of an identifier, every other byte as `%` and two digits (RFC 3986
/// section 2.1).
fn percent_encoded(text: &str) -> String {
    let encode = |byte: u8| match char::from(byte) {
        plain if plain.is_ascii_alphanumeric() || matches!(plain, '-' | '_' | '.') => {
            plain.to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}

impl fmt::Display for StreamKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.as_str(), self.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::GroupId;

    #[test]
    fn slots_of_a_unit_and_of_a_group_of_one_word_are_told_apart() {
        let campaign = CampaignId::parse("HQ-CCHC-2024").unwrap();
        let unit = SlotHolder::Unit(UnitId::parse("tu-phap").unwrap());
        let group = SlotHolder::Group(GroupId::parse("tu-phap").unwrap());
        let name = |holder| StreamKey::slot(&campaign, NomineeKind::Individual, holder).to_string();
        assert_eq!(name(&unit), "slot/HQ-CCHC-2024/individual/unit/tu-phap");
        assert_eq!(name(&group), "slot/HQ-CCHC-2024/individual/group/tu-phap");
    }

    #[test]
    fn issuer_and_symbol_stand_in_ascii_in_the_name_of_a_register() {
        let name = |symbol| StreamKey::number_register("UBND A", symbol, 2024).to_string();
        assert_eq!(
            name("QĐ-UBND"),
            "number_register/UBND%20A/Q%C4%90-UBND/2024"
        );
        assert_ne!(name("QĐ"), name("Q%C4%90"));
    }
}
