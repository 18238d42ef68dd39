### Wiederherstellungscodes, einmal gezeigt, und dieselben als Datei.

leaving = Ohne Ihre Codes verlassen?
    .text = Diese Codes werden nur jetzt gezeigt. Wenn Ihr Handy weg ist, kommen Sie ohne sie nicht mehr hinein, bis ein Administrator hilft.
save-now = Sichern Sie diese Codes jetzt: Sie werden nicht noch einmal gezeigt. Mit jedem können Sie sich einmal anmelden, wenn Ihr Handy weg oder kaputt ist.
heading = Wiederherstellungscodes
organization = Organisation
account = Konto
created = Erstellt
tick = Haken Sie jeden Code ab, sobald Sie ihn benutzt haben. Wenn nur noch wenige übrig sind, erstellen Sie unter „Meine Sicherheit“ neue: Sie ersetzen alle diese hier.
advice = Jeder Code gilt einmal. Bewahren Sie dieses Blatt dort auf, wo nur Sie es finden, und nicht beim Handy.
copy = Codes kopieren
download = Codes herunterladen
print = Codes drucken
saved = Ich habe diese Codes gesichert
    .first = Sichern Sie zuerst die Codes, und haken Sie dann dies an.
continue = Weiter

file-heading = Wiederherstellungscodes für { $organization }
file-account = Konto: { $account }
file-created = Erstellt: { $date }
file-use = Mit jedem Code können Sie sich einmal anmelden, wenn Sie Ihre Authenticator-App nicht zur Hand haben.
file-advice = Bewahren Sie sie dort auf, wo nur Sie sie finden, und nicht beim Handy.
