### Cómo se llama cada rechazo del servicio, por su código. <wait/> va en cuenta atrás, como «1:05».

malformed = Algo ha fallado por nuestra parte. Vuelva a intentarlo.
unauthenticated = Vuelva a iniciar sesión.
session_expired = Se cerró su sesión. Vuelva a iniciarla.
login_failed = No se pudo iniciar sesión. Compruebe sus datos y vuelva a intentarlo. Si no funciona, contacte con su administrador.
code_rejected = Ese código no es correcto.
    .tries = { $tries ->
        [one] Ese código no es correcto. Queda 1 intento.
       *[other] Ese código no es correcto. Quedan { $tries } intentos.
    }
step_up_required = Confirme primero con su segundo factor.
enrollment_required = Su organización le pide que configure primero la autenticación de dos factores.
blocked_by_policy = Su organización no le permite iniciar sesión en este momento. Contacte con su administrador.
    .pastDeadline = Su organización exige la autenticación de dos factores, y el plazo para configurarla ha pasado. Pida a su administrador más tiempo o un código provisional.
    .passwordByMail = Su contraseña se estableció con un enlace enviado por correo, así que no puede iniciar sesión también con un código por correo. Un administrador puede darle un código provisional.
account_frozen = Esta cuenta está congelada, porque alguien dijo: no fui yo. Un administrador tiene que descongelarla primero.
sso_not_connected = Su cuenta en el proveedor no está vinculada con nadie aquí. Inicie sesión con su contraseña y vincúlela en la página de su cuenta, o pregunte a su administrador.
sso_refused = Se rechazó este inicio de sesión. Contacte con su administrador.
sso_expired = Este inicio de sesión tardó demasiado, o ya se había usado. Empiece de nuevo.
provider_unreachable = No se puede contactar con el proveedor, no funciona en este momento o no está bien configurado. Vuelva a intentarlo más tarde.
no_password = Usted inicia sesión en su proveedor y no tiene contraseña aquí. Un administrador puede ayudarle con lo que la necesite.
identity_taken = Esa cuenta ya está vinculada con un usuario.
last_login_method = Es su única forma de iniciar sesión, así que se conserva.
missing_scope = Esta clave de API no se creó para eso.
rate_limited = Esta clave de API se usa con demasiada frecuencia. Vuelva a intentarlo en un momento.
    .wait = Esta clave de API se usa con demasiada frecuencia. Podrá volver a intentarlo dentro de <wait/>.
not_permitted = No tiene permiso para hacer esto.
cross_origin = Esta solicitud venía de otro sitio y se rechazó.
not_found = Esto ya no existe.
method_not_allowed = Algo ha fallado por nuestra parte. Vuelva a intentarlo.
request_timeout = Tardó demasiado. Vuelva a intentarlo.
authenticator_limit = Tiene cinco autenticadores, que es el máximo. Quite uno antes de añadir otro.
passkey_limit = Tiene diez llaves de acceso, que es el máximo. Quite una antes de añadir otra.
email_unverified = Confirme primero que esta dirección de correo es suya.
password_by_mail = Su contraseña se estableció con un enlace que enviamos. Elija primero otra.
email_taken = Ya hay alguien aquí con esta dirección de correo.
already_activated = Esta cuenta ya se había activado.
provider_taken = Ya hay un proveedor con este nombre.
role_taken = Ya hay un rol con este nombre.
role_in_use = Alguien tiene este rol, un proveedor de inicio de sesión único lo da, o una fase de las reglas es para él. Cambie eso primero y elimínelo después.
webhook_disabled = Este webhook está desactivado. Reanúdelo primero.
enroll_first = Configure primero la autenticación de dos factores para usted.
required_by_policy = Su organización exige la autenticación de dos factores, así que el último factor que cuenta se conserva.
last_factor = Es su único segundo factor. Desactive la autenticación de dos factores, o añada otro primero.
cannot_reset_self = Nadie se restablece a sí mismo: pídaselo a otro administrador.
nothing_to_remind = Esa persona ya tiene un segundo factor, o no puede iniciar sesión.
nothing_to_reset = Esa persona no ha activado su cuenta, no tiene contraseña aquí, o su cuenta está suspendida.
suspended_or_frozen = La cuenta está suspendida o congelada: antes hay que reactivarla.
later_deadline = Esa persona ya tiene un plazo más largo.
idempotency_conflict = Algo ha fallado por nuestra parte. Vuelva a intentarlo.
last_admin = Es el último administrador que puede iniciar sesión. Nombre primero a otra persona.
last_superadmin = La primera organización necesita un superadministrador que pueda iniciar sesión. Nombre primero a otra persona de ella.
challenge_expired = Este inicio de sesión tardó demasiado. Empiece de nuevo.
link_expired = Este enlace ya se usó, o ha caducado.
stale_version = Otra persona cambió esto entretanto.
payload_too_large = Es demasiado largo.
unsupported_media_type = Algo ha fallado por nuestra parte. Vuelva a intentarlo.
validation_failed = Compruebe lo que ha escrito.
enrollment_code_rejected = Ese código no es de este autenticador. Busque en su aplicación la entrada que acaba de añadir y escriba el código que muestra ahora.
passkey_rejected = Esa llave de acceso no funcionó aquí. Vuelva a intentarlo.
    .noCeremony = Eso tardó más de cinco minutos, o ya se había enviado. Vuelva a intentarlo.
    .wrongOrigin = Esa llave de acceso se creó para otro sitio.
    .wrongRelyingParty = Esa llave de acceso se creó para otro sitio.
    .alreadyEnrolled = Esa llave de acceso ya está configurada.
