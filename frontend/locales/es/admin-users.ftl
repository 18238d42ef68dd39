### La lista de usuarios y lo que se hace con muchos de ellos; también lo que la página de un usuario dice igual.

title = Usuarios
    .import = Importar
    .invite = Invitar
cancel = Cancelar
close = Cerrar

count = { $count ->
    [one] 1 usuario
   *[other] { $count } usuarios
}
    .unknown = Todos
    .none = Nadie cumple este filtro.
    .found = { $count ->
        [one] 1 usuario encontrado.
       *[other] { $count } usuarios encontrados.
    }

## Lo que limita la lista

search = Buscar
    .hint = Nombre o correo
filter =
    .two-factor = Estado 2FA
    .role = Rol
    .account = Cuenta
    .login = Modo de acceso
    .all = Cualquiera
    .reset = Quitar los filtros
sort = Ordenar por
    .email = Correo, de la A a la Z
    .email-reversed = Correo, de la Z a la A
    .name = Nombre, de la A a la Z
    .name-reversed = Nombre, de la Z a la A
    .lastSignIn = Último inicio de sesión, primero el más antiguo
    .lastSignIn-reversed = Último inicio de sesión, primero el más reciente
    .created = Añadido, primero el más antiguo
    .created-reversed = Añadido, primero el más reciente
standing =
    .enabled = Activado
    .expired = Activado, toca renovar
    .notEnabled = Desactivado
    .inGrace = Desactivado, dentro del plazo
    .overdue = Desactivado, fuera de plazo
    .blocked = Desactivado, bloqueado
account =
    .active = Activa
    .invited = Invitada
    .suspended = Suspendida

## Una fila

column =
    .user = Usuario
    .roles = Roles
    .login = Modo de acceso
    .twoFactor = Estado 2FA
    .codes = Códigos de recuperación
    .lastSignIn = Último inicio de sesión
    .email = Dirección de correo
    .deadline = Plazo
    .created = Añadido
columns = Columnas
    .shown = Columnas junto al nombre
    .reset = Mostrar las habituales
# Where no sign-in is known: there was none, or it was before their times were kept.
no-sign-in = Ninguno conocido
suspended = Cuenta suspendida
frozen = Cuenta congelada
state =
    .enabled = Activado
    .expired = Toca renovar
    .notEnabled = Desactivado
    .reset = Restablecido: falta el código
due =
    .ahead = plazo: { $date }
    .overdue = fuera de plazo
    .blocked = bloqueado
    .atNextSignIn = al próximo inicio de sesión
since = { $methods } desde el <when/>
codes = { $remaining ->
    [one] Queda 1 de { $total }
   *[other] Quedan { $remaining } de { $total }
}
    .none = Ninguno
    .made = creados el <when/>
imported = Importado, aún sin contraseña
invited = Invitado
    .good = Invitado, enlace válido hasta el { $moment }
    .expired = Invitado, enlace caducado
link =
    .good = enlace válido hasta el { $moment }
    .expired = enlace caducado

## A quién se ha marcado, y qué se hace con todos

selection = Usuarios seleccionados
    .one = Seleccionar a { $name }
    .shown = Seleccionar los mostrados
    .all = Seleccionar los { $total } que coinciden
    .size = { $count ->
        [one] 1 seleccionado
       *[other] { $count } seleccionados
    }
    .clear = Quitar la selección
order =
    .remind = Enviar recordatorio…
    .extendDeadline = Ampliar plazo…
    .reset = Restablecer…

## Lo que se hace con muchos, desde la pregunta hasta el resultado

reset =
    .title = { $count ->
        [one] ¿Restablecer el segundo factor de 1 persona?
       *[other] ¿Restablecer el segundo factor de { $count } personas?
    }
    .deleted = { $count ->
        [one] Los autenticadores, llaves de acceso y códigos de recuperación de 1 persona se eliminan y no se pueden recuperar.
       *[other] Los autenticadores, llaves de acceso y códigos de recuperación de { $count } personas se eliminan y no se pueden recuperar.
    }
    .signed-out = Se cierran todas las sesiones de estas personas.
    .code = Usted recibe un código para cada persona, que se muestra una sola vez: la persona lo introduce en el próximo inicio de sesión y configura un segundo factor nuevo.
    .no-code = Configuran un segundo factor nuevo después del próximo inicio de sesión, para el que basta la contraseña.
    .confirm = { $count ->
        [one] Restablecer a 1 persona
       *[other] Restablecer a { $count } personas
    }
    .running = Restableciendo segundos factores
    .done = Restablecido
    .refused = Rechazado
    .left = { $count ->
        [one] 1 rechazado
       *[other] { $count } rechazados
    }
