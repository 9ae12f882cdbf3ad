# Every text of the app in Turkish.

app-name = Beckon

## Takvim
month-1 = Ocak
month-2 = Şubat
month-3 = Mart
month-4 = Nisan
month-5 = Mayıs
month-6 = Haziran
month-7 = Temmuz
month-8 = Ağustos
month-9 = Eylül
month-10 = Ekim
month-11 = Kasım
month-12 = Aralık
weekday-1 = Pt
weekday-2 = Sa
weekday-3 = Ça
weekday-4 = Pe
weekday-5 = Cu
weekday-6 = Ct
weekday-7 = Pz

## Düzenleyici
editor-who = Kim görür
editor-of-these-all = geçerli olmalı
editor-of-these-any = geçerli olmalı
editor-of-these-none = geçerli olmamalı
editor-all = tümü
editor-any = herhangi biri
editor-none = hiçbiri
editor-all-help = Her satır geçerli olmalı.
editor-any-help = Bir satır yeter.
editor-none-help = Hiçbir satır geçerli olmamalı.
editor-joiner-outermost = Birleştirme
editor-joiner = Grup { $number } birleştirmesi
editor-condition-name = Koşul { $number }
editor-page-condition-name = Sayfa koşulu { $number }
editor-group-name = Grup { $number }
editor-row-handle = { $number }. satırı taşı ya da değiştir
editor-page-row-handle = { $number }. sayfa satırını taşı ya da değiştir
editor-group-handle = { $number }. grubu taşı ya da değiştir
editor-part-field = alanı
editor-part-operator = karşılaştırması
editor-part-value = değeri
editor-part-key = adı
editor-part-known-keys = bilinen adları
editor-part-kind = değer türü
editor-part-calendar = takvimi
editor-choose-field = Seçin…
editor-choose-operator = Seçin…
editor-choose-value = Seçin…
editor-add-value = Ekle…
editor-search-fields = Ara
select-nearest = En yakın sonuç, seçmek için Enter:
editor-field-also = { $help } Diğer adı: { $also }.
field-current-page-url = Sayfa adresi
field-current-page-url-also = Geçerli Sayfa URL’si
field-current-page-url-help = Ziyaretçinin bulunduğu sayfanın adresi.
field-current-page-url-words = adres site bağlantı sayfa yol
field-page-views = Bu sayfayı açma sayısı
field-page-views-also = Sayfa Görüntüleme Sayısı
field-page-views-help = Ziyaretçinin bu sayfayı, şimdiki dahil, kaç kere açtığı.
field-page-views-words = açma tekrar görüntüleme
field-visits = Açılan sayfa sayısı
field-visits-also = Ziyaret Sayısı
field-visits-help = Ziyaretçinin sitede, şimdiki dahil, toplam kaç sayfa açtığı.
field-visits-words = sayfa sadık geri dönen ziyaret ilk ikinci üçüncü
field-sessions = Oturum sayısı
field-sessions-help = Ziyaretçinin siteye, şimdiki dahil, kaç kere geldiği. Hiçbir şey yapmadan geçen yarım saatten sonra açılan sayfa yeni bir oturum başlatır.
field-sessions-words = oturum yeni ziyaretçi geri dönen sadık ziyaret ilk ikinci üçüncü tekrar sıklık
field-session-pages = Bu oturumda açılan sayfa
field-session-pages-help = Ziyaretçinin siteye bu gelişinde, şimdiki dahil, kaç sayfa açtığı.
field-session-pages-words = derinlik ziyaret sayfa şimdi
field-referrer = Geldiği yer
field-referrer-help = Ziyaretçiyi buraya, bu oturumun ilk sayfasına getiren başka sitedeki sayfa. Adresi kendi yazan veya sizin sitelerinizden gelen ziyaretçi başka bir yerden gelmemiştir.
field-referrer-words = yönlendiren kaynak arama motoru google sosyal bağlantı kampanya trafik
field-landing-page = İlk sayfa
field-landing-page-help = Bu oturumun başladığı sayfa.
field-landing-page-words = açılış giriş karşılama sayfası başlangıç
field-views = Gösterim sayısı
field-views-also = Görüntüleme Sayısı
field-views-help = Bu kampanyanın ziyaretçiye daha önce kaç kere gösterildiği.
field-views-words = gösterilme görülme
field-clicks = Tıklama sayısı
field-clicks-also = Tıklanma Sayısı
field-clicks-help = Ziyaretçinin bu kampanyaya daha önce kaç kere tıkladığı.
field-clicks-words = tıklanma basma
field-closes = Kapatma sayısı
field-closes-help = Ziyaretçinin bu kampanyayı daha önce kaç kere kapattığı.
field-closes-words = kapatılma çarpı rahatsız
field-browser-language = Dil
field-browser-language-also = Tarayıcı Dili
field-browser-language-help = Ziyaretçinin tarayıcısının dili; Portekizce, Portekizce (Brezilya) dilini de kapsar.
field-browser-language-words = yerel çeviri
field-browser = Tarayıcı
field-browser-help = Ziyaretçinin tarayıcısı.
field-browser-words = Chrome Firefox Safari Edge
choice-browser-chrome = Chrome
choice-browser-safari = Safari
choice-browser-edge = Edge
choice-browser-firefox = Firefox
choice-browser-samsung-internet = Samsung Internet
choice-browser-opera = Opera
choice-browser-other = Başka bir tarayıcı
choice-browser-other-said = daha az yaygın bir tarayıcı
field-browser-version = Tarayıcı sürümü
field-browser-version-also = Tarayıcı Sürümü
field-browser-version-help = Ziyaretçinin tarayıcısının sürümü; 120, tüm 120.x sürümlerini kapsar.
field-device-type = Cihaz
field-device-type-also = Cihaz Türü
field-device-type-help = Telefon, tablet veya masaüstü bilgisayar.
field-device-type-words = telefon mobil akıllı tablet masaüstü bilgisayar iPad
choice-device-type-mobile = Telefon
choice-device-type-mobile-said = telefon
choice-device-type-tablet = Tablet
choice-device-type-tablet-said = tablet
choice-device-type-desktop = Masaüstü
choice-device-type-desktop-said = masaüstü bilgisayar
field-operating-system = İşletim sistemi
field-operating-system-also = İşletim Sistemi
field-operating-system-help = Ziyaretçinin cihazının işletim sistemi.
field-operating-system-words = Windows Mac macOS Linux Android iPhone iOS
choice-operating-system-windows = Windows
choice-operating-system-macos = macOS
choice-operating-system-linux = Linux
choice-operating-system-chromeos = ChromeOS
choice-operating-system-android = Android
choice-operating-system-ios = iOS
choice-operating-system-other = Başka bir sistem
choice-operating-system-other-said = daha az yaygın bir sistem
field-country = Ülke
field-country-help = Ziyaretçinin bağlandığı ülke. Sunucuya bunu önündeki vekil sunucu bildirmelidir; bildirmezse hiçbir ziyaretçinin ülkesi bilinmez.
field-country-words = memleket konum yer IP nereden
choice-country-ad = Andorra
choice-country-ae = Birleşik Arap Emirlikleri
choice-country-ae-said = Birleşik Arap Emirlikleri
choice-country-ae-words = BAE Dubai
choice-country-af = Afganistan
choice-country-ag = Antigua ve Barbuda
choice-country-ai = Anguilla
choice-country-al = Arnavutluk
choice-country-am = Ermenistan
choice-country-ao = Angola
choice-country-aq = Antarktika
choice-country-ar = Arjantin
choice-country-as = Amerikan Samoası
choice-country-at = Avusturya
choice-country-au = Avustralya
choice-country-aw = Aruba
choice-country-ax = Åland Adaları
choice-country-ax-said = Åland Adaları
choice-country-ax-words = Aland
choice-country-az = Azerbaycan
choice-country-ba = Bosna-Hersek
choice-country-bb = Barbados
choice-country-bd = Bangladeş
choice-country-be = Belçika
choice-country-bf = Burkina Faso
choice-country-bg = Bulgaristan
choice-country-bh = Bahreyn
choice-country-bi = Burundi
choice-country-bj = Benin
choice-country-bl = Saint Barthelemy
choice-country-bl-words = Saint Barthelemy
choice-country-bm = Bermuda
choice-country-bn = Brunei
choice-country-bo = Bolivya
choice-country-bq = Karayip Hollandası
choice-country-bq-said = Karayip Hollandası
choice-country-br = Brezilya
choice-country-bs = Bahamalar
choice-country-bs-said = Bahamalar
choice-country-bt = Butan
choice-country-bv = Bouvet Adası
choice-country-bw = Botsvana
choice-country-by = Belarus
choice-country-by-words = Beyaz Rusya
choice-country-bz = Belize
choice-country-ca = Kanada
choice-country-cc = Cocos (Keeling) Adaları
choice-country-cc-said = Cocos (Keeling) Adaları
choice-country-cd = Kongo - Kinşasa
choice-country-cd-words = Demokratik Kongo
choice-country-cf = Orta Afrika Cumhuriyeti
choice-country-cf-said = Orta Afrika Cumhuriyeti
choice-country-cg = Kongo - Brazavil
choice-country-ch = İsviçre
choice-country-ci = Côte d’Ivoire
choice-country-ci-words = Fildişi Sahili
choice-country-ck = Cook Adaları
choice-country-ck-said = Cook Adaları
choice-country-cl = Şili
choice-country-cm = Kamerun
choice-country-cn = Çin
choice-country-co = Kolombiya
choice-country-cr = Kosta Rika
choice-country-cu = Küba
choice-country-cv = Cabo Verde
choice-country-cv-words = Yeşil Burun Adaları
choice-country-cw = Curaçao
choice-country-cw-words = Curacao
choice-country-cx = Christmas Adası
choice-country-cy = Kıbrıs
choice-country-cz = Çekya
choice-country-cz-words = Çek Cumhuriyeti
choice-country-de = Almanya
choice-country-dj = Cibuti
choice-country-dk = Danimarka
choice-country-dm = Dominika
choice-country-do = Dominik Cumhuriyeti
choice-country-do-said = Dominik Cumhuriyeti
choice-country-dz = Cezayir
choice-country-ec = Ekvador
choice-country-ee = Estonya
choice-country-eg = Mısır
choice-country-eh = Batı Sahra
choice-country-er = Eritre
choice-country-es = İspanya
choice-country-et = Etiyopya
choice-country-fi = Finlandiya
choice-country-fj = Fiji
choice-country-fk = Falkland Adaları
choice-country-fk-said = Falkland Adaları
choice-country-fm = Mikronezya
choice-country-fo = Faroe Adaları
choice-country-fo-said = Faroe Adaları
choice-country-fr = Fransa
choice-country-ga = Gabon
choice-country-gb = Birleşik Krallık
choice-country-gb-said = Birleşik Krallık
choice-country-gb-words = İngiltere Büyük Britanya UK
choice-country-gd = Grenada
choice-country-ge = Gürcistan
choice-country-gf = Fransız Guyanası
choice-country-gg = Guernsey
choice-country-gh = Gana
choice-country-gi = Cebelitarık
choice-country-gl = Grönland
choice-country-gm = Gambiya
choice-country-gm-said = Gambiya
choice-country-gn = Gine
choice-country-gp = Guadeloupe
choice-country-gq = Ekvator Ginesi
choice-country-gr = Yunanistan
choice-country-gs = Güney Georgia ve Güney Sandwich Adaları
choice-country-gs-said = Güney Georgia ve Güney Sandwich Adaları
choice-country-gt = Guatemala
choice-country-gu = Guam
choice-country-gw = Gine-Bissau
choice-country-gy = Guyana
choice-country-hk = Çin Hong Kong ÖİB
choice-country-hm = Heard Adası ve McDonald Adaları
choice-country-hn = Honduras
choice-country-hr = Hırvatistan
choice-country-ht = Haiti
choice-country-hu = Macaristan
choice-country-id = Endonezya
choice-country-ie = İrlanda
choice-country-il = İsrail
choice-country-im = Man Adası
choice-country-im-said = Man Adası
choice-country-in = Hindistan
choice-country-io = Britanya Hint Okyanusu Toprakları
choice-country-io-said = Britanya Hint Okyanusu Toprakları
choice-country-iq = Irak
choice-country-ir = İran
choice-country-is = İzlanda
choice-country-it = İtalya
choice-country-je = Jersey
choice-country-jm = Jamaika
choice-country-jo = Ürdün
choice-country-jp = Japonya
choice-country-ke = Kenya
choice-country-kg = Kırgızistan
choice-country-kh = Kamboçya
choice-country-ki = Kiribati
choice-country-km = Komorlar
choice-country-km-said = Komorlar
choice-country-kn = Saint Kitts ve Nevis
choice-country-kn-words = Saint
choice-country-kp = Kuzey Kore
choice-country-kp-words = DPRK
choice-country-kr = Güney Kore
choice-country-kw = Kuveyt
choice-country-ky = Cayman Adaları
choice-country-ky-said = Cayman Adaları
choice-country-kz = Kazakistan
choice-country-la = Laos
choice-country-lb = Lübnan
choice-country-lc = Saint Lucia
choice-country-lc-words = Saint
choice-country-li = Liechtenstein
choice-country-lk = Sri Lanka
choice-country-lr = Liberya
choice-country-ls = Lesotho
choice-country-lt = Litvanya
choice-country-lu = Lüksemburg
choice-country-lv = Letonya
choice-country-ly = Libya
choice-country-ma = Fas
choice-country-mc = Monako
choice-country-md = Moldova
choice-country-me = Karadağ
choice-country-mf = Saint Martin
choice-country-mf-words = Saint
choice-country-mg = Madagaskar
choice-country-mh = Marshall Adaları
choice-country-mh-said = Marshall Adaları
choice-country-mk = Kuzey Makedonya
choice-country-mk-words = Makedonya
choice-country-ml = Mali
choice-country-mm = Myanmar (Burma)
choice-country-mm-words = Birmanya
choice-country-mn = Moğolistan
choice-country-mo = Çin Makao ÖİB
choice-country-mo-words = Macau
choice-country-mp = Kuzey Mariana Adaları
choice-country-mp-said = Kuzey Mariana Adaları
choice-country-mq = Martinik
choice-country-mr = Moritanya
choice-country-ms = Montserrat
choice-country-mt = Malta
choice-country-mu = Mauritius
choice-country-mv = Maldivler
choice-country-mv-said = Maldivler
choice-country-mw = Malavi
choice-country-mx = Meksika
choice-country-my = Malezya
choice-country-mz = Mozambik
choice-country-na = Namibya
choice-country-nc = Yeni Kaledonya
choice-country-ne = Nijer
choice-country-nf = Norfolk Adası
choice-country-ng = Nijerya
choice-country-ni = Nikaragua
choice-country-nl = Hollanda
choice-country-nl-said = Hollanda
choice-country-nl-words = Felemenk
choice-country-no = Norveç
choice-country-np = Nepal
choice-country-nr = Nauru
choice-country-nu = Niue
choice-country-nz = Yeni Zelanda
choice-country-om = Umman
choice-country-pa = Panama
choice-country-pe = Peru
choice-country-pf = Fransız Polinezyası
choice-country-pg = Papua Yeni Gine
choice-country-ph = Filipinler
choice-country-ph-said = Filipinler
choice-country-pk = Pakistan
choice-country-pl = Polonya
choice-country-pm = Saint Pierre ve Miquelon
choice-country-pm-words = Saint
choice-country-pn = Pitcairn Adaları
choice-country-pn-said = Pitcairn Adaları
choice-country-pr = Porto Riko
choice-country-ps = Filistin Bölgeleri
choice-country-ps-said = Filistin Bölgeleri
choice-country-ps-words = Palestine
choice-country-pt = Portekiz
choice-country-pw = Palau
choice-country-py = Paraguay
choice-country-qa = Katar
choice-country-re = Reunion
choice-country-re-words = Reunion
choice-country-ro = Romanya
choice-country-rs = Sırbistan
choice-country-ru = Rusya
choice-country-ru-words = Rusya Federasyonu
choice-country-rw = Ruanda
choice-country-sa = Suudi Arabistan
choice-country-sb = Solomon Adaları
choice-country-sb-said = Solomon Adaları
choice-country-sc = Seyşeller
choice-country-sc-said = Seyşeller
choice-country-sd = Sudan
choice-country-se = İsveç
choice-country-sg = Singapur
choice-country-sh = Saint Helena
choice-country-sh-words = Saint
choice-country-si = Slovenya
choice-country-sj = Svalbard ve Jan Mayen
choice-country-sk = Slovakya
choice-country-sl = Sierra Leone
choice-country-sm = San Marino
choice-country-sn = Senegal
choice-country-so = Somali
choice-country-sr = Surinam
choice-country-ss = Güney Sudan
choice-country-st = Sao Tome ve Principe
choice-country-st-words = Sao Tome Principe
choice-country-sv = El Salvador
choice-country-sx = Sint Maarten
choice-country-sy = Suriye
choice-country-sz = Esvatini
choice-country-sz-words = Svaziland
choice-country-tc = Turks ve Caicos Adaları
choice-country-tc-said = Turks ve Caicos Adaları
choice-country-td = Çad
choice-country-tf = Fransız Güney Toprakları
choice-country-tf-said = Fransız Güney Toprakları
choice-country-tg = Togo
choice-country-th = Tayland
choice-country-tj = Tacikistan
choice-country-tk = Tokelau
choice-country-tl = Timor-Leste
choice-country-tl-words = Doğu Timor
choice-country-tm = Türkmenistan
choice-country-tn = Tunus
choice-country-to = Tonga
choice-country-tr = Türkiye
choice-country-tr-words = Turkiye
choice-country-tt = Trinidad ve Tobago
choice-country-tv = Tuvalu
choice-country-tw = Tayvan
choice-country-tz = Tanzanya
choice-country-ua = Ukrayna
choice-country-ug = Uganda
choice-country-um = ABD Küçük Harici Adaları
choice-country-um-said = ABD Küçük Harici Adaları
choice-country-us = Amerika Birleşik Devletleri
choice-country-us-said = Amerika Birleşik Devletleri
choice-country-us-words = ABD Amerika USA
choice-country-uy = Uruguay
choice-country-uz = Özbekistan
choice-country-va = Vatikan
choice-country-va-words = Papalık
choice-country-vc = Saint Vincent ve Grenadinler
choice-country-vc-words = Saint
choice-country-ve = Venezuela
choice-country-vg = Britanya Virjin Adaları
choice-country-vg-said = Britanya Virjin Adaları
choice-country-vi = ABD Virjin Adaları
choice-country-vi-said = ABD Virjin Adaları
choice-country-vn = Vietnam
choice-country-vu = Vanuatu
choice-country-wf = Wallis ve Futuna
choice-country-ws = Samoa
choice-country-ye = Yemen
choice-country-yt = Mayotte
choice-country-za = Güney Afrika
choice-country-za-words = Güney Afrika Cumhuriyeti
choice-country-zm = Zambiya
choice-country-zw = Zimbabve
field-first-seen = İlk gösterim
field-first-seen-also = İlk Görülme
field-first-seen-help = Ziyaretçinin bu kampanyayı ilk gördüğü tarih; henüz görmemiş olanlar için bugün.
field-first-seen-words = tarih yeni beri
field-last-seen = Son gösterim
field-last-seen-also = Son Görülme
field-last-seen-help = Bu gösterimin tarihi, yani bugün. “Bu tarihte veya öncesinde”, kampanyayı o günden sonra bitirir.
field-last-seen-words = bugün tarih gün son başlangıç bitiş
field-conversation-count = Konuşma sayısı
field-conversation-count-also = Sohbet Sayısı
field-conversation-count-help = Ziyaretçinin sohbet botuyla kaç kere konuştuğu.
field-conversation-count-words = sohbet görüşme bot
field-query = Sorgu parametresi
field-query-help = Sayfanın adresindeki bir parametre; örneğin ?utm_source=haber içindeki utm_source.
field-query-words = url parametre sorgu utm get arama kupon
field-landing-query = Kampanya parametresi
field-landing-query-help = Bu oturumun başladığı adresteki bir parametre; örneğin utm_source. Sonraki sayfalarda da aynı kalır.
field-landing-query-words = utm kaynak ortam kampanya terim içerik gclid reklam bülten izleme
field-event = Olay
field-event-help = Sitenizin bu oturumda bu olayı beckon.track ile kaç kere bildirdiği.
field-event-words = track izleme olay eylem hedef dönüşüm sepete ekle satın alma
field-custom = Özellik
field-custom-also = Özel
field-custom-help = Sitenizin ziyaretçi hakkında bildirdiği bir özellik; örneğin plan veya şehir.
field-custom-words = şehir bölge plan segment özellik sepet müşteri giriş
field-scroll-ratio = Kaydırma
field-scroll-ratio-also = Kaydırma Oranı
field-scroll-ratio-help = Ziyaretçinin sayfanın yüzde kaçına kadar kaydırdığı.
field-exit-screen = Ayrılmak üzere
field-exit-screen-also = Ekrandan Çıkış
field-exit-screen-help = Ziyaretçi ayrılmak üzere: imleç sayfadan üst kenardan çıktı; telefon veya tablette ise parmak üst kenara yakın bir yerde hızla yukarı kaydırıldı ya da başka sekmeye geçildi.
field-exit-screen-touch = Üst kenara yakın bir yerde hızla yukarı kaydırdı ya da başka sekmeye geçti.
field-exit-screen-pointer = İmleç sayfadan üst kenardan çıktı.
field-time-on-page = Sayfada geçen süre
field-time-on-page-help = Ziyaretçinin bu sayfada kaç saniyedir bulunduğu.
field-time-on-page-words = saniye süre gecikme bekleme kalma
field-time-on-site = Sitede geçen süre
field-time-on-site-help = Bu oturumun, tüm sayfalarıyla, kaç saniyedir sürdüğü.
field-time-on-site-words = saniye oturum süresi ziyaret uzunluğu
field-inactivity = Hareketsizlik
field-inactivity-help = Ziyaretçinin kaç saniyedir imleci oynatmadığı, kaydırmadığı, yazmadığı ve sayfaya dokunmadığı.
field-inactivity-words = boşta hareketsiz saniye bekliyor
field-clicked = Tıklanan öge
field-clicked-help = Ziyaretçinin sayfayı açtığından beri buna tıklayıp tıklamadığı: bu metni gösteren ya da bir CSS seçicisinin bulduğu öge.
field-clicked-words = tık tıklama düğme buton bağlantı öge seçici satın al
element-by = şununla bulunur
element-by-text = metin
element-by-selector = seçici
editor-no-field-found = Bu adda bir koşul yok. Başka bir sözcük deneyin ya da yalnızca sitenizin bildikleri için Özellik’i seçin.
editor-search-languages = Arayın ya da etiket yazın
editor-no-language-found = Bu adda bir dil yok. Başka bir ad deneyin ya da cy-GB gibi bir etiket yazın.
editor-no-choice-found = Bu adda bir seçenek yok. Başka bir sözcük deneyin.
editor-free-language = Bu dil etiketini kullan
editor-date-placeholder = YYYY-AA-GG
editor-kind-text = Metin
editor-kind-number = Sayı
editor-kind-yes-no = Evet ya da hayır
editor-yes = Evet
editor-no = Hayır
editor-previous-month = Önceki ay
editor-next-month = Sonraki ay
editor-remove-chip = { $place } içinden { $value } değerini çıkar
editor-remove-row = { $number }. satırı kaldır
editor-add-row = { $number }. satırdan sonra koşul ekle
editor-remove-page-row = { $number }. sayfa satırını kaldır
editor-add-page-row = { $number }. sayfa satırından sonra koşul ekle
editor-unmute = Devre dışı. { $number }. satırı etkinleştir
editor-unmute-page = Devre dışı. { $number }. sayfa satırını etkinleştir
editor-unmute-group = Devre dışı. { $number }. grubu etkinleştir
editor-remove-group = { $number }. grubu kaldır
editor-add-condition = Koşul
editor-add-condition-name = Koşul ekle
editor-add-condition-to = { $number }. gruba koşul ekle
editor-add-group = Grup
editor-add-group-name = Grup ekle
editor-add-group-to = { $number }. gruba grup ekle
editor-too-deep = Gruplar en fazla 16 kat iç içe olabilir; daha dışarıya ekleyin
editor-cannot-drop = Buraya taşınamaz: gruplar en fazla 16 kat iç içe olabilir
editor-empty-audience = Her ziyaretçi görür. Koşul koymak için “Şu ziyaretçiler…”i seçin.
editor-menu-up = Yukarı taşı
editor-menu-down = Aşağı taşı
editor-menu-mute = Devre dışı bırak
editor-menu-unmute = Etkinleştir
editor-menu-duplicate = Çoğalt
editor-menu-add-group = İçine grup ekle
editor-menu-wrap = Bir gruba koy
editor-menu-unwrap = Grubu dağıt
editor-menu-remove = Kaldır
editor-when = Sayfada ne zaman
editor-join = Hedef kitleyle bağlantısı
editor-empty-activity = Sayfa açılır açılmaz gösterilir. Bir anı beklemek için:
editor-add-ready = Hazır
editor-add-ready-name = Hazır koşul ekle
audience-sentence = { $visitors } ziyaretçiler
audience-sentence-everyone = Herkes
audience-use = Kayıtlı hedef kitle
audience-use-name = Kayıtlı hedef kitle kullan veya oluştur
audience-saved = Kayıtlı hedef kitle
audience-missing = bulunamıyor veya dosyası okunamıyor
audience-save-all = Bu koşulları hedef kitle olarak kaydet…
audience-manage = Tüm kayıtlı hedef kitleler
notation-menu = Kopyala ve yapıştır
notation-menu-name = Başka programların koşullarını kopyala veya yapıştır
notation-copy = { $notation } olarak kopyala
notation-paste = Koşulları yapıştır…
copied-as = { $notation } olarak kopyalandı.
paste-title = Koşulları yapıştır
paste-help = JsonLogic veya bir react-querybuilder sorgusu yapıştırın. Beckon’ın soramadığı, yayını durduran bir koşul olarak orada kalır.
paste-text = Metin
paste-hint = JSON
paste-do = Ekle
paste-found = { $notation }: { $count } koşul
paste-more = … ve { $count } tane daha.
paste-wrong-json = Bu JSON değil. Metnin tamamını, ilk ayraçtan son ayraca kadar kopyalayın.
paste-wrong-neither = Bu ne JsonLogic ne de bir react-querybuilder sorgusu.
paste-wrong-too-deep = Grupları çok derin iç içe. Bazılarını birleştirin.
paste-wrong-too-large = Bu, herhangi bir hedef kitleden büyük. Yalnızca kuralı kopyalayın.
notation-unfinished = Tamamlanmamış bir koşul dışarıda kalıyor.
notation-muted = Devre dışı bir bölüm dışarıda kalıyor.
notation-saved-audience = Kayıtlı hedef kitle “{ $name }” bulunamıyor ve dışarıda kalıyor.
notation-comparison = Bir koşul dışarıda kalıyor: orada “{ $name }” karşılaştırması yok.
notation-letter-by-letter = Metinler ve adresler orada büyük harfler dahil harfi harfine karşılaştırılır.
notation-language = Bir dil orada yalnızca yazıldığı gibi sayılır.
notation-dotted-name = “{ $name }” adı orada bir yol olarak okunur.
notation-attribute = “{ $name }” Beckon’ın bir alanı değil; sitenizin bildirmesi gereken bir özellik sayılıyor.
notation-unknown = “{ $name }” sorulamaz ve siz değiştirene kadar yayını durdurur.
notation-value = Bir değer uymuyor ve siz düzeltene kadar yayını durdurur.
audience-menu-save = Hedef kitle olarak kaydet…
audience-menu-save-not = Boş veya kayıtlı bir hedef kitle kullanıyor: biri diğerini içeremez.
audience-menu-edit = Kayıtlı hedef kitleyi düzenle
audience-menu-detach = Kendi koşullarına çevir
audience-edit = Düzenle
audience-edit-name = “{ $name }” hedef kitlesini düzenle
audience-edit-used = “{ $name }” hedef kitlesini düzenle. { $used }
audience-save-title = Hedef kitle olarak kaydet
audience-save-help = Her kampanya kullanabilir. Tek yerde değiştirirsiniz, hepsinde değişir.
audience-save-do = Kaydet
audience-name = Ad
audience-name-hint = Örneğin: Yeniden gelen alıcılar
audience-name-taken = Bu adda bir hedef kitle zaten var.
audience-description = Açıklama
audience-description-hint = Başkalarının bilmesi gerekenler
audience-who = Kimler dahil
audience-all = Tüm hedef kitleler
audience-used = { $count ->
    [0] Hiçbir kampanya kullanmıyor.
   *[other] { $count } kampanya kullanıyor.
}
audience-used-help = Buradaki bir değişiklik taslaklarını hemen değiştirir. Yayında olan, siz yeniden yayına alana kadar aynı kalır.
audience-delete = Sil
audience-delete-name = “{ $name }” hedef kitlesini sil
audience-delete-used = { $count } kampanya kullanıyor.
audience-delete-used-help = Ziyaretçileri aynı kalır: koşulları kendi koşulları olur.
audience-delete-do = Kendi koşullarına çevir ve sil
audience-deleted = “{ $name }” hedef kitlesi silindi.
audience-made = “{ $name }” hedef kitlesi kaydedildi.
audience-conflict = Siz düzenlerken başka bir program bu hedef kitleyi değiştirdi.
audience-gone = Bu hedef kitlenin dosyası yok veya okunamıyor.
audience-keep-mine = Benimkini koru
audience-take-theirs = Diğer sürümü al
audience-let-go = Bırak gitsin
audience-reloaded = Başka bir program hedef kitleyi değiştirdi. Bu onun sürümü; geri al sizinkini getirir.
audience-lost-to-other = Başka bir program hedef kitleyi aynı anda değiştirdi, onun sürümü kaldı.
audiences-unreadable = Kayıtlı hedef kitleler okunamıyor
audiences-none = Henüz kayıtlı hedef kitle yok. Bir kampanyanın hedef kitlesinde bir koşulun veya grubun menüsünden “Hedef kitle olarak kaydet…” seçin: diğer kampanyalar da kullanabilir, siz tek yerde değiştirirsiniz.
audiences-help = Kampanyalar bunları adlarıyla kullanır. Buradaki bir değişiklik hepsinin taslaklarını değiştirir.
ready-new = Yeni ziyaretçiler
ready-new-help = Sitedeki ilk oturumlarında.
ready-new-words = ilk kez yeni yabancı
ready-returning = Geri gelen ziyaretçiler
ready-returning-help = İkinci ya da daha sonraki oturumlarında.
ready-returning-words = tekrar geri gelen sadık
ready-third-session = Üçüncü oturumdan itibaren
ready-third-session-help = Üçüncü ya da daha sonraki oturumlarında.
ready-third-session-words = üçüncü ziyaret sadık sık
ready-until-click = Tıklayana kadar
ready-until-click-help = Bu kampanyaya hiç tıklamamış olanlar.
ready-until-click-words = tıklamadı bir kez dur
ready-until-close = Tıklayana ya da kapatana kadar
ready-until-close-help = Bu kampanyaya ne tıklamış ne de onu kapatmış olanlar.
ready-until-close-words = kapattı bir daha dur
ready-until-answer = Konuşana kadar
ready-until-answer-help = Sohbet botuyla henüz hiç konuşmamış olanlar.
ready-until-answer-words = konuşma sohbet dur
ready-few-times = En fazla üç kez
ready-few-times-help = Bu kampanyayı üç kereden az görmüş olanlar; kendi sayınızı yazın.
ready-few-times-words = sınır sıklık kaç kere
ready-search = Arama motorundan gelenler
ready-search-help = Bu oturumun ilk sayfasına Google, Bing, DuckDuckGo, Yahoo, Yandex, Baidu, Ecosia ya da Brave getirdi.
ready-search-words = google bing seo organik
ready-social = Sosyal ağdan gelenler
ready-social-help = Bu oturumun ilk sayfasına Facebook, Instagram, LinkedIn, Pinterest, Reddit, TikTok, YouTube ya da X getirdi.
ready-social-words = facebook instagram linkedin tiktok
ready-direct = Doğrudan gelenler
ready-direct-help = Bu oturumun ilk sayfasına başka bir site getirmedi: adresi yazdılar, yer imi kullandılar ya da bir uygulamadan geldiler.
ready-direct-words = doğrudan yazdı yer imi
ready-ad = Reklamdan gelenler
ready-ad-help = Bu oturumun ilk sayfasında ücretli tıklamanın izleri var: utm_medium=cpc ya da gclid gibi.
ready-ad-words = ücretli tıklama ppc cpc reklam kampanya google
ready-email = E-postadan gelenler
ready-email-help = Bu oturumun ilk sayfasında bültenin izleri var: utm_medium=email gibi.
ready-email-words = bülten posta
ready-utm-source = UTM kaynağı
ready-utm-source-help = Bu oturum bir utm_source ile başladı; kendinizinkini vermek için “eşittir” seçin.
ready-utm-source-words = izleme kampanya parametresi
ready-utm-medium = UTM ortamı
ready-utm-medium-help = Bu oturum bir utm_medium ile başladı; kendinizinkini vermek için “eşittir” seçin.
ready-utm-medium-words = izleme kampanya parametresi
ready-utm-campaign = UTM kampanyası
ready-utm-campaign-help = Bu oturum bir utm_campaign ile başladı; kendinizinkini vermek için “eşittir” seçin.
ready-utm-campaign-words = izleme kampanya parametresi
ready-cart = Sepete bir şey koyanlar
ready-cart-help = Site bu oturumda add_to_cart bildirdi, purchase bildirmedi. Siteniz beckon.track işlevini bu adlarla çağırmalıdır.
ready-cart-words = terk edilen sepet ödeme alışveriş shopify woocommerce
ready-pricing = Fiyat sayfasına dönenler
ready-pricing-help = Adreste /pricing geçiyor ve bu sayfayı daha önce açtılar. Yerine kendi adresinizi yazın.
ready-pricing-words = fiyat paket kararsız karşılaştırma
ready-trial = Deneme süresi bitmek üzere
ready-trial-help = Siteniz trial_days_left bilgisini beckon.identify ile bildiriyor ve 4 günden az kaldı.
ready-trial-words = süresi bitiyor abonelik yükseltme
editor-step-add-condition = Koşul ekleme
editor-step-add-ready = Hazır koşul ekleme
editor-step-add-group = Grup ekleme
editor-step-remove = Koşul kaldırma
editor-step-duplicate = Koşul çoğaltma
editor-step-move = Koşul taşıma
editor-step-wrap = Bir gruba koyma
editor-step-saved = Kayıtlı hedef kitle kullan
editor-step-paste = Koşulları yapıştır
editor-step-detach = Kendi koşullarına çevir
audience-step-name = Hedef kitleyi yeniden adlandır
audience-step-description = Hedef kitleyi açıkla
editor-step-unwrap = Grup dağıtma
editor-step-mute = Devre dışı bırakma ya da etkinleştirme
editor-step-joiner = Tümü, herhangi biri ya da hiçbiri değişikliği
editor-step-join = VE ya da VEYA değişikliği
editor-step-field = Alan değişikliği
editor-step-operator = Karşılaştırma değişikliği
editor-step-value = Değer değişikliği
editor-step-key = Ad değişikliği

