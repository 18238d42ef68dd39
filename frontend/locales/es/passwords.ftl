### Una contraseña que se está eligiendo.

shortest = { $count } caracteres o más.
advice = Varias palabras que no use en otro sitio hacen una buena contraseña.
too-short = { $missing ->
    [one] Demasiado corta: falta 1 carácter.
   *[other] Demasiado corta: faltan { $missing } caracteres.
}

strength =
    .very-weak = Solidez: muy débil.
    .weak = Solidez: débil.
    .fair = Solidez: aceptable.
    .good = Solidez: buena.
    .strong = Solidez: fuerte.

suggestion =
    .l33t = Evite sustituciones previsibles, como «@» por «a».
    .reverseWords = Evite palabras comunes escritas al revés.
    .allUppercase = Ponga algunas letras en mayúscula, pero no todas.
    .capitalization = Ponga en mayúscula más que la primera letra.
    .dates = Evite fechas y años que tengan que ver con usted.
    .recentYears = Evite años recientes.
    .associatedYears = Evite años que tengan que ver con usted.
    .sequences = Evite secuencias de caracteres comunes.
    .repeated = Evite palabras y caracteres repetidos.
    .longerKeyboardPattern = Use patrones de teclado más largos y cambie varias veces de dirección.
    .anotherWord = Añada más palabras que sean menos comunes.
    .useWords = Use varias palabras, pero evite frases hechas.
    .noNeed = Puede crear contraseñas fuertes sin símbolos, números ni mayúsculas.
    .pwned = Si usa esta contraseña en otro sitio, cámbiela allí.

warning =
    .straightRow = Las filas de teclas seguidas son fáciles de adivinar.
    .keyPattern = Los patrones de teclado cortos son fáciles de adivinar.
    .simpleRepeat = Los caracteres repetidos como «aaa» son fáciles de adivinar.
    .extendedRepeat = Los patrones repetidos como «abcabcabc» son fáciles de adivinar.
    .sequences = Las secuencias comunes como «abc» son fáciles de adivinar.
    .recentYears = Los años recientes son fáciles de adivinar.
    .dates = Las fechas son fáciles de adivinar.
    .topTen = Es una contraseña usadísima.
    .topHundred = Es una contraseña muy usada.
    .common = Es una contraseña usada a menudo.
    .similarToCommon = Se parece a una contraseña usada a menudo.
    .wordByItself = Una sola palabra es fácil de adivinar.
    .namesByThemselves = Un nombre o un apellido solo es fácil de adivinar.
    .commonNames = Los nombres y apellidos comunes son fáciles de adivinar.
    .userInputs = No use nada que tenga que ver con usted o con esta página.
    .pwned = Su contraseña quedó al descubierto en una filtración de datos de Internet.
