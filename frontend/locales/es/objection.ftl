### «No fui yo»: la respuesta a un correo sobre la propia cuenta.

ask = ¿No fue usted?
    .about = Un correo le ha dicho que se hizo algo con su cuenta. Si fue usted, cierre esta página: abrirla no ha cambiado nada.
    .otherwise = Si no fue usted, pulse el botón:
    .change = nadie podrá cambiar su contraseña, su segundo factor ni su dirección de correo;
    .sign-out = se cerrarán todas las sesiones de su cuenta, también la suya;
    .told = se avisará a sus administradores.
    .stays = Lo que ya se hizo se queda como está, hasta que un administrador lo arregle junto con usted. Solo su dirección de correo se restablece, si el mensaje hablaba de otra.
    .action = No fui yo

frozen = Su cuenta está congelada
    .about = Se han cerrado todas las sesiones, ya no se puede cambiar nada y se ha avisado a sus administradores.
    .next = Qué hacer ahora
    .call = Llame a su administrador, o vaya a verle. Juntos miran lo que se hizo y lo arreglan.
    .mailbox = Cambie la contraseña de su buzón, si otra persona pudo leer su correo.
    .elsewhere = Cambie su contraseña en cualquier otro sitio donde use la misma.
    .address = Si el correo hablaba de otra dirección, su cuenta vuelve a tener la suya.
    .sign-in = Si tiene contraseña, puede seguir <link>iniciando sesión</link>. En «Mi seguridad» ve lo que ha ocurrido últimamente.

dead = Si ya pulsó el botón, su cuenta ya está congelada. Si se hizo algo que no fue cosa suya, llame a su administrador, que puede suspender la cuenta.
