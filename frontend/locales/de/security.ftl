### Meine Sicherheit: der eigene zweite Faktor, Sitzungen, und was zuletzt geschah.

title = Meine Sicherheit

## Ein, aus oder zu erneuern

state =
    .notEnabled = Zwei-Faktor-Authentifizierung ist ausgeschaltet
    .enabled = Zwei-Faktor-Authentifizierung ist eingeschaltet
    .expired = Zwei-Faktor-Authentifizierung ist eingeschaltet, aber eine Erneuerung ist fällig
    .suspended = Zwei-Faktor-Authentifizierung ist eingerichtet, wird aber nicht benutzt
off =
    .password = Wer Ihr Passwort erfährt, kann sich als Sie anmelden.
    .mailbox = Wer Ihr Passwort erfährt, braucht auch noch Ihr Postfach. Ein Passkey oder eine Authenticator-App ist sicherer.
    .unasked = Wer Ihr Passwort erfährt, kann sich als Sie anmelden. Ihre Organisation fragt zurzeit niemanden nach einem zweiten Faktor; Sie können Ihren schon im Voraus einrichten.
on =
    .since = Seit dem <since/>.
    .renew = Seit dem <since/>. Der Schlüssel gilt bis zum <renew/>; Sie werden daran erinnert.
    .expired = Seit dem <since/>. Es geht noch; bitte ersetzen Sie den Authenticator, der unten markiert ist.
    .unasked = Ihre Organisation fragt zurzeit niemanden nach einem zweiten Faktor. Was Sie eingerichtet haben, bleibt erhalten.
# $policy is a sentence, with its full stop.
asked = Was Ihre Organisation verlangt: { $policy }
set-up = Einrichten

## Faktoren jeder Art

passkeys = Passkeys
    .add = Passkey hinzufügen
    .none = Sie haben noch keinen. Ein Passkey ist Ihr Fingerabdruck, Ihr Gesicht oder Ihre Bildschirmsperre: Sie tippen nichts, und keine gefälschte Seite kann ihn Ihnen entlocken.
    .no-new = Ihre Organisation nimmt zurzeit keine neuen Passkeys an.
    .most = Mehr als zehn Passkeys können Sie nicht haben.
    .stays-required = Ihre Organisation verlangt die Zwei-Faktor-Authentifizierung. Um Ihren einzigen Passkey zu entfernen, fügen Sie zuerst einen anderen hinzu.
    .stays-passwordless = Zum Ausschalten der Zwei-Faktor-Authentifizierung braucht es ein Passwort, und Sie haben hier keines. Um Ihren einzigen Passkey zu entfernen, fügen Sie zuerst einen anderen hinzu.
# Of one: kept by one device, or synced between several; used already, or not.
passkey =
    .device-used = Auf einem Gerät, hinzugefügt am <added/>, zuletzt benutzt <used/>
    .device-unused = Auf einem Gerät, hinzugefügt am <added/>, noch nicht benutzt
    .synced-used = Auf Ihren Geräten synchronisiert, hinzugefügt am <added/>, zuletzt benutzt <used/>
    .synced-unused = Auf Ihren Geräten synchronisiert, hinzugefügt am <added/>, noch nicht benutzt
authenticators = Authenticatoren
    .add = Authenticator hinzufügen
    .none = Sie haben keine Authenticator-App eingerichtet.
    .most = Mehr als fünf Authenticatoren können Sie nicht haben.
    .stays-required = Ihre Organisation verlangt die Zwei-Faktor-Authentifizierung. Ihren einzigen Authenticator können Sie deshalb ersetzen, aber nicht entfernen.
    .stays-passwordless = Zum Ausschalten der Zwei-Faktor-Authentifizierung braucht es ein Passwort, und Sie haben hier keines. Ihren einzigen Authenticator können Sie deshalb ersetzen, aber nicht entfernen.
authenticator =
    .unused = Hinzugefügt am <added/>
    .used = Hinzugefügt am <added/>, zuletzt benutzt <used/>
    .unused-renew = Hinzugefügt am <added/>, zu erneuern bis zum <renew/>
    .used-renew = Hinzugefügt am <added/>, zuletzt benutzt <used/>, zu erneuern bis zum <renew/>
    .old = Erneuerung fällig, bitte ersetzen
    .taken-over = Importiert, hier noch nicht benutzt

## What can be done with something; the longer words are for those who hear them

replace = Ersetzen
    .named = { $name } ersetzen
rename = Umbenennen
    .named = { $name } umbenennen
    .done = Umbenannt
remove = Entfernen
    .named = { $name } entfernen
    .question = { $name } entfernen?
    .keep = Behalten
    .done = { $name } wurde entfernt
