### Hasta dónde ha llegado la organización con su segundo factor, qué queda por delante y qué falla.

title = Resumen

today = Hoy
    .everybody = Todos están protegidos por un segundo factor.
    .nobody = Todavía no hay nadie protegido por un segundo factor.
    .some = { $protected ->
        [one] { $protected } de { $total } usuarios está protegido por un segundo factor.
       *[other] { $protected } de { $total } usuarios están protegidos por un segundo factor.
    }
# Over the numbers of users: there is little room.
total =
    .all = Todos los usuarios
    .enabled = 2FA activada
    .expired = 2FA activada, pero con clave antigua
    .notEnabled = 2FA desactivada
    .overdue = Fuera de plazo
    .suspended = Suspendidos (no se cuentan)

adoption = Usuarios protegidos a lo largo del tiempo
    .none = Todavía no hay cifras.
    .told = De { $before } protegidos el { $from } a { $now } el { $to }.
    .shown = De { $before } protegidos el { $from } a { $now } el { $to }. El borde superior son los { $total } en total.
    .caption = Usuarios protegidos por día
    .protected = Protegidos
day = Día

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
    .none = Ningún inicio de sesión y ningún código falló en los últimos 30 días.
    .told = { $passwords ->
        [one] { $passwords } contraseña equivocada
       *[other] { $passwords } contraseñas equivocadas
    } y { $codes ->
        [one] { $codes } código rechazado
       *[other] { $codes } códigos rechazados
    } en los últimos 30 días.
    .on-day = { $date }: { $passwords } y { $codes }
    .caption = Fallos por día
    .passwords = Contraseñas equivocadas
    .codes = Códigos rechazados
    .passwords-in-log = Inicios de sesión fallidos en el registro
    .codes-in-log = Códigos equivocados en el registro