precondition_required = Algo ha fallado por nuestra parte. Vuelva a intentarlo.
too_many_attempts = Demasiados intentos. Vuelva a intentarlo en un momento.
    .wait = Demasiados intentos. Podrá volver a intentarlo dentro de <wait/>.
too_many_sign_ins = Demasiados intentos de inicio de sesión desde su red. Vuelva a intentarlo en un momento.
    .wait = Demasiados intentos de inicio de sesión desde su red. Podrá volver a intentarlo dentro de <wait/>.
too_many_mails = Se enviaron demasiados correos. Vuelva a intentarlo en un momento.
    .wait = Se enviaron demasiados correos. Podrá volver a intentarlo dentro de <wait/>.
internal = Algo ha fallado por nuestra parte. Vuelva a intentarlo.
overloaded = Nightlatch está ocupado. Vuelva a intentarlo en un momento.
    .wait = Nightlatch está ocupado. Podrá volver a intentarlo dentro de <wait/>.
not_ready = Nightlatch se está iniciando. Vuelva a intentarlo en un momento.
    .wait = Nightlatch se está iniciando. Podrá volver a intentarlo dentro de <wait/>.
waited = Ya puede volver a intentarlo.

unreachable = No se puede contactar con Nightlatch. Compruebe su conexión y vuelva a intentarlo.

passkey =
    .notGiven = No se usó ninguna llave de acceso: se canceló, tardó demasiado, o no hay ninguna para usted en este dispositivo. Puede volver a intentarlo.
    .known = Este dispositivo ya tiene una llave de acceso para su cuenta. Use esa, u otro dispositivo.
    .unsupported = Este navegador no puede usar llaves de acceso. Use otro navegador, u otra forma.
    .wrongSite = Las llaves de acceso no funcionan en esta dirección. Abra Nightlatch en la dirección que usa normalmente.
    .broken = Su dispositivo no pudo hacerlo. Vuelva a intentarlo, o use otra forma.

tries-left = { $tries ->
    [one] Queda 1 intento.
   *[other] Quedan { $tries } intentos.
}

passkey-unknown = Con esta llave de acceso no puede iniciar sesión: se quitó de su cuenta, no puede sustituir a su contraseña o puede que exista una copia. Vuelva a intentarlo o inicie sesión con su contraseña.
passkey-not-given = No se usó ninguna llave de acceso: se canceló o tardó demasiado, o su dispositivo no tiene ninguna para usted o no pudo comprobar que es usted. Vuelva a intentarlo, o inicie sesión con su contraseña.

## Lo que está mal en lo escrito

field-problem =
    .required = Rellene este campo.
    .choice = Elija una opción.
    .too_long = Es demasiado largo.
    .too_short = Es demasiado corto.
    .too_many = Son demasiados.
    .out_of_range = Está fuera de lo permitido.
    .invalid_characters = Contiene caracteres que no se ven.
    .invalid_email = No es una dirección de correo.
    .email_taken = Alguien ya tiene esta dirección de correo.
    .invalid_code = No es un código completo.
    .too_common = Mucha gente tiene esta, o una parecida. Elija varias palabras que nadie juntaría.
    .too_obvious = Ni su propio nombre ni su dirección.
    .unknown_role = No existe ese rol.
    .invalid_role_name = Minúsculas, cifras y guiones, empezando por una letra.
    .reserved_permission = Solo los superadministradores llegan más allá de una organización.
    .invalid_url = No es una dirección web, o contiene más de lo permitido.
    .https_required = La dirección tiene que empezar por https://.
    .credentials_in_url = La dirección no puede llevar nombre de usuario ni contraseña.
    .private_target = Esta dirección no está en la Internet pública.
    .unknown_event = No existe ese evento.
    .invalid = No es como se esperaba.
    .invalid_domain = No es un dominio. Un dominio se escribe así: example.org.
    .invalid_scope = Nombres como email.
    .invalid_contact = No es una dirección de correo ni una página que empiece por https://.
    .invalid_colour = No es un color. Un color se escribe así: #3c58b3.
    .invalid_png = No es una imagen PNG completa.
    .animated = La imagen no puede moverse.
    .too_large = El archivo es demasiado grande.
    .too_many_pixels = La imagen tiene demasiados píxeles.
    .not_offered = Eso no se ofrece aquí.
    .duplicate_target = Otra fase es para las mismas personas.
    .one_target = Una fase es para un rol o para todos.
    .factor_missing = Hace falta un segundo factor entre ellos.
    .not_a_factor = No es un segundo factor.
    .passkeys_not_allowed = Las llaves de acceso no están permitidas.
    .administrator_role = Este rol administra: nadie lo recibe al iniciar sesión.
    .too_many_keys = No caben más claves de API.
    .too_many_roles = No caben más roles.
    .too_many_webhooks = No caben más webhooks.
    .too_many_providers = No caben más proveedores.
    .too_many_identities = No caben más conexiones.
    .unknown = Este campo no existe.
    .duplicate = Esto se indica más de una vez.
    .malformed = Esto no es un único objeto JSON.
    .invalid_hash = Esto no es un hash de un tipo que se acepte aquí.
    .cheap_hash = Este hash es demasiado débil: omítalo, y el usuario elegirá una contraseña nueva.
    .dear_hash = Este hash es más costoso que los de esta instalación.
    .invalid_secret = Esto no es un secreto en base32, o es demasiado largo.
    .weak_secret = Este secreto se podría adivinar: el usuario configurará un segundo factor nuevo.
    .unsupported = Esto no se admite.
    .taken = Alguien de la organización ya tiene esto.
    .not_permitted = Esto permite más de lo que usted puede conceder.
