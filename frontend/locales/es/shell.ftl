### El marco de las páginas tras el inicio de sesión.

skip = Ir al contenido
home = { $name }, mi seguridad
main = Menú principal

security = Mi seguridad
account = Mi cuenta
help = Ayuda
overview = Resumen
users = Usuarios
roles = Roles
api-keys = Claves de API
branding = Identidad visual
policy = Reglas
single-sign-on = SSO
audit-log = Registro
webhooks = Webhooks
organizations = Organizaciones
more = Más

find = Buscar en todo
shortcuts = Atajos de teclado
support = Ayuda: { $contact }

sign-out = Cerrar sesión
sign-out-both = Cerrar sesión aquí y en { $provider }

acting = Organización administrada
    .shown = Está administrando <name>{ $organization }</name>.
    .spoken = Está administrando { $organization }.
    .back = Volver a { $organization }
    .back-home = Volver a su organización
    .returned = Ha vuelto a su propia organización.
    .lost = Ya no puede administrar { $organization }, así que ha vuelto a su propia organización. Puede que lo último que hizo allí no se haya guardado.
    .ok = Aceptar
reach =
    .own = Esta página trata de su propia cuenta.
    .all = Esta página trata de todas las organizaciones.
    .recorded = Lo que haga aquí queda anotado en su registro.

notices = Avisos
account_frozen = Su cuenta está congelada: alguien que recibió un correo sobre ella dijo: no fui yo. No se puede cambiar nada hasta que un administrador la descongele. <link>Ver lo que ha ocurrido últimamente</link>.
set_up_two_factor = Su cuenta no tiene segundo factor. <link>Configure la autenticación de dos factores</link>.
    .by = Su cuenta no tiene segundo factor. <link>Configure la autenticación de dos factores</link> antes del <deadline/>.
set_up_other_factor = Su organización ya no acepta el segundo factor que tiene. <link>Configure otro</link>.
    .by = Su organización ya no acepta el segundo factor que tiene. <link>Configure otro</link> antes del <deadline/>.
renew_authenticator = Toca renovar un autenticador. <link>Sustitúyalo por uno nuevo</link>; hasta entonces funciona.
recovery_codes_low = { $remaining ->
    [one] Le queda 1 código de recuperación.
   *[other] Le quedan { $remaining } códigos de recuperación.
} <link>Cree otros nuevos</link>.
