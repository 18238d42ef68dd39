### Les mots de toutes les lettres. Le `subject` d'un message est aussi son titre.

greeting = Bonjour { $name },
footer = Envoyé par le service de connexion de { $organization }, { $site }. Personne ne lit les réponses à cet e-mail.
support = Besoin d’aide ? Contactez { $contact }.

moment = { $day ->
    [1] 1er
   *[other] { $day }
} { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year } à{ "\u00A0" }{ $time }{ "\u00A0" }UTC
browser = { $browser } sur { $system }
separator = { ", " }

fact = { $label } : { $value }
fact-when = Date
fact-browser = Navigateur
fact-address = Adresse IP
fact-authenticator = Application
fact-passkey = Clé d’accès
fact-old-address = Ancienne adresse
fact-new-address = Nouvelle adresse
fact-settings = Modifié
fact-provider = Fournisseur

objection =
    .question = Ce n’était pas vous ?
    .answer = Dites-le ici : vous serez déconnecté partout, votre compte sera gelé pour que personne ne puisse le modifier, et vos administrateurs seront prévenus. Cela fonctionne une fois, jusqu’au { $objectionEnd }.
    .action = Ce n’était pas moi

factor-enabled =
    .subject = Votre second facteur est activé
    .text = Désormais, pour vous connecter, il faut un code de votre application d’authentification en plus du mot de passe.
    .more = Gardez vos codes de récupération en lieu sûr. Le jour où votre téléphone n’est plus là, l’un d’eux vous permet d’entrer.

authenticator-added =
    .subject = Une application d’authentification a été ajoutée
    .text = Ses codes permettent maintenant de se connecter à votre compte.

authenticator-replaced =
    .subject = Une application d’authentification a été remplacée
    .text = Les codes viennent maintenant de la nouvelle. Ceux de l’ancienne ne fonctionnent plus.

authenticator-removed =
    .subject = Une application d’authentification a été retirée
    .text = Ses codes ne permettent plus de se connecter à votre compte.

passkey-enabled =
    .subject = Votre second facteur est activé
    .text = Désormais, pour vous connecter, il faut votre clé d’accès en plus du mot de passe.
    .more = Gardez vos codes de récupération en lieu sûr. Le jour où votre clé d’accès n’est plus là, l’un d’eux vous permet d’entrer.

passkey-added =
    .subject = Une clé d’accès a été ajoutée
    .text = Elle permet maintenant de se connecter à votre compte.

passkey-removed =
    .subject = Une clé d’accès a été retirée
    .text = Elle ne permet plus de se connecter à votre compte.

factor-disabled =
    .subject = Votre second facteur est désactivé
    .text = Désormais, votre mot de passe suffit pour vous connecter. Vos applications d’authentification, vos clés d’accès et vos codes de récupération ne fonctionnent plus.

factor-reset =
    .subject = Votre second facteur a été réinitialisé
    .text = Un administrateur a retiré vos applications d’authentification, vos clés d’accès et vos codes de récupération, et vous a déconnecté partout.
    .code = À votre prochaine connexion, un code vous sera demandé ; l’administrateur vous le lira. Ensuite, vous configurerez une nouvelle application d’authentification.
    .no-code = À votre prochaine connexion, votre mot de passe suffira. Configurez alors une nouvelle application d’authentification.

recovery-codes-regenerated =
    .subject = Vous avez de nouveaux codes de récupération
    .text = { $count ->
        [one] Un nouveau code de récupération a été créé pour votre compte.
       *[other] { $count } nouveaux codes de récupération ont été créés pour votre compte.
    } Les anciens ne fonctionnent plus.

recovery-code-used =
    .subject = Un code de récupération a été utilisé
    .text = Votre code de récupération numéro { $number } a été utilisé à la place d’un code de votre application d’authentification. Il ne fonctionnera plus.
    .remaining = { $remaining ->
        [0] Il ne vous reste aucun code de récupération.
        [one] Il vous reste un code de récupération.
       *[other] Il vous reste { $remaining } codes de récupération.
    }
    .few = Créez-en de nouveaux maintenant, pour pouvoir encore vous connecter le jour où votre téléphone n’est plus là.
    .action = Créer de nouveaux codes

password-changed =
    .subject = Votre mot de passe a été modifié
    .text = Seul le nouveau mot de passe fonctionne maintenant. Partout ailleurs, vous avez été déconnecté.

password-forgotten =
    .subject = Votre mot de passe a été modifié
    .text = Il a été choisi avec le lien que nous vous avions envoyé. Vous avez été déconnecté partout.

email-change-requested =
    .subject = Un changement de votre adresse e-mail a été demandé
    .text = Une autre adresse e-mail a été demandée pour votre compte. Rien ne change tant que le lien envoyé à cette adresse n’a pas été ouvert.

email-changed =
    .subject = Votre adresse e-mail a été modifiée
    .text = Vous vous connectez maintenant avec la nouvelle adresse, et les e-mails y sont envoyés.
    .back = Si ce n’était pas vous, le lien ci-dessous rend aussi à votre compte son ancienne adresse.

email-restored =
    .subject = Votre adresse e-mail a été rétablie
    .text = Quelqu’un qui lit les e-mails de l’ancienne adresse a dit ne pas être à l’origine du changement. Votre compte a de nouveau cette adresse, et il est gelé : personne ne peut le modifier.
    .more = Si c’est vous qui l’avez changée, parlez à vos administrateurs : le compte reste gelé jusqu’à ce que l’un d’eux l’ait vérifié avec vous.

