//! What each reader is told.

use crate::script::{
    Script, approved_by_council, awarded, draft, minutes_signed, rejected_by_council, review,
    unit_vote,
};
use khen_domain::NominationId;
use khen_eventlog::wire_time;
use khen_history::{Reader, TimelineEntry};
use khen_texts::{Audience, CouncilMinutes, Language};

async fn before_the_council() -> Script {
    let script = Script::new();
    draft(&script).await;
    unit_vote(&script);
    review(&script).await;
    script
}

async fn whole_case() -> Script {
    let script = before_the_council().await;
    approved_by_council(&script);
    minutes_signed(&script);
    awarded(&script);
    script
}

fn page(entries: &[TimelineEntry]) -> String {
    let lines = entries.iter().map(|entry| {
        let TimelineEntry {
            version,
            occurred_at,
            actor,
            words,
            ..
        } = entry;
        let late = if entry.is_backdated { " late" } else { "" };
        let behalf = if actor.is_on_behalf {
            " (on behalf)"
        } else {
            ""
        };
        let documents: Vec<_> = entry
            .documents
            .iter()
            .map(|one| format!("{:?}", one.kind))
            .collect();
        let time = wire_time(*occurred_at);
        let head = format!("{version:>2} {}{late}", &time[..16]);
        format!(
            "{head}\n   {}{behalf}\n   {words}\n   {}",
            actor.role_words,
            documents.join(", ")
        )
        .trim_end()
        .to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn the_whole_case_is_told_in_both_languages() {
    let script = whole_case().await;
    for language in Language::ALL {
        let entries = script.timeline(Audience::HomeAffairs, *language).await;
        let name = format!("whole_case@staff.{language}");
        insta::assert_snapshot!(name, page(&entries));
    }
}

#[tokio::test]
async fn a_unit_learns_of_the_pass_when_the_minutes_are_signed() {
    let script = before_the_council().await;
    approved_by_council(&script);
    let (before, last) = script.told(Audience::Unit).await;
    for hidden in [
        "criterion_assessed",
        "review_recommended",
        "review_passed",
        "council_approved",
    ] {
        assert!(!before.iter().any(|name| name == hidden), "{hidden}");
    }
    assert_eq!(last, "Đưa vào chương trình phiên họp thứ 1 của Hội đồng");
    minutes_signed(&script);
    let (after, last) = script.told(Audience::Unit).await;
    let (everything, _) = script.told(Audience::HomeAffairs).await;
    assert_eq!(after, everything);
    assert_eq!(
        last,
        "Hội đồng biểu quyết: 4 tán thành, 0 không tán thành; đề nghị khen thưởng"
    );
}

#[tokio::test]
async fn a_unit_learns_of_a_rejection_at_once_and_of_its_votes_with_the_minutes() {
    let script = before_the_council().await;
    rejected_by_council(&script);
    let (_, last) = script.told(Audience::Unit).await;
    assert_eq!(
        last,
        "Hội đồng biểu quyết: không đề nghị khen thưởng (không đủ tỷ lệ tán thành)"
    );
    minutes_signed(&script);
    let (_, last) = script.told(Audience::Unit).await;
    assert_eq!(
        last,
        "Hội đồng biểu quyết: 1 tán thành, 3 không tán thành; \
         không đề nghị khen thưởng (không đủ tỷ lệ tán thành)"
    );
}

#[tokio::test]
async fn a_nominee_learns_tallies_when_the_decision_is_issued() {
    let script = before_the_council().await;
    approved_by_council(&script);
    minutes_signed(&script);
    let has_numbers = |page: String| page.contains("5 tán thành") || page.contains("4 tán thành");
    let before = script.timeline(Audience::Nominee, Language::Vi).await;
    assert!(!has_numbers(page(&before)));
    awarded(&script);
    let after = script.timeline(Audience::Nominee, Language::Vi).await;
    assert!(has_numbers(page(&after)));
}

#[tokio::test]
async fn the_public_learns_three_dates_and_no_name() {
    let script = whole_case().await;
    let (told, _) = script.told(Audience::Public).await;
    assert_eq!(told, ["dossier_submitted", "dossier_received", "awarded"]);
    let entries = script.timeline(Audience::Public, Language::Vi).await;
    assert!(entries.iter().all(|entry| entry.documents.is_empty()));
    assert!(!page(&entries).contains("Giả Định"));
}

#[tokio::test]
async fn only_those_inside_see_which_assignment_acted() {
    let script = whole_case().await;
    for audience in [Audience::Unit, Audience::Nominee, Audience::Public] {
        let entries = script.timeline(audience, Language::Vi).await;
        let is_hidden = |entry: &TimelineEntry| {
            let actor = &entry.actor;
            (&actor.assignment, &actor.unit, &actor.on_behalf_of) == (&None, &None, &None)
        };
        assert!(entries.iter().all(is_hidden), "{audience:?}");
    }
    let entries = script.timeline(Audience::Auditor, Language::Vi).await;
    assert!(entries.iter().all(|entry| entry.actor.assignment.is_some()));
    assert!(
        entries
            .iter()
            .any(|entry| entry.actor.on_behalf_of.is_some())
    );
}

#[tokio::test]
async fn an_erased_person_is_named_no_more() {
    let script = whole_case().await;
    let before = page(&script.timeline(Audience::HomeAffairs, Language::Vi).await);
    assert!(before.contains("Lê Văn Giả Định"));
    for owner in [Script::person(), Script::case_owner()] {
        script
            .vault
            .destroy(&script.ledger, &owner)
            .await
            .expect("the office is there");
    }
    let after = page(&script.timeline(Audience::HomeAffairs, Language::Vi).await);
    assert!(after.contains("lập đề nghị khen thưởng cá nhân: (đã xóa), (đã xóa)"));
    assert!(after.contains("Thẩm định tiêu chuẩn I3: đạt. Ghi chú: (đã xóa)"));
}

#[tokio::test]
async fn a_nomination_that_does_not_exist_has_no_story() {
    let script = whole_case().await;
    let other = NominationId::new(Script::campaign(), 9);
    let reader = Reader {
        audience: Audience::HomeAffairs,
        language: Language::En,
    };
    let told = script
        .history
        .timeline(&script.ledger, &other, reader)
        .await;
    assert_eq!(told.expect("an empty stream can be read"), []);
}

#[tokio::test]
async fn minutes_are_signed_when_the_session_says_so() {
    let script = before_the_council().await;
    approved_by_council(&script);
    let session = khen_domain::CouncilSessionId {
        campaign: Script::campaign(),
        number: 1,
    };
    let minutes = |session| script.history.council_minutes(&script.ledger, session);
    assert_eq!(
        minutes(Some(&session)).await.expect("readable"),
        CouncilMinutes::Unsigned
    );
    minutes_signed(&script);
    assert_eq!(
        minutes(Some(&session)).await.expect("readable"),
        CouncilMinutes::Signed
    );
    assert_eq!(
        minutes(None).await.expect("readable"),
        CouncilMinutes::Unsigned
    );
}
