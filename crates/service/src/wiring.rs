//! The only place that names an adapter.

mod embedded;

use std::sync::Arc;

use crate::config::Config;
use khen_accounts::Accounts;
use khen_ambient::Clock;
use khen_desk::Desk;
use khen_eventlog::{
    CredentialStore, CursorStore, Doorbell, EventFeed, EventStore, FileIndex, Leases, StopBook,
};
use khen_privacy::{FileVault, Vault};
use khen_read_model::RowStore;

/// The rooms of one office, wired.
#[derive(Clone)]
pub(crate) struct Rooms {
    pub(crate) store: Arc<dyn EventStore>,
    pub(crate) feed: Arc<dyn EventFeed>,
    pub(crate) bell: Arc<dyn Doorbell>,
    pub(crate) credentials: Arc<dyn CredentialStore>,
    pub(crate) cursors: Arc<dyn CursorStore>,
    pub(crate) stops: Arc<dyn StopBook>,
    pub(crate) leases: Arc<dyn Leases>,
    pub(crate) files: Arc<dyn FileIndex>,
    pub(crate) rows: Arc<dyn RowStore>,
    pub(crate) vault: Vault,
    pub(crate) file_vault: FileVault,
    pub(crate) accounts: Arc<Accounts>,
    pub(crate) desk: Arc<Desk>,
    pub(crate) clock: Arc<dyn Clock>,
}

/// Opens the office of this configuration, with its tables made or updated.
pub(crate) fn open(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<Rooms> {
    embedded::open(config, clock)
}

/// Opens an office that is there already: a mistyped folder must not become a new office.
pub(crate) fn open_existing(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<Rooms> {
    if !embedded::exists(config) {
        let folder = config.data.display();
        anyhow::bail!(
            "{folder} không có dữ liệu của đơn vị nào: hãy nạp đơn vị (`khen load`) hoặc chỉ thư mục \
             khác bằng --data / there is no office in {folder}: load an authority (`khen load`), or \
             name another folder with --data"
        );
    }
    open(config, clock)
}

/// Version of the database engine.
pub(crate) fn engine() -> &'static str {
    embedded::engine()
}
