### Les règles de l’organisation pour le second facteur.

title = Règles de connexion
last-changed = Dernière modification le <when/>.
read-only = Vous pouvez consulter ces règles ; un administrateur peut les modifier.

## Les réglages, comme parties du formulaire et dans la liste des modifications

setting =
    .mode = Qui a besoin d’un second facteur
    .phases = Phases
    .afterGrace = Après la date limite
    .newUsers = Nouveaux utilisateurs
    .loginStyle = Connexion
    .allowedMethods = Ce qui est autorisé
    .passkeyLogin = Connexion avec la seule clé d’accès
    .passkeyOnly = Rôles qui demandent une clé d’accès
    .recoveryCodeCount = Codes de récupération par personne
    .secretMaxAgeDays = Renouvellement des applications d’authentification
    .digits = Chiffres des codes des nouvelles applications
    .algorithm = Algorithme des nouvelles applications
    .skewSteps = Codes précédent et suivant
    .stepUpMaxAgeMinutes = Nouvelle demande
    .adminReset = Qui peut réinitialiser un administrateur
    .resetProof = Preuve à fournir après une réinitialisation
    .temporaryPass = Codes provisoires
    .sso = Second facteur après l’authentification unique
    .trustedDeviceDays = Navigateurs de confiance

## Les autres parties du formulaire

rollout = Mise en place
single-sign-on = Authentification unique
details = Détails
new-authenticators = Nouvelles applications d’authentification
resets = Réinitialisations et codes provisoires

## Qui a besoin d’un second facteur

# Pour les personnes qui l’entendent : ce qui se choisit ici.
mode = Mode
mode-off = Désactivé
    .meaning = Aucun second facteur n’est demandé à personne. Ce qui a été configuré est conservé.
mode-optional = Facultatif
    .meaning = Tout le monde peut configurer un second facteur. Il est demandé aux personnes qui en ont un.
mode-required = Obligatoire
    .meaning = Tout le monde a besoin d’un second facteur : tout de suite, ou phase par phase.

## La mise en place

no-phases = Il n’y a aucune phase : tout le monde a besoin d’un second facteur dès que ceci est enregistré.
add-phase = Ajouter une phase
sort = Trier par date
most-phases = Il ne peut pas y avoir plus de { $most } phases.
phase = Phase { $number }
remove-phase = Retirer
    .spoken = Retirer la phase { $number }
phase-target = Pour
phase-start = Début
phase-grace = Délai (j)
everyone = Tout le monde
timeline = Phases par date
# Sous le nom d’un rôle, ou « tout le monde ».
timeline-phase = à partir du <start/>, { $days ->
    [0] tout de suite
    [one] 1 jour pour le configurer, date limite le <deadline/>
   *[other] { $days } jours pour le configurer, date limite le <deadline/>
}
target-taken = Il y a déjà une phase pour ces personnes.
no-start = Veuillez choisir une date et une heure.
range = Un nombre entier de { $least } à { $most }.

after-grace = Après la date limite
after-grace-enrollAtLogin = Configuration à la connexion
    .meaning = Les retardataires le configurent juste après le mot de passe, puis continuent.
after-grace-block = Connexion bloquée
    .meaning = Les retardataires ne peuvent pas se connecter tant qu’un administrateur ne leur donne pas plus de temps ou un code provisoire.

new-users = Nouveaux utilisateurs
new-users-atActivation = À l’activation
    .meaning = Ils le configurent en activant leur compte.
new-users-firstLogin = À la première connexion
    .meaning = Ils le configurent juste après avoir saisi leur mot de passe pour la première fois.
new-users-grace = Dans le délai de la phase
    .meaning = Ils ont autant de jours que les autres, à compter de leur ajout.

## Connexion

# Pour les personnes qui l’entendent : ce qui se choisit ici.
login-style = Comment le code est demandé
login-style-twoStep = Étape par étape
    .meaning = Le code est demandé sur une page à part, après le mot de passe.
login-style-singleForm = Dans un seul formulaire
    .meaning = Le code se trouve sous le mot de passe. Un mot de passe incorrect et un code incorrect reçoivent la même réponse : personne n’apprend lequel des deux ne convenait pas.

## Ce qui est autorisé

methods = Les seconds facteurs, et ce qui les remplace
method-passkey = Les clés d’accès sont autorisées
    .meaning = On confirme avec l’empreinte, le visage ou le verrouillage de l’écran. Aucune fausse page ne peut obtenir cela.
method-totp = Les applications d’authentification sont autorisées
    .meaning = Une application sur le téléphone affiche des codes à saisir.
