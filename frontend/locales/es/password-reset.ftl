### Una contraseña nueva en lugar de la olvidada.

back = Volver al inicio de sesión

forgotten = ¿Ha olvidado su contraseña?
    .about = Le enviamos un enlace para elegir una nueva. Su segundo factor queda como está.
    .email = Correo electrónico
    .action = Enviar el enlace

sent = Mire su correo
    .about = Si existe una cuenta de <address>{ $email }</address>, un correo con un enlace va de camino. El enlace sirve durante 30 minutos.
    .nothing = ¿No hay nada después de unos minutos? Mire en el correo no deseado, o compruebe la dirección.
    .again = Usar otra dirección, o enviarlo de nuevo

choose = Elija una contraseña nueva
    .opening = Comprobando el enlace
    .about = Todas sus sesiones terminan con la anterior. Su segundo factor queda como está.
    .password = Contraseña nueva
    .action = Cambiar la contraseña
    .dead = Enviar un enlace nuevo
changed = Su contraseña se ha cambiado. Inicie sesión con ella.
