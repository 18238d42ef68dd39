### El primer paso del inicio de sesión.

title = Iniciar sesión
email = Correo electrónico
    .missing = Escriba su dirección de correo.
password = Contraseña
    .missing = Escriba su contraseña.
code = Código
    .description = Déjelo vacío si no ha configurado la autenticación de dos factores. Si no, un código de su aplicación, un código de recuperación o uno de su administrador.
action = Iniciar sesión
with-passkey = Iniciar sesión con una llave de acceso
with-provider = Continuar con { $provider }
forgotten = ¿Ha olvidado su contraseña?
replaced = Otra persona ha iniciado sesión en este navegador. Vuelva a iniciar la suya.
unsaved = Lo que aún no había guardado se ha perdido.
