import { describe, expect, it } from 'vitest'
import { inMemory } from '../../src/workspace/index.js'
import { clausule } from '../support/cli.js'
import { front } from '../support/workspace.js'

const NAME = 'linde/media'
const PATH = '/w/policies/linde/media.md'
const MR = '  - { body: MR, right: consent }\n'
const ROUTE = `lang: nl\nroute:\n${MR}  - { body: Bestuur, right: adoption }\n`
const POLICY = `${front(ROUTE)}# Foto’s {#fotos}\n\nEen medewerker plaatst een foto na toestemming van de ouders. {#toestemming}\n`
const LEFT = 'MR was asked (consent) when the text was put forward on 2 March 2026 and is not asked any more'

/** A text that was put before its bodies, and then written to. */
async function changed(rewrite: (text: string) => string) {
  const files = inMemory({ '/w/policies/linde/organisation.yaml': 'name: De Linde\n', [PATH]: POLICY }, { today: '2026-03-02' })
  const run = (...argv: string[]) => clausule('/w', [...argv, '--quiet'], { files })
  await run('propose', NAME)
  const before = new TextDecoder().decode(files.read(PATH))
  const after = rewrite(before)
  expect(after).not.toBe(before)
  files.write('/w', [{ path: PATH, bytes: after }])
  const decide = (body: string) => run('decide', NAME, '--body', body, '--decision', 'positive')
  return { run, decide, files, after }
}

describe('the route that a text was put forward with', () => {
  it('is the one it goes: who was asked and is not asked any more is named, and no step is taken', async () => {
    const { run, decide, files } = await changed((text) => text.replace(MR, ''))
    for (const told of [await run('lint', NAME), await decide('Bestuur'), await run('release', NAME), await run('verify', NAME)])
      expect([told.code, told.err]).toEqual([1, expect.stringContaining(LEFT)])
    expect((await run('status')).out).toContain('not asked any more: MR')
    expect((await run('status', '--check')).code).toBe(1)

    // Putting it forward anew is the way.
    expect((await run('propose', NAME)).code).toBe(0)
    expect((await run('lint', NAME)).code).toBe(0)
    expect((await decide('Bestuur')).out).toContain('decided by all: it can be released')
    expect((await run('release', NAME)).code).toBe(0)
    expect((await run('verify', NAME)).code).toBe(0)
    expect(new TextDecoder().decode(files.read('/w/policies/linde/releases/media@1.0.0.md'))).not.toContain('MR')
  })

  it('is another with a lesser right, another order or a body more', async () => {
    const lesser = await changed((text) => text.replace('right: consent', 'right: information'))
    expect((await lesser.run('lint', NAME)).err).toContain(LEFT)
    const later = await changed((text) => text.replace(MR, '').replace('right: adoption }\n', `right: adoption }\n${MR}`))
    expect((await later.run('lint', NAME)).err).toContain('The route is another than when the text was put forward')
    const more = await changed((text) => text.replace(MR, `${MR}  - { body: Raad, right: advice }\n`))
    expect((await more.run('status')).out).toContain('asks in another way than when it was put forward')
  })

  it('is another that of a release that was made without it', async () => {
    const { run, decide, files } = await changed((text) => `${text}\n`)
    for (const body of ['MR', 'Bestuur']) await decide(body)
    expect((await run('release', NAME)).code).toBe(0)
    const release = '/w/policies/linde/releases/media@1.0.0.md'
    const frozen = new TextDecoder().decode(files.read(release))
    const without = frozen.replace(MR, '').replace(/ {2}- date: 2026-03-02\n {4}body: MR\n[\s\S]*?(?= {2}- date)/, '')
    expect(without).not.toContain('MR')
    const working = new TextDecoder().decode(files.read(PATH))
    files.write('/w', [
      { path: release, bytes: without },
      { path: PATH, bytes: working.replace(/^ {2}file: .*\n/m, '').replace(MR, '') },
    ])
    const { code, out, err } = await run('verify', NAME)
    expect([code, err]).toEqual([1, expect.stringContaining(LEFT)])
    expect(out).toContain('nothing proves')
    expect((await run('status')).out).toContain('not proved')
    // Who was asked besides takes nothing from it.
    files.write('/w', [{ path: release, bytes: frozen.replace(MR, `${MR}  - { body: Raad, right: information }\n`) }])
    expect((await run('verify', NAME)).err).not.toContain('proposal/changed')
  })

  it('is not judged where no copy of it was kept, nor of a draft', async () => {
    const { run, files, after } = await changed((text) => text.replace('status: proposed', 'status: draft').replace(MR, ''))
    expect((await run('lint', NAME)).code).toBe(0)
    const bare = inMemory({
      '/w/policies/linde/organisation.yaml': 'name: De Linde\n',
      [PATH]: after.replace('draft', 'proposed'),
    })
    expect((await clausule('/w', ['lint', NAME], { files: bare })).code).toBe(0)
    expect(files.list('/w/policies/linde/proposals')).toHaveLength(1)
  })
})
