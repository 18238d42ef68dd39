### Die Regeln der Organisation für den zweiten Faktor.

title = Anmelderegeln
last-changed = Zuletzt geändert: <when/>.
read-only = Sie können die Regeln ansehen; ändern kann sie ein Administrator.

## Einstellungen, als Teile des Formulars und in der Liste der Änderungen

setting =
    .mode = Wer einen zweiten Faktor braucht
    .phases = Phasen
    .afterGrace = Nach der Frist
    .newUsers = Neue Benutzer
    .loginStyle = Anmeldung
    .allowedMethods = Was erlaubt ist
    .passkeyLogin = Anmeldung allein mit einem Passkey
    .passkeyOnly = Rollen, die einen Passkey brauchen
    .recoveryCodeCount = Wiederherstellungscodes pro Person
    .secretMaxAgeDays = Authenticatoren erneuern
    .digits = Stellen neuer Authenticatoren
    .algorithm = Algorithmus neuer Authenticatoren
    .skewSteps = Codes vor und nach dem aktuellen
    .stepUpMaxAgeMinutes = Erneut fragen
    .adminReset = Wer einen Administrator zurücksetzen darf
    .resetProof = Nachweis nach dem Zurücksetzen
    .temporaryPass = Vorläufige Codes
    .sso = Zweiter Faktor nach dem Single Sign-on
    .trustedDeviceDays = Vertraute Browser

## Andere Teile des Formulars

rollout = Einführung
single-sign-on = Single Sign-on
details = Einzelheiten
new-authenticators = Neue Authenticatoren
resets = Zurücksetzen und vorläufige Codes

## Wer einen zweiten Faktor braucht

# Für alle, die es hören: was hier gewählt wird.
mode = Modus
mode-off = Aus
    .meaning = Niemand wird nach einem zweiten Faktor gefragt. Was schon eingerichtet ist, bleibt erhalten.
mode-optional = Freiwillig
    .meaning = Alle dürfen einen zweiten Faktor einrichten. Wer einen hat, wird danach gefragt.
mode-required = Pflicht
    .meaning = Alle brauchen einen zweiten Faktor: sofort oder Phase für Phase.

## Die Einführung

no-phases = Es gibt keine Phasen: Alle brauchen einen zweiten Faktor, sobald dies gespeichert ist.
add-phase = Phase hinzufügen
sort = Nach Datum ordnen
most-phases = Mehr als { $most } Phasen sind nicht möglich.
phase = Phase { $number }
remove-phase = Entfernen
    .spoken = Phase { $number } entfernen
phase-target = Für
phase-start = Beginn
phase-grace = Frist (Tage)
everyone = Alle
timeline = Phasen nach Datum
# Unter dem Namen einer Rolle oder „alle“.
timeline-phase = ab <start/>, { $days ->
    [0] sofort
    [one] 1 Tag zum Einrichten, Frist bis <deadline/>
   *[other] { $days } Tage zum Einrichten, Frist bis <deadline/>
}
target-taken = Für sie gibt es schon eine Phase.
no-start = Bitte wählen Sie Datum und Uhrzeit.
range = Eine ganze Zahl von { $least } bis { $most }.

after-grace = Nach der Frist
after-grace-enrollAtLogin = Bei der Anmeldung einrichten
    .meaning = Wer zu spät ist, richtet ihn gleich nach dem Passwort ein, und weiter geht es.
after-grace-block = Anmeldung blockieren
    .meaning = Wer zu spät ist, kann sich nicht anmelden, bis ein Administrator mehr Zeit oder einen vorläufigen Code gibt.

new-users = Neue Benutzer
new-users-atActivation = Bei der Aktivierung
    .meaning = Der zweite Faktor wird eingerichtet, wenn das Konto aktiviert wird.
new-users-firstLogin = Bei der ersten Anmeldung
    .meaning = Der zweite Faktor wird gleich nach der ersten Eingabe des Passworts eingerichtet.
