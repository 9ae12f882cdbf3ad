# Every text of the app in English.

app-name = Beckon

## Calendar
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Mo
weekday-2 = Tu
weekday-3 = We
weekday-4 = Th
weekday-5 = Fr
weekday-6 = Sa
weekday-7 = Su

## The editor
editor-who = Who sees it
editor-visitors-for-whom = Visitors for whom
editor-of-these-hold = of these hold
editor-of-these = of these
editor-all = all
editor-any = any
editor-none = none
editor-word-and = AND
editor-word-or = OR
editor-word-not = NOT
editor-word-and-not = AND NOT
editor-joiner-outermost = Joined by
editor-joiner = Group { $number } joined by
editor-rule = The rule in words
editor-condition-name = Condition { $number }
editor-page-condition-name = Page condition { $number }
editor-group-name = Group { $number }
editor-row-handle = Move or change row { $number }
editor-page-row-handle = Move or change page row { $number }
editor-group-handle = Move or change group { $number }
editor-part-field = field
editor-part-operator = comparison
editor-part-value = value
editor-part-key = attribute
editor-part-known-keys = known attributes
editor-part-kind = kind of value
editor-part-calendar = calendar
editor-choose-field = Choose…
editor-choose-operator = Choose…
editor-choose-value = Choose…
editor-add-value = Add…
editor-search-fields = Search
editor-search-languages = Search, or type a tag
editor-free-language = Use this language tag
editor-key-placeholder = plan
editor-date-placeholder = YYYY-MM-DD
editor-kind-text = Text
editor-kind-number = Number
editor-kind-yes-no = Yes or no
editor-yes = Yes
editor-no = No
editor-previous-month = Previous month
editor-next-month = Next month
editor-remove-chip = Remove { $value } from { $place }
editor-remove-row = Remove row { $number }
editor-add-row = Add condition after row { $number }
editor-remove-page-row = Remove page row { $number }
editor-add-page-row = Add condition after page row { $number }
editor-unmute = Muted. Unmute row { $number }
editor-unmute-page = Muted. Unmute page row { $number }
editor-unmute-group = Muted. Unmute group { $number }
editor-remove-group = Remove group { $number }
editor-add-condition = Condition
editor-add-condition-name = Add condition
editor-add-condition-to = Add condition to group { $number }
editor-add-group = Group
editor-add-group-name = Add group
editor-add-group-to = Add group to group { $number }
editor-too-deep = Groups can nest 16 deep; put it further out
editor-cannot-drop = It cannot go here: groups can nest 16 deep
editor-empty-audience = Nobody is chosen yet. Add a condition, such as Number of Visit at least 1 for everybody.
editor-menu-up = Move up
editor-menu-down = Move down
editor-menu-mute = Mute
editor-menu-unmute = Unmute
editor-menu-duplicate = Duplicate
editor-menu-wrap = Put into a group
editor-menu-unwrap = Dissolve the group
editor-menu-remove = Remove
editor-when = When, on the page
editor-joined-by = Joined to the audience by
editor-join = Joined to the audience by
editor-empty-activity = As soon as the page is open. Wait for a scroll or for the moment they leave:
editor-add-scroll = Scroll Ratio
editor-add-exit = Exit Screen
editor-step-add-condition = Add condition
editor-step-add-group = Add group
editor-step-remove = Remove condition
editor-step-duplicate = Duplicate condition
editor-step-move = Move condition
editor-step-wrap = Put into a group
editor-step-unwrap = Dissolve group
editor-step-mute = Mute or unmute
editor-step-joiner = Change all, any or none
editor-step-join = Change AND or OR
editor-step-field = Change the field
editor-step-operator = Change the comparison
editor-step-value = Change the value
editor-step-key = Change the attribute

