### Où en est l’organisation avec son second facteur, ce qui l’attend et ce qui échoue.

title = Vue d’ensemble

today = Aujourd’hui
    .everybody = Tout le monde est protégé par un second facteur.
    .nobody = Personne n’est encore protégé par un second facteur.
    .some = { $protected ->
        [one] { $protected } utilisateur sur { $total } est protégé par un second facteur.
       *[other] { $protected } utilisateurs sur { $total } sont protégés par un second facteur.
    }
next =
    .overdue = { $users ->
        [one] <link>{ $users } utilisateur</link> devrait déjà en avoir configuré un.
       *[other] <link>{ $users } utilisateurs</link> devraient déjà en avoir configuré un.
    }
    .deadline = { $users ->
        [one] <link>{ $users } utilisateur</link> doit en configurer un au plus tard le { $date }.
       *[other] <link>{ $users } utilisateurs</link> doivent en configurer un au plus tard le { $date }.
    }
    .require = { $users ->
        [one] { $users } utilisateur n’en a pas et n’y est pas obligé : <link>les règles de connexion</link> peuvent changer cela.
       *[other] { $users } utilisateurs n’en ont pas et n’y sont pas obligés : <link>les règles de connexion</link> peuvent changer cela.
    }
    .renew = { $users ->
        [one] <link>{ $users } utilisateur</link> devrait renouveler une clé ancienne.
       *[other] <link>{ $users } utilisateurs</link> devraient renouveler une clé ancienne.
    }
    .invited = { $users ->
        [one] <link>{ $users } utilisateur</link> n’a pas encore activé son compte.
       *[other] <link>{ $users } utilisateurs</link> n’ont pas encore activé leur compte.
    }
    .nothing = Il n’y a rien à faire.
# Over the numbers of users: there is little room.
total =
    .all = Tous les utilisateurs
    .enabled = 2FA activée
    .expired = 2FA activée, à renouveler
    .notEnabled = 2FA désactivée
    .overdue = En retard
    .suspended = Suspendus (non comptés)

enrollment = Avancement de la configuration
    .told = { $used ->
        [one] { $used } compte sur { $accounts } a un second facteur et l’a utilisé.
       *[other] { $used } comptes sur { $accounts } ont un second facteur et l’ont utilisé.
    }
    .caption = Utilisateurs par étape
stage = Étape
    .accounts = A un compte
    .activated = Peut se connecter
    .asked = Obligatoire, ou déjà configuré
    .enrolled = En a configuré un
    .used = L’a utilisé depuis
    .stuck = N’y sont pas encore
stuck =
    .activated = { $users ->
        [one] { $users } utilisateur n’a pas activé son compte : <link>l’afficher</link>
       *[other] { $users } utilisateurs n’ont pas activé leur compte : <link>les afficher</link>
    }
    .asked = { $users ->
        [one] { $users } utilisateur n’y est pas obligé : <link>changer les règles de connexion</link>
       *[other] { $users } utilisateurs n’y sont pas obligés : <link>changer les règles de connexion</link>
    }
    .asked-later = { $users ->
        [one] { $users } utilisateur n’y est pas encore obligé : voir les dates limites
       *[other] { $users } utilisateurs n’y sont pas encore obligés : voir les dates limites
    }
    .enrolled = { $users ->
        [one] { $users } utilisateur n’en a pas configuré : <inTime>{ $ahead } avant la date limite</inTime>, <late>{ $overdue } en retard</late>
       *[other] { $users } utilisateurs n’en ont pas configuré : <inTime>{ $ahead } avant leur date limite</inTime>, <late>{ $overdue } en retard</late>
    }
    .used = { $users ->
        [one] { $users } utilisateur n’en a pas encore eu besoin. Il sera demandé à la prochaine connexion.
       *[other] { $users } utilisateurs n’en ont pas encore eu besoin. Il sera demandé à leur prochaine connexion.
    }

adoption = Utilisateurs protégés au fil du temps
    .none = Il n’y a pas encore de chiffres.
    .told = De { $before } protégés le { $from } à { $now } le { $to }.
    .shown = De { $before } protégés le { $from } à { $now } le { $to }. Le bord supérieur représente l’ensemble des { $total }.
    .caption = Utilisateurs protégés par jour
    .protected = Protégés
day = Jour

role = Rôle
method = Méthode
roles = Par rôle
    .none = Personne n’a de rôle.
    .label = Utilisateurs protégés par rôle
methods = Par méthode
    .none = Personne n’a encore de second facteur.
    .label = Utilisateurs protégés par méthode

deadlines = Dates limites à venir
    .none = Personne n’a de date limite dans les { $days } prochains jours.
    .one = { $users ->
        [one] { $users } utilisateur sans second facteur : la date limite est le { $date }.
       *[other] { $users } utilisateurs sans second facteur : la date limite est le { $date }.
    }
    .several = { $users ->
        [one] { $users } utilisateur sans second facteur : la première date limite est le { $date }, pour { $first }.
       *[other] { $users } utilisateurs sans second facteur : la première date limite est le { $date }, pour { $first }.
    }
    .ahead = Utilisateurs ayant une date limite à venir
    .overdue = { $users ->
        [one] { $users } utilisateur en retard
       *[other] { $users } utilisateurs en retard
    }
    .on-day = { $users ->
        [one] { $date } : { $users } utilisateur
       *[other] { $date } : { $users } utilisateurs
    }
    .caption = Utilisateurs par date limite
    .deadline = Date limite
    .users = Utilisateurs

failures = Échecs
    .none = Aucune connexion et aucun code n’a échoué au cours des 30 derniers jours.
    .told = { $passwords ->
        [one] { $passwords } mot de passe incorrect
       *[other] { $passwords } mots de passe incorrects
    } et { $codes ->
        [one] { $codes } code refusé
       *[other] { $codes } codes refusés
    } au cours des 30 derniers jours.
    .on-day = { $date } : { $passwords } et { $codes }
    .caption = Échecs par jour
    .passwords = Mots de passe incorrects
    .codes = Codes refusés
    .passwords-in-log = Connexions échouées dans le journal
    .codes-in-log = Codes incorrects dans le journal

hours = Tentatives échouées par heure
    .none = Aucune tentative échouée au cours des { $weeks } dernières semaines.
    .told = { $all ->
        [one] { $all } tentative échouée au cours des { $weeks } dernières semaines : { $day }, { $time }.
       *[other] { $all } tentatives échouées au cours des { $weeks } dernières semaines. L’heure la plus chargée : { $day }, { $time }, avec { $most }.
    }
    .zone = Les heures sont celles de votre fuseau horaire : { $zone }.
    .caption = Tentatives échouées par heure de la semaine
    .weekday = Jour
    .hour = Heure
