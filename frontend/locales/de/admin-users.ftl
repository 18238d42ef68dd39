### Die Liste der Benutzer und was mit vielen von ihnen geschieht; dazu, was die Seite eines Benutzers genauso sagt.

title = Benutzer
    .import = Importieren
    .invite = Einladen
cancel = Abbrechen
close = Schließen

count = { $count ->
    [one] 1 Benutzer
   *[other] { $count } Benutzer
}
    .unknown = Alle
    .none = Dazu passt niemand.
    .found = { $count ->
        [one] 1 Benutzer gefunden.
       *[other] { $count } Benutzer gefunden.
    }

## Was die Liste eingrenzt

search = Suchen
    .hint = Name oder E-Mail
filter =
    .two-factor = 2FA-Status
    .role = Rolle
    .account = Konto
    .login = Anmeldeart
    .all = Alle
    .reset = Filter zurücksetzen
sort = Sortieren nach
    .email = E-Mail, A bis Z
    .email-reversed = E-Mail, Z bis A
    .name = Name, A bis Z
    .name-reversed = Name, Z bis A
    .lastSignIn = Letzte Anmeldung, älteste zuerst
    .lastSignIn-reversed = Letzte Anmeldung, neueste zuerst
    .created = Hinzugefügt, älteste zuerst
    .created-reversed = Hinzugefügt, neueste zuerst
standing =
    .enabled = Ein
    .expired = Ein, Erneuerung fällig
    .notEnabled = Aus
    .inGrace = Aus, Frist läuft
    .overdue = Aus, überfällig
    .blocked = Aus, blockiert
account =
    .active = Aktiv
    .invited = Eingeladen
    .suspended = Gesperrt

## Eine Zeile

column =
    .user = Benutzer
    .roles = Rollen
    .login = Anmeldeart
    .twoFactor = 2FA-Status
    .codes = Wieder{ "\u00AD" }herstellungs{ "\u00AD" }codes
    .lastSignIn = Letzte Anmeldung
    .email = E-Mail-Adresse
    .deadline = Frist
    .created = Hinzugefügt
columns = Spalten
    .shown = Spalten neben dem Namen
    .reset = Die üblichen zeigen
# Where no sign-in is known: there was none, or it was before their times were kept.
no-sign-in = Keine bekannt
suspended = Gesperrt
frozen = Eingefroren
state =
    .enabled = Ein
    .expired = Erneuerung fällig
    .notEnabled = Aus
    .reset = Zurückgesetzt: wartet auf den Code
due =
    .ahead = fällig am { $date }
    .overdue = überfällig
    .blocked = blockiert
    .atNextSignIn = fällig bei nächster Anmeldung
since = { $methods } seit <when/>
codes = noch { $remaining } von { $total }
    .none = Keine
    .made = erstellt am <when/>
imported = Importiert, noch ohne Passwort
invited = Eingeladen
    .good = Eingeladen, Link gilt bis { $moment }
    .expired = Eingeladen, Link ist abgelaufen
link =
    .good = Link gilt bis { $moment }
    .expired = Link ist abgelaufen

## Wer ausgewählt ist, und was mit allen geschieht

selection = Ausgewählte Benutzer
    .one = { $name } auswählen
    .shown = Alle gezeigten auswählen
    .all = Alle { $total } passenden auswählen
    .size = { $count } ausgewählt
    .clear = Auswahl aufheben
order =
    .remind = Per Mail erinnern …
    .extendDeadline = Frist verlängern …
    .reset = Zurücksetzen …

## Was mit vielen geschieht, von der Frage bis zum Ergebnis

reset =
    .title = { $count ->
        [one] Den zweiten Faktor von 1 Person zurücksetzen?
       *[other] Den zweiten Faktor von { $count } Personen zurücksetzen?
    }
    .deleted = { $count ->
        [one] Die Authenticatoren, Passkeys und Wiederherstellungscodes von 1 Person werden gelöscht und lassen sich nicht zurückholen.
       *[other] Die Authenticatoren, Passkeys und Wiederherstellungscodes von { $count } Personen werden gelöscht und lassen sich nicht zurückholen.
    }
    .signed-out = Diese Personen werden überall abgemeldet.
    .code = Sie bekommen für jede Person einen Code, der nur einmal gezeigt wird: Mit ihm meldet sie sich das nächste Mal an und richtet einen neuen zweiten Faktor ein.
    .no-code = Einen neuen zweiten Faktor richten sie nach der nächsten Anmeldung ein, für die das Passwort allein reicht.
    .confirm = { $count ->
        [one] 1 Person zurücksetzen
       *[other] { $count } Personen zurücksetzen
    }
    .running = Zweite Faktoren werden zurückgesetzt
    .done = Zurückgesetzt
    .refused = Abgelehnt
    .left = { $count } abgelehnt
