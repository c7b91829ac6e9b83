//! Answers that are too large to be held in memory, piece by piece.

use std::time::Duration;

use reqwest::Response;

use super::{
    Client, Stop,
    talk::{TIMEOUT, header_of},
};

/// How long a download may take in all, as long as it goes on.
const DOWNLOAD_TIMEOUT: Duration = Duration::from_hours(6);

/// An answer on its way.
pub(crate) struct Download {
    response: Response,
    url: String,
}

impl Client {
    /// Begins to fetch bytes as they are sent.
    pub(crate) async fn download(
        &self,
        path: &str,
        headers: &[(&str, &str)],
    ) -> Result<Download, Stop> {
        let request = self.asking(path, &[], headers).timeout(DOWNLOAD_TIMEOUT);
        let response = self.answered(request).await?;
        let url = self.shown();
        Ok(Download { response, url })
    }
}

impl Download {
    pub(crate) fn status(&self) -> u16 {
        self.response.status().as_u16()
    }

    /// A header of the answer.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        header_of(self.response.headers(), name)
    }

    /// The next piece; `None` at the end, where a broken-off answer may end as well.
    pub(crate) async fn piece(&mut self) -> Result<Option<impl AsRef<[u8]> + use<>>, Stop> {
        let piece = tokio::time::timeout(TIMEOUT, self.response.chunk()).await;
        let piece = piece.map_err(|_| self.broken_off())?;
        piece.map_err(|_| self.broken_off())
    }

    /// It ended before its end.
    pub(crate) fn broken_off(&self) -> Stop {
        Stop::Unclear {
            url: self.url.clone(),
        }
    }
}
