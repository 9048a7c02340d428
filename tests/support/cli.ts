import type { Io } from '../../src/cli/io.js'
import { runProgram } from '../../src/cli/program.js'

export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line in a folder, as a script would: nobody at the terminal. */
export async function clausule(cwd: string, argv: readonly string[], io: Partial<Io> = {}): Promise<Run> {
  let out = ''
  let err = ''
  const code = await runProgram(
    argv,
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
