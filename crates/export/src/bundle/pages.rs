//! How many pages a document has.

use std::panic::catch_unwind;

use lopdf::Document;

use super::evidence::BundleDocument;

const PDF: &str = "application/pdf";

/// The pages of a PDF, as its table of pages says; `None` for other files, and for one that is encrypted,
/// damaged, or has no such table. Text documents and sheets have pages only once they are printed.
pub(super) fn page_count(document: &BundleDocument) -> Option<u32> {
    if document.media_type != PDF {
        return None;
    }
    // Files of strangers are read here: one that a parser trips over has no count, and its bundle goes out.
    let read = catch_unwind(|| Document::load_metadata_mem(&document.bytes).ok());
    let found = read.ok()??;
    (found.page_count > 0).then_some(found.page_count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(media_type: &str, bytes: &[u8]) -> Option<u32> {
        page_count(&BundleDocument {
            bytes: bytes.to_vec(),
            media_type: media_type.to_owned(),
            name: String::new(),
            signer: None,
        })
    }

    /// A file with so many empty pages.
    fn pdf(count: usize) -> Vec<u8> {
        let kids: Vec<_> = (0..count)
            .map(|number| format!("{} 0 R", number + 3))
            .collect();
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            format!(
                "<< /Type /Pages /Kids [{}] /Count {count} >>",
                kids.join(" ")
            ),
        ];
        let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";
        objects.extend(vec![page.to_owned(); count]);
        let mut file = "%PDF-1.7\n".to_owned();
        let mut table = vec!["0000000000 65535 f \n".to_owned()];
        for (number, object) in (1..).zip(&objects) {
            table.push(format!("{:010} 00000 n \n", file.len()));
            file = format!("{file}{number} 0 obj\n{object}\nendobj\n");
        }
        let (start, size, table) = (file.len(), objects.len() + 1, table.concat());
        let trailer =
            format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        file = format!("{file}xref\n0 {size}\n{table}{trailer}");
        file.into_bytes()
    }

    #[test]
    fn pages_of_a_pdf_are_counted_and_of_nothing_else() {
        assert_eq!(pages(PDF, &pdf(6)), Some(6));
        assert_eq!(pages(PDF, &pdf(1)), Some(1));
        assert_eq!(pages("image/png", &pdf(6)), None);
        assert_eq!(pages(PDF, b"%PDF-1.7\n% no table\n"), None);
        assert_eq!(pages(PDF, b""), None);
    }

    #[test]
    fn a_torn_file_has_no_count_and_stops_nothing() {
        let whole = pdf(3);
        for length in 0..whole.len() {
            pages(PDF, &whole[..length]);
            let mut changed = whole.clone();
            changed[length] ^= 1;
            pages(PDF, &changed);
        }
    }
}
