### „Das war ich nicht“: die Antwort auf eine Mail über das eigene Konto.

ask = Waren Sie das nicht?
    .about = Eine Mail hat Ihnen gesagt, dass mit Ihrem Konto etwas geschehen ist. Wenn Sie das waren, schließen Sie diese Seite: Durch das Öffnen hat sich nichts geändert.
    .otherwise = Wenn Sie es nicht waren, drücken Sie auf die Schaltfläche:
    .change = Niemand kann Ihr Passwort, Ihren zweiten Faktor oder Ihre E-Mail-Adresse ändern.
    .sign-out = Alle werden von Ihrem Konto abgemeldet, auch Sie.
    .told = Ihre Administratoren werden benachrichtigt.
    .stays = Was schon geschehen ist, bleibt so, bis es ein Administrator mit Ihnen zusammen in Ordnung bringt. Nur Ihre E-Mail-Adresse bekommen Sie gleich zurück, wenn in der Mail von einer anderen die Rede war.
    .action = Das war ich nicht

frozen = Ihr Konto ist eingefroren
    .about = Alle sind abgemeldet, nichts lässt sich mehr ändern, und Ihre Administratoren sind benachrichtigt.
    .next = Was Sie als Nächstes tun sollten
    .call = Rufen Sie Ihren Administrator an, oder gehen Sie hin. Zusammen sehen Sie nach, was geschehen ist, und bringen es in Ordnung.
    .mailbox = Ändern Sie das Passwort Ihres Postfachs, falls jemand anderes Ihre Mails lesen konnte.
    .elsewhere = Ändern Sie Ihr Passwort überall, wo Sie dasselbe benutzen.
    .address = Wenn in der Mail von einer anderen E-Mail-Adresse die Rede war, hat Ihr Konto wieder Ihre eigene.
    .sign-in = Wenn Sie ein Passwort haben, können Sie sich weiterhin <link>anmelden</link>. Unter „Meine Sicherheit“ sehen Sie, was zuletzt geschehen ist.

dead = Wenn Sie die Schaltfläche schon gedrückt haben, ist Ihr Konto bereits eingefroren. Wenn etwas geschehen ist, was Sie nicht getan haben, rufen Sie Ihren Administrator an, der das Konto sperren kann.
