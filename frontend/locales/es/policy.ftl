### Las reglas de la organización para el segundo factor.

title = Reglas de acceso
last-changed = Último cambio: <when/>.
read-only = Puede consultar las reglas; un administrador puede cambiarlas.

## Los ajustes, como partes del formulario y en la lista de cambios

setting =
    .mode = Quién necesita un segundo factor
    .phases = Fases
    .afterGrace = Después del plazo
    .newUsers = Usuarios nuevos
    .loginStyle = Inicio de sesión
    .allowedMethods = Qué está permitido
    .passkeyLogin = Inicio de sesión solo con llave de acceso
    .passkeyOnly = Roles que exigen llave de acceso
    .recoveryCodeCount = Códigos de recuperación por persona
    .secretMaxAgeDays = Renovar los autenticadores
    .digits = Dígitos de los autenticadores nuevos
    .algorithm = Algoritmo de los autenticadores nuevos
    .skewSteps = Códigos anterior y posterior al actual
    .stepUpMaxAgeMinutes = Volver a pedirlo
    .adminReset = Quién puede restablecer a un administrador
    .resetProof = Prueba tras restablecer
    .temporaryPass = Códigos provisionales
    .sso = Segundo factor después del inicio de sesión único
    .trustedDeviceDays = Navegadores de confianza

## Otras partes del formulario

rollout = Implantación
single-sign-on = Inicio de sesión único
details = Detalles
new-authenticators = Autenticadores nuevos
resets = Restablecimientos y códigos provisionales

## Quién necesita un segundo factor

# Para quienes lo oyen: qué se elige aquí.
mode = Modo
mode-off = Desactivado
    .meaning = No se pide un segundo factor a nadie. Lo que ya está configurado se conserva.
mode-optional = Opcional
    .meaning = Todos pueden configurar un segundo factor. Se pide a quienes lo tienen.
mode-required = Obligatorio
    .meaning = Todos necesitan un segundo factor: de inmediato o fase por fase.

## La implantación

no-phases = No hay fases: todos necesitan un segundo factor en cuanto se guarde esto.
add-phase = Añadir una fase
sort = Ordenar por fecha
most-phases = No puede haber más de { $most } fases.
phase = Fase { $number }
remove-phase = Quitar
    .spoken = Quitar la fase { $number }
phase-target = Para
phase-start = Comienzo
phase-grace = Gracia (días)
everyone = Todos
timeline = Fases por fecha
# Debajo del nombre de un rol, o de «todos».
timeline-phase = desde el <start/>, { $days ->
    [0] de inmediato
    [one] 1 día para configurarlo, plazo hasta el <deadline/>
   *[other] { $days } días para configurarlo, plazo hasta el <deadline/>
}
target-taken = Ya hay una fase para estas personas.
no-start = Elija una fecha y una hora.
range = Un número entero de { $least } a { $most }.

after-grace = Después del plazo
after-grace-enrollAtLogin = Configurarlo al iniciar sesión
    .meaning = Quienes se retrasen lo configuran justo después de la contraseña, y siguen.
after-grace-block = Bloquear el inicio de sesión
    .meaning = Quienes se retrasen no pueden iniciar sesión hasta que un administrador les dé más tiempo o un código provisional.

new-users = Usuarios nuevos
new-users-atActivation = Con la activación
    .meaning = Lo configuran al activar su cuenta.
new-users-firstLogin = En su primer inicio de sesión
    .meaning = Lo configuran justo después de escribir su contraseña por primera vez.
new-users-grace = Dentro del periodo de gracia de la fase
    .meaning = Tienen tantos días como los demás, desde el día en que se añaden.

## Inicio de sesión

# Para quienes lo oyen: qué se elige aquí.
login-style = Cómo se pide el código
login-style-twoStep = Paso a paso
    .meaning = El código se pide en una página aparte, después de la contraseña.
login-style-singleForm = En un solo formulario
    .meaning = El código está debajo de la contraseña. Una contraseña incorrecta y un código incorrecto reciben la misma respuesta, así que nadie sabe cuál de los dos falló.

## Qué está permitido

methods = Segundos factores, y lo que los sustituye
method-passkey = Se permiten las llaves de acceso
    .meaning = Se confirma con la huella, el rostro o el bloqueo de pantalla. Ninguna página falsa puede obtener eso.
