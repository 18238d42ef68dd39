### Confirmar una dirección de correo con un enlace recibido por correo.

dead = Puede conseguir uno nuevo en <link>Mi cuenta</link>.
ask = Confirme su dirección de correo
    .about = Entonces cuenta como suya: inicia sesión con ella, y el correo sobre su cuenta llega allí.
    .action = Confirmar esta dirección
confirmed = Su dirección de correo está confirmada
    .about = Es con la que inicia sesión. La encuentra en <link>Mi cuenta</link>.
taken = Otra persona tiene esta dirección
    .about = Otra cuenta la obtuvo entretanto, así que la suya conserva la que tiene. Puede elegir otra en <link>Mi cuenta</link>.
