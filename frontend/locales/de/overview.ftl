### Wie weit die Organisation mit ihrem zweiten Faktor ist, was bevorsteht und was misslingt.

title = Übersicht

today = Heute
    .everybody = Alle sind durch einen zweiten Faktor geschützt.
    .nobody = Noch ist niemand durch einen zweiten Faktor geschützt.
    .some = { $protected ->
        [one] { $protected } von { $total } Benutzern ist durch einen zweiten Faktor geschützt.
       *[other] { $protected } von { $total } Benutzern sind durch einen zweiten Faktor geschützt.
    }
# Over the numbers of users: there is little room.
total =
    .all = Alle Benutzer
    .enabled = 2FA ein
    .expired = 2FA ein, aber ein Schlüssel ist alt
    .notEnabled = 2FA aus
    .overdue = Überfällig
    .suspended = Gesperrt (nicht mitgezählt)

adoption = Geschützte Benutzer im Lauf der Zeit
    .none = Es gibt noch keine Zahlen.
    .told = Von { $before } Geschützten am { $from } auf { $now } am { $to }.
    .shown = Von { $before } Geschützten am { $from } auf { $now } am { $to }. Der obere Rand sind alle { $total }.
    .caption = Geschützte Benutzer nach Tag
    .protected = Geschützt
day = Tag

roles = Nach Rolle
    .none = Niemand hat eine Rolle.
    .label = Geschützte Benutzer nach Rolle
methods = Nach Verfahren
    .none = Noch hat niemand einen zweiten Faktor.
    .label = Geschützte Benutzer nach Verfahren

deadlines = Anstehende Fristen
    .none = In den nächsten { $days } Tagen läuft für niemanden eine Frist ab.
    .one = { $users } Benutzer ohne zweiten Faktor: Die Frist läuft am { $date } ab.
    .several = { $users } Benutzer ohne zweiten Faktor: Die erste Frist läuft am { $date } ab, für { $first }.
    .ahead = Benutzer mit anstehender Frist
    .overdue = { $users } Benutzer überfällig
    .on-day = { $date }: { $users } Benutzer
    .caption = Benutzer nach Frist
    .deadline = Frist
    .users = Benutzer

failures = Fehlschläge
    .none = In den letzten 30 Tagen ist keine Anmeldung und kein Code fehlgeschlagen.
    .told = { $passwords ->
        [one] { $passwords } falsches Passwort
       *[other] { $passwords } falsche Passwörter
    } und { $codes ->
        [one] { $codes } abgelehnter Code
       *[other] { $codes } abgelehnte Codes
    } in den letzten 30 Tagen.
    .on-day = { $date }: { $passwords } und { $codes }
    .caption = Fehlschläge nach Tag
    .passwords = Falsche Passwörter
    .codes = Abgelehnte Codes
    .passwords-in-log = Fehlgeschlagene Anmeldungen im Protokoll
    .codes-in-log = Falsche Codes im Protokoll
