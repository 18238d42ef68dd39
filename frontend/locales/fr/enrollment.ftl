### La configuration d’un second facteur.

step =
    .choice = Choisissez votre second facteur
    .passkey = Créez une clé d’accès
    .app = Installez une application d’authentification
    .connect = Associez votre application
    .codes = Enregistrez vos codes de récupération
    .done = Tout est prêt
count = Étape { $current }
    .of = Étape { $current } sur { $total }

back = Retour
cancel = Annuler

choice = À la connexion, il confirme que c’est bien vous : un mot de passe volé n’ouvre plus rien à lui seul.
    .later = Vous pourrez ajouter le second plus tard.
passkey = Clé d’accès
    .meaning = Votre empreinte, votre visage ou le verrouillage de l’écran. Rien à saisir, et aucune fausse page ne peut vous la prendre.
totp = Application d’authentification
    .meaning = Une application sur votre téléphone affiche des codes, et vous les saisissez. Elle fonctionne avec tous les appareils.

passkey-about = Une clé d’accès, c’est votre empreinte, votre visage ou le verrouillage de l’écran, sur cet appareil ou sur votre téléphone. Une clé de sécurité à brancher convient aussi. Votre empreinte et votre visage restent sur l’appareil : personne d’autre ne les reçoit, et nous non plus.
name = Nom
    .passkey = Pour distinguer vos clés d’accès.
    .authenticator = Pour distinguer vos applications d’authentification.
    .usual = Téléphone
make-passkey = Créer une clé d’accès
follow-device = Suivez maintenant ce que votre navigateur ou votre appareil vous demande.
passkey-not-made = Aucune clé d’accès n’a été créée : l’opération a été annulée, a pris trop de temps, ou votre appareil ne peut pas en créer. Vous pouvez réessayer.

app-about = Une application d’authentification sur votre téléphone affiche un nouveau code toutes les 30 secondes. À la connexion, vous le saisissez après votre mot de passe : un mot de passe volé n’ouvre plus rien à lui seul.
app-which = Toutes celles-ci conviennent, et beaucoup de gestionnaires de mots de passe savent le faire aussi :
app-both = Google Authenticator ou Microsoft Authenticator
app-phones = Aegis (Android) ou Mots de passe d’Apple (iPhone)
app-managers = 1Password ou Bitwarden
have-app = J’ai une application

scan = Dans votre application, choisissez d’ajouter un compte, puis pointez l’appareil photo vers ce code.
    .alt = QR code pour votre application d’authentification
    .key = Impossible de scanner ? Afficher la clé de configuration
here = Si votre application d’authentification est sur cet appareil, ouvrez-la avec le bouton. Si rien ne s’ouvre, choisissez dans l’application de saisir une clé de configuration et collez celle-ci.
    .open = Ouvrir l’application d’authentification
    .scan = Application sur un autre appareil ? Afficher le QR code

enter = Saisissez le { $digits ->
    [6] code à six chiffres
    [8] code à huit chiffres
   *[other] code
} que l’application affiche maintenant.
turn-on = Activer

clock =
    .behind = L’horloge de votre téléphone retarde d’environ { $size }. Activez la date et l’heure automatiques dans ses réglages, puis saisissez le code suivant.
    .ahead = L’horloge de votre téléphone avance d’environ { $size }. Activez la date et l’heure automatiques dans ses réglages, puis saisissez le code suivant.
lapsed = Cette configuration n’est plus valable : elle a pris trop de temps, ou une autre l’a remplacée. Veuillez recommencer.
reset = Votre second facteur a été réinitialisé. Vous ne pouvez en configurer un nouveau qu’à une connexion qui demande le code de votre administrateur.
added =
    .passkey = Une clé d’accès a été ajoutée.
    .totp = Une application d’authentification a été ajoutée.
    .replaced = L’application d’authentification a été remplacée : les codes de l’ancienne ne fonctionnent plus.
    .unseen = L’authentification à deux facteurs est activée, mais vos codes de récupération ne vous sont pas parvenus. Veuillez en créer de nouveaux.

demanded = Votre organisation exige désormais l’authentification à deux facteurs. La configuration prend environ deux minutes.
    .other = Votre organisation exige un autre second facteur que celui que vous avez. La configuration prend environ deux minutes.
sign-out = Plutôt se déconnecter

asked =
    .password = Votre organisation exige l’authentification à deux facteurs. La configuration prend environ deux minutes.
    .password-by = Votre organisation exige que vous configuriez l’authentification à deux facteurs avant le { $deadline }. La configuration prend environ deux minutes.
    .password-since = Votre organisation exige l’authentification à deux facteurs, et le délai pour la configurer plus tard a pris fin le { $deadline }. La configuration prend environ deux minutes.
    .right = Votre code est le bon. Configurez maintenant un nouveau second facteur, et vous êtes connecté. Si vous n’avez pas votre téléphone, utilisez une clé d’accès, ou une application sur cet appareil.
    .factor = Votre organisation exige un autre second facteur que celui que vous venez d’utiliser. Configurez-le, et vous êtes connecté.
    .factor-by = Votre organisation exige que vous configuriez, avant le { $deadline }, un autre second facteur que celui que vous venez d’utiliser. Configurez-le, et vous êtes connecté.
    .factor-since = Votre organisation exige un autre second facteur que celui que vous venez d’utiliser, et le délai pour le configurer plus tard a pris fin le { $deadline }. Configurez-le, et vous êtes connecté.