consequence =
    .totp = Seine Codes gelten sofort nicht mehr. Ihre anderen Faktoren und Ihre Wiederherstellungscodes bleiben, wie sie sind.
    .passkey = Er öffnet hier nichts mehr. Ihr Gerät behält ihn, bis Sie ihn auch dort löschen. Ihre anderen Faktoren und Ihre Wiederherstellungscodes bleiben, wie sie sind.
only =
    .totp = Das ist Ihr einziger Authenticator: Allein kann er nicht entfernt werden.
    .passkey = Das ist Ihr einziger Passkey: Allein kann er nicht entfernt werden.
sessions-end = Ihre anderen Sitzungen werden beendet.

## Wiederherstellungscodes

after-recovery = Sie haben gerade einen Wiederherstellungscode benutzt. Übrig: { $left } von { $all }. Wenn Ihr Handy weg ist, <link>ersetzen Sie es</link>.
    .passkey = Sie haben gerade einen Wiederherstellungscode benutzt. Übrig: { $left } von { $all }. Wenn Sie Ihren Passkey nicht mehr haben, <link>legen Sie einen neuen an</link>.
recovery-codes = Wiederherstellungscodes
    .new = Neue Codes erstellen
    .withdrawn = Diese Codes gelten nicht mehr: Die Datenbank wurde aus einer Sicherung wiederhergestellt, und einige könnten seitdem benutzt worden sein. Erstellen Sie neue, solange Sie sich noch anmelden können.
    .none-left = Es ist kein Code mehr übrig. Erstellen Sie neue, solange Sie sich noch anmelden können.
    .few-left = Es sind nur noch wenige Codes übrig. Erstellen Sie neue, solange Sie sich noch anmelden können.
    .about = { $left } von { $all } übrig. Mit jedem können Sie sich einmal anmelden, wenn Sie Ihren zweiten Faktor nicht zur Hand haben. Manche nennen sie Backup-Codes.
    .about-made = { $left } von { $all } übrig, erstellt am <made/>. Mit jedem können Sie sich einmal anmelden, wenn Sie Ihren zweiten Faktor nicht zur Hand haben. Manche nennen sie Backup-Codes.
    .unused = Nicht benutzt: { $numbers }
recovery-code =
    .used = <code>Code { $number }</code> benutzt <when/>
    .withdrawn = <code>Code { $number }</code> ungültig seit <when/>
new-codes = Neue Wiederherstellungscodes erstellen
    .text = Die Codes, die Sie jetzt haben, gelten nicht mehr, sobald die neuen erstellt sind.
    .passkey = Bestätigen Sie zuerst mit Ihrem Passkey: mit Fingerabdruck, Gesicht oder Bildschirmsperre.
    .use-passkey = Passkey benutzen
    .make = Neue Codes erstellen
    .cancel = Abbrechen
    .refused = Dieser Passkey wurde nicht angenommen.
    .refused-tries = { $tries ->
        [one] Dieser Passkey wurde nicht angenommen. Noch 1 Versuch.
       *[other] Dieser Passkey wurde nicht angenommen. Noch { $tries } Versuche.
    }
    .unclear = Nightlatch war nicht zu erreichen, deshalb ist nicht sicher, ob neue Codes erstellt wurden. Die alten gelten vielleicht nicht mehr. Prüfen Sie Ihre Verbindung, und erstellen Sie neue.
    .save = Sichern Sie Ihre Wiederherstellungscodes
    .done = Neue Wiederherstellungscodes wurden erstellt: Die alten gelten nicht mehr.
instead =
    .passkey = Stattdessen Ihren Passkey benutzen
    .totp = Stattdessen einen Code aus Ihrer Authenticator-App benutzen

## Codes per Mail

email-codes = Codes per Mail beim Anmelden
    .switch = Mich nach einem Code per Mail fragen
    .on = Codes per Mail sind eingeschaltet
    .off = Codes per Mail sind ausgeschaltet
    .free = Nach dem Passwort geben Sie einen Code ein, den wir an <address>{ $email }</address> schicken. Das ist sicherer als ein Passwort allein; ein Passkey oder eine Authenticator-App ist noch sicherer.
    .unverified = Sicherer als ein Passwort allein, solange Sie keinen zweiten Faktor haben. Bestätigen Sie zuerst unter <link>Mein Konto</link>, dass <address>{ $email }</address> Ihre Adresse ist.
    .passwordByMail = Ihr Passwort wurde mit einem Link gesetzt, den wir Ihnen geschickt haben; ein Code aus demselben Postfach würde nichts weiter beweisen. Wählen Sie zuerst unter <link>Mein Konto</link> ein anderes Passwort.
    .superseded = Sie haben einen zweiten Faktor: Nach ihm werden Sie gefragt, und es werden keine Codes geschickt.
    .administrator = Nicht für Administratoren: Wer deren Postfach liest, darf nicht so weit kommen. Richten Sie stattdessen einen zweiten Faktor ein.
    .forbidden = Ihre Organisation benutzt sie nicht. Richten Sie stattdessen einen zweiten Faktor ein.
    .nobodyIsAsked = Ihre Organisation fragt zurzeit niemanden nach einem Code und schickt auch keine.