new-users-grace = Innerhalb der Schonfrist der Phase
    .meaning = Es gibt so viele Tage wie für alle anderen, vom Tag des Hinzufügens an.

## Anmeldung

# Für alle, die es hören: was hier gewählt wird.
login-style = Wie nach dem Code gefragt wird
login-style-twoStep = Schritt für Schritt
    .meaning = Nach dem Code wird nach dem Passwort auf einer eigenen Seite gefragt.
login-style-singleForm = In einem Formular
    .meaning = Der Code steht unter dem Passwort. Ein falsches Passwort und ein falscher Code werden gleich beantwortet, sodass niemand erfährt, was davon falsch war.

## Was erlaubt ist

methods = Zweite Faktoren, und was an ihre Stelle tritt
method-passkey = Passkeys sind erlaubt
    .meaning = Man bestätigt mit Fingerabdruck, Gesicht oder Bildschirmsperre. Das kann keine gefälschte Seite abgreifen.
method-totp = Authenticator-Apps sind erlaubt
    .meaning = Eine App auf dem Handy zeigt Codes, die man eintippt.
method-recoveryCode = Wiederherstellungscodes sind zum Anmelden erlaubt
    .meaning = Der Weg hinein, wenn Handy oder Schlüssel verloren sind.
method-email = Codes per Mail dürfen eingeschaltet werden
    .meaning = Von Personen ohne zweiten Faktor, für sich selbst: sicherer als ein Passwort allein. Sie zählen nicht als zweiter Faktor und sind nicht für Administratoren.
no-factor = Erlauben Sie Passkeys, Authenticator-Apps oder beides.

passkeys = Passkeys
passkey-login = Allein mit einem Passkey anmelden
    .meaning = Ohne Passwort, wenn das Gerät prüft, dass es sein Besitzer ist. Der Passkey zählt dann als beide Faktoren.
passkey-only = Für diese Rollen zählt nur ein Passkey, sobald sie einen zweiten Faktor brauchen

## Single Sign-on

# Für alle, die es hören: was hier gewählt wird.
sso = Wonach im Anschluss gefragt wird
sso-exempt = Dem Anbieter vertrauen
    .meaning = Wer sich dort anmeldet, wird hier nach nichts weiter gefragt. Wie sicher das ist, entscheidet der Anbieter.
sso-trustProvider = Dem Anbieter vertrauen, wenn er nach zwei Faktoren gefragt hat
    .meaning = Wenn er sagt, dass er das getan hat, wird nach nichts weiter gefragt. Sonst gelten die Regeln für Passwörter.
sso-required = Auch hier fragen
    .meaning = Es gelten dieselben Regeln wie nach einem Passwort: Der zweite Faktor wird verlangt, und auch, dass er eingerichtet wird.

## Einzelheiten

number-recoveryCodeCount = Wiederherstellungscodes pro Person
    .meaning = Wie viele ein neuer Satz hat, von 6 bis 16.
number-secretMaxAgeDays = Authenticatoren erneuern nach (Tage)
    .meaning = Besitzer älterer Schlüssel werden gebeten, sie zu ersetzen. 0 heißt nie.
number-trustedDeviceDays = Browsern vertrauen für (Tage)
    .meaning = Wie lange man den Code im eigenen Browser überspringen darf, höchstens 30. 0 heißt nie.
number-stepUpMaxAgeMinutes = Erneut fragen nach (Minuten)
    .meaning = Wie lange ein zweiter Faktor zurückliegen darf, wenn jemand Sicherheitseinstellungen ändert.
skew = Auch den Code vor und nach dem aktuellen annehmen
    .meaning = Verzeiht Uhren, die bis zu 30 Sekunden falsch gehen.

## Neue Authenticatoren

digits = Stellen eines Codes
algorithm = Algorithmus
    .SHA1 = SHA-1 (jede App)
    .SHA256 = SHA-256 (nicht jede App)
    .SHA512 = SHA-512 (nicht jede App)
