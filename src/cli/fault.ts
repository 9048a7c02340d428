import { clean } from '../render/text/index.js'

/** What is said of a mistake of our own: it is not the author's, and nothing the author can mend. */
export function fault(error: unknown, trace: boolean): string {
  const { message = String(error), stack = '' } = (error ?? {}) as Partial<Error>
  const more = trace ? `${stack}\n` : 'Set CLAUSULE_TRACE=1 to see where, and please report it.\n'
  return clean(`error: A fault of Clausule itself, not of your files: ${message.split('\n')[0]}\n${more}`)
}
