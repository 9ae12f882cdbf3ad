//! A picture's way into the campaign: chosen or dropped, read, cropped, stored by its content, named in the draft.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use egui::TextureHandle;

use super::{App, Event};
use crate::{
    campaign::{Campaign, ContentType, LauncherImage, MessagePart, PictureLayout, PicturePlace, Style, Word},
    desktop::{
        dialogs::{CropDialog, Dialog},
        pictures,
        preview_panel::{CropAct, CropView},
    },
    library::{Crop, Library, LibraryError, MAX_PICTURE_BYTES, PictureUse, SourcePicture, read_bounded},
    popup::Image,
    studio::{
        cropping::{self, Cropping},
        keeping,
        pictures::{PictureTarget, StoredPictures},
        session::Session,
        trouble::{self, Trouble},
    },
};

/// The picture whose part is being chosen on the card, and the one that was stored last.
#[derive(Default)]
pub(super) struct Cropped {
    now: Option<Now>,
    source: Option<Source>,
}

/// A picture whose part is being chosen.
struct Now {
    target: PictureTarget,
    picture: Arc<SourcePicture>,
    part: Cropping,
    texture: TextureHandle,
}

/// A picture of which a part was stored.
struct Source {
    target: PictureTarget,
    picture: Arc<SourcePicture>,
    /// The stored part's name, once that is known.
    name: Option<String>,
}

impl Cropped {
    fn begin(&mut self, ctx: &egui::Context, target: PictureTarget, picture: Arc<SourcePicture>) {
        self.now = Some(Now {
            target,
            part: Cropping::new(picture.size(), picture.suggested_crop(target.purpose)),
            texture: pictures::shown(ctx, &picture),
            picture,
        });
    }

    fn on(&mut self, event: cropping::Event) {
        if let Some(now) = &mut self.now {
            now.part.on(event);
        }
    }

    fn end(&mut self) -> Option<(PictureTarget, Arc<SourcePicture>, Crop)> {
        let now = self.now.take()?;
        Some((now.target, now.picture, now.part.crop()))
    }

    /// Chooses nothing any more.
    pub(super) fn leave(&mut self) {
        self.now = None;
    }

    /// What is shown of it on the card of the session of this number; for any other it ends.
    pub(super) fn view(&mut self, session: Option<u64>) -> Option<CropView> {
        self.now.take_if(|now| session != Some(now.target.session));
        self.now.as_ref().map(|now| CropView {
            texture: now.texture.id(),
            part: now.part,
        })
    }

    fn note_source(&mut self, target: PictureTarget, picture: Arc<SourcePicture>) {
        if target.purpose == PictureUse::Card {
            self.source = Some(Source {
                target,
                picture,
                name: None,
            });
        }
    }

    fn note_name(&mut self, target: PictureTarget, name: &str) {
        if let Some(source) = self.source.as_mut().filter(|source| source.target == target) {
            source.name = Some(name.to_owned());
        }
    }

    /// The whole picture of which a campaign shows a part.
    pub(super) fn source_of(&self, session: &Session) -> Option<(PictureTarget, Arc<SourcePicture>)> {
        let source = self.source.as_ref()?;
        let is_there = source.target.session == session.number()
            && source.name.is_some()
            && session.campaign().content.image == source.name
            && !source.picture.fits(source.target.purpose);
        is_there.then(|| (source.target, Arc::clone(&source.picture)))
    }
}

impl App {
    /// Reads a picture file on another thread, for the campaign that is open now.
    pub(super) fn read_picture(&mut self, purpose: PictureUse, path: PathBuf) {
        let Some(session) = self.sessions.open().map(Session::number) else {
            return;
        };
        let target = PictureTarget { session, purpose };
        self.tasks.start(
            Event::PictureRead(target, Box::new(Err(Trouble::BrokeOff))),
            move || Event::PictureRead(target, Box::new(read(&path))),
        );
    }

    /// Looks up the pictures that a campaign names. True once each of them has been looked for.
    pub(super) fn look_up_pictures(&mut self, ctx: &egui::Context, campaign: &Campaign) -> bool {
        let now = ctx.input(|input| input.time);
        let names: Vec<String> = campaign.pictures().map(str::to_owned).collect();
        for name in &names {
            if self.pictures.needs(name, now) {
                let (folder, name) = (self.library.dir().to_owned(), name.clone());
                self.tasks.start(
                    Event::PictureLookedUp(Box::new(pictures::unreadable(&name))),
                    move || Event::PictureLookedUp(Box::new(pictures::load(&folder, &name))),
                );
            }
        }
        self.take_events_at_once(ctx);
        !names.iter().any(|name| self.pictures.is_awaited(name))
    }

    /// Reads a screenshot of the user's site in the background.
    pub(super) fn read_screenshot(&mut self, path: PathBuf) {
        self.tasks
            .start(Event::ScreenshotRead(Err(Trouble::BrokeOff)), move || {
                // It is decoded once here, so that only pictures within the limits reach the renderer.
                Event::ScreenshotRead(read_bytes(&path).and_then(|bytes| decode(&bytes).map(|_| Image::new(bytes))))
            });
    }

