### El segundo paso: una llave de acceso o un código.

title = Confirme que es usted
    .again = Lo que va a hacer requiere de nuevo su segundo factor. Después no se le volverá a pedir durante unos minutos.
whose = Inicio de sesión como <address>{ $email }</address>
verify = Comprobar
cancel = Cancelar
back = Volver al inicio de sesión
signing-in = Iniciando su sesión

prompt =
    .totp = Escriba el { $digits ->
        [6] código de seis dígitos
        [8] código de ocho dígitos
       *[any] código
    } que su aplicación de autenticación muestra para esta cuenta.
    .passkey = Use su llave de acceso: huella, rostro, bloqueo de pantalla o llave de seguridad.
    .recoveryCode = Escriba uno de los códigos de recuperación que guardó al configurar la autenticación de dos factores.
    .temporaryPass = Escriba el código que le dio su administrador. Justo después configurará un segundo factor nuevo.
    .reset = Su segundo factor se restableció. Escriba el código que su administrador le lee.

instead =
    .totp = Usar un código de la aplicación de autenticación
    .passkey = Usar su llave de acceso
    .email = Usar un código por correo
    .recoveryCode = Usar un código de recuperación
    .temporaryPass = Usar un código de su administrador

use-passkey = Usar su llave de acceso
try-again = Volver a intentarlo
follow-device = Siga ahora lo que le pida su navegador o su dispositivo.
passkey-refused = No se aceptó esta llave de acceso: se quitó de su cuenta, o la solicitud era demasiado antigua.
    .tries = { $tries ->
        [one] No se aceptó esta llave de acceso: se quitó de su cuenta, o la solicitud era demasiado antigua. Queda 1 intento.
       *[other] No se aceptó esta llave de acceso: se quitó de su cuenta, o la solicitud era demasiado antigua. Quedan { $tries } intentos.
    }

recovery-code = Código de recuperación
    .description = Seis grupos de cuatro caracteres. No importan las mayúsculas, los espacios ni los guiones.
temporary-pass = Código de su administrador
    .description = Cuatro grupos de cuatro caracteres. No importan las mayúsculas, los espacios ni los guiones. Funciona una vez y durante un tiempo limitado.

refused = { $what } { $next }
next =
    .totp = Espere al código siguiente y compruebe que lee en la aplicación la entrada de esta cuenta.
    .totp-again = Active la fecha y hora automáticas en los ajustes de su teléfono y escriba el código siguiente.
    .email = Use el código del correo más reciente: los anteriores ya no sirven.
    .recoveryCode = Cada uno sirve una sola vez: use uno que no haya usado.
    .temporaryPass = Sirve una sola vez y por tiempo limitado: su administrador puede darle uno nuevo.
malformed =
    .recoveryCode = No es un código de recuperación completo: tiene seis grupos de cuatro caracteres. Compruebe si falta alguno.
    .temporaryPass = No es un código completo: tiene cuatro grupos de cuatro caracteres. Compruebe si falta alguno.

mail-code = Código del correo
mail-offer = Enviamos un código de ocho dígitos a su dirección de correo.
mail-send = Enviarme un código
mail-underway = Un código va de camino a su buzón…
mail-sent = Escriba el código de ocho dígitos que enviamos a { $address }.
mail-again = ¿No ha llegado? Mire también en el correo no deseado. <send>Enviarlo de nuevo</send>
mail-again-later = ¿No ha llegado? Mire también en el correo no deseado. Podrá pedirlo de nuevo dentro de <wait/>.
mail-no-more = Por ahora no se envían más códigos. Podrá pedirlo de nuevo dentro de <wait/>.
mail-limited = Se le enviaron demasiados códigos, y los de correos anteriores no funcionan aquí. Podrá recibir el siguiente dentro de <wait/>.
mail-limited-over = Se le enviaron demasiados códigos, y los de correos anteriores no funcionan aquí. Podrá recibir el siguiente dentro de <wait/>: empiece entonces de nuevo.

trust = { $days ->
    [one] No volver a preguntar en este navegador durante 1 día
   *[other] No volver a preguntar en este navegador durante { $days } días
}
    .about = Solo donde nadie más inicie sesión. Puede retirarlo en «Mi seguridad».

time-to-enter = Quedan { $time } para escribirlo
time-to-use = Quedan { $time } para usarla
throttled = Demasiados códigos incorrectos. Podrá volver a intentarlo dentro de <wait/>.
throttled-other-way = Demasiados códigos incorrectos. Podrá volver a intentarlo dentro de <wait/>, o usar ahora otra forma.

ended =
    .expired = Este inicio de sesión tardó demasiado. Empiece de nuevo.
    .exhausted = Tampoco era correcto, y era el último intento. Empiece de nuevo.
renewed =
    .expired = Tardó demasiado. Empiece de nuevo.
    .exhausted = Tampoco era correcto. Si usa una aplicación, espere a que muestre el código siguiente.
ask-again = Volver a preguntar

blocked = Su inicio de sesión está bloqueado
