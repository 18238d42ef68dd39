### Le nom de chaque refus du service, selon son code. <wait/> se décompte, comme « 1:05 ».

malformed = Un problème est survenu de notre côté. Veuillez réessayer.
unauthenticated = Veuillez vous reconnecter.
session_expired = Vous avez été déconnecté. Veuillez vous reconnecter.
login_failed = La connexion a échoué. Vérifiez vos informations et réessayez. Sinon, contactez votre administrateur.
code_rejected = Ce code n’est pas le bon.
    .tries = { $tries ->
        [one] Ce code n’est pas le bon. Il reste { $tries } essai.
       *[other] Ce code n’est pas le bon. Il reste { $tries } essais.
    }
step_up_required = Confirmez d’abord avec votre second facteur.
enrollment_required = Votre organisation vous demande de configurer d’abord l’authentification à deux facteurs.
blocked_by_policy = Votre organisation ne vous laisse pas vous connecter pour le moment. Contactez votre administrateur.
    .pastDeadline = Votre organisation exige l’authentification à deux facteurs, et la date limite pour la configurer est passée. Demandez à votre administrateur plus de temps ou un code provisoire.
    .passwordByMail = Votre mot de passe a été défini par un lien reçu par e-mail : vous ne pouvez donc pas vous connecter aussi avec un code par e-mail. Un administrateur peut vous donner un code provisoire.
account_frozen = Ce compte est gelé, car quelqu’un a dit : ce n’était pas moi. Un administrateur doit d’abord le dégeler.
sso_not_connected = Votre compte chez le fournisseur n’est relié à personne ici. Connectez-vous avec votre mot de passe et reliez-le sur la page de votre compte, ou demandez à votre administrateur.
sso_refused = Cette connexion a été refusée. Contactez votre administrateur.
sso_expired = Cette connexion a pris trop de temps, ou a déjà servi. Veuillez recommencer.
provider_unreachable = Le fournisseur est injoignable, ne fonctionne pas en ce moment ou n’est pas bien configuré. Réessayez plus tard.
no_password = Vous vous connectez chez votre fournisseur, et n’avez pas de mot de passe ici. Un administrateur peut vous aider pour ce qui en demande un.
identity_taken = Ce compte est déjà relié à un utilisateur.
last_login_method = C’est votre seul moyen de vous connecter, il reste donc en place.
missing_scope = Cette clé d’API n’a pas été créée pour cela.
rate_limited = Cette clé d’API est utilisée trop souvent. Réessayez dans un instant.
    .wait = Cette clé d’API est utilisée trop souvent. Vous pourrez réessayer dans <wait/>.
