### Un nouveau mot de passe à la place de celui qui est oublié.

back = Retour à la connexion

forgotten = Mot de passe oublié ?
    .about = Nous vous envoyons un lien pour en choisir un nouveau. Votre second facteur reste tel quel.
    .email = Adresse e-mail
    .action = Envoyer le lien

sent = Consultez votre messagerie
    .about = S’il existe un compte pour <address>{ $email }</address>, un e-mail avec un lien est en route. Le lien est valable 30 minutes.
    .nothing = Rien après quelques minutes ? Regardez dans les indésirables, ou vérifiez l’adresse.
    .again = Prendre une autre adresse, ou renvoyer le lien

choose = Choisissez un nouveau mot de passe
    .opening = Vérification du lien
    .about = Toutes vos sessions prennent fin avec l’ancien. Votre second facteur reste tel quel.
    .password = Nouveau mot de passe
    .action = Changer le mot de passe
    .dead = Envoyer un nouveau lien
changed = Votre mot de passe a été changé. Connectez-vous avec lui.
