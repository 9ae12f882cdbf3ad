//! The icons: a part of the Lucide font (ISC licence, see `assets/theme`), by their Lucide names.

use egui::{Align2, Color32, FontId, Painter, Pos2};

use super::type_scale::{ICONS, family};

/// An icon; its value is its character in the icon font.
#[allow(missing_docs, reason = "the names are Lucide's and say what is drawn")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum Icon {
    AppWindow = 0xe426,
    ArrowDown = 0xe042,
    ArrowLeft = 0xe048,
    ArrowRight = 0xe049,
    ArrowUp = 0xe04a,
    ArrowUpDown = 0xe37d,
    BadgeCheck = 0xe241,
    Ban = 0xe051,
    Calendar = 0xe063,
    CalendarDays = 0xe2b9,
    Check = 0xe06c,
    ChevronDown = 0xe06d,
    ChevronLeft = 0xe06e,
    ChevronRight = 0xe06f,
    ChevronUp = 0xe070,
    CircleAlert = 0xe077,
    CircleCheck = 0xe226,
    CircleDashed = 0xe4b0,
    CircleDot = 0xe345,
    CircleHelp = 0xe082,
    CircleX = 0xe084,
    Clock = 0xe087,
    Code = 0xe093,
    Command = 0xe09a,
    Contrast = 0xe09d,
    Copy = 0xe09e,
    CornerDownLeft = 0xe0a1,
    DoorOpen = 0xe3d6,
    Dot = 0xe44f,
    Download = 0xe0b2,
    Ellipsis = 0xe0b6,
    EllipsisVertical = 0xe0b7,
    ExternalLink = 0xe0b9,
    Eye = 0xe0ba,
    EyeOff = 0xe0bb,
    FileDown = 0xe318,
    FileJson = 0xe36b,
    FileUp = 0xe32a,
    Folder = 0xe0d7,
    FolderOpen = 0xe247,
    Gauge = 0xe1bf,
    GitMerge = 0xe0e4,
    Globe = 0xe0e8,
    GripVertical = 0xe0eb,
    Hash = 0xe0ef,
    History = 0xe1f5,
    Hourglass = 0xe296,
    Image = 0xe0f6,
    Info = 0xe0f9,
    Languages = 0xe0fe,
    Layers = 0xe529,
    LayoutGrid = 0xe0ff,
    LifeBuoy = 0xe101,
    Lightbulb = 0xe1c2,
    ListFilter = 0xe460,
    Lock = 0xe10b,
    LogOut = 0xe10e,
    Maximize = 0xe112,
    MessageCircle = 0xe116,
    MessageSquare = 0xe117,
    Minus = 0xe11c,
    Monitor = 0xe11d,
    MonitorSmartphone = 0xe3a2,
    Moon = 0xe11e,
    MousePointerClick = 0xe120,
    Move = 0xe121,
    Palette = 0xe1dd,
    PanelLeft = 0xe12a,
    PanelRight = 0xe431,
    Pause = 0xe12e,
    Pencil = 0xe1f9,
    PictureInPicture2 = 0xe3af,
    Play = 0xe13c,
    Plus = 0xe13d,
    Redo2 = 0xe2a0,
    RefreshCw = 0xe145,
    Repeat = 0xe146,
    Rocket = 0xe286,
    Save = 0xe14d,
    Search = 0xe151,
    Send = 0xe152,
    Settings = 0xe154,
    Shuffle = 0xe15e,
    Smartphone = 0xe163,
    Sun = 0xe178,
    Tablet = 0xe17e,
    Tag = 0xe17f,
    Timer = 0xe1e0,
    Trash2 = 0xe18e,
    TriangleAlert = 0xe193,
    Type = 0xe198,
    Undo2 = 0xe2a1,
    User = 0xe19f,
    UserRound = 0xe468,
    Users = 0xe1a4,
    X = 0xe1b2,
    ZoomIn = 0xe1b6,
    ZoomOut = 0xe1b7,
}

impl Icon {
    /// The icon's character in the icon font, which every text font falls back to.
    pub fn glyph(self) -> char {
        char::from_u32(self as u32).unwrap_or(' ')
    }

    /// Paints the icon around `center`, `size` points wide and high.
    pub fn paint(self, painter: &Painter, center: Pos2, size: f32, color: Color32) {
        let galley = painter.layout_no_wrap(self.glyph().to_string(), FontId::new(size, family(ICONS)), color);
        let rect = Align2::CENTER_CENTER.anchor_size(center, galley.size());
        painter.galley(rect.min, galley, color);
    }
}
