//! `GET /api/v1/campaigns/{campaign}/awards`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::get::PATH;
use crate::{
    door::Reader,
    extract::{Path, Query},
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
    rows::{self, CURSOR_FORMAT},
};
use khen_domain::{certificate::CertificateStage, payout::PayoutStage};
use khen_eventlog::wire_time;
use khen_read_model::{Award, AwardFilter, awards};
use khen_texts::{Audience, Language, Problem as Slug, Texts};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Campaigns,
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<AwardsAnswer>(
            StatusCode::OK,
            "One page, in the order of the codes.",
        )],
        problems: &[Slug::Malformed, Slug::RowsBehind],
        ..Operation::question(
            "list_awards",
            "/api/v1/campaigns/{campaign}/awards",
            "Awards with their certificates and prizes; a unit reads its own.",
            get(list),
        )
    }
}

/// Which awards, and which page of them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// Whose certificate stands here.
    certificate: Option<CertificateStage>,
    /// Whose prize stands here.
    prize: Option<PayoutStage>,
    /// Where the page before it said that this one begins.
    #[schemars(extend("format" = CURSOR_FORMAT))]
    after: Option<String>,
    /// Awards of the page; 50 unless said.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<usize>,
    /// Events that the rows must know: `min_position` of a command's answer.
    min_position: Option<u64>,
}

/// A page of awards.
#[derive(Debug, Serialize, JsonSchema)]
struct AwardsAnswer {
    /// The awards.
    items: Vec<AwardAnswer>,
    /// What to send as `after` for the next page; null on the last one.
    next: Option<String>,
}

/// An award.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Award")]
struct AwardAnswer {
    /// Mã hồ sơ.
    code: String,
    /// `collective` or `individual`.
    kind: String,
    /// The unit that nominated.
    unit: String,
    /// Its present name.
    unit_name: Option<String>,
    /// The awardee; null for a collective and for a person who is erased.
    name: Option<String>,
    /// The decision that granted it.
    decision: String,
    /// The certificate; null while there is none.
    certificate: Option<CertificateAnswer>,
    /// The prize; null while there is none.
    prize: Option<PrizeAnswer>,
}

/// A certificate (Giấy khen).
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Certificate")]
struct CertificateAnswer {
    /// Its number in the register of awards.
    register_number: Option<u64>,
    /// The date that it bears.
    date: Option<Date>,
    /// Where it stands.
    stage: String,
    /// The stage in Vietnamese.
    stage_vi: String,
    /// The stage in English.
    stage_en: String,
    /// When it was handed over.
    handed_over_at: Option<String>,
    /// Why it was last made again.
    reissue_reason: Option<String>,
}

/// A prize (tiền thưởng), with what it was computed from.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Prize")]
struct PrizeAnswer {
    /// Where it stands.
    stage: String,
    /// The stage in Vietnamese.
    stage_vi: String,
    /// The stage in English.
    stage_en: String,
    /// The instrument whose coefficients count.
    legal_regime: Option<String>,
    /// Lương cơ sở on the day of the issue, đồng.
    base_wage: Option<i64>,
    /// Basis points of it.
    coefficient_bp: Option<u64>,
    /// The amount, đồng.
    amount: Option<i64>,
    /// When it was paid.
    paid_at: Option<String>,
    /// What came back after a revocation, đồng.
    recovered: i64,
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    Path(campaign): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<AwardsAnswer>, Problem> {
    let size = rows::size(asking.limit)?;
    let after = rows::place(asking.after.as_deref())?;
    let filter = AwardFilter {
        campaign,
        unit: unit(&reader)?,
        certificate: asking.certificate.as_ref().map(rows::word),
        prize: asking.prize.as_ref().map(rows::word),
    };
    rows::arrived(&api, &reader.ledger, asking.min_position).await?;
    let ledger = reader.ledger.as_str();
    let page = awards(&*api.parts.rows, ledger, &filter, after.as_deref(), size).await?;
    let items = page.items.into_iter();
    Ok(Json(AwardsAnswer {
        items: items
            .map(|one| AwardAnswer::of(&api.parts.texts, one))
            .collect(),
        next: page.next.as_deref().map(rows::cursor),
    }))
}

/// The unit whose awards the reader sees; `None` for those who see all.
fn unit(reader: &Reader) -> Result<Option<String>, Problem> {
    match reader.audience() {
        Audience::HomeAffairs
        | Audience::Council
        | Audience::Chairman
        | Audience::Auditor
        | Audience::Counter => Ok(None),
        Audience::Unit => {
            let own = reader.unit.as_ref();
            let own = own.ok_or_else(|| Problem::of(Slug::Forbidden))?;
            Ok(Some(own.to_string()))
        }
        Audience::Nominee | Audience::Public => Err(Problem::of(Slug::Forbidden)),
    }
}

impl AwardAnswer {
    fn of(texts: &Texts, award: Award) -> Self {
        let certificate = CertificateAnswer::of(texts, &award);
        let prize = PrizeAnswer::of(texts, &award);
        Self {
            code: award.code,
            kind: award.kind,
            unit: award.unit,
            unit_name: award.unit_name,
            name: award.name,
            decision: award.row.decision,
            certificate,
            prize,
        }
    }
}

impl CertificateAnswer {
    fn of(texts: &Texts, Award { row, .. }: &Award) -> Option<Self> {
        let stage = row.certificate.clone()?;
        Some(Self {
            stage_vi: texts.word(Language::Vi, &stage),
            stage_en: texts.word(Language::En, &stage),
            stage,
            register_number: row.register_number,
            date: row.certificate_date,
            handed_over_at: row.handed_over_at.map(wire_time),
            reissue_reason: row.reissue_reason.clone(),
        })
    }
}

impl PrizeAnswer {
    fn of(texts: &Texts, Award { row, .. }: &Award) -> Option<Self> {
        let stage = row.prize.clone()?;
        Some(Self {
            stage_vi: texts.word(Language::Vi, &stage),
            stage_en: texts.word(Language::En, &stage),
            stage,
            legal_regime: row.legal_regime.clone(),
            base_wage: row.base_wage,
            coefficient_bp: row.coefficient_bp,
            amount: row.amount,
            paid_at: row.paid_at.map(wire_time),
            recovered: row.recovered,
        })
    }
}
