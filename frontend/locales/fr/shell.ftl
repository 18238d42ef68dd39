### Le cadre des pages après la connexion.

skip = Aller au contenu
home = { $name }, ma sécurité
main = Menu principal

security = Ma sécurité
account = Mon compte
help = Aide
overview = Vue d’ensemble
users = Utilisateurs
roles = Rôles
api-keys = Clés d’API
branding = Identité visuelle
policy = Règles
single-sign-on = SSO
audit-log = Journal
webhooks = Webhooks
organizations = Organisations
more = Plus

find = Rechercher partout
shortcuts = Raccourcis clavier
support = Aide : { $contact }

sign-out = Se déconnecter
sign-out-both = Se déconnecter ici et chez { $provider }

acting = Organisation administrée
    .shown = Vous administrez <name>{ $organization }</name>.
    .spoken = Vous administrez { $organization }.
    .back = Revenir à { $organization }
    .back-home = Revenir à votre organisation
    .returned = Vous êtes de retour dans votre propre organisation.
    .lost = Vous ne pouvez plus administrer { $organization }, vous êtes donc de retour dans votre propre organisation. Ce que vous y avez fait en dernier n’a peut-être pas été enregistré.
    .ok = OK
reach =
    .own = Cette page concerne votre propre compte.
    .all = Cette page concerne toutes les organisations.
    .recorded = Ce que vous faites ici est noté dans son journal.

notices = Avis
account_frozen = Votre compte est gelé : quelqu’un qui a reçu un e-mail à son sujet a dit que ce n’était pas lui. Rien ne peut y être modifié tant qu’un administrateur ne l’a pas dégelé. <link>Voir ce qui s’est passé récemment</link>.
set_up_two_factor = Votre compte n’a pas de second facteur. <link>Configurez l’authentification à deux facteurs</link>.
    .by = Votre compte n’a pas de second facteur. <link>Configurez l’authentification à deux facteurs</link> avant le <deadline/>.
set_up_other_factor = Votre organisation n’accepte plus le second facteur que vous avez. <link>Configurez-en un autre</link>.
    .by = Votre organisation n’accepte plus le second facteur que vous avez. <link>Configurez-en un autre</link> avant le <deadline/>.
renew_authenticator = Une application d’authentification est à renouveler. <link>Remplacez-la par une nouvelle</link> ; elle fonctionne d’ici là.
recovery_codes_low = { $remaining ->
    [one] Il vous reste { $remaining } code de récupération.
   *[other] Il vous reste { $remaining } codes de récupération.
} <link>Créez-en de nouveaux</link>.
