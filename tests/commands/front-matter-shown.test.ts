import { expect, it } from 'vitest'
import { mediaPolicy, NAME, PATH, school } from '../support/school.js'

/** A release of which a draft follows, with its front matter added to. */
async function released() {
  const { text, write, ...it } = school(mediaPolicy({ dates: 'sources: [Een oude bron]\ncontact: [Jan Eik]\n' }))
  const run = (...argv: string[]) => it.run([...argv, '--quiet'])
  await run('propose', NAME)
  for (const body of ['MR', 'Bestuur']) await run('decide', NAME, '--body', body, '--decision', 'positive')
  expect((await run('release', NAME)).code).toBe(0)
  return { run, text, edit: (change: (text: string) => string) => write(PATH, change(text(PATH))) }
}

it.each([
  ['sources', (text: string) => text.replace('Een oude bron', 'Een andere bron'), 'Een andere bron'],
  ['contact', (text: string) => text.replace('Jan Eik', 'Piet Den'), 'Piet Den'],
  ['editors', (text: string) => text.replace('status:', 'editors: [Mw. Beuk]\nstatus:'), 'Mw. Beuk'],
  ['copyright', (text: string) => text.replace('status:', 'copyright: De Linde\nstatus:'), 'De Linde'],
  [
    'deviations',
    (text: string) => text.replace('status:', 'deviations: { toestemming: Wij vragen meer }\nstatus:'),
    'Wij vragen meer',
  ],
])('what readers see in the front matter is listed where it changed: %s', async (fact, change, words) => {
  const { run, edit } = await released()
  const before = JSON.parse((await run('diff', NAME, '--json')).out)
  expect(before.facts.map((each: { fact: string }) => each.fact)).not.toContain(fact)
  edit(change)
  const { facts } = JSON.parse((await run('diff', NAME, '--json')).out)
  expect(facts.map((each: { fact: string }) => each.fact)).toContain(fact)
  expect((await run('diff', NAME)).out).toContain(words)
})

it('an explanation that changed since a body decided is listed, and that of another version is none of its own', async () => {
  const { text, write, ...it } = school(mediaPolicy({ dates: 'proposal: Omdat ouders het vroegen\n' }))
  const run = (...argv: string[]) => it.run([...argv, '--quiet'])
  await run('propose', NAME)
  await run('decide', NAME, '--body', 'MR', '--decision', 'positive')
  write(PATH, text(PATH).replace('Omdat ouders het vroegen', 'Omdat het moet'))
  const { out } = await run('diff', NAME, '--since', 'MR')
  expect(out).toContain('Omdat ouders het vroegen')
  expect(out).toContain('Omdat het moet')
  await run('decide', NAME, '--body', 'Bestuur', '--decision', 'positive')
  expect((await run('release', NAME)).code).toBe(0)
  expect((await run('diff', NAME)).out).not.toContain('Omdat')
})
