### Was Personen tun dürfen: die Rollen, und was jede erlaubt.

title = Rollen
intro = Eine Rolle ist eine Reihe von Berechtigungen. Wer mehrere Rollen hat, hat die Berechtigungen aller dieser Rollen.
built-in = Eingebaute Rollen
own = Eigene Rollen der Organisation
no-own = Noch gibt es keine. Vielen Organisationen reichen die eingebauten Rollen.

## Die Tabelle

role = Rolle
permissions = Berechtigungen
no-permissions = Nichts außer dem eigenen Konto
users = Benutzer
nobody = Niemand
people = { $users } Benutzer
changes = Aktionen
change = Ändern …
    .spoken = { $role } ändern …
delete = Löschen …
    .spoken = { $role } löschen …

## Eine Rolle, die erstellt oder geändert wird

create = Rolle erstellen
    .action = Rolle erstellen
    .done = Die Rolle { $role } ist erstellt.
edit = Rolle { $role } ändern
    .effect = { $users ->
        [one] 1 Benutzer hat die neuen Berechtigungen ab der nächsten Anfrage.
       *[other] { $users } Benutzer haben die neuen Berechtigungen ab ihrer nächsten Anfrage.
    }
    .action = Rolle speichern
    .done = Die Rolle { $role } ist geändert.
name = Name
    .description = Zum Beispiel help-desk. Er lässt sich später nicht ändern.
    .too-long = Ein Name hat höchstens { $most } Zeichen.
    .start = Ein Name beginnt mit einem Kleinbuchstaben von a bis z.
    .characters = Ein Name hat nur Kleinbuchstaben von a bis z, Ziffern und Bindestriche.
description = Beschreibung (optional)
not-yours = Diese Berechtigung haben Sie selbst nicht.
cancel = Abbrechen

## Eine Rolle, die gelöscht wird

remove = Rolle { $role } löschen?
    .warning = Sie lässt sich nicht zurückholen. Was mit ihr getan wurde, bleibt im Protokoll.
    .users = Benutzer mit dieser Rolle
    .close = Schließen
    .action = Rolle löschen
    .done = Die Rolle { $role } ist gelöscht.

## Warum es nicht ging

refused =
    .role_in_use = Diese Rolle wird benutzt: Jemand hat sie, oder eine Phase der Anmelderegeln nennt sie. Geben Sie diesen Personen eine andere Rolle, oder nehmen Sie die Phase aus den Anmelderegeln, und löschen Sie dann die Rolle.
    .not_permitted = Eine Rolle kann nur erlauben, was Sie selbst dürfen. Ein Superadministrator kann es tun.
    .not_found = Inzwischen hat jemand diese Rolle gelöscht.
