//! What an assertion grants, and when it grants nothing.

mod drawer;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::*;
use crate::{
    AddKeyError, AssertionFault as Fault, AssertionParts, Clients, LedgerOfClientError, PrivateKey,
    RegisterError, Registration, Scope, limits::CLIENT_KEY_COUNT_MAX,
};
use drawer::Drawer;
use khen_ambient::{MovableClock, SeededChance};

const ISSUER: &str = "https://khen.example";

struct Door {
    access: Access,
    clients: Clients,
    clock: MovableClock,
    key: PrivateKey,
    client_id: String,
}

fn key(seed: u64) -> PrivateKey {
    PrivateKey::random(&SeededChance::new(seed))
}

fn registration(key: &PrivateKey) -> Registration {
    let grant = |slug: &str| {
        let assignment = AssignmentId::parse(&format!("a-{slug}")).unwrap();
        (LedgerId::parse(slug).unwrap(), assignment)
    };
    Registration {
        name: "Sở Nội vụ tỉnh minh họa".to_owned(),
        scopes: [Scope::Read, Scope::Ack].into_iter().collect(),
        grants: vec![grant("loc-ninh"), grant("hon-quan")],
        key: key.public().clone(),
    }
}

impl Door {
    async fn new() -> Self {
        let (drawer, clock) = (Arc::new(Drawer::default()), MovableClock::default());
        let chance = Arc::new(SeededChance::new(7));
        let clients = Clients {
            store: drawer.clone(),
            chance: chance.clone(),
            clock: Arc::new(clock.clone()),
        };
        let access = Access {
            clients: drawer.clone(),
            store: drawer,
            chance,
            clock: Arc::new(clock.clone()),
            issuer: Issuer::parse(ISSUER).unwrap(),
        };
        let key = key(1);
        let client = clients.register(registration(&key)).await.unwrap();
        Self {
            access,
            clients,
            clock,
            key,
            client_id: client.client_id,
        }
    }

    fn assertion(&self, id: &str) -> String {
        self.key.assertion(AssertionParts {
            client_id: &self.client_id,
            audience: ISSUER,
            id,
            now: self.clock.now(),
        })
    }

    /// The claims of an assertion of this client.
    fn claims(&self, id: &str) -> Value {
        json!({
            "iss": self.client_id,
            "sub": self.client_id,
            "aud": ISSUER,
            "jti": id,
            "exp": self.clock.now().as_second() + 60,
        })
    }

    /// An assertion like ours, but for these claims.
    fn claiming(&self, claims: &Value) -> String {
        let mut all = self.claims(&claims.to_string());
        for (name, value) in claims.as_object().unwrap() {
            all[name] = value.clone();
        }
        self.key.sign(&all, None)
    }

    async fn ask(&self, assertion: &str, scope: Option<&str>) -> Result<Granted, GrantError> {
        let asked = Asked {
            assertion,
            client_id: None,
        };
        self.access
            .grant(self.access.prove(asked).await?, scope)
            .await
    }

