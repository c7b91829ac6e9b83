//! `khen delegate`: who signs for the Chairman (ký thay, ký thừa ủy quyền).

use serde_json::Value;

use crate::client::words;
use crate::verbs::table::{
    Deed, Kind, SOURCE, SOURCE_DATE, SOURCE_NUMBER, Table, Take, date, json_of, plain, position,
};
use khen_domain::{
    CommandKind, DelegationId, Role,
    org::{DelegatedAct, DelegationForm},
};

/// Deeds of `khen delegate`.
#[derive(Debug)]
pub(crate) struct Delegate;

impl Table for Delegate {
    const VERB: &'static str = "delegate";
    const DEEDS: &'static [Deed] = DEEDS;
}

const DEEDS: &[Deed] = &[
    Deed {
        word: "grant",
        command: CommandKind::GrantDelegation,
        about: "Let a deputy sign, for a time and for some acts (Chairman; his office records it)",
        example: "KT-01-2024 --to 'Phó Chủ tịch UBND' --form kt --act sign_decision --from \
                  2024-12-20 --until 2025-01-31 --document 'Quyết định phân công' --on-behalf-of \
                  chairman",
        takes: &[
            DELEGATION,
            plain(
                "delegate",
                "to",
                Kind::Assignment(&[Role::DeputySignatory]),
                "Who signs: a name, a title, a role or an id",
            ),
            plain(
                "delegator",
                "of",
                Kind::Assignment(&[Role::Chairman]),
                "For whom: a name, a title, a role or an id",
            )
            .or("chairman"),
            plain(
                "form",
                "form",
                Kind::Word(words::<DelegationForm>),
                "How the signature is worded",
            ),
            plain(
                "acts",
                "act",
                Kind::Word(words::<DelegatedAct>),
                "What may be signed",
            )
            .several(),
            plain("from", "from", Kind::Read(date), "First day, YYYY-MM-DD"),
            plain("to", "until", Kind::Read(date), "Last day, YYYY-MM-DD"),
            SOURCE,
            SOURCE_NUMBER,
            SOURCE_DATE,
        ],
    },
    Deed {
        word: "end",
        command: CommandKind::EndDelegation,
        about: "End a delegation before its time (Chairman)",
        example: "KT-01-2024 --on 2025-01-10 --document 'Thông báo thôi phân công' \
                  --on-behalf-of chairman",
        takes: &[
            DELEGATION,
            plain("to", "on", Kind::Read(date), "Its last day, YYYY-MM-DD"),
            SOURCE,
            SOURCE_NUMBER,
            SOURCE_DATE,
        ],
    },
];

const DELEGATION: Take = position(
    "delegation",
    Kind::Read(id),
    "The delegation, for example KT-01-2024",
);

fn id(text: &str) -> Result<Value, String> {
    json_of(DelegationId::parse(text).map_err(|error| error.to_string()))
}
