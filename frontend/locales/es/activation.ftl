### Seguir una invitación.

opening = Abriendo su invitación
signing-in = Iniciando su sesión
unknown = Su invitación
welcome = Le damos la bienvenida a { $organization }
    .about = La invitación es para <address>{ $email }</address>. Escriba su nombre y elija una contraseña, y su cuenta estará lista. El enlace sirve hasta el <deadline/>.
name = Su nombre
    .description = Como lo ven sus compañeros.
password = Contraseña
activate = Activar mi cuenta
dead = Si su cuenta ya está activa, <link>inicie sesión</link>. Si no, pida a su administrador una invitación nueva.
active = Su cuenta está activa. Inicie sesión con su contraseña nueva.
later = Configurarlo en el próximo inicio de sesión

blocked = Todavía no puede entrar
    .why = Su organización exige la autenticación de dos factores, y el plazo para configurarla ha pasado. Su enlace sigue sirviendo.
    .help = Pida más tiempo a su administrador y vuelva a intentarlo.
    .retry = Volver a intentarlo
