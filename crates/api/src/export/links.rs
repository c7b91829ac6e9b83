//! Where a client of the export goes on from the service document.
//!
//! A link with a part that varies is a template (RFC 6570). A test holds all of them against the document
//! of the API, so that none leads astray and no parameter is missing.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::names::{AUTHORIZATION_SERVER, LEDGERS, OPENAPI};
use khen_accounts::Issuer;
use khen_eventlog::LedgerId;
use khen_export::{Form, RegisterKind};

/// Where to go on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExportLinks")]
pub(super) struct LinksAnswer {
    /// All ledgers that the token reads; a template.
    ledgers: String,
    /// The feed from its beginning.
    events: String,
    /// The feed with all that may be asked of it; a template.
    feed: String,
    /// One event; a template.
    event: String,
    /// That an event is in the log; a template.
    proof: String,
    /// A document that an event names; a template.
    blob: String,
    /// The past in large pieces; a template.
    segments: String,
    /// The events of a segment; a template.
    segment_events: String,
    /// The manifest of a segment; a template.
    segment_manifest: String,
    /// What is in force now, by the name of the register; templates.
    registers: BTreeMap<&'static str, String>,
    /// Statutory tables, by the word of the form; templates.
    reports: BTreeMap<&'static str, String>,
    /// The copies that the client, or for an auditor anybody, keeps of the ledger.
    consumers: String,
    /// How far one of them is; a template.
    consumer: String,
    /// Where a consumer acknowledges; a template, for `PUT`.
    ack: String,
    /// The JSON Schema of a payload; a template.
    schema: String,
    /// The newest checkpoint.
    checkpoint: String,
    /// The newest checkpoint that witnesses cosigned.
    witnessed: String,
    /// Where and how clients ask for tokens (RFC 8414).
    authorization_server: &'static str,
    /// Where clients ask for tokens, as the server calls itself.
    token: String,
    /// The document of the API.
    openapi: &'static str,
    /// The document of the fan-out.
    asyncapi: String,
}

impl LinksAnswer {
    pub(super) fn of(ledger: &LedgerId, issuer: &Issuer) -> Self {
        let base = format!("/export/v1/{ledger}");
        let event = format!("{base}/events/{{pos}}");
        let segment = format!("{base}/segments/{{segment}}");
        let consumer = format!("{base}/consumers/{{id}}");
        let registers = RegisterKind::ALL.iter().map(|kind| {
            let asked = "{?changed_since,after,limit,format}";
            let name = kind.as_str();
            (name, format!("{base}/register/{name}{asked}"))
        });
        let reports = Form::all().iter().map(|form| {
            let form = form.form.as_str();
            (
                form,
                format!("{base}/reports/{form}{{?period,asof,format}}"),
            )
        });
        Self {
            ledgers: format!("{LEDGERS}{{?wait}}"),
            events: format!("{base}/events?from=0"),
            feed: format!(
                "{base}/events{{?from,limit,wait,type*,subject,unit,campaign,until_pos,\
                 recorded_from,recorded_to,data}}"
            ),
            proof: format!("{event}/proof{{?size}}"),
            blob: format!("{event}/blobs/sha256/{{hex}}"),
            event,
            segments: format!("{base}/segments{{?after}}"),
            segment_events: format!("{segment}/events.ndjson.zst"),
            segment_manifest: format!("{segment}/manifest.txt"),
            registers: registers.collect(),
            reports: reports.collect(),
            consumers: format!("{base}/consumers"),
            ack: format!("{consumer}/ack"),
            consumer,
            schema: format!("{base}/schemas/{{type}}/{{version}}"),
            checkpoint: format!("/log/{ledger}/checkpoint"),
            witnessed: format!("/log/{ledger}/witnessed"),
            authorization_server: AUTHORIZATION_SERVER,
            token: issuer.token_endpoint(),
            openapi: OPENAPI,
            asyncapi: format!("{base}/asyncapi.yaml"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::openapi_document;
    use khen_accounts::TOKEN_PATH;

    /// The path, and what may be asked in the query.
    fn parts(template: &str) -> (String, BTreeSet<String>) {
        let (path, asked) = template.split_once("{?").unwrap_or((template, "}"));
        let (path, _) = path.split_once('?').unwrap_or((path, ""));
        let names = asked.trim_end_matches('}').split(',');
        let names = names.filter(|name| !name.is_empty());
        (
            path.to_owned(),
            names
                .map(|name| name.trim_end_matches('*').into())
                .collect(),
        )
    }

    fn templates(links: &Value) -> Vec<String> {
        match links {
            Value::String(text) => vec![text.clone()],
            Value::Object(members) => members.values().flat_map(templates).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => Vec::new(),
        }
    }

    fn links() -> BTreeMap<String, BTreeSet<String>> {
        let ledger = LedgerId::parse("made-up").unwrap();
        let issuer = Issuer::parse("https://khen.example").unwrap();
        let links = serde_json::to_value(LinksAnswer::of(&ledger, &issuer)).unwrap();
        let templates = templates(&links);
        // The log speaks the protocol of its tiles, which is described elsewhere.
        let of_api = templates
            .iter()
            .filter(|template| !template.starts_with("/log/"));
        let named = of_api.map(|template| {
            let template = template.trim_start_matches("https://khen.example");
            let mut template = template.replace("made-up", "{ledger}");
            for form in Form::all() {
                let report = format!("/reports/{}", form.form);
                template = template.replace(&report, "/reports/{form}");
            }
            parts(&template)
        });
        let mut links = BTreeMap::<_, BTreeSet<_>>::new();
        for (path, asked) in named {
            links.entry(path).or_default().extend(asked);
        }
        links
    }

    fn asked_of(operation: &Value) -> BTreeSet<String> {
        let parameters = operation["parameters"].as_array();
        let parameters = parameters.into_iter().flatten();
        parameters
            .filter(|parameter| parameter["in"] == "query")
            .map(|parameter| parameter["name"].as_str().unwrap().to_owned())
            .collect()
    }

    #[test]
    fn the_links_are_what_the_export_has_with_all_that_may_be_asked() {
        let document = openapi_document();
        let links = links();
        for (path, asked) in &links {
            let item = document["paths"][path].as_object().expect(path);
            let operation = item.values().next().unwrap();
            assert_eq!(*asked, asked_of(operation), "{path}");
        }
        let paths = document["paths"].as_object().unwrap();
        let of_export = paths
            .keys()
            .filter(|path| path.starts_with("/export/v1/{ledger}/") || path.as_str() == TOKEN_PATH);
        for path in of_export {
            assert!(links.contains_key(path), "no link leads to {path}");
        }
    }
}
