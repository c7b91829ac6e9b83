//! Steps 7 and 8: submission and intake.

use serde_json::{Value, json};

use super::{
    Player,
    script::{INTAKE, Unit},
};

/// The unit prepares its letter, signs it and sends it.
pub(super) async fn send(
    player: &mut Player,
    unit: &Unit,
    nomination: &str,
    day: &str,
) -> anyhow::Result<()> {
    prepare(player, unit, nomination, day).await?;
    let sent = json!({ "submission": unit.first() });
    let at = format!("{day}T15:00");
    player
        .once(&at, unit.head, ("submit_submission", unit.slug), sent)
        .await
}

/// Home Affairs acknowledges the letter.
pub(super) async fn acknowledge(player: &mut Player, unit: &Unit, day: &str) -> anyhow::Result<()> {
    let received = json!({ "submission": unit.first() });
    let at = format!("{day}T08:30");
    player
        .once(&at, INTAKE, ("acknowledge_submission", unit.slug), received)
        .await
}

async fn prepare(
    player: &mut Player,
    unit: &Unit,
    nomination: &str,
    day: &str,
) -> anyhow::Result<()> {
    let at = format!("{day}T09:00");
    let Unit {
        slug,
        officer,
        secretary,
        head,
    } = unit;
    let this = unit.first();
    let opened = json!({ "submission": this });
    player
        .once(&at, *officer, ("open_submission", slug), opened)
        .await?;
    let letter = attach(player, &at, unit, "submission_letter").await?;
    let extract = attach(player, &at, unit, "minutes_extract").await?;
    let listed = json!({ "submission": this, "session": this, "nominations": [nomination] });
    player
        .once(&at, *officer, ("set_list", slug), listed)
        .await?;
    let certified = json!({ "submission": this, "sha256": extract });
    player
        .once(
            &at,
            *secretary,
            ("certify_minutes_extract", slug),
            certified,
        )
        .await?;
    let signed = json!({ "submission": this, "sha256": letter });
    player
        .once(&at, *head, ("sign_submission_letter", slug), signed)
        .await
}

/// Uploads a part and attaches it; answers its hash.
async fn attach(player: &mut Player, at: &str, unit: &Unit, part: &str) -> anyhow::Result<Value> {
    let title = format!("{part} {}", unit.slug);
    let document = player
        .upload(at, unit.officer, "authority", (part, &title))
        .await?;
    let hash = document["sha256"].clone();
    let attached = json!({ "submission": unit.first(), "document": document });
    let part = format!("{part}/{}", unit.slug);
    player
        .once(at, unit.officer, ("attach_part", &part), attached)
        .await?;
    Ok(hash)
}