## Ana hat: satır olarak bir koşul
row-contains = { $value } içerir
row-not-contains = { $value } içermez
row-element = şu: { $value }
row-equals = şu: { $value }
row-not-equals = şu değil: { $value }
row-starts-with = { $value } ile başlar
row-matches = { $value } kalıbına uyar
row-greater-than = şundan büyük: { $value }
row-less-than = şundan küçük: { $value }
row-at-least = en az { $value }
row-at-most = en fazla { $value }
row-one-of = şunlardan biri: { $value }
row-none-of = şunlardan hiçbiri: { $value }
row-on = şu gün: { $value }
row-on-or-later = { $value } veya sonrası
row-on-or-earlier = { $value } veya öncesi
row-is-set = belirtilmiş
row-is-not-set = belirtilmemiş
row-version-greater-than = şundan yeni: { $value }
row-version-less-than = şundan eski: { $value }
row-percent-at-least = en az { $value }
row-seconds-at-least = en az { $value }
row-percent-greater-than = şundan fazla: { $value }
row-yes = evet
row-no = hayır
outline-name = Koşullar
outline-row = { $name }: { $words }
outline-everyone = Herkes
outline-visitors-who = Şu ziyaretçiler…
outline-match = koşulların
outline-fold = { $name }: katla
outline-unfold = { $name }: aç
outline-fold-all = Tümünü katla
outline-unfold-all = Tümünü aç
outline-this-visitor = Bu ziyaretçi
outline-visitors-left = Kalan ziyaretçi
outline-visitors-left-here = { $count } ziyaretçi kalıyor
outline-yes = evet
outline-no = hayır
outline-and = ve
outline-or = veya
outline-nor = veya
outline-conditions = { $count ->
    [one] 1 koşul
   *[other] { $count } koşul
}
outline-choose-field = neye bakılacağını seçin
outline-no-value = değer
outline-done = Bitti
outline-drop-order = Buraya taşınır. Sıra sonucu değiştirmez.
outline-drop-stays = Yerinde kalır.
outline-drop-all = “Tümü” grubuna taşınır: bu da geçerli olmalı.
outline-drop-any = “Herhangi biri” grubuna taşınır: birinin geçerli olması yeter.
outline-drop-none = “Hiçbiri” grubuna taşınır: geçerli olmamalı.
outline-joined-this = bu
outline-in-log = Kayıttaki { $visitors } ziyaretçiden { $qualified } kişi, { $share }
outline-step-everyone = Herkese göster
outline-step-visitors = Ziyaretçileri seç
outline-joined-audience = Hedef kitle

## Mesaj ve inceleme
editor-rich = Zengin kart
editor-rich-help = Resim, başlık, metin ve düğme
editor-bubble = Metin
editor-bubble-help = Başlatıcının yanında kısa bir mesaj
editor-open-window = Sohbet penceresi
editor-open-window-help = Sohbeti bir yanıtla açar
editor-content = İçerik
editor-choose-type = Yukarıdan nasıl görüneceğini seçin.
editor-title = Başlık
editor-title-placeholder = Yardım ister misiniz?
editor-subtitle = Alt başlık
editor-subtitle-placeholder = Planlarla ilgili her şeyi sorun.
editor-button-name = Düğme adı
editor-button-name-placeholder = Planları karşılaştır
editor-when-pressed = Düğmeye basıldığında
editor-on-click = Basılınca
editor-say = Bota söyle
editor-link = Bağlantı aç
editor-button-message = Bota mesaj
editor-button-message-placeholder = Planları karşılaştır
editor-button-link = Bağlantı
editor-button-link-placeholder = https://www.example.com/
editor-reply-1 = Yanıt 1
editor-reply-1-message = Yanıt 1 mesajı
editor-reply-1-message-placeholder = Yanıtın söylediği
editor-reply-1-link = Yanıt 1 bağlantısı
editor-reply-1-link-placeholder = https://www.example.com/
editor-reply-1-action = Yanıt 1 seçildiğinde
editor-reply-2 = Yanıt 2
editor-reply-2-message = Yanıt 2 mesajı
editor-reply-2-message-placeholder = Yanıtın söylediği
editor-reply-2-link = Yanıt 2 bağlantısı
editor-reply-2-link-placeholder = https://www.example.com/
editor-reply-2-action = Yanıt 2 seçildiğinde
editor-reply-3 = Yanıt 3
editor-reply-3-message = Yanıt 3 mesajı
editor-reply-3-message-placeholder = Yanıtın söylediği
editor-reply-3-link = Yanıt 3 bağlantısı
editor-reply-3-link-placeholder = https://www.example.com/
editor-reply-3-action = Yanıt 3 seçildiğinde
editor-reply-4 = Yanıt 4
editor-reply-4-message = Yanıt 4 mesajı
editor-reply-4-message-placeholder = Yanıtın söylediği
editor-reply-4-link = Yanıt 4 bağlantısı
editor-reply-4-link-placeholder = https://www.example.com/
editor-reply-4-action = Yanıt 4 seçildiğinde
editor-reply-placeholder = Evet, lütfen
editor-reply-add = Yanıt ekle
editor-reply-up = { $number }. yanıtı yukarı taşı
editor-reply-remove = { $number }. yanıtı sil
editor-replies-begin = Hızlı yanıt ekle
editor-replies-instead = Hızlı yanıt kullan
editor-replies-help = Seçilebilecek en fazla dört kısa yanıt. Her biri kendi metnini ya da başka bir şeyi bota söyler veya bir bağlantı açar.
editor-replies-replace = Yanıtlar düğmenin yerini alır. Hepsi silinince düğme geri gelir.
editor-user-say = Kullanıcı ifadesi
editor-user-say-placeholder = Planları karşılaştır
editor-user-say-help = Ziyaretçinin yazacağı şey; eşleşen niyeti başlatır.
editor-user-say-text-help = Ziyaretçinin mesaja tıklayarak söylediği; eşleşen niyeti başlatır.
editor-user-say-open-help = Sohbet, ziyaretçi bunu yazmış gibi açılır.
editor-text = Mesaj
editor-text-placeholder = Merhaba! Aradığınızı bulmanıza yardım edelim mi?
editor-preview-reply = Önizlemedeki yanıt
editor-preview-reply-placeholder = Elbette. Hangi plana bakıyorsunuz?
editor-preview-reply-help = Yalnızca önizlemede; sitenizde bot yanıt verir.
editor-right-to-left = Bu alan sağdan sola yazılan metni yanlış sırada gösterir; önizleme ziyaretçilerin gördüğü gibidir.
editor-insert-attribute = { $field } içine özellik ekle
editor-insert-help = Sitenizin ziyaretçi hakkında bildiğini, yoksa yedeğini ekler.
editor-insert-other = Başka bir özellik
editor-insert-key = özellik
editor-insert-fallback = yedek
counter-said = { $most } karakterden { $count }
editor-paste-cut = Yalnızca ilk { $count } karakter alındı: hiçbir metin daha uzun olamaz.
editor-picture = Resim
editor-launcher-picture = Başlatıcı görseli
editor-no-picture = Resim yok
editor-picture-chosen = Resim seçildi
editor-picture-missing = Dosya bulunamıyor
editor-drop-picture = Buraya bırakın; her boyut sizin için 400 × 200 olarak kırpılır
editor-drop-another = Buraya başka bir resim bırakın; her boyut sizin için kırpılır
editor-drop-launcher = Buraya bir resim bırakın; kare olarak kırpılır
editor-choose-picture = Resim seç
editor-replace = Değiştir
editor-image-alt = Alternatif metin
editor-image-alt-placeholder = Bir lambanın altında gülümseyen bir bitki
editor-image-alt-help = Resmi göremeyen ziyaretçiler için resimde ne olduğu.
editor-image-decorates = Resim yalnızca süsleme amaçlı
editor-remove-picture = { $picture } kaldır
editor-how-often = Ne sıklıkta ve ne kadar sonra
editor-repeat-cycle = Yineleme aralığı
editor-cycle-every = Yineleme aralığının uzunluğu
editor-cycle-none = Her açılışta
editor-cycle-minutes = { $count ->
   *[other] dakika
}
editor-cycle-hours = { $count ->
   *[other] saat
}
editor-cycle-days = { $count ->
   *[other] gün
}
editor-cycle-sessions = oturum
editor-cycle-help = Aynı ziyaretçiye bu süre içinde yeniden gösterilmez
editor-cycle-sessions-help = Aynı ziyaretçiye bu kadar yeni oturum başlamadan yeniden gösterilmez. Oturum, yarım saat hareketsizlikten sonra biter
editor-cycle-once-per-session = Oturum başına bir kez
editor-cycle-once-a-day = Günde bir kez
editor-cycle-once-a-week = Haftada bir kez
editor-cycle-none-help = Koşullar sağlandıkça
editor-delay = Mesaj gecikmesi
editor-delay-help = Koşullar sağlandığı andan itibaren
editor-runs-from = Başlangıç
editor-runs-from-empty = Yayına alınınca
editor-runs-from-help = Saat dilimi: { $zone }
editor-runs-until = Bitiş
editor-runs-until-empty = Süresiz
editor-runs-until-help = Saat dilimi: { $zone }
editor-part-time = saat
editor-hours = Saatler
editor-hours-empty-help = Hiç yoksa haftanın her saatinde gösterilir
editor-hours-help = Daha geç olmayan bitiş ertesi gündür
editor-hours-add = Saat ekle
editor-hours-numbered = Saatler { $number }
editor-hours-from = başlangıç
editor-hours-until = bitiş
editor-hours-remove = Saatler { $number }: kaldır
editor-hours-in = Kimin saati
editor-hours-in-campaign = Kampanyanın
editor-hours-in-campaign-help = Saat dilimi: { $zone }
editor-hours-in-visitor = Ziyaretçinin
editor-hours-in-visitor-help = Her ziyaretçinin kendi tarayıcısının saati
editor-only-in-hours = Yanıt
editor-only-in-hours-switch = Yalnızca biri yanıt verirken
editor-only-in-hours-help = Siteniz bölümündeki saatlerde
editor-closes-after = Kendiliğinden kapanma
editor-closes-after-help = Ekranda kaldığı saniye sayısı. Tıklama da kapatma da sayılmaz.
editor-closes-after-empty = Hiçbir zaman
editor-closes-after-wanted = Kullanılmıyor: 0’dan büyük, en çok 86.400 (bir gün) saniye yazın.
editor-seconds = saniye
editor-priority = Öncelik
editor-priority-help = 1 en öncelikli; boşsa 1 sayılır
editor-priority-wanted = Tam sayı olmadığı için kullanılmıyor. 1 gibi bir sayı yazın.
editor-count-wanted = Tam sayı olmadığı için kullanılmıyor. 0 ya da daha büyük bir sayı yazın.
editor-percent-wanted = Kullanılmıyor: 0 ile 100 arasında bir sayı yazın.
editor-seconds-wanted = Kullanılmıyor: saniye yazın; örneğin 30.
editor-seconds-unit = sn
editor-number-wanted = Sayı olmadığı için kullanılmıyor.
editor-cycle-wanted = Kullanılmıyor: 1 ile 1.000.000 arasında bir tam sayı yazın.
editor-delay-wanted = Kullanılmıyor: 0 ile 86.400 (bir gün) arasında saniye yazın.
editor-launcher = Başlatıcı görseli
editor-launcher-current = Mevcut
editor-launcher-bot = Bot profili
editor-launcher-own = Kendi resminiz
editor-launcher-help = Kampanya görünürken
editor-style = Stil
editor-motion = Hareket
editor-play = Oynat
editor-play-help = Açılır pencerenin sayfaya gelişini önizlemede gösterir
editor-play-other = Başka türlü oynat
editor-play-slowly = Yavaş, beş kat uzun
editor-play-still = Hareketi azaltmış ziyaretçilerin gördüğü gibi
editor-follows-site = Siteyi izliyor
editor-follow-all = Her şeyde siteyi izle
editor-follow-again = Yeniden siteyi izle
editor-follow = { $name }: yeniden siteyi izle ({ $value })
editor-look-choice = { $name }: { $value }
editor-look-wanted = { $least } ile { $most } arasında bir tam sayı
editor-pixels = px
editor-milliseconds = ms
editor-offset-side = Yandan uzaklık
editor-offset-upright = Üstten veya alttan uzaklık
editor-pick-color = { $name }: seç
editor-color-button = Düğme
editor-color-card = Kart
editor-color-text = Metin
editor-color-of-theme = Temanınki
editor-contrast-help = Metnin kontrastı. En az 4,5 : 1 rahat okunur (WCAG 2.2 AA).
editor-color-wanted = Bu bir renk değil, bu yüzden kullanılmıyor. #4f46e5 gibi yazın.
editor-is-usual = Hepsi olağan
editor-usual-all = Hepsini olağana döndür
editor-usual-again = Yeniden her zamanki gibi
editor-usual = { $name }: yeniden olağan değer ({ $value })
editor-step-usual = Olağana döndür
editor-step-look = Stili değiştir
editor-step-follow = Siteyi izle
editor-languages = Dil
editor-languages-help = Ziyaretçiler mesajı, kendi dillerinden mesajın yazıldığı ilkinde görür.
editor-language-own = Kendi dili
editor-language-is-own = { $language } (kendi dili)
editor-language-missing = { $count } eksik
editor-language-add = Dil ekle
editor-language-remove = { $language } dilini kaldır
editor-language-written-in = Yazıldığı dil
editor-language-as-site = Sitedeki gibi ({ $language })
editor-language-search = Dillerde ara
editor-language-not-found = Bu adda bir dil yok.
editor-language-placeholder = { $language } metin
editor-language-same-picture = Kampanyanın kendi dilindekiyle aynı
editor-step-language = Dil değişikliği
editor-step-language-add = Dil ekleme
editor-step-language-remove = Dil kaldırma
site-languages = Diller
site-language-default = Kampanyaların yazıldığı dil
site-language-none = Belirtilmedi
site-language-others = Çevrildikleri diller
site-language-remove = { $language } dilini kaldır
site-language-help = Bu dillerden birinde çevirisi olmayan bir kampanya için yayından önce uyarı çıkar.
site-step-languages = Dil değişikliği
editor-step-texts = Çevirileri geri alma
editor-step-type = Tür değişikliği
editor-step-text = Metin değişikliği
editor-step-token = Özellik ekleme
editor-step-action = Düğmenin yaptığını değiştirme
editor-step-replies = Hızlı yanıtları değiştirme
editor-step-image-alt = Alternatif metin değişikliği
editor-step-remove-picture = Resmi kaldırma
editor-step-cycle = Yineleme aralığı değişikliği
editor-step-delay = Mesaj gecikmesi değişikliği
editor-step-runs = Yayın tarihi değişikliği
editor-step-hours = Saat değişikliği
editor-step-only-in-hours = Yanıt koşulu değişikliği
editor-step-closes-after = Kendiliğinden kapanma değişikliği
editor-step-priority = Öncelik değişikliği
editor-step-launcher = Başlatıcı görseli değişikliği
editor-step-name = Yeniden adlandırma
editor-step-zone = Saat dilimi değişikliği
editor-to-fix = Yayınlamadan önce düzeltin
editor-to-do = Yapılacaklar
editor-to-look-at = Göz atmaya değer
editor-show-place = Göster
editor-in-words = Kısaca
editor-no-rule = Herkes görür: hedef kitlede bitmiş bir koşul yok.
editor-details = Ad ve saat dilimi
editor-name = Kampanya adı
editor-zone = Saat dilimi
editor-zone-help = Tarihler bu saat dilimine göredir
editor-search-zones = Saat dilimi ara
editor-no-zone-found = Bu adda bir saat dilimi yok. Yakındaki büyük bir şehri deneyin, örneğin Istanbul.
editor-export = Dışa aktar
editor-export-help = Ekip arkadaşlarınız, başka araçlar ve arşiviniz için dosyalar. Resimler içinde.
editor-export-json = Kampanya dosyası
editor-export-library = Tüm kitaplık
editor-export-html = Web sayfası
editor-export-popup = Açılır pencere resmi
editor-export-png = Sayfa resmi
editor-export-jetlink = Jetlink kodu
editor-export-xliff = Çevirmenler için metinler (XLIFF)
editor-export-table = Tablo olarak metinler (CSV)
editor-show-finding = Göster: { $finding }
editor-platform = Platform
editor-web-messenger = Web Messenger
editor-step-platform = Platform değişikliği
editor-crop = Gösterilecek bölümü seçin
editor-crop-help = Çerçeveyi ya da köşelerini sürükleyin. Resim { $width } × { $height } olur.
editor-crop-frame = Resmin gösterilecek bölümü
editor-crop-largest = Olabildiğince büyük
editor-crop-use = Bu bölümü kullan
editor-crop-again = Başka bir bölüm seç
crop-closer = Yakınlaştır
crop-reset = Yeniden olabildiğince büyük
crop-use = Kullan
editor-cancel = Vazgeç

