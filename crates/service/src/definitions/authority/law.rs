//! Legal parameters: values that hold for a time, and what is known of where they stand.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::definitions::{Fault, Source, words::Problem};
use khen_domain::{
    AwardCoefficients, Dong, InstrumentId, SourceDocument,
    legal_basis::{RecordBaseWage, RecordRegime},
};

/// The rule of prize money of an instrument.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Regime {
    /// The instrument, for example `ND-98-2023`.
    pub(crate) instrument: InstrumentId,
    /// Coefficients of the base wage and rounding.
    pub(crate) coefficients: AwardCoefficients,
    /// First day in force.
    pub(crate) valid_from: Date,
    /// Last day in force, if known.
    pub(crate) valid_until: Option<Date>,
    /// What it rests on.
    document: SourceDocument,
    /// What was not confirmed.
    pub(crate) unverified: Option<Unverified>,
}

/// A base wage (lương cơ sở); it holds until the next of its series.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BaseWage {
    /// The series of base wages.
    pub(crate) instrument: InstrumentId,
    /// Đồng a month.
    pub(crate) amount: Dong,
    /// First day in force.
    pub(crate) valid_from: Date,
    /// What it rests on.
    document: SourceDocument,
    /// What was not confirmed.
    pub(crate) unverified: Option<Unverified>,
}

/// What was not confirmed from the text of the instrument: computed with, never cited.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unverified {
    /// Which values.
    pub(crate) values: Vec<Value>,
    /// Where they come from instead.
    pub(crate) note: String,
}

/// A value that may wait to be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Value {
    /// The coefficient of an individual.
    IndividualBp,
    /// The coefficient of a collective.
    CollectiveBp,
    /// The rounding.
    Rounding,
    /// The amount.
    Amount,
    /// Number and date of the document.
    Document,
}

impl Value {
    /// The word in the file.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::IndividualBp => "individual_bp",
            Self::CollectiveBp => "collective_bp",
            Self::Rounding => "rounding",
            Self::Amount => "amount",
            Self::Document => "document",
        }
    }
}

impl Regime {
    /// What is asked of the desk.
    pub(super) fn command(&self) -> RecordRegime {
        RecordRegime {
            instrument: self.instrument.clone(),
            coefficients: self.coefficients,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            document: self.document.clone(),
        }
    }
}

impl BaseWage {
    /// What is asked of the desk.
    pub(super) fn command(&self) -> RecordBaseWage {
        RecordBaseWage {
            instrument: self.instrument.clone(),
            amount: self.amount,
            valid_from: self.valid_from,
            document: self.document.clone(),
        }
    }
}

/// Papers that are cited although they were not confirmed.
pub(super) fn faults(
    source: Source<'_>,
    regimes: &[Spanned<Regime>],
    wages: &[Spanned<BaseWage>],
) -> Vec<Fault> {
    let regimes = regimes.iter().map(|one| {
        let regime = one.get_ref();
        let known = (&regime.document, regime.unverified.as_ref());
        (one.span(), &regime.instrument, known)
    });
    let wages = wages.iter().map(|one| {
        let wage = one.get_ref();
        let known = (&wage.document, wage.unverified.as_ref());
        (one.span(), &wage.instrument, known)
    });
    let cited = regimes.chain(wages).filter(|(.., (document, unverified))| {
        let is_cited = document.number.is_some() || document.date.is_some();
        is_cited && unverified.is_some_and(|one| one.values.contains(&Value::Document))
    });
    cited
        .map(|(span, instrument, _)| {
            let name = instrument.to_string();
            source.fault(span, Problem::UnverifiedIsCited { name })
        })
        .collect()
}
