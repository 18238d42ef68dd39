### Fragen, die sich stellen, wo ein zweiter Faktor verlangt oder eingerichtet wird, jede mit einer kurzen Antwort. Sie
### stehen neben dem Feld, bei dem sie sich stellen, und noch einmal auf der Hilfeseite, die mehr sagt (help-page.ftl).

questions = Fragen
more = Mehr dazu (in neuem Tab)

app = Was ist eine Authenticator-App?
    .answer = Eine App auf Ihrem Handy, die alle 30 Sekunden einen neuen Code zeigt. Kein anderes Handy zeigt dieselben Codes. Ein Code beweist also, dass Sie es sind, selbst wenn jemand Ihr Passwort kennt.
which-app = Welche App kann ich nehmen?
    .answer = Jede Authenticator-App, zum Beispiel Google Authenticator oder Microsoft Authenticator. Auch viele Passwortmanager können es, etwa Apple Passwörter, 1Password und Bitwarden.
why = Warum werde ich gefragt?
    .answer = Passwörter werden erraten, abgeschrieben und gestohlen. Deshalb folgt auf das Passwort ein zweiter Schritt, den nur Sie gehen können: mit Ihrem Handy, Ihrem Fingerabdruck oder Ihrem Gesicht. Ein gestohlenes Passwort allein öffnet dann nichts.
lost-phone = Ich habe mein Handy verloren
    .answer = Melden Sie sich mit einem Wiederherstellungscode an, statt mit einem Code aus der App: Geben Sie Ihr Passwort ein, und wählen Sie dann „Stattdessen einen Wiederherstellungscode benutzen“. Wenn Sie keine Wiederherstellungscodes haben, fragen Sie Ihren Administrator.
new-phone = Ich habe ein neues Handy
    .answer = Behalten Sie das alte Handy, bis das neue Codes zeigt. Wählen Sie unter „Meine Sicherheit“ neben dem alten „Ersetzen“, und scannen Sie den QR-Code mit dem neuen. Wenn das alte Handy weg ist, bestätigen Sie mit einem Wiederherstellungscode.
code = Mein Code funktioniert nicht
    .answer = Warten Sie auf den nächsten Code: Jeder gilt einmal, und etwa eine halbe Minute lang. Sehen Sie dann nach, ob Sie in der App den richtigen Eintrag ablesen, und ob Ihr Handy Datum und Uhrzeit automatisch stellt.
no-codes = Ich habe keine Wiederherstellungscodes mehr
    .answer = Wenn Sie sich noch anmelden können, erstellen Sie jetzt neue: Wählen Sie unter „Meine Sicherheit“ „Neue Codes erstellen“. Wenn nicht, fragen Sie Ihren Administrator. Er kann Sie einen neuen zweiten Faktor einrichten lassen.
recovery-codes = Was sind Wiederherstellungscodes, und wo bewahre ich sie auf?
    .answer = Ersatzschlüssel für den Tag, an dem Ihr Handy verloren oder kaputt ist. Mit jedem melden Sie sich einmal an. Drucken Sie sie aus, oder heben Sie sie in einem Passwortmanager auf, aber nicht auf dem Handy, das sie ersetzen sollen.
passkey = Was ist ein Passkey?
    .answer = Eine Art, sich mit dem anzumelden, was Ihr Gerät entsperrt: mit Ihrem Fingerabdruck, Ihrem Gesicht oder der PIN. Auch ein Sicherheitsschlüssel zum Einstecken geht. Es gibt keinen Code zu tippen, und keine gefälschte Seite kann ihn Ihnen entlocken.
not-me = Ich habe eine Mail über etwas bekommen, das ich nicht getan habe
    .answer = Öffnen Sie den Link in dieser Mail, und wählen Sie „Das war ich nicht“. Damit werden alle abgemeldet, Ihr Konto wird eingefroren, und Ihre Administratoren werden gerufen. Wenn der Link zu alt ist, rufen Sie Ihren Administrator an.
whom = Wen frage ich?
    .answer = Ihren Administrator: die Person, von der Sie dieses Konto haben, oder den Support Ihrer Organisation. Dort kann man Ihnen einen Code geben, mit dem Sie sich anmelden und einen neuen zweiten Faktor einrichten.
