### Wie mehrere Seiten hinter der Anmeldung etwas nennen.

## Geräte

device = { $browser } unter { $system }
device-unknown = Unbekanntes Gerät

## Rollen, die jede Organisation hat

role =
    .member = Mitglied
    .manager = Manager
    .admin = Administrator
    .superadmin = Superadministrator
role-purpose =
    .member = Meldet sich an und kümmert sich um den eigenen zweiten Faktor.
    .manager = Sieht die Benutzer und die Anmelderegeln der Organisation.
    .admin = Verwaltet die Organisation: Benutzer, Rollen, Anmelderegeln, Protokoll und Webhooks.
    .superadmin = Verwaltet alle Organisationen und ändert als Einziger andere Superadministratoren.

## Verfahren, wie Administratoren sie nennen

method =
    .totp = Authenticator-App
    .passkey = Passkey
    .email = Codes per Mail
    .recoveryCode = Wiederherstellungscodes
    .temporaryPass = Vorläufiger Code

## Wie sich jemand anmeldet

login-method =
    .password = Passwort
    .passwordAndFactor = Passwort und zweiter Faktor
    .singleSignOn = Single Sign-on
    .none = Noch gar nicht

## Berechtigungen

users =
    .read = Benutzer, Rollen und die Übersicht sehen
    .write = Benutzer hinzufügen, ändern und sperren und ihre Fristen setzen
    .reset2fa = Zweite Faktoren zurücksetzen und vorläufige Codes ausstellen
roles =
    .write = Rollen erstellen, ändern und löschen
policy =
    .read = Die Anmelderegeln sehen
    .write = Die Anmelderegeln ändern
sso =
    .write = Anbieter für Single Sign-on verbinden
audit =
    .read = Das Protokoll lesen
keys =
    .write = API-Schlüssel erstellen, erneuern und widerrufen
webhooks =
    .write = Ereignisse mit Webhooks an andere Dienste senden lassen
organizations =
    .read = Alle Organisationen sehen
    .write = Organisationen anlegen und umbenennen

## Für wen eine Phase der Einführung gilt

everyone = alle
only-role = die Rolle { $role }

## Was die Anmelderegeln für jemanden bedeuten: zwei Sätze und der, den sie ergeben

sentence = { $because }; { $therefore }.
    .short = { $because }.

because =
    .off = Zurzeit wird niemand nach einem zweiten Faktor gefragt
    .optional = Ein zweiter Faktor ist freiwillig
    .requiredAtOnce = Ein zweiter Faktor ist für alle vorgeschrieben
    .phase = Ein zweiter Faktor ist durch eine Phase der Einführung vorgeschrieben
    .phase-everyone = Ein zweiter Faktor ist seit { $date } für alle vorgeschrieben
    .phase-role = Ein zweiter Faktor ist seit { $date } für die Rolle { $role } vorgeschrieben
    .newUser = Ein zweiter Faktor ist durch eine Phase der Einführung vorgeschrieben, die begann, bevor es dieses Konto gab
    .newUser-everyone = Ein zweiter Faktor ist seit { $date } für alle vorgeschrieben, und da gab es dieses Konto noch nicht
    .newUser-role = Ein zweiter Faktor ist seit { $date } für die Rolle { $role } vorgeschrieben, und da gab es dieses Konto noch nicht
    .extended = Ein zweiter Faktor ist vorgeschrieben, mit einer Frist, die ein Administrator gesetzt hat
    .notYet = Ein zweiter Faktor wird später vorgeschrieben sein
    .notYet-everyone = Ein zweiter Faktor wird ab { $date } für alle vorgeschrieben sein
    .notYet-role = Ein zweiter Faktor wird ab { $date } für die Rolle { $role } vorgeschrieben sein
    .notConcerned = Ein zweiter Faktor ist in Phasen vorgeschrieben, und keine davon gilt für dieses Konto

therefore =
    .ready = er ist eingerichtet und wird bei der Anmeldung verlangt
    .not-yet = bis dahin ändert sich nichts
    .by = er muss bis zum { $deadline } eingerichtet sein
    .exempt = das Passwort allein genügt zur Anmeldung
    .mustEnroll = er muss bei der nächsten Anmeldung eingerichtet werden
    .anew = ein Administrator hat veranlasst, dass bei der nächsten Anmeldung ein neuer eingerichtet wird
    .blocked = die Anmeldung ist blockiert
    .blocked-since = die Anmeldung ist blockiert, weil die Frist am { $deadline } abgelaufen ist
    .reminder = bis er eingerichtet ist, erscheint eine Erinnerung
    .until-enrollAtLogin = er kann bis zum { $deadline } eingerichtet werden, danach muss es bei der nächsten Anmeldung geschehen
    .until-block = er kann bis zum { $deadline } eingerichtet werden, danach ist die Anmeldung blockiert
