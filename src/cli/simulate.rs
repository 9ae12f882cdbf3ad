//! `beckon simulate`: what a visitor sees on a journey.

use super::arguments::Simulate;
use super::input::Draft;
use super::preset;
use super::terminal::{Exit, Fault, Terminal};
use crate::engine::{EffectKind, SiteRules, simulate_on};

pub(super) fn run(arguments: &Simulate, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let drafts = Draft::read_all(&arguments.files)?;
    // Files of one folder are of one site.
    let site = match drafts.first() {
        Some(draft) => draft.site(arguments.site.named())?,
        None => None,
    };
    let site = SiteRules::from(site.as_ref());
    let journey = preset::journey(&arguments.journey, &drafts, &site, crate::clock::now())?;
    let campaigns: Vec<_> = drafts.into_iter().map(|draft| draft.campaign).collect();
    let effects = simulate_on(&campaigns, &journey, &site);
    if terminal.json {
        terminal.value(&effects)?;
        return Ok(Exit::Yes);
    }
    if effects.is_empty() {
        terminal.line(&terminal.text().t("cli-journey-nothing"))?;
    }
    for effect in &effects {
        let verb = match effect.effect {
            EffectKind::Show => terminal.text().t("cli-journey-show"),
            EffectKind::Hide => terminal.text().t("cli-journey-hide"),
        };
        let campaign = campaigns.iter().find(|campaign| campaign.id == effect.campaign);
        let name = campaign.map_or(effect.campaign.as_str(), |campaign| campaign.name.as_str());
        terminal.line(&format!("{:>8.1} s  {verb}  {name}", effect.at))?;
    }
    Ok(Exit::Yes)
}