not_permitted = Vous n’avez pas l’autorisation de faire cela.
cross_origin = Cette demande venait d’un autre site et a été refusée.
not_found = Cela n’existe plus.
method_not_allowed = Un problème est survenu de notre côté. Veuillez réessayer.
request_timeout = Cela a pris trop de temps. Veuillez réessayer.
authenticator_limit = Vous avez cinq applications d’authentification, c’est le maximum. Retirez-en une avant d’en ajouter une autre.
passkey_limit = Vous avez dix clés d’accès, c’est le maximum. Retirez-en une avant d’en ajouter une autre.
email_unverified = Confirmez d’abord que cette adresse e-mail est la vôtre.
password_by_mail = Votre mot de passe a été choisi avec un lien que nous avons envoyé. Choisissez-en d’abord un autre.
email_taken = Quelqu’un a déjà cette adresse e-mail ici.
already_activated = Ce compte a déjà été activé.
provider_taken = Il existe déjà un fournisseur de ce nom.
role_taken = Il existe déjà un rôle de ce nom.
role_in_use = Quelqu’un a ce rôle, un fournisseur d’authentification unique le donne, ou une phase des règles le vise. Changez cela d’abord, puis supprimez-le.
webhook_disabled = Ce webhook est désactivé. Reprenez-le d’abord.
enroll_first = Configurez d’abord l’authentification à deux facteurs pour vous-même.
required_by_policy = Votre organisation exige l’authentification à deux facteurs, le dernier facteur valable reste donc en place.
last_factor = C’est votre seul second facteur. Désactivez l’authentification à deux facteurs, ou ajoutez-en d’abord un autre.
cannot_reset_self = Personne ne se réinitialise soi-même : demandez à un autre administrateur.
nothing_to_remind = Cette personne a déjà un second facteur, ou ne peut pas se connecter.
nothing_to_reset = Cette personne n’a pas activé son compte, n’a pas de mot de passe ici, ou son compte est suspendu.
suspended_or_frozen = Ce compte est suspendu ou gelé : il faut d’abord le rétablir.
later_deadline = Le délai de cette personne est déjà plus long.
idempotency_conflict = Un problème est survenu de notre côté. Veuillez réessayer.
last_admin = C’est le dernier administrateur qui peut se connecter. Nommez-en d’abord un autre.
last_superadmin = La première organisation a besoin d’un super-administrateur qui puisse se connecter. Nommez-y d’abord une autre personne.
challenge_expired = Cette connexion a pris trop de temps. Veuillez recommencer.
link_expired = Ce lien a déjà servi, ou a expiré.
stale_version = Quelqu’un d’autre a modifié cela entre-temps.
payload_too_large = C’est trop long.
unsupported_media_type = Un problème est survenu de notre côté. Veuillez réessayer.
validation_failed = Vérifiez ce que vous avez saisi.
enrollment_code_rejected = Ce code n’est pas celui de cette application d’authentification. Cherchez dans l’application l’entrée que vous venez d’ajouter, et saisissez le code qu’elle affiche maintenant.
passkey_rejected = Cette clé d’accès n’a pas fonctionné ici. Veuillez réessayer.
    .noCeremony = Cela a pris plus de cinq minutes, ou a déjà été envoyé. Veuillez réessayer.
    .wrongOrigin = Cette clé d’accès a été créée pour un autre site.
    .wrongRelyingParty = Cette clé d’accès a été créée pour un autre site.
    .alreadyEnrolled = Cette clé d’accès est déjà configurée.
precondition_required = Un problème est survenu de notre côté. Veuillez réessayer.
too_many_attempts = Trop d’essais. Réessayez dans un instant.
    .wait = Trop d’essais. Vous pourrez réessayer dans <wait/>.
too_many_sign_ins = Trop de tentatives de connexion depuis votre réseau. Réessayez dans un instant.
    .wait = Trop de tentatives de connexion depuis votre réseau. Vous pourrez réessayer dans <wait/>.
too_many_mails = Trop d’e-mails ont été envoyés. Réessayez dans un instant.
    .wait = Trop d’e-mails ont été envoyés. Vous pourrez réessayer dans <wait/>.
internal = Un problème est survenu de notre côté. Veuillez réessayer.
overloaded = Nightlatch est très sollicité. Réessayez dans un instant.
    .wait = Nightlatch est très sollicité. Vous pourrez réessayer dans <wait/>.
not_ready = Nightlatch démarre. Réessayez dans un instant.
    .wait = Nightlatch démarre. Vous pourrez réessayer dans <wait/>.
waited = Vous pouvez réessayer maintenant.

## Entre la page et le service

unreachable = Nightlatch est injoignable. Vérifiez votre connexion et réessayez.

## Ce qui gêne un navigateur quand une clé d’accès est demandée

passkey =
    .notGiven = Aucune clé d’accès n’a été utilisée : l’opération a été annulée, a pris trop de temps, ou il n’y en a pas pour vous sur cet appareil. Vous pouvez réessayer.
    .known = Cet appareil a déjà une clé d’accès pour votre compte. Utilisez celle-ci, ou un autre appareil.
    .unsupported = Ce navigateur ne sait pas utiliser les clés d’accès. Prenez un autre navigateur, ou un autre moyen.
    .wrongSite = Les clés d’accès ne fonctionnent pas à cette adresse. Ouvrez Nightlatch à l’adresse que vous utilisez d’habitude.
    .broken = Votre appareil n’a pas pu le faire. Réessayez, ou prenez un autre moyen.

## Les essais qui restent, après une phrase

tries-left = { $tries ->
    [one] Il reste { $tries } essai.
   *[other] Il reste { $tries } essais.
}