## Canlandırılan ziyaretçi
simulator-not-shown = Bu ziyaretçiye gösterilmez
simulator-verdict = Sonuç: { $verdict }
simulator-row = Satır { $number }
simulator-go-to-row = Satır { $number }: { $reason }
simulator-more-reasons = { $count } tane daha
simulator-visitor = Ziyaretçi
simulator-own = Kendi ziyaretçiniz
simulator-nothing = Bir ziyaretçide denemek için bir kampanya açın.
simulator-no-verdict = Hesaplanıyor…
simulator-first-visit = İlk ziyaret
simulator-first-visit-help = Burada yeni, masaüstünde
simulator-returning-turkish = Geri gelen, masaüstü, Türkçe
simulator-returning-turkish-help = Bu sayfayı 6. görüntüleyişi
simulator-end-of-page = Sayfanın sonundaki okuyucu
simulator-end-of-page-help = %100 kaydırdı
simulator-about-to-leave = Ayrılmak üzere
simulator-about-to-leave-help = İmleç üst kenardan çıktı; dokunmatik için tablet seçin
simulator-phone-japan = Japonya’dan telefonla gelen
simulator-phone-japan-help = Telefonda Safari, Japonca
simulator-trial = Deneme planındaki müşteri
simulator-trial-help = plan özelliği “trial”
simulator-member = Sepeti dolu mağaza üyesi
simulator-member-help = Altın üye, sepette 2 ürün
simulator-loyal = Sadık müşteri
simulator-loyal-help = 80 sayfa açtı, 7 konuşma yaptı
simulator-just-shown = Bir saat önce gösterildi
simulator-just-shown-help = Yineleme aralığını denemek için
simulator-more = Bu ziyaretçi hakkında daha fazlası
simulator-less = Daha az göster
simulator-not-known = Bilinmiyor
simulator-slider = { $name }, kaydırıcı
simulator-at = Zaman
simulator-now = Şimdiye ayarla
simulator-at-calendar = Tarihi seç
simulator-zone = Saatler { $zone } saatiyle
simulator-instant-read = Anlaşılan: { $instant }
simulator-instant-unread = “{ $typed }” bir tarih değil. 1 Aralık 2026 14:30 ya da 2026-12-01 gibi yazın.
simulator-visitor-zone = Saat dilimi
simulator-visitor-zone-empty = Kampanyanınki
simulator-showings = Daha önce gösterilen pencereler
simulator-showings-remove = Daha önce gösterilenleri unut
simulator-shown-in-session = Bu oturumda gösterildi
simulator-quiet-until = Sessizlik bitişi
simulator-never = hiç
simulator-attributes = Özellikler
simulator-add-attribute = Özellik
simulator-attribute-name = { $number }. özelliğin adı
simulator-attribute-value = { $number }. özelliğin değeri
simulator-remove-attribute = { $number }. özelliği kaldır
simulator-events = Bu oturumdaki olaylar
simulator-add-event = Olay
simulator-event-name = { $number }. olayın adı
simulator-event-count = { $number }. olayın sayısı
simulator-remove-event = { $number }. olayı kaldır
simulator-add-clicked = Tıklama
simulator-clicked-name = { $number }. tıklama
simulator-remove-clicked = { $number }. tıklamayı kaldır

## Commands
command-palette = Komut paleti
command-palette-tip = Her komutu yazarak bulun
command-new = Yeni kampanya
command-new-tip = Boş, bir dosyadan ya da bir başlangıçtan kampanya başlatın
command-duplicate = Kampanyayı çoğalt
command-duplicate-tip = Açık kampanyanın bir kopyasını oluşturun
command-rename = Kampanyayı yeniden adlandır
command-rename-tip = Açık kampanyaya başka bir ad verin
command-delete = Kampanyayı sil
command-delete-tip = Açık kampanyayı Son silinenler’e taşıyın; 30 gün orada kalır
command-search = Kampanya ara
command-search-tip = Kitaplıkta bir kampanya bulun
command-previous-campaign = Üstteki kampanya
command-previous-campaign-tip = Kitaplıkta üstteki kampanyayı açın
command-next-campaign = Alttaki kampanya
command-next-campaign-tip = Kitaplıkta alttaki kampanyayı açın
command-undo = Geri al
command-undo-tip = Son değişikliği geri alın
command-redo = Yinele
command-redo-tip = Geri alınan değişikliği yeniden yapın
command-go-audience = Hedef kitleye git
command-go-audience-tip = Kampanyayı kimin göreceğini belirleyin
command-go-message = Mesaja git
command-go-message-tip = Ne göreceklerini yazın
command-go-review = İncele ve yayınla adımına git
command-go-review-tip = Her şeyi denetleyin ve yayınlayın
command-next = Sonraki adım
command-next-tip = Sonraki adıma geçin
command-add-condition = Koşul ekle
command-add-condition-tip = Hedef kitlenin sonuna bir koşul ekleyin
command-add-group = Grup ekle
command-add-group-tip = Hedef kitlenin sonuna bir koşul grubu ekleyin
command-frame-desktop = Masaüstünde önizle
command-frame-desktop-tip = Açılır pencereyi 1280 × 800 sayfada gösterin
command-frame-tablet = Tablette önizle
command-frame-tablet-tip = Açılır pencereyi 768 × 1024 sayfada gösterin
command-frame-phone = Telefonda önizle
command-frame-phone-tip = Açılır pencereyi 390 × 844 sayfada gösterin
command-frame-all = Üçünde birden önizle
command-frame-all-tip = Yer varsa masaüstünü, tableti ve telefonu bir arada gösterin
command-turn-window = Önizlemeyi döndür
command-turn-window-tip = Cihazı öbür yöne çevirin: dik ya da yan
command-zoom-in = Yakınlaştır
command-zoom-in-tip = Önizlemeyi büyütün
command-zoom-out = Uzaklaştır
command-zoom-out-tip = Önizlemeyi küçültün
command-zoom-actual = %100 önizle
command-zoom-actual-tip = Sayfanın bir pikseli ekranın bir pikselidir
command-zoom-fit = Önizlemeyi sığdır
command-zoom-fit-tip = Sayfanın tamamını gösterin
command-popup-theme = Açık ya da koyu açılır pencere
command-popup-theme-tip = Açılır pencereyi diğer temadaki ziyaretçilerin gördüğü gibi gösterin
command-sidebar = Kitaplığı daralt ya da aç
command-sidebar-tip = Kitaplığı bütünüyle ya da simge çubuğu olarak gösterin
command-side-panel = Önizlemeyi göster ya da gizle
command-side-panel-tip = Önizlemeyi ve ziyaretçiyi gösterin ya da yerlerini düzenleyiciye bırakın
command-next-region = Pencerenin sonraki bölümü
command-next-region-tip = Klavyeyi ileri taşıyın: kitaplık, başlık, düzenleyici, önizleme, ziyaretçi
command-previous-region = Pencerenin önceki bölümü
command-previous-region-tip = Klavyeyi geri taşıyın: ziyaretçi, önizleme, düzenleyici, başlık, kitaplık
command-interface-larger = Arayüzü büyüt
command-interface-larger-tip = Penceredeki her şeyi büyütün
command-interface-smaller = Arayüzü küçült
command-interface-smaller-tip = Penceredeki her şeyi küçültün
command-interface-usual = Arayüz olağan boyutta
command-interface-usual-tip = Masaüstünün istediği büyüklükte
interface-zoomed = Arayüz: { $percent }
region-library = Kitaplık
region-header = Başlık
region-editor = Düzenleyici
region-preview = Önizleme
region-visitor = Ziyaretçi
shell-library-edge = Kitaplığın genişliği
shell-side-edge = Önizlemenin genişliği
shell-fields-edge = Alanların genişliği
shell-visitor-edge = Ziyaretçinin yüksekliği
shell-journey-edge = Yolculuğun yüksekliği
command-export-json = Kampanyayı JSON olarak dışa aktar
command-export-json-tip = Kampanyayı resimleriyle tek bir dosyaya yazın
command-export-selection = Seçili kampanyaları dışa aktar
command-export-selection-tip = Listede seçili kampanyaları resimleriyle tek bir dosyaya yazın
command-export-library = Tüm kitaplığı dışa aktar
command-export-library-tip = Başka bir bilgisayar ya da arşiv için bütün kampanyaları resimleriyle tek bir dosyaya yazın
command-export-html = Açılır pencereyi web sayfası olarak dışa aktar
command-export-html-tip = Açılır pencereyi her tarayıcıda açılan tek bir HTML dosyası olarak yazın
command-export-popup = Açılır pencereyi resim olarak dışa aktar
command-export-popup-tip = Arkasındaki sayfa olmadan, yalnızca açılır pencereyi PNG dosyası olarak yazın
command-export-jetlink = Jetlink için dışa aktar
command-export-jetlink-tip = Jetlink’in JavaScript SDK’sı için kod parçasını yazın
command-export-xliff = Metinleri çevirmenler için dışa aktar
command-export-xliff-tip = Yazılmakta olan dildeki metinleri çeviri programları için XLIFF olarak kaydet
command-export-table = Metinleri tablo olarak dışa aktar
command-export-table-tip = Bütün dillerdeki metinleri hesap tabloları için kaydet
command-export-png = Önizlemeyi resim olarak dışa aktar
command-export-png-tip = Önizlemeyi PNG dosyası olarak yazın
command-import = Kampanya içe aktar
command-import-tip = Kitaplığa bir kampanya dosyası getirin
command-theme-light = Açık tema
command-theme-light-tip = Uygulamayı açık renkli yapın
command-theme-dark = Koyu tema
command-theme-dark-tip = Uygulamayı koyu renkli yapın
command-theme-system = Masaüstünün temasını izle
command-theme-system-tip = Uygulama masaüstü gibi açık ya da koyu olsun
command-language = { NEXT_LANGUAGE() }
command-language-tip = Uygulamanın dilini değiştirin: { NEXT_LANGUAGE() }
command-language-words = dil türkçe ingilizce çeviri language
command-reduce-motion = Hareketi azalt
command-reduce-motion-tip = Yolculukları adım adım oynatın, hiçbir şey kaymasın; yeniden seçince hareket geri gelir
command-help = Yardım
command-help-tip = Her şeyin nasıl çalıştığını okuyun
command-help-words = belgeler kılavuz destek dokümantasyon
help-search = Yardımda ara
help-none = Bu sözcüklerin hepsini içeren bir konu yok.
help-language = Belgeler şimdilik yalnızca İngilizce.
command-copy-diagnostics = Tanılama bilgilerini kopyala
command-copy-diagnostics-tip = Bir sorun olduğunda göndermek üzere sürümleri, sayıları ve günlüğün sonunu kopyalayın. Kampanyalarınızın içeriği bunlarda yer almaz
command-copy-diagnostics-words = günlük rapor destek hata çökme sorun yardım log
command-quit = Çık
command-quit-tip = Pencereyi kapatın; her şey kaydedildi

## Steps of the editor
step-audience = Hedef kitle
step-message = Mesaj
step-review = İncele ve yayınla

## Window
close = Kapat
cancel = Vazgeç
next = İleri
unnamed = Adsız kampanya
undo-of = Geri al: { $name }
redo-of = Yinele: { $name }
trouble = { $error }. { $hint }
percent = %{ $value }
menu-app = Menü
nothing-open = Açık kampanya yok
nothing-open-help = Soldan birini seçin ya da yenisini başlatın.
copy-of = { $name } (kopya)
deleted = “{ $name }” silindi.
deleted-several = { $count } kampanya silindi.
reloaded = Başka bir program bu kampanyayı değiştirdi; şimdi onun sürümünü görüyorsunuz. Geri alırsanız sizinki geri gelir.
exported = { $path } dosyasına yazıldı.
exported-library = { $count } kampanya { $path } dosyasına yazıldı.
show-in-folder = Klasörde göster
no-file-manager = Dosya yöneticisi yanıt vermiyor. Dosya { $folder } klasöründe.
exported-without = Dışarıda kalan: { $what }.
imported = { $count ->
    [one] Bir kampanya içe aktarıldı.
   *[other] { $count } kampanya içe aktarıldı.
}
brought = { $count ->
    [one] “{ $name }” kitaplığınıza kopyalandı. Açtığınız dosya olduğu gibi kalır.
   *[other] { $count } kampanya kitaplığınıza kopyalandı. Açtığınız dosya olduğu gibi kalır.
}
save-not = Kaydedilmedi
save-done = Kaydedildi
save-running = Kaydediliyor…
save-again = Yeniden dene
save-failed = “{ $name }” kampanyasındaki değişiklikleriniz henüz kaydedilmedi.
edit-rename = Kampanyayı yeniden adlandırma
edit-picture = Resim seçme

## Library
library-search = { $count ->
    [0] Kampanyalarda ara
    [one] Bir kampanyada ara
   *[other] { $count } kampanyada ara
}
library-loading = Kampanyalarınız okunuyor…
library-empty = Henüz kampanya yok
library-none-match = Eşleşen kampanya yok
library-filter = Duruma göre süz
library-filtered = Duruma göre süz: { $status }
library-to-do = { $count } yapılacak
library-blockers = { $count } düzeltilecek
several-selected = { $count } kampanya seçili
several-none = Seçimi kaldır
several-duplicate = { $count } kampanyayı çoğalt
several-export = { $count } kampanyayı tek dosyaya aktar
several-pause = { $count } kampanyayı duraklat
several-resume = { $count } kampanyayı sürdür
several-delete = { $count } kampanyayı sil
sort-name = Ada göre sırala
sort-newest = Önce en yeniler
sort-priority = Önceliğe göre sırala
sort-status = Duruma göre sırala
library-priority = Öncelik { $priority }
library-narrowed = { $count } kampanyadan { $shown } tanesi gösteriliyor
library-show-all = Tümünü göster
library-more = { $name } için işlemler
status-draft = Taslak
status-unfinished = Tamamlanacak
status-live = Yayında
status-changed = Yayından beri değişti
status-failing = İlgi gerekiyor
status-broken = Okunamıyor
content-rich = Zengin kart
content-text = Metin
content-open-window = Sohbet penceresi

## What a new campaign begins with
new-campaign-name = Adsız kampanya
gallery-title = Yeni kampanya
gallery-help = Bir başlangıç seçin. İçindeki her şeyi sonra değiştirebilirsiniz.
gallery-start = Başla: { $name }
gallery-start-blank = Boş başla
gallery-blank = Boş
gallery-blank-help = Markanızın renklerinde boş bir kart; herkese gösterilir
gallery-import = İçe aktar…
gallery-import-help = Bir kampanya ya da paket. Buraya da bırakabilirsiniz
gallery-kind = Tür
gallery-all = Tümü
gallery-search = Başlangıçlarda ara
gallery-nothing = Eşleşen başlangıç yok. Esc aramayı bitirir.
gallery-shown-in = Gösterim
gallery-language = Kartların dili
gallery-theme = Kartların teması
gallery-recent = Son açılanlar
gallery-open = Aç: { $name }

## Preview
preview-name = Açılır pencerenin önizlemesi
inspector-whole = Açılır pencere
inspector-fold-all = Tüm bölümleri katla
inspector-unfold-all = Tüm bölümleri aç
preview-frame = Çerçeve
preview-size = Boyut
preview-scale-of = Nokta başına { $scale } pikselli ekran
preview-fit-popup = Pencereye sığdır
preview-as = { $visitor } olarak
preview-measures = Boyutlar ve aralıklar
preview-as-whom = Kimin gözünden
preview-as-nobody = bilgileri bilinmeyen ziyaretçi
preview-window-of = Tarayıcı penceresi, { $size }
preview-width = Genişlik
preview-height = Yükseklik
preview-side-wanted = { $least } ile { $most } arasında bir tam sayı yazın.
preview-no-room = Üç önizleme için yer yok. Pencereyi ya da sağ paneli genişletin.
preview-fit = Sayfaya sığdır
preview-none = Önizleme hazırlanıyor…
preview-arrives = Ziyaretçiler { $seconds } saniye bekler
canvas-detail = Ziyaretçi bilgisi
canvas-detail-of = { $part } içine ziyaretçi bilgisi ekle
canvas-part = { $part }: { $text }
canvas-empty = { $part }, boş
canvas-typing = { $part }, önizlemede
canvas-card-left = Kartın sol kenarı
canvas-card-right = Kartın sağ kenarı
detail-or = { $detail } ya da “{ $fallback }”
detail-key = Ziyaretçi bilgisi
detail-use = { $detail } bilgisini kullan
detail-fallback = Yedek metin
detail-fallback-help = Bu bilgisi bilinmeyen ziyaretçiler için.
detail-remove = Kaldır
detail-done = Tamam
placeholder-title = Başlık
placeholder-subtitle = Biraz daha anlatan bir satır
placeholder-button = Düğme
placeholder-reply = Yanıt
placeholder-text = Mesajınız
placeholder-user-say = Ziyaretçinin söylediği
placeholder-preview-reply = Botun yanıtı
frame-desktop = Masaüstü
frame-tablet = Tablet
frame-phone = Telefon
frame-all = Üçü birden

## Dialogs
new-name = Ad
new-name-hint = Bahar indirimi, geri gelen ziyaretçiler
rename-do = Yeniden adlandır
palette-search = Bir komut ya da kampanya adı yazın
palette-nothing = Eşleşen yok
palette-open = Kampanyayı aç
file-path = Dosya
file-folder = Klasör
file-browse = Seç…
file-named = { $name } adıyla kaydedilir.
file-ending = Uzantı biçimi belirler: burada { $ending } olmalı.
file-no-dialog = Bu masaüstünde dosya penceresi yok. Bunun yerine yolu yazın. Pencerenin gelmesi için xdg-desktop-portal’ı ve masaüstünüze uyan parçasını kurun, örneğin xdg-desktop-portal-gtk.
file-is-folder = Bu bir klasör: sonuna bir dosya adı ekleyin.
file-no-folder = Bu klasör yok: başka bir klasör seçin.
file-replaces = Bu adda bir dosya var ve değiştirilecek.
file-missing = Böyle bir dosya yok.
file-library-title = Başka bir kitaplık aç
file-library-help = Kampanyaların olduğu bir klasör. Yeni ya da boş bir klasöre örnekler konur.
file-library-kind = Klasörler
file-library-do = Aç
file-new-folder = Bu klasör, açtığınızda oluşturulur.
file-not-folder = Bu bir dosya: bir klasör adı yazın.
file-import-title = Kampanya içe aktar
file-import-help = Bir kampanya dosyası veya resimleriyle dışa aktarılmış bir paket; ya da açık kampanyanın çevirmenden gelen metinleri.
file-import-kind = Kampanyalar
file-import-do = İçe aktar
file-export-json-title = Kampanyayı JSON olarak dışa aktar
file-export-json-help = Başka bir kitaplık ya da sistem için, kampanyayı ve resimlerini taşıyan tek dosya.
file-export-json-kind = JSON
file-export-json-do = Dışa aktar
file-export-selection-title = Seçili kampanyaları dışa aktar
file-export-selection-help = Seçili kampanyaları ve resimlerini taşıyan tek dosya. Başka bir kitaplık hepsini İçe aktar ile alır.
file-export-selection-kind = JSON
file-export-selection-do = Dışa aktar
file-export-library-title = Tüm kitaplığı dışa aktar
file-export-library-help = Bütün kampanyaları ve resimlerini taşıyan tek dosya. Başka bir kitaplık hepsini İçe aktar ile alır.
file-export-library-kind = JSON
file-export-library-do = Dışa aktar
file-export-html-title = Web sayfası olarak dışa aktar
file-export-html-help = Açılır pencereyi her tarayıcıda önizlemedeki gibi gösteren tek bir HTML dosyası. Yazı tipleri ve resimler içinde.
file-export-html-kind = Web sayfası
file-export-html-do = Dışa aktar
file-export-popup-title = Açılır pencereyi dışa aktar
file-export-popup-help = Arkalarındaki sayfa olmadan, açılır pencere ve başlatıcının resmi.
file-export-popup-kind = PNG resmi
file-export-popup-do = Dışa aktar
file-export-jetlink-title = Jetlink için dışa aktar
file-export-jetlink-help = Sayfa için, Jetlink’in JavaScript SDK’sına bir kod parçası. Mesajı taşır, hedef kitleyi taşımaz.
file-export-jetlink-kind = JavaScript
file-export-jetlink-do = Dışa aktar
file-export-xliff-title = Metinleri çevirmenler için dışa aktar
file-export-xliff-help = Açık kampanyanın bir dildeki metinleri, XLIFF 2 olarak. Dosyayı İçe aktar ile geri alın.
file-export-xliff-kind = XLIFF
file-export-xliff-do = Dışa aktar
file-export-table-title = Metinleri tablo olarak dışa aktar
file-export-table-help = Açık kampanyanın bütün dillerdeki metinleri, her biri bir satırda. Dosyayı İçe aktar ile geri alın.
file-export-table-kind = CSV tablosu
file-export-table-do = Dışa aktar
file-export-png-title = Önizlemeyi dışa aktar
file-export-png-help = Önizlemenin çerçevesi ve temasıyla, açılır pencereli sayfanın resmi.
file-export-png-kind = PNG resmi
file-export-png-do = Dışa aktar
file-picture-title = Resim seç
file-picture-help = Her boyutta PNG, JPEG, WebP, GIF ya da BMP; kullanılacak bölümü siz seçersiniz.
file-picture-kind = Resimler
file-picture-do = Resmi kullan
conflict-title = Bu kampanya başka bir yerde değişti
conflict-changed = Siz düzenlerken başka bir program “{ $name }” dosyasını değiştirdi. İki sürüm de güvende. Farklar şunlar:
conflict-unreadable = Başka bir program “{ $name }” dosyasını değiştirdi ve dosya artık kampanya olarak okunamıyor. Sizin sürümünüz güvende.
conflict-deleted = Siz düzenlerken başka bir program “{ $name }” dosyasını sildi ya da taşıdı. Sizin sürümünüz güvende.
conflict-both = İkisini de sakla
conflict-both-detail = Öteki sürüm kalır; sizinki yanında bir kopya olur.
conflict-mine = Benimkini sakla
conflict-mine-detail = Dosya sizin sürümünüzü alır. Öteki, Son silinenler’e gider.
conflict-theirs = Öteki sürümü al
conflict-theirs-detail = Sizin sürümünüz Son silinenler’e gider; geri alarak da geri getirebilirsiniz.
stopped-title = Beckon beklenmedik şekilde kapandı
stopped-safe = Geçen sefer programdaki bir hata pencereyi kapattı. Kampanyalarınız güvende: dosyalarına henüz yazılmamış değişiklikler saklandı ve Beckon bunları geri getirmeyi önerir.
stopped-send = Hatanın giderilebilmesi için tanılama bilgilerini ya da raporu Beckon’ı geliştirenlere gönderin ve en son ne yaptığınızı yazın. İkisinde de kampanyalarınızın içeriği yer almaz.
stopped-show = Raporu göster
recovery-title = Kaydedilmemiş çalışma bulundu
recovery-help = Beckon bu kampanyalar kaydedilmeden kapandı. Son değişiklikleri saklandı.
recovery-unsaved = Kaydedilmemiş değişiklikleri var
recovery-do = Geri getir
recovery-forget = At

## What an export leaves out
loss-audience = hedef kitle
loss-activity = sayfadaki etkinlik
loss-repeat-cycle = yineleme aralığı
loss-message-delay = mesaj gecikmesi
loss-priority = öncelik
loss-link-action = düğmenin bağlantısı
loss-button-message = düğmenin mesajı
loss-user-say = kullanıcı ifadesi
loss-launcher-image = başlatıcı görseli
loss-look = görünümü
loss-tokens = eklenen özellikler
loss-image-alt = resmin alternatif metni
loss-picture-address = resmin adresi

preview-site = Önizlemedeki site
site-color = Marka rengi
site-color-of = Marka rengi { $color }
site-color-written = Marka renginin kodu
site-color-wrong = #4f46e5 gibi bir renk yazın
site-corner = Köşe
site-left = Sol
site-right = Sağ
site-page = Arkadaki sayfa
site-plain = Sade sayfa
site-screenshot = Kendi ekran görüntüm…
file-screenshot-title = Sitenizin ekran görüntüsünü seçin
file-screenshot-help = PNG, JPEG, WebP, GIF ya da BMP; çerçeve genişliğinde ve yalnızca önizlemede gösterilir.
file-screenshot-kind = Resimler
file-screenshot-do = Ekran görüntüsünü kullan

# Açılır pencerenin görünümü: değerleri ve alabilecekleri.
look-color = Düğme rengi
look-card = Kart rengi
look-text = Metin rengi
look-radius = Köşeler
look-font = Yazı tipi
look-font-inter = Inter
look-font-system = Cihazın kendisininki
look-text-size = Yazı boyutu
look-text-size-small = Küçük
look-text-size-regular = Normal
look-text-size-large = Büyük
look-align = Hizalama
look-align-start = Başa
look-align-center = Ortaya
look-picture = Resmin yeri
look-picture-top = Metnin üstünde
look-picture-side = Metnin yanında
look-picture-full = Metnin arkasında
look-picture-none = Resim yok
look-close = Kapatma düğmesi
look-close-inside = İçeride
look-close-outside = Dışarıda
look-close-none = Yok
look-position = Sayfadaki yeri
look-position-top-left = Sol üst
look-position-top-center = Orta üst
look-position-top-right = Sağ üst
look-position-center-left = Sol orta
look-position-center-center = Orta
look-position-center-right = Sağ orta
look-position-bottom-left = Sol alt
look-position-bottom-center = Orta alt
look-position-bottom-right = Sağ alt
look-offset = Kenarlara uzaklık
look-width = Genişlik
look-shadow = Gölge
look-motion = Giriş
look-motion-rise = Yükselme
look-motion-fade = Belirme
look-motion-slide = Kayma
look-motion-none = Yok
look-motion-ms = Süre
look-theme = Tema
look-theme-auto = Ziyaretçinin sistemindeki gibi
look-theme-light = Açık
look-theme-dark = Koyu
look-layer = Katman
look-theme-color = temanın kendi rengi
look-yes = evet
look-no = hayır
look-distances = { $side } ve { $upright }
look-pixels = { $number } px
look-milliseconds = { $number } ms
look-ratio = { $number } : 1

