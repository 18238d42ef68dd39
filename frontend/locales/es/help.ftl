### Las preguntas que surgen donde se pide o se configura un segundo factor, cada una con una respuesta corta. Están junto
### al campo donde surgen y, de nuevo, en la página de ayuda, que dice más (help-page.ftl).

questions = Preguntas
more = Leer más (en una pestaña nueva)

app = ¿Qué es una aplicación de autenticación?
    .answer = Una aplicación de su teléfono que muestra un código nuevo cada 30 segundos. Ningún otro teléfono muestra los mismos códigos, así que un código demuestra que es usted, aunque alguien conozca su contraseña.
which-app = ¿Qué aplicación puedo usar?
    .answer = Cualquier aplicación de autenticación, como Google Authenticator o Microsoft Authenticator. Muchos gestores de contraseñas también pueden hacerlo: Contraseñas de Apple, 1Password y Bitwarden, por ejemplo.
why = ¿Por qué me lo preguntan?
    .answer = Las contraseñas se adivinan, se copian y se roban. Por eso, tras la suya viene un segundo paso que solo usted puede dar: con su teléfono, su huella o su rostro. Así, una contraseña robada no abre nada por sí sola.
lost-phone = He perdido el teléfono
    .answer = Inicie sesión con un código de recuperación en lugar del código de la aplicación: escriba su contraseña y elija «Usar un código de recuperación». Si no tiene códigos de recuperación, pregunte a su administrador.
new-phone = Tengo un teléfono nuevo
    .answer = Conserve el teléfono viejo hasta que el nuevo muestre códigos. En «Mi seguridad», elija «Sustituir» junto al viejo y escanee el código QR con el nuevo. Si el viejo ya no está, confirme con un código de recuperación.
code = Mi código no funciona
    .answer = Espere al código siguiente: cada uno sirve una sola vez y durante medio minuto más o menos. Después compruebe que lee la entrada correcta en la aplicación y que su teléfono pone la fecha y la hora automáticamente.
no-codes = No me quedan códigos de recuperación
    .answer = Si todavía puede iniciar sesión, cree otros ahora: en «Mi seguridad», elija «Crear códigos nuevos». Si no puede, pregunte a su administrador, que puede dejarle configurar un segundo factor nuevo.
recovery-codes = ¿Qué son los códigos de recuperación y dónde los guardo?
    .answer = Llaves de repuesto para el día en que pierda el teléfono o se le rompa. Cada uno le permite iniciar sesión una vez. Imprímalos o guárdelos en un gestor de contraseñas, pero no en el teléfono al que deben sustituir.
passkey = ¿Qué es una llave de acceso?
    .answer = Una forma de iniciar sesión con lo que desbloquea su dispositivo: su huella, su rostro o su PIN. También sirve una llave de seguridad que se enchufa. No hay ningún código que escribir, y ninguna página falsa puede sacársela.
not-me = Recibí un correo sobre algo que no hice
    .answer = Abra el enlace de ese correo y elija «No fui yo». Así se cierran todas las sesiones, su cuenta queda congelada y se avisa a sus administradores. Si el enlace es demasiado antiguo, llame a su administrador.
whom = ¿A quién pregunto?
    .answer = A su administrador: quien le dio esta cuenta, o el servicio de ayuda de su organización. Puede darle un código con el que iniciar sesión y configurar un segundo factor nuevo.
