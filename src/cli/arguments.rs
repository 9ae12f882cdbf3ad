//! The arguments of every command, declared once: parsing and help come from here.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

use super::terminal::{Exit, Fault, Terminal};
use crate::backend::{CountryHeader, DEFAULT_PORT, Network, Origin};
use crate::campaign::Named;
use crate::popup::{Frame, ScenePart, Theme, Viewport};
use crate::reach::Dialect;
use crate::studio::sheet::{Screen, Texts};
use crate::wording::Language;

/// Design the pop-ups that invite a website's visitor into a conversation, and know who will see them.
#[derive(Debug, Parser)]
#[command(
    name = "beckon",
    version,
    about,
    subcommand_precedence_over_arg = true,
    disable_help_subcommand = true
)]
#[command(
    after_help = "Without a command, the app opens. `beckon help` lists the documents. Exit codes: 0 yes or fine, 1 no or problems found, 2 bad use or unreadable input."
)]
pub(super) struct Arguments {
    /// Campaigns to open in the app
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Folder of campaigns to open in the app [default: $BECKON_LIBRARY, else Beckon among your documents]
    #[arg(long, value_name = "DIR")]
    pub library: Option<PathBuf>,
    /// Write results as JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of sentences in results. Errors, keys of JSON and identifiers stay as they are
    #[arg(long, global = true, default_value = Language::ENGLISH.tag(), value_parser = languages())]
    pub lang: Language,
    /// Print the licences of everything that the program contains
    #[arg(long)]
    pub notices: bool,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check campaigns: what stops a launch, and what deserves a second look
    Check(Check),
    /// Say whether a visitor sees a campaign, and why
    Explain(Explain),
    /// Play a visitor's journey, and say what the visitor sees and when
    Simulate(Simulate),
    /// Count the visitors in a log who match a campaign, or write its audience as SQL
    Reach(Reach),
    /// Find a visitor who sees a campaign, or say why nobody ever can
    FindVisitor(FindVisitor),
    /// Say which campaigns compete for the same visitors, and which of them goes first
    Overlap(Overlap),
    /// Say which campaigns run on which days, on which days none does, and which of them meet
    Calendar(Calendar),
    /// Say who sees a campaign, in one plain sentence
    Summary(Summary),
    /// Replace a text in the addresses of campaigns: in conditions, links and tests
    Replace(Replace),
    /// Draw the pop-up as a PNG, exactly as the preview does
    Render(Render),
    /// Write the pop-up as one HTML file for any browser
    Html(Html),
    /// Write the pop-up on every device, light and dark, with every text, as one file, and say what is cut off or cannot be read
    Sheet(Sheet),
    /// Export campaigns: as one file, as a static site, for translators, or for another system
    Export(Export),
    /// Bring in what was written elsewhere: the texts of translators, or another program's audience as a saved audience or a new campaign
    Import(Import),
    /// Run the backend that campaigns are launched to, with its demo shop
    Serve(Serve),
    /// Launch campaigns at a backend, or send what is waiting for it
    Publish(Publish),
    /// Print the JSON Schema of the campaign file, or of a saved audience's
    Schema(Schema),
    /// Show the main features without a window: sample campaigns, their findings, verdicts and pictures
    Tour(Tour),
    /// Print what to send along when something went wrong: versions, counts and the end of the log
    Diagnose(Diagnose),
    /// List the documents, or show a document or the options of a command
    Help(Help),
    /// Print what makes a shell complete commands and options
    Completions(Completions),
    /// Print the manual page of the program or of a command, or write all of them into a folder
    Man(Man),
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Campaign files, site documents (site.json) and saved audiences (NAME.audience.json)
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// What holds for all campaigns of a site.
#[derive(Debug, Args)]
pub(super) struct SiteOption {
    /// Site document [default: site.json next to the campaign]
    #[arg(long = "site", value_name = "SITE.json")]
    site_document: Option<PathBuf>,
}

impl SiteOption {
    /// Returns the file that was named.
    pub(super) fn named(&self) -> Option<&Path> {
        self.site_document.as_deref()
    }
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// Campaign file
    pub file: PathBuf,
    /// Visitor file, or the name of a preset such as first-visit: see `beckon help visitors`
    #[arg(long, value_name = "V")]
    pub visitor: PathBuf,
    /// Instant to ask about, such as 2026-11-22T10:00:00Z [default: now]
    #[arg(long, value_name = "T")]
    pub at: Option<String>,
    #[command(flatten)]
    pub site: SiteOption,
}

#[derive(Debug, Args)]
pub(super) struct Simulate {
    /// Campaign files, all of them live
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Journey file, or the name of a preset such as reads-to-end: see `beckon help visitors`
    #[arg(long, value_name = "J")]
    pub journey: PathBuf,
    #[command(flatten)]
    pub site: SiteOption,
}

#[derive(Debug, Args)]
pub(super) struct Reach {
    /// Campaign file
    pub file: PathBuf,
    /// Log of visitors: CSV with a header, or one JSON object per line
    #[arg(long, value_name = "LOG")]
    pub log: Option<PathBuf>,
    /// Write the audience as a WHERE clause for postgresql, clickhouse, bigquery or duckdb
    #[arg(long, value_name = "DIALECT", value_parser = dialect)]
    pub sql: Option<Dialect>,
    /// Column of a field, such as url=page_location or custom.plan=Plan; leave out the column after = to ignore the field
    #[arg(long, value_name = "FIELD=COLUMN", num_args = 1..)]
    pub map: Vec<String>,
    /// Instant that counts as now, such as 2026-11-22T10:00:00Z [default: now]
    #[arg(long, value_name = "T")]
    pub at: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct FindVisitor {
    /// Campaign file
    pub file: PathBuf,
    /// Visitor file or preset that the result should resemble [default: a first-time desktop visitor]
    #[arg(long, value_name = "V")]
    pub near: Option<PathBuf>,
    /// Instant to ask about, such as 2026-11-22T10:00:00Z [default: now]
    #[arg(long, value_name = "T")]
    pub at: Option<String>,
    #[command(flatten)]
    pub site: SiteOption,
}

#[derive(Debug, Args)]
pub(super) struct Calendar {
    /// Folder with campaigns
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// First day, such as 2026-12-01 [default: today]
    #[arg(long, value_name = "DAY")]
    pub from: Option<chrono::NaiveDate>,
    /// How many weeks
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u8).range(1..=53))]
    pub weeks: u8,
}

