### Listas tal como alguien las ha filtrado y guardado con un nombre.

title = Filtros guardados
about = Se guardan en este navegador, solo para usted.
close = Cerrar
cancel = Cancelar
shown = a la vista

save = Guardar este filtro
    .first = Filtre primero la lista: después podrá guardar el filtro aquí.
    .name = Nombre de este filtro
    .hint = Por ejemplo, «Responsables con retraso»
    .action = Guardar
    .replace = Reemplazar
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