## Message and review
editor-rich = Rich card
editor-rich-help = Picture, title, text and a button
editor-bubble = Text
editor-bubble-help = A short message beside the launcher
editor-open-window = Open window
editor-open-window-help = Opens the chat with a reply
editor-compose = Compose your message
editor-choose-type = Choose what it looks like, above.
editor-title = Title
editor-title-placeholder = Need a hand?
editor-subtitle = Subtitle
editor-subtitle-placeholder = Ask us anything about plans.
editor-button-name = Button name
editor-button-name-placeholder = Compare plans
editor-when-pressed = When the button is pressed
editor-say = Say to the bot
editor-link = Open a link
editor-button-message = Message to the bot
editor-button-message-placeholder = Compare plans
editor-button-link = Link
editor-button-link-placeholder = https://www.example.com/
editor-user-say = User expression
editor-user-say-placeholder = Compare plans
editor-user-say-help = What the visitor would have typed; it starts the matching intent.
editor-user-say-text-help = What the visitor says by clicking the message; it starts the matching intent.
editor-user-say-open-help = The chat opens as if the visitor had typed this.
editor-text = Message
editor-text-placeholder = Hi there! Can we help you find something?
editor-preview-reply = Reply in the preview
editor-preview-reply-placeholder = Of course. Which plan are you looking at?
editor-preview-reply-help = Only for the preview: on your site the bot answers for itself.
editor-right-to-left = This field shows right-to-left text in the wrong order; the preview shows it as visitors see it.
editor-insert-attribute = Insert an attribute into { $field }
editor-insert-help = Puts in what your site knows about the visitor, or the fallback.
editor-insert-other = Another attribute
editor-insert-key = attribute
editor-insert-fallback = fallback
editor-picture = Picture
editor-launcher-picture = Launcher picture
editor-no-picture = No picture
editor-picture-chosen = Picture chosen
editor-picture-missing = The file is missing
editor-drop-picture = Drop one here; any size is cropped to 400 × 200 for you
editor-drop-another = Drop another picture here; any size is cropped for you
editor-drop-launcher = Drop a picture here; it is cropped to a square
editor-choose-picture = Choose a picture
editor-replace = Replace
editor-remove-picture = Remove { $picture }
editor-how-often = How often and how soon
editor-repeat-cycle = Repeat cycle
editor-cycle-every = Repeat cycle length
editor-cycle-none = Every page view
editor-cycle-minutes = { $count ->
    [one] minute
   *[other] minutes
}
editor-cycle-hours = { $count ->
    [one] hour
   *[other] hours
}
editor-cycle-days = { $count ->
    [one] day
   *[other] days
}
editor-cycle-help = Not again to the same visitor within this time
editor-cycle-none-help = As often as the rule holds
editor-delay = Message delay
editor-delay-help = Counted from when the rule holds
editor-seconds = seconds
editor-priority = Priority
editor-priority-help = 1 goes first
editor-launcher = Launcher image
editor-launcher-current = Current
editor-launcher-bot = Bot profile
editor-launcher-own = Own picture
editor-launcher-help = While the campaign shows
editor-step-type = Change the type
editor-step-text = Change the text
editor-step-token = Insert an attribute
editor-step-action = Change what the button does
editor-step-remove-picture = Remove the picture
editor-step-cycle = Change the repeat cycle
editor-step-delay = Change the message delay
editor-step-priority = Change the priority
editor-step-launcher = Change the launcher image
editor-step-name = Rename
editor-step-zone = Change the time zone
editor-to-mend = Before it can be launched
editor-to-look-at = Worth a second look
editor-show-place = Show
editor-in-words = In plain words
editor-no-rule = Everybody sees it: the audience has no finished condition.
editor-details = Name and time zone
editor-name = Campaign name
editor-zone = Time zone
editor-zone-help = Dates begin and end here
editor-search-zones = Search time zones
editor-export = Take it to your site
editor-export-help = Everything that visitors see, in one file. Pictures are inside.
editor-export-json = Export JSON
editor-export-jetlink = Export for Jetlink
editor-export-png = Export picture
editor-export-path = Or write to this file
editor-export-path-help = The ending decides: .json, .js for Jetlink, .png for the picture
editor-export-write = Write file
editor-show-finding = Show: { $finding }
editor-platform = Platform
editor-web-messenger = Web Messenger
editor-step-platform = Change the platform
editor-crop = Choose the part to show
editor-crop-help = Drag the frame or its corners. The picture becomes { $width } × { $height }.
editor-crop-frame = Part of the picture to show
editor-crop-largest = As large as possible
editor-crop-use = Use this part
editor-cancel = Cancel

## The simulated visitor
simulator-visitor = Visitor
simulator-own = Your own visitor
simulator-nothing = Open a campaign to try it on a visitor.
simulator-no-verdict = Working it out…
simulator-first-visit = First visit
simulator-first-visit-help = New here, on a desktop
simulator-returning-turkish = Returning, desktop, Turkish
simulator-returning-turkish-help = 6th view of this page
simulator-end-of-page = Reader at the end of the page
simulator-end-of-page-help = Has scrolled to 100 %
simulator-about-to-leave = About to leave
simulator-about-to-leave-help = The pointer left through the top edge; choose a tablet to try touch
simulator-phone-japan = Phone visitor from Japan
simulator-phone-japan-help = Safari on a phone, in Japanese
simulator-trial = Customer with a trial plan
simulator-trial-help = The site tells: plan is trial
simulator-loyal = Loyal returning customer
simulator-loyal-help = 80 pages opened, 7 conversations
simulator-just-shown = Was shown it an hour ago
simulator-just-shown-help = To try the repeat cycle
simulator-more = More about this visitor
simulator-less = Show less
simulator-page = Page
simulator-page-views = Page views
simulator-language = Language
simulator-conversations = Conversations
simulator-device = Device
simulator-scrolled = Scrolled
simulator-scroll-slider = Scroll the page
simulator-leaving = About to leave
simulator-leaving-pointer = The pointer has left through the top edge of the page.
simulator-leaving-touch = They flicked up fast near the top of the page, or switched to another tab.
simulator-at = At
simulator-now = Set to now
simulator-at-calendar = Choose the date
simulator-zone = Times are in { $zone }
simulator-visits = Pages opened
simulator-browser = Browser
simulator-version = Version
simulator-views = Times shown
simulator-clicks = Clicks
simulator-first-seen = First seen
simulator-last-shown = Last shown
simulator-quiet-until = Quiet until
simulator-never = never
simulator-attributes = Attributes
simulator-add-attribute = Attribute
simulator-attribute-name = Attribute { $number } name
simulator-attribute-value = Attribute { $number } value
simulator-remove-attribute = Remove attribute { $number }

