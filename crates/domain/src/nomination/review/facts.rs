//! What the facts say on a criterion (plan III.2, criteria C1 to C5 and I1 to I5).

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Grounds, Refusal};
use crate::{
    Aspect, FactStatus, FactSubject, Finding, Need, NominationId, NomineeKind, StreamKey, World,
    campaign::{Check, Criterion, Interpretation, UnclearSituation},
    fact::{self, Rating, Tasks, UnitResult},
    nomination::Case,
    org::identity,
};

/// The facts on a nominee within the year of achievement.
pub(super) struct Facts<'w> {
    year: i16,
    /// Of the nominating unit.
    unit: &'w fact::State,
    /// Of the same unit in the year after, for a collective: decisions are signed until then.
    unit_since: Option<&'w fact::State>,
    /// Of the nominee: the unit itself, or the person in every record (E11).
    own: Vec<&'w fact::State>,
}

/// What the facts say.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    /// Nothing: the reviewer finds.
    ByFinding,
    /// Nothing final yet.
    NotFinal,
    /// Nothing that the plan's words could be applied to: an interpretation decides.
    Unclear(UnclearSituation),
    /// They decide.
    Decided { is_met: bool, grounds: Grounds },
}

/// The subject of a unit's facts.
fn of_unit(case: &Case) -> FactSubject {
    let subject = FactSubject::parse(case.unit.as_str());
    subject.expect("a unit's id names the unit as a subject of facts")
}

/// Streams of the facts on a nominee, and of a collective's unit (L4). A person's facts are a guard:
/// the record never names them beside the case.
pub(in crate::nomination) fn needs(case: &Case, year: i16, world: &World) -> Vec<Need> {
    let unit = of_unit(case);
    let mut needs = vec![Need::read(StreamKey::fact(&unit, year))];
    match case.kind {
        NomineeKind::Collective => needs.extend([
            Need::read(StreamKey::fact(&unit, year.saturating_add(1))),
            Need::read(StreamKey::unit(&case.unit)),
        ]),
        NomineeKind::Individual => {
            needs.push(Need::Subject(case.nominee_ref.clone(), year));
            let person = world.subject(&case.nominee_ref, year);
            needs.extend(person.map(|person| Need::guard(StreamKey::fact(person, year))));
            needs.extend(identity::of_nominee(&case.nominee_ref, world));
            for other in identity::others_of(&case.nominee_ref, world) {
                needs.push(Need::SubjectOf(other, Aspect::Facts(year)));
            }
            let others = others(case, year, world).map(|other| StreamKey::fact(other, year));
            needs.extend(others.map(Need::guard));
        }
    }
    needs
}

/// The other records of the nominee as subjects of facts (E11), as far as they are in view.
fn others<'w>(
    case: &Case,
    year: i16,
    world: &'w World,
) -> impl Iterator<Item = &'w FactSubject> + use<'w> {
    let others = identity::others_of(&case.nominee_ref, world).into_iter();
    others.filter_map(move |other| world.subject_of(&other, Aspect::Facts(year)))
}

impl<'w> Facts<'w> {
    /// The facts on this nominee.
    ///
    /// # Errors
    /// [`Refusal::NomineeErased`] when nobody can tell any more who the person is.
    pub(super) fn of(
        world: &'w World,
        nomination: &NominationId,
        case: &Case,
        year: i16,
    ) -> Result<Self, Refusal> {
        let subject = of_unit(case);
        let unit = world.fact(&subject, year);
        let (own, unit_since) = match case.kind {
            NomineeKind::Collective => {
                let since = world.fact(&subject, year.saturating_add(1));
                (vec![unit], Some(since))
            }
            NomineeKind::Individual => {
                let person = world.subject(&case.nominee_ref, year);
                let person = person.ok_or_else(|| Refusal::NomineeErased {
                    nomination: nomination.clone(),
                })?;
                let all = std::iter::once(person).chain(others(case, year, world));
                (all.map(|one| world.fact(one, year)).collect(), None)
            }
        };
        Ok(Self {
            year,
            unit,
            unit_since,
            own,
        })
    }

