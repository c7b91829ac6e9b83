//! Rules about what else lies in the repository.

pub(super) mod glossary;
pub(super) mod migrations;
pub(super) mod top_level;
pub(super) mod trace;
pub(super) mod traces;
