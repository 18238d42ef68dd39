### « Ce n’était pas moi » : la réponse à un e-mail au sujet de son compte.

ask = Ce n’était pas vous ?
    .about = Un e-mail vous a dit que quelque chose s’est passé sur votre compte. Si c’était vous, fermez cette page : l’ouvrir n’a rien changé.
    .otherwise = Si ce n’était pas vous, appuyez sur le bouton :
    .change = personne ne peut modifier votre mot de passe, votre second facteur ou votre adresse e-mail ;
    .sign-out = tout le monde est déconnecté de votre compte, vous aussi ;
    .told = vos administrateurs sont prévenus.
    .stays = Ce qui a déjà été fait reste en l’état, jusqu’à ce qu’un administrateur y remédie avec vous. Seule votre adresse e-mail est rétablie, si l’e-mail parlait d’une autre.
    .action = Ce n’était pas moi

frozen = Votre compte est gelé
    .about = Tout le monde est déconnecté, plus rien ne peut être modifié, et vos administrateurs sont prévenus.
    .next = Que faire ensuite
    .call = Appelez votre administrateur, ou allez le voir. Ensemble, vous regardez ce qui a été fait et y remédiez.
    .mailbox = Changez le mot de passe de votre messagerie, si quelqu’un d’autre a pu lire vos e-mails.
    .elsewhere = Changez votre mot de passe partout où vous utilisez le même.
    .address = Si l’e-mail parlait d’une autre adresse, votre compte a de nouveau la vôtre.
    .sign-in = Si vous avez un mot de passe, vous pouvez toujours <link>vous connecter</link>. Dans « Ma sécurité », vous voyez ce qui s’est passé récemment.

dead = Si vous avez déjà appuyé sur le bouton, votre compte est déjà gelé. Si quelque chose a été fait et que ce n’était pas vous, appelez votre administrateur, qui peut suspendre le compte.
