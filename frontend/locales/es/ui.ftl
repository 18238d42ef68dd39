### Lo que dicen por sí mismas las partes de cada página.

title = { $page } · Nightlatch
loading = Cargando
offline = No se puede mostrar mientras no tenga conexión.
try-again = Volver a intentarlo
needs-factor = Para esto hace falta su segundo factor.
cancel = Cancelar
close = Cerrar
leave = Salir
stay = Quedarse aquí
load-more = Cargar más
protected = Protegido por la autenticación de dos factores
language = Idioma
help = Ayuda
    .aside = Ayuda (en una pestaña nueva)
separator = { ", " }

code-label = Código de autenticación
code-description = { $lengths } dígitos, como los muestra su aplicación.
show-password = Mostrar lo que escribo
clear = Borrar «{ $label }»
found = { $count ->
    [0] No se encontró a nadie.
    [one] { $count } resultado.
   *[other] { $count } resultados.
}

copied = Copiado
not-copied = Su navegador no permite copiar aquí.

rename = Cambiar el nombre de { $name }
rename-label = Nombre
rename-action = Cambiar el nombre

part-of-whole = { $part } de { $whole }
as-table = Mostrar como tabla
as-csv = CSV

setup-key = Clave de configuración: { $key }
setup-key-hint = Señale o toque los puntos para ver la clave.
copy-key = Copiar la clave
