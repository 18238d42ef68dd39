### Die Seite eines Benutzers, und was dort geschieht.

cancel = Abbrechen
close = Schließen
title = Benutzer
back = Alle Benutzer
    .list = Zurück zur Liste
    .label = Zurück
missing = Kein solcher Benutzer
    .text = Unter dieser Adresse gibt es niemanden, oder nicht in dieser Organisation.
frozen = Eingefroren: Auf eine Mail zu diesem Konto kam die Antwort „Das war ich nicht“.

## Warum sich nichts ändern lässt, oder eines nicht zu haben ist

bar =
    .reader = Sie können dieses Konto ansehen; ein Administrator kann es ändern.
    .self = Das ist Ihr eigenes Konto. Niemand setzt sich selbst zurück, sperrt sich selbst oder ändert die eigenen Rollen: Wenden Sie sich an einen anderen Administrator.
    .above = Das ist ein Superadministrator. Nur ein anderer Superadministrator kann dieses Konto ändern.
obstacle =
    .superadminOnly = In Ihrer Organisation dürfen das bei Administratoren nur Superadministratoren.
    .passesOff = Vorläufige Codes sind in den Anmelderegeln ausgeschaltet.
    .nothingToStandInFor = Es gibt keinen zweiten Faktor, den ein vorläufiger Code ersetzen könnte.
not-permitted = So weit reichen Ihre Berechtigungen nicht. Ein Superadministrator kann es.

## Konto

account = Konto
    .email = E-Mail
    .verified = { $email } <state>(bestätigt)</state>
    .unverified = { $email } <state>(nicht bestätigt)</state>
    .roles = Rollen
    .added = Hinzugefügt
    .login = Anmeldeart
    .sign-in = Anmeldung
    .log = Protokoll
    .log-by = Was diese Person getan hat
    .log-about = Was sie betrifft
sign-in =
    .suspended = Gesperrt
    .allowed = Erlaubt
    .password = Sobald ein Passwort gewählt ist
    .invitation = Sobald die Einladung angenommen ist
roles = Rollen ändern …
    .title = Rollen von { $name }
    .action = Rollen speichern
    .done = Die Rollen von { $name } sind geändert.

## Zweiter Faktor

factor = Zweiter Faktor
    .status = Status
    .imported = Importiert
    .unproved = Ein Authenticator wurde importiert und hier noch nicht benutzt
    .methods = Verfahren
    .set-up = Eingerichtet
    .codes = Wieder{ "\u00AD" }herstellungs{ "\u00AD" }codes
    .codes-none = Keine
    .codes-left = Noch { $remaining } von { $total }
    .pass = Vorläufiger Code
    .code = Code
    .until = Gilt bis <when/>
    .no-code = Benutzt oder abgelaufen: Ein neuer ist nötig

reminder = Erinnerung
    .order = Per Mail erinnern …
    .purpose = { $name } hat noch keinen zweiten Faktor. Eine Mail bittet darum, einen einzurichten.
    .title = { $name } per Mail erinnern?
    .text = Eine Mail an <to>{ $email }</to> bittet { $name }, einen zweiten Faktor einzurichten, und nennt die Frist.
    .action = Erinnern
    .done = { $name } wurde per Mail erinnert.

pass = Vorläufiger Code
    .order = Code ausstellen …
    .purpose = Wenn das Handy gerade nicht zur Hand ist: ein Code, der den zweiten Faktor einmal ersetzt und dazu führt, einen neuen einzurichten. Was jetzt eingerichtet ist, bleibt.
    .purpose-reset = Wenn ein Code verloren oder abgelaufen ist: Ein neuer tritt an seine Stelle und gilt so lange, wie Sie wollen.
    .title = Einen vorläufigen Code für { $name } ausstellen
    .text = Ein Code, der den zweiten Faktor einmal ersetzt und { $name } dazu führt, einen neuen zweiten Faktor einzurichten.
    .text-again = Ein Code, der den zweiten Faktor einmal ersetzt und { $name } dazu führt, einen neuen zweiten Faktor einzurichten. Der bisherige Code gilt dann nicht mehr.
    .lifetime = Gilt
    .action = Code ausstellen
    .slip = Vorläufiger Code für { $name }
    .passedOn = { $name } hat einen vorläufigen Code.
    .left = Es gibt einen vorläufigen Code für { $name }, aber Sie haben ihn nicht weitergegeben: Stellen Sie einen neuen aus, wenn er gebraucht wird.

