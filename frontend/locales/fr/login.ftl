### La première étape de la connexion.

title = Connexion
email = Adresse e-mail
    .missing = Saisissez votre adresse e-mail.
password = Mot de passe
    .missing = Saisissez votre mot de passe.
code = Code
    .description = Laissez ce champ vide si vous n’avez pas configuré l’authentification à deux facteurs. Sinon, un code de votre application, un code de récupération ou un code de votre administrateur.
action = Se connecter
with-passkey = Se connecter avec une clé d’accès
with-provider = Continuer avec { $provider }
forgotten = Mot de passe oublié ?

passkey-unknown = Cette clé d’accès ne permet pas de vous connecter : elle a été retirée de votre compte, ou elle ne peut pas remplacer votre mot de passe. Réessayez, ou connectez-vous avec votre mot de passe.
passkey-not-given = Aucune clé d’accès n’a été utilisée : l’opération a été annulée ou a pris trop de temps, ou votre appareil n’en a pas pour vous ou n’a pas pu vérifier que c’est bien vous. Réessayez, ou connectez-vous avec votre mot de passe.

blocked = Votre connexion est bloquée
    .why = Votre mot de passe est le bon, mais votre organisation exige l’authentification à deux facteurs, et la date limite pour la configurer est passée.
    .help = Demandez à votre administrateur plus de temps ou un code provisoire. Reconnectez-vous ensuite, et configurez-la.
    .back = Retour à la connexion
