/** The lists of a language are picked one by one: all of them weigh twice as much and tell little more. */
declare module "@zxcvbn-ts/language-en/dist/*.mjs" {
  const words: string[];
  export default words;
}
