### Die App um ihre Seiten herum.

start-page = Zur Startseite
try-again = Noch einmal versuchen

not-found = Seite nicht gefunden
    .text = Unter dieser Adresse gibt es keine Seite, oder sie ist nicht für Ihr Konto bestimmt.

broken = Diese Seite konnte nicht gezeigt werden
    .outdated = Nightlatch ist nicht zu erreichen oder wurde inzwischen aktualisiert.

offline = Sie sind offline. Solange die Verbindung fehlt, lässt sich nichts ändern.

development = Entwicklung
    .text = Entwicklungsdienst: Keine Mail verlässt ihn. <mailbox>Postfach öffnen</mailbox>