method-totp = Se permiten las aplicaciones de autenticación
    .meaning = Una aplicación en el teléfono muestra códigos que se escriben.
method-recoveryCode = Se permite iniciar sesión con códigos de recuperación
    .meaning = La forma de entrar para quien ha perdido el teléfono o la llave.
method-email = Se permite activar los códigos por correo
    .meaning = Para las personas sin segundo factor, si los activan ellas mismas: más seguro que una contraseña sola. No cuentan como segundo factor y no son para administradores.
no-factor = Permita las llaves de acceso, las aplicaciones de autenticación o ambas.

passkeys = Llaves de acceso
passkey-login = Iniciar sesión solo con una llave de acceso
    .meaning = Sin contraseña, cuando el dispositivo comprueba que se trata de su dueño. Cuenta como los dos factores.
passkey-only = Para las personas con estos roles solo cuenta una llave de acceso, en cuanto necesiten un segundo factor

## Inicio de sesión único

# Para quienes lo oyen: qué se elige aquí.
sso = Qué se pide después
sso-exempt = Confiar en el proveedor
    .meaning = A quien inicia sesión allí no se le pide nada más aquí. El proveedor decide cuán seguro es.
sso-trustProvider = Confiar en el proveedor cuando pidió dos factores
    .meaning = Cuando dice que lo hizo, no se pide nada más. En otro caso se aplican las reglas para contraseñas.
sso-required = Pedirlo aquí también
    .meaning = Se aplican las mismas reglas que después de una contraseña: se pide el segundo factor, y también configurarlo.

## Detalles

number-recoveryCodeCount = Códigos de recuperación por persona
    .meaning = Cuántos tiene un juego nuevo, de 6 a 16.
number-secretMaxAgeDays = Renovar los autenticadores después de (días)
    .meaning = Se pide a los dueños de claves más antiguas que las sustituyan. 0 significa nunca.
number-trustedDeviceDays = Confiar en los navegadores durante (días)
    .meaning = Cuánto tiempo puede omitirse el código en un navegador propio, 30 como máximo. 0 significa nunca.
number-stepUpMaxAgeMinutes = Volver a pedirlo después de (minutos)
    .meaning = Cuánto tiempo puede haber pasado desde el segundo factor para cambiar ajustes de seguridad.
skew = Aceptar también los códigos anterior y posterior al actual
    .meaning = Tolera relojes desajustados hasta 30 segundos.

## Autenticadores nuevos

digits = Dígitos de un código
algorithm = Algoritmo
    .SHA1 = SHA-1 (todas las aplicaciones)
    .SHA256 = SHA-256 (no todas)
    .SHA512 = SHA-512 (no todas)
fits-apps = Todas las aplicaciones de autenticación pueden hacerlo. Los autenticadores ya configurados siguen como están.
fits-some-apps = No todas las aplicaciones pueden hacerlo: Google Authenticator, por ejemplo, muestra seis dígitos de SHA-1 se le indique lo que se le indique, y entonces sus códigos se rechazan. Los autenticadores ya configurados siguen como están.

## Restablecimientos y códigos provisionales

admin-reset-peer = Cualquier otro administrador
    .meaning = Los administradores se ayudan entre sí.
admin-reset-superadmin = Solo superadministradores
    .meaning = Quien se apodera de la cuenta de un administrador no puede apoderarse de las demás. Mantenga dos superadministradores.
reset-proof-code = Un código
    .meaning = El administrador le lee un código a la persona; sin él, nadie configura un factor nuevo.
reset-proof-none = Nada
    .meaning = Después de restablecer basta la contraseña: quien la sepa puede configurar un factor propio.
passes = Los administradores pueden emitir códigos provisionales
    .meaning = Un código que sustituye una vez al segundo factor y lleva a configurar uno nuevo.
passes-most = Válidos como máximo

## Plantillas

start = Por dónde empezar
use-recommended = Implantación recomendada
choose-preset = Elegir una plantilla…
presets = Elegir una plantilla
    .text = Rellena todos los ajustes de abajo. No se guarda nada hasta que usted lo guarde.
    .choice = Plantilla
    .cancel = Cancelar
    .fill-in = Rellenar
filled-in = Rellenado con «{ $preset }». Todavía no se ha guardado nada.
preset-recommendedRollout = Implantación recomendada
    .meaning = Obligatorio: administradores de inmediato, responsables en una semana, todos en dos semanas, estos dos últimos con 7 días de gracia.
