### La deuxième étape : une clé d’accès ou un code.

title = Confirmez que c’est bien vous
    .again = Ce que vous allez faire demande à nouveau votre second facteur. Ensuite, il ne vous sera plus demandé pendant quelques minutes.
whose = Connexion en tant que <address>{ $email }</address>
verify = Vérifier
cancel = Annuler
back = Retour à la connexion
signing-in = Connexion en cours

prompt =
    .totp = Saisissez le { $digits ->
        [6] code à six chiffres
        [8] code à huit chiffres
       *[any] code
    } que votre application d’authentification affiche pour ce compte.
    .passkey = Utilisez votre clé d’accès : empreinte, visage, verrouillage de l’écran ou clé de sécurité.
    .recoveryCode = Saisissez l’un des codes de récupération que vous avez enregistrés en configurant l’authentification à deux facteurs.
    .temporaryPass = Saisissez le code que votre administrateur vous a donné. Vous configurez un nouveau second facteur juste après.
    .reset = Votre second facteur a été réinitialisé. Saisissez le code que votre administrateur vous lit.

instead =
    .totp = Utiliser plutôt un code de l’application d’authentification
    .passkey = Utiliser plutôt votre clé d’accès
    .email = Utiliser plutôt un code par e-mail
    .recoveryCode = Utiliser plutôt un code de récupération
    .temporaryPass = Utiliser un code de votre administrateur

use-passkey = Utiliser votre clé d’accès
try-again = Réessayer
follow-device = Suivez maintenant ce que votre navigateur ou votre appareil vous demande.
passkey-refused = Cette clé d’accès n’a pas été acceptée : elle a été retirée de votre compte, ou la demande était trop ancienne.
    .tries = { $tries ->
        [one] Cette clé d’accès n’a pas été acceptée : elle a été retirée de votre compte, ou la demande était trop ancienne. Il reste { $tries } essai.
       *[other] Cette clé d’accès n’a pas été acceptée : elle a été retirée de votre compte, ou la demande était trop ancienne. Il reste { $tries } essais.
    }

recovery-code = Code de récupération
    .description = Six groupes de quatre caractères. Les majuscules, les espaces et les tirets n’ont pas d’importance.
temporary-pass = Code de votre administrateur
    .description = Quatre groupes de quatre caractères. Les majuscules, les espaces et les tirets n’ont pas d’importance. Il fonctionne une fois, et pour un temps limité.

refused = { $what } { $next }
next =
    .totp = Attendez le code suivant, et vérifiez que vous lisez dans l’application l’entrée de ce compte.
    .totp-again = Activez la date et l’heure automatiques dans les réglages de votre téléphone, puis saisissez le code suivant.
    .email = Prenez le code du dernier e-mail : ceux d’avant ne fonctionnent plus.
    .recoveryCode = Chacun sert une seule fois : prenez-en un que vous n’avez pas utilisé.
    .temporaryPass = Il sert une seule fois, et pour un temps limité : votre administrateur peut vous en donner un nouveau.
malformed =
    .recoveryCode = Ce n’est pas un code de récupération entier : il a six groupes de quatre caractères. Vérifiez s’il en manque un.
    .temporaryPass = Ce n’est pas un code entier : il a quatre groupes de quatre caractères. Vérifiez s’il en manque un.

mail-code = Code de l’e-mail
mail-offer = Nous envoyons un code à huit chiffres à votre adresse e-mail.
mail-send = M’envoyer un code
mail-underway = Un code est en route vers votre boîte de réception…
mail-sent = Saisissez le code à huit chiffres que nous avons envoyé à { $address }.
mail-again = Rien reçu ? Regardez aussi dans les indésirables. <send>Renvoyer</send>
mail-again-later = Rien reçu ? Regardez aussi dans les indésirables. Vous pourrez le faire renvoyer dans <wait/>.
mail-no-more = Plus aucun code n’est envoyé pour le moment. Vous pourrez le faire renvoyer dans <wait/>.
mail-limited = Trop de codes vous ont été envoyés, et ceux des e-mails précédents ne fonctionnent pas ici. Vous pourrez obtenir le prochain dans <wait/>.
mail-limited-over = Trop de codes vous ont été envoyés, et ceux des e-mails précédents ne fonctionnent pas ici. Vous pourrez obtenir le prochain dans <wait/> : recommencez alors.

trust = { $days ->
    [one] Ne plus demander dans ce navigateur pendant { $days } jour
   *[other] Ne plus demander dans ce navigateur pendant { $days } jours
}
    .about = Seulement là où personne d’autre ne se connecte. Vous pouvez revenir dessus dans « Ma sécurité ».

time-to-enter = Encore { $time } pour le saisir
time-to-use = Encore { $time } pour l’utiliser
throttled = Trop de codes incorrects. Vous pourrez réessayer dans <wait/>.
throttled-other-way = Trop de codes incorrects. Vous pourrez réessayer dans <wait/>, ou utiliser un autre moyen maintenant.

ended =
    .expired = Cette connexion a pris trop de temps. Veuillez recommencer.
    .exhausted = Ce n’était pas le bon non plus, et c’était le dernier essai. Veuillez recommencer.
renewed =
    .expired = Cela a pris trop de temps. Veuillez recommencer.
    .exhausted = Ce n’était pas le bon non plus. Si vous utilisez une application, attendez qu’elle affiche le code suivant.
ask-again = Redemander

blocked = Votre connexion est bloquée
