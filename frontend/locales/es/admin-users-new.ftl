### Cómo llegan los usuarios: con invitación, con una primera contraseña o desde otro sistema.

cancel = Cancelar
close = Cerrar

## Invitaciones

invite = Invitar a personas
    .about = Cada persona recibe un correo con un enlace, válido durante tres días, para elegir ella misma su contraseña.
    .language = Idioma del correo
    .with-password = Crear en su lugar una cuenta con contraseña
    .action = { $count ->
        [0] Invitar
        [one] Invitar
       *[other] Invitar a { $count } personas
    }
addresses = Direcciones de correo
    .about = Una o varias, separadas por comas, espacios o saltos de línea.
    .list = A quién se invita
    .wrong = { $address }: no es una dirección
    .found = { $count ->
        [one] 1 dirección.
       *[other] { $count } direcciones.
    }
    .found-wrong = { $count ->
        [one] 1 dirección, que no puede ser válida.
       *[other] { $wrong ->
            [one] { $count } direcciones; 1 no puede ser válida.
           *[other] { $count } direcciones; { $wrong } no pueden ser válidas.
        }
    }
objection =
    .one = «{ $address }» no es una dirección de correo.
    .several = «{ $address }» y { $more } más no son direcciones de correo.
    .too-many = Como máximo { $most } a la vez: aquí hay { $count }.

## Qué ha sido de ellas

sent = Las invitaciones están en camino
    .partly = No se ha invitado a todos
    .list = Resultado de cada persona
    .invited = Invitado
    .not-invited = No invitado
    .again = Cambiar y reenviar
sent-one = Se ha invitado a { $address }.
    .others = { $left ->
        [one] Se ha invitado a { $address }. Falta 1: vea abajo por qué.
       *[other] Se ha invitado a { $address }. Faltan { $left }: vea abajo por qué.
    }
sent-many = { $count ->
    [one] Se ha invitado a 1 persona.
   *[other] Se ha invitado a { $count } personas.
}
    .others = { $left ->
        [one] Se ha invitado a { $count } personas. Falta 1: vea abajo por qué.
       *[other] Se ha invitado a { $count } personas. Faltan { $left }: vea abajo por qué.
    }
sent-none = { $left ->
    [one] No se ha invitado a 1 persona: vea abajo por qué.
   *[other] No se ha invitado a { $left } personas: vea abajo por qué.
}
remedy =
    .untried = Aún no se ha intentado: envíela de nuevo.
    .taken = Ya tiene una cuenta o una invitación. Busque en la lista.
    .wrong = No es una dirección de correo. Corríjala y envíela de nuevo.
    .broken = Algo ha fallado por nuestra parte: envíela de nuevo.

## Una cuenta con una primera contraseña

create = Crear una cuenta
    .email = Correo
    .name = Nombre
    .password = Primera contraseña
    .password-about = 15 caracteres o más. Entréguela en persona o por teléfono; se puede cambiar en «Mi cuenta».
    .suggest = Proponer una contraseña
    .language = Idioma de los correos
    .action = Crear cuenta
    .done = Se ha añadido a { $name }.
roles = Roles

## Desde otro sistema

import = Importar personas
    .about = Desde un archivo JSON Lines, con una persona por línea y el hash de la contraseña, los autenticadores y los códigos de recuperación que tenía en el otro sistema. Nadie tiene que volver a configurar nada y nadie recibe correos.
    .example = Descargar un ejemplo
    .file = Archivo
    .no-file = Elija primero un archivo.
    .empty = El archivo está vacío.
    .unreadable = No se puede leer este archivo. Quizá se haya movido o modificado: elíjalo de nuevo.
    .check = Comprobar el archivo
    .checking = Comprobando { $file }
    .running = Importando
    .stay = Deje esta página abierta hasta que termine.
    .loss = Quienes ya se importaron permanecen, pero no verá qué líneas no eran correctas. Importe el mismo archivo otra vez para continuar.
    .loss-checking = Todavía no se ha importado nada. Habrá que comprobar el archivo desde el principio.
    .checked = Lo que resulta de { $file }
    .again = Elegir otro archivo
    .action = { $count ->
        [one] Importar a 1 persona
       *[other] Importar a { $count } personas
    }
    .finished = La importación ha terminado

## Lo que resulta, o resultó, de un archivo

possible = { $count ->
    [one] Se puede importar a 1 persona.
   *[other] Se puede importar a { $count } personas.
}
    .with-factor = { $count ->
        [one] Se puede importar a 1 persona, { $protected } con segundo factor.
       *[other] Se puede importar a { $count } personas, { $protected } de ellas con segundo factor.
    }
imported = { $count ->
    [one] Se ha importado a 1 persona.
   *[other] Se ha importado a { $count } personas.
}
    .with-factor = { $count ->
        [one] Se ha importado a 1 persona, { $protected } con segundo factor.
       *[other] Se ha importado a { $count } personas, { $protected } de ellas con segundo factor.
    }
no-password = { $count ->
    [one] 1 persona elige primero una contraseña, con «¿Ha olvidado su contraseña?».
   *[other] { $count } personas eligen primero una contraseña, con «¿Ha olvidado su contraseña?».
}
existing = { $count ->
    [one] 1 persona ya está aquí y se queda como está.
   *[other] { $count } personas ya están aquí y se quedan como están.
}
failed = { $count ->
    [one] 1 línea no es correcta: véala abajo.
   *[other] { $count } líneas no son correctas: véalas abajo.
}
wrong = Líneas que no son correctas
    .line = Línea
    .address = Dirección
    .what = Qué falla
    .in-field = { $message } ({ $field })
    .first = Se muestran las primeras { $count }.
