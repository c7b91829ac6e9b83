//! One file per subcommand.

pub(crate) mod campaign_check;
pub(crate) mod client;
pub(crate) mod config_show;
pub(crate) mod demo;
pub(crate) mod doctor;
pub(crate) mod forget_consumer;
pub(crate) mod heal;
pub(crate) mod load;
pub(crate) mod log;
pub(crate) mod migrate;
pub(crate) mod province;
pub(crate) mod read_only;
pub(crate) mod rebuild;
pub(crate) mod season;
pub(crate) mod serve;
pub(crate) mod token;
pub(crate) mod verify;
pub(crate) mod witness;
pub(crate) mod work;
