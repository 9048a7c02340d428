import { expect, it } from 'vitest'
import { mediaPolicy, NAME, PATH, school } from '../support/school.js'

/** A policy released on 2 March 2026, and what comes of its withdrawal. */
async function withdrawing(day: string, dates = '') {
  const { text, ...it } = school(mediaPolicy({ dates }))
  const run = (...argv: string[]) => it.run([...argv, '--quiet'])
  await run('propose', NAME)
  for (const body of ['MR', 'Bestuur']) await run('decide', NAME, '--body', body, '--decision', 'positive')
  expect((await run('release', NAME)).code).toBe(0)
  const before = text(PATH)
  const english = await run('withdraw', NAME, '--date', day)
  const dutch = english.code === 0 ? undefined : await run('withdraw', NAME, '--date', day, '--lang', 'nl')
  return { code: english.code, said: [english.err, dutch?.err ?? ''].join('\n'), written: text(PATH) !== before }
}

it('a policy cannot be withdrawn before the first day of its release', async () => {
  const early = await withdrawing('2026-03-01')
  expect(early).toMatchObject({ code: 1, written: false })
  expect(early.said).toContain('Unexpected day of withdrawal 1 March 2026, expected 2 March 2026 or later')
  expect(early.said).toContain('De dag van intrekking is 1 maart 2026; verwacht werd 2 maart 2026 of later')
  expect(await withdrawing('2026-03-02')).toMatchObject({ code: 0, written: true })
})

it('one that applies from before it was decided on is withdrawn after the decision, and one still to begin before it begins', async () => {
  expect(await withdrawing('2026-02-10', 'effective: 2026-01-01\n')).toMatchObject({ code: 1, written: false })
  expect(await withdrawing('2026-03-02', 'effective: 2026-01-01\n')).toMatchObject({ code: 0, written: true })
  expect(await withdrawing('2026-03-02', 'effective: 2026-08-01\n')).toMatchObject({ code: 0, written: true })
})
