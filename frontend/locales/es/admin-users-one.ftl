### La página de un usuario, y lo que se hace en ella.

cancel = Cancelar
close = Cerrar
title = Usuario
back = Todos los usuarios
    .list = Volver a la lista
    .label = Volver
missing = Ese usuario no existe
    .text = No hay nadie en esta dirección, o no en esta organización.
frozen = Congelada: a un correo sobre esta cuenta se respondió «No fui yo».

## Por qué no se puede cambiar nada, o una cosa no es posible

bar =
    .reader = Puede ver esta cuenta; un administrador puede cambiarla.
    .self = Esta es su propia cuenta. Nadie se restablece ni se suspende a sí mismo, ni cambia sus propios roles: pídaselo a otro administrador.
    .above = Es un superadministrador. Solo otro superadministrador puede cambiar esta cuenta.
obstacle =
    .superadminOnly = En su organización, solo los superadministradores pueden hacerlo con un administrador.
    .passesOff = Los códigos provisionales están desactivados en las reglas de acceso.
    .nothingToStandInFor = No hay un segundo factor que un código provisional pueda sustituir.
not-permitted = Sus permisos no llegan hasta aquí. Un superadministrador puede hacerlo.

## Cuenta

account = Cuenta
    .email = Correo
    .verified = { $email } <state>(confirmado)</state>
    .unverified = { $email } <state>(sin confirmar)</state>
    .roles = Roles
    .added = Añadida
    .login = Modo de acceso
    .sign-in = Inicio de sesión
    .log = Registro
    .log-by = Lo que ha hecho
    .log-about = Lo que afecta a esta cuenta
sign-in =
    .suspended = Suspendido
    .allowed = Permitido
    .password = Cuando haya elegido una contraseña
    .invitation = Cuando haya aceptado la invitación
roles = Cambiar roles…
    .title = Roles de { $name }
    .action = Guardar roles
    .done = Se han cambiado los roles de { $name }.

## Segundo factor

factor = Segundo factor
    .status = Estado
    .imported = Importado
    .unproved = Se importó un autenticador, y aún no se ha usado aquí
    .methods = Métodos
    .set-up = Configurado
    .codes = Códigos de recuperación
    .codes-none = Ninguno
    .codes-left = { $remaining ->
        [one] Queda 1 de { $total }
       *[other] Quedan { $remaining } de { $total }
    }
    .pass = Código provisional
    .code = Código
    .until = Válido hasta el <when/>
    .no-code = Usado o caducado: hace falta uno nuevo

reminder = Recordatorio
    .order = Enviar recordatorio…
    .purpose = { $name } aún no tiene segundo factor. Un correo le pide que lo configure.
    .title = ¿Enviar un recordatorio a { $name } por correo?
    .text = Un correo a <to>{ $email }</to> pide a { $name } que configure un segundo factor y le indica el plazo.
    .action = Enviar
    .done = Se ha enviado un recordatorio a { $name } por correo.

pass = Código provisional
    .order = Emitir un código…
    .purpose = Para un teléfono que no está a mano: un código que sustituye una vez al segundo factor y lleva a configurar uno nuevo. Lo que está configurado ahora se conserva.
    .purpose-reset = Para un código perdido o caducado: uno nuevo ocupa su lugar, con la duración que usted elija.
    .title = Emitir un código provisional para { $name }
    .text = Un código que sustituye una vez al segundo factor y lleva a { $name } a configurar uno nuevo.
    .text-again = Un código que sustituye una vez al segundo factor y lleva a { $name } a configurar uno nuevo. El código actual deja de funcionar.
    .lifetime = Válido durante
    .action = Emitir el código
    .slip = Código provisional para { $name }
    .passedOn = { $name } tiene un código provisional.
    .left = Hay un código provisional para { $name }, pero usted no lo ha entregado: emita uno nuevo si hace falta.

reset = Restablecer
    .order = Restablecer…
    .purpose = Para un teléfono perdido definitivamente: se elimina todo lo configurado y { $name } configura un segundo factor nuevo.
    .purpose-none = No hay nada configurado que se pueda perder. Al restablecer se cierran las sesiones de { $name } y la configuración empieza de nuevo.
    .purpose-again = Empieza de nuevo: un código nuevo ocupa el lugar del anterior y es válido durante 24 horas.
    .title = ¿Restablecer el segundo factor de { $name }?
    .deleted = Los autenticadores, llaves de acceso y códigos de recuperación de esta persona se eliminan y no se pueden recuperar.
    .signed-out = Se cierran todas las sesiones de esta persona.
    .code = Usted recibe un código para leérselo: { $name } lo introduce en el próximo inicio de sesión y configura un segundo factor nuevo.
    .no-code = { $name } configura un segundo factor nuevo después del próximo inicio de sesión, para el que basta la contraseña.
    .action = Restablecer
    .slip = Código de restablecimiento para { $name }
    .passedOn = Se ha restablecido el segundo factor de { $name }. En el próximo inicio de sesión se pedirá el código que usted le ha dado.
    .left = Se ha restablecido el segundo factor de { $name }. Sin el código, hace falta otro restablecimiento o un código provisional.
    .withoutCode = Se ha restablecido el segundo factor de { $name }. Configurará uno nuevo después de iniciar sesión.

## Un código que se entrega