## Browser und Sitzungen

trusted-browsers = Vertraute Browser
    .none = Keine: Bei jeder Anmeldung werden Sie nach Ihrem zweiten Faktor gefragt.
    .about = Hier reicht Ihr Passwort zum Anmelden, bis zum genannten Tag.
    .removed = Nicht mehr vertraut
    .this = Dieser Browser
    .remove-this = { $device } (dieser Browser) entfernen
    .used = Zuletzt benutzt <used/>, bis zum <until/>
    .used-at = { $address }, zuletzt benutzt <used/>, bis zum <until/>
sessions = Wo Sie angemeldet sind
    .end-others = Alle anderen beenden
    .ended = Beendet
    .this = Dieses Gerät
    .end = Beenden
    .end-of = Die Sitzung von { $device } beenden
# $from is a list of an address, and of how somebody signed in, which comes next.
session = { $from }, angemeldet <since/>, zuletzt gesehen <seen/>
    .password = mit Passwort
    .email = mit einem Code per Mail
    .factor = mit zweitem Faktor
    .passkey = allein mit einem Passkey
    .sso = über Single Sign-on
    .sso-factor = über Single Sign-on mit zweitem Faktor
activity = Letzte Aktivitäten
    .none = Noch ist nichts geschehen.
    .refused = Abgelehnt

## Turning it off, or deleting it where nobody is asked for it

turn-off = Zwei-Faktor-Authentifizierung ausschalten
    .text = Ihr Passwort allein würde Ihr Konto öffnen. Zum Ausschalten brauchen Sie Ihr Passwort und Ihren zweiten Faktor.
    .begin = Ausschalten …
    .question = Zwei-Faktor-Authentifizierung ausschalten?
    .keep = Nicht ausschalten
    .do = Ausschalten
    .opens = Ihr Passwort allein wird Ihr Konto öffnen.
delete = Löschen, was Sie eingerichtet haben
    .text = Ihre Authenticatoren, Passkeys und Wiederherstellungscodes wären weg, auch für den Tag, an dem Ihre Organisation wieder danach fragt. Zum Löschen brauchen Sie Ihr Passwort und Ihren zweiten Faktor.
    .begin = Löschen …
    .question = Löschen, was Sie eingerichtet haben?
    .keep = Behalten
    .do = Löschen
gone = Ihre Authenticatoren, Passkeys und Wiederherstellungscodes werden gelöscht und lassen sich nicht zurückholen.
stays-required = Ihre Organisation verlangt die Zwei-Faktor-Authentifizierung, deshalb kann sie nicht ausgeschaltet werden.
    .replace = Ihre Organisation verlangt die Zwei-Faktor-Authentifizierung, deshalb kann sie nicht ausgeschaltet werden. Wenn Sie das Handy wechseln, ersetzen Sie stattdessen Ihren Authenticator.
stays-passwordless = Zum Ausschalten der Zwei-Faktor-Authentifizierung braucht es ein Passwort, und Sie haben hier keines. Ein Administrator kann zurücksetzen, was Sie eingerichtet haben.
    .replace = Zum Ausschalten der Zwei-Faktor-Authentifizierung braucht es ein Passwort, und Sie haben hier keines. Ein Administrator kann zurücksetzen, was Sie eingerichtet haben. Wenn Sie das Handy wechseln, ersetzen Sie stattdessen Ihren Authenticator.
password = Passwort
follows = Nach Ihrem Passkey werden Sie gefragt, wenn Sie die Schaltfläche drücken: Fingerabdruck, Gesicht oder Bildschirmsperre.
wrong-code = Das Passwort oder der Code ist nicht richtig.
    .tries = { $tries ->
        [one] Das Passwort oder der Code ist nicht richtig. Noch 1 Versuch.
       *[other] Das Passwort oder der Code ist nicht richtig. Noch { $tries } Versuche.
    }
wrong-passkey = Das Passwort oder der Passkey ist nicht richtig.
    .tries = { $tries ->
        [one] Das Passwort oder der Passkey ist nicht richtig. Noch 1 Versuch.
       *[other] Das Passwort oder der Passkey ist nicht richtig. Noch { $tries } Versuche.
    }
