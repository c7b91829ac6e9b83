//! kill −9 in the middle, and the same commands again.

use std::{
    io::{BufRead as _, BufReader},
    process::Stdio,
};

use crate::{
    house::{House, shape},
    seed::scaled,
};

/// Steps of the season after which it is killed; more of them with a larger test scale.
fn kill_points() -> Vec<usize> {
    let count = scaled(3);
    (0..count).map(|turn| 3 + turn * 250 / count).collect()
}

#[test]
fn a_season_that_was_killed_is_played_on_to_the_same_end() {
    let whole = House::new();
    whole.succeed(&["season"]);
    let expected = shape(&whole.events());
    for steps in kill_points() {
        let house = House::new();
        let acknowledged = kill_after(&house, steps);
        let survived = house.events().len();
        assert!(
            survived >= acknowledged,
            "{survived} events for {acknowledged} acknowledged steps"
        );
        house.succeed(&["season"]);
        assert_eq!(
            shape(&house.events()),
            expected,
            "killed after step {steps}"
        );
    }
}

/// Kills the season with SIGKILL as soon as it has told of this many steps.
fn kill_after(house: &House, steps: usize) -> usize {
    let mut command = house.khen(&["season"]);
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let told = lines
        .map_while(Result::ok)
        .filter(|line| line.starts_with("2024-"))
        .take(steps)
        .count();
    child.kill().unwrap();
    assert!(
        !child.wait().unwrap().success(),
        "the season was over before it was killed"
    );
    told
}