## Commands
command-palette = Command palette
command-palette-tip = Find any command by typing
command-new = New campaign
command-new-tip = Start a campaign
command-duplicate = Duplicate campaign
command-duplicate-tip = Make a copy of the open campaign
command-rename = Rename campaign
command-rename-tip = Give the open campaign another name
command-delete = Delete campaign
command-delete-tip = Delete the open campaign; it can be brought back
command-search = Search campaigns
command-search-tip = Find a campaign in the library
command-previous-campaign = Campaign above
command-previous-campaign-tip = Open the campaign above in the library
command-next-campaign = Campaign below
command-next-campaign-tip = Open the campaign below in the library
command-undo = Undo
command-undo-tip = Take the last change back
command-redo = Redo
command-redo-tip = Make the change again that was taken back
command-go-audience = Go to Audience
command-go-audience-tip = Say who sees the campaign
command-go-message = Go to Message
command-go-message-tip = Write what they see
command-go-review = Go to Review & launch
command-go-review-tip = Check everything and launch it
command-next = Next step
command-next-tip = Go on to the next step
command-add-condition = Add a condition
command-add-condition-tip = Add a condition at the end of the audience
command-add-group = Add a group
command-add-group-tip = Add a group of conditions at the end of the audience
command-frame-desktop = Preview on a desktop
command-frame-desktop-tip = Show the pop-up in a page of 1280 × 800
command-frame-tablet = Preview on a tablet
command-frame-tablet-tip = Show the pop-up in a page of 768 × 1024
command-frame-phone = Preview on a phone
command-frame-phone-tip = Show the pop-up in a page of 390 × 844
command-zoom-in = Zoom in
command-zoom-in-tip = Make the preview larger
command-zoom-out = Zoom out
command-zoom-out-tip = Make the preview smaller
command-zoom-actual = Preview at 100 %
command-zoom-actual-tip = One pixel of the page is one pixel of the screen
command-zoom-fit = Fit the preview
command-zoom-fit-tip = Show the whole page
command-popup-theme = Light or dark pop-up
command-popup-theme-tip = Show the pop-up as visitors with the other theme see it
command-export-json = Export as JSON
command-export-json-tip = Write the campaign with its pictures into one file
command-export-jetlink = Export for Jetlink
command-export-jetlink-tip = Write the snippet for Jetlink's JavaScript SDK
command-export-png = Export the preview as a picture
command-export-png-tip = Write the preview as a PNG file
command-import = Import a campaign
command-import-tip = Bring a campaign file into the library
command-theme-light = Light theme
command-theme-light-tip = Make the app light
command-theme-dark = Dark theme
command-theme-dark-tip = Make the app dark
command-theme-system = Follow the desktop's theme
command-theme-system-tip = Be light or dark as the desktop is
command-language = Türkçe
command-language-tip = Switch the app to Turkish
command-reduce-motion = Reduce motion
command-reduce-motion-tip = Play journeys from moment to moment, and let nothing slide; once more brings motion back
command-quit = Quit
command-quit-tip = Close the window; everything is saved

## Steps of the editor
step-audience = Audience
step-message = Message
step-review = Review & launch

## Window
close = Close
cancel = Cancel
next = Next
export = Export
unnamed = Unnamed campaign
undo-of = Undo: { $name }
redo-of = Redo: { $name }
trouble = { $error }. { $hint }
percent = { $value } %
menu-app = Menu
nothing-open = No campaign is open
nothing-open-help = Choose one at the left, or start a new one.
copy-of = { $name } (copy)
deleted = “{ $name }” was deleted.
reloaded = Another program changed this campaign; this is the new version.
exported = Written to { $path }
exported-without = Written to { $path }. Left out: { $what }.
imported = { $count ->
    [one] One campaign was imported.
   *[other] { $count } campaigns were imported.
}
save-not = Not saved
save-again = Try again
save-failed = Your changes are not saved yet: { $error }. { $hint }
edit-rename = Rename campaign
edit-picture = Choose picture

