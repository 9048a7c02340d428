import { describe, expect, it } from 'vitest'
import { mediaPolicy, NAME, PATH, school } from '../support/school.js'

const WORDS = '\n1. Vraag eerst. {#vraag}\n2. Bewaar niets. {#bewaar}'
const UNCHANGED = 'draft: nothing changed yet, the words of release 1.0.0'
const BESIDE = 'draft: the words of release 1.0.0, with something changed beside them'

/** The next draft of a release, and how it stands when it is written to. */
async function draft() {
  const { run, text, write } = school(`${mediaPolicy({ dates: 'effective: 2026-04-01\nreview: 2029-04-01\n' })}${WORDS}\n`)
  await run(['propose', NAME])
  for (const body of ['MR', 'Bestuur']) await run(['decide', NAME, '--body', body, '--decision', 'positive'])
  expect((await run(['release', NAME])).code).toBe(0)
  const opened = text(PATH)
  return async (rewrite: (words: string) => string = (words) => words) => {
    write(PATH, rewrite(opened))
    return (await run(['status', NAME])).out
  }
}

describe('the next draft of a release', () => {
  it('has nothing changed as the release opened it, also where a day of that release is over', async () => {
    const standing = await draft()
    expect(await standing()).toContain(UNCHANGED)
    expect(await standing((words) => words.replace('version: 1.1.0', 'version: 2.0.0'))).toContain(UNCHANGED)
  })

  it.each([
    ['a day to take effect', 'lang: nl\n', 'lang: nl\neffective: 2020-01-01\n'],
    ['another day of review', 'review: 2029-04-01', 'review: 2030-04-01'],
    ['other numbers', 'lang: nl\n', 'lang: nl\nnumbering: [decimal, lower-alpha]\n'],
    ['another route', 'right: consent', 'right: advice'],
    ['an earlier decision', 'lang: nl\n', 'lang: nl\napprovals: [{ body: MR, date: 2026-01-01 }]\n'],
  ])('has something changed with %s', async (_, from, to) => {
    const standing = await draft()
    const said = await standing((words) => words.replace(from, to))
    expect(said).toContain(BESIDE)
    expect(said).not.toContain('nothing changed')
  })
})
