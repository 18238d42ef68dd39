### Les clés d’API : ce que services et scripts présentent à la place d’une session.

title = Clés d’API
    .about = Un service ou un script présente une clé là où une personne se connecterait. Elle permet ce pour quoi elle a été créée, et rien de plus.
list = Clés de l’organisation
    .none = Il n’y en a pas encore. Créez-en une par service, pour pouvoir révoquer chacune séparément.

## La liste

table = Clés d’API, de la plus récente à la plus ancienne
column =
    .key = Clé
    .may = Autorisations
    .from = Réseaux autorisés
    .until = Valable jusqu’au
    .used = Dernier usage
    .changes = Actions
anywhere = Partout
never = Jamais
wrong-codes = Beaucoup de codes incorrects
expiry =
    .soon = Expire bientôt
    .expired = Expirée
previous-until = Secret précédent : jusqu’au <when/>
rotate = Renouveler…
    .spoken = Renouveler { $name }…
revoke = Révoquer…
    .spoken = Révoquer { $name }…

## Ce qu’une clé permet, et ce que cela implique

verify = Vérifier des codes
    .meaning = Demande si le code d’un utilisateur est correct : pour les services qui ont leur propre connexion.
explain = Savoir pourquoi un code est incorrect
    .meaning = La réponse en dit plus que correct ou incorrect : pour l’assistance, pas pour ce que voient des inconnus.
read-users = Voir les utilisateurs, les rôles et la vue d’ensemble
    .meaning = Les noms, les adresses et qui a un second facteur ; jamais un code.
write-users = Ajouter, modifier et suspendre des utilisateurs
    .meaning = Seulement ceux qui n’ont pas plus d’autorisations que la clé ; elle fixe aussi leurs dates limites.
reset-factors = Réinitialiser les seconds facteurs et émettre des codes provisoires
    .meaning = Toute personne qui possède une telle clé peut retirer leur second facteur aux membres.
read-policy = Voir les règles de connexion
    .meaning = Rien ne peut y être modifié.
read-log = Lire et exporter le journal
    .meaning = Qui a fait quoi, quand et depuis quelle adresse.

## En créer une

make = Créer une clé
    .title = Créer une clé d’API
    .action = Créer la clé
name = Nom
    .about = À quoi elle sert, par exemple « Contrôle des portes ». Le journal la désigne par ce nom.
scopes = Ce qu’elle permet
lifetime = Valable pendant
    .days = { $days ->
        [365] 1 an
        [730] 2 ans
       *[other] { $days } jours
    }
    .about = Ensuite elle est refusée, et il en faut une nouvelle.
networks = Seulement depuis ces réseaux (facultatif)
    .about = Un par ligne, par exemple 203.0.113.0/24 ou 192.0.2.1. De partout ailleurs, elle est refusée.
more = Plus
rate = Appels par minute (facultatif)
    .about = Combien de fois elle peut servir, pour chaque processus du service. { $usual } si rien n’est indiqué.

## Son texte, affiché une seule fois

made = La clé { $name } a été créée
    .done = La clé { $name } a été créée.
leaving = Fermer sans la clé ?
    .loss = Elle n’est affichée que maintenant. Sans elle, il faudra la renouveler ou en créer une autre.
key = Clé
sent = À envoyer avec <header>Authorization: Bearer</header> suivi de la clé, jusqu’au <when/>.
previous-ends = Le secret précédent reste valable jusqu’au <when/>.
keep = Conservez-la là où le service garde ses secrets ; vous ne la reverrez pas. Toute personne qui la possède peut faire tout ce qu’elle permet.
copy = Copier la clé
have = Je l’ai

## Un autre secret

rotating = Renouveler la clé { $name }
    .about = Elle reçoit un nouveau secret, et garde son nom, ses autorisations et sa date d’expiration. Installez le nouveau là où elle sert, tant que le précédent est encore valable.
    .lately = Elle a été renouvelée récemment. Le secret d’avant ce renouvellement cesse de fonctionner maintenant.
    .action = Renouveler la clé
overlap = Le secret actuel reste valable
    .none = Pas du tout : il cesse aussitôt de l’être
rotated = Le nouveau secret de { $name }
    .done = La clé { $name } a été renouvelée.

## Sa fin

revoking = Révoquer la clé { $name } ?
    .about = Tout ce qui la présente est refusé partout dès la prochaine requête, et ne fonctionne plus jusqu’à recevoir une autre clé. C’est irréversible.
    .used = Elle a servi pour la dernière fois le <when/>.
    .unused = Elle n’a jamais servi.
    .action = Révoquer la clé
    .done = La clé { $name } a été révoquée.

refused =
    .beyond = Cette clé permet plus que vos propres autorisations. Un autre administrateur peut le faire.
    .gone = Quelqu’un a révoqué cette clé entre-temps.
