//! `GET /export/v1/{ledger}/register/awards`, `…/decisions` and `…/units`.

use axum::{
    extract::{FromRequestParts, State},
    http::{HeaderMap, HeaderName, StatusCode, header, request::Parts},
    response::Response,
    routing::get,
};
use metrics::counter;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use schemars::{Schema, SchemaGenerator, json_schema};

use super::{
    LEDGER,
    client::Client,
    sending::{Answer, EACH_TIME},
};
use crate::{
    extract::{Path, Query},
    names::{AS_OF, PII_READS},
    operation::{self, Operation, Tag},
    parts::{Api, Shared},
    problem::{Problem, unavailable},
    rows,
};
use khen_eventlog::Ledger;
use khen_export::{
    RegisterKind, RegisterQuery, SheetFormat, Told,
    limits::{REGISTER_KEY_BYTES_MAX, REGISTER_ROW_COUNT},
};
use khen_read_model::RegisterFilter;
use khen_texts::Problem as Slug;

/// The forms of a table.
pub(super) const MEDIA_TYPES: &[&str] = &[
    SheetFormat::Json.media_type(),
    SheetFormat::Csv.media_type(),
    SheetFormat::Xlsx.media_type(),
];

pub(crate) fn awards() -> Operation {
    operation(Operation::question(
        "export_register_of_awards",
        "/export/v1/{ledger}/register/awards",
        "Issued awards with their names; those that were revoked, without.",
        get(tell_awards),
    ))
}

pub(crate) fn decisions() -> Operation {
    operation(Operation::question(
        "export_register_of_decisions",
        "/export/v1/{ledger}/register/decisions",
        "Issued decisions.",
        get(tell_decisions),
    ))
}

pub(crate) fn units() -> Operation {
    operation(Operation::question(
        "export_register_of_units",
        "/export/v1/{ledger}/register/units",
        "The units of the directory, those that ended included.",
        get(tell_units),
    ))
}

fn operation(question: Operation) -> Operation {
    Operation {
        tag: Tag::Export,
        path_parameters: &[LEDGER],
        query: Some(Box::new(parameters)),
        answers: vec![operation::Answer {
            status: StatusCode::OK,
            description: "Rows in the order of their keys. `Khen-As-Of` is how many events they know, and \
                          the `changed_since` of the next question; `Link` leads to the next page.",
            media_types: MEDIA_TYPES,
            schema: None,
        }],
        problems: &[
            Slug::InvalidParameter,
            Slug::NotFound,
            Slug::IntegrityHalt,
            Slug::CursorAheadOfLog,
            Slug::RowsBehind,
        ],
        ..question
    }
}

/// The query parameters, for the document: the room `export` reads them.
fn parameters(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "properties": {
            "changed_since": {
                "type": "integer", "format": "uint64",
                "description": "Only rows that changed after the first so many events: the `asof` of an \
                                earlier answer. All rows unless said.",
            },
            "after": {
                "type": "string", "pattern": "^[!-~]+$", "maxLength": REGISTER_KEY_BYTES_MAX,
                "description": "Where the page before it said that this one begins.",
            },
            "limit": {
                "type": "integer", "minimum": 1, "maximum": REGISTER_ROW_COUNT,
                "description": format!("Rows of the page; {REGISTER_ROW_COUNT} unless said."),
            },
            "format": {
                "enum": SheetFormat::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>(),
                "description": "The form; `json` unless said.",
            },
        },
    })
}

async fn tell_awards(State(api): State<Shared>, asked: Asked) -> Result<Response, Problem> {
    counter!(PII_READS, "role" => asked.client.reader.role.as_str()).increment(1);
    asked.tell(&api, RegisterKind::Awards).await
}

async fn tell_decisions(State(api): State<Shared>, asked: Asked) -> Result<Response, Problem> {
    asked.tell(&api, RegisterKind::Decisions).await
}

async fn tell_units(State(api): State<Shared>, asked: Asked) -> Result<Response, Problem> {
    asked.tell(&api, RegisterKind::Units).await
}

/// A question for any register.
struct Asked {
    client: Client,
    ledger: Ledger,
    query: RegisterQuery,
    headers: HeaderMap,
}

impl FromRequestParts<Shared> for Asked {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Shared) -> Result<Self, Problem> {
        let client = Client::from_request_parts(parts, api).await?;
        let Path(named) = Path::<String>::from_request_parts(parts, api).await?;
        let ledger = client.ledger(api, &named).await?;
        let Query(pairs) = Query::<Vec<(String, String)>>::from_request_parts(parts, api).await?;
        let given = pairs
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        let query = RegisterQuery::parse(given).map_err(Problem::of_parameters)?;
        Ok(Self {
            client,
            ledger,
            query,
            headers: parts.headers.clone(),
        })
    }
}

impl Asked {
    async fn tell(self, api: &Api, kind: RegisterKind) -> Result<Response, Problem> {
        let RegisterQuery { filter, format } = self.query;
        rows::arrived(api, &self.ledger.id, Some(filter.changed_since)).await?;
        let ledger = self.ledger.id.as_str();
        let register = kind
            .read(&*api.parts.rows, &api.parts.texts, ledger, &filter)
            .await?;
        let next = register.next.as_deref().map(|next| {
            let next = address(ledger, kind, (&filter, format), next);
            (header::LINK, format!("<{next}>; rel=\"next\""))
        });
        let as_of = register.as_of.0;
        // A workbook of thousands of rows takes longer to write than others should wait.
        let told = tokio::task::spawn_blocking(move || register.told(format)).await;
        let told = told.map_err(|error| unavailable(&error))?;
        let told = told.map_err(|error| unavailable(&error))?;
        table(told, format.content_type(), as_of, next)
            .to(&self.client, &self.headers)
            .await
    }
}

/// A table as an answer: a file that says how many events it knows.
pub(super) fn table(
    told: Told,
    content_type: &'static str,
    as_of: u64,
    more: impl IntoIterator<Item = (HeaderName, String)>,
) -> Answer {
    let file = format!("attachment; filename=\"{}\"", told.file_name);
    let mut headers = vec![
        (HeaderName::from_static(AS_OF), as_of.to_string()),
        (header::CONTENT_DISPOSITION, file),
    ];
    headers.extend(more);
    Answer {
        bytes: told.bytes,
        content_type: content_type.to_owned(),
        tag: told.tag,
        cache_control: EACH_TIME,
        headers,
        signer: None,
    }
}

/// The address of the next page: the same question from there on.
fn address(
    ledger: &str,
    kind: RegisterKind,
    (filter, format): (&RegisterFilter, SheetFormat),
    next: &str,
) -> String {
    let next = utf8_percent_encode(next, NON_ALPHANUMERIC);
    format!(
        "/export/v1/{ledger}/register/{}?format={}&changed_since={}&limit={}&after={next}",
        kind.as_str(),
        format.as_str(),
        filter.changed_since,
        filter.size.rows(),
    )
}
