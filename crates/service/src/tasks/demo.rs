//! `khen demo`

use std::{
    fs,
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use serde_json::{Value, json};

use super::season::{Demo, PlayedBy, Theatre, played};
use crate::{
    cli::DemoArguments,
    config::Config,
    lifecycle, output,
    season::{Part, Script, Who, say},
};
use khen_domain::Role;
use khen_texts::{Language, SeasonLine as Line, Texts};

/// Folder of the tokens, in the data folder.
const TOKENS: &str = "tokens";

pub(crate) async fn run(config: &Config, arguments: &DemoArguments) -> anyhow::Result<()> {
    let script = Script::of(arguments.profile.chosen)?;
    let played_by = PlayedBy {
        profile: arguments.profile.chosen,
        until: arguments.until,
        copies: 1,
        beside: script.beside()?,
    };
    let demo = played(config, script, played_by, Vec::new()).await?;
    let url = demo.theatre.servers().concat();
    let texts = Texts::new();
    let folder = config.data.join(TOKENS);
    write_tokens(&demo, &folder)?;
    let program = std::env::args().next().unwrap_or_else(|| "khen".to_owned());
    let told = Told {
        demo: &demo,
        url: &url,
        texts: &texts,
        folder: &folder,
        program: &program,
    };
    output::line(&told.people())?;
    output::line(&told.desks().await?)?;
    if let Some(lines) = told.one_nomination()? {
        output::line(&lines)?;
    }
    let stop = lifecycle::stop_signal();
    output::line(&format!("Serving on {url} (Ctrl-C: dừng / stop)"))?;
    stop.await;
    if let Theatre::Here(server) = demo.theatre {
        server.stop().await;
    }
    Ok(())
}

/// One file for each assignment, for its owner's eyes only.
fn write_tokens(demo: &Demo, folder: &Path) -> anyhow::Result<()> {
    let context = || format!("could not write the tokens to {}", folder.display());
    fs::create_dir_all(folder).with_context(context)?;
    for (who, part) in demo.season.player.cast().parts() {
        let file = fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(token_file(folder, who));
        let mut file = file.with_context(context)?;
        writeln!(file, "{}", part.token).with_context(context)?;
    }
    Ok(())
}

fn token_file(folder: &Path, who: &Who) -> PathBuf {
    folder.join(format!("{}.{}", who.handle, who.role.as_str()))
}

/// What the demo tells after the report.
struct Told<'a> {
    demo: &'a Demo,
    url: &'a str,
    texts: &'a Texts,
    folder: &'a Path,
    program: &'a str,
}

impl Told<'_> {
    /// Who is who: role, name, unit, and the file with the token.
    fn people(&self) -> String {
        let mut lines = vec![String::new(), self.say(Line::People, &json!({}))];
        for (who, part) in self.demo.season.player.cast().parts() {
            let file = token_file(self.folder, who);
            lines.push(format!(
                "  {}: {}, {}  {}",
                self.texts.role(Language::Vi, who.role),
                part.name,
                part.unit_name,
                file.display()
            ));
        }
        lines.push(String::new());
        lines.join("\n")
    }

    /// For each desk where something waits, a line that shows it.
    async fn desks(&self) -> anyhow::Result<String> {
        let mut lines = vec![self.say(Line::Desks, &json!({})), String::new()];
        for (who, part) in self.demo.season.player.cast().parts() {
            let count = self.waiting(who).await?;
            if count == 0 {
                continue;
            }
            lines.push(format!("  # {}", self.desk(who, part, count)));
            lines.push(format!("  {}", self.command(who, "queue")));
        }
        lines.push(String::new());
        Ok(lines.join("\n"))
    }

    fn desk(&self, who: &Who, part: &Part, count: usize) -> String {
        let facts = json!({
            "count": count,
            "role": who.role,
            "name": part.name,
            "unit_name": part.unit_name,
        });
        self.say(Line::Desk, &facts)
    }

    /// How many things wait for somebody; for who may ask for no queue, none.
    async fn waiting(&self, who: &Who) -> anyhow::Result<usize> {
        if matches!(who.role, Role::Auditor | Role::ExportClient | Role::Admin) {
            return Ok(0);
        }
        let player = &self.demo.season.player;
        let queue = player.ask(who, "/api/v1/queue?limit=200").await?;
        Ok(queue["items"].as_array().map_or(0, Vec::len))
    }

    /// The case of one nominee, if the season has come that far.
    fn one_nomination(&self) -> anyhow::Result<Option<String>> {
        let season = &self.demo.season;
        let (shown, officer) = season.shown()?;
        let Ok(nomination) = season.nomination(shown) else {
            return Ok(None);
        };
        let code = self.demo.outcome.case(&nomination)["code"].as_str();
        let code = code.context("a nomination has a code")?;
        let lines = [
            self.say(Line::OneNomination, &json!({ "code": code })),
            String::new(),
            format!("  {}", self.command(&officer, &format!("status {code}"))),
            format!("  {}", self.command(&officer, &format!("timeline {code}"))),
            String::new(),
        ];
        Ok(Some(lines.join("\n")))
    }

    /// A line to paste that does something as somebody.
    fn command(&self, who: &Who, what: &str) -> String {
        let file = token_file(self.folder, who);
        format!(
            "KHEN_TOKEN_FILE={} {} {what} --url {}",
            file.display(),
            self.program,
            self.url
        )
    }

    fn say(&self, line: Line, facts: &Value) -> String {
        say(self.texts, line, facts)
    }
}
