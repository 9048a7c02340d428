import { spawn } from 'node:child_process'
import { findProgram } from './program.js'

/** How each system opens an address in the browser of whoever uses it. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
}

/** Opens an address in a browser; whether there was a program to ask. What becomes of it is the system's. */
export function openBrowser(address: string, platform = process.platform, path = process.env.PATH ?? ''): boolean {
  const [name = 'xdg-open', ...args] = OPENERS[platform] ?? []
  const program = platform === 'win32' ? name : findProgram(name, path)
  if (program === undefined) return false
  const child = spawn(program, [...args, address], { detached: true, stdio: 'ignore' })
  child.on('error', () => {})
  child.unref()
  return true
}
