//! A browser that reaches nothing.

use std::{fs, process::Command};

/// What this page, opened from a file in headless Chromium without a network, shows at the end: its HTML.
/// `then` is a script of its own, which runs once `run()` at the end of the page's script is through with
/// `turn`.
#[must_use]
pub fn page_shown(page: &str, then: &str) -> String {
    let place = tempfile::tempdir().expect("there is room for a folder");
    let file = place.path().join("page.html");
    fs::write(&file, resting(page, then)).expect("the page is written");
    let profile = place.path().join("profile");
    let output = Command::new("chromium")
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ])
        // Nothing is to be reached, and nothing asked for.
        .args([
            "--proxy-server=127.0.0.1:9",
            "--host-resolver-rules=MAP * ~NOTFOUND",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(["--virtual-time-budget=20000", "--dump-dom"])
        .arg(format!("file://{}", file.display()))
        .output()
        .expect("chromium runs; `tests/run` installs it");
    String::from_utf8(output.stdout).expect("a page is text")
}

/// The page, at work until it and `then` are done. The browser's virtual time runs out at once while the
/// page waits for its signatures, so the page keeps it busy as long as it is not at rest.
fn resting(page: &str, then: &str) -> String {
    let begun = "run();\n</script>";
    assert!(
        page.contains(begun),
        "the page runs at the end of its script"
    );
    let rest = format!(
        "run();
        let isAtRest = false;
        turn.then(async () => {{ {then} }}).then(() => {{ isAtRest = true; }});
        const busy = setInterval(() => {{
            if (isAtRest) clearInterval(busy);
            else for (let n = 0, x = 0; n < 5e6; n++) x = Math.imul(x + n, 31);
        }}, 20);
        </script>"
    );
    page.replace(begun, &rest)
}
