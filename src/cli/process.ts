import { createInterface } from 'node:readline/promises'
import type { Io } from './io.js'
import { runProgram } from './program.js'

/** Runs the command line on this process: its arguments, streams, environment and clock. */
export async function runOnProcess(version: string): Promise<void> {
  const { stdin, stdout, stderr, argv, env } = process
  const io: Io = {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    cwd: process.cwd(),
    env,
    now: () => performance.now(),
    terminal: { out: stdout.isTTY === true, err: stderr.isTTY === true, in: stdin.isTTY === true },
    ask: async (question) => {
      const prompt = createInterface({ input: stdin, output: stderr })
      try {
        return await prompt.question(question)
      } finally {
        prompt.close()
      }
    },
  }
  // A reader that stops early, such as `head`, is no error of ours.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  process.exitCode = await runProgram(argv.slice(2), io, version)
}
