//! Papers of the demo: one-page PDF files that say what they stand for.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// A one-page PDF with a title, marked as made up. The same title gives the same bytes.
///
/// The text is ASCII: the fonts that every reader has know no Vietnamese.
pub(crate) fn paper(title: &str) -> Vec<u8> {
    let ascii: String = title
        .chars()
        .filter(|c| c.is_ascii() && !"()\\".contains(*c))
        .collect();
    let page =
        format!("BT /F1 16 Tf 72 760 Td (DU LIEU MINH HOA) Tj 0 -32 Td /F1 12 Tf ({ascii}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut pdf = "%PDF-1.4\n".to_owned();
    let mut table = String::new();
    for (index, object) in objects.iter().enumerate() {
        // An entry of the table is 20 bytes, the space before the line end among them.
        let _ = writeln!(table, "{:010} 00000 n ", pdf.len());
        let _ = write!(pdf, "{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    let start = pdf.len();
    let count = objects.len() + 1;
    let _ = write!(
        pdf,
        "xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R >>\n\
         startxref\n{start}\n%%EOF\n"
    );
    pdf.into_bytes()
}

/// The hash by which commands name the paper of this title.
pub(crate) fn sha256(title: &str) -> String {
    hex::encode(Sha256::digest(paper(title)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_object_stands_where_the_table_says() {
        let bytes = paper("To trinh (1)");
        let text = String::from_utf8(bytes.clone()).unwrap();
        let table = text.split("0000000000 65535 f \n").nth(1).unwrap();
        for (index, entry) in table.lines().take(5).enumerate() {
            let place: usize = entry[..10].parse().unwrap();
            assert!(text[place..].starts_with(&format!("{} 0 obj", index + 1)));
        }
        assert_eq!(bytes, paper("To trinh (1)"));
        assert_ne!(bytes, paper("To trinh (2)"));
    }
}
