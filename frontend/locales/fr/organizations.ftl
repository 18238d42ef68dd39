### Les organisations qui partagent cette installation.

title = Organisations
    .intro = Chacune a ses propres utilisateurs, rôles, règles de connexion et journal, et ne voit rien des autres.

all = Toutes les organisations
    .none = Il n’y en a pas encore.
column =
    .name = Nom
    .address = Adresse de connexion
    .users = Utilisateurs
    .created = Création
    .actions = Actions
users = { $users ->
    [one] { $users } utilisateur
   *[other] { $users } utilisateurs
}
copy = Copier
    .of = Copier l’adresse de connexion de { $name }
own = La vôtre
administered = Vous l’administrez en ce moment

rename = Renommer…
    .named = Renommer { $name }…
    .done = { $before } s’appelle maintenant { $name }.
administer = Administrer
    .named = Administrer { $name }

create = Créer une organisation
    .address = Chaque organisation a sa propre adresse de connexion ; toutes sont dans la liste. Dès qu’il y en a plusieurs, donnez aussi la leur à vos propres utilisateurs : sans elle, la page ne montre l’apparence d’aucune organisation.
    .name = Nom de l’organisation
    .email = Adresse e-mail de son premier administrateur
    .administrator = Nom de son premier administrateur (facultatif)
    .cancel = Annuler
    .do = Créer l’organisation
created = Organisation créée : { $organization }
    .administrator = Son premier administrateur se connecte en tant que { $email } avec ce mot de passe :
    .password = Mot de passe
    .pass-on = Transmettez-le en personne ou par téléphone ; vous ne le reverrez plus.
    .copy = Copier le mot de passe
    .address = La connexion se fait à l’adresse { $address }. Sans cette fin, la page convient à tous et ne montre l’apparence d’aucune organisation.
    .passed-on = Je l’ai transmis
    .done = Organisation créée : { $organization }.
leaving = Fermer sans le mot de passe ?
    .loss = Il n’est affiché que maintenant. Sans lui, { $email } ne peut pas se connecter pour la première fois.
