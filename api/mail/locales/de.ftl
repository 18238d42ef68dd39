### Die Worte aller Briefe. Der `subject` einer Nachricht ist auch ihre Überschrift.

greeting = Guten Tag { $name },
footer = Gesendet vom Anmeldedienst von { $organization }, { $site }. Antworten auf diese Mail liest niemand.
support = Sie brauchen Hilfe? Fragen Sie { $contact }.

moment = { $day }. { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
} { $year }, { $time }{ "\u00A0" }Uhr{ "\u00A0" }UTC
browser = { $browser } unter { $system }
separator = { ", " }

fact = { $label }: { $value }
fact-when = Wann
fact-browser = Browser
fact-address = IP-Adresse
fact-authenticator = Authenticator
fact-passkey = Passkey
fact-old-address = Alte Adresse
fact-new-address = Neue Adresse
fact-settings = Geändert
fact-provider = Anbieter

objection =
    .question = Waren Sie das nicht?
    .answer = Sagen Sie es hier: Sie werden überall abgemeldet, Ihr Konto wird eingefroren, sodass niemand es ändern kann, und Ihre Administratoren werden benachrichtigt. Das geht einmal, bis { $objectionEnd }.
    .action = Das war ich nicht

factor-enabled =
    .subject = Ihr zweiter Faktor ist eingeschaltet
    .text = Ab jetzt brauchen Sie zum Anmelden außer dem Passwort auch einen Code aus Ihrer Authenticator-App.
    .more = Heben Sie Ihre Wiederherstellungscodes gut auf. Wenn das Handy einmal weg ist, kommen Sie mit einem davon hinein.

authenticator-added =
    .subject = Ein Authenticator wurde hinzugefügt
    .text = Mit seinen Codes kann man sich jetzt an Ihrem Konto anmelden.

authenticator-replaced =
    .subject = Ein Authenticator wurde ersetzt
    .text = Die Codes kommen jetzt vom neuen. Die des alten gelten nicht mehr.

authenticator-removed =
    .subject = Ein Authenticator wurde entfernt
    .text = Mit seinen Codes kann man sich nicht mehr an Ihrem Konto anmelden.

passkey-enabled =
    .subject = Ihr zweiter Faktor ist eingeschaltet
    .text = Ab jetzt brauchen Sie zum Anmelden außer dem Passwort auch Ihren Passkey.
    .more = Heben Sie Ihre Wiederherstellungscodes gut auf. Wenn der Passkey einmal weg ist, kommen Sie mit einem davon hinein.

passkey-added =
    .subject = Ein Passkey wurde hinzugefügt
    .text = Mit ihm kann man sich jetzt an Ihrem Konto anmelden.

passkey-removed =
    .subject = Ein Passkey wurde entfernt
    .text = Mit ihm kann man sich nicht mehr an Ihrem Konto anmelden.

factor-disabled =
    .subject = Ihr zweiter Faktor ist ausgeschaltet
    .text = Ab jetzt reicht Ihr Passwort allein zum Anmelden. Ihre Authenticatoren, Passkeys und Wiederherstellungscodes gelten nicht mehr.

factor-reset =
    .subject = Ihr zweiter Faktor wurde zurückgesetzt
    .text = Ein Administrator hat Ihre Authenticatoren, Passkeys und Wiederherstellungscodes entfernt und Sie überall abgemeldet.
    .code = Bei der nächsten Anmeldung werden Sie nach einem Code gefragt, den der Administrator Ihnen vorliest. Dann richten Sie einen neuen Authenticator ein.
    .no-code = Bei der nächsten Anmeldung reicht Ihr Passwort. Richten Sie dann einen neuen Authenticator ein.

recovery-codes-regenerated =
    .subject = Sie haben neue Wiederherstellungscodes
    .text = { $count ->
        [one] Für Ihr Konto wurde ein neuer Wiederherstellungscode erstellt.
       *[other] Für Ihr Konto wurden { $count } neue Wiederherstellungscodes erstellt.
    } Frühere gelten nicht mehr.

