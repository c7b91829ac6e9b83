//! The profiles that come with the program: an authority, its people, a campaign, and its season.
//!
//! A profile is data alone. Everything that plays, loads or explains one takes it as an argument, and
//! nothing else in the program knows its name, its offices or its numbers.

use crate::definitions::Source;

macro_rules! profile {
    (
        $name:literal: $authority:literal, $people:literal, $campaign:literal,
        $($steps:literal),+ $(,)?
    ) => {
        Profile {
            name: $name,
            definitions: [
                text!("schemas/definitions/", $authority),
                text!("schemas/definitions/", $people),
                text!("schemas/definitions/", $campaign),
            ],
            season: text!("crates/service/seasons/", $name, "/season.toml"),
            steps: &[$(text!("crates/service/seasons/", $name, "/", $steps)),+],
        }
    };
}

macro_rules! text {
    ($($part:literal),+) => {
        Source {
            file: concat!($($part),+),
            text: include_str!(concat!("../../../", $($part),+)),
        }
    };
}

/// Definitions that belong together, and how a season of theirs is played.
#[derive(Debug)]
pub(crate) struct Profile {
    /// The word on the command line.
    pub(crate) name: &'static str,
    /// Authority, people, campaign.
    pub(crate) definitions: [Source<'static>; 3],
    /// Units, nominees, and where they end.
    pub(crate) season: Source<'static>,
    /// Dated steps, group by group in the order of their dates.
    pub(crate) steps: &'static [Source<'static>],
}

/// The profile that is played where none is chosen.
pub(crate) const DEFAULT: &str = "hon-quan-2024";

/// All of them.
pub(crate) const PROFILES: &[Profile] = &[
    profile!(
        "hon-quan-2024":
        "hon-quan-2024.authority.toml", "hon-quan-2024.people.toml", "cchc-2024.campaign.toml",
        "01-launch.toml",
        "02-roll-out.toml",
        "03-allocation.toml",
        "04-proposals.toml",
        "05-unit-votes.toml",
        "06-letters.toml",
        "07-review-begins.toml",
        "08-hold-lifted.toml",
        "09-review-ends.toml",
        "10-council.toml",
        "11-chairman.toml",
        "12-issue.toml",
        "13-closing.toml",
        "14-amended.toml",
        "15-end.toml",
    ),
    profile!(
        "hon-quan-2023":
        "hon-quan-2024.authority.toml", "hon-quan-2024.people.toml", "mot-cua-2023.campaign.toml",
        "01-launch.toml",
        "02-allocation.toml",
        "03-unit-votes.toml",
        "04-letters.toml",
        "05-review.toml",
        "06-council.toml",
        "07-chairman.toml",
        "08-issue.toml",
    ),
    profile!(
        "commune-2025":
        "commune-2025.authority.toml", "commune-2025.people.toml", "commune-2025.campaign.toml",
        "01-launch.toml",
        "02-allocation.toml",
        "03-unit-votes.toml",
        "04-letters.toml",
        "05-review-begins.toml",
        "06-review-ends.toml",
        "07-council.toml",
        "08-chairman.toml",
        "09-issue.toml",
        "10-closing.toml",
    ),
];

/// The profile of this name, as the command line takes it.
///
/// # Errors
/// When there is none; the message names those that there are.
pub(crate) fn named(name: &str) -> Result<&'static Profile, String> {
    let found = PROFILES.iter().find(|profile| profile.name == name);
    found.ok_or_else(|| {
        let names: Vec<&str> = PROFILES.iter().map(|profile| profile.name).collect();
        format!("choose one of {}", names.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    #[test]
    fn the_default_is_a_profile() {
        assert_eq!(named(DEFAULT).unwrap().name, DEFAULT);
        let told = named("nowhere-2024").unwrap_err();
        assert!(told.contains(DEFAULT), "{told}");
    }

    #[test]
    fn every_file_of_a_season_is_played_in_the_order_of_its_name() {
        let seasons = Path::new(env!("CARGO_MANIFEST_DIR")).join("seasons");
        let mut folders = BTreeSet::new();
        for profile in PROFILES {
            let files = fs::read_dir(seasons.join(profile.name)).unwrap();
            let files: BTreeSet<String> = files
                .map(|file| file.unwrap().file_name().into_string().unwrap())
                .filter(|file| file != "season.toml")
                .collect();
            let told: Vec<&str> = profile
                .steps
                .iter()
                .filter_map(|source| source.file.rsplit('/').next())
                .collect();
            assert_eq!(files.iter().map(String::as_str).collect::<Vec<_>>(), told);
            folders.insert(profile.name.to_owned());
        }
        let found = fs::read_dir(seasons).unwrap();
        let found: BTreeSet<String> = found
            .map(|folder| folder.unwrap().file_name().into_string().unwrap())
            .collect();
        assert_eq!(found, folders);
    }
}
