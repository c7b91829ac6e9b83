//! What a rule sees: the states of the streams that it has named.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;

use crate::{
    Aspect, AssignmentId, CampaignId, ComplaintId, ConferenceId, CouncilSessionId, DecisionId,
    DelegationId, FactSubject, FeedbackId, InstrumentId, NominationId, NomineeKind, NomineeRef,
    PersonId, PresentationId, PublicityId, State, StreamKey, SubmissionId, UnitId, UnitSessionId,
    campaign, certificate, claim, codes, complaint, conference, council_session, decision, fact,
    feedback, fund, hold, legal_basis, nomination, number_register, org, payout, presentation,
    publicity, quota, quota::SlotHolder, slot, submission, timer, unit_session,
};

/// States of streams, and the subjects of facts behind nominees.
#[derive(Debug, Clone, Default)]
pub struct World {
    states: BTreeMap<StreamKey, Arc<State>>,
    subjects: BTreeMap<(NomineeRef, i16), Option<FactSubject>>,
    hold_subjects: BTreeMap<NomineeRef, Option<FactSubject>>,
    people: BTreeMap<NomineeRef, Option<PersonId>>,
    subjects_of: BTreeMap<(PersonId, Aspect), Option<FactSubject>>,
    nominees_of: BTreeMap<(PersonId, CampaignId), Option<NomineeRef>>,
}

