### La configuración de un segundo factor.

step =
    .choice = Elija su segundo factor
    .passkey = Cree una llave de acceso
    .app = Consiga una aplicación de autenticación
    .connect = Vincule su aplicación
    .codes = Guarde sus códigos de recuperación
    .done = Todo listo
count = Paso { $current }
    .of = Paso { $current } de { $total }

back = Atrás
cancel = Cancelar

choice = Al iniciar sesión confirma que es usted, así que una contraseña robada por sí sola no abre nada.
    .later = Podrá añadir el segundo más adelante.
passkey = Llave de acceso
    .meaning = Su huella, su rostro o el bloqueo de pantalla. Nada que escribir, y ninguna página falsa puede quitársela.
totp = Aplicación de autenticación
    .meaning = Una aplicación en su teléfono muestra códigos y usted los escribe. Funciona con cualquier dispositivo.

passkey-about = Una llave de acceso es su huella, su rostro o el bloqueo de pantalla, en este dispositivo o en su teléfono. También sirve una llave de seguridad que se enchufa. Su huella y su rostro se quedan en el dispositivo: no los recibe nadie más, tampoco nosotros.
name = Nombre
    .passkey = Para que pueda distinguir sus llaves de acceso.
    .authenticator = Para que pueda distinguir sus autenticadores.
    .usual = Teléfono
make-passkey = Crear una llave de acceso
follow-device = Siga ahora lo que le pida su navegador o su dispositivo.
passkey-not-made = No se creó ninguna llave de acceso: se canceló, tardó demasiado, o su dispositivo no puede crearla. Puede volver a intentarlo.

app-about = Una aplicación de autenticación en su teléfono muestra un código nuevo cada 30 segundos. Al iniciar sesión lo escribe después de su contraseña, así que una contraseña robada por sí sola no abre nada.
app-which = Cualquiera de estas sirve, y muchos gestores de contraseñas también pueden hacerlo:
app-both = Google Authenticator o Microsoft Authenticator
app-phones = Aegis (Android) o Contraseñas de Apple (iPhone)
app-managers = 1Password o Bitwarden
have-app = Tengo una aplicación

scan = En su aplicación, elija añadir una cuenta y apunte la cámara a este código.
    .alt = Código QR para su aplicación de autenticación
    .key = ¿No puede escanear? Mostrar la clave de configuración
here = Si su aplicación de autenticación está en este dispositivo, ábrala con el botón. Si no se abre nada, elija en la aplicación introducir una clave de configuración y pegue esta.
    .open = Abrir la aplicación de autenticación
    .scan = ¿La aplicación está en otro dispositivo? Mostrar el código QR

enter = Escriba el { $digits ->
    [6] código de seis dígitos
    [8] código de ocho dígitos
   *[other] código
} que la aplicación muestra ahora.
turn-on = Activar

clock =
    .behind = El reloj de su teléfono va atrasado (alrededor de { $size }). Active la fecha y hora automáticas en sus ajustes y escriba el código siguiente.
    .ahead = El reloj de su teléfono va adelantado (alrededor de { $size }). Active la fecha y hora automáticas en sus ajustes y escriba el código siguiente.
lapsed = Esta configuración ya no sirve: tardó demasiado, u otra ha ocupado su lugar. Empiece de nuevo.
reset = Su segundo factor se restableció, así que solo puede configurar uno nuevo en un inicio de sesión que pida el código de su administrador.
added =
    .passkey = Se añadió una llave de acceso.
    .totp = Se añadió un autenticador.
    .replaced = Se sustituyó el autenticador: los códigos del anterior ya no funcionan.
    .unseen = La autenticación de dos factores está activada, pero sus códigos de recuperación no le llegaron. Cree otros nuevos.

demanded = Su organización exige desde ahora la autenticación de dos factores. Configurarla lleva unos dos minutos.
    .other = Su organización exige un segundo factor distinto del que tiene. Configurarlo lleva unos dos minutos.
sign-out = Cerrar sesión en su lugar

asked =
    .password = Su organización exige la autenticación de dos factores. Configurarla lleva unos dos minutos.
    .password-by = Su organización exige que configure la autenticación de dos factores antes del { $deadline }. Configurarla lleva unos dos minutos.
    .password-since = Su organización exige la autenticación de dos factores, y el plazo para configurarla más tarde terminó el { $deadline }. Configurarla lleva unos dos minutos.
    .right = Su código es correcto. Configure ahora un segundo factor nuevo y su sesión quedará iniciada. Si no tiene aquí su teléfono, use una llave de acceso o una aplicación en este dispositivo.
    .factor = Su organización exige un segundo factor distinto del que acaba de usar. Configúrelo y su sesión quedará iniciada.
    .factor-by = Su organización exige que configure, antes del { $deadline }, un segundo factor distinto del que acaba de usar. Configúrelo y su sesión quedará iniciada.
    .factor-since = Su organización exige un segundo factor distinto del que acaba de usar, y el plazo para configurarlo más tarde terminó el { $deadline }. Configúrelo y su sesión quedará iniciada.
