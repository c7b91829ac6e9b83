//! What the type of an event says about its envelope.
//!
//! These members stand outside the leaf, so they must follow from what stands inside: a reader
//! who knows the type knows them, and nobody can change them unseen. This is the only place that
//! says them.

use crate::EventType;

/// Members of the envelope that follow from the type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventClass {
    /// Who stands behind the event (`authtype`, as the CloudEvents extension for authentication
    /// context has it).
    pub auth_type: &'static str,
    /// How the payload is to be handled (`dataclassification`).
    pub data_classification: &'static str,
}

/// The class of an event type.
///
/// Every event, also one that the program itself records, stands under an assignment, and personal
/// values are sealed inside the payload. So no type differs from the others; one that ever does is
/// named here.
#[must_use]
pub fn event_class(_: &EventType) -> EventClass {
    EventClass {
        auth_type: "app_user",
        data_classification: "internal",
    }
}