macro_rules! views {
    ($($(#[$doc:meta])+ $view:ident($($argument:ident: $kind:ty),*) -> $name:ident of $module:ident by $key:expr;)+) => {
        impl World {$(
            $(#[$doc])+
            ///
            /// # Panics
            /// When the command table has not named the stream: a defect of the table.
            #[must_use]
            pub fn $view(&self, $($argument: $kind),*) -> &$module::State {
                let key = $key;
                match self.states.get(&key).map(Arc::as_ref) {
                    Some(State::$name(state)) => state,
                    _ => panic!("the command table names every stream that a rule reads: {key}"),
                }
            }
        )+}
    };
}

views! {
    /// The issuing authority.
    authority() -> Org of org by StreamKey::authority();
    /// A unit.
    unit(unit: &UnitId) -> Org of org by StreamKey::unit(unit);
    /// A person.
    person(person: &PersonId) -> Org of org by StreamKey::person(person);
    /// An assignment.
    assignment(assignment: &AssignmentId) -> Org of org by StreamKey::assignment(assignment);
    /// A delegation of the power to sign.
    delegation(delegation: &DelegationId) -> Org of org by StreamKey::delegation(delegation);
    /// A legal instrument.
    legal_basis(instrument: &InstrumentId) -> LegalBasis of legal_basis by StreamKey::legal_basis(instrument);
    /// A campaign.
    campaign(campaign: &CampaignId) -> Campaign of campaign by StreamKey::campaign(campaign);
    /// The quota of a campaign.
    quota(campaign: &CampaignId) -> Quota of quota by StreamKey::quota(campaign);
    /// The slots of a unit or group.
    slot(campaign: &CampaignId, kind: NomineeKind, holder: &SlotHolder) -> Slot of slot by StreamKey::slot(campaign, kind, holder);
    /// The claim on a nominee.
    claim(campaign: &CampaignId, nominee: &NomineeRef) -> Claim of claim by StreamKey::claim(campaign, nominee);
    /// The serials of a campaign's nominations.
    nomination_codes(campaign: &CampaignId) -> Codes of codes by StreamKey::nomination_codes(campaign);
    /// Facts of a subject within a year.
    fact(subject: &FactSubject, year: i16) -> Fact of fact by StreamKey::fact(subject, year);
    /// The index of the issuing authority in a year.
    authority_index(year: i16) -> Fact of fact by StreamKey::authority_index(year);
    /// What is being verified about a subject.
    hold(subject: &FactSubject) -> Hold of hold by StreamKey::hold(subject);
    /// Feedback of a unit.
    feedback(feedback: &FeedbackId) -> Feedback of feedback by StreamKey::feedback(feedback);
    /// A complaint, denunciation or petition.
    complaint(complaint: &ComplaintId) -> Complaint of complaint by StreamKey::complaint(complaint);
    /// A nomination.
    nomination(nomination: &NominationId) -> Nomination of nomination by StreamKey::nomination(nomination);
    /// A meeting of a unit.
    unit_session(session: &UnitSessionId) -> UnitSession of unit_session by StreamKey::unit_session(session);
    /// A submission of a unit.
    submission(submission: &SubmissionId) -> Submission of submission by StreamKey::submission(submission);
    /// A session of the Council.
    council_session(session: &CouncilSessionId) -> CouncilSession of council_session by StreamKey::council_session(session);
    /// A presentation to the Chairman.
    presentation(presentation: &PresentationId) -> Presentation of presentation by StreamKey::presentation(presentation);
    /// A decision.
    decision(decision: &DecisionId) -> Decision of decision by StreamKey::decision(decision);
    /// The register of awards of a year.
    award_register(year: i16) -> NumberRegister of number_register by StreamKey::award_register(year);
    /// The certificate of an awardee.
    certificate(nomination: &NominationId) -> Certificate of certificate by StreamKey::certificate(nomination);
    /// The prize money of an awardee.
    payout(nomination: &NominationId) -> Payout of payout by StreamKey::payout(nomination);
    /// The reward fund of a budget year.
    fund(year: i16) -> Fund of fund by StreamKey::fund(year);
    /// A ticket of publicity.
    publicity(publicity: &PublicityId) -> Publicity of publicity by StreamKey::publicity(publicity);
    /// The numbers of a campaign's tickets of publicity.
    publicity_codes(campaign: &CampaignId) -> Codes of codes by StreamKey::publicity_codes(campaign);
    /// A conference.
    conference(conference: &ConferenceId) -> Conference of conference by StreamKey::conference(conference);
    /// The numbers that an issuer gives in a series within a year.
    number_register(issuer: &str, series: &str, year: i16) -> NumberRegister of number_register by StreamKey::number_register(issuer, series, year);
    /// What a timer told about a campaign.
    timer(campaign: &CampaignId) -> Timer of timer by StreamKey::timer(campaign);
}

impl World {
    /// Puts the state of a stream into view.
    pub fn show(&mut self, stream: StreamKey, state: Arc<State>) {
        self.states.insert(stream, state);
    }

    /// Says who a nominee is as a subject of facts in a year; `None` when nobody can tell any more,
    /// because the person's key is destroyed.
    pub fn show_subject(&mut self, nominee: NomineeRef, year: i16, subject: Option<FactSubject>) {
        self.subjects.insert((nominee, year), subject);
    }

    /// Whether the stream is in view.
    #[must_use]
    pub fn shows(&self, stream: &StreamKey) -> bool {
        self.states.contains_key(stream)
    }

    /// The state of a stream that is in view.
    #[must_use]
    pub fn state(&self, stream: &StreamKey) -> Option<&State> {
        self.states.get(stream).map(Arc::as_ref)
    }

    /// Whether it is known who this nominee is as a subject of facts, be it nobody.
    #[must_use]
    pub fn shows_subject(&self, nominee: &NomineeRef, year: i16) -> bool {
        self.subjects.contains_key(&(nominee.clone(), year))
    }

    /// The nominee as a subject of facts.
    #[must_use]
    pub fn subject(&self, nominee: &NomineeRef, year: i16) -> Option<&FactSubject> {
        self.subjects
            .get(&(nominee.clone(), year))
            .and_then(Option::as_ref)
    }

    /// Says who a nominee is as a subject of holds; `None` when nobody can tell any more.
    pub fn show_hold_subject(&mut self, nominee: NomineeRef, subject: Option<FactSubject>) {
        self.hold_subjects.insert(nominee, subject);
    }

    /// Whether it is known who this nominee is as a subject of holds, be it nobody.
    #[must_use]
    pub fn shows_hold_subject(&self, nominee: &NomineeRef) -> bool {
        self.hold_subjects.contains_key(nominee)
    }

    /// The nominee as a subject of holds.
    #[must_use]
    pub fn hold_subject(&self, nominee: &NomineeRef) -> Option<&FactSubject> {
        self.hold_subjects.get(nominee).and_then(Option::as_ref)
    }

    /// Says which person a nominee is; `None` for a collective, or when nobody can tell any more.
    pub fn show_nominee(&mut self, nominee: NomineeRef, person: Option<PersonId>) {
        self.people.insert(nominee, person);
    }

    /// Whether it is known which person this nominee is, be it nobody.
    #[must_use]
    pub fn shows_nominee(&self, nominee: &NomineeRef) -> bool {
        self.people.contains_key(nominee)
    }

    /// Says how a person is named as a subject; `None` when nobody can tell any more.
    pub fn show_subject_of(
        &mut self,
        person: PersonId,
        aspect: Aspect,
        subject: Option<FactSubject>,
    ) {
        self.subjects_of.insert((person, aspect), subject);
    }

    /// Whether it is known how this person is named as a subject.
    #[must_use]
    pub fn shows_subject_of(&self, person: &PersonId, aspect: Aspect) -> bool {
        self.subjects_of.contains_key(&(person.clone(), aspect))
    }

    /// The person as a subject; nothing can be known any more of one whose key is destroyed.
    #[must_use]
    pub fn subject_of(&self, person: &PersonId, aspect: Aspect) -> Option<&FactSubject> {
        let known = self.subjects_of.get(&(person.clone(), aspect));
        known.and_then(Option::as_ref)
    }

    /// Says how a person is named as a nominee of a campaign; `None` when nobody can tell any more.
    pub fn show_nominee_of(
        &mut self,
        person: PersonId,
        campaign: CampaignId,
        nominee: Option<NomineeRef>,
    ) {
        self.nominees_of.insert((person, campaign), nominee);
    }

    /// Whether it is known how this person is named as a nominee of the campaign.
    #[must_use]
    pub fn shows_nominee_of(&self, person: &PersonId, campaign: &CampaignId) -> bool {
        let key = (person.clone(), campaign.clone());
        self.nominees_of.contains_key(&key)
    }

    /// The person as a nominee of the campaign.
    #[must_use]
    pub fn nominee_of(&self, person: &PersonId, campaign: &CampaignId) -> Option<&NomineeRef> {
        let known = self.nominees_of.get(&(person.clone(), campaign.clone()));
        known.and_then(Option::as_ref)
    }

    /// The unit that a person works for on this day (E06).
    #[must_use]
    pub fn home(&self, person: &PersonId, day: Date) -> Option<&UnitId> {
        let known = self.person(person).person();
        known.map(|known| known.works.on(day))
    }

    /// The person whom a nominee is.
    #[must_use]
    pub fn nominee(&self, nominee: &NomineeRef) -> Option<&PersonId> {
        self.people.get(nominee).and_then(Option::as_ref)
    }
}
