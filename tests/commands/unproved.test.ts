import { describe, expect, it } from 'vitest'
import { inMemory } from '../../src/workspace/index.js'
import { clausule } from '../support/cli.js'
import { front } from '../support/workspace.js'

// Somebody types into the front matter that the policy was adopted: nothing says on which words.
const NAME = 'linde/media'
const PATH = '/school/policies/linde/media.md'
const DRAFT = `${front('lang: nl\nroute:\n  - { body: Bestuur, right: adoption }')}# Foto’s {#fotos}\n\nEen foto vraagt toestemming. {#toestemming}\n`
const TYPED = DRAFT.replace(
  'status: draft',
  'status: adopted\napprovals:\n  - { date: 2026-02-02, body: Bestuur, right: adoption, decision: positive }',
)
const NOT_PROVED = 'niet bewezen over welke woorden is besloten'

function school(policy = TYPED) {
  const world = inMemory(
    { '/school/policies/linde/organisation.yaml': 'name: De Linde\n', [PATH]: policy },
    { today: '2026-03-02' },
  )
  const run = (...argv: string[]) => clausule('/school', [...argv, '--lang', 'nl'], { files: world })
  const read = (path: string) => new TextDecoder().decode(world.read(`/school/${path}`))
  const write = (text: string) => world.write('/school', [{ path: PATH, bytes: text }])
  return { world, run, read, write }
}

describe('an adoption that was typed in', () => {
  it('is shown as not proved by everything that shows the text', async () => {
    const { run, read } = school()
    expect(TYPED).not.toBe(DRAFT)
    await run('build', '--format', 'html,markdown')
    for (const ending of ['html', 'md']) expect(read(`out/linde/media-1.0.0.${ending}`)).toContain(NOT_PROVED)
    expect((await run('status')).out).toContain('zegt dat het is vastgesteld; niets bewijst hier over welke woorden')
    expect((await run('status', '--check')).code).toBe(1)
    await run('site')
    expect(read('out/site/linde/media/index.html')).toContain('Niet is vastgelegd wie over precies deze woorden besloot.')
  })

  it('is released by nobody who does not say that it is not proved, and shown so for ever', async () => {
    const { run, read, world } = school()
    const refused = await run('release', NAME)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('--unproved  step/refused')])
    expect(world.kindOf('/school/policies/linde/releases')).toBeUndefined()
    expect(read('policies/linde/media.md')).toBe(TYPED)

    const released = await run('release', NAME, '--unproved')
    expect([released.code, released.err]).toEqual([0, expect.stringContaining('de vastgelegde versie heet niet bewezen')])
    expect(read('out/linde/media-1.0.0.html')).toContain(NOT_PROVED)
    expect(read('out/linde/media-1.0.0-bekendmaking.html')).toContain('over welke woorden is besloten, is niet bewezen')
    expect((await run('verify')).out).toContain('niets bewijst over welke woorden is besloten')
    expect((await run('status')).out).toContain(NOT_PROVED)
    await run('site')
    expect(read('out/site/linde/media/index.html')).toContain('niet bewezen')
  })

  it('is refused where decisions on the policy are recorded, with a flag too', async () => {
    const { run, read, write, world } = school(DRAFT)
    await run('propose', NAME)
    await run('decide', NAME, '--body', 'Bestuur', '--decision', 'positive')
    expect((await run('release', NAME)).code).toBe(0)
    const next = read('policies/linde/media.md')
    const typed = next
      .replace('Een foto vraagt', 'Een film vraagt')
      .replace(
        'status: draft',
        'status: adopted\napprovals: [{ date: 2026-03-02, body: Bestuur, right: adoption, decision: positive }]',
      )
    write(typed)
    for (const argv of [['lint'], ['build'], ['release', NAME], ['release', NAME, '--unproved']]) {
      const { code, err, out } = await run(...argv)
      expect([argv, code, `${out}${err}`]).toEqual([argv, 1, expect.stringContaining('decision/unbound')])
    }
    expect(world.list('/school/policies/linde/releases').map(({ name }) => name)).toEqual(['media@1.0.0.md'])
  })

  it('is refused of a text that was put before its bodies', async () => {
    const { run, read, write } = school(DRAFT)
    await run('propose', NAME)
    write(
      read('policies/linde/media.md').replace(
        'status: proposed',
        'status: adopted\napprovals: [{ date: 2026-03-02, body: Bestuur, right: adoption, decision: positive }]',
      ),
    )
    const { code, err } = await run('release', NAME, '--unproved')
    expect([code, err]).toEqual([1, expect.stringContaining('Nergens staat over welke woorden Bestuur besloot')])
  })
})
