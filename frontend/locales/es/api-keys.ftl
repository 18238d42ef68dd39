### Claves de API: lo que servicios y scripts presentan en lugar de una sesión.

title = Claves de API
    .about = Un servicio o un script presenta una clave donde una persona iniciaría sesión. La clave permite aquello para lo que se creó, y nada más.
list = Claves de la organización
    .none = Todavía no hay ninguna. Cree una para cada servicio, para poder revocar cada una por separado.

## La lista

table = Claves de API, las más recientes primero
column =
    .key = Clave
    .may = Permisos
    .from = Redes permitidas
    .until = Válida hasta
    .used = Último uso
    .changes = Acciones
anywhere = Cualquier lugar
never = Nunca
wrong-codes = Muchos códigos incorrectos
expiry =
    .soon = Caduca pronto
    .expired = Caducada
previous-until = El secreto anterior: hasta el <when/>
rotate = Renovar…
    .spoken = Renovar { $name }…
revoke = Revocar…
    .spoken = Revocar { $name }…

## Lo que permite una clave, y lo que supone darla

verify = Comprobar códigos
    .meaning = Pregunta si el código de un usuario es correcto: para servicios que tienen su propio inicio de sesión.
explain = Saber por qué un código no es correcto
    .meaning = La respuesta dice más que correcto o incorrecto: para el soporte, no para lo que ven los desconocidos.
read-users = Ver los usuarios, los roles y el resumen
    .meaning = Nombres, direcciones y quién tiene un segundo factor; nunca un código.
write-users = Añadir, cambiar y suspender usuarios
    .meaning = Solo los que no tienen más permisos que la clave; también fija sus plazos.
reset-factors = Restablecer segundos factores y emitir códigos provisionales
    .meaning = Quien tenga una clave así puede quitar a los miembros su segundo factor.
read-policy = Ver las reglas de acceso
    .meaning = No se puede cambiar nada en ellas.
read-log = Leer y exportar el registro
    .meaning = Quién hizo qué, cuándo y desde qué dirección.

## Crear una

make = Crear una clave
    .title = Crear una clave de API
    .action = Crear la clave
name = Nombre
    .about = Para qué sirve, por ejemplo «Control de puertas». En el registro aparece con este nombre.
scopes = Lo que permite
lifetime = Válida durante
    .days = { $days ->
        [365] 1 año
        [730] 2 años
       *[other] { $days } días
    }
    .about = Después se rechaza, y hace falta una nueva.
networks = Solo desde estas redes (opcional)
    .about = Una por línea, por ejemplo 203.0.113.0/24 o 192.0.2.1. Desde cualquier otro lugar se rechaza.
more = Más
rate = Llamadas por minuto (opcional)
    .about = Cuántas veces se puede usar, por cada proceso del servicio. { $usual } si no se indica nada.

## Su texto, que se muestra una sola vez

made = Se ha creado la clave { $name }
    .done = Se ha creado la clave { $name }.
leaving = ¿Cerrar sin la clave?
    .loss = Solo se muestra ahora. Sin ella, habrá que renovarla o crear otra.
key = Clave
sent = Se envía <header>Authorization: Bearer</header> y la clave, hasta el <when/>.
previous-ends = El secreto anterior funciona hasta el <when/>.
keep = Guárdela donde el servicio guarda sus secretos; no volverá a verla. Quien la tenga puede hacer todo lo que ella permite.
copy = Copiar la clave
have = Ya la tengo

## Otro secreto

rotating = Renovar la clave { $name }
    .about = Recibe un secreto nuevo y conserva su nombre, sus permisos y su caducidad. Lleve el nuevo a donde se usa mientras el anterior todavía es válido.
    .lately = Se renovó hace poco. El secreto anterior a esa renovación deja de funcionar ahora.
    .action = Renovar la clave
overlap = El secreto actual sigue siendo válido
    .none = No: deja de funcionar de inmediato
rotated = El secreto nuevo de { $name }
    .done = Se ha renovado la clave { $name }.

## Su final

revoking = ¿Revocar la clave { $name }?
    .about = Lo que la presente se rechaza en todas partes desde su próxima solicitud, y deja de funcionar hasta que tenga otra clave. Esto no se puede deshacer.
    .used = Se usó por última vez el <when/>.
    .unused = No se ha usado nunca.
    .action = Revocar la clave
    .done = Se ha revocado la clave { $name }.

refused =
    .beyond = Esta clave permite más que los permisos que usted tiene. Puede hacerlo otro administrador.
    .gone = Alguien ha revocado esta clave entretanto.
