### Mi seguridad: el propio segundo factor, las sesiones y lo que ocurrió hace poco.

title = Mi seguridad

## Activada, desactivada o por renovar

state =
    .notEnabled = La autenticación de dos factores está desactivada
    .enabled = La autenticación de dos factores está activada
    .expired = La autenticación de dos factores está activada, pero toca renovarla
    .suspended = La autenticación de dos factores está configurada, pero no se usa
off =
    .password = Cualquiera que averigüe su contraseña puede iniciar sesión en su lugar.
    .mailbox = Quien averigüe su contraseña necesita también su buzón de correo. Una llave de acceso o una aplicación de autenticación es más segura.
    .unasked = Cualquiera que averigüe su contraseña puede iniciar sesión en su lugar. Su organización no pide ahora un segundo factor a nadie; puede configurar el suyo de antemano.
on =
    .since = Desde el <since/>.
    .renew = Desde el <since/>. Su clave vale hasta el <renew/>; se le recordará.
    .expired = Desde el <since/>. Sigue funcionando; sustituya el autenticador que está marcado más abajo.
    .unasked = Su organización no pide ahora un segundo factor a nadie. Lo que ha configurado se conserva.
# $policy is a sentence, with its full stop.
asked = Lo que pide su organización: { $policy }
set-up = Configurar

## Factores de cada tipo

passkeys = Llaves de acceso
    .add = Añadir una llave de acceso
    .none = Todavía no tiene ninguna. Una llave de acceso es su huella, su rostro o el bloqueo de su pantalla: no hay nada que escribir, y ninguna página falsa puede quitársela.
    .no-new = Su organización no acepta ahora llaves de acceso nuevas.
    .most = No puede tener más de diez llaves de acceso.
    .stays-required = Su organización exige la autenticación de dos factores. Para quitar su única llave de acceso, añada antes otra.
    .stays-passwordless = Para desactivar la autenticación de dos factores hace falta una contraseña, y aquí no tiene ninguna. Para quitar su única llave de acceso, añada antes otra.
# Of one: kept by one device, or synced between several; used already, or not.
passkey =
    .device-used = En un solo dispositivo, añadida el <added/>, último uso: <used/>
    .device-unused = En un solo dispositivo, añadida el <added/>, aún sin usar
    .synced-used = Sincronizada entre sus dispositivos, añadida el <added/>, último uso: <used/>
    .synced-unused = Sincronizada entre sus dispositivos, añadida el <added/>, aún sin usar
authenticators = Autenticadores
    .add = Añadir un autenticador
    .none = No tiene configurada ninguna aplicación de autenticación.
    .most = No puede tener más de cinco autenticadores.
    .stays-required = Su organización exige la autenticación de dos factores, así que su único autenticador se puede sustituir, pero no quitar.
    .stays-passwordless = Para desactivar la autenticación de dos factores hace falta una contraseña, y aquí no tiene ninguna, así que su único autenticador se puede sustituir, pero no quitar.
authenticator =
    .unused = Añadido el <added/>
    .used = Añadido el <added/>, último uso: <used/>
    .unused-renew = Añadido el <added/>, por renovar antes del <renew/>
    .used-renew = Añadido el <added/>, último uso: <used/>, por renovar antes del <renew/>
    .old = Toca renovar: sustitúyalo
    .taken-over = Importado, aún sin usar aquí

## What can be done with something; the longer words are for those who hear them

replace = Sustituir
    .named = Sustituir { $name }
rename = Cambiar nombre
    .named = Cambiar nombre de { $name }
    .done = Nombre cambiado
remove = Quitar
    .named = Quitar { $name }
    .question = ¿Quitar { $name }?
    .keep = Conservar
    .done = Se quitó { $name }
consequence =
    .totp = Sus códigos dejan de funcionar de inmediato. Sus demás factores y sus códigos de recuperación quedan como están.
    .passkey = Ya no abre nada aquí. Su dispositivo la guarda hasta que la elimine también allí. Sus demás factores y sus códigos de recuperación quedan como están.
only =
    .totp = Es su único autenticador: no se puede quitar por separado.
    .passkey = Es su única llave de acceso: no se puede quitar por separado.
sessions-end = Se cierran sus demás sesiones.

## Códigos de recuperación

after-recovery = Acaba de usar un código de recuperación. Quedan: { $left } de { $all }. Si ha perdido el teléfono, <link>sustitúyalo</link>.
    .passkey = Acaba de usar un código de recuperación. Quedan: { $left } de { $all }. Si ya no tiene su llave de acceso, <link>cree otra</link>.
recovery-codes = Códigos de recuperación
    .new = Crear códigos nuevos
    .withdrawn = Estos códigos ya no valen: la base de datos se restauró de una copia de seguridad y puede que alguno se haya usado desde entonces. Cree otros nuevos mientras aún pueda iniciar sesión.
    .none-left = No queda ningún código. Cree otros nuevos mientras aún pueda iniciar sesión.
    .few-left = Quedan pocos códigos. Cree otros nuevos mientras aún pueda iniciar sesión.
    .about = { $left ->
        [one] Queda 1 de { $all }
       *[other] Quedan { $left } de { $all }
    }. Cada uno le permite iniciar sesión una vez cuando no tiene a mano su segundo factor. Hay quien los llama códigos de respaldo.
    .about-made = { $left ->
        [one] Queda 1 de { $all }
       *[other] Quedan { $left } de { $all }
    }, creados el <made/>. Cada uno le permite iniciar sesión una vez cuando no tiene a mano su segundo factor. Hay quien los llama códigos de respaldo.
    .unused = Sin usar: { $numbers }
recovery-code =
    .used = <code>Código { $number }</code> usado el <when/>
    .withdrawn = <code>Código { $number }</code> anulado el <when/>
