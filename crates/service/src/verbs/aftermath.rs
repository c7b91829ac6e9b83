//! What follows an issued decision: certificates, prizes, publicity, the conference, the close.

mod certificate;
mod close;
mod conference;
mod prize;
mod publicity;

pub(crate) use certificate::Certificate;
pub(crate) use close::Close;
pub(crate) use conference::Conference;
pub(crate) use prize::Prize;
pub(crate) use publicity::Publicity;
