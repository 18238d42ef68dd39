### La première étape de la connexion.

title = Connexion
email = Adresse e-mail
    .missing = Saisissez votre adresse e-mail.
password = Mot de passe
    .missing = Saisissez votre mot de passe.
code = Code
    .description = Laissez ce champ vide si vous n’avez pas configuré l’authentification à deux facteurs. Sinon, un code de votre application, un code de récupération ou un code de votre administrateur.
action = Se connecter
with-passkey = Se connecter avec une clé d’accès
with-provider = Continuer avec { $provider }
forgotten = Mot de passe oublié ?
replaced = Une autre personne s’est connectée dans ce navigateur. Veuillez vous reconnecter.
unsaved = Ce que vous n’aviez pas encore enregistré est perdu.
