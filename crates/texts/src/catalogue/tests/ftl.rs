//! Reads Fluent as far as its tests need.

use std::collections::BTreeMap;

/// One message.
#[derive(Debug, Default)]
pub(super) struct Message {
    pub(super) value: String,
    pub(super) attributes: BTreeMap<String, String>,
}

/// The messages of a chapter, in order.
pub(super) fn read(chapter: &str) -> Vec<(String, Message)> {
    let mut messages: Vec<(String, Message)> = Vec::new();
    let mut attribute: Option<String> = None;
    for line in chapter.lines().filter(|line| !line.starts_with('#')) {
        let head = line.split_once(" =");
        match head {
            Some((id, text)) if id.starts_with(|first: char| first.is_ascii_lowercase()) => {
                attribute = None;
                let value = text.to_owned();
                messages.push((
                    id.to_owned(),
                    Message {
                        value,
                        ..Message::default()
                    },
                ));
                continue;
            }
            Some((name, text)) if name.starts_with("    .") => {
                let name = name.trim_start_matches("    .").to_owned();
                let message = last(&mut messages);
                message.attributes.insert(name.clone(), text.to_owned());
                attribute = Some(name);
                continue;
            }
            Some(_) | None => {}
        }
        if line.is_empty() {
            continue;
        }
        let message = last(&mut messages);
        let text = match &attribute {
            None => &mut message.value,
            Some(name) => message.attributes.entry(name.clone()).or_default(),
        };
        text.push_str(line);
    }
    messages
}

fn last(messages: &mut [(String, Message)]) -> &mut Message {
    let (_, message) = messages
        .last_mut()
        .expect("a chapter begins with a message");
    message
}

impl Message {
    fn patterns(&self) -> impl Iterator<Item = &str> {
        let attributes = self.attributes.values().map(String::as_str);
        attributes.chain([self.value.as_str()])
    }

    /// Names after `$`.
    pub(super) fn variables(&self) -> Vec<&str> {
        let after = |text| str::split(text, '$').skip(1);
        self.patterns().flat_map(after).map(identifier).collect()
    }

    /// Names between braces: other messages.
    pub(super) fn references(&self) -> Vec<&str> {
        let after = |text| str::split(text, "{ ").skip(1);
        self.patterns().flat_map(after).map(identifier).collect()
    }
}

fn identifier(text: &str) -> &str {
    let is_end = |one: char| !(one.is_ascii_alphanumeric() || one == '_' || one == '-');
    text.split(is_end).next().unwrap_or_default()
}
