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
replaced = In diesem Browser hat sich jemand anders angemeldet. Bitte melden Sie sich noch einmal an.
unsaved = Was Sie noch nicht gespeichert hatten, ist verloren.
