### Mon compte : nom, adresse, langue, mot de passe, couleurs et comptes chez des fournisseurs.

title = Mon compte

name = Votre nom
    .label = Nom
    .save = Enregistrer le nom
    .done = Votre nom est enregistré.

email = Votre adresse e-mail
    .verified = Confirmée
    .not-verified = Non confirmée
    .about-verified = Elle vous sert à vous connecter, et les e-mails concernant votre compte y sont envoyés.
    .about-not-verified = Elle vous sert à vous connecter. Confirmez-la, pour être certain de recevoir les e-mails concernant votre compte.
    .about-passwordless = Les e-mails concernant votre compte y sont envoyés. Pour la modifier, il faut un mot de passe, et vous n’en avez pas ici.
    .verify = Confirmer
    .sent = Un lien est en route vers { $email }. Ouvrez-le dans les 24 heures.
    .change = Modifier l’adresse…
new-email = Modifier votre adresse e-mail
    .about = Nous envoyons un lien à la nouvelle adresse. Quand vous l’y ouvrez, la nouvelle adresse remplace l’ancienne.
    .label = Nouvelle adresse e-mail
    .send = Envoyer le lien
    .sent = Un lien est en route vers { $email }. Ouvrez-le dans les 24 heures : d’ici là, vous vous connectez avec l’adresse précédente.

language = Votre langue
    .label = Langue
    .about = De ces pages et des e-mails concernant votre compte.
    .save = Enregistrer la langue

appearance = Apparence
    .colours = Couleurs
    .about = Dans ce navigateur, immédiatement.
    .auto = Comme le système
    .light = Clair
    .dark = Sombre

password = Votre mot de passe
    .none = Vous vous connectez chez votre fournisseur, et n’avez pas de mot de passe ici.
    .current = Mot de passe actuel
    .wrong = Ce n’est pas votre mot de passe actuel.
    .new = Nouveau mot de passe
    .about = Vos autres sessions sont fermées.
    .change = Modifier le mot de passe
    .done = Votre mot de passe est modifié.

## Comptes chez les fournisseurs d’authentification unique

sign-in-methods = Authentification unique
    .none = Aucun compte n’est relié. Reliez-en un pour vous connecter avec lui.
    .last = C’est votre seul moyen de vous connecter, il reste donc en place.
identity = Relié le <since/>
    .used = Relié le <since/>, dernière utilisation : <used/>
connect = Relier { $provider }…
    .title = Relier { $provider }
    .about = Vous allez vous connecter chez { $provider }. Ensuite, votre compte chez ce fournisseur vous connectera ici, tout comme votre mot de passe.
    .go = Aller chez { $provider }
disconnect = Détacher…
    .named = Détacher { $provider }…
    .question = Détacher { $provider } ?
    .about = Votre compte chez ce fournisseur ne vous connecte plus, et vos autres sessions sont fermées.
    .do = Détacher
    .keep = Garder
    .done = Votre compte chez { $provider } est détaché.
