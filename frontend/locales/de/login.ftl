### Der erste Schritt der Anmeldung.

title = Anmelden
email = E-Mail
    .missing = Bitte geben Sie Ihre E-Mail-Adresse ein.
password = Passwort
    .missing = Bitte geben Sie Ihr Passwort ein.
code = Code
    .description = Lassen Sie das Feld leer, wenn Sie die Zwei-Faktor-Authentifizierung nicht eingerichtet haben. Sonst ein Code aus Ihrer App, ein Wiederherstellungscode oder einer von Ihrem Administrator.
action = Anmelden
with-passkey = Mit einem Passkey anmelden
with-provider = Weiter mit { $provider }
forgotten = Passwort vergessen?

passkey-unknown = Mit diesem Passkey können Sie sich nicht anmelden: Er wurde aus Ihrem Konto entfernt, oder er darf Ihr Passwort nicht ersetzen. Versuchen Sie es noch einmal, oder melden Sie sich mit dem Passwort an.
passkey-not-given = Es wurde kein Passkey benutzt: Das wurde abgebrochen oder dauerte zu lange, oder Ihr Gerät hat keinen für Sie oder konnte nicht prüfen, dass Sie es sind. Versuchen Sie es noch einmal, oder melden Sie sich mit dem Passwort an.

blocked = Ihre Anmeldung ist gesperrt
    .why = Ihr Passwort stimmt, aber Ihre Organisation verlangt die Zwei-Faktor-Authentifizierung, und die Frist zum Einrichten ist vorbei.
    .help = Bitten Sie Ihren Administrator um mehr Zeit oder um einen vorläufigen Code. Melden Sie sich dann noch einmal an, und richten Sie sie ein.
    .back = Zurück zur Anmeldung
