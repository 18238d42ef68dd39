### Las palabras de todas las cartas. El `subject` de un mensaje es también su título.

greeting = Hola, { $name }:
footer = Enviado por el servicio de acceso de { $organization }, { $site }. Nadie lee las respuestas a este correo.
support = ¿Necesita ayuda? Pregunte a { $contact }.

moment = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }, { $time }{ "\u00A0" }UTC
browser = { $browser } en { $system }
separator = { ", " }

fact = { $label }: { $value }
fact-when = Fecha
fact-browser = Navegador
fact-address = Dirección IP
fact-authenticator = Autenticador
fact-passkey = Llave de acceso
fact-old-address = Dirección anterior
fact-new-address = Dirección nueva
fact-settings = Cambios
fact-provider = Proveedor

objection =
    .question = ¿No fue usted?
    .answer = Dígalo aquí: se cerrarán todas sus sesiones, su cuenta quedará congelada para que nadie pueda cambiarla y se avisará a sus administradores. Funciona una vez, hasta el { $objectionEnd }.
    .action = No fui yo

factor-enabled =
    .subject = Su segundo factor está activado
    .text = Desde ahora, para iniciar sesión hace falta un código de su aplicación de autenticación además de la contraseña.
    .more = Guarde sus códigos de recuperación en un lugar seguro. El día que no tenga el teléfono, podrá entrar con uno de ellos.

authenticator-added =
    .subject = Se añadió un autenticador
    .text = Sus códigos ya sirven para iniciar sesión en su cuenta.

authenticator-replaced =
    .subject = Se sustituyó un autenticador
    .text = Los códigos vienen ahora del nuevo. Los del anterior ya no funcionan.

authenticator-removed =
    .subject = Se quitó un autenticador
    .text = Sus códigos ya no sirven para iniciar sesión en su cuenta.

passkey-enabled =
    .subject = Su segundo factor está activado
    .text = Desde ahora, para iniciar sesión hace falta su llave de acceso además de la contraseña.
    .more = Guarde sus códigos de recuperación en un lugar seguro. El día que no tenga la llave de acceso, podrá entrar con uno de ellos.

passkey-added =
    .subject = Se añadió una llave de acceso
    .text = Ya sirve para iniciar sesión en su cuenta.

passkey-removed =
    .subject = Se quitó una llave de acceso
    .text = Ya no sirve para iniciar sesión en su cuenta.

factor-disabled =
    .subject = Su segundo factor está desactivado
    .text = Desde ahora, su contraseña basta para iniciar sesión. Sus autenticadores, llaves de acceso y códigos de recuperación ya no funcionan.

factor-reset =
    .subject = Su segundo factor se ha restablecido
    .text = Un administrador ha quitado sus autenticadores, llaves de acceso y códigos de recuperación y ha cerrado todas sus sesiones.
    .code = La próxima vez que inicie sesión se le pedirá un código, que el administrador le leerá. Después configurará un autenticador nuevo.
    .no-code = La próxima vez que inicie sesión bastará su contraseña. Configure entonces un autenticador nuevo.

recovery-codes-regenerated =
    .subject = Tiene códigos de recuperación nuevos
    .text = { $count ->
        [one] Se ha creado un código de recuperación nuevo para su cuenta.
       *[other] Se han creado { $count } códigos de recuperación nuevos para su cuenta.
    } Los anteriores ya no funcionan.

recovery-code-used =
    .subject = Se usó un código de recuperación
    .text = Su código de recuperación número { $number } se usó en lugar de un código de su autenticador. No funcionará otra vez.
    .remaining = { $remaining ->
        [0] No le queda ningún código de recuperación.
        [one] Le queda un código de recuperación.
       *[other] Le quedan { $remaining } códigos de recuperación.
    }
    .few = Cree otros nuevos ahora, para poder entrar también el día que no tenga el teléfono.
    .action = Crear códigos nuevos

password-changed =
    .subject = Se cambió su contraseña
    .text = Ahora solo funciona la contraseña nueva. Sus demás sesiones se han cerrado.

password-forgotten =
    .subject = Se cambió su contraseña
    .text = Se estableció con el enlace que le habíamos enviado. Se han cerrado todas sus sesiones.

email-change-requested =
    .subject = Se solicitó un cambio de su dirección de correo
    .text = Se solicitó otra dirección de correo para su cuenta. Nada cambia hasta que se abra el enlace enviado a esa dirección.

email-changed =
    .subject = Se cambió su dirección de correo
    .text = Ahora inicia sesión con la dirección nueva, y allí recibe el correo.
    .back = Si no fue usted, el enlace de abajo también devuelve a su cuenta la dirección anterior.

email-restored =
    .subject = Se restableció su dirección de correo
    .text = Alguien que lee el correo de la dirección anterior dijo que no fue quien la cambió. Su cuenta vuelve a tener esa dirección y está congelada: nadie puede cambiarla.
    .more = Si la cambió usted, hable con sus administradores: la cuenta seguirá congelada hasta que uno de ellos la haya revisado con usted.

