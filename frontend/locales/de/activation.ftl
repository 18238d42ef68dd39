### Einer Einladung folgen.

opening = Ihre Einladung wird geöffnet
signing-in = Sie werden angemeldet
unknown = Ihre Einladung
welcome = Willkommen bei { $organization }
    .about = Sie sind als <address>{ $email }</address> eingeladen. Geben Sie Ihren Namen ein, und wählen Sie ein Passwort, dann ist Ihr Konto bereit. Der Link gilt bis <deadline/>.
name = Ihr Name
    .description = So sehen ihn Ihre Kollegen.
password = Passwort
activate = Mein Konto aktivieren
dead = Wenn Ihr Konto schon aktiv ist, <link>melden Sie sich an</link>. Sonst bitten Sie Ihren Administrator um eine neue Einladung.
active = Ihr Konto ist aktiv. Melden Sie sich mit Ihrem neuen Passwort an.
later = Bei der nächsten Anmeldung einrichten

blocked = Sie können sich noch nicht anmelden
    .why = Ihre Organisation verlangt die Zwei-Faktor-Authentifizierung, und die Zeit zum Einrichten ist vorbei. Ihr Link gilt weiter.
    .help = Bitten Sie Ihren Administrator um mehr Zeit, und versuchen Sie es dann noch einmal.
    .retry = Noch einmal versuchen
