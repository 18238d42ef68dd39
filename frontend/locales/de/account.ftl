### Mein Konto: Name, Adresse, Sprache, Passwort, Farben und Konten bei Anbietern.

title = Mein Konto

name = Ihr Name
    .label = Name
    .save = Name speichern
    .done = Ihr Name ist gespeichert.

email = Ihre E-Mail-Adresse
    .verified = Bestätigt
    .not-verified = Nicht bestätigt
    .about-verified = Mit ihr melden Sie sich an, und Mails zu Ihrem Konto gehen dorthin.
    .about-not-verified = Mit ihr melden Sie sich an. Bestätigen Sie sie, damit sicher ist, dass Mails zu Ihrem Konto Sie erreichen.
    .about-passwordless = Mails zu Ihrem Konto gehen dorthin. Um sie zu ändern, braucht es ein Passwort, und Sie haben hier keines.
    .verify = Bestätigen
    .sent = Ein Link ist unterwegs an { $email }. Öffnen Sie ihn innerhalb von 24 Stunden.
    .change = E-Mail-Adresse ändern …
new-email = E-Mail-Adresse ändern
    .about = Wir schicken einen Link an die neue Adresse. Wenn Sie ihn dort öffnen, tritt die neue Adresse an die Stelle der alten.
    .label = Neue E-Mail-Adresse
    .send = Link schicken
    .sent = Ein Link ist unterwegs an { $email }. Öffnen Sie ihn innerhalb von 24 Stunden: Bis dahin melden Sie sich mit der bisherigen Adresse an.

language = Ihre Sprache
    .label = Sprache
    .about = Dieser Seiten und der Mails zu Ihrem Konto.
    .save = Sprache speichern

appearance = Darstellung
    .colours = Farben
    .about = In diesem Browser, und sofort.
    .auto = Wie das System
    .light = Hell
    .dark = Dunkel

password = Ihr Passwort
    .none = Sie melden sich bei Ihrem Anbieter an und haben hier kein Passwort.
    .current = Aktuelles Passwort
    .wrong = Das ist nicht Ihr aktuelles Passwort.
    .new = Neues Passwort
    .about = Ihre anderen Sitzungen werden beendet.
    .change = Passwort ändern
    .done = Ihr Passwort ist geändert.

## Konten bei Anbietern für Single Sign-on

sign-in-methods = Single Sign-on
    .none = Es ist kein Konto verbunden. Verbinden Sie eines, um sich damit anzumelden.
    .last = Anders können Sie sich nicht anmelden, deshalb bleibt es.
identity = Verbunden <since/>
    .used = Verbunden <since/>, zuletzt benutzt <used/>
connect = { $provider } verbinden …
    .title = { $provider } verbinden
    .about = Als Nächstes melden Sie sich bei { $provider } an. Danach können Sie sich mit Ihrem Konto dort auch hier anmelden, so wie mit Ihrem Passwort.
    .go = Weiter zu { $provider }
disconnect = Trennen …
    .named = { $provider } trennen …
    .question = { $provider } trennen?
    .about = Mit Ihrem Konto dort können Sie sich hier nicht mehr anmelden, und Ihre anderen Sitzungen werden beendet.
    .do = Trennen
    .keep = Behalten
    .done = Ihr Konto bei { $provider } ist getrennt.
