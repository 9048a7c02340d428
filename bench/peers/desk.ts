import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Opens the desk on the folder it is run in, asks for one page as a browser does, and stops it: `desk.js CLI PATH`. */
const [cli = '', path = '/'] = process.argv.slice(2)
const desk = spawn(process.execPath, [cli, 'desk', '--no-open', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] })
const ended = once(desk, 'exit')
// Nothing is left running where this takes too long.
process.once('SIGTERM', () => desk.kill('SIGKILL'))
let said = ''
for await (const words of desk.stderr) {
  said += words
  const entrance = /http:\/\/\S+\/open\/[\w-]+/.exec(said)?.[0]
  if (entrance === undefined) continue
  const entered = await fetch(entrance, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.replace(/;.*/, '') ?? ''
  const page = await fetch(new URL(path, entrance), { headers: { cookie } })
  if ((await page.text()) === '' || page.status >= 500) process.exitCode = 3
  break
}
desk.kill('SIGTERM')
await ended
