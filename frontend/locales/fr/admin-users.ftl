### La liste des utilisateurs et ce que l’on fait de plusieurs d’entre eux ; avec ce que la page de l’un d’eux dit de même.

title = Utilisateurs
    .import = Importer
    .invite = Inviter
cancel = Annuler
close = Fermer

count = { $count ->
    [one] { $count } utilisateur
   *[other] { $count } utilisateurs
}
    .unknown = Tout le monde
    .none = Personne ne correspond à ces critères.
    .found = { $count ->
        [one] { $count } utilisateur trouvé.
       *[other] { $count } utilisateurs trouvés.
    }

## Ce qui restreint la liste

search = Rechercher
    .hint = Nom ou e-mail
filter =
    .two-factor = État 2FA
    .role = Rôle
    .account = Compte
    .login = Mode de connexion
    .all = Tous
    .reset = Effacer les filtres
sort = Trier par
    .email = E-mail, de A à Z
    .email-reversed = E-mail, de Z à A
    .name = Nom, de A à Z
    .name-reversed = Nom, de Z à A
    .lastSignIn = Dernière connexion, la plus ancienne d’abord
    .lastSignIn-reversed = Dernière connexion, la plus récente d’abord
    .created = Ajout, le plus ancien d’abord
    .created-reversed = Ajout, le plus récent d’abord
standing =
    .enabled = Activé
    .expired = Activé, à renouveler
    .notEnabled = Désactivé
    .inGrace = Désactivé, délai en cours
    .overdue = Désactivé, en retard
    .blocked = Désactivé, bloqué
account =
    .active = Actif
    .invited = Invité
    .suspended = Suspendu

## Une ligne

column =
    .user = Utilisateur
    .roles = Rôles
    .login = Mode de connexion
    .twoFactor = État 2FA
    .codes = Codes de récupération
    .lastSignIn = Dernière connexion
    .email = Adresse e-mail
    .deadline = Date limite
    .created = Ajouté
columns = Colonnes
    .shown = Colonnes à côté du nom
    .reset = Afficher les colonnes habituelles
# Where no sign-in is known: there was none, or it was before their times were kept.
no-sign-in = Aucune connue
suspended = Suspendu
frozen = Gelé
state =
    .enabled = Activé
    .expired = À renouveler
    .notEnabled = Désactivé
    .reset = Réinitialisé : code attendu
due =
    .ahead = d’ici au { $date }
    .overdue = en retard
    .blocked = bloqué
    .atNextSignIn = à la prochaine connexion
since = { $methods } depuis le <when/>
codes = { $remaining } sur { $total } restants
    .none = Aucun
    .made = créés le <when/>
imported = Importé, sans mot de passe
invited = Invité
    .good = Invité, lien valable jusqu’au { $moment }
    .expired = Invité, lien expiré
link =
    .good = lien valable jusqu’au { $moment }
    .expired = lien expiré

## Qui est coché, et ce que l’on en fait

selection = Utilisateurs sélectionnés
    .one = Sélectionner { $name }
    .shown = Sélectionner tous ceux affichés
    .all = Sélectionner les { $total } qui correspondent
    .size = { $count ->
        [one] { $count } sélectionné
       *[other] { $count } sélectionnés
    }
    .clear = Effacer la sélection
order =
    .remind = Envoyer un rappel…
    .extendDeadline = Prolonger le délai…
    .reset = Réinitialiser…

## Ce que l’on fait de plusieurs, de la question au résultat

reset =
    .title = { $count ->
        [one] Réinitialiser le second facteur de { $count } personne ?
       *[other] Réinitialiser le second facteur de { $count } personnes ?
    }
    .deleted = { $count ->
        [one] Les applications d’authentification, clés d’accès et codes de récupération de { $count } personne sont supprimés, sans retour possible.
       *[other] Les applications d’authentification, clés d’accès et codes de récupération de { $count } personnes sont supprimés, sans retour possible.
    }
    .signed-out = Ces personnes sont déconnectées partout.
    .code = Vous recevez un code pour chacune, affiché une seule fois : elle le saisit à la prochaine connexion et configure un nouveau second facteur.
    .no-code = Elles configurent un nouveau second facteur après la prochaine connexion, pour laquelle le mot de passe suffit.
    .confirm = { $count ->
        [one] Réinitialiser { $count } personne
       *[other] Réinitialiser { $count } personnes
    }
    .running = Réinitialisation des seconds facteurs
    .done = Réinitialisé
    .refused = Refusé
    .left = { $count ->
        [one] { $count } refusé
       *[other] { $count } refusés
    }
