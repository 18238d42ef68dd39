### Le retour d’un fournisseur.

signing-in = Connexion en cours
connecting = Liaison de votre compte
failed = L’authentification unique n’a pas fonctionné
    .back = Retour à la connexion

connect = Reliez votre compte
    .why = Il existe déjà un compte avec cette adresse. Connectez-vous une fois avec son mot de passe, et { $provider } vous connectera ensuite. Si vous avez été invité, suivez d’abord le lien de l’invitation.

error =
    .declined = Vous ne vous êtes pas connecté chez le fournisseur, ou il ne vous a pas laissé faire. Rien n’a changé ici.
    .not_found = Ce fournisseur n’est plus relié.
    .sso_refused = La réponse du fournisseur a été refusée. Réessayez, ou contactez votre administrateur.
    .sso_expired = Cette connexion a pris trop de temps, a déjà servi, ou a commencé dans un autre navigateur. Veuillez recommencer.
    .provider_unreachable = Le fournisseur est injoignable, ne fonctionne pas en ce moment ou n’est pas bien configuré. Réessayez plus tard, ou contactez votre administrateur.
    .account_frozen = Ce compte est gelé, car quelqu’un a dit : ce n’était pas moi.
    .identity_taken = Ce compte chez le fournisseur est déjà relié à un utilisateur.
    .too_many_sign_ins = Trop de tentatives de connexion depuis votre réseau. Réessayez dans un instant.
    .overloaded = Nightlatch est très sollicité. Réessayez dans un instant.
    .unknown = Cette connexion n’a pas fonctionné. Veuillez recommencer.
