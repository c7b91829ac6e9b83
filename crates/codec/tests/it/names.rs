//! Names of streams.

use std::collections::BTreeSet;

use crate::samples::samples;
use khen_codec::{stream_key, stream_name};
use khen_domain::{
    GroupId, NomineeKind, StreamKey, StreamKind,
    quota::SlotHolder,
    stories_kit::{campaign, person, unit},
};
use khen_eventlog::StreamName;

#[test]
fn a_stream_of_every_kind_has_a_name_that_leads_back() {
    let group = SlotHolder::Group(GroupId::parse("communes").unwrap());
    let more = [
        StreamKey::slot(&campaign(), NomineeKind::Collective, &group),
        StreamKey::privacy(&StreamKey::nomination(
            &khen_domain::stories_kit::nomination(7),
        )),
        StreamKey::privacy(&StreamKey::person(&person("head.tu-phap"))),
        StreamKey::unit(&unit("tan-khai")),
        StreamKey::number_register("UBND huyện Ví Dụ", "QĐ-UBND", 2024),
    ];
    let keys = samples().into_iter().map(|sample| sample.stream);
    let keys: BTreeSet<StreamKey> = keys.chain(more).collect();
    for key in &keys {
        let name = stream_name(key);
        assert_eq!(name.as_str(), key.to_string());
        assert_eq!(name.kind(), key.kind().as_str());
        assert_eq!(stream_key(&name).as_ref(), Some(key));
    }
    let kinds: BTreeSet<StreamKind> = keys.iter().map(StreamKey::kind).collect();
    assert_eq!(kinds, StreamKind::ALL.iter().copied().collect());
}

#[test]
fn a_stream_of_an_unknown_kind_has_no_key() {
    let name = StreamName::parse("weather/HQ").unwrap();
    assert_eq!(stream_key(&name), None);
}
