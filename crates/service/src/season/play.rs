//! Plays a script step by step.

use std::future::Future;

use anyhow::{Context as _, bail};
use futures::{TryStreamExt as _, stream};

use super::{
    Until, acts,
    fill::{Filler, Scope},
    people::{Who, who},
    player::{self, Step},
    script::{Each, StepRow},
    stage::{Season, at_once},
};
use khen_domain::Role;

/// The command whose answer names a nominee's nomination.
const NAMES_A_NOMINATION: &str = "draft_nomination";

impl Season {
    /// Plays until this stop.
    pub(crate) async fn play(&self, until: Until) -> anyhow::Result<()> {
        let groups = self.script.groups.iter();
        for group in groups.take_while(|group| group.until <= until) {
            for step in &group.steps {
                self.player.at(&step.at)?;
                self.step(step).await.with_context(|| step.told())?;
            }
        }
        Ok(())
    }

    async fn step(&self, step: &StepRow) -> anyhow::Result<()> {
        match (&step.act, &step.each) {
            (Some(act), _) => acts::play(self, step, act).await,
            (None, None) => self.carry_out(step, Scope::default()).await,
            (None, Some(each)) => {
                let heads = self.heads();
                let scopes = self.scopes(each, &heads);
                self.at_once(scopes, |scope| self.carry_out(step, scope))
                    .await
            }
        }
    }

    /// Does something with each; in no order, many at once, where the season is played many times.
    pub(super) async fn at_once<T, F, Done>(
        &self,
        items: impl IntoIterator<Item = T>,
        work: F,
    ) -> anyhow::Result<()>
    where
        F: Fn(T) -> Done,
        Done: Future<Output = anyhow::Result<()>>,
    {
        stream::iter(items.into_iter().map(Ok))
            .try_for_each_concurrent(at_once(self.copies()), work)
            .await
    }

    /// Carries out a step's command for one thing.
    async fn carry_out(&self, step: &StepRow, scope: Scope<'_>) -> anyhow::Result<()> {
        let actor = step.actor(&scope)?;
        let filler = Filler {
            season: self,
            scope,
            actor: &actor,
        };
        let sent = Step {
            who: &actor,
            command: step.command.as_deref().unwrap_or_default(),
            at: &step.at,
            part: &format!("{}{}", scope.label(), step.part.as_deref().unwrap_or("")),
            content: filler.fill(&step.content).await?,
        };
        if let Some(code) = &step.refused {
            return self.player.is_refused(sent, code).await;
        }
        let approver = step.approved_by.as_ref().map(|one| scope.who(one));
        let answer = match approver.transpose()? {
            Some(approver) => self.player.act_for(sent, &approver).await?,
            None => self.player.act(sent).await?,
        };
        if let (Some(NAMES_A_NOMINATION), Some(nominee)) = (step.command.as_deref(), scope.nominee)
        {
            self.remember(&nominee.code, player::stream(&answer, "nomination")?);
        }
        Ok(())
    }

    fn scopes<'a>(&'a self, each: &Each, heads: &'a [(Who, String)]) -> Vec<Scope<'a>> {
        let is_told = |told: &[String], base: &String| {
            told.contains(base) || told.iter().any(|one| one == "*")
        };
        match each {
            Each::Units(bases) => {
                let units = self.units().iter();
                let asked = units.filter(|unit| is_told(bases, &unit.base));
                asked
                    .map(|unit| Scope {
                        unit: Some(unit),
                        copy: Some(unit.copy),
                        ..Scope::default()
                    })
                    .collect()
            }
            Each::Nominees(bases) | Each::Copies(bases) => {
                let is_of_a_copy = matches!(each, Each::Copies(_));
                let asked = self.nominees().filter(|(unit, nominee)| {
                    is_told(bases, &nominee.base) && (unit.copy > 0 || !is_of_a_copy)
                });
                asked
                    .map(|(unit, nominee)| Scope {
                        unit: Some(unit),
                        nominee: Some(nominee),
                        copy: Some(unit.copy),
                        ..Scope::default()
                    })
                    .collect()
            }
            Each::Heads => heads
                .iter()
                .map(|(head, unit)| Scope {
                    head: Some((head, unit)),
                    ..Scope::default()
                })
                .collect(),
        }
    }

    /// The head of every unit, with the unit.
    fn heads(&self) -> Vec<(Who, String)> {
        let parts = self.player.cast().parts();
        let heads = parts.filter(|(who, _)| who.role == Role::UnitHead);
        heads
            .filter_map(|(head, part)| {
                let unit = part.unit.clone()?;
                Some((who(head.handle.as_str(), head.role), unit))
            })
            .collect()
    }
}

impl StepRow {
    /// Who acts.
    pub(super) fn actor(&self, scope: &Scope<'_>) -> anyhow::Result<Who> {
        match &self.who {
            Some(somebody) => scope.who(somebody),
            None => bail!("the step of {} says not who", self.at),
        }
    }

    fn told(&self) -> String {
        let command = self.command.as_deref().unwrap_or("an act");
        format!("the step of {}: {command}", self.at)
    }
}
