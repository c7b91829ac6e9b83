//! Stories of a nomination in the hands of its unit.

mod details;
mod ending;
mod objection;
mod substitutes;

use crate::{
    Document, DocumentKind, NomineeKind, NomineeRef, StreamKey, claim, codes,
    nomination::{
        AttachReport, ConfirmReport, DraftNomination, Event, Gate, Nominee, ProposeNominee,
    },
    stories_kit::{
        Stage, acting, campaign, deputy, document, draft_collective, draft_individual,
        draft_person, given, head, item, meeting, nomination, officer, person_of, propose,
        secretary, unit,
    },
};

const REPORT: DocumentKind = DocumentKind::AchievementReport;

fn attach(document: Document) -> AttachReport {
    AttachReport {
        nomination: nomination(1),
        document,
    }
}

fn confirm(seed: u8) -> ConfirmReport {
    ConfirmReport {
        nomination: nomination(1),
        sha256: document(REPORT, seed).sha256,
    }
}

fn drafted() -> Stage {
    Stage::allocated().then(&officer("tai-chinh"), draft_collective("tai-chinh"))
}

#[test]
fn a_draft_claims_its_nominee_and_gets_the_next_code() {
    let nominee_ref = NomineeRef::from(&unit("tai-chinh"));
    let drafted = Event::NominationDrafted {
        campaign: campaign(),
        unit: unit("tai-chinh"),
        nominee_kind: NomineeKind::Collective,
        nominee_ref: nominee_ref.clone(),
        nominee: Nominee::Collective {
            unit: unit("tai-chinh"),
        },
    };
    let claimed = claim::Event::NomineeClaimed {
        nomination: nomination(1),
    };
    given(Stage::allocated())
        .when(&officer("tai-chinh"), draft_collective("tai-chinh"))
        .then::<crate::Event>([
            (StreamKey::nomination(&nomination(1)), drafted.into()),
            (StreamKey::claim(&campaign(), &nominee_ref), claimed.into()),
            (
                StreamKey::nomination_codes(&campaign()),
                codes::Event::CodeGiven { serial: 1 }.into(),
            ),
        ]);
}

#[test]
fn a_live_nomination_stands_against_another_of_the_same_nominee() {
    let other_unit = DraftNomination {
        unit: unit("tu-phap"),
        ..draft_individual("van-phong")
    };
    let stage = Stage::allocated().then(&officer("van-phong"), draft_individual("van-phong"));
    given(stage)
        .when(&officer("tu-phap"), other_unit)
        .then_refused("nominee_claimed");
    given(Stage::proposed())
        .when(&officer("tai-chinh"), draft_collective("tai-chinh"))
        .then_refused("nominee_claimed");
}

#[test]
fn a_nomination_that_ended_frees_its_nominee() {
    let stage = Stage::proposed().at("2024-11-19T16:00").then(
        &secretary("tai-chinh"),
        meeting("tai-chinh", [item(1, (4, 7), 0)]),
    );
    let effects = given(stage).when(&officer("tai-chinh"), draft_collective("tai-chinh"));
    let effects = effects.then_effects();
    assert_eq!(effects[0].stream, StreamKey::nomination(&nomination(3)));
}

#[test]
fn an_award_is_not_followed_by_another_nomination() {
    let awarded = Event::Awarded {
        decision: crate::DecisionId {
            campaign: campaign(),
            number: 1,
        },
        number: 7,
        symbol: "QĐ-UBND".into(),
        date: crate::stories_kit::day("2024-12-27"),
    };
    let stream = StreamKey::nomination(&nomination(1));
    let stage = Stage::proposed().with(&head("tai-chinh"), [(stream, awarded)]);
    given(stage)
        .when(&officer("tai-chinh"), draft_collective("tai-chinh"))
        .then_refused("nominee_claimed");
}

#[test]
fn a_unit_nominates_within_the_scope_and_the_pool() {
    for (of, code) in [
        ("lien-doan", "out_of_scope"),
        ("thanh-tra", "unit_not_eligible"),
    ] {
        given(Stage::allocated())
            .when(&officer(of), draft_collective(of))
            .then_refused(code);
    }
    given(Stage::registered())
        .when(&officer("tai-chinh"), draft_collective("tai-chinh"))
        .then_refused("campaign_absent");
}

#[test]
fn a_unit_nominates_its_own_people() {
    let effects = given(Stage::allocated())
        .when(&officer("tu-phap"), draft_person("secretary", "tu-phap"))
        .then_effects();
    assert_eq!(effects.len(), 3);
    let mut of_another = draft_individual("tu-phap");
    if let crate::nomination::Candidate::Individual { person, .. } = &mut of_another.candidate {
        *person = person_of("nominee", "tai-chinh");
    }
    given(Stage::allocated())
        .when(&officer("tu-phap"), of_another)
        .then_refused("nominee_elsewhere");
    given(Stage::allocated())
        .when(&officer("tu-phap"), draft_person("khong-ai", "tu-phap"))
        .then_refused("person_unknown");
}

