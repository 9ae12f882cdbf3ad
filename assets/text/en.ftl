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
editor-of-these-all = of these
editor-of-these-any = of these
editor-of-these-none = of these
editor-all = all
editor-any = any
editor-none = none
editor-all-help = Every row must hold.
editor-any-help = One row is enough.
editor-none-help = No row may hold.
editor-joiner-outermost = Joined by
editor-joiner = Group { $number } joined by
editor-condition-name = Condition { $number }
editor-page-condition-name = Page condition { $number }
editor-group-name = Group { $number }
editor-row-handle = Move or change row { $number }
editor-page-row-handle = Move or change page row { $number }
editor-group-handle = Move or change group { $number }
editor-part-field = field
editor-part-operator = comparison
editor-part-value = value
editor-part-key = name
editor-part-known-keys = known names
editor-part-kind = kind of value
editor-part-calendar = calendar
editor-choose-field = Choose…
editor-choose-operator = Choose…
editor-choose-value = Choose…
editor-add-value = Add…
editor-search-fields = Search
select-nearest = Closest match, press Enter to choose it:
editor-field-also = { $help } Also known as { $also }.
field-current-page-url = Page address
field-current-page-url-also = Current Page URL
field-current-page-url-help = The address of the page that the visitor is on.
field-current-page-url-words = address website link path page
field-page-views = Views of this page
field-page-views-also = Number of Page View
field-page-views-help = How often this visitor has opened this page, this time included.
field-page-views-words = opened times returning views
field-visits = Pages opened
field-visits-also = Number of Visit
field-visits-help = How many pages this visitor has opened on the whole site, this one included.
field-visits-words = pages returning loyal visit first second third again
field-sessions = Sessions
field-sessions-help = How many times this visitor has come to the site, this time included. After half an hour in which they do nothing, the next page begins another session.
field-sessions-words = returning new visitor visit visits loyal first second third again came back frequency
field-session-pages = Pages this session
field-session-pages-help = How many pages this visitor has opened since they came to the site this time, this one included.
field-session-pages-words = depth visit pages opened now
field-referrer = Came from
field-referrer-help = The page of another website that led the visitor here, to the first page of this session. Who types the address, or comes from one of your own sites, came from nowhere else.
field-referrer-words = referrer referer source search engine google social link campaign traffic origin
field-landing-page = First page
field-landing-page-help = The page on which this session began.
field-landing-page-words = landing page entry entrance start arrived
field-views = Times shown
field-views-also = Number of View
field-views-help = How often this visitor has been shown this campaign, before now.
field-views-words = shown impressions seen
field-clicks = Times clicked
field-clicks-also = Number of Click
field-clicks-help = How often this visitor has clicked this campaign, before now.
field-clicks-words = clicked pressed
field-closes = Times closed
field-closes-help = How often this visitor has closed this campaign, before now.
field-closes-words = dismissed shut refused annoyed
field-browser-language = Language
field-browser-language-also = Browser Language
field-browser-language-help = The language of the visitor’s browser; Portuguese covers Portuguese (Brazil) too.
field-browser-language-words = locale translation
field-browser = Browser
field-browser-help = The visitor’s browser.
field-browser-words = Chrome Firefox Safari Edge
choice-browser-chrome = Chrome
choice-browser-safari = Safari
choice-browser-edge = Edge
choice-browser-firefox = Firefox
choice-browser-samsung-internet = Samsung Internet
choice-browser-opera = Opera
choice-browser-other = Another browser
choice-browser-other-said = a less common browser
field-browser-version = Browser version
field-browser-version-also = Browser Version
field-browser-version-help = The version of the visitor’s browser; 120 covers every 120.x.
field-device-type = Device
field-device-type-also = Device Type
field-device-type-help = Phone, tablet or desktop computer.
field-device-type-words = phone mobile smartphone tablet desktop computer iPad
choice-device-type-mobile = Mobile
choice-device-type-mobile-said = a phone
choice-device-type-tablet = Tablet
choice-device-type-tablet-said = a tablet
choice-device-type-desktop = Desktop
choice-device-type-desktop-said = a desktop computer
field-operating-system = Operating system
field-operating-system-also = Operating System
field-operating-system-help = The operating system of the visitor’s device.
field-operating-system-words = Windows Mac macOS Linux Android iPhone iOS
choice-operating-system-windows = Windows
choice-operating-system-macos = macOS
choice-operating-system-linux = Linux
choice-operating-system-chromeos = ChromeOS
choice-operating-system-android = Android
choice-operating-system-ios = iOS
choice-operating-system-other = Another system
choice-operating-system-other-said = a less common operating system
field-country = Country
field-country-help = The country that the visitor’s connection is in. Only a server whose proxy names it knows; elsewhere the country is not known.
field-country-words = nation land location geo IP where from
choice-country-ad = Andorra
choice-country-ae = United Arab Emirates
choice-country-ae-said = the United Arab Emirates
choice-country-ae-words = UAE Emirates Dubai
choice-country-af = Afghanistan
choice-country-ag = Antigua & Barbuda
choice-country-ai = Anguilla
choice-country-al = Albania
choice-country-am = Armenia
choice-country-ao = Angola
choice-country-aq = Antarctica
choice-country-ar = Argentina
choice-country-as = American Samoa
choice-country-at = Austria
choice-country-au = Australia
choice-country-aw = Aruba
choice-country-ax = Åland Islands
choice-country-ax-said = the Åland Islands
choice-country-ax-words = Aland
choice-country-az = Azerbaijan
choice-country-ba = Bosnia & Herzegovina
choice-country-bb = Barbados
choice-country-bd = Bangladesh
choice-country-be = Belgium
choice-country-bf = Burkina Faso
choice-country-bg = Bulgaria
choice-country-bh = Bahrain
choice-country-bi = Burundi
choice-country-bj = Benin
choice-country-bl = St. Barthélemy
choice-country-bl-words = Saint Barthelemy
choice-country-bm = Bermuda
choice-country-bn = Brunei
choice-country-bo = Bolivia
choice-country-bq = Caribbean Netherlands
choice-country-bq-said = the Caribbean Netherlands
choice-country-br = Brazil
choice-country-bs = Bahamas
choice-country-bs-said = the Bahamas
choice-country-bt = Bhutan
choice-country-bv = Bouvet Island
choice-country-bw = Botswana
choice-country-by = Belarus
choice-country-by-words = Byelorussia
choice-country-bz = Belize
choice-country-ca = Canada
choice-country-cc = Cocos (Keeling) Islands
choice-country-cc-said = the Cocos (Keeling) Islands
choice-country-cd = Congo - Kinshasa
choice-country-cd-words = DRC Zaire
choice-country-cf = Central African Republic
choice-country-cf-said = the Central African Republic
choice-country-cg = Congo - Brazzaville
choice-country-ch = Switzerland
choice-country-ci = Côte d’Ivoire
choice-country-ci-words = Ivory Coast
choice-country-ck = Cook Islands
choice-country-ck-said = the Cook Islands
choice-country-cl = Chile
choice-country-cm = Cameroon
choice-country-cn = China
choice-country-co = Colombia
choice-country-cr = Costa Rica
choice-country-cu = Cuba
choice-country-cv = Cape Verde
choice-country-cv-words = Cabo Verde
choice-country-cw = Curaçao
choice-country-cw-words = Curacao
choice-country-cx = Christmas Island
choice-country-cy = Cyprus
choice-country-cz = Czechia
choice-country-cz-words = Czech Republic
choice-country-de = Germany
choice-country-dj = Djibouti
choice-country-dk = Denmark
choice-country-dm = Dominica
choice-country-do = Dominican Republic
choice-country-do-said = the Dominican Republic
choice-country-dz = Algeria
choice-country-ec = Ecuador
choice-country-ee = Estonia
choice-country-eg = Egypt
choice-country-eh = Western Sahara
choice-country-er = Eritrea
choice-country-es = Spain
choice-country-et = Ethiopia
choice-country-fi = Finland
choice-country-fj = Fiji
choice-country-fk = Falkland Islands
choice-country-fk-said = the Falkland Islands
choice-country-fm = Micronesia
choice-country-fo = Faroe Islands
choice-country-fo-said = the Faroe Islands
choice-country-fr = France
choice-country-ga = Gabon
choice-country-gb = United Kingdom
choice-country-gb-said = the United Kingdom
choice-country-gb-words = UK Great Britain England Scotland Wales
choice-country-gd = Grenada
choice-country-ge = Georgia
choice-country-gf = French Guiana
choice-country-gg = Guernsey
choice-country-gh = Ghana
choice-country-gi = Gibraltar
choice-country-gl = Greenland
choice-country-gm = Gambia
choice-country-gm-said = the Gambia
choice-country-gn = Guinea
choice-country-gp = Guadeloupe
choice-country-gq = Equatorial Guinea
choice-country-gr = Greece
choice-country-gs = South Georgia & South Sandwich Islands
choice-country-gs-said = the South Georgia & South Sandwich Islands
choice-country-gt = Guatemala
choice-country-gu = Guam
choice-country-gw = Guinea-Bissau
choice-country-gy = Guyana
choice-country-hk = Hong Kong SAR China
choice-country-hm = Heard & McDonald Islands
choice-country-hn = Honduras
choice-country-hr = Croatia
choice-country-ht = Haiti
choice-country-hu = Hungary
choice-country-id = Indonesia
choice-country-ie = Ireland
choice-country-il = Israel
choice-country-im = Isle of Man
choice-country-im-said = the Isle of Man
choice-country-in = India
choice-country-io = British Indian Ocean Territory
choice-country-io-said = the British Indian Ocean Territory
choice-country-iq = Iraq
choice-country-ir = Iran
choice-country-is = Iceland
choice-country-it = Italy
choice-country-je = Jersey
choice-country-jm = Jamaica
choice-country-jo = Jordan
choice-country-jp = Japan
choice-country-ke = Kenya
choice-country-kg = Kyrgyzstan
choice-country-kh = Cambodia
choice-country-ki = Kiribati
choice-country-km = Comoros
choice-country-km-said = the Comoros
choice-country-kn = St. Kitts & Nevis
choice-country-kn-words = Saint
choice-country-kp = North Korea
choice-country-kp-words = DPRK
choice-country-kr = South Korea
choice-country-kw = Kuwait
choice-country-ky = Cayman Islands
choice-country-ky-said = the Cayman Islands
choice-country-kz = Kazakhstan
choice-country-la = Laos
choice-country-lb = Lebanon
choice-country-lc = St. Lucia
choice-country-lc-words = Saint
choice-country-li = Liechtenstein
choice-country-lk = Sri Lanka
choice-country-lr = Liberia
choice-country-ls = Lesotho
choice-country-lt = Lithuania
choice-country-lu = Luxembourg
choice-country-lv = Latvia
choice-country-ly = Libya
choice-country-ma = Morocco
choice-country-mc = Monaco
choice-country-md = Moldova
choice-country-me = Montenegro
choice-country-mf = St. Martin
choice-country-mf-words = Saint
choice-country-mg = Madagascar
choice-country-mh = Marshall Islands
choice-country-mh-said = the Marshall Islands
choice-country-mk = North Macedonia
choice-country-mk-words = Macedonia FYROM
choice-country-ml = Mali
choice-country-mm = Myanmar (Burma)
choice-country-mm-words = Birma
choice-country-mn = Mongolia
choice-country-mo = Macao SAR China
choice-country-mo-words = Macau
choice-country-mp = Northern Mariana Islands
choice-country-mp-said = the Northern Mariana Islands
choice-country-mq = Martinique
choice-country-mr = Mauritania
choice-country-ms = Montserrat
choice-country-mt = Malta
choice-country-mu = Mauritius
choice-country-mv = Maldives
choice-country-mv-said = the Maldives
choice-country-mw = Malawi
choice-country-mx = Mexico
choice-country-my = Malaysia
choice-country-mz = Mozambique
choice-country-na = Namibia
choice-country-nc = New Caledonia
choice-country-ne = Niger
choice-country-nf = Norfolk Island
choice-country-ng = Nigeria
choice-country-ni = Nicaragua
choice-country-nl = Netherlands
choice-country-nl-said = the Netherlands
choice-country-nl-words = Holland
choice-country-no = Norway
choice-country-np = Nepal
choice-country-nr = Nauru
choice-country-nu = Niue
choice-country-nz = New Zealand
choice-country-om = Oman
choice-country-pa = Panama
choice-country-pe = Peru
choice-country-pf = French Polynesia
choice-country-pg = Papua New Guinea
choice-country-ph = Philippines
choice-country-ph-said = the Philippines
choice-country-pk = Pakistan
choice-country-pl = Poland
choice-country-pm = St. Pierre & Miquelon
choice-country-pm-words = Saint
choice-country-pn = Pitcairn Islands
choice-country-pn-said = the Pitcairn Islands
choice-country-pr = Puerto Rico
choice-country-ps = Palestinian Territories
choice-country-ps-said = the Palestinian Territories
choice-country-ps-words = Palestine
choice-country-pt = Portugal
choice-country-pw = Palau
choice-country-py = Paraguay
choice-country-qa = Qatar
choice-country-re = Réunion
choice-country-re-words = Reunion
choice-country-ro = Romania
choice-country-rs = Serbia
choice-country-ru = Russia
choice-country-ru-words = Russian Federation
choice-country-rw = Rwanda
choice-country-sa = Saudi Arabia
choice-country-sb = Solomon Islands
choice-country-sb-said = the Solomon Islands
choice-country-sc = Seychelles
choice-country-sc-said = the Seychelles
choice-country-sd = Sudan
choice-country-se = Sweden
choice-country-sg = Singapore
choice-country-sh = St. Helena
choice-country-sh-words = Saint
choice-country-si = Slovenia
choice-country-sj = Svalbard & Jan Mayen
choice-country-sk = Slovakia
choice-country-sl = Sierra Leone
choice-country-sm = San Marino
choice-country-sn = Senegal
choice-country-so = Somalia
choice-country-sr = Suriname
choice-country-ss = South Sudan
choice-country-st = São Tomé & Príncipe
choice-country-st-words = Sao Tome Principe
choice-country-sv = El Salvador
choice-country-sx = Sint Maarten
choice-country-sy = Syria
choice-country-sz = Eswatini
choice-country-sz-words = Swaziland
choice-country-tc = Turks & Caicos Islands
choice-country-tc-said = the Turks & Caicos Islands
choice-country-td = Chad
choice-country-tf = French Southern Territories
choice-country-tf-said = the French Southern Territories
choice-country-tg = Togo
choice-country-th = Thailand
choice-country-tj = Tajikistan
choice-country-tk = Tokelau
choice-country-tl = Timor-Leste
choice-country-tl-words = East Timor
choice-country-tm = Turkmenistan
choice-country-tn = Tunisia
choice-country-to = Tonga
choice-country-tr = Türkiye
choice-country-tr-words = Turkey Turkiye
choice-country-tt = Trinidad & Tobago
choice-country-tv = Tuvalu
choice-country-tw = Taiwan
choice-country-tz = Tanzania
choice-country-ua = Ukraine
choice-country-ug = Uganda
choice-country-um = U.S. Outlying Islands
choice-country-um-said = the U.S. Outlying Islands
choice-country-us = United States
choice-country-us-said = the United States
choice-country-us-words = USA America
choice-country-uy = Uruguay
choice-country-uz = Uzbekistan
choice-country-va = Vatican City
choice-country-va-words = Holy See
choice-country-vc = St. Vincent & Grenadines
choice-country-vc-words = Saint
choice-country-ve = Venezuela
choice-country-vg = British Virgin Islands
choice-country-vg-said = the British Virgin Islands
choice-country-vi = U.S. Virgin Islands
choice-country-vi-said = the U.S. Virgin Islands
choice-country-vn = Vietnam
choice-country-vu = Vanuatu
choice-country-wf = Wallis & Futuna
choice-country-ws = Samoa
choice-country-ye = Yemen
choice-country-yt = Mayotte
choice-country-za = South Africa
choice-country-za-words = RSA
choice-country-zm = Zambia
choice-country-zw = Zimbabwe
field-first-seen = First shown
field-first-seen-also = First Seen
field-first-seen-help = The date on which this visitor first saw this campaign; today for one who has not.
field-first-seen-words = date new since
field-last-seen = Last shown
field-last-seen-also = Last Seen
field-last-seen-help = The date that this showing would have: today. “On or earlier” ends a campaign after that day.
field-last-seen-words = today date day deadline end start until
field-conversation-count = Conversations
field-conversation-count-also = Conversation Count
field-conversation-count-help = How many conversations this visitor has had with the chatbot.
field-conversation-count-words = chat chatted talked bot
field-query = Query parameter
field-query-help = A parameter of the page’s address, such as utm_source in ?utm_source=news.
field-query-words = url parameter query string utm get search term coupon
field-landing-query = Campaign parameter
field-landing-query-help = A parameter of the address at which this session began, such as utm_source: it stays the same on the pages that follow.
field-landing-query-words = utm source medium campaign term content gclid ad advert newsletter tracking
field-event = Event
field-event-help = How often your site has reported this event in this session, with beckon.track.
field-event-words = track custom event action goal conversion add to cart purchase happened done
field-custom = Attribute
field-custom-also = Custom
field-custom-help = Something your site knows about the visitor and passes on, such as plan or city.
field-custom-words = city region plan segment attribute property cart customer login
field-scroll-ratio = Scrolled
field-scroll-ratio-also = Scroll Ratio
field-scroll-ratio-help = How far down this page the visitor has scrolled, in percent.
field-exit-screen = About to leave
field-exit-screen-also = Exit Screen
field-exit-screen-help = The visitor is about to leave: the pointer has left through the top edge of the page; on a phone or tablet, they flicked up fast near the top or switched to another tab.
field-exit-screen-touch = They flicked up fast near the top of the page, or switched to another tab.
field-exit-screen-pointer = The pointer has left through the top edge of the page.
field-time-on-page = Time on page
field-time-on-page-help = How long the visitor has been on this page, in seconds.
field-time-on-page-words = seconds dwell delay wait after stay
field-time-on-site = Time on site
field-time-on-site-help = How long this session has lasted, on all its pages, in seconds.
field-time-on-site-words = seconds session duration visit length engagement
field-inactivity = No activity for
field-inactivity-help = How long the visitor has neither moved the pointer nor scrolled, typed or touched this page, in seconds.
field-inactivity-words = idle inactive seconds away stuck
field-clicked = Clicked on
field-clicked-help = Whether the visitor has clicked this on the page since they opened it: whatever shows this text, or whatever a CSS selector finds.
field-clicked-words = click press button link tap element selector buy
element-by = found by
element-by-text = text
element-by-selector = selector
editor-no-field-found = Nothing is called this. Try another word, or choose Attribute for what only your site knows.
editor-search-languages = Search, or type a tag
editor-no-language-found = No language is called this. Try its English name, or type its tag, such as cy-GB.
editor-no-choice-found = Nothing is called this. Try another word.
editor-free-language = Use this language tag
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
editor-too-deep = Groups nest at most 16 deep; add it further out
editor-cannot-drop = It cannot go here: groups nest at most 16 deep
editor-empty-audience = Every visitor sees it. Choose “Visitors who…” to set conditions.
editor-menu-up = Move up
editor-menu-down = Move down
editor-menu-mute = Mute
editor-menu-unmute = Unmute
editor-menu-duplicate = Duplicate
editor-menu-add-group = Add a group inside
editor-menu-wrap = Put into a group
editor-menu-unwrap = Dissolve the group
editor-menu-remove = Remove
editor-when = When, on the page
editor-join = Joined to the audience by
editor-empty-activity = Shown as soon as the page opens. To wait for a moment:
editor-add-ready = Ready-made
editor-add-ready-name = Add a ready-made condition
audience-sentence = Visitors { $visitors }
audience-sentence-everyone = Everyone
audience-use = Saved audience
audience-use-name = Use or make a saved audience
audience-saved = Saved audience
audience-missing = missing, or its file cannot be read
audience-save-all = Save these conditions as audience…
audience-manage = All saved audiences
notation-menu = Copy and paste
notation-menu-name = Copy or paste conditions of other programs
notation-copy = Copy as { $notation }
notation-paste = Paste conditions…
copied-as = Copied as { $notation }.
paste-title = Paste conditions
paste-help = Paste JsonLogic, or a query of react-querybuilder. What Beckon cannot ask stands there as a condition that stops a launch.
paste-text = Text
paste-hint = JSON
paste-do = Insert
paste-found = { $notation }: { $count ->
    [one] { $count } condition
   *[other] { $count } conditions
}
paste-more = … and { $count } more.
paste-wrong-json = This is not JSON. Copy the whole text, from its first brace to its last.
paste-wrong-neither = This is neither JsonLogic nor a query of react-querybuilder.
paste-wrong-too-deep = Its groups are nested too deep. Join some of them.
paste-wrong-too-large = This is larger than any audience. Copy the rule alone.
notation-unfinished = An unfinished condition is left out.
notation-muted = A muted part is left out.
notation-saved-audience = The saved audience “{ $name }” is missing and left out.
notation-comparison = A condition is left out: there is no comparison “{ $name }” there.
notation-letter-by-letter = Texts and addresses are compared letter by letter there, capitals included.
notation-language = A language counts there only as it is written.
notation-dotted-name = The name “{ $name }” is read as a path there.
notation-attribute = “{ $name }” is not a field of Beckon, and is taken for an attribute that your site has to report.
notation-unknown = “{ $name }” cannot be asked, and stops a launch until you replace it.
notation-value = A value does not fit, and stops a launch until you correct it.
audience-menu-save = Save as audience…
audience-menu-save-not = It is empty, or uses a saved audience: one cannot hold another.
audience-menu-edit = Edit saved audience
audience-menu-detach = Turn into own conditions
audience-edit = Edit
audience-edit-name = Edit the audience “{ $name }”
audience-edit-used = Edit the audience “{ $name }”. { $used }
audience-save-title = Save as audience
audience-save-help = Every campaign can use it. Changed in one place, it changes in all of them.
audience-save-do = Save
audience-name = Name
audience-name-hint = Such as: Returning buyers
audience-name-taken = There is an audience of this name already.
audience-description = Description
audience-description-hint = What others should know about it
audience-who = Who belongs to it
audience-all = All audiences
audience-used = { $count ->
    [0] No campaign uses it.
    [one] Used by { $count } campaign.
   *[other] Used by { $count } campaigns.
}
audience-used-help = A change here changes their drafts at once. What is live stays as it is until you launch it again.
audience-delete = Delete
audience-delete-name = Delete the audience “{ $name }”
audience-delete-used = { $count ->
    [one] { $count } campaign uses it.
   *[other] { $count } campaigns use it.
}
audience-delete-used-help = They keep the same visitors: its conditions become their own.
audience-delete-do = Turn into own conditions and delete
audience-deleted = The audience “{ $name }” is deleted.
audience-made = The audience “{ $name }” is saved.
audience-conflict = Another program changed this audience while you edited it.
audience-gone = The file of this audience is gone, or cannot be read.
audience-keep-mine = Keep mine
audience-take-theirs = Take the other version
audience-let-go = Let it go
audience-reloaded = Another program changed the audience. This is its version; undo brings yours back.
audience-lost-to-other = Another program changed the audience at the same time, and its version stays.
audiences-unreadable = The saved audiences cannot be read
audiences-none = There are no saved audiences yet. In the menu of a condition or a group of a campaign’s audience, choose “Save as audience…”: other campaigns can then use it, and you change it in one place.
audiences-help = Campaigns use these by name. A change here changes the drafts of all of them.
ready-new = New visitors
ready-new-help = In their first session on the site.
ready-new-words = first time unknown stranger
ready-returning = Returning visitors
ready-returning-help = In their second session or a later one.
ready-returning-words = again back repeat known loyal
ready-third-session = From the third session on
ready-third-session-help = In their third session on the site or a later one.
ready-third-session-words = third visit loyal often
ready-until-click = Until they click
ready-until-click-help = They have never clicked this campaign.
ready-until-click-words = not clicked once only stop
ready-until-close = Until they click or close
ready-until-close-help = They have neither clicked nor closed this campaign.
ready-until-close-words = dismiss not again once stop
ready-until-answer = Until they talk
ready-until-answer-help = They have had no conversation with the chatbot yet.
ready-until-answer-words = conversation talked chat stop
ready-few-times = Three times at most
ready-few-times-help = They have seen this campaign fewer than three times; write your own number.
ready-few-times-words = cap limit frequency often
ready-search = Came from a search engine
ready-search-help = Google, Bing, DuckDuckGo, Yahoo, Yandex, Baidu, Ecosia or Brave led to the first page of this session.
ready-search-words = google bing seo organic
ready-social = Came from a social network
ready-social-help = Facebook, Instagram, LinkedIn, Pinterest, Reddit, TikTok, YouTube or X led to the first page of this session.
ready-social-words = facebook instagram linkedin tiktok
ready-direct = Came directly
ready-direct-help = No other site led to the first page of this session: they typed the address, used a bookmark, or came from an app.
ready-direct-words = typed bookmark no referrer
ready-ad = Came from an ad
ready-ad-help = The first page of this session has the marks of a paid click, such as utm_medium=cpc or gclid.
ready-ad-words = paid ppc cpc adwords advert campaign google
ready-email = Came from an email
ready-email-help = The first page of this session has the marks of a newsletter, such as utm_medium=email.
ready-email-words = newsletter mailing mail
ready-utm-source = UTM source
ready-utm-source-help = This session began with a utm_source; choose “equals” to name yours.
ready-utm-source-words = tracking campaign parameter
ready-utm-medium = UTM medium
ready-utm-medium-help = This session began with a utm_medium; choose “equals” to name yours.
ready-utm-medium-words = tracking campaign parameter
ready-utm-campaign = UTM campaign
ready-utm-campaign-help = This session began with a utm_campaign; choose “equals” to name yours.
ready-utm-campaign-words = tracking campaign parameter
ready-cart = Put something into the cart
ready-cart-help = In this session, the site has reported add_to_cart, and no purchase. Your site has to call beckon.track with these names.
ready-cart-words = abandoned basket checkout left shop shopify woocommerce
ready-pricing = Comes back to the pricing page
ready-pricing-help = The address contains /pricing, and they have opened this page before. Write your own address in its place.
ready-pricing-words = price plans lingerer compare hesitates
ready-trial = Trial ends soon
ready-trial-help = Your site passes trial_days_left with beckon.identify, and fewer than 4 are left.
ready-trial-words = expires ends soon subscription upgrade
editor-step-add-condition = Add condition
editor-step-add-ready = Add a ready-made condition
editor-step-add-group = Add group
editor-step-remove = Remove condition
editor-step-duplicate = Duplicate condition
editor-step-move = Move condition
editor-step-wrap = Put into a group
editor-step-saved = Use a saved audience
editor-step-paste = Paste conditions
editor-step-detach = Turn into own conditions
audience-step-name = Rename the audience
audience-step-description = Describe the audience
editor-step-unwrap = Dissolve group
editor-step-mute = Mute or unmute
editor-step-joiner = Change all, any or none
editor-step-join = Change AND or OR
editor-step-field = Change the field
editor-step-operator = Change the comparison
editor-step-value = Change the value
editor-step-key = Change the name