## Library
library-search = { $count ->
    [one] Search one campaign
   *[other] Search { $count } campaigns
}
library-loading = Reading your campaigns…
library-empty = No campaigns yet
library-none-match = No campaign matches
library-show-all = Show all
library-more = Actions for { $name }
status-draft = Draft
status-live = Live
status-changed = Changed since launch
status-failing = Needs attention
status-broken = Cannot be read
content-rich = Rich card
content-text = Text
content-open-window = Open window

## Preview
preview-name = Preview of the pop-up
preview-frame = Frame
preview-size = Size
preview-theme = Theme of the pop-up
preview-scale = Pixels of the visitor's screen
preview-scale-of = Screen with { $scale } pixels a point
preview-fit = Fit
preview-none = The preview is on its way…
preview-trouble = The preview cannot be drawn
preview-caption = { $width } × { $height } · { $percent } %
frame-desktop = Desktop
frame-tablet = Tablet
frame-phone = Phone
theme-light = Light
theme-dark = Dark

## Dialogs
new-platform = Where will it be shown?
platform-web-messenger = Web Messenger
platform-web-messenger-detail = The chat launcher on your website
new-name = Name
new-name-hint = Spring sale, returning visitors
new-create = Create campaign
rename-do = Rename
palette-search = Type a command or a campaign's name
palette-nothing = Nothing matches
palette-open = Open campaign
file-path = File
file-browse = Choose…
file-is-folder = This is a folder: add a file name to it.
file-no-folder = This folder does not exist: choose another one.
file-replaces = A file of this name exists and will be replaced.
file-missing = There is no such file.
file-import-title = Import a campaign
file-import-help = A campaign file or an exported bundle; its pictures come along.
file-import-kind = Campaigns
file-import-do = Import
file-export-json-title = Export as JSON
file-export-json-help = One file with the campaign and its pictures, for another library or system.
file-export-json-kind = JSON
file-export-json-do = Export
file-export-jetlink-title = Export for Jetlink
file-export-jetlink-help = A snippet for the page, for Jetlink's JavaScript SDK. It carries the message, not the audience.
file-export-jetlink-kind = JavaScript
file-export-jetlink-do = Export
file-export-png-title = Export the preview
file-export-png-help = The page with the pop-up as a picture, in the frame and theme of the preview.
file-export-png-kind = PNG picture
file-export-png-do = Export
file-picture-title = Choose a picture
file-picture-help = PNG, JPEG, WebP, GIF or BMP of any size; you choose the part that is used.
file-picture-kind = Pictures
file-picture-do = Use picture
conflict-title = This campaign was changed elsewhere
conflict-changed = Another program changed the file of “{ $name }” while you were editing it. Both versions are safe; which one goes on?
conflict-unreadable = Another program changed the file of “{ $name }”, and it can no longer be read as a campaign. What you see here is safe.
conflict-deleted = The file of “{ $name }” was deleted or moved by another program. What you see here is safe.
conflict-both = Keep both
conflict-both-detail = The other version stays; yours becomes a copy beside it.
conflict-mine = Keep mine
conflict-mine-detail = The file gets your version; the other one goes to the library's trash.
conflict-theirs = Take the other version
conflict-theirs-detail = Your version goes to the library's trash.
recovery-title = Unsaved work was found
recovery-help = Beckon was closed before these campaigns were saved. Their last changes were kept.
recovery-unsaved = Has unsaved changes
recovery-do = Bring back
recovery-forget = Discard

## What an export leaves out
loss-audience = the audience
loss-activity = the activity on the page
loss-repeat-cycle = the repeat cycle
loss-message-delay = the message delay
loss-priority = the priority
loss-link-action = the button's link
loss-button-message = the button's message
loss-user-say = the user expression
loss-launcher-image = the launcher image
loss-tokens = inserted attributes
loss-picture-address = an address for the picture

preview-site = Your site
site-color = Brand colour
site-color-of = Brand colour { $color }
site-color-written = Brand colour in figures
site-color-wrong = Write a colour like #4f46e5
site-corner = Corner
site-left = Left
site-right = Right
site-page = Page behind
site-plain = Plain page
site-screenshot = My own screenshot…
file-screenshot-title = Choose a screenshot of your site
file-screenshot-help = PNG, JPEG, WebP, GIF or BMP; it is shown as wide as the frame, for the preview alone.
file-screenshot-kind = Pictures
file-screenshot-do = Use screenshot