    /// Lets the user choose the part of the picture to use, on the card itself where it is to be seen; a picture that already fits is used unchanged.
    pub(super) fn offer_crop(&mut self, ctx: &egui::Context, target: PictureTarget, picture: SourcePicture) {
        let picture = Arc::new(picture);
        if picture.fits(target.purpose) {
            let all = picture.suggested_crop(target.purpose);
            self.store_picture(target, picture, all);
        } else if self.crops_in_place(target) {
            // A card without a picture has no place for one yet.
            if !self.preview.shows(MessagePart::Picture) {
                let suggested = picture.suggested_crop(target.purpose);
                self.store_picture(target, Arc::clone(&picture), suggested);
            }
            self.cropping.begin(ctx, target, picture);
        } else {
            let dialog = Dialog::Crop(CropDialog::new(ctx, target, picture));
            self.dialogs.add(dialog);
        }
    }

    /// Whether the part of a picture can be chosen on the card.
    fn crops_in_place(&self, target: PictureTarget) -> bool {
        let Some(session) = self
            .sessions
            .open()
            .filter(|session| session.number() == target.session)
        else {
            return false;
        };
        let style = Style::of(&[&session.campaign().look, &self.preview.site.brand.look]);
        let is_card = target.purpose == PictureUse::Card && style.picture != PictureLayout::None;
        let is_shown = self.edits_preview() && self.shows_side() && !self.journey.shown;
        is_card && is_shown && self.message_kind() == Some(ContentType::Rich)
    }

    /// Chooses another part of the picture that was stored last, if the open campaign still has it.
    pub(super) fn crop_again(&mut self, ctx: &egui::Context) {
        let Some((target, picture)) = self
            .sessions
            .open()
            .and_then(|session| self.cropping.source_of(session))
        else {
            return;
        };
        if self.crops_in_place(target) {
            self.cropping.begin(ctx, target, picture);
        }
    }

    /// Handles what became of the part that is being chosen.
    pub(super) fn crop_on(&mut self, act: CropAct) {
        match act {
            CropAct::On(event) => self.cropping.on(event),
            CropAct::Leave => self.cropping.leave(),
            CropAct::Use => {
                if let Some((target, picture, crop)) = self.cropping.end() {
                    self.store_picture(target, picture, crop);
                }
            }
        }
    }

    /// Crops and stores the picture in the background.
    pub(super) fn store_picture(&mut self, target: PictureTarget, picture: Arc<SourcePicture>, crop: Crop) {
        self.cropping.note_source(target, Arc::clone(&picture));
        let library = self.library.clone();
        self.tasks.disk(None, "busy-picture", move || {
            Event::PictureStored(target, store(&library, &picture, crop, target.purpose))
        });
    }

    /// Names the stored picture in the campaign that it was chosen for, whichever is open by now.
    pub(super) fn use_picture(&mut self, target: PictureTarget, stored: StoredPictures) {
        let name_at = |wanted: PicturePlace| {
            let named = stored.iter().find(|(place, _)| *place == wanted);
            named.map(|(_, name)| name.clone())
        };
        let Some(name) = name_at(target.purpose.place()) else {
            return;
        };
        self.cropping.note_name(target, &name);
        let Some(session) = self.sessions.of(target.session) else {
            return;
        };
        session.step("edit-picture", |campaign| match target.purpose {
            PictureUse::Card => {
                campaign.content.image = Some(name);
                campaign.content.image_dense = name_at(PicturePlace::DenseCard);
                if campaign.content.kind.is_missing() {
                    campaign.content.kind = Word::Known(ContentType::Rich);
                }
            }
            PictureUse::Launcher => campaign.launcher_image = Some(LauncherImage::Image(name)),
        });
        self.keep_on(keeping::Event::Changed(target.session));
    }
}

/// Stores the part of a picture, in each size that it has.
fn store(
    library: &Library,
    picture: &SourcePicture,
    crop: Crop,
    purpose: PictureUse,
) -> trouble::Result<StoredPictures> {
    let pngs = picture.to_pngs(crop, purpose)?;
    let add = |(place, png): (PicturePlace, Vec<u8>)| Ok((place, library.add_picture(&png)?));
    pngs.into_iter().map(add).collect()
}

fn read(path: &Path) -> trouble::Result<SourcePicture> {
    decode(&read_bytes(path)?)
}

fn read_bytes(path: &Path) -> trouble::Result<Vec<u8>> {
    let read = read_bounded(path, MAX_PICTURE_BYTES);
    Ok(read.map_err(|source| LibraryError::new("read the picture", path, source))?)
}

fn decode(bytes: &[u8]) -> trouble::Result<SourcePicture> {
    Ok(SourcePicture::decode(bytes)?)
}
