//! Dates, moments, numbers and money, as each language writes them.
//!
//! The forms stand in the catalogues (`date-*`, `moment`, `money`); here are only digits.

use fluent_bundle::FluentArgs;
use jiff::civil::Date;

use crate::{Language, Texts, catalogue::Catalogue};
use khen_domain::{Dong, Moment, viet_nam};

impl Texts {
    /// A date on a screen: `05/02/2024`.
    #[must_use]
    pub fn date(&self, language: Language, date: Date) -> String {
        self.catalogue(language).date(date)
    }

    /// A date in a document: `ngày 05 tháng 02 năm 2024`.
    ///
    /// Days below 10 and months 1 and 2 have a leading zero. Source: NĐ 30/2020, annex I.
    #[must_use]
    pub fn document_date(&self, language: Language, date: Date) -> String {
        self.catalogue(language)
            .text("date-in-document", None, &date_facts(date))
    }

    /// An instant, in Vietnamese time: `17 giờ 00 ngày 29/11/2024 (giờ Việt Nam)`.
    #[must_use]
    pub fn moment(&self, language: Language, moment: Moment) -> String {
        self.catalogue(language).moment(moment)
    }

    /// A whole number: `1.234.567`.
    #[must_use]
    pub fn number(&self, language: Language, number: i64) -> String {
        grouped(language, number)
    }

    /// Basis points as a factor: 3000 is `0,3`.
    #[must_use]
    pub fn factor(&self, language: Language, basis_points: u32) -> String {
        let whole = grouped(language, i64::from(basis_points / 10_000));
        let decimals = format!("{:04}", basis_points % 10_000);
        match decimals.trim_end_matches('0') {
            "" => whole,
            decimals => format!("{whole}{}{decimals}", language.decimal_separator()),
        }
    }

    /// An amount of money: `300.000 đồng`.
    #[must_use]
    pub fn money(&self, language: Language, amount: Dong) -> String {
        let mut facts = FluentArgs::new();
        facts.set("amount", grouped(language, amount.0));
        self.catalogue(language).text("money", None, &facts)
    }
}

impl Catalogue {
    pub(crate) fn date(&self, date: Date) -> String {
        self.text("date-on-screen", None, &date_facts(date))
    }

    pub(crate) fn moment(&self, moment: Moment) -> String {
        let time = moment.timestamp().to_zoned(viet_nam());
        let mut facts = FluentArgs::new();
        facts.set("hour", format!("{:02}", time.hour()));
        facts.set("minute", format!("{:02}", time.minute()));
        facts.set("date", self.date(time.date()));
        self.text("moment", None, &facts)
    }
}

fn date_facts(date: Date) -> FluentArgs<'static> {
    let month_in_document = if date.month() < 3 {
        format!("{:02}", date.month())
    } else {
        date.month().to_string()
    };
    let mut facts = FluentArgs::new();
    facts.set("day", date.day().to_string());
    facts.set("day_padded", format!("{:02}", date.day()));
    facts.set("month", date.month());
    facts.set("month_padded", format!("{:02}", date.month()));
    facts.set("month_in_document", month_in_document);
    facts.set("year", date.year().to_string());
    facts
}

/// Digits in groups of three.
pub(crate) fn grouped(language: Language, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::from(if number < 0 { "-" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(language.group_separator());
        }
        text.push(digit);
    }
    text
}

/// Basis points as a percentage, without the sign: 8650 is `86,5`.
pub(crate) fn percentage(language: Language, basis_points: i64) -> String {
    let whole = grouped(language, basis_points / 100);
    let decimals = format!("{:02}", (basis_points % 100).abs());
    match decimals.trim_end_matches('0') {
        "" => whole,
        decimals => format!("{whole}{}{decimals}", language.decimal_separator()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::Language::{En, Vi};

    #[test]
    fn a_date_in_a_document_pads_days_below_ten_and_the_first_two_months() {
        let texts = Texts::new();
        let cases = [
            (date(2024, 2, 5), "ngày 05 tháng 02 năm 2024"),
            (date(2024, 3, 10), "ngày 10 tháng 3 năm 2024"),
            (date(2024, 12, 27), "ngày 27 tháng 12 năm 2024"),
        ];
        for (day, written) in cases {
            assert_eq!(texts.document_date(Vi, day), written);
        }
        assert_eq!(texts.document_date(En, date(2024, 2, 5)), "5 February 2024");
    }

    #[test]
    fn a_date_on_a_screen_is_short() {
        let texts = Texts::new();
        assert_eq!(texts.date(Vi, date(2024, 2, 5)), "05/02/2024");
        assert_eq!(texts.date(En, date(2024, 2, 5)), "5 February 2024");
    }

    #[test]
    fn a_moment_is_told_in_vietnamese_time() {
        let texts = Texts::new();
        let moment = Moment::new("2024-11-29T10:00:00Z".parse().unwrap());
        assert_eq!(
            texts.moment(Vi, moment),
            "17 giờ 00 ngày 29/11/2024 (giờ Việt Nam)"
        );
        assert_eq!(
            texts.moment(En, moment),
            "17:00 on 29 November 2024 (Viet Nam time)"
        );
    }

    #[test]
    fn numbers_stand_in_groups_of_three() {
        let texts = Texts::new();
        let cases = [
            (0, "0"),
            (999, "999"),
            (1_000, "1.000"),
            (1_234_567, "1.234.567"),
            (-12_345, "-12.345"),
        ];
        for (number, written) in cases {
            assert_eq!(texts.number(Vi, number), written);
        }
        assert_eq!(texts.number(En, 1_234_567), "1,234,567");
        assert_eq!(texts.money(Vi, Dong(710_000)), "710.000 đồng");
        assert_eq!(texts.money(En, Dong(710_000)), "VND 710,000");
    }

    #[test]
    fn basis_points_are_read_as_a_factor() {
        let texts = Texts::new();
        assert_eq!(texts.factor(Vi, 3_000), "0,3");
        assert_eq!(texts.factor(En, 4_500), "0.45");
        assert_eq!(texts.factor(Vi, 20_000), "2");
    }

    #[test]
    fn basis_points_are_read_as_a_percentage() {
        assert_eq!(percentage(Vi, 8_650), "86,5");
        assert_eq!(percentage(En, 8_605), "86.05");
        assert_eq!(percentage(Vi, 3_000), "30");
    }
}
