//! From the table of operations to routers.

use std::sync::Arc;

use axum::{Router, middleware};
use tower_http::catch_panic::CatchPanicLayer;

use crate::{
    layers::{accompany, bound_in_time, broken},
    log,
    names::{self, OPENAPI},
    operation::Operation,
    operations,
    parts::{Api, ApiParts, Shared},
    problem::Problem,
};
use khen_texts::Problem as Slug;

/// One router per listener.
pub struct Routers {
    /// For everybody.
    pub public: Router,
    /// For the operator: health and measures.
    pub internal: Router,
}

/// The API over these parts.
#[must_use]
pub fn routers(parts: ApiParts) -> Routers {
    names::describe();
    let api = Arc::new(Api::new(parts));
    Routers {
        public: router(&api, operations::public(), log::routes()),
        internal: router(&api, operations::internal(), Router::new()),
    }
}

fn router(api: &Shared, operations: Vec<Operation>, others: Router<Shared>) -> Router {
    let routes = operations.into_iter().fold(others, |router, operation| {
        let (path, handler) = operation.route();
        router.route(&path, handler)
    });
    routes
        .fallback(async || Problem::of(Slug::NotFound).with_fact("addresses", OPENAPI))
        .method_not_allowed_fallback(async || Problem::of(Slug::MethodNotAllowed))
        .layer(middleware::from_fn(bound_in_time))
        .layer(CatchPanicLayer::custom(broken))
        .layer(middleware::from_fn_with_state(Arc::clone(api), accompany))
        .with_state(Arc::clone(api))
}
