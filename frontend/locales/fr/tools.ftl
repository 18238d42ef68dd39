### Ce qui est à portée de main sur chaque page après la connexion : tout trouver, et les raccourcis clavier.

title = Rechercher partout
hint = Une page ou une action
    .people = Une page, une action ou une personne
close = Fermer
cancel = Annuler
found = { $count ->
    [0] Rien trouvé.
    [one] { $count } résultat.
   *[other] { $count } résultats.
}

pages = Pages
actions = Actions
people = Personnes
order =
    .invite = Inviter des personnes
    .create-account = Créer un compte avec un mot de passe
    .import = Importer des personnes
    .create-role = Créer un rôle
    .make-key = Créer une clé d’API
    .connect-provider = Relier un fournisseur d’authentification unique
    .create-webhook = Créer un webhook
    .create-organization = Créer une organisation
    .export-log = Exporter le journal
language = Langue : { $language }
colours =
    .light = Couleurs : claires
    .dark = Couleurs : sombres
    .auto = Couleurs : celles du système

shortcuts = Raccourcis clavier
    .find = Rechercher partout
    .search = Aller à la recherche de la page
    .new = Créer quelque chose sur cette page
    .help = Afficher ces raccourcis
go-to = Aller à « { $page } »
then = puis
control = Ctrl
single-keys = Utiliser les raccourcis d’une seule touche
    .about = Désactivez-les si vous parlez à votre ordinateur ou appuyez sur des touches par accident.

# $count is how many of them leave something out.
filters = { $count ->
    [0] Filtres
   *[other] Filtres ({ $count })
}
views = Filtres enregistrés
    .about = Ils sont conservés dans ce navigateur, pour vous seul.
    .shown = affiché en ce moment

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