method-recoveryCode = Les codes de récupération permettent de se connecter
    .meaning = Le moyen d’entrer quand le téléphone ou la clé sont perdus.
method-email = Les codes par e-mail peuvent être activés
    .meaning = Par les personnes sans second facteur, pour elles-mêmes : plus sûr qu’un mot de passe seul. Ils ne comptent pas comme second facteur et ne sont pas pour les administrateurs.
no-factor = Autorisez les clés d’accès, les applications d’authentification, ou les deux.

passkeys = Clés d’accès
passkey-login = Connexion avec la seule clé d’accès
    .meaning = Sans mot de passe, quand l’appareil vérifie qu’il s’agit de son propriétaire. Elle compte pour les deux facteurs.
passkey-only = Seule une clé d’accès compte pour les personnes qui ont ces rôles, dès qu’elles ont besoin d’un second facteur

## Authentification unique

# Pour les personnes qui l’entendent : ce qui se choisit ici.
sso = Ce qui est demandé ensuite
sso-exempt = Faire confiance au fournisseur
    .meaning = Aux personnes qui se connectent là-bas, rien d’autre n’est demandé ici. C’est le fournisseur qui décide du niveau de sécurité.
sso-trustProvider = Faire confiance au fournisseur s’il a demandé deux facteurs
    .meaning = S’il dit l’avoir fait, rien d’autre n’est demandé. Sinon, les règles des mots de passe s’appliquent.
sso-required = Demander ici aussi
    .meaning = Les mêmes règles qu’après un mot de passe s’appliquent : le second facteur est demandé, et sa configuration aussi.

## Détails

number-recoveryCodeCount = Codes de récupération par personne
    .meaning = Combien une nouvelle série en compte, de 6 à 16.
number-secretMaxAgeDays = Renouveler les applications d’authentification après (jours)
    .meaning = Il est demandé aux personnes dont la clé est plus ancienne de la remplacer. 0 signifie jamais.
number-trustedDeviceDays = Faire confiance aux navigateurs pendant (jours)
    .meaning = Combien de temps le code n’est plus demandé sur le navigateur de la personne, 30 au plus. 0 signifie jamais.
number-stepUpMaxAgeMinutes = Demander à nouveau après (minutes)
    .meaning = De quand peut dater un second facteur lors d’un changement des réglages de sécurité.
skew = Accepter aussi le code précédent et le code suivant
    .meaning = Tolère les horloges décalées de 30 secondes au plus.

## Nouvelles applications d’authentification

digits = Chiffres d’un code
algorithm = Algorithme
    .SHA1 = SHA-1 (toutes les applications)
    .SHA256 = SHA-256 (pas toutes)
    .SHA512 = SHA-512 (pas toutes)
fits-apps = Toutes les applications d’authentification en sont capables. Celles qui sont déjà configurées restent comme elles sont.
fits-some-apps = Toutes les applications n’en sont pas capables : Google Authenticator, par exemple, affiche six chiffres en SHA-1 quoi qu’on lui demande, et ses codes sont alors refusés. Les applications déjà configurées restent comme elles sont.

## Réinitialisations et codes provisoires

admin-reset-peer = Tout autre administrateur
    .meaning = Les administrateurs s’aident entre eux.
admin-reset-superadmin = Les super-administrateurs seulement
    .meaning = Un compte d’administrateur détourné ne permet pas de détourner les autres. Gardez deux super-administrateurs.
reset-proof-code = Un code
    .meaning = L’administrateur lit un code à la personne ; sans ce code, personne ne configure de nouveau facteur.
reset-proof-none = Rien
    .meaning = Après une réinitialisation, le mot de passe suffit : quiconque le connaît peut configurer son propre facteur.
passes = Les administrateurs peuvent émettre des codes provisoires
    .meaning = Un code qui remplace une fois le second facteur et mène à la configuration d’un nouveau second facteur.
passes-most = Valables au plus

## Modèles

start = Par où commencer
use-recommended = Mise en place conseillée
choose-preset = Partir d’un modèle…
presets = Partir d’un modèle
    .text = Il remplit tous les réglages ci-dessous. Rien n’est enregistré tant que vous n’enregistrez pas.
    .choice = Modèle
    .cancel = Annuler
    .fill-in = Remplir
filled-in = Rempli avec « { $preset } ». Rien n’est encore enregistré.
preset-recommendedRollout = Mise en place conseillée
    .meaning = Obligatoire : les administrateurs tout de suite, les responsables dans une semaine, tout le monde dans deux semaines, avec 7 jours de délai pour ces deux derniers groupes.