reset = Zurücksetzen
    .order = Zurücksetzen …
    .purpose = Wenn das Handy endgültig verloren ist: Alles, was eingerichtet ist, wird gelöscht, und { $name } richtet einen neuen zweiten Faktor ein.
    .purpose-none = Es ist nichts eingerichtet, das verloren gehen könnte. Das Zurücksetzen meldet { $name } ab und beginnt die Einrichtung von vorn.
    .purpose-again = Beginnt von vorn: Ein neuer Code tritt an die Stelle des bisherigen und gilt 24 Stunden.
    .title = Den zweiten Faktor von { $name } zurücksetzen?
    .deleted = Authenticatoren, Passkeys und Wiederherstellungscodes werden gelöscht und lassen sich nicht zurückholen.
    .signed-out = Alle Sitzungen werden beendet.
    .code = Sie bekommen einen Code zum Vorlesen: { $name } gibt ihn bei der nächsten Anmeldung ein und richtet einen neuen zweiten Faktor ein.
    .no-code = { $name } richtet nach der nächsten Anmeldung, für die das Passwort allein reicht, einen neuen zweiten Faktor ein.
    .action = Zurücksetzen
    .slip = Code zum Zurücksetzen für { $name }
    .passedOn = Der zweite Faktor von { $name } ist zurückgesetzt. Bei der nächsten Anmeldung wird nach Ihrem Code gefragt.
    .left = Der zweite Faktor von { $name } ist zurückgesetzt. Ohne den Code muss noch einmal zurückgesetzt oder ein vorläufiger Code ausgestellt werden.
    .withoutCode = Der zweite Faktor von { $name } ist zurückgesetzt. Ein neuer wird nach der Anmeldung eingerichtet.

## Ein Code, der weitergegeben wird

slip = Code
    .lifetime = Gilt einmal, { $lifetime } lang: bis <when/>.
    .once = Lesen Sie ihn auf dem Weg vor, auf dem Sie die Identität geprüft haben; Sie sehen ihn nicht wieder.
    .use = { $name } meldet sich mit E-Mail-Adresse und Passwort an, gibt diesen Code ein und richtet einen neuen zweiten Faktor ein.
    .copy = Code kopieren
    .passed-on = Ich habe ihn weitergegeben
    .leave = Gehen, ohne den Code weiterzugeben?
    .close = Schließen, ohne den Code weiterzugeben?
    .loss = Er wird nur jetzt gezeigt. Ohne ihn braucht { $name } einen neuen.
    .stay = Hier bleiben

## Einladung

invitation = Einladung
    .sent = Gesendet
    .good-until = Link gilt bis
    .expired = Link abgelaufen
    .none = Dieses Konto kam ohne Passwort hierher. Eines wählen lässt sich bei der Anmeldung über „Passwort vergessen?“.
link = Neuer Link
    .first = Einladung senden
    .again = Noch einmal senden
    .purpose-first = Schickt einen Link an { $email }.
    .purpose = Schickt einen neuen Link an { $email }.
    .purpose-again = Schickt einen neuen Link an { $email }; der bisherige gilt dann nicht mehr.
    .done = Ein neuer Link ist unterwegs an { $email }.
revoke = Widerrufen
    .order = Einladung widerrufen …
    .purpose = Der Link gilt nicht mehr, und das Konto wird entfernt. Die Adresse kann wieder eingeladen werden.
    .title = Die Einladung von { $email } widerrufen?
    .text = Der verschickte Link gilt nicht mehr, und das Konto verschwindet aus der Liste.
    .again = Sie können { $email } jederzeit wieder einladen.
    .action = Einladung widerrufen
    .done = Die Einladung von { $email } ist widerrufen.