## Yayınlama
launch = Yayınla!
launch-changes = Değişiklikleri yayınla
launch-resume = Sürdür
launch-done = Yayınlandı
launch-on-its-way = Yayınlanıyor…
launch-waits = Bekliyor…
launch-choose = Seç…
launch-show = Göster
launch-card = Yayın
launch-public = Yayındaki kampanyanın kurallarını ve metinlerini herkes okuyabilir: her ziyaretçinin tarayıcısına giderler. Adı ve notlarınız sizde kalır.
launch-said-ready = Yayına hazır
launch-said-ready-detail = Tüm denetimler geçti. Yayın yeri: { $place }. Kampanyayı dilediğiniz zaman duraklatabilir ya da yayından kaldırabilirsiniz.
launch-said-first = Tüm denetimler geçti. Yayınla! onu bu bilgisayardaki deneme mağazasında hemen gösterir; kendi sitenizi dilediğiniz zaman bağlayın.
launch-said-stopped = { $count ->
   *[other] { $count } şey bu yayını durduruyor
}
launch-said-stopped-detail = Yayınlamadan önce bunları düzeltin. Gitmek için birini seçin.
launch-said-to-do = { $count ->
   *[other] Yapılacak { $count } şey kaldı
}
launch-said-to-do-detail = Aşağıda listeleniyorlar. Gitmek için birini seçin.
launch-said-live = { $instant } tarihinden beri yayında
launch-said-live-detail = Ziyaretçiler burada gördüğünüzü görüyor.
launch-said-changed = { $instant } tarihinden beri yayında, o zamandan beri değişti
launch-said-changed-detail = Ziyaretçiler hâlâ yayınlanmış olanı görüyor. Değişiklikler şuraya yayınlanır: { $place }. Önceki sürüm Sürümler’de kalır.
launch-said-paused = Duraklatıldı
launch-said-paused-detail = Ziyaretçiler görmüyor. Sürdür, burada gördüğünüzü şuraya yayınlar: { $place }.
launch-said-sending = Yolda…
launch-said-offline = Yeniden çevrimiçi olunca gönderilecek
launch-said-stuck = Henüz gönderilmedi: sizden bir şey gerekiyor
launch-said-conflict = { $place } üzerinde başka biri değiştirdi
launch-said-conflict-detail = Hiçbir şey kaybolmadı. İki sürümü karşılaştırın ve saklanacak olanı seçin.
launch-said-refused = { $place } kabul etmedi
counts-are-claims = ziyaretçilerin tarayıcılarının bildirdiği kadarıyla
counts-are-claims-help = Bu bildirimleri herkes gönderebilir. Sunucu, gösterimden çok tıklama gibi doğru olamayacak sayıları hesaba katmaz.
launch-waits-launch = Yayın bekliyor; bu bilgisayarda güvende.
launch-waits-pause = Duraklatma bekliyor; bu bilgisayarda güvende.
launch-waits-take-down = Yayından kaldırma bekliyor; bu bilgisayarda güvende.
launch-place = Yayın yeri
launch-place-none = bu bilgisayarda bir deneme mağazası
launch-place-choose = Bir bağlantı seçin
launch-goes-to = Yayın yeri: { $place }
launch-connections = Bağlantılar…
launch-demo = Deneme mağazasında dene
launch-open-demo = Deneme sayfasını aç
launch-snippet = Bunu sitenizin sayfalarına bir kez ekleyin
launch-copy = Kopyala
launch-impossible = Hiçbir şey yayınlanamıyor: saklanacak bir klasör yok
launch-stopped = { $count ->
   *[other] Yayınlanmadan önce { $count } şeyin düzeltilmesi gerekiyor
}
launch-nothing-new = Burada gördüğünüz gibi yayında: yayınlanacak bir şey yok
launch-choose-connection = Önce nereye yayınlanacağını seçin
launch-sent = “{ $name }” yayında.
launch-paused = “{ $name }” duraklatıldı.
launch-taken-down = “{ $name }” yayından kaldırıldı.
launch-refused = “{ $name }” kabul edilmedi. { $words }.
launch-conflict = “{ $name }” başka biri tarafından değiştirildi. Hiçbir şeyin üzerine yazılmadı.
launch-no-demo = Deneme mağazası çalışmıyor: önce bu bilgisayara yayınlayın
no-opengl = Bu bilgisayarda OpenGL yok; pencereyi işlemci çiziyor, bu daha yavaş olabilir. Debian ve Ubuntu’da OpenGL, libgl1-mesa-dri paketiyle gelir.
settings-language = Dil
settings-theme = Tema
settings-theme-light = Açık
settings-theme-dark = Koyu
settings-theme-system = Masaüstü gibi
settings-zoom = Boyut
settings-motion = Hareket
settings-renderer = Çizim
settings-renderer-automatic = Ekran kartı
settings-renderer-processor = İşlemci
settings-renderer-help = Bir sonraki başlatmada geçerli olur.
settings-renderer-now = Bir sonraki başlatmada geçerli olur. Şimdi: { $now }.
settings-library = Kitaplık
settings-recent = Son kitaplıklar
settings-log = Günlük
settings-no-log = Günlük tutulmuyor.
copied = Kopyalandı
diagnostics-copied = Tanılama bilgileri kopyalandı. Beckon’ı geliştirenlere yazacağınız iletiye yapıştırın.
difference-title = Ziyaretçiler için ne değişiyor
difference-live = Şimdi yayında
difference-draft = Taslağınız
difference-rule-live = Şimdi yayında olan, kısaca
difference-rule-draft = Taslağınız, kısaca

## Bağlantılar
connections-title = Bağlantılar
connections-help = Bu kitaplığın kampanyaları buraya gider. Seçilen bağlantıyı bu kitaplığın her kampanyası kullanır.
connections-done = Tamam
connection-add = Bağlantı ekle
connection-new = Yeni bağlantı
connection-edit = Bağlantıyı düzenle
connection-edit-of = { $name } bağlantısını düzenle
connection-remove = { $name } bağlantısını kaldır
connection-remove-title = “{ $name }” kaldırılsın mı?
connection-remove-help = Orada yayında olan yayında kalır. Gönderilmeyi bekleyenlerden vazgeçilir ve anahtarı unutulur.
connection-remove-do = Kaldır
connection-local = Bu bilgisayar
connection-name = Bağlantı adı
connection-name-hint = Mağazamız
connection-url = Adres
connection-url-help = Yöneticisinin size verdiği sunucu adresi
connection-url-wrong = https://campaigns.example.com gibi bir adres yazın
connection-unencrypted = https olmadan kampanyalar ve anahtar şifrelenmeden gider: yoldaki herkes okuyabilir.
connection-token = Anahtar
connection-token-help = Sisteminizin anahtarlığında, yoksa yalnızca sizin okuyabileceğiniz bir dosyada saklanır.
connection-token-keep = Şimdikini saklamak için boş bırakın.
connection-token-wrong = Bu bir anahtar değil: anahtarda boşluk ya da satır sonu olmaz.
connection-kept-keyring = Anahtar sisteminizin anahtarlığında.
connection-kept-file = Anahtarlık yanıt vermedi; anahtar Beckon’ın kendi klasöründe, yalnızca sizin okuyabileceğiniz bir dosyada saklanıyor.
connection-save = Kaydet
connection-try = Bağlantıyı dene
connection-trying = Deneniyor…
try-fine = { $count ->
    [0] Çalışıyor. Orada henüz kampanya yok.
   *[other] Çalışıyor. Orada { $count } kampanya var.
}
try-unprepared = Güvenli bir bağlantı hazırlanamıyor: adresi denetleyin.
try-unreachable = Orada yanıt veren yok. Adresi ve internet bağlantınızı denetleyin.
try-untrusted = Bağlantı güvenli değil: oradaki sertifikaya güvenilmiyor. Adresi denetleyin.
try-broken = Bağlantı koptu. Yeniden deneyin.
try-slow = Zamanında yanıt vermedi. Daha sonra yeniden deneyin.
try-clock = Bu bilgisayarın tarihi yanlış, bu yüzden güvenli bağlantı kurulamıyor. Tarihini ve saatini ayarlayın.
try-token = Yanıt veriyor ama anahtarı kabul etmiyor. Yenisini isteyip buraya yapıştırın.
try-moved = Bu adres başka bir yere yönlendiriyor. Yenisini isteyin.
try-not-beckon = Bir şey yanıt veriyor ama bir Beckon sunucusu değil. Adresi denetleyin.
try-busy = Şu an çok meşgul. Bir dakika sonra yeniden deneyin.
try-status = Bir hatayla yanıt veriyor ({ $status }). Yöneticisine sorun.
line-online = bağlı
line-unknown = henüz denetlenmedi
line-offline = çevrimdışı
line-stopped = sizi bekliyor
place-none = Henüz bağlı değil
place-none-detail = Yayınlayınca deneme mağazası açılır
place-waiting = { $count ->
    [0] bekleyen yok
   *[other] { $count } bekliyor
}
confirm-take-down = “{ $name }” yayından kaldırılsın mı?
confirm-take-down-help = Ziyaretçiler artık görmez ve { $place } onu sayılarıyla birlikte siler. Taslak burada kalır; yeniden yayınlayabilirsiniz. Duraklatılan kampanya sayılarını korur.
confirm-take-down-do = Yayından kaldır
confirm-delete = “{ $name }” silinsin mi?
confirm-delete-help = Kampanya { $place } üzerinde yayınlandı. Taslağı olmadan buradan artık değiştirilemez.
confirm-delete-several = { $count } kampanya silinsin mi?
confirm-delete-several-help = Bunlardan { $count } tanesi { $place } üzerinde yayınlandı. Taslakları olmadan buradan artık değiştirilemezler.
confirm-delete-both = Sil ve yayından kaldır
confirm-delete-here = Yalnızca burada sil
clash-title = Bu kampanyayı başka biri değiştirdi
clash-changed = “{ $name }”, son yayınınızdan sonra { $place } üzerinde değiştirilmiş. Hiçbir şey kaybolmadı. Hangi sürümü saklamak istiyorsunuz?
clash-gone = “{ $name }”, { $place } üzerinde yayından kaldırılmış. Hiçbir şey gönderilmedi. Ne yapmak istiyorsunuz?
clash-same = İki sürüm de ziyaretçilere aynı görünür.
clash-theirs-head = Onlarınki
clash-mine-head = Sizinki
clash-keep-mine = Benimkini sakla
clash-keep-mine-detail = Sizinki siteye gider. Onlarınki kitaplığınızda ayrı bir kampanya olur.
clash-launch-again = Yeniden yayınla
clash-launch-again-detail = Sizinki siteye yeni bir kampanya olarak gider.
clash-pause = Yine de duraklat
clash-take-down = Yine de yayından kaldır
clash-take-theirs = Onlarınkini al
clash-take-theirs-detail = Taslağınız onlarınki olur; Geri al sizinkini getirir.
clash-leave = Kaldırılmış bırak
clash-leave-detail = Taslağınız olduğu gibi kalır.
clash-later = Sonra karar ver
clash-copy-name = { $name } ({ $place } sürümü)
clash-copied = Onların sürümü kitaplığınızda: “{ $name }”.
clash-taken = Taslağınız artık onların sürümü. Geri al sizinkini getirir.
edit-take-theirs = Onların sürümünü alma
library-shown = { $count } gösterim
status-waiting = Bekliyor
status-paused = Duraklatıldı
status-refused = Kabul edilmedi
status-conflict = İki sürüm
command-launch = Kampanyayı yayınla
command-launch-tip = Açık kampanyayı ziyaretçilere gösterin
command-pause = Duraklat
command-pause-tip = Kampanyayı şimdilik siteden uzak tutun
command-resume = Sürdür
command-resume-tip = Kampanyayı yeniden siteye koyun
command-take-down = Yayından kaldır
command-take-down-tip = Kampanyayı siteden kaldırın; taslak kalır
command-retry-now = Şimdi gönder
command-retry-now-tip = Bekleyenleri hemen gönderin
command-resolve-conflict = Sürümleri karşılaştır
command-resolve-conflict-tip = Kampanyanın iki sürümüne de bakıp birini seçin
command-open-demo = Deneme sayfasını aç
command-open-demo-tip = Kampanyayı tarayıcınızda deneme mağazasında deneyin
command-open-library = Başka bir kitaplık aç
command-open-library-tip = Bu pencerede başka bir klasörün kampanyalarını gösterin
command-open-library-words = klasör değiştir son
command-settings = Ayarlar
command-settings-tip = Dil, tema, kitaplıklar ve günlüğün yeri
command-settings-words = tercihler seçenekler son kitaplıklar
command-publish-site = Sitenizi yayınla
command-publish-site-tip = Ad, adresler ve görünüm tüm kampanyalar için yayınlanır
command-connections = Bağlantılar
command-connections-tip = Kampanyaların nereye yayınlanacağını seçin

# Questions about who sees it
command-find-visitor = Bunu gören bir ziyaretçi göster
command-find-visitor-tip = Bu kampanyayı görecek en yakın ziyaretçiyi simüle edin
command-nearest-change = Ne değişmeli?
command-nearest-change-tip = Simüle edilen ziyaretçinin bu kampanyayı görmesi için nelerin değişmesi gerektiğine bakın
command-visitor-before = Önceki ziyaretçiye dön
command-visitor-before-tip = Değerler doldurulmadan önceki ziyaretçiye dönün
advice-find = Bunu gören bir ziyaretçi göster
advice-searching = Ziyaretçi aranıyor…
advice-change = Ne değişmeli?
advice-and = ve { $change }
advice-would-see = Bu ziyaretçi bunu görürdü
advice-make = Bu değişiklikleri yap
advice-back = Önceki ziyaretçiye dön
advice-changed = Değişti: { $changes }
advice-moved = Saat, görebileceği ana alındı: { $instant }.
advice-first-place = İlk koşulu göster
advice-sees-already = Bu ziyaretçi bunu zaten görüyor.
advice-none-before = Henüz bir ziyaretçi doldurulmadı.
advice-yes = evet
advice-no = hayır
advice-missing = bilinmiyor
editor-conflict = İşaretli diğer koşullarla çelişiyor.
editor-conflict-alone = Bunu kimse karşılayamaz.

## The journey
journey = Yolculuk
journey-switch = Önizlemenin altında
journey-own = Kendi yolculuğunuz
journey-menu = Yolculuk hakkında daha fazlası
journey-first-visit = İlk ziyaret
journey-first-visit-help = Burada yeni: sayfayı açar, göz gezdirir
journey-returns-tomorrow = Yarın geri gelir
journey-returns-tomorrow-help = Gösterileni kapatır, bir gün sonra döner
journey-reads-to-end = Sonuna kadar okur
journey-reads-to-end-help = Sayfayı adım adım sonuna kadar kaydırır
journey-about-to-leave = Ayrılmak üzere
journey-about-to-leave-help = Biraz okur, sonra ayrılır: imleçle ya da dokunmatik cihazda parmakla
journey-back-on-phone = Telefonla geri gelir
journey-back-on-phone-help = Her tarayıcının belleği ayrıdır: orada yeni
journey-play = Oynat
journey-pause = Yolculuğu duraklat
journey-speed = Hız
journey-speed-of = { $speed }×
journey-add = Adım
journey-undo = Yolculuktaki değişikliği geri al
journey-redo = Yolculuktaki değişikliği yinele
journey-scope = Hangi kampanyalar yarışıyor
journey-scope-all = Yayındaki ve taslak tüm kampanyalar
journey-scope-live = Yayındakiler ve bu kampanya
journey-scope-alone = Yalnızca bu kampanya
journey-kind-open = Sayfa aç
journey-kind-wait = Bekle
journey-kind-scroll = Kaydır
journey-kind-leave = Çıkışa yönel
journey-kind-leave-touch = Ayrılmak için yukarı kaydır
journey-kind-click = Açılır pencereye tıkla
journey-kind-close = Açık olanı kapat
journey-kind-chat = Konuşma yap
journey-kind-input = İmleci oynat veya yaz
journey-kind-identify = Özellik bildir
journey-kind-track = Olay bildir
journey-kind-press = Sayfada bir ögeye tıkla
journey-kind-away = Başka sekmeye geç
journey-kind-back = Sekmeye dön
journey-kind-cover = Sayfayı iletişim kutusuyla kapla
journey-kind-uncover = İletişim kutusunu kapat
journey-kind-tomorrow = Yarın geri gel
journey-kind-return = Geri gel
journey-does-open = { $page } açılır
journey-does-return = { $page } sayfasına geri gelir
journey-does-scroll = %{ $ratio } kaydırır
journey-does-leave = çıkışa yönelir
journey-does-leave-touch = ayrılmak için hızla yukarı kaydırır
journey-does-click = açılır pencereye tıklar
journey-does-click-reply = { $number }. yanıta tıklar
journey-click-what = Neye
journey-click-message = Mesaja
journey-does-close = açık olanı kapatır
journey-does-chat = konuşma yapar
journey-does-input = imleci oynatır veya yazar
journey-does-identify = site bildirir: { $attributes }
journey-does-track = site { $event } olayını bildiriyor
journey-does-press = { $element } ögesine tıklıyor
journey-does-away = başka sekmeye geçer
journey-does-back = sekmeye döner
journey-does-cover = sayfayı bir iletişim kutusu kaplar
journey-does-uncover = iletişim kutusu kapanır
journey-does-wait = bekler
journey-does-end = Yolculuk biter
journey-step-name = { $number }. adım, { $time }: { $does }
journey-step-place = { $number } / { $count }
journey-step-add = Adım ekleme
journey-step-edit = Adım değişikliği
journey-step-move = Adım taşıma
journey-step-remove = Adımı kaldır
journey-step-preset = Başka bir yolculuğa başlama
journey-step-open = Yolculuk açma
journey-step-earlier = Bir adım öne al
journey-step-later = Bir adım sona al
journey-scroll-to = Nereye kadar
journey-page = Sayfa
journey-came-directly = doğrudan
journey-came-from-help = Buraya getiren başka bir sitenin sayfası. Bu sayfa bir oturumu başlatıyorsa sayılır: ilk sayfa ya da yarım saat sonraki ilk sayfa.
journey-pages = Kampanyalarda geçen sayfalar
journey-after-step = Önceki adımdan sonra
journey-after-start = Başlangıçtan sonra
journey-after-wait = Süre
journey-seconds = { $count } sn
journey-minutes = { $count } dk
journey-hours = { $count } sa
journey-days = { $count ->
    [one] { $count } gün
   *[other] { $count } gün
}
journey-day = { $number }. gün
journey-playhead = Oynatma çizgisi
journey-starts-as = Ziyaretçi: { $who } · { $instant }
journey-starts-as-help = Ziyaretçiyi ve zamanı Ziyaretçi bölümünde değiştirin
journey-chat = Sohbet
journey-bar-popup = { $name }: { $from } ile { $to } arasında ekranda
journey-bar-chat = Sohbet { $from } ile { $to } arasında açık
journey-nothing-shown = Bu yolculukta hiçbir şey gösterilmiyor
journey-no-page = Henüz açık bir sayfa yok.
journey-on-page = { $page } · { $views }. görüntüleme · %{ $ratio } kaydırıldı
journey-leaving = ayrılmak üzere
journey-as-if-live = Buradaki her kampanya yayındaymış gibi. { $live }
journey-chat-open = sohbet açık
journey-is-away = başka sekmede
journey-is-covered = sayfanın üstü kaplı
journey-open-campaign = Bu kampanyayı aç
journey-more = { $count } tane daha
journey-left-out = { $count ->
    [one] Bir taslak katılmıyor: bu hâliyle yayınlanamaz.
   *[other] { $count } taslak katılmıyor: bu hâlleriyle yayınlanamazlar.
}
journey-replaced = Yolculuğunuzun yerini başka bir yolculuk aldı.
journey-saved = Yolculuk kaydedildi: { $path }
journey-changed-elsewhere = Bu yolculuğun dosyasını başka bir program değiştirdi. Sizinkinin nereye gideceğini seçin.
command-journey = Ziyaretçi ya da yolculuk
command-journey-tip = Önizlemenin altında ziyaretçi ile yolculuk arasında geçin
command-open-journey = Yolculuk aç…
command-open-journey-tip = Bir yolculuk dosyasındaki adımları oynatın
command-save-journey = Yolculuğu kaydet
command-save-journey-tip = Adımları beckon simulate komutunun okuduğu bir dosyaya yazın
command-save-journey-as = Yolculuğu farklı kaydet…
command-save-journey-as-tip = Adımları başka bir dosyaya yazın
file-open-journey-title = Yolculuk aç
file-open-journey-help = Burada kaydedilmiş ya da elle yazılmış adımlar; kimin attığı da birlikte gelir.
file-open-journey-kind = Yolculuklar
file-open-journey-do = Aç
file-save-journey-title = Yolculuğu kaydet
file-save-journey-help = Adımlar ve kimin attığı; başka bir gün ya da beckon simulate için.
file-save-journey-kind = Yolculuklar
file-save-journey-do = Kaydet

## Reach

reach-no-column = { $field } için sütun yok: herkes ilk kez gelen bir ziyaretçi sayılır ({ $value }).
reach-no-attribute = { $field } “{ $key }” için sütun yok: kimsede yok sayılır.
reach-no-count-of = { $field } “{ $key }” için sütun yok: herkeste 0 sayılır.
reach-no-first-seen = İlk gösterim için sütun yok: herkes kampanyayı ilk kez bugün görüyor sayılır.
reach-no-exit = Ayrılmak üzere için sütun yok: kimse ayrılıyor sayılmaz.
reach-no-instant = Ziyaretçinin ne zaman geldiğini söyleyen sütun yok: bugün sayılır.
reach-today = Bugünün tarihi { $zone } saat diliminde { $date } sayılır.
reach-activity-left-out = Sayfada olanlar (kaydırma, ayrılma, tıklama, süre, hareketsizlik), hepsinin sütunu olmadığı için denetlenmiyor: yalnızca diğer koşullar sayılıyor.
reach-timetable-left-out = Yayın tarihlerine ve saatlere bakılmaz: koşulları sağlayanlar bunların dışında gelebilir.
reach-cycle-left-out = Yineleme aralığına bakılmaz: koşulları sağlayanların yine de beklemesi gerekebilir.

# How many visitors an audience is
command-reach = Bu kaç ziyaretçi eder?
command-reach-tip = Bu hedef kitleyi bir ziyaretçi günlüğünde sayın veya veri ambarınız için SQL olarak kopyalayın
file-log-title = Ziyaretçi günlüğü seçin
file-log-kind = Ziyaretçi günlükleri
reach-dialog-title = Bu kaç ziyaretçi eder?
reach-dialog-help = Ziyaretçilerinizi bir günlükte, bu bilgisayarda sayın; ya da aşağıdaki SQL ile veri ambarınıza sorun.
reach-dialog-log = Ziyaretçi günlüğü
reach-dialog-kinds = Başlık satırlı CSV veya her satırında bir nesne olan JSON; her ziyaretçi için bir satır
reach-dialog-read = Yükle
reach-dialog-reading = Yükleniyor…
reach-dialog-columns-found = { $count ->
    [one] Bir sütun
   *[other] { $count } sütun
}
reach-dialog-first-rows = İlk satırlar
reach-dialog-columns = Her sütunda ne var
reach-dialog-no-column = günlükte yok
reach-dialog-search-columns = Sütunlarda ara
reach-dialog-no-column-found = Bu adda bir sütun yok. Adının bir parçasını deneyin.
reach-dialog-column-of = { $field } sütunu
reach-dialog-attribute = { $field } “{ $key }”
reach-dialog-instant = Ziyaret anı
reach-dialog-count = Ziyaretçileri say
reach-dialog-close = Kapat
reach-dialog-counting = Sayılıyor…
reach-dialog-rows-so-far = Şu ana kadar { $rows } satır
reach-dialog-stop = Durdur
reach-dialog-of = { $rows } ziyaretçi içinde bu hedef kitleye girenler · { $share }
reach-dialog-unreadable = Okunamayan ve dışarıda bırakılan satırlar: { $count }
reach-fault-width = { $found } değer var, başlık { $wanted } sütun adı veriyor
reach-fault-object = JSON nesnesi değil
reach-fault-text = { $column } UTF-8 metin değil
reach-fault-count = { $column } tam sayı değil: { $value }
reach-fault-instant = { $column } bir zaman değil: { $value }
reach-fault-number = { $column } sayı değil: { $value }
reach-fault-flag = { $column } ne evet ne hayır: { $value }
reach-fault-nested = { $column } düz metin değil
reach-dialog-unreadable-line = { $line }. satır: { $fault }
reach-dialog-sql = Aynı hedef kitle SQL olarak
reach-dialog-sql-help = Kendi ziyaretçi tablonuz üzerindeki bir SELECT ifadesinin sonuna ekleyin.
reach-dialog-warehouse = Veri ambarı
reach-dialog-copy = SQL’i kopyala

## Testler
tests = Testler
tests-empty = Bir ziyaretçinin sonucunun altında “Test olarak sakla”yı seçin; Beckon bunu her değişiklikten sonra yeniden denetler.
tests-passing = { $count } testten { $passing } tanesi başarılı
header-tests-pass = { $count ->
    [one] { $count } test geçiyor
   *[other] { $count } test geçiyor
}
header-tests-fail = { $count ->
    [one] { $count } test başarısız
   *[other] { $count } test başarısız
}
tests-name = { $number }. testin adı
tests-expected = { $number }. testin ziyaretçisi
tests-shown = görmeli
tests-not-shown = görmemeli
tests-passes = Başarılı
tests-fails = Başarısız
tests-unreadable = Çalıştırılamıyor
tests-waived = Yok sayılıyor: yayını durdurmaz
tests-waive = Yok say
tests-waive-name = { $number }. testi yok say
tests-waive-tip = Bu test başarısız olsa da yayınlayın
tests-count-again = Dikkate al
tests-count-again-name = { $number }. testi yeniden dikkate al
tests-count-again-tip = Bu test başarısız olursa yayını yeniden durdursun
tests-show = Bu ziyaretçiyi göster
tests-show-name = { $number }. testin ziyaretçisini göster
tests-remove-name = { $number }. testi kaldır
tests-keep = Test olarak sakla
tests-keep-tip = Her değişiklikten sonra bu ziyaretçinin aynı sonucu alıp almadığı denetlensin
tests-kept = Test olarak saklandı
tests-kept-said = “{ $name }” artık bir test.
tests-named = { $who }, { $page }
tests-named-home = { $who }, ana sayfa
tests-view = { $number }. sayfa görüntüleme
library-tests-fail = { $count ->
    [one] 1 test başarısız
   *[other] { $count } test başarısız
}
editor-step-keep-test = Test olarak saklama
editor-step-remove-test = Testi kaldırma
editor-step-test-name = Testin adını değiştirme
editor-step-expect = Testin beklediğini değiştirme
editor-step-waive = Testi yok sayma veya dikkate alma