identity-linked =
    .subject = Se ha vinculado una cuenta
    .text = A partir de ahora, una cuenta de este proveedor permite entrar en la suya, igual que su contraseña.

identity-unlinked =
    .subject = Se ha desvinculado una cuenta
    .text = La cuenta de este proveedor ya no permite entrar en la suya.

new-device =
    .subject = Inicio de sesión con un navegador nuevo
    .text = Su cuenta se usó en un navegador que no conocíamos. Si fue usted, no tiene que hacer nada.

codes-guessed =
    .subject = Puede que alguien sepa su contraseña
    .text = { $failures ->
        [one] Alguien escribió su contraseña correcta y después un código incorrecto.
       *[other] Alguien escribió su contraseña correcta y después { $failures } códigos incorrectos.
    } Con códigos incorrectos no entra nadie.
    .more = Si no fue usted, esa persona tiene su contraseña: cámbiela aquí y en cualquier otro sitio donde la use.
    .action = Cambiar mi contraseña

passkey-copied =
    .subject = Puede que se haya copiado una llave de acceso suya
    .text = Se rechazó porque firmó como si uno de sus usos posteriores no hubiera existido. El propio dispositivo no hace eso, pero una copia de su clave sí.
    .more = Si usa la llave de acceso en un solo dispositivo, quítela de su cuenta y configure otra.
    .action = Ir a «Mi seguridad»

invitation =
    .subject = { $inviter } le invita a unirse a { $organization }
    .text = Una cuenta le espera en { $organization }. Elija una contraseña y será suya.
    .action = Activar mi cuenta
    .note = El enlace funciona una vez, hasta el { $until }.
    .stranger = Si no esperaba este correo, no haga nada. Sin usted no ocurre nada.

password-reset =
    .subject = Elija una contraseña nueva
    .text = Alguien pidió una contraseña nueva para su cuenta. Si fue usted, elíjala ahora.
    .action = Elegir una contraseña
    .note = El enlace funciona una vez, hasta el { $until }.
    .stranger = Si no fue usted, no haga nada. Su contraseña sigue siendo la misma.

password-asked =
    .subject = Elija una contraseña nueva
    .text = { $by } le pide que elija una contraseña nueva para su cuenta. Nadie más que usted la conocerá.
    .action = Elegir una contraseña
    .note = El enlace funciona una vez, hasta el { $until }.
    .stranger = Si no esperaba este correo, no haga nada. Su contraseña sigue siendo la misma.

login-code =
    .subject = Su código para iniciar sesión
    .text = Escriba este código en la página en la que está iniciando sesión.
    .note = El código funciona una vez, hasta el { $until }. No se lo dé a nadie, sea quien sea quien lo pida.
    .stranger = Si no está iniciando sesión en este momento, otra persona sabe su contraseña: cámbiela.

email-confirmation =
    .subject = Confirme su dirección de correo
    .text = ¿Es { $address } su dirección? Confírmela y su cuenta podrá usarla.
    .action = Confirmar esta dirección
    .note = El enlace funciona una vez, hasta el { $until }.
    .stranger = Si no pidió este correo, no haga nada.

policy-changed =
    .subject = Se cambiaron las reglas de acceso
    .text = { $by } ha cambiado las reglas de acceso de { $organization }.
    .action = Ver las reglas
    .note = Recibe este correo porque administra { $organization }. Si nadie sabe del cambio, consulte el registro.

setting = { $setting ->
    [mode] si un segundo factor es obligatorio
    [phases] fases de la implantación
    [newUsers] cuándo lo configuran los usuarios nuevos
    [afterGrace] qué ocurre después del plazo
    [loginStyle] el formulario de acceso
    [sso] inicio de sesión único
    [allowedMethods] métodos permitidos
    [passkeyLogin] inicio de sesión solo con llave de acceso
    [passkeyOnly] roles que exigen llave de acceso
    [recoveryCodeCount] número de códigos de recuperación
    [secretMaxAgeDays] antigüedad de los autenticadores
    [skewSteps] tolerancia de los relojes
    [trustedDeviceDays] dispositivos de confianza
    [stepUpMaxAgeMinutes] cuánto dura una confirmación
    [adminReset] quién restablece a los administradores
    [resetProof] prueba después de restablecer
    [temporaryPass] códigos provisionales
    [digits] longitud de los códigos
    [algorithm] algoritmo de los códigos
   *[other] { $setting }
}

set-up-reminder =
    .subject = Configure su segundo factor
    .text = Su cuenta en { $organization } solo está protegida por una contraseña. Con un código de una aplicación en su teléfono, una contraseña robada no basta para entrar. Configurarlo lleva dos minutos.
    .deadline = Configure su segundo factor antes del { $deadline }. Después, su cuenta lo necesitará.
    .action = Configurarlo ahora

account-frozen =
    .subject = { $user } dice: no fui yo
    .text = { $user } recibió un aviso sobre algo que ocurrió en su cuenta y respondió: no fui yo. Se han cerrado todas las sesiones de la cuenta, y está congelada: nadie puede cambiarla.
    .more = Hable con { $user } en persona o por teléfono antes de descongelarla.
    .action = Ver los usuarios
