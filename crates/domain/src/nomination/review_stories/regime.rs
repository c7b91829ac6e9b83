//! Stories of a law that changes while cases are open (E42, INV-17).

use super::{on, under_review};
use crate::{
    InstrumentId, NominationId,
    legal_basis::RecordRegime,
    nomination::{Event, ReassignLegalRegime},
    stories_kit::{Stage, day, given, paper, review_head, system},
    stories_way::{both, c1, endorsed, i1, issued, regime, reviewer},
};

fn other() -> InstrumentId {
    InstrumentId::parse("luat-moi").expect("the story's law is an identifier")
}

fn new_law(stage: Stage) -> Stage {
    let law = RecordRegime {
        instrument: other(),
        valid_from: day("2024-12-01"),
        valid_until: None,
        ..regime()
    };
    stage.then(&system(), law)
}

fn reassign(nominations: Vec<NominationId>) -> ReassignLegalRegime {
    ReassignLegalRegime {
        nominations,
        legal_regime: other(),
        basis: paper("Điều khoản chuyển tiếp"),
    }
}

/// E42, INV-17.
#[test]
fn a_case_gets_another_law_by_a_named_basis_only() {
    let reassigned = || Event::LegalRegimeReassigned {
        legal_regime: other(),
        basis: paper("Điều khoản chuyển tiếp"),
    };
    given(new_law(under_review()))
        .when(&review_head(), reassign(both()))
        .then([(on(&c1()), reassigned()), (on(&i1()), reassigned())]);
    let baseless = ReassignLegalRegime {
        basis: paper(" "),
        ..reassign(both())
    };
    given(new_law(under_review()))
        .when(&review_head(), baseless)
        .then_refused("regime_basis_untitled");
    given(new_law(under_review()))
        .when(&reviewer(), reassign(both()))
        .then_refused("role_not_allowed");
}

/// E42, INV-17.
#[test]
fn a_law_that_is_not_recorded_and_a_case_that_is_settled_or_not_received_stay_out() {
    given(under_review())
        .when(&review_head(), reassign(both()))
        .then_refused("regime_unknown");
    given(new_law(endorsed()))
        .when(&review_head(), reassign(vec![c1()]))
        .then_refused("wrong_gate");
    given(new_law(issued()))
        .when(&review_head(), reassign(vec![c1()]))
        .then_refused("wrong_gate");
}