## Launching
launch = Launch!
launch-changes = Launch changes
launch-resume = Resume
launch-done = Launched
launch-on-its-way = Launching…
launch-waits = Waiting…
launch-choose = Choose…
launch-show = Show
launch-card = Launch
launch-public = Anybody can read the rules and texts of a live campaign: they go to every visitor's browser. Its name and your notes stay with you.
launch-said-ready = Ready to launch
launch-said-ready-detail = Every check has passed. Press Launch! and visitors can see it.
launch-said-first = Every check has passed. Launch! shows it at once on a demo shop on this computer; connect your own site whenever you like.
launch-said-stopped = { $count ->
    [one] One thing stops this launch
   *[other] { $count } things stop this launch
}
launch-said-stopped-detail = Mend what is listed below; each line leads to its place.
launch-said-live = Live since { $instant }
launch-said-live-detail = Visitors see what you see here.
launch-said-changed = Live since { $instant }, and changed since
launch-said-changed-detail = Visitors still see what was launched. Launch the changes when they are ready.
launch-said-paused = Paused
launch-said-paused-detail = Visitors do not see it. Resume launches what you see here.
launch-said-sending = On its way…
launch-said-offline = Sent when you are online again
launch-said-stuck = Not sent yet: something is needed from you
launch-said-conflict = Somebody else changed it at { $place }
launch-said-conflict-detail = Nothing was overwritten. Look at both versions and choose which one goes on.
launch-said-refused = { $place } refused it
counts-are-claims = as reported by visitors’ browsers
counts-are-claims-help = Anybody can send such reports. The backend leaves out what cannot be true, such as more clicks than showings.
launch-waits-launch = The launch waits; it is kept safe on this computer.
launch-waits-pause = The pause waits; it is kept safe on this computer.
launch-waits-take-down = Taking it down waits; it is kept safe on this computer.
launch-place = Publishes to
launch-place-none = a demo shop on this computer
launch-place-choose = Choose a connection
launch-connections = Connections…
launch-demo = Try it on the demo shop
launch-open-demo = Open demo page
launch-snippet = Put this into your site's pages, once
launch-copy = Copy
launch-impossible = Nothing can be published: no folder to keep things in was found
launch-no-thread = Close other programs and start Beckon again
launch-stopped = { $count ->
    [one] One thing has to be mended before it can be launched
   *[other] { $count } things have to be mended before it can be launched
}
launch-nothing-new = It is live as you see it here: there is nothing to launch
launch-choose-connection = Choose where to publish first
launch-sent = “{ $name }” is live.
launch-paused = “{ $name }” is paused.
launch-taken-down = “{ $name }” was taken down.
launch-refused = “{ $name }” was refused: { $words }
launch-conflict = Somebody else changed “{ $name }”. Nothing was overwritten.
launch-no-demo = The demo shop is not running: launch to this computer first
copied = Copied
difference-title = What changes for visitors
difference-live = Live now
difference-draft = Your draft
difference-rule-live = Live now, in plain words
difference-rule-draft = Your draft, in plain words

