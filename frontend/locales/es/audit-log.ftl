### El registro: quién hizo qué, a quién, cuándo y desde dónde.

title = Registro
events = Eventos

## Un evento

table = Eventos del registro, los más recientes primero
column =
    .when = Cuándo
    .what = Qué
    .who = Quién
    .whom = Sobre quién
    .from = Dirección IP
refused = Rechazado
details = Detalles
api-key = Clave de API { $name }
elsewhere = Un superadministrador de otra organización
nobody = Sin sesión iniciada
everybody = Todos
themselves = Sobre sí mismo

## Filtrar

action = Qué ocurrió
    .any = Todo
actor = Quién lo hizo
subject = A quién se refiere
person = Nombre o correo
    .unnamed = esta persona
from = Desde
to = Hasta
span = Cuándo ocurrió
    .today = Hoy
    .days = Últimos { $days } días
routine = Mostrar eventos rutinarios, como sesiones prolongadas
everything = Quitar los filtros
nothing = Ningún evento corresponde a este filtro.
    .actor = Aquí no hay nada que haya hecho { $actor }.
    .subject = Aquí no hay nada sobre { $subject }.
    .both = Aquí no hay nada que haya hecho { $actor } y que se refiera a { $subject }.

## Como archivo

export = Exportar
    .csv = CSV, para hojas de cálculo
    .json-lines = JSON Lines, para programas
    .without-routine = Sin eventos rutinarios
    .running = Exportando: { $size } hasta ahora. <stop>Detener</stop>
    .saved = Se han guardado los eventos: { $size }.
    .broken-off = La transferencia se interrumpió, así que no se guardó nada. Inténtelo de nuevo, o filtre antes los eventos.

## Comprobar con los sellos

check = Comprobar el registro
    .running = Comprobando: { $events ->
        [one] 1 evento
       *[other] { $events } eventos
    } hasta ahora. <stop>Detener</stop>
    .broken-off = La comprobación se interrumpió. Inténtelo de nuevo.
whole = El registro está íntegro: { $events ->
        [one] 1 evento, tal como se escribió
       *[other] { $events } eventos, tal como se escribieron
    }.
    .unsealed = El registro está íntegro: { $events ->
        [one] 1 evento, tal como se escribió
       *[other] { $events } eventos, tal como se escribieron
    }. { $unsealed ->
        [one] Otro más se sellará
       *[other] Otros { $unsealed } se sellarán
    } en unos segundos.
seal = Guarde el último sello en otro lugar: con él, <command>nightlatch audit verify --head</command> muestra más adelante si se cortó el final del registro.
    .copy = Copiar el último sello
not-whole = <strong>El registro no está tal como se escribió.</strong> Alguien con acceso a la base de datos lo ha cambiado. Guarde una copia de la base de datos tal como está, y averigüe quién tenía acceso.
    .more = { $findings ->
        [one] Y 1 anomalía más.
       *[other] Y { $findings } anomalías más.
    }
finding = Algo no está tal como se escribió.
    .altered = Se cambió un evento.
    .missing = Se quitó un evento.
    .inserted = Se introdujo un evento que este servicio no escribió.
    .sealBroken = Se cambió el sello { $seal }.
    .sealMissing = Se quitó el sello { $seal }.
