### Comment une organisation se présente : sur chaque page avant la connexion.

sign-in = Connexion à { $organization }
help = Besoin d’aide ? Contactez <contact/>.
    .note = Besoin d’aide ? Contactez <contact/> ({ $note }).

title = Identité visuelle
intro = Comment votre organisation se présente à la connexion et dans ses e-mails.
read-only = Vous pouvez consulter l’identité visuelle ; un administrateur peut la modifier.
save = Enregistrer l’identité visuelle
discard = Annuler les modifications
unsaved = Pas encore enregistré
    .wrong = Pas encore enregistré : corrigez d’abord ce qui est signalé
saved = L’identité visuelle est enregistrée.
stale = Entre-temps, quelqu’un d’autre a modifié l’identité visuelle. Ses réglages sont chargés, avec vos modifications par-dessus : vérifiez-les et enregistrez de nouveau, ou annulez les vôtres.
leave = Quitter sans enregistrer ?
    .loss = Vos modifications de l’identité visuelle ne sont pas encore enregistrées.

address = Adresse de connexion
    .about = C’est ici que vos utilisateurs se connectent et voient cette apparence. Les e-mails y mènent aussi.
    .copy = Copier
    .spoken = Copier l’adresse de connexion
logo = Logo
    .now = Le logo actuel
    .none = Il n’y a pas encore de logo.
    .file = Choisir un logo, ou le déposer ici
    .about = Un PNG d’au plus 64 Kio, large et haut d’au plus 512 pixels. Il est mis en place aussitôt.
    .saved = Le logo est en place.
    .remove = Supprimer le logo
    .removed = Le logo est supprimé.
    .invalid_png = Ce n’est pas une image PNG complète.
    .too_large = Le fichier dépasse 64 Kio.
    .too_many_pixels = L’image dépasse 512 pixels en largeur ou en hauteur.
    .animated = L’image est animée. Un logo doit être fixe.

accent = Couleur d’accent
    .chooser = Couleur
    .typed = Code hexadécimal
    .none = Aucune couleur : les pages et les e-mails gardent le bleu de Nightlatch.
    .wrong = Une couleur est un # suivi de six chiffres ou lettres de a à f, par exemple #3c58b3.
contrast =
    .black = Le texte des boutons est noir, avec un contraste de { $ratio } pour 1.
    .white = Le texte des boutons est blanc, avec un contraste de { $ratio } pour 1.
    .darker = Sur les pages claires, les liens sont plus foncés, pour rester lisibles.
    .lighter = Sur les pages sombres, les liens sont plus clairs, pour rester lisibles.
    .between = { " " }

support = Aide
contact = À qui s’adresser
    .about = Une adresse e-mail, ou une page qui commence par https://. Affichée sur chaque page avant la connexion et dans chaque e-mail.
    .missing = Indiquez à qui s’adresser, ou laissez aussi la remarque vide.
    .wrong = Ce n’est ni une adresse e-mail ni une page qui commence par https://.
note = Remarque
    .about = Ce qu’il faut savoir avant, par exemple les horaires.

preview = Aperçu
    .about = L’apparence qu’aura la page de connexion.
    .light = Sur les pages claires
    .dark = Sur les pages sombres
    .button = Se connecter
    .link = Mot de passe oublié ?
