import { describe, expect, it } from 'vitest'
import { mediaPolicy, NAME, PATH, school } from '../support/school.js'

describe('a step that is not taken', () => {
  it('of a text that was released says so, and of one nobody was asked about how that is done', async () => {
    const { run } = school(mediaPolicy())
    expect((await run(['release', NAME])).err).toContain(
      'nobody can have decided on it: "clausule propose" puts it before the bodies',
    )
    await run(['propose', NAME])
    expect((await run(['release', NAME])).err).toContain('MR has not decided: "clausule decide" records it')
    for (const body of ['MR', 'Bestuur']) await run(['decide', NAME, '--body', body, '--decision', 'positive'])
    expect((await run(['release', NAME])).code).toBe(0)
    const again = await run(['release', NAME])
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('Release 1.0.0 has these words already')])
    expect(again.err).not.toContain('not proposed')
  })

  it('says of a decision on a text without a route that nobody is asked, and lists no bodies where there are none', async () => {
    const bare = mediaPolicy().replace(/route:\n(?: {2}- .*\n)+/, '')
    const { run, write } = school(bare)
    const decide = () => run(['decide', NAME, '--body', 'MR', '--decision', 'positive'])
    expect((await decide()).err).toContain('The text is not proposed')
    write(PATH, bare.replace('status: draft', 'status: proposed'))
    const { code, err } = await decide()
    expect([code, err]).toEqual([1, expect.stringContaining('Unexpected absence of a route')])
    expect(err).not.toContain('expected one of the route')
  })
})

it('a command that is none is answered with those that are, where none is near', async () => {
  const { run } = school(mediaPolicy())
  const { code, err } = await run(['publish', NAME])
  expect([code, err]).toEqual([
    2,
    expect.stringMatching(/^error: There is no command "publish"; there are: .*\bbuild, .*\brelease, /),
  ])
  expect((await run(['relese'])).err).toContain('did you mean release?')
})

it('a policy that cannot be read is among those that need somebody', async () => {
  const { run, write, text } = school(mediaPolicy())
  write(PATH, text(PATH).replace('status: draft', 'status draft'))
  const { out } = await run(['status'])
  expect(out).toContain('1 policy ·')
  expect(out).toContain('1 policy needs somebody: 1 that could not be read.')
  expect(out).not.toContain('0 policies')
})
