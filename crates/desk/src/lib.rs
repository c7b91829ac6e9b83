//! Carries one command from wish to recorded events.