new-codes = Crear códigos de recuperación nuevos
    .text = Los códigos que tiene ahora dejan de funcionar en cuanto se crean los nuevos.
    .passkey = Confirme primero con su llave de acceso: su huella, su rostro o el bloqueo de su pantalla.
    .use-passkey = Usar su llave de acceso
    .make = Crear códigos nuevos
    .cancel = Cancelar
    .refused = Esta llave de acceso no se aceptó.
    .refused-tries = { $tries ->
        [one] Esta llave de acceso no se aceptó. Queda 1 intento.
       *[other] Esta llave de acceso no se aceptó. Quedan { $tries } intentos.
    }
    .unclear = No se pudo contactar con Nightlatch, así que no es seguro que se hayan creado códigos nuevos. Puede que los anteriores ya no funcionen. Compruebe su conexión y cree códigos nuevos.
    .save = Guarde sus códigos de recuperación
    .done = Se crearon códigos de recuperación nuevos: los anteriores ya no funcionan.
instead =
    .passkey = Usar su llave de acceso
    .totp = Usar un código de su aplicación de autenticación

## Códigos por correo

email-codes = Códigos por correo al iniciar sesión
    .switch = Pedirme un código por correo
    .on = Los códigos por correo están activados
    .off = Los códigos por correo están desactivados
    .free = Después de la contraseña escribe un código que enviamos a <address>{ $email }</address>. Es más seguro que una contraseña sola; una llave de acceso o una aplicación de autenticación lo es aún más.
    .unverified = Más seguro que una contraseña sola, mientras no tenga un segundo factor. Confirme primero que <address>{ $email }</address> es su dirección, en <link>Mi cuenta</link>.
    .passwordByMail = Su contraseña se estableció con un enlace que enviamos por correo, así que un código del mismo buzón no probaría nada más. Elija primero otra contraseña, en <link>Mi cuenta</link>.
    .superseded = Tiene un segundo factor: es el que se pide, y no se envían códigos.
    .administrator = No es para administradores: quien lea su correo no debe llegar tan lejos. Configure en su lugar un segundo factor.
    .forbidden = Su organización no los usa. Configure en su lugar un segundo factor.
    .nobodyIsAsked = Su organización no pide ahora códigos a nadie, ni los envía.

## Navegadores y sesiones

trusted-browsers = Navegadores de confianza
    .none = Ninguno: en cada inicio de sesión se pide su segundo factor.
    .about = Aquí basta su contraseña para iniciar sesión, hasta el día indicado.
    .removed = Ya no es de confianza
    .this = Este navegador
    .remove-this = Quitar { $device }, este navegador
    .used = Último uso: <used/>, hasta el <until/>
    .used-at = { $address }, último uso: <used/>, hasta el <until/>
sessions = Dónde tiene sesiones abiertas
    .end-others = Cerrar todas las demás
    .ended = Sesión cerrada
    .this = Este dispositivo
    .end = Cerrar
    .end-of = Cerrar la sesión de { $device }
# $from is a list of an address, and of how somebody signed in, which comes next.
session = { $from }, inicio: <since/>, última actividad: <seen/>
    .password = con contraseña
    .email = con un código por correo
    .factor = con un segundo factor
    .passkey = solo con llave de acceso
    .sso = por inicio de sesión único
    .sso-factor = por inicio de sesión único con un segundo factor
activity = Actividad reciente
    .none = Todavía no ha ocurrido nada.
    .refused = Rechazado

## Turning it off, or deleting it where nobody is asked for it

turn-off = Desactivar la autenticación de dos factores
    .text = Su contraseña bastaría para abrir su cuenta. Para desactivarla hacen falta su contraseña y su segundo factor.
    .begin = Desactivar…
    .question = ¿Desactivar la autenticación de dos factores?
    .keep = No desactivar
    .do = Desactivar
    .opens = Su contraseña bastará para abrir su cuenta.
delete = Eliminar lo que ha configurado
    .text = Sus autenticadores, llaves de acceso y códigos de recuperación desaparecerían, también para el día en que su organización los vuelva a pedir. Para eliminarlos hacen falta su contraseña y su segundo factor.
    .begin = Eliminar…
    .question = ¿Eliminar lo que ha configurado?
    .keep = Conservar
    .do = Eliminar
gone = Sus autenticadores, llaves de acceso y códigos de recuperación se eliminan y no se pueden recuperar.
stays-required = Su organización exige la autenticación de dos factores, así que no se puede desactivar.
    .replace = Su organización exige la autenticación de dos factores, así que no se puede desactivar. Si cambia de teléfono, sustituya mejor su autenticador.
stays-passwordless = Para desactivar la autenticación de dos factores hace falta una contraseña, y aquí no tiene ninguna. Un administrador puede restablecer lo que ha configurado.
    .replace = Para desactivar la autenticación de dos factores hace falta una contraseña, y aquí no tiene ninguna. Un administrador puede restablecer lo que ha configurado. Si cambia de teléfono, sustituya mejor su autenticador.
password = Contraseña
follows = Su llave de acceso se le pide cuando pulse el botón: su huella, su rostro o el bloqueo de su pantalla.
wrong-code = La contraseña o el código no es correcto.
    .tries = { $tries ->
        [one] La contraseña o el código no es correcto. Queda 1 intento.
       *[other] La contraseña o el código no es correcto. Quedan { $tries } intentos.
    }
wrong-passkey = La contraseña o la llave de acceso no es correcta.
    .tries = { $tries ->
        [one] La contraseña o la llave de acceso no es correcta. Queda 1 intento.
       *[other] La contraseña o la llave de acceso no es correcta. Quedan { $tries } intentos.
    }
