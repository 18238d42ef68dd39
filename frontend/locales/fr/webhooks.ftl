### Les webhooks : où sont envoyés les événements de l’organisation.

title = Webhooks
    .one = Webhook
    .about = Un webhook annonce à un autre service ce qui se passe ici, dès que cela se passe. Il est signé, et renvoyé pendant trois jours jusqu’à ce que le service l’ait reçu.
list = Webhooks de l’organisation
    .none = Il n’y en a pas encore. Créez-en un pour annoncer les connexions et les modifications à un chat ou à un journal.

## La liste

table = Webhooks
column =
    .webhook = Webhook
    .events = Événements
    .state = État
    .delivery = Dernier envoi
nothing-sent = Rien n’a encore été envoyé
state =
    .on = Activé
    .gone = Désactivé : son destinataire n’existe plus
    .paused = En pause

## L’un d’eux

way-back = Retour
    .link = Tous les webhooks
unknown = Webhook introuvable
    .text = Il n’y en a pas à cette adresse, ou pas dans cette organisation.
settings = Réglages
    .created = Créé
    .off = Inactif depuis
    .former = Fin de l’ancien secret
change = Modifier…
pause = Mettre en pause
    .done = Il est en pause : ce qui attend est conservé, et ce qui se passe désormais n’est pas envoyé.
resume = Reprendre
    .done = Il est activé : ce qui attend est envoyé maintenant.
new-secret = Nouveau secret…
delete = Supprimer…
test = Envoyer un test
    .done = Un test est en route.

## Les événements qu’il annonce

all = Tous les événements
some = Certains types d’événements
kinds = Types d’événements
also = Aussi : { $events }.
all-of = Tout sur « { $subject } »
separator = { "\u00A0; " }
group =
    .signIns = Connexions, y compris refusées
    .factors = Seconds facteurs : configurés, modifiés, désactivés, réinitialisés
    .accounts = Comptes : ajoutés, modifiés, suspendus
    .access = Mots de passe et adresses e-mail
    .rules = Règles de connexion, rôles et organisation
    .auditLog = Le journal lui-même : exporté, scellé, anciens mois supprimés
    .sessions = Sessions et navigateurs de confiance
    .services = Clés d’API, et codes vérifiés par des services
    .singleSignOn = Authentification unique : fournisseurs, comptes reliés, connexions refusées
    .delivery = Les e-mails et les webhooks eux-mêmes

## En créer et en modifier un

create = Créer un webhook
    .action = Créer le webhook
    .done = Le webhook { $name } a été créé.
changing = Modifier { $name }
    .action = Enregistrer
    .done = Le webhook { $name } a été modifié.
name = Nom
    .about = Comment vous appelez le destinataire, par exemple « Canal sécurité ».
url = URL
    .about = Où les événements sont envoyés, par exemple https://hooks.example.org/nightlatch.
events = Événements

## Son secret, affiché une seule fois

created = { $name } a été créé
secret = Secret
    .about = Avec ce secret, le destinataire vérifie que ce qu’il reçoit vient d’ici :
    .keep = Saisissez-le maintenant dans les réglages du destinataire ; vous ne le reverrez pas.
    .copy = Copier le secret
    .saved = Je l’ai enregistré
leaving = Fermer sans le secret ?
    .loss = Il n’est affiché que maintenant. Sans lui, le destinataire ne peut pas reconnaître ce qui est authentique ; il faudrait en créer un nouveau.

## Un autre secret

rotating = Créer un nouveau secret pour { $name }
    .about = Pendant un temps, tout est signé avec les deux secrets, pour que le destinataire puisse changer à tout moment. Un secret encore plus ancien cesse aussitôt d’être valable.
    .action = Créer un secret
overlap = Durée pendant laquelle le secret actuel reste valable
    .none = Aucune : il a fuité
rotated = Nouveau secret de { $name }
    .former = Jusqu’au <when/>, le précédent est valable aussi.
    .done = { $name } a un nouveau secret.

## Sa fin

deleting = Supprimer { $name } ?
    .about = Plus rien n’y sera envoyé, pas même ce qui attend. La liste de ses envois disparaît avec lui.
    .instead = Pour l’arrêter un moment, mettez-le plutôt en pause.
    .action = Supprimer le webhook
    .keep = Le garder
gone = Quelqu’un a supprimé ce webhook entre-temps.

## Ce qui a été envoyé, et ce qui attend

deliveries = Envois
    .none = Rien n’a encore été envoyé. Un test montre si cela fonctionne.
    .none-like-this = Aucun n’est dans cet état.
show = Afficher
    .all = Tous
delivery =
    .event = Événement
    .state = État
    .attempt = Dernière tentative
    .again = Actions
status =
    .queued = En attente
    .delivered = Reçu
    .failed = Refusé définitivement
    .givenUp = Abandonné
    .again = Nouvel essai
next = prochain essai : <when/>
attempt = Tentative { $number }, <when/>
    .none = Aucune pour l’instant
    .under-way = En cours
answered = Réponse { $status } en { $millis } ms
send-again = Renvoyer
    .spoken = Renvoyer : { $event }
    .done = « { $event } » est de nouveau en route.