fits-apps = Das kann jede Authenticator-App. Bereits eingerichtete Authenticatoren bleiben, wie sie sind.
fits-some-apps = Das kann nicht jede App: Google Authenticator zum Beispiel zeigt immer sechs Stellen mit SHA-1, was auch immer verlangt ist, und diese Codes werden dann abgewiesen. Bereits eingerichtete Authenticatoren bleiben, wie sie sind.

## Zurücksetzen und vorläufige Codes

admin-reset-peer = Jeder andere Administrator
    .meaning = Administratoren helfen einander.
admin-reset-superadmin = Nur Superadministratoren
    .meaning = Wer das Konto eines Administrators übernimmt, kann nicht auch die anderen übernehmen. Behalten Sie zwei Superadministratoren.
reset-proof-code = Ein Code
    .meaning = Der Administrator liest der Person einen Code vor; ohne ihn richtet niemand einen neuen Faktor ein.
reset-proof-none = Nichts
    .meaning = Nach dem Zurücksetzen reicht das Passwort allein: Wer es kennt, kann einen eigenen Faktor einrichten.
passes = Administratoren dürfen vorläufige Codes ausstellen
    .meaning = Ein Code, der den zweiten Faktor einmal ersetzt und zum Einrichten eines neuen zweiten Faktors führt.
passes-most = Höchstens gültig für

## Vorlagen

start = Womit Sie beginnen
use-recommended = Empfohlene Einführung
choose-preset = Vorlage wählen …
presets = Vorlage wählen
    .text = Sie füllt alle Einstellungen unten aus. Gespeichert wird erst, wenn Sie speichern.
    .choice = Vorlage
    .cancel = Abbrechen
    .fill-in = Ausfüllen
filled-in = Ausgefüllt mit „{ $preset }“. Noch ist nichts gespeichert.
preset-recommendedRollout = Empfohlene Einführung
    .meaning = Vorgeschrieben: Administratoren sofort, Manager in einer Woche, alle in zwei Wochen, die beiden letzten mit 7 Tagen Schonfrist.
preset-guidedAdministrators = Nur Administratoren
    .meaning = Für Administratoren sofort vorgeschrieben und bei der nächsten Anmeldung eingerichtet; sonst für niemanden.
preset-optionalShort = Freiwillig
    .meaning = Alle dürfen; sechs Wiederherstellungscodes pro Person, und Schlüssel werden zweimal im Jahr erneuert.
preset-phasedBlocking = Einführung, die blockiert
    .meaning = Phase für Phase vorgeschrieben, mit 7 Tagen Schonfrist. Wer zu spät ist, wird blockiert, bis ein Administrator hilft.
preset-singleForm = Ein Formular
    .meaning = Freiwillig; der Code steht unter dem Passwort, und Schlüssel werden nie erneuert.
preset-supervised = Beaufsichtigt
    .meaning = Freiwillig; nur Superadministratoren setzen Administratoren zurück, und Schlüssel werden nie erneuert.

## Was das bewirkt: bei wem, jetzt oder an einem anderen Tag

preview = Was das bewirkt
    .changed = Mit Ihren Änderungen, die noch nicht gespeichert sind.
    .unchanged = Mit den Regeln, wie sie sind.
    .wrong = Berichtigen Sie, was im Formular markiert ist, um zu sehen, was das bewirkt.
day = Einen anderen Tag ansehen
    .now = Jetzt
counting = Wird gezählt
now = Im Moment
    .caption = Was eine Anmeldung im Moment bewirkt, in Personen
    .spoken = Im Moment: { $effects }.
then = Am Ende des { $day }
    .caption = Was eine Anmeldung am Ende des { $day } bewirkt, in Personen
    .spoken = Am Ende des { $day }: { $effects }.

who = Wer
people = { $people ->
    [one] 1 Person
   *[other] { $people } Personen
}
standing-ready = Bereit
    .meaning = wird nach dem eingerichteten zweiten Faktor gefragt
standing-notice = Erinnert
    .meaning = meldet sich mit dem Passwort an und wird gebeten, einen einzurichten
