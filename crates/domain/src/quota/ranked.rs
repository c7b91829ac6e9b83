//! Who stays and who goes, by a recorded ranking.

use std::collections::BTreeMap;

use crate::NominationId;

/// Those of the candidates that stand behind the `kept` best, best first. `None` where some stay, some
/// go, and not all of them are ranked: only a ranking chooses (4.7).
pub(super) fn behind<'a>(
    mut candidates: Vec<&'a NominationId>,
    ranking: &[NominationId],
    kept: u32,
) -> Option<Vec<&'a NominationId>> {
    let kept = usize::try_from(kept).unwrap_or(usize::MAX);
    if candidates.len() <= kept {
        return Some(Vec::new());
    }
    let ranks: BTreeMap<_, usize> = ranking.iter().zip(0..).collect();
    let are_ranked = candidates.iter().all(|one| ranks.contains_key(one));
    if kept > 0 && !are_ranked {
        return None;
    }
    candidates.sort_by_key(|one| ranks.get(one));
    Some(candidates.split_off(kept))
}
