### Was die Teile jeder Seite von sich aus sagen.

## Überall

title = { $page } · Nightlatch
loading = Wird geladen
offline = Kann nicht gezeigt werden, solange Sie offline sind.
try-again = Noch einmal versuchen
needs-factor = Dafür ist Ihr zweiter Faktor nötig.
cancel = Abbrechen
close = Schließen
leave = Verlassen
stay = Hier bleiben
load-more = Mehr laden
protected = Durch Zwei-Faktor-Authentifizierung geschützt
language = Sprache
help = Hilfe
    .aside = Hilfe (in neuem Tab)
separator = { ", " }

## Felder

code-label = Code aus der App
code-description = { $lengths } Ziffern, so wie Ihre App sie zeigt.
show-password = Zeigen, was ich eingebe
clear = „{ $label }“ leeren
found = { $count ->
    [0] Niemand gefunden.
   *[other] { $count } gefunden.
}

## Kopieren

copied = Kopiert
not-copied = Ihr Browser lässt das Kopieren hier nicht zu.

## Ein anderer Name

rename = { $name } umbenennen
rename-label = Name
rename-action = Umbenennen

## Diagramme

part-of-whole = { $part } von { $whole }
as-table = Als Tabelle zeigen
as-csv = CSV

## Der Schlüssel eines Authenticators

setup-key = Einrichtungsschlüssel: { $key }
setup-key-hint = Zeigen Sie auf die Punkte oder tippen Sie darauf, um den Schlüssel zu sehen.
copy-key = Schlüssel kopieren
