//! `GET /export/v1/{ledger}/reports/{form}`.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
    routing::get,
};
use jiff::Timestamp;
use schemars::{Schema, SchemaGenerator, json_schema};

use super::{LEDGER, client::Client, registers::table};
use crate::{
    extract::{Path, Query},
    operation::{self, Operation, Parameter, Tag},
    parts::Shared,
    problem::{Problem, unavailable},
};
use khen_eventlog::Position;
use khen_export::{Form, ReportCount, ReportFormat, ReportQuery};
use khen_history::each_entry;
use khen_texts::Problem as Slug;

const MEDIA_TYPES: &[&str] = &[
    ReportFormat::Json.media_type(),
    ReportFormat::Xlsx.media_type(),
    ReportFormat::Pdf.media_type(),
];

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Export,
        path_parameters: PATH,
        query: Some(Box::new(parameters)),
        answers: vec![operation::Answer {
            status: StatusCode::OK,
            description: "The lines of the form, each with the positions of the events that it counts.",
            media_types: MEDIA_TYPES,
            schema: None,
        }],
        problems: &[
            Slug::InvalidParameter,
            Slug::NotFound,
            Slug::CursorAheadOfLog,
        ],
        ..Operation::question(
            "export_report",
            "/export/v1/{ledger}/reports/{form}",
            "A statutory table of a year, counted from the ledger.",
            get(tell),
        )
    }
}

const PATH: &[Parameter] = &[
    LEDGER,
    Parameter {
        name: "form",
        is_required: true,
        description: "The form: `0601` (campaigns) or `co-so` (awards of the authority).",
        pattern: None,
    },
];

/// The query parameters, for the document: the room `export` reads them.
fn parameters(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "required": ["period"],
        "properties": {
            "period": {
                "type": "string", "pattern": "^[0-9]{4}$",
                "description": "The year.",
            },
            "asof": {
                "type": "integer", "format": "uint64",
                "description": "Counted over the first so many events; over all unless said.",
            },
            "format": {
                "enum": ReportFormat::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>(),
                "description": "The form; `json` unless said.",
            },
        },
    })
}

async fn tell(
    State(api): State<Shared>,
    client: Client,
    Path((named, form)): Path<(String, String)>,
    Query(pairs): Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let ledger = client.ledger(&api, &named).await?;
    let form = Form::named(&form).ok_or_else(|| Problem::of(Slug::NotFound))?;
    let given = pairs
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let query = ReportQuery::parse(given).map_err(Problem::of_parameters)?;
    let size = ledger.size.0;
    let as_of = query.as_of.unwrap_or(size);
    if as_of > size {
        return Err(Problem::of(Slug::CursorAheadOfLog)
            .with_fact("position", as_of)
            .with_fact("log_size", size));
    }
    let (mut count, mut recorded) = (ReportCount::default(), Timestamp::UNIX_EPOCH);
    let until = Some(Position(as_of));
    each_entry(&*api.parts.feed, &ledger.id, until, |entry| {
        count.see(entry.position.0, &entry.stream, &entry.decoded.event);
        recorded = entry.recorded_at;
    })
    .await?;
    let report = count.report(form, query.period, (as_of, recorded));
    let (format, press) = (query.format, Arc::clone(&api.parts.press));
    // A paper takes longer to print than others should wait.
    let told = tokio::task::spawn_blocking(move || report.told(format, &*press)).await;
    let told = told.map_err(|error| unavailable(&error))?;
    let told = told.map_err(|error| unavailable(&error))?;
    table(told, format.media_type(), as_of, None)
        .to(&client, &headers)
        .await
}
