### Ce qui est enregistré avec un événement : le nom de chaque donnée et, en dessous, ceux de ses valeurs.

## Oui et non

true = oui
false = non

## Qui, quoi et quand

old = Avant
new = Après
changed = Modifié
    .displayName = Nom
    .language = Langue
id = Identifiant
name = Nom
description = Description
version = Version
number = Numéro
action = Événement
event = Événement
events = Événements
actor = Auteur
subject = Personne concernée
actingFrom = Depuis l’organisation
apiKey = Clé d’API
slug = Nom court
from = Du
to = Au
until = Jusqu’au
before = Antérieurs au
minutes = Minutes
attempts = Tentatives
again = De nouveau
purpose = Finalité
requestId = Requête
ticket = Ticket

## Seconds facteurs, connexion

method = Méthode
    .trustedDevice = Navigateur de confiance
    .singleSignOn = Authentification unique
factor = Second facteur
authenticator = Application d’authentification
authenticators = Applications d’authentification
passkey = Clé d’accès
passkeys = Clés d’accès
recoveryCodes = Codes de récupération
codes = Codes
replaced = Remplacé
password = Mot de passe
passwordless = Sans mot de passe
twoFactorsByProvider = Deux facteurs chez le fournisseur
challenge = Vérification
clockSkewSeconds = Écart de l’horloge (secondes)
device = Navigateur
throttled = Après trop d’essais
sessions = Sessions
endedSession = Session terminée
endedSessions = Sessions terminées
identityCheck = Comment l’identité a été vérifiée
    .call = Par téléphone
    .video = Par vidéo
    .inPerson = En personne
    .other = Autrement
deadline = Date limite

## Utilisateurs et rôles

users = Utilisateurs
role = Rôle
roles = Rôles
permissions = Autorisations
suspended = Suspendu

## Les règles, en plus de leurs réglages

enabled = Activé
maxMinutes = Durée maximale (minutes)
target = Pour
    .everyone = tout le monde
startsAt = Début
graceDays = Délai (jours)

## Clés d’API, webhooks et authentification unique

key = Clé
keys = Clés
scopes = Ce qu’elle permet
    .verify = Vérifier des codes
    .verify-explain = Savoir pourquoi un code n’a pas été accepté
networks = Réseaux
expiresAt = Expire le
callsPerMinute = Appels par minute
previousUntil = Ancienne clé valable jusqu’au
webhook = Webhook
origin = Adresse
urlChanged = Adresse modifiée
disabledBecause = Désactivé parce que
    .paused = quelqu’un l’a mis en pause
    .gone = son destinataire n’existe plus
formerSecretUntil = Ancien secret valable jusqu’au
provider = Fournisseur
error = Code d’erreur du fournisseur
cause = Cause
issuer = Émetteur
clientId = ID client
createsUsers = Crée des comptes
defaultRole = Rôle des nouveaux utilisateurs
emailDomains = Domaines des adresses
secretChanged = Secret modifié
identity = Compte relié
identities = Comptes reliés

## Identité visuelle

accent = Couleur d’accent
support = Aide
contact = Contact
note = Remarque
logo = Logo
width = Largeur
height = Hauteur

## Le journal et l’installation

format = Format
    .jsonLines = JSON Lines
    .csv = CSV
filter = Filtre
routine = Événements de routine
mail = E-mail
seal = Sceau
digest = Empreinte
checkpoint = Point de contrôle
failed = Ce qui a échoué
failures = Échecs
usual = Habituel
lastKnown = Dernier événement connu
sort = Type
    .sealing = pour sceller les secrets
    .signing = pour signer
values = Valeurs
webhookSecrets = Secrets de webhooks
formerWebhookSecrets = Anciens secrets de webhooks
clientSecrets = Secrets clients
importedPeppers = Peppers importés
recoveryOrigins = Origines de codes de récupération
enrollments = Configurations en cours
departures = Connexions en cours chez des fournisseurs
mails = E-mails
digestKeys = Clés d’empreintes
auditHeads = Fins du journal

## Pourquoi : ce qu’un administrateur a écrit est affiché tel quel

