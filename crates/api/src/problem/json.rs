//! What serde says of JSON that it cannot read, for programmers who do not know our types.

use super::Problem;

/// How serde begins to name a type of ours; on the wire it is an object.
const OBJECTS: &[&str] = &[
    "struct ",
    "tuple struct ",
    "internally tagged enum ",
    "adjacently tagged enum ",
    "a map",
];

/// What serde says when a member is meant and the place is the object around it.
const MEMBERS: &[&str] = &["missing field `", "unknown field `", "duplicate field `"];

/// The whole of a body: its members are named without it.
const BODY: &str = "body";

impl Problem {
    /// JSON that cannot be read: where, member by member, and why.
    pub(crate) fn unreadable(place: &str, detail: &str) -> Self {
        let named = member(detail).filter(|member| place.rsplit('.').next() != Some(member));
        let place = match named {
            None => place.to_owned(),
            Some(member) if place == BODY => member.to_owned(),
            Some(member) => format!("{place}.{member}"),
        };
        Self::malformed(place, &plain(detail))
    }
}

/// The member that `detail` names.
fn member(detail: &str) -> Option<&str> {
    let named = MEMBERS
        .iter()
        .find_map(|start| detail.strip_prefix(start))?;
    named.split_once('`').map(|(member, _)| member)
}

/// The detail without names of types, which mean nothing outside.
fn plain(detail: &str) -> String {
    const EXPECTED: &str = "expected ";
    let Some((said, expected)) = detail.rsplit_once(EXPECTED) else {
        return detail.to_owned();
    };
    if !OBJECTS.iter().any(|kind| expected.starts_with(kind)) {
        return detail.to_owned();
    }
    let place = expected.find(" at line ").map_or("", |at| &expected[at..]);
    format!("{said}{EXPECTED}an object{place}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(place: &str, detail: &str) -> (String, String) {
        let complaint = Problem::unreadable(place, detail).errors.remove(0);
        (complaint.place, complaint.detail)
    }

    fn is(place: &str, detail: &str) -> (String, String) {
        (place.to_owned(), detail.to_owned())
    }

    #[test]
    fn a_member_that_is_missing_or_unknown_is_the_place() {
        let missing = "missing field `campaign`";
        assert_eq!(told("content", missing), is("content.campaign", missing));
        assert_eq!(told("body", missing), is("campaign", missing));
        let unknown = "unknown field `role`, expected `content`";
        assert_eq!(told("content.role", unknown), is("content.role", unknown));
    }

    #[test]
    fn no_type_is_named() {
        let said = "invalid type: sequence, expected struct CommandBody with 4 elements";
        let plain = "invalid type: sequence, expected an object";
        assert_eq!(told("body", said), is("body", plain));
        let said = "invalid type: integer `1`, expected struct A at line 1 column 2";
        let plain = "invalid type: integer `1`, expected an object at line 1 column 2";
        assert_eq!(told("body", said), is("body", plain));
        let said = "invalid type: null, expected a string";
        assert_eq!(told("content.unit", said), is("content.unit", said));
    }
}
