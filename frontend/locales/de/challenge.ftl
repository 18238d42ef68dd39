### Der zweite Schritt: ein Passkey oder ein Code.

title = Bestätigen Sie, dass Sie es sind
    .again = Was Sie vorhaben, verlangt noch einmal Ihren zweiten Faktor. Danach werden Sie einige Minuten lang nicht wieder gefragt.
whose = Anmeldung als <address>{ $email }</address>
verify = Prüfen
cancel = Abbrechen
back = Zurück zur Anmeldung
signing-in = Sie werden angemeldet

## Was zu tun ist

prompt =
    .totp = Geben Sie den { $digits ->
        [6] sechsstelligen Code
        [8] achtstelligen Code
       *[any] Code
    } ein, den Ihre Authenticator-App für dieses Konto zeigt.
    .passkey = Benutzen Sie Ihren Passkey: Fingerabdruck, Gesicht, Bildschirmsperre oder Sicherheitsschlüssel.
    .recoveryCode = Geben Sie einen der Wiederherstellungscodes ein, die Sie beim Einrichten der Zwei-Faktor-Authentifizierung aufbewahrt haben.
    .temporaryPass = Geben Sie den Code ein, den Ihr Administrator Ihnen gegeben hat. Gleich danach richten Sie einen neuen zweiten Faktor ein.
    .reset = Ihr zweiter Faktor wurde zurückgesetzt. Geben Sie den Code ein, den Ihr Administrator Ihnen vorliest.

## Links zu einem anderen Verfahren

instead =
    .totp = Stattdessen einen Code aus der Authenticator-App benutzen
    .passkey = Stattdessen den Passkey benutzen
    .email = Stattdessen einen Code per Mail benutzen
    .recoveryCode = Stattdessen einen Wiederherstellungscode benutzen
    .temporaryPass = Einen Code vom Administrator benutzen

## Ein Passkey

use-passkey = Passkey benutzen
try-again = Noch einmal versuchen
follow-device = Folgen Sie jetzt dem, was Ihr Browser oder Ihr Gerät Ihnen sagt.
passkey-refused = Dieser Passkey wurde nicht angenommen: Er wurde aus Ihrem Konto entfernt, oder die Anfrage war zu alt.
    .tries = { $tries ->
        [one] Dieser Passkey wurde nicht angenommen: Er wurde aus Ihrem Konto entfernt, oder die Anfrage war zu alt. Noch 1 Versuch.
       *[other] Dieser Passkey wurde nicht angenommen: Er wurde aus Ihrem Konto entfernt, oder die Anfrage war zu alt. Noch { $tries } Versuche.
    }

## Codes vom Papier oder vorgelesen

recovery-code = Wiederherstellungscode
    .description = Sechs Gruppen aus vier Zeichen. Auf Großschreibung, Leerzeichen und Bindestriche kommt es nicht an.
temporary-pass = Code von Ihrem Administrator
    .description = Vier Gruppen aus vier Zeichen. Auf Großschreibung, Leerzeichen und Bindestriche kommt es nicht an. Er gilt einmal und nur für begrenzte Zeit.

## Nach einer Antwort, die nicht stimmte: was geschehen ist, dann was zu tun ist

refused = { $what } { $next }
next =
    .totp = Warten Sie auf den nächsten Code, und sehen Sie nach, ob Sie in der App den Eintrag für dieses Konto ablesen.
    .totp-again = Schalten Sie in den Einstellungen Ihres Handys die automatische Uhrzeit ein, und geben Sie dann den nächsten Code ein.
    .email = Nehmen Sie den Code aus der neuesten Mail: Die aus früheren gelten nicht mehr.
    .recoveryCode = Jeder gilt einmal: Nehmen Sie einen, den Sie noch nicht benutzt haben.
    .temporaryPass = Er gilt einmal, und nur für eine begrenzte Zeit: Ihr Administrator kann Ihnen einen neuen geben.
malformed =
    .recoveryCode = Das ist kein ganzer Wiederherstellungscode: Er hat sechs Gruppen aus vier Zeichen. Sehen Sie nach, ob eines fehlt.
    .temporaryPass = Das ist kein ganzer Code: Er hat vier Gruppen aus vier Zeichen. Sehen Sie nach, ob eines fehlt.

## Codes per Mail

mail-code = Code aus der Mail
mail-offer = Wir schicken einen achtstelligen Code an Ihre E-Mail-Adresse.
mail-send = Code schicken
mail-underway = Ein Code ist auf dem Weg in Ihr Postfach …
mail-sent = Geben Sie den achtstelligen Code ein, den wir an { $address } geschickt haben.
mail-again = Nichts da? Sehen Sie auch im Spam nach. <send>Noch einmal schicken</send>
mail-again-later = Nichts da? Sehen Sie auch im Spam nach. Noch einmal schicken lassen können Sie ihn in <wait/>.
mail-no-more = Vorerst werden keine Codes mehr geschickt. Noch einmal schicken lassen können Sie ihn in <wait/>.
mail-limited = Ihnen wurden zu viele Codes geschickt, und die aus früheren Mails gelten hier nicht. Den nächsten bekommen Sie in <wait/>.
mail-limited-over = Ihnen wurden zu viele Codes geschickt, und die aus früheren Mails gelten hier nicht. Den nächsten bekommen Sie in <wait/>: Beginnen Sie dann von vorn.

## Ein Browser, in dem nicht mehr gefragt wird

trust = { $days ->
    [one] In diesem Browser 1 Tag lang nicht mehr fragen
   *[other] In diesem Browser { $days } Tage lang nicht mehr fragen
}
    .about = Nur dort, wo sich sonst niemand anmeldet. Unter „Meine Sicherheit“ können Sie es zurücknehmen.

## Zeit und Grenzen

time-to-enter = Noch { $time } zum Eingeben
time-to-use = Noch { $time } zum Benutzen
throttled = Zu viele falsche Codes. In <wait/> können Sie es wieder versuchen.
throttled-other-way = Zu viele falsche Codes. In <wait/> können Sie es wieder versuchen, oder nehmen Sie jetzt einen anderen Weg.

## Warum es von vorn beginnt

ended =
    .expired = Diese Anmeldung dauerte zu lange. Bitte beginnen Sie von vorn.
    .exhausted = Auch das stimmte nicht, und es war der letzte Versuch. Bitte beginnen Sie von vorn.
renewed =
    .expired = Das dauerte zu lange. Bitte beginnen Sie von vorn.
    .exhausted = Auch das stimmte nicht. Wenn Sie eine App benutzen, warten Sie, bis sie den nächsten Code zeigt.
ask-again = Noch einmal fragen

blocked = Ihre Anmeldung ist blockiert
