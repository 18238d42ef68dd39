### Anbieter für Single Sign-on, bei denen man sich anmeldet, statt hier ein Passwort einzugeben.

title = Single Sign-on
    .about = Benutzer melden sich bei einem Anbieter mit OpenID Connect an, zum Beispiel Keycloak, Entra ID oder Google. Ob hier außerdem ein zweiter Faktor verlangt wird, steht in den <link>Anmelderegeln</link>.
list = Anbieter der Organisation
    .none = Es gibt noch keine. Alle melden sich mit einem Passwort an.

## Ein Anbieter

state =
    .on = Ein
    .off = Aus
new-people = Neue Personen
    .created = Werden angelegt, als { $role }
    .created-from = Werden mit einer Adresse bei { $domains } angelegt, als { $role }
    .not-let-in = Kein Zutritt
identities = Verbundene Konten
callback = Callback-URL, zum Eintragen beim Anbieter
copy = Kopieren
    .spoken = Callback-URL kopieren
    .spoken-of = Callback-URL von { $name } kopieren
test = Testen
    .spoken = { $name } testen
    .good = Er antwortet, wie er soll, mit { $keys ->
        [one] 1 Signaturschlüssel
       *[other] { $keys } Signaturschlüsseln
    }.
    .bad = Er ist nicht benutzbar: { $reason }.
change = Ändern …
    .spoken = { $name } ändern …
turn-on = Einschalten
    .spoken = { $name } einschalten
turn-off = Ausschalten
    .spoken = { $name } ausschalten
remove = Entfernen …
    .spoken = { $name } entfernen …

## Einen verbinden und ändern

connect = Anbieter verbinden
    .action = Verbinden
    .done = { $name } ist verbunden.
connected = { $name } ist verbunden
    .next = Teilen Sie dem Anbieter jetzt mit, wohin Browser zurückkehren. Bei ihm heißt das Redirect-URL, Umleitungs-URI oder Callback-URL.
    .close = Fertig
changing = { $name } ändern
    .action = Anbieter speichern
    .done = { $name } wurde geändert.
name = Name
    .about = Steht auf der Schaltfläche der Anmeldeseite: Weiter mit …
issuer = Aussteller
    .new = Genau so, wie der Anbieter sich nennt, zum Beispiel https://login.example.org. Das lässt sich später nicht ändern.
    .fixed = Er lässt sich nicht ändern: Die verbundenen Konten gehören zu ihm.
client-id = Client-ID
client-secret = Client-Geheimnis
    .new = Danach kann es niemand mehr lesen.
    .kept = Leer lassen, um das bisherige zu behalten.
creates-users = Benutzer bei der ersten Anmeldung anlegen
    .about = Für Personen mit einer bestätigten Adresse, die hier noch niemand hat. Diese Personen haben kein Passwort.
role = Rolle neuer Benutzer
domains = Nur mit Adressen bei
    .about = Domains, durch Kommas getrennt, zum Beispiel example.org. Ohne Angabe dürfen alle herein, die dort ein Konto haben: bei Google also jeder.

## Sein Ende

removing = { $name } entfernen?
    .about = Damit kann sich niemand mehr anmelden, und wer so angemeldet ist, wird abgemeldet.
    .about-identities = Damit kann sich niemand mehr anmelden, und wer so angemeldet ist, wird abgemeldet. { $identities ->
        [one] 1 Konto dort wird getrennt.
       *[other] { $identities } Konten dort werden getrennt.
    }
    .instead = Wer kein Passwort hat, kann sich dann nicht mehr anmelden. Um ihn nur eine Zeit lang auszusetzen, schalten Sie ihn aus.
    .action = Anbieter entfernen
    .keep = Behalten
    .done = { $name } wurde entfernt.
