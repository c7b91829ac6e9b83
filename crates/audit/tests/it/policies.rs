//! Whom an auditor believes.

use khen_audit::{
    CosigningKey, Policy, PolicyError, PolicyProblem, SignedCheckpoint, VerifierKeyError,
};

use crate::people::{
    NOON, ORIGIN, at, checkpoint, cosigned, log, log_key, policy, signed, tree, witness,
    witness_key,
};

/// Witnesses of one policy: X1, X2, X3, Y1, Y2.
fn witnesses() -> Vec<(&'static str, CosigningKey)> {
    let names = ["X1", "X2", "X3", "Y1", "Y2"];
    (10..)
        .zip(names)
        .map(|(number, name)| (name, witness_key(name, number)))
        .collect()
}

/// The policy of the standard's own example, with a group of groups.
fn grouped(quorum: &str) -> Policy {
    let mut text = format!("# Whom we believe\n\nlog {}\n", log().verifier());
    for (name, key) in witnesses() {
        text = format!("{text}witness {name} {}\n", key.verifier());
    }
    let groups = "group X 2 X1 X2 X3\n\tgroup  Y any\tY1 Y2 \ngroup X-and-Y all X Y\n";
    Policy::parse(&format!("{text}{groups}quorum {quorum}\n")).unwrap()
}

fn signed_by(names: &[&str]) -> SignedCheckpoint {
    let mut signed = signed(5);
    for (_, key) in witnesses()
        .into_iter()
        .filter(|(name, _)| names.contains(name))
    {
        let line = key.cosign(signed.checkpoint(), at(NOON));
        signed.put(line).unwrap();
    }
    signed
}

#[test]
fn a_checkpoint_of_log_and_quorum_is_believed_and_says_who_signed_when() {
    let witnessed = policy().check(&cosigned(5)).unwrap();
    assert_eq!(witnessed.origin.as_str(), ORIGIN);
    assert_eq!(witnessed.tree, tree(5));
    let [one] = witnessed.cosignatures.as_slice() else {
        panic!("there is one witness");
    };
    assert_eq!(
        (one.witness.as_str(), &one.key),
        ("so-noi-vu", witness().verifier().name())
    );
    assert_eq!(one.at, at(NOON));
}

#[test]
fn a_quorum_counts_groups_as_the_standard_says() {
    for (quorum, names, is_met) in [
        ("none", &[][..], true),
        ("X1", &["X1"], true),
        ("X1", &["X2", "X3", "Y1"], false),
        ("X", &["X1"], false),
        ("X", &["X1", "X3"], true),
        ("X", &["X1", "X2", "X3"], true),
        ("Y", &[], false),
        ("Y", &["Y2"], true),
        ("X-and-Y", &["X1", "X2", "X3"], false),
        ("X-and-Y", &["X1", "Y1", "Y2"], false),
        ("X-and-Y", &["X2", "X3", "Y1"], true),
    ] {
        let checked = grouped(quorum).check(&signed_by(names));
        let (quorum, cosigned) = (
            quorum.to_owned(),
            names.iter().map(|name| (*name).to_owned()),
        );
        match checked {
            Ok(witnessed) => {
                assert!(is_met, "{quorum} by {names:?}");
                let by = witnessed.cosignatures.into_iter().map(|one| one.witness);
                assert!(by.eq(cosigned));
            }
            Err(error) => {
                assert!(!is_met, "{quorum} by {names:?}");
                let cosigned = cosigned.collect();
                assert_eq!(error, PolicyError::NoQuorum { quorum, cosigned });
            }
        }
    }
}

#[test]
fn without_the_logs_own_signature_no_witness_counts() {
    let checkpoint = checkpoint(tree(5));
    let mut by_another = SignedCheckpoint::sign(checkpoint.clone(), &log_key(ORIGIN, 9)).unwrap();
    by_another
        .put(witness().cosign(&checkpoint, at(NOON)))
        .unwrap();
    let origin = checkpoint.origin().clone();
    assert_eq!(
        policy().check(&by_another),
        Err(PolicyError::NotSigned { origin })
    );
}

