//! Stories of letters that correct the form (công văn đính chính).

use super::{sealed, signed, stream};
use crate::{
    DocumentKind,
    decision::{Event, FormalError, IssueFormalCorrection},
    stories_kit::{Stage, campaign_manager, day, document, given},
    stories_way::{clerk, decision, issue},
};

fn issued() -> Stage {
    let stage = sealed().at("2024-12-27T10:00");
    stage.then(&clerk(), issue(1)).at("2025-01-06T09:00")
}

fn letter(date: &str) -> IssueFormalCorrection {
    IssueFormalCorrection {
        decision: decision(1),
        letter_no: "12/UBND-NV".into(),
        date: day(date),
        document: document(DocumentKind::Evidence, 0x71),
        corrects: FormalError::Abstract,
    }
}

/// E32: the decision stays in force, and so nothing else happens.
#[test]
fn a_letter_corrects_the_form_of_an_issued_decision() {
    let corrected = Event::FormalCorrectionIssued {
        letter_no: "12/UBND-NV".into(),
        date: day("2025-01-06"),
        document: document(DocumentKind::Evidence, 0x71),
        corrects: FormalError::Abstract,
    };
    given(issued())
        .when(&clerk(), letter("2025-01-06"))
        .then([(stream(), corrected)]);
    given(signed())
        .when(&clerk(), letter("2025-01-06"))
        .then_refused("decision_not_issued");
    given(issued())
        .when(&campaign_manager(), letter("2025-01-06"))
        .then_refused("role_not_allowed");
}

#[test]
fn a_letter_bears_a_number_and_a_date_behind_the_decision() {
    let unnumbered = IssueFormalCorrection {
        letter_no: " ".into(),
        ..letter("2025-01-06")
    };
    given(issued())
        .when(&clerk(), unnumbered)
        .then_refused("letter_number_missing");
    for date in ["2024-12-26", "2025-01-07"] {
        given(issued())
            .when(&clerk(), letter(date))
            .then_refused("letter_date_out_of_range");
    }
}

#[test]
fn a_letter_says_one_thing() {
    let another = IssueFormalCorrection {
        corrects: FormalError::Layout,
        ..letter("2025-01-06")
    };
    given(issued().then(&clerk(), letter("2025-01-06")))
        .when(&clerk(), another)
        .then_refused("correction_recorded_otherwise");
}
