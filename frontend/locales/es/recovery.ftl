### Los códigos de recuperación, mostrados una vez, y los mismos en un archivo.

leaving = ¿Salir sin sus códigos?
    .text = Estos códigos solo se muestran ahora. Sin ellos, si pierde el teléfono no podrá entrar hasta que le ayude un administrador.
save-now = Guarde estos códigos ahora: no se volverán a mostrar. Cada uno le permite iniciar sesión una vez si pierde o se le rompe el teléfono.
heading = Códigos de recuperación
organization = Organización
account = Cuenta
created = Creados el
tick = Marque cada código en cuanto lo haya usado. Cuando queden pocos, cree otros en «Mi seguridad»: sustituyen a todos estos.
advice = Cada código funciona una vez. Guarde esta hoja donde solo usted pueda encontrarla, y lejos de su teléfono.
copy = Copiar los códigos
download = Descargar los códigos
print = Imprimir los códigos
saved = He guardado estos códigos
    .first = Guarde primero los códigos y después marque esta casilla.
continue = Continuar

file-heading = Códigos de recuperación de { $organization }
file-account = Cuenta: { $account }
file-created = Creados el: { $date }
file-use = Cada código le permite iniciar sesión una vez cuando no tenga a mano su aplicación de autenticación.
file-advice = Guárdelos donde solo usted pueda encontrarlos, y lejos de su teléfono.
