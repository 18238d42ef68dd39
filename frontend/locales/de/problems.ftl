### Wie jede Ablehnung des Dienstes heißt. <wait/> läuft ab, wie „1:05“.

malformed = Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.
unauthenticated = Bitte melden Sie sich noch einmal an.
session_expired = Sie wurden abgemeldet. Bitte melden Sie sich noch einmal an.
login_failed = Die Anmeldung ist fehlgeschlagen. Bitte prüfen Sie Ihre Angaben und versuchen Sie es noch einmal. Sonst wenden Sie sich an Ihren Administrator.
code_rejected = Dieser Code stimmt nicht.
    .tries = { $tries ->
        [one] Dieser Code stimmt nicht. Noch 1 Versuch.
       *[other] Dieser Code stimmt nicht. Noch { $tries } Versuche.
    }
step_up_required = Bitte bestätigen Sie zuerst mit Ihrem zweiten Faktor.
enrollment_required = Ihre Organisation bittet Sie, zuerst die Zwei-Faktor-Authentifizierung einzurichten.
blocked_by_policy = Ihre Organisation lässt Sie zurzeit nicht hinein. Bitte wenden Sie sich an Ihren Administrator.
    .pastDeadline = Ihre Organisation verlangt die Zwei-Faktor-Authentifizierung, und die Frist zum Einrichten ist vorbei. Bitten Sie Ihren Administrator um mehr Zeit oder um einen vorläufigen Code.
    .passwordByMail = Ihr Passwort wurde über einen Link aus einer Mail gesetzt, deshalb genügt ein Code per Mail nicht als zweiter Faktor. Ein Administrator kann Ihnen einen vorläufigen Code geben.
account_frozen = Dieses Konto ist eingefroren, weil jemand gesagt hat: Das war ich nicht. Ein Administrator muss es zuerst wieder freigeben.
sso_not_connected = Ihr Konto beim Anbieter ist hier mit niemandem verbunden. Melden Sie sich mit Ihrem Passwort an, und verbinden Sie es auf der Seite Ihres Kontos, oder fragen Sie Ihren Administrator.
sso_refused = Diese Anmeldung wurde abgelehnt. Bitte wenden Sie sich an Ihren Administrator.
sso_expired = Diese Anmeldung dauerte zu lange oder wurde schon benutzt. Bitte beginnen Sie von vorn.
provider_unreachable = Der Anbieter ist nicht zu erreichen, zurzeit gestört oder nicht richtig eingerichtet. Bitte versuchen Sie es später noch einmal.
no_password = Sie melden sich bei Ihrem Anbieter an und haben hier kein Passwort. Wozu eines nötig ist, dabei hilft Ihnen ein Administrator.
identity_taken = Dieses Konto ist schon mit einem Benutzer verbunden.
last_login_method = Das ist Ihr einziger Weg zur Anmeldung, darum bleibt er.
missing_scope = Dafür wurde dieser API-Schlüssel nicht erstellt.
rate_limited = Dieser API-Schlüssel wird zu oft benutzt. Bitte versuchen Sie es gleich noch einmal.
    .wait = Dieser API-Schlüssel wird zu oft benutzt. In <wait/> können Sie es wieder versuchen.
