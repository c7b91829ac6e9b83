//! `khen serve` tells what is overdue, once, whoever starts it again.

use crate::house::{House, Serving};

/// How many commands of the ticker were carried out, once there are some.
fn looked(serving: &Serving) -> u64 {
    let metrics = serving.metrics();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        loop {
            let answer = crate::house::http().get(&metrics).send().await.unwrap();
            let text = answer.text().await.unwrap();
            let done = text.lines().find_map(|line| {
                let is_it = line.starts_with("khen_timer_commands_total") && line.contains("done");
                let count = is_it.then(|| line.rsplit(' ').next()).flatten();
                count.and_then(|count| count.parse().ok())
            });
            if let Some(done) = done {
                return done;
            }
            tokio::task::yield_now().await;
        }
    })
}

fn missed(house: &House) -> usize {
    let events = house.events();
    let missed = events
        .iter()
        .filter(|event| event.event_type.to_string() == "vn.khen.timer.deadline_missed.v1");
    missed.count()
}

/// Two years after its season nothing that waits in review is in time any more.
#[test]
fn what_is_overdue_is_told_once_and_not_again_after_a_restart() {
    let house = House::new();
    house.succeed(&["season", "--until", "review"]);
    let before = missed(&house);
    for _ in 0..2 {
        let serving = house.serve_with("serve", &[("KHEN_TIMER__POLL_MS", "10")]);
        assert!(looked(&serving) > 0);
        assert!(serving.stop());
    }
    let told = missed(&house);
    assert!(told > before, "{told} after {before}");
    let serving = house.serve_with("serve", &[("KHEN_TIMER__POLL_MS", "10")]);
    assert!(looked(&serving) > 0);
    assert!(serving.stop());
    assert_eq!(missed(&house), told);
}
