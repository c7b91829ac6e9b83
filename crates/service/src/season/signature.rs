//! Steps 11 to 15: presentation, the Chairman's decision, signature, number, issue, dispatch.

use serde_json::{Value, json};

use super::{
    facts, review,
    script::{Season, chairman, clerk, first, manager, office, review_head},
    table::{Nominee, Unit},
};

/// Whom the Chairman declines: the province has awarded the same achievement.
const DECLINED: &str = "I8";

/// Nơi nhận of the decision.
const RECIPIENTS: [&str; 4] = [
    "Sở Nội vụ",
    "Các đơn vị có tập thể, cá nhân được khen thưởng",
    "Phòng Văn hóa – Thông tin; Đài Truyền thanh – Truyền hình huyện",
    "Lưu: VT",
];

/// 23 to 26 December: the Council's letter goes to the Chairman, who approves all but one.
pub(super) async fn present(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-23T10:00")?;
    let paper = (
        "presentation_letter",
        "To trinh cua Hoi dong Thi dua - Khen thuong",
    );
    let letter = season
        .player
        .upload(&review_head(), "authority", paper)
        .await?;
    let presented = json!({
        "presentation": first(),
        "session": first(),
        "nominations": review::passed(season)?,
        "letter": letter,
    });
    season
        .act(&review_head(), ("present_to_chairman", "1"), presented)
        .await?;
    season.player.at("2024-12-24T09:00")?;
    let checked = json!({ "presentation": first() });
    season
        .act(&office(), ("check_presentation", "1"), checked)
        .await?;
    facts::past_award(season).await?;
    season.player.at("2024-12-26T09:00")?;
    let decline: Vec<Value> = season
        .nominations(&[DECLINED])?
        .into_iter()
        .map(|nomination| {
            json!({
                "nomination": nomination,
                "reason": "Đã được Chủ tịch UBND tỉnh tặng Bằng khen cho cùng thành tích.",
            })
        })
        .collect();
    let decided = json!({ "presentation": first(), "decline": decline });
    season
        .act(&chairman(), ("decide_presentation", "1"), decided)
        .await?;
    Ok(())
}

/// 26 December: drafted, initialled for content and form, read by the units.
pub(super) async fn draft(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-26T10:00")?;
    let document = drafted(season).await?;
    let sha256 = document["sha256"].clone();
    let draft = json!({
        "decision": first(),
        "presentation": first(),
        "awardees": awarded(season)?,
        "recipients": RECIPIENTS,
        "document": document,
    });
    season
        .act(&manager(), ("draft_decision", "1"), draft)
        .await?;
    for (time, actor, aspect) in [
        ("2024-12-26T14:00", review_head(), "content"),
        ("2024-12-26T15:00", office(), "form"),
    ] {
        season.player.at(time)?;
        let initial = json!({ "decision": first(), "aspect": aspect, "sha256": sha256 });
        season
            .act(&actor, ("initial_draft", aspect), initial)
            .await?;
    }
    season.player.at("2024-12-26T16:00")?;
    let awarded = awarded(season)?;
    let awardees = season.nominees().filter_map(|(unit, nominee)| {
        let nomination = season.nomination(&nominee.code).ok()?;
        awarded
            .contains(&nomination)
            .then_some((unit, nominee, nomination))
    });
    let awardees: Vec<(&Unit, &Nominee, String)> = awardees.collect();
    let sha256 = &sha256;
    season
        .each(awardees, |(unit, nominee, nomination)| async move {
            let read = json!({ "decision": first(), "nomination": nomination, "sha256": sha256 });
            let command = ("confirm_award_details", nominee.code.as_str());
            season.act(&unit.officer, command, read).await.map(drop)
        })
        .await
}

/// 27 December: signed, numbered, sealed, issued, sent.
pub(super) async fn issue(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-27T09:00")?;
    let sha256 = drafted(season).await?["sha256"].clone();
    let paper = ("decision", "Quyet dinh da ky, ban quet");
    let scan = season.player.upload(&office(), "authority", paper).await?;
    let signed = json!({
        "decision": first(),
        "scan": scan,
        "signature": "wet",
        "signed_at": "2024-12-27T09:00:00+07:00",
        "sha256": sha256,
    });
    season
        .act(&chairman(), ("sign_decision", "1"), signed)
        .await?;
    let this = json!({ "decision": first() });
    let numbered = json!({
        "decision": first(),
        "number": 4385,
        "date": "2024-12-27",
        "source": "external",
    });
    let sent = json!({ "decision": first(), "recipients": RECIPIENTS });
    for (time, command, content) in [
        ("2024-12-27T09:40", "assign_number", numbered),
        (
            "2024-12-27T09:50",
            "apply_organisation_signature",
            this.clone(),
        ),
        ("2024-12-27T10:00", "issue_decision", this),
        ("2024-12-27T10:10", "dispatch", sent),
    ] {
        season.player.at(time)?;
        season.act(&clerk(), (command, "1"), content).await?;
    }
    Ok(())
}

/// The draft as it was uploaded: the same bytes are the same document.
async fn drafted(season: &Season) -> anyhow::Result<Value> {
    let paper = ("decision", "Du thao Quyet dinh tang Giay khen");
    season.player.upload(&manager(), "authority", paper).await
}

fn awarded(season: &Season) -> anyhow::Result<Vec<String>> {
    let declined = season.nominations(&[DECLINED])?;
    let passed = review::passed(season)?.into_iter();
    Ok(passed.filter(|one| !declined.contains(one)).collect())
}