## Connections
connections-title = Connections
connections-help = Where this library's campaigns go. The chosen one is used by every campaign of this library.
connections-done = Done
connection-add = Add a connection
connection-new = New connection
connection-edit = Edit connection
connection-edit-of = Edit { $name }
connection-remove = Remove { $name }
connection-remove-title = Remove “{ $name }”?
connection-remove-help = What is live there stays live. What still waits to be sent there is given up, and its token is forgotten.
connection-remove-do = Remove
connection-local = This computer
connection-name = Connection name
connection-name-hint = Our shop
connection-url = Address
connection-url-help = The address of your backend, as its administrator gave it to you
connection-url-wrong = Write an address like https://campaigns.example.com
connection-unencrypted = Without https, campaigns and token travel unencrypted: anybody on the way can read them.
connection-token = Token
connection-token-help = It is kept in your system's keyring; without one, in a file that only you can read.
connection-token-keep = Leave it empty to keep the present one.
connection-token-wrong = This cannot be a token: it has no blanks or line ends.
connection-kept-keyring = The token is in your system's keyring.
connection-kept-file = No keyring answered, so the token is kept in a file that only you can read, in Beckon's own folder.
connection-save = Save
connection-try = Try it
connection-trying = Asking…
try-fine = { $count ->
    [0] It works. No campaign is there yet.
    [one] It works. One campaign is there.
   *[other] It works. { $count } campaigns are there.
}
try-unprepared = No secure connection can be prepared: check the address.
try-unreachable = Nobody answers there. Check the address and your internet connection.
try-untrusted = The connection is not secure: the certificate there is not trusted. Check the address.
try-broken = The connection broke off. Try again.
try-slow = It did not answer in time. Try again later.
try-clock = This computer's date is wrong, so no secure connection can be made. Set its date and time.
try-token = It answers, but does not accept the token. Ask for a new one and paste it here.
try-moved = It answers that it has moved. Ask for its new address.
try-not-beckon = Something answers, but it is not a Beckon backend. Check the address.
try-busy = It is too busy just now. Try again in a minute.
try-status = It answers with an error ({ $status }). Ask whoever runs it.
line-online = connected
line-unknown = not asked yet
line-offline = offline
line-stopped = needs you
place-none = Not connected yet
place-none-detail = Launch starts a demo
place-waiting = { $count ->
    [0] nothing waiting
    [one] one waiting
   *[other] { $count } waiting
}
confirm-take-down = Take “{ $name }” down?
confirm-take-down-help = Visitors no longer see it, and { $place } forgets it. The draft stays here; it can be launched again.
confirm-take-down-do = Take down
confirm-delete = Delete “{ $name }”?
confirm-delete-help = It is at { $place }. Without its draft it can no longer be changed from here.
confirm-delete-both = Delete and take down
confirm-delete-here = Delete here only
clash-title = Somebody else changed this campaign
clash-changed = At { $place } “{ $name }” is no longer as it was when you published it last. Nothing was overwritten; which version goes on?
clash-gone = “{ $name }” was taken down at { $place }. Nothing was sent; what now?
clash-same = Both versions show visitors the same.
clash-theirs-head = Theirs
clash-mine-head = Yours
clash-keep-mine = Keep mine
clash-keep-mine-detail = Yours goes onto the site. Theirs becomes a campaign of its own in your library.
clash-launch-again = Launch it again
clash-launch-again-detail = Yours goes onto the site as a new campaign.
clash-pause = Pause it all the same
clash-take-down = Take it down all the same
clash-take-theirs = Take theirs
clash-take-theirs-detail = Your draft becomes theirs; Undo brings yours back.
clash-leave = Leave it down
clash-leave-detail = Your draft stays as it is.
clash-later = Decide later
clash-copy-name = { $name } (from { $place })
clash-copied = Their version is in your library as “{ $name }”.
clash-taken = Your draft is their version now. Undo brings yours back.
edit-take-theirs = Take their version
library-shown = { $count } shown
status-waiting = Waiting
status-paused = Paused
status-refused = Refused
status-conflict = Two versions
command-launch = Launch campaign
command-launch-tip = Show the open campaign to visitors
command-pause = Pause
command-pause-tip = Keep the campaign off the site for now
command-resume = Resume
command-resume-tip = Put the campaign back onto the site
command-take-down = Take down
command-take-down-tip = Take the campaign off the site; the draft stays
command-retry-now = Try to send now
command-retry-now-tip = Send at once what waits
command-resolve-conflict = Compare versions
command-resolve-conflict-tip = Look at both versions of the campaign and choose
command-open-demo = Open demo page
command-open-demo-tip = Try the campaign on the demo shop in your browser
command-connections = Connections
command-connections-tip = Say where campaigns are published to

# Questions about who sees it
command-find-visitor = Show a visitor who sees this
command-find-visitor-tip = Simulate the nearest visitor who would see this campaign
command-nearest-change = What would have to change?
command-nearest-change-tip = Say what the simulated visitor lacks to see this campaign
command-visitor-before = Back to the visitor before
command-visitor-before-tip = Simulate the visitor again who was there before one was filled in
advice-find = Show me a visitor who sees this
advice-searching = Looking for a visitor…
advice-change = What would have to change?
advice-and = and { $change }
advice-would-see = This visitor would see it
advice-make = Make these changes
advice-back = Back to the visitor before
advice-changed = Changed: { $changes }
advice-moved = The clock was moved to { $instant }, when they can see it.
advice-first-place = Show the first condition
advice-sees-already = This visitor sees it already.
advice-none-before = No visitor was filled in.
advice-yes = yes
advice-no = no
advice-missing = not known
editor-conflict = Contradicts the other marked conditions.
editor-conflict-alone = Nobody can fulfil this.

