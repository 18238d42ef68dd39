### Les fournisseurs d’authentification unique, où l’on se connecte au lieu de saisir un mot de passe ici.

title = Authentification unique
    .about = Les utilisateurs se connectent chez un fournisseur OpenID Connect, par exemple Keycloak, Entra ID ou Google. Les <link>règles de connexion</link> disent si un second facteur est aussi demandé ici.
list = Fournisseurs de l’organisation
    .none = Il n’y en a pas encore. Tout le monde se connecte avec un mot de passe.

## Un fournisseur

state =
    .on = Activé
    .off = Désactivé
new-people = Nouvelles personnes
    .created = Créées, avec le rôle { $role }
    .created-from = Créées si leur adresse est chez { $domains }, avec le rôle { $role }
    .not-let-in = Non admises
identities = Comptes reliés
callback = URL de rappel, à indiquer au fournisseur
copy = Copier
    .spoken = Copier l’URL de rappel
    .spoken-of = Copier l’URL de rappel de { $name }
test = Tester
    .spoken = Tester { $name }
    .good = Il répond comme il faut, avec { $keys ->
        [one] { $keys } clé de signature
       *[other] { $keys } clés de signature
    }.
    .bad = Il est inutilisable : { $reason }.
change = Modifier…
    .spoken = Modifier { $name }…
turn-on = Activer
    .spoken = Activer { $name }
turn-off = Désactiver
    .spoken = Désactiver { $name }
remove = Retirer…
    .spoken = Retirer { $name }…

## En relier et en modifier un

connect = Relier un fournisseur
    .action = Relier
    .done = { $name } a été relié.
connected = { $name } a été relié
    .next = Indiquez maintenant au fournisseur où les navigateurs reviennent. Il appelle cela l’URL de redirection ou de rappel.
    .close = Terminé
changing = Modifier { $name }
    .action = Enregistrer
    .done = { $name } a été modifié.
name = Nom
    .about = Figure sur le bouton de la page de connexion : Continuer avec …
issuer = Émetteur
    .new = Exactement tel que le fournisseur se nomme, par exemple https://login.example.org. Il ne peut plus être modifié ensuite.
    .fixed = Il ne peut pas être modifié : les comptes reliés en dépendent.
client-id = ID client
client-secret = Secret client
    .new = Ensuite, personne ne peut plus le lire.
    .kept = Laissez vide pour garder l’actuel.
creates-users = Créer les utilisateurs à leur première connexion
    .about = Pour les personnes qui ont une adresse confirmée que personne n’a ici. Elles n’ont pas de mot de passe.
role = Leur rôle
domains = Seulement avec une adresse chez
    .about = Des domaines séparés par des virgules, par exemple example.org. Vide : quiconque y a un compte est admis ; chez Google, c’est tout le monde.

## Sa fin

removing = Retirer { $name } ?
    .about = Plus personne ne peut se connecter par là, et ceux qui l’ont fait sont déconnectés.
    .about-identities = Plus personne ne peut se connecter par là, et ceux qui l’ont fait sont déconnectés. { $identities ->
        [one] { $identities } compte y sera détaché.
       *[other] { $identities } comptes y seront détachés.
    }
    .instead = Les personnes sans mot de passe ne peuvent alors plus se connecter. Pour l’arrêter un moment, désactivez-le plutôt.
    .action = Retirer
    .keep = Le garder
    .done = { $name } a été retiré.
