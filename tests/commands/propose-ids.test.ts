import { expect, it } from 'vitest'
import { mediaPolicy, NAME, PATH, school } from '../support/school.js'

it('no body decides on a clause without an id', async () => {
  const bare = `${mediaPolicy()}\nDe ouders horen het per brief.\n`
  const { run, text } = school(bare)
  const refused = await run(['propose', NAME])
  expect(refused.code).toBe(1)
  expect(refused.err).toContain('id/missing')
  expect(text(PATH)).toBe(bare)
  expect((await run(['ids', NAME])).code).toBe(0)
  expect((await run(['propose', NAME])).code).toBe(0)
})