standing-mustEnroll = Muss einrichten
    .meaning = richtet bei der nächsten Anmeldung einen ein
standing-blocked = Blockiert
    .meaning = kann sich nicht anmelden
standing-exempt = Nicht gefragt
    .meaning = meldet sich mit dem Passwort allein an
# Unter einem Balken: wie viele es von jedem gibt.
share =
    .ready = { $people } bereit
    .notice = { $people } erinnert
    .mustEnroll = { $people ->
        [one] 1 muss einrichten
       *[other] { $people } müssen einrichten
    }
    .blocked = { $people } blockiert
    .exempt = { $people } nicht gefragt
legend = Was die Wörter bedeuten

# Punkte einer Liste, die auch als ein Satz mit Kommas vorgelesen wird.
effect =
    .blocked = { $people ->
        [one] 1 Person kann sich nicht anmelden
       *[other] { $people } Personen können sich nicht anmelden
    }
    .mustEnroll = { $people ->
        [one] 1 Person muss bei der nächsten Anmeldung einen zweiten Faktor einrichten
       *[other] { $people } Personen müssen bei der nächsten Anmeldung einen zweiten Faktor einrichten
    }
    .notice = { $people ->
        [one] 1 Person wird an das Einrichten erinnert
       *[other] { $people } Personen werden an das Einrichten erinnert
    }
    .ready = { $people ->
        [one] 1 Person wird nach ihrem zweiten Faktor gefragt
       *[other] { $people } Personen werden nach ihrem zweiten Faktor gefragt
    }
    .exempt = { $people ->
        [one] 1 Person meldet sich mit dem Passwort allein an
       *[other] { $people } Personen melden sich mit dem Passwort allein an
    }
    .nobody = Es gibt niemanden, den es betreffen könnte

affected = Wer: { $people ->
    [one] 1 Person
   *[other] { $people } Personen
}
    .by = { $email }, bis <deadline/>
    .first = Die ersten { $shown } von { $all }.
locked-out = { $count ->
    [one] Dieser Administrator könnte sich nicht mehr anmelden:
   *[other] Diese Administratoren könnten sich nicht mehr anmelden:
}
    .person = <link>{ $name }</link>, { $email }

warnings = Warnungen
# $code ist einer, den diese Seite nicht kennt. Bei denen darunter ist $who der Name einer Rolle oder „Alle“.
warning = Bitte prüfen Sie dies: { $code }.
    .only_one_administrator = Es gibt nur einen Administrator. Wenn er seinen zweiten Faktor verliert, kann ihm niemand helfen: Machen Sie noch jemanden zum Administrator.
    .administrators_locked_out = Administratoren würden ausgesperrt.
    .grace_over_30_days = { $who }: mehr als 30 Tage Schonfrist. Was erst so spät fällig ist, wird leicht vergessen.
    .deadline_in_the_past = { $who }: Die Frist ist schon abgelaufen, also gilt dies ab der nächsten Anmeldung.
    .earlier_deadlines_stay = { $who }: Wer schon eine frühere Frist bekommen hat, behält sie. Einzelnen Personen können Sie auf deren Seite mehr Zeit geben.
    .not_everyone_is_covered = Nicht alle sind erfasst: Wer in keiner Phase ist, kommt weiterhin mit dem Passwort allein hinein.
    .nobody_is_covered = Die Phasen betreffen niemanden, also braucht niemand einen zweiten Faktor.
    .passkeys_on_single_form = Ein Passkey passt nicht in das Formular. Wer nichts anderes hat, wird nach dem Passwort danach gefragt.
    .passkeys_demanded_of_nobody = Niemand muss einen zweiten Faktor haben, also muss auch niemand einen Passkey haben.
    .factor_no_longer_taken = Eine Art von Faktor wird nicht mehr angenommen. Wer keine andere hat, meldet sich weiterhin damit an und richtet eine andere ein, sobald ein zweiter Faktor fällig ist.