## Tüm kitaplığın denetimi
checks = Denetimler
checks-back = Düzenlemeye dön
checks-close = Geri
checks-working = Denetleniyor…
checks-search = Denetimlerde ara
checks-show-all = Tümünü göster
checks-none-match = Bu türden bir şey yok
checks-nothing = Düzeltilecek bir şey yok
checks-nothing-detail = { $count ->
    [0] Henüz kampanya yok.
    [one] Kampanya yayınlanabilir.
   *[other] { $count } kampanyanın hepsi yayınlanabilir ve hiçbiri bir başkasının önünü kesmiyor.
}
checks-launch = Yayını durduranlar
checks-launch-help = Bunlar düzeltilmeden kampanyaları yayınlanamaz.
checks-together = Çelişkiler
checks-together-help = Birbirini dışlayan veya diğerlerinin yanında hiçbir şeyi değiştirmeyen koşullar.
checks-tests = Başarısız testler
checks-tests-help = Bu testler artık başarılı değil.
checks-never = Hiç öne geçemeyenler
checks-never-help = Bunlardan önce her zaman başka bir kampanya gösterilir.
checks-to-do = Yapılacaklar
checks-to-do-help = Bu taslakların yayınlanabilmesi için gerekenler. O zamana kadar başka kampanyalarla yarışmazlar.
checks-meets = Önce hangisi gösterilir
checks-meets-help = Bir ziyaretçi ikisine de uyduğunda, ikisi de yayındaysa önce bu gösterilir.
checks-look = Göz atmaya değer
checks-look-help = Bunların hiçbiri yayını durdurmaz.
checks-unsure = { $count ->
    [one] 1 çift için belirlenemedi.
   *[other] { $count } çift için belirlenemedi.
}
checks-unlisted = { $count ->
    [one] 1 çift daha var; listede değil.
   *[other] { $count } çift daha var; listede değiller.
}
checks-too-many = Hangilerinin yarıştığını söyleyemeyecek kadar çok kampanya var.
checks-before = Şundan önce gösterilir: “{ $name }”.
checks-meet-short = Ziyaretçiyi göster
checks-meet = İkisiyle de karşılaşan ziyaretçiyi göster
checks-meet-name = Ziyaretçiyi göster: { $name }
calendar = Takvim
calendar-scale = Gösterilen süre
calendar-weeks = Haftalar
calendar-months = Aylar
calendar-earlier = Daha erken
calendar-later = Daha geç
calendar-today = Bugün
calendar-reading = Kampanyalar okunuyor…
calendar-empty = Henüz yayınlanabilecek bir kampanya yok. Hazır olan kampanyalar, açık oldukları günlerle burada görünür.
calendar-gaps = Kampanyasız günler
calendar-clashes = Karşılaşan kampanyalar
calendar-priority = Öncelik { $priority }
calendar-not-open = Bu günlerde açık değil
calendar-always = Her zaman açık
calendar-unlisted = { $count ->
    [one] Bir çift kampanya daha karşılaşıyor.
   *[other] { $count } çift kampanya daha karşılaşıyor.
}
calendar-unready = { $count ->
    [one] Bir kampanya henüz yayınlanamaz, burada yer almıyor.
   *[other] { $count } kampanya henüz yayınlanamaz, burada yer almıyor.
}
calendar-gap = Açık kampanya yok: { $when }.
calendar-clash = “{ $first }” ve “{ $other }” aynı ziyaretçiyle karşılaşabilir ({ $when }); önce “{ $first }” gösterilir.
calendar-clash-unsure = “{ $first }” ve “{ $other }” aynı anda açık ({ $when }); aynı ziyaretçiyle karşılaşıp karşılaşmadıkları bilinmiyor.
calendar-on = { $day }
calendar-from-to = { $first } – { $last }
library-checks = { $count ->
    [0] Denetimler: düzeltilecek bir şey yok
    [one] Denetimler: düzeltilecek 1 şey
   *[other] Denetimler: düzeltilecek { $count } şey
}
command-site = Siteniz
command-site-tip = Sitenizin adı, adresleri ve görünümü, tüm kampanyalar için; yeniden seçince düzenlemeye dönülür
command-audiences = Kayıtlı hedef kitleler
command-audiences-tip = Birden fazla kampanyanın kullandığı hedef kitleleri ve kullananları gösterir ya da düzenleyiciye döner.
palette-brand = Marka ve renkler
palette-brand-words = marka renk görünüm yazı tipi köşe düğme kart tema brand
library-site = Siteniz: { $name }
site-unreadable = Site belgesi okunamıyor
site-new = Bu kitaplığın henüz bir site belgesi yok. Buradaki ilk değişiklik onu oluşturur: kampanyalarınızın yanındaki site.json dosyası.
site-publish = Yayınla
site-published = Yayında
site-on-its-way = Yayınlanıyor…
site-see-changes = Değişiklikleri gör
site-pill-unpublished = Henüz yayınlanmadı
site-pill-changed = { $count ->
   *[other] { $count } değişiklik henüz yayında değil
}
site-pill-blocked = { $count ->
   *[other] Önce düzeltilecek { $count } şey var
}
site-pill-waiting = Yolda
site-pill-offline = Bağlantı bekleniyor
site-pill-stopped = Henüz gönderilmedi
site-pill-refused = Kabul edilmedi
site-pill-conflict = Başkası değiştirdi
site-pill-changed-there = Başkası değiştirdi
site-pill-live = Yayında
site-changed-there-detail = Yayınla’ya bastığınızda iki sürümden hangisinin kalacağı sorulur.
site-changes-title = Yayınlayınca neler değişir
site-changes-where = Bunlar şuraya gider: { $place }. Oradaki tüm kampanyalar için hemen geçerli olur.
site-changes-live = Şimdi yayında
site-changes-before = Yayınlamadan önce
site-changes-draft = Burada
site-change-name = Sitenin adı
site-change-added = Eklenen adres
site-change-removed = Kaldırılan adres
site-clash-title = Siteyi başka biri değiştirdi
site-clash-changed = Ad, adresler ya da görünüm { $place } üzerinde başka biri tarafından değiştirildi. Hiçbir şey kaybolmadı. Hangi sürüm kalsın?
site-clash-mine-detail = Sizinki siteye gider. Daha yeni bir Beckon’ın orada ayrıca sakladıkları kalır.
site-clash-theirs-detail = Bu sayfa onlarınki olur; Geri al sizinkini getirir.
site-clash-taken = Siteniz artık onların sürümü. Geri al sizinkini getirir.
site-step-theirs = Sitenin onlardaki sürümünü al
site-live-said = Siteniz burada gördüğünüz hâliyle yayında.
site-nothing-new = Siteniz burada gördüğünüz hâliyle yayında: yayınlanacak bir şey yok
site-stopped = { $count ->
   *[other] Siteniz yayınlanmadı: önce { $count } şeyi düzeltin
}
site-refused-said = Siteniz kabul edilmedi. { $words }.
site-conflict-said = Sitenizi başka biri değiştirdi. Hiçbir şeyin üzerine yazılmadı.
launch-site-unpublished = Sitenizin adı, adresleri ve görünümü henüz yayında değil. Kampanyayı yayınlamak bunları göndermez.
launch-site-changed = { $count ->
   *[other] Sitenizdeki { $count } değişiklik henüz yayında değil. Kampanyayı yayınlamak bunları göndermez.
}
launch-site-show = Siteniz…
site-name = Sitenin adı
site-name-help = Siteye verdiğiniz ad. Ziyaretçiler onu görmez.
site-where = Nerede çalışır
site-where-only = Başka hiçbir yerde
site-where-any = Her yerde
site-everywhere = Adres yoksa kampanyalar, Beckon’ın eklendiği her sayfada gösterilir.
site-address = { $number }. adres
site-address-add = Adres ekle
site-address-remove = { $number }. adresi kaldır
site-address-hint = https://www.example.com veya https://www.example.com/shop gibi yazın.
site-address-whole = { $address } sitesinin her sayfası; başka hiçbir sitenin sayfası değil.
site-address-part = { $address } sayfası ve altındaki her sayfa.
site-address-use = { $address } adresini kullan
site-step-name = Siteyi adlandır
site-rests = Ziyaretçi başına sınır
site-rests-empty = Yok. Sınır koyarsanız (gösterim sıklığı sınırı), o kadar pencere gören bir ziyaretçi için kampanyalar bekler.
site-rest-numbered = { $number }. sınır
site-rest-at-most = En fazla
site-rest-count = pencere
site-rest-popups = pencere;
site-rest-time = süre
site-rest-session = oturumda
site-rest-minutes = dakikada
site-rest-hours = saatte
site-rest-days = günde
site-rest-add = Sınır ekle
site-rest-remove = { $number }. sınırı kaldır
site-rest-except = Şunlar için geçerli değil
site-rest-unknown = burada olmayan bir kampanya ({ $id })
site-rest-include = { $name } için de geçerli olsun
site-rest-exception = İstisna ekle
site-rest-exception-numbered = { $number }. sınırdan istisna
site-step-rests = ziyaretçi başına sınır
site-hours = Birinin yanıt verdiği saatler
site-hours-empty = Her zaman. Saat eklerseniz kampanyalar biri yanıt verene kadar bekleyebilir.
site-step-hours = Yanıt saatlerini değiştir
site-step-addresses = Adresleri değiştir
command-checks = Tüm kitaplığı denetle
command-checks-tip = Yayını durduranları, başarısız testleri, çelişenleri ve yarışanları görün; yeniden seçince düzenlemeye dönülür
command-calendar = Takvim
command-calendar-tip = Tüm kampanyaları bir takvimde, kampanyasız günler ve karşılaşanlarla birlikte görün; yeniden seçince düzenlemeye dönülür

## The contact sheet
command-sheet = Toplu görünüm
command-sheet-tip = Açılır pencereyi her cihazda, açık ve koyu, her metinle görün; yeniden seçince düzenlemeye dönülür
sheet = Toplu görünüm
sheet-back = Düzenlemeye dön
sheet-filters = Filtreler
sheet-devices = Cihaz
sheet-small-phone = Küçük telefon
sheet-themes = Tema
sheet-texts = Metinler
sheet-as-written = Yazıldığı gibi
sheet-longest = En uzun metinler
sheet-no-details = Eksik ziyaretçi bilgileri
sheet-no-picture = Görselsiz
sheet-right-to-left = Sağdan sola
sheet-zoomed = İki kat büyük metin
sheet-count = { $all } görüntünün { $shown } tanesi
sheet-need = { $count } görüntüye bakın
sheet-empty = Mesajda henüz metin yok
sheet-write = Mesajı yaz
sheet-nothing = Filtrelere uyan görüntü yok
sheet-all = Tüm görüntüleri göster
sheet-broken = Bu görüntü çizilemedi.
sheet-drawing = Çiziliyor…
sheet-findings = Bakılması gerekenler
sheet-fine = Kesilen bir şey yok, tüm metinler okunuyor
sheet-verdict = { $all } görüntünün { $count } tanesine bakın
sheet-verdict-fine = { $count } tanesi sorunsuz
sheet-cut = { $count } px kesiliyor
sheet-pale = { $ratio }, en az { $needed } olmalı
sheet-finding-close = Pencereyi kapatan düğme ekranın dışında
sheet-finding-cut = “{ $part }” kesiliyor
sheet-finding-pale = “{ $part }” okunamayacak kadar soluk
sheet-more = ve { $count } tane daha
sheet-use = { $color } kullan
sheet-use-theme = Temanın kendi rengini kullan
sheet-shorten = Kısalt
sheet-used = Bu kampanyanın görünümü değişti.
sheet-copy = Resmi kopyala
sheet-export = Prova al
sheet-proof-as = Prova türü
sheet-proof-png = PNG
sheet-proof-html = Web sayfası
sheet-proof-pdf = PDF
sheet-with-findings = Bulgularla
proof-about = { $day } · { $count } görüntü
file-proof-png-title = Provayı resim olarak dışa aktar
file-proof-png-help = Toplu görünümdeki her şeyi, kampanyanın adını ve günü gösteren tek bir resim.
file-proof-png-kind = PNG resmi
file-proof-png-do = Dışa aktar
file-proof-html-title = Provayı web sayfası olarak dışa aktar
file-proof-html-help = Toplu görünümdeki her şeyi, kampanyanın adını ve günü gösteren tek bir HTML dosyası. Yazı tipleri ve resimler içinde.
file-proof-html-kind = Web sayfası
file-proof-html-do = Dışa aktar
file-proof-pdf-title = Provayı PDF olarak dışa aktar
file-proof-pdf-help = Toplu görünümdeki her şeyi, kampanyanın adını ve günü gösteren tek sayfalık bir PDF.
file-proof-pdf-kind = PDF
file-proof-pdf-do = Dışa aktar

## Saklama
edit-change = Değişiklik
edit-outside = Dışarıda değiştirildi
edit-recover = Kaydedilmemiş değişiklikleri geri getirme
edit-restore-version = Önceki bir sürüme dönme
undone = Geri alındı: { $name }
redone = Yinelendi: { $name }
command-bin = Son silinenler
command-bin-tip = Son 30 günde silinenleri geri getirin ya da kalıcı olarak silin
command-bin-words = çöp kutusu geri getir kurtar geçmiş
command-replace-address = Adres değiştir…
command-replace-address-tip = Tüm kampanyaların sayfa adreslerinde, bağlantılarında ve testlerinde bir metni bulup değiştirin
command-replace-address-words = bul ara url alan adı bağlantı taşı site toplu
several-more = Diğer işlemler
several-replace-address = { $count } kampanyada adres değiştir…
replace-title = Adres değiştirme
replace-among-all = Bu kitaplıktaki her kampanyanın koşulları, bağlantıları ve testleri ile sitenizin adresleri aranır.
replace-among-selected = { $count ->
    [one] Seçili kampanyanın koşulları, bağlantıları ve testleri aranır.
   *[other] Seçili { $count } kampanyanın koşulları, bağlantıları ve testleri aranır.
}
replace-find = Aranan
replace-with = Yerine yazılacak
replace-help = Hiçbir şey değişmeden önce her yer burada listelenir.
texts-changed = Geri alındı: { $keys }.
texts-own-changed = Geri alındı, ama kampanyanın kendi metni bu arada değişmiş: { $keys }.
texts-kept = Bu arada burada değiştirildiği için korundu: { $keys }.
texts-not-here = Bu kampanyada yok: { $keys }.
import-nothing = Bu dosyada yeni bir şey yok.
import-own-changed = Dosya yazıldıktan sonra kampanyanın kendi metni değişti; hâlâ uyup uymadığına bakın.
import-kept = Dosya yazıldıktan sonra burada değiştirildiği için korundu; dosyada “{ $text }” yazıyor.
import-not-here = Kampanyada böyle bir metin yok.
replace-nothing = Hiçbir adreste bu yok ya da hiçbir şey değişmez.
replace-found = { $campaigns } kampanyada { $count } yer
replace-in-site = ve Siteniz içinde { $count } yer
replace-refused = { $count } yerde olmaz
replace-left-out = { $count } yer dışarıda
replace-all = Hepsi
replace-none = Hiçbiri
replace-line = { $name }, { $use }: { $before } yerine { $after }
replace-do = { $count ->
    [0] Değiştir
   *[other] { $count } yerde değiştir
}
replaced-in-site = Sitenizin adresleri de değişti. Bunu kendi sayfasında geri alabilirsiniz.
replaced-addresses = { $count ->
    [0] Hiçbir adres değişmedi.
   *[other] { $campaigns } kampanyada { $count } adres değişti.
}
batch-undone = { $count ->
    [0] Hiçbir şey geri alınmadı.
   *[other] { $campaigns } kampanyada { $count } değişiklik geri alındı.
}
batch-passed-over = { $count } yer bu arada değiştiği için olduğu gibi kaldı.
batch-failed = { $count } kampanya değiştirilemedi.
edit-replace-address = Adres değiştirme
busy-batch = Birkaç kampanya değiştiriliyor
address-link = Düğmenin bağlantısı
address-site = Kampanyaların gösterildiği yer
address-test = “{ $name }” testi, { $field }
command-order = Kampanyaların sırası…
command-order-tip = Birkaç kampanya gösterilebilecekken hangisinin önce geldiğini görün ve sıralayın
command-order-words = öncelik sıra önce çakışma sürükle
order-title = Kampanyaların sırası
order-help = Aynı anda birkaç kampanyaya uyan ziyaretçiye daha üstteki gösterilir. Sürükleyin ya da Alt ve ok tuşlarıyla taşıyın.
order-reading = Hangi kampanyaların karşılaşabileceği araştırılıyor…
order-alone = { $count ->
    [one] Bir başka kampanya hiçbiriyle karşılaşmaz; yeri fark etmez.
   *[other] { $count } başka kampanya hiçbiriyle karşılaşmaz; yerleri fark etmez.
}
order-unready = { $count } kampanya listede yok: henüz yayınlanamıyor.
order-too-many = Hepsini karşılaştırmak için çok fazla kampanya var. Yayınlanabilen her kampanya listelenir.
order-nobody = Hiçbir iki kampanya aynı anda aynı ziyaretçiyle karşılaşmaz; sıraları fark etmez.
order-meets = { $count } kampanyayla karşılaşır
order-row = { $place }/{ $count }: { $name }, öncelik { $priority }, { $detail }
order-moved = “{ $name }” şimdi { $count } kampanyanın { $place }. sırasında.
order-unchanged = Hiçbir öncelik değişmiyor.
order-changes = { $count } öncelik değişiyor: { $names }.
order-changes-more = { $count } öncelik değişiyor: { $names } ve { $more } tane daha.
order-do = { $count ->
    [0] Uygula
   *[other] { $count } kampanyayı değiştir
}
order-done = { $count ->
    [0] Hiçbir öncelik değişmedi.
   *[other] { $count } kampanyanın önceliği değişti.
}
edit-order = Sırayı düzenleme
header-labels = Etiketler: { $labels }
command-labels = Etiketler…
command-labels-tip = Kampanyaları kendi sözcüklerinizle ayırın
command-labels-words = etiket kategori grup konu ayır
several-labels = { $count } kampanyanın etiketleri…
labels-title = “{ $name }” etiketleri
labels-title-several = { $count } kampanyanın etiketleri
labels-help = Kampanyaları bir mevsim ya da ekip gibi kendi sözcüklerinizle ayırın. Ziyaretçiler bunları görmez.
labels-none = Henüz etiket yok
labels-some = { $label } ({ $all } kampanyadan { $count } tanesi)
labels-remove = { $label }: kaldır
labels-add = Etiket ekleyin
labels-add-one = { $label }: ekle
labels-in-use = Kullanılanlar
labels-do = Bitti
labels-too-long = Bir etikette en çok 40 karakter olur.
labels-there = Bu etiket zaten var.
labels-full = Bir kampanyada en çok 10 etiket olur.
labels-done = { $campaigns ->
    [0] Hiçbir etiket değişmedi.
   *[other] { $campaigns } kampanyanın etiketleri değişti.
}
library-label = Etiket: { $label }
edit-labels = Etiketleri değiştirme
command-library-pictures = Kitaplıkta resimleri göster
command-library-pictures-tip = Listede her kampanyanın açılır penceresini adının yanında gösterin ya da gizleyin
command-library-pictures-words = küçük resim görüntü önizleme liste
command-versions = Sürümler…
command-versions-tip = Açık kampanyanın önceki hâllerini görün, şimdikiyle karşılaştırın ve geri getirin
command-versions-words = geçmiş önceki dün karşılaştır geri getir kurtar
deleted-too = “{ $name }” burada da silindi. Son silinenler’de duruyor.
deleted-elsewhere = Başka bir program “{ $name }” kampanyasını sildi. Bir kopyası Son silinenler’de.
bin-help = Silinen kampanyalar ve bir yana bırakılan sürümler burada { $days } gün saklanır.
bin-empty = Son günlerde bir şey silinmedi.
bin-restore = Geri getir
bin-restore-of = { $name }: geri getir
bin-restore-all = { $count } kampanyanın hepsini geri getir
bin-erase = Kalıcı olarak sil
bin-erase-of = { $name }: kalıcı olarak sil
bin-erase-title = “{ $name }” kalıcı olarak silinsin mi? Geri getirilemez.
bin-deleted = Silindi: { $when }
bin-set-aside = Bir yana bırakıldı: { $when }
size-kb = { $size } kB
versions-title = “{ $name }” sürümleri
versions-help = Her yayında ve düzenlemeye başladığınızda ve bitirdiğinizde bir sürüm saklanır. Birine dönmek, geri alabileceğiniz tek bir adımdır.
versions-none = Henüz sürüm yok. İlki, bu kampanyayı düzenleyip başka birini açtığınızda, yayınladığınızda ya da pencereyi kapattığınızda saklanır.
versions-restore = Bu sürüme dön
versions-no-difference = Ziyaretçiler için fark yok
versions-same = Kampanya şu anda da bunu söylüyor.
versions-alike = İkisi yalnızca ziyaretçilerin hiç görmediği yerlerde farklı: devre dışı koşullar, etiketler, testler ya da başka bir türün metinleri gibi.
versions-then = O zaman
versions-now = Şimdi
version-launched = Yayınlandı
version-edited = Düzenlemeden sonra
version-opened = Düzenlemeden önce
version-outside = Başka bir program değiştirmeden önce
version-restored = Bu, önceki sürüm. Geri alırsanız yenisi geri gelir.
conflict-gone-title = Bu kampanya başka bir yerde silindi
conflict-theirs-head = Dosyada
conflict-mine-head = Sizinki
conflict-both-broken-detail = Dosya olduğu gibi kalır; sizin sürümünüz yanında bir kampanya olur.
conflict-mine-broken-detail = Dosya sizin sürümünüzü alır. Şimdiki içeriği Son silinenler’e gider.
conflict-mine-gone-detail = Dosya sizin sürümünüzle yeniden yazılır.
conflict-delete = Burada da sil
conflict-delete-detail = Sizin sürümünüz Son silinenler’e gider.
conflict-later = Sonra karar ver
conflict-later-detail = Düzenlemeyi sürdürün. Siz karar verene dek öteki sürümün üzerine hiçbir şey yazılmaz.
quit-unsaved-title = Bazı değişiklikler kaydedilmedi
quit-unsaved-safe = Bu değişiklikler kitaplıkta değil, ama her birinin bir kopyası saklandı. Beckon bir sonraki açılışta onları sunar.
quit-unsaved-lost = Bu değişiklikler kitaplıkta değil ve hiçbir yere kopyaları yazılamadı. Pencereyi şimdi kapatırsanız kaybolurlar.
quit-undecided = İki sürüm var ve henüz birini seçmediniz.
quit-slow-title = Disk yanıt vermiyor
quit-slow-help = Beckon hâlâ şunu yapıyor: { $what }. Pencereyi şimdi kapatırsanız bu iş kaybolabilir.
quit-stay = Pencereyi açık tut
quit-anyway = Yine de kapat
save-copy-kept = Değişikliklerinizin bir kopyası kitaplığın dışında saklandı.
save-no-copy = Değişiklikleriniz yalnızca bu pencerede.
save-undecided = Başka yerde değişti
save-undecided-tip = Bu kampanyanın iki sürümü var. Saklanacak olanı seçin.
save-not-name = { $state }. Yeniden dene
save-undecided-name = { $state }. Bir sürüm seçin
broke-off = Beckon’daki bir hata şu işi durdurdu: { $what }. Lütfen yeniden deneyin.
folder-missing = Kitaplık klasörü yerinde değil
folder-unlisted = Kitaplık klasörü okunamıyor
folder-read-only = Kitaplık klasörü yalnızca okunabiliyor
folder-full = Disk dolu
folder-refuses = Kitaplık klasörü değiştirilemiyor
folder-nothing-unsaved = Kaydedilmemiş değişiklik yok.
folder-tried-again = Beckon denemeyi sürdürüyor.
numbered-name = { $name } ({ $number })
name-missing = Bir ad verin.
library-open-hidden = Bu listede yok: { $name }
counts-as-of = saat { $time } itibarıyla
busy-site-read = Site belgesi okunuyor
busy-site-save = Site belgesi kaydediliyor
busy-audiences-read = Kayıtlı hedef kitleler okunuyor
busy-audience-save = Hedef kitle kaydediliyor
busy-open = Kampanya açılıyor
busy-create = Kampanya oluşturuluyor
busy-rename = Dosya yeniden adlandırılıyor
busy-delete = Siliniyor
busy-restore = Geri getiriliyor
busy-import = İçe aktarılıyor
busy-save = Kaydediliyor
busy-note = Kaydediliyor
busy-version = Sürüm saklanıyor
busy-settings = Ayarlar kaydediliyor
busy-look = Kitaplığa bakılıyor
busy-tidy = Son silinenler düzenleniyor
busy-picture = Resim kaydediliyor
busy-launch = Yayın hazırlanıyor
busy-export = Dosya yazılıyor
busy-task = Arka plan işi
folder-safe = { $count ->
    [one] Bir kampanyadaki değişiklikler kitaplığa kaydedilemedi. Bir kopyası bu bilgisayarda saklandı.
   *[other] { $count } kampanyadaki değişiklikler kitaplığa kaydedilemedi. Kopyaları bu bilgisayarda saklandı.
}
folder-in-memory = { $count ->
    [one] Bir kampanyadaki değişiklikler yalnızca bu pencerede: pencereyi kapatmayın.
   *[other] { $count } kampanyadaki değişiklikler yalnızca bu pencerede: pencereyi kapatmayın.
}

## Dosyalarla ilgili sorunlar
trouble-missing = { $file }: bulunamadı
trouble-missing-hint = Yolu denetleyin: taşınmış, adı değişmiş ya da sürücü çıkarılmış olabilir.
trouble-wrong-kind = { $file }: dosya beklenirken klasör ya da aygıt bulundu, veya tersi
trouble-wrong-kind-hint = Başka bir yol seçin ya da orada duranı başka yere taşıyın.
trouble-outside-images = { $file }: kitaplığın kendi images klasöründe bir dosya değil
trouble-outside-images-hint = Resmin kendisini images klasörüne kopyalayın ya da burada yeniden seçin.
trouble-not-a-picture = { $file }: okunabilen bir resim değil ya da bozuk
trouble-not-a-picture-hint = Resmi yeniden seçin ya da bir resim düzenleyicide yeni bir PNG olarak kaydedin.
trouble-not-allowed = { $file }: izniniz yok
trouble-not-allowed-hint = Kendinize ait bir klasör seçin ya da sahibinden yazma izni isteyin.
trouble-read-only = { $file }: disk yalnızca okunabiliyor
trouble-read-only-hint = Başka bir diskte bir klasör seçin.
trouble-full = { $file }: disk dolu
trouble-full-hint = Yer açın ya da başka bir diskte bir klasör seçin.
trouble-too-large = { $file }: çok büyük
trouble-too-large-hint = Daha küçük bir dosya seçin.
trouble-too-long = { $file }: yeniden okunabilecek olandan daha uzun olurdu
trouble-too-long-hint = Metinlerini kısaltın ya da Beckon’ın tanımadığı anahtarları dosyadan çıkarın.
trouble-name-taken = { $file }: bu adda bir şey zaten var
trouble-name-taken-hint = Başka bir ad seçin.
trouble-other = { $file }: sistem geri çevirdi ({ $system })
trouble-other-hint = Yeniden deneyin. Yine olursa başka bir diskte bir klasör seçin.

