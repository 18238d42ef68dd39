### API-Schlüssel: was Dienste und Skripte anstelle einer Sitzung vorzeigen.

title = API-Schlüssel
    .about = Ein Dienst oder ein Skript weist sich mit einem Schlüssel aus, wo sich ein Mensch anmelden würde. Der Schlüssel darf, wofür er erstellt wurde, und nicht mehr.
list = Schlüssel der Organisation
    .none = Es gibt noch keine. Erstellen Sie für jeden Dienst einen eigenen, damit sich jeder einzeln widerrufen lässt.

## Die Liste

table = API-Schlüssel, neueste zuerst
column =
    .key = Schlüssel
    .may = Berechtigungen
    .from = Erlaubte Netze
    .until = Gültig bis
    .used = Zuletzt benutzt
    .changes = Aktionen
anywhere = Überall
never = Nie
wrong-codes = Viele falsche Codes
expiry =
    .soon = Läuft bald ab
    .expired = Abgelaufen
previous-until = Voriges Geheimnis: bis <when/>
rotate = Erneuern …
    .spoken = { $name } erneuern …
revoke = Widerrufen …
    .spoken = { $name } widerrufen …

## Was ein Schlüssel darf, und was es heißt, das wegzugeben

verify = Codes prüfen
    .meaning = Fragt, ob der Code eines Benutzers stimmt: für Dienste mit einer eigenen Anmeldung.
explain = Erfahren, warum ein Code falsch ist
    .meaning = Die Antwort sagt mehr als richtig oder falsch: für den Support, nicht für das, was Fremde sehen.
read-users = Benutzer, Rollen und Übersicht ansehen
    .meaning = Namen, Adressen und wer einen zweiten Faktor hat; nie einen Code.
write-users = Benutzer hinzufügen, ändern und sperren
    .meaning = Nur solche, die nicht mehr dürfen als der Schlüssel; er setzt auch ihre Fristen.
reset-factors = Zweite Faktoren zurücksetzen und vorläufige Codes ausstellen
    .meaning = Wer so einen Schlüssel hat, kann Mitgliedern ihren zweiten Faktor nehmen.
read-policy = Anmelderegeln ansehen
    .meaning = Daran ändern lässt sich nichts.
read-log = Protokoll lesen und exportieren
    .meaning = Wer was getan hat, wann und von welcher Adresse aus.

## Einen erstellen

make = Schlüssel erstellen
    .title = API-Schlüssel erstellen
    .action = Erstellen
name = Name
    .about = Wofür er ist, zum Beispiel „Türsteuerung“. So heißt er auch im Protokoll.
scopes = Was er darf
lifetime = Gültig für
    .days = { $days ->
        [365] 1 Jahr
        [730] 2 Jahre
       *[other] { $days } Tage
    }
    .about = Danach wird er abgelehnt, und es braucht einen neuen.
networks = Nur aus diesen Netzen (optional)
    .about = Eines je Zeile, zum Beispiel 203.0.113.0/24 oder 192.0.2.1. Von überall sonst wird er abgelehnt.
more = Mehr
rate = Aufrufe pro Minute (optional)
    .about = Wie oft er benutzt werden darf, je Prozess des Dienstes. { $usual }, wenn nichts angegeben ist.

## Sein Text, der nur einmal gezeigt wird

made = Der Schlüssel { $name } wurde erstellt
    .done = Der Schlüssel { $name } wurde erstellt.
leaving = Ohne den Schlüssel schließen?
    .loss = Er wird nur jetzt gezeigt. Wer ihn nicht hat, muss ihn erneuern oder einen anderen erstellen.
key = Schlüssel
sent = Gesendet werden <header>Authorization: Bearer</header> und der Schlüssel, bis <when/>.
previous-ends = Das vorige Geheimnis gilt noch bis <when/>.
keep = Bewahren Sie ihn dort auf, wo der Dienst seine Geheimnisse hat; Sie sehen ihn nicht wieder. Wer ihn hat, darf alles, was er darf.
copy = Schlüssel kopieren
have = Ich habe ihn

## Ein anderes Geheimnis

rotating = Schlüssel { $name } erneuern
    .about = Er bekommt ein neues Geheimnis und behält Namen, Berechtigungen und Ablauf. Bringen Sie das neue dorthin, wo er benutzt wird, solange das vorige noch gilt.
    .lately = Er wurde erst kürzlich erneuert. Das Geheimnis von davor gilt ab jetzt nicht mehr.
    .action = Schlüssel erneuern
overlap = Das jetzige Geheimnis gilt noch
    .none = Nicht mehr: Es endet sofort
rotated = Das neue Geheimnis von { $name }
    .done = Der Schlüssel { $name } wurde erneuert.

## Sein Ende

revoking = Schlüssel { $name } widerrufen?
    .about = Wer ihn vorzeigt, wird von der nächsten Anfrage an überall abgelehnt und arbeitet erst mit einem anderen Schlüssel weiter. Das lässt sich nicht rückgängig machen.
    .used = Er wurde zuletzt am <when/> benutzt.
    .unused = Er wurde nie benutzt.
    .action = Schlüssel widerrufen
    .done = Der Schlüssel { $name } wurde widerrufen.

refused =
    .beyond = Dieser Schlüssel darf mehr als Sie selbst. Ein anderer Administrator kann das tun.
    .gone = Inzwischen hat jemand diesen Schlüssel widerrufen.
