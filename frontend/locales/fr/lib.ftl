### Comment plusieurs pages après la connexion nomment les choses.

device = { $browser } sur { $system }
device-unknown = Appareil inconnu

role =
    .member = Membre
    .manager = Responsable
    .admin = Administrateur
    .superadmin = Super-administrateur
role-purpose =
    .member = Se connecte et gère son propre second facteur.
    .manager = Voit les utilisateurs et les règles de connexion de l’organisation.
    .admin = Administre l’organisation : utilisateurs, rôles, règles de connexion, journal et webhooks.
    .superadmin = Administre toutes les organisations, et peut seul modifier d’autres super-administrateurs.

method =
    .totp = Application d’authentification
    .passkey = Clé d’accès
    .email = Codes par e-mail
    .recoveryCode = Codes de récupération
    .temporaryPass = Code provisoire

login-method =
    .password = Mot de passe
    .passwordAndFactor = Mot de passe et second facteur
    .singleSignOn = Authentification unique
    .none = Aucun pour l’instant

users =
    .read = Voir les utilisateurs, les rôles et la vue d’ensemble
    .write = Ajouter, modifier et suspendre des utilisateurs, et fixer leurs dates limites
    .reset2fa = Réinitialiser des seconds facteurs et émettre des codes provisoires
roles =
    .write = Créer, modifier et supprimer des rôles
policy =
    .read = Voir les règles de connexion
    .write = Modifier les règles de connexion
sso =
    .write = Relier des fournisseurs d’authentification unique
audit =
    .read = Lire le journal
keys =
    .write = Créer, renouveler et révoquer des clés d’API
webhooks =
    .write = Faire envoyer des événements à d’autres services par webhooks
organizations =
    .read = Voir toutes les organisations
    .write = Créer et renommer des organisations

everyone = tout le monde
only-role = le rôle { $role }

sentence = { $because } ; { $therefore }.
    .short = { $because }.

because =
    .off = Aucun second facteur n’est demandé pour le moment
    .optional = Un second facteur est facultatif
    .requiredAtOnce = Un second facteur est obligatoire pour tout le monde
    .phase = Un second facteur est obligatoire par une phase de la mise en place
    .phase-everyone = Un second facteur est obligatoire pour tout le monde depuis le { $date }
    .phase-role = Un second facteur est obligatoire pour le rôle { $role } depuis le { $date }
    .newUser = Un second facteur est obligatoire par une phase de la mise en place, commencée avant la création de ce compte
    .newUser-everyone = Un second facteur est obligatoire pour tout le monde depuis le { $date }, avant la création de ce compte
    .newUser-role = Un second facteur est obligatoire pour le rôle { $role } depuis le { $date }, avant la création de ce compte
    .extended = Un second facteur est obligatoire, avec une date limite fixée par un administrateur
    .notYet = Un second facteur sera obligatoire plus tard
    .notYet-everyone = Un second facteur sera obligatoire pour tout le monde à partir du { $date }
    .notYet-role = Un second facteur sera obligatoire pour le rôle { $role } à partir du { $date }
    .notConcerned = Un second facteur est obligatoire par phases, et aucune ne concerne ce compte

therefore =
    .ready = il est configuré, et demandé à la connexion
    .not-yet = d’ici là, rien ne change
    .by = il doit être configuré au plus tard le { $deadline }
    .exempt = le mot de passe suffit pour se connecter
    .mustEnroll = il faut le configurer à la prochaine connexion
    .anew = un administrateur a demandé qu’un nouveau soit configuré à la prochaine connexion
    .blocked = la connexion est bloquée
    .blocked-since = la connexion est bloquée, car la date limite du { $deadline } est passée
    .reminder = un rappel est affiché jusqu’à ce qu’il soit configuré
    .until-enrollAtLogin = il peut être configuré jusqu’au { $deadline }, et ensuite il faudra le faire à la prochaine connexion
    .until-block = il peut être configuré jusqu’au { $deadline }, et ensuite la connexion sera bloquée
