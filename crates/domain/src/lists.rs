//! Lists in commands: whole or not at all.

use crate::NominationId;

refusals! {
    /// Why a list is refused.
    pub enum Refusal {
        /// Nothing is on it.
        #[error("the list is empty")]
        Empty {} = "list_empty",
        /// Somebody is on it twice.
        #[error("{nomination} is on the list twice")]
        ListedTwice {
            /// The nomination.
            nomination: NominationId,
        } = "listed_twice",
    }
}

/// Refuses a list that is empty or names a nomination twice.
pub(crate) fn must_be_whole(list: &[NominationId]) -> Result<(), Refusal> {
    if list.is_empty() {
        return Err(Refusal::Empty {});
    }
    let mut sorted: Vec<_> = list.iter().collect();
    sorted.sort();
    match sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Refusal::ListedTwice {
            nomination: pair[0].clone(),
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CampaignId;

    fn nominations(serials: &[u32]) -> Vec<NominationId> {
        let campaign = CampaignId::parse("HQ-CCHC-2024").unwrap();
        let nominate = |serial: &u32| NominationId::new(campaign.clone(), *serial);
        serials.iter().map(nominate).collect()
    }

    #[test]
    fn a_list_names_each_nomination_once() {
        assert_eq!(must_be_whole(&nominations(&[3, 1, 2])), Ok(()));
        assert_eq!(must_be_whole(&[]), Err(Refusal::Empty {}));
        let nomination = nominations(&[1]).remove(0);
        assert_eq!(
            must_be_whole(&nominations(&[1, 2, 1])),
            Err(Refusal::ListedTwice { nomination })
        );
    }
}
