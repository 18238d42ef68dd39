### Des listes telles que quelqu’un les a filtrées et enregistrées sous un nom.

title = Filtres enregistrés
about = Ils sont conservés dans ce navigateur, pour vous seul.
close = Fermer
cancel = Annuler
shown = affiché en ce moment

save = Enregistrer ce filtre
    .first = Filtrez d’abord la liste : vous pourrez ensuite enregistrer le filtre ici.
    .name = Nom de ce filtre
    .hint = Par exemple « Responsables en retard »
    .action = Enregistrer
    .replace = Remplacer
    .done = « { $name } » est enregistré.
rename = Renommer
    .named = Renommer « { $name } »
    .label = Nouveau nom
    .action = Renommer
    .taken = Un autre filtre porte ce nom.
    .done = « { $before } » s’appelle maintenant « { $name } ».
delete = Supprimer
    .named = Supprimer « { $name } »
    .done = « { $name } » est supprimé.