recovery-code-used =
    .subject = Ein Wiederherstellungscode wurde benutzt
    .text = Ihr Wiederherstellungscode Nummer { $number } wurde anstelle eines Codes aus Ihrem Authenticator benutzt. Er gilt kein zweites Mal.
    .remaining = { $remaining ->
        [0] Sie haben keinen Wiederherstellungscode mehr.
        [one] Sie haben noch einen Wiederherstellungscode.
       *[other] Sie haben noch { $remaining } Wiederherstellungscodes.
    }
    .few = Erstellen Sie jetzt neue, damit Sie auch dann noch hineinkommen, wenn das Handy einmal weg ist.
    .action = Neue Wiederherstellungscodes erstellen

password-changed =
    .subject = Ihr Passwort wurde geändert
    .text = Jetzt gilt nur noch das neue Passwort. Überall sonst wurden Sie abgemeldet.

password-forgotten =
    .subject = Ihr Passwort wurde geändert
    .text = Es wurde mit dem Link gesetzt, den wir Ihnen geschickt hatten. Sie wurden überall abgemeldet.

email-change-requested =
    .subject = Eine Änderung Ihrer E-Mail-Adresse wurde angefordert
    .text = Für Ihr Konto wurde eine andere E-Mail-Adresse angefordert. Nichts ändert sich, bis der Link geöffnet wird, der dorthin geschickt wurde.

email-changed =
    .subject = Ihre E-Mail-Adresse wurde geändert
    .text = Sie melden sich jetzt mit der neuen Adresse an, und Mails gehen dorthin.
    .back = Wenn Sie das nicht waren, bekommt Ihr Konto über den Link unten auch die alte Adresse zurück.

email-restored =
    .subject = Ihre E-Mail-Adresse wurde zurückgesetzt
    .text = Jemand, der die Mails an die alte Adresse liest, hat gesagt, dass die Änderung nicht von ihm kam. Ihr Konto hat wieder diese Adresse und ist eingefroren: Niemand kann es ändern.
    .more = Wenn Sie die Adresse selbst geändert haben, sprechen Sie mit Ihren Administratoren: Das Konto bleibt eingefroren, bis jemand von ihnen es mit Ihnen angesehen hat.

identity-linked =
    .subject = Ein Konto wurde verbunden
    .text = Ab jetzt kann man sich auch mit einem Konto bei diesem Anbieter an Ihrem Konto anmelden, so wie mit Ihrem Passwort.

identity-unlinked =
    .subject = Ein Konto wurde getrennt
    .text = Mit dem Konto bei diesem Anbieter kann man sich nicht mehr an Ihrem Konto anmelden.

new-device =
    .subject = Jemand hat sich mit einem neuen Browser angemeldet
    .text = Ihr Konto wurde in einem Browser benutzt, den wir noch nicht kannten. Wenn Sie das waren, ist nichts zu tun.

codes-guessed =
    .subject = Jemand kennt vielleicht Ihr Passwort
    .text = { $failures ->
        [one] Jemand hat Ihr richtiges Passwort und danach einen falschen Code eingegeben.
       *[other] Jemand hat Ihr richtiges Passwort und danach { $failures } falsche Codes eingegeben.
    } Mit falschen Codes kommt niemand hinein.
    .more = Wenn Sie das nicht waren, hat jemand Ihr Passwort: Ändern Sie es hier und überall sonst, wo Sie es benutzen.
    .action = Mein Passwort ändern

passkey-copied =
    .subject = Ein Passkey von Ihnen wurde vielleicht kopiert
    .text = Er wurde abgelehnt, weil er unterschrieben hat, als hätte es eine spätere Verwendung nie gegeben. Das Gerät selbst macht das nicht, eine Kopie seines Schlüssels schon.
    .more = Wenn Sie den Passkey nur auf einem einzigen Gerät verwenden, entfernen Sie ihn aus Ihrem Konto und richten Sie einen neuen ein.
    .action = Zu „Meine Sicherheit“

invitation =
    .subject = { $inviter } lädt Sie zu { $organization } ein
    .text = Bei { $organization } wartet ein Konto auf Sie. Wählen Sie ein Passwort, und es gehört Ihnen.
    .action = Mein Konto aktivieren
    .note = Der Link gilt einmal, bis { $until }.
    .stranger = Wenn Sie diese Mail nicht erwartet haben, ignorieren Sie sie. Ohne Sie geschieht nichts.

