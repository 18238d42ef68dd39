### Was auf jeder Seite hinter der Anmeldung zur Hand ist: alles finden, und die Tastenkürzel.

title = Überall suchen
hint = Eine Seite oder eine Aktion
    .people = Eine Seite, eine Aktion oder eine Person
close = Schließen
cancel = Abbrechen
found = { $count ->
    [0] Nichts gefunden.
    [one] 1 gefunden.
   *[other] { $count } gefunden.
}

pages = Seiten
actions = Aktionen
people = Personen
order =
    .invite = Personen einladen
    .create-account = Konto mit Passwort anlegen
    .import = Personen importieren
    .create-role = Rolle erstellen
    .make-key = API-Schlüssel erstellen
    .connect-provider = Anbieter für Single Sign-on verbinden
    .create-webhook = Webhook erstellen
    .create-organization = Organisation anlegen
    .export-log = Protokoll exportieren
language = Sprache: { $language }
colours =
    .light = Farben: hell
    .dark = Farben: dunkel
    .auto = Farben: wie im System

shortcuts = Tastenkürzel
    .find = Überall suchen
    .search = Zur Suche der Seite
    .new = Auf dieser Seite etwas Neues anlegen
    .help = Diese Tastenkürzel zeigen
go-to = Zu „{ $page }“
then = dann
control = Strg
single-keys = Kürzel mit einzelnen Tasten verwenden
    .about = Schalten Sie sie aus, wenn Sie mit Ihrem Computer sprechen oder versehentlich Tasten treffen.

# $count is how many of them leave something out.
filters = { $count ->
    [0] Filter
   *[other] Filter ({ $count })
}
views = Gespeicherte Filter
    .about = Sie liegen in diesem Browser und sind nur für Sie da.
    .shown = jetzt zu sehen

save = Diesen Filter speichern
    .first = Grenzen Sie zuerst die Liste ein: Dann können Sie den Filter hier speichern.
    .name = Name für diesen Filter
    .hint = Etwa „Überfällige Manager“
    .action = Speichern
    .replace = Ersetzen
    .done = „{ $name }“ wurde gespeichert.
rename = Umbenennen
    .named = „{ $name }“ umbenennen
    .label = Neuer Name
    .action = Umbenennen
    .taken = Ein anderer Filter heißt schon so.
    .done = „{ $before }“ heißt jetzt „{ $name }“.
delete = Löschen
    .named = „{ $name }“ löschen
    .done = „{ $name }“ wurde gelöscht.
