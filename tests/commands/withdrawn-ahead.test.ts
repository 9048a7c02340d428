import { describe, expect, it } from 'vitest'
import { inMemory } from '../../src/workspace/index.js'
import { clausule } from '../support/cli.js'
import { front } from '../support/workspace.js'

const PATH = '/w/policies/linde/media.md'
const MEDIA = `${front('lang: nl\nroute: [{ body: Bestuur, right: adoption }]')}# Foto's {#fotos}\n\n1. Vraag eerst toestemming. {#vragen}\n`

/** A policy, released or not, with a day of withdrawal that somebody typed. */
async function typed(day: string, { released = true } = {}) {
  const files = inMemory({ '/w/policies/linde/organisation.yaml': 'name: De Linde\n', [PATH]: MEDIA }, { today: '2026-11-25' })
  const run = (...argv: string[]) => clausule('/w', argv, { files })
  if (released) {
    await run('propose', 'media')
    await run('decide', 'media', '--body', 'Bestuur', '--decision', 'positive')
    expect((await run('release', 'media')).code).toBe(0)
  }
  const text = new TextDecoder().decode(files.read(PATH))
  const gone = text.replace('status: draft\n', `status: withdrawn\nwithdrawn: ${day}\n`)
  expect(gone).not.toBe(text)
  files.write('/w', [{ path: PATH, bytes: gone }])
  return { run, files }
}

describe('a withdrawal on a day that is still to come', () => {
  it('is an error, and nobody is told that it is done', async () => {
    const { run } = await typed('2027-06-01')
    const { code, err } = await run('lint', 'media')
    expect([code, err]).toEqual([1, expect.stringContaining('Unexpected withdrawal on 2027-06-01, a day that is still to come')])
    const { out } = await run('status')
    expect(out).toContain('says that it is withdrawn on 1 June 2027, which is still to come')
    expect(out).toContain('In force: 1.0.0, since 25 November 2026')
    expect((await run('status', '--check')).code).toBe(1)
    const paper = await run('verify', 'out/linde/media-1.0.0.pdf')
    expect(paper.out).toContain('untouched')
    expect(paper.out).not.toContain('no longer in force')
    expect((await run('site')).code).toBe(0)
  })

  it('is one today', async () => {
    const { run } = await typed('2026-11-25')
    expect((await run('lint', 'media')).err).not.toContain('date/withdrawn')
    const { out } = await run('status')
    expect(out).toContain('withdrawn since 25 November 2026')
    expect(out).toContain('In force: no longer')
    expect((await run('verify', 'out/linde/media-1.0.0.pdf')).out).toContain('no longer in force')
  })
})

it('what was never released was never in force, and is not so no longer', async () => {
  for (const day of ['2026-01-01', '2027-06-01']) {
    const { run } = await typed(day, { released: false })
    const { out } = await run('status')
    expect(out).toContain('In force: nothing released')
    expect(out).not.toContain('no longer')
  }
})
