//! Writers in processes of their own: the benchmark runs itself again, once for each.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use super::many::Many;
use crate::machine::{Meter, Timed};
use khen_store_postgres::{Database, Options};

/// The first argument of a process that is one of several writers.
const MEMBER: &str = "member";
/// Appends of a member before the word: its connections are open then, and the server has their plans,
/// which is not what is measured.
const WARM_UP_APPEND_COUNT: usize = 1_280;
/// What a member says, and what it is told, each a line.
const READY: &str = "ready";
const GO: &str = "go";
const DONE: &str = "done";

/// What one process is to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The database.
    pub url: String,
    /// Its cases are numbered from here on, so that no two processes write the same.
    pub first_case: usize,
    /// How many appends it makes, to all ledgers in turn.
    pub append_count: usize,
}

impl Member {
    /// What this process was started for, if it was started by [`race`].
    ///
    /// # Errors
    /// When it was started in another way that looks like it.
    pub fn of_arguments() -> anyhow::Result<Option<Self>> {
        let arguments: Vec<String> = env::args().skip(1).collect();
        let [word, url, first_case, append_count] = arguments.as_slice() else {
            return Ok(None);
        };
        anyhow::ensure!(word == MEMBER, "the first argument is not {MEMBER}");
        Ok(Some(Self {
            url: url.clone(),
            first_case: first_case.parse()?,
            append_count: append_count.parse()?,
        }))
    }

    /// Prepares, waits for the word, writes with a crowd of writers, and says so.
    ///
    /// # Errors
    /// When an append is refused, or nobody listens.
    pub async fn run(&self, words: &mut impl BufRead, out: &mut impl Write) -> anyhow::Result<()> {
        let database = Database::connect(&Options::of(&self.url)).await?;
        let mut many = Many::open(&database, self.first_case);
        let warm_up = many.next(WARM_UP_APPEND_COUNT);
        many.append(warm_up).await?;
        let appends = many.next(self.append_count);
        writeln!(out, "{READY}")?;
        expect(words, GO)?;
        many.append(appends).await?;
        writeln!(out, "{DONE}")?;
        Ok(())
    }

    fn start(&self) -> anyhow::Result<Started> {
        let mut child = Command::new(env::current_exe()?)
            .args([MEMBER, &self.url])
            .args([self.first_case, self.append_count].map(|number| number.to_string()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let (Some(orders), Some(words)) = (child.stdin.take(), child.stdout.take()) else {
            anyhow::bail!("the member has no pipes");
        };
        Ok(Started {
            child,
            orders,
            words: BufReader::new(words),
        })
    }
}

struct Started {
    child: Child,
    orders: ChildStdin,
    words: BufReader<ChildStdout>,
}

/// Lets all members write at the same time, from the word until the last has finished.
///
/// # Errors
/// When a member fails.
pub fn race(members: &[Member]) -> anyhow::Result<Timed> {
    let started = members.iter().map(Member::start);
    let mut started = started.collect::<anyhow::Result<Vec<_>>>()?;
    for one in &mut started {
        expect(&mut one.words, READY)?;
    }
    let meter = Meter::start();
    for one in &mut started {
        writeln!(one.orders, "{GO}")?;
    }
    for one in &mut started {
        expect(&mut one.words, DONE)?;
    }
    let timed = meter.stop();
    for mut one in started {
        anyhow::ensure!(one.child.wait()?.success(), "a member failed");
    }
    Ok(timed)
}

fn expect(words: &mut impl BufRead, word: &str) -> anyhow::Result<()> {
    let mut line = String::new();
    words.read_line(&mut line)?;
    anyhow::ensure!(line.trim_end() == word, "heard {line:?} instead of {word}");
    Ok(())
}
