//! Stories of records that turn out to be of one human being.

use super::{Event, MergeIdentity, UndoIdentityMerge};
use crate::{
    Actor, PersonId, Role, StreamKey,
    stories_kit::{Stage, acting, given, paper, person_of},
};

fn admin() -> Actor {
    acting("quan-tri", Role::Admin)
}

fn of(unit: &str) -> PersonId {
    person_of("nominee", unit)
}

fn merge(person: PersonId, other: PersonId) -> MergeIdentity {
    MergeIdentity {
        person,
        other,
        document: paper("Biên bản xác minh nhân thân"),
    }
}

fn part(person: PersonId, other: PersonId) -> UndoIdentityMerge {
    UndoIdentityMerge {
        person,
        other,
        document: paper("Biên bản xác minh nhân thân"),
    }
}

fn merged() -> Stage {
    Stage::office().then(&admin(), merge(of("van-phong"), of("tan-khai")))
}

/// E11.
#[test]
fn two_records_are_joined_and_parted_again_by_a_paper() {
    let document = || paper("Biên bản xác minh nhân thân");
    let joined = |with| Event::IdentityMerged {
        with,
        document: document(),
    };
    let parted = |with| Event::IdentityMergeUndone {
        with,
        document: document(),
    };
    let (one, other) = (of("van-phong"), of("tan-khai"));
    given(Stage::office())
        .when(&admin(), merge(one.clone(), other.clone()))
        .then([
            (StreamKey::person(&one), joined(other.clone())),
            (StreamKey::person(&other), joined(one.clone())),
        ]);
    given(merged())
        .when(&admin(), part(other.clone(), one.clone()))
        .then([
            (StreamKey::person(&other), parted(one.clone())),
            (StreamKey::person(&one), parted(other.clone())),
        ]);
}

/// E11.
#[test]
fn records_are_joined_by_an_administrator_who_is_neither_of_them() {
    let (one, other) = (of("van-phong"), of("tan-khai"));
    let unfounded = MergeIdentity {
        document: paper(" "),
        ..merge(one.clone(), other.clone())
    };
    for (command, code) in [
        (
            merge(one.clone(), one.clone()),
            "identity_merged_with_itself",
        ),
        (merge(one.clone(), of("khong-co")), "person_unknown"),
        (merge(one, admin().principal), "own_identity"),
        (unfounded, "identity_unfounded"),
    ] {
        given(Stage::office())
            .when(&admin(), command)
            .then_refused(code);
    }
}

/// E11: who is one with the second is one with the first, until the second goes.
#[test]
fn a_third_record_is_joined_through_the_second() {
    let (first, second, third) = (of("van-phong"), of("tan-khai"), of("tu-phap"));
    let all = merged().then(&admin(), merge(second.clone(), third.clone()));
    given(all.clone())
        .when(&admin(), merge(first.clone(), third.clone()))
        .then_nothing_happens();
    given(all.clone())
        .when(&admin(), part(first.clone(), third.clone()))
        .then_refused("identity_merged_through_others");
    let apart = all.then(&admin(), part(second, third.clone()));
    given(apart)
        .when(&admin(), part(first, third))
        .then_nothing_happens();
}
