### Ce que les éléments de chaque page disent d’eux-mêmes.

## Partout

title = { $page } · Nightlatch
loading = Chargement
offline = Impossible à afficher tant que vous êtes hors ligne.
try-again = Réessayer
needs-factor = Il faut pour cela votre second facteur.
cancel = Annuler
close = Fermer
leave = Quitter
stay = Rester ici
load-more = Afficher plus
protected = Protégé par l’authentification à deux facteurs
language = Langue
help = Aide
    .aside = Aide (dans un nouvel onglet)
separator = { ", " }

## Champs

code-label = Code d’authentification
code-description = { $lengths } chiffres, comme votre application les affiche.
show-password = Afficher ce que je saisis
clear = Effacer « { $label } »
found = { $count ->
    [0] Personne n’a été trouvé.
    [one] { $count } trouvé.
   *[other] { $count } trouvés.
}

## Copie

copied = Copié
not-copied = Votre navigateur ne permet pas de copier ici.

## Un autre nom

rename = Renommer { $name }
rename-label = Nom
rename-action = Renommer

## Graphiques

part-of-whole = { $part } sur { $whole }
as-table = Afficher sous forme de tableau
as-csv = CSV

## La clé d’une application d’authentification

setup-key = Clé de configuration : { $key }
setup-key-hint = Pointez ou touchez les points pour voir la clé.
copy-key = Copier la clé
