### Ein neues Passwort anstelle eines vergessenen.

back = Zurück zur Anmeldung

forgotten = Passwort vergessen?
    .about = Wir schicken Ihnen einen Link, mit dem Sie ein neues wählen. Ihr zweiter Faktor bleibt, wie er ist.
    .email = E-Mail
    .action = Link schicken

sent = Sehen Sie in Ihr Postfach
    .about = Wenn es ein Konto mit <address>{ $email }</address> gibt, ist eine Mail mit einem Link auf dem Weg. Der Link gilt 30 Minuten.
    .nothing = Nach ein paar Minuten noch nichts da? Sehen Sie im Spam nach, oder prüfen Sie die Adresse.
    .again = Eine andere Adresse nehmen oder noch einmal schicken

choose = Wählen Sie ein neues Passwort
    .opening = Link wird geprüft
    .about = Mit dem alten enden alle Ihre Sitzungen. Ihr zweiter Faktor bleibt, wie er ist.
    .password = Neues Passwort
    .action = Passwort ändern
    .dead = Einen neuen Link schicken
changed = Ihr Passwort ist geändert. Melden Sie sich damit an.
