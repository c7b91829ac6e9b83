//! Prize money (tiền thưởng), in whole đồng.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::NomineeKind;

/// An amount in whole đồng.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(transparent)]
pub struct Dong(pub i64);

/// How an amount is rounded (làm tròn số).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RoundingRule {
    /// Up to the next 10,000 đồng ("làm tròn số lên hàng chục nghìn đồng").
    #[serde(rename = "ceil_10k")]
    Ceil10k,
    /// To the nearest 10,000 đồng, halves up.
    #[serde(rename = "nearest_10k")]
    Nearest10k,
    /// Not at all.
    None,
}

/// Multiples of the base wage, in basis points (3000 = 0.3), and the rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AwardCoefficients {
    /// For an individual, basis points of the base wage.
    pub individual_bp: u32,
    /// For a collective, basis points of the base wage.
    pub collective_bp: u32,
    /// The rounding.
    pub rounding: RoundingRule,
}

impl AwardCoefficients {
    /// For this kind of nominee, basis points of the base wage.
    #[must_use]
    pub fn of(self, kind: NomineeKind) -> u32 {
        match kind {
            NomineeKind::Individual => self.individual_bp,
            NomineeKind::Collective => self.collective_bp,
        }
    }
}

/// A prize with the inputs it was computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prize {
    /// Lương cơ sở, đồng.
    pub base_wage: Dong,
    /// Basis points of it.
    pub coefficient_bp: u32,
    /// The rounding.
    pub rounding: RoundingRule,
    /// The amount, đồng.
    pub amount: Dong,
}

const STEP_DONG: i64 = 10_000;
const BASIS_POINTS: i64 = 10_000;

/// The prize of one award: the coefficient first, then the rounding.
///
/// `base_wage` is the one in force when the decision is issued.
#[must_use]
pub fn prize(coefficients: AwardCoefficients, base_wage: Dong, kind: NomineeKind) -> Prize {
    let coefficient_bp = coefficients.of(kind);
    let scaled = base_wage.0 * i64::from(coefficient_bp);
    let amount = match coefficients.rounding {
        RoundingRule::Ceil10k => ceiling(scaled, BASIS_POINTS * STEP_DONG) * STEP_DONG,
        RoundingRule::Nearest10k => {
            let step = BASIS_POINTS * STEP_DONG;
            (scaled + step / 2).div_euclid(step) * STEP_DONG
        }
        RoundingRule::None => ceiling(scaled, BASIS_POINTS),
    };
    let rounding = coefficients.rounding;
    Prize {
        base_wage,
        coefficient_bp,
        rounding,
        amount: Dong(amount),
    }
}

fn ceiling(dividend: i64, divisor: i64) -> i64 {
    dividend.div_euclid(divisor) + i64::from(dividend.rem_euclid(divisor) != 0)
}

impl fmt::Display for Dong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.unsigned_abs().to_string();
        if self.0 < 0 {
            f.write_str("-")?;
        }
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        f.write_str(" đồng")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DISTRICT: AwardCoefficients = AwardCoefficients {
        individual_bp: 3_000,
        collective_bp: 6_000,
        rounding: RoundingRule::Ceil10k,
    };

    /// The worked table of the prize rules: base wage, individual, collective.
    #[test]
    fn the_worked_table_holds() {
        for (base, individual, collective) in [
            (1_800_000, 540_000, 1_080_000),
            (2_340_000, 710_000, 1_410_000),
            (2_530_000, 760_000, 1_520_000),
        ] {
            assert_eq!(
                prize(DISTRICT, Dong(base), NomineeKind::Individual).amount,
                Dong(individual)
            );
            assert_eq!(
                prize(DISTRICT, Dong(base), NomineeKind::Collective).amount,
                Dong(collective)
            );
        }
    }

    #[test]
    fn rounding_is_the_rule_of_the_regime() {
        let amount = |rounding| {
            let coefficients = AwardCoefficients {
                rounding,
                ..DISTRICT
            };
            prize(coefficients, Dong(2_340_000), NomineeKind::Individual).amount
        };
        assert_eq!(amount(RoundingRule::None), Dong(702_000));
        assert_eq!(amount(RoundingRule::Nearest10k), Dong(700_000));
        assert_eq!(amount(RoundingRule::Ceil10k), Dong(710_000));
    }

    #[test]
    fn an_amount_reads_as_people_write_it() {
        assert_eq!(Dong(1_410_000).to_string(), "1.410.000 đồng");
        assert_eq!(Dong(710).to_string(), "710 đồng");
    }
}
