//! People, as people speak of them: by name, title or role instead of an id.

use serde_json::Value;

use super::{Client, Stop};
use khen_domain::Role;
use khen_read_model::Folded;
use khen_texts::Line;

/// Somebody of the directory.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    /// The id.
    pub(crate) person: String,
    /// The name, unless the person is erased.
    pub(crate) name: Option<String>,
}

impl Client {
    /// The assignment that is meant, with one of these roles; any role when there are none.
    pub(crate) async fn assignment(&self, asked: &str, roles: &[Role]) -> Result<String, Stop> {
        if asked.starts_with("a-") {
            return Ok(asked.to_owned());
        }
        let held = self.held(asked, roles).await?;
        let [one] = held.as_slice() else {
            return Err(which(asked, &held));
        };
        Ok(text(one, "assignment").to_owned())
    }

    /// The person that is meant among those who hold one of these roles.
    pub(crate) async fn holder(&self, asked: &str, roles: &[Role]) -> Result<String, Stop> {
        if asked.starts_with("p-") {
            return Ok(asked.to_owned());
        }
        let held = self.held(asked, roles).await?;
        let mut people: Vec<&str> = held.iter().map(|one| text(one, "person")).collect();
        people.sort_unstable();
        people.dedup();
        let [one] = people.as_slice() else {
            return Err(which(asked, &held));
        };
        Ok((*one).to_owned())
    }

    /// The person that is meant in a unit.
    pub(crate) async fn person(&self, asked: &str, unit: &str) -> Result<Person, Stop> {
        let people = self.all("/api/v1/people", &[("unit", unit)]).await?;
        let found = best(asked, people, &["person", "name"]);
        let [one] = found.as_slice() else {
            return Err(which(asked, &found));
        };
        Ok(Person {
            person: text(one, "person").to_owned(),
            name: one["name"].as_str().map(str::to_owned),
        })
    }

    /// The unit that is named, or that of whoever asks.
    pub(crate) async fn unit_or_own(&self, named: Option<&str>) -> Result<String, Stop> {
        if let Some(unit) = named {
            return Ok(unit.to_owned());
        }
        let me = self.ask("/api/v1/me", &[]).await?;
        let unit = me["unit"].as_str().map(str::to_owned);
        unit.ok_or_else(|| Stop::here(Line::NoUnit, []))
    }

    /// The person who asks.
    pub(crate) async fn myself(&self) -> Result<String, Stop> {
        let me = self.ask("/api/v1/me", &[]).await?;
        Ok(text(&me, "principal").to_owned())
    }

    /// The assignment under which whoever asks acts.
    pub(crate) async fn own_assignment(&self) -> Result<String, Stop> {
        let me = self.ask("/api/v1/me", &[]).await?;
        Ok(text(&me, "assignment").to_owned())
    }

    async fn held(&self, asked: &str, roles: &[Role]) -> Result<Vec<Value>, Stop> {
        let mut held = Vec::new();
        if roles.is_empty() {
            held = self.all("/api/v1/assignments", &[]).await?;
        }
        for role in roles {
            let query = [("role", role.as_str())];
            held.extend(self.all("/api/v1/assignments", &query).await?);
        }
        Ok(best(asked, held, &["role", "name", "title"]))
    }
}

/// Those whose members are what is asked; else those whose members begin with it; else those whose
/// members hold it. Neither case nor diacritics make a difference.
fn best(asked: &str, all: Vec<Value>, members: &[&str]) -> Vec<Value> {
    let asked = Folded::of(asked);
    let likeness = |one: &Value| {
        let likeness = members.iter().filter_map(|member| {
            let member = Folded::of(text(one, member));
            match member.as_str().find(asked.as_str()) {
                Some(0) if member == asked => Some(Likeness::Equal),
                Some(0) => Some(Likeness::Begins),
                Some(_) => Some(Likeness::Holds),
                None => None,
            }
        });
        likeness.min()
    };
    let most = all.iter().filter_map(likeness).min();
    let is_most = |one: &Value| most.is_some() && likeness(one) == most;
    all.into_iter().filter(is_most).collect()
}

/// How well somebody fits what is asked, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Equal,
    Begins,
    Holds,
}

fn which(asked: &str, found: &[Value]) -> Stop {
    if found.is_empty() {
        return Stop::here(Line::Nobody, [("asked", asked)]);
    }
    let mut stop = Stop::here(Line::Several, [("asked", asked)]);
    if let Stop::Here { choices, .. } = &mut stop {
        choices.extend(found.iter().map(choice));
    }
    stop
}

/// The id that says who is meant, and what tells people apart.
fn choice(one: &Value) -> String {
    let id = one["assignment"].as_str().unwrap_or(text(one, "person"));
    let rest = ["role", "name", "title", "unit", "until"].map(|member| text(one, member));
    let rest: Vec<&str> = rest.into_iter().filter(|text| !text.is_empty()).collect();
    format!("{id}  {}", rest.join(", "))
}

fn text<'a>(one: &'a Value, member: &str) -> &'a str {
    one[member].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(asked: &str) -> Vec<String> {
        let all = vec![
            json!({ "assignment": "a-1", "role": "chairman", "name": "Trần Minh Họa", "title": "Chủ tịch" }),
            json!({ "assignment": "a-2", "role": "council_chair", "name": "Trần Minh Họa", "title": "Chủ tịch Hội đồng" }),
            json!({ "assignment": "a-3", "role": "reviewer", "name": "Điểu Ví Dụ", "title": "Chuyên viên" }),
        ];
        let found = best(asked, all, &["role", "name", "title"]);
        let id = |one: &Value| text(one, "assignment").to_owned();
        found.iter().map(id).collect()
    }

    #[test]
    fn people_are_found_by_role_name_and_title() {
        assert_eq!(found("chairman"), ["a-1"]);
        assert_eq!(found("dieu vi du"), ["a-3"]);
        assert_eq!(found("Ví Dụ"), ["a-3"]);
        assert_eq!(found("chủ tịch hội đồng"), ["a-2"]);
        assert_eq!(found("Trần Minh Họa"), ["a-1", "a-2"]);
        assert!(found("Lê Văn Kiểm Thử").is_empty());
    }

    #[test]
    fn who_fits_exactly_goes_before_who_fits_in_part() {
        assert_eq!(found("Chủ tịch"), ["a-1"]);
        assert_eq!(found("chủ t"), ["a-1", "a-2"]);
        assert_eq!(found("điểu"), ["a-3"]);
        assert_eq!(found("hội đồng"), ["a-2"]);
    }
}
