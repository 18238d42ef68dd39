### Un mot de passe que l’on choisit.

shortest = { $count } caractères ou plus.
advice = Plusieurs mots que vous n’utilisez pas ailleurs font un bon mot de passe.
too-short = { $missing ->
    [one] Trop court : encore { $missing } caractère.
   *[other] Trop court : encore { $missing } caractères.
}

strength =
    .very-weak = Solidité : très faible.
    .weak = Solidité : faible.
    .fair = Solidité : moyenne.
    .good = Solidité : bonne.
    .strong = Solidité : forte.

suggestion =
    .l33t = Évitez les remplacements prévisibles comme « @ » pour « a ».
    .reverseWords = Évitez les mots courants écrits à l’envers.
    .allUppercase = Mettez des lettres en majuscules, mais pas toutes.
    .capitalization = Mettez en majuscule plus que la première lettre.
    .dates = Évitez les dates et les années qui vous concernent.
    .recentYears = Évitez les années récentes.
    .associatedYears = Évitez les années qui vous concernent.
    .sequences = Évitez les suites de caractères courantes.
    .repeated = Évitez les mots et les caractères répétés.
    .longerKeyboardPattern = Prenez des motifs de clavier plus longs, et changez plusieurs fois de direction.
    .anotherWord = Ajoutez des mots moins courants.
    .useWords = Prenez plusieurs mots, mais évitez les expressions courantes.
    .noNeed = On peut faire un mot de passe solide sans symboles, chiffres ni majuscules.
    .pwned = Si vous utilisez ce mot de passe ailleurs, changez-le.

warning =
    .straightRow = Les rangées de touches sont faciles à deviner.
    .keyPattern = Les motifs de clavier courts sont faciles à deviner.
    .simpleRepeat = Les caractères répétés comme « aaa » sont faciles à deviner.
    .extendedRepeat = Les motifs répétés comme « abcabcabc » sont faciles à deviner.
    .sequences = Les suites courantes comme « abc » sont faciles à deviner.
    .recentYears = Les années récentes sont faciles à deviner.
    .dates = Les dates sont faciles à deviner.
    .topTen = Ce mot de passe est extrêmement utilisé.
    .topHundred = Ce mot de passe est très utilisé.
    .common = Ce mot de passe est souvent utilisé.
    .similarToCommon = Il ressemble à un mot de passe souvent utilisé.
    .wordByItself = Un mot seul est facile à deviner.
    .namesByThemselves = Un nom ou un prénom seul est facile à deviner.
    .commonNames = Les noms et prénoms courants sont faciles à deviner.
    .userInputs = N’y mettez rien qui ait un rapport avec vous ou avec cette page.
    .pwned = Votre mot de passe a été révélé par une fuite de données sur Internet.