## The journey
journey = Journey
journey-switch = Below the preview
journey-own = Your own journey
journey-menu = More about the journey
journey-first-visit = First visit
journey-first-visit-help = New here: opens the page, looks around
journey-returns-tomorrow = Returns tomorrow
journey-returns-tomorrow-help = Closes what is shown, and is back a day later
journey-reads-to-end = Reads to the end
journey-reads-to-end-help = Scrolls to the end of the page, step by step
journey-about-to-leave = About to leave
journey-about-to-leave-help = Reads a little, then leaves: with the pointer, or on a touch device with a flick
journey-back-on-phone = Comes back on the phone
journey-back-on-phone-help = Each browser has its own memory: new there
journey-play = Play
journey-pause = Pause the journey
journey-speed = Speed
journey-speed-of = { $speed }×
journey-add = Step
journey-undo = Undo a change of the journey
journey-redo = Redo a change of the journey
journey-scope = Who competes
journey-scope-all = All live and draft campaigns
journey-scope-live = The live ones and this one
journey-scope-alone = This one alone
journey-kind-open = Open a page
journey-kind-wait = Wait
journey-kind-scroll = Scroll
journey-kind-leave = Move to leave
journey-kind-leave-touch = Flick up to leave
journey-kind-click = Click the pop-up
journey-kind-close = Close what is open
journey-kind-chat = Have a conversation
journey-kind-identify = Tell an attribute
journey-kind-away = Switch to another tab
journey-kind-back = Return to the tab
journey-kind-cover = Cover the page with a dialog
journey-kind-uncover = Close the dialog
journey-kind-tomorrow = Come back tomorrow
journey-kind-return = Come back
journey-does-open = opens { $page }
journey-does-return = comes back to { $page }
journey-does-scroll = scrolls to { $ratio } %
journey-does-leave = moves to leave
journey-does-leave-touch = flicks up to leave
journey-does-click = clicks the pop-up
journey-does-close = closes what is open
journey-does-chat = has a conversation
journey-does-identify = the site tells { $told }
journey-does-away = switches to another tab
journey-does-back = returns to the tab
journey-does-cover = a dialog covers the page
journey-does-uncover = the dialog closes
journey-does-wait = waits
journey-does-end = The journey ends
journey-step-name = Step { $number }, { $time }: { $does }
journey-step-place = { $number } of { $count }
journey-step-add = Add a step
journey-step-edit = Change a step
journey-step-move = Move a step
journey-step-remove = Remove the step
journey-step-preset = Begin another journey
journey-step-open = Open a journey
journey-step-earlier = Move earlier
journey-step-later = Move later
journey-scroll-to = Down to
journey-page = Page
journey-pages = Pages that campaigns ask for
journey-after-step = After the step before
journey-after-start = After the start
journey-after-wait = For
journey-seconds = { $count } s
journey-minutes = { $count } min
journey-hours = { $count } h
journey-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
journey-day = Day { $number }
journey-playhead = Playhead
journey-starts-as = Starts as: { $who } · { $instant }
journey-starts-as-help = Who takes the journey, and when, is changed where visitors are
journey-chat = Chat
journey-bar-popup = { $name }: on the screen from { $from } to { $to }
journey-bar-chat = The chat is open from { $from } to { $to }
journey-nothing-shown = Nothing is shown on this journey
journey-no-page = No page is open yet.
journey-on-page = On { $page } · view { $views } · scrolled { $ratio } %
journey-leaving = about to leave
journey-as-if-live = As if every campaign here were live. { $live }
journey-chat-open = the chat is open
journey-is-away = in another tab
journey-is-covered = the page is covered
journey-open-campaign = Open this campaign
journey-more = { $count } more
journey-left-out = { $count ->
    [one] One draft does not take part: it cannot be launched as it is.
   *[other] { $count } drafts do not take part: they cannot be launched as they are.
}
journey-replaced = Another journey took the place of yours.
journey-saved = The journey is saved: { $path }
journey-changed-elsewhere = Another program changed this journey's file. Choose where yours goes.
command-journey = Visitor or journey
command-journey-tip = Switch between the visitor and the journey below the preview
command-open-journey = Open a journey…
command-open-journey-tip = Play the steps of a journey file
command-save-journey = Save the journey
command-save-journey-tip = Write the steps into a file that beckon simulate reads
command-save-journey-as = Save the journey as…
command-save-journey-as-tip = Write the steps into another file
file-open-journey-title = Open a journey
file-open-journey-help = A visitor's steps, saved here or written by hand; who takes them comes along.
file-open-journey-kind = Journeys
file-open-journey-do = Open
file-save-journey-title = Save the journey
file-save-journey-help = The steps and who takes them, for another day or for beckon simulate.
file-save-journey-kind = Journeys
file-save-journey-do = Save

## Reach

reach-no-column = No column tells { $field }: everybody counts as a first-time visitor, with { $value }.
reach-no-attribute = No column tells the attribute “{ $key }”: it counts as missing for everybody.
reach-no-first-seen = No column tells First Seen: everybody counts as seeing the campaign for the first time today.
reach-no-exit = No column tells Exit Screen: nobody counts as leaving.
reach-no-instant = No column tells when a visitor was there: it counts as today.
reach-today = Today counts as { $date } in { $zone }.
reach-activity-left-out = Scrolling and leaving the page are not looked at, since no column tells them: the audience alone counts.
reach-cycle-left-out = How often it is shown again is not looked at: who qualifies may still have to wait.

