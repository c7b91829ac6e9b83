//! Text as it is searched and ordered.

mod folded;
mod order;
mod search;
mod spelled;

pub use folded::Folded;
pub use order::{name_order, word_order};
pub use search::Search;
pub use spelled::Spelled;
