import type { Io } from '../../src/cli/io.js'
import { runProgram } from '../../src/cli/program.js'

export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line in a folder, as a script would: nobody at the terminal, and messages in English unless a language is asked for. */
export async function clausule(cwd: string, argv: readonly string[], io: Partial<Io> = {}): Promise<Run> {
  let out = ''
  let err = ''
  const [verb] = argv
  // `init` and `new` take it for the language of the text they make.
  const isAsked = verb === undefined || verb.startsWith('-') || /^(?:init|new)$/.test(verb) || argv.includes('--lang')
  const code = await runProgram(
    isAsked ? argv : [...argv, '--lang', 'en'],
    {
      out: (text) => {
        out += text
      },
      err: (text) => {
        err += text
      },
      cwd,
      env: {},
      now: () => 0,
      terminal: { out: false, err: false, in: false },
      ask: () => Promise.reject(new Error('A question was asked where nobody is')),
      ...io,
    },
    '9.9.9',
  )
  return { code, out, err }
}