extendDeadline =
    .title = { $count ->
        [one] Die Frist von 1 Person verlängern?
       *[other] Die Frist von { $count } Personen verlängern?
    }
    .day = { $count ->
        [one] Der Tag, den Sie wählen, wird die Frist von 1 Person, was auch immer die Anmelderegeln sagen. Wer schon länger Zeit hat, behält das.
       *[other] Der Tag, den Sie wählen, wird die Frist von { $count } Personen, was auch immer die Anmelderegeln sagen. Wer schon länger Zeit hat, behält das.
    }
    .blocked = Wer jetzt blockiert ist, kann sich bis dahin wieder anmelden. Wer schon einen zweiten Faktor hat, behält ihn.
    .confirm = { $count ->
        [one] Für 1 Person verlängern
       *[other] Für { $count } Personen verlängern
    }
    .running = Fristen werden verlängert
    .done = Verlängert
    .refused = Abgelehnt
    .left = { $count } abgelehnt
remind =
    .title = { $count ->
        [one] 1 Person per Mail erinnern?
       *[other] { $count } Personen per Mail erinnern?
    }
    .mail = Wer keinen zweiten Faktor hat, bekommt eine Mail mit der Bitte, einen einzurichten, und der Frist dafür.
    .left-out = Ausgelassen wird, wer schon einen hat, sich nicht anmelden kann oder in der letzten Stunde erinnert wurde.
    .confirm = { $count ->
        [one] 1 Person erinnern
       *[other] { $count } Personen erinnern
    }
    .running = Erinnerungen werden verschickt
    .done = Erinnert
    .refused = Ausgelassen
    .left = { $count } ausgelassen

running =
    .leave = Gehen, bevor es fertig ist?
    .loss = Was getan ist, bleibt getan, aber Sie sehen nicht, für wen, und Codes werden nicht noch einmal gezeigt.
    .confirm = Es geht weiter, sobald Sie mit Ihrem zweiten Faktor bestätigen.
    .stop = Anhalten
    .resume = Weiter
outcome = Fertig
    .stopped = Vorzeitig angehalten
    .sentence = { $parts }.
    .done = { $count } erledigt
    .missed = { $count } nicht erreicht
    .list = Was aus allen geworden ist
    .all = Alle { $count } zeigen
refused = Abgelehnt.
    .lately = In der letzten Stunde schon erinnert.

## Die Codes derer, die zurückgesetzt wurden

code =
    .copy = Kopieren
    .spoken = Den Code von { $name } kopieren
    .until = bis <when/>
all-codes = { $count ->
    [one] Speichern oder kopieren Sie den Code jetzt: Sie sehen ihn nicht wieder. Geben Sie ihn auf dem Weg weiter, auf dem Sie die Identität geprüft haben.
   *[other] Speichern oder kopieren Sie die { $count } Codes jetzt: Sie sehen sie nicht wieder. Geben Sie jeden auf dem Weg weiter, auf dem Sie die Identität geprüft haben.
}
    .copy = Alle kopieren
    .download = Als CSV laden
    .saved = Ich habe sie
    .leave = Ohne die Codes schließen?
    .loss = Sie werden nur jetzt gezeigt. Wer den eigenen nicht bekommt, muss noch einmal zurückgesetzt werden.
file =
    .user = Benutzer
    .code = Code zum Zurücksetzen
    .until = gilt bis

## Was über eine Person gefragt wird, und über viele

identity = Wie haben Sie sich vergewissert, mit wem Sie es zu tun haben?
    .call = Am Telefon
    .video = Per Video
    .inPerson = Persönlich
    .other = Auf anderem Weg
reason = Grund
    .about = Für das Protokoll.
ticket = Ticket (optional)
deadline = Frist
    .about = Bis zum Ende dieses Tages genügt zum Anmelden das Passwort.
