### La page d’un utilisateur, et ce que l’on y fait.

cancel = Annuler
close = Fermer
title = Utilisateur
back = Tous les utilisateurs
    .list = Retour à la liste
    .label = Retour
missing = Utilisateur introuvable
    .text = Il n’y a personne à cette adresse, ou pas dans cette organisation.
frozen = Gelé : à un e-mail sur ce compte, son propriétaire a répondu que ce n’était pas lui.

## Pourquoi rien ne peut être modifié, ou une chose n’est pas possible

bar =
    .reader = Vous pouvez consulter ce compte ; un administrateur peut le modifier.
    .self = C’est votre propre compte. Personne ne se réinitialise ni ne se suspend soi-même, ni ne change ses propres rôles : demandez à un autre administrateur.
    .above = C’est un super-administrateur. Seul un autre super-administrateur peut modifier ce compte.
obstacle =
    .superadminOnly = Dans votre organisation, seuls les super-administrateurs peuvent le faire pour un administrateur.
    .passesOff = Les codes provisoires sont désactivés dans les règles de connexion.
    .nothingToStandInFor = Il n’y a pas de second facteur qu’un code provisoire pourrait remplacer.
not-permitted = Vos autorisations ne vont pas jusque-là. Un super-administrateur peut le faire.

## Compte

account = Compte
    .email = E-mail
    .verified = { $email } <state>(confirmée)</state>
    .unverified = { $email } <state>(non confirmée)</state>
    .roles = Rôles
    .added = Ajouté
    .login = Mode de connexion
    .sign-in = Connexion
    .log = Journal
    .log-by = Ses actions
    .log-about = Ce qui concerne ce compte
sign-in =
    .suspended = Suspendue
    .allowed = Autorisée
    .password = Une fois le mot de passe choisi
    .invitation = Une fois l’invitation acceptée
roles = Modifier les rôles…
    .title = Rôles de { $name }
    .action = Enregistrer
    .done = Les rôles de { $name } sont modifiés.

## Second facteur

factor = Second facteur
    .status = État
    .imported = Importé
    .unproved = Une application d’authentification a été importée, et pas encore utilisée ici
    .methods = Méthodes
    .set-up = Configuré
    .codes = Codes de récupération
    .codes-none = Aucun
    .codes-left = { $remaining } sur { $total } restants
    .pass = Code provisoire
    .code = Code
    .until = Valable jusqu’au <when/>
    .no-code = Utilisé ou expiré : il en faut un nouveau

reminder = Rappel
    .order = Envoyer un rappel…
    .purpose = { $name } n’a pas encore de second facteur. Un e-mail demande d’en configurer un.
    .title = Envoyer un rappel à { $name } par e-mail ?
    .text = Un e-mail à <to>{ $email }</to> demande à { $name } de configurer un second facteur, et indique la date limite.
    .action = Envoyer
    .done = Un rappel a été envoyé à { $name } par e-mail.

pass = Code provisoire
    .order = Émettre un code…
    .purpose = Pour un téléphone hors de portée : un code qui remplace une fois le second facteur, et mène à en configurer un nouveau. Ce qui est configuré maintenant reste.
    .purpose-reset = Pour un code perdu ou expiré : un nouveau prend sa place, pour la durée de votre choix.
    .title = Émettre un code provisoire pour { $name }
    .text = Un code qui remplace une fois le second facteur, et amène { $name } à en configurer un nouveau.
    .text-again = Un code qui remplace une fois le second facteur, et amène { $name } à en configurer un nouveau. Le code actuel cesse de fonctionner.
    .lifetime = Valable pendant
    .action = Émettre le code
    .slip = Code provisoire pour { $name }
    .passedOn = { $name } a un code provisoire.
    .left = Il existe un code provisoire pour { $name }, mais vous ne l’avez pas transmis : émettez-en un nouveau si besoin.

reset = Réinitialisation
    .order = Réinitialiser…
    .purpose = Pour un téléphone définitivement perdu : tout ce qui est configuré est supprimé, et { $name } configure un nouveau second facteur.
    .purpose-none = Rien n’est configuré qui pourrait être perdu. Une réinitialisation déconnecte { $name } et reprend la configuration depuis le début.
    .purpose-again = Repart de zéro : un nouveau code prend la place du précédent, et il est valable 24 heures.
    .title = Réinitialiser le second facteur de { $name } ?
    .deleted = Ses applications d’authentification, clés d’accès et codes de récupération sont supprimés, sans retour possible.
    .signed-out = Toutes ses sessions sont fermées.
    .code = Vous recevez un code à lui lire : { $name } le saisit à la prochaine connexion et configure un nouveau second facteur.
    .no-code = { $name } configure un nouveau second facteur après la prochaine connexion, pour laquelle le mot de passe suffit.
    .action = Réinitialiser
    .slip = Code de réinitialisation pour { $name }
    .passedOn = Le second facteur de { $name } est réinitialisé. Votre code sera demandé à la prochaine connexion.
    .left = Le second facteur de { $name } est réinitialisé. Sans le code, il faut une nouvelle réinitialisation ou un code provisoire.
    .withoutCode = Le second facteur de { $name } est réinitialisé. Un nouveau sera configuré après la connexion.

## Un code que l’on transmet

