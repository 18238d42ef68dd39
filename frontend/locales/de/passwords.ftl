### Ein Passwort, das gewählt wird.

shortest = Mindestens { $count } Zeichen.
advice = Mehrere Wörter, die Sie sonst nirgends benutzen, ergeben ein gutes Passwort.
too-short = { $missing ->
    [one] Zu kurz: Es fehlt noch 1 Zeichen.
   *[other] Zu kurz: Es fehlen noch { $missing } Zeichen.
}

strength =
    .very-weak = Stärke: sehr schwach.
    .weak = Stärke: schwach.
    .fair = Stärke: mittel.
    .good = Stärke: gut.
    .strong = Stärke: stark.

suggestion =
    .l33t = Vermeiden Sie naheliegende Ersetzungen wie „@“ für „a“.
    .reverseWords = Vermeiden Sie rückwärts geschriebene bekannte Wörter.
    .allUppercase = Schreiben Sie einige Buchstaben groß, aber nicht alle.
    .capitalization = Schreiben Sie mehr als den ersten Buchstaben groß.
    .dates = Vermeiden Sie Datumsangaben und Jahre, die mit Ihnen zu tun haben.
    .recentYears = Vermeiden Sie Jahreszahlen aus den letzten Jahren.
    .associatedYears = Vermeiden Sie Jahre, die mit Ihnen zu tun haben.
    .sequences = Vermeiden Sie bekannte Zeichenfolgen.
    .repeated = Vermeiden Sie wiederholte Wörter und Zeichen.
    .longerKeyboardPattern = Nehmen Sie längere Muster auf der Tastatur, und wechseln Sie mehrmals die Richtung.
    .anotherWord = Fügen Sie weitere, weniger bekannte Wörter hinzu.
    .useWords = Nehmen Sie mehrere Wörter, aber keine bekannten Redewendungen.
    .noNeed = Starke Passwörter gelingen auch ohne Sonderzeichen, Ziffern und Großbuchstaben.
    .pwned = Wenn Sie dieses Passwort auch anderswo benutzen, sollten Sie es dort ändern.

warning =
    .straightRow = Gerade Tastenreihen sind leicht zu erraten.
    .keyPattern = Kurze Muster auf der Tastatur sind leicht zu erraten.
    .simpleRepeat = Wiederholte Zeichen wie „aaa“ sind leicht zu erraten.
    .extendedRepeat = Wiederholte Folgen wie „abcabcabc“ sind leicht zu erraten.
    .sequences = Bekannte Folgen wie „abc“ sind leicht zu erraten.
    .recentYears = Jahreszahlen aus den letzten Jahren sind leicht zu erraten.
    .dates = Datumsangaben sind leicht zu erraten.
    .topTen = Dieses Passwort wird sehr häufig benutzt.
    .topHundred = Dieses Passwort wird häufig benutzt.
    .common = Dieses Passwort wird oft benutzt.
    .similarToCommon = Das ähnelt einem oft benutzten Passwort.
    .wordByItself = Einzelne Wörter sind leicht zu erraten.
    .namesByThemselves = Einzelne Vor- oder Nachnamen sind leicht zu erraten.
    .commonNames = Verbreitete Vor- und Nachnamen sind leicht zu erraten.
    .userInputs = Nehmen Sie nichts, was mit Ihnen oder dieser Seite zu tun hat.
    .pwned = Ihr Passwort wurde durch ein Datenleck im Internet bekannt.