## Bir dosyada ne yanlış
trouble-file-in = { $file }: { $what }
trouble-file-at = satır { $line }, sütun { $column }: { $what }
trouble-file-too-large = dosya { $megabytes } MB; bir kampanya en çok { $most } MB olabilir
trouble-file-too-large-hint = Bir kampanya dosyası seçin. Resimler yanındaki images klasöründe durur.
trouble-file-larger = dosya { $most } MB sınırından büyük; hiçbir kampanya bu kadar büyük olmaz
trouble-file-larger-hint = { trouble-file-too-large-hint }
trouble-file-not-text = dosya UTF-8 metni değil
trouble-file-not-text-hint = Bir kampanya dosyası seçin ya da bunu bir metin düzenleyicide UTF-8 olarak kaydedin.
trouble-file-utf16 = dosya UTF-16 metnine benziyor; UTF-8 gerekiyor
trouble-file-utf16-hint = Bir metin düzenleyicide UTF-8 olarak kaydedin.
trouble-bundle-not-text = dosya UTF-8 metni değil
trouble-bundle-not-text-hint = Yeniden dışa aktarıp bütünüyle kopyalayın.
trouble-file-empty = dosya boş
trouble-file-empty-hint = Bir kopyasından geri yükleyin ya da kampanyayı yeniden oluşturun.
trouble-file-truncated = dosya erken bitiyor
trouble-file-truncated-hint = Bir kopyasından geri yükleyin: yarıda kesilen kopyalama ya da indirme böyle dosyalar bırakır.
trouble-file-syntax = dosya geçerli JSON değil
trouble-file-syntax-hint = Bir metin düzenleyicide düzeltin ya da bir kopyasından geri yükleyin.
trouble-file-duplicate-key = “{ $key }” iki kez yazılmış
trouble-file-duplicate-key-hint = İkisinden birini kaldırın ya da adını değiştirin.
trouble-file-brackets = ayraçlar çok derin iç içe
trouble-file-brackets-hint = Başka bir dosya seçin: Beckon’ın hiçbir dosyası bu kadar derin değildir.
trouble-file-no-object = dosyada kampanya yok
trouble-file-no-object-hint = Adı .campaign.json ile biten bir dosya seçin.
trouble-file-wrong-format = dosya bir kampanya değil
trouble-file-wrong-format-hint = Adı .campaign.json ile biten bir dosya seçin. Dışa aktarılmış paketler İçe aktar ile alınır.
trouble-bundle-wrong-format = dosya bir kampanya paketi değil
trouble-bundle-wrong-format-hint = Beckon’ın dışa aktardığı bir kampanya dosyası ya da tüm kitaplık seçin.
trouble-site-wrong-format = dosya bir site belgesi değil
trouble-site-wrong-format-hint = Dosyayı başka yere taşıyın; Beckon yenisini oluşturur.
trouble-audience-wrong-format = dosya kayıtlı bir hedef kitle değil
trouble-audience-wrong-format-hint = .audience.json ile biten bir dosya seçin veya hedef kitleyi yeniden kaydedin.
trouble-audience-nested = kayıtlı bir hedef kitle bir başkasını kullanıyor: “{ $name }”
trouble-audience-nested-hint = Onun yerine koşullarını yazın.
trouble-file-no-version = dosyanın geçerli bir sürüm numarası yok
trouble-file-no-version-hint = format satırının altına "version": { $known } yazın.
trouble-bundle-no-version = paketin geçerli bir sürüm numarası yok
trouble-bundle-no-version-hint = Yeniden dışa aktarın.
trouble-file-newer = dosyayı daha yeni bir Beckon yazmış: sürümü { $version }, bu Beckon ise en çok { $known } sürümünü okuyor
trouble-file-newer-hint = Beckon’ı güncelleyin.
trouble-file-unknown-keys = dosyada Beckon’ın tanımadığı { $count } alan var; en çok { $most } tanesi saklanır
trouble-file-unknown-keys-hint = Hiçbir programın gerek duymadıklarını kaldırın ya da Beckon’ı güncelleyin.
trouble-file-more = { $count } sorun daha var
trouble-file-more-hint = Önce listelenenleri düzeltin.
trouble-file-wrong-type = “{ $key }” için { $wanted } gerekiyor ama { $found } bulundu
trouble-file-wrong-type-hint = Oraya { $wanted } yazın ya da alanı kaldırın.
trouble-file-wrong-entry = “{ $key }” listesinin her öğesi süslü ayraçlı bir nesne olmalı ama { $found } bulundu
trouble-file-wrong-entry-hint = Oraya bir nesne yazın ya da öğeyi kaldırın.
trouble-file-wrong-text = “{ $key }” listesinin her öğesi bir metin olmalı ama { $found } bulundu
trouble-file-wrong-text-hint = Oraya tırnak içinde bir metin yazın ya da öğeyi kaldırın.
trouble-file-two-joiners = bir grup aynı anda iki biçimde bağlanmış
trouble-file-two-joiners-hint = all, any ve none sözcüklerinden birini bırakın, kalanını ayrı bir gruba taşıyın.
trouble-file-no-group = hedef kitle bir grup olmalı ama tek bir koşul bulundu
trouble-file-no-group-hint = Koşulu all ile bağlanan bir grubun içine koyun.
trouble-file-groups = gruplar { $most } düzeyden daha derin iç içe
trouble-file-groups-hint = Bazı grupları birleştirin: bir all içindeki all tek grup olabilir.
trouble-file-two-actions = bir düğme aynı anda hem bir şey söylüyor hem bağlantı açıyor
trouble-file-two-actions-hint = message ve link alanlarından yalnızca birini bırakın.
trouble-bundle-no-campaigns = pakette kampanya listesi yok
trouble-bundle-no-campaigns-hint = { trouble-bundle-no-version-hint }
trouble-bundle-no-picture = “{ $name }” resmi pakette yok ya da bozuk
trouble-bundle-no-picture-hint = { trouble-bundle-not-text-hint }
trouble-json-null = boş değer (null)
trouble-json-flag = true ya da false
trouble-json-number = sayı
trouble-json-text = metin
trouble-json-list = liste
trouble-json-object = nesne
trouble-wanted-object = süslü ayraçlı bir nesne
trouble-wanted-list = köşeli ayraçlı bir liste
trouble-wanted-launcher = current, bot_profile ya da bir resim
trouble-wanted-rest-time = “session” ya da dakika, saat veya gün sayısı
trouble-broke-off = bu işi Beckon’daki bir hata durdurdu
trouble-broke-off-hint = Yeniden deneyin. Tekrarlanırsa menüden tanılama bilgilerini kopyalayıp Beckon ile ilgilenen kişiye gönderin.
trouble-save-broke-off = kaydetmeyi Beckon’daki bir hata durdurdu
trouble-save-broke-off-hint = Beckon kendiliğinden yeniden dener.
trouble-save-conflict = { $file }: bu arada başka bir program değiştirdi
trouble-save-conflict-hint = Açın ve hangi sürümün kalacağını seçin.

## Bir resimde ne yanlış
trouble-picture-bytes = Resim { $most } MB sınırından büyük
trouble-picture-bytes-hint = Bir resim düzenleyicide küçültün: açılır pencere 400 × 200 piksel gösterir.
trouble-picture-pixels = Resim çok büyük: { $width } × { $height } piksel
trouble-picture-pixels-hint = { trouble-picture-bytes-hint }
trouble-picture-format = Dosya, Beckon’ın okuyabildiği bir resim değil
trouble-picture-format-hint = PNG, JPEG, WebP, GIF ya da BMP dosyası seçin.
trouble-picture-damaged = Resim bozuk
trouble-picture-damaged-hint = Başka bir dosya seçin ya da resmi bir resim düzenleyicide yeniden kaydedin.
trouble-picture-unwritable = Resmin bu bölümü kesilemiyor
trouble-picture-unwritable-hint = Resmin daha küçük bir bölümünü seçin.
trouble-preview-large = Önizleme çizilemeyecek kadar büyük
trouble-preview-large-hint = Daha küçük bir ölçek seçin.
trouble-preview-broken = Bu içerik çizilemedi
trouble-preview-broken-hint = Biraz değiştirin, önizleme geri gelir.
trouble-preview-thread = Önizleme başlatılamadı ({ $system })
trouble-preview-thread-hint = Başka programları kapatıp Beckon’ı yeniden başlatın.
trouble-preview-png = Resim PNG olarak yazılamadı
trouble-preview-png-hint = Daha küçük bir ölçek seçip yeniden dışa aktarın.

## Bir şey neden dışa aktarılamıyor ya da gönderilemiyor
trouble-export-picture = “{ $campaign }” kampanyasının resmi eksik: { $what }
trouble-export-picture-hint = Resmi yeniden seçin ya da kampanyadan kaldırın.
trouble-texts-no-language = kampanyanın kendi dilinden başka dili yok
trouble-texts-no-language-hint = Önce mesaja bir dil ekleyin.
trouble-texts-which = bir XLIFF dosyasında tek dil olur, kampanyanın ise birkaç dili var ({ $languages })
trouble-texts-which-hint = Önce mesajda dili seçin veya tablo olarak dışa aktarın.
trouble-texts-unreadable = dosya ne XLIFF 2 ne de bir metin tablosu ({ $what })
trouble-texts-unreadable-hint = Dışa aktarılan dosyayı, XLIFF 2 veya UTF-8 CSV olarak kaydedilmiş hâliyle geri alın.
trouble-texts-column = tabloda “{ $column }” sütunu yok
trouble-texts-column-hint = Tablonun ilk satırını dışa aktarıldığı gibi bırakın.
trouble-texts-language = “{ $tag }” bir dil etiketi değil
trouble-texts-language-hint = Dosyaya tr veya pt-BR gibi bir etiket yazın.
trouble-texts-other = dosyada başka bir kampanyanın metinleri var (“{ $campaign }”)
trouble-texts-other-hint = O kampanyayı açıp dosyayı orada içe aktarın.
trouble-texts-own = dosya “{ $campaign }” kampanyasını kendi diline çeviriyor
trouble-texts-own-hint = Dosyanın veya kampanyanın dilini düzeltin.
trouble-export-no-form = “{ $campaign }” sohbet penceresini açıyor; Jetlink kodu bunu yapamaz
trouble-export-no-form-hint = Zengin kart ya da metin yapın ya da kampanya dosyası olarak dışa aktarın.
trouble-export-no-text = “{ $campaign }” kampanyasının gösterilecek metni henüz yok
trouble-export-no-text-hint = Önce başlığını ya da mesajını yazın.
trouble-export-large = Dosya { $megabytes } MB olurdu; bir paket en çok { $most } MB olabilir
trouble-export-large-hint = Bir kerede daha az kampanya dışa aktarın.
trouble-send-put-aside = Yayınlanmayı bekleyen bir şey bozulmuştu ve { $file } olarak kenara kondu
trouble-send-put-aside-hint = Yeniden yayınlayın.
trouble-send-newer = { $file } dosyasını daha yeni bir Beckon yazmış; onu bekliyor
trouble-send-newer-hint = { trouble-file-newer-hint }
trouble-send-thread = Şu an hiçbir şey gönderilemiyor ({ $system })
trouble-send-thread-hint = Başka programları kapatın. Beckon kendiliğinden yeniden dener.
trouble-publishing-thread = Şu an hiçbir şey yayınlanamıyor ({ $system })
trouble-publishing-thread-hint = { trouble-preview-thread-hint }

## Bir bağlantıda ne yanlış
trouble-token-keyring = Anahtar, anahtarlığınızdan okunamadı ya da oraya kaydedilemedi
trouble-token-keyring-hint = Anahtarlığınızın kilidini açıp yeniden deneyin ya da anahtarı yeniden girin.
trouble-token-elsewhere = Saklanan anahtar başka bir sunucu için
trouble-token-elsewhere-hint = Yeni adresin anahtarını girin.
trouble-connection-identity = “{ $id }” bir bağlantının kimliği olamaz
trouble-connection-identity-hint = Bağlantıyı kaldırıp yeniden kurun.
trouble-connection-address = “{ $address }” bir adres değil
trouble-connection-address-hint = Sunucunuzun gösterdiği gibi yazın; örneğin https://campaigns.example.com.
trouble-connection-scheme = “{ $scheme }:” ile başlayan bir adres sunucu adresi olamaz
trouble-connection-scheme-hint = { trouble-connection-address-hint }
trouble-connection-credentials = Adreste kullanıcı adı ya da parola var
trouble-connection-credentials-hint = Bunları çıkarın, anahtarı kendi alanına girin.
trouble-connection-tail = Adres ? ya da # işaretinden sonra sürüyor
trouble-connection-tail-hint = ? ya da # işaretinden sonrasını çıkarın.
trouble-connection-name = Bağlantının kendine ait bir adı olmalı
trouble-connection-name-hint = Başka hiçbir bağlantıda olmayan bir ad verin.
trouble-connection-damaged = { $file } bağlantı içermiyor
trouble-connection-damaged-hint = Bir kopyasından geri yükleyin ya da başka yere taşıyıp yeniden bağlanın.
trouble-line-unreachable = Sunucuya ulaşılamıyor
trouble-line-unreachable-hint = İnternet bağlantınızı ve adresi denetleyin. Beckon kendiliğinden yeniden dener.
trouble-line-untrusted = Bağlantı güvenli değil: sunucunun sertifikasına güvenilmiyor
trouble-line-untrusted-hint = Adresi denetleyin. Doğruysa, sertifikasının geçersiz olduğunu sunucunun yöneticisine bildirin.
trouble-line-broken = Bağlantı, yanıt tamamlanmadan koptu
trouble-line-broken-hint = { trouble-line-unreachable-hint }
trouble-line-slow = Sunucu zamanında yanıt vermedi
trouble-line-slow-hint = Beckon kendiliğinden yeniden dener. Yine olursa sunucunun yöneticisine sorun.
trouble-line-clock = Bu bilgisayarın saati yanlış, bu yüzden güvenli bağlantı kurulamıyor
trouble-line-clock-hint = Bu bilgisayarın tarihini ve saatini ayarlayın. Beckon kendiliğinden yeniden dener.
trouble-line-too-large = Yanıt, bir sunucunun verebileceğinden büyük
trouble-line-too-large-hint = Adresin bir Beckon sunucusuna ait olup olmadığını denetleyin.
trouble-line-not-beckon = Bu adreste yanıt veren bir Beckon sunucusu değil
trouble-line-not-beckon-hint = Ağınız oturum açmanızı istiyorsa bunu bir tarayıcıda yapın. İstemiyorsa bağlantının adresini denetleyin.
trouble-line-token = Sunucu anahtarı kabul etmiyor
trouble-line-token-hint = Bağlantıya geçerli bir anahtar verip yeniden deneyin.
trouble-line-proxy = Bu ağın vekil sunucusu parola istiyor
trouble-line-proxy-hint = Vekil sunucunun parolasını sistem ayarlarınızda belirleyip yeniden deneyin.
trouble-line-no-token = “{ $connection }” bağlantısının anahtarı yok
trouble-line-no-token-hint = Bağlantıya anahtarını verip yeniden deneyin.
trouble-line-unprepared = “{ $connection }” için güvenli bağlantı hazırlanamıyor
trouble-line-unprepared-hint = Bağlantının adresini ve bu sistemde kök sertifikaların bulunup bulunmadığını denetleyin.
trouble-line-removed = Bunun beklediği bağlantı kaldırılmış
trouble-line-removed-hint = Yeniden kurun ya da bekleyenlerden vazgeçin.
trouble-line-local = Bu bilgisayardaki sunucu henüz çalışmıyor
trouble-line-local-hint = Kendiliğinden başlar. Başlamazsa yeniden yayınlayın.
trouble-line-keeps-changing = Sunucu, orada değişiklik yapıldığını söyleyip duruyor
trouble-line-keeps-changing-hint = { trouble-line-slow-hint }
trouble-answer-words = Sunucunun yanıtı: “{ $words }”
trouble-answer-advice = Sunucunun önerisi: “{ $words }”
trouble-problem-invalid-request = Sunucu bu Beckon’ın gönderdiğini anlamıyor
trouble-problem-invalid-request-hint = Beckon’ı, size aitse sunucuyu da güncelleyin.
trouble-problem-unauthorized = Sunucu erişim anahtarını kabul etmiyor
trouble-problem-unauthorized-hint = Anahtarı Bağlantılar bölümünde yeniden girin.
trouble-problem-origin-refused = Sunucu bu sitenin ziyaretçilerini saymıyor
trouble-problem-origin-refused-hint = Siteyi eklemesini sunucunun yöneticisinden isteyin.
trouble-problem-not-found = Sunucuda bu kampanya yok
trouble-problem-not-found-hint = Kampanyayı yeniden yayınlayın.
trouble-problem-method-not-allowed = Sunucu bunu desteklemiyor
trouble-problem-method-not-allowed-hint = Beckon’ı, size aitse sunucuyu da güncelleyin.
trouble-problem-timeout = Sunucu gönderilenin tümünü zamanında alamadı
trouble-problem-timeout-hint = İnternet bağlantınızı denetleyip yeniden deneyin.
trouble-problem-conflict = Kampanyanın sunucudaki durumu buna uygun değil
trouble-problem-conflict-hint = Sunucudaki durumuna bakıp yeniden deneyin.
trouble-problem-changed = Kampanyayı sunucuda başka biri değiştirmiş
trouble-problem-changed-hint = İki sürüme de bakıp birini seçin.
trouble-problem-too-large = Kampanya resimleriyle birlikte sunucunun kabul ettiğinden büyük
trouble-problem-too-large-hint = Daha küçük resimler kullanıp yeniden yayınlayın.
trouble-problem-not-json = Sunucu bu Beckon’ın kampanya gönderme biçimini anlamıyor
trouble-problem-not-json-hint = Beckon’ı, size aitse sunucuyu da güncelleyin.
trouble-problem-invalid-document = Sunucu kampanyayı bu hâliyle kullanamıyor veya resimlerinden biri orada yok
trouble-problem-invalid-document-hint = Resimleri yeniden seçip yeniden yayınlayın. Yardımcı olmazsa sunucuyu güncelleyin.
trouble-problem-not-ready = Sunucunun denetimleri yayınlamayı durduruyor
trouble-problem-not-ready-hint = Denetimlerin hata olarak gösterdiklerini düzeltip yeniden yayınlayın.
trouble-problem-limit-reached = Sunucu daha fazla kampanya almıyor
trouble-problem-limit-reached-hint = Oradaki gereksiz kampanyaları silin veya sunucunun yöneticisine sorun.
trouble-problem-key-reused = Sunucu bunu daha önce gönderilmiş bir işlem sanıyor
trouble-problem-key-reused-hint = Yeniden yayınlayın.
trouble-problem-condition-missing = Sunucu hangi sürümün değiştirildiğini bilmek istiyor
trouble-problem-condition-missing-hint = Beckon’ı güncelleyip yeniden yayınlayın.
trouble-problem-too-many = Sunucuya bu ağdan çok fazla istek geliyor
trouble-problem-too-many-hint = Biraz bekleyin. Beckon kendiliğinden yeniden dener.
trouble-problem-unreadable = Sunucunun bu kampanyadan sakladığı okunamıyor
trouble-problem-unreadable-hint = Kampanyayı yeniden yayınlayın veya sunucunun yöneticisine sorun.
trouble-problem-internal = Sunucuda bir hata oluştu
trouble-problem-internal-hint = Sunucunun yöneticisinden günlüğe bakmasını isteyin. Beckon kendiliğinden yeniden dener.
trouble-problem-unavailable = Sunucu şu anda kullanılamıyor
trouble-problem-unavailable-hint = Beckon kendiliğinden yeniden dener.
trouble-answer-status = Sunucu bir hatayla yanıt verdi ({ $status })
trouble-answer-later-hint = Beckon kendiliğinden yeniden dener.
trouble-answer-unlisted-hint = Bağlantının adresini denetleyin. Beckon kendiliğinden yeniden dener.
trouble-refused-unreadable = Sunucuda, bu Beckon’ın okuyamadığı bir sürüm var
trouble-refused-unreadable-hint = Beckon’ı güncelleyip yeniden yayınlayın.
trouble-refused-no-site = Orada site belgesi kabul eden bir şey yok
trouble-refused-no-site-hint = Sunucuyu güncelleyin ya da sunucunun yöneticisine başvurun. Sunucu yeterince yeniyse bağlantının adresini denetleyin.
trouble-refused-site = Sunucu, site belgesini bu hâliyle kullanamıyor
trouble-refused-site-hint = Bu sayfada işaretlenenleri düzeltip yeniden yayınlayın. İşaretlenen bir şey yoksa sunucuyu güncelleyin.
trouble-refused-token-hint = Yayınlama izni olan bir anahtar için sunucunun yöneticisine başvurun.
trouble-refused-address-hint = Bağlantının adresini denetleyin: orada kampanya kabul eden bir şey yok.
trouble-refused-pictures-hint = Daha küçük resimler kullanıp yeniden yayınlayın.
trouble-refused-correct-hint = Belirttiklerini düzeltip yeniden yayınlayın.
trouble-refused-ask-hint = Belirttiğini değiştirip yeniden yayınlayın. Bunu siz değiştiremiyorsanız sunucunun yöneticisine sorun.

## Bu bilgisayardaki sunucu neden başlamıyor
trouble-server-folder = Bu bilgisayardaki sunucu klasörünü kullanamıyor. { $what }
trouble-server-folder-hint = Bu klasöre yazabildiğinizi denetleyip yeniden yayınlayın.
trouble-server-file-kind = { $file }: sıradan bir dosya değil
trouble-server-file-kind-hint = Sunucunun klasöründen çıkarıp yeniden yayınlayın.
trouble-server-file-owner = { $file }: başka bir kullanıcıya ait
trouble-server-file-owner-hint = { trouble-server-file-kind-hint }
trouble-server-file-linked = { $file }: başka bir yerde ikinci bir adı var
trouble-server-file-linked-hint = { trouble-server-file-kind-hint }
trouble-server-in-use = { $folder } klasöründe başka bir program sunucu çalıştırıyor
trouble-server-in-use-hint = O programı sonlandırıp yeniden yayınlayın.
trouble-server-newer = Bu bilgisayardaki sunucunun veritabanını daha yeni bir Beckon yazmış
trouble-server-newer-hint = { trouble-file-newer-hint }
trouble-server-foreign = Sunucunun klasöründeki beckon.db başka bir programın veritabanı
trouble-server-foreign-hint = { trouble-server-file-kind-hint }
trouble-server-damaged = Bu bilgisayardaki sunucunun veritabanı bozuk
trouble-server-damaged-hint = Yerine bir yedeğini koyun ya da sunucunun klasöründen çıkarın, sonra yeniden yayınlayın.
trouble-server-full = Bu bilgisayardaki sunucunun veritabanı açılamıyor: disk dolu
trouble-server-full-hint = Yer açıp yeniden yayınlayın.
trouble-server-busy = Bu bilgisayardaki sunucunun veritabanını başka bir program kullanıyor
trouble-server-busy-hint = Yedekleme gibi o programı kapatıp yeniden yayınlayın.
trouble-server-database = Bu bilgisayardaki sunucunun veritabanı açılamıyor ({ $system })
trouble-server-database-hint = Sunucunun klasörüne yazabildiğinizi denetleyip yeniden yayınlayın.
trouble-server-token = Bu bilgisayardaki sunucunun anahtarı kullanılamıyor
trouble-server-token-hint = Sunucunun klasöründen token dosyasını kaldırıp yeniden yayınlayın.
trouble-server-chance = Sistem bir anahtar için rastgele sayı vermiyor ({ $system })
trouble-server-chance-hint = Bu bilgisayarı yeniden başlatıp yeniden yayınlayın.
trouble-server-port = { $port } numaralı bağlantı noktasını başka bir program kullanıyor
trouble-server-port-hint = { trouble-server-in-use-hint }
trouble-server-address = Sunucu { $address } adresinde dinleyemiyor ({ $system })
trouble-server-address-hint = Bu bilgisayarın ağ ayarlarını denetleyip yeniden yayınlayın.
trouble-server-clock = Bu bilgisayarın saati 1970 ile 9999 yılları dışında bir zaman gösteriyor
trouble-server-clock-hint = Saati ayarlayıp yeniden yayınlayın.
trouble-server-threads = Bu bilgisayardaki sunucu başlatılamadı ({ $system })
trouble-server-threads-hint = Başka programları kapatıp yeniden yayınlayın.

## Bir ziyaretçi günlüğünde ne yanlış
trouble-log-empty = { $file } boş
trouble-log-empty-hint = Günlüğü başlık satırıyla yeniden dışa aktarın.
trouble-log-folder = { $file } bir klasör
trouble-log-folder-hint = Günlüğün dosyasını seçin.
trouble-log-no-file = { $file } diskte bir dosya değil
trouble-log-no-file-hint = Önce bir dosyaya yazın: günlük iki kez okunur.
trouble-log-list = { $file } tek bir JSON listesi
trouble-log-list-hint = Çevrelerinde liste olmadan, her satıra bir JSON nesnesi yazın.
trouble-log-compressed = { $file } sıkıştırılmış
trouble-log-compressed-hint = Önce sıkıştırmasını açın.
trouble-log-parquet = { $file } bir Parquet dosyası
trouble-log-parquet-hint = CSV olarak dışa aktarın ya da aşağıdaki SQL ile DuckDB’ye sorun.
trouble-log-utf16 = { $file } bir UTF-16 metni
trouble-log-utf16-hint = { trouble-file-utf16-hint }
trouble-log-not-text = { $file } metin değil
trouble-log-not-text-hint = Bir CSV dosyası ya da her satırında bir JSON nesnesi olan bir dosya seçin.
trouble-log-no-columns = 1. satır: başlıkta sütun adı yok
trouble-log-no-columns-hint = İlk satırdaki her sütuna kendine ait bir ad verin.
trouble-log-many-columns = 1. satır: başlıkta çok fazla sütun var
trouble-log-many-columns-hint = Daha az sütun dışa aktarın.
trouble-log-column-twice = 1. satır: “{ $column }” sütunu iki kez var
trouble-log-column-twice-hint = { trouble-log-no-columns-hint }
trouble-log-row = { $line }. satır: kayıt { $limit } MB içinde bitmiyor
trouble-log-row-hint = Bu kayıtta açık kalan tırnağı kapatın.
trouble-log-column = Günlükte “{ $column }” sütunu yok
trouble-log-column-hint = Günlüğün sütunlarından birini seçin.
trouble-log-database = Ziyaretçiler burada sayılamıyor ({ $system })
trouble-log-database-hint = Hedef kitle bu bilgisayar için fazla büyük olabilir: aşağıdaki SQL ile bir veri ambarına sorun.
trouble-log-stopped = Sayım durduruldu
trouble-log-stopped-hint = Yeniden sayın.

