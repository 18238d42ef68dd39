### Lo que está a mano en cada página tras iniciar sesión: buscar de todo y los atajos de teclado.

title = Buscar en todo
hint = Una página o una acción
    .people = Una página, una acción o una persona
close = Cerrar
cancel = Cancelar
found = { $count ->
    [0] No se encontró nada.
    [one] 1 resultado.
   *[other] { $count } resultados.
}

pages = Páginas
actions = Acciones
people = Personas
order =
    .invite = Invitar a personas
    .create-account = Crear una cuenta con contraseña
    .import = Importar personas
    .create-role = Crear un rol
    .make-key = Crear una clave de API
    .connect-provider = Conectar un proveedor de inicio de sesión único
    .create-webhook = Crear un webhook
    .create-organization = Crear una organización
    .export-log = Exportar el registro
language = Idioma: { $language }
colours =
    .light = Colores: claros
    .dark = Colores: oscuros
    .auto = Colores: los del sistema

shortcuts = Atajos de teclado
    .find = Buscar en todo
    .search = Ir a la búsqueda de la página
    .new = Crear algo nuevo en esta página
    .help = Mostrar estos atajos
go-to = Ir a «{ $page }»
then = y luego
control = Ctrl
single-keys = Usar atajos de una sola tecla
    .about = Desactívelos si habla con su equipo o si pulsa teclas sin querer.

# $count is how many of them leave something out.
filters = { $count ->
    [0] Filtros
   *[other] Filtros ({ $count })
}
views = Filtros guardados
    .about = Se guardan en este navegador, solo para usted.
    .shown = a la vista

save = Guardar este filtro
    .first = Filtre primero la lista: después podrá guardar el filtro aquí.
    .name = Nombre de este filtro
    .hint = Por ejemplo, «Responsables fuera de plazo»
    .action = Guardar
    .replace = Sustituir
    .done = Se guardó «{ $name }».
rename = Cambiar nombre
    .named = Cambiar el nombre de «{ $name }»
    .label = Nombre nuevo
    .action = Cambiar nombre
    .taken = Otro filtro tiene este nombre.
    .done = «{ $before }» se llama ahora «{ $name }».
delete = Eliminar
    .named = Eliminar «{ $name }»
    .done = Se eliminó «{ $name }».
