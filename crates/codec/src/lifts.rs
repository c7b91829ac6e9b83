//! Lifting payloads of older versions, one step at a time.
//!
//! A step is a pure function `v1 -> v2` in a file of its own below this one, listed in [`LIFTS`].

use serde_json::Value;

/// One step up.
pub(crate) struct Lift {
    /// `<stream>.<event>`.
    pub(crate) event: &'static str,
    /// The version it takes; it gives the next.
    pub(crate) from: u32,
    /// The step. History happened: it cannot fail.
    pub(crate) step: fn(Value) -> Value,
}

/// Every step of every event. Nothing has changed its shape yet.
pub(crate) const LIFTS: &[Lift] = &[];

/// `payload` lifted from `from` to `to`, or `None` when a step is missing.
pub(crate) fn lift(
    lifts: &[Lift],
    event: &str,
    (from, to): (u32, u32),
    payload: Value,
) -> Option<Value> {
    (from..to).try_fold(payload, |payload, version| {
        let step = lifts
            .iter()
            .find(|lift| lift.event == event && lift.from == version)?
            .step;
        Some(step(payload))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn name_the_unit(mut payload: Value) -> Value {
        payload["unit"] = json!("unknown");
        payload
    }

    fn count_from_one(mut payload: Value) -> Value {
        payload["number"] = json!(payload["index"].as_u64().unwrap_or_default() + 1);
        payload
    }

    const TWO_STEPS: &[Lift] = &[
        Lift {
            event: "made.up",
            from: 2,
            step: count_from_one,
        },
        Lift {
            event: "made.up",
            from: 1,
            step: name_the_unit,
        },
        Lift {
            event: "made.other",
            from: 1,
            step: count_from_one,
        },
    ];

    #[test]
    fn steps_are_taken_in_order_from_where_the_record_stands() {
        let old = json!({ "index": 4 });
        assert_eq!(
            lift(TWO_STEPS, "made.up", (1, 3), old.clone()),
            Some(json!({ "index": 4, "unit": "unknown", "number": 5 }))
        );
        assert_eq!(
            lift(TWO_STEPS, "made.up", (2, 3), old.clone()),
            Some(json!({ "index": 4, "number": 5 }))
        );
        assert_eq!(lift(TWO_STEPS, "made.up", (3, 3), old.clone()), Some(old));
    }

    #[test]
    fn a_missing_step_is_told() {
        assert_eq!(lift(TWO_STEPS, "made.other", (1, 3), json!({})), None);
    }
}
