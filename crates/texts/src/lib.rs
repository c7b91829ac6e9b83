//! Words everything a person reads, in Vietnamese and English.