not_permitted = Dazu haben Sie keine Berechtigung.
cross_origin = Diese Anfrage kam von einer anderen Website und wurde abgelehnt.
not_found = Das gibt es nicht mehr.
method_not_allowed = Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.
request_timeout = Das dauerte zu lange. Bitte versuchen Sie es noch einmal.
authenticator_limit = Sie haben fünf Authenticatoren, mehr geht nicht. Entfernen Sie einen, bevor Sie einen weiteren hinzufügen.
passkey_limit = Sie haben zehn Passkeys, mehr geht nicht. Entfernen Sie einen, bevor Sie einen weiteren hinzufügen.
email_unverified = Bestätigen Sie zuerst, dass diese E-Mail-Adresse Ihnen gehört.
password_by_mail = Ihr Passwort wurde mit einem Link gesetzt, den wir geschickt haben. Wählen Sie zuerst ein anderes.
email_taken = Jemand mit dieser E-Mail-Adresse ist schon hier.
already_activated = Dieses Konto wurde schon aktiviert.
provider_taken = Einen Anbieter mit diesem Namen gibt es schon.
role_taken = Eine Rolle mit diesem Namen gibt es schon.
role_in_use = Jemand hat diese Rolle, ein Anbieter für Single Sign-on vergibt sie, oder eine Phase der Anmelderegeln gilt für sie. Ändern Sie zuerst das, und löschen Sie sie dann.
webhook_disabled = Dieser Webhook ist ausgeschaltet. Setzen Sie ihn zuerst fort.
enroll_first = Richten Sie zuerst für sich selbst die Zwei-Faktor-Authentifizierung ein.
required_by_policy = Ihre Organisation verlangt die Zwei-Faktor-Authentifizierung, darum bleibt der letzte Faktor, der zählt.
last_factor = Das ist Ihr einziger zweiter Faktor. Schalten Sie die Zwei-Faktor-Authentifizierung aus, oder fügen Sie zuerst einen weiteren hinzu.
cannot_reset_self = Niemand setzt sich selbst zurück: Wenden Sie sich an einen anderen Administrator.
nothing_to_remind = Dort gibt es schon einen zweiten Faktor, oder eine Anmeldung ist nicht möglich.
nothing_to_reset = Das Konto wurde noch nicht aktiviert, hat hier kein Passwort oder ist gesperrt.
suspended_or_frozen = Das Konto ist gesperrt oder eingefroren: Das muss zuerst aufgehoben werden.
later_deadline = Die Frist dort ist schon länger.
idempotency_conflict = Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.
last_admin = Das ist der letzte Administrator, der sich anmelden kann. Machen Sie zuerst jemand anderen dazu.
last_superadmin = Die erste Organisation braucht einen Superadministrator, der sich anmelden kann. Machen Sie dort zuerst jemand anderen dazu.
challenge_expired = Diese Anmeldung dauerte zu lange. Bitte beginnen Sie von vorn.
link_expired = Dieser Link wurde schon benutzt oder ist abgelaufen.
stale_version = Jemand anderes hat das inzwischen geändert.
payload_too_large = Das ist zu lang.
unsupported_media_type = Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.
validation_failed = Bitte prüfen Sie Ihre Eingaben.
enrollment_code_rejected = Dieser Code gehört nicht zu diesem Authenticator. Suchen Sie in Ihrer App den Eintrag, den Sie gerade hinzugefügt haben, und geben Sie den Code ein, den er jetzt zeigt.
passkey_rejected = Dieser Passkey hat hier nicht funktioniert. Bitte versuchen Sie es noch einmal.
    .noCeremony = Das hat mehr als fünf Minuten gedauert oder wurde schon einmal gesendet. Bitte versuchen Sie es noch einmal.
    .wrongOrigin = Dieser Passkey wurde für eine andere Seite angelegt.
    .wrongRelyingParty = Dieser Passkey wurde für eine andere Seite angelegt.
    .alreadyEnrolled = Dieser Passkey ist schon eingerichtet.
precondition_required = Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.
too_many_attempts = Zu viele Versuche. Bitte versuchen Sie es gleich noch einmal.
    .wait = Zu viele Versuche. In <wait/> können Sie es wieder versuchen.
too_many_sign_ins = Zu viele Anmeldeversuche aus Ihrem Netz. Bitte versuchen Sie es gleich noch einmal.
    .wait = Zu viele Anmeldeversuche aus Ihrem Netz. In <wait/> können Sie es wieder versuchen.
too_many_mails = Es wurden zu viele Mails gesendet. Bitte versuchen Sie es gleich noch einmal.
    .wait = Es wurden zu viele Mails gesendet. In <wait/> können Sie es wieder versuchen.
internal = Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.
overloaded = Nightlatch ist ausgelastet. Bitte versuchen Sie es gleich noch einmal.
    .wait = Nightlatch ist ausgelastet. In <wait/> können Sie es wieder versuchen.
not_ready = Nightlatch startet gerade. Bitte versuchen Sie es gleich noch einmal.
    .wait = Nightlatch startet gerade. In <wait/> können Sie es wieder versuchen.
waited = Sie können es jetzt wieder versuchen.

## Was zwischen der Seite und dem Dienst steht

unreachable = Nightlatch ist nicht zu erreichen. Prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal.

## Was einem Browser im Weg steht, wenn ein Passkey verlangt wird

passkey =
    .notGiven = Es wurde kein Passkey benutzt: Das wurde abgebrochen, dauerte zu lange, oder auf diesem Gerät gibt es keinen für Sie. Sie können es noch einmal versuchen.
    .known = Dieses Gerät hat schon einen Passkey für Ihr Konto. Nehmen Sie diesen oder ein anderes Gerät.
    .unsupported = Dieser Browser kann keine Passkeys benutzen. Nehmen Sie einen anderen Browser oder einen anderen Weg.
    .wrongSite = Unter dieser Adresse funktionieren Passkeys nicht. Öffnen Sie Nightlatch unter der Adresse, die Sie sonst benutzen.
    .broken = Ihr Gerät konnte das nicht. Bitte versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.

## Wie viele Versuche noch bleiben, nach einem Satz