extendDeadline =
    .title = { $count ->
        [one] ¿Ampliar el plazo de 1 persona?
       *[other] ¿Ampliar el plazo de { $count } personas?
    }
    .day = { $count ->
        [one] El día que elija pasa a ser el plazo de 1 persona, digan lo que digan las reglas de acceso. Quien ya tenga más tiempo lo conserva.
       *[other] El día que elija pasa a ser el plazo de { $count } personas, digan lo que digan las reglas de acceso. Quien ya tenga más tiempo lo conserva.
    }
    .blocked = Quien esté bloqueado ahora podrá volver a iniciar sesión hasta entonces. Quien ya tenga un segundo factor lo conserva.
    .confirm = { $count ->
        [one] Ampliar a 1 persona
       *[other] Ampliar a { $count } personas
    }
    .running = Ampliando plazos
    .done = Ampliado
    .refused = Rechazado
    .left = { $count ->
        [one] 1 rechazado
       *[other] { $count } rechazados
    }
remind =
    .title = { $count ->
        [one] ¿Enviar un recordatorio por correo a 1 persona?
       *[other] ¿Enviar un recordatorio por correo a { $count } personas?
    }
    .mail = Quien no tenga un segundo factor recibe un correo que le pide configurarlo y le indica el plazo.
    .left-out = Se omite a quien ya tenga uno, no pueda iniciar sesión o haya recibido un recordatorio en la última hora.
    .confirm = { $count ->
        [one] Enviar a 1 persona
       *[other] Enviar a { $count } personas
    }
    .running = Enviando recordatorios
    .done = Enviado
    .refused = Omitido
    .left = { $count ->
        [one] 1 omitido
       *[other] { $count } omitidos
    }

running =
    .leave = ¿Salir antes de que termine?
    .loss = Lo hecho, hecho queda, pero no verá para quién, y los códigos no se vuelven a mostrar.
    .confirm = Continúa en cuanto confirme con su segundo factor.
    .stop = Detener
    .resume = Continuar
outcome = Terminado
    .stopped = Detenido antes de terminar
    .sentence = { $parts }.
    .done = { $count ->
        [one] 1 hecho
       *[other] { $count } hechos
    }
    .missed = { $count ->
        [one] 1 sin procesar
       *[other] { $count } sin procesar
    }
    .list = Resultado de cada persona
    .all = Mostrar los { $count }
refused = Rechazado.
    .lately = Ya se le envió un recordatorio en la última hora.

## Los códigos de quienes se ha restablecido

code =
    .copy = Copiar
    .spoken = Copiar el código de { $name }
    .until = hasta el <when/>
all-codes = { $count ->
    [one] Guarde o copie el código ahora: no volverá a verlo. Entréguelo por el medio con el que comprobó la identidad.
   *[other] Guarde o copie los { $count } códigos ahora: no volverá a verlos. Entregue cada uno por el medio con el que comprobó la identidad.
}
    .copy = Copiar todos
    .download = Descargar CSV
    .saved = Ya los tengo
    .leave = ¿Cerrar sin los códigos?
    .loss = Solo se muestran ahora. Quien no reciba el suyo necesitará otro restablecimiento.
file =
    .user = usuario
    .code = código de restablecimiento
    .until = válido hasta

## Lo que se pregunta sobre una persona, y sobre muchas

identity = ¿Cómo comprobó que se trata de esa persona?
    .call = Por teléfono
    .video = Por vídeo
    .inPerson = En persona
    .other = De otra manera
reason = Motivo
    .about = Para el registro.
ticket = Incidencia (opcional)
deadline = Plazo
    .about = Hasta el final de ese día se inicia sesión sin segundo factor.
