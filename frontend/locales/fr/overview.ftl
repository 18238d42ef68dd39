### Où en est l’organisation avec son second facteur, ce qui l’attend et ce qui échoue.

title = Vue d’ensemble

today = Aujourd’hui
    .everybody = Tout le monde est protégé par un second facteur.
    .nobody = Personne n’est encore protégé par un second facteur.
    .some = { $protected ->
        [one] { $protected } utilisateur sur { $total } est protégé par un second facteur.
       *[other] { $protected } utilisateurs sur { $total } sont protégés par un second facteur.
    }
# Over the numbers of users: there is little room.
total =
    .all = Tous les utilisateurs
    .enabled = 2FA activée
    .expired = 2FA activée, mais clé ancienne
    .notEnabled = 2FA désactivée
    .overdue = En retard
    .suspended = Suspendus (non comptés)

adoption = Utilisateurs protégés au fil du temps
    .none = Il n’y a pas encore de chiffres.
    .told = De { $before } protégés le { $from } à { $now } le { $to }.
    .shown = De { $before } protégés le { $from } à { $now } le { $to }. Le bord supérieur représente l’ensemble des { $total }.
    .caption = Utilisateurs protégés par jour
    .protected = Protégés
day = Jour

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
        [one] { $passwords } mot de passe faux
       *[other] { $passwords } mots de passe faux
    } et { $codes ->
        [one] { $codes } code refusé
       *[other] { $codes } codes refusés
    } au cours des 30 derniers jours.
    .on-day = { $date } : { $passwords } et { $codes }
    .caption = Échecs par jour
    .passwords = Mots de passe faux
    .codes = Codes refusés
    .passwords-in-log = Connexions échouées dans le journal
    .codes-in-log = Codes faux dans le journal
