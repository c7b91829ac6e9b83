//! The table of operations.

use crate::{
    assignments, audits, campaigns, commands, decisions, documents, export, funds, health, me,
    nominations, oauth, openapi, operation::Operation, people, queue, root, tickets, units,
};

/// Everything that the public listener answers.
pub(crate) fn public() -> Vec<Operation> {
    let mut all = commands::operations();
    all.extend(of_cases());
    all.extend(of_the_ledger());
    all.extend([oauth::token::operation(), oauth::metadata::operation()]);
    all.extend([openapi::get::operation(), root::get::operation()]);
    all.extend(health());
    all
}

/// Questions about cases and what belongs to them.
fn of_cases() -> Vec<Operation> {
    vec![
        documents::upload::operation(),
        documents::download::operation(),
        me::get::operation(),
        assignments::list::operation(),
        nominations::list::operation(),
        nominations::get::operation(),
        nominations::timeline::operation(),
        people::list::operation(),
        queue::list::operation(),
        queue::due::operation(),
        decisions::list::operation(),
        decisions::get::operation(),
        campaigns::list::operation(),
        campaigns::get::operation(),
        campaigns::board::operation(),
        campaigns::quota::operation(),
        campaigns::slots::operation(),
        campaigns::eligibility::operation(),
        campaigns::awards::operation(),
        funds::get::operation(),
        tickets::complaints::operation(),
        tickets::feedback::operation(),
        tickets::open::publicity(),
        tickets::open::conferences(),
        units::list::operation(),
    ]
}

/// Questions about the ledger itself: for auditors and those who pull it.
fn of_the_ledger() -> Vec<Operation> {
    vec![
        audits::list::operation(),
        audits::findings::operation(),
        audits::state::operation(),
        audits::difference::operation(),
        audits::trace::operation(),
        audits::decision::operation(),
        audits::evidence::operation(),
        audits::peers::operation(),
        audits::log::ocel(),
        audits::log::xes(),
        audits::log::conformance(),
        export::ledgers::operation(),
        export::service::operation(),
        export::events::operation(),
        export::event::operation(),
        export::proof::operation(),
        export::consumers::list::operation(),
        export::consumers::show::operation(),
        export::consumers::ack::operation(),
        export::blob::operation(),
        export::segments::list::operation(),
        export::segments::files::events(),
        export::segments::files::manifest(),
        export::schema::operation(),
        export::registers::awards(),
        export::registers::decisions(),
        export::registers::units(),
        export::asyncapi::operation(),
        export::reports::operation(),
    ]
}

/// Everything that the internal listener answers.
pub(crate) fn internal() -> Vec<Operation> {
    let mut all = health();
    all.push(health::metrics::operation());
    all
}

fn health() -> Vec<Operation> {
    vec![health::live::operation(), health::ready::operation()]
}
