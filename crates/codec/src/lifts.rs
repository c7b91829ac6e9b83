//! Shapes of payloads over time: the version that is written, and the steps that lead up to it.
//!
//! A step is a pure function `v1 -> v2` in a file of its own below this one, listed in [`SHAPES`].

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

/// The versions of a release.
pub(crate) struct Shapes {
    /// `<stream>.<event>` and its version, for events whose shape has ever changed.
    pub(crate) versions: &'static [(&'static str, u32)],
    /// Every step of every event.
    pub(crate) lifts: &'static [Lift],
}

/// The versions of this release. Nothing has changed its shape yet.
pub(crate) const SHAPES: Shapes = Shapes {
    versions: &[],
    lifts: &[],
};

impl Shapes {
    /// The version that is written of this event.
    pub(crate) fn version_of(&self, event: &str) -> u32 {
        self.versions
            .iter()
            .find(|(name, _)| *name == event)
            .map_or(1, |(_, version)| *version)
    }

    /// `payload` lifted from version `from` to the one that is written, or `None` when a step is
    /// missing.
    pub(crate) fn lift(&self, event: &str, from: u32, payload: Value) -> Option<Value> {
        (from..self.version_of(event)).try_fold(payload, |payload, version| {
            let step = self
                .lifts
                .iter()
                .find(|lift| lift.event == event && lift.from == version)?
                .step;
            Some(step(payload))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;
    use crate::registry;

    fn name_the_unit(mut payload: Value) -> Value {
        payload["unit"] = json!("unknown");
        payload
    }

    fn count_from_one(mut payload: Value) -> Value {
        payload["number"] = json!(payload["index"].as_u64().unwrap_or_default() + 1);
        payload
    }

    const TWO_STEPS: Shapes = Shapes {
        versions: &[("made.up", 3), ("made.other", 3)],
        lifts: &[
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
        ],
    };

    #[test]
    fn steps_are_taken_in_order_from_where_the_record_stands() {
        let old = json!({ "index": 4 });
        assert_eq!(
            TWO_STEPS.lift("made.up", 1, old.clone()),
            Some(json!({ "index": 4, "unit": "unknown", "number": 5 }))
        );
        assert_eq!(
            TWO_STEPS.lift("made.up", 2, old.clone()),
            Some(json!({ "index": 4, "number": 5 }))
        );
        assert_eq!(TWO_STEPS.lift("made.up", 3, old.clone()), Some(old));
    }

    #[test]
    fn a_missing_step_is_told() {
        assert_eq!(TWO_STEPS.lift("made.other", 1, json!({})), None);
    }

    #[test]
    fn every_older_version_has_exactly_one_step_up() {
        let changed = SHAPES.versions.iter();
        let needed: Vec<_> = changed
            .flat_map(|(event, version)| (1..*version).map(move |from| (*event, from)))
            .collect();
        let listed: Vec<_> = SHAPES
            .lifts
            .iter()
            .map(|lift| (lift.event, lift.from))
            .collect();
        assert_eq!(listed.len(), needed.len());
        assert_eq!(
            listed.into_iter().collect::<BTreeSet<_>>(),
            needed.into_iter().collect()
        );
        for (event, _) in SHAPES.versions {
            assert!(registry::is_known(event), "{event}");
        }
    }
}
