//! The body of each command.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::commands::CommandBody;
use khen_domain::CommandKind;

/// The body of a command: the envelope of all commands around the content of this one.
pub(crate) fn command_body(kind: CommandKind, generator: &mut SchemaGenerator) -> Schema {
    let mut body = CommandBody::json_schema(generator);
    let content = kind.schema(generator);
    let name = format!("{kind:?}");
    let reference = format!("#{}/{name}", generator.settings().definitions_path);
    generator.definitions_mut().insert(name, content.into());
    if let Some(members) = body
        .get_mut("properties")
        .and_then(|members| members.as_object_mut())
    {
        members.insert(
            "content".to_owned(),
            json_schema!({ "$ref": reference }).into(),
        );
    }
    body
}