## Outline: a condition as a row
row-contains = contains { $value }
row-not-contains = does not contain { $value }
row-element = { $value }
row-equals = is { $value }
row-not-equals = is not { $value }
row-starts-with = starts with { $value }
row-matches = matches { $value }
row-greater-than = is more than { $value }
row-less-than = is less than { $value }
row-at-least = is at least { $value }
row-at-most = is at most { $value }
row-one-of = is one of { $value }
row-none-of = is none of { $value }
row-on = is { $value }
row-on-or-later = is { $value } or later
row-on-or-earlier = is { $value } or earlier
row-is-set = is set
row-is-not-set = is not set
row-version-greater-than = is higher than { $value }
row-version-less-than = is lower than { $value }
row-percent-at-least = at least { $value } of the page
row-seconds-at-least = at least { $value }
row-percent-greater-than = more than { $value } of the page
row-yes = yes
row-no = no
outline-name = Conditions
outline-row = { $name }: { $words }
outline-everyone = Everyone
outline-visitors-who = Visitors who…
outline-match = match
outline-fold = Fold { $name }
outline-unfold = Unfold { $name }
outline-fold-all = Fold all
outline-unfold-all = Unfold all
outline-this-visitor = This visitor
outline-visitors-left = Visitors left
outline-visitors-left-here = { $count } visitors left
outline-yes = yes
outline-no = no
outline-and = and
outline-or = or
outline-nor = nor
outline-conditions = { $count ->
    [one] 1 condition
   *[other] { $count } conditions
}
outline-choose-field = choose what to check
outline-no-value = value
outline-done = Done
outline-drop-order = Moves here. The order decides nothing.
outline-drop-stays = Stays here.
outline-drop-all = Moves into “all of these”: it must hold as well.
outline-drop-any = Moves into “any of these”: one of them is enough.
outline-drop-none = Moves into “none of these”: it must not hold.
outline-joined-this = this
outline-in-log = { $qualified } of { $visitors } visitors in your log, { $share }
outline-step-everyone = Show to everyone
outline-step-visitors = Choose visitors
outline-joined-audience = Audience

## Message and review
editor-rich = Rich card
editor-rich-help = Picture, title, text and a button
editor-bubble = Text
editor-bubble-help = A short message next to the launcher
editor-open-window = Open window
editor-open-window-help = Opens the chat with a reply
editor-content = Content
editor-choose-type = Choose a type above.
editor-title = Title
editor-title-placeholder = Need a hand?
editor-subtitle = Subtitle
editor-subtitle-placeholder = Ask us anything about plans.
editor-button-name = Button name
editor-button-name-placeholder = Compare plans
editor-when-pressed = When the button is pressed
editor-on-click = On click
editor-say = Say to the bot
editor-link = Open a link
editor-button-message = Message to the bot
editor-button-message-placeholder = Compare plans
editor-button-link = Link
editor-button-link-placeholder = https://www.example.com/
editor-reply-1 = Reply 1
editor-reply-1-message = Reply 1 says
editor-reply-1-message-placeholder = What the reply says
editor-reply-1-link = Reply 1 opens
editor-reply-1-link-placeholder = https://www.example.com/
editor-reply-1-action = When reply 1 is pressed
editor-reply-2 = Reply 2
editor-reply-2-message = Reply 2 says
editor-reply-2-message-placeholder = What the reply says
editor-reply-2-link = Reply 2 opens
editor-reply-2-link-placeholder = https://www.example.com/
editor-reply-2-action = When reply 2 is pressed
editor-reply-3 = Reply 3
editor-reply-3-message = Reply 3 says
editor-reply-3-message-placeholder = What the reply says
editor-reply-3-link = Reply 3 opens
editor-reply-3-link-placeholder = https://www.example.com/
editor-reply-3-action = When reply 3 is pressed
editor-reply-4 = Reply 4
editor-reply-4-message = Reply 4 says
editor-reply-4-message-placeholder = What the reply says
editor-reply-4-link = Reply 4 opens
editor-reply-4-link-placeholder = https://www.example.com/
editor-reply-4-action = When reply 4 is pressed
editor-reply-placeholder = Yes, please
editor-reply-add = Add a reply
editor-reply-up = Move reply { $number } up
editor-reply-remove = Remove reply { $number }
editor-replies-begin = Add quick replies
editor-replies-instead = Use quick replies
editor-replies-help = Up to four short answers to choose from. Each says its text to the bot, says something else, or opens a link.
editor-replies-replace = Replies take the button’s place. Without them, the button is back.
editor-user-say = User expression
editor-user-say-placeholder = Compare plans
editor-user-say-help = What the visitor would type; it starts the matching intent.
editor-user-say-text-help = What the visitor says by clicking the message; it starts the matching intent.
editor-user-say-open-help = The chat opens as if the visitor had typed this.
editor-text = Message
editor-text-placeholder = Hi there! Can we help you find something?
editor-preview-reply = Reply in the preview
editor-preview-reply-placeholder = Of course. Which plan are you looking at?
editor-preview-reply-help = Only in the preview; on your site, the bot answers.
editor-right-to-left = This field shows right-to-left text in the wrong order; the preview shows it as visitors see it.
editor-insert-attribute = Insert an attribute into { $field }
editor-insert-help = Inserts what your site knows about the visitor, or the fallback.
editor-insert-other = Another attribute
editor-insert-key = attribute
editor-insert-fallback = fallback
counter-said = { $count } of { $most } characters
editor-paste-cut = Only the first { $count } characters were taken: no text may be longer.
editor-picture = Picture
editor-launcher-picture = Launcher image
editor-no-picture = No picture
editor-picture-chosen = Picture chosen
editor-picture-missing = The file is missing
editor-drop-picture = Drop one here; any size is cropped to 400 × 200 for you
editor-drop-another = Drop another picture here; any size is cropped for you
editor-drop-launcher = Drop a picture here; it is cropped to a square
editor-choose-picture = Choose a picture
editor-replace = Replace
editor-image-alt = Alt text
editor-image-alt-placeholder = A plant smiling under a lamp
editor-image-alt-help = What the picture shows, for visitors who cannot see it.
editor-image-decorates = The picture is decoration only
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
editor-cycle-sessions = { $count ->
    [one] session
   *[other] sessions
}
editor-cycle-help = Not again to the same visitor within this time
editor-cycle-sessions-help = Not again to the same visitor before so many more sessions have begun. A session ends after half an hour without activity
editor-cycle-once-per-session = Once per session
editor-cycle-once-a-day = Once a day
editor-cycle-once-a-week = Once a week
editor-cycle-none-help = Each time the conditions hold
editor-delay = Message delay
editor-delay-help = From the moment the conditions hold
editor-runs-from = Runs from
editor-runs-from-empty = Its launch
editor-runs-from-help = In the time of { $zone }
editor-runs-until = Runs until
editor-runs-until-empty = No end
editor-runs-until-help = In the time of { $zone }
editor-part-time = time
editor-hours = Hours
editor-hours-empty-help = None: shown at any hour of the week
editor-hours-help = An end that is not later is on the next day
editor-hours-add = Add hours
editor-hours-numbered = Hours { $number }
editor-hours-from = from
editor-hours-until = until
editor-hours-remove = Remove hours { $number }
editor-hours-in = Whose clock
editor-hours-in-campaign = The campaign’s
editor-hours-in-campaign-help = In the time of { $zone }
editor-hours-in-visitor = The visitor’s
editor-hours-in-visitor-help = In the time of each visitor’s browser
editor-only-in-hours = Answered
editor-only-in-hours-switch = Only while somebody answers
editor-only-in-hours-help = In the hours of Your site
editor-closes-after = Goes by itself
editor-closes-after-help = After so many seconds on the screen. It counts neither as a click nor as a close.
editor-closes-after-empty = Never
editor-closes-after-wanted = Not used: write more than 0 seconds, at most 86,400, which is a day.
editor-seconds = seconds
editor-priority = Priority
editor-priority-help = The lowest number goes first; empty means 1
editor-priority-wanted = Not a whole number, so it is not used. Write one such as 1.
editor-count-wanted = Not a whole number, so it is not used. Write 0 or more.
editor-percent-wanted = Not used: write a number from 0 to 100.
editor-seconds-wanted = Not used: write seconds, such as 30.
editor-seconds-unit = s
editor-number-wanted = Not a number, so it is not used.
editor-cycle-wanted = Not used: write a whole number from 1 to 1,000,000.
editor-delay-wanted = Not used: write seconds from 0 to 86,400, which is a day.
editor-launcher = Launcher image
editor-launcher-current = Current
editor-launcher-bot = Bot profile
editor-launcher-own = Own picture
editor-launcher-help = While the campaign is shown
editor-style = Style
editor-motion = Motion
editor-play = Play
editor-play-help = Show in the preview how the pop-up comes onto the page
editor-play-other = Play in another way
editor-play-slowly = Slowly, five times as long
editor-play-still = As visitors with reduced motion see it
editor-follows-site = Follows the site
editor-follow-all = Follow the site in everything
editor-follow-again = Follow the site again
editor-follow = { $name }: follow the site again ({ $value })
editor-look-choice = { $name }: { $value }
editor-look-wanted = A whole number from { $least } to { $most }
editor-pixels = px
editor-milliseconds = ms
editor-offset-side = Distance from the side
editor-offset-upright = Distance from above or below
editor-pick-color = { $name }: choose
editor-color-button = Button
editor-color-card = Card
editor-color-text = Text
editor-color-of-theme = By theme
editor-contrast-help = Contrast of the text. At least 4.5 : 1 can be read well (WCAG 2.2 AA).
editor-color-wanted = Not a colour, so it is not used. Write it like #4f46e5.
editor-is-usual = All as usual
editor-usual-all = Make everything usual
editor-usual-again = As usual again
editor-usual = { $name }: as usual again ({ $value })
editor-step-usual = Make it usual
editor-step-look = Change the style
editor-step-follow = Follow the site
editor-languages = Language
editor-languages-help = Visitors get the first of their languages in which the message is written.
editor-language-own = Own language
editor-language-is-own = { $language } (own)
editor-language-missing = { $count } missing
editor-language-add = Add a language
editor-language-remove = Remove { $language }
editor-language-written-in = Written in
editor-language-as-site = As the site ({ $language })
editor-language-search = Search languages
editor-language-not-found = No language of this name.
editor-language-placeholder = In { $language }
editor-language-same-picture = The same as in the campaign’s own language
editor-step-language = Change the language
editor-step-language-add = Add a language
editor-step-language-remove = Remove a language
site-languages = Languages
site-language-default = Campaigns are written in
site-language-none = Not said
site-language-others = and translated into
site-language-remove = Remove { $language }
site-language-help = A campaign without one of these languages gets a warning before its launch.
site-step-languages = Change the languages
editor-step-texts = Bring back translations
editor-step-type = Change the type
editor-step-text = Change the text
editor-step-token = Insert an attribute
editor-step-action = Change what the button does
editor-step-replies = Change the quick replies
editor-step-image-alt = Change the alt text
editor-step-remove-picture = Remove the picture
editor-step-cycle = Change the repeat cycle
editor-step-delay = Change the message delay
editor-step-runs = Change when it runs
editor-step-hours = Change its hours
editor-step-only-in-hours = Change whether somebody must answer
editor-step-closes-after = Change when it goes by itself
editor-step-priority = Change the priority
editor-step-launcher = Change the launcher image
editor-step-name = Rename
editor-step-zone = Change the time zone
editor-to-fix = To fix before launch
editor-to-do = Still to do
editor-to-look-at = Worth a look
editor-show-place = Show
editor-in-words = In plain words
editor-no-rule = Everyone sees it: the audience has no finished condition.
editor-details = Name and time zone
editor-name = Campaign name
editor-zone = Time zone
editor-zone-help = Dates use this time zone
editor-search-zones = Search time zones
editor-no-zone-found = No time zone is called this. Try a large city nearby, such as Istanbul.
editor-export = Export
editor-export-help = Files for colleagues, other tools and your archive. Pictures are inside.
editor-export-json = Campaign file
editor-export-library = Whole library
editor-export-html = Web page
editor-export-popup = Pop-up picture
editor-export-png = Page picture
editor-export-jetlink = Jetlink snippet
editor-export-xliff = Texts for translators (XLIFF)
editor-export-table = Texts as a table (CSV)
editor-show-finding = Show: { $finding }
editor-platform = Platform
editor-web-messenger = Web Messenger
editor-step-platform = Change the platform
editor-crop = Choose the part to show
editor-crop-help = Drag the frame or its corners. The picture becomes { $width } × { $height }.
editor-crop-frame = Part of the picture to show
editor-crop-largest = As large as possible
editor-crop-use = Use this part
editor-crop-again = Choose another part
crop-closer = Closer
crop-reset = As large as possible again
crop-use = Use
editor-cancel = Cancel

