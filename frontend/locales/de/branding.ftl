### Wie sich eine Organisation zeigt: auf jeder Seite vor der Anmeldung.

sign-in = Bei { $organization } anmelden
help = Sie brauchen Hilfe? Fragen Sie <contact/>.
    .note = Sie brauchen Hilfe? Fragen Sie <contact/> ({ $note }).

title = Erscheinungsbild
intro = Wie sich Ihre Organisation bei der Anmeldung und in ihren Mails zeigt.
read-only = Sie können das Erscheinungsbild ansehen; ändern kann es ein Administrator.
save = Erscheinungsbild speichern
discard = Änderungen verwerfen
unsaved = Noch nicht gespeichert
    .wrong = Noch nicht gespeichert: Berichtigen Sie zuerst, was markiert ist
saved = Das Erscheinungsbild ist gespeichert.
stale = Inzwischen hat jemand anderes das Erscheinungsbild geändert. Dessen Einstellungen sind geladen, mit Ihren Änderungen darüber: Prüfen Sie sie und speichern Sie noch einmal, oder verwerfen Sie Ihre.
leave = Ohne Speichern verlassen?
    .loss = Ihre Änderungen am Erscheinungsbild sind noch nicht gespeichert.

address = Anmeldeadresse
    .about = Hier melden sich Ihre Leute an und sehen dieses Erscheinungsbild. Auch die Mails führen dorthin.
    .copy = Kopieren
    .spoken = Anmeldeadresse kopieren
logo = Logo
    .now = Das jetzige Logo
    .none = Es gibt noch kein Logo.
    .file = Ein Logo auswählen oder hier ablegen
    .about = Ein PNG von höchstens 64 KiB, höchstens 512 Pixel breit und hoch. Es gilt sofort.
    .saved = Das Logo ist eingesetzt.
    .remove = Logo entfernen
    .removed = Das Logo ist entfernt.
    .invalid_png = Das ist kein vollständiges PNG-Bild.
    .too_large = Die Datei ist größer als 64 KiB.
    .too_many_pixels = Das Bild ist breiter oder höher als 512 Pixel.
    .animated = Das Bild bewegt sich. Ein Logo muss stillstehen.

accent = Akzentfarbe
    .chooser = Farbe
    .typed = Hex-Code
    .none = Keine Farbe: Seiten und Mails behalten das Blau von Nightlatch.
    .wrong = Eine Farbe ist ein # und sechs Ziffern oder Buchstaben von a bis f, etwa #3c58b3.
contrast =
    .black = Die Schrift auf Schaltflächen ist schwarz, mit einem Kontrast von { $ratio } zu 1.
    .white = Die Schrift auf Schaltflächen ist weiß, mit einem Kontrast von { $ratio } zu 1.
    .darker = Links auf hellen Seiten sind dunkler, damit man sie lesen kann.
    .lighter = Links auf dunklen Seiten sind heller, damit man sie lesen kann.
    .between = { " " }

support = Hilfe
contact = Wen man fragt
    .about = Eine E-Mail-Adresse oder eine Seite, die mit https:// beginnt. Steht auf jeder Seite vor der Anmeldung und in jeder E-Mail.
    .missing = Geben Sie an, wen man fragt, oder lassen Sie auch den Hinweis leer.
    .wrong = Das ist weder eine E-Mail-Adresse noch eine Seite, die mit https:// beginnt.
note = Hinweis
    .about = Was man vorher wissen soll, etwa die Sprechzeiten.

preview = Vorschau
    .about = So wird die Anmeldeseite aussehen.
    .light = Auf hellen Seiten
    .dark = Auf dunklen Seiten
    .button = Anmelden
    .link = Passwort vergessen?