reason = Raison
    .signedOut = déconnexion
    .endedByUser = terminée par son propriétaire
    .elevated = remplacée par une connexion plus sûre
    .factorChanged = un second facteur a changé
    .passwordChanged = le mot de passe a changé
    .tokenReused = un jeton périmé a été utilisé
    .tooMany = trop de sessions
    .endedByAdministrator = terminée par un administrateur
    .reset = le second facteur a été réinitialisé
    .suspended = le compte est suspendu
    .frozen = le compte est gelé
    .accountFrozen = le compte est gelé
    .providerDisabled = le fournisseur est désactivé
    .identityUnlinked = le compte chez le fournisseur a été détaché
    .restored = la base de données a été restaurée
    .addressThrottled = trop d’essais depuis cette adresse réseau
    .unknownUser = cet utilisateur n’existe pas
    .passwordThrottled = trop de mots de passe incorrects
    .notActivated = le compte n’est pas activé
    .noPassword = il n’y a pas de mot de passe
    .wrongPassword = mot de passe incorrect
    .passwordByMail = le mot de passe a été défini par un lien envoyé par e-mail
    .mailsThrottled = trop d’e-mails
    .emailTaken = cette adresse est déjà utilisée
    .recentlyUnfrozen = un administrateur a dégelé le compte récemment
    .codeMissing = le code manquait
    .wrongCode = code incorrect
    .codeThrottled = trop de codes incorrects
    .replayed = le code avait déjà servi
    .notEnrolled = aucun second facteur n’est configuré
    .locked = trop de codes incorrects
    .expired = le délai était dépassé
    .refused = le serveur de messagerie l’a refusé
    .withheld = il a été retenu
    .paused = quelqu’un l’a mis en pause
    .gone = son destinataire n’existe plus
    .wrongProvider = un autre fournisseur a répondu
    .otherBrowser = la réponse est revenue dans un autre navigateur
    .wrongIssuer = un autre émetteur a répondu
    .sessionEnded = la session était terminée
    .emailUnverified = le fournisseur ne confirme pas l’adresse
    .emailElsewhere = l’adresse appartient à quelqu’un ailleurs
    .notConnected = le compte n’est pas relié
    .roleGone = le rôle des nouveaux utilisateurs n’existe plus
    .notOwner = quelqu’un d’autre est revenu
    .tooManyIdentities = trop de comptes reliés
    .identityTaken = le compte est relié à quelqu’un d’autre
    .declined = le fournisseur a refusé
    .codeRefused = le fournisseur n’a pas accepté son propre code
    .clientRefused = le fournisseur n’a pas accepté l’ID client ou son secret
    .requestRefused = le fournisseur n’a pas accepté la demande
    .unreachable = le fournisseur n’a pas répondu comme il le doit
    .providerFailed = le fournisseur a eu une défaillance
    .tokenMissing = le fournisseur n’a pas envoyé de jeton d’identité
    .tokenUnreadable = le jeton d’identité est illisible
    .tokenExpired = le jeton d’identité avait expiré
    .tokenInvalid = le jeton d’identité n’est pas valide
    .userInfoRefused = le fournisseur n’a rien dit de plus sur la personne
    .keyUnknown = signé par une clé inconnue
    .wrongAudience = destiné à un autre service
    .wrongNonce = une réponse à une autre question
    .wrongSubject = au sujet de quelqu’un d’autre
    .wrongAlgorithm = signé d’une façon qui n’est pas acceptée
    .wrongSignature = la signature est incorrecte
    .noCeremony = rien n’était demandé, ou depuis trop longtemps
    .malformed = la réponse est mal formée
    .wrongType = une réponse d’un autre type
    .wrongChallenge = une réponse à une autre question
    .wrongOrigin = depuis une autre page
    .wrongRelyingParty = créée pour un autre service
    .userNotPresent = personne n’a touché l’appareil
    .userNotVerified = l’appareil n’a pas vérifié l’identité
    .unknownCredential = cette clé d’accès n’existe pas
    .wrongUserHandle = la clé d’accès de quelqu’un d’autre
    .counterNotRisen = il existe peut-être une copie de la clé d’accès
    .backupStateInconsistent = ce qu’elle dit de sa sauvegarde se contredit
    .alreadyEnrolled = la clé d’accès est déjà configurée
    .notAllowed = ce n’est pas autorisé
