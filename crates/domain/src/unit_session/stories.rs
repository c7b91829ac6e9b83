//! Stories of unit meetings and rankings.

use crate::stories_kit::{Stage, given, rank, review_head};

#[test]
fn smoke() {
    let stage = Stage::met();
    assert!(
        !given(stage)
            .when(
                &crate::stories_kit::approved(&review_head()),
                rank("agencies", [1])
            )
            .then_effects()
            .is_empty()
    );
}