#[test]
fn a_log_signs_only_under_its_own_name() {
    let (own, other) = (log(), log_key("khen.example/log/loc-ninh", 7));
    let text = format!(
        "log {}\nlog {}\nquorum none\n",
        own.verifier(),
        other.verifier()
    );
    let both = Policy::parse(&text).unwrap();
    let by_the_other = SignedCheckpoint::sign(checkpoint(tree(5)), &other).unwrap();
    let origin = by_the_other.checkpoint().origin().clone();
    assert_eq!(
        both.check(&by_the_other),
        Err(PolicyError::NotSigned {
            origin: origin.clone()
        })
    );
    assert!(both.check(&signed(5)).is_ok());
    let only_the_other =
        Policy::parse(&format!("log {}\nquorum none\n", other.verifier())).unwrap();
    assert_eq!(
        only_the_other.check(&signed(5)),
        Err(PolicyError::UnknownLog {
            origin: origin.clone()
        })
    );
    let of_no_log = Policy::parse("quorum none\n").unwrap();
    assert_eq!(
        of_no_log.check(&signed(5)),
        Err(PolicyError::UnknownLog { origin })
    );
}

#[test]
fn during_a_change_of_keys_either_key_of_the_log_is_enough() {
    let (old, new) = (log(), log_key(ORIGIN, 9));
    let text = format!(
        "log {}\nlog {}\nquorum none\n",
        old.verifier(),
        new.verifier()
    );
    let both = Policy::parse(&text).unwrap();
    for key in [&old, &new] {
        let signed = SignedCheckpoint::sign(checkpoint(tree(5)), key).unwrap();
        assert!(both.check(&signed).is_ok());
    }
}

#[test]
fn a_known_signature_that_does_not_fit_rejects_the_checkpoint() {
    let mut signed = signed_by(&["X1", "X2", "Y1"]);
    assert!(grouped("X-and-Y").check(&signed).is_ok());
    let (_, y2) = witnesses().remove(4);
    signed
        .put(y2.cosign(&checkpoint(tree(4)), at(NOON)))
        .unwrap();
    assert!(matches!(
        grouped("X-and-Y").check(&signed),
        Err(PolicyError::BadSignature(_))
    ));
    assert!(matches!(
        grouped("none").check(&signed),
        Err(PolicyError::BadSignature(_))
    ));
}

#[test]
fn a_witness_line_under_another_name_is_nobodys() {
    let text = cosigned(5).to_string();
    let (head, line) = text.trim_end().rsplit_once('\n').unwrap();
    let renamed = line.replace("so-noi-vu.example", "thanh-tra.example");
    let renamed = SignedCheckpoint::parse(&format!("{head}\n{renamed}\n")).unwrap();
    assert!(matches!(
        policy().check(&renamed),
        Err(PolicyError::NoQuorum { .. })
    ));
    // Under the log's name it is a key with an unknown id.
    let as_log = line.replace("so-noi-vu.example/witness/w1", ORIGIN);
    let as_log = SignedCheckpoint::parse(&format!("{head}\n{as_log}\n")).unwrap();
    assert!(matches!(
        policy().check(&as_log),
        Err(PolicyError::NoQuorum { .. })
    ));
}

#[test]
fn a_policy_is_written_as_it_is_read() {
    let policy = grouped("X-and-Y");
    let text = policy.to_string();
    assert_eq!(Policy::parse(&text).unwrap(), policy);
    assert!(text.ends_with(
        "group X 2 X1 X2 X3\ngroup Y any Y1 Y2\ngroup X-and-Y all X Y\nquorum X-and-Y\n"
    ));
    assert_eq!(policy.quorum(), "X-and-Y");
    assert_eq!(
        policy
            .witnesses()
            .map(|one| one.name.as_str())
            .collect::<Vec<_>>(),
        ["X1", "X2", "X3", "Y1", "Y2"]
    );

    let with_urls = format!(
        "log {} https://khen.example/log\nwitness w {} https://w.example/\nquorum w\n",
        log().verifier(),
        witness().verifier()
    );
    let read = Policy::parse(&with_urls).unwrap();
    assert_eq!(read.to_string(), with_urls);
    assert_eq!(
        read.logs()[0].url.as_deref(),
        Some("https://khen.example/log")
    );
}

