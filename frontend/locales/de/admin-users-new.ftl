### Wie Benutzer hereinkommen: eingeladen, mit einem ersten Passwort oder aus einem anderen System.

cancel = Abbrechen
close = Schließen

## Einladungen

invite = Personen einladen
    .about = Alle bekommen eine Mail mit einem Link, der drei Tage gilt und mit dem sie selbst ein Passwort wählen.
    .language = Sprache der Mail
    .with-password = Stattdessen ein Konto mit Passwort anlegen
    .action = { $count ->
        [0] Einladen
        [one] Einladen
       *[other] { $count } Personen einladen
    }
addresses = E-Mail-Adressen
    .about = Eine oder viele, mit Kommas, Leerzeichen oder Zeilenumbrüchen dazwischen.
    .list = Wer eingeladen wird
    .wrong = { $address }: keine Adresse
    .found = { $count ->
        [one] 1 Adresse.
       *[other] { $count } Adressen.
    }
    .found-wrong = { $count ->
        [one] 1 Adresse, und sie kann keine sein.
       *[other] { $wrong ->
            [one] { $count } Adressen; 1 davon kann keine sein.
           *[other] { $count } Adressen; { $wrong } davon können keine sein.
        }
    }
objection =
    .one = „{ $address }“ ist keine E-Mail-Adresse.
    .several = { $more ->
        [one] „{ $address }“ und 1 weitere sind keine E-Mail-Adressen.
       *[other] „{ $address }“ und { $more } weitere sind keine E-Mail-Adressen.
    }
    .too-many = Höchstens { $most } auf einmal: Das sind { $count }.

## Was daraus geworden ist

sent = Die Einladungen sind unterwegs
    .partly = Nicht alle sind eingeladen
    .list = Was aus allen geworden ist
    .invited = Eingeladen
    .not-invited = Nicht eingeladen
    .again = Ändern und neu senden
sent-one = { $address } ist eingeladen.
    .others = { $left ->
        [one] { $address } ist eingeladen. 1 Person ist es nicht: Warum, steht unten.
       *[other] { $address } ist eingeladen. { $left } Personen sind es nicht: Warum, steht unten.
    }
sent-many = { $count } Personen sind eingeladen.
    .others = { $left ->
        [one] { $count } Personen sind eingeladen. 1 ist es nicht: Warum, steht unten.
       *[other] { $count } Personen sind eingeladen. { $left } sind es nicht: Warum, steht unten.
    }
sent-none = { $left ->
    [one] 1 Person ist nicht eingeladen: Warum, steht unten.
   *[other] { $left } Personen sind nicht eingeladen: Warum, steht unten.
}
remedy =
    .untried = Noch nicht versucht: Senden Sie sie noch einmal.
    .taken = Hat schon ein Konto oder eine Einladung. Suchen Sie in der Liste danach.
    .wrong = Keine E-Mail-Adresse. Berichtigen Sie sie, und senden Sie sie noch einmal.
    .broken = Bei uns ist etwas schiefgegangen: Senden Sie sie noch einmal.

## Ein Konto mit einem ersten Passwort

create = Konto anlegen
    .email = E-Mail
    .name = Name
    .password = Erstes Passwort
    .password-about = 15 Zeichen oder mehr. Geben Sie es persönlich oder am Telefon weiter; ändern lässt es sich unter „Mein Konto“.
    .suggest = Passwort vorschlagen
    .language = Sprache der Mails
    .action = Konto anlegen
    .done = { $name } wurde hinzugefügt.
roles = Rollen

## Aus einem anderen System

import = Personen importieren
    .about = Aus einer Datei im Format JSON Lines, eine Person je Zeile, mit dem Hash des Passworts, den Authenticatoren und den Wiederherstellungscodes von dort. Niemand muss etwas neu einrichten, und niemand bekommt eine Mail.
    .example = Ein Beispiel herunterladen
    .file = Datei
    .no-file = Wählen Sie zuerst eine Datei.
    .empty = In dieser Datei steht nichts.
    .unreadable = Diese Datei lässt sich nicht lesen. Vielleicht wurde sie verschoben oder geändert: Wählen Sie sie noch einmal.
    .check = Datei prüfen
    .checking = { $file } wird geprüft
    .running = Der Import läuft
    .stay = Bitte lassen Sie diese Seite offen, bis er fertig ist.
    .loss = Wer importiert ist, bleibt es, aber Sie sehen nicht, welche Zeilen nicht stimmen. Importieren Sie dieselbe Datei noch einmal, um fortzufahren.
    .loss-checking = Noch ist nichts importiert. Die Datei muss von vorn geprüft werden.
    .checked = Was sich aus { $file } ergibt
    .again = Andere Datei nehmen
    .action = { $count ->
        [one] 1 Person importieren
       *[other] { $count } Personen importieren
    }
    .finished = Der Import ist fertig

## Was sich aus einer Datei ergibt oder ergeben hat

possible = { $count ->
    [one] 1 Person kann importiert werden.
   *[other] { $count } Personen können importiert werden.
}
    .with-factor = { $count ->
        [one] 1 Person kann importiert werden, davon { $protected } mit einem zweiten Faktor.
       *[other] { $count } Personen können importiert werden, davon { $protected } mit einem zweiten Faktor.
    }
imported = { $count ->
    [one] 1 Person ist importiert.
   *[other] { $count } Personen sind importiert.
}
    .with-factor = { $count ->
        [one] 1 Person ist importiert, davon { $protected } mit einem zweiten Faktor.
       *[other] { $count } Personen sind importiert, davon { $protected } mit einem zweiten Faktor.
    }
no-password = { $count ->
    [one] 1 Person wählt zuerst ein Passwort, über „Passwort vergessen?“.
   *[other] { $count } Personen wählen zuerst ein Passwort, über „Passwort vergessen?“.
}
existing = { $count ->
    [one] 1 Person ist schon hier und bleibt, wie sie ist.
   *[other] { $count } Personen sind schon hier und bleiben, wie sie sind.
}
failed = { $count ->
    [one] 1 Zeile stimmt nicht: siehe unten.
   *[other] { $count } Zeilen stimmen nicht: siehe unten.
}
wrong = Zeilen, die nicht stimmen
    .line = Zeile
    .address = Adresse
    .what = Was nicht stimmt
    .in-field = { $message } ({ $field })
    .first = Die ersten { $count } sind zu sehen.
