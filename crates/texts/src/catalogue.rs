//! One language's messages.

use fluent_bundle::{
    FluentArgs, FluentError, FluentResource, FluentValue,
    concurrent::FluentBundle,
    resolver::{ResolverError, errors::ReferenceKind},
};

use crate::{Language, format};

/// The chapters of a catalogue, embedded.
macro_rules! chapters {
    ($language:literal) => {
        &[
            include_str!(concat!("../", $language, "/forms.ftl")),
            include_str!(concat!("../", $language, "/words.ftl")),
            include_str!(concat!("../", $language, "/standings.ftl")),
            include_str!(concat!("../", $language, "/problems.ftl")),
            include_str!(concat!("../", $language, "/lines.ftl")),
            include_str!(concat!("../", $language, "/refusals.ftl")),
            include_str!(concat!("../", $language, "/refusals-gates.ftl")),
            include_str!(concat!("../", $language, "/refusals-units.ftl")),
            include_str!(concat!("../", $language, "/refusals-desks.ftl")),
            include_str!(concat!("../", $language, "/refusals-review.ftl")),
            include_str!(concat!("../", $language, "/refusals-decision.ftl")),
            include_str!(concat!("../", $language, "/refusals-waitlists.ftl")),
            include_str!(concat!("../", $language, "/refusals-aftermath.ftl")),
            include_str!(concat!("../", $language, "/events.ftl")),
            include_str!(concat!("../", $language, "/events-aftermath.ftl")),
            include_str!(concat!("../", $language, "/words-aftermath.ftl")),
            include_str!(concat!("../", $language, "/events-decision.ftl")),
            include_str!(concat!("../", $language, "/events-waitlists.ftl")),
            include_str!(concat!("../", $language, "/words-decision.ftl")),
            include_str!(concat!("../", $language, "/timer.ftl")),
            include_str!(concat!("../", $language, "/refusals-sessions.ftl")),
            include_str!(concat!("../", $language, "/events-sessions.ftl")),
            include_str!(concat!("../", $language, "/words-sessions.ftl")),
            include_str!(concat!("../", $language, "/words-waitlists.ftl")),
            include_str!(concat!("../", $language, "/words-beside.ftl")),
            include_str!(concat!("../", $language, "/delegation.ftl")),
            include_str!(concat!("../", $language, "/interpretation.ftl")),
            include_str!(concat!("../", $language, "/complaint.ftl")),
            include_str!(concat!("../", $language, "/grants.ftl")),
            include_str!(concat!("../", $language, "/succession.ftl")),
            include_str!(concat!("../", $language, "/legacy.ftl")),
            include_str!(concat!("../", $language, "/identity.ftl")),
            include_str!(concat!("../", $language, "/definitions.ftl")),
            include_str!(concat!("../", $language, "/season.ftl")),
            include_str!(concat!("../", $language, "/amendment.ftl")),
            include_str!(concat!("../", $language, "/audits.ftl")),
        ]
    };
}

/// The text of every chapter of a language.
pub(crate) fn chapters(language: Language) -> &'static [&'static str] {
    match language {
        Language::Vi => chapters!("vi"),
        Language::En => chapters!("en"),
    }
}

/// Messages of one language, ready to be filled in.
pub(crate) struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The embedded catalogue, and what is wrong with it.
    pub(crate) fn read(language: Language) -> (Self, Vec<String>) {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // Isolation marks are for mixed directions of writing; both languages run left to right.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Vi => |value, _| grouped(Language::Vi, value),
            Language::En => |value, _| grouped(Language::En, value),
        }));
        let mut faults = Vec::new();
        for chapter in chapters(language) {
            let (resource, parse_errors) = match FluentResource::try_new((*chapter).to_owned()) {
                Ok(resource) => (resource, Vec::new()),
                Err((resource, errors)) => (resource, errors),
            };
            faults.extend(parse_errors.iter().map(ToString::to_string));
            if let Err(errors) = bundle.add_resource(resource) {
                faults.extend(errors.iter().map(ToString::to_string));
            }
        }
        (Self { language, bundle }, faults)
    }

    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// The message `id`, or its attribute, filled in; `None` when there is none.
    pub(crate) fn find(
        &self,
        id: &str,
        attribute: Option<&str>,
        facts: &FluentArgs<'_>,
    ) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(facts), &mut errors);
        let absent: Vec<_> = errors.iter().filter_map(absent_fact).collect();
        if absent.is_empty() {
            return Some(text.into_owned());
        }
        // A fact that the refusal or event does not have is said to be unknown.
        let known = facts.iter().map(|(name, fact)| (name, fact.clone()));
        let unknown = absent
            .into_iter()
            .map(|name| (name, self.plain("absent").into()));
        let facts: FluentArgs<'_> = known.chain(unknown).collect();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&facts), &mut Vec::new());
        Some(text.into_owned())
    }

    /// The message `id`, or its attribute, filled in.
    ///
    /// A message that is missing shows its name; the tests beside this file prove that none is.
    pub(crate) fn text(&self, id: &str, attribute: Option<&str>, facts: &FluentArgs<'_>) -> String {
        self.find(id, attribute, facts)
            .unwrap_or_else(|| id.to_owned())
    }

    /// A message without facts.
    pub(crate) fn plain(&self, id: &str) -> String {
        self.text(id, None, &FluentArgs::new())
    }
}

fn absent_fact(error: &FluentError) -> Option<&str> {
    match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => {
            Some(id)
        }
        FluentError::ResolverError(_)
        | FluentError::ParserError(_)
        | FluentError::Overriding { .. } => None,
    }
}

fn grouped(language: Language, value: &FluentValue<'_>) -> Option<String> {
    if let FluentValue::Number(number) = value {
        format!("{:.0}", number.value)
            .parse()
            .ok()
            .map(|whole| format::grouped(language, whole))
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