preset-guidedAdministrators = Solo administradores
    .meaning = Obligatorio de inmediato para administradores, que lo configuran en su próximo inicio de sesión; para nadie más.
preset-optionalShort = Opcional
    .meaning = Todos pueden; seis códigos de recuperación por persona, y las claves se renuevan dos veces al año.
preset-phasedBlocking = Implantación que bloquea
    .meaning = Obligatorio fase por fase con 7 días de gracia. Quienes se retrasen quedan bloqueados hasta que un administrador les ayude.
preset-singleForm = Un solo formulario
    .meaning = Opcional; el código está debajo de la contraseña, y las claves no se renuevan nunca.
preset-supervised = Con supervisión
    .meaning = Opcional; solo los superadministradores restablecen a los administradores, y las claves no se renuevan nunca.

## El efecto: en quién, ahora u otro día

preview = Qué efecto tiene
    .changed = Con sus cambios, que todavía no están guardados.
    .unchanged = Con las reglas tal como están.
    .wrong = Corrija lo que está marcado en el formulario para ver el efecto.
day = Ver otro día
    .now = Ahora
counting = Contando
now = En este momento
    .caption = Efecto de un inicio de sesión en este momento, en personas
    .spoken = En este momento: { $effects }.
then = Al final del { $day }
    .caption = Efecto de un inicio de sesión al final del { $day }, en personas
    .spoken = Al final del { $day }: { $effects }.

who = Quién
people = { $people ->
    [one] 1 persona
   *[other] { $people } personas
}
standing-ready = Listo
    .meaning = debe usar el segundo factor que tiene configurado
standing-notice = Con aviso
    .meaning = inicia sesión con la contraseña y recibe un recordatorio para configurar uno
standing-mustEnroll = Por configurar
    .meaning = configura uno en el próximo inicio de sesión
standing-blocked = Bloqueado
    .meaning = no puede iniciar sesión
standing-exempt = Sin segundo factor
    .meaning = inicia sesión solo con la contraseña
# Debajo de una barra: cuántas personas hay de cada clase.
share =
    .ready = { $people ->
        [one] 1 listo
       *[other] { $people } listos
    }
    .notice = { $people } con aviso
    .mustEnroll = { $people } por configurar
    .blocked = { $people ->
        [one] 1 bloqueado
       *[other] { $people } bloqueados
    }
    .exempt = { $people } sin segundo factor
legend = Qué significan las palabras

# Puntos de una lista, que también se lee en voz alta como una sola frase, con comas.
effect =
    .blocked = { $people ->
        [one] 1 persona no puede iniciar sesión
       *[other] { $people } personas no pueden iniciar sesión
    }
    .mustEnroll = { $people ->
        [one] 1 persona debe configurar un segundo factor en el próximo inicio de sesión
       *[other] { $people } personas deben configurar un segundo factor en el próximo inicio de sesión
    }
    .notice = { $people ->
        [one] 1 persona recibe un recordatorio para configurar uno
       *[other] { $people } personas reciben un recordatorio para configurar uno
    }
    .ready = { $people ->
        [one] 1 persona debe usar el que tiene configurado
       *[other] { $people } personas deben usar el que tienen configurado
    }
    .exempt = { $people ->
        [one] 1 persona inicia sesión solo con la contraseña
       *[other] { $people } personas inician sesión solo con la contraseña
    }
    .nobody = No afecta a nadie

affected = Quién: { $people ->
    [one] 1 persona
   *[other] { $people } personas
}
    .by = { $email }, hasta el <deadline/>
    .first = Las primeras { $shown } de { $all }.
locked-out = { $count ->
    [one] Este administrador ya no podría iniciar sesión:
   *[other] Estos administradores ya no podrían iniciar sesión:
}
    .person = <link>{ $name }</link>, { $email }

