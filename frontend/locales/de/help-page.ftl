### Die Hilfeseite: was sie über die kurzen Antworten hinaus sagt (help.ftl).

title = Hilfe
    .intro = Antworten zum zweiten Schritt der Anmeldung, für alle, die noch nie davon gehört haben.
way-on = Zur Anmeldung
    .inside = Zu „Meine Sicherheit“

app =
    .once = Sie richten sie einmal ein: Sie scannen mit der App ein quadratisches Bild, den QR-Code. Von da an hat sie einen Eintrag für Ihr Konto.
    .daily = Wenn Sie sich anmelden, geben Sie wie immer Ihr Passwort ein. Dann öffnen Sie die App, suchen diesen Eintrag und tippen den Code ab, der dort steht.
    .quiet = Die App erzeugt ihre Codes ohne Internet und ohne Empfang. Sie kennt Ihr Passwort nicht und erzählt niemandem etwas.

which-app =
    .phone = Auf dem iPhone: Apple Passwörter, Google Authenticator oder Microsoft Authenticator.
    .android = Auf Android: Aegis, Google Authenticator oder Microsoft Authenticator.
    .computer = Auf einem Computer: 1Password, Bitwarden oder ein anderer Passwortmanager.
    .store = Holen Sie die App aus dem Store Ihres Handys. Codes zu zeigen kostet nichts: Lassen Sie die Finger von Apps, die vorher Geld wollen.
    .copy = Viele Apps können eine Kopie ihrer Einträge aufheben, sodass auch ein neues Handy sie bekommt. Schalten Sie das ein, wenn Ihre es kann.

why =
    .when = Sie werden gefragt, wenn Sie sich anmelden, und noch einmal vor etwas Wichtigem, etwa dem Wechsel auf ein anderes Handy. Von wem ein zweiter Schritt verlangt wird, entscheidet Ihre Organisation.
    .rest = Wo Ihre Organisation es erlaubt, können Sie ankreuzen, dass Sie im selben Browser einige Tage lang nicht mehr gefragt werden.
    .never = Den Code aus Ihrer App braucht niemand außer dieser Seite. Wer Sie am Telefon, per Mail oder im Chat danach fragt, will in Ihr Konto: Verraten Sie nichts.

lost-phone =
    .sign-in = Melden Sie sich wie immer mit E-Mail-Adresse und Passwort an.
    .choose = Wo der Code verlangt wird, wählen Sie „Stattdessen einen Wiederherstellungscode benutzen“.
    .enter = Geben Sie einen Ihrer Wiederherstellungscodes ein, und streichen Sie ihn durch: Er gilt nur einmal.
    .replace = Wählen Sie unter „Meine Sicherheit“ neben dem verlorenen Handy „Ersetzen“, und scannen Sie den QR-Code mit einem anderen. Von da an sind die Codes des verlorenen Handys nichts mehr wert.
    .none = Ohne Wiederherstellungscodes kann nur Ihr Administrator helfen. Wer Ihr Handy findet, kommt damit allein nicht hinein: Dazu bräuchte er auch Ihr Passwort.

new-phone =
    .sign-in = Melden Sie sich mit dem alten Handy an.
    .replace = Wählen Sie unter „Meine Sicherheit“ neben dem alten Handy „Ersetzen“.
    .scan = Scannen Sie den QR-Code mit der App auf dem neuen Handy, und tippen Sie den Code ab, den sie zeigt.
    .clear = Löschen Sie erst dann den Eintrag auf dem alten Handy.
    .copied = Wenn Ihre App ihre Einträge von selbst mitgebracht hat, zeigt das neue Handy die Codes schon, und es ist nichts zu tun.