## Bir yolculukta ne yanlış
trouble-journey-no-object = dosyada yolculuk yok
trouble-journey-no-object-hint = Adı .journey.json ile biten bir dosya seçin.
trouble-journey-unknown-key = bir yolculukta “{ $key }” alanı olmaz
trouble-journey-unknown-key-hint = Alanları “beckon help visitors” komutunun gösterdikleriyle karşılaştırın.
trouble-journey-missing-key = “{ $key }” alanı eksik
trouble-journey-missing-key-hint = { trouble-journey-unknown-key-hint }
trouble-journey-value = bir değer, alanının alabileceği türden değil
trouble-journey-value-hint = { trouble-journey-unknown-key-hint }
trouble-journey-order = { $number }. adım, üstündekinden ya da başlangıçtan önce
trouble-journey-order-hint = Adımların saniyelerini sırasıyla yazın.
trouble-journey-one-thing = { $number }. adım tam olarak tek bir olay söylemeli
trouble-journey-one-thing-hint = open, scroll, exit, click, close, converse, identify, track, input, away, covered ve end olaylarından birini yazın.
trouble-journey-referrer = { $number }. adım ziyaretçinin nereden geldiğini söylüyor ama sayfa açmıyor
trouble-journey-referrer-hint = “referrer” anahtarını, oradan açılan sayfanın “open” anahtarının yanına yazın.
trouble-journey-scroll = { $number }. adım %0’dan az ya da %100’den çok kaydırıyor
trouble-journey-scroll-hint = 0 ile 100 arasında bir sayı yazın.
trouble-journey-not-text = yolculuk UTF-8 metni değil
trouble-journey-not-text-hint = Beckon’ın kaydettiği bir dosya seçin ya da bunu UTF-8 olarak kaydedin.
trouble-journey-long = yolculukta { $steps } adım var; en çok { $most } adım gösterilebilir
trouble-journey-long-hint = Birkaç dosyaya bölün ya da beckon simulate ile oynatın.

## Bulgular: sorun ne, ne yapmalı. Bayraklar yes veya no; olmayan none. Ekler kendi sözcüklerimizde durur, hiçbir zaman bir değerde.
finding-missing-id = Kampanyanın kimliği yok.
finding-missing-id-fix = Kampanyayı çoğaltın: kopya bir kimlik alır.
finding-id-not-uuid = Kampanyanın “{ $id }” kimliği bir UUID değil.
finding-id-not-uuid-fix = Başka bir kampanyada aynısı olmadıkça çalışır; kampanyanın kopyası bir UUID alır.
finding-missing-platform = Platform seçilmedi.
finding-missing-platform-fix = Web Messenger seçin.
finding-unknown-platform = “{ $word }” platformu tanınmıyor.
finding-unknown-platform-fix = Web Messenger seçin veya Beckon’ı güncelleyin.
finding-missing-time-zone = Saat dilimi seçilmedi; günün ne zaman başladığı belli değil.
finding-missing-time-zone-fix = Ziyaretçilerinizin saat dilimini seçin; örneğin Europe/Istanbul.
finding-unknown-time-zone = “{ $name }” adında bir saat dilimi yok.
finding-unknown-time-zone-fix = Listeden birini seçin; örneğin Europe/Istanbul.
finding-malformed-launched-at = Son yayınlama zamanı “{ $text }” okunamıyor; kampanya hiç yayınlanmamış sayılır.
finding-malformed-launched-at-fix = Kampanyayı yeniden yayınlayın veya dosyadan launched_at anahtarını silin.
finding-empty-audience = Hedef kitle boş bir grup.
finding-empty-audience-fix = Bir koşul ekleyin veya Herkes’i seçin.
finding-muted-audience = { $activity_decides ->
    [yes] Hedef kitledeki her şey devre dışı; yalnızca sayfadaki etkinlik belirleyici.
   *[no] Hedef kitledeki her şey devre dışı; kampanyayı herkes görür.
}
finding-muted-audience-fix = Herkes görsün istemiyorsanız bir koşulu etkinleştirin.
finding-empty-group = Bu grupta hiç koşul yok.
finding-empty-group-fix = Bir koşul ekleyin veya grubu kaldırın.
finding-muted-group = Bu grubun tüm koşulları devre dışı; grubun bir etkisi yok.
finding-muted-group-fix = Bir koşulu etkinleştirin veya grubu kaldırın.
finding-in-audience = Kayıtlı hedef kitle “{ $name }”: { $message }
finding-missing-audience = Kayıtlı hedef kitle “{ $name }” bulunamıyor veya dosyası okunamıyor.
finding-missing-audience-fix = Başka bir hedef kitle seçin veya audiences/{ $name }.audience.json dosyasını geri getirin.
finding-groups-too-deep = Kayıtlı hedef kitleler yerlerine konunca gruplar { $limit } düzeyden daha derin iç içe geçiyor.
finding-groups-too-deep-fix = Bazı grupları birleştirin: “tümü” içindeki “tümü” tek grup olabilir.
finding-unknown-join = Etkinlik, hedef kitleye tanınmayan “{ $word }” sözcüğüyle bağlanmış.
finding-unknown-join-fix = VE ya da VEYA seçin.
finding-missing-field = Bu koşul boş.
finding-missing-field-fix = Neyin denetleneceğini seçin.
finding-unknown-field = Bu koşulun denetlediği “{ $word }” tanınmıyor.
finding-unknown-field-fix = Başka bir şey seçin veya Beckon’ı güncelleyin.
finding-misplaced-in-activity = { $field }: bu koşulun yeri sayfadaki etkinlik değil, hedef kitle.
finding-misplaced-in-activity-fix = Buradan kaldırın ve hedef kitle bölümüne ekleyin.
finding-missing-operator = { $field }: karşılaştırma seçilmedi.
finding-missing-operator-fix = Örneğin “{ $fitting }” seçin.
finding-unknown-operator = { $field }: “{ $word }” karşılaştırması tanınmıyor.
finding-unknown-operator-fix = Başka birini seçin; örneğin “{ $fitting }”.
finding-unfit-operator = { $field }: “{ $operator }” karşılaştırması burada kullanılamaz.
finding-unfit-operator-fix = Başka birini seçin; örneğin “{ $fitting }”.
finding-missing-key = { $field }: ad eksik.
finding-missing-key-fix = Sitenizin kullandığı adı yazın; örneğin { $key-sample }.
finding-key-too-long = { $field }: ad { $length } karakter; en fazla { $limit } karakter olabilir.
finding-key-too-long-fix = Sitenizin kullandığı adı yazın; örneğin { $key-sample }.
finding-negative-duration = { $field }: süre 0’ın altında.
finding-negative-duration-fix = Saniye yazın; örneğin 30.
finding-missing-value = { $field }: değer eksik.
finding-missing-value-fix = { finding-wanted } yazın.
finding-wrong-type = { $field }: değerin türü yanlış.
finding-wrong-type-fix = { finding-wanted } yazın.
finding-wanted = { $wanted ->
    [address] Bir adres veya adresin bir parçasını, örneğin www.example.com/pricing,
    [whole-number] 3 gibi bir tam sayı
    [language] tr gibi bir dil etiketi
    [choice] Seçeneklerden birini
    [version] Tırnak içinde bir sürüm, örneğin "120",
    [date] 2026-12-01 gibi bir tarih
    [percent] 0 ile 100 arasında bir sayı
    [seconds] Saniye, örneğin 30,
    [flag] Evet
    [element] tıklanan ögeyi: “Sepete ekle” gibi bir metin ya da bir seçici
    [parameter] Bir metin veya sayı
   *[custom] Bir metin, bir sayı veya evet ya da hayır
}
finding-list-wanted = { $field }: “{ $operator }” için bir liste gerekir.
finding-list-wanted-fix = Değerleri yeniden seçin veya “eşittir” seçin.
finding-list-unwanted = { $field }: “{ $operator }” bir listeyle değil, tek değerle karşılaştırır.
finding-list-unwanted-fix = Tek değer bırakın veya “şunlardan biri” seçin.
finding-empty-list = { $field }: liste boş.
finding-empty-list-fix = En az bir değer seçin.
finding-duplicate-item = { $field }: “{ $item }” listede iki kere var.
finding-duplicate-item-fix = İkisinden birini kaldırın.
finding-negative-number = { $field }: değer sıfırdan küçük olamaz.
finding-negative-number-fix = 0 veya daha büyük bir sayı yazın.
finding-not-whole = { $field }: değer her zaman tam sayıdır.
finding-not-whole-fix = Kesirsiz bir sayı yazın.
finding-number-too-large = { $field }: hiçbir tarayıcı o kadar sayamaz.
finding-number-too-large-fix = Daha küçük bir sayı yazın.
finding-number-wanted = “{ $operator }” sayıları karşılaştırır; “{ $value }” bir sayı değil.
finding-number-wanted-fix = Bir sayı yazın veya “eşittir” ya da “içerir” seçin.
finding-percent-out-of-range = { $field }: değer bir yüzdedir.
finding-percent-out-of-range-fix = 0 ile 100 arasında bir sayı yazın.
finding-never-holds = { $field }, { $operator }, { $value }: bu hiçbir zaman gerçekleşmez.
finding-never-holds-fix = { $most ->
    [none] { $field }: en küçük değer { $least }; daha büyük bir değer yazın.
   *[other] { $field }: en küçük değer { $least }, en büyük değer { $most }; ulaşılabilir bir değer yazın.
}
finding-value-too-long = { $field }: değer { $length } karakter; en fazla { $limit } karakter olabilir.
finding-value-too-long-fix = Önemli olan bölümü bırakın; “içerir” onu her yerde bulur.
finding-ambiguous-date = { $field }: “{ $text }” hem { $day_first } hem { $month_first } olabilir.
finding-ambiguous-date-fix = Ayı yazıyla belirtin; örneğin 1 Aralık 2026.
finding-malformed-date = { $field }: “{ $text }” bir tarih değil.
finding-malformed-date-fix = Yıl, ay ve günü yazın; örneğin 2026-12-01.
finding-malformed-selector = { $field }: “{ $selector }” bir CSS seçicisi değil; sayfada hiçbir şey tıklanmış sayılmaz.
finding-malformed-selector-fix = #buy gibi bir seçici yazın ya da “metin” seçip düğmede yazanı girin.
finding-nonexistent-date = { $field }: takvimde { $text } günü yok.
finding-nonexistent-date-fix = Günü veya ayı düzeltin.
finding-date-passed = { $date } geçti; bu koşulla kampanyayı artık kimse göremez.
finding-date-passed-fix = Daha sonraki bir gün seçin veya koşulu kaldırın.
finding-malformed-version = “{ $text }” bir sürüm değil.
finding-malformed-version-fix = Aralarında nokta olan sayılar yazın; örneğin 120 veya 17.4.
finding-malformed-language = “{ $text }” bir dil etiketi değil.
finding-malformed-language-fix = { $meant ->
    [none] Listeden bir dil seçin veya tr ya da pt-BR gibi bir etiket yazın.
   *[other] Şunu yazın: { $meant }
}
finding-unknown-language = “{ $text }” hiçbir dilin etiketi değil.
finding-unknown-language-fix = { $meant ->
    [none] Listeden bir dil seçin veya tr ya da pt-BR gibi bir etiket yazın.
   *[other] Şunu yazın: { $meant }
}
finding-in-language = { $language }: { $message }
finding-own-language-not-set = Kampanyanın kendisinin hangi dilde yazıldığı belli değil.
finding-own-language-not-set-fix = Kampanyanın veya sitenin dilini seçin; yoksa o dili isteyen ziyaretçilere çeviri gösterilebilir.
finding-own-translation = Kampanyanın kendisi bu dilde ({ $language }) yazıldığından bu çeviriyi kimse görmez.
finding-own-translation-fix = Çeviriyi kaldırın veya kampanya için başka bir dil seçin.
finding-language-twice = Bir dil iki kez var ({ $language }).
finding-language-twice-fix = İkisinden birini kaldırın; ikincisi dikkate alınmaz.
finding-no-translation = Siteniz şu dili de konuşuyor, ama bu kampanyanın o dilde çevirisi yok: { $language }.
finding-no-translation-fix = Mesaja bu dili ekleyin veya dili sitenin dillerinden çıkarın.
finding-untranslated = { finding-part } çevrilmemiş.
finding-untranslated-fix = Çevrilene kadar ziyaretçiler kampanyanın kendi metnini okur.
finding-excess-translation = { finding-part } yalnızca çeviride var, kampanyanın kendisinde yok; bu yüzden kimse görmez.
finding-excess-translation-fix = Kampanyanın kendisine de yazın veya buradan kaldırın.
finding-unknown-choice = { $field }: “{ $word }” seçenekler arasında yok.
finding-unknown-choice-fix = { $meant ->
    [none] Listeden birini seçin.
   *[other] Şunu seçin: { $meant }
}
finding-malformed-url = “{ $text }” bir adres değil.
finding-malformed-url-fix = https://www.example.com/pricing gibi bir adres yazın.
finding-foreign-url-scheme = Hiçbir web sayfasının adresi { $scheme }:// ile başlamaz.
finding-foreign-url-scheme-fix = https:// ile veya doğrudan alan adıyla başlayın.
finding-url-fragment = # ve sonrası, #/odeme gibi bir yönlendirme değilse sayfanın adresinden sayılmaz; “{ $text }” içinde # var.
finding-url-fragment-fix = # işaretini ve sonrasını silin.
finding-url-blank = { $never ->
    [yes] Hiçbir sayfa “{ $text }” ile eşleşmez: alan adında boşluk olmaz.
   *[no] Alan adında boşluk olmaz; “{ $text }” içinde var.
}
finding-url-blank-fix = Boşluğu silin.
finding-url-without-host = Adres alan adıyla başlar; “{ $text }” ise bir yolla başlıyor.
finding-url-without-host-fix = Önüne alan adını yazın, örneğin www.example.com, veya “içerir” seçin.
finding-exit-screen-not-yes = Ayrılmak üzere yalnızca “evet” olabilir.
finding-exit-screen-not-yes-fix = Evet seçin veya koşulu kaldırın.
finding-unfinished-condition = { $field }: koşul tamamlanmadığı için dikkate alınmıyor.
finding-unfinished-condition-fix = Karşılaştırmayı ve değeri yeniden seçin.
finding-nobody-sees = { $conflict ->
    [one] Bu koşul nedeniyle kampanyayı hiç kimse göremez.
    [one-why] Bu koşul nedeniyle kampanyayı hiç kimse göremez: { $because }.
    [several] Bu kampanyayı hiç kimse göremez: koşullarından { $conditions } tanesi birbirini dışlıyor.
   *[several-why] Bu kampanyayı hiç kimse göremez: koşullarından { $conditions } tanesi birbirini dışlıyor ({ $because }).
}
finding-nobody-sees-fix = Bunlardan birini değiştirin veya kaldırın.
finding-always-true = { $exclusions ->
    [yes] Bu grup her ziyaretçi için geçerli: değerlerden birine sahip olan diğerine sahip değildir.
   *[no] Bu her ziyaretçi için geçerli, bu yüzden hiçbir şeyi sınırlamıyor.
}
finding-always-true-fix = { $exclusions ->
    [yes] Değerlerin hiçbiri istenmiyorsa bunları “herhangi biri” yerine “tümü” ile bağlayın.
   *[no] Kaldırın veya değerini düzeltin.
}
finding-dead-alternative = { $conflict ->
    [one] Bu seçenek hiçbir zaman sağlanamaz.
    [one-why] Bu seçenek hiçbir zaman sağlanamaz: { $because }.
    [several] Bu seçenek diğer koşullarla birlikte hiçbir zaman sağlanamaz.
   *[several-why] Bu seçenek diğer koşullarla birlikte hiçbir zaman sağlanamaz ({ $because }).
}
finding-dead-alternative-fix = Kaldırın veya çeliştiği koşulu değiştirin.
finding-redundant = { $by ->
    [0] Bu hiçbir şeyi değiştirmiyor: zaten böyle bir ziyaretçi yok.
    [one] Bu hiçbir şeyi değiştirmiyor: başka bir koşul bunu zaten kapsıyor.
   *[other] Bu hiçbir şeyi değiştirmiyor: başka { $by } koşul birlikte bunu zaten kapsıyor.
}
finding-redundant-fix = Açıklık için durmuyorsa kaldırın.
finding-missing-content-type = Pencerenin türü seçilmedi.
finding-missing-content-type-fix = Zengin kart, metin veya sohbet penceresi seçin.
finding-unknown-content-type = “{ $word }” pencere türü tanınmıyor.
finding-unknown-content-type-fix = Zengin kart, metin veya sohbet penceresi seçin.
finding-part = { $part ->
    [name] Kampanyanın adı
    [title] Başlık
    [subtitle] Alt başlık
    [image-alt] Resmin açıklaması
    [button-name] Düğme adı
    [button-action-message] Düğmenin mesajı
    [button-action-link] Düğmenin bağlantısı
    [text] Metin
    [user-say] Kullanıcı ifadesi
    [replies-0-name] 1. yanıtın metni
    [replies-0-action-message] 1. yanıtın mesajı
    [replies-0-action-link] 1. yanıtın bağlantısı
    [replies-1-name] 2. yanıtın metni
    [replies-1-action-message] 2. yanıtın mesajı
    [replies-1-action-link] 2. yanıtın bağlantısı
    [replies-2-name] 3. yanıtın metni
    [replies-2-action-message] 3. yanıtın mesajı
    [replies-2-action-link] 3. yanıtın bağlantısı
    [replies-3-name] 4. yanıtın metni
    [replies-3-action-message] 4. yanıtın mesajı
    [replies-3-action-link] 4. yanıtın bağlantısı
   *[preview-reply] Önizleme yanıtı
}
finding-missing-text = { finding-part } eksik.
finding-missing-text-fix = { $part ->
    [name] Kampanyaya iş arkadaşlarınızın tanıyacağı bir ad verin.
    [title] En fazla { $limit } karakterlik bir başlık yazın.
    [text] En fazla { $limit } karakterlik bir metin yazın.
    [button-name] Bir ad ekleyin; örneğin “Planları karşılaştır”.
    [button-action-message] Düğmenin bota ne söyleyeceğini yazın.
    [button-action-link] Düğmenin götüreceği yeri yazın; örneğin https://www.example.com.
    [replies-0-name] Üzerinde ne yazacağını girin veya yanıtı silin.
    [replies-0-action-link] Yanıtın götüreceği yeri yazın; örneğin https://www.example.com.
    [replies-1-name] Üzerinde ne yazacağını girin veya yanıtı silin.
    [replies-1-action-link] Yanıtın götüreceği yeri yazın; örneğin https://www.example.com.
    [replies-2-name] Üzerinde ne yazacağını girin veya yanıtı silin.
    [replies-2-action-link] Yanıtın götüreceği yeri yazın; örneğin https://www.example.com.
    [replies-3-name] Üzerinde ne yazacağını girin veya yanıtı silin.
    [replies-3-action-link] Yanıtın götüreceği yeri yazın; örneğin https://www.example.com.
   *[user-say] Ziyaretçinin yazacağı ifadeyi yazın; eşleşen niyeti bu başlatır.
}
finding-nothing-to-say = Metne tıklamak sohbeti açar ama hiçbir şey söylemez.
finding-nothing-to-say-fix = Ziyaretçinin yazacağı ifadeyi yazın; eşleşen niyeti bu başlatır.
finding-too-many-replies = { $count } hızlı yanıt var; en fazla { $most } gösterilir.
finding-too-many-replies-fix = Bazılarını silin.
finding-empty-without-attribute = { finding-part }, eklenen özelliği olmayan ziyaretçilerde boş kalıyor.
finding-empty-without-attribute-fix = Özelliğe bir yedek verin; örneğin {"{{"}name|merhaba{"}}"}.
finding-too-long = { finding-part } { $length } karakter; en fazla { $limit } karakter sığar.
finding-too-long-fix = { $excess } karakter kısaltın.
finding-too-many-marks = { finding-part }: { $code_points } kod noktası var, harflerinin gerektirdiğinden çok daha fazla; en fazla { $limit } olabilir.
finding-too-many-marks-fix = Yeniden yazın veya düz metin olarak yapıştırın: üst üste binen işaretler ya da görünmeyen karakterler yer kaplıyor.
finding-may-not-fit = { finding-part } { $length } karakter; telefonda bir satıra yaklaşık { $fitting } karakter sığar.
finding-may-not-fit-fix = Kısaltın veya telefon önizlemesine bakın.
finding-token-without-fallback = { finding-part }: “{ $key }” özelliği olmayan ziyaretçiler bir boşluk görür.
finding-token-without-fallback-fix = Bir yedek ekleyin: {"{{"}{ $key }|…{"}}"}
finding-broken-token = { finding-part }: çift süslü ayraçlar hiçbir özellik eklemiyor.
finding-broken-token-fix = {"{{"}özellik|yedek{"}}"} biçiminde yazın veya ayraçları silin.
finding-control-character = { finding-part }: görünmeyen bir karakter var ({ $character }).
finding-control-character-fix = Metni yeniden yazın veya tek satır düz metin olarak yapıştırın.
finding-direction-override = { finding-part }: yazının yönünü çeviren görünmeyen bir karakter var ({ $character }).
finding-direction-override-fix = Metni yeniden yazın; sağdan sola yazılar böyle bir karakter gerektirmez.
finding-missing-action = Düğme henüz bir şey yapmıyor.
finding-missing-action-fix = Bota ne söyleyeceğini veya hangi bağlantıyı açacağını seçin.
finding-link-without-scheme = “{ $link }” bağlantısı https:// ile başlamıyor.
finding-link-without-scheme-fix = Şunu yazın: https://{ $link }
finding-link-scheme = “{ $scheme }:” ile başlayan bağlantılara izin verilmez.
finding-link-scheme-fix = Şunlardan birini kullanın: { $allowed }.
finding-malformed-link = “{ $link }” bağlantısı bir yere gitmiyor.
finding-malformed-link-fix = https://www.example.com, mailto:merhaba@example.com veya tel:+902125550100 gibi bir bağlantı yazın.
finding-link-from-attribute = Bağlantının alan adı “{ $key }” özelliğine bağlı; her yere götürebilir.
finding-link-from-attribute-fix = https://, kendi alan adınız ve bir eğik çizgiyle başlatın; özellikler sonra gelebilir.
finding-link-with-user = @ işaretinden önce ne yazarsa yazsın bağlantı şuraya götürür: “{ $host }”. Öncesi bir kullanıcı adıdır.
finding-link-with-user-fix = // ile @ arasını silin.
finding-picture-outside-library = “{ $path }” resmi kitaplığın kendi images klasöründe bir dosya değil.
finding-picture-outside-library-fix = Resmi yeniden seçin; Beckon onu kitaplığa alır.
finding-picture-missing = “{ $path }” resmi kitaplıkta bulunamadı.
finding-picture-missing-fix = Resmi yeniden seçin veya dosyayı yerine koyun.
finding-picture-unreadable = “{ $path }” bir resim değil veya bozulmuş.
finding-picture-unreadable-fix = Başka bir resim seçin.
finding-picture-not-png = “{ $path }” resmi PNG değil.
finding-picture-not-png-fix = Yeniden seçin; Beckon onu PNG yapar.
finding-picture-size = Resmin boyutu { $width }×{ $height }; kartın gösterdiği boyut { $card_width }×{ $card_height }.
finding-picture-size-fix = Yeniden seçin; Beckon kırpmayı önerir.
finding-picture-not-dense = Resim, telefonlarınki gibi keskin ekranlarda bulanık görünür.
finding-picture-not-dense-fix = En az { $card_width }×{ $card_height } boyutunda bir dosya ve onun bu kadar büyük bir parçasını seçin.
finding-dense-picture-size = Keskin ekranlar için resmin boyutu { $card_width }×{ $card_height } yerine { $width }×{ $height }.
finding-dense-picture-size-fix = Resmi yeniden seçin; Beckon iki boyutunu da oluşturur.
finding-missing-image-alt = Resmin alternatif metni yok.
finding-missing-image-alt-fix = Resmi göremeyen ziyaretçiler için ne gösterdiğini yazın ya da süsleme olarak işaretleyin.
finding-launcher-not-square = Başlatıcı görselinin boyutu { $width }×{ $height }; başlatıcı yuvarlak olduğu için kenarları kesilir.
finding-launcher-not-square-fix = Kare bir resim seçin.
finding-launcher-not-chosen = Başlatıcı görseli seçilmedi; sitenin kendi görseli kalır.
finding-launcher-not-chosen-fix = Mevcut görseli, bot profilini veya bir resmi seçin.
finding-unknown-launcher = “{ $word }” başlatıcı görseli tanınmıyor.
finding-unknown-launcher-fix = Mevcut görseli, bot profilini veya bir resmi seçin.
finding-site-address = “{ $text }” bir web sitesinin adresi değil.
finding-site-address-fix = https://www.example.com gibi, başıyla birlikte yazın.
finding-outside-site = { $address } sitenizin sayfalarından değil: kampanyalar yalnızca sitenizin adreslerinde gösterilir.
finding-outside-site-fix = Adresi Siteniz’e ekleyin ya da başka bir sayfa isteyin.
finding-look-color = “{ $key }” için “{ $written }” bir renk değil.
finding-look-color-fix = #4f46e5 gibi yazın veya sitenin değerine bırakın.
finding-look-number = “{ $key }” için “{ $written }” değeri olamaz.
finding-look-number-fix = { $least } ile { $most } arasında bir tam sayı seçin veya sitenin değerine bırakın.
finding-look-distances = “{ $key }” için “{ $written }” değeri olamaz.
finding-look-distances-fix = 0 ile { $most } arasında iki tam sayı seçin veya sitenin değerine bırakın.
finding-look-word = “{ $key }” için “{ $written }” değeri tanınmıyor.
finding-look-word-fix = Başka bir değer seçin veya sitenin değerine bırakın.
finding-low-contrast = { $text } rengindeki metin { $card } rengindeki kartta zor okunuyor: kontrastı { $ratio }; en az 4,5 : 1 gerekir (WCAG 2.2 AA).
finding-low-contrast-fix = Metin rengini temaya bırakın, o her zaman okunur, veya birbirinden daha farklı renkler seçin.
finding-rest-count = Ziyaretçi başına sınır, 1 ile 100 arasında bir tam sayı ister.
finding-rest-count-fix = Bir ziyaretçiye en fazla kaç pencere gösterileceğini yazın.
finding-rest-time = Ziyaretçi başına sınırın hangi süre için olduğu belli değil.
finding-rest-time-fix = Oturumu ya da en az 1 olan bir dakika, saat veya gün sayısını seçin.
finding-missing-cycle-length = Yineleme aralığının sayısı eksik.
finding-missing-cycle-length-fix = Bir sayı yazın veya “Her açılışta” seçin.
finding-cycle-length = Yineleme aralığı { $every } olamaz.
finding-cycle-length-fix = En az 1 olan bir tam sayı yazın.
finding-missing-cycle-unit = Yineleme aralığının birimi eksik.
finding-missing-cycle-unit-fix = Dakika, saat, gün veya oturum seçin.
finding-unknown-cycle-unit = Yineleme aralığının “{ $word }” birimi tanınmıyor.
finding-unknown-cycle-unit-fix = Dakika, saat, gün veya oturum seçin.
finding-negative-delay = Mesaj gecikmesi { $delay } saniye olamaz.
finding-negative-delay-fix = 0 veya daha büyük bir sayı yazın.
finding-closes-at-once = Açılır pencere { $after } saniye sonra kendiliğinden kapanamaz.
finding-closes-at-once-fix = 0’dan büyük bir sayı yazın veya hiç kapanmaması için alanı boş bırakın.
finding-run-time = “{ $written }” saatiyle birlikte bir tarih değil.
finding-run-time-fix = 2026-12-01T09:00 gibi bir tarih yazın veya boş bırakın.
finding-run-without-time = Kampanyanın yayını başlamadan bitiyor.
finding-run-without-time-fix = Bitişi şundan sonraya alın: { $from }.
finding-run-over = Kampanyanın yayını sona erdi; artık kimse göremez.
finding-run-over-fix = Bitişi ileri alın veya boş bırakın.
finding-missing-weekday = Saatler için gün seçilmemiş.
finding-missing-weekday-fix = Haftanın en az bir gününü seçin.
finding-unknown-weekday = “{ $word }” günü tanınmıyor.
finding-unknown-weekday-fix = Haftanın günlerinden seçin.
finding-missing-hour = Saatlerin başlangıcı ve bitişi olmalı.
finding-missing-hour-fix = 09:00 gibi bir saat yazın.
finding-hour-unreadable = “{ $written }” bir saat değil.
finding-hour-unreadable-fix = 09:00 veya 17:30 gibi bir saat yazın.
finding-no-site-hours = Site, birinin ne zaman yanıt verdiğini söylemiyor; bu yüzden her zaman gösterilir.
finding-no-site-hours-fix = Siteniz bölümünde saat ekleyin.
finding-unknown-on-static-host = Durağan bir sitede { $field } hiçbir ziyaretçi için bilinmez: eşitlik hiçbir zaman, tersi ise her zaman sağlanır.
finding-unknown-on-static-host-fix = --country-header ile başlatılan bir sunucuya yayınlayın ya da bu satırı susturun.
finding-unknown-hours-in = Saatlerin kime göre olduğu (“{ $word }”) tanınmıyor.
finding-unknown-hours-in-fix = Kampanyanın veya ziyaretçinin saatini seçin.
finding-priority-not-whole = { $priority } önceliği bir tam sayı değil veya çok büyük.
finding-priority-not-whole-fix = Bir tam sayı yazın; 1 en öncelikli.
finding-expectation-fails = { $shown ->
    [yes] { finding-test-visitor } bunu görmemeli ama görüyor{ finding-because }.
   *[no] { finding-test-visitor } bunu görmeli ama görmüyor{ finding-because }.
}
finding-expectation-fails-fix = { $waived ->
    [yes] { finding-waived }
   *[no] Koşulları değiştirin ya da Testler bölümünde bekleneni düzeltin veya testi yok sayın.
}
finding-because = { $reason ->
    [given] : { $why }
    [none-needed] : kimin göreceğini sınırlayan bir koşul yok
   *[unknown] {""}
}
finding-test-visitor = { $named ->
    [yes] “{ $name }”
   *[no] Bu testin ziyaretçisi
}
finding-waived = Yok sayıldığı için yayını durdurmuyor; Testler bölümünde yeniden dikkate alınabilir.
finding-expectation-unreadable = { $named ->
    [yes] “{ $name }” çalıştırılamıyor: { finding-lack }.
   *[no] Bu test çalıştırılamıyor: { finding-lack }.
}
finding-lack = { $lack ->
    [no-visitor] ziyaretçisi yok
    [not-a-visitor] ziyaretçisi okunamıyor
    [unknown-key] ziyaretçilerde “{ $what }” diye bir özellik yok
    [wrong-value] ziyaretçisinin “{ $what }” değeri yanlış türde
    [no-instant] ziyaretçinin ne zaman orada olduğunu söylemiyor
    [not-an-instant] “{ $what }” bir an değil
   *[no-outcome] ne beklendiğini söylemiyor
}
finding-expectation-unreadable-fix = { $waived ->
    [yes] { finding-waived }
   *[no] { finding-lack-fix }
}
finding-lack-fix = { $lack ->
    [no-visitor] Testi kaldırın ve simüle edilen ziyaretçiden yeniden saklayın.
    [not-a-visitor] Testi kaldırın ve simüle edilen ziyaretçiden yeniden saklayın.
    [unknown-key] Bunu dosyadan silin veya testi simüle edilen ziyaretçiden yeniden saklayın.
    [wrong-value] Bunu dosyada düzeltin veya testi simüle edilen ziyaretçiden yeniden saklayın.
    [no-instant] Dosyaya 2026-11-22T10:00:00Z gibi bir an yazın veya testi simüle edilen ziyaretçiden yeniden saklayın.
    [not-an-instant] Dosyaya 2026-11-22T10:00:00Z gibi bir an yazın veya testi simüle edilen ziyaretçiden yeniden saklayın.
   *[no-outcome] Testler bölümünde ziyaretçinin bunu görüp görmeyeceğini seçin.
}
finding-too-many-labels = Kampanyada { $count } etiket var; { $limit } etikete yer var.
finding-too-many-labels-fix = Kimsenin kullanmadığı etiketleri kaldırın.
finding-label-unfit = “{ $label }” etiket olamaz: boş, iki ucunda boşluk var, { $limit } karakterden uzun ya da iki kez yazılmış.
finding-label-unfit-fix = Kaldırın ya da kampanyanın etiketlerinde yeniden yazın.
finding-test-name-too-long = Testin adı { $length } karakter; listelerde { $limit } karakterlik yer var.
finding-test-name-too-long-fix = Daha kısa bir ad verin.

