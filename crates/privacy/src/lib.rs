//! Seals personal values and documents under a key per owner.