preset-guidedAdministrators = Administrateurs seulement
    .meaning = Obligatoire tout de suite pour les administrateurs, qui le configurent à leur prochaine connexion ; pour personne d’autre.
preset-optionalShort = Facultatif
    .meaning = Tout le monde peut ; six codes de récupération par personne, et les clés sont renouvelées deux fois par an.
preset-phasedBlocking = Mise en place qui bloque
    .meaning = Obligatoire phase par phase, avec 7 jours de délai. Les retardataires sont bloqués jusqu’à ce qu’un administrateur les aide.
preset-singleForm = Un seul formulaire
    .meaning = Facultatif ; le code se trouve sous le mot de passe, et les clés ne sont jamais renouvelées.
preset-supervised = Sous supervision
    .meaning = Facultatif ; seuls les super-administrateurs réinitialisent les administrateurs, et les clés ne sont jamais renouvelées.

## L’effet : sur qui, maintenant ou un autre jour

preview = Ce que cela change
    .changed = Avec vos modifications, qui ne sont pas encore enregistrées.
    .unchanged = Avec les règles telles qu’elles sont.
    .wrong = Corrigez ce qui est signalé dans le formulaire pour voir l’effet.
day = Voir un autre jour
    .now = Maintenant
counting = Calcul en cours
now = En ce moment
    .caption = Effet d’une connexion en ce moment, en nombre de personnes
    .spoken = En ce moment : { $effects }.
then = À la fin du { $day }
    .caption = Effet d’une connexion à la fin du { $day }, en nombre de personnes
    .spoken = À la fin du { $day } : { $effects }.

who = Qui
people = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}
standing-ready = Prêt
    .meaning = doit utiliser le second facteur configuré
standing-notice = Rappel
    .meaning = se connecte avec le mot de passe et reçoit un rappel pour en configurer un
standing-mustEnroll = À configurer
    .meaning = en configure un à la prochaine connexion
standing-blocked = Bloqué
    .meaning = ne peut pas se connecter
standing-exempt = Sans demande
    .meaning = se connecte avec le mot de passe seul
# Sous une barre : combien il y en a de chaque sorte.
share =
    .ready = { $people ->
        [one] { $people } prêt
       *[other] { $people } prêts
    }
    .notice = { $people ->
        [one] { $people } rappel
       *[other] { $people } rappels
    }
    .mustEnroll = { $people } à configurer
    .blocked = { $people ->
        [one] { $people } bloqué
       *[other] { $people } bloqués
    }
    .exempt = { $people } sans demande
legend = Ce que signifient ces mots

# Éléments d’une liste, qui est aussi lue comme une seule phrase, avec des virgules.
effect =
    .blocked = { $people ->
        [one] { $people } personne ne peut pas se connecter
       *[other] { $people } personnes ne peuvent pas se connecter
    }
    .mustEnroll = { $people ->
        [one] { $people } personne doit configurer un second facteur à la prochaine connexion
       *[other] { $people } personnes doivent configurer un second facteur à la prochaine connexion
    }
    .notice = { $people ->
        [one] { $people } personne reçoit un rappel pour en configurer un
       *[other] { $people } personnes reçoivent un rappel pour en configurer un
    }
    .ready = { $people ->
        [one] { $people } personne doit utiliser celui qu’elle a configuré
       *[other] { $people } personnes doivent utiliser celui qu’elles ont configuré
    }
    .exempt = { $people ->
        [one] { $people } personne se connecte avec le mot de passe seul
       *[other] { $people } personnes se connectent avec le mot de passe seul
    }
    .nobody = Cela ne concerne personne

affected = Qui : { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}
    .by = { $email }, avant le <deadline/>
    .first = Les { $shown } premières personnes sur { $all }.
locked-out = { $count ->
    [one] Cet administrateur ne pourrait plus se connecter :
   *[other] Ces administrateurs ne pourraient plus se connecter :
}
    .person = <link>{ $name }</link>, { $email }

