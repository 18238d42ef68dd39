### Las organizaciones que comparten esta instalación.

title = Organizaciones
    .intro = Cada una tiene sus propios usuarios, roles, reglas de acceso y registro, y no ve nada de las demás.

all = Todas las organizaciones
    .none = Todavía no hay ninguna.
column =
    .name = Nombre
    .address = Dirección de acceso
    .users = Usuarios
    .created = Creación
    .actions = Acciones
users = { $users ->
    [one] { $users } usuario
   *[other] { $users } usuarios
}
copy = Copiar
    .of = Copiar la dirección de acceso de { $name }
own = La suya
administered = La está administrando ahora

rename = Cambiar nombre…
    .named = Cambiar nombre de { $name }…
    .done = { $before } se llama ahora { $name }.
administer = Administrar
    .named = Administrar { $name }

create = Crear una organización
    .address = Cada organización tiene su propia dirección de acceso; todas están en la lista. En cuanto haya varias, dé también la suya a sus propios usuarios: sin ella, la página no muestra el aspecto de ninguna organización.
    .name = Nombre de la organización
    .email = Dirección de correo del primer administrador
    .administrator = Nombre del primer administrador (opcional)
    .cancel = Cancelar
    .do = Crear organización
created = Organización creada: { $organization }
    .administrator = El primer administrador inicia sesión como { $email } con esta contraseña:
    .password = Contraseña
    .pass-on = Comuníquela en persona o por teléfono; no volverá a verla.
    .copy = Copiar contraseña
    .address = Se inicia sesión en { $address }. Sin ese final, la página sirve para todos y no muestra el aspecto de ninguna organización.
    .passed-on = Ya la he comunicado
    .done = Organización creada: { $organization }.
leaving = ¿Cerrar sin la contraseña?
    .loss = Solo se muestra ahora. Sin ella, { $email } no puede iniciar sesión por primera vez.
