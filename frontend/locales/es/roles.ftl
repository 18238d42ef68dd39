### Qué pueden hacer las personas: los roles, y qué permite cada uno.

title = Roles
intro = Un rol es un conjunto de permisos. Quien tiene varios roles tiene los permisos de todos ellos.
built-in = Roles predefinidos
own = Roles propios de la organización
no-own = Todavía no hay ninguno. A muchas organizaciones les bastan los roles predefinidos.

## La tabla

role = Rol
permissions = Permisos
no-permissions = Nada más que su propia cuenta
users = Usuarios
nobody = Nadie
people = { $users ->
    [one] 1 usuario
   *[other] { $users } usuarios
}
changes = Acciones
change = Cambiar…
    .spoken = Cambiar { $role }…
delete = Eliminar…
    .spoken = Eliminar { $role }…

## Un rol que se crea o se cambia

create = Crear un rol
    .action = Crear rol
    .done = El rol { $role } se ha creado.
edit = Cambiar el rol { $role }
    .effect = { $users ->
        [one] 1 usuario tendrá los permisos nuevos en su próxima solicitud.
       *[other] { $users } usuarios tendrán los permisos nuevos en su próxima solicitud.
    }
    .action = Guardar rol
    .done = El rol { $role } se ha cambiado.
name = Nombre
    .description = Por ejemplo, help-desk. No se puede cambiar después.
    .too-long = Un nombre tiene { $most } caracteres como máximo.
    .start = Un nombre comienza con una letra minúscula sin acento.
    .characters = Un nombre solo tiene letras minúsculas sin acento, dígitos y guiones.
description = Descripción (opcional)
not-yours = Usted no tiene este permiso.
cancel = Cancelar

## Un rol que se elimina

remove = ¿Eliminar el rol { $role }?
    .warning = No se puede recuperar. Lo que se hizo con él queda en el registro.
    .users = Usuarios con este rol
    .close = Cerrar
    .action = Eliminar rol
    .done = El rol { $role } se ha eliminado.

## Por qué no funcionó

refused =
    .role_in_use = Este rol está en uso: alguien lo tiene, o una fase de las reglas de acceso lo nombra. Dé otro rol a estas personas, o quite la fase de las reglas, y elimínelo después.
    .not_permitted = Un rol solo puede permitir lo que usted mismo puede hacer. Un superadministrador puede encargarse.
    .not_found = Mientras tanto, alguien eliminó este rol.
