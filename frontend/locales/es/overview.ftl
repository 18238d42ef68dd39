### Hasta dónde ha llegado la organización con su segundo factor, qué queda por delante y qué falla.

title = Resumen

today = Hoy
    .everybody = Todos están protegidos por un segundo factor.
    .nobody = Todavía no hay nadie protegido por un segundo factor.
    .some = { $protected ->
        [one] { $protected } de { $total } usuarios está protegido por un segundo factor.
       *[other] { $protected } de { $total } usuarios están protegidos por un segundo factor.
    }
next =
    .overdue = { $users ->
        [one] <link>{ $users } usuario</link> ya debería haber configurado uno.
       *[other] <link>{ $users } usuarios</link> ya deberían haber configurado uno.
    }
    .deadline = { $users ->
        [one] <link>{ $users } usuario</link> debe configurar uno antes del fin del { $date }.
       *[other] <link>{ $users } usuarios</link> deben configurar uno antes del fin del { $date }.
    }
    .require = { $users ->
        [one] { $users } usuario sin segundo factor no está obligado a tenerlo: <link>las reglas de acceso</link> pueden cambiarlo.
       *[other] { $users } usuarios sin segundo factor no están obligados a tenerlo: <link>las reglas de acceso</link> pueden cambiarlo.
    }
    .renew = { $users ->
        [one] <link>{ $users } usuario</link> debería renovar una clave antigua.
       *[other] <link>{ $users } usuarios</link> deberían renovar una clave antigua.
    }
    .invited = { $users ->
        [one] <link>{ $users } usuario</link> todavía no ha activado su cuenta.
       *[other] <link>{ $users } usuarios</link> todavía no han activado su cuenta.
    }
    .nothing = No hay nada que hacer.
# Over the numbers of users: there is little room.
total =
    .all = Todos los usuarios
    .enabled = 2FA activada
    .expired = 2FA activada, toca renovar
    .notEnabled = 2FA desactivada
    .overdue = Fuera de plazo
    .suspended = Suspendidos (no se cuentan)

enrollment = Progreso de la configuración
    .told = { $used ->
        [one] { $used } de { $accounts } cuentas tiene un segundo factor y lo ha usado.
       *[other] { $used } de { $accounts } cuentas tienen un segundo factor y lo han usado.
    }
    .caption = Usuarios por etapa
stage = Etapa
    .accounts = Tiene una cuenta
    .activated = Puede iniciar sesión
    .asked = Obligatorio, o ya configurado
    .enrolled = Ha configurado uno
    .used = Lo ha usado desde entonces
    .stuck = Aún no ha llegado
stuck =
    .activated = { $users ->
        [one] { $users } usuario no ha activado su cuenta: <link>mostrarlo</link>
       *[other] { $users } usuarios no han activado su cuenta: <link>mostrarlos</link>
    }
    .asked = { $users ->
        [one] { $users } usuario no está obligado a tenerlo: <link>cambiar las reglas de acceso</link>
       *[other] { $users } usuarios no están obligados a tenerlo: <link>cambiar las reglas de acceso</link>
    }
    .asked-later = { $users ->
        [one] { $users } usuario todavía no está obligado a tenerlo: vea los plazos
       *[other] { $users } usuarios todavía no están obligados a tenerlo: vea los plazos
    }
    .enrolled = { $users ->
        [one] { $users } usuario no ha configurado ninguno: <inTime>{ $ahead } dentro del plazo</inTime>, <late>{ $overdue } fuera de plazo</late>
       *[other] { $users } usuarios no han configurado ninguno: <inTime>{ $ahead } dentro del plazo</inTime>, <late>{ $overdue } fuera de plazo</late>
    }
    .used = { $users ->
        [one] { $users } usuario aún no lo ha necesitado. Se le pedirá en el próximo inicio de sesión.
       *[other] { $users } usuarios aún no lo han necesitado. Se les pedirá en el próximo inicio de sesión.
    }

adoption = Usuarios protegidos a lo largo del tiempo
    .none = Todavía no hay cifras.
    .told = De { $before } protegidos el { $from } a { $now } el { $to }.
    .shown = De { $before } protegidos el { $from } a { $now } el { $to }. El borde superior representa el total de { $total }.
    .caption = Usuarios protegidos por día
    .protected = Protegidos
day = Día

role = Rol
method = Método
roles = Por rol
    .none = Nadie tiene un rol.
    .label = Usuarios protegidos por rol
methods = Por método
    .none = Todavía nadie tiene un segundo factor.
    .label = Usuarios protegidos por método

deadlines = Próximos plazos
    .none = A nadie le vence un plazo en los próximos { $days } días.
    .one = { $users ->
        [one] { $users } usuario sin segundo factor: el plazo vence el { $date }.
       *[other] { $users } usuarios sin segundo factor: el plazo vence el { $date }.
    }
    .several = { $users ->
        [one] { $users } usuario sin segundo factor: el primer plazo vence el { $date }, para { $first }.
       *[other] { $users } usuarios sin segundo factor: el primer plazo vence el { $date }, para { $first }.
    }
    .ahead = Usuarios con un plazo por vencer
    .overdue = { $users ->
        [one] { $users } usuario fuera de plazo
       *[other] { $users } usuarios fuera de plazo
    }
    .on-day = { $users ->
        [one] { $date }: { $users } usuario
       *[other] { $date }: { $users } usuarios
    }
    .caption = Usuarios por plazo
    .deadline = Plazo
    .users = Usuarios

failures = Fallos
    .none = No falló ningún inicio de sesión ni ningún código en los últimos 30 días.
    .told = { $passwords ->
        [one] { $passwords } contraseña incorrecta
       *[other] { $passwords } contraseñas incorrectas
    } y { $codes ->
        [one] { $codes } código rechazado
       *[other] { $codes } códigos rechazados
    } en los últimos 30 días.
    .on-day = { $date }: { $passwords } y { $codes }
    .caption = Fallos por día
    .passwords = Contraseñas incorrectas
    .codes = Códigos rechazados
    .passwords-in-log = Inicios de sesión fallidos en el registro
    .codes-in-log = Códigos incorrectos en el registro

hours = Intentos fallidos por hora
    .none = Ningún intento fallido en las últimas { $weeks } semanas.
    .told = { $all ->
        [one] { $all } intento fallido en las últimas { $weeks } semanas: { $day }, { $time }.
       *[other] { $all } intentos fallidos en las últimas { $weeks } semanas. La hora con más: { $day }, { $time }, con { $most }.
    }
    .zone = Las horas son las de su zona horaria: { $zone }.
    .caption = Intentos fallidos por hora de la semana
    .weekday = Día
    .hour = Hora