warnings = Advertencias
# $code es uno que esta página no conoce. En las siguientes, $who es el nombre de un rol, o «Todos».
warning = Compruebe esto: { $code }.
    .only_one_administrator = Solo hay un administrador. Si esa persona pierde su segundo factor, nadie puede ayudarle: nombre también a otro administrador.
    .administrators_locked_out = Habría administradores que no podrían entrar.
    .grace_over_30_days = { $who }: más de 30 días de gracia. Lo que vence tan tarde suele olvidarse.
    .deadline_in_the_past = { $who }: el plazo ya ha pasado, así que esto tiene efecto en el próximo inicio de sesión.
    .earlier_deadlines_stay = { $who }: quienes tenían un plazo anterior lo conservan. Puede dar más tiempo a personas concretas en su página.
    .not_everyone_is_covered = No se incluye a todos: a quienes no están en ninguna fase les sigue bastando la contraseña.
    .nobody_is_covered = Las fases no afectan a nadie, así que nadie necesita un segundo factor.
    .passkeys_on_single_form = Una llave de acceso no cabe en el formulario. A quienes no tienen otra cosa se les pide después de la contraseña.
    .passkeys_demanded_of_nobody = Nadie está obligado a tener un segundo factor, así que nadie está obligado a tener una llave de acceso.
    .factor_no_longer_taken = Un tipo de factor ya no se acepta. Quienes no tienen otro siguen iniciando sesión con él, y configuran otro en cuanto sea obligatorio.

## Antes de guardar: qué cambia, de un valor a otro

review = ¿Guardar estos cambios?
    .changes = Qué cambia
    .effect = Qué efecto tiene
    .becomes = pasa a ser
    .at-once = De inmediato
    .at-the-end = Cuando haya pasado el último plazo, el { $deadline }
    .counting = Contando…
    .not-counted = No se pudo contar. { $why }
    .cancel = Seguir editando
    .save = Guardar
    .save-dangerous = Guardar de todos modos

value =
    .no-phases = Ninguna
    .phase-everyone = Todos desde el { $start }, { $days ->
        [0] de inmediato
        [one] con 1 día para configurarlo
       *[other] con { $days } días para configurarlo
    }
    .phase-role = El rol { $role } desde el { $start }, { $days ->
        [0] de inmediato
        [one] con 1 día para configurarlo
       *[other] con { $days } días para configurarlo
    }
    .passkey-login = Permitido
    .no-passkey-login = No permitido
    .no-passkey-only = Ninguno
    .max-age = { $days ->
        [0] Nunca
        [one] Después de 1 día
       *[other] Después de { $days } días
    }
    .skew = Se aceptan
    .no-skew = No se aceptan
    .ask-again = { $minutes ->
        [one] Después de 1 minuto
       *[other] Después de { $minutes } minutos
    }
    .passes = Válidos { $time } como máximo
    .no-passes = No se emiten
    .trusted = { $days ->
        [0] Ninguno
        [one] Durante 1 día
       *[other] Durante { $days } días
    }

danger =
    .off = Una contraseña sola abre cualquier cuenta. Lo que ya está configurado se conserva para más adelante.
    .not-required = Ya nadie está obligado a tener un segundo factor.
    .block = Quienes no cumplan el plazo no pueden entrar hasta que un administrador les ayude.
    .lost-factor = Quienes no tengan otra cosa deben configurar otro segundo factor donde sea obligatorio.
    .lost-recoveryCode = Quien pierda el teléfono necesita a un administrador.
    .lost-email = A quienes activaron los códigos por correo ya no se les pide ninguno.
    .passkey-only = Para estos roles ya no cuenta una aplicación de autenticación. Quienes no tengan llave de acceso deben configurar una donde un segundo factor sea obligatorio.
    .sso = Quien entra en el proveedor entra aquí, sin un segundo factor nuestro.
    .no-proof = Después de restablecer, quien sepa la contraseña puede configurar un factor propio.

## Guardar

save = Guardar las reglas
discard = Descartar los cambios
unsaved = Todavía no guardado
    .wrong = Todavía no guardado: corrija antes lo que está marcado
saved = Las reglas de acceso se han guardado.
leave = ¿Salir sin guardar?
    .loss = Sus cambios en las reglas de acceso todavía no están guardados.
refused =
    .stale_version = Mientras tanto, otra persona cambió las reglas. Sus ajustes se han cargado, con los cambios de usted por encima: compruébelos y guarde otra vez, o descarte los suyos.
    .enroll_first = Antes de exigir a otros un segundo factor, configure el suyo. <link>Configurar la autenticación de dos factores</link>
    .last_admin = Con estas reglas ningún administrador podría iniciar sesión, así que no se guardaron. Dé más tiempo a los administradores, o deje que quienes se retrasen configuren su segundo factor al iniciar sesión.
