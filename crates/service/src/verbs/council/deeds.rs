//! Deeds of a session of the Council that are a table.

use serde_json::{Value, json};

use crate::client::{Votes, council_session};
use crate::verbs::table::{
    CASE, CASES, Deed, Kind, MOTION, Table, Take, case_with, json_of, plain, position, time, whole,
};
use khen_domain::{CommandKind, DocumentKind, Role};

/// Further deeds of `khen council`.
#[derive(Debug)]
pub(crate) struct Sitting;

impl Table for Sitting {
    const VERB: &'static str = "council";
    const DEEDS: &'static [Deed] = DEEDS;
}

const DEEDS: &[Deed] = &[
    Deed {
        word: "arrive",
        command: CommandKind::RecordArrival,
        about: "Record that a member comes late (council secretary)",
        example: "HQ-CCHC-2024-1 --member 'Ủy viên Hội đồng' --at 2024-12-20T14:20",
        takes: &[SESSION, MEMBER, AT],
    },
    Deed {
        word: "leave",
        command: CommandKind::RecordDeparture,
        about: "Record that a member leaves early (council secretary)",
        example: "HQ-CCHC-2024-1 --member 'Ủy viên Hội đồng' --at 2024-12-20T15:40",
        takes: &[SESSION, MEMBER, AT],
    },
    Deed {
        word: "pull",
        command: CommandKind::PullItem,
        about: "Take an item out of the motion on all, to be voted on alone (member)",
        example: "HQ-CCHC-2024-1 HQ-CCHC-2024-0005-X",
        takes: &[SESSION, CASE, MEMBER.or("me")],
    },
    Deed {
        word: "record",
        command: CommandKind::RecordVotes,
        about: "Record the open votes of several members at once (council secretary)",
        example: "HQ-CCHC-2024-1 --motion 1 --vote council_chair=for --vote 'Ủy viên Hội \
                  đồng=for,HQ-CCHC-2024-0005-X=against'",
        takes: &[
            SESSION,
            MOTION,
            plain(
                "votes",
                "vote",
                Kind::Vote(SEATS),
                "Who votes how on all items, and behind commas otherwise on single ones",
            )
            .several(),
        ],
    },
    Deed {
        word: "tally",
        command: CommandKind::RecordTally,
        about: "Record the count of a secret ballot on paper (council secretary)",
        example: "HQ-CCHC-2024-1 --motion 1 bien-ban-kiem-phieu.pdf --issued 4 --returned 4 \
                  --valid 4 --invalid 0 HQ-CCHC-2024-0007-B=4-0 HQ-CCHC-2024-0008-D=1-3",
        takes: &[
            SESSION,
            MOTION,
            position(
                "tally.minutes_hash",
                Kind::Hash,
                "The minutes of the count; what is recorded is their hash",
            ),
            plain("tally.issued", "issued", Kind::Read(whole), "Papers issued"),
            plain(
                "tally.returned",
                "returned",
                Kind::Read(whole),
                "Papers returned",
            ),
            plain("tally.valid", "valid", Kind::Read(whole), "Valid papers"),
            plain(
                "tally.invalid",
                "invalid",
                Kind::Read(whole),
                "Invalid papers",
            ),
            position(
                "tally.items",
                Kind::Read(item),
                "CODE=FOR-AGAINST, or CODE=FOR-AGAINST-ABSTAINED",
            )
            .several(),
            Take::always("tally.source", "paper"),
        ],
    },
    Deed {
        word: "consult",
        command: CommandKind::SendConsultation,
        about: "Send the forms of a written consultation to the members (council secretary)",
        example: "HQ-CCHC-2024-2",
        takes: &[SESSION],
    },
    Deed {
        word: "opinion",
        command: CommandKind::RecordWrittenOpinion,
        about: "Record a form that came back from a member (council secretary)",
        example: "HQ-CCHC-2024-2 --vote 'Ủy viên Hội đồng=for' phieu-lay-y-kien.pdf",
        takes: &[
            SESSION,
            MOTION,
            plain(
                "vote",
                "vote",
                Kind::Vote(SEATS),
                "Who votes how on all items, and behind commas otherwise on single ones",
            ),
            position(
                "document",
                Kind::Paper(DocumentKind::Evidence),
                "The form, signed",
            ),
        ],
    },
    Deed {
        word: "refer",
        command: CommandKind::ReferToFullCouncil,
        about: "Refer items to the full Council (who presides)",
        example: "HQ-CCHC-2024-1 HQ-CCHC-2024-0005-X",
        takes: &[SESSION, CASES],
    },
];

const SESSION: Take = position(
    "session",
    Kind::Read(session),
    "The session: CAMPAIGN-NUMBER",
);
const MEMBER: Take = plain(
    "member",
    "member",
    Kind::Person(SEATS),
    "The member: a name, a title, a role, an id, or `me`",
);
const AT: Take = plain(
    "at",
    "at",
    Kind::Read(time),
    "When: 2024-12-20T14:20 is a time in Viet Nam",
);
const SEATS: &[Role] = &super::session::SEATS;

fn session(id: &str) -> Result<Value, String> {
    json_of(council_session(id))
}

/// The count of one item; who abstained stands where the minutes of a unit name who stepped out.
fn item(said: &str) -> Result<Value, String> {
    let (code, votes) = case_with(said)?;
    let votes: Votes = votes.parse()?;
    let tally = json!({
        "votes_for": votes.votes_for,
        "votes_against": votes.votes_against,
        "abstained": votes.recused,
    });
    Ok(json!({ "nomination": code, "tally": tally }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_names_those_who_abstained_last() {
        let counted = item("HQ-CCHC-2024-0007=3-1-2").unwrap();
        assert_eq!(counted["tally"]["votes_against"], 1);
        assert_eq!(counted["tally"]["abstained"], 2);
        assert!(item("HQ-CCHC-2024-0007").is_err());
        assert!(session("HQ-CCHC-2024-1").is_ok());
    }
}
