### Wohin Links aus Mails führen, wenn sie nicht weiterführen.

incomplete = Öffnen Sie den Link in Ihrer Mail
    .text = Der letzte Teil der Adresse fehlt. Öffnen Sie den Link in Ihrer Mail noch einmal, oder kopieren Sie ihn als Ganzes.
dead = Dieser Link gilt nicht mehr
    .text = Ein Link gilt einmal und nur für begrenzte Zeit, und eine neuere Mail ersetzt die ältere.
