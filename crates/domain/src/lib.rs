//! Decides what may happen to a nomination and everything around it.