warnings = Avertissements
# $code est un code que cette page ne connaît pas. Dans ceux qui suivent, $who est le nom d’un rôle, ou « Tout le monde ».
warning = Veuillez vérifier ceci : { $code }.
    .only_one_administrator = Il n’y a qu’un administrateur. S’il perd son second facteur, personne ne peut l’aider : nommez un autre administrateur.
    .administrators_locked_out = Des administrateurs ne pourraient plus entrer.
    .grace_over_30_days = { $who } : plus de 30 jours de délai. Une échéance aussi lointaine s’oublie facilement.
    .deadline_in_the_past = { $who } : la date limite est déjà passée, donc ceci prend effet à la prochaine connexion.
    .earlier_deadlines_stay = { $who } : les personnes qui avaient une date limite plus proche la gardent. Vous pouvez donner plus de temps à chacune sur sa page.
    .not_everyone_is_covered = Tout le monde n’est pas concerné : pour les personnes qui ne sont dans aucune phase, le mot de passe continue de suffire.
    .nobody_is_covered = Les phases ne concernent personne, donc personne n’a besoin d’un second facteur.
    .passkeys_on_single_form = Une clé d’accès n’a pas sa place dans le formulaire. Elle est demandée après le mot de passe aux personnes qui n’ont rien d’autre.
    .passkeys_demanded_of_nobody = Personne n’est obligé d’avoir un second facteur, donc personne n’est obligé d’avoir une clé d’accès.
    .factor_no_longer_taken = Un type de facteur n’est plus accepté. Les personnes qui n’en ont pas d’autre continuent de se connecter avec lui, et en configurent un autre dès qu’il devient obligatoire.

## Avant l’enregistrement : ce qui change, d’une valeur à l’autre

review = Enregistrer ces modifications ?
    .changes = Ce qui est modifié
    .effect = Ce que cela change
    .becomes = devient
    .at-once = Tout de suite
    .at-the-end = Une fois la dernière date limite passée, le { $deadline }
    .counting = Calcul en cours…
    .not-counted = Le calcul n’a pas pu se faire. { $why }
    .cancel = Continuer à modifier
    .save = Enregistrer
    .save-dangerous = Enregistrer quand même

value =
    .no-phases = Aucune
    .phase-everyone = Tout le monde à partir du { $start }, { $days ->
        [0] tout de suite
        [one] avec 1 jour pour le configurer
       *[other] avec { $days } jours pour le configurer
    }
    .phase-role = Le rôle { $role } à partir du { $start }, { $days ->
        [0] tout de suite
        [one] avec 1 jour pour le configurer
       *[other] avec { $days } jours pour le configurer
    }
    .passkey-login = Autorisée
    .no-passkey-login = Non autorisée
    .no-passkey-only = Aucun
    .max-age = { $days ->
        [0] Jamais
        [one] Après 1 jour
       *[other] Après { $days } jours
    }
    .skew = Acceptés
    .no-skew = Refusés
    .ask-again = { $minutes ->
        [one] Après { $minutes } minute
       *[other] Après { $minutes } minutes
    }
    .passes = Valables { $time } au plus
    .no-passes = Pas de codes provisoires
    .trusted = { $days ->
        [0] Aucun
        [one] Pendant 1 jour
       *[other] Pendant { $days } jours
    }

danger =
    .off = Un mot de passe seul ouvre tous les comptes. Ce qui a été configuré est conservé pour plus tard.
    .not-required = Plus personne n’est obligé d’avoir un second facteur.
    .block = Les personnes qui laissent passer la date limite sont bloquées jusqu’à ce qu’un administrateur les aide.
    .lost-factor = Les personnes qui n’ont rien d’autre doivent configurer un autre second facteur là où il est obligatoire.
    .lost-recoveryCode = Les personnes qui perdent leur téléphone ont besoin d’un administrateur.
    .lost-email = Aucun code n’est plus demandé aux personnes qui ont activé les codes par e-mail.
    .passkey-only = Pour ces rôles, une application d’authentification ne compte plus. Les personnes sans clé d’accès doivent en configurer une là où un second facteur est obligatoire.
    .sso = Toute personne qui entre chez le fournisseur entre aussi ici, sans second facteur de notre part.
    .no-proof = Après une réinitialisation, quiconque connaît le mot de passe peut configurer son propre facteur.

## L’enregistrement

save = Enregistrer les règles
discard = Annuler les modifications
unsaved = Pas encore enregistré
    .wrong = Pas encore enregistré : corrigez d’abord ce qui est signalé
saved = Les règles de connexion sont enregistrées.
leave = Quitter sans enregistrer ?
    .loss = Vos modifications des règles de connexion ne sont pas encore enregistrées.
refused =
    .stale_version = Entre-temps, quelqu’un d’autre a modifié les règles. Ses réglages sont chargés, avec vos modifications par-dessus : vérifiez-les et enregistrez de nouveau, ou annulez les vôtres.
    .enroll_first = Avant d’exiger des autres un second facteur, configurez le vôtre. <link>Configurer l’authentification à deux facteurs</link>
    .last_admin = Avec ces règles, plus aucun administrateur ne pourrait se connecter, elles n’ont donc pas été enregistrées. Donnez plus de temps aux administrateurs, ou laissez les retardataires configurer leur second facteur à la connexion.
