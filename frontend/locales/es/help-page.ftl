### La página de ayuda: lo que dice además de las respuestas cortas (help.ftl).

title = Ayuda
    .intro = Respuestas sobre el segundo paso del inicio de sesión, para quien nunca haya oído hablar de él.
way-on = Ir al inicio de sesión
    .inside = Ir a «Mi seguridad»

app =
    .once = Se configura una vez: con la aplicación escanea una imagen cuadrada, el código QR. Desde entonces tiene una entrada para su cuenta.
    .daily = Al iniciar sesión, escribe su contraseña como siempre. Después abre la aplicación, busca esa entrada y escribe el código que aparece en ella.
    .quiet = La aplicación crea sus códigos sin internet y sin señal. No conoce su contraseña y no cuenta nada a nadie.

which-app =
    .phone = En un iPhone: Contraseñas de Apple, Google Authenticator o Microsoft Authenticator.
    .android = En Android: Aegis, Google Authenticator o Microsoft Authenticator.
    .computer = En un equipo: 1Password, Bitwarden u otro gestor de contraseñas.
    .store = Consiga la aplicación en la tienda de su teléfono. Mostrar códigos no cuesta nada: deje de lado las que pidan dinero antes de hacerlo.
    .copy = Muchas aplicaciones pueden guardar una copia de sus entradas para que un teléfono nuevo también las reciba. Actívelo si la suya puede.

why =
    .when = Se le pregunta al iniciar sesión, y otra vez antes de algo importante, como cambiar de teléfono. Su organización decide a quién se le pide un segundo paso.
    .rest = Si su organización lo permite, puede marcar una casilla que le ahorra la pregunta durante unos días en el mismo navegador.
    .never = Nadie necesita el código de su aplicación salvo esta página. Quien se lo pida por teléfono, correo o chat quiere entrar en su cuenta: no diga nada.

lost-phone =
    .sign-in = Inicie sesión con su dirección de correo y su contraseña, como siempre.
    .choose = Donde se pide el código, elija «Usar un código de recuperación».
    .enter = Escriba uno de sus códigos de recuperación y táchelo: sirve una sola vez.
    .replace = En «Mi seguridad», elija «Sustituir» junto al teléfono perdido y escanee el código QR con otro. Desde entonces, los códigos del teléfono perdido ya no valen nada.
    .none = Sin códigos de recuperación, solo su administrador puede ayudarle. Quien encuentre su teléfono no puede iniciar sesión solo con él: también necesitaría su contraseña.

new-phone =
    .sign-in = Inicie sesión con el teléfono viejo.
    .replace = En «Mi seguridad», elija «Sustituir» junto al teléfono viejo.
    .scan = Escanee el código QR con la aplicación del teléfono nuevo y escriba el código que muestra.
    .clear = Solo entonces borre la entrada del teléfono viejo.
    .copied = Si su aplicación ha traído sus entradas por sí misma, el teléfono nuevo ya muestra los códigos y no hay nada que hacer.

code =
    .old = Un código sirve una sola vez y durante medio minuto más o menos. Si acaba de usarlo, o estaba a punto de cambiar, espere al siguiente.
    .entry = Una aplicación puede tener muchas entradas. Busque la que lleva el nombre de su organización y su dirección de correo. Si hay dos, cuenta la más reciente.
    .clock = Los códigos se calculan a partir de la hora. En los ajustes de su teléfono, active la fecha y hora automáticas; algunas aplicaciones tienen un ajuste propio para ello.
    .kind = Un código de su aplicación tiene seis u ocho cifras. Lo que también lleva letras es un código de recuperación o un código de su administrador, y va en otro campo.
    .wait = Tras varios códigos incorrectos hay que esperar, y la página muestra una cuenta atrás. Mientras tanto puede usar otra forma, como un código de recuperación.
    .else = Si nada ayuda, inicie sesión con un código de recuperación y configure de nuevo su aplicación, o pregunte a su administrador.

no-codes =
    .new = Los códigos nuevos sustituyen a todos los anteriores, así que tache o tire la hoja antigua.
    .signed-out = Si no tiene ni su teléfono ni un código de recuperación, su administrador se asegura de que es usted y le da un código. Con él inicia sesión y configura un segundo factor nuevo, y recibe códigos de recuperación nuevos.

recovery-codes =
    .shown = Los ve una vez, cuando configura un segundo factor por primera vez. No se pueden mostrar de nuevo, pero puede crear otros en cualquier momento.
    .paper = En papel: imprima la hoja y guárdela donde tiene su pasaporte.
    .manager = En un gestor de contraseñas que pueda abrir sin su teléfono.
    .not = No en su correo, no como foto en el teléfono y no junto a su contraseña.
    .used = Marque cada uno que haya usado. Cuando quedan pocos, la página le recuerda que cree otros.

passkey =
    .how = Su dispositivo guarda un secreto que pertenece solo a esta página. Para usarlo, desbloquea el dispositivo como siempre.
    .private = Su huella y su rostro se quedan en el dispositivo: no los recibe nadie más, tampoco nosotros.
    .several = Puede tener varias: una en el equipo y otra en el teléfono, para tener siempre una a mano.
    .lost = Si pierde un dispositivo con una llave de acceso, inicie sesión de otra forma y quite esa llave de acceso en «Mi seguridad».

not-me =
    .link = Abra el enlace del correo cuanto antes: sirve una sola vez y durante unos días.
    .press = Elija «No fui yo». Después nadie puede cambiar su contraseña ni su segundo factor, hasta que un administrador descongele la cuenta.
    .call = Llame a su administrador, o vaya a verle, y miren juntos qué se hizo.
    .password = Cambie su contraseña en todos los demás sitios donde use la misma.
    .false = ¿Duda de que el correo sea auténtico? Entonces no pulse nada en él: llame a su administrador.

whom =
    .can = Puede dejarle entrar de nuevo cuando no tiene ni el teléfono ni los códigos de recuperación, darle más tiempo para configurar su segundo factor y descongelar su cuenta.
    .proof = Cuente con que le pregunten quién es, porque un extraño podría hacerse pasar por usted. Entonces le leen un código; nunca le piden su contraseña ni un código de su aplicación.
