//! Words of the domain as values of a command line.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use schemars::{JsonSchema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Takes the words of an enum of the domain, and teaches them with what its documentation says.
pub(crate) fn word<T>() -> impl TypedValueParser<Value = T>
where
    T: JsonSchema + DeserializeOwned + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(words::<T>())
        .map(|word| read(&word).expect("the schema names only words that are read"))
}

/// Reads one word where it is only a part of a value.
pub(crate) fn read<T: JsonSchema + DeserializeOwned>(word: &str) -> Result<T, String> {
    serde_json::from_value(Value::from(word)).map_err(|_| {
        let words = words::<T>();
        let words: Vec<&str> = words.iter().map(PossibleValue::get_name).collect();
        format!("{word:?} is none of {}", words.join(", "))
    })
}

/// The words of an enum, each with what its documentation says.
pub(crate) fn words<T: JsonSchema>() -> Vec<PossibleValue> {
    let schema = T::json_schema(&mut SchemaGenerator::default()).to_value();
    let plain = schema["enum"].as_array().into_iter().flatten();
    let told = schema["oneOf"].as_array().into_iter().flatten();
    let plain = plain
        .filter_map(Value::as_str)
        .map(|word| PossibleValue::new(word.to_owned()));
    let told = told.filter_map(|one| {
        let word = PossibleValue::new(one["const"].as_str()?.to_owned());
        let help = one["description"].as_str().unwrap_or_default();
        Some(word.help(help.trim_end_matches('.').to_owned()))
    });
    plain.chain(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use khen_domain::{DocumentKind, Finding, council_session::Choice, hold::HoldGround};

    #[test]
    fn words_are_those_that_the_domain_reads() {
        let names = |words: Vec<PossibleValue>| -> Vec<String> {
            words
                .iter()
                .map(|word| word.get_name().to_owned())
                .collect()
        };
        assert_eq!(names(words::<Choice>()), ["for", "against", "abstain"]);
        assert!(
            words::<Finding>()
                .iter()
                .all(|word| word.get_help().is_some())
        );
        for word in names(words::<HoldGround>()) {
            assert!(read::<HoldGround>(&word).is_ok(), "{word}");
        }
        let told = read::<DocumentKind>("letter").unwrap_err();
        assert!(told.contains("submission_letter"), "{told}");
    }
}
