### Comment arrivent les utilisateurs : invités, avec un premier mot de passe, ou depuis un autre système.

cancel = Annuler
close = Fermer

## Invitations

invite = Inviter des personnes
    .about = Chacun reçoit un e-mail avec un lien, valable trois jours, pour choisir lui-même un mot de passe.
    .language = Langue de l’e-mail
    .with-password = Créer plutôt un compte avec un mot de passe
    .action = { $count ->
        [0] Inviter
        [one] Inviter
       *[other] Inviter { $count } personnes
    }
addresses = Adresses e-mail
    .about = Une ou plusieurs, séparées par des virgules, des espaces ou des retours à la ligne.
    .list = Qui est invité
    .wrong = { $address } : ce n’est pas une adresse
    .found = { $count ->
        [one] { $count } adresse.
       *[other] { $count } adresses.
    }
    .found-wrong = { $wrong ->
        [one] { $count ->
            [one] { $count } adresse, qui ne peut pas être valable.
           *[other] { $count } adresses, dont { $wrong } ne peut pas être valable.
        }
       *[other] { $count } adresses, dont { $wrong } ne peuvent pas être valables.
    }
objection =
    .one = « { $address } » n’est pas une adresse e-mail.
    .several = { $more ->
        [one] « { $address } » et { $more } autre ne sont pas des adresses e-mail.
       *[other] « { $address } » et { $more } autres ne sont pas des adresses e-mail.
    }
    .too-many = { $most } au plus à la fois : il y en a { $count }.

## Ce qu’elles sont devenues

sent = Les invitations sont parties
    .partly = Tout le monde n’est pas invité
    .list = Résultat pour chacun
    .invited = Invité
    .not-invited = Non invité
    .again = Corriger et renvoyer
sent-one = { $address } est invité.
    .others = { $left ->
        [one] { $address } est invité. { $left } personne ne l’est pas : voyez pourquoi ci-dessous.
       *[other] { $address } est invité. { $left } personnes ne le sont pas : voyez pourquoi ci-dessous.
    }
sent-many = { $count ->
    [one] { $count } personne est invitée.
   *[other] { $count } personnes sont invitées.
}
    .others = { $left ->
        [one] { $count } personnes sont invitées. { $left } ne l’est pas : voyez pourquoi ci-dessous.
       *[other] { $count } personnes sont invitées. { $left } ne le sont pas : voyez pourquoi ci-dessous.
    }
sent-none = { $left ->
    [one] { $left } personne n’est pas invitée : voyez pourquoi ci-dessous.
   *[other] { $left } personnes ne sont pas invitées : voyez pourquoi ci-dessous.
}
remedy =
    .untried = Pas encore essayé : renvoyez l’invitation.
    .taken = A déjà un compte ou une invitation. Cherchez dans la liste.
    .wrong = Ce n’est pas une adresse e-mail. Corrigez-la, puis renvoyez l’invitation.
    .broken = Un problème est survenu de notre côté : renvoyez l’invitation.

## Un compte avec un premier mot de passe

create = Créer un compte
    .email = E-mail
    .name = Nom
    .password = Premier mot de passe
    .password-about = 15 caractères ou plus. Transmettez-le en personne ou par téléphone ; il peut être changé sous « Mon compte ».
    .suggest = Proposer un mot de passe
    .language = Langue des e-mails
    .action = Créer le compte
    .done = { $name } a été ajouté.
roles = Rôles

## Depuis un autre système

import = Importer des personnes
    .about = Depuis un fichier JSON Lines, une personne par ligne, avec le hachage du mot de passe, les applications d’authentification et les codes de récupération de l’autre système. Personne n’a rien à reconfigurer, et personne ne reçoit d’e-mail.
    .example = Télécharger un exemple
    .file = Fichier
    .no-file = Choisissez d’abord un fichier.
    .empty = Ce fichier est vide.
    .unreadable = Ce fichier ne peut pas être lu. Il a peut-être été déplacé ou modifié : choisissez-le de nouveau.
    .check = Vérifier le fichier
    .checking = Vérification de { $file }
    .running = Importation
    .stay = Laissez cette page ouverte jusqu’à la fin.
    .loss = Les personnes importées le restent, mais vous ne voyez pas quelles lignes ne sont pas correctes. Importez de nouveau le même fichier pour continuer.
    .loss-checking = Rien n’est encore importé. Le fichier devra être vérifié depuis le début.
    .checked = Ce que donne { $file }
    .again = Prendre un autre fichier
    .action = { $count ->
        [one] Importer { $count } personne
       *[other] Importer { $count } personnes
    }
    .finished = L’importation est terminée

## Ce que donne un fichier, ou a donné

possible = { $count ->
    [one] { $count } personne peut être importée.
   *[other] { $count } personnes peuvent être importées.
}
    .with-factor = { $count ->
        [one] { $count } personne peut être importée, dont { $protected } avec un second facteur.
       *[other] { $count } personnes peuvent être importées, dont { $protected } avec un second facteur.
    }
imported = { $count ->
    [one] { $count } personne est importée.
   *[other] { $count } personnes sont importées.
}
    .with-factor = { $count ->
        [one] { $count } personne est importée, dont { $protected } avec un second facteur.
       *[other] { $count } personnes sont importées, dont { $protected } avec un second facteur.
    }
no-password = { $count ->
    [one] { $count } personne choisit d’abord un mot de passe, avec « Mot de passe oublié ? ».
   *[other] { $count } personnes choisissent d’abord un mot de passe, avec « Mot de passe oublié ? ».
}
existing = { $count ->
    [one] { $count } personne est déjà ici et reste telle quelle.
   *[other] { $count } personnes sont déjà ici et restent telles quelles.
}
failed = { $count ->
    [one] { $count } ligne est incorrecte : voir ci-dessous.
   *[other] { $count } lignes sont incorrectes : voir ci-dessous.
}
wrong = Lignes incorrectes
    .line = Ligne
    .address = Adresse
    .what = Ce qui ne va pas
    .in-field = { $message } ({ $field })
    .first = Les { $count } premières sont affichées.
