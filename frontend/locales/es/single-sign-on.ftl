### La vuelta de un proveedor.

signing-in = Iniciando su sesión
connecting = Vinculando su cuenta
failed = El inicio de sesión único no funcionó
    .back = Volver al inicio de sesión

connect = Vincule su cuenta
    .why = Ya hay una cuenta con esta dirección. Inicie sesión una vez con su contraseña, y desde entonces podrá entrar con { $provider }. Si recibió una invitación, siga primero su enlace.

error =
    .declined = No inició sesión en el proveedor, o este no se lo permitió. Aquí no ha cambiado nada.
    .not_found = Este proveedor ya no está conectado.
    .sso_refused = Se rechazó la respuesta del proveedor. Vuelva a intentarlo, o contacte con su administrador.
    .sso_expired = Este inicio de sesión tardó demasiado, ya se había usado, o empezó en otro navegador. Empiece de nuevo.
    .provider_unreachable = No se puede contactar con el proveedor, no funciona en este momento o no está bien configurado. Vuelva a intentarlo más tarde, o contacte con su administrador.
    .account_frozen = Esta cuenta está congelada, porque alguien dijo: no fui yo.
    .identity_taken = Esa cuenta en el proveedor ya está vinculada con un usuario.
    .too_many_sign_ins = Demasiados intentos de inicio de sesión desde su red. Vuelva a intentarlo en un momento.
    .overloaded = Nightlatch está ocupado. Vuelva a intentarlo en un momento.
    .unknown = Este inicio de sesión no funcionó. Empiece de nuevo.
