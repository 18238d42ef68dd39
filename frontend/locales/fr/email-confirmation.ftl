### La confirmation d’une adresse e-mail par un lien reçu par e-mail.

dead = Vous en obtenez un nouveau dans <link>Mon compte</link>.
ask = Confirmez votre adresse e-mail
    .about = Elle compte alors comme la vôtre : vous vous connectez avec elle, et les e-mails de votre compte y sont envoyés.
    .action = Confirmer cette adresse
confirmed = Votre adresse e-mail est confirmée
    .about = C’est celle avec laquelle vous vous connectez. Vous la trouvez dans <link>Mon compte</link>.
taken = Quelqu’un d’autre a cette adresse
    .about = Un autre compte l’a obtenue entre-temps, le vôtre garde donc la sienne. Vous pouvez en choisir une autre dans <link>Mon compte</link>.