## The simulated visitor
simulator-not-shown = Not shown to this visitor
simulator-verdict = Verdict: { $verdict }
simulator-row = Row { $number }
simulator-go-to-row = Row { $number }: { $reason }
simulator-more-reasons = { $count } more
simulator-visitor = Visitor
simulator-own = Your own visitor
simulator-nothing = Open a campaign to try it on a visitor.
simulator-no-verdict = Working it out…
simulator-first-visit = First visit
simulator-first-visit-help = New here, on a desktop
simulator-returning-turkish = Returning, desktop, Turkish
simulator-returning-turkish-help = 6th view of this page
simulator-end-of-page = Reader at the end of the page
simulator-end-of-page-help = Has scrolled to 100%
simulator-about-to-leave = About to leave
simulator-about-to-leave-help = The pointer left through the top edge; choose a tablet to try touch
simulator-phone-japan = Phone visitor from Japan
simulator-phone-japan-help = Safari on a phone, in Japanese
simulator-trial = Customer with a trial plan
simulator-trial-help = The attribute plan is “trial”
simulator-member = Shop member with a full cart
simulator-member-help = A gold member with 2 things in the cart
simulator-loyal = Loyal returning customer
simulator-loyal-help = 80 pages opened, 7 conversations
simulator-just-shown = Was shown it an hour ago
simulator-just-shown-help = To try the repeat cycle
simulator-more = More about this visitor
simulator-less = Show less
simulator-not-known = Not known
simulator-slider = { $name }, slider
simulator-at = At
simulator-now = Set to now
simulator-at-calendar = Choose the date
simulator-zone = Times are in { $zone }
simulator-instant-read = Understood as { $instant }
simulator-instant-unread = “{ $typed }” is not a date. Write it like 1 December 2026, 14:30 or 2026-12-01.
simulator-visitor-zone = Time zone
simulator-visitor-zone-empty = The campaign’s
simulator-showings = Pop-ups shown before
simulator-showings-remove = Forget the pop-ups shown before
simulator-shown-in-session = Shown in this session
simulator-quiet-until = Quiet until
simulator-never = never
simulator-attributes = Attributes
simulator-add-attribute = Attribute
simulator-attribute-name = Attribute { $number } name
simulator-attribute-value = Attribute { $number } value
simulator-remove-attribute = Remove attribute { $number }
simulator-events = Events in this session
simulator-add-event = Event
simulator-event-name = Event { $number } name
simulator-event-count = Event { $number } count
simulator-remove-event = Remove event { $number }
simulator-add-clicked = Click
simulator-clicked-name = Click { $number }
simulator-remove-clicked = Remove click { $number }

## Commands
command-palette = Command palette
command-palette-tip = Find any command by typing
command-new = New campaign
command-new-tip = Begin a campaign: blank, from a file, or from a starting point
command-duplicate = Duplicate campaign
command-duplicate-tip = Make a copy of the open campaign
command-rename = Rename campaign
command-rename-tip = Give the open campaign another name
command-delete = Delete campaign
command-delete-tip = Move the open campaign into Recently deleted, where it is kept for 30 days
command-search = Search campaigns
command-search-tip = Find a campaign in the library
command-previous-campaign = Campaign above
command-previous-campaign-tip = Open the campaign above in the library
command-next-campaign = Campaign below
command-next-campaign-tip = Open the campaign below in the library
command-undo = Undo
command-undo-tip = Take back the last change
command-redo = Redo
command-redo-tip = Make the undone change again
command-go-audience = Go to Audience
command-go-audience-tip = Choose who sees the campaign
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
command-frame-all = Preview on all three
command-frame-all-tip = Show desktop, tablet and phone at once, where there is room
command-turn-window = Rotate the preview
command-turn-window-tip = Hold the device the other way, upright or on its side
command-zoom-in = Zoom in
command-zoom-in-tip = Make the preview larger
command-zoom-out = Zoom out
command-zoom-out-tip = Make the preview smaller
command-zoom-actual = Preview at 100%
command-zoom-actual-tip = One pixel of the page is one pixel of the screen
command-zoom-fit = Fit the preview
command-zoom-fit-tip = Show the whole page
command-popup-theme = Light or dark pop-up
command-popup-theme-tip = Show the pop-up as visitors with the other theme see it
command-sidebar = Fold or unfold the library
command-sidebar-tip = Show the library whole, or as a rail of icons
command-side-panel = Show or hide the preview
command-side-panel-tip = Show the preview and the visitor, or give their room to the editor
command-next-region = Next part of the window
command-next-region-tip = Move the keyboard on: library, header, editor, preview, visitor
command-previous-region = Previous part of the window
command-previous-region-tip = Move the keyboard back: visitor, preview, editor, header, library
command-interface-larger = Enlarge the interface
command-interface-larger-tip = Make everything in the window larger
command-interface-smaller = Shrink the interface
command-interface-smaller-tip = Make everything in the window smaller
command-interface-usual = Interface at its usual size
command-interface-usual-tip = As large as the desktop asks for
interface-zoomed = Interface: { $percent }
region-library = Library
region-header = Header
region-editor = Editor
region-preview = Preview
region-visitor = Visitor
shell-library-edge = Width of the library
shell-side-edge = Width of the preview
shell-fields-edge = Width of the fields
shell-visitor-edge = Height of the visitor
shell-journey-edge = Height of the journey
command-export-json = Export the campaign as JSON
command-export-json-tip = Write the campaign with its pictures into one file
command-export-selection = Export the selected campaigns
command-export-selection-tip = Write the campaigns that are selected in the list, with their pictures, into one file
command-export-library = Export the whole library
command-export-library-tip = Write all campaigns with their pictures into one file, for another computer or an archive
command-export-html = Export the pop-up as a web page
command-export-html-tip = Write the pop-up as one HTML file that opens in any browser
command-export-popup = Export the pop-up as a picture
command-export-popup-tip = Write the pop-up alone, without the page behind it, as a PNG file
command-export-jetlink = Export for Jetlink
command-export-jetlink-tip = Write the snippet for Jetlink’s JavaScript SDK
command-export-xliff = Export texts for translators
command-export-xliff-tip = Write the texts in the language being written as XLIFF, for translation programs
command-export-table = Export texts as a table
command-export-table-tip = Write the texts in every language as a table, for spreadsheets
command-export-png = Export the preview as a picture
command-export-png-tip = Write the preview as a PNG file
command-import = Import a campaign
command-import-tip = Bring a campaign file into the library
command-theme-light = Light theme
command-theme-light-tip = Make the app light
command-theme-dark = Dark theme
command-theme-dark-tip = Make the app dark
command-theme-system = Follow the desktop’s theme
command-theme-system-tip = Light or dark, as the desktop is
command-language = { NEXT_LANGUAGE() }
command-language-tip = Switch the app to { NEXT_LANGUAGE() }
command-language-words = language english turkish translate
command-reduce-motion = Reduce motion
command-reduce-motion-tip = Play journeys step by step, and let nothing slide; choose it again to bring motion back
command-help = Help
command-help-tip = Read how everything works
command-help-words = documentation manual guide support
help-search = Search the help
help-none = No topic has all of these words.
# In other languages: that the documents are in English.
help-language = { "" }
command-copy-diagnostics = Copy diagnostics
command-copy-diagnostics-tip = Copy versions, counts and the end of the log, to send along when something goes wrong. They contain nothing that your campaigns say
command-copy-diagnostics-words = log report support bug crash problem help
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
unnamed = Unnamed campaign
undo-of = Undo: { $name }
redo-of = Redo: { $name }
trouble = { $error }. { $hint }
percent = { $value }%
menu-app = Menu
nothing-open = No campaign is open
nothing-open-help = Choose one on the left, or start a new one.
copy-of = { $name } (copy)
deleted = “{ $name }” was deleted.
deleted-several = { $count } campaigns were deleted.
reloaded = Another program changed this campaign, and you see its version now. Undo brings yours back.
exported = Written to { $path }.
exported-library = { $count ->
    [one] { $count } campaign
   *[other] { $count } campaigns
} written to { $path }.
show-in-folder = Show in folder
no-file-manager = No file manager answers. The file is in { $folder }.
exported-without = Left out: { $what }.
imported = { $count ->
    [one] One campaign was imported.
   *[other] { $count } campaigns were imported.
}
brought = { $count ->
    [one] “{ $name }” was copied into your library. The file that you opened stays as it is.
   *[other] { $count } campaigns were copied into your library. The file that you opened stays as it is.
}
save-not = Not saved
save-done = Saved
save-running = Saving…
save-again = Try again
save-failed = Your changes to “{ $name }” are not saved yet.
edit-rename = Rename campaign
edit-picture = Choose picture

## Library
library-search = { $count ->
    [0] Search campaigns
    [one] Search one campaign
   *[other] Search { $count } campaigns
}
library-loading = Reading your campaigns…
library-empty = No campaigns yet
library-none-match = No campaign matches
library-filter = Filter by state
library-filtered = Filter by state: { $status }
library-to-do = { $count } to do
library-blockers = { $count } to fix
several-selected = { $count } selected
several-none = Select none
several-duplicate = { $count ->
    [one] Duplicate one campaign
   *[other] Duplicate { $count } campaigns
}
several-export = { $count ->
    [one] Export one campaign into a file
   *[other] Export { $count } campaigns into one file
}
several-pause = { $count ->
    [one] Pause one campaign
   *[other] Pause { $count } campaigns
}
several-resume = { $count ->
    [one] Resume one campaign
   *[other] Resume { $count } campaigns
}
several-delete = { $count ->
    [one] Delete one campaign
   *[other] Delete { $count } campaigns
}
sort-name = Sort by name
sort-newest = Newest first
sort-priority = Sort by priority
sort-status = Sort by state
library-priority = Priority { $priority }
library-narrowed = { $shown } of { $count } shown
library-show-all = Show all
library-more = Actions for { $name }
status-draft = Draft
status-unfinished = To do
status-live = Live
status-changed = Changed since launch
status-failing = Needs attention
status-broken = Cannot be read
content-rich = Rich card
content-text = Text
content-open-window = Open window

## What a new campaign begins with
new-campaign-name = Untitled campaign
gallery-title = New campaign
gallery-help = Pick a starting point. You can change everything in it later.
gallery-start = Start with { $name }
gallery-start-blank = Start blank
gallery-blank = Blank
gallery-blank-help = An empty card in your brand, shown to everyone
gallery-import = Import…
gallery-import-help = A campaign or a bundle. You can also drop it here
gallery-kind = Type
gallery-all = All
gallery-search = Search starting points
gallery-nothing = No starting point matches. Esc ends the search.
gallery-shown-in = Shown in
gallery-language = Language of the cards
gallery-theme = Theme of the cards
gallery-recent = Recent
gallery-open = Open { $name }

## Preview
preview-name = Preview of the pop-up
inspector-whole = Pop-up
inspector-fold-all = Fold all sections
inspector-unfold-all = Unfold all sections
preview-frame = Frame
preview-size = Size
preview-scale-of = Screen with { $scale } pixels per point
preview-fit-popup = Fit pop-up
preview-as = As { $visitor }
preview-measures = Sizes and distances
preview-as-whom = Whose eyes
preview-as-nobody = a visitor without details
preview-window-of = Browser window, { $size }
preview-width = Width
preview-height = Height
preview-side-wanted = Type a whole number from { $least } to { $most }.
preview-no-room = There is no room for three previews. Make the window or the right panel wider.
preview-fit = Fit page
preview-none = The preview is on its way…
preview-arrives = Visitors wait { $seconds } seconds
canvas-detail = Visitor detail
canvas-detail-of = Put a visitor detail into { $part }
canvas-part = { $part }: { $text }
canvas-empty = { $part }, empty
canvas-typing = { $part } in the preview
canvas-card-left = Left edge of the card
canvas-card-right = Right edge of the card
detail-or = { $detail }, or “{ $fallback }”
detail-key = Visitor detail
detail-use = Use { $detail }
detail-fallback = Fallback
detail-fallback-help = For visitors of whom this is not known.
detail-remove = Remove
detail-done = Done
placeholder-title = Title
placeholder-subtitle = A line that says more
placeholder-button = Button
placeholder-reply = Reply
placeholder-text = Your message
placeholder-user-say = What the visitor says
placeholder-preview-reply = What the bot answers
frame-desktop = Desktop
frame-tablet = Tablet
frame-phone = Phone
frame-all = All three

## Dialogs
new-name = Name
new-name-hint = Spring sale, returning visitors
rename-do = Rename
palette-search = Type a command or a campaign’s name
palette-nothing = Nothing matches
palette-open = Open campaign
file-path = File
file-folder = Folder
file-browse = Choose…
file-named = It is saved as { $name }.
file-ending = The extension sets the format: here it has to be { $ending }.
file-no-dialog = This desktop has no file dialog. Type the path instead. To get the dialog, install xdg-desktop-portal with the part for your desktop, such as xdg-desktop-portal-gtk.
file-is-folder = This is a folder: add a file name to it.
file-no-folder = This folder does not exist: choose another one.
file-replaces = A file of this name exists and will be replaced.
file-missing = There is no such file.
file-library-title = Open another library
file-library-help = A folder of campaigns. A new or empty folder gets the samples.
file-library-kind = Folders
file-library-do = Open
file-new-folder = This folder is made when you open it.
file-not-folder = This is a file: name a folder.
file-import-title = Import a campaign
file-import-help = A campaign file or an exported bundle, with its pictures; or the texts of the open campaign from a translator.
file-import-kind = Campaigns
file-import-do = Import
file-export-json-title = Export the campaign as JSON
file-export-json-help = One file with the campaign and its pictures, for another library or system.
file-export-json-kind = JSON
file-export-json-do = Export
file-export-selection-title = Export the selected campaigns
file-export-selection-help = One file with the selected campaigns and their pictures. Another library takes them all with Import.
file-export-selection-kind = JSON
file-export-selection-do = Export
file-export-library-title = Export the whole library
file-export-library-help = One file with every campaign and its pictures. Another library takes them all with Import.
file-export-library-kind = JSON
file-export-library-do = Export
file-export-html-title = Export as a web page
file-export-html-help = One HTML file that shows the pop-up in any browser, as in the preview. Fonts and pictures are inside.
file-export-html-kind = Web page
file-export-html-do = Export
file-export-popup-title = Export the pop-up
file-export-popup-help = The pop-up and its launcher as a picture, without the page behind them.
file-export-popup-kind = PNG picture
file-export-popup-do = Export
file-export-jetlink-title = Export for Jetlink
file-export-jetlink-help = A snippet for the page, for Jetlink’s JavaScript SDK. It carries the message, not the audience.
file-export-jetlink-kind = JavaScript
file-export-jetlink-do = Export
file-export-xliff-title = Export texts for translators
file-export-xliff-help = The texts of the open campaign in one language, as XLIFF 2. Bring the file back with Import.
file-export-xliff-kind = XLIFF
file-export-xliff-do = Export
file-export-table-title = Export texts as a table
file-export-table-help = The texts of the open campaign in every language, a line each. Bring the file back with Import.
file-export-table-kind = CSV table
file-export-table-do = Export
file-export-png-title = Export the preview
file-export-png-help = The page with the pop-up as a picture, in the frame and theme of the preview.
file-export-png-kind = PNG picture
file-export-png-do = Export
file-picture-title = Choose a picture
file-picture-help = PNG, JPEG, WebP, GIF or BMP of any size; you choose the part that is used.
file-picture-kind = Pictures
file-picture-do = Use picture
conflict-title = This campaign was changed elsewhere
conflict-changed = Another program changed the file of “{ $name }” while you were editing it. Both versions are safe. This is what differs:
conflict-unreadable = Another program changed the file of “{ $name }”, and it can no longer be read as a campaign. Your version is safe.
conflict-deleted = Another program deleted or moved the file of “{ $name }” while you were editing it. Your version is safe.
conflict-both = Keep both
conflict-both-detail = The other version stays; yours becomes a copy next to it.
conflict-mine = Keep mine
conflict-mine-detail = The file gets your version. The other one goes to Recently deleted.
conflict-theirs = Take the other version
conflict-theirs-detail = Your version goes to Recently deleted; Undo brings it back, too.
stopped-title = Beckon stopped unexpectedly
stopped-safe = Last time, an error in Beckon closed the window. Your campaigns are safe: edits that were not saved yet were kept, and Beckon offers to bring them back.
stopped-send = To get it fixed, send the makers of Beckon the diagnostics or the report, and say what you did last. Neither contains what your campaigns say.
stopped-show = Show report
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
loss-link-action = the button’s link
loss-button-message = the button’s message
loss-user-say = the user expression
loss-launcher-image = the launcher image
loss-look = how it looks
loss-tokens = inserted attributes
loss-image-alt = the alt text of the picture
loss-picture-address = an address for the picture

preview-site = Site in the preview
site-color = Brand colour
site-color-of = Brand colour { $color }
site-color-written = Hex code
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

