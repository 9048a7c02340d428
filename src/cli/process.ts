import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'
import { Writable } from 'node:stream'
import { Stopped } from '../secretariat/context.js'
import { fault } from './fault.js'
import type { Io } from './io.js'
import { EXIT, runProgram } from './program.js'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs the command line on this process: its arguments, streams, environment and clock. */
export async function runOnProcess(version: string): Promise<void> {
  const { stdin, stdout, stderr, argv, env } = process
  const io: Io = {
    out: (text) => void stdout.write(text),
    taken: async () => {
      if (stdout.writableNeedDrain) await once(stdout, 'drain')
    },
    err: (text) => void stderr.write(text),
    cwd: process.cwd(),
    env,
    // `performance` would have Node load what measures it.
    now: () => Number(process.hrtime.bigint()) / 1e6,
    terminal: { out: stdout.isTTY === true, err: stderr.isTTY === true, in: stdin.isTTY === true },
    ask: (question) => ask(createInterface({ input: stdin, output: stderr }), question),
    ...(stdin.isTTY === true ? { askSecretly: (question) => askSecretly(stdin, stderr, question) } : {}),
    stopped: () => new Promise((stop) => SIGNALS.forEach((signal) => process.once(signal, () => stop()))),
  }
  // A reader that stops early, such as `head`, is no error of ours.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    io.err(`error: Unexpected ${error.code} at printing, expected an output that takes it\n`)
    process.exit(EXIT.findings)
  })
  try {
    process.exitCode = await runProgram(argv.slice(2), io, version)
  } catch (error) {
    io.err(fault(error, env.CLAUSULE_TRACE !== undefined))
    process.exitCode = EXIT.fault
  }
}

/** One answer. Ctrl+C, Ctrl+D and an input that ends close the prompt before there is one: without this, the promise is never settled. */
const ask = (prompt: Interface, question: string): Promise<string> =>
  new Promise((answer, stop) => {
    prompt.once('close', () => stop(new Stopped()))
    prompt.question(question, (line) => {
      answer(line)
      prompt.close()
    })
  })

/** One answer that is not shown while it is typed. */
function askSecretly(input: NodeJS.ReadStream, output: NodeJS.WriteStream, question: string): Promise<string> {
  output.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  return ask(createInterface({ input, output: silent, terminal: true }), '').finally(() => output.write('\n'))
}