    async fn fault(&self, assertion: &str) -> Fault {
        match self.ask(assertion, None).await {
            Err(GrantError::Client { fault, .. }) => fault,
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn who_holds_the_key_is_granted_a_token_that_opens_every_ledger() {
    let door = Door::new().await;
    let granted = door.ask(&door.assertion("1"), None).await.unwrap();
    assert_eq!(granted.kept.scopes, "export.read export.ack");
    let visitor = door.access.recognise(&granted.token).await.unwrap();
    assert_eq!(visitor.client_id, door.client_id);
    assert!(visitor.scopes.contains(Scope::Read) && !visitor.scopes.contains(Scope::Blobs));
    let ledgers: Vec<_> = visitor.grants.iter().map(|(one, _)| one.as_str()).collect();
    assert_eq!(ledgers, ["hon-quan", "loc-ninh"]);
}

#[tokio::test]
async fn less_may_be_asked_for_but_not_more() {
    let door = Door::new().await;
    let ask = async |id: &str, scope: &str| door.ask(&door.assertion(id), Some(scope)).await;
    assert_eq!(
        ask("1", "export.read").await.unwrap().kept.scopes,
        "export.read"
    );
    assert_eq!(
        ask("2", "").await.unwrap().kept.scopes,
        "export.read export.ack"
    );
    for (id, scope) in [("3", "export.blobs"), ("4", "openid")] {
        let asked = ask(id, scope).await;
        assert!(matches!(asked, Err(GrantError::Scope { .. })), "{scope}");
    }
}

#[tokio::test]
async fn an_assertion_is_good_for_one_token() {
    let door = Door::new().await;
    let assertion = door.assertion("1");
    door.ask(&assertion, None).await.unwrap();
    assert_eq!(door.fault(&assertion).await, Fault::Used);
    assert_eq!(door.fault(&door.assertion("1")).await, Fault::Used);
    assert!(door.ask(&door.assertion("2"), None).await.is_ok());
}

#[tokio::test]
async fn every_claim_is_checked() {
    let door = Door::new().await;
    let now = door.clock.now().as_second();
    for (claims, fault) in [
        (json!({ "iss": "c-other" }), Fault::Client),
        (
            json!({ "aud": "https://loc-ninh.example" }),
            Fault::Audience,
        ),
        (
            json!({ "aud": [ISSUER, "https://loc-ninh.example"] }),
            Fault::Audience,
        ),
        (json!({ "aud": [] }), Fault::Audience),
        (json!({ "exp": now - 61 }), Fault::Expired),
        (json!({ "exp": now + 400 }), Fault::TooLong),
        (json!({ "nbf": now + 90 }), Fault::Early),
        (json!({ "iat": now + 90 }), Fault::Early),
        (json!({ "jti": "" }), Fault::Id),
        (json!({ "jti": "x".repeat(257) }), Fault::Id),
        (json!({ "exp": null }), Fault::Malformed),
        (json!({ "jti": 7 }), Fault::Malformed),
        (json!({ "sub": null }), Fault::Malformed),
        (json!({ "sub": "c-other" }), Fault::Unproven),
    ] {
        assert_eq!(door.fault(&door.claiming(&claims)).await, fault, "{claims}");
    }
    for claims in [
        json!({}),
        json!({ "aud": [ISSUER] }),
        json!({ "aud": "https://khen.example/oauth/token" }),
        json!({ "exp": 60.5 + f64::from(u32::try_from(now).unwrap()) }),
        json!({ "exp": now + 299, "nbf": now + 30, "iat": now - 500 }),
    ] {
        let granted = door.ask(&door.claiming(&claims), None).await;
        assert!(granted.is_ok(), "{claims}: {granted:?}");
    }
}

#[tokio::test]
async fn only_a_registered_key_with_its_own_algorithm_signs() {
    let door = Door::new().await;
    let whole = door.assertion("1");
    let stranger = key(2);
    let claims = URL_SAFE_NO_PAD.encode(door.claims("2").to_string());
    let none = URL_SAFE_NO_PAD.encode(r#"{"alg":"none"}"#);
    let shared = URL_SAFE_NO_PAD.encode(r#"{"alg":"HS256"}"#);
    let (signed, signature) = whole.rsplit_once('.').unwrap();
    let other = if signature.starts_with('A') { "B" } else { "A" };
    for wrong in [
        format!("{shared}.{claims}.{signature}"),
        format!("{signed}.{other}{}", &signature[1..]),
        stranger.sign(&door.claims("3"), None),
        door.key.sign(&door.claims("3"), Some("unknown")),
    ] {
        assert_eq!(door.fault(&wrong).await, Fault::Unproven, "{wrong}");
    }
    let unsigned = format!("{none}.{claims}.");
    for no_jwt in ["", "a.b.c", "khen", &unsigned, &"a".repeat(9_000)] {
        assert_eq!(door.fault(no_jwt).await, Fault::Malformed);
    }
    assert!(door.ask(&whole, None).await.is_ok());
}

#[tokio::test]
async fn the_id_beside_the_assertion_must_be_that_of_the_client() {
    let door = Door::new().await;
    let asked = async |id: &str, client_id: &str| {
        let assertion = door.assertion(id);
        let asked = Asked {
            assertion: &assertion,
            client_id: Some(client_id),
        };
        door.access.prove(asked).await
    };
    assert!(asked("1", &door.client_id).await.is_ok());
    let other = asked("2", "c-other").await;
    assert!(matches!(
        other,
        Err(GrantError::Client {
            fault: Fault::Client,
            ..
        })
    ));
}

#[tokio::test]
async fn two_keys_overlap_until_one_is_removed() {
    let mut door = Door::new().await;
    let second = key(2);
    door.clients
        .add_key(&door.client_id, second.public())
        .await
        .unwrap();
    assert!(door.ask(&door.assertion("1"), None).await.is_ok());
    let first = std::mem::replace(&mut door.key, second);
    assert!(door.ask(&door.assertion("2"), None).await.is_ok());
    let old = first.public().id();
    let removed = door.clients.remove_key(&door.client_id, &old);
    assert!(removed.await.unwrap());
    assert!(door.ask(&door.assertion("3"), None).await.is_ok());
    door.key = first;
    assert_eq!(door.fault(&door.assertion("4")).await, Fault::Unproven);
    let again = door
        .clients
        .add_key(&door.client_id, door.key.public())
        .await;
    assert!(
        matches!(again, Err(AddKeyError::Repeated)),
        "it stays removed"
    );
}

#[tokio::test]
async fn ledgers_are_opened_and_closed_one_by_one() {
    let door = Door::new().await;
    let (clients, client) = (&door.clients, door.client_id.as_str());
    let first = clients.list().await.unwrap()[0].grants.clone();
    let acting = AssignmentId::parse("a-2").unwrap();
    let second = LedgerId::parse("binh-long").unwrap();
    let opened = async |client, assignment: &AssignmentId| {
        let grant = (second.clone(), assignment.clone());
        clients.add_ledger(client, grant).await
    };
    opened(client, &acting).await.unwrap();
    let again = opened(client, &acting).await;
    assert!(matches!(again, Err(LedgerOfClientError::Repeated)));
    let nobody = opened("c-other", &acting).await;
    assert!(matches!(nobody, Err(LedgerOfClientError::NoClient)));
    let system = opened(client, &AssignmentId::parse("system").unwrap()).await;
    assert!(matches!(system, Err(LedgerOfClientError::System)));
    let closed = async |ledger: &LedgerId| clients.remove_ledger(client, ledger).await;
    for grant in &first {
        closed(&grant.ledger).await.unwrap();
    }
    let again = closed(&first[0].ledger).await;
    assert!(matches!(again, Err(LedgerOfClientError::Closed)));
    let last = closed(&second).await;
    assert!(matches!(last, Err(LedgerOfClientError::Last)));
    let left = &clients.list().await.unwrap()[0].grants;
    assert_eq!((left.len(), &left[0].ledger), (1, &second));
}

#[tokio::test]
async fn a_revoked_client_is_refused_at_once_with_all_its_tokens() {
    let door = Door::new().await;
    let granted = door.ask(&door.assertion("1"), None).await.unwrap();
    assert!(door.clients.revoke(&door.client_id).await.unwrap());
    let shown = door.access.recognise(&granted.token).await;
    assert!(matches!(shown, Err(AccountError::Revoked)));
    assert_eq!(door.fault(&door.assertion("2")).await, Fault::Revoked);
}

#[tokio::test]
async fn an_access_token_ends_by_itself() {
    let door = Door::new().await;
    let granted = door.ask(&door.assertion("1"), None).await.unwrap();
    let end = granted.kept.expires_at;
    assert_eq!(end, granted.kept.issued_at + SignedDuration::from_mins(10));
    door.clock.move_to(end - SignedDuration::from_secs(5));
    assert!(door.access.recognise(&granted.token).await.is_ok());
    door.clock.move_to(end);
    let shown = door.access.recognise(&granted.token).await;
    assert!(matches!(shown, Err(AccountError::Expired)));
}

#[tokio::test]
async fn a_wrong_secret_is_as_unknown_as_a_token_of_another_kind() {
    let door = Door::new().await;
    let granted = door.ask(&door.assertion("1"), None).await.unwrap();
    let zeros = "0".repeat(64);
    let wrong = TokenText::parse(&format!("khen-access_{}_{zeros}", granted.token.id())).unwrap();
    let shown = door.access.recognise(&wrong).await;
    assert!(matches!(shown, Err(AccountError::Unknown)));
    assert_eq!(granted.token.kind(), TokenKind::Access);
}

#[tokio::test]
async fn a_registration_out_of_bounds_is_refused() {
    let door = Door::new().await;
    let usual = registration(&door.key);
    let ask = async |wrong| door.clients.register(wrong).await.unwrap_err();
    let name = Registration {
        name: " ".to_owned(),
        ..usual.clone()
    };
    assert!(matches!(ask(name).await, RegisterError::Name));
    let scopes = Registration {
        scopes: Scopes::default(),
        ..usual.clone()
    };
    assert!(matches!(ask(scopes).await, RegisterError::NoScope));
    for grants in [
        vec![],
        vec![usual.grants[0].clone(), usual.grants[0].clone()],
    ] {
        let ledgers = Registration {
            grants,
            ..usual.clone()
        };
        assert!(matches!(ask(ledgers).await, RegisterError::Ledgers));
    }
    let mut system = usual.clone();
    system.grants[0].1 = AssignmentId::parse("system").unwrap();
    assert!(matches!(ask(system).await, RegisterError::System));
    assert_eq!(door.clients.list().await.unwrap().len(), 1);
    for seed in 2..=CLIENT_KEY_COUNT_MAX as u64 {
        door.clients
            .add_key(&door.client_id, key(seed).public())
            .await
            .unwrap();
    }
    let one_more = door
        .clients
        .add_key(&door.client_id, key(99).public())
        .await;
    assert!(matches!(one_more, Err(AddKeyError::TooMany)));
    let nobody = door.clients.add_key("c-other", key(99).public()).await;
    assert!(matches!(nobody, Err(AddKeyError::NoClient)));
}