# How a pop-up looks: values of a look, and what each can be.
look-color = Button colour
look-card = Card colour
look-text = Text colour
look-radius = Corners
look-font = Font
look-font-inter = Inter
look-font-system = The device’s own
look-text-size = Text size
look-text-size-small = Small
look-text-size-regular = Regular
look-text-size-large = Large
look-align = Alignment
look-align-start = Start
look-align-center = Centre
look-picture = Place of the picture
look-picture-top = Above the text
look-picture-side = Beside the text
look-picture-full = Behind the text
look-picture-none = No picture
look-close = Close button
look-close-inside = Inside
look-close-outside = Outside
look-close-none = None
look-position = Place on the page
look-position-top-left = Top left
look-position-top-center = Top centre
look-position-top-right = Top right
look-position-center-left = Centre left
look-position-center-center = Centre
look-position-center-right = Centre right
look-position-bottom-left = Bottom left
look-position-bottom-center = Bottom centre
look-position-bottom-right = Bottom right
look-offset = Distance from the edges
look-width = Width
look-shadow = Shadow
look-motion = Entrance
look-motion-rise = Rise
look-motion-fade = Fade
look-motion-slide = Slide
look-motion-none = None
look-motion-ms = Duration
look-theme = Theme
look-theme-auto = As the visitor’s system
look-theme-light = Light
look-theme-dark = Dark
look-layer = Layer
look-theme-color = the theme’s own
look-yes = yes
look-no = no
look-distances = { $side } and { $upright }
look-pixels = { $number } px
look-milliseconds = { $number } ms
look-ratio = { $number } : 1

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
launch-public = Anyone can read the rules and texts of a live campaign: they go to every visitor’s browser. Its name and your notes stay with you.
launch-said-ready = Ready to launch
launch-said-ready-detail = Every check has passed. Launch! publishes it to { $place }. You can pause it or take it down at any time.
launch-said-first = Every check has passed. Launch! shows it at once on a demo shop on this computer; connect your own site whenever you like.
launch-said-stopped = { $count ->
    [one] One thing stops this launch
   *[other] { $count } things stop this launch
}
launch-said-stopped-detail = Fix these before you launch. Select one to go to it.
launch-said-to-do = { $count ->
    [one] One thing still to do
   *[other] { $count } things still to do
}
launch-said-to-do-detail = They are listed below. Select one to go to it.
launch-said-live = Live since { $instant }
launch-said-live-detail = Visitors see what you see here.
launch-said-changed = Live since { $instant }, and changed since
launch-said-changed-detail = Visitors still see what was launched. Launch changes replaces it at { $place }; the earlier version stays under Versions.
launch-said-paused = Paused
launch-said-paused-detail = Visitors do not see it. Resume publishes what you see here to { $place }.
launch-said-sending = On its way…
launch-said-offline = Sent when you are online again
launch-said-stuck = Not sent yet: it needs something from you
launch-said-conflict = Someone else changed it at { $place }
launch-said-conflict-detail = Nothing is lost. Compare both versions and choose the one to keep.
launch-said-refused = { $place } refused it
counts-are-claims = as reported by visitors’ browsers
counts-are-claims-help = Anyone can send such reports. The backend leaves out what cannot be true, such as more clicks than showings.
launch-waits-launch = The launch is waiting, safe on this computer.
launch-waits-pause = The pause is waiting, safe on this computer.
launch-waits-take-down = Taking it down is waiting, safe on this computer.
launch-place = Publishes to
launch-place-none = a demo shop on this computer
launch-place-choose = Choose a connection
launch-goes-to = Publishes to { $place }
launch-connections = Connections…
launch-demo = Try it on the demo shop
launch-open-demo = Open demo page
launch-snippet = Add this to your site’s pages, once
launch-copy = Copy
launch-impossible = Nothing can be published: there is no folder to keep it in
launch-stopped = { $count ->
    [one] One thing has to be fixed before it can be launched
   *[other] { $count } things have to be fixed before it can be launched
}
launch-nothing-new = It is live as you see it here: there is nothing to launch
launch-choose-connection = Choose where to publish first
launch-sent = “{ $name }” is live.
launch-paused = “{ $name }” is paused.
launch-taken-down = “{ $name }” was taken down.
launch-refused = “{ $name }” was refused. { $words }.
launch-conflict = Someone else changed “{ $name }”. Nothing was overwritten.
launch-no-demo = The demo shop is not running: launch to this computer first
no-opengl = This computer has no OpenGL, so the processor draws the window, which can be slower. The package libgl1-mesa-dri brings OpenGL on Debian and Ubuntu.
settings-language = Language
settings-theme = Theme
settings-theme-light = Light
settings-theme-dark = Dark
settings-theme-system = As the desktop
settings-zoom = Size
settings-motion = Motion
settings-renderer = Drawing
settings-renderer-automatic = Graphics card
settings-renderer-processor = Processor
settings-renderer-help = Takes effect at the next start.
settings-renderer-now = Takes effect at the next start. Now: { $now }.
settings-library = Library
settings-recent = Recent libraries
settings-log = Log
settings-no-log = No log is kept.
copied = Copied
diagnostics-copied = Diagnostics copied. Paste them into your message to the makers of Beckon.
difference-title = What changes for visitors
difference-live = Live now
difference-draft = Your draft
difference-rule-live = Live now, in plain words
difference-rule-draft = Your draft, in plain words

## Connections
connections-title = Connections
connections-help = Where this library’s campaigns go. The chosen one is used by every campaign of this library.
connections-done = Done
connection-add = Add a connection
connection-new = New connection
connection-edit = Edit connection
connection-edit-of = Edit { $name }
connection-remove = Remove { $name }
connection-remove-title = Remove “{ $name }”?
connection-remove-help = What is live there stays live. Whatever is still waiting to be sent there is dropped, and its token is forgotten.
connection-remove-do = Remove
connection-local = This computer
connection-name = Connection name
connection-name-hint = Our shop
connection-url = Address
connection-url-help = The address of your backend, as its administrator gave it to you
connection-url-wrong = Write an address like https://campaigns.example.com
connection-unencrypted = Without https, campaigns and token travel unencrypted: anyone on the way can read them.
connection-token = Token
connection-token-help = It is kept in your system’s keyring; without one, in a file that only you can read.
connection-token-keep = Leave it empty to keep the current one.
connection-token-wrong = This is not a token: a token has no spaces or line breaks.
connection-kept-keyring = The token is in your system’s keyring.
connection-kept-file = No keyring answered, so the token is kept in a file that only you can read, in Beckon’s own folder.
connection-save = Save
connection-try = Test connection
connection-trying = Testing…
try-fine = { $count ->
    [0] It works. No campaign is there yet.
    [one] It works. One campaign is there.
   *[other] It works. { $count } campaigns are there.
}
try-unprepared = No secure connection can be prepared: check the address.
try-unreachable = Nothing answers there. Check the address and your internet connection.
try-untrusted = The connection is not secure: the certificate there is not trusted. Check the address.
try-broken = The connection broke off. Try again.
try-slow = It did not answer in time. Try again later.
try-clock = This computer’s date is wrong, so no secure connection can be made. Set its date and time.
try-token = It answers, but does not accept the token. Ask for a new one and paste it here.
try-moved = That address redirects elsewhere. Ask for the new one.
try-not-beckon = Something answers, but it is not a Beckon backend. Check the address.
try-busy = It is busy right now. Try again in a minute.
try-status = It answers with an error ({ $status }). Ask whoever runs it.
line-online = connected
line-unknown = not checked yet
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
confirm-take-down-help = Visitors stop seeing it, and { $place } deletes it with its counts. The draft stays here, so you can launch it again. A paused campaign keeps its counts.
confirm-take-down-do = Take down
confirm-delete = Delete “{ $name }”?
confirm-delete-help = It is published at { $place }. Without its draft, it can no longer be changed from here.
confirm-delete-several = Delete { $count } campaigns?
confirm-delete-several-help = { $count ->
    [one] One of them is published at { $place }. Without its draft, it can no longer be changed from here.
   *[other] { $count } of them are published at { $place }. Without their drafts, they can no longer be changed from here.
}
confirm-delete-both = Delete and take down
confirm-delete-here = Delete here only
clash-title = Someone else changed this campaign
clash-changed = “{ $name }” was changed at { $place } after you last published it. Nothing is lost. Which version do you want to keep?
clash-gone = “{ $name }” was taken down at { $place }. Nothing was sent. What do you want to do?
clash-same = Both versions look the same to visitors.
clash-theirs-head = Theirs
clash-mine-head = Yours
clash-keep-mine = Keep mine
clash-keep-mine-detail = Yours goes to the site. Theirs becomes a separate campaign in your library.
clash-launch-again = Launch it again
clash-launch-again-detail = Yours goes to the site as a new campaign.
clash-pause = Pause it anyway
clash-take-down = Take it down anyway
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
command-resume-tip = Put the campaign back on the site
command-take-down = Take down
command-take-down-tip = Take the campaign off the site; the draft stays
command-retry-now = Send now
command-retry-now-tip = Send what is waiting, without waiting longer
command-resolve-conflict = Compare versions
command-resolve-conflict-tip = Look at both versions of the campaign and choose one
command-open-demo = Open demo page
command-open-demo-tip = Try the campaign on the demo shop in your browser
command-open-library = Open another library
command-open-library-tip = Show the campaigns of another folder in this window
command-open-library-words = folder switch recent
command-settings = Settings
command-settings-tip = Language, theme, libraries, and where the log is
command-settings-words = preferences options recent libraries
command-publish-site = Publish your site
command-publish-site-tip = Publish name, addresses and look, for all campaigns
command-connections = Connections
command-connections-tip = Choose where campaigns are published

# Questions about who sees it
command-find-visitor = Show a visitor who sees this
command-find-visitor-tip = Simulate the nearest visitor who would see this campaign
command-nearest-change = What would have to change?
command-nearest-change-tip = See what would let the simulated visitor see this campaign
command-visitor-before = Back to the visitor before
command-visitor-before-tip = Return to the visitor you had before one was filled in
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
editor-conflict-alone = No visitor can meet this.

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
journey-kind-leave = Move toward exit
journey-kind-leave-touch = Flick up to leave
journey-kind-click = Click the pop-up
journey-kind-close = Close what is open
journey-kind-chat = Have a conversation
journey-kind-input = Move the pointer or type
journey-kind-identify = Set an attribute
journey-kind-track = Report an event
journey-kind-press = Click on the page
journey-kind-away = Switch to another tab
journey-kind-back = Return to the tab
journey-kind-cover = Cover the page with a dialog
journey-kind-uncover = Close the dialog
journey-kind-tomorrow = Come back tomorrow
journey-kind-return = Come back
journey-does-open = opens { $page }
journey-does-return = comes back to { $page }
journey-does-scroll = scrolls to { $ratio }%
journey-does-leave = moves toward the exit
journey-does-leave-touch = flicks up to leave
journey-does-click = clicks the pop-up
journey-does-click-reply = clicks reply { $number }
journey-click-what = On
journey-click-message = The message
journey-does-close = closes what is open
journey-does-chat = has a conversation
journey-does-input = moves the pointer or types
journey-does-identify = the site sets { $attributes }
journey-does-track = the site reports { $event }
journey-does-press = clicks { $element }
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
journey-came-directly = a direct visit
journey-came-from-help = The page of another site that led here. It counts where this page begins a session: the first one, or the first after half an hour.
journey-pages = Pages named in campaigns
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
journey-starts-as-help = Change the visitor and the time under Visitor
journey-chat = Chat
journey-bar-popup = { $name }: on the screen from { $from } to { $to }
journey-bar-chat = The chat is open from { $from } to { $to }
journey-nothing-shown = Nothing is shown on this journey
journey-no-page = No page is open yet.
journey-on-page = On { $page } · view { $views } · scrolled { $ratio }%
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
journey-replaced = Another journey replaced yours.
journey-saved = The journey is saved: { $path }
journey-changed-elsewhere = Another program changed this journey’s file. Choose where yours goes.
command-journey = Visitor or journey
command-journey-tip = Switch between the visitor and the journey below the preview
command-open-journey = Open a journey…
command-open-journey-tip = Play the steps of a journey file
command-save-journey = Save the journey
command-save-journey-tip = Write the steps into a file that beckon simulate reads
command-save-journey-as = Save the journey as…
command-save-journey-as-tip = Write the steps into another file
file-open-journey-title = Open a journey
file-open-journey-help = A visitor’s steps, saved here or written by hand; who takes them comes along.
file-open-journey-kind = Journeys
file-open-journey-do = Open
file-save-journey-title = Save the journey
file-save-journey-help = The steps and who takes them, for another day or for beckon simulate.
file-save-journey-kind = Journeys
file-save-journey-do = Save

## Reach

reach-no-column = No column gives { $field }: everyone counts as a first-time visitor, with { $value }.
reach-no-attribute = No column gives { $field } “{ $key }”: it counts as missing for everyone.
reach-no-count-of = No column gives { $field } “{ $key }”: it counts as 0 for everyone.
reach-no-first-seen = No column gives First shown: everyone counts as seeing the campaign for the first time today.
reach-no-exit = No column gives About to leave: nobody counts as leaving.
reach-no-instant = No column says when a visitor was there: it counts as today.
reach-today = Today counts as { $date } in { $zone }.
reach-activity-left-out = What happens on the page (scrolling, leaving, clicks, time, no activity) is not checked, because not every part of it has a column: only the rest of the conditions counts.
reach-timetable-left-out = The run and the hours are not checked: a visitor who qualifies may come outside of them.
reach-cycle-left-out = The repeat cycle is not checked: a visitor who qualifies may still have to wait.

# How many visitors an audience is
command-reach = How many visitors is that?
command-reach-tip = Count this audience in a log of your visitors, or copy it as SQL for your warehouse
file-log-title = Choose a visitor log
file-log-kind = Visitor logs
reach-dialog-title = How many visitors is that?
reach-dialog-help = Count them in a log of your visitors, here on this computer; or ask your warehouse with the SQL below.
reach-dialog-log = Visitor log
reach-dialog-kinds = CSV with a header, or JSON with one object per line; one row for each visitor
reach-dialog-read = Load
reach-dialog-reading = Loading…
reach-dialog-columns-found = { $count ->
    [one] One column
   *[other] { $count } columns
}
reach-dialog-first-rows = The first rows
reach-dialog-columns = What each column holds
reach-dialog-no-column = not in the log
reach-dialog-search-columns = Search columns
reach-dialog-no-column-found = No column is called this. Try a part of its name.
reach-dialog-column-of = Column for { $field }
reach-dialog-attribute = { $field } “{ $key }”
reach-dialog-instant = When they were there
reach-dialog-count = Count visitors
reach-dialog-close = Close
reach-dialog-counting = Counting…
reach-dialog-rows-so-far = { $rows } rows so far
reach-dialog-stop = Stop
reach-dialog-of = of { $rows } visitors are in this audience · { $share }
reach-dialog-unreadable = Rows left out because they cannot be read: { $count }
reach-fault-width = it has { $found } values, the header names { $wanted } columns
reach-fault-object = it is not a JSON object
reach-fault-text = { $column } is not UTF-8 text
reach-fault-count = { $column } is not a whole number: { $value }
reach-fault-instant = { $column } is not a date or instant: { $value }
reach-fault-number = { $column } is not a number: { $value }
reach-fault-flag = { $column } is neither yes nor no: { $value }
reach-fault-nested = { $column } is not plain text
reach-dialog-unreadable-line = Line { $line }: { $fault }
reach-dialog-sql = The same audience as SQL
reach-dialog-sql-help = Add it to a SELECT over your own table of visitors.
reach-dialog-warehouse = Warehouse
reach-dialog-copy = Copy SQL

## Tests
tests = Tests
tests-empty = Choose “Keep as a test” below a visitor’s verdict, and Beckon rechecks it after every edit.
tests-passing = { $passing } of { $count } pass
header-tests-pass = { $count ->
    [one] { $count } test passes
   *[other] { $count } tests pass
}
header-tests-fail = { $count ->
    [one] { $count } test fails
   *[other] { $count } tests fail
}
tests-name = Name of test { $number }
tests-expected = Visitor of test { $number }
tests-shown = sees it
tests-not-shown = does not
tests-passes = Passes
tests-fails = Fails
tests-unreadable = Cannot be run
tests-waived = Waived: does not stop a launch
tests-waive = Waive
tests-waive-name = Waive test { $number }
tests-waive-tip = Launch even though this test fails
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
editor-step-test-name = Change a test’s name
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
checks-nothing = Nothing to fix
checks-nothing-detail = { $count ->
    [0] There are no campaigns yet.
    [one] The campaign can be launched.
   *[other] All { $count } campaigns can be launched, and none blocks another.
}
checks-launch = Stops a launch
checks-launch-help = Until these are fixed, their campaigns cannot be launched.
checks-together = Contradictions
checks-together-help = Conditions that rule each other out, or that change nothing alongside the others.
checks-tests = Failing tests
checks-tests-help = These tests no longer pass.
checks-never = Never first
checks-never-help = Another campaign always wins over these.
checks-to-do = Still to do
checks-to-do-help = What these drafts need before they can be launched. Until then they compete with no other campaign.
checks-meets = Who goes first
checks-meets-help = When a visitor qualifies for both, this one wins once both are live.
checks-look = Worth a look
checks-look-help = None of these stops a launch.
checks-unsure = { $count ->
    [one] 1 pair could not be decided.
   *[other] { $count } pairs could not be decided.
}
checks-unlisted = { $count ->
    [one] 1 more pair is not listed.
   *[other] { $count } more pairs are not listed.
}
checks-too-many = There are too many campaigns to tell which of them compete.
checks-before = Goes before “{ $name }”.
checks-meet-short = Show the visitor
checks-meet = Show the visitor who meets both
checks-meet-name = Show the visitor: { $name }
calendar = What runs when
calendar-scale = How much is shown
calendar-weeks = Weeks
calendar-months = Months
calendar-earlier = Earlier
calendar-later = Later
calendar-today = Today
calendar-reading = Reading the campaigns…
calendar-empty = No campaign can be launched yet. As soon as one can, it stands here with the days on which it runs.
calendar-gaps = Days without a campaign
calendar-clashes = Campaigns that meet
calendar-priority = Priority { $priority }
calendar-not-open = Does not run on these days
calendar-always = Runs all the time
calendar-unlisted = { $count ->
    [one] One more pair of campaigns meets.
   *[other] { $count } more pairs of campaigns meet.
}
calendar-unready = { $count ->
    [one] One campaign is not ready to launch, and is left out.
   *[other] { $count } campaigns are not ready to launch, and are left out.
}
calendar-gap = No campaign runs { $when }.
calendar-clash = “{ $first }” and “{ $other }” can meet the same visitor { $when }; “{ $first }” goes first.
calendar-clash-unsure = “{ $first }” and “{ $other }” run { $when }; whether they can meet the same visitor is not known.
calendar-on = on { $day }
calendar-from-to = from { $first } to { $last }
library-checks = { $count ->
    [0] Checks: nothing to fix
    [one] Checks: 1 thing to fix
   *[other] Checks: { $count } things to fix
}
command-site = Your site
command-site-tip = Name, addresses and look of your site, for all campaigns; once more goes back to the editor
command-audiences = Saved audiences
command-audiences-tip = Shows the audiences that several campaigns use, and who uses them; or goes back to the editor.
palette-brand = Brand and colours
palette-brand-words = brand colour color look font corners button card theme logo
library-site = Your site: { $name }
site-unreadable = The site document cannot be read
site-new = This library has no site document yet. The first change here makes one: the file site.json beside your campaigns.
site-publish = Publish
site-published = Published
site-on-its-way = Publishing…
site-see-changes = See changes
site-pill-unpublished = Not published yet
site-pill-changed = { $count ->
    [one] 1 change not live yet
   *[other] { $count } changes not live yet
}
site-pill-blocked = { $count ->
    [one] 1 thing to correct first
   *[other] { $count } things to correct first
}
site-pill-waiting = On its way
site-pill-offline = Waits for the connection
site-pill-stopped = Not sent yet
site-pill-refused = Refused
site-pill-conflict = Changed by someone else
site-pill-changed-there = Changed by someone else
site-pill-live = Live
site-changed-there-detail = Publish asks you which of the two versions to keep.
site-changes-title = What publishing changes
site-changes-where = This goes to { $place }, and holds for all of its campaigns at once.
site-changes-live = Live now
site-changes-before = Before publishing
site-changes-draft = Here
site-change-name = Name of the site
site-change-added = Address added
site-change-removed = Address removed
site-clash-title = Someone else changed the site
site-clash-changed = Name, addresses or look were changed at { $place } by someone else. Nothing is lost. Which version do you want to keep?
site-clash-mine-detail = Yours goes to the site. What a newer Beckon keeps there beside it stays.
site-clash-theirs-detail = This page becomes theirs; Undo brings yours back.
site-clash-taken = Your site is their version now. Undo brings yours back.
site-step-theirs = Take their version of the site
site-live-said = Your site is live as you see it here.
site-nothing-new = Your site is live as you see it here: there is nothing to publish
site-stopped = { $count ->
    [one] Your site was not published: correct 1 thing first
   *[other] Your site was not published: correct { $count } things first
}
site-refused-said = Your site was refused. { $words }.
site-conflict-said = Someone else changed your site. Nothing was overwritten.
launch-site-unpublished = The name, addresses and look of your site are not live yet. A launch does not send them.
launch-site-changed = { $count ->
    [one] 1 change of your site is not live yet. A launch does not send it.
   *[other] { $count } changes of your site are not live yet. A launch does not send them.
}
launch-site-show = Your site…
site-name = Name of the site
site-name-help = What you call it. Visitors do not see it.
site-where = Where it runs
site-where-only = And nowhere else
site-where-any = Everywhere
site-everywhere = Without an address, campaigns are shown on every page that has the script.
site-address = Address { $number }
site-address-add = Add an address
site-address-remove = Remove address { $number }
site-address-hint = Write it like https://www.example.com or https://www.example.com/shop.
site-address-whole = Every page of { $address }, and of no other site.
site-address-part = The page { $address } and every page below it.
site-address-use = Use { $address }
site-step-name = Name the site
site-rests = Limit for a visitor
site-rests-empty = None. With a limit (a frequency cap), campaigns wait once a visitor has been shown that many pop-ups.
site-rest-numbered = Limit { $number }
site-rest-at-most = At most
site-rest-count = pop-ups
site-rest-popups = { $count ->
    [1] pop-up in
   *[other] pop-ups in
}
site-rest-time = time
site-rest-session = a session
site-rest-minutes = { $count ->
    [one] minute
   *[other] minutes
}
site-rest-hours = { $count ->
    [one] hour
   *[other] hours
}
site-rest-days = { $count ->
    [one] day
   *[other] days
}
site-rest-add = Add a limit
site-rest-remove = Remove limit { $number }
site-rest-except = Does not hold for
site-rest-unknown = a campaign that is not here ({ $id })
site-rest-include = Let the limit hold for { $name }
site-rest-exception = Add an exception
site-rest-exception-numbered = Exception from limit { $number }
site-step-rests = limit for a visitor
site-hours = When somebody answers
site-hours-empty = Always. With hours, campaigns can wait until somebody answers.
site-step-hours = Change when somebody answers
site-step-addresses = Change the addresses
command-checks = Check the whole library
command-checks-tip = See what stops launches, fails, contradicts or competes; once more goes back to the editor
command-calendar = What runs when
command-calendar-tip = See all campaigns in a calendar, with days without any and campaigns that meet; once more goes back to the editor

