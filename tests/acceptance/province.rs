//! Many made-up authorities in one office.

use crate::house::House;

/// What `khen doctor` says of the size of each ledger.
fn sizes(house: &House) -> Vec<String> {
    let told = house.succeed(&["doctor"]);
    let sizes = told.lines().filter_map(|line| {
        let (_, ledger) = line.split_once("ledger xa-")?;
        let (size, _) = ledger.split_once(" events")?;
        Some(size.to_owned())
    });
    sizes.collect()
}

#[test]
fn a_province_is_made_once_and_each_authority_has_a_ledger() {
    let house = House::new();
    let made = || house.succeed(&["province", "--authorities", "3", "--campaigns", "2"]);
    let told = made();
    assert!(
        told.starts_with("3 authorities with 2 campaigns each"),
        "{told}"
    );
    let before = sizes(&house);
    assert_eq!(before.len(), 3);
    made();
    assert_eq!(sizes(&house), before);
}
