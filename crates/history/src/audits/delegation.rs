//! Audit 9: delegations used outside their validity, and acts under assignments not in force.
//!
//! Judged at the end: a delegation or assignment that was ended for an earlier day than it was used
//! on is found too.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::json;

use super::{
    Audit,
    finding::{Findings, Weight},
    known::Known,
};
use crate::Entry;
use khen_domain::{
    AssignmentId, DelegationId, Event, Moment, StreamKey, decision,
    decision::SigningAuthority,
    org::{self, DelegatedAct, DelegationForm},
};
use khen_eventlog::Position;
use khen_texts::AuditLine;

struct Granted {
    delegate: AssignmentId,
    form: DelegationForm,
    acts: Vec<DelegatedAct>,
    from: Date,
    to: Date,
    at: Position,
}

/// A signature in another's authority.
struct Use {
    stream: StreamKey,
    at: Position,
    signer: AssignmentId,
    authority: SigningAuthority,
    delegation: Option<DelegationId>,
    signed_at: Moment,
}

/// The first act of an assignment on a day.
type Day = (AssignmentId, Date);

#[derive(Default)]
pub(super) struct Delegation {
    granted: BTreeMap<DelegationId, Granted>,
    uses: Vec<Use>,
    days: BTreeMap<Day, (StreamKey, Position)>,
    last: Option<Day>,
}

impl Audit for Delegation {
    fn see(&mut self, entry: &Entry, _: &Known, _: &mut Findings) {
        self.note_day(entry);
        if let Event::Org(event) = entry.event() {
            self.see_org(entry, event);
        } else if let Event::Decision(decision::Event::DecisionSigned {
            signer,
            authority,
            delegation,
            signed_at,
            ..
        }) = entry.event()
            && *authority != SigningAuthority::OwnOffice
        {
            self.uses.push(Use {
                stream: entry.stream.clone(),
                at: entry.position,
                signer: signer.clone(),
                authority: *authority,
                delegation: delegation.clone(),
                signed_at: *signed_at,
            });
        }
    }

    fn close(&mut self, known: &Known, found: &mut Findings) {
        for used in &self.uses {
            self.judge(used, found);
        }
        for ((assignment, day), (stream, position)) in &self.days {
            let Some(held) = known.assignment(assignment) else {
                continue;
            };
            if *day < held.from || held.to.is_some_and(|to| *day > to) {
                let facts = json!({ "assignment": assignment, "role": held.role, "day": day });
                let positions = [held.granted, *position];
                let line = AuditLine::AssignmentNotInForce;
                found.add(Weight::Breach, line, stream, positions, facts);
            }
        }
    }
}

impl Delegation {
    fn note_day(&mut self, entry: &Entry) {
        let day = (entry.actor().assignment.clone(), entry.recorded().date());
        if self.last.as_ref() == Some(&day) {
            return;
        }
        self.last = Some(day.clone());
        let first = || (entry.stream.clone(), entry.position);
        self.days.entry(day).or_insert_with(first);
    }

    fn see_org(&mut self, entry: &Entry, event: &org::Event) {
        let id = entry.stream.key().strip_prefix("delegation/");
        let Some(id) = id.and_then(|id| DelegationId::parse(id).ok()) else {
            return;
        };
        if let org::Event::DelegationGranted {
            delegate,
            form,
            acts,
            from,
            to,
            ..
        } = event
        {
            let granted = Granted {
                delegate: delegate.clone(),
                form: *form,
                acts: acts.clone(),
                from: *from,
                to: *to,
                at: entry.position,
            };
            self.granted.insert(id, granted);
        } else if let org::Event::DelegationEnded { to, .. } = event
            && let Some(granted) = self.granted.get_mut(&id)
        {
            granted.to = *to;
        }
    }

    fn judge(&self, used: &Use, found: &mut Findings) {
        let id = used.delegation.as_ref();
        let granted = id.and_then(|id| self.granted.get(id));
        let Some(granted) = granted.filter(|granted| is_of(granted.form, used.authority)) else {
            let facts = json!({ "authority": used.authority });
            let line = AuditLine::DelegationUnknown;
            found.add(Weight::Breach, line, &used.stream, [used.at], facts);
            return;
        };
        let day = used.signed_at.date();
        let flaws = [
            (
                AuditLine::DelegationExpired,
                !(granted.from..=granted.to).contains(&day),
            ),
            (
                AuditLine::DelegationOfAnother,
                granted.delegate != used.signer,
            ),
            (
                AuditLine::DelegationBeyond,
                !granted.acts.contains(&DelegatedAct::SignDecision),
            ),
        ];
        for (line, _) in flaws.into_iter().filter(|(_, is_there)| *is_there) {
            let facts = json!({
                "delegation": id,
                "assignment": used.signer,
                "signed": day,
                "from": granted.from,
                "until": granted.to,
            });
            found.add(
                Weight::Breach,
                line,
                &used.stream,
                [granted.at, used.at],
                facts,
            );
        }
    }
}

fn is_of(form: DelegationForm, authority: SigningAuthority) -> bool {
    match authority {
        SigningAuthority::OwnOffice => false,
        SigningAuthority::Kt => form == DelegationForm::Kt,
        SigningAuthority::Tuq => form == DelegationForm::Tuq,
    }
}
