### Adónde llevan los enlaces de los correos cuando no llevan más allá.

incomplete = Abra el enlace de su correo
    .text = Falta la última parte de la dirección. Abra otra vez el enlace de su correo, o cópielo entero.
dead = Este enlace ya no sirve
    .text = Un enlace funciona una vez y durante un tiempo limitado, y un correo más reciente sustituye al anterior.
