### Cómo llaman a las cosas varias páginas tras el inicio de sesión.

device = { $browser } en { $system }
device-unknown = Dispositivo desconocido

role =
    .member = Miembro
    .manager = Responsable
    .admin = Administrador
    .superadmin = Superadministrador
role-purpose =
    .member = Inicia sesión y se ocupa de su propio segundo factor.
    .manager = Ve los usuarios y las reglas de acceso de la organización.
    .admin = Administra la organización: usuarios, roles, reglas de acceso, registro y webhooks.
    .superadmin = Administra todas las organizaciones, y es el único que cambia a otros superadministradores.

method =
    .totp = Aplicación de autenticación
    .passkey = Llave de acceso
    .email = Códigos por correo
    .recoveryCode = Códigos de recuperación
    .temporaryPass = Código provisional

login-method =
    .password = Contraseña
    .passwordAndFactor = Contraseña y segundo factor
    .singleSignOn = Inicio de sesión único
    .none = Ninguno todavía

users =
    .read = Ver los usuarios, los roles y el resumen
    .write = Añadir, cambiar y suspender usuarios, y fijar sus plazos
    .reset2fa = Restablecer segundos factores y emitir códigos provisionales
roles =
    .write = Crear, cambiar y eliminar roles
policy =
    .read = Ver las reglas de acceso
    .write = Cambiar las reglas de acceso
sso =
    .write = Conectar proveedores de inicio de sesión único
audit =
    .read = Leer el registro
keys =
    .write = Crear, renovar y revocar claves de API
webhooks =
    .write = Hacer que se envíen eventos a otros servicios mediante webhooks
organizations =
    .read = Ver todas las organizaciones
    .write = Crear organizaciones y cambiarles el nombre

everyone = todos
only-role = el rol { $role }

sentence = { $because }; { $therefore }.
    .short = { $because }.

because =
    .off = Por ahora no se pide a nadie un segundo factor
    .optional = El segundo factor es opcional
    .requiredAtOnce = El segundo factor es obligatorio para todos
    .phase = El segundo factor es obligatorio por una fase de la implantación
    .phase-everyone = El segundo factor es obligatorio para todos desde el { $date }
    .phase-role = El segundo factor es obligatorio para el rol { $role } desde el { $date }
    .newUser = El segundo factor es obligatorio por una fase de la implantación, anterior a la creación de esta cuenta
    .newUser-everyone = El segundo factor es obligatorio para todos desde el { $date }, antes de que se creara esta cuenta
    .newUser-role = El segundo factor es obligatorio para el rol { $role } desde el { $date }, antes de que se creara esta cuenta
    .extended = El segundo factor es obligatorio, con un plazo que ha fijado un administrador
    .notYet = El segundo factor será obligatorio más adelante
    .notYet-everyone = El segundo factor será obligatorio para todos a partir del { $date }
    .notYet-role = El segundo factor será obligatorio para el rol { $role } a partir del { $date }
    .notConcerned = El segundo factor es obligatorio por fases, y ninguna afecta a esta cuenta

therefore =
    .ready = está configurado, y se pide al iniciar sesión
    .not-yet = hasta entonces no cambia nada
    .by = debe configurarse antes del { $deadline }
    .exempt = basta la contraseña para iniciar sesión
    .mustEnroll = hay que configurarlo en el próximo inicio de sesión
    .anew = un administrador ha dispuesto que se configure uno nuevo en el próximo inicio de sesión
    .blocked = el inicio de sesión está bloqueado
    .blocked-since = el inicio de sesión está bloqueado, porque el plazo terminó el { $deadline }
    .reminder = se muestra un recordatorio hasta que se configure
    .until-enrollAtLogin = se puede configurar hasta el { $deadline }, y después habrá que hacerlo en el próximo inicio de sesión
    .until-block = se puede configurar hasta el { $deadline }, y después el inicio de sesión quedará bloqueado
