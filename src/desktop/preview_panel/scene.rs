//! How the preview dresses a scene: the window, theme and scale of choice, on the site of choice. What the scene shows is not decided here.

use super::Site;
use crate::popup::{PopupContent, Scale, Scene, Theme, Viewport};

/// How the picture is to look, whatever it shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PreviewLook {
    /// The browser window.
    pub viewport: Viewport,
    /// Light or dark.
    pub theme: Theme,
    /// Physical pixels for one CSS pixel.
    pub scale: Scale,
}

impl PreviewLook {
    /// `scene` with this look, on `site`.
    pub fn of(self, scene: Scene, site: &Site) -> Scene {
        Scene {
            brand: site.brand.clone(),
            backdrop: site.backdrop.clone(),
            theme: self.theme,
            viewport: self.viewport,
            scale: self.scale,
            ..scene
        }
    }

    /// The page of `site` with its launcher alone.
    pub fn of_page(self, site: &Site) -> Scene {
        self.of(Scene::new(PopupContent::Nothing), site)
    }
}