code =
    .old = Ein Code gilt einmal, und etwa eine halbe Minute lang. Wenn Sie ihn gerade benutzt haben, oder wenn er gleich wechselt, warten Sie auf den nächsten.
    .entry = Eine App kann viele Einträge haben. Suchen Sie den mit dem Namen Ihrer Organisation und Ihrer E-Mail-Adresse. Wenn es davon zwei gibt, gilt der neuere.
    .clock = Codes werden aus der Uhrzeit berechnet. Schalten Sie in den Einstellungen Ihres Handys die automatische Uhrzeit ein; manche Apps haben dafür eine eigene Einstellung.
    .kind = Ein Code aus Ihrer App hat sechs oder acht Ziffern. Was auch Buchstaben hat, ist ein Wiederherstellungscode oder ein Code vom Administrator und gehört in ein anderes Feld.
    .wait = Nach mehreren falschen Codes müssen Sie warten, und die Seite zählt herunter. Ein anderer Weg geht inzwischen, etwa ein Wiederherstellungscode.
    .else = Wenn nichts hilft, melden Sie sich mit einem Wiederherstellungscode an und richten Ihre App neu ein, oder fragen Sie Ihren Administrator.

no-codes =
    .new = Neue Codes ersetzen alle alten. Streichen Sie das alte Blatt also durch, oder werfen Sie es weg.
    .signed-out = Wenn Sie weder Ihr Handy noch einen Wiederherstellungscode haben, vergewissert sich Ihr Administrator, dass Sie es sind, und gibt Ihnen einen Code. Damit melden Sie sich an und richten einen neuen zweiten Faktor ein, und Sie bekommen neue Wiederherstellungscodes.

recovery-codes =
    .shown = Sie sehen sie einmal, wenn Sie zum ersten Mal einen zweiten Faktor einrichten. Danach werden sie nicht mehr gezeigt, aber Sie können jederzeit neue erstellen.
    .paper = Auf Papier: Drucken Sie das Blatt aus, und legen Sie es dorthin, wo Ihr Pass liegt.
    .manager = In einem Passwortmanager, den Sie ohne Ihr Handy öffnen können.
    .not = Nicht im Postfach, nicht als Foto auf dem Handy und nicht neben Ihrem Passwort.
    .used = Haken Sie jeden ab, den Sie benutzt haben. Wenn wenige übrig sind, erinnert die Seite Sie daran, neue zu erstellen.

passkey =
    .how = Ihr Gerät bewahrt ein Geheimnis auf, das nur zu dieser einen Seite gehört. Um es zu benutzen, entsperren Sie das Gerät wie immer.
    .private = Ihr Fingerabdruck und Ihr Gesicht bleiben auf dem Gerät: Niemand sonst bekommt sie, auch wir nicht.
    .several = Sie können mehrere haben: einen auf dem Computer und einen auf dem Handy, sodass immer einer zur Hand ist.
    .lost = Wenn ein Gerät mit einem Passkey verloren ist, melden Sie sich auf einem anderen Weg an, und entfernen Sie den Passkey unter „Meine Sicherheit“.

not-me =
    .link = Öffnen Sie den Link in der Mail so bald wie möglich: Er gilt einmal, und einige Tage lang.
    .press = Wählen Sie „Das war ich nicht“. Danach kann niemand mehr Ihr Passwort oder Ihren zweiten Faktor ändern, bis ein Administrator das aufhebt.
    .call = Rufen Sie Ihren Administrator an, oder gehen Sie hin, und sehen Sie gemeinsam nach, was getan wurde.
    .password = Ändern Sie Ihr Passwort überall, wo Sie dasselbe benutzen.
    .false = Zweifeln Sie, ob die Mail echt ist? Dann drücken Sie nichts darin, sondern rufen Sie Ihren Administrator an.

whom =
    .can = Dort kann man Sie wieder hereinlassen, wenn Handy und Wiederherstellungscodes weg sind, Ihnen mehr Zeit zum Einrichten geben und Ihr Konto wieder freigeben.
    .proof = Man wird Sie fragen, wer Sie sind, denn ein Fremder könnte sich für Sie ausgeben. Dann liest man Ihnen einen Code vor; nach Ihrem Passwort oder nach einem Code aus Ihrer App fragt man Sie nie.
