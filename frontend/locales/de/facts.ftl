### Was mit einem Ereignis aufgezeichnet wird: der Name jeder Angabe, darunter die ihrer Werte, die selbst Namen sind.

## Ja und nein

true = ja
false = nein

## Wer, was und wann

old = Vorher
new = Nachher
changed = Geändert
    .displayName = Name
    .language = Sprache
id = Kennung
name = Name
description = Beschreibung
version = Version
number = Nummer
action = Ereignis
event = Ereignis
events = Ereignisse
actor = Wer es tat
subject = Um wen es geht
actingFrom = Aus der Organisation
apiKey = API-Schlüssel
slug = Kurzname
from = Von
to = Bis
until = Bis
before = Älter als
minutes = Minuten
attempts = Versuche
again = Erneut
purpose = Zweck
requestId = Anfrage
ticket = Ticket

## Zweite Faktoren, Anmeldung

method = Verfahren
    .trustedDevice = Vertrauter Browser
    .singleSignOn = Single Sign-on
factor = Zweiter Faktor
authenticator = Authenticator
authenticators = Authenticatoren
passkey = Passkey
passkeys = Passkeys
recoveryCodes = Wiederherstellungscodes
codes = Codes
replaced = Ersetzt
password = Passwort
passwordless = Ohne Passwort
twoFactorsByProvider = Zwei Faktoren beim Anbieter
challenge = Abfrage
clockSkewSeconds = Uhr geht falsch um (Sekunden)
device = Browser
throttled = Nach zu vielen Versuchen
sessions = Sitzungen
endedSession = Beendete Sitzung
endedSessions = Beendete Sitzungen
identityCheck = Wie die Identität geprüft wurde
    .call = Am Telefon
    .video = Per Video
    .inPerson = Persönlich
    .other = Auf anderem Weg
deadline = Frist

## Benutzer und Rollen

users = Benutzer
role = Rolle
roles = Rollen
permissions = Berechtigungen
suspended = Gesperrt

## Die Anmelderegeln, außer ihren Einstellungen

enabled = Eingeschaltet
maxMinutes = Höchstens (Minuten)
target = Für
    .everyone = alle
startsAt = Beginn
graceDays = Schonfrist (Tage)

## API-Schlüssel, Webhooks und Single Sign-on

key = Schlüssel
keys = Schlüssel
scopes = Was er darf
    .verify = Codes prüfen
    .verify-explain = Erfahren, warum ein Code nicht galt
networks = Netze
expiresAt = Läuft ab
callsPerMinute = Aufrufe pro Minute
previousUntil = Bisheriger Schlüssel gilt bis
webhook = Webhook
origin = Adresse
urlChanged = Adresse geändert
disabledBecause = Ausgeschaltet, weil
    .paused = jemand ihn angehalten hat
    .gone = sein Empfänger nicht mehr da ist
formerSecretUntil = Bisheriges Geheimnis gilt bis
provider = Anbieter
error = Fehlercode des Anbieters
cause = Ursache
issuer = Aussteller
clientId = Client-ID
createsUsers = Legt Konten an
defaultRole = Rolle neuer Benutzer
emailDomains = Domains der Adressen
secretChanged = Geheimnis geändert
identity = Verbundenes Konto
identities = Verbundene Konten

## Erscheinungsbild

accent = Akzentfarbe
support = Hilfe
contact = Kontakt
note = Hinweis
logo = Logo
width = Breite
height = Höhe

## Das Protokoll und die Installation

format = Format
    .jsonLines = JSON Lines
    .csv = CSV
filter = Filter
routine = Routineereignisse
mail = Mail
seal = Siegel
digest = Prüfsumme
checkpoint = Kontrollpunkt
failed = Was fehlschlug
failures = Fehlschläge
usual = Üblich
lastKnown = Letztes bekanntes Ereignis
sort = Art
    .sealing = zum Versiegeln von Geheimnissen
    .signing = zum Signieren
values = Werte
webhookSecrets = Geheimnisse von Webhooks
formerWebhookSecrets = Bisherige Geheimnisse von Webhooks
clientSecrets = Geheimnisse bei Anbietern
importedPeppers = Importierte Pepper
recoveryOrigins = Herkunft von Wiederherstellungscodes
enrollments = Begonnene Einrichtungen
departures = Begonnene Anmeldungen bei Anbietern
mails = Mails
digestKeys = Schlüssel für Prüfsummen
auditHeads = Enden des Protokolls

## Warum: Was ein Administrator schrieb, steht da, wie er es schrieb

