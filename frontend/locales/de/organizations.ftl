### Die Organisationen, die sich diese Installation teilen.

title = Organisationen
    .intro = Jede hat eigene Benutzer, Rollen, Anmelderegeln und ein eigenes Protokoll und sieht nichts von den anderen.

all = Alle Organisationen
    .none = Es gibt noch keine.
column =
    .name = Name
    .address = Anmeldeadresse
    .users = Benutzer
    .created = Angelegt
    .actions = Aktionen
users = { $users } Benutzer
copy = Kopieren
    .of = Anmeldeadresse von { $name } kopieren
own = Ihre eigene
administered = Verwalten Sie gerade

rename = Umbenennen …
    .named = { $name } umbenennen …
    .done = { $before } heißt jetzt { $name }.
administer = Verwalten
    .named = { $name } verwalten

create = Organisation anlegen
    .address = Jede Organisation hat eine eigene Anmeldeadresse; alle stehen in der Liste. Sobald es mehrere gibt, nennen Sie auch Ihren eigenen Leuten ihre: Ohne sie zeigt die Seite das Aussehen keiner Organisation.
    .name = Name der Organisation
    .email = E-Mail-Adresse des ersten Administrators
    .administrator = Name des ersten Administrators (optional)
    .cancel = Abbrechen
    .do = Organisation anlegen
created = { $organization } ist angelegt
    .administrator = Der erste Administrator meldet sich als { $email } mit diesem Passwort an:
    .password = Passwort
    .pass-on = Geben Sie es persönlich oder am Telefon weiter; Sie sehen es nicht noch einmal.
    .copy = Passwort kopieren
    .address = Die Anmeldeseite ist { $address }. Ohne diesen Zusatz gilt sie für alle und zeigt das Aussehen keiner Organisation.
    .passed-on = Ich habe es weitergegeben
    .done = { $organization } ist angelegt.
leaving = Ohne das Passwort schließen?
    .loss = Es wird nur jetzt angezeigt. Ohne das Passwort kann sich { $email } nicht zum ersten Mal anmelden.