## The contact sheet
command-sheet = Contact sheet
command-sheet-tip = See the pop-up on every device, light and dark, with every text; once more goes back to the editor
sheet = Contact sheet
sheet-back = Back to the editor
sheet-filters = Filters
sheet-devices = Device
sheet-small-phone = Small phone
sheet-themes = Theme
sheet-texts = Texts
sheet-as-written = As written
sheet-longest = Longest texts
sheet-no-details = Missing visitor details
sheet-no-picture = No picture
sheet-right-to-left = Right to left
sheet-zoomed = Text at 200%
sheet-count = { $shown } of { $all } pictures
sheet-need = { $count ->
    [one] 1 needs a look
   *[other] { $count } need a look
}
sheet-empty = The message says nothing yet
sheet-write = Write the message
sheet-nothing = The filters leave no picture
sheet-all = Show all pictures
sheet-broken = This picture could not be drawn.
sheet-drawing = Drawing…
sheet-findings = What needs a look
sheet-fine = Nothing is cut off, and all texts can be read
sheet-verdict = { $count ->
    [one] 1 of { $all } needs a look
   *[other] { $count } of { $all } need a look
}
sheet-verdict-fine = { $count ->
    [one] 1 is fine
   *[other] { $count } are fine
}
sheet-cut = Cut off by { $count } px
sheet-pale = { $ratio }, needs { $needed }
sheet-finding-close = What closes the pop-up is off the screen
sheet-finding-cut = “{ $part }” is cut off
sheet-finding-pale = “{ $part }” is too pale to read
sheet-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
sheet-use = Use { $color }
sheet-use-theme = Use the theme’s own colour
sheet-shorten = Shorten
sheet-used = The look of this campaign has changed.
sheet-copy = Copy picture
sheet-export = Export proof
sheet-proof-as = Proof as
sheet-proof-png = PNG
sheet-proof-html = Web page
sheet-proof-pdf = PDF
sheet-with-findings = With findings
proof-about = { $day } · { $count ->
    [one] 1 picture
   *[other] { $count } pictures
}
file-proof-png-title = Export the proof as a picture
file-proof-png-help = One picture with all that the contact sheet shows, the campaign’s name and the day.
file-proof-png-kind = PNG picture
file-proof-png-do = Export
file-proof-html-title = Export the proof as a web page
file-proof-html-help = One HTML file with all that the contact sheet shows, the campaign’s name and the day. Fonts and pictures are inside.
file-proof-html-kind = Web page
file-proof-html-do = Export
file-proof-pdf-title = Export the proof as a PDF
file-proof-pdf-help = A PDF of one page with all that the contact sheet shows, the campaign’s name and the day.
file-proof-pdf-kind = PDF
file-proof-pdf-do = Export

## Keeping
edit-change = Change
edit-outside = Changed outside
edit-recover = Bring back unsaved changes
edit-restore-version = Restore an earlier version
undone = Undone: { $name }
redone = Redone: { $name }
command-bin = Recently deleted
command-bin-tip = Bring back what was deleted in the last 30 days, or remove it for good
command-bin-words = bin trash restore recover undelete history
command-replace-address = Replace an address…
command-replace-address-tip = Find a text in page addresses, links and tests of all campaigns, and replace it
command-replace-address-words = find search url domain link move rename site bulk
several-more = Do more with them
several-replace-address = { $count ->
    [one] Replace an address in one campaign…
   *[other] Replace an address in { $count } campaigns…
}
replace-title = Replace an address
replace-among-all = Conditions, links and tests of every campaign in this library are searched, and the addresses of your site.
replace-among-selected = { $count ->
    [one] Conditions, links and tests of the selected campaign are searched.
   *[other] Conditions, links and tests of the { $count } selected campaigns are searched.
}
replace-find = Find
replace-with = Replace with
replace-help = Every place is listed here before anything changes.
texts-changed = Brought back: { $keys }.
texts-own-changed = Brought back, though the campaign’s own text has changed since: { $keys }.
texts-kept = Changed here since, and kept: { $keys }.
texts-not-here = Not in this campaign: { $keys }.
import-nothing = Nothing is new in this file.
import-own-changed = The campaign’s own text has changed since the file was written: see whether it still fits.
import-kept = Changed here since the file was written, and kept; the file says “{ $text }”.
import-not-here = The campaign has no such text.
replace-nothing = No address contains this, or nothing would change.
replace-found = { $count ->
    [one] One place
   *[other] { $count } places
} in { $campaigns ->
    [one] one campaign
   *[other] { $campaigns } campaigns
}
replace-in-site = and { $count } in Your site
replace-refused = { $count } not possible
replace-left-out = { $count } left out
replace-all = All
replace-none = None
replace-line = { $name }, { $use }: { $before } becomes { $after }
replace-do = { $count ->
    [0] Replace
    [one] Replace in one place
   *[other] Replace in { $count } places
}
replaced-in-site = Addresses of your site were replaced, too. Undo that on its page.
replaced-addresses = { $count ->
    [0] No address was replaced.
    [one] One address was replaced.
   *[other] { $count } addresses in { $campaigns ->
        [one] one campaign
       *[other] { $campaigns } campaigns
    } were replaced.
}
batch-undone = { $count ->
    [0] Nothing was taken back.
    [one] One change was taken back.
   *[other] { $count } changes in { $campaigns ->
        [one] one campaign
       *[other] { $campaigns } campaigns
    } were taken back.
}
batch-passed-over = { $count ->
    [one] One place was changed meanwhile and stays as it is.
   *[other] { $count } places were changed meanwhile and stay as they are.
}
batch-failed = { $count ->
    [one] One campaign could not be changed.
   *[other] { $count } campaigns could not be changed.
}
edit-replace-address = Replace an address
busy-batch = Changing several campaigns
address-link = Link of the button
address-site = Where campaigns are shown
address-test = Test “{ $name }”, { $field }
command-order = Order of campaigns…
command-order-tip = See which campaign goes first where several could be shown, and arrange them
command-order-words = priority rank sort first compete overlap drag
order-title = Order of campaigns
order-help = A visitor who qualifies for several campaigns at once is shown the one further up. Drag them, or move them with Alt and the arrow keys.
order-reading = Finding out which campaigns can meet…
order-alone = { $count ->
    [one] One other campaign never meets another, so that its place does not matter.
   *[other] { $count } other campaigns never meet another, so that their place does not matter.
}
order-unready = { $count ->
    [one] One campaign is not listed: it cannot be launched yet.
   *[other] { $count } campaigns are not listed: they cannot be launched yet.
}
order-too-many = There are too many campaigns to compare them all. Every campaign that can be launched is listed.
order-nobody = No two campaigns can meet a visitor at the same time, so that their order does not matter.
order-meets = { $count ->
    [one] Meets one other
   *[other] Meets { $count } others
}
order-row = { $place } of { $count }: { $name }, priority { $priority }, { $detail }
order-moved = “{ $name }” is now { $place } of { $count }.
order-unchanged = No priority changes.
order-changes = { $count ->
    [one] One priority changes: { $names }.
   *[other] { $count } priorities change: { $names }.
}
order-changes-more = { $count } priorities change: { $names } and { $more } more.
order-do = { $count ->
    [0] Apply
    [one] Change one campaign
   *[other] Change { $count } campaigns
}
order-done = { $count ->
    [0] No priority was changed.
    [one] One campaign has another priority.
   *[other] { $count } campaigns have other priorities.
}
edit-order = Arrange the order
header-labels = Labels: { $labels }
command-labels = Labels…
command-labels-tip = Sort campaigns by words of your own
command-labels-words = tag category group topic sort
several-labels = { $count ->
    [one] Labels of one campaign…
   *[other] Labels of { $count } campaigns…
}
labels-title = Labels of “{ $name }”
labels-title-several = Labels of { $count } campaigns
labels-help = Sort campaigns by words of your own, such as a season or a team. Visitors cannot see them.
labels-none = No labels yet
labels-some = { $label } ({ $count } of { $all })
labels-remove = Remove { $label }
labels-add = Add a label
labels-add-one = Add { $label }
labels-in-use = In use
labels-do = Done
labels-too-long = A label has at most 40 characters.
labels-there = It is there already.
labels-full = A campaign has at most 10 labels.
labels-done = { $campaigns ->
    [0] No label was changed.
    [one] One campaign has other labels.
   *[other] { $campaigns } campaigns have other labels.
}
library-label = Label: { $label }
edit-labels = Change labels
command-library-pictures = Show pictures in the library
command-library-pictures-tip = Show each campaign’s pop-up beside its name in the list, or hide it
command-library-pictures-words = thumbnails images previews list
command-versions = Versions…
command-versions-tip = See what the open campaign was earlier, compare it with now, and restore it
command-versions-words = history earlier yesterday compare restore recover
deleted-too = “{ $name }” is deleted here too. It is in Recently deleted.
deleted-elsewhere = Another program deleted “{ $name }”. A copy is in Recently deleted.
bin-help = Deleted campaigns, and versions that were set aside, are kept here for { $days } days.
bin-empty = Nothing was deleted recently.
bin-restore = Restore
bin-restore-of = Restore { $name }
bin-restore-all = Restore all { $count }
bin-erase = Delete for good
bin-erase-of = Delete { $name } for good
bin-erase-title = Delete “{ $name }” for good? It cannot be brought back.
bin-deleted = Deleted { $when }
bin-set-aside = Set aside { $when }
size-kb = { $size } kB
versions-title = Versions of “{ $name }”
versions-help = A version is kept at each launch, and when you start and finish editing. Restoring one is a single step that you can undo.
versions-none = There are no versions yet. The first one is kept when you have edited this campaign and open another one, launch it, or close the window.
versions-restore = Restore this version
versions-no-difference = No difference for visitors
versions-same = This is what the campaign says now.
versions-alike = The two differ only in what visitors never see, such as muted conditions, labels, tests, or texts of another type.
versions-then = Then
versions-now = Now
version-launched = Launched
version-edited = After editing
version-opened = Before editing
version-outside = Before another program changed it
version-restored = This is the earlier version. Undo brings the newer one back.
conflict-gone-title = This campaign was deleted elsewhere
conflict-theirs-head = In the file
conflict-mine-head = Yours
conflict-both-broken-detail = The file stays as it is; your version becomes a campaign next to it.
conflict-mine-broken-detail = The file gets your version. What is in it now goes to Recently deleted.
conflict-mine-gone-detail = The file is written again, with your version.
conflict-delete = Delete here too
conflict-delete-detail = Your version goes to Recently deleted.
conflict-later = Decide later
conflict-later-detail = Keep editing. Nothing is saved over the other version until you decide.
quit-unsaved-title = Some changes are not saved
quit-unsaved-safe = These changes are not in the library, but a copy of each is kept. Beckon offers them the next time it starts.
quit-unsaved-lost = These changes are not in the library, and no copy could be made anywhere. They are lost if you close the window now.
quit-undecided = There are two versions, and you have not chosen one yet.
quit-slow-title = The disk does not answer
quit-slow-help = Beckon is still at this: { $what }. If you close the window now, that may be lost.
quit-stay = Keep the window open
quit-anyway = Close anyway
save-copy-kept = A copy of your changes is kept outside the library.
save-no-copy = Your changes are only in this window.
save-undecided = Changed elsewhere
save-undecided-tip = There are two versions of this campaign. Choose the one to keep.
save-not-name = { $state }. Try again
save-undecided-name = { $state }. Choose a version
broke-off = A fault in Beckon stopped this: { $what }. Please try again.
folder-missing = The library folder is not there
folder-unlisted = The library folder cannot be read
folder-read-only = The library folder can only be read
folder-full = The disk is full
folder-refuses = The library folder cannot be changed
folder-nothing-unsaved = There are no unsaved changes.
folder-tried-again = Beckon keeps trying.
numbered-name = { $name } ({ $number })
name-missing = Give it a name.
library-open-hidden = Not in this list: { $name }
counts-as-of = as of { $time }
busy-site-read = Reading the site document
busy-site-save = Saving the site document
busy-audiences-read = Reading the saved audiences
busy-audience-save = Saving the audience
busy-open = Opening a campaign
busy-create = Creating a campaign
busy-rename = Renaming a file
busy-delete = Deleting
busy-restore = Restoring
busy-import = Importing
busy-save = Saving
busy-note = Saving
busy-version = Keeping a version
busy-settings = Saving the settings
busy-look = Looking at the library
busy-tidy = Tidying the bin
busy-picture = Saving a picture
busy-launch = Preparing the launch
busy-export = Writing a file
busy-task = Background work
folder-safe = { $count ->
    [one] Changes to one campaign are not saved in the library. A copy is kept on this computer.
   *[other] Changes to { $count } campaigns are not saved in the library. Copies are kept on this computer.
}
folder-in-memory = { $count ->
    [one] Changes to one campaign are only in this window: keep it open.
   *[other] Changes to { $count } campaigns are only in this window: keep it open.
}

## Trouble with files
trouble-missing = { $file }: it is not there
trouble-missing-hint = Check the path: it may have been moved, renamed or unplugged.
trouble-wrong-kind = { $file }: a file is needed and this is a folder, a pipe or a device, or the other way round
trouble-wrong-kind-hint = Choose another path, or move what stands there out of the way.
trouble-outside-images = { $file }: it is not a file in the library’s own folder images
trouble-outside-images-hint = Copy the picture itself into the folder images, or choose it again here.
trouble-not-a-picture = { $file }: it is not a picture that can be read, or it is damaged
trouble-not-a-picture-hint = Choose the picture again, or save it as a new PNG in a picture editor.
trouble-not-allowed = { $file }: you have no permission
trouble-not-allowed-hint = Choose a folder of your own, or ask its owner for permission to write.
trouble-read-only = { $file }: the disk can only be read
trouble-read-only-hint = Choose a folder on another disk.
trouble-full = { $file }: the disk is full
trouble-full-hint = Free some space, or choose a folder on another disk.
trouble-too-large = { $file }: it is too large
trouble-too-large-hint = Choose a smaller file.
trouble-too-long = { $file }: it would be too long to be read again
trouble-too-long-hint = Make its texts shorter, or remove keys that Beckon does not know from the file.
trouble-name-taken = { $file }: something with this name already exists
trouble-name-taken-hint = Choose another name.
trouble-other = { $file }: the system refused ({ $system })
trouble-other-hint = Try again. If it happens again, choose a folder on another disk.

## What is wrong with a file
trouble-file-in = { $file }: { $what }
trouble-file-at = line { $line }, column { $column }: { $what }
trouble-file-too-large = the file has { $megabytes } MB, and a campaign has at most { $most } MB
trouble-file-too-large-hint = Choose a campaign file. Pictures belong next to it, in the folder images.
trouble-file-larger = the file is larger than { $most } MB, which no campaign is
trouble-file-larger-hint = { trouble-file-too-large-hint }
trouble-file-not-text = the file is not UTF-8 text
trouble-file-not-text-hint = Choose a campaign file, or save this one as UTF-8 in a text editor.
trouble-file-utf16 = the file looks like UTF-16 text, and UTF-8 is needed
trouble-file-utf16-hint = Save it as UTF-8 in a text editor.
trouble-bundle-not-text = the file is not UTF-8 text
trouble-bundle-not-text-hint = Export it again, and copy it as a whole.
trouble-file-empty = the file is empty
trouble-file-empty-hint = Restore it from a copy, or create the campaign again.
trouble-file-truncated = the file ends too early
trouble-file-truncated-hint = Restore it from a copy: an interrupted copy or download leaves such files.
trouble-file-syntax = the file is not valid JSON
trouble-file-syntax-hint = Correct it in a text editor, or restore it from a copy.
trouble-file-duplicate-key = the key “{ $key }” is there twice
trouble-file-duplicate-key-hint = Remove or rename one of the two.
trouble-file-brackets = the brackets are nested too deep
trouble-file-brackets-hint = Choose another file: none of Beckon’s nests this deep.
trouble-file-no-object = the file holds no campaign
trouble-file-no-object-hint = Choose a file whose name ends in .campaign.json.
trouble-file-wrong-format = the file is not a campaign
trouble-file-wrong-format-hint = Choose a file whose name ends in .campaign.json. An exported bundle comes in with Import.
trouble-bundle-wrong-format = the file is not a bundle of campaigns
trouble-bundle-wrong-format-hint = Choose a campaign file or a whole library that Beckon exported.
trouble-site-wrong-format = the file is not a site document
trouble-site-wrong-format-hint = Move it away: Beckon then makes a new one.
trouble-audience-wrong-format = the file is not a saved audience
trouble-audience-wrong-format-hint = Choose a file that ends in .audience.json, or save the audience again.
trouble-audience-nested = a saved audience uses another one, “{ $name }”
trouble-audience-nested-hint = Write the conditions of that one in its place.
trouble-file-no-version = the file has no valid version number
trouble-file-no-version-hint = Write "version": { $known } below its format.
trouble-bundle-no-version = the bundle has no valid version number
trouble-bundle-no-version-hint = Export it again.
trouble-file-newer = a newer Beckon wrote the file: it has version { $version }, and this Beckon reads up to { $known }
trouble-file-newer-hint = Update Beckon.
trouble-file-unknown-keys = the file has { $count } keys that Beckon does not know, and at most { $most } are kept
trouble-file-unknown-keys-hint = Remove those that no program needs, or update Beckon.
trouble-file-more = there are { $count } more problems
trouble-file-more-hint = Correct those that are listed first.
trouble-file-wrong-type = “{ $key }” must be { $wanted }, and is { $found }
trouble-file-wrong-type-hint = Write { $wanted } there, or remove the key.
trouble-file-wrong-entry = each entry of “{ $key }” must be an object in braces, and this is { $found }
trouble-file-wrong-entry-hint = Write an object there, or remove the entry.
trouble-file-wrong-text = each entry of “{ $key }” must be a text, and this is { $found }
trouble-file-wrong-text-hint = Write a text in quotes there, or remove the entry.
trouble-file-two-joiners = a group is joined in two ways at once
trouble-file-two-joiners-hint = Keep one of all, any and none, and move the rest into a group of its own.
trouble-file-no-group = the audience must be a group, and is a single condition
trouble-file-no-group-hint = Put the condition into a group that is joined by all.
trouble-file-groups = groups are nested more than { $most } deep
trouble-file-groups-hint = Join some of the groups: an all inside an all can be one.
trouble-file-two-actions = a button says something and opens a link at once
trouble-file-two-actions-hint = Keep one of message and link.
trouble-bundle-no-campaigns = the bundle has no list of campaigns
trouble-bundle-no-campaigns-hint = { trouble-bundle-no-version-hint }
trouble-bundle-no-picture = the picture “{ $name }” is missing from the bundle, or damaged
trouble-bundle-no-picture-hint = { trouble-bundle-not-text-hint }
trouble-json-null = nothing (null)
trouble-json-flag = true or false
trouble-json-number = a number
trouble-json-text = text
trouble-json-list = a list
trouble-json-object = an object
trouble-wanted-object = an object in braces
trouble-wanted-list = a list in square brackets
trouble-wanted-launcher = current, bot_profile or a picture
trouble-wanted-rest-time = “session”, or a number of minutes, hours or days
trouble-broke-off = a fault in Beckon stopped this
trouble-broke-off-hint = Try again. If it happens again, copy the diagnostics from the menu and send them to whoever looks after Beckon.
trouble-save-broke-off = a fault in Beckon stopped the save
trouble-save-broke-off-hint = Beckon tries again by itself.
trouble-save-conflict = { $file }: another program changed it meanwhile
trouble-save-conflict-hint = Open it, and choose which version stays.

