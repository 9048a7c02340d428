import { describe, expect, it } from 'vitest'
import { mediaPolicy, NAME, PATH, school } from '../support/school.js'
import { wordsOn } from '../support/words.js'

/** A text to which a day is added when the council has decided, and before the board does. */
async function added(days: string) {
  const { run, text, write } = school(mediaPolicy())
  const decide = (body: string) => run(['decide', NAME, '--body', body, '--decision', 'positive'])
  await run(['propose', NAME])
  await decide('MR')
  write(PATH, text(PATH).replace('lang: nl\n', `lang: nl\n${days}`))
  const before = { lint: await run(['lint', NAME]), status: await run(['status']) }
  await decide('Bestuur')
  return { run, text, before }
}

const page = (text: string) => wordsOn(text).replace(/\s+/g, ' ')

describe('a day that was set after a body decided', () => {
  it('is told of that decision: by lint and status, in the table of decisions, the notice and the resolution', async () => {
    const { run, text, before } = await added('effective: 2026-08-01\nreview: 2029-08-01\n')
    expect(before.lint.code).toBe(0)
    expect(before.lint.err).toContain('MR decided on this text when it had no day to take effect; now it has 1 August 2026')
    expect(before.lint.err).toContain('MR decided on this text when it had no day of review; now it has 1 August 2029')
    expect(before.status.out).toContain('a day was set since they decided: MR')
    expect((await run(['release', NAME])).code).toBe(0)
    const said = 'nog zonder de dag van inwerkingtreding en de evaluatiedatum'
    const policy = page(text('/w/out/linde/media-1.0.0.html'))
    expect(policy).toContain(`MRinstemmingakkoord, ${said}`)
    expect(policy.split(said)).toHaveLength(2)
    expect(page(text('/w/out/linde/media-1.0.0-bekendmaking.html'))).toContain(`MR, 2 maart 2026 (${said})`)
    await run(['build', `${NAME}@1.0.0`, '--paper', 'resolution', '--format', 'html'])
    expect(page(text('/w/out/linde/media-1.0.0-vaststellingsbesluit.html'))).toContain(`ingestemd met deze tekst, ${said}`)
  })

  it('is not told where it was there', async () => {
    const { run, text, write } = school(mediaPolicy({ dates: 'effective: 2026-08-01\n' }))
    await run(['propose', NAME])
    for (const body of ['MR', 'Bestuur']) await run(['decide', NAME, '--body', body, '--decision', 'positive'])
    expect((await run(['lint', NAME])).err).not.toContain('decision/other-words')
    expect((await run(['status'])).out).not.toContain('a day was set')
    // Of a decision that names no words it is not known what it was about at all.
    write(PATH, text(PATH).replace(/ {4}text: .*\n {4}version: .*\n {4}effective: .*\n/g, ''))
    expect((await run(['lint', NAME])).err).not.toContain('when it had no day')
  })
})
