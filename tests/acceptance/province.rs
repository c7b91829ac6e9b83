//! Many made-up authorities in one office, under its one master key.

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

#[test]
fn the_master_key_of_another_office_is_refused() {
    let (house, other) = (House::new(), House::new());
    for one in [&house, &other] {
        one.succeed(&["province", "--authorities", "1", "--campaigns", "0"]);
    }
    let key = |house: &House| house.data().join("secrets/master.key");
    std::fs::copy(key(&other), key(&house)).unwrap();
    let told = house.fail(&["rebuild", "--hash-only"]);
    assert!(
        told.contains("is not the master key of this office"),
        "{told}"
    );
}
