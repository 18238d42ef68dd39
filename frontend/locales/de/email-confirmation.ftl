### Eine E-Mail-Adresse mit einem Link aus einer Mail bestätigen.

dead = Einen neuen bekommen Sie unter <link>Mein Konto</link>.
ask = Bestätigen Sie Ihre E-Mail-Adresse
    .about = Dann gilt sie als Ihre: Sie melden sich mit ihr an, und Mails zu Ihrem Konto gehen dorthin.
    .action = Diese Adresse bestätigen
confirmed = Ihre E-Mail-Adresse ist bestätigt
    .about = Mit ihr melden Sie sich an. Sie finden sie unter <link>Mein Konto</link>.
taken = Jemand anderes hat diese Adresse
    .about = Ein anderes Konto hat sie inzwischen bekommen, darum behält Ihres seine bisherige. Unter <link>Mein Konto</link> können Sie eine andere wählen.
