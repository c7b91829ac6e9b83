//! Knows who is at the door.