## Cümle içinde sayılar, tarihler ve listeler
number-point = ,
number-group = .
number-percent = %{ $number }
number-seconds = { $number } saniye
word-yes = evet
word-no = hayır
word-and = ve
word-or = veya

## Ziyaretçilerin bir kampanyayla yaptıkları
performance = { $share ->
    [none] { $shown } gösterim · { $clicked } tıklama · { $closed } kapatma
   *[other] { $shown } gösterim · { $clicked } tıklama ({ $share }) · { $closed } kapatma
}

## Karşılaştırmalar, bağlaçlar ve diller
operator-contains = içerir
operator-not-contains = içermez
operator-equals = eşittir
operator-not-equals = eşit değildir
operator-starts-with = ile başlar
operator-matches = kalıbına uyar
operator-greater-than = büyüktür
operator-less-than = küçüktür
operator-at-least = en az
operator-at-most = en fazla
operator-one-of = şunlardan biri
operator-none-of = şunlardan hiçbiri
operator-on = bu tarihte
operator-on-or-later = bu tarihte veya sonrasında
operator-on-or-earlier = bu tarihte veya öncesinde
operator-is-set = belirtilmiş
operator-is-not-set = belirtilmemiş
relation-page-views-within-visits = kimse tek bir sayfayı, sitedeki tüm sayfaların toplamından daha çok açmış olamaz
relation-sessions-within-visits = her oturumda en az bir sayfa açılır
relation-first-session-is-all = ziyaretçi ilk oturumunda başka sayfa açmamıştır
relation-present-page-counts = ziyaretçinin bulunduğu sayfa da sayılır
relation-first-showing-today = kampanyayı hiç görmemiş biri onu ilk kez bugün görür
relation-first-seen-not-later = kimse kampanyayı ilk kez bugünden sonra görmüş olamaz
relation-time-passes = geçmiş günler geri gelmez
relation-repeat-cycle = bir gösterimden sonra yineleme aralığı kampanyayı bir süre bekletir
joiner-all = tümü
joiner-any = herhangi biri
joiner-none = hiçbiri
language-ar = Arapça
language-az = Azerbaycanca
language-bg = Bulgarca
language-cs = Çekçe
language-da = Danca
language-de = Almanca
language-el = Yunanca
language-en = İngilizce
language-en-gb = İngilizce (Birleşik Krallık)
language-en-us = İngilizce (ABD)
language-es = İspanyolca
language-es-mx = İspanyolca (Meksika)
language-et = Estonca
language-fa = Farsça
language-fi = Fince
language-fr = Fransızca
language-fr-ca = Fransızca (Kanada)
language-he = İbranice
language-hi = Hintçe
language-hr = Hırvatça
language-hu = Macarca
language-id = Endonezce
language-it = İtalyanca
language-ja = Japonca
language-ko = Korece
language-lt = Litvanca
language-lv = Letonca
language-nb = Norveççe (Bokmål)
language-nl = Felemenkçe
language-pl = Lehçe
language-pt = Portekizce
language-pt-br = Portekizce (Brezilya)
language-ro = Rumence
language-ru = Rusça
language-sk = Slovakça
language-sl = Slovence
language-sr = Sırpça
language-sv = İsveççe
language-th = Tayca
language-tr = Türkçe
language-uk = Ukraynaca
language-vi = Vietnamca
language-zh = Çince
language-zh-cn = Çince (Çin)
language-zh-tw = Çince (Tayvan)

## Bir kampanyanın sitedeki durumu
live-draft = Kampanya taslak: önce yayınlayın.
live-live = Kampanya yayında.
live-changed = Ziyaretçiler hâlâ son yayınlanan sürümü görüyor: önce değişikliklerinizi yayınlayın.
live-paused = Kampanya duraklatıldı: önce sürdürün.
live-scheduled = Kampanya yayında, ama { $day } tarihinden önce kimse görmez.
live-ended = Kampanya sona erdi: son günü { $day } idi.
live-waiting = Son yaptığınız işlem henüz siteye ulaşmadı.
live-refused = Site sunucusu son işleminizi kabul etmedi: “İncele ve yayınla” adımına bakın.
live-conflict = Kampanyayı sitede başka biri değiştirdi: önce bir sürüm seçin.

## Bir kampanyanın ziyaret sırasındaki yeri
standing-no-page = henüz açık bir sayfa yok
standing-visible = ekranda
standing-already-shown = bu sayfa görüntülemesinde gösterildi
standing-cycle = yineleme aralığı dolana kadar bekliyor: { $until }
standing-cycle-session = başka bir oturuma kadar bekliyor (yineleme aralığı)
standing-cycle-for-good = artık gösterilmez (yineleme aralığı)
standing-waiting = mesaj gecikmesini bekliyor: { $left } kaldı
standing-resting = sitenin sınırını { $by } doldurdu; şu ana kadar bekliyor: { $until }
standing-resting-session = sitenin bu oturumdaki sınırını { $by } doldurdu
standing-quiet = sessizlik süresi dolana kadar bekliyor: { $until } (bir pencere az önce kapandı)
standing-quiet-for-good = artık hiçbir şey gösterilmez
standing-outranked = koşulları sağlıyor, ama önce “{ $by }” gelir
standing-behind = koşulları sağlıyor, “{ $by }” kapanana kadar bekliyor
standing-chat-open = koşulları sağlıyor, sohbet kapanana kadar bekliyor
standing-away = koşulları sağlıyor, ziyaretçi bu sekmeye dönene kadar bekliyor
standing-covered = koşulları sağlıyor, sayfayı kaplayan kalkana kadar bekliyor
standing-other-site = bu sayfa sitenin adreslerinde değil
standing-scheduled = yayını şu zamanda başlar: { $until }
standing-scheduled-for-good = yayını başlamaz
standing-ended = yayını sona erdi
standing-out-of-hours = saatleri dışında, yeniden: { $until }
standing-out-of-hours-for-long = saatleri dışında
standing-nobody-answers = şu ana kadar kimse yanıt vermiyor: { $until }
standing-nobody-answers-for-long = kimse yanıt vermiyor
standing-rule-fails = kuralı sağlanmıyor
standing-not-now = şimdi değil: { $reason }
standing-not-now-more = şimdi değil: { $reason } ve { $count } neden daha

## Yayınlamanın değiştireceği
change-added = Eklendi
change-removed = Kaldırıldı
change-changed = Değişti
change-moved = Taşındı
change-unknown-in = Bu sürümün bilmediği bir biçimde değişti
change-join = Sayfadaki anın hedef kitleyle bağlantısı
change-audience = Kimler görür: ziyaretçiler için geçerli olması gereken
change-group = Grup
change-group-of = { $joiner } ({ $parts })
change-empty-group = boş bir grup
summary-missing-audience = Kimseye gösterme: kayıtlı hedef kitle “{ $name }” bulunamıyor veya okunamıyor.
change-saved-audience = kayıtlı hedef kitle “{ $name }”
change-no-field = henüz seçilmemiş bir koşul
change-unfinished = (doldurulmamış)
change-empty = (boş)
change-as-the-site = sitedeki gibi
change-not-set = (belirtilmemiş)
change-rich = Zengin kart
change-bubble = Metin
change-open-window = Sohbet penceresi
change-picture = bir resim
change-another-picture = başka bir resim
change-no-picture = resim yok
change-no-replies = yok
change-current = sitenin kendisininki
change-bot-profile = botun profili
change-say = { $message } de
change-open = { $link } aç
change-every-page-view = her sayfa açılışı
change-at-once = hemen
change-join-and = VE
change-join-or = VEYA
change-joiner-all = bunların tümü
change-joiner-any = bunların herhangi biri
change-joiner-none = bunların hiçbiri
change-part-name = Ad
change-part-platform = Platform
change-part-time-zone = Saat dilimi
change-part-content-type = Tür
change-part-title = Başlık
change-part-subtitle = Alt başlık
change-part-image-alt = Alternatif metin
change-part-picture = Resim
change-part-dense-picture = Keskin ekranlar için resim
change-part-button-name = Düğme
change-part-button-action = Basıldığında
change-part-replies = Hızlı yanıtlar
change-part-text = Mesaj
change-part-user-say = Kullanıcı ifadesi
change-part-preview-reply = Önizlemedeki yanıt
change-part-repeat-cycle = Yineleme aralığı
change-part-message-delay = Mesaj gecikmesi
change-part-runs-from = Yayın başlangıcı
change-part-runs-until = Yayın bitişi
change-part-hours = Saatler
change-part-hours-in = Hangi saate göre
change-part-only-in-hours = Yalnızca biri yanıt verirken
site-change-hours = Birinin yanıt verdiği saatler
site-change-always = her zaman
site-change-rests = Ziyaretçi başına sınır
site-change-languages = Diller
change-hours-in-campaign = kampanyanın saati
change-hours-in-visitor = ziyaretçinin saati
change-any-hour = her saatte
change-part-closes-after = Kendiliğinden kapanma
change-never = hiçbir zaman
change-part-priority = Öncelik
change-part-language = Dil
change-in-language = { $language }, { $part }
change-part-launcher-image = Başlatıcı görseli

## Satırların okunduğu gibi koşullar
condition-contains = { $field } şunu içerir: { $value }
condition-not-contains = { $field } şunu içermez: { $value }
condition-equals = { $field }: { $value }
condition-not-equals = { $field } şu değil: { $value }
condition-starts-with = { $field } şununla başlar: { $value }
condition-matches = { $field } şu kalıba uyar: { $value }
condition-greater-than = { $field } { $value } değerinden büyük
condition-less-than = { $field } { $value } değerinden küçük
condition-at-least = { $field } en az { $value }
condition-at-most = { $field } en fazla { $value }
condition-one-of = { $field } şunlardan biri: { $value }
condition-none-of = { $field } şunlardan hiçbiri: { $value }
condition-on = { $field } { $value } tarihinde
condition-on-or-later = { $field } { $value } tarihinde veya sonrasında
condition-on-or-earlier = { $field } { $value } tarihinde veya öncesinde
condition-is-set = { $field } belirtilmiş
condition-is-not-set = { $field } belirtilmemiş

## Ne zaman ve ne sıklıkta
timing-delay-and-cycle = { $delay } sonra görünür, { $cycle } içinde tekrar gösterilmez.
timing-delay = { $delay } sonra görünür.
timing-stay = { $stay } sonra kendiliğinden kapanır.
timing-runs = { $from } ile { $until } arasında yayındadır
timing-runs-from = { $from } itibarıyla yayındadır
timing-runs-until = şu zamana kadar yayındadır: { $until }
timing-hours = yalnızca şu saatlerde gösterilir: { $hours }
timing-hours-of-visitor = yalnızca ziyaretçinin saatiyle şu saatlerde gösterilir: { $hours }
weekday-all = her gün
weekday-monday = pazartesi
weekday-tuesday = salı
weekday-wednesday = çarşamba
weekday-thursday = perşembe
weekday-friday = cuma
weekday-saturday = cumartesi
weekday-sunday = pazar
timing-only-in-hours = yalnızca biri yanıt verirken gösterilir
timing-cycle = Aynı ziyaretçiye { $cycle } içinde tekrar gösterilmez.
cycle-minutes = { $number } dakika
cycle-hours = { $number } saat
rest-session = oturum başına en fazla { $count ->
    [1] bir
   *[other] { $count }
 } pencere
rest-minutes = { $every ->
    [1] dakikada
   *[other] { $every } dakikada
 } en fazla { $count ->
    [1] bir
   *[other] { $count }
 } pencere
rest-hours = { $every ->
    [1] saatte
   *[other] { $every } saatte
 } en fazla { $count ->
    [1] bir
   *[other] { $count }
 } pencere
rest-days = { $every ->
    [1] günde
   *[other] { $every } günde
 } en fazla { $count ->
    [1] bir
   *[other] { $count }
 } pencere
rest-but = { $rest }, { $count } kampanya dışında
rest-none = sınır yok
cycle-days = { $number } gün
cycle-sessions = { $count ->
    [one] aynı oturum
   *[other] { $number } oturum
}
cycle-last-minutes = son { $number } dakika
cycle-last-hours = son { $number } saat
cycle-last-days = son { $number } gün
cycle-last-sessions = { $count ->
    [one] bu oturum
   *[other] son { $number } oturum
}

## Bir ziyaretçi hakkındaki karar
verdict-resting = Henüz değil: yakın zamanda gösterildi, yeniden { $until } itibarıyla gösterilebilir.
verdict-resting-session = { $count ->
    [one] Bu oturumda yeniden gösterilmez.
   *[other] Henüz değil: yakın zamanda gösterildi, { $number } oturum sonra yeniden gösterilebilir.
}
verdict-rest = Henüz değil: siteniz { $rest } gösterir; sıradaki { $until } itibarıyla gösterilebilir.
verdict-rest-session = Henüz değil: siteniz { $rest } gösterir; sıradaki başka bir oturumda gösterilebilir.
verdict-quiet = Henüz değil: bir pencere az önce kapandı, şu ana kadar hiçbir şey gösterilmez: { $until }.
verdict-other-site = Gösterilmez: bu sayfa sitenin adreslerinde değil.
verdict-scheduled = Henüz değil: yayını şu zamanda başlar: { $until }.
verdict-ended = Gösterilmez: yayını sona erdi.
verdict-out-of-hours = Şu an değil: saatleri dışında, yeniden { $until } itibarıyla gösterilebilir.
verdict-out-of-hours-for-long = Şu an değil: saatleri dışında.
verdict-nobody-answers = Şu an değil: kimse yanıt vermiyor, yeniden { $until } itibarıyla gösterilebilir.
verdict-nobody-answers-for-long = Şu an değil: kimse yanıt vermiyor.
verdict-shown-after = { $delay } sonra gösterilir.
verdict-shown-at-once = Hemen gösterilir.
verdict-not-shown = Gösterilmez.
verdict-not-shown-because = Gösterilmez: { $reason }.
verdict-also = Ayrıca: { $reasons }.
verdict-not-shown-within = { $rule }; { $cycle } içinde gösterilmedi.
verdict-may-return = { $rule }; yineleme aralığı { $cycle }.
verdict-no-condition = Kimin göreceğini sınırlayan bir koşul yok
verdict-all-hold = Tüm koşullar sağlanıyor
verdict-enough-hold = Yeterli koşul sağlanıyor
verdict-enough-hold-because = Yeterli koşul sağlanıyor: { $reasons }
verdict-more-reasons = { $reasons }; ve { $count } neden daha
verdict-clause-resting = yakın zamanda gösterildi, yeniden { $until } itibarıyla gösterilebilir
verdict-clause-resting-session = { $count ->
    [one] bu oturumda yeniden gösterilmez
   *[other] yakın zamanda gösterildi, { $number } oturum sonra yeniden gösterilebilir
}
verdict-clause-rest = siteniz { $rest } gösterir, sıradaki { $until } itibarıyla gösterilebilir
verdict-clause-rest-session = siteniz { $rest } gösterir, sıradaki başka bir oturumda gösterilebilir
verdict-used-up = Sınırı dolduran: { $by }.
verdict-spoken = Bu ziyaretçinin göreceği dil: { $language }.
verdict-spoken-own = Bu ziyaretçi onu kampanyanın kendi dilinde görür.
verdict-spoken-for = Tarayıcısının istediği dil: { $preferred }.
verdict-spoken-none = Dillerinin hiçbiri kampanyanın dilleri arasında yok.
verdict-another-campaign = başka bir kampanya
verdict-clause-quiet = bir pencere az önce kapandı, şu ana kadar hiçbir şey gösterilmez: { $until }
verdict-clause-other-site = bu sayfa sitenin adreslerinde değil, orada hiçbir kampanya gösterilmez
verdict-clause-missing-audience = kayıtlı hedef kitle “{ $name }” bulunamıyor veya okunamıyor, bu yüzden kimse ona dahil değil
verdict-clause-scheduled = yayını şu zamanda başlar: { $until }
verdict-clause-ended = yayını sona erdi
verdict-clause-out-of-hours = saatleri dışında, yeniden { $until } itibarıyla gösterilebilir
verdict-clause-out-of-hours-for-long = saatleri dışında
verdict-clause-nobody-answers = kimse yanıt vermiyor, yeniden { $until } itibarıyla gösterilebilir
verdict-clause-nobody-answers-for-long = kimse yanıt vermiyor
verdict-muted = Devre dışı; bir etkisi yok.
verdict-unfinished = Tamamlanmamış; henüz bir etkisi yok.
verdict-empty = Bu gruptaki hiçbir şeyin henüz bir etkisi yok.
verdict-group-all = { $all } koşuldan { $holding } tanesi sağlanıyor, tümü gerekli.
verdict-group-any = { $all } koşuldan { $holding } tanesi sağlanıyor, biri yeterli.
verdict-group-none = { $all } koşuldan { $holding } tanesi sağlanıyor, hiçbiri olmamalı.
verdict-while = iken
verdict-empty-text = boş bir metin
verdict-more-conditions = { $count } koşul daha
verdict-choice-either = { $listed } – birinin değişmesi yeterli
verdict-choice-any = { $listed } – birinin değişmesi yeterli
verdict-choice-either-wholly = { $listed } – birinin tümüyle değişmesi yeterli
verdict-choice-any-wholly = { $listed } – birinin tümüyle değişmesi yeterli

## Kampanyalar hakkında yanıtlar
answer-somebody = Bunu görebilecek biri var.
answer-nobody = Bunu hiç kimse göremez.
answer-unsure-who = Bunu görebilecek biri olup olmadığı belirlenemedi.
answer-sees-already = Ziyaretçi bunu zaten görüyor.
answer-no-change-helps = Hiçbir değişiklik yetmez: bunu hiç kimse göremez.
answer-unsure-what = Nelerin değişmesi gerektiği belirlenemedi.
answer-doubt-texts = Birbirine bağlı adres ve metin koşulları tümü denenemeyecek kadar çok. Sayılarını azaltmak yardımcı olur.
answer-doubt-alternatives = Tümü denenemeyecek kadar çok seçenek var. Sayılarını azaltmak veya kampanyayı ikiye bölmek yardımcı olur.
answer-would-see = Ziyaretçi { $changes } bunu görürdü.
answer-no-such-visitors = { $visitors } bir ziyaretçi olamaz
answer-example = Örneğin { $when }: { $facts }.
answer-example-anybody = Kimin göreceğini sınırlayan bir koşul yok.
rivals-starve = { $first } kampanyasını gören birine { $second } hiçbir zaman gösterilemez: { $rest }
rivals-wait = { $first } gösterildikten sonra { $second } bekler: { $rest }
rivals-compete = { $first } ve { $second } aynı ziyaretçiler için yarışıyor; önce { $first } gösterilir.
rivals-loses = { $loser } her zaman { $winners } kampanyasının gerisinde kalır.
rivals-loses-why = Onu görebilecek herkes o kampanyayı da görebilir ve önce o gösterilir.
rivals-loses-to-several = { $loser } her zaman { $winners } kampanyalarından birinin gerisinde kalır.
rivals-loses-to-several-why = Onu görebilecek herkes bunlardan birini de görebilir ve bunların hepsi ondan önce gösterilir.
rivals-turn = Sıra ona ancak diğeri aynı sayfada kapatıldıktan sonra gelir.
rivals-turn-rests = Sıra ona ancak diğeri aynı sayfada kapatıldıktan sonra veya yineleme aralığı nedeniyle beklerken gelir.
rivals-rank-priority = önceliği { $first }, diğerininki { $second }
rivals-rank-only-launched = öncelikleri aynı, diğeri hiç yayınlanmadı
rivals-rank-launched-later = öncelikleri aynı, bu kampanya daha sonra yayınlandı
rivals-rank-arbitrary = öncelikleri ve yayınlanma zamanları aynı, aralarındaki sıra rastgele; birine başka bir öncelik verin
rivals-nameless = adsız bir kampanya
cli-ready = yayınlanmaya hazır
cli-ready-warned = yayınlanmaya hazır, { $warnings } uyarı var
cli-stopped = { $errors } hata
cli-stopped-warned = { $errors } hata, { $warnings } uyarı
cli-not-ready = yayınlanmaya hazır değil
cli-severity-error = hata
cli-severity-warning = uyarı
cli-places = Dosyadaki yerleri:
cli-overlap-none = Bu kampanyaların hiçbiri yarışmıyor: hiç kimse aynı anda ikisine birden uyamaz.
cli-overlap-left-out = { $file } dışarıda kalıyor: henüz yayınlanamaz. Bkz. “beckon check”.
cli-overlap-unsure = “{ $one }” ile “{ $other }” kampanyalarının yarışıp yarışmadığı belirlenemedi.
cli-journey-nothing = bu yolculukta hiçbir şey gösterilmiyor
cli-journey-show = gösterilir
cli-journey-hide = gizlenir
cli-tree-everyone = herkes
cli-tree-all = tümü
cli-tree-any = en az biri
cli-tree-none = hiçbiri
cli-tree-activity-and = ve sayfada tümü
cli-tree-activity-or = veya sayfada tümü
cli-tree-muted = devre dışı
cli-tree-unfinished = tamamlanmamış
cli-tree-empty = içinde geçerli bir koşul yok
cli-tree-condition = { $condition } · ziyaretçideki değer: { $found }
cli-tree-nothing = yok
cli-reach = { $read } ziyaretçiden { $qualified } kişi uyuyor.
cli-reach-share = { $read } ziyaretçiden { $qualified } kişi uyuyor ({ $share }).
cli-reach-unreadable = okunamayan ve sayılmayan satırlar: { $rows }
