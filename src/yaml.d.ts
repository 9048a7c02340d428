/** Data bundled with the program, parsed when it is built; the module that imports it says what it holds. */
declare module '*.yaml' {
  const data: unknown
  export default data
}
