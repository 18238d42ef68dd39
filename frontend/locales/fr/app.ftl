### L’application autour de ses pages.

start-page = Aller à la page d’accueil
try-again = Réessayer

not-found = Page introuvable
    .text = Il n’y a pas de page à cette adresse, ou elle n’est pas pour votre compte.

broken = Impossible d’afficher cette page
    .outdated = Nightlatch est injoignable, ou a été mis à jour entre-temps.

offline = Vous êtes hors ligne. Rien ne peut être modifié tant que la connexion n’est pas revenue.

development = Développement
    .text = Service de développement : aucun e-mail n’en sort. <mailbox>Ouvrir la boîte de réception</mailbox>
