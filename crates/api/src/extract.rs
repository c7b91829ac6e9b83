//! Parts of a request, with our problems when they do not parse.

use axum::{
    extract::{FromRequestParts, Path as AxumPath, Query as AxumQuery},
    http::request::Parts,
};
use schemars::JsonSchema;
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error as _},
};
use serde_json::Number;

use crate::{parts::Shared, problem::Problem};
use khen_desk::whole;
use khen_eventlog::{Position, Version, limits::CANONICAL_INTEGER_MAX};

/// The parts of the path that vary.
pub(crate) struct Path<T>(pub(crate) T);

/// The query parameters.
pub(crate) struct Query<T>(pub(crate) T);

/// A position, a version or a size in a question, no larger than JSON keeps exactly.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(try_from = "u64")]
#[schemars(inline)]
pub(crate) struct Bound(u64);

impl Bound {
    /// Reads a number of a JSON body, whole also where it is written as a fraction.
    pub(crate) fn of_json<'de, D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        let number = Number::deserialize(json)?;
        let whole = || u64::try_from(whole(number.as_f64()?)?).ok();
        let number = number.as_u64().or_else(whole);
        let number = number.ok_or_else(|| D::Error::custom("expected a whole number from 0"))?;
        Self::try_from(number).map_err(D::Error::custom)
    }
}

impl TryFrom<u64> for Bound {
    type Error = String;

    fn try_from(number: u64) -> Result<Self, String> {
        if number > CANONICAL_INTEGER_MAX {
            return Err(format!("expected at most {CANONICAL_INTEGER_MAX}"));
        }
        Ok(Self(number))
    }
}

impl From<Bound> for Position {
    fn from(Bound(number): Bound) -> Self {
        Self(number)
    }
}

impl From<Bound> for Version {
    fn from(Bound(number): Bound) -> Self {
        Self(number)
    }
}

/// No query parameters: those of a slip of the pen are refused.
pub(crate) struct NoQuery;

impl<T: DeserializeOwned + Send> FromRequestParts<Shared> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Shared) -> Result<Self, Problem> {
        let AxumPath(value) = AxumPath::from_request_parts(parts, api).await?;
        Ok(Self(value))
    }
}

impl<T: DeserializeOwned + Send> FromRequestParts<Shared> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Shared) -> Result<Self, Problem> {
        let AxumQuery(value) = AxumQuery::from_request_parts(parts, api).await?;
        Ok(Self(value))
    }
}

impl FromRequestParts<Shared> for NoQuery {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Shared) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        if query.is_empty() {
            return Ok(Self);
        }
        let first = query.split(['=', '&']).next().unwrap_or_default();
        let detail = format!("unknown parameter `{first}`: none is taken here");
        Err(Problem::malformed("query", &detail))
    }
}
