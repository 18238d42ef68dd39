### Le journal : qui a fait quoi, sur qui, quand et depuis où.

title = Journal
events = Événements

## Un événement

table = Événements du journal, du plus récent au plus ancien
column =
    .when = Date
    .what = Événement
    .who = Auteur
    .whom = Concerne
    .from = Adresse IP
refused = Refusé
details = Détails
api-key = Clé d’API { $name }
elsewhere = Un super-administrateur d’une autre organisation
nobody = Non connecté
everybody = Tout le monde
themselves = Soi-même

## Filtrer

action = Ce qui s’est passé
    .any = Tout
actor = Qui l’a fait
subject = Qui est concerné
person = Nom ou adresse e-mail
    .unnamed = cette personne
from = Du
to = Au
span = Quand cela s’est passé
    .today = Aujourd’hui
    .days = { $days } derniers jours
routine = Afficher les événements de routine, comme les sessions prolongées
everything = Effacer les filtres
nothing = Aucun événement ne correspond à ce filtre.
    .actor = Il n’y a rien ici que { $actor } ait fait.
    .subject = Il n’y a rien ici qui concerne { $subject }.
    .both = Il n’y a rien ici que { $actor } ait fait et qui concerne { $subject }.

## En fichier

export = Exporter
    .csv = CSV, pour les tableurs
    .json-lines = JSON Lines, pour les programmes
    .without-routine = Sans les événements de routine
    .running = Exportation : { $size } jusqu’ici. <stop>Arrêter</stop>
    .saved = Les événements ont été enregistrés : { $size }.
    .broken-off = Le transfert s’est interrompu, et rien n’a été enregistré. Réessayez, ou commencez par filtrer les événements.

## Vérifier d’après les sceaux

check = Vérifier le journal
    .running = Vérification : { $events ->
        [one] { $events } événement
       *[other] { $events } événements
    } jusqu’ici. <stop>Arrêter</stop>
    .broken-off = La vérification s’est interrompue. Réessayez.
whole = Le journal est intact : { $events ->
        [one] { $events } événement, tel qu’il a été écrit
       *[other] { $events } événements, tels qu’ils ont été écrits
    }.
    .unsealed = Le journal est intact : { $events ->
        [one] { $events } événement, tel qu’il a été écrit
       *[other] { $events } événements, tels qu’ils ont été écrits
    }. { $unsealed ->
        [one] { $unsealed } autre sera scellé
       *[other] { $unsealed } autres seront scellés
    } dans quelques secondes.
seal = Gardez le dernier sceau ailleurs : avec lui, <command>nightlatch audit verify --head</command> montre plus tard si la fin du journal a été coupée.
    .copy = Copier le dernier sceau
not-whole = <strong>Le journal n’est plus tel qu’il a été écrit.</strong> Quelqu’un ayant accès à la base de données l’a modifié. Gardez une copie de la base de données telle qu’elle est, et cherchez qui y avait accès.
    .more = { $findings ->
        [one] Et { $findings } autre anomalie.
       *[other] Et { $findings } autres anomalies.
    }
finding = Quelque chose n’est plus tel que cela a été écrit.
    .altered = Un événement a été modifié.
    .missing = Un événement a été retiré.
    .inserted = Un événement que ce service n’a pas écrit a été glissé dans le journal.
    .sealBroken = Le sceau { $seal } a été modifié.
    .sealMissing = Le sceau { $seal } a été retiré.