identity-linked =
    .subject = Un compte a été relié
    .text = Désormais, un compte chez ce fournisseur permet de se connecter au vôtre, tout comme votre mot de passe.

identity-unlinked =
    .subject = Un compte a été détaché
    .text = Le compte chez ce fournisseur ne permet plus de se connecter au vôtre.

new-device =
    .subject = Connexion avec un nouveau navigateur
    .text = Votre compte a été utilisé dans un navigateur que nous n’avions jamais vu. Si c’était vous, il n’y a rien à faire.

codes-guessed =
    .subject = Quelqu’un connaît peut-être votre mot de passe
    .text = { $failures ->
        [one] Quelqu’un a saisi le bon mot de passe de votre compte, puis un code incorrect.
       *[other] Quelqu’un a saisi le bon mot de passe de votre compte, puis { $failures } codes incorrects.
    } Un code incorrect ne laisse entrer personne.
    .more = Si ce n’était pas vous, cette personne a votre mot de passe : changez-le ici, et partout où vous l’utilisez.
    .action = Changer mon mot de passe

passkey-copied =
    .subject = Une de vos clés d’accès a peut-être été copiée
    .text = Elle a été refusée, car elle a signé comme si l’une de ses utilisations ultérieures n’avait jamais eu lieu. L’appareil lui-même ne fait pas cela, mais une copie de sa clé, si.
    .more = Si vous n’utilisez cette clé d’accès que sur un seul appareil, retirez-la de votre compte et configurez-en une autre.
    .action = Aller à « Ma sécurité »

invitation =
    .subject = { $inviter } vous invite à rejoindre { $organization }
    .text = Un compte vous attend chez { $organization }. Choisissez un mot de passe, et il est à vous.
    .action = Activer mon compte
    .note = Le lien fonctionne une fois, jusqu’au { $until }.
    .stranger = Si vous n’attendiez pas cet e-mail, ignorez-le. Rien ne se passe sans vous.

password-reset =
    .subject = Choisissez un nouveau mot de passe
    .text = Quelqu’un a demandé un nouveau mot de passe pour votre compte. Si c’était vous, choisissez-le maintenant.
    .action = Choisir un mot de passe
    .note = Le lien fonctionne une fois, jusqu’au { $until }.
    .stranger = Si ce n’était pas vous, ignorez cet e-mail. Votre mot de passe reste le même.

password-asked =
    .subject = Choisissez un nouveau mot de passe
    .text = { $by } vous demande de choisir un nouveau mot de passe pour votre compte. Personne d’autre que vous ne le connaîtra.
    .action = Choisir un mot de passe
    .note = Le lien fonctionne une fois, jusqu’au { $until }.
    .stranger = Si vous n’attendiez pas cet e-mail, ignorez-le. Votre mot de passe reste le même.

login-code =
    .subject = Votre code de connexion
    .text = Saisissez ce code sur la page où vous vous connectez.
    .note = Le code fonctionne une fois, jusqu’au { $until }. Ne le donnez à personne, quelle que soit la personne qui le demande.
    .stranger = Si vous n’êtes pas en train de vous connecter, quelqu’un d’autre connaît votre mot de passe : changez-le.

email-confirmation =
    .subject = Confirmez votre adresse e-mail
    .text = Est-ce que { $address } est votre adresse ? Confirmez-la, et votre compte pourra l’utiliser.
    .action = Confirmer cette adresse
    .note = Le lien fonctionne une fois, jusqu’au { $until }.
    .stranger = Si vous n’avez pas demandé cet e-mail, ignorez-le.

policy-changed =
    .subject = Les règles de connexion ont été modifiées
    .text = { $by } a modifié les règles de connexion de { $organization }.
    .action = Voir les règles
    .note = Vous recevez cet e-mail parce que vous administrez { $organization }. Si personne n’est au courant de la modification, consultez le journal.

setting = { $setting ->
    [mode] si un second facteur est obligatoire
    [phases] phases de mise en place
    [newUsers] quand les nouveaux utilisateurs le configurent
    [afterGrace] ce qui se passe après la date limite
    [loginStyle] le formulaire de connexion
    [sso] authentification unique
    [allowedMethods] méthodes autorisées
    [passkeyLogin] connexion par la seule clé d’accès
    [passkeyOnly] rôles qui demandent une clé d’accès
    [recoveryCodeCount] nombre de codes de récupération
    [secretMaxAgeDays] âge des applications d’authentification
    [skewSteps] tolérance pour les horloges
    [trustedDeviceDays] appareils de confiance
    [stepUpMaxAgeMinutes] durée d’une confirmation
    [adminReset] qui réinitialise les administrateurs
    [resetProof] preuve après une réinitialisation
    [temporaryPass] codes provisoires
    [digits] longueur des codes
    [algorithm] algorithme des codes
   *[other] { $setting }
}

set-up-reminder =
    .subject = Configurez votre second facteur
    .text = Votre compte chez { $organization } n’est protégé que par un mot de passe. Avec un code d’une application sur votre téléphone, un mot de passe volé ne suffit plus pour entrer. La configuration prend deux minutes.
    .deadline = Configurez votre second facteur avant le { $deadline }. Ensuite, votre compte en aura besoin.
    .action = Configurer maintenant

account-frozen =
    .subject = { $user } dit : ce n’était pas moi
    .text = { $user } a été prévenu d’un événement sur son compte, et a répondu : ce n’était pas moi. Le compte est déconnecté partout et gelé : personne ne peut le modifier.
    .more = Parlez à { $user }, en personne ou par téléphone, avant de le dégeler.
    .action = Voir les utilisateurs
