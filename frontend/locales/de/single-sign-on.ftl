### Zurück von einem Anbieter.

signing-in = Sie werden angemeldet
connecting = Ihr Konto wird verbunden
failed = Single Sign-on hat nicht funktioniert
    .back = Zurück zur Anmeldung

connect = Verbinden Sie Ihr Konto
    .why = Mit dieser Adresse gibt es schon ein Konto. Melden Sie sich einmal mit dessen Passwort an, danach meldet { $provider } Sie an. Wenn Sie eingeladen wurden, folgen Sie zuerst dem Link in der Einladung.

error =
    .declined = Sie haben sich beim Anbieter nicht angemeldet, oder er hat Sie nicht gelassen. Hier hat sich nichts geändert.
    .not_found = Dieser Anbieter ist nicht mehr verbunden.
    .sso_refused = Die Antwort des Anbieters wurde abgelehnt. Bitte versuchen Sie es noch einmal, oder wenden Sie sich an Ihren Administrator.
    .sso_expired = Diese Anmeldung dauerte zu lange, wurde schon benutzt oder begann in einem anderen Browser. Bitte beginnen Sie von vorn.
    .provider_unreachable = Der Anbieter ist nicht zu erreichen, zurzeit gestört oder nicht richtig eingerichtet. Bitte versuchen Sie es später noch einmal, oder wenden Sie sich an Ihren Administrator.
    .account_frozen = Dieses Konto ist eingefroren, weil jemand gesagt hat: Das war ich nicht.
    .identity_taken = Dieses Konto beim Anbieter ist schon mit einem Benutzer verbunden.
    .too_many_sign_ins = Zu viele Anmeldeversuche aus Ihrem Netz. Bitte versuchen Sie es gleich noch einmal.
    .overloaded = Nightlatch ist ausgelastet. Bitte versuchen Sie es gleich noch einmal.
    .unknown = Diese Anmeldung hat nicht funktioniert. Bitte beginnen Sie von vorn.
