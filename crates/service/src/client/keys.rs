//! Keys and times of a command line: keys as queues print them.

use jiff::{Timestamp, civil};

use khen_domain::{
    CampaignId, ComplaintId, ConferenceId, CouncilSessionId, DecisionId, FeedbackId, Moment,
    NominationId, PresentationId, PublicityId, StreamKey, StreamKind, SubmissionId, UnitId,
    UnitSessionId, viet_nam,
};

/// A case, by mã hồ sơ, with or without its check letter, or as a queue prints its stream or that of its
/// certificate or prize.
pub(crate) fn nomination(text: &str) -> Result<NominationId, String> {
    const KINDS: [StreamKind; 3] = [
        StreamKind::Nomination,
        StreamKind::Certificate,
        StreamKind::Payout,
    ];
    let code = KINDS.into_iter().fold(text, key_of);
    NominationId::parse(code).map_err(|error| error.to_string())
}

/// Any stream, as queues print it, or a case by mã hồ sơ.
pub(crate) fn stream(text: &str) -> Result<StreamKey, String> {
    if let Ok(code) = NominationId::parse(text) {
        return Ok(StreamKey::nomination(&code));
    }
    let named = StreamKey::parse(text);
    named.ok_or_else(|| {
        "expected mã hồ sơ or a stream, for example decision/HQ-CCHC-2024-1".to_owned()
    })
}

/// A campaign, for example `HQ-CCHC-2024`.
pub(crate) fn campaign(text: &str) -> Result<CampaignId, String> {
    CampaignId::parse(key_of(text, StreamKind::Campaign)).map_err(|error| error.to_string())
}

/// A meeting of a unit, `HQ-CCHC-2024/van-phong/1`.
pub(crate) fn unit_session(text: &str) -> Result<UnitSessionId, String> {
    let (campaign, unit, number) = of_unit(text, StreamKind::UnitSession)?;
    Ok(UnitSessionId {
        campaign,
        unit,
        number,
    })
}

/// A submission of a unit, `HQ-CCHC-2024/van-phong/1`.
pub(crate) fn submission(text: &str) -> Result<SubmissionId, String> {
    let (campaign, unit, number) = of_unit(text, StreamKind::Submission)?;
    Ok(SubmissionId {
        campaign,
        unit,
        number,
    })
}

/// A session of the Council, `HQ-CCHC-2024-1`.
pub(crate) fn council_session(text: &str) -> Result<CouncilSessionId, String> {
    let (campaign, number) = of_campaign(text, StreamKind::CouncilSession)?;
    Ok(CouncilSessionId { campaign, number })
}

/// A presentation to the Chairman, `HQ-CCHC-2024-1`.
pub(crate) fn presentation(text: &str) -> Result<PresentationId, String> {
    let (campaign, number) = of_campaign(text, StreamKind::Presentation)?;
    Ok(PresentationId { campaign, number })
}

/// A decision, `HQ-CCHC-2024-1`.
pub(crate) fn decision(text: &str) -> Result<DecisionId, String> {
    let (campaign, number) = of_campaign(text, StreamKind::Decision)?;
    Ok(DecisionId { campaign, number })
}

/// A ticket of publicity, `HQ-CCHC-2024-1`.
pub(crate) fn publicity(text: &str) -> Result<PublicityId, String> {
    let (campaign, number) = of_campaign(text, StreamKind::Publicity)?;
    Ok(PublicityId { campaign, number })
}

/// A conference of a campaign, `HQ-CCHC-2024-1`.
pub(crate) fn conference(text: &str) -> Result<ConferenceId, String> {
    let (campaign, number) = of_campaign(text, StreamKind::Conference)?;
    Ok(ConferenceId { campaign, number })
}

/// A complaint, `HQ-CCHC-2024-1`.
pub(crate) fn complaint(text: &str) -> Result<ComplaintId, String> {
    let (campaign, number) = of_campaign(text, StreamKind::Complaint)?;
    Ok(ComplaintId { campaign, number })
}

/// A ticket of feedback, `HQ-CCHC-2024/minh-duc/1`.
pub(crate) fn feedback(text: &str) -> Result<FeedbackId, String> {
    FeedbackId::parse(key_of(text, StreamKind::Feedback)).map_err(|error| error.to_string())
}

/// The key, also as a queue prints it: behind the kind of its stream.
fn key_of(text: &str, kind: StreamKind) -> &str {
    let inside = text.strip_prefix(kind.as_str());
    inside
        .and_then(|rest| rest.strip_prefix('/'))
        .unwrap_or(text)
}

fn of_unit(text: &str, kind: StreamKind) -> Result<(CampaignId, UnitId, u32), String> {
    let wrong = || "expected CAMPAIGN/UNIT/NUMBER, for example HQ-CCHC-2024/van-phong/1".to_owned();
    let parts: Vec<&str> = key_of(text, kind).split('/').collect();
    let [campaign, unit, number] = parts.as_slice() else {
        return Err(wrong());
    };
    Ok((
        CampaignId::parse(campaign).map_err(|_| wrong())?,
        UnitId::parse(unit).map_err(|_| wrong())?,
        number.parse().map_err(|_| wrong())?,
    ))
}

fn of_campaign(text: &str, kind: StreamKind) -> Result<(CampaignId, u32), String> {
    let wrong = || "expected CAMPAIGN-NUMBER, for example HQ-CCHC-2024-1".to_owned();
    let (campaign, number) = key_of(text, kind).rsplit_once('-').ok_or_else(wrong)?;
    Ok((
        CampaignId::parse(campaign).map_err(|_| wrong())?,
        number.parse().map_err(|_| wrong())?,
    ))
}

/// `2024-11-19T16:00` in Viet Nam, or any RFC 3339 time.
pub(crate) fn local_time(text: &str) -> Result<Moment, String> {
    let wrong = || "expected a time, for example 2024-11-19T16:00".to_owned();
    if let Ok(time) = text.parse::<Timestamp>() {
        return Ok(Moment::new(time));
    }
    let civil: civil::DateTime = text.parse().map_err(|_| wrong())?;
    let zoned = civil.to_zoned(viet_nam()).map_err(|_| wrong())?;
    Ok(Moment::new(zoned.timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_queues_print_them() {
        let plain = submission("HQ-CCHC-2024/van-phong/1").unwrap();
        assert_eq!(plain.to_string(), "HQ-CCHC-2024/van-phong/1");
        assert_eq!(submission("submission/HQ-CCHC-2024/van-phong/1"), Ok(plain));
        assert!(submission("unit_session/HQ-CCHC-2024/van-phong/1").is_err());
        let second = decision("decision/HQ-CCHC-2024-2").unwrap();
        assert_eq!(second.to_string(), "HQ-CCHC-2024-2");
        assert!(decision("HQ-CCHC-first").is_err());
        for printed in [
            "certificate/HQ-CCHC-2024-0001",
            "payout/HQ-CCHC-2024-0001-N",
        ] {
            assert_eq!(nomination(printed), nomination("HQ-CCHC-2024-0001-N"));
        }
    }

    #[test]
    fn a_time_without_a_zone_is_a_time_in_viet_nam() {
        let local = local_time("2024-11-19T16:00").unwrap();
        assert_eq!(local.to_string(), "2024-11-19T09:00:00.000000Z");
        assert_eq!(local_time("2024-11-19T16:00:00+07:00"), Ok(local));
        assert!(local_time("yesterday").is_err());
    }
}
