import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const tests = fileURLToPath(new URL('..', import.meta.url))

/** What is looked at once in a page, and shows what stood there before the page was done: a busy machine fails what a quick one passes. */
const AT_ONCE = /expect\(\(?await (?:page|again|other)\.|expect\(\[await /

it('looks in a page until it sees what it expects, and not once', () => {
  const once = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => {
      const code = readFileSync(join(tests, file), 'utf8')
      if (!code.includes('support/browser') && !code.includes('in-chromium')) return []
      return code.split('\n').flatMap((line, at) => (AT_ONCE.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : []))
    })
  expect(once).toEqual([])
})
