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

passkey-unknown = Esta llave de acceso no sirve para iniciar sesión: se quitó de su cuenta, o no puede sustituir a su contraseña. Vuelva a intentarlo, o inicie sesión con su contraseña.
passkey-not-given = No se usó ninguna llave de acceso: se canceló o tardó demasiado, o su dispositivo no tiene ninguna para usted o no pudo comprobar que es usted. Vuelva a intentarlo, o inicie sesión con su contraseña.

blocked = Su inicio de sesión está bloqueado
    .why = Su contraseña es correcta, pero su organización exige la autenticación de dos factores, y el plazo para configurarla ha pasado.
    .help = Pida a su administrador más tiempo o un código provisional. Después vuelva a iniciar sesión y configúrela.
    .back = Volver al inicio de sesión
