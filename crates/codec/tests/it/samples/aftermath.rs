//! What follows an issue: certificates, money, publicity, the conference.

use super::office::{paper, sealed};
use khen_domain::{
    ConferenceId, DecisionId, Document, DocumentKind, Dong, Event, FieldClass, InstrumentId,
    NomineeKind, Prize, PublicityId, RoundingRule, SealOwner, Sealed, StreamKey,
    certificate::{Event as Certificate, ReissueReason},
    conference::Event as Conference,
    fund::{AfterYearEnd, Event as Fund, ReturnedBecause},
    number_register,
    payout::{Event as Payout, PrizeReturn},
    publicity::{Channel, Event as Publicity, WithdrawnBecause},
    stories_kit::{campaign, day, document, instrument, moment, nomination},
};

pub(crate) fn events() -> Vec<(StreamKey, Event)> {
    [certificates(), prizes(), funds(), tickets(), conferences()].concat()
}

fn decision() -> DecisionId {
    DecisionId {
        campaign: campaign(),
        number: 1,
    }
}

fn words() -> Sealed {
    sealed(FieldClass::FreeText, SealOwner::Stream)
}

fn regime() -> InstrumentId {
    instrument("ND-98-2023")
}

fn evidence(seed: u8) -> Document {
    document(DocumentKind::Evidence, seed)
}

fn certificates() -> Vec<(StreamKey, Event)> {
    let all = [
        Certificate::CertificateOpened {
            nomination: nomination(1),
            decision: decision(),
            number: 1,
            date: day("2024-12-27"),
        },
        Certificate::CertificatePrinted {},
        Certificate::CertificateSigned {},
        Certificate::CertificateSealed {},
        Certificate::CertificateHandedOver {
            presented_to: Some(words()),
        },
        Certificate::CertificateReissued {
            reason_code: ReissueReason::Misspelt,
            note: words(),
            scan: document(DocumentKind::Certificate, 0x61),
        },
        Certificate::SpoiltStockRecorded {
            sheets: 2,
            minutes: document(DocumentKind::Minutes, 0x62),
        },
        Certificate::CertificateCancelled {
            decision: decision(),
        },
        Certificate::CertificateRecoveryOpened {
            decision: decision(),
        },
        Certificate::CertificateRecovered {},
    ];
    let stream = StreamKey::certificate(&nomination(1));
    let entered = number_register::Event::AwardEntered {
        number: 1,
        date: day("2024-12-27"),
        nomination: nomination(1),
    };
    let register = (StreamKey::award_register(2024), entered.into());
    let all = all.map(|event| (stream.clone(), event.into()));
    all.into_iter().chain([register]).collect()
}

fn prizes() -> Vec<(StreamKey, Event)> {
    let all = [
        Payout::PayoutOpened {
            nomination: nomination(1),
            decision: decision(),
            kind: NomineeKind::Collective,
            legal_regime: regime(),
            issued_on: day("2024-12-27"),
        },
        Payout::PrizeComputed {
            kind: NomineeKind::Collective,
            legal_regime: regime(),
            base_wage_series: instrument("luong-co-so"),
            issued_on: day("2024-12-27"),
            prize: Prize {
                base_wage: Dong(2_340_000),
                coefficient_bp: 6_000,
                rounding: RoundingRule::Ceil10k,
                amount: Dong(1_410_000),
            },
        },
        Payout::PrizeCommitted { year: 2024 },
        Payout::PrizePaid {
            amount: Dong(1_410_000),
        },
        Payout::PrizeReturned {
            reason_code: PrizeReturn::Donated,
        },
        Payout::PayoutCancelled {
            decision: decision(),
        },
        Payout::PrizeRecoveryOpened {
            decision: decision(),
        },
        Payout::PrizeRecovered {
            instalment: 1,
            amount: Dong(1_410_000),
        },
    ];
    let stream = StreamKey::payout(&nomination(1));
    all.map(|event| (stream.clone(), event.into())).into()
}

fn funds() -> Vec<(StreamKey, Event)> {
    let all = [
        Fund::FundCredited {
            year: 2024,
            credit: 1,
            amount: Dong(20_000_000),
            after_year_end: AfterYearEnd::YearClosed,
            document: paper(),
        },
        Fund::FundShortfallRecorded {
            decision: decision(),
            needed: Dong(30_000_000),
            available: Dong(20_000_000),
        },
        Fund::FundsCommitted {
            decision: decision(),
            prizes: 14,
            amount: Dong(13_440_000),
            is_late: true,
        },
        Fund::PrizesPaid {
            decision: decision(),
            amount: Dong(13_440_000),
        },
        Fund::CommitmentReleased {
            decision: decision(),
            amount: Dong(710_000),
        },
        Fund::MoneyReturned {
            nomination: nomination(1),
            amount: Dong(1_410_000),
            reason_code: ReturnedBecause::Recovered,
        },
    ];
    let stream = StreamKey::fund(2024);
    all.map(|event| (stream.clone(), event.into())).into()
}

fn tickets() -> Vec<(StreamKey, Event)> {
    let all = [
        Publicity::PublicityPlanned {
            campaign: campaign(),
            channel: Channel::Radio,
            planned_for: day("2024-12-31"),
            nomination: Some(nomination(1)),
        },
        Publicity::BroadcastRecorded {
            date: day("2024-12-31"),
            nominations: vec![nomination(1)],
        },
        Publicity::StoryPublished {
            date: day("2024-12-31"),
            nomination: Some(nomination(1)),
            notice: Some(evidence(0x63)),
        },
        Publicity::StoryWithdrawn {
            reason_code: WithdrawnBecause::AwardWasRevoked,
        },
        Publicity::CorrectionRequired {
            decision: decision(),
            nominations: vec![nomination(1)],
        },
        Publicity::CorrectionBroadcastRecorded {
            date: day("2025-01-20"),
        },
        Publicity::PublicityCancelled {
            decision: decision(),
        },
    ];
    let stream = StreamKey::publicity(&PublicityId {
        campaign: campaign(),
        number: 1,
    });
    all.map(|event| (stream.clone(), event.into())).into()
}

fn conferences() -> Vec<(StreamKey, Event)> {
    let all = [
        Conference::ConferenceScheduled {
            campaign: campaign(),
            within: "Hội nghị tổng kết cải cách hành chính".into(),
            starts_at: moment("2025-01-17T08:00"),
        },
        Conference::AwardCeremonyRecorded {
            decisions: vec![decision()],
        },
        Conference::SummationReportRecorded {
            report: document(DocumentKind::SummationReport, 0x64),
        },
        Conference::ConferenceClosed {},
    ];
    let stream = StreamKey::conference(&ConferenceId {
        campaign: campaign(),
        number: 1,
    });
    all.map(|event| (stream.clone(), event.into())).into()
}
