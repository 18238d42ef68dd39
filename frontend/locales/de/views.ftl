### Listen, wie sie jemand eingegrenzt und unter einem Namen gespeichert hat.

title = Gespeicherte Filter
about = Sie liegen in diesem Browser und sind nur für Sie da.
close = Schließen
cancel = Abbrechen
shown = jetzt zu sehen

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
