### Mi cuenta: nombre, dirección, idioma, contraseña, colores y cuentas de proveedores.

title = Mi cuenta

name = Su nombre
    .label = Nombre
    .save = Guardar nombre
    .done = Su nombre se ha guardado.

email = Su dirección de correo
    .verified = Confirmada
    .not-verified = Sin confirmar
    .about-verified = Con ella inicia sesión, y allí recibe los correos sobre su cuenta.
    .about-not-verified = Con ella inicia sesión. Confírmela para asegurarse de que recibe los correos sobre su cuenta.
    .about-passwordless = Allí recibe los correos sobre su cuenta. Para cambiarla hace falta una contraseña, y aquí no tiene ninguna.
    .verify = Confirmar
    .sent = Un enlace va de camino a { $email }. Ábralo en las próximas 24 horas.
    .change = Cambiar dirección…
new-email = Cambiar su dirección de correo
    .about = Enviamos un enlace a la dirección nueva. Cuando lo abra allí, la dirección nueva sustituirá a la anterior.
    .label = Dirección de correo nueva
    .send = Enviar el enlace
    .sent = Un enlace va de camino a { $email }. Ábralo en las próximas 24 horas: hasta entonces inicia sesión con la dirección de antes.

language = Su idioma
    .label = Idioma
    .about = De estas páginas y de los correos sobre su cuenta.
    .save = Guardar idioma

appearance = Apariencia
    .colours = Colores
    .about = En este navegador, y de inmediato.
    .auto = Como el sistema
    .light = Claro
    .dark = Oscuro

password = Su contraseña
    .none = Inicia sesión en su proveedor y no tiene contraseña aquí.
    .current = Contraseña actual
    .wrong = Esta no es su contraseña actual.
    .new = Contraseña nueva
    .about = Se cierran sus demás sesiones.
    .change = Cambiar contraseña
    .done = Su contraseña se ha cambiado.

## Cuentas de proveedores de inicio de sesión único

sign-in-methods = Inicio de sesión único
    .none = No hay ninguna cuenta vinculada. Vincule una para iniciar sesión con ella.
    .last = Es su única forma de iniciar sesión, así que se conserva.
identity = Vinculada el <since/>
    .used = Vinculada el <since/>, último uso: <used/>
connect = Vincular { $provider }…
    .title = Vincular { $provider }
    .about = A continuación iniciará sesión en { $provider }. A partir de entonces, su cuenta de ese proveedor le permitirá entrar aquí, igual que su contraseña.
    .go = Ir a { $provider }
disconnect = Desvincular…
    .named = Desvincular { $provider }…
    .question = ¿Desvincular { $provider }?
    .about = Su cuenta de ese proveedor ya no le permitirá entrar aquí, y se cerrarán sus demás sesiones.
    .do = Desvincular
    .keep = Conservar
    .done = Su cuenta de { $provider } se ha desvinculado.
