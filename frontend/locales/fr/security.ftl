### Ma sécurité : son propre second facteur, ses sessions, et ce qui s’est passé récemment.

title = Ma sécurité

## Activée, désactivée ou à renouveler

state =
    .notEnabled = L’authentification à deux facteurs est désactivée
    .enabled = L’authentification à deux facteurs est activée
    .expired = L’authentification à deux facteurs est activée, mais à renouveler
    .suspended = L’authentification à deux facteurs est configurée, mais n’est pas utilisée
off =
    .password = Toute personne qui apprend votre mot de passe peut se connecter à votre place.
    .mailbox = La personne qui apprendrait votre mot de passe aurait aussi besoin de votre messagerie. Une clé d’accès ou une application d’authentification est plus sûre.
    .unasked = Toute personne qui apprend votre mot de passe peut se connecter à votre place. Votre organisation ne demande actuellement de second facteur à personne ; vous pouvez configurer le vôtre à l’avance.
on =
    .since = Depuis le <since/>.
    .renew = Depuis le <since/>. Sa clé est valable jusqu’au <renew/> ; vous recevrez un rappel.
    .expired = Depuis le <since/>. Elle fonctionne encore ; remplacez l’application d’authentification signalée ci-dessous.
    .unasked = Votre organisation ne demande actuellement de second facteur à personne. Ce que vous avez configuré est conservé.
# $policy is a sentence, with its full stop.
asked = Ce que demande votre organisation : { $policy }
set-up = Configurer

## Les facteurs de chaque sorte

passkeys = Clés d’accès
    .add = Ajouter une clé d’accès
    .none = Vous n’en avez pas encore. Une clé d’accès, c’est votre empreinte, votre visage ou le verrouillage de votre écran : rien à saisir, et aucune fausse page ne peut vous la prendre.
    .no-new = Votre organisation n’accepte actuellement pas de nouvelles clés d’accès.
    .most = Vous ne pouvez pas avoir plus de dix clés d’accès.
    .stays-required = Votre organisation exige l’authentification à deux facteurs. Pour retirer votre seule clé d’accès, ajoutez-en d’abord une autre.
    .stays-passwordless = Pour désactiver l’authentification à deux facteurs, il faut un mot de passe, et vous n’en avez pas ici. Pour retirer votre seule clé d’accès, ajoutez-en d’abord une autre.
# Of one: kept by one device, or synced between several; used already, or not.
passkey =
    .device-used = Sur un seul appareil, ajoutée le <added/>, dernière utilisation : <used/>
    .device-unused = Sur un seul appareil, ajoutée le <added/>, pas encore utilisée
    .synced-used = Synchronisée entre vos appareils, ajoutée le <added/>, dernière utilisation : <used/>
    .synced-unused = Synchronisée entre vos appareils, ajoutée le <added/>, pas encore utilisée
authenticators = Applications d’authentification
    .add = Ajouter une application
    .none = Vous n’avez configuré aucune application d’authentification.
    .most = Vous ne pouvez pas avoir plus de cinq applications d’authentification.
    .stays-required = Votre organisation exige l’authentification à deux facteurs : votre seule application d’authentification peut être remplacée, mais pas retirée.
    .stays-passwordless = Pour désactiver l’authentification à deux facteurs, il faut un mot de passe, et vous n’en avez pas ici : votre seule application d’authentification peut être remplacée, mais pas retirée.
authenticator =
    .unused = Ajoutée le <added/>
    .used = Ajoutée le <added/>, dernière utilisation : <used/>
    .unused-renew = Ajoutée le <added/>, à renouveler avant le <renew/>
    .used-renew = Ajoutée le <added/>, dernière utilisation : <used/>, à renouveler avant le <renew/>
    .old = À renouveler, veuillez la remplacer
    .taken-over = Importée, pas encore utilisée ici

## What can be done with something; the longer words are for those who hear them

replace = Remplacer
    .named = Remplacer { $name }
rename = Renommer
    .named = Renommer { $name }
    .done = Nom modifié
remove = Retirer
    .named = Retirer { $name }
    .question = Retirer { $name } ?
    .keep = Garder
    .done = { $name } : retrait effectué