extendDeadline =
    .title = { $count ->
        [one] Prolonger le délai de { $count } personne ?
       *[other] Prolonger le délai de { $count } personnes ?
    }
    .day = { $count ->
        [one] Le jour que vous choisissez devient la date limite de { $count } personne, quoi que disent les règles de connexion. Qui a déjà plus de temps le garde.
       *[other] Le jour que vous choisissez devient la date limite de { $count } personnes, quoi que disent les règles de connexion. Qui a déjà plus de temps le garde.
    }
    .blocked = Les personnes bloquées maintenant peuvent de nouveau se connecter jusque-là. Celles qui ont déjà un second facteur le gardent.
    .confirm = { $count ->
        [one] Prolonger pour { $count } personne
       *[other] Prolonger pour { $count } personnes
    }
    .running = Prolongation des délais
    .done = Prolongé
    .refused = Refusé
    .left = { $count ->
        [one] { $count } refusé
       *[other] { $count } refusés
    }
remind =
    .title = { $count ->
        [one] Envoyer un rappel à { $count } personne par e-mail ?
       *[other] Envoyer un rappel à { $count } personnes par e-mail ?
    }
    .mail = Les personnes sans second facteur reçoivent un e-mail qui demande d’en configurer un et indique la date limite.
    .left-out = Sont laissés de côté ceux qui en ont un, ne peuvent pas se connecter ou ont reçu un rappel il y a moins d’une heure.
    .confirm = { $count ->
        [one] Envoyer à { $count } personne
       *[other] Envoyer à { $count } personnes
    }
    .running = Envoi des rappels
    .done = Rappel envoyé
    .refused = Laissé de côté
    .left = { $count ->
        [one] { $count } laissé de côté
       *[other] { $count } laissés de côté
    }

running =
    .leave = Quitter avant la fin ?
    .loss = Ce qui est fait reste fait, mais vous ne voyez pas pour qui, et les codes ne seront pas affichés de nouveau.
    .confirm = Cela reprend dès que vous confirmez avec votre second facteur.
    .stop = Arrêter
    .resume = Continuer
outcome = C’est fait
    .stopped = Arrêté avant la fin
    .sentence = { $parts }.
    .done = { $count ->
        [one] { $count } fait
       *[other] { $count } faits
    }
    .missed = { $count ->
        [one] { $count } non atteint
       *[other] { $count } non atteints
    }
    .list = Résultat pour chacun
    .all = Afficher les { $count }
refused = Refusé.
    .lately = Rappel déjà envoyé il y a moins d’une heure.

## Les codes de ceux dont le second facteur est réinitialisé

code =
    .copy = Copier
    .spoken = Copier le code de { $name }
    .until = jusqu’au <when/>
all-codes = { $count ->
    [one] Enregistrez ou copiez le code maintenant : vous ne le reverrez pas. Transmettez-le par le moyen qui vous a servi à vérifier l’identité.
   *[other] Enregistrez ou copiez les { $count } codes maintenant : vous ne les reverrez pas. Transmettez chacun par le moyen qui vous a servi à vérifier l’identité.
}
    .copy = Tout copier
    .download = Télécharger en CSV
    .saved = Je les ai
    .leave = Fermer sans les codes ?
    .loss = Ils ne sont affichés que maintenant. Les personnes qui ne reçoivent pas le leur ont besoin d’une nouvelle réinitialisation.
file =
    .user = utilisateur
    .code = code de réinitialisation
    .until = valable jusqu’au

## Ce qui est demandé pour une personne, et pour plusieurs

identity = Comment avez-vous vérifié que c’est bien cette personne ?
    .call = Par téléphone
    .video = Par vidéo
    .inPerson = En personne
    .other = Autrement
reason = Motif
    .about = Pour le journal.
ticket = Ticket (facultatif)
deadline = Date limite
    .about = Jusqu’à la fin de ce jour, la connexion se fait sans second facteur.
