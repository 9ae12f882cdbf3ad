//! The values that people are offered for a field with a list of values.

/// One value that people can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The value in files.
    pub id: &'static str,
    /// What people read, in English.
    pub label: &'static str,
}

pub(super) const fn choice(id: &'static str, label: &'static str) -> Choice {
    Choice { id, label }
}

/// The browsers that the widget distinguishes.
pub const BROWSERS: &[Choice] = &[
    choice("chrome", "Chrome"),
    choice("safari", "Safari"),
    choice("edge", "Edge"),
    choice("firefox", "Firefox"),
    choice("samsung_internet", "Samsung Internet"),
    choice("opera", "Opera"),
    choice("other", "Another browser"),
];

/// The kinds of device that the widget distinguishes.
pub const DEVICE_TYPES: &[Choice] = &[
    choice("mobile", "Mobile"),
    choice("tablet", "Tablet"),
    choice("desktop", "Desktop"),
];

/// The operating systems that the widget distinguishes.
pub const OPERATING_SYSTEMS: &[Choice] = &[
    choice("windows", "Windows"),
    choice("macos", "macOS"),
    choice("linux", "Linux"),
    choice("chromeos", "ChromeOS"),
    choice("android", "Android"),
    choice("ios", "iOS"),
    choice("other", "Another system"),
];

/// The languages that people are offered; any other BCP 47 tag may be typed.
pub const LANGUAGES: &[Choice] = &[
    choice("ar", "Arabic"),
    choice("az", "Azerbaijani"),
    choice("bg", "Bulgarian"),
    choice("cs", "Czech"),
    choice("da", "Danish"),
    choice("de", "German"),
    choice("el", "Greek"),
    choice("en", "English"),
    choice("en-GB", "English (United Kingdom)"),
    choice("en-US", "English (United States)"),
    choice("es", "Spanish"),
    choice("es-MX", "Spanish (Mexico)"),
    choice("et", "Estonian"),
    choice("fa", "Persian"),
    choice("fi", "Finnish"),
    choice("fr", "French"),
    choice("fr-CA", "French (Canada)"),
    choice("he", "Hebrew"),
    choice("hi", "Hindi"),
    choice("hr", "Croatian"),
    choice("hu", "Hungarian"),
    choice("id", "Indonesian"),
    choice("it", "Italian"),
    choice("ja", "Japanese"),
    choice("ko", "Korean"),
    choice("lt", "Lithuanian"),
    choice("lv", "Latvian"),
    choice("nb", "Norwegian Bokmål"),
    choice("nl", "Dutch"),
    choice("pl", "Polish"),
    choice("pt", "Portuguese"),
    choice("pt-BR", "Portuguese (Brazil)"),
    choice("ro", "Romanian"),
    choice("ru", "Russian"),
    choice("sk", "Slovak"),
    choice("sl", "Slovenian"),
    choice("sr", "Serbian"),
    choice("sv", "Swedish"),
    choice("th", "Thai"),
    choice("tr", "Turkish"),
    choice("uk", "Ukrainian"),
    choice("vi", "Vietnamese"),
    choice("zh", "Chinese"),
    choice("zh-CN", "Chinese (China)"),
    choice("zh-TW", "Chinese (Taiwan)"),
];
