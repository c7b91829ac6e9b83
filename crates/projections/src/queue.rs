//! Keeps `queue_v1`.

mod award;
mod complaint;
mod conference;
mod council_session;
mod decision;
mod feedback;
mod hold;
mod presentation;
mod publicity;
mod submission;
mod turn;

use self::turn::{About, Clock, Own, Turn, Waiting};
use crate::{Fact, Projection};
use khen_domain::Event;
use khen_read_model::QueueRow;

/// What a key ends in that stands for the ballots of a session.
const BALLOTS: &str = "#vote";

/// Papers that wait for somebody, by the names of their streams.
pub struct Queue;

impl Projection for Queue {
    type Row = QueueRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let paper = fact.stream.to_string();
        if let Event::CouncilSession(event) = &fact.event {
            let ballots = council_session::touches_ballots(event);
            let ballots = ballots.then(|| format!("{paper}{BALLOTS}"));
            return std::iter::once(paper).chain(ballots).collect();
        }
        if let Event::Hold(event) = &fact.event {
            return vec![crate::hold::key(fact, event)];
        }
        let is_paper = matches!(
            &fact.event,
            Event::Submission(_)
                | Event::Presentation(_)
                | Event::Decision(_)
                | Event::Feedback(_)
                | Event::Complaint(_)
                | Event::Publicity(_)
                | Event::Conference(_)
                | Event::Certificate(_)
                | Event::Payout(_)
        );
        is_paper.then_some(paper).into_iter().collect()
    }

    fn evolve(key: &str, row: Option<QueueRow>, fact: &Fact) -> Option<QueueRow> {
        let memory = row.as_ref().map_or("", |row| row.memory.as_str());
        let known = row.as_ref().map(|row| About {
            campaign: row.campaign.clone(),
            unit: row.unit.clone(),
        });
        let (opened, turn) = turn(key, memory, fact)?;
        match turn {
            Turn::Keep => row,
            Turn::Done => None,
            Turn::Wait(waiting) => Some(waits(key, row, opened.or(known)?, waiting, fact)),
        }
    }
}

/// What a paper is about, when the event says it, and whose turn it is.
fn turn(key: &str, memory: &str, fact: &Fact) -> Option<(Option<About>, Turn)> {
    if let Event::CouncilSession(event) = &fact.event {
        let turn = if key.ends_with(BALLOTS) {
            council_session::ballots(memory, event)
        } else {
            council_session::turn(memory, event)
        };
        return Some((About::of_stream(&fact.stream), turn));
    }
    if let Event::Submission(event) = &fact.event {
        return Some((submission::about(event), submission::turn(memory, event)));
    }
    if let Event::Presentation(event) = &fact.event {
        return Some((About::of_stream(&fact.stream), presentation::turn(event)));
    }
    if let Event::Decision(event) = &fact.event {
        return Some((
            About::of_stream(&fact.stream),
            decision::turn(memory, event),
        ));
    }
    if let Event::Feedback(event) = &fact.event {
        return Some((feedback::about(event), feedback::turn(event)));
    }
    if let Event::Complaint(event) = &fact.event {
        return Some((complaint::about(event), complaint::turn(event)));
    }
    if let Event::Publicity(event) = &fact.event {
        return Some((About::of_stream(&fact.stream), publicity::turn(event)));
    }
    if let Event::Conference(event) = &fact.event {
        return Some((About::of_stream(&fact.stream), conference::turn(event)));
    }
    if let Event::Hold(event) = &fact.event {
        return Some((Some(hold::about()), hold::turn(event)));
    }
    if let Event::Certificate(event) = &fact.event {
        return Some((award::about(&fact.stream), award::certificate(event)));
    }
    if let Event::Payout(event) = &fact.event {
        return Some((award::about(&fact.stream), award::payout(event)));
    }
    None
}

/// It waits since it came to this desk for this act.
fn waits(
    key: &str,
    row: Option<QueueRow>,
    about: About,
    waiting: Waiting,
    fact: &Fact,
) -> QueueRow {
    let at = fact.occurred_at.timestamp();
    let role = waiting.role.as_str();
    let act = waiting.act.as_str();
    let counted_from = match (waiting.clock, &row) {
        (Clock::RunsOn, Some(row)) => row.counted_from,
        (Clock::Anew, _) | (Clock::RunsOn, None) => at,
    };
    let due = match waiting.own {
        Own::Nothing => None,
        Own::At(due) => Some(due),
        Own::AsBefore => row.as_ref().and_then(|row| row.due),
    };
    let earlier = row.filter(|row| row.role == role && row.act == act);
    QueueRow {
        item: key.to_owned(),
        campaign: about.campaign,
        scope_unit: about.unit.clone().filter(|_| waiting.is_own_unit),
        unit: about.unit,
        role: role.to_owned(),
        assignee: None,
        act: act.to_owned(),
        memory: waiting.memory,
        since: earlier.as_ref().map_or(at, |row| row.since),
        counted_from: earlier.map_or(counted_from, |row| row.counted_from),
        due,
        position: fact.position,
    }
}
