### La page d’aide : ce qu’elle dit de plus que les réponses courtes (help.ftl).

title = Aide
    .intro = Des réponses sur la seconde étape de la connexion, pour tous ceux qui n’en avaient jamais entendu parler.
way-on = Aller à la connexion
    .inside = Aller à « Ma sécurité »

app =
    .once = Vous la configurez une fois : vous scannez avec l’application une image carrée, le QR code. Elle contient dès lors une entrée pour votre compte.
    .daily = Pour vous connecter, vous saisissez votre mot de passe comme toujours. Puis vous ouvrez l’application, cherchez cette entrée et tapez le code qui s’y trouve.
    .quiet = L’application crée ses codes sans internet et sans réseau. Elle ne connaît pas votre mot de passe et ne dit rien à personne.

which-app =
    .phone = Sur un iPhone : Mots de passe d’Apple, Google Authenticator ou Microsoft Authenticator.
    .android = Sur Android : Aegis, Google Authenticator ou Microsoft Authenticator.
    .computer = Sur un ordinateur : 1Password, Bitwarden ou un autre gestionnaire de mots de passe.
    .store = Prenez l’application dans la boutique d’applications de votre téléphone. Afficher des codes ne coûte rien : laissez de côté les applications qui demandent d’abord de l’argent.
    .copy = Beaucoup d’applications peuvent garder une copie de leurs entrées, pour qu’un nouveau téléphone les reçoive aussi. Activez cela si la vôtre le permet.

why =
    .when = On vous le demande quand vous vous connectez, puis avant une action importante, comme le changement de téléphone. Votre organisation décide à qui une seconde étape est demandée.
    .rest = Là où votre organisation le permet, vous pouvez cocher une case qui vous épargne la question pendant quelques jours dans le même navigateur.
    .never = Personne n’a besoin du code de votre application, sauf cette page. Quiconque vous le demande par téléphone, par e-mail ou par chat veut entrer dans votre compte : ne dites rien.

lost-phone =
    .sign-in = Connectez-vous avec votre adresse e-mail et votre mot de passe, comme toujours.
    .choose = Quand le code est demandé, choisissez « Utiliser plutôt un code de récupération ».
    .enter = Saisissez l’un de vos codes de récupération et rayez-le : il ne sert qu’une fois.
    .replace = Dans « Ma sécurité », choisissez « Remplacer » à côté du téléphone perdu, et scannez le QR code avec un autre. Dès lors, les codes du téléphone perdu ne valent plus rien.
    .none = Sans codes de récupération, seul votre administrateur peut vous aider. Celui qui trouve votre téléphone ne peut pas se connecter avec lui seul : il lui faudrait aussi votre mot de passe.

new-phone =
    .sign-in = Connectez-vous avec l’ancien téléphone.
    .replace = Dans « Ma sécurité », choisissez « Remplacer » à côté de l’ancien téléphone.
    .scan = Scannez le QR code avec l’application du nouveau téléphone, et tapez le code qu’elle affiche.
    .clear = Supprimez seulement ensuite l’entrée de l’ancien téléphone.
    .copied = Si votre application a apporté ses entrées d’elle-même, le nouveau téléphone affiche déjà les codes, et il n’y a rien à faire.

code =
    .old = Un code sert une seule fois, et pendant une demi-minute environ. Si vous venez de l’utiliser, ou s’il allait changer, attendez le suivant.
    .entry = Une application peut contenir beaucoup d’entrées. Cherchez celle qui porte le nom de votre organisation et votre adresse e-mail. S’il y en a deux, la plus récente compte.
    .clock = Les codes sont calculés à partir de l’heure. Dans les réglages de votre téléphone, activez la date et l’heure automatiques ; certaines applications ont un réglage à elles pour cela.
    .kind = Un code de votre application a six ou huit chiffres. Ce qui contient aussi des lettres est un code de récupération ou un code de votre administrateur, et va dans un autre champ.
    .wait = Après plusieurs codes incorrects, il faut attendre, et la page affiche un compte à rebours. Entre-temps, un autre moyen fonctionne, comme un code de récupération.
    .else = Si rien n’y fait, connectez-vous avec un code de récupération et configurez à nouveau votre application, ou demandez à votre administrateur.

no-codes =
    .new = Les nouveaux codes remplacent tous les anciens : rayez ou jetez donc l’ancienne feuille.
    .signed-out = Si vous n’avez ni votre téléphone ni code de récupération, votre administrateur s’assure que c’est bien vous, et vous donne un code. Avec lui, vous vous connectez et configurez un nouveau second facteur, et vous recevez de nouveaux codes de récupération.

recovery-codes =
    .shown = Vous les voyez une fois, quand vous configurez un second facteur pour la première fois. Ils ne peuvent pas être affichés à nouveau, mais vous pouvez en créer de nouveaux à tout moment.
    .paper = Sur papier : imprimez la feuille, et rangez-la avec votre passeport.
    .manager = Dans un gestionnaire de mots de passe que vous pouvez ouvrir sans votre téléphone.
    .not = Pas dans votre messagerie, pas en photo sur votre téléphone, et pas à côté de votre mot de passe.
    .used = Cochez chaque code utilisé. Quand il en reste peu, la page vous rappelle d’en créer de nouveaux.

passkey =
    .how = Votre appareil garde un secret qui appartient à cette seule page. Pour l’utiliser, vous déverrouillez l’appareil comme toujours.
    .private = Votre empreinte et votre visage restent sur l’appareil : personne d’autre ne les reçoit, et nous non plus.
    .several = Vous pouvez en avoir plusieurs : une sur votre ordinateur et une sur votre téléphone, pour en avoir toujours une sous la main.
    .lost = Si un appareil qui a une clé d’accès est perdu, connectez-vous d’une autre façon, et retirez cette clé d’accès dans « Ma sécurité ».

not-me =
    .link = Ouvrez le lien de l’e-mail dès que possible : il sert une seule fois, et pendant quelques jours.
    .press = Choisissez « Ce n’était pas moi ». Ensuite, personne ne peut plus changer votre mot de passe ni votre second facteur, jusqu’à ce qu’un administrateur lève le gel.
    .call = Appelez votre administrateur, ou allez le voir, et regardez ensemble ce qui a été fait.
    .password = Changez votre mot de passe partout où vous utilisez le même.
    .false = Vous doutez que l’e-mail soit authentique ? Alors n’appuyez sur rien : appelez votre administrateur.

whom =
    .can = Votre administrateur peut vous laisser entrer à nouveau quand votre téléphone et vos codes de récupération ont disparu, vous donner plus de temps pour configurer votre second facteur, et dégeler votre compte.
    .proof = Attendez-vous à ce qu’on vous demande qui vous êtes, car un inconnu pourrait se faire passer pour vous. On vous lit alors un code ; on ne vous demande jamais votre mot de passe ni un code de votre application.
