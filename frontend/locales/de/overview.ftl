### Wie weit die Organisation mit ihrem zweiten Faktor ist, was bevorsteht und was misslingt.

title = Übersicht

today = Heute
    .everybody = Alle sind durch einen zweiten Faktor geschützt.
    .nobody = Noch ist niemand durch einen zweiten Faktor geschützt.
    .some = { $protected ->
        [one] { $protected } von { $total } Benutzern ist durch einen zweiten Faktor geschützt.
       *[other] { $protected } von { $total } Benutzern sind durch einen zweiten Faktor geschützt.
    }
next =
    .overdue = { $users ->
        [one] <link>{ $users } Benutzer</link> müsste schon einen eingerichtet haben.
       *[other] <link>{ $users } Benutzer</link> müssten schon einen eingerichtet haben.
    }
    .deadline = { $users ->
        [one] <link>{ $users } Benutzer</link> muss bis zum { $date } einen einrichten.
       *[other] <link>{ $users } Benutzer</link> müssen bis zum { $date } einen einrichten.
    }
    .require = { $users ->
        [one] { $users } Benutzer ohne zweiten Faktor braucht keinen: Das lässt sich in den <link>Anmelderegeln</link> ändern.
       *[other] { $users } Benutzer ohne zweiten Faktor brauchen keinen: Das lässt sich in den <link>Anmelderegeln</link> ändern.
    }
    .renew = { $users ->
        [one] <link>{ $users } Benutzer</link> sollte einen alten Schlüssel erneuern.
       *[other] <link>{ $users } Benutzer</link> sollten einen alten Schlüssel erneuern.
    }
    .invited = { $users ->
        [one] <link>{ $users } Benutzer</link> hat das Konto noch nicht aktiviert.
       *[other] <link>{ $users } Benutzer</link> haben ihr Konto noch nicht aktiviert.
    }
    .nothing = Es ist nichts zu tun.
# Over the numbers of users: there is little room.
total =
    .all = Alle Benutzer
    .enabled = 2FA ein
    .expired = 2FA ein, Erneuerung fällig
    .notEnabled = 2FA aus
    .overdue = Überfällig
    .suspended = Gesperrt (nicht mitgezählt)

enrollment = Stand der Einrichtung
    .told = { $used ->
        [one] { $used } von { $accounts } Konten hat einen zweiten Faktor und hat ihn benutzt.
       *[other] { $used } von { $accounts } Konten haben einen zweiten Faktor und haben ihn benutzt.
    }
    .caption = Benutzer nach Schritt
stage = Schritt
    .accounts = Hat ein Konto
    .activated = Kann sich anmelden
    .asked = Verpflichtet oder schon eingerichtet
    .enrolled = Hat einen eingerichtet
    .used = Hat ihn seither benutzt
    .stuck = Noch nicht so weit
stuck =
    .activated = { $users ->
        [one] { $users } Benutzer hat das Konto nicht aktiviert: <link>anzeigen</link>
       *[other] { $users } Benutzer haben ihr Konto nicht aktiviert: <link>anzeigen</link>
    }
    .asked = { $users ->
        [one] { $users } Benutzer braucht keinen: <link>Anmelderegeln ändern</link>
       *[other] { $users } Benutzer brauchen keinen: <link>Anmelderegeln ändern</link>
    }
    .asked-later = { $users ->
        [one] { $users } Benutzer braucht noch keinen: siehe Fristen
       *[other] { $users } Benutzer brauchen noch keinen: siehe Fristen
    }
    .enrolled = { $users ->
        [one] { $users } Benutzer hat keinen eingerichtet: <inTime>{ $ahead } vor Ablauf der Frist</inTime>, <late>{ $overdue } überfällig</late>
       *[other] { $users } Benutzer haben keinen eingerichtet: <inTime>{ $ahead } vor Ablauf ihrer Frist</inTime>, <late>{ $overdue } überfällig</late>
    }
    .used = { $users ->
        [one] { $users } Benutzer hat ihn noch nicht gebraucht. Bei der nächsten Anmeldung wird danach gefragt.
       *[other] { $users } Benutzer haben ihn noch nicht gebraucht. Bei ihrer nächsten Anmeldung wird danach gefragt.
    }

adoption = Geschützte Benutzer im Lauf der Zeit
    .none = Es gibt noch keine Zahlen.
    .told = Von { $before } Geschützten am { $from } auf { $now } am { $to }.
    .shown = Von { $before } Geschützten am { $from } auf { $now } am { $to }. Der obere Rand sind alle { $total }.
    .caption = Geschützte Benutzer nach Tag
    .protected = Geschützt
day = Tag

role = Rolle
method = Verfahren
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

hours = Fehlversuche nach Stunde
    .none = Keine Fehlversuche in den letzten { $weeks } Wochen.
    .told = { $all ->
        [one] { $all } Fehlversuch in den letzten { $weeks } Wochen: { $day }, { $time }.
       *[other] { $all } Fehlversuche in den letzten { $weeks } Wochen. Am meisten sind es { $day }, { $time }: { $most }.
    }
    .zone = Die Stunden sind die Ihrer Zeitzone: { $zone }.
    .caption = Fehlversuche nach Stunde der Woche
    .weekday = Tag
    .hour = Stunde
