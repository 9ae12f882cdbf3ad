//! `beckon explain`: whether a visitor sees a campaign, and why.

use std::slice;

use serde_json::json;

use super::arguments::Explain;
use super::input::{Draft, instant};
use super::preset;
use super::terminal::{Exit, Fault, Terminal};
use super::tree;
use crate::engine::{SiteRules, explain_on};
use crate::wording::{Reader, reasons, spoken, used_up, verdict};

pub(super) fn run(arguments: &Explain, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let now = instant(arguments.at.as_deref())?;
    let draft = Draft::read(&arguments.file)?;
    let site = SiteRules::from(draft.site(arguments.site.named())?.as_ref());
    let visitor = preset::visitor(&arguments.visitor, slice::from_ref(&draft), &site, now)?;
    let explanation = explain_on(&draft.campaign, &visitor, now, &site);
    let reader = Reader::anywhere(terminal.language);
    // A file does not contain its state on the site.
    let said = verdict(&draft.campaign, &explanation, None, reader);
    let reasons = reasons(&draft.campaign, &explanation, reader);
    if terminal.json {
        terminal.value(&json!({
            "shown": explanation.shown,
            "verdict": said.headline,
            "reasons": reasons,
            "blocks": explanation.blocks,
            "spoken": explanation.spoken,
            "tree": { "audience": explanation.audience, "activity": explanation.activity },
        }))?;
    } else {
        terminal.line(&said.line())?;
        let own = |id: &str| (id == draft.campaign.id).then(|| draft.campaign.name.clone());
        if let Some(line) = used_up(&explanation, own, terminal.language) {
            terminal.line(&line)?;
        }
        if let Some(line) = spoken(&explanation, terminal.language) {
            terminal.line(&line)?;
        }
        terminal.line("")?;
        for line in tree::lines(&explanation, terminal.text()) {
            terminal.line(&line)?;
        }
    }
    Ok(if explanation.shown { Exit::Yes } else { Exit::No })
}
