### Cómo se presenta una organización: en cada página antes del inicio de sesión.

sign-in = Iniciar sesión en { $organization }
help = ¿Necesita ayuda? Pregunte a <contact/>.
    .note = ¿Necesita ayuda? Pregunte a <contact/> ({ $note }).

title = Identidad visual
intro = Cómo se presenta su organización en el inicio de sesión y en sus correos.
read-only = Puede consultar la identidad visual; un administrador puede cambiarla.
save = Guardar la identidad visual
discard = Descartar los cambios
unsaved = Todavía no guardado
    .wrong = Todavía no guardado: corrija antes lo que está marcado
saved = La identidad visual se ha guardado.
stale = Mientras tanto, otra persona cambió la identidad visual. Sus ajustes se han cargado, con los cambios de usted por encima: compruébelos y guarde otra vez, o descarte los suyos.
leave = ¿Salir sin guardar?
    .loss = Sus cambios en la identidad visual todavía no están guardados.

address = Dirección de acceso
    .about = Aquí inician sesión sus usuarios y ven este aspecto. Los correos también llevan allí.
    .copy = Copiar
    .spoken = Copiar la dirección de acceso
logo = Logotipo
    .now = El logotipo actual
    .none = Todavía no hay logotipo.
    .file = Elegir un logotipo, o soltarlo aquí
    .about = Un PNG de 64 KiB como máximo, y de 512 píxeles de ancho y de alto como máximo. Se aplica enseguida.
    .saved = El logotipo está puesto.
    .remove = Quitar el logotipo
    .removed = El logotipo se ha quitado.
    .invalid_png = No es una imagen PNG completa.
    .too_large = El archivo supera los 64 KiB.
    .too_many_pixels = La imagen supera los 512 píxeles de ancho o de alto.
    .animated = La imagen está animada. Un logotipo no puede moverse.

accent = Color de acento
    .chooser = Color
    .typed = Código hexadecimal
    .none = Ningún color: las páginas y los correos mantienen el azul de Nightlatch.
    .wrong = Un color es un # y seis cifras o letras de la a a la f, por ejemplo #3c58b3.
contrast =
    .black = El texto de los botones es negro, con un contraste de { $ratio } a 1.
    .white = El texto de los botones es blanco, con un contraste de { $ratio } a 1.
    .darker = En las páginas claras, los enlaces son más oscuros para que se puedan leer.
    .lighter = En las páginas oscuras, los enlaces son más claros para que se puedan leer.
    .between = { " " }

support = Ayuda
contact = A quién preguntar
    .about = Una dirección de correo, o una página que empiece por https://. Se muestra en cada página antes del inicio de sesión y en cada correo.
    .missing = Indique a quién preguntar, o deje también la nota vacía.
    .wrong = No es ni una dirección de correo ni una página que empiece por https://.
note = Nota
    .about = Lo que conviene saber antes, por ejemplo el horario.

preview = Vista previa
    .about = El aspecto que tendrá la página de inicio de sesión.
    .light = En páginas claras
    .dark = En páginas oscuras
    .button = Iniciar sesión
    .link = ¿Ha olvidado su contraseña?
