//! Files that are known by their hash before they are asked for.

use super::{Pulling, Stop};
use crate::pull::part::Part;

/// What a file must be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Expected {
    pub(super) bytes: u64,
    pub(super) sha256: [u8; 32],
}

impl Pulling<'_> {
    /// Brings the file at this path to its end, from where it broke off.
    pub(super) async fn download(
        &self,
        path: &str,
        part: &mut Part,
        expected: Expected,
    ) -> Result<(), Stop> {
        // What an earlier run left behind may be torn: then once more, from the beginning.
        for _ in 0..2 {
            let was_begun = part.bytes() > 0;
            self.fill(path, part, expected).await?;
            if part.sha256()? == expected.sha256 {
                return Ok(());
            }
            part.restart()?;
            if !was_begun {
                break;
            }
        }
        Err(self.damaged(&format!("{path} is not the file that was told of")))
    }

    async fn fill(&self, path: &str, part: &mut Part, expected: Expected) -> Result<(), Stop> {
        if part.bytes() > expected.bytes {
            part.restart()?;
        }
        if part.bytes() == expected.bytes {
            return Ok(());
        }
        let rest = format!("bytes={}-", part.bytes());
        let tag = format!("\"{}\"", hex::encode(expected.sha256));
        let asked = [("range", rest.as_str()), ("if-range", tag.as_str())];
        let asked = if part.bytes() == 0 { &[][..] } else { &asked };
        let mut download = self.pull.client.download(path, asked).await?;
        let place = format!("bytes {}-", part.bytes());
        let range = download.header("content-range").unwrap_or_default();
        let is_rest = download.status() == 206 && range.starts_with(&place);
        if !is_rest {
            part.restart()?;
        }
        while let Some(piece) = download.piece().await? {
            let piece = piece.as_ref();
            if part.bytes() + piece.len() as u64 > expected.bytes {
                return Err(self.damaged(&format!("{path} is longer than was told")));
            }
            part.extend(piece)?;
        }
        if part.bytes() < expected.bytes {
            return Err(download.broken_off());
        }
        Ok(())
    }
}
