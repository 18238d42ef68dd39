### Les questions qui se posent là où un second facteur est demandé ou configuré, chacune avec une réponse courte. Elles
### figurent près du champ où elles se posent, puis sur la page d’aide, qui en dit plus (help-page.ftl).

questions = Questions
more = En savoir plus (dans un nouvel onglet)

app = Qu’est-ce qu’une application d’authentification ?
    .answer = Une application sur votre téléphone qui affiche un nouveau code toutes les 30 secondes. Aucun autre téléphone n’affiche les mêmes codes : un code prouve donc que c’est vous, même si quelqu’un connaît votre mot de passe.
which-app = Quelle application utiliser ?
    .answer = N’importe quelle application d’authentification, comme Google Authenticator ou Microsoft Authenticator. Beaucoup de gestionnaires de mots de passe savent le faire aussi : Mots de passe d’Apple, 1Password et Bitwarden, par exemple.
why = Pourquoi me le demande-t-on ?
    .answer = Les mots de passe se devinent, se copient et se volent. Le vôtre est donc suivi d’une seconde étape que vous seul pouvez franchir : avec votre téléphone, votre empreinte ou votre visage. Un mot de passe volé n’ouvre alors rien à lui seul.
lost-phone = J’ai perdu mon téléphone
    .answer = Connectez-vous avec un code de récupération à la place du code de l’application : saisissez votre mot de passe, puis choisissez « Utiliser plutôt un code de récupération ». Si vous n’avez pas de codes de récupération, demandez à votre administrateur.
new-phone = J’ai un nouveau téléphone
    .answer = Gardez l’ancien téléphone jusqu’à ce que le nouveau affiche des codes. Dans « Ma sécurité », choisissez « Remplacer » à côté de l’ancien, et scannez le QR code avec le nouveau. Si l’ancien téléphone n’est plus là, confirmez avec un code de récupération.
code = Mon code ne fonctionne pas
    .answer = Attendez le code suivant : chacun sert une seule fois, et pendant une demi-minute environ. Vérifiez ensuite que vous lisez la bonne entrée dans l’application, et que votre téléphone règle sa date et son heure automatiquement.
no-codes = Je n’ai plus de codes de récupération
    .answer = Si vous pouvez encore vous connecter, créez-en de nouveaux maintenant : dans « Ma sécurité », choisissez « Créer de nouveaux codes ». Sinon, demandez à votre administrateur, qui peut vous laisser configurer un nouveau second facteur.
recovery-codes = Que sont les codes de récupération, et où les garder ?
    .answer = Des clés de secours pour le jour où votre téléphone est perdu ou cassé. Chacun permet de vous connecter une fois. Imprimez-les, ou gardez-les dans un gestionnaire de mots de passe, mais pas sur le téléphone qu’ils doivent remplacer.
passkey = Qu’est-ce qu’une clé d’accès ?
    .answer = Une façon de se connecter avec ce qui déverrouille votre appareil : votre empreinte, votre visage ou son code PIN. Une clé de sécurité que l’on branche convient aussi. Il n’y a pas de code à saisir, et aucune fausse page ne peut vous la soutirer.
not-me = J’ai reçu un e-mail au sujet de quelque chose que je n’ai pas fait
    .answer = Ouvrez le lien de cet e-mail et choisissez « Ce n’était pas moi ». Cela déconnecte tout le monde, gèle votre compte et alerte vos administrateurs. Si le lien est trop ancien, appelez votre administrateur.
whom = À qui demander ?
    .answer = À votre administrateur : la personne qui vous a donné ce compte, ou l’assistance de votre organisation. Elle peut vous donner un code avec lequel vous vous connectez et configurez un nouveau second facteur.
