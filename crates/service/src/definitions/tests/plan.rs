//! The plan of 2024 stands in its definition, word for word.
//!
//! The golden text is the plan as published, without the name of the person who signed. It is put
//! together again from the definition: whatever the definition drops, adds or respells shows.

use super::shipped;
use crate::definitions::Campaign;
use khen_domain::{
    NomineeKind,
    campaign::{OfficeTasks, Plan},
};

const PLAN: &str = include_str!("../../../../../tests/golden/plan-2024.txt");

fn campaign() -> Campaign {
    shipped().campaigns.remove(0)
}

/// The words of a text: line breaks and bullets gone, `QĐ-` and `UBND` joined over a line's end.
fn words(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut flat = String::new();
    for line in lines {
        let line = line.strip_prefix("- ").unwrap_or(line);
        let is_broken_word = flat.ends_with('-') && !flat.ends_with(" -");
        if !is_broken_word {
            flat.push(' ');
        }
        flat.push_str(line);
    }
    flat.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_plan_is_put_together_again_from_its_definition() {
    let campaign = campaign();
    let again = words(&written(&campaign));
    let plan = words(PLAN);
    let start = plan.iter().position(|word| word == "Căn").unwrap();
    let plan = &plan[start..];
    let parted = plan
        .iter()
        .zip(&again)
        .position(|(left, right)| left != right);
    let at = parted.unwrap_or(plan.len().min(again.len()));
    let around = |words: &[String]| words[at.saturating_sub(5)..words.len().min(at + 5)].join(" ");
    assert!(
        plan == again,
        "the plan says «{}», the definition «{}»",
        around(plan),
        around(&again)
    );
}

#[test]
fn the_heading_is_the_plans_and_its_number_and_date_are_blank() {
    let campaign = campaign();
    let plan = campaign.plan.get_ref();
    assert_eq!(plan.document.number, None);
    assert_eq!(plan.document.date, None);
    let heading = words(&format!(
        "KẾ HOẠCH\nPhát động phong trào thi đua theo chuyên đề\n“{}”",
        plan.title
    ));
    let plan = words(PLAN);
    assert!(plan.windows(heading.len()).any(|window| window == heading));
}

#[test]
fn the_quota_is_what_its_words_say() {
    let campaign = campaign();
    let quota = campaign.quota.get_ref();
    assert!(
        quota
            .text
            .starts_with(&format!("{:02} tập thể", quota.collective))
    );
    assert!(
        quota
            .text
            .contains(&format!("{} cá nhân", quota.individual))
    );
}

#[test]
fn the_spelling_of_the_source_is_kept() {
    let text = written(&campaign());
    for spelling in ["suất sắc", "THHĐND", "Văn hoá - Thông tin", "(Par Index)"] {
        assert!(text.contains(spelling), "{spelling}");
    }
}

/// The plan from its legal basis to the title of the signer.
fn written(campaign: &Campaign) -> String {
    let plan = campaign.plan.get_ref();
    let Plan {
        title,
        award_form,
        preference,
        fund,
        signer,
        ..
    } = &**plan;
    let parts = [
        bases(plan),
        format!(
            "Ủy ban nhân dân (UBND) huyện Hớn Quản ban hành Kế hoạch thực hiện phong trào thi đua theo chuyên đề “{title}”, như sau:"
        ),
        format!(
            "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n{}",
            plan.purposes.join("\n")
        ),
        format!("2. Yêu cầu\n{}", plan.requirements.join("\n")),
        format!(
            "II. NỘI DUNG, ĐỐI TƯỢNG\n1. Nội dung thi đua\n{}",
            bullets(&plan.contents)
        ),
        format!(
            "2. Đối tượng tham gia\na. {}\nb. {}",
            plan.scope[0], plan.scope[1]
        ),
        "III. HÌNH THỨC, SỐ LƯỢNG, TIÊU CHUẨN VÀ HỒ SƠ KHEN THƯỞNG".to_owned(),
        format!("1. Hình thức, số lượng\na) Hình thức: {award_form}"),
        format!(
            "b) Số lượng: {}\n{preference}",
            campaign.quota.get_ref().text
        ),
        "2. Tiêu chuẩn tặng thưởng giấy khen của Chủ tịch UBND huyện".to_owned(),
        format!(
            "a) Đối với tập thể\n{}",
            criteria(campaign, NomineeKind::Collective)
        ),
        format!(
            "b) Đối với cá nhân\n{}",
            criteria(campaign, NomineeKind::Individual)
        ),
        format!(
            "3. Hồ sơ đề nghị khen thưởng\n{}.",
            plan.dossier_parts.join(";\n")
        ),
        format!("IV. KINH PHÍ KHEN THƯỞNG\n{fund}"),
        format!("V. TỔ CHỨC THỰC HIỆN\n{}", organisation(&plan.organisation)),
        format!("Nơi nhận:\n{}.\n{signer}", plan.recipients.join(";\n")),
    ];
    parts.join("\n")
}

fn bases(plan: &Plan) -> String {
    let bases = plan.legal_bases.iter();
    let lines: Vec<String> = bases.map(|one| format!("Căn cứ {};", one.title)).collect();
    lines.join("\n")
}

fn bullets(lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| format!("- {line}")).collect();
    lines.join("\n")
}

/// One bullet each, but for an exclusion, which ends the bullet of its criterion.
fn criteria(campaign: &Campaign, kind: NomineeKind) -> String {
    let mut text = String::new();
    for criterion in campaign.criteria.iter().map(toml::Spanned::get_ref) {
        if criterion.kind == kind {
            let is_exclusion = criterion.code.as_str().ends_with('x');
            text.push_str(if is_exclusion { "; " } else { "\n- " });
            text.push_str(&criterion.text);
        }
    }
    text
}

/// Offices with their numbers; the closing sentence at the end has none.
fn organisation(offices: &[OfficeTasks]) -> String {
    let (closing, offices) = offices.split_last().unwrap();
    let mut lines = Vec::new();
    for (index, one) in offices.iter().enumerate() {
        lines.push(format!("{}. {}", index + 1, one.office));
        lines.push(bullets(&one.tasks));
    }
    lines.extend(closing.tasks.clone());
    lines.join("\n")
}
