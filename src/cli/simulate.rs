//! `beckon simulate`: what a visitor sees on a journey.

use serde_json::{Value, json};

use super::arguments::Simulate;
use super::input::Draft;
use super::preset;
use super::terminal::{Exit, Fault, Terminal};
use crate::engine::{Effect, EffectKind, SiteRules, simulate_on, spoken};
use crate::wording::language_label;

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
    let spoken = |id: &str| {
        let campaign = campaigns.iter().find(|campaign| campaign.id == id)?;
        let preferred = journey.visitor.preferred_languages();
        spoken(&campaign.content, preferred, site.language())?.language
    };
    if terminal.json {
        let listed: Vec<Value> = effects.iter().map(|effect| listed(effect, &spoken)).collect();
        terminal.value(&listed)?;
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
        let language = shown_in(effect, &spoken).map(|tag| language_label(&tag, terminal.language));
        let language = language.map(|language| format!(" ({language})")).unwrap_or_default();
        terminal.line(&format!("{:>8.1} s  {verb}  {name}{language}", effect.at))?;
    }
    Ok(Exit::Yes)
}

/// Returns in which language something is shown, where its campaign speaks several.
fn shown_in(effect: &Effect, spoken: &impl Fn(&str) -> Option<String>) -> Option<String> {
    match effect.effect {
        EffectKind::Show => spoken(&effect.campaign),
        EffectKind::Hide => None,
    }
}

fn listed(effect: &Effect, spoken: &impl Fn(&str) -> Option<String>) -> Value {
    let mut listed = json!({ "at": effect.at, "effect": effect.effect, "campaign": effect.campaign });
    if let Some(language) = shown_in(effect, spoken) {
        listed["language"] = language.into();
    }
    listed
}
