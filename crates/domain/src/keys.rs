//! Keys of things that are numbered within a campaign.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{CampaignId, UnitId};

/// The text is not a key of this kind.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("expected the form {form}")]
pub struct KeyError {
    /// The form, by example.
    pub form: &'static str,
}

/// Digits of a nomination's serial.
const SERIAL_DIGITS: usize = 4;

/// A nomination (đề nghị khen thưởng): campaign and serial, `HQ-CCHC-2024-0007`.
///
/// People see the code with a check letter, `HQ-CCHC-2024-0007-B` ([`NominationId::code`]).
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
#[schemars(
    with = "String",
    extend("pattern" = "^[A-Za-z0-9_.-]+-[0-9]{4,}(-[A-Z])?$")
)]
pub struct NominationId {
    campaign: CampaignId,
    serial: u32,
}

impl NominationId {
    const FORM: KeyError = KeyError {
        form: "CAMPAIGN-0007-B, whose last letter checks the code and may be left out",
    };

    /// The nomination with this serial.
    #[must_use]
    pub fn new(campaign: CampaignId, serial: u32) -> Self {
        Self { campaign, serial }
    }

    /// Reads a key, with or without its check letter; a wrong check letter is refused.
    ///
    /// # Errors
    /// [`KeyError`] for any other text.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let (head, last) = text.rsplit_once('-').ok_or(Self::FORM)?;
        if last.len() == 1 && last.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let id = Self::parse_plain(head)?;
            return if id.code() == text {
                Ok(id)
            } else {
                Err(Self::FORM)
            };
        }
        Self::parse_plain(text)
    }

    fn parse_plain(text: &str) -> Result<Self, KeyError> {
        let (campaign, serial) = text.rsplit_once('-').ok_or(Self::FORM)?;
        let campaign = CampaignId::parse(campaign).map_err(|_| Self::FORM)?;
        let id = Self {
            campaign,
            serial: serial.parse().map_err(|_| Self::FORM)?,
        };
        if id.to_string() == text {
            Ok(id)
        } else {
            Err(Self::FORM)
        }
    }

    /// The campaign.
    #[must_use]
    pub fn campaign(&self) -> &CampaignId {
        &self.campaign
    }

    /// Mã hồ sơ: the key and a check letter, so that a telephoned code can be checked.
    ///
    /// The letter is a weighted sum modulo 23 over letters without I, O and Q: 23 is prime and the
    /// weights are successive powers of 2, so that one wrong digit or two swapped neighbours of
    /// the serial always change it.
    #[must_use]
    pub fn code(&self) -> String {
        const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";
        let key = self.to_string();
        let mut weight: u32 = 1;
        let mut sum: u32 = 0;
        for byte in key.bytes().rev() {
            weight = weight * 2 % 23;
            sum = (sum + weight * (u32::from(byte) % 23)) % 23;
        }
        format!(
            "{key}-{}",
            char::from(LETTERS[sum as usize % LETTERS.len()])
        )
    }
}

impl fmt::Display for NominationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:0SERIAL_DIGITS$}", self.campaign, self.serial)
    }
}

impl TryFrom<String> for NominationId {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        Self::parse(&text)
    }
}

impl From<NominationId> for String {
    fn from(id: NominationId) -> Self {
        id.to_string()
    }
}

macro_rules! unit_keys {
    ($($(#[$doc:meta])+ $name:ident),+ $(,)?) => {$(
        $(#[$doc])+
        #[derive(
            Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
        )]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// The campaign.
            pub campaign: CampaignId,
            /// The unit.
            pub unit: UnitId,
            /// From 1.
            pub number: u32,
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}/{}/{}", self.campaign, self.unit, self.number)
            }
        }
    )+};
}

unit_keys! {
    /// A meeting of a unit (họp đơn vị), `HQ-CCHC-2024/tu-phap/1` in stream names.
    UnitSessionId,
    /// A submission of a unit (hồ sơ đề nghị của đơn vị), `HQ-CCHC-2024/tu-phap/1` in stream names.
    SubmissionId,
}

/// Feedback of a unit (phản ánh, vướng mắc), `HQ-CCHC-2024/minh-duc/1`.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
#[schemars(
    with = "String",
    extend("pattern" = "^[A-Za-z0-9_.-]{1,80}/[A-Za-z0-9_.-]{1,80}/[1-9][0-9]{0,8}$")
)]
pub struct FeedbackId {
    campaign: CampaignId,
    unit: UnitId,
    number: u32,
}

impl FeedbackId {
    const FORM: KeyError = KeyError {
        form: "CAMPAIGN/UNIT/1",
    };

    /// The feedback of this unit with this number, from 1.
    #[must_use]
    pub fn new(campaign: CampaignId, unit: UnitId, number: u32) -> Self {
        Self {
            campaign,
            unit,
            number,
        }
    }

