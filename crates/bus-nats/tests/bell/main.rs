//! The bell over real servers, lost ones and false ones.

mod bursts;
mod house;
mod login;
mod losses;
mod versions;
