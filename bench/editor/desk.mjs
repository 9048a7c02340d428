import { spawn } from 'node:child_process'
import { chromium } from 'playwright-core'

/** Numbers below one, the same for one seed. */
export function random(seed) {
  // Small seeds would begin alike.
  let state = (seed * 69_621) % 2_147_483_647
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** A desk on a folder, as a process of its own, and the address that lets a browser in. */
export async function startDesk(root, options = []) {
  const desk = spawn(process.execPath, ['dist/cli.js', 'desk', root, '--no-open', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const entrance = await new Promise((found) => {
    let said = ''
    for (const stream of [desk.stdout, desk.stderr])
      stream.on('data', (part) => {
        said += part
        const address = /http:\/\/127\S+/.exec(said)?.[0]
        if (address) found(address)
      })
  })
  return { desk, entrance, origin: new URL(entrance).origin }
}

/** Chromium as a process that can be killed, and a connection to it. */
export async function startBrowser() {
  const server = await chromium.launchServer({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic'] })
  return { server, browser: await chromium.connect(server.wsEndpoint()) }
}
