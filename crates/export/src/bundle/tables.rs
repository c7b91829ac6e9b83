//! Files of a bundle that are lists.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;

use super::{
    error::BundleError,
    evidence::{BundleDocument, DisclosedKey},
    pages::page_count,
    write::sha256,
};
use khen_eventlog::canonical;

/// `documents.csv` as RFC 4180 has it, with a mark that makes a spreadsheet read UTF-8.
pub(super) fn documents(documents: &[BundleDocument]) -> String {
    let mut csv = "\u{feff}sha256,media_type,name,signer,pages\r\n".to_owned();
    for document in documents {
        let pages = page_count(document).map(|pages| pages.to_string());
        let row = [
            hex::encode(sha256(&document.bytes)),
            cell(&document.media_type),
            cell(&document.name),
            cell(document.signer.as_deref().unwrap_or_default()),
            pages.unwrap_or_default(),
        ];
        csv.push_str(&row.join(","));
        csv.push_str("\r\n");
    }
    csv
}

/// A cell in quotes. One that a spreadsheet would take for a formula begins with an apostrophe.
fn cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let apostrophe = if is_formula { "'" } else { "" };
    format!("\"{apostrophe}{}\"", text.replace('"', "\"\""))
}

/// `values.ndjson`: a line for each key.
pub(super) fn value_keys(keys: &[DisclosedKey]) -> Result<Vec<u8>, BundleError> {
    let mut lines = Vec::new();
    for key in keys {
        let line = json!({
            "position": key.position.0,
            "pointer": key.pointer,
            "value": key.value,
            "owner": key.owner,
            "key": STANDARD.encode(key.key),
        });
        lines.extend(canonical(&line)?);
        lines.push(b'\n');
    }
    Ok(lines)
}

/// What a document is called in a bundle: by its hash, with an ending that opens it.
pub(super) fn document_path(document: &BundleDocument) -> String {
    let ending = match document.media_type.as_str() {
        "application/pdf" => "pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        _ => "bin",
    };
    format!(
        "documents/{}.{ending}",
        hex::encode(sha256(&document.bytes))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_never_becomes_a_formula_or_a_second_cell() {
        let document = BundleDocument {
            bytes: Vec::new(),
            media_type: "application/pdf".to_owned(),
            name: "=HYPERLINK(\"x\"),\nbáo cáo".to_owned(),
            signer: Some("Chủ tịch".to_owned()),
        };
        let csv = documents(&[document]);
        let row = csv.split_once("\r\n").unwrap().1;
        let expected = "\"application/pdf\",\"'=HYPERLINK(\"\"x\"\"),\nbáo cáo\",\"Chủ tịch\",\r\n";
        assert_eq!(row.split_once(',').unwrap().1, expected);
    }
}
