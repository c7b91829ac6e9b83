//! What a token opens, and when it opens nothing.

use std::sync::Mutex;

use async_trait::async_trait;
use jiff::Timestamp;

use super::*;
use khen_ambient::{MovableClock, SeededChance};

#[derive(Default)]
struct Drawer(Mutex<Vec<Credential>>);

#[async_trait]
impl CredentialStore for Drawer {
    async fn keep_credential(&self, credential: &Credential) -> Result<(), OfficeError> {
        self.0.lock().unwrap().push(credential.clone());
        Ok(())
    }

    async fn credential(&self, token_id: &str) -> Result<Option<Credential>, OfficeError> {
        let kept = self.0.lock().unwrap();
        Ok(kept.iter().find(|one| one.token_id == token_id).cloned())
    }

    async fn credentials(&self, ledger: &LedgerId) -> Result<Vec<Credential>, OfficeError> {
        let kept = self.0.lock().unwrap();
        Ok(kept
            .iter()
            .filter(|one| one.ledger == *ledger)
            .cloned()
            .collect())
    }

    async fn revoke(&self, token_id: &str, at: Timestamp) -> Result<bool, OfficeError> {
        let mut kept = self.0.lock().unwrap();
        let Some(found) = kept.iter_mut().find(|one| one.token_id == token_id) else {
            return Ok(false);
        };
        found.revoked_at.get_or_insert(at);
        Ok(true)
    }
}

struct Door {
    accounts: Accounts,
    drawer: Arc<Drawer>,
    clock: MovableClock,
}

impl Door {
    fn new() -> Self {
        let (drawer, clock) = (Arc::new(Drawer::default()), MovableClock::default());
        let accounts = Accounts {
            store: drawer.clone(),
            chance: Arc::new(SeededChance::new(7)),
            clock: Arc::new(clock.clone()),
        };
        Self {
            accounts,
            drawer,
            clock,
        }
    }

    async fn issue(&self) -> Issued {
        self.accounts.issue(order()).await.unwrap()
    }

    async fn show(&self, issued: &Issued) -> Result<Visitor, AccountError> {
        self.accounts.recognise(&issued.token).await
    }
}

fn order() -> Order {
    let assignment = AssignmentId::parse("a-lan").unwrap();
    Order::new(
        LedgerId::parse("hon-quan").unwrap(),
        assignment,
        "unit client",
    )
}

#[tokio::test]
async fn a_token_opens_its_assignment() {
    let door = Door::new();
    let issued = door.issue().await;
    let visitor = door.show(&issued).await.unwrap();
    assert_eq!(visitor.assignment, order().assignment);
    assert_eq!(visitor.ledger, order().ledger);
    assert_eq!(visitor.token_id, issued.token.id());
}

#[tokio::test]
async fn the_secret_is_not_kept() {
    let door = Door::new();
    let issued = door.issue().await;
    let (_, secret) = issued.token.reveal().rsplit_once('_').unwrap();
    let kept = door.drawer.0.lock().unwrap();
    assert_ne!(kept[0].secret_hash.to_vec(), hex::decode(secret).unwrap());
    assert!(!format!("{kept:?}").contains(secret));
}

#[tokio::test]
async fn a_wrong_secret_is_as_unknown_as_a_wrong_id() {
    let door = Door::new();
    let issued = door.issue().await;
    door.accounts.revoke(issued.token.id()).await.unwrap();
    let zeros = "0".repeat(64);
    let wrong_secret = format!("khen_{}_{zeros}", issued.token.id());
    let wrong_id = format!("khen_{}_{zeros}", "0".repeat(16));
    for wrong in [wrong_secret, wrong_id] {
        let token = TokenText::parse(&wrong).unwrap();
        let answer = door.accounts.recognise(&token).await;
        assert!(matches!(answer, Err(AccountError::Unknown)), "{answer:?}");
    }
}

#[tokio::test]
async fn a_token_ends_by_itself() {
    let door = Door::new();
    let issued = door.issue().await;
    let end = issued.credential.expires_at;
    door.clock.move_to(end - SignedDuration::from_hours(1));
    assert!(door.show(&issued).await.is_ok());
    door.clock.move_to(end);
    assert!(matches!(
        door.show(&issued).await,
        Err(AccountError::Expired)
    ));
}

#[tokio::test]
async fn a_revoked_token_opens_nothing() {
    let door = Door::new();
    let (kept, revoked) = (door.issue().await, door.issue().await);
    assert!(door.accounts.revoke(revoked.token.id()).await.unwrap());
    assert!(matches!(
        door.show(&revoked).await,
        Err(AccountError::Revoked)
    ));
    assert!(door.show(&kept).await.is_ok());
    assert!(!door.accounts.revoke("0000000000000000").await.unwrap());
}

#[tokio::test]
async fn the_list_holds_every_token_of_the_ledger() {
    let door = Door::new();
    let issued = [door.issue().await, door.issue().await].map(|one| one.credential);
    let listed = door.accounts.list(&order().ledger).await.unwrap();
    assert_eq!(listed, issued);
    assert!(
        door.accounts
            .list(&LedgerId::parse("other").unwrap())
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn an_order_out_of_bounds_is_refused() {
    let door = Door::new();
    for days in [0, TOKEN_DAYS_MAX + 1] {
        let answer = door.accounts.issue(Order { days, ..order() }).await;
        assert!(matches!(answer, Err(IssueError::Lifetime { .. })), "{days}");
    }
    let label = "x".repeat(TOKEN_LABEL_CHARS_MAX + 1);
    let answer = door.accounts.issue(Order { label, ..order() }).await;
    assert!(matches!(answer, Err(IssueError::Label)));
    let assignment = AssignmentId::parse("system").unwrap();
    let answer = door
        .accounts
        .issue(Order {
            assignment,
            ..order()
        })
        .await;
    assert!(matches!(answer, Err(IssueError::System)));
    assert!(door.drawer.0.lock().unwrap().is_empty());
}
