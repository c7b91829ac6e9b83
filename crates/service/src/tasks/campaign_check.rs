//! `khen campaign check`

use std::{fs, path::Path, process::ExitCode};

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::{
    cli::{AnswerFormat, CampaignCheck},
    definitions::{DefinitionWords, Definitions, Explanation, Fault, Source, explain},
    output,
};
use khen_texts::{DefinitionLine as Line, Language, Texts};

/// Explains the campaign of a file; fails where something in it is wrong.
pub(crate) fn run(arguments: &CampaignCheck) -> anyhow::Result<ExitCode> {
    let files = [Some(&arguments.file), arguments.authority.as_ref()];
    let mut texts = Vec::new();
    for file in files.into_iter().flatten() {
        texts.push((file.display().to_string(), read(file)?));
    }
    let sources: Vec<Source<'_>> = texts
        .iter()
        .map(|(file, text)| Source { file, text })
        .collect();
    let texts = Texts::new();
    let words = DefinitionWords {
        texts: &texts,
        language: arguments.language.texts(),
    };
    let checked = Checked::of(&sources, &words);
    match arguments.format {
        AnswerFormat::Json => output::json(&checked.json(words.language))?,
        AnswerFormat::Text => output::line(&checked.text(&words))?,
    }
    let is_sound = checked.faults.is_empty();
    Ok(ExitCode::from(u8::from(!is_sound)))
}

fn read(file: &Path) -> anyhow::Result<String> {
    fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))
}

/// Campaigns as they were understood, and what is wrong with them.
struct Checked {
    explanations: Vec<(String, Explanation)>,
    faults: Vec<Fault>,
}

impl Checked {
    fn of(sources: &[Source<'_>], words: &DefinitionWords<'_>) -> Self {
        let (read, faults) = Definitions::read_as_far_as_possible(sources);
        let campaigns = read.campaigns.iter().map(|campaign| {
            let explanation = explain(campaign, read.authority.as_ref(), words);
            (campaign.campaign.to_string(), explanation)
        });
        Self {
            explanations: campaigns.collect(),
            faults,
        }
    }

    fn json(&self, language: Language) -> Value {
        let campaigns = self.explanations.iter().map(|(campaign, explanation)| {
            let mut told = json!(explanation);
            told["campaign"] = json!(campaign);
            told
        });
        let errors = self.faults.iter().map(|fault| fault.json(language));
        json!({
            "is_sound": self.faults.is_empty(),
            "campaigns": campaigns.collect::<Vec<_>>(),
            "errors": errors.collect::<Vec<_>>(),
        })
    }

    fn text(&self, words: &DefinitionWords<'_>) -> String {
        let mut lines = Vec::new();
        let explanations = self.explanations.iter().map(|(_, explanation)| explanation);
        for explanation in explanations.clone() {
            lines.extend(explanation.sections.iter().flat_map(|section| {
                let items = section.items.iter().flat_map(|item| {
                    let detail = item.detail.iter().map(|detail| format!("      {detail}"));
                    [format!("  {}", item.text)].into_iter().chain(detail)
                });
                [section.title.clone()]
                    .into_iter()
                    .chain(items)
                    .chain([String::new()])
            }));
        }
        let warnings: Vec<&str> = explanations
            .flat_map(|explanation| &explanation.warnings)
            .map(|warning| warning.text.as_str())
            .collect();
        lines.extend(listed(words, Line::WarningSection, &warnings));
        let errors: Vec<String> = self
            .faults
            .iter()
            .map(|fault| fault.worded(words.language))
            .collect();
        lines.extend(listed(words, Line::ErrorSection, &errors));
        let verdict = if errors.is_empty() {
            words.say(Line::Sound, &json!({ "warnings": warnings.len() }))
        } else {
            words.say(Line::Unsound, &json!({ "errors": errors.len() }))
        };
        lines.push(verdict);
        lines.join("\n")
    }
}

/// A heading and its list, where there is anything to tell.
fn listed(words: &DefinitionWords<'_>, heading: Line, list: &[impl AsRef<str>]) -> Vec<String> {
    if list.is_empty() {
        return Vec::new();
    }
    let items = list.iter().map(|item| format!("  - {}", item.as_ref()));
    [words.say(heading, &json!({}))]
        .into_iter()
        .chain(items)
        .chain([String::new()])
        .collect()
}
