### Où mènent les liens des e-mails quand ils ne mènent pas plus loin.

incomplete = Ouvrez le lien dans votre e-mail
    .text = La dernière partie de l’adresse manque. Ouvrez encore une fois le lien dans votre e-mail, ou copiez-le en entier.
dead = Ce lien n’est plus valable
    .text = Un lien fonctionne une fois et pour un temps limité, et un e-mail plus récent remplace le précédent.