## What is wrong with a picture
trouble-picture-bytes = The picture has more than { $most } MB
trouble-picture-bytes-hint = Make it smaller in a picture editor: a pop-up shows 400 × 200 pixels.
trouble-picture-pixels = The picture is too large: { $width } × { $height } pixels
trouble-picture-pixels-hint = { trouble-picture-bytes-hint }
trouble-picture-format = The file is not a picture that Beckon can read
trouble-picture-format-hint = Choose a PNG, JPEG, WebP, GIF or BMP file.
trouble-picture-damaged = The picture is damaged
trouble-picture-damaged-hint = Choose another file, or save it again in a picture editor.
trouble-picture-unwritable = This part of the picture cannot be cut out
trouble-picture-unwritable-hint = Choose a smaller part of the picture.
trouble-preview-large = The preview is too large to draw
trouble-preview-large-hint = Choose a smaller scale.
trouble-preview-broken = This content could not be drawn
trouble-preview-broken-hint = Change it a little, and the preview comes back.
trouble-preview-thread = The preview could not start ({ $system })
trouble-preview-thread-hint = Close other programs, and start Beckon again.
trouble-preview-png = The picture could not be written as PNG
trouble-preview-png-hint = Choose a smaller scale, and export it again.

## Why something is not exported or sent
trouble-export-picture = The picture of “{ $campaign }” is missing: { $what }
trouble-export-picture-hint = Choose the picture again, or remove it from the campaign.
trouble-texts-no-language = the campaign has no language besides its own
trouble-texts-no-language-hint = Add a language to the message first.
trouble-texts-which = an XLIFF file holds one language, and the campaign has several ({ $languages })
trouble-texts-which-hint = Choose the language in the message first, or export a table.
trouble-texts-unreadable = the file is neither XLIFF 2 nor a table of texts ({ $what })
trouble-texts-unreadable-hint = Bring back the file that was exported, saved as XLIFF 2 or as CSV in UTF-8.
trouble-texts-column = the table has no column “{ $column }”
trouble-texts-column-hint = Keep the table’s first line as it was exported.
trouble-texts-language = “{ $tag }” is not a language tag
trouble-texts-language-hint = Write a tag such as tr or pt-BR in the file.
trouble-texts-other = the file has texts of another campaign (“{ $campaign }”)
trouble-texts-other-hint = Open that campaign, and bring the file in there.
trouble-texts-own = the file translates “{ $campaign }” into its own language
trouble-texts-own-hint = Correct the language of the file, or that of the campaign.
trouble-export-no-form = “{ $campaign }” opens the chat window, which Jetlink’s snippet cannot do
trouble-export-no-form-hint = Make it a rich card or a text, or export it as a campaign file.
trouble-export-no-text = “{ $campaign }” has no text to show yet
trouble-export-no-text-hint = Write its title or its message first.
trouble-export-large = The file would have { $megabytes } MB, and a bundle has at most { $most } MB
trouble-export-large-hint = Export fewer campaigns at a time.
trouble-send-put-aside = Something that waited to be published was damaged, and was put aside as { $file }
trouble-send-put-aside-hint = Publish it again.
trouble-send-newer = A newer Beckon wrote { $file }, which waits for it
trouble-send-newer-hint = { trouble-file-newer-hint }
trouble-send-thread = Nothing can be sent just now ({ $system })
trouble-send-thread-hint = Close other programs. Beckon tries again by itself.
trouble-publishing-thread = Nothing can be published just now ({ $system })
trouble-publishing-thread-hint = { trouble-preview-thread-hint }

## What is wrong with a connection
trouble-token-keyring = The token could not be read from your keyring or saved there
trouble-token-keyring-hint = Unlock your keyring and try again, or enter the token again.
trouble-token-elsewhere = The saved token is for another server
trouble-token-elsewhere-hint = Enter the token of the new address.
trouble-connection-identity = “{ $id }” cannot be the identity of a connection
trouble-connection-identity-hint = Remove the connection, and set it up again.
trouble-connection-address = “{ $address }” is not an address
trouble-connection-address-hint = Write it as your backend shows it, such as https://campaigns.example.com.
trouble-connection-scheme = An address that begins with “{ $scheme }:” is not a backend’s
trouble-connection-scheme-hint = { trouble-connection-address-hint }
trouble-connection-credentials = The address holds a user name or a password
trouble-connection-credentials-hint = Leave them out, and enter the token in its own field.
trouble-connection-tail = The address continues after a ? or #
trouble-connection-tail-hint = Leave out what follows the ? or #.
trouble-connection-name = The connection needs a name of its own
trouble-connection-name-hint = Give it a name that no other connection has.
trouble-connection-damaged = { $file } does not hold connections
trouble-connection-damaged-hint = Restore it from a copy, or move it away and connect again.
trouble-line-unreachable = The backend cannot be reached
trouble-line-unreachable-hint = Check your internet connection and the address. Beckon tries again by itself.
trouble-line-untrusted = The connection is not secure: the backend’s certificate is not trusted
trouble-line-untrusted-hint = Check the address. If it is right, tell whoever runs the backend that its certificate is not valid.
trouble-line-broken = The connection broke before the answer was complete
trouble-line-broken-hint = { trouble-line-unreachable-hint }
trouble-line-slow = The backend did not answer in time
trouble-line-slow-hint = Beckon tries again by itself. If it happens again, ask whoever runs the backend.
trouble-line-clock = This computer’s clock is wrong, so no secure connection can be made
trouble-line-clock-hint = Set this computer’s date and time. Beckon tries again by itself.
trouble-line-too-large = The answer is larger than any that a backend gives
trouble-line-too-large-hint = Check that the address is a Beckon backend’s.
trouble-line-not-beckon = What answers at the address is not a Beckon backend
trouble-line-not-beckon-hint = If your network wants you to sign in, do so in a browser. Otherwise check the connection’s address.
trouble-line-token = The backend does not accept the token
trouble-line-token-hint = Give the connection a valid token, then try again.
trouble-line-proxy = The proxy of this network wants a password
trouble-line-proxy-hint = Set the proxy’s password in your system’s settings, then try again.
trouble-line-no-token = There is no token for “{ $connection }”
trouble-line-no-token-hint = Give the connection its token, then try again.
trouble-line-unprepared = No secure connection to “{ $connection }” can be prepared
trouble-line-unprepared-hint = Check the connection’s address, and that this system has root certificates.
trouble-line-removed = The connection that this waits for was removed
trouble-line-removed-hint = Set it up again, or give up what waits for it.
trouble-line-local = The server on this computer is not running yet
trouble-line-local-hint = It starts by itself. If it does not, launch again.
trouble-line-keeps-changing = The backend keeps saying that it was changed there
trouble-line-keeps-changing-hint = { trouble-line-slow-hint }
trouble-answer-words = The backend says: “{ $words }”
trouble-answer-advice = The backend advises: “{ $words }”
trouble-problem-invalid-request = The backend does not understand what this Beckon sends
trouble-problem-invalid-request-hint = Update Beckon, and the backend if it is yours.
trouble-problem-unauthorized = The backend does not accept the token
trouble-problem-unauthorized-hint = Enter its token again under Connections.
trouble-problem-origin-refused = The backend does not count the visitors of this website
trouble-problem-origin-refused-hint = Ask whoever runs the backend to add the website.
trouble-problem-not-found = The backend does not have this campaign
trouble-problem-not-found-hint = Launch it again.
trouble-problem-method-not-allowed = The backend does not offer this
trouble-problem-method-not-allowed-hint = Update Beckon, and the backend if it is yours.
trouble-problem-timeout = The backend did not get everything in time
trouble-problem-timeout-hint = Check the connection to the Internet, then try again.
trouble-problem-conflict = The campaign at the backend is not in a state for this
trouble-problem-conflict-hint = Check its state there, then try again.
trouble-problem-changed = Someone else has changed the campaign at the backend
trouble-problem-changed-hint = Look at both versions, then choose one.
trouble-problem-too-large = The campaign and its pictures are larger than the backend takes
trouble-problem-too-large-hint = Use smaller pictures, then launch again.
trouble-problem-not-json = The backend does not understand the form in which this Beckon sends campaigns
trouble-problem-not-json-hint = Update Beckon, and the backend if it is yours.
trouble-problem-invalid-document = The backend cannot use the campaign as it is, or one of its pictures is not there
trouble-problem-invalid-document-hint = Choose the pictures again, and launch again. If that does not help, update the backend.
trouble-problem-not-ready = The backend’s checks stop the launch
trouble-problem-not-ready-hint = Correct what the checks list as errors, then launch again.
trouble-problem-limit-reached = The backend takes no more campaigns
trouble-problem-limit-reached-hint = Delete campaigns there that nobody needs, or ask whoever runs the backend.
trouble-problem-key-reused = The backend takes this for something that was sent before
trouble-problem-key-reused-hint = Launch again.
trouble-problem-condition-missing = The backend wants to know which version is changed
trouble-problem-condition-missing-hint = Update Beckon, then launch again.
trouble-problem-too-many = The backend gets too many requests from this network
trouble-problem-too-many-hint = Wait a little. Beckon tries again by itself.
trouble-problem-unreadable = What the backend has stored of this campaign cannot be read
trouble-problem-unreadable-hint = Launch it again, or ask whoever runs the backend.
trouble-problem-internal = The backend has failed
trouble-problem-internal-hint = Ask whoever runs the backend to look into its log. Beckon tries again by itself.
trouble-problem-unavailable = The backend is not available at the moment
trouble-problem-unavailable-hint = Beckon tries again by itself.
trouble-answer-status = The backend answered with an error ({ $status })
trouble-answer-later-hint = Beckon tries again by itself.
trouble-answer-unlisted-hint = Check the connection’s address. Beckon tries again by itself.
trouble-refused-unreadable = The backend holds a version that this Beckon cannot read
trouble-refused-unreadable-hint = Update Beckon, then publish again.
trouble-refused-no-site = What answers there takes no site document
trouble-refused-no-site-hint = Update the backend, or ask whoever runs it. If it is new enough, check the connection’s address.
trouble-refused-site = The backend cannot use the site document as it is
trouble-refused-site-hint = Correct what is marked on this page, then publish again. If nothing is marked, update the backend.
trouble-refused-token-hint = Ask whoever runs the backend for a token that may publish.
trouble-refused-address-hint = Check the connection’s address: nothing there takes campaigns.
trouble-refused-pictures-hint = Use smaller pictures, then launch again.
trouble-refused-correct-hint = Correct what it names, then launch again.
trouble-refused-ask-hint = Change what it names, and launch again. If that is not yours to change, ask whoever runs the backend.

## Why the server on this computer does not start
trouble-server-folder = The server on this computer cannot use its folder. { $what }
trouble-server-folder-hint = See that you can write to this folder, then launch again.
trouble-server-file-kind = { $file }: it is not a regular file
trouble-server-file-kind-hint = Move it out of the server’s folder, then launch again.
trouble-server-file-owner = { $file }: it belongs to another user
trouble-server-file-owner-hint = { trouble-server-file-kind-hint }
trouble-server-file-linked = { $file }: it has a second name elsewhere
trouble-server-file-linked-hint = { trouble-server-file-kind-hint }
trouble-server-in-use = Another program runs a server on { $folder }
trouble-server-in-use-hint = End that program, then launch again.
trouble-server-newer = A newer Beckon wrote the database of the server on this computer
trouble-server-newer-hint = { trouble-file-newer-hint }
trouble-server-foreign = beckon.db in the server’s folder is another program’s database
trouble-server-foreign-hint = { trouble-server-file-kind-hint }
trouble-server-damaged = The database of the server on this computer is damaged
trouble-server-damaged-hint = Put a backup in its place, or move it out of the server’s folder, then launch again.
trouble-server-full = The database of the server on this computer cannot be opened: the disk is full
trouble-server-full-hint = Free some space, then launch again.
trouble-server-busy = The database of the server on this computer is in use by another program
trouble-server-busy-hint = Close that program, such as a backup, then launch again.
trouble-server-database = The database of the server on this computer cannot be opened ({ $system })
trouble-server-database-hint = See that you can write to the server’s folder, then launch again.
trouble-server-token = The token of the server on this computer cannot be used
trouble-server-token-hint = Remove the file token from the server’s folder, then launch again.
trouble-server-chance = The system gives no random numbers for a token ({ $system })
trouble-server-chance-hint = Start this computer again, then launch again.
trouble-server-port = Another program uses port { $port }
trouble-server-port-hint = { trouble-server-in-use-hint }
trouble-server-address = The server cannot listen at { $address } ({ $system })
trouble-server-address-hint = Check the network settings of this computer, then launch again.
trouble-server-clock = This computer’s clock shows a time outside the years 1970 to 9999
trouble-server-clock-hint = Set the clock, then launch again.
trouble-server-threads = The server on this computer could not start ({ $system })
trouble-server-threads-hint = Close other programs, then launch again.

## What is wrong with a log of visitors
trouble-log-empty = { $file } is empty
trouble-log-empty-hint = Export the log again, with its header.
trouble-log-folder = { $file } is a folder
trouble-log-folder-hint = Choose the file of the log.
trouble-log-no-file = { $file } is not a file on a disk
trouble-log-no-file-hint = Write it to a file first: a log is read twice.
trouble-log-list = { $file } is one JSON list
trouble-log-list-hint = Write one JSON object per line, without a list around them.
trouble-log-compressed = { $file } is compressed
trouble-log-compressed-hint = Unpack it first.
trouble-log-parquet = { $file } is a Parquet file
trouble-log-parquet-hint = Export it as CSV, or ask DuckDB with the SQL below.
trouble-log-utf16 = { $file } is UTF-16 text
trouble-log-utf16-hint = { trouble-file-utf16-hint }
trouble-log-not-text = { $file } is not text
trouble-log-not-text-hint = Choose a CSV file, or one with a JSON object on each line.
trouble-log-no-columns = Line 1: the header names no column
trouble-log-no-columns-hint = Give each column of the first line a name of its own.
trouble-log-many-columns = Line 1: the header has too many columns
trouble-log-many-columns-hint = Export fewer columns.
trouble-log-column-twice = Line 1: the column “{ $column }” is there twice
trouble-log-column-twice-hint = { trouble-log-no-columns-hint }
trouble-log-row = Line { $line }: the row does not end within { $limit } MB
trouble-log-row-hint = Close the quote that is open in this row.
trouble-log-column = The log has no column “{ $column }”
trouble-log-column-hint = Choose one of the log’s columns.
trouble-log-database = The visitors cannot be counted here ({ $system })
trouble-log-database-hint = The audience may be too large for this computer: ask a warehouse with the SQL below.
trouble-log-stopped = The count was stopped
trouble-log-stopped-hint = Count again.

## What is wrong with a journey
trouble-journey-no-object = the file holds no journey
trouble-journey-no-object-hint = Choose a file whose name ends in .journey.json.
trouble-journey-unknown-key = a journey has no key “{ $key }”
trouble-journey-unknown-key-hint = Compare the keys with those that “beckon help visitors” shows.
trouble-journey-missing-key = the key “{ $key }” is missing
trouble-journey-missing-key-hint = { trouble-journey-unknown-key-hint }
trouble-journey-value = a value is not of the kind that its key takes
trouble-journey-value-hint = { trouble-journey-unknown-key-hint }
trouble-journey-order = step { $number } happens before the one above it, or before the start
trouble-journey-order-hint = Write the seconds of the steps in order.
trouble-journey-one-thing = step { $number } must say exactly one thing that happens
trouble-journey-one-thing-hint = Write one of open, scroll, exit, click, close, converse, identify, track, input, away, covered and end.
trouble-journey-referrer = step { $number } says where the visitor came from, but opens no page
trouble-journey-referrer-hint = Write “referrer” beside the “open” of the page that was opened from there.
trouble-journey-scroll = step { $number } scrolls to less than 0 or more than 100 percent
trouble-journey-scroll-hint = Write a number from 0 to 100.
trouble-journey-not-text = the journey is not UTF-8 text
trouble-journey-not-text-hint = Choose a file that Beckon saved, or save this one as UTF-8.
trouble-journey-long = the journey has { $steps } steps, and at most { $most } can be shown
trouble-journey-long-hint = Cut it into several files, or play it with beckon simulate.

