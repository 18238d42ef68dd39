### Der Rahmen der Seiten hinter der Anmeldung.

skip = Zum Inhalt springen
home = { $name }, meine Sicherheit
main = Hauptmenü

security = Meine Sicherheit
account = Mein Konto
help = Hilfe
overview = Übersicht
users = Benutzer
roles = Rollen
api-keys = API-Schlüssel
branding = Erscheinungsbild
policy = Regeln
single-sign-on = SSO
audit-log = Protokoll
webhooks = Webhooks
organizations = Organisationen
more = Mehr

find = Überall suchen
shortcuts = Tastenkürzel
support = Hilfe: { $contact }

sign-out = Abmelden
sign-out-both = Hier und bei { $provider } abmelden

acting = Verwaltete Organisation
    .shown = Sie verwalten <name>{ $organization }</name>.
    .spoken = Sie verwalten { $organization }.
    .back = Zurück zu { $organization }
    .back-home = Zurück zu Ihrer Organisation
    .returned = Sie sind zurück in Ihrer eigenen Organisation.
    .lost = Sie dürfen { $organization } nicht mehr verwalten und sind darum zurück in Ihrer eigenen Organisation. Was Sie dort zuletzt getan haben, wurde vielleicht nicht gespeichert.
    .ok = OK
reach =
    .own = Auf dieser Seite geht es um Ihr eigenes Konto.
    .all = Auf dieser Seite geht es um alle Organisationen.
    .recorded = Was Sie hier tun, wird in ihrem Protokoll festgehalten.

notices = Hinweise
account_frozen = Ihr Konto ist eingefroren: Jemand, der eine Mail darüber bekam, hat gesagt: Das war ich nicht. Bis ein Administrator es freigibt, lässt sich daran nichts ändern. <link>Sehen, was zuletzt geschehen ist</link>.
set_up_two_factor = Ihr Konto hat keinen zweiten Faktor. <link>Richten Sie die Zwei-Faktor-Authentifizierung ein</link>.
    .by = Ihr Konto hat keinen zweiten Faktor. <link>Richten Sie die Zwei-Faktor-Authentifizierung ein</link>, und zwar bis zum <deadline/>.
set_up_other_factor = Ihre Organisation nimmt den zweiten Faktor, den Sie haben, nicht mehr an. <link>Richten Sie einen anderen ein</link>.
    .by = Ihre Organisation nimmt den zweiten Faktor, den Sie haben, nicht mehr an. <link>Richten Sie einen anderen ein</link>, und zwar bis zum <deadline/>.
renew_authenticator = Ein Authenticator ist zur Erneuerung fällig. <link>Ersetzen Sie ihn durch einen neuen</link>; bis dahin funktioniert er.
recovery_codes_low = { $remaining ->
    [one] Sie haben noch 1 Wiederherstellungscode.
   *[other] Sie haben noch { $remaining } Wiederherstellungscodes.
} <link>Erstellen Sie neue</link>.
