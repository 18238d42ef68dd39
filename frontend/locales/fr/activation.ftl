### Suivre une invitation.

opening = Ouverture de votre invitation
signing-in = Connexion en cours
unknown = Votre invitation
welcome = Bienvenue chez { $organization }
    .about = Vous êtes invité en tant que <address>{ $email }</address>. Saisissez votre nom et choisissez un mot de passe, et votre compte est prêt. Le lien est valable jusqu’au <deadline/>.
name = Votre nom
    .description = Tel que vos collègues le voient.
password = Mot de passe
activate = Activer mon compte
dead = Si votre compte est déjà actif, <link>connectez-vous</link>. Sinon, demandez à votre administrateur une nouvelle invitation.
active = Votre compte est actif. Connectez-vous avec votre nouveau mot de passe.
later = Le configurer à ma prochaine connexion

blocked = Vous ne pouvez pas encore entrer
    .why = Votre organisation exige l’authentification à deux facteurs, et le délai pour la configurer est passé. Votre lien reste valable.
    .help = Demandez plus de temps à votre administrateur, puis réessayez.
    .retry = Réessayer
