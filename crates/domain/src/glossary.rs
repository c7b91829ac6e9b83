#![doc = include_str!("../GLOSSARY.md")]
