//! Every migration has a partner for the other database.

use std::collections::BTreeSet;

use crate::{
    tidy::{Finding, Rule},
    workspace::Workspace,
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "migrations",
    why: "the two stores keep one contract; a step that one of them lacks is a difference nobody decided",
    remedy: "add the migration with the same number and name; a partner with nothing to do holds one comment that says why",
    check,
};

const SQLITE: &str = "schemas/sqlite/";
const POSTGRES: &str = "schemas/postgres/";

fn check(workspace: &Workspace) -> Vec<Finding> {
    let (sqlite, postgres) = (names(workspace, SQLITE), names(workspace, POSTGRES));
    if postgres.is_empty() {
        return Vec::new();
    }
    let lacking = |folder: &'static str, name: &&str| {
        Finding::in_file(&format!("{folder}{name}"), "is missing; its partner exists")
    };
    let in_postgres = sqlite
        .difference(&postgres)
        .map(|name| lacking(POSTGRES, name));
    let in_sqlite = postgres
        .difference(&sqlite)
        .map(|name| lacking(SQLITE, name));
    in_postgres.chain(in_sqlite).collect()
}

fn names<'a>(workspace: &'a Workspace, folder: &str) -> BTreeSet<&'a str> {
    let files = workspace
        .files
        .iter()
        .filter(|file| file.has_extension("sql"));
    files
        .filter_map(|file| file.path.strip_prefix(folder))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::house;

    fn check_paths(paths: &[&str]) -> Vec<String> {
        let files: Vec<(&str, &str)> = paths.iter().map(|path| (*path, "")).collect();
        check(&house(&files))
            .into_iter()
            .map(|finding| finding.path)
            .collect()
    }

    #[test]
    fn one_database_alone_needs_no_partners() {
        assert!(check_paths(&["schemas/sqlite/rows/V1__a.sql"]).is_empty());
    }

    #[test]
    fn a_missing_partner_is_found_on_either_side() {
        let paths = ["schemas/sqlite/V1__a.sql", "schemas/postgres/V2__b.sql"];
        assert_eq!(
            check_paths(&paths),
            ["schemas/postgres/V1__a.sql", "schemas/sqlite/V2__b.sql"]
        );
    }
}
