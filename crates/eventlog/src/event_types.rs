//! Types of events, parsed once.

use std::collections::HashMap;

use crate::EventType;

/// Types of events, each parsed once and shared by all events of a page: there are few of them.
#[derive(Debug, Default)]
pub struct EventTypes(HashMap<String, EventType>);

impl EventTypes {
    /// The type that `text` names; `None` where it names none.
    pub fn parse(&mut self, text: &str) -> Option<EventType> {
        if let Some(known) = self.0.get(text) {
            return Some(known.clone());
        }
        let parsed = EventType::parse(text).ok()?;
        self.0.insert(text.to_owned(), parsed.clone());
        Some(parsed)
    }
}