    /// Reads the form `campaign/unit/number`.
    ///
    /// # Errors
    /// [`KeyError`] for any other text.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let mut parts = text.split('/');
        let (Some(campaign), Some(unit), Some(number), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(Self::FORM);
        };
        let id = Self {
            campaign: CampaignId::parse(campaign).map_err(|_| Self::FORM)?,
            unit: UnitId::parse(unit).map_err(|_| Self::FORM)?,
            number: number.parse().map_err(|_| Self::FORM)?,
        };
        if id.number > 0 && id.to_string() == text {
            Ok(id)
        } else {
            Err(Self::FORM)
        }
    }

    /// The campaign.
    #[must_use]
    pub fn campaign(&self) -> &CampaignId {
        &self.campaign
    }

    /// The unit.
    #[must_use]
    pub fn unit(&self) -> &UnitId {
        &self.unit
    }

    /// Its number, from 1.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }
}

impl fmt::Display for FeedbackId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.campaign, self.unit, self.number)
    }
}

impl TryFrom<String> for FeedbackId {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        Self::parse(&text)
    }
}

impl From<FeedbackId> for String {
    fn from(id: FeedbackId) -> Self {
        id.to_string()
    }
}

macro_rules! campaign_keys {
    ($($(#[$doc:meta])+ $name:ident),+ $(,)?) => {$(
        $(#[$doc])+
        #[derive(
            Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
        )]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// The campaign.
            pub campaign: CampaignId,
            /// From 1.
            pub number: u32,
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}-{}", self.campaign, self.number)
            }
        }
    )+};
}

campaign_keys! {
    /// A session of the Council (phiên họp), `HQ-CCHC-2024-1` in stream names.
    CouncilSessionId,
    /// A presentation to the Chairman (tờ trình của Hội đồng).
    PresentationId,
    /// A decision (quyết định).
    DecisionId,
    /// A ticket of publicity (tuyên truyền).
    PublicityId,
    /// A conference (hội nghị tổng kết).
    ConferenceId,
    /// A complaint, denunciation or petition (khiếu nại, tố cáo, kiến nghị).
    ComplaintId,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nomination(serial: u32) -> NominationId {
        NominationId::new(CampaignId::parse("HQ-CCHC-2024").unwrap(), serial)
    }

    #[test]
    fn a_nomination_reads_with_and_without_its_check_letter() {
        let seventh = nomination(7);
        assert_eq!(seventh.to_string(), "HQ-CCHC-2024-0007");
        assert_eq!(
            NominationId::parse("HQ-CCHC-2024-0007"),
            Ok(seventh.clone())
        );
        assert_eq!(NominationId::parse(&seventh.code()), Ok(seventh));
        assert!(NominationId::parse("HQ-CCHC-2024-7").is_err());
    }

    #[test]
    fn whoever_mistypes_a_code_is_shown_the_form() {
        let error = NominationId::parse("HQ-CCHC-2024-0007-K").unwrap_err();
        assert!(error.form.contains("-0007-"), "{error}");
    }

    #[test]
    fn keys_of_units_are_told_apart_where_campaigns_and_units_share_words() {
        let key = |campaign, unit| {
            let campaign = CampaignId::parse(campaign).unwrap();
            let unit = UnitId::parse(unit).unwrap();
            let number = 1;
            SubmissionId {
                campaign,
                unit,
                number,
            }
            .to_string()
        };
        assert_eq!(key("HQ-CCHC-2024", "tu-phap"), "HQ-CCHC-2024/tu-phap/1");
        assert_ne!(key("a-b", "c"), key("a", "b-c"));
    }

    #[test]
    fn feedback_reads_as_it_is_written() {
        let text = "HQ-CCHC-2024/minh-duc/1";
        assert_eq!(FeedbackId::parse(text).unwrap().to_string(), text);
        for wrong in [
            "HQ-CCHC-2024/minh-duc",
            "a/b/0",
            "a/b/01",
            "a/b/1/c",
            "a//1",
        ] {
            assert_eq!(FeedbackId::parse(wrong), Err(FeedbackId::FORM), "{wrong}");
        }
    }

    #[test]
    fn a_slip_of_the_tongue_changes_the_check_letter() {
        let letter = |text: &str| text.chars().last();
        for serial in 0..2_000 {
            let code = nomination(serial).code();
            let digits = format!("{serial:04}").into_bytes();
            for place in 0..3 {
                let mut swapped = digits.clone();
                swapped.swap(place, place + 1);
                let swapped: u32 = String::from_utf8(swapped).unwrap().parse().unwrap();
                assert!(swapped == serial || letter(&nomination(swapped).code()) != letter(&code));
            }
            for wrong in 0..2_000 {
                let differing = format!("{wrong:04}")
                    .bytes()
                    .zip(format!("{serial:04}").bytes())
                    .filter(|(a, b)| a != b)
                    .count();
                assert!(differing != 1 || letter(&nomination(wrong).code()) != letter(&code));
            }
        }
    }
}