    /// Refuses a finding that these facts do not bear out. What is pending claims nothing; what the
    /// plan leaves open follows the interpretation that it cites, and nothing else does (E39).
    pub(super) fn bear_out(
        &self,
        nomination: &NominationId,
        criterion: &Criterion,
        value: Finding,
        cited: Option<&Interpretation>,
    ) -> Result<(), Refusal> {
        let claims_met = match value {
            Finding::Pending => return Ok(()),
            Finding::NotApplicable => return Err(unclear(nomination, criterion)),
            Finding::Met => true,
            Finding::NotMet => false,
        };
        match self.verdict(criterion.check) {
            Verdict::Unclear(situation) => {
                let fits = |ruling: &&Interpretation| {
                    ruling.situation == situation && ruling.finding == value
                };
                match cited.filter(fits) {
                    Some(_) => Ok(()),
                    None => Err(unclear(nomination, criterion)),
                }
            }
            Verdict::ByFinding | Verdict::NotFinal | Verdict::Decided { .. } if cited.is_some() => {
                Err(Refusal::InterpretationUnneeded {
                    nomination: nomination.clone(),
                    criterion: criterion.code.clone(),
                })
            }
            Verdict::ByFinding => Ok(()),
            Verdict::NotFinal => Err(Refusal::FactsNotFinal {
                nomination: nomination.clone(),
                criterion: criterion.code.clone(),
            }),
            Verdict::Decided { is_met, .. } if is_met == claims_met => Ok(()),
            Verdict::Decided { grounds, .. } => Err(Refusal::FindingContradictsFacts {
                nomination: nomination.clone(),
                criterion: criterion.code.clone(),
                facts: grounds,
            }),
        }
    }

    /// Awards that the nominee has had for the same year of achievement (L3). An award for the same
    /// achievement is always one of them: achievements of a campaign are those of its year (L5).
    pub(super) fn past_award_count(&self) -> u32 {
        let awards = self.own.iter().flat_map(|facts| facts.past_awards());
        let numbers: BTreeSet<_> = awards.map(|award| &award.number).collect();
        u32::try_from(numbers.len()).unwrap_or(u32::MAX)
    }

    fn verdict(&self, check: Check) -> Verdict {
        match check {
            Check::CommittedTasksDone => self.by_result(|result| tasks(result.committed)),
            Check::PlannedTasksDone => self.by_result(|result| tasks(result.planned)),
            Check::ScoreRose => self.by_result(score),
            Check::RatedGood => self.rating(),
            Check::InitiativeOrFinding if self.own.iter().any(|facts| facts.has_initiative()) => {
                Verdict::Decided {
                    is_met: true,
                    grounds: Grounds::Initiative {},
                }
            }
            Check::InitiativeOrFinding | Check::Finding => Verdict::ByFinding,
            Check::NoLeaderDisciplined => self.discipline(),
        }
    }

    fn by_result(&self, judge: impl Fn(&UnitResult) -> Verdict) -> Verdict {
        match self.unit.result() {
            Some(recorded) if recorded.status == FactStatus::Final => judge(&recorded.result),
            Some(_) | None => Verdict::NotFinal,
        }
    }

    /// I2: rated "hoàn thành tốt nhiệm vụ" or better, in every record that is rated.
    fn rating(&self) -> Verdict {
        let ratings = self.own.iter().filter_map(|facts| facts.rating());
        let finals = ratings.filter(|(_, status)| *status == FactStatus::Final);
        match finals.map(|(rating, _)| rating).min() {
            Some(rating) => {
                let is_good = rating >= Rating::CompletedWell;
                Verdict::Decided {
                    is_met: is_good,
                    grounds: Grounds::Rating { is_good },
                }
            }
            None => Verdict::NotFinal,
        }
    }

    /// C4x: no key leader disciplined from the first day of the year until now.
    fn discipline(&self) -> Verdict {
        let first_day = Date::new(self.year, 1, 1).unwrap_or(Date::MIN);
        let mut records = [Some(self.unit), self.unit_since].into_iter().flatten();
        // Nothing is recorded before it is issued, so what is recorded was issued by now.
        let is_recorded = records.any(|facts| facts.has_leader_discipline(first_day, Date::MAX));
        Verdict::Decided {
            is_met: !is_recorded,
            grounds: Grounds::LeaderDiscipline { is_recorded },
        }
    }
}

/// C2, I1: all of them, and there were some.
fn tasks(tasks: Tasks) -> Verdict {
    Verdict::Decided {
        is_met: tasks.are_all_done(),
        grounds: Grounds::Tasks(tasks),
    }
}

/// C5, I5: strictly higher than the year before; without both scores, or by two scales, it takes an
/// interpretation.
fn score(result: &UnitResult) -> Verdict {
    match (result.score_bp, result.prior_score_bp) {
        (Some(_), Some(_)) if !result.has_one_scale() => {
            Verdict::Unclear(UnclearSituation::DifferentScales)
        }
        (Some(score_bp), Some(prior_score_bp)) => Verdict::Decided {
            is_met: score_bp > prior_score_bp,
            grounds: Grounds::Scores {
                score_bp,
                prior_score_bp,
            },
        },
        (None, _) => Verdict::Unclear(UnclearSituation::NoScore),
        (Some(_), None) => Verdict::Unclear(UnclearSituation::NoPriorScore),
    }
}

fn unclear(nomination: &NominationId, criterion: &Criterion) -> Refusal {
    Refusal::InterpretationNeeded {
        nomination: nomination.clone(),
        criterion: criterion.code.clone(),
    }
}
