//! Desks: for whom somebody answers, how long an act may take, when its desk is warned and who hears
//! of it when it is missed (domain rules, section 4.10).
//!
//! Nothing here stands against a command: a late act is an act. What a rule refuses is refused by
//! the rule itself. How many days a desk has is said by the rules of the campaign, see [`Times`];
//! which acts have a deadline at all, and whose it is, stands in [`WATCHES`].

mod answers;
mod due;
mod times;
mod warning;
mod watch;

pub use answers::answers_for;
pub use due::{Due, Waits, first_day_ahead_in_time, first_day_in_time};
pub use times::Times;
pub use warning::{warning, warning_day};
pub use watch::{Deadline, Term, WATCHES, Watch, watch};
