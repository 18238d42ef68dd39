### Das Protokoll: wer was mit wem getan hat, wann und von wo.

title = Protokoll
events = Ereignisse

## Ein Ereignis

table = Ereignisse des Protokolls, neueste zuerst
column =
    .when = Wann
    .what = Was
    .who = Wer
    .whom = Über wen
    .from = IP-Adresse
refused = Abgelehnt
details = Einzelheiten
api-key = API-Schlüssel { $name }
elsewhere = Ein Superadministrator einer anderen Organisation
nobody = Nicht angemeldet
everybody = Alle
themselves = Sich selbst

## Eingrenzen

action = Was geschehen ist
    .any = Alles
actor = Wer es getan hat
subject = Um wen es geht
person = Name oder E-Mail
    .unnamed = diese Person
from = Von
to = Bis
span = Wann es geschah
    .today = Heute
    .days = Letzte { $days } Tage
routine = Routineereignisse anzeigen, etwa fortgesetzte Sitzungen
everything = Filter zurücksetzen
nothing = Kein Ereignis passt zu diesem Filter.
    .actor = Hier ist nichts, was { $actor } getan hat.
    .subject = Hier ist nichts über { $subject }.
    .both = Hier ist nichts, was { $actor } getan hat und wobei es um { $subject } geht.

## Als Datei

export = Exportieren
    .csv = CSV, für Tabellen
    .json-lines = JSON Lines, für Programme
    .without-routine = Ohne Routineereignisse
    .running = Wird exportiert: bisher { $size }. <stop>Anhalten</stop>
    .saved = Die Ereignisse wurden gespeichert: { $size }.
    .broken-off = Die Übertragung ist abgebrochen, deshalb wurde nichts gespeichert. Versuchen Sie es noch einmal, oder grenzen Sie die Ereignisse erst ein.

## Prüfen gegen die Siegel

check = Protokoll prüfen
    .running = Wird geprüft: bisher { $events ->
        [one] 1 Ereignis
       *[other] { $events } Ereignisse
    }. <stop>Anhalten</stop>
    .broken-off = Die Prüfung ist abgebrochen. Versuchen Sie es noch einmal.
whole = Das Protokoll ist unversehrt: { $events ->
        [one] 1 Ereignis, so wie es geschrieben wurde
       *[other] { $events } Ereignisse, so wie sie geschrieben wurden
    }.
    .unsealed = Das Protokoll ist unversehrt: { $events ->
        [one] 1 Ereignis, so wie es geschrieben wurde
       *[other] { $events } Ereignisse, so wie sie geschrieben wurden
    }. { $unsealed ->
        [one] 1 weiteres wird
       *[other] { $unsealed } weitere werden
    } in wenigen Sekunden versiegelt.
seal = Bewahren Sie das letzte Siegel anderswo auf: Damit zeigt <command>nightlatch audit verify --head</command> später, ob das Ende des Protokolls abgeschnitten wurde.
    .copy = Letztes Siegel kopieren
not-whole = <strong>Das Protokoll ist nicht mehr so, wie es geschrieben wurde.</strong> Jemand mit Zugang zur Datenbank hat es verändert. Sichern Sie eine Kopie der Datenbank, wie sie ist, und finden Sie heraus, wer Zugang hatte.
    .more = { $findings ->
        [one] Und 1 weiterer Befund.
       *[other] Und { $findings } weitere Befunde.
    }
finding = Etwas ist nicht mehr so, wie es geschrieben wurde.
    .altered = Ein Ereignis wurde verändert.
    .missing = Ein Ereignis wurde entfernt.
    .inserted = Ein Ereignis wurde eingeschmuggelt, das dieser Dienst nicht geschrieben hat.
    .sealBroken = Siegel { $seal } wurde verändert.
    .sealMissing = Siegel { $seal } wurde entfernt.
