//! Defines what readers may ask.