## Findings: what is the matter, and what to do about it. Flags are yes or no; what is not there is none.
finding-missing-id = The campaign has no identity.
finding-missing-id-fix = Duplicate the campaign: the copy gets one.
finding-id-not-uuid = The campaign’s identity “{ $id }” is not a UUID.
finding-id-not-uuid-fix = It works as long as no other campaign has the same; a duplicate of the campaign gets a UUID.
finding-missing-platform = No platform is chosen.
finding-missing-platform-fix = Choose Web Messenger.
finding-unknown-platform = The platform “{ $word }” is not known.
finding-unknown-platform-fix = Choose Web Messenger, or update Beckon.
finding-missing-time-zone = No time zone is chosen, so it is unclear when a day begins.
finding-missing-time-zone-fix = Choose the time zone of your visitors, such as Europe/Istanbul.
finding-unknown-time-zone = There is no time zone “{ $name }”.
finding-unknown-time-zone-fix = Choose one from the list, such as Europe/Istanbul.
finding-malformed-launched-at = The time of the last launch, “{ $text }”, cannot be read; the campaign counts as never launched.
finding-malformed-launched-at-fix = Launch it again, or remove launched_at from the file.
finding-empty-audience = The audience is an empty group.
finding-empty-audience-fix = Add a condition, or choose Everyone.
finding-muted-audience = { $activity_decides ->
    [yes] Everything in the audience is muted, so only the activity on the page decides.
   *[no] Everything in the audience is muted, so everyone sees the campaign.
}
finding-muted-audience-fix = Unmute a condition, unless everyone is meant.
finding-empty-group = This group has no conditions.
finding-empty-group-fix = Add a condition, or remove the group.
finding-muted-group = All conditions of this group are muted, so it decides nothing.
finding-muted-group-fix = Unmute a condition, or remove the group.
finding-in-audience = In the saved audience “{ $name }”: { $message }
finding-missing-audience = The saved audience “{ $name }” is missing, or its file cannot be read.
finding-missing-audience-fix = Choose another audience, or bring audiences/{ $name }.audience.json back.
finding-groups-too-deep = With the saved audiences in their places, groups are nested more than { $limit } deep.
finding-groups-too-deep-fix = Join some of the groups: an “all” inside an “all” can be one.
finding-unknown-join = The activity is joined to the audience by “{ $word }”, which is not known.
finding-unknown-join-fix = Choose AND or OR.
finding-missing-field = This condition is empty.
finding-missing-field-fix = Choose what to check.
finding-unknown-field = This condition checks “{ $word }”, which is not known.
finding-unknown-field-fix = Choose something else, or update Beckon.
finding-misplaced-in-activity = { $field } belongs to the audience, not to the activity on the page.
finding-misplaced-in-activity-fix = Remove it here and add it under Who sees it.
finding-missing-operator = { $field }: no comparison is chosen.
finding-missing-operator-fix = Choose one, for example “{ $fitting }”.
finding-unknown-operator = { $field }: the comparison “{ $word }” is not known.
finding-unknown-operator-fix = Choose another, such as “{ $fitting }”.
finding-unfit-operator = { $field } cannot be compared by “{ $operator }”.
finding-unfit-operator-fix = Choose another comparison, such as “{ $fitting }”.
finding-missing-key = { $field }: the name is missing.
finding-missing-key-fix = Write the name that your site uses, such as { $key-sample }.
finding-key-too-long = { $field }: the name has { $length } characters; at most { $limit } are allowed.
finding-key-too-long-fix = Write the name that your site uses, such as { $key-sample }.
finding-negative-duration = { $field }: the time is below 0.
finding-negative-duration-fix = Write seconds, such as 30.
finding-missing-value = { $field }: the value is missing.
finding-missing-value-fix = Write { finding-wanted }.
finding-wrong-type = { $field }: the value is of the wrong kind.
finding-wrong-type-fix = Write { finding-wanted }.
finding-wanted = { $wanted ->
    [address] an address or a part of one, such as www.example.com/pricing
    [whole-number] a whole number, such as 3
    [language] a language tag, such as tr
    [choice] one of the choices
    [version] a version in quotation marks, such as "120"
    [date] a date, such as 2026-12-01
    [percent] a number from 0 to 100
    [seconds] a number of seconds, such as 30
    [flag] yes
    [element] what is clicked: its text, such as “Add to basket”, or a selector
    [parameter] a text or a number
   *[custom] a text, a number, or yes or no
}
finding-list-wanted = { $field }: “{ $operator }” needs a list.
finding-list-wanted-fix = Choose the values again, or choose “equals”.
finding-list-unwanted = { $field }: “{ $operator }” compares with one value, not with a list.
finding-list-unwanted-fix = Keep one value, or choose “is one of”.
finding-empty-list = { $field }: the list is empty.
finding-empty-list-fix = Choose at least one value.
finding-duplicate-item = { $field }: “{ $item }” is in the list twice.
finding-duplicate-item-fix = Remove one of the two.
finding-negative-number = { $field } is never below 0.
finding-negative-number-fix = Write 0 or more.
finding-not-whole = { $field } is always a whole number.
finding-not-whole-fix = Write a number without a fraction.
finding-number-too-large = { $field }: no browser counts that far.
finding-number-too-large-fix = Write a smaller number.
finding-number-wanted = “{ $operator }” compares numbers, and “{ $value }” is not one.
finding-number-wanted-fix = Write a number, or choose “equals” or “contains”.
finding-percent-out-of-range = { $field } is a percentage.
finding-percent-out-of-range-fix = Write a number from 0 to 100.
finding-never-holds = { $field }, { $operator }, { $value }: this never happens.
finding-never-holds-fix = { $most ->
    [none] The smallest value of { $field } is { $least }; write a larger one.
   *[other] { $field } goes from { $least } to { $most }; write a value that can be reached.
}
finding-value-too-long = { $field }: the value has { $length } characters; at most { $limit } are allowed.
finding-value-too-long-fix = Keep the part that matters; “contains” finds it anywhere.
finding-ambiguous-date = { $field }: “{ $text }” may be { $day_first } or { $month_first }.
finding-ambiguous-date-fix = Write the month as a word, such as 1 December 2026.
finding-malformed-date = { $field }: “{ $text }” is not a date.
finding-malformed-date-fix = Write year, month and day, such as 2026-12-01.
finding-malformed-selector = { $field }: “{ $selector }” is not a CSS selector, so nothing on a page counts as clicked.
finding-malformed-selector-fix = Write a selector such as #buy, or choose “text” and write what the button says.
finding-nonexistent-date = { $field }: no calendar has the day { $text }.
finding-nonexistent-date-fix = Correct the day or the month.
finding-date-passed = { $date } is over, so nobody will see the campaign by this condition again.
finding-date-passed-fix = Choose a later day, or remove the condition.
finding-malformed-version = “{ $text }” is not a version.
finding-malformed-version-fix = Write numbers with dots between, such as 120 or 17.4.
finding-malformed-language = “{ $text }” is not a language tag.
finding-malformed-language-fix = { $meant ->
    [none] Choose a language from the list, or write a tag such as tr or pt-BR.
   *[other] Write { $meant }.
}
finding-unknown-language = “{ $text }” is the tag of no language.
finding-unknown-language-fix = { $meant ->
    [none] Choose a language from the list, or write a tag such as tr or pt-BR.
   *[other] Write { $meant }.
}
finding-in-language = { $language }: { $message }
finding-own-language-not-set = It is not said in which language the campaign itself is written.
finding-own-language-not-set-fix = Choose its language, or that of the whole site; else visitors who prefer it may get a translation.
finding-own-translation = The campaign itself is written in this language ({ $language }), so nobody gets this translation.
finding-own-translation-fix = Remove the translation, or choose another language for the campaign.
finding-language-twice = A language is there twice ({ $language }).
finding-language-twice-fix = Remove one of the two; the second one counts for nothing.
finding-no-translation = Your site also speaks { $language }, and this campaign is not translated into it.
finding-no-translation-fix = Add the language to the message, or take it from the site’s languages.
finding-untranslated = The { finding-part } is not translated.
finding-untranslated-fix = Until it is, visitors read the campaign’s own.
finding-excess-translation = The { finding-part } is only in the translation, and the campaign itself has none, so nobody sees it.
finding-excess-translation-fix = Write it for the campaign itself too, or remove it here.
finding-unknown-choice = { $field }: “{ $word }” is none of the choices.
finding-unknown-choice-fix = { $meant ->
    [none] Choose one from the list.
   *[other] Choose { $meant }.
}
finding-malformed-url = “{ $text }” is not an address.
finding-malformed-url-fix = Write one such as https://www.example.com/pricing.
finding-foreign-url-scheme = No page of a website has an address that begins with { $scheme }://.
finding-foreign-url-scheme-fix = Begin with https://, or with the host alone.
finding-url-fragment = What follows # belongs to a page’s address only where it is a route such as #/checkout, and “{ $text }” has a #.
finding-url-fragment-fix = Remove the # and what follows it.
finding-url-blank = { $never ->
    [yes] No page ever matches “{ $text }”: no address has a blank in its host.
   *[no] No address has a blank in its host, and “{ $text }” does.
}
finding-url-blank-fix = Remove the blank.
finding-url-without-host = An address begins with its host, and “{ $text }” begins with a path.
finding-url-without-host-fix = Write the host before it, such as www.example.com, or choose “contains”.
finding-exit-screen-not-yes = About to leave can only be “yes”.
finding-exit-screen-not-yes-fix = Choose yes, or remove the condition.
finding-unfinished-condition = { $field }: the condition is not finished, so it is ignored.
finding-unfinished-condition-fix = Choose its comparison and its value again.
finding-nobody-sees = { $conflict ->
    [one] Nobody can ever see this campaign, because of this condition.
    [one-why] Nobody can ever see this campaign: { $because }.
    [several] Nobody can ever see this campaign: { $conditions } of its conditions rule each other out.
   *[several-why] Nobody can ever see this campaign: { $conditions } of its conditions rule each other out ({ $because }).
}
finding-nobody-sees-fix = Change or remove one of them.
finding-always-true = { $exclusions ->
    [yes] This group holds for every visitor: whoever has one of the values does not have the other.
   *[no] This holds for every visitor, so it restricts nothing.
}
finding-always-true-fix = { $exclusions ->
    [yes] If none of the values is wanted, join them by “all” instead of “any”.
   *[no] Remove it, or correct its value.
}
finding-dead-alternative = { $conflict ->
    [one] This alternative can never hold.
    [one-why] This alternative can never hold: { $because }.
    [several] This alternative can never hold together with the other conditions.
   *[several-why] This alternative can never hold together with the other conditions ({ $because }).
}
finding-dead-alternative-fix = Remove it, or change what it contradicts.
finding-redundant = { $by ->
    [0] This changes nothing: no visitor is like that anyway.
    [one] This changes nothing: another condition already covers it.
   *[other] This changes nothing: { $by } other conditions together already cover it.
}
finding-redundant-fix = Remove it, unless it is there for clarity.
finding-missing-content-type = The kind of pop-up is not chosen.
finding-missing-content-type-fix = Choose rich card, text or open window.
finding-unknown-content-type = The kind of pop-up “{ $word }” is not known.
finding-unknown-content-type-fix = Choose rich card, text or open window.
finding-part = { $part ->
    [name] campaign’s name
    [title] title
    [subtitle] subtitle
    [image-alt] description of the picture
    [button-name] button name
    [button-action-message] button’s message
    [button-action-link] button’s link
    [text] text
    [user-say] user expression
    [replies-0-name] text of reply 1
    [replies-0-action-message] message of reply 1
    [replies-0-action-link] link of reply 1
    [replies-1-name] text of reply 2
    [replies-1-action-message] message of reply 2
    [replies-1-action-link] link of reply 2
    [replies-2-name] text of reply 3
    [replies-2-action-message] message of reply 3
    [replies-2-action-link] link of reply 3
    [replies-3-name] text of reply 4
    [replies-3-action-message] message of reply 4
    [replies-3-action-link] link of reply 4
   *[preview-reply] reply for previews
}
finding-missing-text = The { finding-part } is missing.
finding-missing-text-fix = { $part ->
    [name] Give the campaign a name that your colleagues recognise.
    [title] Write one of at most { $limit } characters.
    [text] Write one of at most { $limit } characters.
    [button-name] Add one, for example “Compare plans”.
    [button-action-message] Write what the button says to the bot.
    [button-action-link] Write where the button leads, such as https://www.example.com.
    [replies-0-name] Write what stands on it, or remove the reply.
    [replies-0-action-link] Write where the reply leads, such as https://www.example.com.
    [replies-1-name] Write what stands on it, or remove the reply.
    [replies-1-action-link] Write where the reply leads, such as https://www.example.com.
    [replies-2-name] Write what stands on it, or remove the reply.
    [replies-2-action-link] Write where the reply leads, such as https://www.example.com.
    [replies-3-name] Write what stands on it, or remove the reply.
    [replies-3-action-link] Write where the reply leads, such as https://www.example.com.
   *[user-say] Write what the visitor would type; it starts the matching intent.
}
finding-nothing-to-say = A click on the text opens the chat and says nothing.
finding-nothing-to-say-fix = Write what the visitor would type; it starts the matching intent.
finding-too-many-replies = There are { $count } quick replies; { $most } are shown.
finding-too-many-replies-fix = Remove some of them.
finding-empty-without-attribute = The { finding-part } is empty for visitors without the attribute it inserts.
finding-empty-without-attribute-fix = Give the attribute a fallback, such as {"{{"}name|there{"}}"}.
finding-too-long = The { finding-part } has { $length } characters; { $limit } fit.
finding-too-long-fix = Shorten it by { $excess }.
finding-too-many-marks = The { finding-part } is made of { $code_points } code points, far more than its letters need; at most { $limit } are allowed.
finding-too-many-marks-fix = Type it again, or paste it as plain text: stacked marks or invisible characters fill it.
finding-may-not-fit = The { finding-part } has { $length } characters; on a phone, a line takes about { $fitting }.
finding-may-not-fit-fix = Shorten it, or look at the phone preview.
finding-token-without-fallback = In the { finding-part }, visitors without “{ $key }” see a gap.
finding-token-without-fallback-fix = Add a fallback: {"{{"}{ $key }|…{"}}"}.
finding-broken-token = The { finding-part } has double braces that insert nothing.
finding-broken-token-fix = Write {"{{"}key|fallback{"}}"}, or remove the braces.
finding-control-character = The { finding-part } holds an invisible character ({ $character }).
finding-control-character-fix = Type the text again, or paste it as plain text on one line.
finding-direction-override = The { finding-part } holds an invisible character that turns its direction around ({ $character }).
finding-direction-override-fix = Type the text again; right-to-left scripts need no such character.
finding-missing-action = The button does nothing yet.
finding-missing-action-fix = Choose what it says to the bot, or the link it opens.
finding-link-without-scheme = The link “{ $link }” does not begin with https://.
finding-link-without-scheme-fix = Write https://{ $link }.
finding-link-scheme = Links that begin with “{ $scheme }:” are not allowed.
finding-link-scheme-fix = Use one of { $allowed }.
finding-malformed-link = The link “{ $link }” leads nowhere.
finding-malformed-link-fix = Write one such as https://www.example.com, mailto:hello@example.com or tel:+902125550100.
finding-link-from-attribute = The link’s host depends on the attribute “{ $key }”, so it could lead anywhere.
finding-link-from-attribute-fix = Begin it with https://, your host and a slash; attributes may follow.
finding-link-with-user = The link leads to “{ $host }”, whatever comes before its @: that part is a user name.
finding-link-with-user-fix = Remove what stands between // and @.
finding-picture-outside-library = The picture “{ $path }” is not a file in the library’s own folder images.
finding-picture-outside-library-fix = Choose the picture again; Beckon takes it into the library.
finding-picture-missing = The picture “{ $path }” is missing from the library.
finding-picture-missing-fix = Choose the picture again, or put the file back.
finding-picture-unreadable = “{ $path }” is not a picture, or is damaged.
finding-picture-unreadable-fix = Choose another picture.
finding-picture-not-png = The picture “{ $path }” is not a PNG.
finding-picture-not-png-fix = Choose it again; Beckon makes a PNG of it.
finding-picture-size = The picture is { $width }×{ $height }; a card shows { $card_width }×{ $card_height }.
finding-picture-size-fix = Choose it again; Beckon offers to crop it.
finding-picture-not-dense = The picture looks blurred on sharp screens, such as those of phones.
finding-picture-not-dense-fix = Choose a file of at least { $card_width }×{ $card_height }, and a part that large of it.
finding-dense-picture-size = The picture for sharp screens is { $width }×{ $height } instead of { $card_width }×{ $card_height }.
finding-dense-picture-size-fix = Choose the picture again; Beckon makes both sizes of it.
finding-missing-image-alt = The picture has no alt text.
finding-missing-image-alt-fix = Say what it shows, for visitors who cannot see it, or mark it as decoration.
finding-launcher-not-square = The launcher image is { $width }×{ $height }; the launcher is round, so its sides are cut off.
finding-launcher-not-square-fix = Choose a square picture.
finding-launcher-not-chosen = No launcher image is chosen; the site’s own stays.
finding-launcher-not-chosen-fix = Choose current, bot profile or a picture.
finding-unknown-launcher = The launcher image “{ $word }” is not known.
finding-unknown-launcher-fix = Choose current, bot profile or a picture.
finding-site-address = “{ $text }” is not the address of a website.
finding-site-address-fix = Write it with its scheme, like https://www.example.com.
finding-outside-site = { $address } is none of your site’s pages: campaigns are shown only on its addresses.
finding-outside-site-fix = Add the address to Your site, or ask for another page.
finding-look-color = The { $key } “{ $written }” is not a colour.
finding-look-color-fix = Write it like #4f46e5, or let it follow the site.
finding-look-number = The value “{ $written }” is not possible for { $key }.
finding-look-number-fix = Choose a whole number from { $least } to { $most }, or let it follow the site.
finding-look-distances = The value “{ $written }” is not possible for { $key }.
finding-look-distances-fix = Choose two whole numbers from 0 to { $most }, or let it follow the site.
finding-look-word = The value “{ $written }” is not known for { $key }.
finding-look-word-fix = Choose another one, or let it follow the site.
finding-low-contrast = The text { $text } is hard to read on the card { $card }: their contrast is { $ratio }; 4.5 : 1 is needed (WCAG 2.2 AA).
finding-low-contrast-fix = Let the text colour follow the theme, which stays readable, or choose colours that differ more.
finding-rest-count = The limit for a visitor needs a whole number of pop-ups from 1 to 100.
finding-rest-count-fix = Write how many pop-ups a visitor is shown at most.
finding-rest-time = The limit for a visitor does not say in which time.
finding-rest-time-fix = Choose a session, or a whole number of minutes, hours or days of at least 1.
finding-missing-cycle-length = The repeat cycle has no number.
finding-missing-cycle-length-fix = Write one, or choose “Every page view”.
finding-cycle-length = The repeat cycle cannot be { $every }.
finding-cycle-length-fix = Write a whole number of at least 1.
finding-missing-cycle-unit = The repeat cycle has no unit.
finding-missing-cycle-unit-fix = Choose minutes, hours, days or sessions.
finding-unknown-cycle-unit = The repeat cycle’s unit “{ $word }” is not known.
finding-unknown-cycle-unit-fix = Choose minutes, hours, days or sessions.
finding-negative-delay = A message delay of { $delay } seconds is impossible.
finding-negative-delay-fix = Write 0 or more.
finding-closes-at-once = A pop-up cannot go by itself after { $after } seconds.
finding-closes-at-once-fix = Write more than 0, or leave the field empty for never.
finding-run-time = “{ $written }” is not a date with a time.
finding-run-time-fix = Write one such as 2026-12-01T09:00, or leave it out.
finding-run-without-time = The campaign’s run ends before it begins.
finding-run-without-time-fix = Let it end later than { $from }.
finding-run-over = The campaign’s run is over, so nobody can see it any more.
finding-run-over-fix = Let it end later, or leave the end out.
finding-missing-weekday = Hours need a day.
finding-missing-weekday-fix = Choose at least one day of the week.
finding-unknown-weekday = The day “{ $word }” is not known.
finding-unknown-weekday-fix = Choose days of the week.
finding-missing-hour = Hours need a beginning and an end.
finding-missing-hour-fix = Write a time of day such as 09:00.
finding-hour-unreadable = “{ $written }” is not a time of day.
finding-hour-unreadable-fix = Write one such as 09:00 or 17:30.
finding-no-site-hours = The site does not say when somebody answers, so it is shown at any time.
finding-no-site-hours-fix = Add hours in Your site.
finding-unknown-on-static-host = On a static site { $field } is known of nobody: a comparison with it never holds, and its opposite always does.
finding-unknown-on-static-host-fix = Publish to a backend that is started with --country-header, or mute this row.
finding-unknown-hours-in = Whose clock “{ $word }” is, is not known.
finding-unknown-hours-in-fix = Choose the campaign’s clock or the visitor’s.
finding-priority-not-whole = The priority { $priority } is not a whole number, or it is too large.
finding-priority-not-whole-fix = Write one such as 1, which goes first.
finding-expectation-fails = { $shown ->
    [yes] { finding-test-visitor } should not see it, but does{ finding-because }.
   *[no] { finding-test-visitor } should see it, but does not{ finding-because }.
}
finding-expectation-fails-fix = { $waived ->
    [yes] { finding-waived }
   *[no] Change the conditions, or, under Tests, correct what is expected or waive the test.
}
finding-because = { $reason ->
    [given] : { $why }
    [none-needed] : no condition restricts who sees it
   *[unknown] {""}
}
finding-test-visitor = { $named ->
    [yes] “{ $name }”
   *[no] The visitor of this test
}
finding-waived = It is waived, so it stops no launch; under Tests it can be counted again.
finding-expectation-unreadable = { $named ->
    [yes] “{ $name }” cannot be run: { finding-lack }.
   *[no] This test cannot be run: { finding-lack }.
}
finding-lack = { $lack ->
    [no-visitor] it has no visitor
    [not-a-visitor] its visitor cannot be read
    [unknown-key] visitors have no “{ $what }”
    [wrong-value] its visitor’s “{ $what }” has a value of the wrong kind
    [no-instant] it does not say when the visitor is there
    [not-an-instant] “{ $what }” is not an instant
   *[no-outcome] it does not say what is expected
}
finding-expectation-unreadable-fix = { $waived ->
    [yes] { finding-waived }
   *[no] { finding-lack-fix }
}
finding-lack-fix = { $lack ->
    [no-visitor] Remove the test, and keep it again from a simulated visitor.
    [not-a-visitor] Remove the test, and keep it again from a simulated visitor.
    [unknown-key] Remove that from the file, or keep the test again from a simulated visitor.
    [wrong-value] Correct that in the file, or keep the test again from a simulated visitor.
    [no-instant] Write an instant such as 2026-11-22T10:00:00Z into the file, or keep the test again from a simulated visitor.
    [not-an-instant] Write one such as 2026-11-22T10:00:00Z into the file, or keep the test again from a simulated visitor.
   *[no-outcome] Under Tests, choose whether the visitor should see it.
}
finding-too-many-labels = The campaign has { $count } labels; there is room for { $limit }.
finding-too-many-labels-fix = Remove labels that nobody sorts by.
finding-label-unfit = “{ $label }” cannot be a label: it is empty, has blanks at its ends or more than { $limit } characters, or is there twice.
finding-label-unfit-fix = Remove it, or write it again in the campaign’s labels.
finding-test-name-too-long = The test’s name has { $length } characters; lists have room for { $limit }.
finding-test-name-too-long-fix = Give it a shorter name.

