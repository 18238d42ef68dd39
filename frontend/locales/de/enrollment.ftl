### Einen zweiten Faktor einrichten.

step =
    .choice = Wählen Sie Ihren zweiten Faktor
    .passkey = Passkey anlegen
    .app = Eine Authenticator-App besorgen
    .connect = App verbinden
    .codes = Wiederherstellungs­codes sichern
    .done = Alles fertig
count = Schritt { $current }
    .of = Schritt { $current } von { $total }

back = Zurück
cancel = Abbrechen

choice = Beim Anmelden bestätigt er, dass Sie es sind. Ein gestohlenes Passwort allein öffnet dann nichts mehr.
    .later = Das andere können Sie später hinzufügen.
passkey = Passkey
    .meaning = Ihr Fingerabdruck, Ihr Gesicht oder die Bildschirmsperre. Sie müssen nichts eintippen, und keine gefälschte Seite kann ihn von Ihnen bekommen.
totp = Authenticator-App
    .meaning = Eine App auf Ihrem Handy zeigt Codes, und Sie tippen sie ein. Das geht auf jedem Gerät.

passkey-about = Ein Passkey ist Ihr Fingerabdruck, Ihr Gesicht oder die Bildschirmsperre, auf diesem Gerät oder auf Ihrem Handy. Auch ein Sicherheitsschlüssel zum Einstecken geht. Ihr Fingerabdruck und Ihr Gesicht bleiben auf dem Gerät: Niemand sonst bekommt sie, auch wir nicht.
name = Name
    .passkey = Damit Sie Ihre Passkeys auseinanderhalten können.
    .authenticator = Damit Sie Ihre Authenticatoren auseinanderhalten können.
    .usual = Handy
make-passkey = Passkey anlegen
follow-device = Folgen Sie jetzt dem, was Ihr Browser oder Ihr Gerät Ihnen sagt.
passkey-not-made = Es wurde kein Passkey angelegt: Das wurde abgebrochen, dauerte zu lange, oder Ihr Gerät kann keinen anlegen. Sie können es noch einmal versuchen.

app-about = Eine Authenticator-App auf Ihrem Handy zeigt alle 30 Sekunden einen neuen Code. Beim Anmelden geben Sie ihn nach Ihrem Passwort ein. Ein gestohlenes Passwort allein öffnet dann nichts mehr.
app-which = Jede davon ist geeignet, und auch viele Passwortmanager können es:
app-both = Google Authenticator oder Microsoft Authenticator
app-phones = Aegis (Android) oder Apple Passwörter (iPhone)
app-managers = 1Password oder Bitwarden
have-app = Ich habe eine App

scan = Fügen Sie in Ihrer App ein Konto hinzu, und richten Sie dann die Kamera auf diesen Code.
    .alt = QR-Code für Ihre Authenticator-App
    .key = Scannen geht nicht? Einrichtungsschlüssel zeigen
here = Ist Ihre Authenticator-App auf diesem Gerät, öffnen Sie sie mit der Schaltfläche. Öffnet sich nichts, wählen Sie in der App die Eingabe eines Einrichtungsschlüssels, und fügen Sie diesen ein.
    .open = Authenticator-App öffnen
    .scan = App auf einem anderen Gerät? QR-Code zeigen

enter = Geben Sie den { $digits ->
    [6] sechsstelligen Code
    [8] achtstelligen Code
   *[other] Code
} ein, den die App jetzt zeigt.
turn-on = Einschalten

clock =
    .behind = Die Uhr Ihres Handys geht nach (etwa { $size }). Schalten Sie in seinen Einstellungen die automatische Uhrzeit ein, und geben Sie dann den nächsten Code ein.
    .ahead = Die Uhr Ihres Handys geht vor (etwa { $size }). Schalten Sie in seinen Einstellungen die automatische Uhrzeit ein, und geben Sie dann den nächsten Code ein.
lapsed = Diese Einrichtung gilt nicht mehr: Sie dauerte zu lange, oder eine andere ist an ihre Stelle getreten. Bitte beginnen Sie von vorn.
reset = Ihr zweiter Faktor wurde zurückgesetzt. Ein neuer lässt sich nur bei einer Anmeldung einrichten, die nach dem Code Ihres Administrators fragt.
added =
    .passkey = Ein Passkey wurde hinzugefügt.
    .totp = Ein Authenticator wurde hinzugefügt.
    .replaced = Der Authenticator wurde ersetzt: Die Codes des alten gelten nicht mehr.
    .unseen = Die Zwei-Faktor-Authentifizierung ist eingeschaltet, aber Ihre Wiederherstellungscodes haben Sie nicht erreicht. Bitte erstellen Sie neue.

demanded = Ihre Organisation verlangt ab jetzt die Zwei-Faktor-Authentifizierung. Das Einrichten dauert etwa zwei Minuten.
    .other = Ihre Organisation verlangt einen anderen zweiten Faktor als den, den Sie haben. Das Einrichten dauert etwa zwei Minuten.
sign-out = Stattdessen abmelden

asked =
    .password = Ihre Organisation verlangt die Zwei-Faktor-Authentifizierung. Das Einrichten dauert etwa zwei Minuten.
    .password-by = Ihre Organisation verlangt, dass Sie bis zum { $deadline } die Zwei-Faktor-Authentifizierung einrichten. Das Einrichten dauert etwa zwei Minuten.
    .password-since = Ihre Organisation verlangt die Zwei-Faktor-Authentifizierung, und die Zeit, sie später einzurichten, ist am { $deadline } abgelaufen. Das Einrichten dauert etwa zwei Minuten.
    .right = Ihr Code stimmt. Richten Sie jetzt einen neuen zweiten Faktor ein, dann sind Sie angemeldet. Wenn Sie Ihr Handy nicht dabeihaben, nehmen Sie einen Passkey oder eine App auf diesem Gerät.
    .factor = Ihre Organisation verlangt einen anderen zweiten Faktor als den, den Sie gerade benutzt haben. Richten Sie ihn ein, dann sind Sie angemeldet.
    .factor-by = Ihre Organisation verlangt, dass Sie bis zum { $deadline } einen anderen zweiten Faktor als den einrichten, den Sie gerade benutzt haben. Richten Sie ihn ein, dann sind Sie angemeldet.
    .factor-since = Ihre Organisation verlangt einen anderen zweiten Faktor als den, den Sie gerade benutzt haben, und die Zeit, ihn später einzurichten, ist am { $deadline } abgelaufen. Richten Sie ihn ein, dann sind Sie angemeldet.