slip = Código
    .lifetime = Funciona una vez, durante { $lifetime }: hasta el <when/>.
    .once = Léaselo a la persona por el medio con el que comprobó la identidad; no volverá a verlo.
    .use = { $name } inicia sesión con su correo y su contraseña, introduce este código y configura un segundo factor nuevo.
    .copy = Copiar código
    .passed-on = Ya lo he entregado
    .leave = ¿Salir sin entregar el código?
    .close = ¿Cerrar sin entregar el código?
    .loss = Solo se muestra ahora. Sin él, { $name } necesitará uno nuevo.
    .stay = Quedarse aquí

## Invitación

invitation = Invitación
    .sent = Enviada
    .good-until = Enlace válido hasta
    .expired = Enlace caducado
    .none = Esta cuenta llegó sin contraseña. Se elige una con «¿Ha olvidado su contraseña?» al iniciar sesión.
link = Enlace nuevo
    .first = Enviar una invitación
    .again = Enviar de nuevo
    .purpose-first = Envía un enlace a { $email }.
    .purpose = Envía un enlace nuevo a { $email }.
    .purpose-again = Envía un enlace nuevo a { $email }; el anterior deja de funcionar.
    .done = Un enlace nuevo va de camino a { $email }.
revoke = Revocar
    .order = Revocar invitación…
    .purpose = El enlace deja de funcionar y la cuenta se elimina. Se puede volver a invitar a la dirección.
    .title = ¿Revocar la invitación de { $email }?
    .text = El enlace enviado deja de funcionar y la cuenta desaparece de la lista.
    .again = Puede volver a invitar a { $email } en cualquier momento.
    .action = Revocar invitación
    .done = Se ha revocado la invitación de { $email }.
remove = Eliminar
    .order = Eliminar la cuenta…
    .purpose = La cuenta se elimina. Se puede volver a importar o invitar a la dirección.
    .purpose-with-factor = La cuenta y su segundo factor importado se eliminan. Solo una nueva importación los recupera.
    .title = ¿Eliminar la cuenta de { $email }?
    .action = Eliminar la cuenta
    .done = Se ha eliminado la cuenta de { $email }.

## Lo que se exige

requirement = Requisito
    .deadline = Plazo
deadline = Fijar plazo…
    .title = Fijar un plazo para { $name }
    .text = Ocupa el lugar del plazo de las reglas de acceso, y ningún cambio posterior de las reglas lo mueve.
    .action = Fijar el plazo
    .done = El plazo de { $name } es el { $date }.

## Acceso

access = Acceso

unfreeze = Cuenta congelada
    .order = Descongelar…
    .purpose = { $name } no puede cambiar nada en la cuenta hasta que lo hayan arreglado todo juntos.
    .title = ¿Descongelar la cuenta de { $name }?
    .first = Primero mire con { $name } qué ha ocurrido, por un medio de confianza: ¿le pertenece todo lo que hay en la cuenta, también la contraseña y la dirección de correo?
    .second = Después, { $name } podrá volver a cambiar la cuenta, igual que cualquier otra persona que entre en ella.
    .action = Descongelar
    .done = La cuenta de { $name } ya no está congelada.

newPassword = Contraseña
    .order = Enviar un enlace…
    .purpose = Para una contraseña que { $name } ha olvidado, o que otra persona puede conocer.
    .title = ¿Enviar a { $name } un enlace para una contraseña nueva?
    .first = { $name } elige la contraseña nueva; usted no ve ni la contraseña ni el enlace, que vale durante 30 minutos.
    .second = Hasta entonces sirve la contraseña anterior, y las sesiones abiertas siguen abiertas. Si otra persona puede conocerla, cierre también todas las sesiones.
    .action = Enviar el enlace
    .done = Un enlace para una contraseña nueva va de camino a { $name }.

signOut = Sesiones
    .order = Cerrar todas…
    .purpose = Cierra todas las sesiones de { $name }, en todos los dispositivos.
    .title = ¿Cerrar todas las sesiones de { $name }?
    .first = Todas las sesiones de { $name } terminan ahora. La contraseña y el segundo factor siguen como están.
    .action = Cerrar todas
    .done = Se han cerrado todas las sesiones de { $name }.

disconnect = Inicio de sesión único
    .order = Desvincular…
    .purpose = Para una cuenta de un proveedor que no está, o ya no está, en manos de { $name }.
    .title = ¿Desvincular el inicio de sesión único de { $name }?
    .first = Ninguna cuenta de un proveedor inicia ya sesión como { $name }, y todas las sesiones terminan ahora. Se avisa a { $name } por correo.
    .second = Desde ahora, { $name } inicia sesión con la contraseña, y puede volver a vincular una cuenta.
    .action = Desvincular
    .done = Desde ahora, { $name } inicia sesión con la contraseña.

suspend = Suspensión
    .order = Suspender…
    .purpose = Para alguien que se ha ido o cuya cuenta está en peligro: { $name } no puede iniciar sesión hasta que se restaure la cuenta.
    .title = ¿Suspender a { $name }?
    .first = { $name } ya no puede iniciar sesión, y se cierran todas sus sesiones.
    .second = Lo que está configurado se conserva, para que pueda restaurar la cuenta más adelante.
    .action = Suspender
    .done = Se ha suspendido a { $name }.

restore = Suspensión
    .order = Restaurar…
    .purpose = { $name } no puede iniciar sesión hasta que se restaure la cuenta.
    .title = ¿Restaurar a { $name }?
    .first = { $name } puede volver a iniciar sesión, con la contraseña y el segundo factor de antes.
    .action = Restaurar
    .done = { $name } puede volver a iniciar sesión.