slip = Code
    .lifetime = Fonctionne une fois, pendant { $lifetime } : jusqu’au <when/>.
    .once = Lisez-le à la personne par le moyen qui vous a servi à vérifier l’identité ; vous ne le reverrez pas.
    .use = { $name } se connecte avec son adresse e-mail et son mot de passe, saisit ce code et configure un nouveau second facteur.
    .copy = Copier le code
    .passed-on = Je l’ai transmis
    .leave = Quitter sans transmettre le code ?
    .close = Fermer sans transmettre le code ?
    .loss = Il n’est affiché que maintenant. Sans lui, { $name } a besoin d’un nouveau code.
    .stay = Rester ici

## Invitation

invitation = Invitation
    .sent = Envoyée
    .good-until = Lien valable jusqu’au
    .expired = Lien expiré le
    .none = Ce compte est arrivé sans mot de passe. Un mot de passe se choisit avec « Mot de passe oublié ? » à la connexion.
link = Nouveau lien
    .first = Envoyer une invitation
    .again = Renvoyer
    .purpose-first = Envoie un lien à { $email }.
    .purpose = Envoie un nouveau lien à { $email }.
    .purpose-again = Envoie un nouveau lien à { $email } ; le précédent cesse de fonctionner.
    .done = Un nouveau lien est en route vers { $email }.
revoke = Révoquer
    .order = Révoquer l’invitation…
    .purpose = Le lien cesse de fonctionner, et le compte est supprimé. L’adresse peut être invitée de nouveau.
    .title = Révoquer l’invitation de { $email } ?
    .text = Le lien envoyé cesse de fonctionner, et le compte disparaît de la liste.
    .again = Vous pouvez inviter { $email } de nouveau à tout moment.
    .action = Révoquer l’invitation
    .done = L’invitation de { $email } est révoquée.
remove = Supprimer
    .order = Supprimer le compte…
    .purpose = Le compte est supprimé. L’adresse peut être importée ou invitée de nouveau.
    .purpose-with-factor = Le compte et son second facteur importé sont supprimés. Seul un nouvel import peut les rétablir.
    .title = Supprimer le compte de { $email } ?
    .action = Supprimer le compte
    .done = Le compte de { $email } est supprimé.

## Ce qui est exigé

requirement = Exigence
    .deadline = Date limite
deadline = Fixer une date limite…
    .title = Fixer une date limite pour { $name }
    .text = Elle remplace celle des règles de connexion, et aucune modification ultérieure des règles ne la déplace.
    .action = Fixer la date limite
    .done = La date limite de { $name } est le { $date }.

## Accès

access = Accès

unfreeze = Gel
    .order = Lever le gel…
    .purpose = { $name } ne peut rien modifier sur le compte tant que vous n’avez pas tout remis en ordre ensemble.
    .title = Lever le gel de { $name } ?
    .first = Regardez d’abord avec { $name } ce qui a été fait, par un moyen auquel vous faites confiance : tout ce qui est sur le compte lui appartient-il, y compris le mot de passe et l’adresse e-mail ?
    .second = Ensuite { $name } peut de nouveau modifier le compte, comme toute autre personne qui y entrerait.
    .action = Lever le gel
    .done = Le compte de { $name } n’est plus gelé.

newPassword = Mot de passe
    .order = Envoyer un lien…
    .purpose = Pour un mot de passe que { $name } a oublié, ou que quelqu’un d’autre connaît peut-être.
    .title = Envoyer à { $name } un lien pour un nouveau mot de passe ?
    .first = { $name } choisit le nouveau mot de passe ; vous ne voyez ni celui-ci ni le lien, valable 30 minutes.
    .second = L’ancien mot de passe reste valable jusque-là, et les sessions ouvertes le restent. Si quelqu’un d’autre le connaît peut-être, déconnectez aussi le compte partout.
    .action = Envoyer le lien
    .done = Un lien pour un nouveau mot de passe est en route vers { $name }.

signOut = Sessions
    .order = Déconnecter partout…
    .purpose = Ferme toutes les sessions de { $name }, sur tous les appareils.
    .title = Déconnecter { $name } partout ?
    .first = Toutes les sessions de { $name } se terminent maintenant. Le mot de passe et le second facteur restent tels quels.
    .action = Déconnecter partout
    .done = { $name } est déconnecté partout.

disconnect = Authentification unique
    .order = Détacher…
    .purpose = Pour un compte chez un fournisseur qui n’est pas, ou plus, entre les mains de { $name }.
    .title = Détacher l’authentification unique de { $name } ?
    .first = Plus aucun compte chez un fournisseur ne connecte { $name }, et toutes les sessions se terminent maintenant. { $name } en est prévenu par e-mail.
    .second = { $name } se connecte désormais avec le mot de passe, et peut relier un compte de nouveau.
    .action = Détacher
    .done = { $name } se connecte désormais avec le mot de passe.

suspend = Suspension
    .order = Suspendre…
    .purpose = Pour qui est parti ou dont le compte est en danger : { $name } ne peut pas se connecter tant que le compte n’est pas rétabli.
    .title = Suspendre { $name } ?
    .first = { $name } ne peut plus se connecter, et est déconnecté partout.
    .second = Ce qui est configuré est conservé, pour que vous puissiez rétablir le compte plus tard.
    .action = Suspendre
    .done = { $name } est suspendu.

restore = Suspension
    .order = Rétablir…
    .purpose = { $name } ne peut pas se connecter tant que le compte n’est pas rétabli.
    .title = Rétablir { $name } ?
    .first = { $name } peut de nouveau se connecter, avec le mot de passe et le second facteur d’avant.
    .action = Rétablir
    .done = { $name } peut de nouveau se connecter.
