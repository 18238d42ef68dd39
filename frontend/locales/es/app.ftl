### La aplicación alrededor de sus páginas.

start-page = Ir a la página de inicio
try-again = Volver a intentarlo

not-found = Página no encontrada
    .text = No hay ninguna página en esta dirección, o no es para su cuenta.

broken = No se pudo mostrar esta página
    .outdated = No se puede contactar con Nightlatch, o se ha actualizado entretanto.

offline = No tiene conexión. No se puede cambiar nada hasta que vuelva.

development = Desarrollo
    .text = Servicio de desarrollo: ningún correo sale de él. <mailbox>Abrir el buzón</mailbox>