## Numbers, dates and lists within sentences
number-point = .
number-group = ,
number-percent = { $number }%
number-seconds = { $count ->
    [one] { $number } second
   *[other] { $number } seconds
}
word-yes = yes
word-no = no
word-and = and
word-or = or

## What visitors did with a campaign
performance = { $share ->
    [none] Shown { $shown } · clicked { $clicked } · closed { $closed }
   *[other] Shown { $shown } · clicked { $clicked } ({ $share }) · closed { $closed }
}

## Comparisons, joiners and languages
operator-contains = contains
operator-not-contains = does not contain
operator-equals = equals
operator-not-equals = does not equal
operator-starts-with = starts with
operator-matches = matches
operator-greater-than = greater than
operator-less-than = less than
operator-at-least = at least
operator-at-most = at most
operator-one-of = is one of
operator-none-of = is none of
operator-on = on
operator-on-or-later = on or later
operator-on-or-earlier = on or earlier
operator-is-set = is set
operator-is-not-set = is not set
relation-page-views-within-visits = nobody opens one page more often than all pages of the site together
relation-sessions-within-visits = every session has at least one page
relation-first-session-is-all = in their first session, visitors have opened no other pages
relation-present-page-counts = the page that they are on is counted, too
relation-first-showing-today = for somebody who has never been shown it, the first time would be today
relation-first-seen-not-later = nobody has seen it for the first time later than today
relation-time-passes = days that are over do not come back
relation-repeat-cycle = after a showing, the repeat cycle keeps it back for a while
joiner-all = all
joiner-any = any
joiner-none = none
language-ar = Arabic
language-az = Azerbaijani
language-bg = Bulgarian
language-cs = Czech
language-da = Danish
language-de = German
language-el = Greek
language-en = English
language-en-gb = English (United Kingdom)
language-en-us = English (United States)
language-es = Spanish
language-es-mx = Spanish (Mexico)
language-et = Estonian
language-fa = Persian
language-fi = Finnish
language-fr = French
language-fr-ca = French (Canada)
language-he = Hebrew
language-hi = Hindi
language-hr = Croatian
language-hu = Hungarian
language-id = Indonesian
language-it = Italian
language-ja = Japanese
language-ko = Korean
language-lt = Lithuanian
language-lv = Latvian
language-nb = Norwegian Bokmål
language-nl = Dutch
language-pl = Polish
language-pt = Portuguese
language-pt-br = Portuguese (Brazil)
language-ro = Romanian
language-ru = Russian
language-sk = Slovak
language-sl = Slovenian
language-sr = Serbian
language-sv = Swedish
language-th = Thai
language-tr = Turkish
language-uk = Ukrainian
language-vi = Vietnamese
language-zh = Chinese
language-zh-cn = Chinese (China)
language-zh-tw = Chinese (Taiwan)

## How a campaign stands on the site
live-draft = It is a draft: launch it first.
live-live = It is live.
live-changed = Visitors still get the version launched last: launch your changes first.
live-paused = It is paused: resume it first.
live-scheduled = It is live, but nobody sees it before { $day }.
live-ended = It has ended: its last day was { $day }.
live-waiting = What you last did with it has not reached the site yet.
live-refused = The site’s server refused what you last did with it: see “Review & launch”.
live-conflict = Someone else changed it on the site: choose a version first.

## Where a campaign stands in a journey
standing-no-page = no page is open yet
standing-visible = visible
standing-already-shown = already shown on this page view
standing-cycle = rests until { $until } (repeat cycle)
standing-cycle-session = rests until another session (repeat cycle)
standing-cycle-for-good = rests for good (repeat cycle)
standing-waiting = waits for its delay: { $left } left
standing-resting = the site’s limit is used up by { $by }, until { $until }
standing-resting-session = the site’s limit for this session is used up by { $by }
standing-quiet = quiet until { $until } (a pop-up or the chat has just gone)
standing-quiet-for-good = quiet for good
standing-outranked = qualifies, but “{ $by }” goes first
standing-behind = qualifies, and waits until “{ $by }” is gone
standing-chat-open = qualifies, and waits until the chat is closed
standing-away = qualifies, and waits until they are back in this tab
standing-covered = qualifies, and waits until nothing covers the page
standing-other-site = this page is none of the site’s addresses
standing-scheduled = its run begins on { $until }
standing-scheduled-for-good = its run does not begin
standing-ended = its run is over
standing-out-of-hours = outside its hours until { $until }
standing-out-of-hours-for-long = outside its hours
standing-nobody-answers = nobody answers until { $until }
standing-nobody-answers-for-long = nobody answers
standing-rule-fails = its rule does not hold
standing-not-now = not now: { $reason }
standing-not-now-more = not now: { $reason }; and { $count } more

## What a launch would change
change-added = Added
change-removed = Removed
change-changed = Changed
change-moved = Moved
change-unknown-in = Changed in a way that this version does not know
change-join = Activity joined to the audience by
change-audience = Who sees it: visitors for whom these hold
change-group = Group
change-group-of = { $joiner } of ({ $parts })
change-empty-group = an empty group
summary-missing-audience = Show to nobody: the saved audience “{ $name }” is missing or cannot be read.
change-saved-audience = the saved audience “{ $name }”
change-no-field = a condition that is not chosen yet
change-unfinished = (not filled in)
change-empty = (empty)
change-as-the-site = as the site
change-not-set = (not set)
change-rich = Rich card
change-bubble = Text
change-open-window = Open window
change-picture = a picture
change-another-picture = another picture
change-no-picture = no picture
change-no-replies = none
change-current = the site’s own
change-bot-profile = the bot’s profile
change-say = say { $message }
change-open = open { $link }
change-every-page-view = every page view
change-at-once = at once
change-join-and = AND
change-join-or = OR
change-joiner-all = all of these
change-joiner-any = any of these
change-joiner-none = none of these
change-part-name = Name
change-part-platform = Platform
change-part-time-zone = Time zone
change-part-content-type = Type
change-part-title = Title
change-part-subtitle = Subtitle
change-part-image-alt = Alt text
change-part-picture = Picture
change-part-dense-picture = Picture for sharp screens
change-part-button-name = Button
change-part-button-action = When pressed
change-part-replies = Quick replies
change-part-text = Message
change-part-user-say = User expression
change-part-preview-reply = Reply in the preview
change-part-repeat-cycle = Repeat cycle
change-part-message-delay = Message delay
change-part-runs-from = Runs from
change-part-runs-until = Runs until
change-part-hours = Hours
change-part-hours-in = Hours on the clock of
change-part-only-in-hours = Only while somebody answers
site-change-hours = When somebody answers
site-change-always = always
site-change-rests = Limit for a visitor
site-change-languages = Languages
change-hours-in-campaign = the campaign
change-hours-in-visitor = the visitor
change-any-hour = at any hour
change-part-closes-after = Goes by itself
change-never = never
change-part-priority = Priority
change-part-language = Language
change-in-language = { $language }, { $part }
change-part-launcher-image = Launcher image

## Conditions as their rows read them
condition-contains = { $field } contains { $value }
condition-not-contains = { $field } does not contain { $value }
condition-equals = { $field } is { $value }
condition-not-equals = { $field } is not { $value }
condition-starts-with = { $field } starts with { $value }
condition-matches = { $field } matches { $value }
condition-greater-than = { $field } is greater than { $value }
condition-less-than = { $field } is less than { $value }
condition-at-least = { $field } is at least { $value }
condition-at-most = { $field } is at most { $value }
condition-one-of = { $field } is one of { $value }
condition-none-of = { $field } is none of { $value }
condition-on = { $field } is on { $value }
condition-on-or-later = { $field } is on or after { $value }
condition-on-or-earlier = { $field } is on or before { $value }
condition-is-set = { $field } is set
condition-is-not-set = { $field } is not set

## How soon and how often
timing-delay-and-cycle = It appears after { $delay }, and not again within { $cycle }.
timing-delay = It appears after { $delay }.
timing-stay = It goes by itself after { $stay }.
timing-runs = it runs from { $from } until { $until }
timing-runs-from = it runs from { $from } on
timing-runs-until = it runs until { $until }
timing-hours = it is shown only { $hours }
timing-hours-of-visitor = it is shown only { $hours }, on the visitor’s clock
weekday-all = every day
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
timing-only-in-hours = it is shown only while somebody answers
timing-cycle = It does not appear to the same visitor again within { $cycle }.
cycle-minutes = { $count ->
    [one] { $number } minute
   *[other] { $number } minutes
}
cycle-hours = { $count ->
    [one] { $number } hour
   *[other] { $number } hours
}
rest-session = at most { $count ->
    [1] one pop-up
   *[other] { $count } pop-ups
 } a session
rest-minutes = at most { $count ->
    [1] one pop-up
   *[other] { $count } pop-ups
 } { $every ->
    [1] a minute
   *[other] in { $every } minutes
 }
rest-hours = at most { $count ->
    [1] one pop-up
   *[other] { $count } pop-ups
 } { $every ->
    [1] an hour
   *[other] in { $every } hours
 }
rest-days = at most { $count ->
    [1] one pop-up
   *[other] { $count } pop-ups
 } { $every ->
    [1] a day
   *[other] in { $every } days
 }
rest-but = { $rest }, but for { $count ->
    [1] one campaign
   *[other] { $count } campaigns
 }
rest-none = no limit
cycle-days = { $count ->
    [one] { $number } day
   *[other] { $number } days
}
cycle-sessions = { $count ->
    [one] the same session
   *[other] { $number } sessions
}
cycle-last-minutes = { $count ->
    [one] the last minute
   *[other] the last { $number } minutes
}
cycle-last-hours = { $count ->
    [one] the last hour
   *[other] the last { $number } hours
}
cycle-last-days = { $count ->
    [one] the last day
   *[other] the last { $number } days
}
cycle-last-sessions = { $count ->
    [one] this session
   *[other] the last { $number } sessions
}

## The verdict on a visitor
verdict-resting = Not yet: shown too recently, again from { $until }.
verdict-resting-session = { $count ->
    [one] Not again in this session.
   *[other] Not yet: shown too recently, again { $number } sessions from now.
}
verdict-rest = Not yet: your site shows { $rest }, and the next is possible from { $until }.
verdict-rest-session = Not yet: your site shows { $rest }, and the next is possible in another session.
verdict-quiet = Not yet: a pop-up or the chat has just gone from the screen, nothing is shown until { $until }.
verdict-other-site = Would not be shown: this page is none of the site’s addresses.
verdict-scheduled = Not yet: its run begins on { $until }.
verdict-ended = Would not be shown: its run is over.
verdict-out-of-hours = Not now: it is outside its hours, again from { $until }.
verdict-out-of-hours-for-long = Not now: it is outside its hours.
verdict-nobody-answers = Not now: nobody answers, again from { $until }.
verdict-nobody-answers-for-long = Not now: nobody answers.
verdict-shown-after = Would be shown after { $delay }.
verdict-shown-at-once = Would be shown at once.
verdict-not-shown = Would not be shown.
verdict-not-shown-because = Would not be shown: { $reason }.
verdict-also = Also: { $reasons }.
verdict-not-shown-within = { $rule }; not shown within { $cycle }.
verdict-may-return = { $rule }; it may return after { $cycle }.
verdict-no-condition = No condition restricts who sees it
verdict-all-hold = All conditions hold
verdict-enough-hold = Enough conditions hold
verdict-enough-hold-because = Enough conditions hold: { $reasons }
verdict-more-reasons = { $reasons }; and { $count } more
verdict-clause-resting = it was shown too recently, again from { $until }
verdict-clause-resting-session = { $count ->
    [one] it is not shown again in this session
   *[other] it was shown too recently, again { $number } sessions from now
}
verdict-clause-rest = your site shows { $rest }, and the next is possible from { $until }
verdict-clause-rest-session = your site shows { $rest }, and the next is possible in another session
verdict-used-up = The limit is used up by { $by }.
verdict-spoken = They get it in { $language }.
verdict-spoken-own = They get it in the language of the campaign itself.
verdict-spoken-for = Their browser asks for { $preferred }.
verdict-spoken-none = None of their languages is one of the campaign’s.
verdict-another-campaign = another campaign
verdict-clause-quiet = a pop-up or the chat has just gone from the screen, nothing is shown until { $until }
verdict-clause-other-site = this page is none of the site’s addresses, and no campaign is shown there
verdict-clause-missing-audience = the saved audience “{ $name }” is missing or cannot be read, so nobody belongs to it
verdict-clause-scheduled = its run begins on { $until }
verdict-clause-ended = its run is over
verdict-clause-out-of-hours = it is outside its hours, again from { $until }
verdict-clause-out-of-hours-for-long = it is outside its hours
verdict-clause-nobody-answers = nobody answers, again from { $until }
verdict-clause-nobody-answers-for-long = nobody answers
verdict-muted = Muted, so it decides nothing.
verdict-unfinished = Not finished, so it decides nothing yet.
verdict-empty = Nothing in this group decides anything yet.
verdict-group-all = { $holding } of { $all } hold, all needed.
verdict-group-any = { $holding } of { $all } hold, one is enough.
verdict-group-none = { $holding } of { $all } hold, none allowed.
verdict-while = while
verdict-empty-text = an empty text
verdict-more-conditions = { $count } more
verdict-choice-either = { $listed } – changing either would do
verdict-choice-any = { $listed } – changing any one of these would do
verdict-choice-either-wholly = { $listed } – all of one or all of the other would have to change
verdict-choice-any-wholly = { $listed } – all of any one of these would have to change

## Answers about campaigns
answer-somebody = Somebody can see this.
answer-nobody = Nobody can ever see this.
answer-unsure-who = Whether anybody can see this could not be determined.
answer-sees-already = They see it already.
answer-no-change-helps = No change helps: nobody can ever see this.
answer-unsure-what = What would have to change could not be determined.
answer-doubt-texts = Too many conditions on addresses and texts depend on each other to try all of them. Fewer of them would help.
answer-doubt-alternatives = There are too many alternatives to try all of them. Fewer of them would help, or two campaigns instead of one.
answer-would-see = They would see it { $changes }.
answer-no-such-visitors = there are no visitors { $visitors }
answer-example = For example, on { $when }: { $facts }.
answer-example-anybody = No condition restricts who sees it.
rivals-starve = { $second } can never be shown to anybody who meets { $first }: { $rest }
rivals-wait = { $second } waits once { $first } has been shown: { $rest }
rivals-compete = { $first } and { $second } compete for the same visitors; { $first } goes first.
rivals-loses = { $loser } always loses against { $winners }.
rivals-loses-why = Whoever could see it could see that one as well, and it goes first.
rivals-loses-to-several = { $loser } always loses against one of { $winners }.
rivals-loses-to-several-why = Whoever could see it could see one of these as well, and each of them goes first.
rivals-turn = It gets its turn only after the other one was closed on the same page.
rivals-turn-rests = It gets its turn only after the other one was closed on the same page, or while that one rests after a showing.
rivals-rank-priority = its priority is { $first }, the other’s is { $second }
rivals-rank-only-launched = both have the same priority, and the other was never launched
rivals-rank-launched-later = both have the same priority, and this one was launched later
rivals-rank-arbitrary = both have the same priority and launch, so their order is arbitrary; give one of them another priority
rivals-nameless = a campaign without a name
cli-ready = ready to launch
cli-ready-warned = ready to launch, with { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}
cli-stopped = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}
cli-stopped-warned = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}
cli-not-ready = not ready to launch
cli-severity-error = error
cli-severity-warning = warning
cli-places = In the file:
cli-overlap-none = None of these campaigns compete: nobody can ever qualify for two of them at once.
cli-overlap-left-out = { $file } takes no part: it cannot be launched yet. See “beckon check”.
cli-overlap-unsure = Whether “{ $one }” and “{ $other }” compete could not be determined.
cli-journey-nothing = nothing is shown on this journey
cli-journey-show = show
cli-journey-hide = hide
cli-tree-everyone = everyone
cli-tree-all = all of
cli-tree-any = any of
cli-tree-none = none of
cli-tree-activity-and = and on the page, all of
cli-tree-activity-or = or on the page, all of
cli-tree-muted = muted
cli-tree-unfinished = not finished
cli-tree-empty = nothing in it takes part
cli-tree-condition = { $condition } · the visitor has { $found }
cli-tree-nothing = nothing
cli-reach = { $qualified } of { $read } visitors qualify.
cli-reach-share = { $qualified } of { $read } visitors qualify ({ $share }).
cli-reach-unreadable = rows that cannot be read, and do not count: { $rows }