password-reset =
    .subject = Wählen Sie ein neues Passwort
    .text = Jemand hat für Ihr Konto um ein neues Passwort gebeten. Wenn Sie das waren, wählen Sie es jetzt.
    .action = Neues Passwort wählen
    .note = Der Link gilt einmal, bis { $until }.
    .stranger = Wenn Sie das nicht waren, ignorieren Sie diese Mail. Ihr Passwort bleibt, wie es ist.

password-asked =
    .subject = Wählen Sie ein neues Passwort
    .text = { $by } bittet Sie, für Ihr Konto ein neues Passwort zu wählen. Außer Ihnen erfährt es niemand.
    .action = Neues Passwort wählen
    .note = Der Link gilt einmal, bis { $until }.
    .stranger = Wenn Sie diese Mail nicht erwartet haben, ignorieren Sie sie. Ihr Passwort bleibt, wie es ist.

login-code =
    .subject = Ihr Code zum Anmelden
    .text = Geben Sie diesen Code auf der Seite ein, auf der Sie sich anmelden.
    .note = Der Code gilt einmal, bis { $until }. Geben Sie ihn niemandem, wer auch immer danach fragt.
    .stranger = Wenn Sie sich gerade nicht anmelden, kennt jemand anderes Ihr Passwort: Ändern Sie es.

email-confirmation =
    .subject = Bestätigen Sie Ihre E-Mail-Adresse
    .text = Ist { $address } Ihre Adresse? Bestätigen Sie sie, dann kann Ihr Konto sie benutzen.
    .action = Diese Adresse bestätigen
    .note = Der Link gilt einmal, bis { $until }.
    .stranger = Wenn Sie nicht um diese Mail gebeten haben, ignorieren Sie sie.

policy-changed =
    .subject = Die Anmelderegeln wurden geändert
    .text = { $by } hat die Anmelderegeln von { $organization } geändert.
    .action = Regeln ansehen
    .note = Sie bekommen diese Mail, weil Sie { $organization } verwalten. Wenn niemand von der Änderung weiß, sehen Sie ins Protokoll.

setting = { $setting ->
    [mode] ob ein zweiter Faktor vorgeschrieben ist
    [phases] Phasen der Einführung
    [newUsers] wann neue Benutzer ihn einrichten
    [afterGrace] was nach der Frist geschieht
    [loginStyle] das Anmeldeformular
    [sso] Single Sign-on
    [allowedMethods] erlaubte Verfahren
    [passkeyLogin] Anmeldung allein mit einem Passkey
    [passkeyOnly] Rollen, die einen Passkey brauchen
    [recoveryCodeCount] Zahl der Wiederherstellungscodes
    [secretMaxAgeDays] Alter der Authenticatoren
    [skewSteps] Spielraum für Uhren
    [trustedDeviceDays] vertraute Geräte
    [stepUpMaxAgeMinutes] wie lange eine Bestätigung gilt
    [adminReset] wer Administratoren zurücksetzt
    [resetProof] Nachweis nach dem Zurücksetzen
    [temporaryPass] vorläufige Codes
    [digits] Länge der Codes
    [algorithm] Algorithmus der Codes
   *[other] { $setting }
}

set-up-reminder =
    .subject = Richten Sie Ihren zweiten Faktor ein
    .text = Ihr Konto bei { $organization } ist nur durch ein Passwort geschützt. Mit einem Code aus einer App auf Ihrem Handy reicht ein gestohlenes Passwort nicht mehr, um hineinzukommen. Das Einrichten dauert zwei Minuten.
    .deadline = Bitte richten Sie den zweiten Faktor bis { $deadline } ein. Danach ist er für Ihr Konto vorgeschrieben.
    .action = Jetzt einrichten

account-frozen =
    .subject = { $user } sagt: Das war ich nicht
    .text = { $user } bekam eine Nachricht über etwas, das mit dem eigenen Konto geschehen ist, und hat geantwortet: Das war ich nicht. Das Konto ist überall abgemeldet und eingefroren: Niemand kann es ändern.
    .more = Sprechen Sie mit { $user } persönlich oder am Telefon, bevor Sie es wieder freigeben.
    .action = Zu den Benutzern
