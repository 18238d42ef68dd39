### Webhooks: adónde se envían los eventos de la organización.

title = Webhooks
    .one = Webhook
    .about = Un webhook comunica a otro servicio lo que ocurre aquí, en cuanto ocurre. Va firmado, y se reenvía durante tres días hasta que el servicio lo tenga.
list = Webhooks de la organización
    .none = Todavía no hay ninguno. Cree uno para comunicar los inicios de sesión y los cambios a un chat o a un registro.

## La lista

table = Webhooks
column =
    .webhook = Webhook
    .events = Eventos
    .state = Estado
    .delivery = Última entrega
nothing-sent = Aún no se ha enviado nada
state =
    .on = Activado
    .gone = Desactivado: su destinatario ya no existe
    .paused = En pausa

## Uno de ellos

way-back = Volver
    .link = Todos los webhooks
unknown = No existe ese webhook
    .text = No hay ninguno en esta dirección, o no en esta organización.
settings = Ajustes
    .created = Creado
    .off = Inactivo desde
    .former = Fin del secreto anterior
change = Cambiar…
pause = Pausar
    .done = Está en pausa: lo que espera se conserva, y lo que ocurra a partir de ahora no se envía.
resume = Reanudar
    .done = Está activado: lo que espera se envía ahora.
new-secret = Secreto nuevo…
delete = Eliminar…
test = Enviar una prueba
    .done = Hay una prueba en camino.

## Qué eventos se le comunican

all = Todos los eventos
some = Algunos tipos de eventos
kinds = Tipos de eventos
also = También: { $events }.
all-of = Todo sobre «{ $subject }»
separator = { "; " }
group =
    .signIns = Inicios de sesión, también los rechazados
    .factors = Segundos factores: configurados, cambiados, desactivados, restablecidos
    .accounts = Cuentas: añadidas, cambiadas, suspendidas
    .access = Contraseñas y direcciones de correo
    .rules = Reglas de acceso, roles y la organización
    .auditLog = El propio registro: exportado, sellado, meses antiguos eliminados
    .sessions = Sesiones y navegadores de confianza
    .services = Claves de API y códigos comprobados por servicios
    .singleSignOn = Inicio de sesión único: proveedores, cuentas vinculadas, inicios de sesión rechazados
    .delivery = Los propios correos y webhooks

## Crear y cambiar uno

create = Crear un webhook
    .action = Crear el webhook
    .done = Se ha creado el webhook { $name }.
changing = Cambiar { $name }
    .action = Guardar
    .done = Se ha cambiado el webhook { $name }.
name = Nombre
    .about = Cómo llama usted al destinatario, por ejemplo «Canal de seguridad».
url = URL
    .about = Adónde se envían los eventos, por ejemplo https://hooks.example.org/nightlatch.
events = Eventos

## Su secreto, que se muestra una sola vez

created = Se ha creado { $name }
secret = Secreto
    .about = Con este secreto, el destinatario comprueba que lo que recibe viene de aquí:
    .keep = Introdúzcalo ahora en los ajustes del destinatario; no volverá a verlo.
    .copy = Copiar el secreto
    .saved = Lo he guardado
leaving = ¿Cerrar sin el secreto?
    .loss = Solo se muestra ahora. Sin él, el destinatario no puede saber qué es auténtico; habría que crear otro.

## Otro secreto

rotating = Crear un secreto nuevo para { $name }
    .about = Durante un tiempo todo se firma con los dos secretos, para que el destinatario pueda hacer el cambio en cualquier momento. Un secreto aún más antiguo deja de valer enseguida.
    .action = Crear secreto
overlap = Tiempo que sigue valiendo el secreto actual
    .none = Ninguno: se ha filtrado
rotated = Secreto nuevo de { $name }
    .former = Hasta el <when/> también vale el anterior.
    .done = { $name } tiene un secreto nuevo.

## Su final

deleting = ¿Eliminar { $name }?
    .about = Allí no se enviará nada más, ni siquiera lo que espera. La lista de sus entregas también se elimina.
    .instead = Para detenerlo un tiempo, póngalo en pausa.
    .action = Eliminar webhook
    .keep = Conservarlo
gone = Alguien ha eliminado este webhook entretanto.

## Lo que se envió, y lo que espera

deliveries = Entregas
    .none = Aún no se ha enviado nada. Una prueba muestra si funciona.
    .none-like-this = Ninguna está en este estado.
show = Mostrar
    .all = Todas
delivery =
    .event = Evento
    .state = Estado
    .attempt = Último intento
    .again = Acciones
status =
    .queued = En espera
    .delivered = Entregada
    .failed = Rechazada definitivamente
    .givenUp = Abandonada
    .again = Reintentando
next = próximo intento: <when/>
attempt = Intento { $number }, <when/>
    .none = Ninguno todavía
    .under-way = En curso
answered = Respuesta { $status } en { $millis } ms
send-again = Reenviar
    .spoken = Reenviar: { $event }
    .done = «{ $event }» está de nuevo en camino.