tries-left = { $tries ->
    [one] Noch 1 Versuch.
   *[other] Noch { $tries } Versuche.
}

passkey-unknown = Mit diesem Passkey können Sie sich nicht anmelden: Er wurde aus Ihrem Konto entfernt, darf Ihr Passwort nicht ersetzen, oder es gibt vielleicht eine Kopie davon. Versuchen Sie es noch einmal, oder melden Sie sich mit Ihrem Passwort an.
passkey-not-given = Es wurde kein Passkey benutzt: Das wurde abgebrochen oder dauerte zu lange, oder Ihr Gerät hat keinen für Sie oder konnte nicht prüfen, dass Sie es sind. Versuchen Sie es noch einmal, oder melden Sie sich mit dem Passwort an.

## Was an einer Eingabe nicht stimmt

field-problem =
    .required = Bitte füllen Sie das aus.
    .choice = Bitte wählen Sie aus.
    .too_long = Das ist zu lang.
    .too_short = Das ist zu kurz.
    .too_many = Das sind zu viele.
    .out_of_range = Das liegt außerhalb des Erlaubten.
    .invalid_characters = Darin sind Zeichen, die man nicht sieht.
    .invalid_email = Das ist keine E-Mail-Adresse.
    .email_taken = Diese E-Mail-Adresse hat schon jemand.
    .invalid_code = Das ist kein vollständiger Code.
    .too_common = Das haben viele, oder ein ähnliches. Nehmen Sie einige Wörter, die niemand zusammenstellt.
    .too_obvious = Nicht Ihr eigener Name oder Ihre Adresse.
    .unknown_role = Diese Rolle gibt es nicht.
    .invalid_role_name = Kleinbuchstaben, Ziffern und Bindestriche, zuerst ein Buchstabe.
    .reserved_permission = Nur Superadministratoren reichen über eine Organisation hinaus.
    .invalid_url = Das ist keine Webadresse, oder es steht mehr darin, als darf.
    .https_required = Die Adresse muss mit https:// beginnen.
    .credentials_in_url = Die Adresse darf keinen Benutzernamen und kein Passwort enthalten.
    .private_target = Diese Adresse ist nicht im öffentlichen Internet.
    .unknown_event = Dieses Ereignis gibt es nicht.
    .invalid = Das ist nicht wie erwartet.
    .invalid_domain = Das ist keine Domain. Eine Domain sieht so aus: example.org.
    .invalid_scope = Namen wie email.
    .invalid_contact = Das ist weder eine E-Mail-Adresse noch eine Seite, die mit https:// beginnt.
    .invalid_colour = Das ist keine Farbe. Eine Farbe sieht so aus: #3c58b3.
    .invalid_png = Das ist kein vollständiges PNG-Bild.
    .animated = Das Bild muss stillstehen.
    .too_large = Die Datei ist zu groß.
    .too_many_pixels = Das Bild hat zu viele Pixel.
    .not_offered = Das wird hier nicht angeboten.
    .duplicate_target = Eine andere Phase gilt für dieselben Leute.
    .one_target = Eine Phase gilt für eine Rolle oder für alle.
    .factor_missing = Ein zweiter Faktor muss darunter sein.
    .not_a_factor = Das ist kein zweiter Faktor.
    .passkeys_not_allowed = Passkeys sind nicht erlaubt.
    .administrator_role = Diese Rolle verwaltet: Niemand bekommt sie durch eine Anmeldung.
    .too_many_keys = Mehr API-Schlüssel sind nicht möglich.
    .too_many_roles = Mehr Rollen sind nicht möglich.
    .too_many_webhooks = Mehr Webhooks sind nicht möglich.
    .too_many_providers = Mehr Anbieter sind nicht möglich.
    .too_many_identities = Mehr Verbindungen sind nicht möglich.
    .unknown = Dieses Feld gibt es nicht.
    .duplicate = Das ist mehr als einmal angegeben.
    .malformed = Das ist nicht genau ein JSON-Objekt.
    .invalid_hash = Das ist kein Hash einer Art, die hier angenommen wird.
    .cheap_hash = Dieser Hash ist zu schwach: Lassen Sie ihn weg, dann wählt der Benutzer ein neues Passwort.
    .dear_hash = Dieser Hash ist aufwendiger als die dieser Installation.
    .invalid_secret = Das ist kein Geheimnis in Base32, oder es ist zu lang.
    .weak_secret = Dieses Geheimnis wäre zu erraten: Der Benutzer richtet einen neuen zweiten Faktor ein.
    .unsupported = Das wird nicht unterstützt.
    .taken = Jemand in der Organisation hat das schon.
    .not_permitted = Das erlaubt mehr, als Sie vergeben dürfen.
