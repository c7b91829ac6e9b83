//! The `AsyncAPI` document of the fan-out: what goes out in streams, made from the table of events.

use std::fmt::Write as _;

use khen_codec::event_types;
use khen_eventlog::{EventType, Payload};
use khen_export::Profile;

/// What stands before the channels.
const OPENING: &str = include_str!("asyncapi/opening.yaml");
/// The channel of checkpoints, behind those of events.
const CHECKPOINT: &str = include_str!("asyncapi/checkpoint.yaml");
/// What the messages have in common.
const COMMON: &str = include_str!("asyncapi/common.yaml");

/// The document (`AsyncAPI` 3.0, YAML), in which the schema of a type stands where `schema` says.
#[must_use]
pub fn asyncapi_document(schema: impl Fn(&EventType) -> String) -> String {
    let mut text = OPENING.replace("{release}", env!("CARGO_PKG_VERSION"));
    text.push_str("channels:\n");
    event_types().for_each(|event_type| channel(&mut text, event_type));
    text.push_str(CHECKPOINT);
    text.push_str("operations:\n");
    event_types().for_each(|event_type| operation(&mut text, &channel_name(event_type)));
    operation(&mut text, "checkpoint");
    text.push_str(COMMON);
    event_types().for_each(|event_type| message(&mut text, event_type, &schema(event_type)));
    text
}

/// One for each event; its versions share it.
fn channel(text: &mut String, event_type: &EventType) {
    let (name, version) = event_type.name_and_version();
    let lines = format!(
        "  {channel}:
    address: 'khen.evt.v1.{{ledger}}.{name}'
    parameters: {{ledger: {{$ref: '#/components/parameters/ledger'}}}}
    messages:
      v{version}: {{$ref: '#/components/messages/{message}'}}
",
        channel = channel_name(event_type),
        message = message_name(event_type),
    );
    text.push_str(&lines);
}

fn operation(text: &mut String, channel: &str) {
    let lines = format!(
        "  send{}: {{action: send, channel: {{$ref: '#/channels/{channel}'}}}}\n",
        capital(channel)
    );
    text.push_str(&lines);
}

fn message(text: &mut String, event_type: &EventType, schema: &str) {
    let lines = format!(
        "    {message}:
      name: {event_type}
      contentType: application/json
      headers: {{$ref: '#/components/schemas/headers'}}
      payload:
        schemaFormat: application/schema+json;version=2020-12
        schema:
          type: object
          required: [by, event]
          properties: {{event: {{$ref: '{schema}'}}}}
",
        message = message_name(event_type),
    );
    text.push_str(&lines);
    let is_withheld = |profile: &Profile| profile.payload(event_type) != Payload::Whole;
    let withheld = Profile::ALL.iter().copied().filter(is_withheld);
    let names: Vec<&str> = withheld.map(Profile::as_str).collect();
    if !names.is_empty() {
        let names = names.join(", ");
        writeln!(text, "      x-khen-withheld-from: [{names}]").expect("a string takes all text");
    }
}

/// `nominationNomineeProposed`.
fn channel_name(event_type: &EventType) -> String {
    let (name, _) = event_type.name_and_version();
    let mut words = name.split(['.', '_']);
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &capital(word))
}

/// `NominationNomineeProposedV1`.
fn message_name(event_type: &EventType) -> String {
    let (_, version) = event_type.name_and_version();
    format!("{}V{version}", capital(&channel_name(event_type)))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
