//! `khen demo`

use super::season::{Demo, played};
use crate::{config::Config, lifecycle, output, season::Part, server::Server};
use khen_domain::Role;

pub(crate) async fn run(config: &Config) -> anyhow::Result<()> {
    let (server, demo) = played(config).await?;
    output::line(&people(&demo))?;
    output::line(&lines_to_paste(&server, &demo)?)?;
    output::line(&format!(
        "Serving on {} (Ctrl-C: dừng / stop)",
        server.url()
    ))?;
    lifecycle::stop_signal().await;
    server.stop().await;
    Ok(())
}

/// Who is who, with the token of each assignment: made-up people of this run only.
fn people(demo: &Demo) -> String {
    let line = |(handle, role, part): (&str, Role, &Part)| {
        let role = role.as_str();
        format!("  {handle:8} {role:18} {}  {}", part.token, part.title)
    };
    let mut lines = vec!["\nNgười dùng thử và mã truy cập (DỮ LIỆU MINH HỌA)".to_owned()];
    lines.extend(demo.cast.parts().map(line));
    lines.push(String::new());
    lines.join("\n")
}

fn lines_to_paste(server: &Server, demo: &Demo) -> anyhow::Result<String> {
    let officer = crate::season::who("VPH-CB", Role::UnitOfficer);
    let token = demo.cast.token(officer)?;
    let (url, code) = (server.url(), &demo.code);
    let khen = std::env::args().next().unwrap_or_else(|| "khen".to_owned());
    Ok(format!(
        "Thử ngay / Lines to paste:\n\n  \
         KHEN_TOKEN={token} {khen} status {code} --url {url}\n  \
         KHEN_TOKEN={token} {khen} timeline {code} --url {url}\n  \
         curl -sS -H 'Authorization: Bearer {token}' {url}/api/v1/nominations/{code}\n"
    ))
}
