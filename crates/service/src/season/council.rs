//! Step 10: the Standing Committee.

use serde_json::{Value, json};

use super::{
    Played, Player,
    people::{Who, who},
    script::{CAMPAIGN, SECRETARY},
};
use khen_domain::Role;

/// The Standing Committee: the Chairman, the vice-chair, the standing vice-chair, the Labour
/// Federation.
const MEMBERS: [Who; 4] = [
    who("CT", Role::CouncilChair),
    who("PCT", Role::CouncilViceChair),
    who("TPNV", Role::CouncilMember),
    who("LD", Role::CouncilMember),
];

pub(super) fn session() -> Value {
    json!({ "campaign": CAMPAIGN, "number": 1 })
}

/// 17 December: the session is convened, and its agenda is set.
pub(super) async fn convene(player: &mut Player, played: &Played) -> anyhow::Result<()> {
    let assignment = |member: &Who| player.cast().assignment(*member);
    let members: Vec<&str> = MEMBERS
        .iter()
        .map(assignment)
        .collect::<anyhow::Result<_>>()?;
    let convened = json!({
        "session": session(),
        "mode": "standing",
        "at": "2024-12-20T14:00:00+07:00",
        "place": "Phòng họp UBND huyện",
        "members": members,
    });
    let listed = json!({ "session": session(), "nominations": played.both() });
    player
        .once(
            "2024-12-17T09:00",
            SECRETARY,
            ("convene_council", "1"),
            convened,
        )
        .await?;
    player
        .once(
            "2024-12-17T09:30",
            SECRETARY,
            ("list_nominations", "1"),
            listed,
        )
        .await
}

/// 20 December: four of four vote on one list.
pub(super) async fn vote(player: &mut Player, played: &Played) -> anyhow::Result<()> {
    let person = |member: &Who| player.cast().person(*member);
    let present: Vec<&str> = MEMBERS.iter().map(person).collect::<anyhow::Result<_>>()?;
    let attendance = json!({ "session": session(), "present": present });
    let opened = json!({ "session": session(), "motion": 1, "items": played.both() });
    player
        .once(
            "2024-12-20T14:00",
            SECRETARY,
            ("record_attendance", "1"),
            attendance,
        )
        .await?;
    player
        .once("2024-12-20T14:10", SECRETARY, ("open_motion", "1"), opened)
        .await?;
    for member in MEMBERS {
        let ballot = json!({
            "session": session(),
            "motion": 1,
            "member": player.cast().person(member)?,
            "choice": "for",
        });
        let cast = ("cast_ballot", member.handle);
        player
            .once("2024-12-20T14:30", member, cast, ballot)
            .await?;
    }
    let motion = json!({ "session": session(), "motion": 1 });
    player
        .once("2024-12-20T14:40", SECRETARY, ("close_motion", "1"), motion)
        .await
}

/// The same afternoon: the session closes, its minutes are signed.
pub(super) async fn close(player: &mut Player) -> anyhow::Result<()> {
    let this = json!({ "session": session() });
    let at = "2024-12-20T15:00";
    player
        .once(at, SECRETARY, ("close_council_session", "1"), this)
        .await?;
    let at = "2024-12-20T16:00";
    let paper = ("minutes", "Bien ban hop Thuong truc Hoi dong");
    let minutes = player.upload(at, SECRETARY, "authority", paper).await?;
    let signed = json!({ "session": session(), "document": minutes });
    player
        .once(at, SECRETARY, ("sign_minutes", "1"), signed)
        .await
}
