//! Steps 11 to 14: presentation, the Chairman's decision, signature, number, issue.

use serde_json::{Value, json};

use super::{
    Played, Player, council,
    script::{CAMPAIGN, CHAIRMAN, CLERK, MANAGER, OFFICE, REVIEW_HEAD},
};

/// The first presentation, and the first decision: both are named alike.
fn first() -> Value {
    json!({ "campaign": CAMPAIGN, "number": 1 })
}

/// 23 to 26 December: the Council's letter goes to the Chairman, who approves.
pub(super) async fn present(player: &mut Player, played: &Played) -> anyhow::Result<()> {
    let paper = (
        "presentation_letter",
        "To trinh cua Hoi dong Thi dua - Khen thuong",
    );
    let at = "2024-12-23T09:00";
    let letter = player.upload(at, REVIEW_HEAD, "authority", paper).await?;
    let presented = json!({
        "presentation": first(),
        "session": council::session(),
        "nominations": played.both(),
        "letter": letter,
    });
    let this = json!({ "presentation": first() });
    let to_chairman = ("present_to_chairman", "1");
    player
        .once("2024-12-23T10:00", REVIEW_HEAD, to_chairman, presented)
        .await?;
    let check = ("check_presentation", "1");
    player
        .once("2024-12-24T09:00", OFFICE, check, this.clone())
        .await?;
    let decide = ("decide_presentation", "1");
    player
        .once("2024-12-26T09:00", CHAIRMAN, decide, this)
        .await
}

/// 26 and 27 December: the decision is drafted, initialled and signed.
pub(super) async fn sign(player: &mut Player, played: &Played) -> anyhow::Result<()> {
    let paper = ("decision", "Du thao Quyet dinh tang Giay khen");
    let at = "2024-12-26T10:00";
    let draft = player.upload(at, MANAGER, "authority", paper).await?;
    let sha256 = draft["sha256"].clone();
    let drafted = json!({
        "decision": first(),
        "presentation": first(),
        "awardees": played.both(),
        "document": draft,
    });
    player
        .once(at, MANAGER, ("draft_decision", "1"), drafted)
        .await?;
    let initials = [
        ("2024-12-26T14:00", REVIEW_HEAD, "content"),
        ("2024-12-26T15:00", OFFICE, "form"),
    ];
    for (at, who, aspect) in initials {
        let initial = json!({ "decision": first(), "aspect": aspect, "sha256": sha256 });
        player
            .once(at, who, ("initial_draft", aspect), initial)
            .await?;
    }
    let at = "2024-12-27T09:00";
    let paper = ("decision", "Quyet dinh da ky, ban quet");
    let scan = player.upload(at, OFFICE, "authority", paper).await?;
    let signed = json!({
        "decision": first(),
        "scan": scan,
        "signature": "wet",
        "signed_at": "2024-12-27T09:00:00+07:00",
        "sha256": sha256,
    });
    player
        .once("2024-12-27T09:00", CHAIRMAN, ("sign_decision", "1"), signed)
        .await
}

/// 27 December: number, seal, issue.
pub(super) async fn issue(player: &mut Player) -> anyhow::Result<()> {
    let this = json!({ "decision": first() });
    let numbered = json!({
        "decision": first(),
        "number": 4385,
        "date": "2024-12-27",
        "source": "external",
    });
    player
        .once("2024-12-27T09:40", CLERK, ("assign_number", "1"), numbered)
        .await?;
    let seal = ("apply_organisation_signature", "1");
    player
        .once("2024-12-27T09:50", CLERK, seal, this.clone())
        .await?;
    player
        .once("2024-12-27T10:00", CLERK, ("issue_decision", "1"), this)
        .await
}
