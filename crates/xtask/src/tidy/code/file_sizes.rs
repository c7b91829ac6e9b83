//! Files stay small enough to read in one go.

use crate::{
    rust_file::RustFile,
    tidy::{Finding, Rule},
    workspace::Workspace,
};

pub(in crate::tidy) const RULE: Rule = Rule {
    name: "file-sizes",
    why: "a file that fits a head can be changed without fear; the length of functions is clippy's to watch",
    remedy: "look for the seam: one file per operation, per statement, per case; put the pieces in `foo/` beside `foo.rs`",
    check,
};

/// Lines of code in one file. Source: the house's bar; comments, blank lines and tests not counted.
const LINE_COUNT_MAX: usize = 600;
/// Lines of code in the middle file. Source: the house's bar.
const MEDIAN_MAX: usize = 120;
/// Lines of code in all but one file of twenty. Source: the house's bar.
const P95_MAX: usize = 400;

fn check(workspace: &Workspace) -> Vec<Finding> {
    let long = workspace.rust.iter().filter_map(|file| {
        let count = file.code_line_count();
        let wrong = format!("has {count} lines of code, at most {LINE_COUNT_MAX}");
        (count > LINE_COUNT_MAX).then(|| Finding::in_file(&file.path, wrong))
    });
    let sizes = sizes(workspace);
    let bars = [("median", 50, MEDIAN_MAX), ("p95", 95, P95_MAX)];
    let high = bars.into_iter().filter_map(|(name, percent, max)| {
        let count = percentile(&sizes, percent);
        let wrong = format!("the {name} of all files is {count} lines of code, at most {max}");
        (count > max).then(|| Finding::in_file("crates", wrong))
    });
    long.chain(high).collect()
}

/// One line about the sizes of all files.
#[must_use]
pub fn summary(workspace: &Workspace) -> String {
    let sizes = sizes(workspace);
    format!(
        "{} Rust files, lines of code: median {}, p95 {}, longest {}.",
        sizes.len(),
        percentile(&sizes, 50),
        percentile(&sizes, 95),
        percentile(&sizes, 100),
    )
}

/// Lines of code of every file that has some, in order.
fn sizes(workspace: &Workspace) -> Vec<usize> {
    let mut sizes: Vec<usize> = workspace
        .rust
        .iter()
        .map(RustFile::code_line_count)
        .collect();
    sizes.retain(|count| *count > 0);
    sizes.sort_unstable();
    sizes
}

/// The smallest size that `percent` of all files do not exceed.
fn percentile(sizes: &[usize], percent: usize) -> usize {
    let rank = (sizes.len() * percent).div_ceil(100);
    sizes.get(rank.saturating_sub(1)).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::made_up::{house, wrongs};

    #[test]
    fn a_long_file_is_found() {
        let text = "a();\n".repeat(LINE_COUNT_MAX + 1);
        let mut files = vec![("crates/a/src/long.rs", text.as_str())];
        files.extend(std::iter::repeat_n(("crates/a/src/b.rs", "b();\n"), 30));
        assert_eq!(
            wrongs(check(&house(&files))),
            ["has 601 lines of code, at most 600"]
        );
    }

    #[test]
    fn comments_and_tests_do_not_count() {
        let comments = "// said\n\n".repeat(LINE_COUNT_MAX);
        let tests = format!(
            "#[cfg(test)]\nmod tests {{\n{}}}\n",
            "a();\n".repeat(LINE_COUNT_MAX)
        );
        let text = format!("{comments}{tests}");
        assert!(check(&house(&[("crates/a/src/a.rs", &text)])).is_empty());
    }

    #[test]
    fn many_middling_files_break_the_median() {
        let text = "a();\n".repeat(MEDIAN_MAX + 1);
        let found = wrongs(check(&house(&[("crates/a/src/a.rs", &text)])));
        assert_eq!(
            found,
            ["the median of all files is 121 lines of code, at most 120"]
        );
    }

    #[test]
    fn a_percentile_is_a_size_that_occurs() {
        let sizes: Vec<usize> = (1..=20).collect();
        let found = [50, 95, 100].map(|percent| percentile(&sizes, percent));
        assert_eq!(found, [10, 19, 20]);
        assert_eq!(percentile(&[], 50), 0);
    }
}
