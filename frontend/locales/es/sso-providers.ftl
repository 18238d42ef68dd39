### Proveedores de inicio de sesión único, donde se inicia sesión en lugar de escribir aquí una contraseña.

title = Inicio de sesión único
    .about = Los usuarios inician sesión en un proveedor de OpenID Connect, como Keycloak, Entra ID o Google. Las <link>reglas de acceso</link> dicen si aquí se pide además un segundo factor.
list = Proveedores de la organización
    .none = Todavía no hay ninguno. Todos inician sesión con una contraseña.

## Un proveedor

state =
    .on = Activado
    .off = Desactivado
new-people = Personas nuevas
    .created = Se crean, con el rol { $role }
    .created-from = Se crean si su dirección es de { $domains }, con el rol { $role }
    .not-let-in = No se admiten
identities = Cuentas vinculadas
callback = URL de retorno, para indicársela al proveedor
copy = Copiar
    .spoken = Copiar la URL de retorno
    .spoken-of = Copiar la URL de retorno de { $name }
test = Probar
    .spoken = Probar { $name }
    .good = Responde como debe, con { $keys ->
        [one] 1 clave de firma
       *[other] { $keys } claves de firma
    }.
    .bad = No se puede usar: { $reason }.
change = Cambiar…
    .spoken = Cambiar { $name }…
turn-on = Activar
    .spoken = Activar { $name }
turn-off = Desactivar
    .spoken = Desactivar { $name }
remove = Quitar…
    .spoken = Quitar { $name }…

## Conectar y cambiar uno

connect = Conectar un proveedor
    .action = Conectar
    .done = Se ha conectado { $name }.
connected = Se ha conectado { $name }
    .next = Indique ahora al proveedor adónde vuelven los navegadores. Él lo llama URL de redirección o de retorno.
    .close = Listo
changing = Cambiar { $name }
    .action = Guardar
    .done = Se ha cambiado { $name }.
name = Nombre
    .about = Aparece en el botón de la página de inicio de sesión: Continuar con …
issuer = Emisor
    .new = Exactamente como se llama a sí mismo el proveedor, por ejemplo https://login.example.org. Después no se puede cambiar.
    .fixed = No se puede cambiar: las cuentas vinculadas le pertenecen.
client-id = ID de cliente
client-secret = Secreto de cliente
    .new = Después nadie puede leerlo.
    .kept = Déjelo vacío para conservar el actual.
creates-users = Crear usuarios en su primer inicio de sesión
    .about = Para personas con una dirección confirmada que nadie tiene aquí. No tienen contraseña.
role = Rol de los usuarios nuevos
domains = Solo con direcciones de
    .about = Dominios separados por comas, por ejemplo example.org. Si se deja vacío, entra cualquiera que tenga allí una cuenta: en Google, todo el mundo.

## Su final

removing = ¿Quitar { $name }?
    .about = Nadie podrá iniciar sesión con él, y se cerrará la sesión de quienes lo hicieron.
    .about-identities = Nadie podrá iniciar sesión con él, y se cerrará la sesión de quienes lo hicieron. { $identities ->
        [one] Se desvinculará 1 cuenta.
       *[other] Se desvincularán { $identities } cuentas.
    }
    .instead = Las personas sin contraseña ya no podrán iniciar sesión. Para detenerlo un tiempo, desactívelo.
    .action = Quitar proveedor
    .keep = Conservarlo
    .done = Se ha quitado { $name }.