passkey-unknown = Cette clé d’accès ne vous permet pas de vous connecter : elle a été retirée de votre compte, elle ne peut pas remplacer votre mot de passe, ou il en existe peut-être une copie. Réessayez, ou connectez-vous avec votre mot de passe.
passkey-not-given = Aucune clé d’accès n’a été utilisée : l’opération a été annulée ou a pris trop de temps, ou votre appareil n’en a pas pour vous ou n’a pas pu vérifier que c’est bien vous. Réessayez, ou connectez-vous avec votre mot de passe.

## Ce qui ne va pas dans une saisie

field-problem =
    .required = Veuillez remplir ce champ.
    .choice = Veuillez choisir.
    .too_long = C’est trop long.
    .too_short = C’est trop court.
    .too_many = Il y en a trop.
    .out_of_range = Cette valeur n’est pas autorisée.
    .invalid_characters = Ce texte contient des caractères invisibles.
    .invalid_email = Ce n’est pas une adresse e-mail.
    .email_taken = Cette adresse e-mail est déjà prise.
    .invalid_code = Ce n’est pas un code complet.
    .too_common = Beaucoup de gens ont celui-ci, ou un autre semblable. Prenez quelques mots que personne ne met ensemble.
    .too_obvious = Ni votre nom ni votre adresse.
    .unknown_role = Ce rôle n’existe pas.
    .invalid_role_name = Des minuscules, des chiffres et des tirets, en commençant par une lettre.
    .reserved_permission = Seuls les super-administrateurs agissent au-delà d’une organisation.
    .invalid_url = Ce n’est pas une adresse web, ou elle contient plus qu’elle ne peut.
    .https_required = L’adresse doit commencer par https://.
    .credentials_in_url = L’adresse ne doit contenir ni nom d’utilisateur ni mot de passe.
    .private_target = Cette adresse n’est pas sur l’Internet public.
    .unknown_event = Cet événement n’existe pas.
    .invalid = Ce n’est pas ce qui est attendu.
    .invalid_domain = Ce n’est pas un domaine. Un domaine s’écrit ainsi : example.org.
    .invalid_scope = Des noms comme email.
    .invalid_contact = Ce n’est ni une adresse e-mail ni une page qui commence par https://.
    .invalid_colour = Ce n’est pas une couleur. Une couleur s’écrit ainsi : #3c58b3.
    .invalid_png = Ce n’est pas une image PNG complète.
    .animated = L’image ne doit pas être animée.
    .too_large = Le fichier est trop volumineux.
    .too_many_pixels = L’image a trop de pixels.
    .not_offered = Ce n’est pas proposé ici.
    .duplicate_target = Une autre phase concerne les mêmes personnes.
    .one_target = Une phase concerne un rôle ou tout le monde.
    .factor_missing = Il faut un second facteur parmi eux.
    .not_a_factor = Ce n’est pas un second facteur.
    .passkeys_not_allowed = Les clés d’accès ne sont pas autorisées.
    .administrator_role = Ce rôle administre : personne ne le reçoit en se connectant.
    .too_many_keys = Le nombre maximal de clés d’API est atteint.
    .too_many_roles = Le nombre maximal de rôles est atteint.
    .too_many_webhooks = Le nombre maximal de webhooks est atteint.
    .too_many_providers = Le nombre maximal de fournisseurs est atteint.
    .too_many_identities = Le nombre maximal de connexions est atteint.
    .unknown = Ce champ n’existe pas.
    .duplicate = Ceci est indiqué plus d’une fois.
    .malformed = Ce n’est pas un objet JSON unique.
    .invalid_hash = Ce n’est pas un hachage d’un type accepté ici.
    .cheap_hash = Ce hachage est trop faible : ne l’indiquez pas, et l’utilisateur choisira un nouveau mot de passe.
    .dear_hash = Ce hachage est plus coûteux que ceux de cette installation.
    .invalid_secret = Ce n’est pas un secret en base32, ou il est trop long.
    .weak_secret = Ce secret pourrait être deviné : l’utilisateur configurera un nouveau second facteur.
    .unsupported = Ceci n’est pas pris en charge.
    .taken = Quelqu’un dans l’organisation a déjà ceci.
    .not_permitted = Ceci autorise plus que ce que vous pouvez accorder.
