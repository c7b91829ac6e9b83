//! Keeps files in a folder.
