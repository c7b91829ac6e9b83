//! Why a command was refused, in words.

use crate::{Facts, Language, Texts, facts};
use khen_domain::Refusal;

/// A refusal for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The rule that stands against the command.
    pub title: String,
    /// The facts of this case.
    pub detail: String,
    /// What can be done.
    pub remedy: String,
}

impl Texts {
    /// The words of a refusal.
    #[must_use]
    pub fn refusal(&self, language: Language, refusal: &Refusal) -> Words {
        let catalogue = self.catalogue(language);
        let members = facts::members(refusal);
        let facts = facts::readable(catalogue, &Facts::default(), &members);
        let id = format!("refusal-{}", refusal.code());
        Words {
            title: catalogue.text(&id, None, &facts),
            detail: catalogue.text(&id, Some("detail"), &facts),
            remedy: catalogue.text(&id, Some("remedy"), &facts),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use khen_domain::{Moment, org, submission};

    fn late() -> Refusal {
        let at = |time: &str| Moment::new(time.parse().unwrap());
        Refusal::Submission(submission::Refusal::DeadlinePassed {
            due: at("2024-11-29T10:00:00Z"),
            now: at("2024-11-29T10:20:00Z"),
        })
    }

    #[test]
    fn a_refusal_says_the_rule_the_facts_and_what_can_be_done() {
        let texts = Texts::new();
        assert_eq!(
            texts.refusal(Language::Vi, &late()),
            Words {
                title: "Hồ sơ phải gửi trong thời hạn".to_owned(),
                detail: "Thời hạn: 17 giờ 00 ngày 29/11/2024 (giờ Việt Nam). \
                         Hiện tại: 17 giờ 20 ngày 29/11/2024 (giờ Việt Nam)."
                    .to_owned(),
                remedy: "Liên hệ cơ quan nội vụ.".to_owned(),
            }
        );
        let english = texts.refusal(Language::En, &late());
        assert_eq!(english.title, "Dossiers are sent before the deadline");
    }

    #[test]
    fn a_fact_that_is_not_there_is_said_to_be_unknown() {
        let day = "2025-07-05".parse().unwrap();
        let refusal = Refusal::Org(org::Refusal::IssuerNotValid {
            day,
            valid_from: None,
            valid_until: None,
        });
        assert_eq!(
            Texts::new().refusal(Language::Vi, &refusal).detail,
            "Ngày 05/07/2025; cơ quan hoạt động từ chưa rõ đến chưa rõ."
        );
    }
}
