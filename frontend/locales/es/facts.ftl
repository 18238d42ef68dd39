### Lo que se registra con un evento: el nombre de cada dato y, debajo, los de sus valores.

## Sí y no

true = sí
false = no

## Quién, qué y cuándo

old = Antes
new = Después
changed = Cambiado
    .displayName = Nombre
    .language = Idioma
id = Identificador
name = Nombre
description = Descripción
version = Versión
number = Número
action = Evento
event = Evento
events = Eventos
actor = Quién lo hizo
subject = A quién se refiere
actingFrom = Desde la organización
apiKey = Clave de API
slug = Nombre corto
from = Desde
to = Hasta
until = Hasta
before = Anteriores a
minutes = Minutos
attempts = Intentos
again = De nuevo
purpose = Finalidad
requestId = Solicitud
ticket = Incidencia

## Segundos factores, inicio de sesión

method = Método
    .trustedDevice = Navegador de confianza
    .singleSignOn = Inicio de sesión único
factor = Segundo factor
authenticator = Autenticador
authenticators = Autenticadores
passkey = Llave de acceso
passkeys = Llaves de acceso
recoveryCodes = Códigos de recuperación
codes = Códigos
replaced = Sustituido
password = Contraseña
passwordless = Sin contraseña
twoFactorsByProvider = Dos factores en el proveedor
challenge = Verificación
clockSkewSeconds = Desfase del reloj (segundos)
device = Navegador
throttled = Tras demasiados intentos
sessions = Sesiones
endedSession = Sesión terminada
endedSessions = Sesiones terminadas
identityCheck = Cómo se comprobó la identidad
    .call = Por teléfono
    .video = Por vídeo
    .inPerson = En persona
    .other = De otra manera
deadline = Plazo

## Usuarios y roles

users = Usuarios
role = Rol
roles = Roles
permissions = Permisos
suspended = Suspendido

## Las reglas, además de sus ajustes

enabled = Activado
maxMinutes = Duración máxima (minutos)
target = Para
    .everyone = todos
startsAt = Comienzo
graceDays = Días de gracia

## Claves de API, webhooks e inicio de sesión único

key = Clave
keys = Claves
scopes = Lo que permite
    .verify = Comprobar códigos
    .verify-explain = Saber por qué no se aceptó un código
networks = Redes
expiresAt = Caduca
callsPerMinute = Llamadas por minuto
previousUntil = Clave anterior válida hasta
webhook = Webhook
origin = Dirección
urlChanged = Dirección cambiada
disabledBecause = Desactivado porque
    .paused = alguien lo pausó
    .gone = su destinatario ya no existe
formerSecretUntil = Secreto anterior válido hasta
provider = Proveedor
error = Código de error del proveedor
cause = Causa
issuer = Emisor
clientId = ID de cliente
createsUsers = Crea cuentas
defaultRole = Rol de los usuarios nuevos
emailDomains = Dominios de las direcciones
secretChanged = Secreto cambiado
identity = Cuenta vinculada
identities = Cuentas vinculadas

## Imagen de marca

accent = Color de acento
support = Ayuda
contact = Contacto
note = Nota
logo = Logotipo
width = Ancho
height = Alto

## El registro y la instalación

format = Formato
    .jsonLines = JSON Lines
    .csv = CSV
filter = Filtro
routine = Eventos rutinarios
mail = Correo
seal = Sello
digest = Resumen criptográfico
checkpoint = Punto de control
failed = Lo que falló
failures = Fallos
usual = Habitual
lastKnown = Último evento conocido
sort = Tipo
    .sealing = para sellar secretos
    .signing = para firmar
values = Valores
webhookSecrets = Secretos de webhooks
formerWebhookSecrets = Secretos anteriores de webhooks
clientSecrets = Secretos de cliente
importedPeppers = Peppers importados
recoveryOrigins = Orígenes de códigos de recuperación
enrollments = Configuraciones en curso
departures = Inicios de sesión en curso en proveedores
mails = Correos
digestKeys = Claves de resúmenes
auditHeads = Finales del registro

## Por qué: lo que escribió un administrador se muestra tal cual

