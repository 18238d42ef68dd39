### Ce que les personnes peuvent faire : les rôles, et ce que chacun autorise.

title = Rôles
intro = Un rôle est un ensemble d’autorisations. Une personne qui a plusieurs rôles a les autorisations de tous.
built-in = Rôles intégrés
own = Rôles propres à l’organisation
no-own = Il n’y en a pas encore. Les rôles intégrés suffisent à beaucoup d’organisations.

## Le tableau

role = Rôle
permissions = Autorisations
no-permissions = Rien au-delà de son propre compte
users = Utilisateurs
nobody = Personne
people = { $users ->
    [one] { $users } utilisateur
   *[other] { $users } utilisateurs
}
changes = Actions
change = Modifier…
    .spoken = Modifier { $role }…
delete = Supprimer…
    .spoken = Supprimer { $role }…

## Un rôle que l’on crée, ou que l’on modifie

create = Créer un rôle
    .action = Créer le rôle
    .done = Le rôle { $role } est créé.
edit = Modifier le rôle { $role }
    .effect = { $users ->
        [one] { $users } utilisateur aura les nouvelles autorisations dès sa prochaine requête.
       *[other] { $users } utilisateurs auront les nouvelles autorisations dès leur prochaine requête.
    }
    .action = Enregistrer le rôle
    .done = Le rôle { $role } est modifié.
name = Nom
    .description = Par exemple help-desk. Il ne peut plus être modifié ensuite.
    .too-long = Un nom a { $most } caractères au plus.
    .start = Un nom commence par une lettre minuscule sans accent.
    .characters = Un nom n’a que des lettres minuscules sans accent, des chiffres et des traits d’union.
description = Description (facultative)
not-yours = Vous n’avez pas vous-même cette autorisation.
cancel = Annuler

## Un rôle que l’on supprime

remove = Supprimer le rôle { $role } ?
    .warning = Il ne pourra pas être rétabli. Ce qui a été fait avec lui reste dans le journal.
    .users = Utilisateurs qui ont ce rôle
    .close = Fermer
    .action = Supprimer le rôle
    .done = Le rôle { $role } est supprimé.

## Pourquoi cela n’a pas fonctionné

refused =
    .role_in_use = Ce rôle est utilisé : quelqu’un l’a, ou une phase des règles de connexion le nomme. Donnez un autre rôle à ces personnes, ou retirez la phase des règles, puis supprimez-le.
    .not_permitted = Un rôle ne peut autoriser que ce que vous pouvez faire vous-même. Un super-administrateur peut s’en charger.
    .not_found = Entre-temps, quelqu’un a supprimé ce rôle.