consequence =
    .totp = Ses codes cessent aussitôt de fonctionner. Vos autres facteurs et vos codes de récupération restent tels quels.
    .passkey = Elle n’ouvre plus rien ici. Votre appareil la garde jusqu’à ce que vous l’y supprimiez aussi. Vos autres facteurs et vos codes de récupération restent tels quels.
only =
    .totp = C’est votre seule application d’authentification : elle ne peut pas être retirée seule.
    .passkey = C’est votre seule clé d’accès : elle ne peut pas être retirée seule.
sessions-end = Vos autres sessions sont fermées.

## Codes de récupération

after-recovery = Vous venez d’utiliser un code de récupération. Restants : { $left } sur { $all }. Si votre téléphone est perdu, <link>remplacez-le</link>.
    .passkey = Vous venez d’utiliser un code de récupération. Restants : { $left } sur { $all }. Si vous n’avez plus votre clé d’accès, <link>créez-en une autre</link>.
recovery-codes = Codes de récupération
    .new = Créer de nouveaux codes
    .withdrawn = Ces codes ne sont plus valables : la base de données a été restaurée depuis une sauvegarde, et certains ont peut-être été utilisés depuis. Créez-en de nouveaux tant que vous pouvez encore vous connecter.
    .none-left = Il ne reste aucun code. Créez-en de nouveaux tant que vous pouvez encore vous connecter.
    .few-left = Il reste peu de codes. Créez-en de nouveaux tant que vous pouvez encore vous connecter.
    .about = Codes restants : { $left } sur { $all }. Chacun permet de vous connecter une fois quand votre second facteur n’est pas à portée de main. On les appelle parfois codes de secours.
    .about-made = Codes restants : { $left } sur { $all }, créés le <made/>. Chacun permet de vous connecter une fois quand votre second facteur n’est pas à portée de main. On les appelle parfois codes de secours.
    .unused = Non utilisés : { $numbers }
recovery-code =
    .used = <code>Code { $number }</code> utilisé le <when/>
    .withdrawn = <code>Code { $number }</code> annulé le <when/>
new-codes = Créer de nouveaux codes de récupération
    .text = Les codes que vous avez maintenant cessent de fonctionner dès que les nouveaux sont créés.
    .passkey = Confirmez d’abord avec votre clé d’accès : votre empreinte, votre visage ou le verrouillage de votre écran.
    .use-passkey = Utiliser votre clé d’accès
    .make = Créer de nouveaux codes
    .cancel = Annuler
    .refused = Cette clé d’accès n’a pas été acceptée.
    .refused-tries = { $tries ->
        [one] Cette clé d’accès n’a pas été acceptée. Il reste { $tries } essai.
       *[other] Cette clé d’accès n’a pas été acceptée. Il reste { $tries } essais.
    }
    .unclear = Nightlatch était injoignable : il n’est pas certain que de nouveaux codes aient été créés. Les anciens ne fonctionnent peut-être plus. Vérifiez votre connexion et créez de nouveaux codes.
    .save = Enregistrez vos codes de récupération
    .done = De nouveaux codes de récupération ont été créés : les anciens ne fonctionnent plus.
instead =
    .passkey = Utiliser plutôt votre clé d’accès
    .totp = Utiliser plutôt un code de votre application d’authentification

## Codes par e-mail

email-codes = Codes par e-mail à la connexion
    .switch = Me demander un code par e-mail
    .on = Les codes par e-mail sont activés
    .off = Les codes par e-mail sont désactivés
    .free = Après votre mot de passe, vous saisissez un code que nous envoyons à <address>{ $email }</address>. C’est plus sûr qu’un mot de passe seul ; une clé d’accès ou une application d’authentification l’est encore davantage.
    .unverified = Plus sûr qu’un mot de passe seul, tant que vous n’avez pas de second facteur. Confirmez d’abord que <address>{ $email }</address> est bien votre adresse, dans <link>Mon compte</link>.
    .passwordByMail = Votre mot de passe a été choisi avec un lien que nous avons envoyé par e-mail : un code de la même messagerie ne prouverait rien de plus. Choisissez d’abord un autre mot de passe, dans <link>Mon compte</link>.
    .superseded = Vous avez un second facteur : c’est lui qui est demandé, et aucun code n’est envoyé.
    .administrator = Pas pour les administrateurs : quelqu’un qui lit leur messagerie ne doit pas pouvoir aller si loin. Configurez plutôt un second facteur.
    .forbidden = Votre organisation ne les utilise pas. Configurez plutôt un second facteur.
    .nobodyIsAsked = Votre organisation ne demande actuellement de code à personne, et n’en envoie pas.

