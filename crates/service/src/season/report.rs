//! What happened, for people: asked from the API like anybody's question.

use std::{fmt::Write as _, path::Path};

use serde_json::Value;

use super::{Played, Player, people::Who, script};
use crate::{client::Speaker, worded};
use khen_domain::{NomineeKind, Prize, prize};
use khen_texts::Language;

/// Who asks: an auditor sees everything.
const READER: Who = super::people::who("KT", khen_domain::Role::Auditor);

/// The report of a season that was played to its end.
pub(crate) async fn report(
    player: &Player,
    played: &Played,
    data: &Path,
) -> anyhow::Result<String> {
    let mut text = String::new();
    let title = "BÁO CÁO MÙA KHEN THƯỞNG MINH HỌA (DỮ LIỆU MINH HỌA)";
    writeln!(text, "\n{title}\n{}", "=".repeat(title.chars().count()))?;
    writeln!(text, "Sổ sự kiện: {}", data.display())?;
    writeln!(text, "Phong trào: {}", script::CAMPAIGN)?;
    writeln!(
        text,
        "Số lệnh đã thực hiện qua API: {}\n",
        player.commands()
    )?;
    let speaker = Speaker::new(Language::Vi);
    let mut total = 0;
    for nomination in played.both() {
        let path = format!("/api/v1/nominations/{nomination}");
        let case = player.ask(READER, &path).await?;
        let timeline = player.ask(READER, &format!("{path}/timeline")).await?;
        writeln!(text, "{}", worded::status(&case, &speaker))?;
        let prize = award(&case)?;
        total += prize.amount.0;
        writeln!(
            text,
            "  Tiền thưởng: {} (lương cơ sở {}, hệ số {})",
            prize.amount,
            prize.base_wage,
            coefficient(prize.coefficient_bp)
        )?;
        writeln!(text, "\n  Quá trình:")?;
        for line in worded::timeline(&timeline, &speaker).lines() {
            writeln!(text, "    {line}")?;
        }
        writeln!(text)?;
    }
    write!(
        text,
        "Tổng tiền thưởng theo quy định: {}",
        khen_domain::Dong(total)
    )?;
    Ok(text)
}

/// The prize by the rules that were in force when the decision was issued.
fn award(case: &Value) -> anyhow::Result<Prize> {
    let kind = match case["kind"].as_str() {
        Some("individual") => NomineeKind::Individual,
        _ => NomineeKind::Collective,
    };
    let (coefficients, base_wage) = crate::definitions::shipped_prize_rules(issued_on(case)?)?;
    Ok(prize(coefficients, base_wage, kind))
}

fn issued_on(case: &Value) -> anyhow::Result<jiff::civil::Date> {
    let date = case["decision"]["date"].as_str();
    Ok(date
        .ok_or_else(|| anyhow::anyhow!("no decision: {case:#}"))?
        .parse()?)
}

/// 3000 basis points as `0,3`.
fn coefficient(basis_points: u32) -> String {
    let fraction = format!("{:04}", basis_points % 10_000);
    format!(
        "{},{}",
        basis_points / 10_000,
        fraction.trim_end_matches('0')
    )
}
