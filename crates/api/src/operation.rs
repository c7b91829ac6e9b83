//! One operation: what it is called, what it takes, what it answers, and who answers.
//!
//! The router and the OpenAPI document are both made of these, so they cannot differ.

use axum::{Extension, http::StatusCode, routing::MethodRouter};
use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::parts::Shared;
use khen_accounts::Scope;
use khen_texts::Problem;

/// Makes a schema with the generator of the document.
pub(crate) type MakeSchema = Box<dyn Fn(&mut SchemaGenerator) -> Schema>;

/// An operation of the API.
pub(crate) struct Operation {
    /// `operationId`.
    pub(crate) id: String,
    pub(crate) verb: Verb,
    /// The path, `{name}` for a part that varies.
    pub(crate) path: String,
    pub(crate) tag: Tag,
    pub(crate) summary: String,
    /// Whether a token is needed.
    pub(crate) needs_token: bool,
    /// What the token of a client must be good for; of the export, to read it, unless said otherwise.
    pub(crate) scope: Option<Scope>,
    /// Parts of the path that vary.
    pub(crate) path_parameters: &'static [Parameter],
    /// Headers besides those that every request may carry.
    pub(crate) headers: &'static [Header],
    /// An object whose members are the query parameters.
    pub(crate) query: Option<MakeSchema>,
    pub(crate) body: Option<Body>,
    pub(crate) answers: Vec<Answer>,
    pub(crate) problems: &'static [Problem],
    /// Problems that have a status of their own here.
    pub(crate) odd_problems: &'static [(StatusCode, Problem)],
    /// Whether a rule may stand against it.
    pub(crate) is_refusable: bool,
    pub(crate) handler: MethodRouter<Shared>,
}

/// How it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    Get,
    Post,
    Put,
}

/// What an operation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tag {
    Commands,
    Documents,
    Nominations,
    Decisions,
    Campaigns,
    People,
    Desk,
    Export,
    Audit,
    Operation,
}

/// A part of the path.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) is_required: bool,
    pub(crate) description: &'static str,
    /// What its value looks like, where another one is told to be malformed instead of not found.
    pub(crate) pattern: Option<&'static str>,
}

/// A header.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Header {
    pub(crate) name: &'static str,
    pub(crate) is_required: bool,
    pub(crate) description: &'static str,
    /// What its value looks like; none where any value is taken, or passed over.
    pub(crate) pattern: Option<&'static str>,
}

/// What is sent.
pub(crate) struct Body {
    /// Media types, each with the same schema.
    pub(crate) media_types: &'static [&'static str],
    /// `None` for bytes.
    pub(crate) schema: Option<MakeSchema>,
}

/// What is answered when all is well.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) description: &'static str,
    pub(crate) media_types: &'static [&'static str],
    /// `None` for bytes or text.
    pub(crate) schema: Option<MakeSchema>,
}

impl Answer {
    /// A JSON answer of this shape.
    pub(crate) fn json<T: JsonSchema + 'static>(
        status: StatusCode,
        description: &'static str,
    ) -> Self {
        let schema = Some(schema_of::<T>());
        Self {
            status,
            description,
            media_types: &["application/json"],
            schema,
        }
    }
}

/// The schema of a type, by reference.
pub(crate) fn schema_of<T: JsonSchema + 'static>() -> MakeSchema {
    Box::new(SchemaGenerator::subschema_for::<T>)
}

/// The schema of a type, spelled out.
pub(crate) fn members_of<T: JsonSchema + 'static>() -> MakeSchema {
    Box::new(T::json_schema)
}

impl Operation {
    /// A question that needs a token.
    pub(crate) fn question(
        id: &str,
        path: &str,
        summary: &str,
        handler: MethodRouter<Shared>,
    ) -> Self {
        Self {
            id: id.to_owned(),
            verb: Verb::Get,
            path: path.to_owned(),
            tag: Tag::Nominations,
            summary: summary.to_owned(),
            needs_token: true,
            scope: None,
            path_parameters: &[],
            headers: &[],
            query: None,
            body: None,
            answers: Vec::new(),
            problems: &[],
            odd_problems: &[],
            is_refusable: false,
            handler,
        }
    }

    /// What the token of a client must be good for; none is good for what has no scope.
    pub(crate) fn scope(&self) -> Option<Scope> {
        let usual = (self.tag == Tag::Export && self.needs_token).then_some(Scope::Read);
        self.scope.or(usual)
    }

    /// Its place in a router, where the door finds the scope.
    pub(crate) fn route(self) -> (String, MethodRouter<Shared>) {
        let handler = match self.scope() {
            Some(scope) => self.handler.route_layer(Extension(RequiredScope(scope))),
            None => self.handler,
        };
        (self.path, handler)
    }
}

/// What the token of a client must be good for, beside the request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RequiredScope(pub(crate) Scope);

impl Verb {
    /// The name of the member in a path item.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Post => "post",
            Self::Put => "put",
        }
    }
}

impl Tag {
    /// The name on the wire.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Commands => "commands",
            Self::Documents => "documents",
            Self::Nominations => "nominations",
            Self::Decisions => "decisions",
            Self::Campaigns => "campaigns",
            Self::People => "people",
            Self::Desk => "desk",
            Self::Export => "export",
            Self::Audit => "audit",
            Self::Operation => "operation",
        }
    }
}
