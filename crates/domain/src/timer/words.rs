//! What a timer tells about, and whom.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AssignmentId, CampaignId, Role, StreamKey, UnitId};

/// What waits: the name of a case's or a paper's stream.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("format" = "stream"))]
pub struct About(StreamKey);

impl About {
    /// The stream.
    #[must_use]
    pub fn stream(&self) -> &StreamKey {
        &self.0
    }

    /// Whether it belongs to this campaign: its key begins with the campaign's id, as that of every
    /// case and paper does.
    #[must_use]
    pub fn is_of(&self, campaign: &CampaignId) -> bool {
        let rest = self.0.key().strip_prefix(campaign.as_str());
        rest.is_some_and(|rest| rest.starts_with(['-', '/']))
    }
}

impl From<StreamKey> for About {
    fn from(stream: StreamKey) -> Self {
        Self(stream)
    }
}

impl From<About> for String {
    fn from(about: About) -> Self {
        about.0.to_string()
    }
}

impl TryFrom<String> for About {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let stream = StreamKey::parse(&text).map(Self);
        stream.ok_or_else(|| format!("{text} is not the name of a stream"))
    }
}

/// The desk that a deadline lies with.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct WatchedDesk {
    /// The role.
    pub role: Role,
    /// The unit; any desk of the role where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// The one assignment; any of the role where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<AssignmentId>,
}