## Navigateurs et sessions

trusted-browsers = Navigateurs de confiance
    .none = Aucun : chaque connexion demande votre second facteur.
    .about = Ici, votre mot de passe suffit pour vous connecter, jusqu’au jour indiqué.
    .removed = N’est plus de confiance
    .this = Ce navigateur
    .remove-this = Retirer { $device }, ce navigateur
    .used = Dernière utilisation : <used/>, jusqu’au <until/>
    .used-at = { $address }, dernière utilisation : <used/>, jusqu’au <until/>
sessions = Où vous êtes connecté
    .end-others = Fermer toutes les autres
    .ended = Session fermée
    .this = Cet appareil
    .end = Fermer
    .end-of = Fermer la session de { $device }
# $from is a list of an address, and of how somebody signed in, which comes next.
session = { $from }, connexion : <since/>, dernière activité : <seen/>
    .password = avec un mot de passe
    .email = avec un code par e-mail
    .factor = avec un second facteur
    .passkey = par la seule clé d’accès
    .sso = par authentification unique
    .sso-factor = par authentification unique avec un second facteur
activity = Activité récente
    .none = Rien ne s’est encore passé.
    .refused = Refusé

## Turning it off, or deleting it where nobody is asked for it

turn-off = Désactiver l’authentification à deux facteurs
    .text = Votre mot de passe suffirait pour ouvrir votre compte. Cette opération demande votre mot de passe et votre second facteur.
    .begin = Désactiver…
    .question = Désactiver l’authentification à deux facteurs ?
    .keep = Ne pas désactiver
    .do = Désactiver
    .opens = Votre mot de passe suffira pour ouvrir votre compte.
delete = Supprimer ce que vous avez configuré
    .text = Vos applications d’authentification, vos clés d’accès et vos codes de récupération disparaîtraient, y compris pour le jour où votre organisation les demandera de nouveau. Cette opération demande votre mot de passe et votre second facteur.
    .begin = Supprimer…
    .question = Supprimer ce que vous avez configuré ?
    .keep = Garder
    .do = Supprimer
gone = Vos applications d’authentification, vos clés d’accès et vos codes de récupération sont supprimés et ne peuvent pas être rétablis.
stays-required = Votre organisation exige l’authentification à deux facteurs : elle ne peut pas être désactivée.
    .replace = Votre organisation exige l’authentification à deux facteurs : elle ne peut pas être désactivée. Si vous changez de téléphone, remplacez plutôt votre application d’authentification.
stays-passwordless = Pour désactiver l’authentification à deux facteurs, il faut un mot de passe, et vous n’en avez pas ici. Un administrateur peut réinitialiser ce que vous avez configuré.
    .replace = Pour désactiver l’authentification à deux facteurs, il faut un mot de passe, et vous n’en avez pas ici. Un administrateur peut réinitialiser ce que vous avez configuré. Si vous changez de téléphone, remplacez plutôt votre application d’authentification.
password = Mot de passe
follows = Votre clé d’accès vous est demandée quand vous appuyez sur le bouton : votre empreinte, votre visage ou le verrouillage de votre écran.
wrong-code = Le mot de passe ou le code est incorrect.
    .tries = { $tries ->
        [one] Le mot de passe ou le code est incorrect. Il reste { $tries } essai.
       *[other] Le mot de passe ou le code est incorrect. Il reste { $tries } essais.
    }
wrong-passkey = Le mot de passe ou la clé d’accès ne convient pas.
    .tries = { $tries ->
        [one] Le mot de passe ou la clé d’accès ne convient pas. Il reste { $tries } essai.
       *[other] Le mot de passe ou la clé d’accès ne convient pas. Il reste { $tries } essais.
    }