## Vor dem Speichern: was sich ändert, von einem Wert zu einem anderen

review = Diese Änderungen speichern?
    .changes = Was sich ändert
    .effect = Was das bewirkt
    .becomes = wird zu
    .at-once = Sofort
    .at-the-end = Nach Ablauf der letzten Frist, { $deadline }
    .counting = Wird gezählt …
    .not-counted = Das ließ sich nicht zählen. { $why }
    .cancel = Weiter bearbeiten
    .save = Speichern
    .save-dangerous = Trotzdem speichern

value =
    .no-phases = Keine
    .phase-everyone = Alle ab { $start }, { $days ->
        [0] sofort
        [one] mit 1 Tag zum Einrichten
       *[other] mit { $days } Tagen zum Einrichten
    }
    .phase-role = Die Rolle { $role } ab { $start }, { $days ->
        [0] sofort
        [one] mit 1 Tag zum Einrichten
       *[other] mit { $days } Tagen zum Einrichten
    }
    .passkey-login = Erlaubt
    .no-passkey-login = Nicht erlaubt
    .no-passkey-only = Keine
    .max-age = { $days ->
        [0] Nie
        [one] Nach 1 Tag
       *[other] Nach { $days } Tagen
    }
    .skew = Werden angenommen
    .no-skew = Werden nicht angenommen
    .ask-again = { $minutes ->
        [one] Nach 1 Minute
       *[other] Nach { $minutes } Minuten
    }
    .passes = Höchstens { $time } gültig
    .no-passes = Werden nicht ausgestellt
    .trusted = { $days ->
        [0] Keine
        [one] Für 1 Tag
       *[other] Für { $days } Tage
    }

danger =
    .off = Ein Passwort allein öffnet jedes Konto. Was schon eingerichtet ist, wird für später aufgehoben.
    .not-required = Niemand muss mehr einen zweiten Faktor haben.
    .block = Wer die Frist versäumt, ist ausgesperrt, bis ein Administrator hilft.
    .lost-factor = Wer nichts anderes hat, muss dort, wo ein zweiter Faktor vorgeschrieben ist, einen anderen einrichten.
    .lost-recoveryCode = Wer das Handy verliert, braucht einen Administrator.
    .lost-email = Wer Codes per Mail eingeschaltet hat, wird nach keinem mehr gefragt.
    .passkey-only = Für diese Rollen zählt eine Authenticator-App nicht mehr. Wer keinen Passkey hat, muss dort, wo ein zweiter Faktor vorgeschrieben ist, einen einrichten.
    .sso = Wer beim Anbieter hineinkommt, kommt auch hier hinein, ohne einen zweiten Faktor von uns.
    .no-proof = Wer das Passwort kennt, kann nach dem Zurücksetzen einen eigenen Faktor einrichten.

## Speichern

save = Regeln speichern
discard = Änderungen verwerfen
unsaved = Noch nicht gespeichert
    .wrong = Noch nicht gespeichert: Berichtigen Sie zuerst, was markiert ist
saved = Die Anmelderegeln sind gespeichert.
leave = Ohne Speichern verlassen?
    .loss = Ihre Änderungen an den Anmelderegeln sind noch nicht gespeichert.
refused =
    .stale_version = Inzwischen hat jemand anderes die Anmelderegeln geändert. Dessen Einstellungen sind geladen, mit Ihren Änderungen darüber: Prüfen Sie sie und speichern Sie noch einmal, oder verwerfen Sie Ihre.
    .enroll_first = Bevor Sie von anderen einen zweiten Faktor verlangen, richten Sie Ihren eigenen ein. <link>Zwei-Faktor-Authentifizierung einrichten</link>
    .last_admin = Mit diesen Regeln könnte sich kein Administrator mehr anmelden, deshalb wurden sie nicht gespeichert. Geben Sie Administratoren mehr Zeit, oder lassen Sie alle, die zu spät sind, ihren zweiten Faktor bei der Anmeldung einrichten.