remove = Entfernen
    .order = Konto entfernen …
    .purpose = Das Konto wird gelöscht. Die Adresse kann wieder importiert oder eingeladen werden.
    .purpose-with-factor = Das Konto und sein importierter zweiter Faktor werden gelöscht. Nur ein neuer Import bringt sie zurück.
    .title = Das Konto von { $email } entfernen?
    .action = Konto entfernen
    .done = Das Konto von { $email } ist entfernt.

## Was vorgeschrieben ist

requirement = Vorschrift
    .deadline = Frist
deadline = Frist setzen …
    .title = Eine Frist für { $name } setzen
    .text = Sie tritt an die Stelle der Frist aus den Anmelderegeln, und keine spätere Änderung der Regeln verschiebt sie.
    .action = Frist setzen
    .done = Die Frist von { $name } ist der { $date }.

## Zugang

access = Zugang

unfreeze = Eingefroren
    .order = Freigeben …
    .purpose = { $name } kann am Konto nichts ändern, bis Sie zusammen alles in Ordnung gebracht haben.
    .title = Das Konto von { $name } freigeben?
    .first = Gehen Sie zuerst mit { $name } auf einem Weg, dem Sie vertrauen, durch, was geschehen ist: Ist alles am Konto wirklich von { $name }, auch das Passwort und die E-Mail-Adresse?
    .second = Danach kann { $name } das Konto wieder ändern, und ebenso alle anderen, die hineinkommen.
    .action = Freigeben
    .done = Das Konto von { $name } ist nicht mehr eingefroren.

newPassword = Passwort
    .order = Link senden …
    .purpose = Für ein Passwort, das { $name } vergessen hat oder das jemand anderes kennen könnte.
    .title = { $name } einen Link für ein neues Passwort senden?
    .first = { $name } wählt das neue Passwort selbst; Sie sehen weder das Passwort noch den Link, der 30 Minuten lang gilt.
    .second = Bis dahin gilt das bisherige Passwort, und wer angemeldet ist, bleibt es. Könnte es jemand anderes kennen, melden Sie das Konto auch überall ab.
    .action = Link senden
    .done = Ein Link für ein neues Passwort ist unterwegs zu { $name }.

signOut = Sitzungen
    .order = Überall abmelden …
    .purpose = Beendet alle Sitzungen von { $name }, auf allen Geräten.
    .title = { $name } überall abmelden?
    .first = Alle Sitzungen von { $name } enden jetzt. Passwort und zweiter Faktor bleiben, wie sie sind.
    .action = Überall abmelden
    .done = { $name } ist überall abgemeldet.

disconnect = Single Sign-on
    .order = Trennen …
    .purpose = Für ein Konto bei einem Anbieter, das nicht oder nicht mehr in den Händen von { $name } ist.
    .title = Das Single Sign-on von { $name } trennen?
    .first = Kein Konto bei einem Anbieter meldet { $name } mehr an, und alle Sitzungen enden jetzt. { $name } erfährt es per Mail.
    .second = { $name } meldet sich ab jetzt mit dem Passwort an und kann wieder ein Konto verbinden.
    .action = Trennen
    .done = { $name } meldet sich ab jetzt mit dem Passwort an.

suspend = Sperre
    .order = Sperren …
    .purpose = Wenn jemand gegangen oder das Konto in Gefahr ist: { $name } kann sich nicht anmelden, bis das Konto entsperrt wird.
    .title = { $name } sperren?
    .first = { $name } kann sich nicht mehr anmelden und wird überall abgemeldet.
    .second = Was eingerichtet ist, bleibt erhalten, sodass Sie das Konto später entsperren können.
    .action = Sperren
    .done = { $name } ist gesperrt.

restore = Sperre
    .order = Entsperren …
    .purpose = { $name } kann sich nicht anmelden, bis das Konto entsperrt wird.
    .title = { $name } entsperren?
    .first = { $name } kann sich wieder anmelden, mit dem Passwort und dem zweiten Faktor von vorher.
    .action = Entsperren
    .done = { $name } kann sich wieder anmelden.