reason = Motivo
    .signedOut = cierre de sesión
    .endedByUser = terminada por su dueño
    .elevated = sustituida por un inicio de sesión más seguro
    .factorChanged = cambió un segundo factor
    .passwordChanged = cambió la contraseña
    .tokenReused = se usó un token caducado
    .tooMany = demasiadas sesiones
    .endedByAdministrator = terminada por un administrador
    .reset = se restableció el segundo factor
    .suspended = la cuenta está suspendida
    .frozen = la cuenta está congelada
    .accountFrozen = la cuenta está congelada
    .providerDisabled = el proveedor está desactivado
    .identityUnlinked = se desvinculó la cuenta del proveedor
    .restored = se restauró la base de datos
    .addressThrottled = demasiados intentos desde esta dirección de red
    .unknownUser = no existe ese usuario
    .passwordThrottled = demasiadas contraseñas incorrectas
    .notActivated = la cuenta no está activada
    .noPassword = no hay contraseña
    .wrongPassword = contraseña incorrecta
    .passwordByMail = la contraseña se estableció con un enlace enviado por correo
    .mailsThrottled = demasiados correos
    .emailTaken = esta dirección ya está en uso
    .recentlyUnfrozen = un administrador descongeló la cuenta hace poco
    .codeMissing = faltaba el código
    .wrongCode = código incorrecto
    .codeThrottled = demasiados códigos incorrectos
    .replayed = el código ya se había usado
    .notEnrolled = no hay ningún segundo factor configurado
    .locked = demasiados códigos incorrectos
    .expired = el tiempo se había agotado
    .refused = el servidor de correo lo rechazó
    .withheld = se retuvo
    .paused = alguien lo pausó
    .gone = su destinatario ya no existe
    .wrongProvider = respondió otro proveedor
    .otherBrowser = la respuesta volvió en otro navegador
    .wrongIssuer = respondió otro emisor
    .sessionEnded = la sesión había terminado
    .emailUnverified = el proveedor no confirma la dirección
    .emailElsewhere = la dirección es de alguien de otra parte
    .notConnected = la cuenta no está vinculada
    .roleGone = el rol de los usuarios nuevos ya no existe
    .notOwner = volvió otra persona
    .tooManyIdentities = demasiadas cuentas vinculadas
    .identityTaken = la cuenta está vinculada a otra persona
    .declined = el proveedor lo rechazó
    .codeRefused = el proveedor no aceptó su propio código
    .clientRefused = el proveedor no aceptó el ID de cliente o su secreto
    .requestRefused = el proveedor no aceptó la solicitud
    .unreachable = el proveedor no respondió como debía
    .providerFailed = el proveedor tuvo un fallo propio
    .tokenMissing = el proveedor no envió ningún token de identidad
    .tokenUnreadable = el token de identidad no se puede leer
    .tokenExpired = el token de identidad había caducado
    .tokenInvalid = el token de identidad no es válido
    .userInfoRefused = el proveedor no dijo nada más de la persona
    .keyUnknown = firmado con una clave desconocida
    .wrongAudience = destinado a otro servicio
    .wrongNonce = una respuesta a otra pregunta
    .wrongSubject = sobre otra persona
    .wrongAlgorithm = firmado de una forma que no se acepta
    .wrongSignature = la firma es incorrecta
    .noCeremony = no se había pedido nada, o hace demasiado
    .malformed = la respuesta está mal formada
    .wrongType = una respuesta de otro tipo
    .wrongChallenge = una respuesta a otra pregunta
    .wrongOrigin = desde otra página
    .wrongRelyingParty = creada para otro servicio
    .userNotPresent = nadie tocó el dispositivo
    .userNotVerified = el dispositivo no comprobó la identidad
    .unknownCredential = no existe esa llave de acceso
    .wrongUserHandle = la llave de acceso de otra persona
    .counterNotRisen = puede que haya una copia de la llave de acceso
    .backupStateInconsistent = lo que dice de su copia de seguridad se contradice
    .alreadyEnrolled = la llave de acceso ya está configurada
    .notAllowed = no está permitido
