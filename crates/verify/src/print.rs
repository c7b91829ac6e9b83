//! A report, for people and for programs.

use std::io::{self, Write};

use serde_json::{Value, json};

use khen_audit::Witnessed;
use khen_verify::{Report, Said, Verdict};

/// Vietnamese first, English below it.
pub(crate) fn people(report: &Report) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let mut say = |mark: &str, said: &Said| writeln!(out, "{mark} {}\n  {}", said.vi, said.en);
    for count in report.counts.iter().filter(|count| count.number > 0) {
        let Said { vi, en } = count.of.words();
        let number = count.number;
        say(
            "·",
            &Said {
                vi: format!("{number} {vi}"),
                en: format!("{number} {en}"),
            },
        )?;
    }
    if let Some(witnessed) = &report.witnessed {
        say("·", &tree(witnessed))?;
    }
    for problem in &report.problems {
        let Said { vi, en } = problem.what.words();
        let at = &problem.at;
        let mark = match problem.what.verdict() {
            Verdict::Ok => "!",
            Verdict::ProofFailed | Verdict::PolicyNotMet | Verdict::Malformed => "✘",
        };
        say(
            mark,
            &Said {
                vi: format!("{at}: {vi}"),
                en: format!("{at}: {en}"),
            },
        )?;
    }
    if report.untold > 0 {
        let untold = report.untold;
        say(
            "✘",
            &Said {
                vi: format!("và {untold} lỗi nữa"),
                en: format!("and {untold} problems more"),
            },
        )?;
    }
    if report.keys.is_own_policy {
        say("!", &compare_keys())?;
        for key in report.keys.logs.iter().chain(&report.keys.witnesses) {
            writeln!(out, "    {key}")?;
        }
    }
    let verdict = report.verdict().words();
    writeln!(out, "{}\n{}", verdict.vi, verdict.en)
}

fn tree(witnessed: &Witnessed) -> Said {
    let (origin, size, root) = (&witnessed.origin, witnessed.tree.size, witnessed.tree.root);
    let names = witnessed
        .cosignatures
        .iter()
        .map(|one| format!("{} @{}", one.witness, one.at));
    let names = names.collect::<Vec<_>>().join(", ");
    Said {
        vi: format!("nhật ký {origin}, {size} sự kiện, mã gốc {root}; bên chứng kiến: {names}"),
        en: format!("log {origin}, {size} events, root {root}; witnessed by: {names}"),
    }
}

fn compare_keys() -> Said {
    Said {
        vi: "Khóa lấy từ chính gói này: hãy so với khóa in trong văn bản giao nhiệm vụ hoặc niêm yết công khai.".to_owned(),
        en: "These keys came with what was checked: compare them with the ones printed in the mandate or published.".to_owned(),
    }
}

/// One object; its members are the names in the code.
pub(crate) fn json(report: &Report) -> io::Result<()> {
    let counts = report.counts.iter();
    let counts = counts.map(|count| (count.of.code().to_owned(), count.number.into()));
    let problems = report.problems.iter().map(|problem| {
        let Said { vi, en } = problem.what.words();
        let code = problem.what.code();
        json!({ "at": problem.at, "code": code, "verdict": problem.what.verdict().code(), "vi": vi, "en": en })
    });
    let keys = &report.keys;
    let object = json!({
        "verdict": report.verdict().code(),
        "exit": report.verdict().exit_code(),
        "checked": counts.collect::<serde_json::Map<String, Value>>(),
        "problems": problems.collect::<Vec<_>>(),
        "untold": report.untold,
        "tree": report.witnessed.as_ref().map(tree_for_programs),
        "keys": { "own_policy": keys.is_own_policy, "logs": keys.logs, "witnesses": keys.witnesses },
    });
    writeln!(io::stdout().lock(), "{object}")
}

fn tree_for_programs(witnessed: &Witnessed) -> Value {
    let cosigned = witnessed.cosignatures.iter();
    let cosigned = cosigned.map(|one| json!({ "witness": one.witness, "time": one.at.seconds() }));
    json!({
        "origin": witnessed.origin.as_str(),
        "size": witnessed.tree.size,
        "root": witnessed.tree.root.to_string(),
        "cosigned": cosigned.collect::<Vec<_>>(),
    })
}
