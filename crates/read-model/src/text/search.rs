//! What somebody looks for.

use sea_query::{Cond, Expr, ExprTrait, LikeExpr};

use super::{Folded, Spelled};

/// A text that is looked for: found with or without its diacritics, best with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    folded: Folded,
    spelled: Spelled,
}

impl Search {
    /// Looks for `text`; `None` when there is nothing to look for.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let folded = Folded::of(text);
        let is_something = !folded.as_str().is_empty();
        is_something.then(|| Self {
            folded,
            spelled: Spelled::of(text),
        })
    }

    /// Whether a folded column holds the text.
    pub(crate) fn is_in(&self, folded: Expr) -> Expr {
        folded.like(containing(self.folded.as_str()))
    }

    /// Whether a code, which has no marks and is written in capitals, holds the text.
    pub(crate) fn is_in_code(&self, code: Expr) -> Expr {
        code.like(containing(&self.folded.as_str().to_uppercase()))
    }

    /// 0 where one of the spelled columns holds the text with its diacritics, else 1: the better
    /// hits come first.
    pub(crate) fn rank(&self, spelled: impl IntoIterator<Item = Expr>) -> Expr {
        let pattern = containing(self.spelled.as_str());
        let exact = spelled.into_iter().fold(Cond::any(), |any, column| {
            any.add(column.like(pattern.clone()))
        });
        Expr::case(exact, 0_i64).finally(1_i64).into()
    }
}

/// The pattern of texts that contain `text`, in which no letter is a wildcard.
fn containing(text: &str) -> LikeExpr {
    let mut pattern = String::from("%");
    for letter in text.chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    LikeExpr::new(pattern).escape('\\')
}

#[cfg(test)]
mod tests {
    use sea_query::{Query, SqliteQueryBuilder};

    use super::*;

    #[test]
    fn nothing_is_not_looked_for() {
        assert_eq!(Search::of(" \t"), None);
        assert_eq!(Search::of("\u{301}"), None);
        assert!(Search::of("a").is_some());
    }

    #[test]
    fn no_letter_is_a_wildcard() {
        let search = Search::of("50%_Ạ\\").expect("there is something to look for");
        let statement = Query::select().expr(search.is_in(Expr::col("t"))).take();
        assert_eq!(
            statement.to_string(SqliteQueryBuilder),
            r#"SELECT "t" LIKE '%50\%\_a\\%' ESCAPE '\'"#
        );
    }
}