/// Each of these texts is wrong in this line, for this reason.
fn assert_wrong<const N: usize>(cases: [(String, usize, PolicyProblem); N]) {
    for (policy, line, problem) in cases {
        let error = Policy::parse(&policy).unwrap_err();
        assert_eq!((error.line, error.problem), (line, problem), "{policy}");
    }
}

#[test]
fn a_policy_has_one_quorum_and_ends_each_line() {
    use PolicyProblem::{Control, NoQuorum, QuorumTwice, Shape, Undefined, Unterminated};
    assert_wrong([
        (String::new(), 1, NoQuorum),
        ("# only words\n".into(), 2, NoQuorum),
        ("quorum none".into(), 1, Unterminated),
        ("quorum none\r\n".into(), 1, Control),
        ("quorum none\nquorum none\n".into(), 2, QuorumTwice),
        ("quorum\n".into(), 1, Shape),
        ("quorum none none\n".into(), 1, Shape),
        ("quorums none\n".into(), 1, Shape),
        ("quorum # none\n".into(), 1, Shape),
        ("quorum a\n".into(), 1, Undefined("a".into())),
    ]);
}

#[test]
fn a_key_stands_in_one_line_of_its_kind() {
    use PolicyProblem::{Key, KeyTwice, Kind, NameTaken, Shape};
    let (log, w1, w2) = (log(), witness_key("w1", 3), witness_key("w2", 4));
    let (log, w1, w2) = (log.verifier(), w1.verifier(), w2.verifier());
    let renamed = witness_key("other", 3);
    let renamed = renamed.verifier();
    assert_wrong([
        (format!("log {log} a b\n"), 1, Shape),
        ("log a.b\n".into(), 1, Key(VerifierKeyError::Shape)),
        (format!("log {w1}\n"), 1, Kind),
        (format!("witness a {log}\n"), 1, Kind),
        (format!("log {log}\nlog {log}\n"), 2, KeyTwice),
        (
            format!("witness a {w1}\nwitness b {renamed}\n"),
            2,
            KeyTwice,
        ),
        (
            format!("witness a {w1}\nwitness a {w2}\n"),
            2,
            NameTaken("a".into()),
        ),
        (format!("witness none {w1}\n"), 1, NameTaken("none".into())),
    ]);
}

#[test]
fn a_group_is_of_earlier_names_each_in_one_group() {
    use PolicyProblem::{MemberTwice, NameTaken, Shape, Threshold, Undefined};
    let (w1, w2) = (witness_key("w1", 3), witness_key("w2", 4));
    let two = format!("witness a {}\nwitness b {}\n", w1.verifier(), w2.verifier());
    assert_wrong([
        (format!("{two}group a any b\n"), 3, NameTaken("a".into())),
        (format!("{two}group g any\n"), 3, Shape),
        (format!("{two}group g any g\n"), 3, Undefined("g".into())),
        (
            format!("{two}group g any none\n"),
            3,
            Undefined("none".into()),
        ),
        (
            format!("{two}group g any a a\n"),
            3,
            MemberTwice("a".into()),
        ),
        (
            format!("{two}group g any a\ngroup h any b a\n"),
            4,
            MemberTwice("a".into()),
        ),
        (format!("{two}group g 0 a b\n"), 3, Threshold("0".into())),
        (format!("{two}group g 3 a b\n"), 3, Threshold("3".into())),
        (format!("{two}group g 01 a b\n"), 3, Threshold("01".into())),
        (
            format!("{two}group g most a b\n"),
            3,
            Threshold("most".into()),
        ),
    ]);
}
