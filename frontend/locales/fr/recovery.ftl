### Les codes de récupération, affichés une fois, et les mêmes dans un fichier.

leaving = Quitter sans vos codes ?
    .text = Ces codes ne s’affichent que maintenant. Sans eux, si vous perdez votre téléphone, vous ne pourrez plus entrer jusqu’à ce qu’un administrateur vous aide.
save-now = Enregistrez ces codes maintenant : ils ne seront plus affichés. Chacun permet de vous connecter une fois quand votre téléphone est perdu ou cassé.
heading = Codes de récupération
organization = Organisation
account = Compte
created = Créés le
tick = Cochez chaque code dès que vous l’avez utilisé. Quand il en reste peu, créez-en de nouveaux dans « Ma sécurité » : ils remplacent tous ceux-ci.
advice = Chaque code fonctionne une fois. Gardez cette feuille là où vous seul pouvez la trouver, et loin de votre téléphone.
copy = Copier les codes
download = Télécharger les codes
print = Imprimer les codes
saved = J’ai enregistré ces codes
    .first = Enregistrez d’abord les codes, puis cochez cette case.
continue = Continuer

file-heading = Codes de récupération pour { $organization }
file-account = Compte : { $account }
file-created = Créés le : { $date }
file-use = Chaque code permet de vous connecter une fois quand vous n’avez pas votre application d’authentification sous la main.
file-advice = Gardez-les là où vous seul pouvez les trouver, et loin de votre téléphone.
