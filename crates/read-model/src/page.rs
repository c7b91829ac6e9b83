//! Pages that follow a key.

use thiserror::Error;

use crate::limits::{PAGE_ROW_COUNT_DEFAULT, PAGE_ROW_COUNT_MAX, REGISTER_ROW_COUNT_MAX};

/// The number is not the size of a page, or the text does not say where a page begins.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PageError {
    /// Too few or too many rows.
    #[error("a page has 1 to {max} rows, not {asked}")]
    Size {
        /// What was asked.
        asked: usize,
        /// What may be asked.
        max: usize,
    },
    /// Not a place that an earlier page named.
    #[error("a page begins after a place that the page before it named")]
    After,
}

/// How many rows a page may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageSize(usize);

impl PageSize {
    /// # Errors
    /// [`PageError::Size`] for none or more than [`PAGE_ROW_COUNT_MAX`].
    pub fn try_new(rows: usize) -> Result<Self, PageError> {
        Self::within(PAGE_ROW_COUNT_MAX, rows)
    }

    /// The size of a page of a register.
    ///
    /// # Errors
    /// [`PageError::Size`] for none or more than [`REGISTER_ROW_COUNT_MAX`].
    pub fn of_register(rows: usize) -> Result<Self, PageError> {
        Self::within(REGISTER_ROW_COUNT_MAX, rows)
    }

    fn within(max: usize, asked: usize) -> Result<Self, PageError> {
        if (1..=max).contains(&asked) {
            Ok(Self(asked))
        } else {
            Err(PageError::Size { asked, max })
        }
    }

    /// How many rows.
    #[must_use]
    pub fn rows(self) -> usize {
        self.0
    }

    /// One more than the page has, so that it is known whether another follows.
    pub(crate) fn probe(self) -> u64 {
        self.0 as u64 + 1
    }
}

impl Default for PageSize {
    fn default() -> Self {
        Self(PAGE_ROW_COUNT_DEFAULT)
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows, in the order of the list.
    pub items: Vec<T>,
    /// What to ask for after this page; `None` on the last one.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Cuts off what is more than a page; `place` names where the next page begins, from the last
    /// row kept.
    pub fn cut(mut items: Vec<T>, size: PageSize, place: impl Fn(&T) -> String) -> Self {
        let is_more = items.len() > size.0;
        items.truncate(size.0);
        let next = items.last().filter(|_| is_more).map(place);
        Self { items, next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_bounded() {
        for (of, max) in [
            (PageSize::try_new as fn(usize) -> _, PAGE_ROW_COUNT_MAX),
            (PageSize::of_register, REGISTER_ROW_COUNT_MAX),
        ] {
            assert!(of(1).is_ok());
            assert!(of(max).is_ok());
            for asked in [0, max + 1] {
                assert_eq!(of(asked), Err(PageError::Size { asked, max }));
            }
        }
    }

    #[test]
    fn only_a_full_page_has_a_next_one() {
        let two = PageSize::try_new(2).unwrap();
        let page = Page::cut(vec![1, 2, 3], two, ToString::to_string);
        assert_eq!((page.items, page.next.as_deref()), (vec![1, 2], Some("2")));
        let page = Page::cut(vec![1, 2], two, ToString::to_string);
        assert_eq!((page.items, page.next), (vec![1, 2], None));
    }
}