#[test]
fn a_report_is_a_pdf_or_a_docx() {
    let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    for (media_type, refusal) in [
        ("application/pdf", None),
        (docx, None),
        ("image/jpeg", Some("report_type")),
    ] {
        let report = Document {
            media_type: media_type.into(),
            ..document(REPORT, 7)
        };
        let outcome = given(drafted()).when(&officer("tai-chinh"), attach(report));
        match refusal {
            Some(code) => outcome.then_refused(code),
            None => assert_eq!(outcome.then_effects().len(), 1),
        }
    }
    given(drafted())
        .when(
            &officer("tai-chinh"),
            attach(document(DocumentKind::Plan, 7)),
        )
        .then_refused("wrong_document_kind");
    given(Stage::allocated())
        .when(&officer("tai-chinh"), attach(document(REPORT, 7)))
        .then_refused("nomination_absent");
}

#[test]
fn a_new_report_voids_the_confirmation() {
    let officer = officer("tai-chinh");
    let stage = || Stage::proposed().then(&officer, attach(document(REPORT, 9)));
    given(stage())
        .when(&head("tai-chinh"), confirm(7))
        .then_refused("document_differs");
    given(stage()).when(&head("tai-chinh"), confirm(9)).then([(
        StreamKey::nomination(&nomination(1)),
        Event::AchievementReportConfirmed {
            sha256: document(REPORT, 9).sha256,
        },
    )]);
}

#[test]
fn the_head_records_that_the_nominee_confirmed_the_report() {
    given(drafted())
        .when(&head("tai-chinh"), confirm(7))
        .then_refused("report_missing");
    let attached = || drafted().then(&officer("tai-chinh"), attach(document(REPORT, 7)));
    let effects = given(attached()).when(&head("tai-chinh"), confirm(7));
    assert_eq!(effects.then_effects().len(), 1);
    for actor in [
        acting("nominee.tai-chinh", crate::Role::Nominee),
        officer("tai-chinh"),
    ] {
        given(attached())
            .when(&actor, confirm(7))
            .then_refused("role_not_allowed");
    }
}

#[test]
fn a_refused_confirmation_does_not_tell_what_lies_there() {
    let command = confirm(9);
    let refusal = Stage::proposed().ask(&head("tai-chinh"), &command.clone().into());
    let refusal = refusal.expect_err("another report lies there");
    assert_eq!(refusal.code(), "document_differs");
    let facts = serde_json::to_string(&refusal).expect("facts are plain data");
    assert!(facts.contains(&command.sha256));
    assert!(!facts.contains(&document(REPORT, 7).sha256));
}

#[test]
fn the_report_is_fixed_once_the_dossier_is_sent() {
    let submitted = Event::DossierSubmitted {
        slot_holder: crate::stories_kit::group("agencies"),
        submission: crate::SubmissionId {
            campaign: campaign(),
            unit: unit("tai-chinh"),
            number: 1,
        },
        documents: Vec::new(),
    };
    let stream = StreamKey::nomination(&nomination(1));
    let stage = Stage::met().with(&head("tai-chinh"), [(stream, submitted)]);
    given(stage)
        .when(&officer("tai-chinh"), attach(document(REPORT, 9)))
        .then_refused("out_of_hands");
}

#[test]
fn a_proposal_declares_that_nothing_is_pending() {
    given(drafted())
        .when(&officer("tai-chinh"), propose(1))
        .then([(
            StreamKey::nomination(&nomination(1)),
            Event::NomineeProposed {
                declares_no_discipline: true,
                criteria_version: 1,
            },
        )]);
    let silent = ProposeNominee {
        declares_no_discipline: false,
        ..propose(1)
    };
    given(drafted())
        .when(&officer("tai-chinh"), silent)
        .then_refused("declaration_missing");
    given(Stage::met())
        .when(&officer("tai-chinh"), propose(1))
        .then_refused("wrong_gate");
}

#[test]
fn every_gate_is_either_with_the_unit_or_not_and_holds_a_slot_or_not() {
    let with_unit: Vec<Gate> = Gate::ALL
        .iter()
        .copied()
        .filter(|gate| gate.is_in_hands_of_unit())
        .collect();
    assert_eq!(
        with_unit,
        [
            Gate::Drafted,
            Gate::Proposed,
            Gate::UnitEndorsed,
            Gate::UnitWaitlisted,
            Gate::SupplementRequested,
        ]
    );
    for gate in Gate::ALL {
        let kept = matches!(gate, Gate::Awarded | Gate::AwardRevoked);
        let ended_without_award = gate.is_terminal() && !kept;
        assert!(!(ended_without_award && gate.holds_slot()), "{gate:?}");
    }
}

/// SD10: the head of Tư pháp is the nominee.
#[test]
fn the_deputy_confirms_the_report_on_the_head() {
    let officer = officer("tu-phap");
    let stage = Stage::allocated()
        .then(&officer, draft_person("head", "tu-phap"))
        .then(&officer, attach(document(REPORT, 7)));
    given(stage.clone())
        .when(&head("tu-phap"), confirm(7))
        .then_refused("own_nomination");
    let asked = given(stage).when(&deputy("tu-phap"), confirm(7));
    assert_eq!(asked.then_effects().len(), 1);
}

/// A record that named both would tie the nominee to the person for ever.
#[test]
fn the_record_of_a_draft_does_not_name_the_person() {
    let draft = draft_individual("van-phong");
    let stage = Stage::allocated();
    let named = stage.named(&officer("van-phong"), &draft.into());
    let person = StreamKey::person(&person_of("nominee", "van-phong"));
    assert_eq!(named.get(&person), Some(&crate::Access::Guard));
}
