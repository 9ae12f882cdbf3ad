//! A picture's way into the campaign: chosen or dropped, read, cropped, stored by its content, named in the draft.

use std::path::{Path, PathBuf};

use super::{App, Event};
use crate::{
    campaign::{Campaign, ContentType, LauncherImage, Word},
    desktop::{
        dialogs::{CropDialog, Dialog},
        pictures,
    },
    library::{Crop, LibraryError, MAX_PICTURE_BYTES, PictureUse, SourcePicture, read_bounded},
    popup::Image,
    studio::{
        keeping,
        pictures::PictureTarget,
        session::Session,
        trouble::{self, Trouble},
    },
};

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

    /// Lets the user choose the part of the picture to use; a picture that already fits is used unchanged.
    pub(super) fn offer_crop(&mut self, ctx: &egui::Context, target: PictureTarget, picture: SourcePicture) {
        if picture.fits(target.purpose) {
            let all = picture.suggested_crop(target.purpose);
            self.store_picture(target, picture, all);
        } else {
            let dialog = Dialog::Crop(CropDialog::new(ctx, target, picture));
            self.dialogs.add(dialog);
        }
    }

    /// Crops and stores the picture in the background.
    pub(super) fn store_picture(&mut self, target: PictureTarget, picture: SourcePicture, crop: Crop) {
        let library = self.library.clone();
        self.tasks.disk(None, "busy-picture", move || {
            let png = picture.to_png(crop, target.purpose).map_err(Trouble::from);
            let stored = png.and_then(|png| Ok(library.add_picture(&png)?));
            Event::PictureStored(target, stored)
        });
    }

    /// Names the stored picture in the campaign that it was chosen for, whichever is open by now.
    pub(super) fn use_picture(&mut self, target: PictureTarget, name: String) {
        let Some(session) = self.sessions.of(target.session) else {
            return;
        };
        session.step("edit-picture", |campaign| match target.purpose {
            PictureUse::Card => {
                campaign.content.image = Some(name);
                if campaign.content.kind.is_missing() {
                    campaign.content.kind = Word::Known(ContentType::Rich);
                }
            }
            PictureUse::Launcher => campaign.launcher_image = Some(LauncherImage::Image(name)),
        });
        self.keep_on(keeping::Event::Changed(target.session));
    }
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
