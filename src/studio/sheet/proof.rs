//! The sheet as a file for others: its pictures with their names, the day, and what was found.

use chrono::NaiveDate;

use super::{Sheet, Subject, Tile, Verdict, judge, theme_key};
use crate::{
    popup::{
        Area, Drawn, PROOF_ROOM, PROOF_SCALE, Picture, Proof, ProofFindings, ProofShot, RenderError, Scale, Scene,
        draw_all, page_color,
    },
    studio::trouble,
    wording::{
        self,
        text::{Language, Text},
    },
};

/// Room for the shadow around a pop-up, in CSS pixels.
const MARGIN: f32 = 16.0;

/// The scale at which pictures are measured before they are drawn as large as fits.
const MEASURED: f32 = 0.25;

/// What a proof is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, strum::VariantArray)]
pub enum ProofForm {
    /// A picture.
    #[default]
    Png,
    /// A page for any browser.
    Page,
    /// A PDF.
    Pdf,
}

impl ProofForm {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The part of its text keys that is its own: `file-ID-title`, and so on.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Png => "proof-png",
            Self::Page => "proof-html",
            Self::Pdf => "proof-pdf",
        }
    }

    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Png => "sheet-proof-png",
            Self::Page => "sheet-proof-html",
            Self::Pdf => "sheet-proof-pdf",
        }
    }

    /// Returns the content of the file of a proof.
    ///
    /// # Errors
    /// When it is too large to be drawn, or cannot be written as PNG.
    pub fn file(self, proof: &Proof) -> trouble::Result<Vec<u8>> {
        Ok(match self {
            Self::Png => proof.to_picture()?.to_png()?,
            Self::Page => proof.to_html()?.into_bytes(),
            Self::Pdf => proof.to_pdf()?,
        })
    }

    /// Its file's extension, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Page => "html",
            Self::Pdf => "pdf",
        }
    }
}

/// What a proof is made of.
#[derive(Debug, Clone)]
pub struct ProofSource {
    /// The campaign's name.
    pub name: String,
    /// The day on which it is made.
    pub day: NaiveDate,
    /// The language of its words.
    pub language: Language,
    /// Whether it says what was found.
    pub with_findings: bool,
    /// What the sheet is about.
    pub subject: Subject,
    /// Its pictures.
    pub tiles: Vec<Tile>,
}

impl ProofSource {
    /// Returns what a proof of the pictures that are shown is made of; `None` without any.
    pub fn of(sheet: &Sheet, name: &str, day: NaiveDate, language: Language) -> Option<Self> {
        let tiles: Vec<Tile> = sheet.shown().cloned().collect();
        Some(Self {
            name: name.to_owned(),
            day,
            language,
            with_findings: sheet.with_findings(),
            subject: sheet.subject()?.clone(),
            tiles,
        })
        .filter(|source| !source.tiles.is_empty())
    }

    /// Returns the content of its file.
    ///
    /// # Errors
    /// When it is too large to be drawn, or cannot be written as PNG.
    pub fn file(&self, form: ProofForm) -> trouble::Result<Vec<u8>> {
        form.file(&self.proof())
    }

    /// Returns it as a picture.
    ///
    /// # Errors
    /// When it is too large to be drawn.
    pub fn picture(&self) -> trouble::Result<Picture> {
        Ok(self.proof().to_picture()?)
    }

    /// Draws its pictures, and says what was found in them.
    pub fn proof(&self) -> Proof {
        let text = Text::of(self.language);
        let drawn = draw_all(&self.scenes());
        let pictures = || self.tiles.iter().zip(&drawn);
        let found: Vec<_> = pictures()
            .map(|(tile, drawn)| {
                let layout = drawn.as_ref().ok().map(|drawn| &drawn.layout);
                layout.map(|layout| judge(&self.subject, tile.variation, layout))
            })
            .collect();
        let judged = self
            .tiles
            .iter()
            .map(|tile| tile.variation)
            .zip(found.iter().map(Option::as_deref));
        let verdict = Verdict::of(judged);
        let shots = pictures().zip(&found).map(|((tile, drawn), found)| {
            let problems = found.iter().flatten().map(|finding| finding.problem.sign(text));
            let signs = problems.filter(|_| self.with_findings).collect();
            shot(tile, drawn, signs, text)
        });
        let (day, count) = (wording::day(self.day, self.language), self.tiles.len());
        Proof {
            language: self.language.tag(),
            title: self.name.clone(),
            about: text.tv("proof-about", &[("day", day.into()), ("count", count.into())]),
            shots: shots.collect(),
            found: self.with_findings.then(|| ProofFindings {
                verdict: verdict.sentence(text),
                lines: verdict
                    .lines
                    .iter()
                    .map(|line| (line.problem.sentence(text), line.place(text)))
                    .collect(),
            }),
        }
    }

    /// What is drawn, each as large as its room allows.
    fn scenes(&self) -> Vec<Scene> {
        let at = |scene: &Scene, scale: f32| Scene {
            scale: Scale::new(scale),
            ..scene.clone()
        };
        let small: Vec<Scene> = self.tiles.iter().map(|tile| at(&tile.scene, MEASURED)).collect();
        let measured = draw_all(&small);
        let fitted = self.tiles.iter().zip(measured).map(|(tile, measured)| {
            let zoom = tile.scene.zoom.get();
            let factor = measured.map_or(MEASURED, |drawn| {
                let Area { width, height, .. } = drawn.layout.pop_up(MARGIN);
                (PROOF_ROOM.0 / (width * zoom))
                    .min(PROOF_ROOM.1 / (height * zoom))
                    .min(1.0)
            });
            at(&tile.scene, factor * PROOF_SCALE)
        });
        fitted.collect()
    }
}

fn shot(tile: &Tile, drawn: &Result<Drawn, RenderError>, signs: Vec<String>, text: &Text) -> ProofShot {
    let variation = tile.variation;
    let (device, theme) = (text.t(variation.screen.key()), text.t(theme_key(variation.theme)));
    ProofShot {
        picture: drawn
            .as_ref()
            .ok()
            .map(|drawn| drawn.pop_up(MARGIN, page_color(variation.theme))),
        theme: variation.theme,
        name: text.t(variation.texts.key()),
        place: format!("{device} · {theme}"),
        signs,
    }
}
