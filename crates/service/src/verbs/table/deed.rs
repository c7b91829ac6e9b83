//! One row of a table of verbs.

use clap::Command;

use super::Take;
use khen_domain::CommandKind;

/// What one line does: the command that it gives, and what is said with it.
#[derive(Debug)]
pub(crate) struct Deed {
    /// The word behind the verb.
    pub(crate) word: &'static str,
    /// The command.
    pub(crate) command: CommandKind,
    /// What it does, and who does it.
    pub(crate) about: &'static str,
    /// What stands behind `khen VERB WORD` in the example.
    pub(crate) example: &'static str,
    /// Its arguments, those without a name in their order.
    pub(crate) takes: &'static [Take],
}

impl Deed {
    /// How the deed is read and taught below its verb.
    pub(super) fn teach(&self, verb: &str) -> Command {
        let Self {
            word,
            about,
            example,
            ..
        } = self;
        let help = broken(&format!("khen {verb} {word} {example}"));
        let command = Command::new(*word)
            .about(*about)
            .after_help(format!("Example:\n  {help}"));
        self.takes
            .iter()
            .fold(command, |command, take| command.args(take.teach()))
    }
}

/// A line as it is typed over several lines of a terminal: broken between its words only.
fn broken(line: &str) -> String {
    const WIDTH: usize = 94;
    let mut text = String::new();
    let mut column = 0;
    for word in words(line) {
        let width = word.chars().count() + 1;
        if column + width > WIDTH {
            text.push_str(" \\\n      ");
            column = 4;
        } else if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
        column += width;
    }
    text
}

/// The words of a line; a space between ' and ' parts none.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut is_quoted = false;
    line.split(move |sign: char| {
        is_quoted ^= sign == '\'';
        sign == ' ' && !is_quoted
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_broken_between_words_that_are_not_quoted() {
        assert_eq!(broken("khen issue 'a b'"), "khen issue 'a b'");
        let long = format!("khen {} 'a b c d'", "x".repeat(83));
        let lines = broken(&long);
        assert_eq!(
            lines,
            format!("khen {} \\\n      'a b c d'", "x".repeat(83))
        );
    }
}
