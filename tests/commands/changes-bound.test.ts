import { expect, it } from 'vitest'
import { mediaPolicy, NAME, PATH, school } from '../support/school.js'

it('what is said of a change is bound to the words it is put forward with, and told of others as that', async () => {
  const { run, write, text } = school(mediaPolicy())
  const step = async (...argv: string[]) => expect((await run([...argv, '--quiet'])).code).toBe(0)
  await step('propose', NAME)
  for (const body of ['MR', 'Bestuur']) await step('decide', NAME, '--body', body, '--decision', 'positive')
  await step('release', NAME)
  const said = 'changes:\n  toestemming: { significance: editorial, why: Zo staat het in de wet. }\n'
  write(PATH, text(PATH).replace('status: draft\n', `status: draft\n${said}`).replace('na toestemming', 'zonder toestemming'))
  const of = async () => {
    const { out } = await run(['diff', NAME, '--format', 'json', '--quiet'])
    const { why, called, whyOfOthers } = JSON.parse(out).clauses.find((each: { why: unknown }) => each.why !== null)
    return { why, called, whyOfOthers }
  }
  const these = { why: 'Zo staat het in de wet.', called: 'editorial', whyOfOthers: undefined }
  expect(await of()).toEqual(these)
  await step('propose', NAME)
  // The author's word proves nothing: the version is no patch.
  expect(text(PATH)).toContain('version: 1.1.0\n')
  expect(text(PATH)).toMatch(/why: Zo staat het in de wet\., text: sha256:[0-9a-f]{64}/)
  expect(await of()).toEqual(these)
  write(PATH, text(PATH).replace('zonder toestemming', 'tegen de wil'))
  expect(await of()).toEqual({ ...these, called: undefined, whyOfOthers: true })
  expect((await run(['diff', NAME, '--quiet'])).out).toContain('Zo staat het in de wet. (gegeven voor andere woorden dan deze)')
  // What was bound once stays bound: putting it forward again says it of nothing new.
  await step('propose', NAME)
  expect((await of()).whyOfOthers).toBe(true)
})