#[derive(Debug, Args)]
pub(super) struct Overlap {
    /// Campaign files, all of them live
    #[arg(required = true, num_args = 2.., value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Visitor file or preset that the results should resemble [default: a first-time desktop visitor]
    #[arg(long, value_name = "V")]
    pub near: Option<PathBuf>,
    /// Instant to ask about, such as 2026-11-22T10:00:00Z [default: now]
    #[arg(long, value_name = "T")]
    pub at: Option<String>,
    #[command(flatten)]
    pub site: SiteOption,
}

#[derive(Debug, Args)]
pub(super) struct Summary {
    /// Campaign file
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Schema {
    /// Which file it is about
    #[arg(value_enum, default_value_t = SchemaOf::Campaign, value_name = "FILE")]
    pub of: SchemaOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// A campaign: NAME.campaign.json
    Campaign,
    /// A saved audience: audiences/NAME.audience.json
    Audience,
}

#[derive(Debug, Args)]
pub(super) struct Replace {
    /// Text to find, whatever its case
    pub old: String,
    /// Text to put in its place
    pub new: String,
    /// Campaign files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Only say what would change
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct Render {
    /// Campaign file
    pub file: PathBuf,
    /// PNG file to write
    #[arg(short, long, value_name = "OUT.png")]
    pub output: PathBuf,
    /// Replace the file if it exists
    #[arg(long)]
    pub force: bool,
    /// Browser window: desktop, tablet or phone
    #[arg(long, default_value = "desktop")]
    pub frame: Frame,
    /// Browser window of another size, in CSS pixels, such as 360x780
    #[arg(long, value_name = "WIDTHxHEIGHT", conflicts_with = "frame")]
    pub size: Option<Viewport>,
    /// Physical pixels per CSS pixel, from 0.25 to 4
    #[arg(long, default_value = "1", value_parser = scale)]
    pub scale: f32,
    /// light or dark
    #[arg(long, default_value = "light")]
    pub theme: Theme,
    /// The whole page, or only the pop-up with its surroundings
    #[arg(long, default_value = "page")]
    pub part: ScenePart,
    #[command(flatten)]
    pub speech: SpeechOption,
    #[command(flatten)]
    pub site: SiteOption,
}

#[derive(Debug, Args)]
pub(super) struct Sheet {
    /// Campaign file
    pub file: PathBuf,
    /// File to write
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// What to write [default: as the file's ending says, else png]
    #[arg(long = "as", value_enum, value_name = "FORM")]
    pub form: Option<ProofAs>,
    /// Replace the file if it exists
    #[arg(long)]
    pub force: bool,
    /// Only these devices [default: desktop,tablet,phone]
    #[arg(long = "device", value_name = "DEVICE", value_delimiter = ',', value_parser = named::<Screen>())]
    pub devices: Vec<Screen>,
    /// Only light or dark [default: both]
    #[arg(long)]
    pub theme: Option<Theme>,
    /// Only these texts [default: all that change the picture]
    #[arg(long, value_name = "TEXTS", value_delimiter = ',', value_parser = named::<Texts>())]
    pub texts: Vec<Texts>,
    #[command(flatten)]
    pub speech: SpeechOption,
    #[command(flatten)]
    pub site: SiteOption,
}

/// In which language a message is drawn.
#[derive(Debug, Args)]
pub(super) struct SpeechOption {
    /// Draw it in this language, such as tr [default: the campaign's own]
    #[arg(long = "in", value_name = "TAG")]
    pub language: Option<String>,
}

/// What a proof can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ProofAs {
    /// One picture
    Png,
    /// One page for any browser
    Html,
    /// A PDF of one page
    Pdf,
}

#[derive(Debug, Args)]
pub(super) struct Html {
    /// Campaign file
    pub file: PathBuf,
    /// File to write
    #[arg(short, long, value_name = "OUT.html")]
    pub output: PathBuf,
    /// Replace the file if it exists
    #[arg(long)]
    pub force: bool,
    /// light or dark
    #[arg(long, default_value = "light")]
    pub theme: Theme,
    #[command(flatten)]
    pub speech: SpeechOption,
    #[command(flatten)]
    pub site: SiteOption,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    /// Campaign files
    #[arg(required_unless_present = "library", value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Export every campaign of this folder
    #[arg(long, value_name = "DIR", conflicts_with = "files")]
    pub library: Option<PathBuf>,
    /// File or folder to write
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// Replace the file if it exists; in a site's folder, only files that Beckon wrote are replaced
    #[arg(long)]
    pub force: bool,
    /// What to write
    #[arg(long = "as", value_enum, default_value = "json")]
    pub form: ExportForm,
    /// For translators: the language that they write, such as tr [default: those that the campaigns have]
    #[arg(long, value_name = "TAG")]
    pub to: Option<String>,
    #[command(flatten)]
    pub site: SiteOption,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportForm {
    /// One file with the campaigns and their pictures
    Json,
    /// A folder for any static host: campaigns, widget, pictures and an example page
    Site,
    /// Calls of Jetlink's JavaScript SDK
    Jetlink,
    /// The audience of one campaign, or a saved one, as JsonLogic
    #[value(name = "jsonlogic")]
    JsonLogic,
    /// The same, as a query of react-querybuilder
    ReactQuerybuilder,
    /// The texts of one language for translators, as XLIFF 2.0
    Xliff,
    /// The texts of every language for translators, as a table
    Csv,
}

#[derive(Debug, Args)]
pub(super) struct Import {
    /// JsonLogic, or a query of react-querybuilder; or texts of translators, as XLIFF 2 or CSV
    pub file: PathBuf,
    /// For texts: the campaign files that they are of
    #[arg(value_name = "CAMPAIGN", conflicts_with_all = ["output", "library"])]
    pub campaigns: Vec<PathBuf>,
    /// For texts: look for their campaigns in this folder
    #[arg(long, value_name = "DIR", conflicts_with = "output")]
    pub library: Option<PathBuf>,
    /// For texts: only say what would change
    #[arg(long, conflicts_with = "output")]
    pub dry_run: bool,
    /// For an audience: saved audience or campaign to write, NAME.audience.json or NAME.campaign.json
    #[arg(short, long, value_name = "OUT", required_unless_present_any = ["campaigns", "library"])]
    pub output: Option<PathBuf>,
    /// What it is called [default: as the file]
    #[arg(long, requires = "output")]
    pub name: Option<String>,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    pub force: bool,
}

#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Port to listen on; 0 takes any free port
    #[arg(long, value_name = "P", default_value_t = DEFAULT_PORT)]
    pub port: u16,
    /// Data directory [default: backend among Beckon's data]
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Address to listen on; 0.0.0.0 accepts other machines
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// Reverse proxy whose X-Forwarded-For is trusted: an address or a network such as 10.0.0.0/8; may be repeated
    #[arg(long, value_name = "NETWORK")]
    pub trusted_proxy: Vec<Network>,
    /// Trust proxies on this machine and in private networks
    #[arg(long)]
    pub behind_proxy: bool,
    /// Website whose visitors are counted, such as https://www.example.com; may be repeated [default: all]
    #[arg(long, value_name = "ORIGIN")]
    pub origin: Vec<Origin>,
    /// Header in which a proxy in front writes the visitor's country as two letters, such as CF-IPCountry
    #[arg(long, value_name = "NAME")]
    pub country_header: Option<CountryHeader>,
    /// Print the token at every start, not only at the first
    #[arg(long)]
    pub show_token: bool,
    /// Include the client's address in each line of the log
    #[arg(long)]
    pub log_addresses: bool,
    /// Log every request, including those of visitors
    #[arg(long)]
    pub log_requests: bool,
}

#[derive(Debug, Args)]
pub(super) struct Publish {
    /// Campaign files, and site.json for what holds for all of them; without any, sends what is waiting
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The backend's address, or the name of one of the app's connections
    #[arg(long, value_name = "URL")]
    pub to: String,
    /// The backend's token [default: $BECKON_TOKEN, else the one that the app keeps]
    // Tokens may begin with a hyphen.
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    pub token: Option<String>,
    /// Only add to the outbox; a later publish or the app sends it
    #[arg(long, requires = "files")]
    pub offline: bool,
    /// If somebody else has changed it at the backend, overwrite it with yours
    #[arg(long, conflicts_with = "offline")]
    pub overwrite: bool,
    /// How long to retry when the backend does not answer
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    pub wait: u64,
}

#[derive(Debug, Args)]
pub(super) struct Tour {
    /// Folder for the pictures
    #[arg(default_value = DEFAULT_TOUR, value_name = "DIR")]
    pub folder: PathBuf,
    /// Write into a folder that contains other files, too
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub(super) struct Diagnose {
    /// Folder of campaigns to look at [default: $BECKON_LIBRARY, else Beckon among your documents]
    #[arg(long, value_name = "DIR")]
    pub library: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Help {
    /// Topic of a document, or a command; without one, the topics are listed
    #[arg(value_name = "TOPIC")]
    pub topic: Option<String>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "For this session: source <(beckon completions bash). For all sessions, write it where the shell looks, \
    such as ~/.local/share/bash-completion/completions/beckon or ~/.config/fish/completions/beckon.fish; \
    for zsh, a file named _beckon in a folder of $fpath."
)]
pub(super) struct Completions {
    /// Shell to print it for
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: CompletedShell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CompletedShell {
    Bash,
    Fish,
    Zsh,
}

#[derive(Debug, Args)]
pub(super) struct Man {
    /// Command whose page is printed; without one, that of the program
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
    /// Folder to write all pages into
    #[arg(short, long, value_name = "DIR", conflicts_with = "command")]
    pub output: Option<PathBuf>,
    /// Replace pages that exist
    #[arg(long, requires = "output")]
    pub force: bool,
}

const DEFAULT_TOUR: &str = "beckon-tour";

impl Default for Tour {
    fn default() -> Self {
        Tour {
            folder: DEFAULT_TOUR.into(),
            force: false,
        }
    }
}

/// Everything that is declared here, for what is made from it.
pub(super) fn declared() -> clap::Command {
    Arguments::command()
}

/// What the commands are called.
pub(super) fn command_names() -> Vec<String> {
    declared()
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .collect()
}

/// What `beckon COMMAND --help` prints; `None` for what is not a command.
pub(super) fn options_of(command: &str) -> Option<String> {
    if !command_names().iter().any(|name| name == command) {
        return None;
    }
    let help = Arguments::try_parse_from(["beckon", command, "--help"]).err()?;
    Some(help.render().to_string())
}

/// A choice of the languages there are.
fn languages() -> impl TypedValueParser<Value = Language> {
    let choices = Language::ALL.map(|language| PossibleValue::new(language.tag()).help(language.own_name()));
    PossibleValuesParser::new(choices).map(|tag| Language::from_tag(&tag).unwrap_or_default())
}

/// A choice of the words of a kind.
fn named<T: Named + Send + Sync + 'static>() -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(T::ALL.iter().map(|word| word.id())).try_map(|id| T::from_id(&id).ok_or("unknown"))
}

fn dialect(id: &str) -> Result<Dialect, String> {
    let known = || {
        Dialect::ALL
            .iter()
            .map(|dialect| dialect.id())
            .collect::<Vec<_>>()
            .join(", ")
    };
    Dialect::from_id(id).ok_or_else(|| format!("the dialects are {}", known()))
}

fn scale(text: &str) -> Result<f32, String> {
    let scale = text.parse::<f32>().ok().filter(|scale| (0.25..=4.0).contains(scale));
    scale.ok_or_else(|| "a scale is a number from 0.25 to 4".to_owned())
}

/// Returns the campaigns that the app opens on, when they are there. A wrong command looks like a file, too.
pub(super) fn app_files(files: Vec<PathBuf>) -> Result<Vec<PathBuf>, Fault> {
    let Some(file) = files.iter().find(|file| !file.is_file()) else {
        return Ok(files);
    };
    let message = match file.exists() {
        true => format!("`{}` is not a campaign file", file.display()),
        false => format!("`{}` is neither a command nor a file", file.display()),
    };
    Err(Fault::new(message, "see the commands with: beckon --help"))
}

pub(super) fn file_before_command(file: &Path) -> Fault {
    let message = format!("`{}` stands before the command", file.display());
    Fault::new(message, "name files after the command, as in: beckon check FILE")
}

/// Prints help and version as they are, and bad use in one line with a hint.
pub(super) fn report(error: &clap::Error, terminal: &mut Terminal<'_>) -> Exit {
    let text = error.render().to_string();
    if !error.use_stderr() {
        let printed = terminal.raw(&text).map(|()| Exit::Yes);
        return terminal.end(printed);
    }
    let mut parts = text
        .split("\n\n")
        .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    let message = parts.next().unwrap_or_default();
    let tip = parts.find_map(|part| part.strip_prefix("tip: ").map(str::to_owned));
    let hint = tip.unwrap_or_else(|| "see the options with: beckon --help, or beckon COMMAND --help".to_owned());
    terminal.end(Err(Fault::new(message.trim_start_matches("error: "), hint)))
}
