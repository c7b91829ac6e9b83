//! Writes the papers.
//!
//! [`TypstPress`] lays a [`Paper`](khen_export::Paper) out with Typst and prints it as PDF/A-2a and
//! PDF/UA-1: it can be kept for decades and read aloud. Layouts are in `papers/`; what stands on a paper
//! reaches them as data, so nothing of a case becomes mark-up. Neither files nor the network are within
//! their reach.
//!
//! # Promises
//!
//! - The same paper gives the same bytes in one release; another release may set it differently, so what
//!   counts is the hash of the bytes that were handed out.
//! - A character that the font lacks never keeps a paper from being printed: a replacement stands for it.
//! - Margins are those of an administrative document (Decree 30/2020, annex I: 20, 15, 20 and 30 mm), the
//!   font has the measures of the prescribed one.

mod font;
mod press;
mod world;

pub use press::TypstPress;