reason = Grund
    .signedOut = abgemeldet
    .endedByUser = vom Besitzer beendet
    .elevated = durch eine stärkere Anmeldung ersetzt
    .factorChanged = ein zweiter Faktor wurde geändert
    .passwordChanged = das Passwort wurde geändert
    .tokenReused = ein verbrauchtes Token wurde benutzt
    .tooMany = zu viele Sitzungen
    .endedByAdministrator = von einem Administrator beendet
    .reset = der zweite Faktor wurde zurückgesetzt
    .suspended = das Konto ist gesperrt
    .frozen = das Konto ist eingefroren
    .accountFrozen = das Konto ist eingefroren
    .providerDisabled = der Anbieter ist ausgeschaltet
    .identityUnlinked = das Konto beim Anbieter wurde getrennt
    .restored = die Datenbank wurde wiederhergestellt
    .addressThrottled = zu viele Versuche von dieser Netzadresse
    .unknownUser = diesen Benutzer gibt es nicht
    .passwordThrottled = zu viele falsche Passwörter
    .notActivated = das Konto ist nicht aktiviert
    .noPassword = es gibt kein Passwort
    .wrongPassword = falsches Passwort
    .passwordByMail = das Passwort wurde über einen Link aus einer Mail gesetzt
    .mailsThrottled = zu viele Mails
    .emailTaken = diese Adresse ist schon vergeben
    .recentlyUnfrozen = ein Administrator hat das Konto vor Kurzem freigegeben
    .codeMissing = der Code fehlte
    .wrongCode = falscher Code
    .codeThrottled = zu viele falsche Codes
    .replayed = der Code wurde schon benutzt
    .notEnrolled = kein zweiter Faktor ist eingerichtet
    .locked = zu viele falsche Codes
    .expired = die Zeit war abgelaufen
    .refused = der Mailserver hat sie abgelehnt
    .withheld = sie wurde zurückgehalten
    .paused = jemand hat ihn angehalten
    .gone = der Empfänger ist nicht mehr da
    .wrongProvider = ein anderer Anbieter hat geantwortet
    .otherBrowser = die Antwort kam in einem anderen Browser zurück
    .wrongIssuer = ein anderer Aussteller hat geantwortet
    .sessionEnded = die Sitzung war beendet
    .emailUnverified = der Anbieter bestätigt die Adresse nicht
    .emailElsewhere = die Adresse gehört jemandem anderswo
    .notConnected = das Konto ist nicht verbunden
    .roleGone = die Rolle neuer Benutzer gibt es nicht mehr
    .notOwner = jemand anders kam zurück
    .tooManyIdentities = zu viele verbundene Konten
    .identityTaken = das Konto ist mit jemand anderem verbunden
    .declined = der Anbieter hat abgelehnt
    .codeRefused = der Anbieter nahm seinen eigenen Code nicht an
    .clientRefused = der Anbieter nahm die Client-ID oder das Client-Geheimnis nicht an
    .requestRefused = der Anbieter nahm die Anfrage nicht an
    .unreachable = der Anbieter antwortete nicht, wie er soll
    .providerFailed = der Anbieter hatte selbst einen Fehler
    .tokenMissing = der Anbieter schickte kein ID-Token
    .tokenUnreadable = das ID-Token ist nicht lesbar
    .tokenExpired = das ID-Token war abgelaufen
    .tokenInvalid = das ID-Token ist ungültig
    .userInfoRefused = der Anbieter sagte nichts weiter über die Person
    .keyUnknown = mit einem unbekannten Schlüssel signiert
    .wrongAudience = für einen anderen Dienst bestimmt
    .wrongNonce = eine Antwort auf eine andere Frage
    .wrongSubject = über jemand anderen
    .wrongAlgorithm = auf eine Weise signiert, die nicht gilt
    .wrongSignature = die Signatur ist falsch
    .noCeremony = nichts war gefragt, oder zu lange her
    .malformed = die Antwort hat nicht die richtige Form
    .wrongType = eine Antwort anderer Art
    .wrongChallenge = eine Antwort auf eine andere Frage
    .wrongOrigin = von einer anderen Seite
    .wrongRelyingParty = für einen anderen Dienst angelegt
    .userNotPresent = niemand hat das Gerät berührt
    .userNotVerified = das Gerät hat nicht geprüft, wer es ist
    .unknownCredential = diesen Passkey gibt es nicht
    .wrongUserHandle = der Passkey von jemand anderem
    .counterNotRisen = vom Passkey gibt es vielleicht eine Kopie
    .backupStateInconsistent = was er über seine Sicherung sagt, widerspricht sich
    .alreadyEnrolled = der Passkey ist schon eingerichtet
    .notAllowed = das ist nicht erlaubt
