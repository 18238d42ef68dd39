### Webhooks: wohin die Ereignisse der Organisation gesendet werden.

title = Webhooks
    .one = Webhook
    .about = Ein Webhook sagt einem anderen Dienst, was hier geschieht, sobald es geschieht. Er ist signiert und wird drei Tage lang erneut gesendet, bis der Dienst ihn hat.
list = Webhooks der Organisation
    .none = Es gibt noch keine. Erstellen Sie einen, damit ein Chat oder ein Protokoll von Anmeldungen und Änderungen erfährt.

## Die Liste

table = Webhooks
column =
    .webhook = Webhook
    .events = Ereignisse
    .state = Zustand
    .delivery = Letzte Zustellung
nothing-sent = Noch nichts gesendet
state =
    .on = Ein
    .gone = Aus: Den Empfänger gibt es nicht mehr
    .paused = Angehalten

## Einer davon

way-back = Zurück
    .link = Alle Webhooks
unknown = Diesen Webhook gibt es nicht
    .text = Unter dieser Adresse gibt es keinen, oder nicht in dieser Organisation.
settings = Einstellungen
    .created = Erstellt
    .off = Aus seit
    .former = Voriges Geheimnis endet
change = Ändern …
pause = Anhalten
    .done = Er ist angehalten: Was wartet, bleibt erhalten, und was von jetzt an geschieht, wird nicht gesendet.
resume = Fortsetzen
    .done = Er ist eingeschaltet: Was wartet, wird jetzt gesendet.
new-secret = Neues Geheimnis …
delete = Löschen …
test = Test senden
    .done = Ein Test ist unterwegs.

## Von welchen Ereignissen er erfährt

all = Alle Ereignisse
some = Einige Arten von Ereignissen
kinds = Arten von Ereignissen
also = Außerdem: { $events }.
all-of = Alles zu „{ $subject }“
separator = { "; " }
group =
    .signIns = Anmeldungen, auch abgelehnte
    .factors = Zweite Faktoren: eingerichtet, geändert, ausgeschaltet, zurückgesetzt
    .accounts = Konten: hinzugefügt, geändert, gesperrt
    .access = Passwörter und E-Mail-Adressen
    .rules = Anmelderegeln, Rollen und die Organisation
    .auditLog = Das Protokoll selbst: exportiert, versiegelt, alte Monate gelöscht
    .sessions = Sitzungen und vertraute Browser
    .services = API-Schlüssel und Codes, die Dienste geprüft haben
    .singleSignOn = Single Sign-on: Anbieter, verbundene Konten, abgelehnte Anmeldungen
    .delivery = Mails und Webhooks selbst

## Einen erstellen und ändern

create = Webhook erstellen
    .action = Erstellen
    .done = Der Webhook { $name } wurde erstellt.
changing = { $name } ändern
    .action = Webhook speichern
    .done = Der Webhook { $name } wurde geändert.
name = Name
    .about = Wie Sie den Empfänger nennen, zum Beispiel „Sicherheitskanal“.
url = URL
    .about = Wohin Ereignisse gesendet werden, zum Beispiel https://hooks.example.org/nightlatch.
events = Ereignisse

## Sein Geheimnis, das nur einmal gezeigt wird

created = { $name } wurde erstellt
secret = Geheimnis
    .about = Mit diesem Geheimnis prüft der Empfänger, ob das, was er bekommt, von hier kommt:
    .keep = Tragen Sie es jetzt beim Empfänger ein; Sie sehen es nicht wieder.
    .copy = Geheimnis kopieren
    .saved = Ich habe es gesichert
leaving = Ohne das Geheimnis schließen?
    .loss = Es wird nur jetzt gezeigt. Ohne es kann der Empfänger nicht erkennen, was echt ist; Sie müssten ein neues erstellen.

## Ein anderes Geheimnis

rotating = Neues Geheimnis für { $name }
    .about = Eine Zeit lang wird alles mit beiden Geheimnissen signiert, damit der Empfänger jederzeit umstellen kann. Ein noch älteres Geheimnis endet sofort.
    .action = Neu erstellen
overlap = So lange gilt das jetzige Geheimnis noch
    .none = Nicht mehr: Es ist bekannt geworden
rotated = Neues Geheimnis von { $name }
    .former = Bis <when/> gilt das vorige ebenfalls.
    .done = { $name } hat ein neues Geheimnis.

## Sein Ende

deleting = { $name } löschen?
    .about = Dorthin wird nichts mehr gesendet, auch nicht, was wartet. Die Liste der Zustellungen geht damit verloren.
    .instead = Um ihn nur eine Zeit lang auszusetzen, halten Sie ihn an.
    .action = Webhook löschen
    .keep = Behalten
gone = Inzwischen hat jemand diesen Webhook gelöscht.

## Was gesendet wurde, und was wartet

deliveries = Zustellungen
    .none = Noch wurde nichts gesendet. Ein Test zeigt, ob es geht.
    .none-like-this = In diesem Zustand ist keine.
show = Zeigen
    .all = Alle
delivery =
    .event = Ereignis
    .state = Zustand
    .attempt = Letzter Versuch
    .again = Aktionen
status =
    .queued = Wartet
    .delivered = Zugestellt
    .failed = Endgültig abgelehnt
    .givenUp = Aufgegeben
    .again = Wird wiederholt
next = nächster Versuch <when/>
attempt = Versuch { $number }, <when/>
    .none = Noch keiner
    .under-way = Läuft gerade
answered = Antwort { $status } nach { $millis } ms
send-again = Erneut senden
    .spoken = Erneut senden: { $event }
    .done = „{ $event }“ ist wieder unterwegs.
