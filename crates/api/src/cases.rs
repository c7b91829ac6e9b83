//! Cases as the ledger has them: for whatever must not wait for rows.

use crate::{
    door::{Case, Reader},
    parts::Api,
    problem::Problem,
    streams,
};
use khen_codec::Decoded;
use khen_domain::{NominationId, State, StreamKey, nomination};
use khen_texts::Problem as Slug;

/// A case that the reader may see.
pub(crate) struct Seen {
    pub(crate) case: Box<nomination::Case>,
    pub(crate) events: Vec<Decoded>,
}

/// The case of a nomination, if the reader may see it.
///
/// # Errors
/// The problem `not-found` when there is none, or none for this reader; `forbidden` for roles that
/// see no case.
pub(crate) async fn seen(api: &Api, reader: &Reader, id: &NominationId) -> Result<Seen, Problem> {
    reader.sight()?;
    let stream = StreamKey::nomination(id);
    let events = streams::events(&*api.parts.store, &reader.ledger, &stream).await?;
    let State::Nomination(nomination::State::Present(case)) = streams::folded(&stream, &events)
    else {
        return Err(Problem::of(Slug::NotFound));
    };
    let (campaign, unit) = (case.campaign.as_str(), case.unit.as_str());
    let nominee_ref = case.nominee_ref.as_str();
    reader
        .must_see(
            api,
            Case {
                campaign,
                unit,
                nominee_ref,
            },
        )
        .await?;
    Ok(Seen { case, events })
}
