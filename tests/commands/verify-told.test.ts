import { describe, expect, it } from 'vitest'
import { verify } from '../../src/commands/verify.js'
import { mediaPolicy, NAME, PATH, PDF, school } from '../support/school.js'

const RESOLUTION = PDF.replace('.pdf', '-vaststellingsbesluit.pdf')

/** A workspace in memory with a release, made as its steps are taken. */
async function released(front: (text: string) => string = (text) => text) {
  const it = school(front(mediaPolicy()))
  const run = (...argv: string[]) => it.run([...argv, '--quiet'])
  const decided = async () => {
    expect((await run('propose', NAME)).code).toBe(0)
    for (const body of ['MR', 'Bestuur']) await run('decide', NAME, '--body', body, '--decision', 'positive')
    expect((await run('release', NAME)).code).toBe(0)
  }
  await decided()
  return { ...it, run, decided }
}

describe('what is told of a published file', () => {
  it('is that nothing proves who decided, where that is so of its release', async () => {
    const typed = mediaPolicy({ route: ['Bestuur, right: adoption'] }).replace(
      'status: draft\n',
      'status: adopted\napprovals:\n  - { body: Bestuur, right: adoption, date: 2026-01-10 }\n',
    )
    const { run } = school(typed)
    expect((await run(['release', NAME, '--unproved', '--quiet'])).code).toBe(0)
    const { code, out } = await run(['verify', PDF])
    expect(out).toContain('nothing proves which words were decided on')
    expect(code).toBe(1)
    const data = JSON.parse((await run(['verify', PDF, '--json'])).out)
    expect(data.papers[0]).toMatchObject({ verdict: 'untouched', paper: 'policy', proved: false })

    const proved = await released()
    expect(JSON.parse((await proved.run('verify', PDF, '--json')).out).papers[0]).toMatchObject({ proved: true })
    expect((await proved.run('verify', PDF)).out).not.toContain('nothing proves')
  })

  it('is that a resolution or a notice is not the policy', async () => {
    const { run } = await released()
    const resolution = await run('verify', RESOLUTION)
    expect(resolution.out).toContain(`untouched, the resolution about ${NAME}@1.0.0 (not the policy itself), the last release`)
    const notice = await run('verify', PDF.replace('.pdf', '-bekendmaking.pdf'))
    expect(notice.out).toContain(`untouched, the notice of ${NAME}@1.0.0 (not the policy itself), the last release`)
    expect((await run('verify', PDF)).out).toContain(`untouched, ${NAME}@1.0.0, the last release`)
  })

  it('is which words were put before the bodies, where they are no release', async () => {
    const { run, write, text } = school(mediaPolicy())
    await run(['propose', NAME, '--quiet'])
    for (const file of [PDF, RESOLUTION]) {
      const { code, out, err } = await run(['verify', file])
      expect([code, out]).toEqual([1, expect.stringContaining(`${NAME}: was put before the bodies; no release`)])
      expect(err).toContain('were put before the bodies and are no release')
    }
    // Also when the text went on: the copy that was kept has them.
    write(PATH, text(PATH).replace('Een medewerker', 'Elke medewerker'))
    const later = await run(['verify', PDF, '--json'])
    expect(JSON.parse(later.out).papers[0]).toMatchObject({
      verdict: 'untouched',
      release: null,
      about: [{ standing: 'proposed' }],
    })
    // What nobody was asked about is a draft.
    await run(['build', NAME, '--quiet'])
    const draft = school(mediaPolicy())
    await draft.run(['build', NAME, '--quiet'])
    expect((await draft.run(['verify', PDF])).out).toContain(`${NAME}: the working text as it is now; no release`)
  })

  it('is which release applies, where another is newer and not in force yet', async () => {
    const { run, write, text, decided } = await released()
    write(
      PATH,
      text(PATH).replace('Een medewerker', 'Elke medewerker').replace('lang: nl\n', 'lang: nl\neffective: 2027-01-01\n'),
    )
    await decided()
    const former = await run('verify', PDF)
    expect(former.out).toContain(`there is a newer one, ${NAME}@1.1.0`)
    expect(former.out).toContain(`in force today: ${NAME}@1.0.0`)
    const coming = await run('verify', PDF.replace('1.0.0', '1.1.0'))
    expect(coming.out).toContain('the last release')
    expect(coming.out).toContain(`in force today: ${NAME}@1.0.0`)
  })

  it('is in the language of the texts', async () => {
    const { files, write } = await released()
    write('/w/x.pdf', '%PDF-1.7 maar niet echt')
    const context = { files, cwd: '/w', workspace: { root: '/w', cwd: '/w', files } }
    for (const file of [PDF, '/w/x.pdf']) expect(await verify(context, [file])).toMatchObject({ lang: 'nl' })
  })

  it('is that a release is there of which the working text is gone', async () => {
    const { run, files } = await released()
    files.write('/w', [], [PATH])
    const { code, err } = await run('verify', PDF)
    expect([code, err]).toEqual([1, expect.stringContaining('release/orphan')])
    expect(err).toContain('of some nothing can be printed')
    const listed = await run('list')
    expect(listed.out).not.toContain('no policies yet')
    expect(listed.err).toContain('release/orphan')
  })
})
