//! Certificates and prizes of awards.

use jiff::{Timestamp, civil::Date};

table! {
    /// Table `award_v1`: one row per award whose files were opened, kept by the projection `award`
    /// from the streams of its certificate and of its payout.
    AwardTable = "award_v1";
    /// The certificate and the prize of an award.
    AwardRow {
        /// The nomination.
        Award award,
        /// The campaign.
        Campaign campaign: String,
        /// The decision that granted it.
        Decision decision: String,
        /// Its number in the register of awards.
        RegisterNumber register_number: Option<u64>,
        /// The date of the certificate.
        CertificateDate certificate_date: Option<Date>,
        /// Where the certificate stands, in the word of the domain.
        Certificate certificate: Option<String>,
        /// When the certificate was last handed over.
        HandedOverAt handed_over_at: Option<Timestamp>,
        /// Why the certificate was last made again.
        ReissueReason reissue_reason: Option<String>,
        /// Where the prize stands, in the word of the domain.
        Prize prize: Option<String>,
        /// The instrument whose coefficients count.
        LegalRegime legal_regime: Option<String>,
        /// The base wage that counts, đồng.
        BaseWage base_wage: Option<i64>,
        /// The coefficient, in basis points of the base wage.
        CoefficientBp coefficient_bp: Option<u64>,
        /// The amount, đồng.
        Amount amount: Option<i64>,
        /// When it was paid.
        PaidAt paid_at: Option<Timestamp>,
        /// What came back after a revocation, đồng.
        Recovered recovered: i64,
        /// Position of the last event that changed the row.
        Position position: u64,
    }
}