# How many visitors an audience is
command-reach = How many visitors is that?
command-reach-tip = Count this audience in a log of your visitors, or copy it as SQL for your warehouse
file-log-title = Choose a visitor log
file-log-kind = Visitor logs
reach-dialog-title = How many visitors is that?
reach-dialog-help = Count them in a log of your visitors, here on this computer; or ask your warehouse with the SQL below.
reach-dialog-log = Visitor log
reach-dialog-kinds = CSV with a header, or JSON with one object a line; one row for each visitor
reach-dialog-read = Read
reach-dialog-reading = Reading…
reach-dialog-columns-found = { $count ->
    [one] One column
   *[other] { $count } columns
}
reach-dialog-first-rows = The first rows
reach-dialog-columns = Which column tells what
reach-dialog-no-column = not in the log
reach-dialog-search-columns = Search columns
reach-dialog-column-of = Column for { $field }
reach-dialog-attribute = Attribute “{ $key }”
reach-dialog-instant = When they were there
reach-dialog-count = Count visitors
reach-dialog-close = Close
reach-dialog-counting = Counting…
reach-dialog-rows-so-far = { $rows } rows so far
reach-dialog-stop = Stop
reach-dialog-of = of { $rows } visitors are in this audience · { $share }
reach-dialog-unreadable = Rows that could not be read, and are left out: { $count }
reach-fault-width = it has { $found } values, the header names { $wanted } columns
reach-fault-object = it is no JSON object
reach-fault-text = { $column } is not UTF-8 text
reach-fault-count = { $column } is no whole number: { $value }
reach-fault-instant = { $column } is no date or instant: { $value }
reach-fault-number = { $column } is no number: { $value }
reach-fault-flag = { $column } is neither yes nor no: { $value }
reach-fault-nested = { $column } is no plain text
reach-dialog-unreadable-line = Line { $line }: { $fault }
reach-dialog-sql = The same audience as SQL
reach-dialog-sql-help = Put it behind a SELECT over your own table of visitors.
reach-dialog-warehouse = Warehouse
reach-dialog-copy = Copy SQL

## Tests
tests = Tests
tests-empty = “Keep as a test”, below the verdict on a simulated visitor, holds every later edit to that verdict.
tests-passing = { $passing } of { $count } pass
tests-name = Name of test { $number }
tests-expected = Visitor of test { $number }
tests-shown = sees it
tests-not-shown = does not
tests-passes = Passes
tests-fails = Fails
tests-unreadable = Cannot be run
tests-waived = Waived: stops no launch
tests-waive = Waive
tests-waive-name = Waive test { $number }
tests-waive-tip = Launch although this test fails
tests-count-again = Count again
tests-count-again-name = Count test { $number } again
tests-count-again-tip = Let this test stop a launch again when it fails
tests-show = Show this visitor
tests-show-name = Show the visitor of test { $number }
tests-remove-name = Remove test { $number }
tests-keep = Keep as a test
tests-keep-tip = Check after every edit that this visitor still gets this verdict
tests-kept = Kept as a test
tests-kept-said = “{ $name }” is a test now.
tests-named = { $who }, on { $page }
tests-named-home = { $who }, on the home page
tests-view = Page view { $number }
library-tests-fail = { $count ->
    [one] 1 test fails
   *[other] { $count } tests fail
}
editor-step-keep-test = Keep as a test
editor-step-remove-test = Remove test
editor-step-test-name = Change a test's name
editor-step-expect = Change what a test expects
editor-step-waive = Waive or count a test

## Checks of the whole library
checks = Checks
checks-back = Back to editing
checks-close = Back
checks-working = Checking…
checks-search = Search the checks
checks-show-all = Show everything
checks-none-match = Nothing of this kind
checks-nothing = Nothing to mend
checks-nothing-detail = { $count ->
    [one] The campaign can be launched.
   *[other] All { $count } campaigns can be launched, and none stands in another's way.
}
checks-launch = Stops a launch
checks-launch-help = Until these are mended, their campaigns cannot be launched.
checks-together = Contradictions
checks-together-help = Conditions that rule each other out, or change nothing beside the others.
checks-tests = Failing tests
checks-tests-help = What you expected of a visitor no longer comes out.
checks-never = Never first
checks-never-help = Whoever could see one of these sees another campaign instead.
checks-meets = Who goes first
checks-meets-help = Where two campaigns meet at the same visitor, this one goes first once both are live.
checks-look = Worth a look
checks-look-help = None of these stops a launch.
checks-unsure = { $count ->
    [one] Of 1 pair it could not be told.
   *[other] Of { $count } pairs it could not be told.
}
checks-unlisted = { $count ->
    [one] 1 more pair is not listed.
   *[other] { $count } more pairs are not listed.
}
checks-too-many = There are too many campaigns to say which of them compete.
checks-before = Goes before “{ $name }”.
checks-meet-short = Show the visitor
checks-meet = Show the visitor who meets both
checks-meet-name = Show the visitor: { $name }
library-checks = { $count ->
    [0] Checks: nothing to mend
    [one] Checks: 1 thing to mend
   *[other] Checks: { $count } things to mend
}
command-checks = Check the whole library
command-checks-tip = What stops launches, fails, contradicts or competes, or back to the editor
